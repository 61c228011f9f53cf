import fc from 'fast-check';
import type { Move } from '../../../language/execution/moves.js';
import type { State } from '../../../language/execution/state.js';

/** The stations of what was being done before something happened, is not any more, nor waits, and is not what was done by it. */
export function brokenOff(before: State, move: Move, next: State): number[] {
    const open = [next, ...next.suspended].flatMap(({ tokens }) => tokens);
    return [before, ...before.suspended]
        .flatMap(({ tokens }) => tokens)
        .filter((t) => t.stage === 'busy' && !open.includes(t) && !(move.kind === 'finish' && move.token === t))
        .map((t) => t.at);
}

/** A part of a random `aanpak`. */
type Part =
    | {
          readonly kind: 'step';
          readonly contacts: number;
          /** how firm that number is */
          readonly how: (typeof HOW)[number];
          /** whether the step says its contacts itself, or its activities do */
          readonly saidBy: 'step' | 'activity' | 'two activities';
          readonly by: Performer;
          readonly time: Time;
          readonly repeat: number;
          readonly choice: Choice;
      }
    | { readonly kind: 'group'; readonly mode: string; readonly parts: readonly Part[] }
    | { readonly kind: 'phase'; readonly parts: readonly Part[]; readonly time: Time };

/** What a step or phase says about time. */
interface Time {
    /** whether it says how long it takes; a phase need not, and a step in a phase that does need not */
    readonly isStated: boolean;
    readonly least: number;
    readonly more: number;
    /** of one that is not from a least to a most */
    readonly how: 'precies' | 'minder dan';
    /** how much longer than that its term is; undefined where it has none */
    readonly term: number | undefined;
    /** how many days after what it begins; undefined where it begins at once */
    readonly start:
        { readonly days: number; readonly more: number; readonly since: string; readonly of: number } | undefined;
}

const HOW = ['precies', 'precies', 'precies', 'meer dan', 'minder dan', 'tot'] as const;

type Step = Extract<Part, { kind: 'step' }>;

/** Who does a step: of the organisation, of none that is stated, who fills a role of it, the client, another, or nobody said. */
export const PERFORMERS = [
    'Werker',
    'Losse',
    'Inval',
    'Ouder',
    'Hulp',
    'Hulp met Werker',
    'Hulp met Losse',
    '',
] as const;
type Performer = (typeof PERFORMERS)[number];

const PEOPLE = [
    'organisatie JGZ',
    'rol Werker van JGZ',
    'rol Losse',
    'rol Inval vervuld door Werker',
    'rol Ouder is cliënt',
    'organisatie Wijkteam',
    'rol Hulp van Wijkteam',
];

/** How a step goes on: in order, or by a fact, to another step or an end. */
interface Choice {
    readonly kind: 'none' | 'full' | 'incomplete' | 'guarded' | 'person';
    /** which of the facts */
    readonly fact: number;
    /** which of the steps or ends, as a share of all */
    readonly target: number;
    readonly bounded: boolean;
    readonly determines: boolean;
}

const FACTS = 2;

const choice: fc.Arbitrary<Choice> = fc.record({
    kind: fc.constantFrom('none', 'none', 'none', 'full', 'full', 'incomplete', 'guarded', 'person'),
    fact: fc.nat({ max: FACTS - 1 }),
    target: fc.double({ min: 0, max: 0.999, noNaN: true }),
    bounded: fc.boolean(),
    determines: fc.boolean(),
});

const time: fc.Arbitrary<Time> = fc.record({
    isStated: fc.boolean(),
    least: fc.nat({ max: 4 }),
    more: fc.constantFrom(0, 0, 1, 3),
    how: fc.constantFrom('precies', 'precies', 'minder dan'),
    term: fc.constantFrom(undefined, undefined, undefined, 0, 2),
    start: fc.constantFrom(undefined, undefined, undefined, true).chain((has) =>
        has
            ? fc.record({
                  days: fc.nat({ max: 6 }),
                  more: fc.constantFrom(0, 0, 3),
                  since: fc.constant('aanmelding'),
                  of: fc.nat(),
              })
            : fc.constant(undefined),
    ),
});

const step: fc.Arbitrary<Part> = fc.record({
    kind: fc.constant('step' as const),
    contacts: fc.nat({ max: 3 }),
    how: fc.constantFrom(...HOW),
    saidBy: fc.constantFrom('step', 'step', 'activity', 'two activities'),
    by: fc.constantFrom(...PERFORMERS),
    time,
    repeat: fc.constantFrom(0, 0, 0, 1, 2),
    choice,
});

const { part } = fc.letrec<{ part: Part }>((tie) => ({
    part: fc.oneof(
        { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
        step,
        fc.record({
            kind: fc.constant('group' as const),
            mode: fc.constantFrom('gelijktijdig', 'gelijktijdig', 'een van', 'naar keuze'),
            parts: fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({
            kind: fc.constant('phase' as const),
            parts: fc.array(tie('part'), { minLength: 1, maxLength: 2 }),
            time,
        }),
    ),
}));

/**
 * Texts of small interventies: steps, groups, phases, choices, bounded repetition and ways back, an escalation and an
 * interruption, with contacts and time, sound or not.
 */
export const randomProcess: fc.Arbitrary<string> = fc
    .record({
        parts: fc.array(part, { minLength: 1, maxLength: 4 }),
        interrupt: fc.constantFrom('', '', 'ends', 'resumes'),
        escalation: fc.option(fc.record({ from: fc.nat(), within: fc.nat({ max: 5 }), isBack: fc.boolean() }), {
            freq: 1,
        }),
    })
    .map(({ parts, interrupt, escalation }) => written(parts, interrupt, escalation ?? undefined));

function written(
    parts: readonly Part[],
    interrupt: string,
    escalation: { readonly from: number; readonly within: number; readonly isBack: boolean } | undefined,
): string {
    const names: string[] = [];
    const count = (all: readonly Part[]): void => {
        for (const p of all) {
            if (p.kind === 'step') {
                names.push(`S${String(names.length + 1)}`);
            } else {
                count(p.parts);
            }
        }
    };
    count(parts);
    const targets = [...names, 'Klaar', 'Gestopt'];
    const lines: string[] = [];
    let steps = 0;
    let containers = 0;
    const write = (all: readonly Part[], isCovered: boolean): void => {
        for (const p of all) {
            if (p.kind === 'step') {
                const name = names[steps++] ?? '';
                lines.push(...stepLines(name, p, targets, steps - 1, isCovered));
            } else {
                const word = p.kind === 'phase' ? 'fase' : p.mode;
                const isStated = p.kind === 'phase' && p.time.isStated;
                lines.push(`${word} C${String(++containers)} {`);
                lines.push(...(p.kind === 'phase' ? timeLines(p.time, isStated, 5) : []));
                lines.push(...(p.kind === 'phase' ? [...wholeLines(p.time), ...roundLines(p.time)] : []));
                write(p.parts, isCovered || isStated);
                lines.push('}');
            }
        }
    };
    write(parts, false);
    const facts = Array.from({ length: FACTS }, (_, i) => `gegeven f${String(i)}: ja/nee`);
    return [
        'interventie Proef "Proef" {',
        ...PEOPLE,
        ...facts,
        'gegeven gevaar: ja/nee',
        'aanpak {',
        ...lines,
        ...(interrupt === ''
            ? []
            : [`altijd als gevaar: Ingrijpen${interrupt === 'resumes' ? ', hervat daarna' : ''}`]),
        ...(interrupt === ''
            ? []
            : [
                  `stap Ingrijpen { contacten precies 1 duur precies 1 dag${interrupt === 'ends' ? '\ndaarna: Gestopt' : ''} }`,
              ]),
        ...(escalation
            ? [
                  `escalatie Op { vanuit ${names[escalation.from % names.length] ?? ''} als "vast"`,
                  `binnen ${String(escalation.within)} dagen duur precies 1 dag contacten precies 1`,
                  `daarna: ${escalation.isBack ? `${names[0] ?? ''} hoogstens 1 keer` : 'Gestopt'} }`,
              ]
            : []),
        'einde Klaar',
        'einde Gestopt',
        '}',
        '}',
    ].join('\n');
}

function stepLines(name: string, step: Step, targets: readonly string[], index: number, isCovered: boolean): string[] {
    const { kind, fact, target, bounded, determines } = step.choice;
    const to = Math.floor(target * targets.length);
    const back = to <= index;
    const goal = `${targets[to] ?? 'Klaar'}${back || bounded ? ' hoogstens 1 keer' : ''}`;
    const asked = `f${String(fact)}`;
    const next = targets[index + 1] ?? 'Klaar';
    const ways: Record<Choice['kind'], string[]> = {
        none: index === targets.length - 3 ? ['daarna: Klaar'] : [],
        full: ['daarna {', `als ${asked}: ${goal}`, `anders: ${next}`, '}'],
        incomplete: ['daarna {', `als ${asked}: ${next}`, '}'],
        guarded: [`pas als ${asked}`],
        person: ['daarna {', `als "nodig": ${goal}`, `anders: ${next}`, '}'],
    };
    return [
        `stap ${name} {`,
        ...(step.by === '' ? [] : [`door ${step.by}`]),
        ...contactLines(step),
        ...timeLines(step.time, !isCovered || step.time.isStated),
        ...startLines(step.time, targets.slice(0, -2)),
        ...(determines ? [`bepaalt ${asked}${index === 0 ? ', gevaar' : ''}`] : []),
        ...(step.repeat > 0 ? [`herhaal hoogstens ${String(step.repeat)} keer`, ...frequencyLines(step.time)] : []),
        ...ways[kind],
        '}',
    ];
}

function contactLines({ contacts, how, saidBy }: Step): string[] {
    const said = (count: number) => `contacten precies ${String(count)}`;
    const own = {
        precies: said(contacts),
        'meer dan': `contacten meer dan ${String(contacts)}`,
        'minder dan': `contacten minder dan ${String(contacts + 1)}`,
        tot: `contacten ${String(contacts)} tot ${String(contacts + 2)}`,
    }[how];
    // an activity may be of somebody else than the step
    const other = { precies: 'door Hulp ', 'meer dan': 'door Werker ', 'minder dan': '', tot: 'door Losse ' }[how];
    switch (saidBy) {
        case 'step':
            return [own, `activiteit "Bellen" { ${other}${said(1)} }`];
        case 'activity':
            return [`activiteit "Bellen" { ${own} }`];
        case 'two activities':
            return [`activiteit "Bellen" { ${own} }`, `activiteit "Langsgaan" { ${other}${said(1)} }`];
    }
}

/** How long after one time the next begins, if it says so; told by its time, so that it takes no number of its own. */
function frequencyLines({ least, more }: Time): string[] {
    return (least + more) % 2 === 0 ? [] : [`frequentie 1 keer per ${String(2 * least + more)} dagen`];
}

/** What a phase states of its contacts as a whole, if anything; told by its time, so that it takes no number of its own. */
function wholeLines({ least, more }: Time): string[] {
    const whole = ['', 'precies 3', '', 'hoogstens 2', 'minstens 4', '2 tot 5'][(least + more) % 6] ?? '';
    return whole === '' ? [] : [`contacten ${whole}`];
}

/** How often a phase is repeated, if it is. */
function roundLines({ least, more }: Time): string[] {
    return (least + 2 * more) % 4 === 3 ? ['herhaal hoogstens 1 keer'] : [];
}

function timeLines({ least, more, how, term }: Time, isStated: boolean, factor = 1): string[] {
    const [low, high] = [least * factor, (least + more) * factor];
    return [
        ...(isStated
            ? [
                  more === 0
                      ? `duur ${how} ${String(how === 'minder dan' ? low + 1 : low)} dagen`
                      : `duur ${String(low)} tot en met ${String(high)} dagen`,
              ]
            : []),
        ...(term === undefined ? [] : [`termijn ${String(low + term)} dagen`]),
    ];
}

function startLines({ start }: Time, steps: readonly string[]): string[] {
    if (!start) {
        return [];
    }
    const { days, more, since, of } = start;
    const length = more === 0 ? String(days) : `${String(days)} tot en met ${String(days + more)}`;
    const from = since === 'aanmelding' ? since : `${since}${steps[of % steps.length] ?? ''}`;
    return [`begint ${length} dagen na ${from}`];
}

/** What a step says besides: when it is done or may begin, by when, and which document it makes or needs. */
const besides = fc.record({
    guard: fc.constantFrom('', '', 'klaar als f0', 'klaar als f1 is bekend', 'pas als f0', 'pas als niet f1'),
    terms: fc.constantFrom(
        '',
        '',
        'termijn 3 dagen anders: Gestopt',
        'termijn 3 dagen anders: Klaar hoogstens 1 keer\ntermijn 6 dagen na aanmelding anders: Gestopt',
    ),
    document: fc.constantFrom('', '', 'levert D', 'vereist D'),
});

const handover = fc.record({
    from: fc.nat(),
    meetings: fc.nat({ max: 2 }),
    guard: fc.constantFrom('', 'pas als f0'),
    passes: fc.boolean(),
});

/** As {@link randomProcess}, with `klaar als` and `pas als`, terms with `anders`, documents, direction and a handover. */
export const richProcess: fc.Arbitrary<string> = fc
    .tuple(randomProcess, fc.array(besides, { minLength: 4, maxLength: 8 }), handover)
    .map(([text, said, { from, meetings, guard, passes }]) => {
        const names = [...text.matchAll(/^stap (S\d+) \{$/gm)].map(([, name = '']) => name);
        // contacts of a phase as a whole are compared elsewhere
        const plain = text.replace(
            /^((?:fase|gelijktijdig|een van|naar keuze) C\d+ \{\n(?:(?:duur|termijn).*\n)*)contacten.*\n/gm,
            '$1',
        );
        const more = plain.replace(/^stap S(\d+) \{$/gm, (head, nr: string) => {
            const { guard, terms, document } = said[Number(nr) % said.length] ?? { guard: '', terms: '', document: '' };
            return [head, guard, terms, document].filter((line) => line !== '').join('\n');
        });
        const lines = [
            'overdracht Over van Werker naar Losse {',
            `vanuit ${names[from % names.length] ?? 'S1'}`,
            `gesprekken precies ${String(meetings)}`,
            guard,
            passes ? 'regie naar Losse' : '',
            '}',
            '}',
        ];
        return more
            .replace('rol Werker van JGZ', 'rol Werker voert regie, van JGZ')
            .replace('aanpak {', 'document D\naanpak {')
            .replace(/\}$/, lines.filter((line) => line !== '').join('\n'));
    });

/**
 * As {@link randomProcess}, with bounds that are not known (`hoogstens onbekend keer`), on ways back and on repetition, and
 * interruptions that people decide on.
 */
export const openProcess: fc.Arbitrary<string> = fc
    .tuple(randomProcess, fc.array(fc.boolean(), { minLength: 3, maxLength: 7 }), fc.boolean())
    .map(([text, open, byPeople]) => {
        // contacts of a phase as a whole are compared elsewhere
        const plain = text.replace(
            /^((?:fase|gelijktijdig|een van|naar keuze) C\d+ \{\n(?:(?:duur|termijn).*\n)*)contacten.*\n/gm,
            '$1',
        );
        let bounds = 0;
        const opened = plain.replace(/hoogstens (\d+) keer/g, (bound) =>
            open[bounds++ % open.length] === true ? 'hoogstens onbekend keer' : bound,
        );
        return byPeople ? opened.replace('altijd als gevaar', 'altijd als "nood"') : opened;
    });
