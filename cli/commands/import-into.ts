import { basename, resolve } from 'node:path';
import { TextDocument } from 'langium';
import { callerOf } from '../../language/generate/names-in-prose.js';
import { workIn, type InterventionWork } from '../../language/generate/work.js';
import { isIntervention, type Intervention, type ProtocolFile } from '../../language/generated/ast.js';
import { broughtBack, withRemarks, type Proposal } from '../../language/import/back.js';
import type { ImportedDocument } from '../../language/import/blocks.js';
import { impossibleDates } from '../import/impossible-dates.js';
import { isReviewReport, reportFor, titleOfDocument } from '../../language/import/report.js';
import { linesOf } from '../../language/import/lines.js';
import { pathsFrom } from '../../language/names/imports.js';
import type { Language } from '../../language/text/bilingual.js';
import { oneLine } from '../../language/text/one-line.js';
import { Complaint, EXIT } from '../complaint.js';
import { beside } from '../files/beside.js';
import { refuseEmpty, shownPath } from '../files/paths.js';
import { encode } from '../files/read.js';
import { writeWhole } from '../files/write.js';
import type { Host } from '../host.js';
import { madeOf, type Made } from '../import/made-of.js';
import { readForm } from '../import/read.js';
import { jsonOfBack, textOfBack, type ShownBack } from '../print/import.js';
import { openProject, withTexts, type Project, type ProjectFile } from '../project.js';
import { tell } from '../terminal.js';

export interface ImportIntoOptions {
    /** the protocol that the document was made of */
    readonly into: string;
    /** the interventie, where the file has several */
    readonly interventie: string | undefined;
    /** whether what was changed is changed in the protocol as well */
    readonly apply: boolean;
    readonly format: 'text' | 'json';
    readonly language?: Language;
}

/** A document that is this little like any that can be made of a protocol was not made of it. */
const LEAST_LIKE = 0.3;
/** The same of one that does not have its title; the words of a form itself are in all that are made of it. */
const SURELY_LIKE = 0.8;

/**
 * `import FILE --into PROTOCOL`: what colleagues did in a document that was made of a protocol comes back into it. Comments
 * become remarks; what they changed is proposed. Nothing else of the protocol changes.
 *
 * @returns the exit code
 */
export async function importInto(file: string, options: ImportIntoOptions, host: Host): Promise<number> {
    refuseEmpty([file, options.into]);
    const path = resolve(host.cwd, file);
    const shown = shownPath(path, host.cwd);
    const received = await readForm(path, shown);
    const target = resolve(host.cwd, options.into);
    const language = options.language ?? 'nl';
    const readings = await readingsOf(target, options, titleOfDocument(received), host);
    const [first] = readings;
    first?.project.problems.forEach((problem) => {
        tell(host, language, problem);
    });
    if (!first?.home || !first.work) {
        return EXIT.unusable;
    }
    const { project, home, work } = first;
    const node = interventionIn(home.document.parseResult.value, work.protocol.name);
    const title = oneLine(work.protocol.title ?? work.protocol.name);
    const report = isReviewReport(received) ? reportFor(title, received) : undefined;
    if (report && report.others > 0) {
        tell(host, language, {
            nl: `${shown}: ${String(report.others)} van de opmerkingen gaan over een andere interventie dan ${title}, en zijn hier niet overgenomen.`,
            en: `${shown}: ${String(report.others)} of the comments are about another interventie than ${title}, and were not taken over here.`,
        });
    }
    const made = report ? madeReport(report.document) : await mostLike(readings, received, path);
    const isNamed = linesOf(received.blocks).some((l) => l.plain === title);
    if (!made || made.likeness < (isNamed ? LEAST_LIKE : SURELY_LIKE) || !node) {
        throw new Complaint({
            nl: `${shown} lijkt op geen enkel document dat van ${work.protocol.name} te maken is. Is het een ingevuld formulier, laat \`--into\` dan weg.`,
            en: `${shown} is like no document that can be made of ${work.protocol.name}. If it is a filled-in form, leave out \`--into\`.`,
        });
    }
    const back = broughtBack(made.document, report?.document ?? received, {
        node,
        document: home.document,
        called: callerOf(work.protocol, work.related, home.language),
        elements: made.elements,
        from: basename(path),
        saysAbout: report !== undefined,
    });
    const [of, now] = [received, made.document].map(versionOf);
    if (of !== undefined && now !== undefined && of !== now) {
        tell(host, language, {
            nl: `${shown} is van een andere versie (${of}) dan ${home.shown} nu is (${now}): wat sindsdien in het protocol is veranderd, staat hieronder alsof uw collega het terugveranderde.`,
            en: `${shown} is of another version (${of}) than ${home.shown} is now (${now}): what has changed in the protocol since stands below as if your colleague had changed it back.`,
        });
    }
    impossibleDates(received).forEach((line) => {
        tell(host, language, line);
    });
    const taken = options.apply ? back.proposals.filter((p) => !p.rival) : [];
    const changed = TextDocument.applyEdits(
        home.document.textDocument,
        editsOf(taken).map(({ edit }) => ({ range: edit.at.range, newText: edit.newText })),
    );
    const left = options.apply ? back.proposals.flatMap((p) => (p.rival ? p.asRemark : (p.asTaken ?? []))) : [];
    const remarks = [...back.remarks, ...left];
    const text = withRemarks(changed, remarks, (current) => parsed(current, home, work.protocol.name, project));
    if (text !== home.document.textDocument.getText()) {
        await write(text, home, project, host);
    }
    const shownBack: ShownBack = {
        remarks,
        proposals: back.proposals,
        file: home.shown,
        document: shown,
        kind: made.title,
        applied: options.apply,
    };
    host.stdout.write(
        options.format === 'json'
            ? `${JSON.stringify(jsonOfBack(shownBack, home.document.textDocument), undefined, 2)}\n`
            : textOfBack(shownBack, language),
    );
    return project.problems.length > 0 ? EXIT.unusable : EXIT.fine;
}

/** A report is made of more than the protocol; of what colleagues did in it their comments come back, and nothing else. */
function madeReport(document: ImportedDocument): Made {
    const title = { nl: 'Verslag van de toetsing', en: 'Review report' };
    return { title, document, elements: new Map(), likeness: 1 };
}

/** The version of the protocol, as a document that was made of it says it. */
function versionOf({ blocks }: ImportedDocument): string | undefined {
    return linesOf(blocks)
        .map(({ plain }) => /^(.+?) · (?:gemaakt op|made on) /.exec(plain)?.[1])
        .find((said) => said !== undefined);
}

/** A protocol as it was read, with other files or without. */
interface Reading {
    readonly project: Project;
    /** undefined where it cannot be read */
    readonly home: ProjectFile | undefined;
    readonly work: InterventionWork | undefined;
}

/** A document may have been made with the other files of the folder at hand, or without them. */
async function readingsOf(
    target: string,
    options: ImportIntoOptions,
    title: string | undefined,
    host: Host,
): Promise<Reading[]> {
    const around = [target, ...beside([target], [target], host)].sort();
    const readings: Reading[] = [];
    for (const files of around.length === 1 ? [around] : [around, [target]]) {
        const project = await openProject(files, host, options.language);
        const home = project.files.find((f) => f.path === target);
        const work = home && chosen(project, home, options.interventie, title);
        readings.push({ project, home, work });
    }
    return readings;
}

/** The document that is most like one that came back, of all that can be made. */
async function mostLike(
    readings: readonly Reading[],
    received: ImportedDocument,
    path: string,
): Promise<Made | undefined> {
    let best: Made | undefined;
    for (const { project, home, work } of readings) {
        const made =
            home &&
            work &&
            (await madeOf(received, path, work, {
                settings: project.services.settings.settingsFor(home.uri),
                language: home.language,
                pathOf: pathsFrom(home.uri),
            }));
        best = made && made.likeness > (best?.likeness ?? 0) ? made : best;
    }
    return best;
}

/** @throws Complaint where it is not clear which interventie is meant */
function chosen(project: Project, home: ProjectFile, name: string | undefined, title: string | undefined) {
    const all = workIn(project.files, project.services).filter((w) => w.file === home);
    const called = name === undefined ? all : all.filter((w) => w.protocol.name === name);
    const [only] = called.length === 1 ? called : called.filter((w) => (w.protocol.title ?? w.protocol.name) === title);
    if (!only) {
        const names = all.map((w) => w.protocol.name).join(', ');
        throw new Complaint(
            all.length === 0
                ? {
                      nl: `In ${home.shown} staat geen interventie, dus er is niets om opmerkingen bij te zetten.`,
                      en: `${home.shown} holds no interventie, so there is nothing to put comments at.`,
                  }
                : {
                      nl: `Zeg met \`--interventie\` waarvan het document is gemaakt: ${names}.`,
                      en: `Say with \`--interventie\` what the document was made of: ${names}.`,
                  },
        );
    }
    return only;
}

function parsed(text: string, home: ProjectFile, name: string, { services }: Project) {
    const document = services.shared.workspace.LangiumDocumentFactory.fromString<ProtocolFile>(text, home.document.uri);
    return { document, node: interventionIn(document.parseResult.value, name) };
}

function interventionIn({ elements }: ProtocolFile, name: string): Intervention | undefined {
    return elements.filter((e): e is Intervention => isIntervention(e)).find((e) => e.name === name);
}

/** Each edit once: two places of a document may show one text. */
function editsOf(proposals: readonly Proposal[]): readonly Proposal[] {
    return [...new Map(proposals.map((p) => [JSON.stringify([p.edit.at.range, p.edit.newText]), p])).values()];
}

/** Writes the protocol, where it can be read as well as before. */
async function write(text: string, home: ProjectFile, project: Project, host: Host): Promise<void> {
    const mistakes = ({ document: { parseResult } }: ProjectFile) =>
        parseResult.parserErrors.length + parseResult.lexerErrors.length;
    const after = (await withTexts(project, new Map([[home.uri, text]]), host)).files.find((f) => f.uri === home.uri);
    if (!after || mistakes(after) > mistakes(home)) {
        throw new Complaint({
            nl: `${home.shown} zou niet meer te lezen zijn en is niet veranderd. Dit is een fout in Draaiboek; meld hem met het document erbij.`,
            en: `${home.shown} could no longer be read and was not changed. This is a mistake in Draaiboek; report it with the document.`,
        });
    }
    writeWhole(home.path, encode({ ...home.source, text }), home.shown);
}
