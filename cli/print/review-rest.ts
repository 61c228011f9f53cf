import type { ReviewReport } from '../../language/review/report.js';
import { followUpText, IMPROVEMENTS, openCounts, saidBy, sideText, WORDS } from '../../language/review/words.js';
import { SEVERITY_WORDS } from '../messages.js';
import type { Bilingual } from '../../language/text/bilingual.js';
import { oneLine } from '../../language/text/one-line.js';
import { printable } from '../terminal.js';
import { placeOf } from './place.js';
import { placed, type ReviewPrinter } from './review.js';

/** What comes behind the frameworks: what is to be done, what was promised, what contradicts and what is not known. */
export function closingParts(report: ReviewReport, printer: ReviewPrinter): string[] {
    const { language, colors, shownUri } = printer;
    const line = (text: string) => printable(oneLine(text));
    const dim = (text: string) => colors.dim(printable(text));
    const where = ({ file, range }: ReviewReport['at']) => dim(`${shownUri(file)}:${placeOf(range)}`);
    const part = (title: Bilingual, count: number | string, lines: readonly string[], none: Bilingual = WORDS.none) => [
        '',
        colors.underline(lines.length === 0 ? title[language] : `${title[language]} (${String(count)})`),
        ...(lines.length === 0 ? [`  ${none[language]}`] : lines.map((l) => `  ${l}`)),
    ];
    const optional = (title: Bilingual, count: number, lines: readonly string[]) =>
        count === 0 ? [] : part(title, count, lines);
    const { improvements, followUps, contradictions, unknowns, spoken, remarks, findings } = report;
    const unknownCount = unknowns.reduce((sum, p) => sum + p.items.length, 0);
    return [
        ...part(
            WORDS.improvements,
            openCounts(improvements, language),
            improvements.flatMap(({ kind, framework, indicators, text, elements, tests, followUps: promised, at }) => [
                `${line(`${framework} ${indicators.join(', ')}`)}, ${IMPROVEMENTS[kind][language]}: ${line(text)} ${where(at)}`,
                elements.length === 0
                    ? dim(`    ${WORDS.noPlace[language]}`)
                    : `    ${WORDS.concerns[language]}: ${line(placed(elements, printer))}`,
                ...tests.map((t) => `    ${WORDS.testToo[language]}: ${line(t.text)} ${where(t.at)}`),
                ...promised.map((f) => `    ${WORDS.followUp[language]}: ${line(followUpText(f, language))}`),
            ]),
        ),
        ...part(
            WORDS.followUps,
            followUps.length,
            followUps.map((f) => {
                const text = line(`${f.indicators.join(', ')}: ${followUpText(f, language)}`);
                return `${f.lateSince ? colors.yellow(text) : text} ${where(f.at)}`;
            }),
        ),
        ...part(
            WORDS.contradictions,
            contradictions.length,
            contradictions.flatMap(({ title, element, sides, at }) => [
                `${line(`${title} (${element})`)} ${where(at)}`,
                ...sides.map((side) => `    - ${line(sideText(side, language))}`),
            ]),
        ),
        ...part(
            WORDS.unknowns,
            unknownCount,
            unknowns.flatMap(({ title, items }) => [
                `${title} (${String(items.length)})`,
                ...items.map((i) => {
                    const word = {
                        unknown: { nl: 'onbekend', en: 'unknown' },
                        local: { nl: 'plaatselijk', en: 'local' },
                    };
                    const why = [
                        word[i.type][language],
                        ...(i.reason === undefined ? [] : [i.reason]),
                        ...(i.expected === undefined
                            ? []
                            : [`${{ nl: 'verwacht in', en: 'expected in' }[language]} ${i.expected}`]),
                    ].join(', ');
                    return `    ${line(`${i.what}: ${why}`)} ${where(i.at)}`;
                }),
            ]),
            WORDS.noUnknowns,
        ),
        ...optional(
            WORDS.voices,
            spoken.length,
            spoken.map(({ kind, who, date, text, at }) => {
                const from = [kind, ...saidBy(who, date, language)].join(', ');
                return `${line(`${from}: ${text}`)} ${where(at)}`;
            }),
        ),
        ...optional(
            WORDS.remarks,
            remarks.length,
            remarks.map(({ author, date, text, element, at }) => {
                const from = [element, ...saidBy(author, date, language)].join(', ');
                return `${line(`${from}: ${text}`)} ${where(at)}`;
            }),
        ),
        ...part(
            WORDS.checks,
            findings.length,
            findings.map(
                ({ code, severity, message, at }) =>
                    `${SEVERITY_WORDS[severity][language]} ${dim(code)} ${line(message)} ${where(at)}`,
            ),
        ),
    ];
}
