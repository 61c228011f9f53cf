import { isUnnamedGroup } from '../../../model/unnamed-groups.js';
import { changesOf, courseOver, isOfPart, type Change } from '../../../analysis/changes.js';
import { wrongHandsIn } from '../../../analysis/wrong-hands.js';
import type { LeftOpen } from '../../../model/left-open.js';
import type { Handover, Protocol } from '../../../model/protocol.js';
import { byName, directorsOf, isSaidOpen } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import { freeName, namesIn } from '../../fixes/free-name.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { openHandover } from '../../fixes/open-handover.js';
import { otherPlace } from '../../fixes/other-place.js';
import { written } from '../../fixes/replace.js';
import { namesNowhere } from '../../names-nowhere.js';
import { doubtOf } from '../../not-looked-at.js';
import type { Edge } from '../../../analysis/space.js';
import { defineProof, example } from '../../proof.js';

export const overdrachtOntbreekt = defineProof({
    code: 'overdracht/ontbreekt',
    severity: 'warning',
    restsOn: ['handovers', 'people'],
    title: {
        nl: 'Komt een gezin bij iemand anders, dan is er een overdracht',
        en: 'Who gets a case gets it handed over',
    },
    question: {
        nl: 'Is er een overdracht overal waar iemand anders verdergaat, anders dan door op te schalen of een `altijd als`?',
        en: 'Is there a handover wherever somebody else goes on, other than by escalation or an `altijd als`?',
    },
    lacks: (protocol, proofs) => {
        const { space } = proofs;
        const changes = changesOf(space);
        const mayChange = protocol.roles.length > 1 && doubtOf(proofs, ({ node }) => node.kind !== 'end') !== undefined;
        if (changes.length > 0 || mayChange) {
            return undefined;
        }
        return space.machine.stations.some((s) => s.exits.some((w) => w.handovers.length > 0))
            ? undefined
            : {
                  nl: 'Nergens gaat iemand anders verder, behalve misschien door op te schalen of een `altijd als`.',
                  en: 'Nowhere somebody else goes on, unless by escalation or an `altijd als`.',
              };
    },
    reason: {
        nl: 'Tussen twee handen valt een gezin het vaakst tussen wal en schip; daarom toetst STJ de overdracht (stap 5 van Bemoeizorg) en beschrijft I-PASS wat erbij hoort. Wie in de stap ervoor of erna meedoet (`met`), draagt niets over, en dezelfde persoon in twee rollen (`vervuld door`) ook niet. Werkten twee naast elkaar (`gelijktijdig`) en gaat een van hen alleen verder, dan kent die het gezin al, en is er niets over te dragen; wie er naast een ander bij komt, kent het nog niet. Opschalen is geen overdracht: wie opschaalt, blijft erbij. Een `altijd als` ook niet: wat op elk moment kan gebeuren, kan niet wachten op een gesprek. Een weg door een termijn (`anders`) of `bij uitblijven` telt wel: daar is het gezin het eerst uit beeld.',
        en: 'Between two pairs of hands a family most often falls between two stools; so STJ reviews the handover (step 5 of Bemoeizorg), and I-PASS says what it takes. Who joins in before or after (`met`) hands nothing over, nor does one person in two roles (`vervuld door`). Where two worked beside each other (`gelijktijdig`) and one of them goes on alone, that one knows the family already, and nothing is to be handed over; who comes in beside another does not know it yet. To escalate is no handover: who does so stays with it. Nor is an `altijd als`: what may happen at any moment cannot wait for a meeting. A way by a term (`anders`) or `bij uitblijven` does count: there a family is first lost sight of.',
    },
    messages: {
        none: {
            nl: 'Na `{step}` {goes} {before} over in {after} bij `{next}`, en er is geen overdracht. Schrijf in de interventie `overdracht … van … naar …` met daarin `vanuit {step}`, of laat een van beiden ook in de andere stap meedoen: `door … met …`.',
            en: 'Behind `{step}` {before} {goesEn} way to {after} at `{next}`, and there is no handover. Write `overdracht … van … naar …` in the interventie with `vanuit {step}` in it, or let one of them join in the other step as well: `door … met …`.',
        },
        elsewhere: {
            nl: 'Na `{step}` {goes} {before} over in {after} bij `{next}`. Overdracht `{handover}` is tussen hen, maar niet hier. Schrijf `vanuit {step}` in die overdracht als zij ook hier is.{direction}',
            en: 'Behind `{step}` {before} {goesEn} way to {after} at `{next}`. Handover `{handover}` is between them, but not here. Write `vanuit {step}` in that handover if it is here as well.{directionEn}',
        },
        misplaced: {
            nl: 'Na `{step}` {goes} {before} over in {after} bij `{next}`. Overdracht `{handover}` is tussen hen, maar staat bij `vanuit {place}`, waar zij nooit plaatsvindt. Schrijf daar `vanuit {step}`.',
            en: 'Behind `{step}` {before} {goesEn} way to {after} at `{next}`. Handover `{handover}` is between them, but stands at `vanuit {place}`, where it never takes place. Write `vanuit {step}` there.',
        },
        aside: {
            nl: 'Na `{step}` {goes} {before} hier over in {after} bij `{next}`, en op een weg door een termijn of `bij uitblijven` is er geen overdracht. Laat de weg eerst naar een stap van een van hen gaan, met de overdracht daarachter, of laat een van beiden ook in de andere stap meedoen: `door … met …`.',
            en: 'Behind `{step}` {before} {goesEn} way here to {after} at `{next}`, and on a way by a term or `bij uitblijven` there is no handover. Let the way lead to a step of one of them first, with the handover behind that, or let one of them join in the other step as well: `door … met …`.',
        },
        undecidedMeeting: {
            nl: 'Of er tussen `{step}` en `{next}` een overdracht nodig is, valt niet te zeggen: dat iemand bij allebei werkt, staat niet vast (`zo nodig`, `veelal` en dergelijke).',
            en: 'Whether a handover is needed between `{step}` and `{next}` cannot be decided: that somebody works at both is not certain (`zo nodig`, `veelal` and the like).',
        },
        undecided: {
            nl: 'Of er tussen `{step}` en `{next}` een overdracht nodig is, valt niet te zeggen: {what}, is onbekend.',
            en: 'Whether a handover is needed between `{step}` and `{next}` cannot be decided: {what} is unknown.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    aanpak {
        stap Plan "Een plan maken" { door Gezinswerker }
        stap Hulp "Hulp thuis" { door Hulpverlener }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    aanpak {
        stap Plan "Een plan maken" { door Gezinswerker }
        stap Hulp "Hulp thuis" { door Hulpverlener }
        einde Klaar
    }
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { vanuit Plan }
}
`,
    prove: (protocol, proofs, report, { document, settings }) => {
        const isOpen = isSaidOpen(protocol, /^overdracht/i);
        const wrong = wrongHandsIn(protocol, settings.holidays);
        const slipped = new Set([...wrong.receivers.values()].flat().map((c) => c.way));
        /** where it is undecided whatever the course, the one on which it is asked shows only where */
        const along = (course: readonly Edge[] | undefined) => {
            const { related = [], data = {} } = course ? example(proofs, course.at(-1)?.to ?? 0, course) : {};
            return { related, data };
        };
        const nowhere = namesNowhere(document);
        for (const change of changesOf(proofs.space)) {
            const { from, to, way, before, after, mayMeet, unclear, elsewhere } = change;
            if ([...before.roles, ...after.roles].some((role) => nowhere.has(role))) {
                continue;
            }
            const parameters = { step: from.node.name, next: to.node.name };
            const at = way.arrow.at;
            const course = courseOver(proofs.space, change);
            if (mayMeet && !before.isOpen && !after.isOpen) {
                report({ message: 'undecidedMeeting', at, severity: 'info', parameters, ...along(course) });
                continue;
            }
            if (before.isOpen || after.isOpen || unclear || (isOpen && !elsewhere)) {
                const what = unclear
                    ? {
                          nl: `waar of tussen wie overdracht \`${unclear.name}\` is`,
                          en: `where or between whom handover \`${unclear.name}\` is`,
                      }
                    : isOpen
                      ? { nl: 'welke overdrachten er zijn', en: 'which handovers there are' }
                      : whoWorks([...(before.isOpen ? [from.node.name] : []), ...(after.isOpen ? [to.node.name] : [])]);
                report({
                    message: 'undecided',
                    at,
                    severity: 'info',
                    parameters: { ...parameters, what },
                    ...along(course),
                });
                continue;
            }
            const isAside = way.arrow.kind === 'deadline' || way.arrow.kind === 'fallback';
            const misplaced =
                !isAside && elsewhere && wrong.places.has(elsewhere) ? otherPlace(elsewhere, from.node.name) : [];
            const steps = `vanuit ${written(from.node.name)}`;
            if (!course) {
                continue;
            }
            const { related, data, inTime } = example(
                proofs,
                course.at(-1)?.to ?? 0,
                course,
                // where a group is left, which of its parts was done in that visit is told by these moves alone
                isOfPart(change) ? undefined : { passes: [(move) => 'way' in move && move.way === way] },
            );
            report({
                message: isAside ? 'aside' : misplaced.length > 0 ? 'misplaced' : elsewhere ? 'elsewhere' : 'none',
                at,
                couldUndo: isAbout(protocol, change),
                // a handover with another receiver is the same story: overdracht/van-naar tells it
                heldBack: slipped.has(way),
                parameters: {
                    ...parameters,
                    before: withOrganisations(protocol, before.roles),
                    goes: before.roles.length > 1 ? 'gaan' : 'gaat',
                    goesEn: before.roles.length > 1 ? 'give' : 'gives',
                    after: withOrganisations(protocol, after.roles),
                    handover: elsewhere?.name ?? '',
                    place: elsewhere?.fromNodes[0]?.name ?? '',
                    ...directionOf(elsewhere),
                },
                related: [
                    { message: { nl: 'Tot hier.', en: 'Up to here.' }, at: from.node.nameAt },
                    { message: { nl: 'Vanaf hier.', en: 'From here.' }, at: to.node.nameAt },
                    ...related,
                ],
                data,
                inTime,
                // a group without a name cannot stand behind `vanuit`
                fixes:
                    isAside || isUnnamedGroup(from.node)
                        ? []
                        : misplaced.length > 0
                          ? misplaced
                          : elsewhere
                            ? insertStatement(document, elsewhere, steps)
                            : [
                                  skeleton(change, protocol),
                                  // beside handovers that are described it would hide that this one is not
                                  ...(protocol.handovers.length === 0 ? ['overdracht onbekend'] : []),
                              ].flatMap((s) => insertStatement(document, protocol, s)),
            });
        }
    },
});

/** What a handover passes on besides: it would do so here as well. */
function directionOf(handover: Handover | undefined): { direction: string; directionEn: string } {
    const { nl, en } = enumerate(handover?.direction.flatMap((d) => (d.role ? [`\`${d.role.name}\``] : [])) ?? []);
    return nl === ''
        ? { direction: '', directionEn: '' }
        : {
              direction: ` Die overdracht geeft ook de regie door, dan dus ook hier, aan ${nl}; hoort dat hier niet, schrijf dan een eigen overdracht zonder \`regie naar\`.`,
              directionEn: ` That handover passes direction on as well, so then here too, to ${en}; where that is not meant, write a handover of its own without \`regie naar\`.`,
          };
}

/**
 * Whether what is left open could undo that a handover between these is missing: who fills one of these roles, or between
 * whom a handover is that may be here. Who works at other steps could not; that of these two is asked before.
 */
function isAbout({ handovers }: Protocol, { from, before, after }: Change): (open: LeftOpen) => boolean {
    const roles = [...before.roles, ...after.roles];
    const isHere = ({ open, fromNodes }: Handover) =>
        open.length > 0 || fromNodes.length === 0 || fromNodes.some((n) => n.name === from.node.name);
    return ({ kind, node, name = '' }) =>
        kind === 'people'
            ? node === undefined && roles.includes(name)
            : handovers.some((h) => h.name === name && isHere(h));
}

function whoWorks(nodes: readonly string[]) {
    const names = enumerate(nodes.map((n) => `\`${n}\``));
    return { nl: `wie er werkt bij ${names.nl}`, en: `who works at ${names.en}` };
}

/** The roles with the organisations that they are of, where that is said. */
function withOrganisations(protocol: Protocol, names: readonly string[]) {
    const roles = byName(protocol.roles);
    return enumerate(
        names.map((name) => {
            const of = roles.get(name)?.organisations.map((o) => o.name) ?? [];
            return of.length > 0 ? `\`${name}\` (${of.join(', ')})` : `\`${name}\``;
        }),
    );
}

/** A handover of which everything still is to be found out. */
function skeleton({ from, before, after }: Change, protocol: Protocol): string {
    const [giver = ''] = before.roles;
    const [receiver = ''] = after.executors;
    // where somebody directs, who does after the handover is asked
    const passesDirection = directorsOf(protocol.roles).length > 0;
    return openHandover(
        freeName(`Naar${receiver}`, namesIn(protocol)),
        written(giver),
        written(receiver),
        written(from.node.name),
        passesDirection ? ['regie naar'] : [],
    );
}
