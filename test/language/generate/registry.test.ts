import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasEnglishLabel, label } from '../../../language/generate/document/labels.js';
import { partOf } from '../../../language/generate/document/placement.js';
import { GENERATORS, generatorById } from '../../../language/generate/registry.js';
import { relatedTo } from '../../../language/generate/related.js';
import { exampleCases, exampleFolders, ROOT } from './support.js';

const grammar = readFileSync(`${ROOT}language/draaiboek.langium`, 'utf8');

/** The keywords of all properties: those in `kind=(…)`, and those of the rules for a kind of more words. */
const keywords = [
    ...grammar.matchAll(/^(\w+) returns (?:Property|Spoken|Party):\s*(?:[^;]*?)kind=(\([^)]*\)|'[^']*'|\w+)/gm),
].flatMap(([, , kinds = '']) => {
    const quoted = [...kinds.matchAll(/'([^']+)'/g)].map((m) => m[1] ?? '');
    if (quoted.length > 0) {
        return quoted;
    }
    const [, words = ''] = new RegExp(`^${kinds} returns string: ([^;]*);`, 'm').exec(grammar) ?? [];
    return [
        words
            .replace(/'(\S+)'\??/g, '$1')
            .replace(/\s+/g, ' ')
            .trim(),
    ];
});

describe('the list of outputs', () => {
    it('finds each by its id', () => {
        const ids = GENERATORS.map((g) => g.id);
        expect(ids).toEqual(expect.arrayContaining(['html', 'markdown', 'mermaid', 'json']));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.map((id) => generatorById(id)?.id)).toEqual(ids);
        expect(generatorById('pdf')).toBeUndefined();
    });

    it('never lets a document refuse', () => {
        expect(
            GENERATORS.filter((g) => ['html', 'markdown', 'json', 'mermaid'].includes(g.id) && g.refusesOnError),
        ).toEqual([]);
    });

    it('makes files of different names for one interventie, each inside its folder', async () => {
        for (const { protocol, options } of await exampleCases()) {
            const paths = GENERATORS.flatMap((g) =>
                g.generate(protocol, options).files.map((f) => f.path.toLowerCase()),
            );
            expect(new Set(paths).size).toBe(paths.length);
            expect(paths.filter((p) => p.startsWith('/') || p.split('/').includes('..'))).toEqual([]);
        }
    });
});

describe('the labels of properties', () => {
    it('exist in English for every keyword of the grammar', () => {
        expect(keywords.length).toBeGreaterThan(90);
        expect(keywords.filter((k) => !hasEnglishLabel(k))).toEqual([]);
    });

    it('are the keyword itself in Dutch', () => {
        expect(label('bewaartermijn', 'nl')).toBe('Bewaartermijn');
        expect(label('bewaartermijn', 'en')).toBe('Retention period');
        expect(label('nieuw-woord', 'en')).toBe('Nieuw-woord');
    });

    it('put what the form has no place for with the description', () => {
        expect(partOf('randvoorwaarde')).toBe('delivery');
        expect(partOf('casus')).toBe('description');
    });
});

describe('what is about an interventie', () => {
    it('is found in all files: its reviews with their framework, its cases, and what those cite', async () => {
        const folder = (await exampleFolders()).find((f) => f.folder === 'gezinspad');
        const related = folder?.cases.find((c) => c.name === 'GezinspadBreda')?.options.related;
        expect(related?.reviews.length).toBeGreaterThan(0);
        expect(related?.frameworks.map((f) => f.name)).toEqual([
            ...new Set(related?.reviews.map((r) => r.framework.name)),
        ]);
        expect(related?.shared?.sources.length).toBeGreaterThan(0);
        expect(relatedTo({ name: 'Onbekend' }, [])).toMatchObject({ reviews: [], frameworks: [], scenarios: [] });
    });
});
