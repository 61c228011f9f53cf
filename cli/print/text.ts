import type { Range } from '../../language/model/protocol.js';
import type { Finding, Severity } from '../../language/rules/finding.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { files, SEVERITY_AMOUNTS, SEVERITY_WORDS, amount } from '../messages.js';
import { printable, type Colors } from '../terminal.js';
import { placeOf } from './place.js';
import { proofsTable, queriesTable } from './proofs.js';
import type { CheckedFile, CheckReport, PrintContext } from './report.js';
import { countBySeverity, SEVERITIES } from './severities.js';

/**
 * How many other places a finding names, of the first and of the last: a list of all would drown the rest, and in a course
 * the last ones decide.
 */
const FIRST_RELATED = 2;
const LAST_RELATED = 3;

/** Longest excerpt of a line, in characters. */
const EXCERPT = 100;
const TAB = '    ';

/**
 * The findings for people: per file, then `line:column  severity  message  code`, under a fout or waarschuwing the text
 * that it is about, and a last line that counts.
 */
export function textReport(report: CheckReport, context: PrintContext): string {
    const parts = report.files.filter((f) => f.findings.length > 0).map((file) => textOfFile(file, context));
    const proofs = report.files.flatMap((file) =>
        file.proofs && file.proofs.length > 0 ? [proofsTable(file.proofs, file.language, context.colors)] : [],
    );
    const queries = report.files.flatMap(
        (file) => file.queries?.map((q) => queriesTable(q, file.language, context)) ?? [],
    );
    return [...parts, ...proofs, ...queries, summary(report, context)].join('\n');
}

/** The last line of a report. */
function summary(report: CheckReport, { language, colors }: PrintContext): string {
    const counts = countBySeverity(report.files.flatMap((file) => file.findings));
    const checked = files(report.files.length);
    const most = SEVERITIES.findLast((severity) => counts[severity] > 0);
    const found = SEVERITIES.toReversed().map((severity) => amount(counts[severity], ...SEVERITY_AMOUNTS[severity]));
    const list = (of: Language) => found.map((f) => f[of]).join(', ');
    const text: Bilingual = most
        ? { nl: `${checked.nl} gecontroleerd: ${list('nl')}.`, en: `${checked.en} checked: ${list('en')}.` }
        : { nl: `${checked.nl} gecontroleerd: niets gevonden.`, en: `${checked.en} checked: nothing found.` };
    return `${paint(most, colors)(text[language])}\n`;
}

function textOfFile(file: CheckedFile, context: PrintContext): string {
    const { shown, findings, language } = file;
    const { colors } = context;
    const widths = {
        place: longest(findings, (f) => placeOf(f.at.range)),
        word: longest(findings, (f) => SEVERITY_WORDS[f.severity][language]),
    };
    const out = [colors.underline(printable(shown))];
    for (const finding of findings) {
        const place = placeOf(finding.at.range).padStart(widths.place);
        const word = paint(finding.severity, colors)(SEVERITY_WORDS[finding.severity][language].padEnd(widths.word));
        out.push(`  ${place}  ${word}  ${messageOf(finding, language)}  ${colors.dim(finding.code)}`);
        const margin = ' '.repeat(widths.place + 4);
        for (const line of detailsOf(finding, file, context)) {
            out.push(margin + line);
        }
    }
    return `${out.join('\n')}\n`;
}

/** The length of the longest text; of any number of findings, which a call with each as an argument would not take. */
function longest(findings: readonly Finding[], textOf: (finding: Finding) => string): number {
    return findings.reduce((most, finding) => Math.max(most, textOf(finding).length), 0);
}

/** The message of a finding, on one line. */
export function messageOf(finding: Finding, language: Language): string {
    return printable(finding.message[language]).replace(/\s*\n\s*/g, ' ');
}

/**
 * What is said under a finding: the text that a fout or waarschuwing is about, the other places concerned, and how it can
 * be mended.
 */
export function detailsOf(
    finding: Finding,
    file: CheckedFile,
    { colors, shownUri, allPlaces }: PrintContext,
): string[] {
    const { uri, language, lines } = file;
    const out = finding.severity === 'info' ? [] : excerpt(finding.at.range, lines).map((line) => colors.dim(line));
    const between = allPlaces ? 0 : finding.related.length - FIRST_RELATED - LAST_RELATED;
    for (const [index, { message: text, at }] of finding.related.entries()) {
        if (between > 0 && index >= FIRST_RELATED && index < FIRST_RELATED + between) {
            if (index === FIRST_RELATED) {
                const rest = {
                    nl: `… nog ${String(between)} ertussen; \`--all-places\` noemt ze alle`,
                    en: `… ${String(between)} more between; \`--all-places\` names them all`,
                };
                out.push(colors.dim(rest[language]));
            }
            continue;
        }
        const where = at.file === uri ? placeOf(at.range) : `${shownUri(at.file)}:${placeOf(at.range)}`;
        out.push(`→ ${colors.dim(printable(where.replace(/\s+/g, ' ')))} ${printable(text[language])}`);
    }
    return [...out, ...mends(finding, language).map((line) => colors.cyan(line))];
}

/** What can be mended mechanically, and how. */
function mends(finding: Finding, language: Language): string[] {
    return finding.fixes.map(({ title, safe }) => {
        const mend = { nl: 'herstel', en: 'fix' }[language];
        return `${mend}: ${printable(title[language])}${safe ? ' (--fix)' : ''}`;
    });
}

/** The line of text with a mark under the part that a finding is about. */
function excerpt({ start, end }: Range, lines: readonly string[]): string[] {
    const line = lines[start.line];
    if (line === undefined || line.trim() === '') {
        return [];
    }
    const indent = /^\s*/.exec(line)?.[0].length ?? 0;
    const from = Math.max(start.character, indent);
    const to = Math.max(end.line === start.line ? end.character : line.trimEnd().length, from + 1);
    // a long line is shown around the place
    const first = from - indent > EXCERPT - 20 ? from - 20 : indent;
    const last = Math.min(line.length, first + EXCERPT);
    const shown = (text: string) => printable(text.replaceAll('\t', TAB));
    const before = (first > indent ? '…' : '') + shown(line.slice(first, from));
    const marked = shown(line.slice(from, Math.min(to, last)));
    const after = shown(line.slice(Math.min(to, last), last)) + (last < line.length ? '…' : '');
    return [before + marked + after, ' '.repeat(width(before)) + '^'.repeat(Math.max(width(marked), 1))];
}

/** How many columns a text takes: a letter with its diacritics is one. */
function width(text: string): number {
    return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
}

function paint(severity: Severity | undefined, colors: Colors): (text: string) => string {
    switch (severity) {
        case 'error':
            return colors.red;
        case 'warning':
            return colors.yellow;
        case 'info':
            return colors.blue;
        default:
            return colors.green;
    }
}
