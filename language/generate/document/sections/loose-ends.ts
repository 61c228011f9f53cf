import type { ContradictionSide, UnknownItem } from '../../../model/protocol.js';
import { citations, inheritedMark, nameReference, reference } from '../claims.js';
import type { Context } from '../context.js';
import { paragraph, text, type Block, type Inline } from '../document.js';
import { definitions } from '../element.js';
import { openItems, type OpenItem } from '../unknowns.js';
import {
    dateInline,
    pointers,
    proseBlocks,
    spokenBlock,
    stateInlines,
    statementsBesidesState,
    valueInlines,
} from '../values.js';
import { oneLine } from '../../../text/one-line.js';

/** Sources that conflict, each with what it says. */
export function contradictions(context: Context): readonly Block[] {
    return context.notes.contradictions.map(({ id, owner, contradiction }): Block => {
        const sides = contradiction.sides.map((side): readonly Block[] => {
            const content: Inline[] = [
                ...(side.element ? [reference(context, side.element)] : []),
                ...(side.text === undefined ? [] : [text(oneLine(side.text))]),
                ...(side.value ? valueInlines(context, side.value) : []),
            ];
            return [
                paragraph(...content, ...(context.silent ? named(context, side) : citations(context, side.provenance))),
            ];
        });
        return {
            type: 'notice',
            kind: 'contradiction',
            id,
            title: [
                text(oneLine(contradiction.title)),
                ...ownerInlines(context, owner),
                ...citations(context, contradiction.provenance),
            ],
            blocks: [{ type: 'list', ordered: false, items: sides }],
        };
    });
}

/** Who says it, where a document has no notes: of what conflicts that is the point. */
function named(context: Context, { provenance }: ContradictionSide): Inline[] {
    const sources = provenance.flatMap(({ source, at }) =>
        source === undefined ? [] : [nameReference(context, { name: source, at }, 'source')],
    );
    return sources.length === 0
        ? []
        : [text(' ('), ...sources.flatMap((s, i) => (i === 0 ? [s] : [text(', '), s])), text(')')];
}

/** What colleagues remarked, with the replies. */
export function remarks(context: Context): readonly Block[] {
    return context.notes.remarks.map(({ id, owner, remark }): Block => {
        const title: Inline[] = [text(remark.author ?? context.say({ nl: 'Opmerking', en: 'Remark' }))];
        if (remark.authorValue) {
            title.push(text(context.say({ nl: ' van ', en: ' by ' })), ...valueInlines(context, remark.authorValue));
        }
        if (remark.date !== undefined) {
            title.push(text(', '), dateInline(context, remark.date));
        }
        if (remark.dateValue) {
            title.push(text(context.say({ nl: ' op ', en: ' on ' })), ...valueInlines(context, remark.dateValue));
        }
        if (remark.state !== undefined) {
            title.push(...stateInlines(context, remark, remark.state));
        }
        return {
            type: 'notice',
            kind: 'remark',
            id,
            title: [...title, ...ownerInlines(context, owner)],
            blocks: [
                ...proseBlocks(context, remark),
                ...definitions(statementsBesidesState(context, remark)),
                ...remark.replies.map((r) => spokenBlock(context, r)),
                ...pointers(context, remark),
            ],
        };
    });
}

function ownerInlines(context: Context, owner: string): Inline[] {
    if (owner === '' || owner === context.protocol.name || !context.anchors.find(owner)) {
        return [];
    }
    return [
        text(context.language === 'nl' ? ', bij ' : ', at '),
        reference(context, { name: owner, at: context.protocol.at }),
    ];
}

/** Everything that is `onbekend` or `plaatselijk`, in the order of the text; then what stands in other texts. */
export function unknowns(context: Context): readonly Block[] {
    return openTables(context, openItems(context.protocol, context.related));
}

/** These in a table for what is unknown, and one for what each municipality fills in. */
export function openTables(context: Context, items: readonly OpenItem[]): readonly Block[] {
    const list = (type: UnknownItem['type']): Block[] => {
        const some = items.filter((i) => i.type === type);
        if (some.length === 0) {
            return [];
        }
        const nl = context.language === 'nl';
        return [
            {
                type: 'table',
                caption:
                    type === 'unknown'
                        ? context.say({ nl: 'Onbekend', en: 'Unknown' })
                        : context.say({ nl: 'Plaatselijk in te vullen', en: 'To be filled in locally' }),
                columns: [
                    [text(nl ? 'Wat' : 'What')],
                    [text(nl ? 'Waarvan' : 'Of what')],
                    [text(nl ? 'Waarom' : 'Why')],
                ],
                rowHeadings: true,
                rows: some.map((item) => ({
                    cells: [[text(oneLine(item.what))], ownerOf(context, item), why(context, item)],
                })),
            },
        ];
    };
    return [...list('unknown'), ...list('local')];
}

function ownerOf(context: Context, item: OpenItem): readonly Inline[] {
    if (item.element === context.protocol.name) {
        return [text(context.say({ nl: 'de interventie', en: 'the intervention' })), ...inheritedMark(context, item)];
    }
    // `Onderzoek (gepland)`: a part of what has the name
    const [, name = item.element, part = ''] = /^(.*?)( \(.*\))?$/.exec(item.element) ?? [];
    return context.anchors.find(name)
        ? [reference(context, { name, at: item.at }), ...(part === '' ? [] : [text(part)])]
        : [text(item.element)];
}

function why(context: Context, item: UnknownItem): readonly Inline[] {
    const nl = context.language === 'nl';
    const expected =
        item.expected === undefined ? [] : [text(`${nl ? 'verwacht in' : 'expected in'} ${item.expected}`)];
    const reason = item.reason === undefined ? [] : [text(oneLine(item.reason))];
    const parts = [...reason, ...(reason.length > 0 && expected.length > 0 ? [text('; ')] : []), ...expected];
    return parts.length > 0 ? parts : [text('—')];
}
