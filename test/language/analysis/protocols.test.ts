import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../language/rules/catalogue.js';
import { machineOf } from '../../../language/execution/machine.js';
import type { Case } from '../../../language/execution/case.js';
import { isProof } from '../../../language/rules/proof.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { protocol } from '../support/language.js';
import { PROTOCOLS } from '../support/protocols.js';
import { check } from '../rule-tester.js';
import { MORE } from '../rules/fixes-examples.js';
import { described, fixtures } from './fixtures.js';

describe('protocols with one planted fault or none', () => {
    const all = fixtures();
    const proofs = catalogue.filter((rule) => isProof(rule));

    it.each(all)('$name', async ({ text, expected }) => {
        const findings = await check(text, { rules: proofs });
        const lines = text.split('\n');
        const found = findings.map(({ code, at }) => {
            const { start, end } = at.range;
            const line = lines[start.line] ?? '';
            return described(
                code,
                start.line,
                line.slice(start.character, end.line === start.line ? end.character : undefined),
            );
        });
        expect(found.sort()).toEqual(expected);
    });

    it('give examples that the simulator plays out', async () => {
        let replayed = 0;
        const notReplayed: string[] = [];
        const texts = [
            ...all.map((f) => f.text),
            ...proofs.map((rule) => rule.wrong),
            ...proofs.flatMap((rule) => (MORE[rule.code] ?? []).map((example) => example.text)),
            ...Object.values(PROTOCOLS),
        ];
        for (const text of texts) {
            const machine = machineOf(await protocol(text));
            for (const { code, data, related } of machine ? await check(text, { rules: proofs }) : []) {
                if (machine && data && 'case' in data) {
                    const path = data.path as readonly string[];
                    const run = simulate(machine, data.case as Case);
                    // nothing happens besides what the example says, before all of that has happened
                    expect({ code, text, path: run.path.slice(0, path.length) }).toEqual({ code, text, path });
                    expect({ code, text, unused: run.unused }).toEqual({ code, text, unused: [] });
                    expect({ code, text, stop: run.stop?.message.nl }).not.toMatchObject({
                        stop: expect.stringContaining('kan niet klaar zijn vóór'),
                    });
                    replayed++;
                } else if (related.some((r) => r.message.nl.startsWith('1. '))) {
                    notReplayed.push(
                        `${code}${text.includes('duur ongeveer 1 week') ? ' beside about a week' : ` in ${text}`}`,
                    );
                }
            }
        }
        // what is vague rules nothing out, but the simulator holds to its figure
        expect(notReplayed.sort()).toEqual([
            'document/voor-productie beside about a week',
            'stroom/onzuiver-einde beside about a week',
        ]);
        expect(replayed).toBeGreaterThan(80);
    });

    it('are at least sixty, with a fault or without, each under a name of its own', () => {
        expect(all.length).toBeGreaterThanOrEqual(60);
        expect(new Set(all.map((f) => f.name)).size).toBe(all.length);
        expect(all.filter((f) => f.expected.length === 0).length).toBeGreaterThanOrEqual(20);
    });
});
