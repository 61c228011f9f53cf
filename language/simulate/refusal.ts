import type { Case } from '../execution/case.js';
import { factCombinations } from '../execution/begin.js';
import type { Machine } from '../execution/machine.js';
import { OPEN_CONDITION } from '../execution/truth.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Run } from './run.js';
import { informalTexts } from './said.js';
import { admission } from './simulate.js';

/** What a case comes to that is not admitted. */
export const NO_ACCESS: Bilingual = { nl: 'geen toegang', en: 'no access' };

/** Whether a case was not admitted: it does not meet `toegang als`. */
export function isRefused(run: Run): boolean {
    return run.stop?.stop === 'not-admitted';
}

/** The facts with which a case is not admitted, as few conditions unmet as can be; undefined where all may be admitted. */
export function refusedFacts(machine: Machine): Case['facts'] | undefined {
    const texts = machine.access.flatMap(informalTexts).filter((text) => text !== OPEN_CONDITION);
    const met = Object.fromEntries(texts.map((text) => [text, true]));
    const decisions = [met, ...texts.map((text) => ({ ...met, [text]: false }))];
    for (const facts of factCombinations(machine, machine.access).combinations) {
        const known = machine.facts.flatMap(({ name }, i) => {
            const value = facts[i];
            return value === undefined ? [] : [[name, value] as const];
        });
        for (const decided of decisions) {
            const said = { ...Object.fromEntries(known), ...decided };
            if (admission(machine, facts, { facts: said, at: [] })?.stop === 'not-admitted') {
                return said;
            }
        }
    }
    return undefined;
}
