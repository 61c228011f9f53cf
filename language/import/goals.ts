import type { ImportedBlock, ImportedItem } from './blocks.js';

/** A goal that a form calls one, with the subgoals that it calls so. */
export interface ImportedGoal {
    readonly title: ImportedItem | undefined;
    readonly told: readonly ImportedBlock[];
    readonly subgoals: readonly { readonly title: ImportedItem; readonly told: readonly ImportedBlock[] }[];
}

/** `Subdoel 2: …`, and in a heading also `Subdoel Ouders …` */
const SUBGOAL =
    /^(?:[Ss]ub|[Dd]eel|[Tt]ussen)doel(?:stelling)?(?: \d+(?= ?[.:–-]| \p{Lu}))?(?: ?[.:–-] ?| (?=\p{Lu}))(?=\S)/u;
const GOAL = /^(?:[Hh]oofd)?[Dd]oel(?:stelling)?(?: \d+(?= ?[.:–-]| \p{Lu}))?(?: ?[.:–-] ?| (?=\p{Lu}))(?=\S)/u;

/** An item of an answer without the word that says that it is a subgoal. */
export function withoutWord<Item extends ImportedItem>(item: Item): Item {
    const { above } = item;
    const bare = (text: string) => text.replace(SUBGOAL, '');
    return {
        ...item,
        plain: bare(item.plain),
        markdown: bare(item.markdown),
        ...(above ? { above: { ...above, plain: bare(above.plain), markdown: bare(above.markdown) } } : {}),
    };
}

/**
 * The goals in an answer that calls its subgoals by that word: in headings, items of a list or lines. What stands below such
 * a heading is told of it. None where no subgoal is called so.
 */
export function goalsIn(blocks: readonly ImportedBlock[]): readonly ImportedGoal[] {
    interface Told {
        title: ImportedItem | undefined;
        told: ImportedBlock[];
        subgoals: { title: ImportedItem; told: ImportedBlock[] }[];
    }
    const goals: Told[] = [{ title: undefined, told: [], subgoals: [] }];
    const last = () => goals.at(-1) ?? { title: undefined, told: [], subgoals: [] };
    /** where what follows is told */
    let told = last().told;
    const subgoal = (item: ImportedItem) => {
        const below: ImportedBlock[] = [];
        last().subgoals.push({ title: withoutWord(item), told: below });
        return below;
    };
    for (const block of blocks) {
        if (block.type === 'list' && block.items.every((item) => SUBGOAL.test(item.plain))) {
            block.items.forEach(subgoal);
            told = last().told;
        } else if (block.type !== 'list' && block.type !== 'table' && SUBGOAL.test(block.plain)) {
            const below = subgoal(block);
            told = block.type === 'heading' ? below : last().told;
        } else if (block.type === 'heading' && GOAL.test(block.plain)) {
            const bare = (text: string) => text.replace(GOAL, '');
            const title = { ...block, plain: bare(block.plain), markdown: bare(block.markdown) };
            if (last().title || last().subgoals.length > 0) {
                goals.push({ title, told: [], subgoals: [] });
            } else {
                last().title = title;
            }
            told = last().told;
        } else {
            told.push(block);
        }
    }
    const [only, ...others] = goals;
    if (only && others.length === 0 && only.title === undefined && only.told[0]?.type === 'text') {
        const [title, ...rest] = only.told;
        Object.assign(only, { title, told: rest });
    }
    return goals.some((g) => g.subgoals.length > 0) ? goals : [];
}
