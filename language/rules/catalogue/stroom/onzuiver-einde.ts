import { defineProof, example } from '../../proof.js';

export const stroomOnzuiverEinde = defineProof({
    code: 'stroom/onzuiver-einde',
    severity: 'error',
    title: { nl: 'Bij een einde is al het andere werk klaar', en: 'At an end all other work is done' },
    question: {
        nl: 'Is bij elk einde al het andere werk klaar?',
        en: 'Is all other work done at every end?',
    },
    lacks: (_protocol, { space: { machine } }) =>
        machine.process.nodes.some((n) => n.kind === 'group' && n.mode !== 'one')
            ? undefined
            : {
                  nl: 'Er is geen ander werk: er staat geen `gelijktijdig` en geen `naar keuze`.',
                  en: 'There is no other work: there is no `gelijktijdig` and no `naar keuze`.',
              },
    reason: {
        nl: 'Wie uit een groep die gelijktijdig loopt naar een einde gaat, laat het andere werk open: niemand weet dan of het nog moet. De regel bekijkt elke weg die een gezin kan gaan (van der Aalst 1998: “proper completion”). Een `altijd als` mag open werk wel afbreken: daar is het voor.',
        en: 'Who goes to an end from a group that runs in parallel leaves the other work open: then nobody knows whether it still has to be done. The rule looks at every course that a case can take (van der Aalst 1998: “proper completion”). An `altijd als` may break off open work: that is what it is for.',
    },
    noFix: {
        nl: 'Of het open werk af moet zijn of mag stoppen, is een keuze over het werk zelf.',
        en: 'Whether the open work has to be finished or may stop is a choice about the work itself.',
    },
    messages: {
        open: {
            nl: 'Een gezin kan bij `{name}` komen terwijl er nog werk open is: {parts}. Moet dat eerst klaar, zet `daarna` dan in het blok van de groep in plaats van in één deel ervan; mag het stoppen, ga er dan heen met `altijd als …: …`.',
            en: 'A case can come to `{name}` while other work is open: {parts}. If that has to be done first, put `daarna` in the block of the group instead of in one part of it; if it may stop, go there with `altijd als …: …`.',
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
        // what shows work that is being done goes before a group that only waits for somebody who has left it
        const improper = proofs.soundness.improper.toSorted(
            (a, b) => Number(!states[a]?.leftOpen.some(isWork)) - Number(!states[b]?.leftOpen.some(isWork)),
        );
        for (const index of improper) {
            const state = states[index];
            const end = typeof state?.end === 'number' ? machine.stations[state.end]?.node : undefined;
            const from = proofs.space.first[index];
            const way = from && 'way' in from.move ? from.move.way : undefined;
            const name = end?.name ?? '';
            if (!state || !end || told.has(`${name} ${way?.arrow.from ?? ''}`)) {
                continue;
            }
            told.add(`${name} ${way?.arrow.from ?? ''}`);
            const atWork = state.leftOpen.some(isWork);
            const shown = example(proofs, index, undefined, {
                shows: (s) => s.end === state.end && s.leftOpen.some((i) => !atWork || isWork(i)),
            });
            const parts = [...new Set((shown.state ?? state).leftOpen)]
                .map((i) => `\`${machine.stations[i]?.node.name ?? ''}\``)
                .join(', ');
            report({
                message: 'open',
                at: way?.arrow.at ?? end.nameAt,
                parameters: { name, parts },
                ...shown,
            });
        }
    },
});
