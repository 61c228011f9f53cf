import { changesOf, type Change } from '../../../analysis/changes.js';
import { wrongHandsIn } from '../../../analysis/wrong-hands.js';
import type { Protocol } from '../../../model/protocol.js';
import { byName, isOwn, isSaidOpen } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import { freeName, namesIn } from '../../fixes/free-name.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { otherPlace } from '../../fixes/other-place.js';
import { written } from '../../fixes/replace.js';
import { defineProof, toldElsewhere } from '../../proof.js';

export const overdrachtOntbreekt = defineProof({
    code: 'overdracht/ontbreekt',
    severity: 'warning',
    title: {
        nl: 'Komt een gezin bij iemand anders, dan is er een overdracht',
        en: 'Who gets a case gets it handed over',
    },
    question: {
        nl: 'Is er een overdracht overal waar iemand anders verdergaat, anders dan door op te schalen?',
        en: 'Is there a handover wherever somebody else goes on, other than by escalation?',
    },
    lacks: (protocol, { space }) => {
        const changes = changesOf(space);
        if (changes.length > 0) {
            return changes.every(({ from, to, way }) => !isOwn(from.node) && !isOwn(to.node) && !way.arrow.insteadOf)
                ? toldElsewhere(protocol)
                : undefined;
        }
        return space.machine.stations.some((s) => s.exits.some((w) => w.handovers.length > 0))
            ? undefined
            : { nl: 'Nergens staat dat iemand anders verdergaat.', en: 'Nothing states that somebody else goes on.' };
    },
    reason: {
        nl: 'Tussen twee handen valt een gezin het vaakst tussen wal en schip; daarom toetst STJ de overdracht (stap 5 van Bemoeizorg) en beschrijft I-PASS wat erbij hoort. Wie in de stap ervoor of erna meedoet (`met`), draagt niets over, en dezelfde persoon in twee rollen (`vervuld door`) ook niet. Opschalen is geen overdracht: wie opschaalt, blijft erbij.',
        en: 'Between two pairs of hands a family most often falls between two stools; so STJ reviews the handover (step 5 of Bemoeizorg), and I-PASS says what it takes. Who joins in before or after (`met`) hands nothing over, nor does one person in two roles (`vervuld door`). To escalate is no handover: who does so stays with it.',
    },
    messages: {
        none: {
            nl: 'Na `{step}` gaat {before} over in {after} bij `{next}`, en er is geen overdracht. Schrijf in de interventie `overdracht … van … naar …` met daarin `vanuit {step}`, of laat een van beiden ook in de andere stap meedoen: `door … met …`.',
            en: 'Behind `{step}` {before} gives way to {after} at `{next}`, and there is no handover. Write `overdracht … van … naar …` in the interventie with `vanuit {step}` in it, or let one of them join in the other step as well: `door … met …`.',
        },
        elsewhere: {
            nl: 'Na `{step}` gaat {before} over in {after} bij `{next}`. Overdracht `{handover}` is tussen hen, maar niet hier. Schrijf `vanuit {step}` in die overdracht als zij ook hier is.',
            en: 'Behind `{step}` {before} gives way to {after} at `{next}`. Handover `{handover}` is between them, but not here. Write `vanuit {step}` in that handover if it is here as well.',
        },
        misplaced: {
            nl: 'Na `{step}` gaat {before} over in {after} bij `{next}`. Overdracht `{handover}` is tussen hen, maar staat bij `vanuit {place}`, waar zij nooit plaatsvindt. Schrijf daar `vanuit {step}`.',
            en: 'Behind `{step}` {before} gives way to {after} at `{next}`. Handover `{handover}` is between them, but stands at `vanuit {place}`, where it never takes place. Write `vanuit {step}` there.',
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
    prove: (protocol, proofs, report, { document }) => {
        const isOpen = isSaidOpen(protocol, /^overdracht/i);
        const wrong = wrongHandsIn(protocol);
        const slipped = new Set([...wrong.receivers.values()].flat().map((c) => c.way));
        for (const change of changesOf(proofs.space)) {
            const { from, to, way, before, after, unclear, elsewhere } = change;
            if (!isOwn(from.node) && !isOwn(to.node) && way.arrow.insteadOf === undefined) {
                continue;
            }
            const parameters = { step: from.node.name, next: to.node.name };
            const at = way.arrow.at;
            if (before.isOpen || after.isOpen || unclear || (isOpen && !elsewhere)) {
                const what = unclear
                    ? {
                          nl: `waar of tussen wie overdracht \`${unclear.name}\` is`,
                          en: `where or between whom handover \`${unclear.name}\` is`,
                      }
                    : isOpen
                      ? { nl: 'welke overdrachten er zijn', en: 'which handovers there are' }
                      : whoWorks([...(before.isOpen ? [from.node.name] : []), ...(after.isOpen ? [to.node.name] : [])]);
                report({ message: 'undecided', at, severity: 'info', parameters: { ...parameters, what } });
                continue;
            }
            const misplaced = elsewhere && wrong.places.has(elsewhere) ? otherPlace(elsewhere, from.node.name) : [];
            const steps = `vanuit ${written(from.node.name)}`;
            report({
                message: misplaced.length > 0 ? 'misplaced' : elsewhere ? 'elsewhere' : 'none',
                at,
                // a handover with another receiver is the same story: overdracht/van-naar tells it
                heldBack: slipped.has(way),
                parameters: {
                    ...parameters,
                    before: withOrganisations(protocol, before.roles),
                    after: withOrganisations(protocol, after.roles),
                    handover: elsewhere?.name ?? '',
                    place: elsewhere?.fromNodes[0]?.name ?? '',
                },
                related: [
                    { message: { nl: 'Tot hier.', en: 'Up to here.' }, at: from.node.nameAt },
                    { message: { nl: 'Vanaf hier.', en: 'From here.' }, at: to.node.nameAt },
                ],
                fixes:
                    misplaced.length > 0
                        ? misplaced
                        : elsewhere
                          ? insertStatement(document, elsewhere, steps)
                          : [skeleton(change, protocol), 'overdracht onbekend'].flatMap((s) =>
                                insertStatement(document, protocol, s),
                            ),
            });
        }
    },
});

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

/** The parts of a handover that the rules ask for. */
const PARTS = ['vorm', 'informatie', 'ernst', 'actie', 'wat als', 'geheimhouding', 'grondslag', 'bevestiging'];

/** A handover of which everything still is to be found out. */
function skeleton({ from, before, after }: Change, protocol: Protocol): string {
    const [giver = ''] = before.roles;
    const [receiver = ''] = after.executors;
    // where somebody directs, who does after the handover is asked
    const passesDirection = protocol.roles.some((r) => r.directs);
    const open = [...PARTS, ...(passesDirection ? ['regie naar'] : [])];
    return [
        `overdracht ${freeName(`Naar${receiver}`, namesIn(protocol))} van ${written(giver)} naar ${written(receiver)} {`,
        `\tvanuit ${written(from.node.name)}`,
        ...open.map((what) => `\t${what} onbekend`),
        '}',
    ].join('\n');
}
