import type { FileModel, Place, UnknownItem } from '../../model/protocol.js';
import type { LocalValues } from '../../settings/local-values.js';
import { keywordOf, namesFor } from './called.js';

/** A place in a text that says `plaatselijk`, and what a municipality fills in there. */
export interface Slot {
    readonly element: string;
    readonly keyword: string;
    /** of all that says `plaatselijk`, with what stands with it: `plaatselijk "per wijk" standaard 2 weken` */
    readonly at: Place;
    /** undefined where the municipality says nothing */
    readonly value?: string;
}

/** All that files leave to be decided locally, with what one municipality says of it. */
export function slotsIn(models: readonly FileModel[], { values }: LocalValues): readonly Slot[] {
    const valueOf = (names: readonly string[], keyword: string): Pick<Slot, 'value'> => {
        const said = names
            .map((name) => (Object.hasOwn(values, name) ? values[name] : undefined))
            .flatMap((of) => (of && Object.hasOwn(of, keyword) ? (of[keyword] ?? []) : []))
            .find((text) => text.trim() !== '');
        return said === undefined ? {} : { value: said };
    };
    const slotOf = (item: UnknownItem, names: readonly string[]): Slot[] => {
        const keyword = keywordOf(item);
        const { element, at } = item;
        return item.type === 'local' ? [{ element, keyword, at, ...valueOf(names, keyword) }] : [];
    };
    return models.flatMap(({ unknowns, interventions }) => [
        ...unknowns.flatMap((item) => slotOf(item, [item.element])),
        ...interventions.flatMap((protocol) =>
            protocol.unknowns.flatMap((item) => slotOf(item, namesFor(protocol, item.element))),
        ),
    ]);
}
