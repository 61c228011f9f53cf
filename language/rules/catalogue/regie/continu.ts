import {
    courseToMoment,
    directingRoles,
    directionOf,
    SOMEBODY,
    stationsPassingDirection,
} from '../../../analysis/direction.js';
import { peopleOf } from '../../../analysis/people.js';
import type { Handover } from '../../../model/protocol.js';
import { isOwn } from '../../../model/queries.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { written } from '../../fixes/replace.js';
import { defineProof, example, isAllInherited, NO_HANDOVERS, toldElsewhere } from '../../proof.js';

export const regieContinu = defineProof({
    code: 'regie/continu',
    severity: 'error',
    title: {
        nl: 'Draagt de regisseur over, dan staat er wie daarna de regie voert',
        en: 'Where the director hands over, who directs then is said',
    },
    question: {
        nl: 'Staat na elke overdracht van de regisseur wie de regie voert?',
        en: 'Is it said after each handover by the director who directs?',
    },
    lacks: (protocol) => {
        const { handovers } = protocol;
        if (handovers.length === 0) {
            return NO_HANDOVERS;
        }
        if (
            directingRoles(protocol, peopleOf(protocol)).length === 0 &&
            handovers.every((h) => h.direction.length === 0)
        ) {
            return { nl: 'Nergens staat wie de regie voert.', en: 'Nothing states who directs.' };
        }
        return isAllInherited(protocol, handovers) ? toldElsewhere(protocol) : undefined;
    },
    reason: {
        nl: 'Wie de regie voert en een gezin overdraagt, laat een gezin zonder regisseur achter als niemand zegt wie het overneemt; STJ vraagt één centrale persoon tot het einde (indicator 3.2.1). Houdt de gever de regie, dan staat ook dat er: `regie naar` met de gever zelf.',
        en: 'Who directs and hands a family over leaves it without a director when nobody says who takes over; STJ asks for one central person until the end (indicator 3.2.1). Where the giver keeps direction that is said as well: `regie naar` with the giver.',
    },
    messages: {
        unsaid: {
            nl: 'Bij overdracht `{name}` draagt `{from}` over en voert tot dan de regie; wie haar daarna voert, staat er niet. Schrijf `regie naar {to}`, of `regie naar {from}` als zij daar blijft.',
            en: 'In handover `{name}` `{from}` hands over and directs until then; who does after that is not said. Write `regie naar {to}`, or `regie naar {from}` if it stays there.',
        },
        undecided: {
            nl: 'Of bij overdracht `{name}` ook de regie overgaat, valt niet te zeggen: wie tot dan de regie voert, of wie overdraagt, is onbekend. Schrijf `regie naar` met een rol, of `regie naar onbekend`.',
            en: 'Whether direction passes on in handover `{name}` cannot be decided: who directs until then, or who hands over, is unknown. Write `regie naar` with a role, or `regie naar onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker voert regie
    rol Hulpverlener
    aanpak {
        stap Plan "Een plan maken" { door Gezinswerker }
        stap Hulp "Hulp thuis" { door Hulpverlener }
        einde Klaar
    }
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { vanuit Plan }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker voert regie
    rol Hulpverlener
    aanpak {
        stap Plan "Een plan maken" { door Gezinswerker }
        stap Hulp "Hulp thuis" { door Hulpverlener }
        einde Klaar
    }
    overdracht NaarHulp van Gezinswerker naar Hulpverlener {
        vanuit Plan
        regie naar Hulpverlener
    }
}
`,
    prove: (protocol, proofs, report, { document }) => {
        const people = peopleOf(protocol);
        const first = directingRoles(protocol, people);
        const silent = protocol.handovers.filter((h) => isOwn(h) && h.direction.length === 0);
        // what says nothing about direction at all is told by regie/precies-een
        if (silent.length === 0 || (first.length === 0 && protocol.handovers.every((h) => h.direction.length === 0))) {
            return;
        }
        const space = proofs.spaceSeeing(stationsPassingDirection(proofs.space));
        const moments = directionOf(space, people, first);
        const told = new Map<Handover, 'unsaid' | 'undecided'>();
        for (const handover of silent) {
            for (const moment of moments) {
                const edge = (space.out[moment.state] ?? []).find(
                    ({ move }) => move.kind === 'leave' && move.way.handovers.includes(handover),
                );
                const says = edge?.move.kind === 'leave' && edge.move.way.handovers.some((h) => h.direction.length > 0);
                if (!edge || says || told.has(handover)) {
                    continue;
                }
                const { from, to } = handover;
                const { directors } = moment;
                const giver = from && people.personOf(from.name);
                const isUnknown = directors.includes(SOMEBODY) || directors.some((d) => people.isUnknown(d)) || !giver;
                const staysIn = to !== undefined && directors.includes(people.personOf(to.name));
                const message =
                    giver !== undefined && directors.includes(giver) ? 'unsaid' : isUnknown ? 'undecided' : undefined;
                if (!message || staysIn) {
                    continue;
                }
                told.set(handover, message);
                report({
                    message,
                    at: handover.nameAt,
                    ...(message === 'undecided' && { severity: 'info' }),
                    parameters: { name: handover.name, from: from?.name ?? '', to: to?.name ?? 'onbekend' },
                    ...example({ space }, edge.from, courseToMoment(moments, moment)),
                    fixes: (message === 'unsaid' ? [to, from] : [])
                        .flatMap((r) => (r ? [written(r.name)] : []))
                        .concat('onbekend')
                        .flatMap((whom) => insertStatement(document, handover, `regie naar ${whom}`)),
                });
            }
        }
    },
});
