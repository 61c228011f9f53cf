import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseOf } from '../../../language/analysis/course.js';
import { spaceOf } from '../../../language/analysis/space.js';
import { movesIn } from '../../../language/execution/moves.js';
import { machineOf, type Machine } from '../../../language/execution/machine.js';
import { simulate } from '../../../language/simulate/simulate.js';
import { randomProcess } from '../analysis/random-process.js';
import { protocol } from '../support/language.js';

const FACTS = 'gegeven a: ja/nee\ngegeven b: ja/nee\ngegeven n: aantal\ngegeven w: een van x, y, z\nrol R\nrol S';

/** An aanpak, and what stands beside it. */
const PROTOCOLS: Readonly<Record<string, readonly [aanpak: string, rest?: string]>> = {
    'a sequence with access': ['toegang als a of n minstens 3\nstap A\nstap B\neinde E'],
    'branches on facts': [
        `stap A { bepaalt a, n  daarna { als a: B  als n minstens 3: C  anders: E } }
         stap B { daarna: E }
         stap C { daarna: F }
         einde E
         einde F`,
    ],
    'words and what is not known': [
        `stap A { bepaalt w  daarna { als w is x: B  als a is onbekend: E  anders: F } }
         stap B { bepaalt a  daarna: A hoogstens 2 keer }
         einde E
         einde F`,
    ],
    'branches that a person decides': [
        `stap A { daarna { als "het gaat goed": E  als "het gaat slecht": B  anders: F } }
         stap B { daarna { als "alsnog": E } }
         einde E
         einde F`,
    ],
    'repetition until a fact is known': [
        'stap A { bepaalt a  herhaal hoogstens 2 keer tot a  daarna { als a: E  anders: F } }\neinde E\neinde F',
    ],
    'repetition as often as people wish, of a step and of a group': [
        `stap A { herhaal hoogstens 2 keer }
         gelijktijdig G { herhaal hoogstens 1 keer  stap B  stap C }
         einde E`,
    ],
    'repetition until a person says so': ['stap A { herhaal hoogstens 2 keer tot "het is genoeg" }\neinde E'],
    'parallel parts with choices of their own': [
        `gelijktijdig G {
           stap A { bepaalt a  daarna { als a: A2  anders: A3 } }
           stap A2 { daarna: A3 }
           stap A3 { daarna: E }
           stap B { bepaalt b }
         }
         stap D { daarna { als b: E  anders: F } }
         einde E
         einde F`,
    ],
    'parallel phases': [
        `gelijktijdig G {
           fase P { stap P1 { bepaalt a }  stap P2 }
           fase Q { stap Q1 { pas als a is bekend }  stap Q2 }
         }
         einde E`,
    ],
    'one of': [
        'een van G { stap A  stap B { bepaalt a } }\nstap C { daarna { als a: E  anders: F } }\neinde E\neinde F',
    ],
    'as wished, in a loop': [
        `naar keuze G { stap A  stap B }
         stap C { bepaalt a  daarna { als a: E  anders: G hoogstens 1 keer } }
         einde E`,
    ],
    'a guard that is never met': ['stap A { bepaalt a }\nstap B { pas als a }\neinde E'],
    'a guard that other work meets': [
        'gelijktijdig G { stap A { bepaalt a }  stap B { pas als a is bekend } }\neinde E',
    ],
    'terms that run out': [
        `fase P { termijn 3 weken anders: F
           stap A { termijn 1 week anders: B }
           stap B { termijn 2 dagen anders: C }
           stap C
         }
         einde E
         einde F`,
    ],
    'escalations, forced and decided': [
        `stap A { bepaalt a }
         stap B
         escalatie X door R { vanuit A  als niet a  daarna: E }
         escalatie Y door R { vanuit A, B  als "het loopt vast"  daarna { als a: B hoogstens 1 keer  anders: F } }
         einde E
         einde F`,
    ],
    'interruptions by facts': [
        `gelijktijdig G { stap A { bepaalt a }  stap B { bepaalt b } }
         stap C { daarna: E }
         altijd als a: X
         stap X { daarna: F }
         altijd als b: Y, hervat daarna
         stap Y
         einde E
         einde F`,
    ],
    'interruptions that people decide': [
        `stap A
         stap B { bepaalt a  daarna { als a: E  anders: F } }
         altijd als "het is onveilig": X
         stap X { daarna: F }
         altijd als "even rust": Y, hervat daarna
         stap Y
         einde E
         einde F`,
    ],
    'handovers that are not confirmed': [
        `stap A { door R  bepaalt a  daarna { als a: B  anders: A hoogstens 1 keer } }
         stap B { door S  daarna: E }
         escalatie X door R { vanuit B  als "vast"  daarna: A hoogstens 1 keer }
         einde E`,
        'overdracht H van R naar S { vanuit A  pas als a  bij uitblijven: A hoogstens 1 keer }',
    ],
    'a choice among handovers': [
        `stap A { door R  daarna { als "ja": B  anders: C } }
         stap B { door S  daarna: E }
         stap C { door S  daarna: F }
         einde E
         einde F`,
        'overdracht H van R naar S { vanuit A  bij uitblijven: F }',
    ],
    'what comes next is not known': ['stap A { bepaalt a  daarna { als a: E  anders: onbekend } }\neinde E'],
    'conditions that are not known': ['stap A { daarna { als onbekend: E  anders: F } }\neinde E\neinde F'],
};

/** Takes each course of the analysis that goes no further through the simulator. @returns how many */
function replay(machine: Machine, most = Number.POSITIVE_INFINITY): number {
    const space = spaceOf(machine, { limit: 5_000 });
    const last = space.states.flatMap((s, i) => (movesIn(machine, s).length === 0 ? [i] : [])).slice(0, most);
    for (const index of last) {
        const state = space.states[index];
        const course = courseOf(space, index);
        const run = simulate(machine, course.case);
        const end = typeof state?.end === 'number' ? machine.stations[state.end]?.node.name : undefined;
        const shown = { case: course.case, stop: run.stop?.message.nl };
        expect({ ...shown, path: run.path, end: run.end, unstated: run.isUnstated }).toEqual({
            ...shown,
            path: course.path,
            end,
            unstated: state?.end === 'unknown',
        });
        expect(run.stop?.stop).toBe(state?.end === undefined ? 'stuck' : undefined);
        expect(run.unused).toEqual([]);
    }
    return last.length;
}

for (const [name, [aanpak, rest = '']] of Object.entries(PROTOCOLS)) {
    test(`each course of the analysis replays: ${name}`, async () => {
        const machine = machineOf(await protocol(`interventie X {\n${FACTS}\naanpak {\n${aanpak}\n}\n${rest}\n}`));
        expect(machine ? replay(machine) : 0).toBeGreaterThan(0);
    });
}

test('each course of the analysis of a random process replays', async () => {
    let replayed = 0;
    await fc.assert(
        fc.asyncProperty(randomProcess, async (text) => {
            const machine = machineOf(await protocol(text));
            replayed += machine ? replay(machine, 50) : 0;
        }),
        { numRuns: 60, seed: 20260301 },
    );
    expect(replayed).toBeGreaterThan(100);
}, 60_000);
