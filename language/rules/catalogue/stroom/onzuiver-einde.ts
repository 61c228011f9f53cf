import { leftBehindOn } from '../../../analysis/left-behind.js';
import { neverResumed } from '../../../analysis/resumption.js';
import { courseTo } from '../../../analysis/space.js';
import { enumerate } from '../../../text/numbers.js';
import { defineProof, example } from '../../proof.js';

export const stroomOnzuiverEinde = defineProof({
    code: 'stroom/onzuiver-einde',
    severity: 'error',
    title: { nl: 'Bij een einde is al het andere werk klaar', en: 'At an end all other work is done' },
    question: {
        nl: 'Is bij elk einde al het andere werk klaar?',
        en: 'Is all other work done at every end?',
    },
    concerns: ({ children }) => children.length > 0,
    lacks: (_protocol, { space: { machine } }) =>
        machine.process.nodes.some((n) => n.kind === 'group' && n.mode !== 'one') ||
        machine.process.interrupts.some((i) => i.resume)
            ? undefined
            : {
                  nl: 'Er is geen ander werk: er staat geen `gelijktijdig`, geen `naar keuze` en geen `hervat daarna`.',
                  en: 'There is no other work: there is no `gelijktijdig`, no `naar keuze` and no `hervat daarna`.',
              },
    reason: {
        nl: 'Wie uit een groep die gelijktijdig loopt naar een einde gaat, laat het andere werk open: niemand weet dan of het nog moet. De regel bekijkt elke weg die een gezin kan gaan (van der Aalst 1998: “proper completion”). Een `altijd als` mag open werk wel afbreken: daar is het voor. Maar wie `hervat daarna` schrijft, belooft dat het verdergaat; gebeurt dat op geen enkele weg, dan spreekt de tekst zichzelf tegen.',
        en: 'Who goes to an end from a group that runs in parallel leaves the other work open: then nobody knows whether it still has to be done. The rule looks at every course that a case can take (van der Aalst 1998: “proper completion”). An `altijd als` may break off open work: that is what it is for. But `hervat daarna` promises that it goes on; where it does on no course, the text contradicts itself.',
    },
    noFix: {
        nl: 'Of het open werk af moet zijn of mag stoppen, is een keuze over het werk zelf.',
        en: 'Whether the open work has to be finished or may stop is a choice about the work itself.',
    },
    messages: {
        open: {
            nl: 'Een gezin kan bij `{name}` komen terwijl er nog werk open is: {parts}. Moet dat eerst klaar, zet `daarna` dan in het blok van de groep in plaats van in één deel ervan. Houdt alleen dit deel op, ga dan naar de laatste stap ervan. Mag alles stoppen, ga er dan heen met `altijd als …: …`.',
            en: 'A case can come to `{name}` while other work is open: {parts}. If that has to be done first, put `daarna` in the block of the group instead of in one part of it. If only this part ends, go to its last step. If all may stop, go there with `altijd als …: …`.',
        },
        left: {
            nl: 'Van `{from}` gaat een gezin hier naar `{to}`, buiten `{group}`, terwijl ander werk daarin nog open is; zo kan het bij `{name}` komen zonder dat {parts} klaar is. Moet dat eerst klaar, zet `daarna` dan in het blok van `{group}` in plaats van in één deel ervan. Houdt alleen dit deel op, ga dan naar de laatste stap ervan. Mag alles stoppen, ga er dan heen met `altijd als …: …`.',
            en: 'From `{from}` a case goes to `{to}` here, out of `{group}`, while other work in it is open; so it can come to `{name}` before {parts} is done. If that has to be done first, put `daarna` in the block of `{group}` instead of in one part of it. If only this part ends, go to its last step. If all may stop, go there with `altijd als …: …`.',
        },
        'never-resumed': {
            nl: 'Hier staat `hervat daarna`, maar het onderbroken werk gaat op geen enkele weg verder: na `{target}` komt een gezin bij {ends}. Haal `hervat daarna` weg, of haal de `daarna` weg bij het werk waarna het andere verdergaat.',
            en: 'Here stands `hervat daarna`, but the interrupted work goes on on no course: behind `{target}` a case comes to {endsEn}. Take `hervat daarna` away, or take `daarna` away from the work behind which the other goes on.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        gelijktijdig Verkennen {
            stap Gesprek "Praten met het gezin" { daarna: Gestopt }
            stap Navraag "Navragen bij de school"
        }
        einde Gestopt
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        gelijktijdig Verkennen {
            stap Gesprek "Praten met het gezin"
            stap Navraag "Navragen bij de school"
        }
        einde Gestopt
    }
}
`,
    prove: (_protocol, proofs, report) => {
        const { machine, states } = proofs.space;
        const isWork = (i: number) => machine.stations[i]?.children.length === 0;
        const told = new Set<string>();
        const { stated } = proofs.soundness;
        // a group that only waits for somebody who has left it is no work that is open
        const improper = proofs.soundness.improper
            .filter((i) => states[i]?.leftOpen.some(isWork))
            .toSorted((a, b) => Number(!stated.has(a)) - Number(!stated.has(b)));
        for (const index of improper) {
            const state = states[index];
            const end = typeof state?.end === 'number' ? machine.stations[state.end]?.node : undefined;
            const course = courseTo(proofs.space, index);
            const last = course.at(-1);
            const into = last && 'way' in last.move ? last.move.way : undefined;
            const isOpen = (station: number) => state?.leftOpen.includes(station) === true;
            // what is open may have left the group itself meanwhile
            const left = leftBehindOn(proofs.space, course, isOpen) ?? leftBehindOn(proofs.space, course);
            const way = left?.way ?? into;
            const name = end?.name ?? '';
            // one way out of the group leads to every end behind it
            const key =
                way === into ? `${name} ${way?.arrow.from ?? ''}` : `${way?.arrow.from ?? ''} ${way?.arrow.to ?? ''}`;
            if (!state || !end || told.has(key)) {
                continue;
            }
            told.add(key);
            const shown = example(proofs, index, undefined, {
                shows: (s) => s.end === state.end && s.leftOpen.some(isWork),
            });
            const parts = [...new Set((shown.state ?? state).leftOpen)]
                .map((i) => `\`${machine.stations[i]?.node.name ?? ''}\``)
                .join(', ');
            report({
                message: way === into ? 'open' : 'left',
                // a way that is taken on a condition that the text leaves open may be one that nobody takes then
                ...(!stated.has(index) && { severity: 'info' }),
                at: way?.arrow.at ?? end.nameAt,
                parameters: {
                    name,
                    parts,
                    from: way?.arrow.from ?? '',
                    to: way?.arrow.to ?? '',
                    group: left?.group.node.name ?? '',
                },
                ...shown,
            });
        }
        for (const { breach, ends } of neverResumed(proofs.space)) {
            const [first] = ends;
            const names = ends.flatMap(({ to }) => {
                const { end } = states[to] ?? {};
                return typeof end === 'number' ? [`\`${machine.stations[end]?.node.name ?? ''}\``] : [];
            });
            const all = enumerate([...new Set(names)]);
            report({
                message: 'never-resumed',
                severity: 'warning',
                at: breach.interrupt.at,
                parameters: { target: breach.interrupt.target?.node.name ?? '', ends: all.nl, endsEn: all.en },
                // others come to the same end without having been interrupted
                ...(first && example(proofs, first.to, [...courseTo(proofs.space, first.from), first])),
            });
        }
    },
});
