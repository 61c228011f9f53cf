/** What package.json says to VS Code, beside the code that it speaks of. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LENS_COMMANDS } from '../../language/editor/code-lenses.js';
import { TREES } from '../../server/requests.js';

const ROOT = join(import.meta.dirname, '../..');
const { contributes, capabilities, description } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    contributes: Contributes;
    capabilities: unknown;
    description: string;
};

interface Contributes {
    readonly commands: readonly { readonly command: string; readonly title: unknown; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly keybindings: readonly { readonly command: string }[];
    readonly views: Readonly<
        Record<
            string,
            readonly { readonly id: string; readonly name: string; readonly icon: string; readonly type?: string }[]
        >
    >;
    readonly viewsContainers: Readonly<
        Record<'activitybar' | 'panel', readonly { readonly id: string; readonly icon: string }[]>
    >;
    readonly walkthroughs: readonly unknown[];
    readonly viewsWelcome: readonly { readonly view: string; readonly when: string; readonly contents: string }[];
}

/** All of `client/`, as one text. */
const CLIENT = sourcesIn(join(ROOT, 'client')).join('\n');
const REGISTERED = [...CLIENT.matchAll(/registerCommand\(\s*'([^']+)'/g)].map(([, name]) => name ?? '');
const DECLARED = contributes.commands.map(({ command }) => command);

function sourcesIn(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

/** What VS Code shows people of a contribution, by the names of its properties. */
const SHOWN = /^(title|name|label|contents|altText|contextualTitle|\w*[dD]escriptions?)$/;

function textsIn(value: unknown): string[] {
    return typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
              SHOWN.test(key) ? [part].flat().filter((text) => typeof text === 'string') : textsIn(part),
          );
}

describe('the commands', () => {
    test.each(contributes.commands)(
        '$command is registered, and named in Dutch, to be found in English too',
        (command) => {
            expect(REGISTERED).toContain(command.command);
            expect(command.category).toBe('Draaiboek');
            expect(command.title).toEqual({
                value: expect.stringMatching(/\S/),
                original: expect.stringMatching(/\S/),
            } as object);
        },
    );

    test('in menus, keys and code lenses are there', () => {
        const inMenus = Object.values(contributes.menus).flat();
        const used = [...inMenus, ...contributes.keybindings].map(({ command }) => command);
        expect(used.filter((command) => !DECLARED.includes(command))).toEqual([]);
        expect(Object.values(LENS_COMMANDS).filter((command) => !REGISTERED.includes(command))).toEqual([]);
    });

    test('in the texts of empty views are there', () => {
        const links = contributes.viewsWelcome.flatMap(({ contents }) => [
            ...contents.matchAll(/\(command:([^)]+)\)/g),
        ]);
        expect(links.length).toBeGreaterThan(0);
        expect(links.map(([, name]) => name ?? '').filter((name) => !DECLARED.includes(name))).toEqual([]);
    });
});

describe('the views', () => {
    const views = Object.values(contributes.views).flat();
    const { activitybar, panel } = contributes.viewsContainers;
    const containers = [...activitybar, ...panel];
    // what a page shows while it is empty stands on the page
    const trees = views.filter(({ type }) => type !== 'webview');

    test('are the trees of the server and the walk, in containers of ours', () => {
        expect(trees.map(({ id }) => id)).toEqual(Object.keys(TREES).map((name) => `draaiboek.${name}`));
        expect(views.filter((view) => !trees.includes(view)).map(({ id }) => id)).toEqual(['draaiboek.walk']);
        expect(Object.keys(contributes.views)).toEqual(containers.map(({ id }) => id));
    });

    test('have a picture, which is packed', () => {
        const packed = readFileSync(join(ROOT, 'scripts/package.mjs'), 'utf8');
        for (const { icon } of [...views, ...containers]) {
            expect(existsSync(join(ROOT, icon))).toBe(true);
            expect(packed).toContain(`'${icon}'`);
        }
    });

    test.each(trees)('$id says in both languages what it shows while it is empty', ({ id }) => {
        const whens = contributes.viewsWelcome.filter(({ view }) => view === id).map(({ when }) => when);
        expect(whens).toEqual(["config.draaiboek.language != 'en'", "config.draaiboek.language == 'en'"]);
    });
});

/** VS Code takes the texts of its own language where there are, and these ones, in Dutch, for any other language. */
describe('the texts of the manifest', () => {
    const texts = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as Record<string, string>;
    const [nl, en] = [texts('package.nls.json'), texts('package.nls.en.json')];
    const keys = [...JSON.stringify(contributes).matchAll(/%([\w.]+)%/g)].map(([, key]) => key ?? '');
    keys.push('description');

    test('are there in both languages, and no others', () => {
        expect(Object.keys(nl).sort()).toEqual([...new Set(keys)].sort());
        expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort());
        expect(keys.filter((key) => nl[key] === en[key])).toEqual([]);
    });

    test('are all that people read, but for our name and for texts that stand there in both languages', () => {
        // commands have `value` and `original`; what an empty view says is asked above
        const { commands, viewsWelcome, ...others } = contributes;
        expect([commands, viewsWelcome].every((all) => all.length > 0)).toBe(true);
        const said = textsIn(others);
        expect(said).toEqual(expect.arrayContaining(['%view.walk%', '%container.walk%', '%setting.language.nl%']));
        expect(said.filter((text) => text !== 'Draaiboek' && !/^%[\w.]+%$/.test(text))).toEqual([]);
    });

    test('say of the extension what package.json says of the tool, which knows no translation', () => {
        expect(nl.description).toBe(description);
        expect(readFileSync(join(ROOT, 'scripts/package.mjs'), 'utf8')).toContain("description: '%description%'");
    });

    test('name commands and pictures of the walkthrough that are there', () => {
        const said = [...Object.values(nl), ...Object.values(en)].join('\n');
        const commands = [...said.matchAll(/\(command:([^)]+)\)/g)].map(([, name]) => name ?? '');
        const own = commands.filter((name) => name.startsWith('draaiboek.'));
        expect(own.length).toBeGreaterThan(0);
        expect(own.filter((name) => !DECLARED.includes(name))).toEqual([]);
        const files =
            `${JSON.stringify(contributes.walkthroughs)}\n${said}`.match(/client\/walkthrough\/[\w.]+/g) ?? [];
        expect(files).toHaveLength(8);
        expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    });
});

describe('a workspace that nobody trusts yet', () => {
    const server = sourcesIn(join(ROOT, 'server')).join('\n');

    test('has all of the extension, as one that is not on disk has', () => {
        expect(capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
    });

    test('runs no other program, reads no text as program and asks nothing of a network', () => {
        const running = /child_process|worker_threads|createTerminal|ShellExecution|executeTask|\beval\(|new Function/;
        const asking = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|from '(node:)?(https?|net|dgram)'/;
        const written = /innerHTML|outerHTML|insertAdjacentHTML|document\.write/;
        for (const sources of [CLIENT, server]) {
            expect(sources.length).toBeGreaterThan(10_000);
            expect([running, asking, written].map((pattern) => pattern.exec(sources)?.[0])).toEqual([
                undefined,
                undefined,
                undefined,
            ]);
        }
    });
});

test('the pictures of the page of the extension are there', () => {
    const page = readFileSync(join(ROOT, 'client/README.md'), 'utf8');
    const pictures = [...page.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path ?? '');
    expect(pictures.length).toBeGreaterThan(0);
    // scripts/package.mjs takes along what stands there
    expect(pictures.filter((path) => !path.startsWith('walkthrough/'))).toEqual([]);
    expect(pictures.filter((path) => !existsSync(join(ROOT, 'client', path)))).toEqual([]);
});
