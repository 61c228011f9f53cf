/**
 * README.md and the guides in docs/ are written by hand, but what the tool prints in them is not: `npm run docs` runs
 * their commands and puts in what is printed now. A guide is played from top to bottom, in an empty folder:
 *
 *   ```console                              each line `$ draaiboek …` is run; what it prints follows. Of a long answer
 *                                           a line `…` leaves out the middle: as many lines stay on either side of it
 *   ```draaiboek NAME                       writes the file NAME
 *   ```draaiboek NAME | FROM | TO           puts this into NAME in place of the lines from the one that begins with
 *                                           FROM to just before the next that begins with TO; without TO, of that line
 *   ```json NAME                            writes it
 *   ```draaiboek                            a whole text by itself
 *   ```draaiboek in BLOCK                   lines that stand in such a block of the example Gezinspad
 */
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../../cli/main.js';

/** What stands where a part of an answer is left out. */
const LEFT_OUT = '…';
const COMMAND = /^\$ draaiboek (.+)$/;

/** A piece of Markdown between two fences. */
export interface Fence {
    /** what follows the opening ```: a language, and what it is for */
    readonly info: string;
    readonly content: string;
    /** where the content is in the text */
    readonly start: number;
}

/** Looks at the folder of a guide after a fence was played in it. */
export type Watcher = (folder: string, fence: Fence) => Promise<void> | void;

/** The paths of the guides written by hand, relative to the root of the project. */
export function guides(root: string): string[] {
    return ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter(
        (path) => path.endsWith('.md') && !readFileSync(join(root, path), 'utf8').includes('<!-- Gemaakt door '),
    );
}

/** The pieces of code in a text, in its order. */
export function fencesIn(markdown: string): Fence[] {
    return [...markdown.matchAll(/^```([^`\n]*)\n(.*?)^```$/gms)].map((match) => ({
        info: (match[1] ?? '').trim(),
        content: match[2] ?? '',
        start: match.index + match[0].indexOf('\n') + 1,
    }));
}

/**
 * Plays a guide in a temporary folder.
 *
 * @param watch is called after each fence
 * @returns the same text with what the tool prints now
 * @throws where a line that has to be replaced is not there
 */
export async function played(markdown: string, watch: Watcher = () => undefined): Promise<string> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'draaiboek-guide-')));
    try {
        let result = '';
        let end = 0;
        for (const fence of fencesIn(markdown)) {
            const content = await play(fence, folder);
            result += markdown.slice(end, fence.start) + content;
            end = fence.start + fence.content.length;
            await watch(folder, fence);
        }
        return result + markdown.slice(end);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/**
 * Puts into the guides what the tool prints now.
 *
 * @param root the folder of the project
 * @throws what the file system throws
 */
export async function writeGuides(root: string): Promise<void> {
    for (const path of guides(root)) {
        const before = readFileSync(join(root, path), 'utf8');
        const after = await played(before);
        if (after !== before) {
            writeFileSync(join(root, path), after);
        }
    }
}

/** @returns the content that the fence should have */
async function play({ info, content }: Fence, folder: string): Promise<string> {
    if (info === 'console') {
        return playCommands(content, folder);
    }
    const [language = '', name = ''] = info.split(/[ |]+/);
    if (name.endsWith(`.${language}`)) {
        const [, from, to] = info.split('|').map((part) => part.trim());
        const file = join(folder, name);
        const text = from === undefined ? content : replaced(readFileSync(file, 'utf8'), from, to, content);
        writeFileSync(file, text);
    }
    return content;
}

function replaced(text: string, from: string, to: string | undefined, by: string): string {
    const lines = text.split('\n');
    const find = (start: string, after: number) => {
        const index = lines.findIndex((line, i) => i >= after && line.trim().startsWith(start));
        if (index < 0) {
            throw new Error(`There is no line that begins with "${start}" to put something in place of.`);
        }
        return index;
    };
    const first = find(from, 0);
    const end = to === undefined ? first + 1 : find(to, first + 1);
    return [...lines.slice(0, first), by.replace(/\n$/, ''), ...lines.slice(end)].join('\n');
}

/** Runs the commands of a fence; other lines than commands are what was printed before. */
async function playCommands(content: string, folder: string): Promise<string> {
    const commands: { line: string; shown: string[] }[] = [];
    for (const line of content.trimEnd().split('\n')) {
        if (line.startsWith('$ ')) {
            commands.push({ line, shown: [] });
        } else {
            commands.at(-1)?.shown.push(line);
        }
    }
    let result = '';
    for (const { line, shown } of commands) {
        const command = COMMAND.exec(line)?.[1];
        const printed = command === undefined ? shown : abridged(await run(command, folder), shown);
        result += [line, ...printed].map((l) => `${l}\n`).join('');
    }
    return result;
}

async function run(command: string, cwd: string): Promise<string[]> {
    let printed = '';
    const sink = { isTerminal: false, write: (text: string) => void (printed += text) };
    await runTool(command.split(' '), {
        cwd,
        stdout: sink,
        stderr: sink,
        env: {},
        readInput: () => Promise.resolve(new Uint8Array()),
        server: '',
        readPart: () => Promise.reject(new Error('no guide prints a picture')),
        onStop: () => () => undefined,
    });
    return printed.trimEnd().split('\n');
}

/** As many lines of what is printed as were shown on either side of what was left out. */
function abridged(printed: readonly string[], shown: readonly string[]): readonly string[] {
    const at = shown.indexOf(LEFT_OUT);
    const after = shown.length - at - 1;
    if (at < 0 || at + after >= printed.length) {
        return printed;
    }
    return [...printed.slice(0, at), LEFT_OUT, ...printed.slice(printed.length - after)];
}
