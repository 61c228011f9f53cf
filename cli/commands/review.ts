import { resolve } from 'node:path';
import { parseDate } from '../../language/model/values.js';
import type { Protocol } from '../../language/model/protocol.js';
import { toHtml } from '../../language/generate/html/html.js';
import { toWord } from '../../language/generate/word/word.js';
import { reviewReport } from '../../language/review/build.js';
import { reviewDocument } from '../../language/review/document.js';
import type { ReviewReport } from '../../language/review/report.js';
import { reviewJson } from '../../language/review/review-json.js';
import { checkedOf } from '../../language/rules/check.js';
import { reviewsOf } from '../../language/rules/reviewed.js';
import type { ProtocolFile } from '../../language/generated/ast.js';
import type { Finding } from '../../language/rules/finding.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { nearest } from '../../language/text/distance.js';
import { modelOf } from '../../language/workspace.js';
import { URI, type LangiumDocument } from 'langium';
import { Complaint, EXIT } from '../complaint.js';
import { beside } from '../files/beside.js';
import { findProtocols } from '../files/find.js';
import { refuseEmpty, shownPath } from '../files/paths.js';
import type { Host } from '../host.js';
import type { ReviewFormat } from '../print/review-formats.js';
import { textOfReviews } from '../print/review.js';
import { openProject, shownUri, type Project } from '../project.js';
import { colorsFor, progress, tell } from '../terminal.js';

export interface ReviewCommandOptions {
    readonly format: ReviewFormat;
    /** file for the report, instead of standard output */
    readonly output: string | undefined;
    /** the day of the report */
    readonly date: string | undefined;
    /** the interventie, where a file has several and one is wanted */
    readonly interventie: string | undefined;
    readonly language?: Language;
}

/**
 * `review`: what reviews and the `toets`en of frameworks say of interventies, and what is still to be done. A review
 * mostly stands in another file than the interventie: the other protocols in the folder of a named file are read too.
 *
 * @returns the exit code
 */
export async function review(paths: readonly string[], options: ReviewCommandOptions, host: Host): Promise<number> {
    refuseEmpty([...paths, options.output]);
    const language = options.language ?? 'nl';
    if (options.format === 'docx' && options.output === undefined) {
        throw new Complaint({
            nl: 'Een Word-document past niet op het scherm: zeg met `--output` in welk bestand het komt.',
            en: 'A Word document does not fit on the screen: say with `--output` which file it goes to.',
        });
    }
    const date = dayOf(options.date);
    const asked = await findProtocols(paths, host.cwd);
    const named = new Set(asked.files.map((path) => URI.file(path).toString()));
    const project = await openProject([...asked.files, ...beside(paths, asked.files, host)], host, options.language);
    const problems = [...asked.problems, ...project.problems];
    problems.forEach((problem) => {
        tell(host, language, problem);
    });
    if (asked.files.length === 0) {
        return EXIT.unusable;
    }
    const wanted = chosen(protocolsIn(project, named), options.interventie, host, language);
    if (wanted.length === 0) {
        return EXIT.unusable;
    }
    const reports = reportsOn(wanted, project, language, date, host);
    await print(reports, problems, options, language, host);
    const hasErrors = reports.some((r) => r.findings.some((f) => f.severity === 'error'));
    return problems.length > 0 ? EXIT.unusable : hasErrors ? EXIT.findings : EXIT.fine;
}

/** @throws Complaint for what is no day */
function dayOf(date: string | undefined): string | undefined {
    const day = date === undefined ? undefined : parseDate(date);
    if (date !== undefined && day === undefined) {
        throw new Complaint({
            nl: `\`${date}\` is geen dag. Schrijf de datum van het verslag als 2026-10-01 of 1-10-2026.`,
            en: `\`${date}\` is no day. Write the date of the report as 2026-10-01 or 1-10-2026.`,
        });
    }
    return day;
}

interface Wanted {
    readonly protocol: Protocol;
    readonly document: LangiumDocument<ProtocolFile>;
}

/** The interventies of the named files, and those that a review in one of them is about. */
function protocolsIn({ files, services }: Project, named: ReadonlySet<string>): Wanted[] {
    const found = new Map<Protocol, Wanted>();
    for (const { document } of files.filter(({ uri }) => named.has(uri))) {
        const reviewed = reviewsOf(document, services).flatMap(({ protocol }) => (protocol ? [protocol] : []));
        for (const protocol of [...modelOf(services, document).interventions, ...reviewed]) {
            const home = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(protocol.at.file));
            if (home) {
                found.set(protocol, { protocol, document: home as LangiumDocument<ProtocolFile> });
            }
        }
    }
    return [...found.values()];
}

/** @throws Complaint for an interventie that is not there */
function chosen(all: readonly Wanted[], name: string | undefined, host: Host, language: Language): readonly Wanted[] {
    if (all.length === 0) {
        tell(host, language, NOTHING);
        return [];
    }
    const wanted = name === undefined ? all : all.filter(({ protocol }) => protocol.name === name);
    if (wanted.length === 0) {
        const names = all.map(({ protocol }) => protocol.name);
        const near = nearest(name ?? '', names) ?? names.join(', ');
        throw new Complaint({
            nl: `In deze bestanden staat geen interventie \`${name ?? ''}\`. Bedoelde u ${near}?`,
            en: `These files hold no interventie \`${name ?? ''}\`. Did you mean ${near}?`,
        });
    }
    return wanted;
}

const NOTHING: Bilingual = {
    nl: 'In deze bestanden staat geen interventie, dus er is niets te beoordelen.',
    en: 'These files hold no interventie, so there is nothing to review.',
};

function reportsOn(
    wanted: readonly Wanted[],
    { services }: Project,
    language: Language,
    date: string | undefined,
    host: Host,
): ReviewReport[] {
    const checked = new Map<LangiumDocument, readonly Finding[]>();
    const findingsOf = (document: LangiumDocument<ProtocolFile>) => {
        const known = checked.get(document) ?? checkedOf(document, services).findings;
        checked.set(document, known);
        return known;
    };
    const bar = progress(host, wanted.length);
    const reports = wanted.map(({ protocol, document }) => {
        bar.step(protocol.name);
        const dated = date === undefined ? {} : { date };
        return reviewReport(protocol, document, services, { language, ...dated, findingsOf });
    });
    bar.end();
    return reports;
}

async function print(
    reports: readonly ReviewReport[],
    problems: readonly Bilingual[],
    { format, output }: ReviewCommandOptions,
    language: Language,
    host: Host,
): Promise<void> {
    const shown = (uri: string) => shownUri(uri, host.cwd, format === 'text' ? shownPath : undefined);
    const colors = colorsFor(output === undefined ? host.stdout : { ...host.stdout, isTerminal: false }, host.env);
    const told = problems.map((p) => p[language]);
    const content = (): string | Uint8Array => {
        switch (format) {
            case 'text':
                return textOfReviews(reports, { language, colors, shownUri: shown });
            case 'json':
                return `${JSON.stringify(reviewJson(reports, told, language, shown), undefined, 2)}\n`;
            case 'html':
                return toHtml(reviewDocument(reports, language, shown));
            case 'docx':
                return toWord(reviewDocument(reports, language, shown));
        }
    };
    const made = content();
    if (output !== undefined) {
        const { writeReport } = await import('../files/report.js');
        const path = resolve(host.cwd, output);
        writeReport(path, made, shownPath(path, host.cwd));
    } else if (typeof made === 'string') {
        host.stdout.write(made);
    }
}
