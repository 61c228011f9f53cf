import { isInformal } from '../execution/truth.js';
import type { Station, Way } from '../execution/machine.js';
import { conditionText, firmText, valueText } from '../messages/wording.js';
import type { Deadline } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import { gateway, of, says, stationAt, titleOf, type Building, type Scope } from './building.js';
import type { Trigger } from './graph.js';
import { noted, overForGood, timerOf, type KeptMoment } from './moments.js';
import { loseOpen } from './open-times.js';
import { countsFromHere, figures } from './terms.js';
import { counted, goOn } from './ways.js';

/** The loss of a term that begins before or after the work does. */
export const COUNTS_FROM_OPENING: Bilingual = {
    nl: 'de termijn telt vanaf het moment dat dit werk openstaat, niet vanaf wat de tekst noemt',
    en: 'the term counts from the moment that this work is open, not from what the text names',
};

/**
 * What can break off the work at a station while it is open, on the border of its task or subprocess: a term that runs
 * out, and being taken higher up by somebody. All of it interrupts: in the semantics the work is then gone.
 *
 * @param host id of the task or subprocess
 */
export function boundaries(b: Building, scope: Scope, station: Station, host: string): void {
    for (const way of station.expiries) {
        const deadline = deadlineOf(station, way);
        const quantity = deadline && figures(deadline);
        const kept = b.terms.find((t) => t.deadline === deadline);
        if (quantity && deadline.value.type === 'local') {
            loseOpen(b, station.node.name, 'termijn', deadline.value);
        }
        if (!quantity) {
            b.draft.lose(station.node.name, {
                nl: `${deadline ? valueText(deadline.value, 'nl') : 'de termijn'} is geen tijd die een klok bijhoudt: iemand meldt dat de termijn verstreken is`,
                en: `${deadline ? valueText(deadline.value, 'en') : 'the term'} is no time that a clock keeps: somebody says that the term ran out`,
            });
        } else if (!kept && !countsFromHere(b.machine, station, deadline)) {
            b.draft.lose(station.node.name, COUNTS_FROM_OPENING);
        }
        const trigger: Trigger = quantity
            ? timerOf(b, quantity, kept)
            : { kind: 'message', name: b.draft.free(`${station.node.name}_termijn_verstreken`) };
        const label = firmText(way.arrow, quantity ? quantity.text : says(b, 'expired'), b.language);
        attach(b, scope, station, host, way, 'termijn', label, trigger, kept);
    }
    for (const way of station.escalations) {
        const { condition } = way.arrow;
        if (condition && !isInformal(condition)) {
            continue;
        }
        const target = way.target === undefined ? '' : stationAt(b, way.target).node.name;
        const said = condition
            ? `${says(b, 'when')} ${conditionText(condition, b.language)}`
            : way.target === undefined
              ? says(b, 'stuck')
              : titleOf(stationAt(b, way.target));
        const label = firmText(way.arrow, said, b.language);
        attach(b, scope, station, host, way, `naar_${target}`, label, {
            kind: 'message',
            name: b.draft.free(`${target}_vanuit_${station.node.name}`),
        });
    }
}

function attach(
    b: Building,
    scope: Scope,
    station: Station,
    host: string,
    way: Way,
    suffix: string,
    label: string,
    trigger: Trigger,
    kept?: KeptMoment,
): void {
    const event = b.draft.add(`${station.node.name}_${suffix}`, station.index + 0.3, {
        kind: 'boundary',
        on: host,
        trigger,
        interrupting: true,
        label,
        ...of(b, scope, station, way.arrow.at),
    });
    const on = counted(b, scope, station, way, () => {
        const entry = goOn(b, scope, station.index, way.target);
        return isWaiting(b, host) ? entry : noted(b, scope, station, 'end', entry);
    });
    if (!on.below) {
        b.draft.connect(event, on.entry, { at: way.arrow.at });
        return;
    }
    // once too often: the work goes on
    const gate = gateway(b, scope, station, 'decide', 'nog_een_keer', { order: 0.31, label: says(b, 'whetherAgain') });
    b.draft.connect(event, gate);
    b.draft.connect(gate, on.entry, { label: on.label, when: on.below, at: way.arrow.at });
    const again = kept ? overForGood(b, scope, station, kept, host) : host;
    b.draft.connect(gate, again, { label: says(b, 'otherwise'), otherwise: true });
}

/** Whether a case only waits there: before the work, or when it is done. */
function isWaiting({ draft }: Building, host: string): boolean {
    const node = draft.nodes.get(host);
    return node?.kind === 'task' && node.work === 'wait';
}

export function deadlineOf({ node }: Station, way: Way): Deadline | undefined {
    return node.kind === 'end' ? undefined : node.deadlines.find((d) => d.at === way.arrow.at);
}
