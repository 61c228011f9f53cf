import { AstUtils } from 'langium';
import { describe, expect, it } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { isDateValue, isProperty, isQuantity, isTextValue } from '../../language/generated/ast.js';
import { catalogue, ruleByCode } from '../../language/rules/catalogue.js';
import { regelfout } from '../../language/rules/crash.js';
import { defineDocumentRule } from '../../language/rules/document-rule.js';
import { defineRule, type Rule } from '../../language/rules/rule.js';
import { parseText } from '../../language/workspace.js';
import { applyFix, check, checkFor, pointedAt } from './rule-tester.js';

/** Findings of these say that a text is broken; an example of another rule is not. */
const BROKEN = ['meta/syntaxis', 'meta/verwijzing', regelfout.code];
const each = catalogue.map((rule) => [rule.code, rule] as const);

describe('the catalogue', () => {
    it('has each code once, in the form area/name, sorted by area', () => {
        const codes = catalogue.map((r) => r.code);
        expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
        expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
        const areas = codes.map((code) => code.split('/')[0]);
        expect(areas.filter((area, i) => area !== areas[i - 1])).toEqual([...new Set(areas)]);
    });

    it('finds a rule by its code, also the one that says that a rule failed', () => {
        expect(catalogue.filter((r) => ruleByCode(r.code) !== r)).toEqual([]);
        expect(ruleByCode('meta/regelfout')?.title.nl).toBe('Een regel kon niet worden uitgevoerd');
        expect(ruleByCode('meta/bestaat-niet')).toBeUndefined();
    });

    it.each(each)('%s has its texts in both languages, with the same parameters', (_, rule) => {
        for (const text of [rule.title, rule.reason, ...Object.values(rule.messages)]) {
            expect(text.nl.trim()).not.toBe('');
            expect(text.en.trim()).not.toBe('');
        }
        expect(rule.reason.nl).toMatch(/\.$/);
        for (const [key, { nl, en }] of Object.entries(rule.messages)) {
            expect(parameters(en), `${rule.code} ${key}`).toEqual(parameters(nl));
        }
    });
});

describe('the examples of each rule', () => {
    it.each(each)('%s: the wrong one is found', async (code, rule) => {
        const found = await check(rule.wrong);
        expect(found.map((f) => f.code)).toContain(code);
        expect(others(found, code)).toEqual([]);
    });

    it.each(each)('%s: in the wrong one every place and parameter is filled in', async (code, rule) => {
        for (const finding of await checkFor(code, rule.wrong)) {
            expect(finding.message.nl).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
            expect(finding.message.en).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
            expect(JSON.parse(JSON.stringify(finding.data ?? {}))).toEqual(finding.data ?? {});
            expect(finding.at.range.end.line).toBeLessThan(rule.wrong.split('\n').length);
        }
    });

    it.each(each)('%s: the right one is not', async (code, rule) => {
        const found = await check(rule.right);
        expect(found.filter((f) => f.code === code)).toEqual([]);
        expect(others(found, code)).toEqual([]);
    });

    it.each(each)('%s: a fix changes the text and does not break it', async (code, rule) => {
        for (const finding of await checkFor(code, rule.wrong)) {
            for (let i = 0; i < finding.fixes.length; i++) {
                const mended = applyFix(rule.wrong, finding, i);
                expect(mended).not.toBe(rule.wrong);
                const after = await check(mended);
                expect(after.filter((f) => f.code === 'meta/syntaxis' && f.code !== code)).toEqual([]);
                expect(
                    after.filter(
                        (f) =>
                            f.code === code &&
                            f.message.nl === finding.message.nl &&
                            pointedAt(mended, f) === pointedAt(rule.wrong, finding),
                    ),
                ).toEqual([]);
            }
        }
    });

    it('in both examples, what is unknown instead is never an error', async () => {
        const { Draaiboek } = createDraaiboekServices();
        for (const rule of catalogue) {
            for (const example of [rule.wrong, rule.right]) {
                const document = await parseText(Draaiboek, example);
                const before = await errorsOf(example);
                for (const node of AstUtils.streamAst(document.parseResult.value)) {
                    const cst = node.$cstNode;
                    const isValue = isQuantity(node) || isTextValue(node) || isDateValue(node);
                    if (!cst || !isValue || !isProperty(node.$container)) {
                        continue;
                    }
                    for (const value of ['onbekend', 'plaatselijk']) {
                        const changed = example.slice(0, cst.offset) + value + example.slice(cst.end);
                        const after = await errorsOf(changed);
                        expect(
                            after.filter((e) => !before.includes(e)),
                            changed,
                        ).toEqual([]);
                    }
                }
            }
        }
    });
});

describe('severities', () => {
    const wrong = 'bron A\ninterventie X {\n    duur 3 stappen volgens A\n}\n';

    it('are those of the rule, unless the settings say otherwise', async () => {
        expect((await checkFor('meta/waarde', wrong)).map((f) => f.severity)).toEqual(['warning']);
        for (const severity of ['error', 'info'] as const) {
            const settings = { rules: { 'meta/waarde': severity } };
            expect((await checkFor('meta/waarde', wrong, { settings })).map((f) => f.severity)).toEqual([severity]);
        }
        expect(await checkFor('meta/waarde', wrong, { settings: { rules: { 'meta/waarde': 'off' } } })).toEqual([]);
    });

    it('may be lower for one finding, never higher than what is set', async () => {
        const rule = (severity: 'error' | 'info') => ({
            ...reporting('meta/proef'),
            checkFile: ((file, report) => {
                report({ message: 'm', severity, at: at(file.file, 0) });
            }) satisfies Rule['checkFile'],
        });
        const severities = async (severity: 'error' | 'info', set?: 'error' | 'info') => {
            const settings = { rules: set === undefined ? {} : { 'meta/proef': set } };
            return (await check('', { rules: [rule(severity)], settings })).map((f) => f.severity);
        };
        expect(await severities('info')).toEqual(['info']);
        expect(await severities('info', 'error')).toEqual(['info']);
        expect(await severities('error')).toEqual(['warning']);
        expect(await severities('error', 'info')).toEqual(['info']);
        expect(await severities('error', 'error')).toEqual(['error']);
    });

    it('of what cannot be read do not change', async () => {
        const found = await check('interventie X { duurr 3 weken', { settings: { rules: { 'meta/syntaxis': 'off' } } });
        expect(found.some((f) => f.code === 'meta/syntaxis' && f.severity === 'error')).toBe(true);
    });

    it('of a finding that points at an explicit unknown are never error', async () => {
        const strict = {
            ...reporting('meta/proef'),
            checkProtocol: ((protocol, report) => {
                for (const statement of protocol.statements) {
                    report({ message: 'm', at: statement.at });
                }
            }) satisfies Rule['checkProtocol'],
        };
        const text = 'interventie X {\n    duur onbekend\n    bereik plaatselijk\n    looptijd 2 weken\n}\n';
        const found = await check(text, { rules: [strict], settings: { rules: { 'meta/proef': 'error' } } });
        expect(found.map((f) => f.severity)).toEqual(['warning', 'warning', 'error']);
    });
});

describe('a rule that crashes', () => {
    const crashing = defineRule({
        ...reporting('meta/kapot'),
        checkProtocol: (protocol) => {
            throw new Error(`kapot bij ${protocol.name}`);
        },
    });
    const crashingDocument = defineDocumentRule({
        ...reporting('meta/ook-kapot'),
        checkDocument: () => {
            throw new Error('ook kapot');
        },
    });

    it('is reported once and silences nothing else', async () => {
        const text = 'interventie X { duur 3 stappen }\ninterventie Y { duur 4 stappen }\n';
        const found = await check(text, { rules: [crashing, crashingDocument, ...catalogue] });
        const crashes = found.filter((f) => f.code === regelfout.code);
        expect(crashes.map((f) => f.message.nl.includes('meta/kapot'))).toEqual([true, false]);
        expect(crashes.map((f) => f.data?.['rule'])).toEqual(['meta/kapot', 'meta/ook-kapot']);
        expect(crashes[0]?.message.en).toContain('kapot bij X');
        expect(found.filter((f) => f.code === 'meta/waarde')).toHaveLength(2);
    });
});

describe('suppressions in the text', () => {
    const code = 'meta/waarde';

    it.each([
        ['above the line', '    // draaiboek: negeer meta/waarde – zo telt de gemeente\n    duur 3 stappen'],
        ['behind the line', '    duur 3 stappen // draaiboek: negeer meta/waarde - zo telt de gemeente'],
        ['with a colon', '    // draaiboek: negeer meta/waarde: zo telt de gemeente\n    duur 3 stappen'],
        ['with a long dash', '    // draaiboek: negeer meta/waarde—zo telt de gemeente\n    duur 3 stappen'],
        [
            'with capitals and spaces',
            '    //Draaiboek:  Negeer meta/waarde - zo telt de gemeente\n\n    duur 3 stappen',
        ],
        [
            'among other comments',
            '    // draaiboek: negeer meta/waarde – zo telt de gemeente\n    // zie het besluit\n    duur 3 stappen',
        ],
    ])('silence a finding %s', async (_, line) => {
        const found = await check(`interventie X {\n${line}\n}\n`);
        expect(found.filter((f) => f.code === code || f.code === 'meta/onderdrukking')).toEqual([]);
    });

    it('name several codes, or stand above each other', async () => {
        const line = '    duur 3 stappen, 2026-02-30';
        const one = `bron A\ninterventie X volgens A {\n    // draaiboek: negeer meta/bron, meta/waarde – zo staat het er\n${line}\n}\n`;
        const two = `bron A\ninterventie X volgens A {\n    // draaiboek: negeer meta/bron – zo staat het er\n    // draaiboek: negeer meta/waarde – zo staat het er\n${line}\n}\n`;
        const without = `bron A\ninterventie X volgens A {\n${line}\n}\n`;
        const codes = async (text: string) =>
            [...new Set((await check(text)).map((f) => f.code))].filter((c) => c !== 'meta/onbekend');
        expect(await codes(without)).toEqual(expect.arrayContaining(['meta/bron', 'meta/waarde']));
        for (const text of [one, two]) {
            expect(
                (await codes(text)).filter((c) => ['meta/bron', 'meta/waarde', 'meta/onderdrukking'].includes(c)),
            ).toEqual([]);
        }
    });

    it('silence one line only', async () => {
        const text =
            'interventie X {\n    // draaiboek: negeer meta/waarde – reden\n    duur 3 stappen\n    looptijd 4 stappen\n}\n';
        expect((await checkFor(code, text)).map((f) => f.at.range.start.line)).toEqual([3]);
    });

    it.each([
        ['without a reason', '// draaiboek: negeer meta/waarde', 'Waarom negeert u'],
        ['without a code', '// draaiboek: negeer', 'welke melding'],
        ['of a code that is nearly one', '// draaiboek: negeer meta/waarden – reden', 'Bedoelde u `meta/waarde`?'],
        [
            'of a code that does not exist',
            '// draaiboek: negeer iets/anders – reden',
            'geen melding met de code `iets/anders`',
        ],
        ['that silence nothing', '// draaiboek: negeer meta/dubbel – reden', 'geen melding `meta/dubbel`'],
        ['of a text that cannot be read', '// draaiboek: negeer meta/syntaxis – reden', 'niet te negeren'],
    ])('are reported %s', async (_, comment, says) => {
        const text = `interventie X {\n    ${comment}\n    duur 3 stappen\n}\n`;
        const found = await checkFor('meta/onderdrukking', text);
        expect(found.map((f) => f.message.nl)).toEqual([expect.stringContaining(says)]);
        expect(found[0]?.at.range.start.line).toBe(1);
    });

    it('of a nearly right code are mended by the fix', async () => {
        const text = 'interventie X {\n    // draaiboek: negeer meta/waarden – reden\n    duur 3 stappen\n}\n';
        const [finding] = await checkFor('meta/onderdrukking', text);
        const mended = finding ? applyFix(text, finding) : text;
        expect((await check(mended)).filter((f) => f.code === code || f.code === 'meta/onderdrukking')).toEqual([]);
    });

    it('are not reported as silencing nothing when their rule is off', async () => {
        const text = 'interventie X {\n    // draaiboek: negeer meta/waarde – reden\n    duur 3 stappen\n}\n';
        expect(await checkFor('meta/onderdrukking', text, { settings: { rules: { 'meta/waarde': 'off' } } })).toEqual(
            [],
        );
    });

    it('do not stand in a text between quotation marks', async () => {
        const text =
            'interventie X {\n    toelichting """\n        // draaiboek: negeer meta/waarde – reden\n        """\n    duur 3 stappen\n}\n';
        expect(await checkFor(code, text)).toHaveLength(1);
        expect(await checkFor('meta/onderdrukking', text)).toEqual([]);
    });
});

describe('a statement that was not read to its end', () => {
    const handover = (meetings: string, company = '') => `
rol Werker
rol Hulpverlener
rol Gezin is cliënt
interventie X {
    overdracht O van Werker naar Hulpverlener {
        vorm warm
        gesprekken ${meetings}${company}
    }
}
`;
    const codes = async (text: string) => (await check(text)).map((f) => f.code);

    it('is not judged, and neither is anything because of it', async () => {
        const warm = 'overdracht/warm-ontmoeting';
        expect(await codes(handover('1 met Werker, Hulpverlener'))).toContain(warm);
        const broken = await codes(handover('1 met Werker, Hulpverlener en Gezin'));
        expect(broken).toContain('meta/syntaxis');
        expect(broken).not.toContain(warm);
    });

    it('silences nothing about the statements beside it', async () => {
        const text = handover('1 met Werker, Hulpverlener', '\n        locatie "thuis" en');
        expect(await codes(text)).toEqual(expect.arrayContaining(['meta/syntaxis', 'overdracht/warm-ontmoeting']));
    });
});

describe('the findings of a file', () => {
    it('stand in the order of the text, each once', async () => {
        const twice = { ...reporting('meta/twee'), checkFile: reportAt(2), checkProtocol: reportAt(2) };
        const early = { ...reporting('meta/een'), checkFile: reportAt(1) };
        const found = await check('interventie X {\n}\n\n', { rules: [twice, early] });
        expect(found.map((f) => [f.code, f.at.range.start.line])).toEqual([
            ['meta/een', 1],
            ['meta/twee', 2],
        ]);
    });

    it('stand in that file: what a rule finds in another is told where it matters', async () => {
        const elsewhere = { ...reporting('meta/elders'), checkProtocol: reportAt(3, 'memory:/elders.draaiboek') };
        const text = 'interventie X {\n}\n';
        const [finding] = await check(text, { rules: [elsewhere] });
        expect(finding && pointedAt(text, finding)).toBe('X');
        expect(finding?.related[0]?.at.file).toBe('memory:/elders.draaiboek');
    });
});

function parameters(text: string): string[] {
    // texts that come in both languages are two parameters: `kindNl`, `kindEn`
    const names = [...text.matchAll(/\{(\w+)\}/g)].map((m) => (m[1] ?? '').replace(/(Nl|En)$/, ''));
    return [...new Set(names)].map((n) => (n === 'nl' || n === 'en' ? 'text' : n)).sort();
}

function others(
    found: readonly { readonly code: string; readonly message: { readonly nl: string } }[],
    code: string,
): string[] {
    return found.filter((f) => f.code !== code && BROKEN.includes(f.code)).map((f) => `${f.code}: ${f.message.nl}`);
}

async function errorsOf(text: string): Promise<string[]> {
    return (await check(text)).filter((f) => f.severity === 'error').map((f) => f.code);
}

function reporting(code: string) {
    const text = { nl: 'Proef.', en: 'Trial.' };
    return {
        code,
        severity: 'warning',
        title: text,
        reason: text,
        messages: { m: text },
        wrong: '',
        right: '',
    } as const;
}

function at(file: string, line: number) {
    return { file, range: { start: { line, character: 0 }, end: { line, character: 0 } } };
}

function reportAt(line: number, file?: string): NonNullable<Rule['checkFile'] & Rule['checkProtocol']> {
    return (
        model: { file: string } | { at: { file: string } },
        report: Parameters<NonNullable<Rule['checkFile']>>[1],
    ) => {
        report({ message: 'm', at: at(file ?? ('file' in model ? model.file : model.at.file), line) });
    };
}
