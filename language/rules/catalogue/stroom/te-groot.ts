import { isTooLarge, unprovedBecause } from '../../../analysis/proofs.js';
import { MOST_STATES } from '../../../analysis/space.js';
import { defineProof, EVERY_PROCESS } from '../../proof.js';

export const stroomTeGroot = defineProof({
    code: 'stroom/te-groot',
    severity: 'warning',
    title: { nl: 'Alle wegen zijn bekeken', en: 'All courses were looked at' },
    question: { nl: 'Zijn alle wegen bekeken?', en: 'Were all courses looked at?' },
    lacks: EVERY_PROCESS,
    reason: {
        nl: 'Wat Draaiboek over alle wegen zegt, geldt alleen als het alle toestanden heeft bekeken. Bij zeer veel werk naast elkaar dat van elkaar afhangt lukt dat niet; dan zegt het dat, en beweert het niets over de rest.',
        en: 'What Draaiboek says about all courses holds only when it looked at all states. With very much parallel work that depends on each other it cannot; then it says so, and claims nothing about the rest.',
    },
    noFix: {
        nl: 'Welk werk los van elkaar beschreven kan worden, weet alleen wie het werk kent.',
        en: 'Which work can be described apart only who knows the work can tell.',
    },
    messages: {
        undecidedAll: {
            nl: '{because}; over alle wegen is niets nagegaan.',
            en: '{because}; nothing was proved about all courses.',
        },
        undecided: {
            nl: 'Deze aanpak kent meer dan {limit} toestanden; verder is niet gekeken. Wat hieronder over alle wegen staat, geldt voor wat is bekeken.',
            en: 'This approach has more than {limit} states; nothing further was looked at. What is said about all courses holds for what was looked at.',
        },
    },
    wrong: tooLarge(),
    right: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Gesprek "Praten"
        einde Klaar
    }
}
`,
    unproved: (protocol, report) => {
        const because = unprovedBecause(protocol);
        if (because && isTooLarge(protocol)) {
            report({ message: 'undecidedAll', at: protocol.nameAt, parameters: { because } });
        }
    },
    prove: (protocol, proofs, report) => {
        if (!proofs.space.complete) {
            const at = protocol.process?.nodes[0]?.nameAt ?? protocol.nameAt;
            report({ message: 'undecided', at, parameters: { limit: MOST_STATES.toLocaleString('nl-NL') } });
        }
    },
});

/** Work in parallel that all asks about all: nothing of it can be looked at by itself. */
function tooLarge(): string {
    const parts = Array.from({ length: 9 }, (_, i) => String(i + 1));
    const all = parts.map((i) => `weet-${i}`).join(' en ');
    return `
interventie Voorbeeld "Voorbeeld" {
${parts.map((i) => `    gegeven weet-${i}: ja/nee "Vraag ${i}"`).join('\n')}
    aanpak {
        gelijktijdig Alles {
${parts.map((i) => `            stap Vraag${i} "Vraag ${i}" { bepaalt weet-${i}  herhaal tot ${all} }`).join('\n')}
        }
        einde Klaar
    }
}
`;
}
