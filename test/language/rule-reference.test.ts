import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../language/rules/catalogue.js';
import { RULE_REFERENCE, ruleReference } from '../../scripts/docs/rule-reference.js';

describe('docs/regels.md', async () => {
    const text = await ruleReference();

    it('is what the generator makes; if not, run the command in scripts/docs/rule-reference.ts', () => {
        expect(readFileSync(RULE_REFERENCE, 'utf8')).toBe(text);
    });

    it('has a page for each rule, with its reason, both examples, whether it has a quick fix, and how to ignore it', () => {
        const pages = new Map(
            text
                .split('\n### ')
                .slice(1)
                .map((page) => [page.split('\n')[0], page]),
        );
        for (const rule of catalogue) {
            const page = pages.get(rule.code) ?? '';
            expect(page, rule.code).toContain(rule.reason.nl);
            expect(page.match(/```draaiboek\n/g), rule.code).toHaveLength(2);
            expect(page, rule.code).toMatch(/Negeren: |niet te negeren/);
            expect(page, rule.code).toContain(rule.noFix ? `Geen herstel. ${rule.noFix.nl}` : '\nHerstel: ');
        }
    });

    it('says of each area what it is about, and leads from the table to each page', () => {
        const areas = [...new Set(catalogue.map((r) => r.code.split('/')[0] ?? ''))];
        expect(areas.filter((area) => !text.includes(`\n## ${area}: `))).toEqual([]);
        const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map((m) => m[1]);
        const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map((m) =>
            (m[1] ?? '')
                .toLowerCase()
                .replace(/[^\p{L}\p{N} -]/gu, '')
                .replaceAll(' ', '-'),
        );
        expect(links.filter((link) => !anchors.includes(link ?? ''))).toEqual([]);
    });
});
