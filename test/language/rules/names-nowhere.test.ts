import { expect, test } from 'vitest';
import { check } from '../rule-tester.js';

const TEXT = `interventie X "X" {
  rol Werker DIRECTS
  gegeven goed: ja/nee
  document Plan
  aanpak {
    stap A { door Werker levert Plan }
    stap B { door Werker vereist Plan }
    stap C { door Werker bepaalt goed daarna { als goed: Klaar anders: Klaar } }
    einde Klaar
  }
}
`;

const ABOUT = /^(overdracht|regie\/precies-een|document|keuze|meta\/verwijzing)/;

test.each([
    ['a role', 'stap B { door Werker', 'stap B { door Werkr', 'voert regie'],
    ['a role, where nobody directs', 'stap B { door Werker', 'stap B { door Werkr', ''],
    ['a document that is needed', 'vereist Plan', 'vereist Plann', ''],
    ['a document that is delivered', 'levert Plan', 'levert Plann', ''],
    ['a fact that a step determines', 'bepaalt goed', 'bepaalt gooed', ''],
    ['a fact that is asked for', 'als goed', 'als goedd', ''],
    ['where it goes', 'anders: Klaar', 'anders: Klar', ''],
])('of %s that leads nowhere only that is told', async (_, piece, wrong, directs) => {
    const right = TEXT.replace('DIRECTS', directs);
    expect((await check(right)).map((f) => f.code).filter((code) => ABOUT.test(code))).toEqual([]);
    const findings = await check(right.replace(piece, wrong));
    expect(findings.map((f) => f.code).filter((code) => ABOUT.test(code))).toEqual(['meta/verwijzing']);
});
