import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { GENERATORS } from '../../language/generate/registry.js';
import { contextIn } from '../../language/messages/statements/contexts.js';
import { ruleByCode } from '../../language/rules/catalogue.js';
import { syntaxis } from '../../language/rules/catalogue/meta/syntaxis.js';
import { verwijzing } from '../../language/rules/catalogue/meta/verwijzing.js';
import { findingsBy } from '../../language/rules/check.js';
import { readSettings } from '../../language/settings/read.js';
import { parseText } from '../../language/workspace.js';
import { fencesIn, guides, played } from '../../scripts/docs/guides.js';
import { tool } from '../cli/tool.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const GUIDES = guides(ROOT);
const PAGES = [...GUIDES, 'CHANGELOG.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter(
    (path, i, all) => path.endsWith('.md') && all.indexOf(path) === i,
);

/** What is between single backticks, outside of fences. */
function spans(markdown: string): string[] {
    const prose = markdown.replace(/^```.*?^```$/gms, '');
    return [...prose.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map((match) => match[1] ?? '');
}

/** The commands of the tool that a text names, without what comes before `draaiboek`. */
function commandsIn(markdown: string): string[] {
    const lines = [...spans(markdown), ...fencesIn(markdown).flatMap((fence) => fence.content.split('\n'))];
    return lines.flatMap((line) => /^(?:\$ )?(?:npm run --silent draaiboek --|draaiboek) (.+)$/.exec(line)?.[1] ?? []);
}

/** What keeps texts from being read, by their addresses: their sentences and the names in them. */
async function problemsIn(files: Readonly<Record<string, string>>): Promise<Record<string, string[]>> {
    const { Draaiboek } = createDraaiboekServices();
    for (const [uri, content] of Object.entries(files)) {
        await parseText(Draaiboek, content, uri);
    }
    const found: Record<string, string[]> = {};
    for (const [uri, content] of Object.entries(files)) {
        const document = await parseText(Draaiboek, content, uri);
        found[uri] = findingsBy([syntaxis, verwijzing], document, Draaiboek).map((f) => f.message.en);
    }
    return found;
}

async function problems(text: string): Promise<string[]> {
    return Object.values(await problemsIn({ 'memory:/tekst.draaiboek': text })).flat();
}

describe.each(GUIDES)('%s', (path) => {
    const text = read(path);

    // a guide calls the tool dozens of times, a process each
    test('shows what the tool prints, from texts that can be read; if not, run `npm run docs`', async () => {
        const known = new Set<string>();
        const after = await played(text, async (folder, fence) => {
            // between two pieces that the reader fills in, a name may be missing; not where the tool is called
            if (fence.info !== 'console') {
                return;
            }
            const files = Object.fromEntries(
                readdirSync(folder)
                    .filter((name) => name.endsWith('.draaiboek'))
                    .map((name) => [URI.file(join(folder, name)).toString(), readFileSync(join(folder, name), 'utf8')]),
            );
            // most calls are about the texts of the call before
            const all = JSON.stringify(files);
            if (!known.has(all)) {
                known.add(all);
                const found = await problemsIn(files);
                expect(Object.entries(found).filter(([, problems]) => problems.length > 0)).toEqual([]);
            }
        });
        expect(after).toBe(text);
    });

    test('has examples that can be read, and whose names are known', async () => {
        for (const { info, content } of fencesIn(text).filter((f) => /^draaiboek\b/.test(f.info))) {
            const block = /^draaiboek in (.+)$/.exec(info)?.[1];
            if (block !== undefined) {
                expect(await problems(contextIn(block).replace(/^…$/m, () => content)), content).toEqual([]);
            } else if (info === 'draaiboek') {
                expect(await problems(content), content).toEqual([]);
            } else {
                expect(info).toMatch(/^draaiboek \S+\.draaiboek( \| [^|]+){0,2}$/);
            }
        }
    });

    test('has settings that are understood', () => {
        for (const { content } of fencesIn(text).filter((f) => f.info === 'json draaiboek.json')) {
            expect(readSettings(content).problems, content).toEqual([]);
        }
    });

    test('names no command or option that the tool does not have', async () => {
        const help = (await tool(['--help'])).out;
        for (const [name = '', ...args] of commandsIn(text).map((command) => command.split(' '))) {
            if (/^[A-Z]+$/.test(name)) {
                continue; // stands for a command
            }
            if (name.startsWith('-')) {
                expect(help).toContain(name);
                continue;
            }
            expect(help, name).toMatch(new RegExp(`^ {2}${name} `, 'm'));
            const options = args.filter((arg) => arg.startsWith('--'));
            const { out } = await tool([name, '--help']);
            expect(options.filter((option) => !out.includes(`${option} `))).toEqual([]);
        }
    });

    test('names no npm script that is not there', () => {
        const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
        const named = [...text.matchAll(/\bnpm (?:run (?:--silent )?(?=[a-z])|(?!run\b))([a-z:]+)/g)].map(
            (match) => match[1] ?? '',
        );
        const npmItself = ['ci', 'install', 'pack'];
        expect(named.filter((name) => !(name in scripts) && !npmItself.includes(name))).toEqual([]);
    });
});

describe.each(PAGES)('%s', (path) => {
    const text = read(path);

    test('leads to pages and headings that are there', () => {
        const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
        const broken = targets.filter((target) => {
            const [page = '', heading] = target.split('#');
            if (/^[a-z]+:/.test(page)) {
                return false;
            }
            const file = page === '' ? join(ROOT, path) : join(ROOT, dirname(path), page);
            return (
                !existsSync(file) || (heading !== undefined && !anchors(readFileSync(file, 'utf8')).includes(heading))
            );
        });
        expect(broken).toEqual([]);
    });
});

describe.each(PAGES)('%s', (path) => {
    const text = read(path);

    test('names no file of ours that is not there', () => {
        const rooms = /^(language|cli|server|client|test|scripts|docs|examples)\/[\w./-]*$/;
        expect(spans(text).filter((s) => rooms.test(s) && !existsSync(join(ROOT, s)))).toEqual([]);
    });

    test('names no rule that is not there', () => {
        const ignored = [...text.matchAll(/draaiboek: negeer ([\w/,-]+)/g)].flatMap((m) => m[1]?.split(',') ?? []);
        const named = spans(text).filter(
            (s) => /^[a-z]{2,}(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/.test(s) && !existsSync(join(ROOT, s)),
        );
        const codes = [...ignored, ...named, ...commandsIn(text).flatMap((c) => /^explain (\S+)/.exec(c)?.[1] ?? [])];
        expect(codes.filter((code) => code !== 'CODE' && !ruleByCode(code))).toEqual([]);
    });
});

/** The anchors of a page's headings, as GitHub makes them. */
function anchors(markdown: string): string[] {
    const prose = markdown.replace(/^```.*?^```$/gms, '');
    return [...prose.matchAll(/^#+ (.+)$/gm)].map((match) =>
        (match[1] ?? '')
            .toLowerCase()
            .replace(/[^\p{L}\p{N}_ -]/gu, '')
            .replaceAll(' ', '-'),
    );
}

describe('README.md', () => {
    const text = read('README.md');

    test('has each command of the tool in its table, and each output', async () => {
        const { out } = await tool(['--help']);
        const commands = [...out.matchAll(/^ {2}([a-z]+)(?= |$)/gm)].map((match) => match[1] ?? '');
        expect(commands.filter((name) => !text.includes(`| \`${name}`))).toEqual([]);
        expect(GENERATORS.filter(({ id }) => !text.includes(`\`${id}\``)).map(({ id }) => id)).toEqual([]);
    });

    test('names the package of this version', () => {
        const { version } = JSON.parse(read('package.json')) as { version: string };
        expect(text.match(/draaiboek-[\d.]+\d\.tgz/g)).toEqual([`draaiboek-${version}.tgz`]);
    });

    test('has each part of the settings', () => {
        const schema = JSON.parse(read('docs/draaiboek.schema.json')) as { properties: Record<string, unknown> };
        const parts = Object.keys(schema.properties).filter((name) => name !== '$schema');
        expect(parts.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
    });
});
