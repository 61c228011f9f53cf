import { describe, expect, test } from 'vitest';
import { conditionText, valueText } from '../../language/messages/wording.js';
import type { Protocol } from '../../language/model/protocol.js';
import { protocol } from './support/language.js';
import { arrowsOf, nodesOf, showCondition } from './support/flow.js';
import { unindent } from './support/places.js';

/** The protocol of an interventie with this aanpak; `rest` stands beside it. */
function withProcess(aanpak: string, rest = ''): Promise<Protocol> {
    return protocol(`
        interventie X {
          gegeven klaar: ja/nee
          gegeven nood: ja/nee
          gegeven contacten: aantal
          rol R
          rol S
          rol T
          aanpak {
            ${aanpak}
          }
          ${rest}
        }`);
}

/** An aanpak, what stands beside it, and its arrows. */
type Case = readonly [name: string, aanpak: string, arrows: readonly string[], rest?: string];

function checkAll(cases: readonly Case[]): void {
    for (const [name, aanpak, arrows, rest] of cases) {
        test(name, async () => {
            expect(arrowsOf(await withProcess(unindent(aanpak), rest))).toEqual(arrows);
        });
    }
}

describe('order', () => {
    checkAll([
        [
            'a step goes to the next one, the last to the only end',
            'stap A\nstap B\neinde E',
            ['…next A → B', '…next B → E'],
        ],
        ['the last step goes to an end that nobody wrote', 'stap A\nstap B', ['…next A → B', '…next B → einde']],
        ['with several ends nobody knows which', 'stap A\neinde E\neinde F', ['…next A → unknown']],
        [
            'daarna goes elsewhere, the step in between is only reached by its own arrow',
            'stap A { daarna: C }\nstap B\nstap C\neinde E',
            ['next A → C', '…next B → C', '…next C → E'],
        ],
        [
            'branches, their otherwise and their bounds',
            `stap A {
               daarna {
                 als klaar: B
                 als "het gezin mijdt hulp": A hoogstens 2 keer
                 anders: E
               }
             }
             stap B { daarna: A hoogstens 1 keer }
             einde E`,
            [
                'branch A → B if klaar is yes',
                'branch A → A at most 2 if "het gezin mijdt hulp"',
                'otherwise A → E',
                'next B → A at most 1',
            ],
        ],
        [
            'what is unknown leads nowhere, and not to the next in the text',
            'stap A { daarna onbekend }\nstap B { daarna { als klaar: E\nanders: onbekend } }\neinde E',
            ['next A → unknown', 'branch B → E if klaar is yes', 'otherwise B → unknown'],
        ],
    ]);

    test('the first node is the start; the end that nobody wrote is a node', async () => {
        const { process } = await withProcess('stap A\nstap B');
        expect(process?.start).toBe('A');
        expect(process?.nodes.at(-1)).toMatchObject({ kind: 'end', name: 'einde', implicit: true, successful: false });
    });

    test('an end that nobody wrote is not the step that is called einde', async () => {
        const p = await withProcess('stap einde\nstap B');
        const [, toEnd] = p.process?.arrows ?? [];
        expect(p.process?.nodes.find((n) => n.name === toEnd?.to)?.kind).toBe('end');
        expect(p.process?.nodes.filter((n) => n.name === 'einde').map((n) => n.kind)).toEqual(['step']);
    });

    test('without nodes there is no start', async () => {
        const p = await withProcess('toegang onbekend');
        expect(p.process).toMatchObject({ nodes: [], arrows: [] });
        expect(p.process?.start).toBeUndefined();
    });

    test('without aanpak there is no process', async () => {
        expect((await protocol('interventie X { duur 3 weken }')).process).toBeUndefined();
    });

    test('two aanpakken read as one', async () => {
        const p = await withProcess('stap A', 'aanpak {\nstap B\neinde E\n}');
        expect(arrowsOf(p)).toEqual(['…next A → B', '…next B → E']);
    });
});

describe('groups and phases', () => {
    checkAll([
        [
            'steps of a group have no order, and the group goes on',
            'gelijktijdig G { stap A\nstap B }\nstap C\neinde E',
            ['…next G → C', '…next C → E'],
        ],
        [
            'a stated arrow inside a group stays',
            'gelijktijdig G { stap A { daarna: B }\nstap B\nstap C }\neinde E',
            ['…next G → E', 'next A → B'],
        ],
        [
            'steps of a phase follow each other, and the last completes the phase',
            'fase P { stap A\nstap B }\nfase Q { stap C }\neinde E',
            ['…next P → Q', '…next A → B', '…next Q → E'],
        ],
        [
            'a phase that every path leaves by itself does not go on',
            'fase P { stap A\nstap B { daarna: C } }\nstap C\neinde E',
            ['…next A → B', 'next B → C', '…next C → E'],
        ],
        ['an empty phase is passed', 'stap A\nfase L\nstap B\neinde E', ['…next A → L', '…next L → B', '…next B → E']],
        [
            'a group or phase may say itself what comes next',
            'fase P {\nstap A\ndaarna: B\n}\nstap C\nstap B\neinde E',
            ['next P → B', '…next C → B', '…next B → E'],
        ],
    ]);

    test('a group without a name gets one that nothing else has', async () => {
        const p = await withProcess(
            'een van { stap A\nnaar keuze { stap B } }\nstap groep-1\ngelijktijdig Samen { stap C }',
        );
        expect(nodesOf(p)).toEqual([
            'groep-2',
            'A in groep-2',
            'groep-3 in groep-2',
            'B in groep-3',
            'groep-1',
            'Samen',
            'C in Samen',
            'einde',
        ]);
        expect(p.process?.nodes.flatMap((n) => (n.kind === 'group' ? [n.mode] : []))).toEqual(['one', 'any', 'all']);
        expect(p.process?.nodes.flatMap((n) => (n.kind === 'group' ? [n.children] : []))).toEqual([
            ['A', 'groep-3'],
            ['B'],
            ['C'],
        ]);
    });

    test('a phase has its extent', async () => {
        const [phase] = (await withProcess('fase P van zwangerschap tot 2 jaar { stap A }')).process?.nodes ?? [];
        expect(phase).toMatchObject({
            kind: 'phase',
            extent: { lowEvent: 'zwangerschap', high: 2, unit: 'jaar' },
            children: ['A'],
        });
    });
});

describe('repetition and terms', () => {
    checkAll([
        [
            'a step again, until and at most',
            `stap A { herhaal hoogstens 3 keer tot klaar }
             stap B { herhaal tot klaar }
             stap C { herhaal 2 keer }
             stap D { herhaal onbekend }
             einde E`,
            [
                'repeat A → A at most 3 if not klaar is yes',
                '…next A → B',
                'repeat B → B if not klaar is yes',
                '…next B → C',
                'repeat C → C at most 2',
                '…next C → D',
                'repeat D → D',
                '…next D → E',
            ],
        ],
        [
            'a step again, with its bound behind the condition',
            `stap A { herhaal tot klaar hoogstens 3 keer }
             stap B { herhaal tot klaar en nood, hoogstens 2 keer }
             stap C { herhaal tot niet nood hoogstens 1 keer }
             stap D { herhaal tot klaar is nee 4 keer }
             stap E { herhaal tot "het lukt" hoogstens 5 keer }`,
            [
                'repeat A → A at most 3 if not klaar is yes',
                '…next A → B',
                'repeat B → B at most 2 if not (klaar is yes and nood is yes)',
                '…next B → C',
                'repeat C → C at most 1 if not not nood is yes',
                '…next C → D',
                'repeat D → D at most 4 if not klaar is no',
                '…next D → E',
                'repeat E → E at most 5 if not "het lukt"',
                '…next E → einde',
            ],
        ],
        [
            'a term that runs out',
            'stap A { termijn 3 dagen anders: F }\nstap B { termijn 1 week }\neinde E\neinde F',
            ['deadline A → F', '…next A → B', '…next B → unknown'],
        ],
    ]);

    test('a bound behind the condition that is about the condition stays there', async () => {
        const p = await withProcess(`
            stap A {
              herhaal tot contacten hoogstens 3
              herhaal tot (contacten hoogstens 3 keer)
              herhaal tot contacten is 3 keer
              herhaal 2 keer tot contacten minstens 3 keer
              herhaal tot contacten minstens 3 hoogstens 2 keer
            }`);
        const [step] = p.process?.nodes ?? [];
        const read = step?.kind === 'step' ? step.repeats : [];
        const texts = read.map((r) => [r.bound && valueText(r.bound, 'nl'), r.until && conditionText(r.until, 'nl')]);
        expect(texts).toEqual([
            [undefined, 'contacten hoogstens 3'],
            [undefined, 'contacten hoogstens 3 keer'],
            [undefined, 'contacten is 3 keer'],
            ['2 keer', 'contacten minstens 3 keer'],
            ['hoogstens 2 keer', 'contacten minstens 3'],
        ]);
    });

    test('a term counts from somewhere', async () => {
        const p = await withProcess(`
            stap A {
              termijn 3 dagen
              termijn 3 dagen na aanmelding
              termijn 3 dagen na A
              termijn 3 dagen na begin van A
            }`);
        const [step] = p.process?.nodes ?? [];
        expect(step?.kind === 'step' && step.deadlines.map((d) => d.after)).toMatchObject([
            undefined,
            { type: 'registration' },
            { type: 'end', node: { name: 'A' } },
            { type: 'begin', node: { name: 'A' } },
        ] as never);
    });
});

describe('interruptions and escalations stand outside the order', () => {
    checkAll([
        [
            'an interruption goes its own way, or back',
            'stap A\naltijd als klaar: V\nstap V\nstap B\naltijd als "nood": W, hervat daarna\nstap W\neinde E',
            [
                '…next A → B',
                '…next V → E',
                '…next B → E',
                'interrupt anywhere → V if klaar is yes',
                'interrupt anywhere → W if "nood"',
            ],
        ],
        [
            'an interruption that is the first step is not the start',
            'altijd als klaar: V\nstap V { daarna: E }\nstap A\neinde E',
            ['next V → E', '…next A → E', 'interrupt anywhere → V if klaar is yes'],
        ],
        [
            'an escalation is reached from the steps that it names',
            'stap A\nescalatie F { vanuit A, B\nals klaar\ndaarna: A }\nstap B\neinde E',
            [
                '…next A → B',
                'next F → A',
                'escalation A → F if klaar is yes',
                'escalation B → F if klaar is yes',
                '…next B → E',
            ],
        ],
        [
            'of several reasons to escalate any one is enough',
            'stap A\nescalatie F {\nvanuit A\nals klaar\nals "het loopt vast"\n}\neinde E',
            ['…next A → E', 'escalation A → F if (klaar is yes or "het loopt vast")'],
        ],
    ]);

    test('the start is the first step in the order', async () => {
        expect((await withProcess('altijd als klaar: V\nstap V\nstap A')).process?.start).toBe('A');
    });
});

describe('handovers take place on arrows', () => {
    const cases: readonly Case[] = [
        [
            'from a step that it names to a step of the receiving role',
            'stap A { door R }\nstap B { door S }\nstap C { door S }\neinde E',
            ['…next A → B by H', '…next B → C', '…next C → E'],
            'overdracht H van R naar S { vanuit A, C }',
        ],
        [
            'to an end where the receiving role has no step, but not after a refusal',
            `stap A { door R
               daarna { als klaar: B
                 als "weigert": W
                 anders: E }
             }
             stap B { door S  daarna: E }
             einde E
             einde W { bij weigering }`,
            ['branch A → B if klaar is yes by I', 'branch A → W if "weigert"', 'otherwise A → E by H', 'next B → E'],
            'overdracht H van R naar T { vanuit A }\noverdracht I van R naar S { vanuit A }',
        ],
        [
            'to an end where it is unknown who receives',
            'stap A { door R }\neinde E',
            ['…next A → E by H'],
            'overdracht H van R naar onbekend { vanuit A }',
        ],
        [
            'to a step of which only the activities have executors',
            'stap A { door R }\nstap B {\nactiviteit "x" { door S }\n}\neinde E',
            ['…next A → B by H', '…next B → E'],
            'overdracht H van R naar S { vanuit A }',
        ],
        [
            'when the step that it names ends its phase, on the way to the next phase',
            'fase P {\nstap N { door R }\nstap A { door R }\n}\nfase Q {\nstap B { door S }\nstap C { door T }\n}\neinde E',
            ['…next P → Q by H', '…next N → A', '…next Q → E', '…next B → C'],
            'overdracht H van R naar S { vanuit A }\noverdracht I van R naar S { vanuit N }\noverdracht J van R naar T { vanuit A }',
        ],
        [
            'when it names the phase or the group itself',
            'fase P { stap A { door R } }\ngelijktijdig G {\nstap B { door S }\nstap C { door T }\n}\neinde E',
            ['…next P → G by H by I', '…next G → E'],
            'overdracht H van R naar S { vanuit P }\noverdracht I van R naar T { vanuit P }',
        ],
        [
            'and lead back where they are not confirmed, or their term runs out',
            'stap A { door R }\nstap B { door S }\neinde E',
            ['…next A → B by H', '…next B → E', 'fallback A → A by H', 'fallback A → E by H'],
            'overdracht H van R naar S {\nvanuit A\nbij uitblijven: A\ntermijn 2 weken anders: E\n}',
        ],
        [
            'and lead back from where they take place, which of the last step of a phase is that phase',
            'fase P { stap A { door R } }\nstap B { door S }\neinde E',
            ['…next P → B by H', '…next B → E', 'fallback P → E by H'],
            'overdracht H van R naar S { vanuit A\nbij uitblijven: E }',
        ],
        [
            'as do those of a phase that a step in it leads out of',
            'fase P { stap A { door R\ndaarna: B } }\nstap B { door S }\neinde E',
            ['next A → B by H', '…next B → E', 'fallback A → E by H'],
            'overdracht H van R naar S { vanuit P\nbij uitblijven: E }',
        ],
        [
            'and lead elsewhere once that has been tried as often as it may',
            'stap A { door R }\nstap B { door S }\neinde E',
            ['…next A → B by H', '…next B → E', 'fallback A → A at most 2 by H', 'fallback A → E by H'],
            'overdracht H van R naar S {\nvanuit A\nbij uitblijven: A hoogstens 2 keer, anders: E\n}',
        ],
        [
            'not when a term runs out or a step is repeated',
            'stap A { door R\nherhaal 2 keer\ntermijn 1 dag anders: B }\nstap B { door S }\neinde E',
            ['repeat A → A at most 2', 'deadline A → B', '…next A → B by H', '…next B → E'],
            'overdracht H van R naar S { vanuit A }',
        ],
    ];
    checkAll(cases);
});

describe('conditions', () => {
    test.each([
        ['klaar', 'klaar is yes'],
        ['niet klaar', 'not klaar is yes'],
        ['klaar is nee', 'klaar is no'],
        ['klaar is niet ja', 'klaar is not yes'],
        ['klaar is bekend', 'klaar is known'],
        ['klaar is niet onbekend', 'klaar is not unknown'],
        ['n is 3', 'n is exactly 3'],
        ['n minstens 1.250', 'n is at-least 1250'],
        ['n meer dan 2,5 uren', 'n is more-than 2.5 uren'],
        ['s is scheiding', 's is scheiding'],
        ['d is 1-3-2026', 'd is 2026-03-01'],
        ['t is "wonen"', 't is "wonen"'],
        ['"het gezin mijdt hulp"', '"het gezin mijdt hulp"'],
        ['a en b of c en niet d', '((a is yes and b is yes) or (c is yes and not d is yes))'],
        ['a en (b of c) en d', '((a is yes and (b is yes or c is yes)) and d is yes)'],
        ['niet (a of b)', 'not (a is yes or b is yes)'],
        ['niet niet a', 'not not a is yes'],
    ])('%s', async (text, expected) => {
        const p = await withProcess(`toegang als ${text}`);
        const condition = p.process?.access[0]?.condition;
        expect(condition && showCondition(condition)).toBe(expected);
    });
});
