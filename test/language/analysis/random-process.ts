import fc from 'fast-check';

/** A part of a random `aanpak`. */
type Part =
    | {
          readonly kind: 'step';
          readonly contacts: number;
          /** whether the step says its contacts itself, or its activities do */
          readonly saidBy: 'step' | 'activity' | 'two activities';
          readonly by: Performer;
          readonly days: number;
          readonly repeat: number;
          readonly choice: Choice;
      }
    | { readonly kind: 'group'; readonly mode: string; readonly parts: readonly Part[] }
    | { readonly kind: 'phase'; readonly parts: readonly Part[] };

/** Who does a step: of the organisation, of none that is stated, who fills a role of it, the client, or nobody said. */
export const PERFORMERS = ['Werker', 'Losse', 'Inval', 'Ouder', ''] as const;
type Performer = (typeof PERFORMERS)[number];

const PEOPLE = [
    'organisatie JGZ',
    'rol Werker van JGZ',
    'rol Losse',
    'rol Inval vervuld door Werker',
    'rol Ouder is cliënt',
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

const step: fc.Arbitrary<Part> = fc.record({
    kind: fc.constant('step' as const),
    contacts: fc.nat({ max: 3 }),
    saidBy: fc.constantFrom('step', 'step', 'activity', 'two activities'),
    by: fc.constantFrom(...PERFORMERS),
    days: fc.nat({ max: 4 }),
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
        }),
    ),
}));

/** Texts of small interventies: steps, groups, phases, choices, bounded repetition and ways back, sound or not. */
export const randomProcess: fc.Arbitrary<string> = fc
    .record({
        parts: fc.array(part, { minLength: 1, maxLength: 4 }),
        interrupt: fc.constantFrom('', '', 'ends', 'resumes'),
    })
    .map(({ parts, interrupt }) => written(parts, interrupt));

function written(parts: readonly Part[], interrupt: string): string {
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
    const write = (all: readonly Part[]): void => {
        for (const p of all) {
            if (p.kind === 'step') {
                const name = names[steps++] ?? '';
                lines.push(...stepLines(name, p, targets, steps - 1));
            } else {
                const word = p.kind === 'phase' ? 'fase' : p.mode;
                lines.push(`${word} C${String(++containers)} {`);
                write(p.parts);
                lines.push('}');
            }
        }
    };
    write(parts);
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
            : [`stap Ingrijpen { contacten precies 1${interrupt === 'ends' ? '\ndaarna: Gestopt' : ''} }`]),
        'einde Klaar',
        'einde Gestopt',
        '}',
        '}',
    ].join('\n');
}

function stepLines(
    name: string,
    step: Extract<Part, { kind: 'step' }>,
    targets: readonly string[],
    index: number,
): string[] {
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
        `duur precies ${String(step.days)} dagen`,
        ...(determines ? [`bepaalt ${asked}${index === 0 ? ', gevaar' : ''}`] : []),
        ...(step.repeat > 0 ? [`herhaal hoogstens ${String(step.repeat)} keer`] : []),
        ...ways[kind],
        '}',
    ];
}

function contactLines({ contacts, saidBy }: Extract<Part, { kind: 'step' }>): string[] {
    const said = (count: number) => `contacten precies ${String(count)}`;
    switch (saidBy) {
        case 'step':
            return [said(contacts), `activiteit "Bellen" { ${said(1)} }`];
        case 'activity':
            return [`activiteit "Bellen" { ${said(contacts)} }`];
        case 'two activities':
            return [`activiteit "Bellen" { ${said(contacts)} }`, `activiteit "Langsgaan" { ${said(1)} }`];
    }
}
