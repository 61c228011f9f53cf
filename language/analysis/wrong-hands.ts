import type { Handover, Protocol } from '../model/protocol.js';
import { changesOf, type Change } from './changes.js';
import { handoverPlaces, type HandoverPlace } from './handovers.js';
import { performersOf } from './people.js';
import { proofsOf } from './proofs.js';
import type { Space } from './space.js';

/** What is known of the handovers of which the giver, the receiver or the place is most likely a slip. */
export interface WrongHands {
    /** handovers whose giver does not work where they begin */
    readonly givers: ReadonlySet<Handover>;
    /** from a handover whose receiver has nothing to do behind it to the ways on which somebody else goes on there */
    readonly receivers: ReadonlyMap<Handover, readonly Change[]>;
    /** from a handover that never takes place to the ways between its giver and receiver elsewhere */
    readonly places: ReadonlyMap<Handover, readonly Change[]>;
}

const NONE: WrongHands = { givers: new Set(), receivers: new Map(), places: new Map() };

const known = new WeakMap<Space, WrongHands>();

/**
 * Compares who hands over to whom with who works before and behind; computed once, nothing where nothing is proved.
 *
 * @param holidays further days off, ISO dates: `holidays` of the settings
 */
export function wrongHandsIn(protocol: Protocol, holidays: readonly string[]): WrongHands {
    const space = protocol.handovers.length === 0 ? undefined : proofsOf(protocol, holidays)?.space;
    if (!space) {
        return NONE;
    }
    const made = known.get(space) ?? make(space);
    known.set(space, made);
    return made;
}

function make(space: Space): WrongHands {
    const { protocol } = space.machine;
    // a handover takes place on the ways of work that is done, and is meant for no other
    const changes = changesOf(space).filter(
        (c) => !c.before.isOpen && !c.after.isOpen && !['deadline', 'fallback'].includes(c.way.arrow.kind),
    );
    const all = handoverPlaces(space.machine);
    const entries = all.map((place) => [place.handover, place] as const);
    const isReceived = ({ handover }: HandoverPlace) => changes.some((c) => c.elsewhere === handover);
    const others = ({ handover: { from, to, fromNodes } }: HandoverPlace): Change[] =>
        changes.filter(
            (c) =>
                from !== undefined &&
                to !== undefined &&
                c.before.roles.includes(from.name) &&
                !c.after.roles.includes(to.name) &&
                fromNodes.some((n) => {
                    const station = space.machine.stations[space.machine.index.get(n.name) ?? -1];
                    return station?.around.includes(c.from.index) === true;
                }),
        );
    const hasSlipped = (place: HandoverPlace): boolean =>
        !isReceived(place) &&
        (place.absent === 'receiver' || (!place.isAtWork && isAboutOthers(protocol, place, others(place))));
    return {
        givers: new Set(all.filter((p) => p.otherGivers.some((g) => g.doubt === undefined)).map((p) => p.handover)),
        receivers: new Map(
            entries
                .filter(([, place]) => hasSlipped(place) && others(place).length > 0)
                .map(([handover, place]) => [handover, others(place)]),
        ),
        places: new Map(
            entries
                .filter(([, place]) => place.absent === 'receiver' && isReceived(place))
                .map(([handover]) => [handover, changes.filter((c) => c.elsewhere === handover)]),
        ),
    };
}

/**
 * Whether a handover to a role without a step more likely is to who goes on: its receiver has other work in this
 * process, or what is said of it names who goes on.
 */
function isAboutOthers({ process }: Protocol, { handover }: HandoverPlace, changes: readonly Change[]): boolean {
    const { to, confirmations, direction, meetings } = handover;
    const workers = new Set(
        process?.nodes
            .flatMap((n) => (n.kind === 'step' || n.kind === 'escalation' ? performersOf(n) : []))
            .flatMap((p) => [...p.performers, ...p.with].map((r) => r.name)),
    );
    const named = [...confirmations, ...direction].flatMap((s) => s.role?.name ?? []);
    const met = meetings.flatMap((m) => m.with.map((r) => r.name));
    return (
        to !== undefined &&
        (workers.has(to.name) || changes.some((c) => c.after.executors.some((r) => [...named, ...met].includes(r))))
    );
}
