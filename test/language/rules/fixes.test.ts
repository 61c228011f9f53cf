import { describe, expect, it } from 'vitest';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import { formatText } from '../../../language/format/format.js';
import { catalogue } from '../../../language/rules/catalogue.js';
import type { Finding } from '../../../language/rules/finding.js';
import { isProof } from '../../../language/rules/proof.js';
import type { Rule } from '../../../language/rules/rule.js';
import { applyFix, check } from '../rule-tester.js';
import { MORE, type Example } from './fixes-examples.js';

/** By this name an example may use itself. */
const NAME = 'tekst-zelf.draaiboek';
const services = createDraaiboekServices().Draaiboek;

/** The wrong example of each rule, and further ones for what it does not show. */
const examplesOf = ({ code, wrong }: Rule): readonly Example[] => [{ text: wrong }, ...(MORE[code] ?? [])];
const examples = catalogue.flatMap((rule) =>
    examplesOf(rule).map((example) => [rule.code, example.text, example] as const),
);

/** What is found in the examples as they are, each looked at once. */
const found = new Map<Example, Promise<Finding[]>>();

async function findingsOf(code: string, example: Example): Promise<Finding[]> {
    const { text, ...others } = example;
    const all = found.get(example) ?? check(text, { ...others, name: NAME });
    found.set(example, all);
    return (await all).filter((f) => f.code === code);
}

/** A text as the formatter writes it; one that cannot be read stays as it is. */
function formatted(text: string): { text: string; isFormatted: boolean } {
    const result = formatText(text, services);
    return { text: result.text, isFormatted: result.refused === undefined };
}

describe('each rule', () => {
    it.each(catalogue.map((rule) => [rule.code, rule] as const))(
        '%s has a fix for one of its examples, or says why it has none',
        async (code, rule) => {
            const fixes: number[] = [];
            for (const example of rule.noFix ? [{ text: rule.wrong }] : examplesOf(rule)) {
                fixes.push((await findingsOf(code, example)).flatMap((f) => f.fixes).length);
            }
            if (rule.noFix) {
                expect(Math.max(...fixes)).toBe(0);
                expect(rule.noFix.nl).toMatch(/\.$/);
                expect(rule.noFix.en).toMatch(/\.$/);
            } else {
                expect(Math.max(...fixes)).toBeGreaterThan(0);
                // a further text is there for its fix
                expect(fixes.slice(1).filter((n) => n === 0)).toEqual([]);
            }
        },
    );
});

describe('each fix of each example', () => {
    it.each(examples)('%s mends what it is offered for, as the formatter writes it: %s', async (code, _, example) => {
        const { text, isFormatted } = formatted(example.text);
        const { files, texts } = example;
        const others = { name: NAME, ...(files && { files }), ...(texts && { texts }) };
        const before = await check(text, others);
        for (const finding of before.filter((f) => f.code === code)) {
            expect(new Set(finding.fixes.map((f) => f.title.nl)).size).toBe(finding.fixes.length);
            for (const [index, fix] of finding.fixes.entries()) {
                expect(JSON.parse(JSON.stringify(fix))).toEqual(fix);
                expect(fix.title.nl).not.toMatch(/\{\w+\}|undefined|\[object/);
                expect(fix.title.en).not.toMatch(/\{\w+\}|undefined|\[object/);
                const mended = applyFix(text, finding, index);
                const after = await check(mended, others);
                const shown = `${fix.title.nl}:\n${mended}\n${after.map((f) => `${f.severity} ${f.code}: ${f.message.nl}`).join('\n')}`;
                expect(told(after, finding), shown).toBeLessThan(told(before, finding));
                expect(ofCode(after, code), shown).toBeLessThanOrEqual(ofCode(before, code));
                expect(newErrors(before, after), shown).toEqual([]);
                // what could not be read or linked was not looked at before
                if (!code.startsWith('meta/')) {
                    expect(newProblemsOfCourses(before, after), shown).toEqual([]);
                    const allowed = FOLLOW_UP[code] ?? [];
                    expect(
                        newlyFound(before, after).filter((c) => !allowed.includes(c)),
                        shown,
                    ).toEqual([]);
                }
                if (isFormatted) {
                    expect(formatted(mended), shown).toEqual({ text: mended, isFormatted });
                }
            }
        }
    });

    it('is safe only where it changes nothing of what the text claims', async () => {
        const safe = new Set<string>();
        for (const [code, , example] of examples) {
            for (const { fixes } of await findingsOf(code, example)) {
                fixes.filter((f) => f.safe).forEach(() => safe.add(code));
            }
        }
        expect([...safe].sort()).toEqual([
            'meta/dubbel',
            'meta/eenmaal',
            'meta/leeg',
            'meta/onderdrukking',
            'meta/syntaxis',
            'meta/verwijzing',
        ]);
    });
});

/** How many findings say the same as one. */
function told(findings: readonly Finding[], { code, message }: Finding): number {
    return findings.filter((f) => f.code === code && f.message.nl === message.nl).length;
}

function ofCode(findings: readonly Finding[], code: string): number {
    return findings.filter((f) => f.code === code).length;
}

const PROOFS: ReadonlySet<string> = new Set(catalogue.filter((rule) => isProof(rule)).map((rule) => rule.code));

/** The rules about courses that accuse more than before; what an `onbekend` leaves undecided is for information only. */
function newProblemsOfCourses(before: readonly Finding[], after: readonly Finding[]): string[] {
    const accusing = (all: readonly Finding[]) => all.filter((f) => f.severity !== 'info');
    return [...PROOFS].filter((code) => ofCode(accusing(after), code) > ofCode(accusing(before), code));
}

/** What else has to be said once a fix has put something into the text, by the code of the rule: the next question. */
const FOLLOW_UP: Readonly<Record<string, readonly string[]>> = {
    'doel/hoofddoel': ['doel/meetbaar'],
    'regie/continu': ['regie/doorzettingsmacht', 'regie/precies-een'],
    'regie/precies-een': ['regie/doorzettingsmacht'],
    'overdracht/ontbreekt': ['regie/precies-een'],
    'overdracht/van-naar': ['meta/ongebruikt', 'regie/precies-een'],
    'toetsing/let-op': ['opmerking/open'],
};

/** The codes of which there are more findings than before, whatever their severity; `onbekend` in a text is listed. */
function newlyFound(before: readonly Finding[], after: readonly Finding[]): string[] {
    return [...new Set(after.map((f) => f.code))].filter(
        (code) => code !== 'meta/onbekend' && ofCode(after, code) > ofCode(before, code),
    );
}

/** The codes of which there are more errors than before. */
function newErrors(before: readonly Finding[], after: readonly Finding[]): string[] {
    const count = (of: readonly Finding[], code: string) =>
        of.filter((f) => f.code === code && f.severity === 'error').length;
    return [...new Set(after.map((f) => f.code))].filter((code) => count(after, code) > count(before, code));
}
