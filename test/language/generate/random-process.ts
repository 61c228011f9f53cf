/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32, public domain). */
export function seeded(seed: number): () => number {
    let a = seed >>> 0;
    return () => {
        a = (a + 0x6d2b79f5) >>> 0;
        let t = Math.imul(a ^ (a >>> 15), 1 | a);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

/**
 * The text of a protocol whose process has a random structure: steps, choices by facts and by people, loops, ways back,
 * phases, groups of all kinds in each other, terms, escalations, interruptions with and without coming back. No way
 * leads out of one part of a parallel group but to an end, so that it is a statechart too.
 *
 * @param isHeldUp whether groups and phases say when they begin and when they are done
 */
export function randomProcess(seed: number, isHeldUp = false): string {
    const random = seeded(seed * 7919);
    const chance = (p: number) => random() < p;
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
    let count = 0;
    const facts = ['f1', 'f2', 'soort', 'aantal'];
    const condition = (): string => {
        const simple = () =>
            pick([
                'f1',
                'niet f2',
                'f2 is bekend',
                'soort is rood',
                'aantal minstens 3',
                `"iemand vindt dat ${String(count)}"`,
            ]);
        return chance(0.3) ? `${simple()} ${pick(['en', 'of'])} ${simple()}` : simple();
    };
    const clauses = (names: readonly string[], isWork: boolean): string[] => {
        const lines: string[] = [];
        if (isWork && chance(0.6)) {
            lines.push(`bepaalt ${[...new Set([pick(facts), pick(facts)])].join(', ')}`);
        }
        if (chance(0.2)) {
            lines.push(
                pick([
                    'herhaal hoogstens 2 keer',
                    'herhaal hoogstens 3 keer tot f1',
                    'herhaal precies 1 keer',
                    'herhaal tot "het lukt", hoogstens 2 keer',
                ]),
            );
        }
        if (chance(0.15)) {
            lines.push(
                `termijn ${pick(['5 werkdagen', '2 weken', '3 maanden', 'ongeveer 1 week'])} anders: ${pick([...names, 'Slecht'])}`,
            );
        }
        if (chance(0.45)) {
            const target = () => (chance(0.3) ? `${pick(names)} hoogstens 2 keer` : pick([...names, 'Goed', 'Slecht']));
            lines.push(
                `daarna { als ${condition()}: ${target()} ${chance(0.4) ? `als ${condition()}: ${target()}` : ''} anders: ${pick(['Goed', 'Slecht', ...names])} }`,
            );
        }
        return lines;
    };
    const sequence = (depth: number, length: number, inParallel: boolean): string => {
        const names = Array.from({ length }, () => `N${String(count++)}`);
        return names.map((name) => node(name, depth, names, inParallel)).join('\n');
    };
    const node = (name: string, depth: number, names: readonly string[], inParallel: boolean): string => {
        const kind = depth <= 0 || chance(0.6) ? 'stap' : pick(['fase', 'gelijktijdig', 'een van', 'naar keuze']);
        const own = clauses(names, kind === 'stap');
        const inside =
            kind === 'stap'
                ? ''
                : kind === 'fase'
                  ? sequence(depth - 1, 1 + Math.floor(random() * 3), inParallel)
                  : Array.from({ length: 2 }, () => {
                        const part = `N${String(count++)}`;
                        return node(part, depth - 1, kind === 'een van' ? [part] : [part], true);
                    }).join('\n');
        if (isHeldUp && kind !== 'stap') {
            own.push(...['pas als', 'klaar als'].flatMap((word) => (chance(0.5) ? [`${word} ${condition()}`] : [])));
        }
        return `${kind} ${name} {\n${own.join('\n')}\n${inside}\n}`;
    };
    const steps = sequence(2, 4, false);
    const from = pick(['N0', 'N1', 'N2', 'N3']);
    const escalation = chance(0.6)
        ? `escalatie Hoger { vanuit ${from} ${chance(0.7) ? `als ${condition()}` : ''} bepaalt f1 daarna { als f1: ${from} hoogstens 1 keer anders: Slecht } }`
        : '';
    const interrupts = [
        ...(chance(0.5) ? ['altijd als f2: Pauze, hervat daarna', 'stap Pauze { bepaalt soort }'] : []),
        ...(chance(0.5) ? ['altijd als "er is gevaar": Veilig', 'stap Veilig { daarna: Slecht }'] : []),
        ...(chance(0.4) ? ['altijd als soort is blauw: Kort, hervat daarna', 'stap Kort'] : []),
    ];
    return `interventie Willekeurig {
        gegeven f1: ja/nee
        gegeven f2: ja/nee
        gegeven soort: een van rood, blauw
        gegeven aantal: aantal
        aanpak {
            ${chance(0.3) ? 'toegang als f1' : ''}
            ${steps}
            ${escalation}
            ${interrupts.join('\n')}
            einde Goed { geslaagd }
            einde Slecht
        }
    }`;
}
