import type { TextDocument } from 'langium';
import { syntaxis } from '../language/rules/catalogue/meta/syntaxis.js';
import { findingsOf } from '../language/rules/check.js';
import type { Finding, Fix, TextEdit } from '../language/rules/finding.js';
import { isMark } from '../language/rules/fixes/marks-unknown.js';
import type { Bilingual } from '../language/text/bilingual.js';
import { nameAround } from '../language/rules/unread.js';
import type { Host } from './host.js';
import { withTexts, type Project, type ProjectFile } from './project.js';

/** A file that changed. */
export interface MendedFile {
    readonly file: ProjectFile;
    readonly text: string;
    /** the fixes that were applied in it, in that order */
    readonly done: readonly Done[];
}

/** A fix that was applied. */
export interface Done {
    /** from 1, in the text as it is in the end */
    readonly line: number;
    /** of the element in which it is */
    readonly name?: string;
    readonly title: Bilingual;
}

/** How many fixes of one file are told by themselves; the others are counted. */
export const MOST_TOLD = 200;

/** Two rules that each undo what the other writes must not keep the tool busy for ever. */
const MOST_ROUNDS = 100;

/** The fix of a finding that is applied. */
interface Mend {
    readonly code: string;
    readonly title: Bilingual;
    readonly edits: readonly TextEdit[];
}

/**
 * Applies the safe fixes of all findings, and those that only write `onbekend` where these are asked for, as long as there are any: one may make room for another. After each change the
 * whole project is read anew: what brought a new fout, or did not take its finding away, is not kept. Words that could
 * not be read are mended before the rest, since what else is wrong only shows once they are.
 *
 * @returns the files that changed, with their new text; nothing is written
 */
export async function applyFixes(project: Project, host: Host, alsoUnknown = false): Promise<MendedFile[]> {
    const done = new Map<string, Done[]>();
    const refused = new Set<string>();
    let current = project;
    for (let round = 0; round < MOST_ROUNDS; round++) {
        const mends = mendsOf(current, alsoUnknown).filter((mend) => !refused.has(keyOf(mend)));
        if (mends.length === 0) {
            break;
        }
        const unread = mends.filter(({ code }) => code === syntaxis.code);
        let batch = withoutOverlap(unread.length > 0 ? unread : mends);
        let result = await attempt(current, batch, host);
        // one of them does harm: halve them until it is alone or left out
        while (!result && batch.length > 1) {
            batch = batch.slice(0, Math.ceil(batch.length / 2));
            result = await attempt(current, batch, host);
        }
        const [first] = batch;
        if (result) {
            for (const file of current.files) {
                const made = told(file, batch, done.get(file.uri) ?? []);
                if (made.length > 0) {
                    done.set(file.uri, made);
                }
            }
            current = result;
        } else if (first) {
            refused.add(keyOf(first));
        }
    }
    return current.files.flatMap(({ uri, source: { text } }) => {
        const file = project.files.find((f) => f.uri === uri);
        return file && text !== file.source.text ? [{ file, text, done: done.get(uri) ?? [] }] : [];
    });
}

/** The project after these fixes; undefined when they do not help or bring a new fout. */
async function attempt(project: Project, mends: readonly Mend[], host: Host): Promise<Project | undefined> {
    const texts = new Map(project.files.map((file) => [file.uri, edited(file, mends)]));
    const result = await withTexts(project, texts, host);
    const [before, after] = [findings(project), findings(result)];
    const count = (of: readonly Finding[], is: (finding: Finding) => boolean) => of.filter(is).length;
    // what is marked as unknown may be told as information from then on
    const asks = (f: Finding) => f.severity !== 'info';
    const helps = [...new Set(mends.map(({ code }) => code))].every(
        (code) =>
            count(after, (f) => f.code === code) < count(before, (f) => f.code === code) ||
            count(after, (f) => f.code === code && asks(f)) < count(before, (f) => f.code === code && asks(f)),
    );
    // the parser reads a misspelt word as if it were mended: what shows behind it was there already
    const judged = mends[0]?.code === syntaxis.code ? [syntaxis.code] : new Set(after.map(({ code }) => code));
    const harms = [...judged].some((code) => {
        const isError = (f: Finding) => f.code === code && f.severity === 'error';
        return count(after, isError) > count(before, isError);
    });
    return helps && !harms ? result : undefined;
}

function findings({ files, services }: Project): Finding[] {
    return files.flatMap((file) => findingsOf(file.document, services));
}

/** The first safe fix of each finding, or the one that says `onbekend`, where all that it changes is in files that the user named. */
function mendsOf(project: Project, alsoUnknown: boolean): Mend[] {
    const named = new Set(project.files.map((file) => file.uri));
    const isOurs = ({ edits }: Fix) => edits.length > 0 && edits.every((edit) => named.has(edit.at.file));
    return findings(project).flatMap((finding) => {
        const { code, fixes } = finding;
        const fix =
            fixes.find((f) => f.safe && isOurs(f)) ??
            (alsoUnknown ? fixes.find((f) => isMark(finding, f) && isOurs(f)) : undefined);
        return fix ? [{ code, title: fix.title, edits: fix.edits }] : [];
    });
}

function withoutOverlap(mends: readonly Mend[]): Mend[] {
    /** by the lines that they touch */
    const taken = new Map<string, TextEdit[]>();
    return mends.filter(({ edits }) => {
        const free = edits.every((edit) =>
            linesOf(edit).every((line) => !taken.get(line)?.some((other) => overlap(edit, other))),
        );
        for (const edit of free ? edits : []) {
            for (const line of linesOf(edit)) {
                const others = taken.get(line);
                if (others) {
                    others.push(edit);
                } else {
                    taken.set(line, [edit]);
                }
            }
        }
        return free;
    });
}

function linesOf({ at: { file, range } }: TextEdit): string[] {
    return Array.from(
        { length: range.end.line - range.start.line + 1 },
        (_, i) => `${file}:${String(range.start.line + i)}`,
    );
}

/** Whether two edits touch: the same place of insertion counts. */
function overlap(a: TextEdit, b: TextEdit): boolean {
    const isBefore = (x: TextEdit, y: TextEdit) => {
        const [end, start] = [x.at.range.end, y.at.range.start];
        return end.line < start.line || (end.line === start.line && end.character < start.character);
    };
    return a.at.file === b.at.file && !isBefore(a, b) && !isBefore(b, a);
}

function edited({ uri, document, source: { text } }: ProjectFile, mends: readonly Mend[]): string {
    const place: TextDocument = document.textDocument;
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    const edits = mends
        .flatMap(({ edits }) => edits)
        .filter((edit) => edit.at.file === uri)
        .map(({ at: { range }, newText }) => ({
            from: place.offsetAt(range.start),
            to: place.offsetAt(range.end),
            newText,
        }))
        .sort((a, b) => a.from - b.from);
    let end = 0;
    const pieces = edits.flatMap(({ from, to, newText }) => {
        const before = text.slice(end, from);
        end = to;
        return [before, newText.replace(/\r\n|\n/g, lineBreak)];
    });
    return pieces.join('') + text.slice(end);
}

/** What was done in a file before and by a batch, each once, at the lines where it stands after the batch. */
function told({ uri, document }: ProjectFile, batch: readonly Mend[], before: readonly Done[]): Done[] {
    const own = batch.flatMap(({ title, edits }) => {
        const [first] = edits.filter((edit) => edit.at.file === uri);
        return first ? [{ title, first }] : [];
    });
    if (own.length === 0) {
        return [...before];
    }
    const edits = batch
        .flatMap((mend) => mend.edits)
        .filter((edit) => edit.at.file === uri)
        .map(({ at: { range }, newText }) => ({
            at: range.start,
            lines: newText.split('\n').length - 1 - (range.end.line - range.start.line),
        }))
        .sort((a, b) => a.at.line - b.at.line || a.at.character - b.at.character);
    // how many lines come in before each edit
    const sums = [0];
    for (const { lines } of edits) {
        sums.push((sums.at(-1) ?? 0) + lines);
    }
    const shiftAt = (line: number, character: number): number => {
        let [low, high] = [0, edits.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            const at = edits[middle]?.at;
            if (at && (at.line < line || (at.line === line && at.character < character))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sums[low] ?? 0;
    };
    return [
        // what comes in at the begin of its line moves it down; where its line goes, it stays where that was
        ...before.map((d) => ({ ...d, line: d.line + Math.max(shiftAt(d.line - 1, 0), shiftAt(d.line - 1, 1)) })),
        ...own.map(({ title, first: { at, newText } }, index) => {
            const { line, character } = at.range.start;
            const isTold = before.length + index < MOST_TOLD;
            const name = isTold ? nameAround(document, document.textDocument.offsetAt(at.range.start)) : undefined;
            const below = /^(?:\r?\n)*/.exec(newText)?.[0].split('\n').length ?? 1;
            return {
                line: line + below + shiftAt(line, character),
                ...(name === undefined ? {} : { name }),
                title,
            };
        }),
    ];
}

function keyOf({ code, edits }: Mend): string {
    return JSON.stringify([code, edits]);
}
