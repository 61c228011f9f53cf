import type { Named, Statement } from '../../../model/protocol.js';
import { isOpen } from '../../../model/queries.js';
import { contains } from '../../../rules/places.js';
import { plainText, titleOf } from '../../document/claims.js';
import { createContext, type Context } from '../../document/context.js';
import { paragraph, text, withEnding, type Block, type Definition, type Inline } from '../../document/document.js';
import { label } from '../../document/labels.js';
import { chapter } from '../../document/element.js';
import { accessRows, stepCountRow } from '../../document/sections/approach.js';
import { effects } from '../../document/sections/goals.js';
import { contradictions } from '../../document/sections/loose-ends.js';
import { contradicted, modalityBefore, valueBlocks, valueInlines, withBeginning } from '../../document/values.js';
import { bullets, line, part, table, placeOf } from '../blocks.js';
import { courseBlocks } from '../course.js';
import { documentGenerator } from '../document-generator.js';
import { framed } from '../frame.js';
import { ENTRY, type EntryPart } from './entry.js';

/**
 * The entry in the database of interventions, as NJi publishes it: fields and texts in its order, and a blank where the
 * protocol says nothing or that it is unknown.
 */
export const recordGenerator = documentGenerator({
    id: 'record',
    title: { nl: 'Record', en: 'Database entry' },
    summary: {
        nl: 'Wat een databank van interventies toont: de velden en teksten van het NJi, met lege velden leeg.',
        en: 'What a database of interventions shows: the fields and texts of NJi, with blanks kept blank.',
    },
    build(protocol, options) {
        const { related, language, unread } = options;
        const context: Context = { ...createContext(protocol, related, language, unread), silent: true };
        const { say } = context;
        const rows = ENTRY.fields.map((field) => [[text(say(field))], fieldInlines(context, field)]);
        const sections = [
            part(context, 'velden', { nl: 'Gegevens', en: 'Fields' }, [
                ...table(context, { nl: 'Velden van de databank', en: 'Fields of the database' }, FIELDS, rows),
                ...daysOfReassessment(context),
                line(context, {
                    nl: `Een leeg veld is in het draaiboek onbekend of staat er niet. Korte woorden voor ${KEYWORDED.nl} staan er alleen als kenmerk met die naam; ook als de tekst hieronder er meer over zegt, blijft het veld zonder dat kenmerk leeg.`,
                    en: `A field that is blank is unknown in the protocol, or not there. Short words for ${KEYWORDED.en} are only there as a kenmerk of that name; without it the field stays blank, even where the text below says more of it.`,
                }),
            ]),
            ...ENTRY.texts.map((one, i) => part(context, `tekst-${String(i + 1)}`, one, textBlocks(context, one))),
            ...chapter(
                context,
                'tegenspraken',
                { nl: 'Waar bronnen elkaar tegenspreken', en: 'Where sources contradict each other' },
                contradictions(context),
            ),
        ];
        const places = [...ENTRY.fields, ...ENTRY.texts].flatMap(({ from }) => from);
        const wholes = new Set(places.map((place) => place.replace(/[.:].*$/, '')));
        const shown = places.flatMap((place) => statementsAt(context, place).map((s) => s.at));
        const model = framed(context, options, {
            kind: { nl: 'Record in een databank van interventies', en: 'Entry in a database of interventions' },
            sections,
            sources: 'all',
            // a place that is shown, or all of what places are in
            open: ({ what, element, at }) =>
                shown.some((place) => contains(place, at)) ||
                (element === protocol.name && wholes.has(what.replace(/ \(.*$/, ''))),
        });
        return { model, context };
    },
});

const FIELDS = [
    { nl: 'Veld', en: 'Field' },
    { nl: 'Inhoud', en: 'Content' },
];

/** The fields that the protocol fills with a `kenmerk` and with nothing else. */
const KEYWORDED = ((fields: readonly EntryPart[]) => ({
    nl: listed(fields.map((f) => f.nl), 'en'),
    en: listed(fields.map((f) => f.en), 'and'),
}))(ENTRY.fields.filter((f) => f.from.every((place) => place.startsWith('kenmerk:')))); // prettier-ignore

function listed(names: readonly string[], and: string): string {
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1) ?? ''}`;
}

/** The statements of a place; see {@link ENTRY}. */
function statementsAt({ protocol }: Context, from: string): readonly Statement[] {
    const [, feature] = /^kenmerk:(.*)$/.exec(from) ?? [];
    if (feature !== undefined) {
        const all = [...protocol.statements, ...protocol.recognitions.flatMap((r) => r.statements)];
        return all.filter((s) => s.kind === 'kenmerk' && s.subject?.replace(/\W+$/, '') === feature);
    }
    const [owner = '', property] = from.split('.');
    const owners: Readonly<Record<string, readonly { readonly statements: readonly Statement[] }[]>> = {
        erkenning: protocol.recognitions,
        doelgroep: protocol.targetGroups,
        uitvoering: protocol.deliveries,
        onderbouwing: protocol.rationales,
        onderzoek: protocol.research,
        eigenaar: protocol.parties,
        aanpak: protocol.process ? [protocol.process] : [],
    };
    return property === undefined
        ? protocol.statements.filter((s) => s.kind === owner)
        : (owners[owner] ?? []).flatMap((o) => o.statements.filter((s) => s.kind === property));
}

/** What is said, or nothing: what is unknown leaves a field blank. */
function fieldInlines(context: Context, { from }: EntryPart): Inline[] {
    const said = from
        .map((place) =>
            statementsAt(context, place).flatMap(({ modality, values }) =>
                values
                    .filter((v) => v.type !== 'unknown' && !isDayOfReassessment(place, v))
                    .map((v, i, known) => ({ v, firm: i === 0 ? modalityBefore(context, modality, known) : [] })),
            ),
        )
        .find((values) => values.length > 0);
    return (said ?? []).flatMap(({ v, firm }, i) => [
        ...(i === 0 ? [] : [text(', ')]),
        ...firm,
        ...valueInlines(context, v),
    ]);
}

/** A day says when it will be looked at anew, and not whether this is going on: it is told below the fields. */
function isDayOfReassessment(place: string, { type }: Statement['values'][number]): boolean {
    return place === 'erkenning.herbeoordeling' && type === 'date';
}

function daysOfReassessment(context: Context): Block[] {
    const days = statementsAt(context, 'erkenning.herbeoordeling').flatMap(({ modality, values }) =>
        values
            .filter((v) => isDayOfReassessment('erkenning.herbeoordeling', v))
            .map((v) => [...modalityBefore(context, modality, [v]), ...valueInlines(context, v)]),
    );
    return named(context.say({ nl: 'Herbeoordeling op', en: 'Reassessment on' }), days);
}

/** Running text; what does not speak for itself has its keyword before it, once for all that is said of it. */
function textBlocks(context: Context, { from }: EntryPart): Block[] {
    return from.flatMap((place) => [
        ...elementBlocks(context, place),
        ...byKeyword(context, statementsAt(context, place)).flatMap((said) =>
            said.length > 1 ? several(context, said) : said.flatMap((s) => statementText(context, s)),
        ),
    ]);
}

/** Statements of one place with those that get the same name before them together. */
function byKeyword(context: Context, statements: readonly Statement[]): readonly (readonly Statement[])[] {
    const groups: Statement[][] = [];
    for (const statement of statements.filter((s) => s.values.some((v) => v.type !== 'unknown'))) {
        const name = nameBefore(context, statement);
        const same = groups.find((g) => name !== '' && g[0] && nameBefore(context, g[0]) === name);
        if (same) {
            same.push(statement);
        } else {
            groups.push([statement]);
        }
    }
    return groups;
}

/** `Werkwijze:`, with a bullet for each that says something of it. */
function several(context: Context, statements: readonly Statement[]): Block[] {
    const [first] = statements;
    return first
        ? named(
              nameBefore(context, first),
              statements.map((s) => saidInlines(context, s)),
          )
        : [];
}

/** What is said of something: on its line, or with a bullet for each where there is more than one. */
function named(name: string, lines: readonly (readonly Inline[])[]): Block[] {
    const [first, ...more] = lines;
    if (!first) {
        return [];
    }
    return more.length === 0
        ? [paragraph(text(`${name}: `), ...first)]
        : [paragraph(text(`${name}:`)), ...bullets(lines)];
}

/** `Toegang via`: between other texts a row says what it is about. */
function ofAccess({ say }: Context, { term, details }: Definition): Definition {
    const access = say({ nl: 'Toegang', en: 'Access' });
    const called = plainText(term);
    return { term: [text(called === access ? access : `${access} ${called.toLowerCase()}`)], details };
}

/** Rows of properties as a text has them, without what is unknown: an entry leaves that blank. */
function asText(rows: readonly Definition[]): Block[] {
    return rows.flatMap(({ term, details }) =>
        named(
            plainText(term),
            details.flatMap((blocks) => blocks.flatMap((b) => (b.type === 'paragraph' ? [b.content] : []))),
        ),
    );
}

/** Keywords of sentences that need no name before them. */
const SPEAKING: ReadonlySet<string> = new Set([
    'samenvatting',
    'omschrijving',
    'probleem',
    'principe',
    'motivering',
    'verantwoording',
    'aansluiting',
    'toelichting',
]);

function statementText(context: Context, statement: Statement): readonly Block[] {
    const { values, modality } = statement;
    const known = values.filter((v) => v.type !== 'unknown');
    const firm = known.length === 0 ? [] : modalityBefore(context, modality, known);
    const name = nameBefore(context, statement);
    if (known.length === 0 || name === '') {
        return withEnding(
            withBeginning(
                known.flatMap((v) => valueBlocks(context, v)),
                firm,
            ),
            contradicted(context, statement),
        );
    }
    return named(name, [saidInlines(context, statement)]);
}

/** What stands before what is said; nothing where that speaks for itself. */
function nameBefore({ language }: Context, { kind, subject }: Statement): string {
    return kind === 'kenmerk' ? (subject ?? '') : SPEAKING.has(kind) ? '' : label(kind, language);
}

function saidInlines(context: Context, statement: Statement): readonly Inline[] {
    const known = statement.values.filter((v) => v.type !== 'unknown');
    const inlines = known.flatMap((v, i) => [...(i === 0 ? [] : [text(', ')]), ...valueInlines(context, v)]);
    return [...modalityBefore(context, statement.modality, known), ...inlines, ...contradicted(context, statement)];
}

function elementBlocks(context: Context, place: string): readonly Block[] {
    const { protocol } = context;
    const titles = (elements: readonly Named[]) => elements.map((e) => [text(titleOf(context, e))]);
    switch (place) {
        case 'doelgroep':
            return titles(protocol.targetGroups).map((title) => paragraph(...title));
        case 'doel':
            return protocol.goals
                .filter((g) => !isOpen(g.titleValue))
                .flatMap((goal) => [
                    paragraph(text(titleOf(context, goal))),
                    ...bullets(titles(goal.subgoals.filter((s) => !isOpen(s.titleValue)))),
                ]);
        case 'toegang':
            return [
                ...asText(
                    accessRows(
                        context,
                        (protocol.process?.access ?? []).filter((a) => a.value?.type !== 'unknown'),
                        [],
                    ).map((row) => ofAccess(context, row)),
                ),
                ...asText(
                    accessRows(
                        context,
                        [],
                        (protocol.process?.contactBudgets ?? []).filter((b) => b.value.type !== 'unknown'),
                    ),
                ),
            ];
        case 'aantal stappen':
            return asText([
                stepCountRow(
                    context,
                    [...protocol.stepCounts, ...(protocol.process?.stepCounts ?? [])].filter(
                        (c) => c.count.type !== 'unknown',
                    ),
                ),
            ]);
        case 'stappen':
            return courseBlocks(context, (step, when) => [
                paragraph(placeOf(context, step), text(titleOf(context, step)), ...when),
            ]);
        case 'onderzoek':
            return protocol.research.flatMap((study): readonly Block[] => [
                paragraph({ type: 'strong', content: [text(titleOf(context, study))] }),
                ...study.statements
                    .filter((s) => s.kind === 'opzet' || s.kind === 'uitkomst')
                    .flatMap((s) => statementText(context, s)),
            ]);
        case 'effect':
            return effects(context, [...protocol.effects, ...protocol.research.flatMap((r) => r.effects)]);
        default:
            return [];
    }
}
