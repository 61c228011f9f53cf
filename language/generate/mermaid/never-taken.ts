import type { Arrow } from '../../model/process.js';

/** The ways that no case takes, since they stand behind one that always holds: the first way that holds is taken. */
export function neverTaken(arrows: readonly Arrow[]): ReadonlySet<Arrow> {
    const exits = arrows.filter((a) => a.from !== undefined && ORDER.some((kinds) => kinds.includes(a.kind)));
    return new Set(
        [...Map.groupBy(exits, (a) => a.from).values()].flatMap((own) => {
            const tried = ORDER.flatMap((kinds) => own.filter((a) => kinds.includes(a.kind)));
            const always = tried.findIndex(alwaysHolds);
            return always < 0 ? [] : tried.slice(always + 1);
        }),
    );
}

/** The order in which ways are tried. */
const ORDER: readonly (readonly Arrow['kind'][])[] = [['next', 'branch'], ['otherwise']];

function alwaysHolds({ condition, modality, toModality, atMost, atMostValue }: Arrow): boolean {
    return [condition, modality, toModality, atMost, atMostValue].every((part) => part === undefined);
}
