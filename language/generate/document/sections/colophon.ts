import type { Party, Recognition, Version } from '../../../model/protocol.js';
import { droppedLoss } from '../../dropped-loss.js';
import { citations, enter, reference } from '../claims.js';
import type { Context } from '../context.js';
import {
    paragraph,
    strong,
    text,
    withEnding,
    type Block,
    type Definition,
    type Inline,
    type Section,
} from '../document.js';
import { blockContent, definitions, row } from '../element.js';
import { label } from '../labels.js';
import { partOf } from '../placement.js';
import { enumerate } from '../../../text/numbers.js';
import { parseMonth } from '../../../model/values.js';
import {
    dateInline,
    modalityBefore,
    pointers,
    statementRows,
    valueInlines,
    valuesBlocks,
    withBeginning,
} from '../values.js';
import { oneLine } from '../../../text/one-line.js';

/**
 * What the document is: version, owner, recognition and the fields of the record.
 *
 * @param lead which source holds for the whole, where the protocol says so
 * @param marks what is cited for the protocol itself
 */
export function colophon(context: Context, lead: readonly Block[], marks: readonly Inline[] = []): Section {
    const { protocol } = context;
    const rows: Definition[] = [
        row({ nl: 'Naam in het draaiboek', en: 'Name in the protocol' }, context, [text(protocol.name), ...marks]),
        row({ nl: 'Versie', en: 'Version' }, context, ...protocol.versions.map((v) => versionLine(context, v))),
        ...departsFrom(context),
        ...protocol.parties.map((p) => partyRow(context, p)),
        ...statementRows(
            context,
            protocol.statements.filter((s) => partOf(s.kind) === 'colophon'),
        ),
        ...recognition(context),
        {
            term: [text(context.say({ nl: 'Bronvermelding', en: 'Sources' }))],
            details: lead.length === 0 ? [] : [lead],
        },
    ];
    return {
        id: context.anchors.fresh('colofon'),
        look: 'colophon',
        title: [text(context.say({ nl: 'Colofon', en: 'Colophon' }))],
        blocks: definitions(rows),
        sections: [],
    };
}

/** `2.1 van 1 maart 2026, vastgesteld`. */
export function versionLine(context: Context, version: Version): Inline[] {
    const parts: Inline[] = [];
    if (version.number !== undefined) {
        parts.push(text(version.number));
    } else if (version.numberValue) {
        parts.push(...valueInlines(context, version.numberValue));
    }
    const date = version.date ?? parseMonth(version.year ?? '');
    if (date !== undefined || version.year !== undefined || version.dateValue) {
        parts.push(text(context.language === 'nl' ? ' van ' : ' of '));
        parts.push(
            ...(version.dateValue
                ? valueInlines(context, version.dateValue)
                : date === undefined
                  ? [text(version.year ?? '')]
                  : [dateInline(context, date)]),
        );
    }
    if (version.state !== undefined) {
        parts.push(text(' '), { type: 'mark', mark: 'state', text: version.state });
    } else if (version.stateValue) {
        parts.push(
            text(context.language === 'nl' ? ', stand ' : ', state '),
            ...valueInlines(context, version.stateValue),
        );
    }
    return [...parts, ...citations(context, version.provenance)];
}

function departsFrom(context: Context): Definition[] {
    const { refines, refinesValue, continues, continuesValue } = context.protocol;
    return [
        row(
            { nl: 'Uitwerking van', en: 'Works out' },
            context,
            refinesValue ? valueInlines(context, refinesValue) : [],
        ),
        ...(refines ? [row({ nl: 'Uitwerking van', en: 'Works out' }, context, [text(refines.name)])] : []),
        row({ nl: 'Vervolg op', en: 'Continues' }, context, [
            ...(continues ? [text(continues.name)] : []),
            ...(continuesValue ? valueInlines(context, continuesValue) : []),
        ]),
    ];
}

function partyRow(context: Context, party: Party): Definition {
    const { context: inner, marks } = enter(context, party);
    const said = withBeginning(valuesBlocks(inner, party.values), modalityBefore(inner, party.modality, party.values));
    const values = withEnding(said, marks);
    const inside = [...definitions(statementRows(inner, party.statements)), ...pointers(inner, party)];
    return { term: [text(label(party.kind, context.language))], details: [[...values, ...inside]] };
}

/** The recognition as rows of the colophon: its level under its own name, the rest behind their keywords. */
function recognition(context: Context): Definition[] {
    return context.protocol.recognitions.map((block) => ({
        term: [text(context.say({ nl: 'Erkenning', en: 'Recognition' }))],
        details: [block.none ? noRecognition(context, block) : blockContent(context, block)],
    }));
}

function noRecognition(context: Context, block: Recognition): readonly Block[] {
    const { context: inner, marks } = enter(context, block);
    const because = block.reason === undefined ? '' : ` (${block.reason})`;
    const said = paragraph(text(`${context.say({ nl: 'niet erkend', en: 'not recognised' })}${because}`));
    return [
        ...withEnding([said], marks),
        ...definitions(statementRows(inner, block.statements)),
        ...pointers(inner, block),
    ];
}

/** What goes along with what is dropped, a sentence each. */
function lostWith({ protocol, language }: Context, name: string): readonly Block[] {
    return protocol.lost
        .filter((lost) => lost.dropped === name)
        .map((lost) => paragraph({ type: 'mark', mark: 'implied', text: droppedLoss(lost).reason[language] }));
}

/** How a local working-out departs from what it refines. */
export function departures(context: Context): readonly Block[] {
    const { dropped, deviations } = context.protocol;
    const list = (items: typeof dropped): readonly (readonly Block[])[] =>
        items.map((d): readonly Block[] => {
            const isWhole = d.elementKind === d.element.name;
            const known = isWhole ? undefined : context.anchors.find(d.element.name);
            const reason: Inline[] =
                d.reason !== undefined
                    ? [text(`: ${oneLine(d.reason)}`)]
                    : d.reasonValue
                      ? [
                            text(context.say({ nl: ', waarom: ', en: ', why: ' })),
                            ...valueInlines(context, d.reasonValue),
                        ]
                      : [];
            const name: Inline = known
                ? reference(context, d.element)
                : { type: 'strong', content: [text(d.element.name)] };
            const lost = items === dropped ? lostWith(context, d.element.name) : [];
            return [
                paragraph(
                    ...(isWhole ? [] : [text(`${d.elementKind} `)]),
                    name,
                    ...reason,
                    ...citations(context, d.provenance),
                ),
                ...lost,
            ];
        });
    return definitions([
        { term: [text(context.say({ nl: 'Vervalt', en: 'Left out' }))], details: list(dropped) },
        { term: [text(context.say({ nl: 'Anders', en: 'Changed' }))], details: list(deviations) },
        ...notTakenOverRow(context),
    ]);
}

/** What the interventie that this one works out says without a name, and this one says nothing of. */
function notTakenOverRow({ notTakenOver, say, language }: Context): Definition[] {
    if (!notTakenOver) {
        return [];
    }
    const { title, name } = notTakenOver.from;
    const base = oneLine(title ?? name);
    const told = {
        nl: `Wat ${base} zonder naam zegt, geldt niet vanzelf voor deze uitwerking. Hierover zegt zij zelf niets:`,
        en: `What ${base} says without a name does not hold for this working-out by itself. It says nothing itself of this:`,
    };
    const items = [...Map.groupBy(notTakenOver.kinds, ({ within }) => within)].map(([within, all]): Block[] => {
        const where =
            within === undefined
                ? say({ nl: 'De interventie zelf', en: 'The intervention itself' })
                : label(within, language);
        const kinds = all.map(({ kind, times }) => {
            const word = label(kind, language).toLowerCase();
            return times === 1 ? word : `${word} (${String(times)} ×)`;
        });
        return [paragraph(strong(text(`${where}: `)), text(enumerate(kinds)[language]))];
    });
    return [
        {
            term: [text(say({ nl: 'Hier niet gezegd', en: 'Not said here' }))],
            details: [[paragraph(text(say(told))), { type: 'list', ordered: false, items }]],
        },
    ];
}
