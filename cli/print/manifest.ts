import type { Output } from '../../language/generate/generator.js';
import type { Range } from '../../language/model/protocol.js';
import type { Language } from '../../language/text/bilingual.js';
import type { Work } from '../generate/work.js';
import { amount, files } from '../messages.js';
import { printable, type Colors } from '../terminal.js';

/** What one generator made from one interventie. */
export interface MadeOutput {
    readonly work: Work;
    readonly to: string;
    readonly output: Output;
}

/** What `generate --format json` prints. Scripts build on it: what is here stays. */
export interface JsonManifest {
    readonly version: 1;
    readonly interventies: readonly {
        readonly name: string;
        readonly outputs: readonly {
            readonly to: string;
            /** from the folder for output, with `/` */
            readonly files: readonly string[];
            readonly losses: readonly { readonly element: string; readonly reason: string }[];
            /** `file` from where the tool runs, with `/`; `range` zero-based */
            readonly trace: readonly {
                readonly element: string;
                readonly id: string;
                readonly file: string;
                readonly range: Range;
            }[];
        }[];
    }[];
    /** the files of a site of all of them, from the folder for output; only where it was asked for */
    readonly site?: { readonly files: readonly string[] };
}

export function jsonManifest(
    works: readonly Work[],
    made: readonly MadeOutput[],
    shownUri: (uri: string) => string,
    site: readonly string[] = [],
): JsonManifest {
    const byWork = Map.groupBy(made, (one) => one.work);
    const interventies = works.map((work) => ({
        name: work.protocol.name,
        outputs: (byWork.get(work) ?? []).map(({ to, output }) => ({
            to,
            files: output.files.map(({ path }) => `${work.folder}/${path}`),
            losses: output.losses.map(({ element, reason }) => ({ element, reason: reason[work.file.language] })),
            trace: output.trace.map(({ element, id, at }) => ({
                element,
                id,
                file: shownUri(at.file),
                range: at.range,
            })),
        })),
    }));
    return { version: 1, interventies, ...(site.length === 0 ? {} : { site: { files: site } }) };
}

/** How large a site is and where it begins. */
export function siteManifest(count: number, folder: string, language: Language): string {
    const { nl, en } = files(count);
    return `${{ nl: `Site: ${nl} in ${folder}; begin bij index.html.`, en: `Site: ${en} in ${folder}; begin at index.html.` }[language]}\n`;
}

/** What was made, for people: per interventie each output with its files, and how much it could not say. */
export function textManifest(
    works: readonly Work[],
    made: readonly MadeOutput[],
    folder: string,
    language: Language,
    colors: Colors,
): string {
    const lines: string[] = [];
    const byWork = Map.groupBy(made, (one) => one.work);
    for (const work of works) {
        const outputs = byWork.get(work);
        if (!outputs) {
            continue;
        }
        lines.push(colors.bold(printable(work.protocol.title ?? work.protocol.name)));
        const width = Math.max(...outputs.map(({ to }) => to.length));
        for (const { to, output } of outputs) {
            const [first = '', ...rest] = linesOf(output, `${folder}/${work.folder}`, language);
            const count = output.files.length > 0 ? lossCount(output.losses.length, language) : '';
            lines.push(`  ${to.padEnd(width)}  ${first}${colors.dim(count)}`);
            lines.push(...rest.map((line) => `  ${' '.repeat(width)}  ${line}`));
        }
    }
    const total = files(made.reduce((sum, { output }) => sum + output.files.length, 0));
    const last = { nl: `${total.nl} gemaakt in ${folder}.`, en: `${total.en} made in ${folder}.` };
    lines.push(colors.green(printable(last[language])));
    if (made.some(({ output }) => output.files.length > 0 && output.losses.length > 0)) {
        const more = {
            nl: 'Een verlies is wat een uitvoer niet kan zeggen of wat onbekend is; `--format json` noemt ze alle, met de reden.',
            en: 'A loss is what an output cannot say, or what is unknown; `--format json` names them all, with the reason.',
        };
        lines.push(colors.dim(more[language]));
    }
    return `${lines.join('\n')}\n`;
}

/** The files of an output, or why there are none. */
function linesOf({ files: made, losses }: Output, folder: string, language: Language): string[] {
    if (made.length > 0) {
        return made.map(({ path }) => printable(`${folder}/${path}`));
    }
    const nothing = { nl: 'niets te maken', en: 'nothing to make' }[language];
    return losses.length > 0 ? losses.map(({ reason }) => `${nothing}: ${printable(reason[language])}`) : [nothing];
}

function lossCount(count: number, language: Language): string {
    return count === 0
        ? ''
        : `  (${amount(count, { nl: 'verlies', en: 'loss' }, { nl: 'verliezen', en: 'losses' })[language]})`;
}
