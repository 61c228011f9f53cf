import { describe, expect, test } from 'vitest';
import { EITHER, isLeftOpen, OPEN, truthsOf, type FactValue } from '../../../language/execution/truth.js';
import type { Condition } from '../../../language/model/protocol.js';
import { findingsOf } from '../../../language/rules/check.js';
import { link, protocol, services } from '../support/language.js';

const choice = (condition: string) => `interventie X "X" {
    rol R
    doel D "d" { indicator onbekend }
    gegeven n: aantal
    aanpak {
        stap A { door R  werkt aan D  bepaalt n  daarna { als ${condition}: B } }
        stap B { door R }
        einde E
    }
}`;

async function conditionOf(condition: string): Promise<Condition> {
    const [a] = (await protocol(choice(condition))).process?.nodes ?? [];
    const [branch] = a && 'branches' in a ? a.branches : [];
    if (!branch?.condition) {
        throw new Error('The step has a branch with a condition.');
    }
    return branch.condition;
}

describe.each([['n minstens onbekend'], ['n meer dan plaatselijk "p"'], ['n precies onbekend omdat "o"']])(
    'whether %s',
    (text) => {
        test.each<[FactValue | undefined, number]>([
            [0, EITHER],
            [3, EITHER],
            [undefined, OPEN],
        ])('is not decided by the protocol where n is %s', async (n, truths) => {
            expect(truthsOf(await conditionOf(text), { fact: () => n })).toBe(truths);
        });

        test('is what a person decides, and the text leaves open', async () => {
            const condition = await conditionOf(text);
            const decided = (asked: string) => (asked === 'onbekend' ? true : undefined);
            expect(truthsOf(condition, { fact: () => 3, decided })).toBe(1);
            expect(isLeftOpen(condition)).toBe(true);
        });

        test('accuses nobody', async () => {
            const document = await link(choice(text));
            expect(document.parseResult.parserErrors.map((e) => e.message)).toEqual([]);
            const found = findingsOf(document, services()).filter((f) => f.severity === 'error');
            expect(found.map((f) => f.code)).toEqual([]);
        });
    },
);
