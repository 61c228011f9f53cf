import type { Block as ModelBlock, Named, Statement } from '../../model/protocol.js';
import { elementMarks, enter, titleOf } from './claims.js';
import type { Context } from './context.js';
import { paragraph, text, type Block, type Definition, type Inline, type Section } from './document.js';
import { WORDS } from './labels.js';
import { pointers, statementRows } from './values.js';
import type { Bilingual } from '../../text/bilingual.js';
import { oneLine } from '../../text/one-line.js';

/** What stands in an element besides its properties. */
export interface Content {
    /** behind its title */
    readonly marks?: readonly Inline[];
    /** before its properties */
    readonly rows?: readonly Definition[];
    /** the properties to show in the middle; all of them when left out */
    readonly statements?: readonly Statement[];
    /** after them */
    readonly rowsAfter?: readonly Definition[];
    readonly blocks?: readonly Block[];
    readonly sections?: readonly Section[];
}

/**
 * A section for an element with a name: its title and name, its claims, its properties, and what else it holds.
 *
 * @param label what it is, where the heading above does not say so already
 */
export function elementSection(
    context: Context,
    element: Named,
    label: string | undefined,
    content: (inner: Context) => Content = () => ({}),
    look: Section['look'] = 'element',
): Section {
    const { context: inner, marks, lead } = enter(context, element);
    const {
        marks: more = [],
        rows = [],
        statements = element.statements,
        rowsAfter = [],
        blocks = [],
        sections = [],
    } = content(inner);
    return {
        id: context.anchors.of(element),
        look,
        ...(label === undefined ? {} : { label }),
        title: [text(titleOf(context, element)), ...elementMarks(context, element), ...more, ...marks],
        blocks: [
            ...lead,
            ...definitions([...rows, ...statementRows(inner, statements), ...rowsAfter]),
            ...blocks,
            ...pointers(inner, element),
        ],
        sections,
    };
}

/** The content of a block without a name, with its claims in front. */
export function blockContent(
    context: Context,
    block: ModelBlock,
    content: (inner: Context) => Content = () => ({}),
): readonly Block[] {
    const { context: inner, marks, lead } = enter(context, block);
    const { rows = [], rowsAfter = [], blocks = [] } = content(inner);
    const source: Block[] =
        marks.length === 0
            ? []
            : [
                  paragraph(
                      { type: 'emphasis', content: [text(context.language === 'nl' ? 'Bron:' : 'Source:')] },
                      ...marks,
                  ),
              ];
    return [
        ...lead,
        ...source,
        ...definitions([...rows, ...statementRows(inner, block.statements), ...rowsAfter]),
        ...blocks,
        ...pointers(inner, block),
    ];
}

/** Rows as a block; nothing where there are none. Rows without details are left out. */
export function definitions(rows: readonly Definition[]): Block[] {
    const filled = rows.filter((r) => r.details.some((d) => d.length > 0));
    return filled.length === 0 ? [] : [{ type: 'definitions', rows: filled }];
}

/** A row with one line for each part; nothing where there are no parts. */
export function row(term: Bilingual, context: Context, ...lines: readonly (readonly Inline[])[]): Definition {
    return {
        term: [text(context.say(term))],
        details: lines.filter((l) => l.length > 0).map((l) => [paragraph(...l)]),
    };
}

/** What a part says that is asked for and of which the protocol says nothing; of a working-out where to look for its base. */
export function nothingSaid({ unread, say, notTakenOver }: Context): string {
    if (unread) {
        return say(WORDS.unread);
    }
    if (!notTakenOver) {
        return say(WORDS.empty);
    }
    const base = oneLine(notTakenOver.from.title ?? notTakenOver.from.name);
    return say({
        nl: `Hierover zegt deze uitwerking zelf niets. Wat zij niet van ${base} overneemt, staat bij “${WORDS.departures.nl}”.`,
        en: `This working-out itself says nothing about this. What it does not take over from ${base} is told in “${WORDS.departures.en}”.`,
    });
}

/** A chapter or part of one. Where it holds nothing and is asked for, it says so. */
export function chapter(
    context: Context,
    id: string,
    title: Bilingual,
    blocks: readonly Block[],
    sections: readonly Section[] = [],
    options: { readonly number?: string; readonly asked?: boolean } = {},
): Section[] {
    if (blocks.length === 0 && sections.length === 0 && !options.asked) {
        return [];
    }
    const isEmpty = blocks.length === 0 && sections.length === 0;
    return [
        {
            id: context.anchors.fresh(id),
            look: 'section',
            title: [text(context.say(title))],
            blocks: isEmpty
                ? [
                      {
                          type: 'notice',
                          kind: 'empty',
                          title: [text(nothingSaid(context))],
                          blocks: [],
                      },
                  ]
                : blocks,
            sections,
            ...(options.number === undefined ? {} : { number: options.number }),
        },
    ];
}
