import { countsFromAsking, isOpen as isOpenValue, statementsOf } from '../model/queries.js';
import type { Station, Way } from '../execution/machine.js';
import { firmText, sayTheSame, valueText } from '../messages/wording.js';
import type { Handover } from '../model/protocol.js';
import { mostOf, type Quantity, type Value } from '../model/values.js';
import type { Language } from '../text/bilingual.js';
import { inScope, says, type Building, type Scope } from './building.js';
import type { TaskNode } from './graph.js';
import { loseInformal } from './guards.js';
import { loseOpen, standardOf } from './open-times.js';
import { notedHandedOver, notedHandingOver, overForGood, timerOf } from './moments.js';
import { counted, goOn } from './ways.js';

/**
 * Where a way leads: first through the handovers on it, then on. For each the giver hands over, both meet where the text says so or
 * the handover is warm, and the receiver confirms where that is asked or something is said for when it does not come.
 */
export function handOver(b: Building, scope: Scope, station: Station, way: Way, on: () => string): string {
    return way.handovers.reduceRight<() => string>(
        (next, handover) => () =>
            oneHandover(b, scope, station, way, handover, () =>
                notedHandedOver(b, scope, station, handover.name, next()),
            ),
        on,
    )();
}

function oneHandover(
    b: Building,
    scope: Scope,
    station: Station,
    way: Way,
    handover: Handover,
    next: () => string,
): string {
    const { name, from, to } = handover;
    const title = handover.title ?? name;
    const warm = isWarm(handover);
    const [meeting] = handover.meetings;
    const confirmation = handover.confirmations.find((c) => !c.value);
    const fallbacks = way.fallbacks.filter((f) => f.arrow.handovers.includes(name));
    const task = (
        work: TaskNode['work'],
        suffix: string,
        order: number,
        says: {
            label: string;
            roles: readonly string[];
            with?: readonly string[];
            fills?: readonly string[];
            due?: Quantity;
        },
    ): string =>
        b.draft.add(`${name}_${suffix}`, station.index + order, {
            kind: 'task',
            work,
            label: `${title}: ${says.label}`,
            ...inScope(says.roles[0] === undefined ? b.laneOf(station) : b.laneOfRole(says.roles[0]), scope),
            element: name,
            at: handover.nameAt,
            candidates: says.roles,
            with: says.with ?? [],
            handover: { name, warm, way: way.arrow.at },
            fills: says.fills ?? [],
            ...(says.due ? { due: says.due } : {}),
            requires: work === 'hand-over' ? handover.information.flatMap((i) => i.documents.map((d) => d.name)) : [],
            delivers: [],
            guards: work === 'hand-over' ? handover.guards : [],
        });
    loseInformal(b, name, handover.guards);
    loseAbsent(b, handover);
    loseMeetings(b, handover);
    const giver = from ? [from.name] : [];
    const receiver = to ? [to.name] : [];
    const entry = task('hand-over', 'overdragen', 0.71, { label: says(b, 'handOver'), roles: giver, with: receiver });
    let last = entry;
    if (meeting || warm) {
        const joint = [...new Set([...giver, ...receiver])];
        const present = meeting?.with.map((r) => r.name).filter((r) => !joint.includes(r)) ?? [];
        const count = meeting?.value && !isOpenValue(meeting.value) ? ` (${valueText(meeting.value, b.language)})` : '';
        const meet = task('meet', 'gesprek', 0.72, { label: says(b, 'meet') + count, roles: joint, with: present });
        b.draft.connect(last, meet);
        last = meet;
    }
    const term = termOf(b, handover);
    const kept = b.terms.find(
        ({ deadline }) => handover.deadlines.includes(deadline) && standardOf(deadline.value) === term,
    );
    if (handover.confirmations.length === 0 && fallbacks.length === 0) {
        b.draft.connect(last, next());
        return entry;
    }
    const due = term ? { due: term } : {};
    const confirmer = confirmation?.role ? [confirmation.role.name] : receiver;
    if (fallbacks.length === 0) {
        const confirm = task('confirm', 'bevestigen', 0.73, { label: says(b, 'confirm'), roles: confirmer, ...due });
        b.draft.connect(last, confirm);
        b.draft.connect(confirm, next());
        return entry;
    }
    const variable = b.draft.know({
        kind: 'decision',
        name: `${name}_bevestigd`,
        label: `${title}: ${says(b, 'confirmed')}`,
    });
    const confirm = task('confirm', 'bevestigen', 0.73, {
        label: says(b, 'confirm'),
        roles: confirmer,
        fills: [variable],
    });
    b.draft.connect(last, confirm);
    const where = { ...inScope(b.laneOfRole(confirmer[0]), scope), element: name, at: handover.nameAt };
    const gate = b.draft.add(`${name}_bevestigd`, station.index + 0.74, {
        kind: 'gateway',
        gateway: 'decide',
        label: says(b, 'whetherConfirmed'),
        ...where,
    });
    b.draft.connect(confirm, gate);
    b.draft.connect(gate, next(), {
        label: says(b, 'confirmed'),
        when: { type: 'chosen', variable, value: true },
    });
    const again = () => (kept ? overForGood(b, scope, station, kept, confirm) : confirm);
    const back = fallback(b, scope, station, fallbacks, again, where, name);
    const absent = fallbacks.find(({ arrow }) => handover.whenAbsent.some((w) => w.at === arrow.at))?.arrow ?? {};
    b.draft.connect(gate, back, { label: firmText(absent, says(b, 'absent'), b.language), otherwise: true });
    if (term) {
        const timer = b.draft.add(`${name}_termijn`, station.index + 0.75, {
            kind: 'boundary',
            on: confirm,
            trigger: timerOf(b, term, kept),
            interrupting: true,
            label: firmText(handover.deadlines.find((d) => standardOf(d.value) === term) ?? {}, term.text, b.language),
            ...where,
        });
        b.draft.connect(timer, back);
    }
    return notedHandingOver(b, scope, station, handover, entry);
}

/** Where a case goes when a handover is not confirmed: the first that its bound allows, else it is asked again. */
function fallback(
    b: Building,
    scope: Scope,
    station: Station,
    fallbacks: readonly Way[],
    confirm: () => string,
    where: { readonly lane: number; readonly scope?: string },
    name: string,
): string {
    const ways = fallbacks.map((way) =>
        counted(b, scope, station, way, () => goOn(b, scope, station.index, way.target)),
    );
    const [first] = ways;
    if (first && !first.below) {
        return first.entry;
    }
    const gate = b.draft.add(`${name}_terug`, station.index + 0.76, {
        kind: 'gateway',
        gateway: 'decide',
        label: says(b, 'whetherAgain'),
        ...where,
    });
    for (const { entry, below, label: bound } of ways) {
        const label = [...(entry === first?.entry ? [] : [says(b, 'otherwise')]), bound]
            .filter((l) => l !== '')
            .join(', ');
        b.draft.connect(gate, entry, below ? { label, when: below } : { label, otherwise: true });
        if (!below) {
            return gate;
        }
    }
    b.draft.connect(gate, confirm(), { label: says(b, 'otherwise'), otherwise: true });
    return gate;
}

/** That there is more than one meeting: a task stands for all of them. */
function loseMeetings({ draft }: Building, { name, meetings }: Handover): void {
    for (const { value } of meetings) {
        if (value?.type === 'quantity' && (value.high ?? value.low ?? 0) !== 1) {
            draft.lose(name, {
                nl: `gesprekken ${valueText(value, 'nl')}: één taak staat voor alle gesprekken; de werkstroom telt ze niet, wie de taak afsluit doet dat`,
                en: `gesprekken ${valueText(value, 'en')}: one task stands for all meetings; the workflow does not count them, whoever closes the task does`,
            });
        }
    }
}

/** What is done when a confirmation does not come, where that is said in words only. */
function loseAbsent({ draft }: Building, { name, whenAbsent }: Handover): void {
    for (const { value } of whenAbsent) {
        if (value && !isOpenValue(value)) {
            draft.lose(name, {
                nl: `bij uitblijven “${valueText(value, 'nl')}” staat alleen in woorden bij de taak: een werkstroom doet dat niet vanzelf`,
                en: `if it does not come “${valueText(value, 'en')}” stands at the task in words only: a workflow does not do that by itself`,
            });
        }
    }
}

export function isWarm(handover: Handover): boolean {
    return statementsOf(handover, 'vorm').some((s) =>
        s.values.some((v) => (v.type === 'word' && v.word === 'warm') || (v.type === 'text' && v.text === 'warm')),
    );
}

/** How long a confirmation may take, counted from when it is asked; what else is said about its time is lost. */
function termOf(b: Building, handover: Handover): Quantity | undefined {
    const { draft } = b;
    const { name, confirmations, deadlines } = handover;
    for (const { within } of confirmations) {
        if (within) {
            loseOpen(b, name, 'bevestiging binnen', within);
        }
    }
    for (const { value } of deadlines) {
        loseOpen(b, name, 'termijn', value);
    }
    // of several nobody knows which holds
    const isDecided = sayTheSame(confirmations.map((c) => ({ value: c.within })));
    const terms = [
        ...confirmations.flatMap(({ within, after }) =>
            within
                ? [{ value: standardOf(within), after, counts: countsFromAsking(after, handover) && isDecided }]
                : [],
        ),
        ...deadlines.map(({ value: stated, after, otherwise, otherwiseValue }) => ({
            value: standardOf(stated),
            after: after?.type === 'other' ? after.value : undefined,
            counts: after?.type !== 'other' && (otherwise ?? otherwiseValue) !== undefined,
        })),
    ];
    const isCounted = (v: Value): v is Quantity => v.type === 'quantity' && mostOf(v) !== undefined;
    const counted = terms.filter((t) => t.counts).map((t) => t.value);
    const term = counted.find(isCounted);
    for (const { value, after } of terms.filter((t) => t.value !== term && t.value.type === 'quantity')) {
        const since = (l: Language) => (after ? ` ${l === 'nl' ? 'na' : 'after'} ${valueText(after, l)}` : '');
        draft.lose(name, {
            nl: `${valueText(value, 'nl')}${since('nl')} is geen uiterste datum van de bevestiging: die heeft er hoogstens één, in cijfers, met een hoogste, en geteld vanaf dat zij gevraagd wordt`,
            en: `${valueText(value, 'en')}${since('en')} is no due date of the confirmation: that has at most one, in figures, with a most, and counted from when it is asked`,
        });
    }
    return term;
}
