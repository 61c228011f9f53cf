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
}

export function jsonManifest(
    works: readonly Work[],
    made: readonly MadeOutput[],
    shownUri: (uri: string) => string,
): JsonManifest {
    const interventies = works.map((work) => ({
        name: work.protocol.name,
        outputs: made
            .filter((one) => one.work === work)
            .map(({ to, output }) => ({
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
    return { version: 1, interventies };
}

/** How many losses of one output are named. */
const MOST_LOSSES = 5;

/** What was made, for people: per interventie each output with its files, and what it could not say. */
export function textManifest(
    works: readonly Work[],
    made: readonly MadeOutput[],
    folder: string,
    language: Language,
    colors: Colors,
): string {
    const lines: string[] = [];
    for (const work of works) {
        const outputs = made.filter((one) => one.work === work);
        if (outputs.length === 0) {
            continue;
        }
        lines.push(colors.bold(printable(work.protocol.title ?? work.protocol.name)));
        const width = Math.max(...outputs.map(({ to }) => to.length));
        for (const { to, output } of outputs) {
            const paths = output.files.map(({ path }) => printable(`${folder}/${work.folder}/${path}`));
            lines.push(`  ${to.padEnd(width)}  ${paths[0] ?? ''}`);
            lines.push(...paths.slice(1).map((path) => `  ${' '.repeat(width)}  ${path}`));
            lines.push(...losses(output, language).map((line) => `  ${' '.repeat(width)}    ${colors.dim(line)}`));
        }
    }
    const total = files(made.reduce((sum, { output }) => sum + output.files.length, 0));
    const last = { nl: `${total.nl} gemaakt in ${folder}.`, en: `${total.en} made in ${folder}.` };
    return `${[...lines, colors.green(last[language])].join('\n')}\n`;
}

function losses({ losses: all }: Output, language: Language): string[] {
    if (all.length === 0) {
        return [];
    }
    const count = amount(all.length, { nl: 'verlies', en: 'loss' }, { nl: 'verliezen', en: 'losses' });
    const head = { nl: `${count.nl}: wat hier niet in kan`, en: `${count.en}: what it cannot say` }[language];
    const named = all
        .slice(0, MOST_LOSSES)
        .map(({ element, reason }) => `- ${printable(element)}: ${printable(reason[language])}`);
    const rest = { nl: '- … de rest staat in `--format json`', en: '- … the rest is in `--format json`' }[language];
    return [head, ...named, ...(all.length > MOST_LOSSES ? [rest] : [])];
}
