import { AstUtils, type LangiumDocument } from 'langium';
import * as ast from '../../../generated/ast.js';
import { leftBehindOn } from '../../../analysis/left-behind.js';
import { courseTo, courseWith } from '../../../analysis/space.js';
import type { Move } from '../../../execution/moves.js';
import type { Machine, Way } from '../../../execution/machine.js';
import { roundsOf } from '../../../execution/rounds.js';
import { MODALITY_WORDS } from '../../../messages/modalities.js';
import type { Arrow } from '../../../model/process.js';
import type { Place } from '../../../model/protocol.js';
import { enumerate } from '../../../text/numbers.js';
import type { Fix } from '../../finding.js';
import { keywordOf, lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind } from '../../fixes/replace.js';
import { defineProof, exampleOf, NO_STATION } from '../../proof.js';

export const lusGeenGrens = defineProof({
    code: 'lus/geen-grens',
    severity: 'warning',
    title: { nl: 'Herhaling heeft een grens', en: 'Repetition is bounded' },
    question: { nl: 'Heeft elke herhaling een grens?', en: 'Is every repetition bounded?' },
    concerns: NO_STATION,
    lacks: (_protocol, { loops, recurring, space: { machine } }) =>
        loops.length > 0 ||
        recurring.length > 0 ||
        machine.bounds.length > 0 ||
        machine.stations.some((s) => s.repeats.length > 0)
            ? undefined
            : {
                  nl: 'Er wordt niets herhaald, en geen weg gaat terug.',
                  en: 'Nothing is repeated, and no way leads back.',
              },
    doubt: ({ recurring }) => {
        const targets = [...new Set(recurring.map((b) => `\`${b.interrupt.target?.node.name ?? 'onbekend'}\``))];
        const { nl, en } = enumerate(targets);
        return targets.length === 0
            ? undefined
            : {
                  nl: `Hoe vaak een \`altijd als\` een gezin bij ${nl} brengt, staat er niet: dat hangt af van wat er gebeurt. Is er een grens, schrijf dan \`hoogstens … keer\` achter die naam.`,
                  en: `How often an \`altijd als\` brings a case to ${en} is not stated: that depends on what happens. Where there is a bound, write \`hoogstens … keer\` behind that name.`,
              };
    },
    reason: {
        nl: 'Zonder grens kan een gezin telkens weer op hetzelfde punt beginnen, en is niet te zeggen hoeveel contacten of tijd het kost. Daarom noemt een protocol hoe vaak: “hoogstens vijf keer”. Ook een weg terug na een `altijd als` telt mee. Wat telkens weer kan tussenkomen zonder dat er een weg teruggaat, hoeft geen grens te hebben: wie belt, belt. Zonder `hoogstens … keer` achter het doel van de `altijd als` is het antwoord dan “niet te zeggen”.',
        en: 'Without a bound a case can begin at the same point time and again, and how many contacts or how much time it takes cannot be said. That is why a protocol says how often: “five times at most”. A way back behind an `altijd als` counts too. What may come between time and again while no way leads back need have no bound: who calls, calls. Without `hoogstens … keer` behind the target of the `altijd als` the answer is then “cannot be said”.',
    },
    messages: {
        repeat: {
            nl: 'Hoe vaak mag `{name}` worden herhaald? Schrijf `herhaal hoogstens … keer`, of `herhaal hoogstens onbekend keer`.',
            en: 'How often may `{name}` be repeated? Write `herhaal hoogstens … keer`, or `herhaal hoogstens onbekend keer`.',
        },
        back: {
            nl: 'Hoe vaak mag een gezin van `{name}` terug naar `{target}`? Schrijf `{bounded}`, of `: {target} hoogstens onbekend keer`.',
            en: 'How often may a case go back from `{name}` to `{target}`? Write `{bounded}`, or `: {target} hoogstens onbekend keer`.',
        },
        absent: {
            nl: 'Hoe vaak mag een gezin van `{name}` terug naar `{target}` als de bevestiging uitblijft? Schrijf `bij uitblijven: {target} hoogstens … keer, anders: …`: achter `anders` wat er gebeurt als zij daarna weer uitblijft.',
            en: 'How often may a case go back from `{name}` to `{target}` when no confirmation comes? Write `bij uitblijven: {target} hoogstens … keer, anders: …`: behind `anders` what happens when it does not come after that either.',
        },
        undecidedBack: {
            nl: 'Hoe vaak een gezin van `{name}` terug mag naar `{target}` is open gelaten; daarom is niet te zeggen hoeveel contacten en tijd het hoogstens kost.',
            en: 'How often a case may go back from `{name}` to `{target}` is left open; so the most contacts and time that it takes cannot be said.',
        },
        least: {
            nl: 'Hoe vaak mag `{name}` hoogstens worden herhaald? “{quantity}” noemt geen grens. Schrijf `herhaal hoogstens … keer`.',
            en: 'How often at most may `{name}` be repeated? “{quantity}” gives no bound. Write `herhaal hoogstens … keer`.',
        },
        undecidedVague: {
            nl: 'Hoe vaak `{name}` hoogstens wordt herhaald, is met “{quantity}” niet precies te zeggen; daarom ook niet hoeveel contacten en tijd het hoogstens kost.',
            en: 'How often at most `{name}` is repeated cannot be said exactly by “{quantity}”; nor, therefore, the most contacts and time that it takes.',
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
        /** whether no course goes back there: then nothing comes back */
        const isNever = (isMeant: (move: Move) => boolean) =>
            proofs.space.complete && courseWith(proofs.space, isMeant) === undefined;
        for (const { node, index } of machine.stations) {
            for (const repeat of node.kind === 'end' ? [] : node.repeats) {
                const { bound, modality } = repeat;
                const { most, isOpen } = roundsOf(bound, modality);
                const firmness = modality ? `${MODALITY_WORDS[modality].nl} ` : '';
                const quantity = bound?.type === 'quantity' ? firmness + bound.text : '';
                const isAgain = (move: Move) => move.kind === 'again' && move.token.at === index;
                if (!Number.isFinite(most) && !isNever(isAgain)) {
                    report({
                        message: !isOpen
                            ? quantity === ''
                                ? 'repeat'
                                : 'least'
                            : quantity === ''
                              ? 'undecided'
                              : 'undecidedVague',
                        ...(isOpen && { severity: 'info' }),
                        at: repeat.at,
                        parameters: { name: node.name, quantity },
                        ...exampleOf(proofs, isAgain),
                        fixes: bound === undefined ? openBound(document, repeat.at) : [],
                    });
                }
            }
        }
        const [grown] = proofs.space.growing;
        const left = grown === undefined ? undefined : leftBehindOn(proofs.space, courseTo(proofs.space, grown));
        for (const way of proofs.loops) {
            const isTaken = (move: Move) => 'way' in move && move.way === way;
            if (isNever(isTaken)) {
                continue;
            }
            const { from = '', to = '' } = way.arrow;
            const open = way.arrow.atMostValue !== undefined;
            report({
                message: open ? 'undecidedBack' : isAbsent(document, way.arrow) ? 'absent' : 'back',
                ...(open && { severity: 'info' }),
                at: way.arrow.at,
                // a way out of one part of work in parallel is to go, not to be bounded
                heldBack: left?.way === way,
                parameters: { name: from, target: to, bounded: boundedWay(machine, way) },
                ...exampleOf(proofs, isTaken),
                fixes: open ? [] : openTarget(document, way.arrow),
            });
        }
    },
});

/** A way back with a bound; where it is the only way on, with another one for who has been back so often. */
function boundedWay({ stations }: Machine, way: Way): string {
    const exits = stations.find((s) => s.exits.includes(way))?.exits ?? [];
    const target = `${way.arrow.to ?? ''} hoogstens … keer`;
    return exits.length === 1 && way.arrow.kind === 'next' ? `daarna { als …: ${target}  anders: … }` : `: ${target}`;
}

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

/** Whether a way is the one of a `bij uitblijven`, and not behind its `anders`. */
function isAbsent(document: LangiumDocument, { kind, otherwise, at }: Arrow): boolean {
    return kind === 'fallback' && !otherwise && nodeAt(document, at, ast.isWhenAbsent) !== undefined;
}

function isLeading(node: unknown): node is ast.Branch | ast.Next | ast.Deadline | ast.WhenAbsent {
    return ast.isBranch(node) || ast.isNext(node) || ast.isDeadline(node) || ast.isWhenAbsent(node);
}
