import { AstUtils, type LangiumDocument } from 'langium';
import * as ast from '../../../generated/ast.js';
import type { Arrow } from '../../../model/process.js';
import type { Place } from '../../../model/protocol.js';
import type { Fix } from '../../finding.js';
import { keywordOf, lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind } from '../../fixes/replace.js';
import { defineProof } from '../../proof.js';

export const lusGeenGrens = defineProof({
    code: 'lus/geen-grens',
    severity: 'warning',
    title: { nl: 'Herhaling heeft een grens', en: 'Repetition is bounded' },
    question: { nl: 'Heeft elke herhaling een grens?', en: 'Is every repetition bounded?' },
    lacks: (_protocol, { loops, space: { machine } }) =>
        loops.length > 0 || machine.bounds.length > 0 || machine.stations.some((s) => s.repeats.length > 0)
            ? undefined
            : {
                  nl: 'Er wordt niets herhaald, en geen weg gaat terug.',
                  en: 'Nothing is repeated, and no way leads back.',
              },
    reason: {
        nl: 'Zonder grens kan een gezin telkens weer op hetzelfde punt beginnen, en is niet te zeggen hoeveel contacten of tijd het kost. Daarom noemt een protocol hoe vaak: “hoogstens vijf keer”.',
        en: 'Without a bound a case can begin at the same point time and again, and how many contacts or how much time it takes cannot be said. That is why a protocol says how often: “five times at most”.',
    },
    messages: {
        repeat: {
            nl: 'Hoe vaak mag `{name}` worden herhaald? Schrijf `herhaal hoogstens … keer`, of `herhaal hoogstens onbekend keer`.',
            en: 'How often may `{name}` be repeated? Write `herhaal hoogstens … keer`, or `herhaal hoogstens onbekend keer`.',
        },
        back: {
            nl: 'Hoe vaak mag een gezin van `{name}` terug naar `{target}`? Schrijf `: {target} hoogstens … keer`, of `hoogstens onbekend keer`.',
            en: 'How often may a case go back from `{name}` to `{target}`? Write `: {target} hoogstens … keer`, or `hoogstens onbekend keer`.',
        },
        undecidedBack: {
            nl: 'Hoe vaak een gezin van `{name}` terug mag naar `{target}` is open gelaten; daarom is niet te zeggen hoeveel contacten en tijd het hoogstens kost.',
            en: 'How often a case may go back from `{name}` to `{target}` is left open; so the most contacts and time that it takes cannot be said.',
        },
        undecided: {
            nl: 'Hoe vaak `{name}` wordt herhaald is open gelaten; daarom is niet te zeggen hoeveel contacten en tijd het hoogstens kost.',
            en: 'How often `{name}` is repeated is left open; so the most contacts and time that it takes cannot be said.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee "Het gezin is het eens"
    aanpak {
        stap Plan "Een plan maken" {
            bepaalt akkoord
            herhaal tot akkoord
        }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee "Het gezin is het eens"
    aanpak {
        stap Plan "Een plan maken" {
            bepaalt akkoord
            herhaal hoogstens 3 keer tot akkoord
        }
        einde Klaar
    }
}
`,
    prove: (_protocol, proofs, report, { document }) => {
        const { machine } = proofs.space;
        for (const { node } of machine.stations) {
            for (const repeat of node.kind === 'end' ? [] : node.repeats) {
                const bound = repeat.bound;
                const open = bound?.type === 'unknown' || bound?.type === 'local';
                if (open || bound === undefined || (bound.type === 'quantity' && bound.high === undefined)) {
                    report({
                        message: open ? 'undecided' : 'repeat',
                        ...(open && { severity: 'info' }),
                        at: repeat.at,
                        parameters: { name: node.name },
                        fixes: bound === undefined ? openBound(document, repeat.at) : [],
                    });
                }
            }
        }
        for (const way of proofs.loops) {
            const { from = '', to = '' } = way.arrow;
            const open = way.arrow.atMostValue !== undefined;
            report({
                message: open ? 'undecidedBack' : 'back',
                ...(open && { severity: 'info' }),
                at: way.arrow.at,
                parameters: { name: from, target: to },
                fixes: open ? [] : openTarget(document, way.arrow),
            });
        }
    },
});

/** How often is not known: `herhaal hoogstens onbekend keer tot …`. */
function openBound(document: LangiumDocument, repeat: Place): Fix[] {
    const node = nodeAt(document, repeat, ast.isRepeat);
    const at = node && (lastOf(document, node, ['modality']) ?? keywordOf(document, node, 'herhaal'));
    const rest = node?.until ? ' tot …' : '';
    const written = `herhaal hoogstens onbekend keer${rest}`;
    const title = { nl: `Schrijf \`${written}\``, en: `Write \`${written}\`` };
    return at ? [addedBehind(at, 'hoogstens onbekend keer', title)] : [];
}

/** How often a way back may be taken is not known: `: Kennismaking hoogstens onbekend keer`. */
function openTarget(document: LangiumDocument, { at, to }: Arrow): Fix[] {
    const around = nodeAt(document, at, isLeading);
    const [target, ...others] = around
        ? AstUtils.streamAllContents(around)
              .filter(ast.isTarget)
              .filter((t) => t.node.$refText === to)
        : [];
    const behind = target && others.length === 0 ? lastOf(document, target, ['node']) : undefined;
    return behind ? [addedBehind(behind, 'hoogstens onbekend keer')] : [];
}

function isLeading(node: unknown): node is ast.Branch | ast.Next | ast.Deadline {
    return ast.isBranch(node) || ast.isNext(node) || ast.isDeadline(node);
}
