import type { Handover, ProtocolDocument, Role } from '../../../model/protocol.js';
import { laboursOf, states } from '../../../model/queries.js';
import { reference, references } from '../../document/claims.js';
import { createContext, type Context } from '../../document/context.js';
import { joined, text, type Block, type Inline } from '../../document/document.js';
import { label } from '../../document/labels.js';
import { handoverRows } from '../../document/sections/handovers.js';
import { plainText } from '../../document/claims.js';
import { conditionInlines, statementBlocks, valueInlines } from '../../document/values.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { bullets, dash, line, part, table } from '../blocks.js';
import { documentGenerator } from '../document-generator.js';
import { framed } from '../frame.js';
import { isWhole, opensAsAWhole } from '../open-whole.js';
import { refTo } from '../matrices/goals.js';
import { makersOf, workOf } from '../whose.js';

/** For a register of processing and a DPIA: which document holds what, who makes it, where it goes, on which ground, kept how long. */
export const dataGenerator = documentGenerator({
    id: 'gegevens',
    title: { nl: 'Gegevens', en: 'Personal data' },
    summary: {
        nl: 'Welk document wat bevat, waar het heen gaat, op welke grond, en hoelang het bewaard blijft; voor een register of DPIA.',
        en: 'Which document holds what, where it goes, on which ground, and how long it is kept; for a register or a DPIA.',
    },
    build(protocol, options) {
        const { related, language, unread } = options;
        const context: Context = { ...createContext(protocol, related, language, unread), silent: true };
        const { documents, handovers } = context.protocol;
        const kinds = new Set(['bevat', 'grondslag', 'bewaartermijn', 'vertrouwelijkheid', 'plaats', 'geheimhouding', 'informatie']);
        const isOpen = opensAsAWhole(context, WHOLES);
        const nothing = isOpen ? {
            nl: 'Welke documenten en overdrachten er zijn, staat nog open; dus ook welke gegevens er zijn.',
            en: 'Which documents and handovers there are is still open, and so which data there are.',
        } : {
            nl: 'Het draaiboek noemt geen documenten en geen overdrachten, dus ook niet welke gegevens er zijn.',
            en: 'The protocol names no documents and no handovers, and so not which data there are.',
        };
        const model = framed(context, options, {
            kind: { nl: 'Gegevens: wat, waarheen, op welke grond, hoelang', en: 'Data: what, where to, on which ground, how long' },
            sections: [
                part(context, 'documenten', { nl: 'Documenten', en: 'Documents' }, documents.length + handovers.length === 0 ? [line(context, nothing)] : documentTable(context)),
                part(context, 'overdracht', { nl: 'Wat er wordt doorgegeven', en: 'What is passed on' }, handoverTable(context)),
                part(context, 'bekend', { nl: 'Wat er bekend wordt', en: 'What becomes known' }, factTable(context)),
                part(context, 'ontbreekt', { nl: 'Wat het draaiboek hierover niet zegt', en: 'What the protocol does not say of this' }, missing(context)),
            ].filter((s) => s.blocks.length > 0),
            landscape: true,
            sources: 'all',
            open: (item) => kinds.has(item.what.replace(/ \(.*$/, '')) || isWhole(protocol, item, WHOLES),
        });
        return { model, context };
    },
}); // prettier-ignore

const WHOLES: readonly string[] = ['document', 'overdracht'];

function said(context: Context, block: ProtocolDocument | Handover, kind: string): Inline[] {
    return joined(
        block.statements
            .filter((s) => s.kind === kind)
            .map((s) => statementBlocks(context, s).flatMap((b) => (b.type === 'paragraph' ? b.content : []))),
        '; ',
    );
}

function documentTable(context: Context): Block[] {
    const { protocol } = context;
    const work = workOf(protocol.process);
    const rows = protocol.documents.map((document) => {
        const makers = makersOf(protocol.process, document.name);
        const users = work.filter((w) => laboursOf(w).some((l) => l.requires.some((d) => d.name === document.name)));
        const along = protocol.handovers.filter((h) => h.information.some((i) => i.documents.some((d) => d.name === document.name)));
        const by = [...new Map(makers.flatMap((m) => m.by).map((r) => [r.name, r])).values()];
        return [
            [reference(context, refTo(document), 'document')],
            dash(said(context, document, 'bevat')),
            dash([...references(context, makers.map((m) => refTo(m.work)), 'node'), ...(by.length === 0 ? [] : [text(context.say({ nl: ', door ', en: ', by ' })), ...references(context, by, 'role')])]),
            dash(references(context, users.map(refTo), 'node')),
            dash(joined(along.map((h) => receiver(context, h)), '; ')),
            dash(said(context, document, 'grondslag')),
            dash(
                joined(
                    ['bewaartermijn', 'vertrouwelijkheid', 'plaats']
                        .map((kind) => ({ kind, part: said(context, document, kind) }))
                        .filter(({ part }) => part.length > 0)
                        .map(({ kind, part }) => [text(`${label(kind, context.language).toLowerCase()}: `), ...part]),
                    '; ',
                ),
            ),
        ];
    });
    return keptColumns(table(context, { nl: 'Documenten met wat zij bevatten', en: 'Documents with what they hold' }, [
        { nl: 'Document', en: 'Document' }, { nl: 'Bevat', en: 'Holds' }, { nl: 'Gemaakt in', en: 'Made in' }, { nl: 'Nodig in', en: 'Needed in' }, { nl: 'Gaat naar', en: 'Goes to' },
        { nl: 'Grond', en: 'Ground' }, { nl: 'Bewaard: hoelang, hoe vertrouwelijk, waar', en: 'Kept: how long, how confidential, where' },
    ], rows));
} // prettier-ignore

/** Tables without the columns in which nothing stands. */
function keptColumns(tables: readonly Extract<Block, { type: 'table' }>[]): Block[] {
    return tables.map((t) => {
        const kept = t.columns.map((_, i) => i === 0 || t.rows.some((r) => plainText(r.cells[i] ?? []) !== '—'));
        return {
            ...t,
            columns: t.columns.filter((_, i) => kept[i]),
            rows: t.rows.map((r) => ({ ...r, cells: r.cells.filter((_, i) => kept[i]) })),
        };
    });
}

function receiver(context: Context, { to, toValue }: Handover): Inline[] {
    const role = context.protocol.roles.find((r) => r.name === to?.name);
    return [
        ...(to ? [reference(context, to, 'role')] : []),
        ...(toValue ? valueInlines(context, toValue) : []),
        ...organisationOf(context, role),
    ];
}

function organisationOf(context: Context, role: Role | undefined): Inline[] {
    return role === undefined || role.organisations.length === 0
        ? []
        : [text(' ('), ...references(context, role.organisations, 'organisation'), text(')')];
}

function handoverTable(context: Context): Block[] {
    const cell = (handover: Handover, ...terms: readonly Bilingual[]): readonly Inline[] => {
        const names = terms.map((t) => context.say(t));
        const rows = handoverRows(context, handover).filter((r) => names.includes(plainText(r.term)));
        const lines = rows.flatMap((r) => r.details.flatMap((d) => d.flatMap((b) => (b.type === 'paragraph' ? [b.content] : []))));
        return dash(joined(lines, '; '));
    };
    const rows = context.protocol.handovers.map((h) => [
        [reference(context, refTo(h), 'handover')],
        dash([...(h.from ? [reference(context, h.from, 'role')] : []), ...(h.fromValue ? valueInlines(context, h.fromValue) : [])]),
        dash(receiver(context, h)),
        cell(h, { nl: 'Informatie', en: 'Information' }),
        dash(said(context, h, 'grondslag')),
        cell(h, { nl: 'Geheimhouding', en: 'Confidentiality' }),
        dash(joined(h.guards.map((g) => conditionInlines(context, g.condition)), '; ')),
    ]);
    return table(context, { nl: 'Overdrachten met wat er meegaat', en: 'Handovers with what goes along' }, [
        { nl: 'Overdracht', en: 'Handover' }, { nl: 'Van', en: 'From' }, { nl: 'Naar', en: 'To' }, { nl: 'Informatie', en: 'Information' },
        { nl: 'Grond', en: 'Ground' }, { nl: 'Toestemming en uitzondering', en: 'Consent and exception' }, { nl: 'Alleen als', en: 'Only when' },
    ], rows);
} // prettier-ignore

function factTable(context: Context): Block[] {
    const { protocol } = context;
    const rows = protocol.facts.map((fact) => {
        const steps = workOf(protocol.process).filter((w) => laboursOf(w).some((l) => l.determines.some((d) => d.name === fact.name)));
        return [
            [reference(context, refTo(fact), 'fact')],
            [text(fact.values.length > 0 ? fact.values.join(', ') : context.say(FACT_TYPES[fact.type]))],
            dash(references(context, steps.map(refTo), 'node')),
        ];
    }); // prettier-ignore
    return table(context, { nl: 'Gegevens waarop iemand beslist', en: 'Facts on which somebody decides' }, [
        { nl: 'Gegeven', en: 'Fact' }, { nl: 'Soort', en: 'Kind' }, { nl: 'Bekend na', en: 'Known after' },
    ], rows);
} // prettier-ignore

const FACT_TYPES = {
    'yes-no': { nl: 'ja of nee', en: 'yes or no' },
    number: { nl: 'aantal', en: 'number' },
    date: { nl: 'datum', en: 'date' },
    text: { nl: 'tekst', en: 'text' },
    'one-of': { nl: 'een van onbekend', en: 'one of unknown' },
    unspecified: { nl: 'niet gezegd', en: 'not said' },
} as const;

/** What a register asks and the protocol is silent about: not that it is unknown, which is said above. */
function missing(context: Context): Block[] {
    const { documents, handovers } = context.protocol;
    const asked: readonly (readonly [string, Bilingual])[] = [
        ['bevat', { nl: 'wat het bevat', en: 'what it holds' }],
        ['grondslag', { nl: 'op welke grond', en: 'on which ground' }],
        ['bewaartermijn', { nl: 'hoelang het bewaard blijft', en: 'how long it is kept' }],
        ['vertrouwelijkheid', { nl: 'hoe vertrouwelijk het is', en: 'how confidential it is' }],
    ];
    const ofDocuments = documents.flatMap((d) => {
        const silent = asked.filter(([kind]) => !states(d, kind)).map(([, what]) => context.say(what));
        return silent.length === 0 ? [] : [[reference(context, refTo(d), 'document'), text(`: ${silent.join(', ')}`)]];
    });
    const ofHandovers = handovers.flatMap((h) => {
        const silent = [
            ...(states(h, 'grondslag') ? [] : [context.say({ nl: 'op welke grond', en: 'on which ground' })]),
            ...(h.secrecy.length > 0 ? [] : [context.say({ nl: 'met wiens toestemming', en: 'with whose consent' })]),
            ...(h.information.length > 0 ? [] : [context.say({ nl: 'welke informatie', en: 'which information' })]),
        ];
        return silent.length === 0 ? [] : [[reference(context, refTo(h), 'handover'), text(`: ${silent.join(', ')}`)]];
    });
    return bullets([...ofDocuments, ...ofHandovers]);
}
