import { isTooLarge, unprovedBecause } from '../../../analysis/proofs.js';
import { leftBehindOn } from '../../../analysis/left-behind.js';
import { courseTo, MOST_STATES } from '../../../analysis/space.js';
import { defineProof, EVERY_PROCESS, example } from '../../proof.js';

export const stroomTeGroot = defineProof({
    code: 'stroom/te-groot',
    severity: 'warning',
    title: { nl: 'Alle wegen zijn bekeken', en: 'All courses were looked at' },
    question: { nl: 'Zijn alle wegen bekeken?', en: 'Were all courses looked at?' },
    lacks: EVERY_PROCESS,
    reason: {
        nl: 'Wat Draaiboek over alle wegen zegt, geldt alleen als het alle toestanden heeft bekeken. Bij zeer veel werk naast elkaar dat van elkaar afhangt lukt dat niet, ook niet waar in één stap zoveel bekend wordt dat niet elke combinatie te bekijken is, en ook niet waar werk zonder einde nog eens begint terwijl het al open is; dan zegt het dat, en beweert het niets over de rest.',
        en: 'What Draaiboek says about all courses holds only when it looked at all states. With very much parallel work that depends on each other it cannot, nor where so much becomes known in one step that not every combination can be looked at, nor where work begins without end while it is open already; then it says so, and claims nothing about the rest.',
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
        many: {
            nl: 'Bij `{station}` wordt zoveel tegelijk bekend dat niet elke combinatie is bekeken, en wat daarachter komt evenmin. Laat niet alles in één stap bekend worden, of maak één gegeven van wat samen bepaalt hoe het verder gaat.',
            en: 'At `{station}` so much becomes known at once that not every combination was looked at, nor what comes behind it. Let not all become known in one step, or make one fact of what together decides how it goes on.',
        },
        'many-at-access': {
            nl: 'De `toegang` vraagt naar zoveel gegevens dat niet elke combinatie is bekeken; over alle wegen is niets nagegaan. Maak één gegeven van wat samen bepaalt wie erin mag.',
            en: 'The access asks about so many facts that not every combination was looked at; nothing was proved about all courses. Make one fact of what together decides who may enter.',
        },
        growing: {
            nl: 'Van `{from}` gaat een gezin hier terug naar `{to}`, terwijl ander werk in `{group}` nog open is. Dat werk begint dan nog eens, en zo kan er steeds meer tegelijk open zijn; verder is niet gekeken. Zet `daarna` in het blok van `{group}` in plaats van in één deel ervan.',
            en: 'From `{from}` a case goes back to `{to}` here, while other work in `{group}` is open. That work then begins once more, and so ever more may be open at once; nothing further was looked at. Put `daarna` in the block of `{group}` instead of in one part of it.',
        },
        'growing-elsewhere': {
            nl: 'Hier kan werk steeds nog eens beginnen terwijl het al open is, zodat er steeds meer tegelijk open is; verder is niet gekeken. Laat een weg terug pas gaan als al het andere werk klaar is.',
            en: 'Work can begin here time and again while it is open already, so that ever more is open at once; nothing further was looked at. Let a way back be taken only when all other work is done.',
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
        const { space, soundness } = proofs;
        const [grown] = space.growing;
        if (grown !== undefined) {
            const left = leftBehindOn(space, courseTo(space, grown));
            const [token] = space.states[grown]?.tokens ?? [];
            report({
                message: left ? 'growing' : 'growing-elsewhere',
                at: left?.way.arrow.at ?? space.machine.stations[token?.at ?? -1]?.node.nameAt ?? protocol.nameAt,
                parameters: {
                    from: left?.way.arrow.from ?? '',
                    to: left?.way.arrow.to ?? '',
                    group: left?.group.node.name ?? '',
                },
                // that a case can end before that work is done is the same story
                heldBack: soundness.improper.length > 0,
                ...example(proofs, grown),
            });
        } else if (space.many === 'access') {
            report({ message: 'many-at-access', at: protocol.process?.access[0]?.at ?? protocol.nameAt });
        } else if (space.many) {
            const { name, nameAt } = space.many.node;
            report({ message: 'many', at: nameAt ?? protocol.nameAt, parameters: { station: name } });
        } else if (!space.complete) {
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
