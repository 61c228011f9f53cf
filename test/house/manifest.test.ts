/** What package.json says to VS Code, beside the code that it speaks of. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LENS_COMMANDS } from '../../language/editor/code-lenses.js';
import { TREES } from '../../server/requests.js';

const ROOT = join(import.meta.dirname, '../..');
const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { contributes: Contributes };

interface Contributes {
    readonly commands: readonly { readonly command: string; readonly title: unknown; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly keybindings: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
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

    test('are the trees of the server, in a container of ours', () => {
        expect(views.map(({ id }) => id)).toEqual(Object.keys(TREES).map((name) => `draaiboek.${name}`));
        const containers = contributes.viewsContainers.activitybar.map(({ id }) => id);
        expect(Object.keys(contributes.views)).toEqual(containers);
    });

    test('have a picture, which is packed', () => {
        const packed = readFileSync(join(ROOT, 'scripts/package.mjs'), 'utf8');
        for (const { icon } of [...views, ...contributes.viewsContainers.activitybar]) {
            expect(existsSync(join(ROOT, icon))).toBe(true);
            expect(packed).toContain(`'${icon}'`);
        }
    });

    test.each(views)('$id says in both languages what it shows while it is empty', ({ id }) => {
        const whens = contributes.viewsWelcome.filter(({ view }) => view === id).map(({ when }) => when);
        expect(whens).toEqual(["config.draaiboek.language != 'en'", "config.draaiboek.language == 'en'"]);
    });
});
