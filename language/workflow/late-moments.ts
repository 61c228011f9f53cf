import { isInside, type Station } from '../execution/machine.js';
import { NOWHERE } from '../execution/timed-work.js';
import { isParallel, stationAt, type Building } from './building.js';
import type { KeptMoment } from './moments.js';

/**
 * Names the moments that a workflow does not count from: what comes about while the clock runs already, since that is set
 * once, when work opens; and the end of work that is broken off with all around it.
 */
export function momentLosses(b: Building): void {
    for (const kept of b.moments) {
        const { from, label } = kept;
        const owners = ownersOf(b, kept);
        const sources = sourcesOf(b, from);
        const element = kept.station === undefined ? handoverOf(b, kept) : (owners[0]?.node.name ?? '');
        if (owners.some((owner) => sources.some((source) => mayComeLate(b, owner, source)))) {
            b.draft.lose(element, {
                nl: `${label} telt vanaf iets wat er ook kan komen terwijl dit al openstaat: de klok van een werkstroom staat vast zodra het opengaat, en telt dan niet vanaf dat moment`,
                en: `${label} counts from what may also come about while this is open already: the clock of a workflow is set as soon as it opens, and does not count from that moment then`,
            });
        }
        if (from.type === 'end' && owners.some((owner) => sources.some((source) => mayBreakOff(b, owner, source)))) {
            b.draft.lose(element, {
                nl: `${label} telt vanaf het einde van ${sources[0]?.node.name ?? ''}: wordt dat afgebroken met alles eromheen, dan onthoudt een werkstroom dat moment niet`,
                en: `${label} counts from the end of ${sources[0]?.node.name ?? ''}: where that is broken off with all around it, a workflow does not keep that moment`,
            });
        }
    }
}

/** The work at which a clock is set; of a handover, all that it may come behind. */
function ownersOf(b: Building, kept: KeptMoment): readonly Station[] {
    return kept.station === undefined ? handing(b, handoverOf(b, kept)) : [stationAt(b, kept.station)];
}

function handoverOf({ terms, machine }: Building, kept: KeptMoment): string {
    const term = terms.find((t) => t === kept);
    return machine.protocol.handovers.find((h) => term && h.deadlines.includes(term.deadline))?.name ?? '';
}

function handing({ machine }: Building, handover: string): readonly Station[] {
    return machine.stations.filter((s) => s.exits.some((way) => way.handovers.some((h) => h.name === handover)));
}

/** Where it comes about that something counts from, elsewhere. */
function sourcesOf(b: Building, from: KeptMoment['from']): readonly Station[] {
    switch (from.type) {
        case 'registration':
            return [];
        case 'handover':
            return handing(b, from.name);
        default:
            return from.station === NOWHERE ? [] : [stationAt(b, from.station)];
    }
}

/** Whether something may come about while work is open: in it, beside it, or in what interrupts it for a while. */
function mayComeLate(b: Building, owner: Station, source: Station): boolean {
    const { machine } = b;
    if (owner === source || isInside(machine, owner.index, source.index)) {
        return false;
    }
    const together = owner.around.find((i) => source.around.includes(i));
    const inOwner = isInside(machine, source.index, owner.index);
    const beside = together !== undefined && isParallel(stationAt(b, together));
    const isPause = ({ interrupt, target }: (typeof machine.breaches)[number]) =>
        interrupt.resume === true &&
        target !== undefined &&
        isInside(machine, source.index, target) &&
        !isInside(machine, owner.index, target);
    return inOwner || beside || machine.breaches.some(isPause);
}

/** Whether work may be broken off without the work that counts from its end. */
function mayBreakOff(b: Building, owner: Station, source: Station): boolean {
    const { machine } = b;
    const frames = source.around.slice(1).filter((i) => b.framed.has(i) && !isInside(machine, owner.index, i));
    const isInstead = ({ interrupt, target }: (typeof machine.breaches)[number]) =>
        !interrupt.resume &&
        target !== undefined &&
        stationAt(b, target).node.kind !== 'end' &&
        !isInside(machine, source.index, target);
    return frames.length > 0 || machine.breaches.some(isInstead);
}
