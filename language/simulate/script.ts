import type { Case, CaseEvent } from '../execution/case.js';

/** What a case says of one visit of a step, group, phase or handover, and what of it was used. */
export interface Visit {
    readonly event: CaseEvent | undefined;
    /** its place in the case; infinite where nothing is said, or what was said of the visit before holds again */
    readonly order: number;
    readonly used: Set<string>;
}

/** What a case still has to say. */
export interface Script {
    /** of the visit that is going on, or else of the next one, which then begins */
    readonly visit: (name: string) => Visit;
    /** the same without beginning it */
    readonly ahead: (name: string) => Visit;
    /** of a visit that is going on what is said next of the same place; undefined where nothing is */
    readonly following: (name: string) => Visit | undefined;
    /** what is said next of the same place is about the visit that is going on */
    readonly follow: (name: string) => void;
    /** the work of a visit is done, and what comes next is still to be decided */
    readonly done: (name: string) => void;
    /** the visit of which the work was done last */
    readonly last: () => Visit | undefined;
    /**
     * of the work that was done last and of which something is still to be decided; of a visit of which nothing was asked
     * yet what is said next, where that is meant for it
     */
    readonly afterwards: (name: string, isMeant?: (event: CaseEvent) => boolean) => Visit;
    /** the visit is over: of which the work is done, or of all work there */
    readonly close: (name: string, which: 'done' | 'all') => void;
    /** what was said of an interruption only is done; what is said next of the same place is about the same visit */
    readonly goOn: (name: string) => void;
    /** what is said and was never used */
    readonly unused: () => CaseEvent[];
}

const NOTHING: CaseEvent = { step: '' };
const NOT_SAID = { event: undefined, order: Number.POSITIVE_INFINITY };

/** Reads a case visit by visit; the last that it says of a place holds for each later visit. */
export function scriptOf({ at }: Case): Script {
    const queues = new Map<string, { readonly event: CaseEvent; readonly order: number }[]>();
    at.forEach((event, order) => {
        const queue = queues.get(event.step);
        if (queue) {
            queue.push({ event, order });
        } else {
            queues.set(event.step, [{ event, order }]);
        }
    });
    const next = new Map<string, number>();
    const going = new Map<string, Visit>();
    // of one place several may be here: what waits for a decision, and what was begun anew meanwhile
    const over = new Map<string, Visit[]>();
    let last: Visit | undefined;
    const ahead = (name: string): Visit => {
        const known = going.get(name);
        if (known) {
            return known;
        }
        const queue = queues.get(name) ?? [];
        const index = next.get(name) ?? 0;
        const said = queue[index];
        return said
            ? { ...said, used: new Set() }
            : { event: queue.at(-1)?.event, order: Number.POSITIVE_INFINITY, used: new Set() };
    };
    const begin = (name: string): Visit => {
        const visit = ahead(name);
        if (!going.has(name)) {
            next.set(name, (next.get(name) ?? 0) + 1);
            going.set(name, visit);
        }
        return visit;
    };
    return {
        visit: begin,
        ahead,
        following: (name) => {
            const said = going.has(name) ? queues.get(name)?.[next.get(name) ?? 0] : undefined;
            return said && { ...said, used: new Set() };
        },
        follow: (name) => {
            going.delete(name);
        },
        last: () => last,
        done: (name) => {
            last = begin(name);
            over.set(name, [...(over.get(name) ?? []), last]);
            going.delete(name);
        },
        afterwards: (name, isMeant = () => true) => {
            const { event } = ahead(name);
            const isNext = going.has(name) || !event || isMeant(event);
            return over.get(name)?.at(-1) ?? (isNext ? begin(name) : { ...NOT_SAID, used: new Set() });
        },
        close: (name, which) => {
            if (which === 'all' || !over.get(name)?.pop()) {
                going.delete(name);
                over.delete(name);
            }
        },
        goOn: (name) => {
            const { event = NOTHING } = going.get(name) ?? { event: NOTHING };
            const saysMore = event.facts !== undefined || event.duration !== undefined || event.again !== undefined;
            if (!saysMore && (queues.get(name)?.length ?? 0) > (next.get(name) ?? 0)) {
                going.delete(name);
            }
        },
        unused: () => [...queues].flatMap(([name, queue]) => queue.slice(next.get(name) ?? 0).map((q) => q.event)),
    };
}
