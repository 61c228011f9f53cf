import { doneBefore } from '../../../analysis/done-before.js';
import type { Edge } from '../../../analysis/space.js';
import { documentsLost } from '../../../analysis/documents-lost.js';
import { deliveredBehind, deliverersOf, documentsNeeded, missingDocuments } from '../../../analysis/documents.js';
import { laboursOf, startsAfterOf } from '../../../model/queries.js';
import { ALL_BEGUN } from '../../../analysis/possible-course.js';
import type { FlowNode } from '../../../model/process.js';
import type { Place } from '../../../model/protocol.js';
import { enumerate } from '../../../text/numbers.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { inQuotes, written } from '../../fixes/replace.js';
import { aroundDoubt } from '../../not-looked-at.js';
import { namesNowhere } from '../../names-nowhere.js';
import { defineProof, example } from '../../proof.js';

export const documentVoorProductie = defineProof({
    code: 'document/voor-productie',
    severity: 'error',
    restsOn: ['documents', 'conditions'],
    title: { nl: 'Een document is er voordat het nodig is', en: 'A document exists before it is needed' },
    question: {
        nl: 'Is elk document er voordat het nodig is of wordt overgedragen?',
        en: 'Does every document exist before it is needed or handed over?',
    },
    concerns: ({ node, exits }) =>
        laboursOf(node).some((work) => work.requires.length > 0) || exits.some((w) => w.handovers.length > 0),
    lacks: (_protocol, { space: { machine } }) =>
        documentsNeeded(machine).size > 0
            ? undefined
            : {
                  nl: 'Geen stap vereist een document, en geen overdracht geeft er een door.',
                  en: 'No step requires a document, and no handover passes one on.',
              },
    doubt: (proofs) => {
        const { machine } = proofs.space;
        return aroundDoubt(
            proofs,
            [...documentsNeeded(machine)].map((name) => ({ name, stations: deliverersOf(machine, name, () => true) })),
        );
    },
    reason: {
        nl: 'Wie een plan moet hebben om te beginnen, of moet overdragen, moet het op elke weg hebben: ook op de weg om een stap heen. Wat naast elkaar gebeurt, heeft geen volgorde. Levert geen enkele stap het, dan kan het van buiten komen: een waarschuwing vraagt dan waarvandaan.',
        en: 'Who needs a plan to begin, or has to hand it over, must have it on every course: also on the course around a step. What happens in parallel has no order. Where no step at all delivers it, it may come from outside: a warning asks then from where.',
    },
    messages: {
        required: {
            nl: 'Op de weg in het voorbeeld is `{document}` er nog niet als `{name}` begint: geen stap daarvoor levert het. Schrijf `levert {document}` bij een stap daarvoor, of haal het weg bij `vereist`.',
            en: 'On the course in the example `{document}` does not exist yet when `{name}` begins: no step before it delivers it. Write `levert {document}` at a step before it, or take it away from `vereist`.',
        },
        deliveredLater: {
            nl: 'Op de weg in het voorbeeld is `{document}` er nog niet als activiteit “{activity}” van `{name}` begint: activiteit {later} levert het, en staat erachter. Zet die ervoor, of schrijf `levert {document}` bij een stap voor `{name}`.',
            en: 'On the course in the example `{document}` does not exist yet when activity “{activity}” of `{name}` begins: activity {laterEn} delivers it, and stands behind it. Put that before it, or write `levert {document}` at a step before `{name}`.',
        },
        handedOver: {
            nl: 'Op de weg in het voorbeeld wordt `{document}` overgedragen in `{name}` terwijl geen stap daarvoor het levert. Schrijf `levert {document}` bij een stap daarvoor, of haal het weg bij `informatie`.',
            en: 'On the course in the example `{document}` is handed over in `{name}` while no step before it delivers it. Write `levert {document}` at a step before it, or take it away from `informatie`.',
        },
        undecidedHandedOver: {
            nl: 'Waar komt `{document}` vandaan, dat overdracht `{name}` doorgeeft? Geen stap levert het. Schrijf `levert {document}` bij de stap ervoor die het maakt.',
            en: 'Where does `{document}` come from, which handover `{name}` passes on? No step delivers it. Write `levert {document}` at the step before it that makes it.',
        },
        undecided: {
            nl: 'Waar komt `{document}` vandaan, dat `{name}` nodig heeft? Geen stap levert het. Schrijf `levert {document}` bij de stap ervoor die het maakt, of `begint bij "{document}"` bij `{name}` als het van buiten komt.',
            en: 'Where does `{document}` come from, which `{name}` needs? No step delivers it. Write `levert {document}` at the step before it that makes it, or `begint bij "{document}"` at `{name}` if it comes from outside.',
        },
        undecidedBegin: {
            nl: 'Hangt af van tijd: of `{document}` er is als `{name}` begint. `{name}` wacht met `begint … na`, en wat `{document}` levert, gebeurt ernaast. Schrijf `begint … na` de stap die het levert, of zet die stap ervoor.',
            en: 'Depends on time: whether `{document}` exists when `{name}` begins. `{name}` waits by `begint … na`, and what delivers `{document}` happens beside it. Write `begint … na` the step that delivers it, or put that step before it.',
        },
        undecidedUsually: {
            nl: 'Of `{document}` er bij {at} is, is niet te zeggen: bij {steps} staat achter `levert`, of bij de activiteit, een woord als `veelal`. Levert die stap het altijd, haal dat woord dan weg.',
            en: 'Whether `{document}` exists at {at} cannot be said: at {steps} a word such as `veelal` stands behind `levert`, or at the activity. If that step always delivers it, take that word away.',
        },
        undecidedUsual: {
            nl: 'Of `{document}` er bij {at} is als het nodig is, is niet te zeggen: daar staat een woord als `veelal`, en op de weg in het voorbeeld levert geen stap daarvoor het.',
            en: 'Whether `{document}` exists at {at} where it is needed cannot be said: a word such as `veelal` stands there, and on the course in the example no step before it delivers it.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven haast: ja/nee "Het heeft haast"
    document Plan over alle leefgebieden
    aanpak {
        stap Gesprek "Praten" {
            bepaalt haast
            daarna {
                als haast: Hulp
                anders: Maken
            }
        }
        stap Maken "Een plan maken" { levert Plan }
        stap Hulp "Helpen" { vereist Plan }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    document Plan over alle leefgebieden
    aanpak {
        stap Gesprek "Praten"
        stap Maken "Een plan maken" { levert Plan }
        stap Hulp "Helpen" { vereist Plan }
        einde Klaar
    }
}
`,
    prove: (protocol, proofs, report, { document: text, refinedBy }) => {
        const { nodes } = proofs.space.machine.process;
        const base = refinedBy(protocol);
        // what delivered it and does not any more is told by uitwerking/vervallen
        const lost = new Set(base ? documentsLost(base, protocol).map((l) => l.document) : []);
        const nowhere = namesNowhere(text);
        const deliversWhat = proofs.space.machine.stations.some(({ node }) =>
            laboursOf(node).some((work) => work.delivers.some(({ name }) => nowhere.has(name))),
        );
        for (const missing of missingDocuments(proofs.space)) {
            const { document, at, kind, neverDelivered, isUsual, usually, state, course, claim } = missing;
            if (nowhere.has(document) || (neverDelivered && deliversWhat)) {
                continue;
            }
            const isOut = ({ move }: Edge) => claim.allows?.(move) === false;
            const isRequired = kind === 'required';
            if (usually.length > 0 || (isUsual && !neverDelivered)) {
                const name = `\`${at.name}\``;
                report({
                    message: usually.length > 0 ? 'undecidedUsually' : 'undecidedUsual',
                    severity: 'info',
                    at: at.place,
                    parameters: {
                        document,
                        at: isRequired ? name : { nl: `overdracht ${name}`, en: `handover ${name}` },
                        steps: enumerate(usually.map((step) => `\`${step}\``)),
                    },
                    ...example(proofs, state, course, claim),
                });
                continue;
            }
            const shown = example(proofs, state, course, claim);
            const needing = nodes.find((n) => n.name === at.name);
            const isOpen = shown.inTime === 'open' || shown.inTime === 'given up' || shown.isByVague;
            if (isOpen && !neverDelivered && isRequired && needing && startsAfterOf(needing).length > 0) {
                report({
                    message: 'undecidedBegin',
                    severity: 'info',
                    at: at.place,
                    parameters: { document, name: at.name },
                });
                continue;
            }
            const order = isRequired && needing ? inWrongOrder(needing, document, at.place) : undefined;
            const before = doneBefore(proofs.space, course, (s) => claim.shows?.(s, ALL_BEGUN) ?? false, isOut);
            const fromOutside = `begint bij ${inQuotes(document)}`;
            report({
                message: neverDelivered
                    ? isRequired
                        ? 'undecided'
                        : 'undecidedHandedOver'
                    : order
                      ? 'deliveredLater'
                      : isRequired
                        ? 'required'
                        : 'handedOver',
                ...(neverDelivered && { severity: isUsual ? ('info' as const) : ('warning' as const) }),
                at: at.place,
                heldBack: neverDelivered && lost.has(document),
                parameters: { document, name: at.name, ...order },
                ...shown,
                // where it comes from is asked whatever time allows
                ...(neverDelivered && { inTime: 'possible' as const }),
                fixes: [
                    ...before.flatMap((step) =>
                        insertStatement(text, step, `levert ${written(document)}`, {
                            nl: `bij stap \`${step.name}\``,
                            en: `at step \`${step.name}\``,
                        }),
                    ),
                    ...(neverDelivered && needing && isRequired
                        ? insertStatement(text, needing, fromOutside, {
                              nl: `bij \`${at.name}\``,
                              en: `at \`${at.name}\``,
                          })
                        : []),
                ],
            });
        }
    },
});

/** The activity that needs a document, and those behind it that deliver it. */
function inWrongOrder(node: FlowNode, document: string, at: Place) {
    const found = deliveredBehind(node, document, at);
    const later = enumerate(found?.later.map((a) => `“${a.title}”`) ?? []);
    return found && { activity: found.activity.title, later: later.nl, laterEn: later.en };
}
