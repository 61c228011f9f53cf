import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue } from '../../../language/rules/catalogue.js';
import type { Finding } from '../../../language/rules/finding.js';
import { isProof } from '../../../language/rules/proof.js';
import { check } from '../rule-tester.js';
import { MORE } from '../rules/fixes-examples.js';
import { PROTOCOLS } from '../support/protocols.js';
import { fixtures } from './fixtures.js';

/** What is told of no course, by how it begins, and why no course shows it. */
const ABOUT_NO_COURSE: readonly (readonly [code: string, begins: string, why: string])[] = [
    ['budget/overschreden', 'Of het contactbudget genoeg is', 'it is about what the budget itself says'],
    ['document/voor-productie', 'Hangt af van tijd: of `', 'whether there is such a course depends on time'],
    [
        'overdracht/van-naar',
        'Overdracht `O` vindt nooit plaats: er staat niet na welke stap',
        'the text does not say behind which step',
    ],
    ['regie/precies-een', 'Of er op elk moment één regisseur is', 'it is so before anything happens'],
    ['regie/precies-een', 'Wie voert de regie?', 'it is so before anything happens'],
    ['regie/precies-een', '`', 'several direct before anything happens'],
    ['stroom/niet-gevraagd', 'Wat achter `', 'it comes about on no course'],
    ['stroom/onbereikbaar', 'Bij `', 'no course comes there'],
    ['stroom/onbereikbaar', 'Of er een gezin bij `', 'which course comes there is left open'],
    ['stroom/te-groot', 'Deze aanpak kent meer dan', 'it is about all courses together'],
    ['tijd/onhaalbaar', '“', 'the step is one to which nobody was seen to come'],
    ['toegang/onvervulbaar', 'Geen enkel gezin', 'there is no case'],
];

const proofs = catalogue.filter((rule) => isProof(rule));

it('each finding about courses shows one, or is about none', async () => {
    const used = new Set<string>();
    let shown = 0;
    const lacking: string[] = [];
    const look = (text: string, findings: readonly Finding[]) => {
        for (const { code, message, data } of findings) {
            const reason = ABOUT_NO_COURSE.find(([of, begins]) => of === code && message.nl.startsWith(begins));
            if (data && 'path' in data) {
                shown++;
            } else if (reason) {
                used.add(reason.join());
            } else {
                lacking.push(`${code}: ${message.nl}\n${text}`);
            }
        }
    };
    const texts = [
        ...fixtures().map((f) => f.text),
        ...proofs.map((rule) => rule.wrong),
        ...proofs.flatMap((rule) => (MORE[rule.code] ?? []).map((example) => example.text)),
        ...Object.values(PROTOCOLS),
    ];
    for (const text of texts) {
        look(text, await check(text, { rules: proofs }));
    }
    const root = new URL('../../../examples/', import.meta.url);
    const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
    for (const folder of readdirSync(root)) {
        const names = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.draaiboek'));
        const files = Object.fromEntries(names.map((name) => [name, read(`${folder}/${name}`)]));
        for (const name of names) {
            const { [name]: text = '', ...others } = files;
            look(name, await check(text, { rules: proofs, files: others, name }));
        }
    }
    expect(lacking).toEqual([]);
    expect(shown).toBeGreaterThan(200);
    // nothing is named that is not there
    expect(ABOUT_NO_COURSE.map((entry) => entry.join()).filter((entry) => !used.has(entry))).toEqual([]);
}, 120_000);
