import type { Access, ContactBudget, Escalation, Interrupt, Step } from '../../../model/process.js';
import { laboursOf } from '../../../model/queries.js';
import type { Fact, ProtocolDocument, StepCount } from '../../../model/protocol.js';
import { citations, elementMarks, enter, modalityInlines, reference, references, titleOf } from '../claims.js';
import type { Context } from '../context.js';
import { joined, paragraph, text, type Block, type Definition, type Inline, type Section } from '../document.js';
import { chapter, definitions, elementSection, row } from '../element.js';
import { conditionInlines, contradicted, listInlines, pointers, statementRows, valueInlines } from '../values.js';
import { partOf } from '../placement.js';
import { targetInlines } from './flow.js';
import { handoverSection } from './handovers.js';
import { flowTree } from '../flow-tree.js';
import { nodeSections } from './steps.js';
import { overview } from './steps-overview.js';
import { deploymentRow } from './work.js';
import { oneLine } from '../../../text/one-line.js';

type Content = { readonly blocks: readonly Block[]; readonly sections: readonly Section[] };

/** 1.3: how it goes, from entry to end. */
export function approach(context: Context): Content {
    const own = statementRows(
        context,
        context.protocol.statements.filter((s) => partOf(s.kind) === 'approach'),
    );
    const { blocks, sections } = processContent(context, own);
    return { blocks, sections: [...sections, ...handovers(context), ...facts(context), ...documents(context)] };
}

/** What an `aanpak` says. @param own rows that come before it */
export function processContent(context: Context, own: readonly Definition[]): Content {
    const { protocol } = context;
    const { process } = protocol;
    const counts = protocol.stepCounts;
    if (!process) {
        return { blocks: definitions([...own, stepCountRow(context, counts)]), sections: [] };
    }
    const { context: inner, marks, lead } = enter(context, process);
    const source = marks.length === 0 ? [] : [paragraph(...marks)];
    const tree = flowTree(process.nodes);
    const { top } = tree;
    const steps = process.nodes.filter((n): n is Step | Escalation => n.kind === 'step' || n.kind === 'escalation');
    const inOrder = top.filter((n) => n.kind !== 'escalation' && n.kind !== 'end');
    return {
        blocks: [
            ...definitions(own),
            ...lead,
            ...source,
            ...definitions([
                ...statementRows(inner, process.statements),
                stepCountRow(inner, [...counts, ...process.stepCounts]),
                deploymentRow(inner, process.deployment),
            ]),
            ...pointers(inner, process),
        ],
        sections: [
            ...chapter(
                inner,
                'toegang',
                { nl: 'Toegang', en: 'Access' },
                definitions(accessRows(inner, process.access, process.contactBudgets)),
            ),
            ...chapter(
                inner,
                'stappen',
                { nl: 'Stappen', en: 'Steps' },
                overview(inner, steps, tree),
                nodeSections(inner, inOrder, tree),
            ),
            ...chapter(
                inner,
                'altijd',
                { nl: 'Op elk moment', en: 'At any moment' },
                interrupts(inner, process.interrupts),
            ),
            ...chapter(
                inner,
                'escalatie',
                { nl: 'Als het vastloopt', en: 'When it gets stuck' },
                [],
                nodeSections(
                    inner,
                    top.filter((n) => n.kind === 'escalation'),
                    tree,
                ),
            ),
            ...chapter(
                inner,
                'afloop',
                { nl: 'Hoe het eindigt', en: 'How it ends' },
                [],
                nodeSections(
                    inner,
                    top.filter((n) => n.kind === 'end'),
                    tree,
                ),
            ),
        ],
    };
}

export function stepCountRow(context: Context, counts: readonly StepCount[]): Definition {
    const nl = context.language === 'nl';
    const lines = counts.map((c): Inline[] => [
        ...valueInlines(context, c.count),
        ...(c.unnamed ? [text(nl ? ', niet benoemd' : ', not named')] : []),
        ...citations(context, c.provenance),
        ...contradicted(context, c),
    ]);
    return row({ nl: 'Aantal stappen', en: 'Number of steps' }, context, ...lines);
}

export function accessRows(
    context: Context,
    access: readonly Access[],
    budgets: readonly ContactBudget[],
): Definition[] {
    const nl = context.language === 'nl';
    const lines = (kind: 'condition' | 'route' | 'value') =>
        access
            .filter((a) => (a.condition ? 'condition' : a.via ? 'route' : 'value') === kind)
            .map((a): Inline[] => [
                ...modalityInlines(context, a.modality),
                ...(a.condition ? conditionInlines(context, a.condition) : []),
                ...listInlines(context, a.routes, a.value, 'organisation', 'role'),
                ...citations(context, a.provenance),
            ]);
    const conditions = lines('condition');
    const budgetLines = budgets.map((b): Inline[] => [
        ...modalityInlines(context, b.modality),
        ...valueInlines(context, b.value),
        ...(b.organisation ? [text(nl ? ' van ' : ' of '), reference(context, b.organisation, 'organisation')] : []),
        ...(b.organisationValue ? [text(nl ? ' van ' : ' of '), ...valueInlines(context, b.organisationValue)] : []),
        ...citations(context, b.provenance),
    ]);
    return [
        row(
            conditions.length > 1 ? { nl: 'Als dit alles geldt', en: 'If all of this holds' } : { nl: 'Als', en: 'If' },
            context,
            ...conditions,
        ),
        row({ nl: 'Via', en: 'Through' }, context, ...lines('route')),
        row({ nl: 'Toegang', en: 'Access' }, context, ...lines('value')),
        row({ nl: 'Contactbudget', en: 'Contact budget' }, context, ...budgetLines),
    ];
}

function interrupts(context: Context, items: readonly Interrupt[]): Block[] {
    const nl = context.language === 'nl';
    const list = items.map((i): readonly Block[] => [
        paragraph(
            ...(i.modality
                ? [text(nl ? 'Altijd ' : 'Always '), ...modalityInlines(context, i.modality), text(nl ? 'als ' : 'if ')]
                : [text(nl ? 'Altijd als ' : 'Whenever ')]),
            ...conditionInlines(context, i.condition),
            text(': '),
            ...(i.target ? targetInlines(context, i.target) : []),
            ...(i.value ? valueInlines(context, i.value) : []),
            ...(i.resumeValue
                ? [
                      text(
                          nl
                              ? '; of het andere werk daarna verdergaat: '
                              : '; whether the other work goes on after that: ',
                      ),
                      ...valueInlines(context, i.resumeValue),
                  ]
                : []),
            text(
                i.resumeValue
                    ? '.'
                    : i.resume
                      ? nl
                          ? '; het werk gaat daarna verder waar het was.'
                          : '; the work then goes on where it was.'
                      : nl
                        ? '; al het andere werk stopt.'
                        : '; all other work stops.',
            ),
            ...citations(context, i.provenance),
        ),
    ]);
    return list.length === 0 ? [] : [{ type: 'list', ordered: false, items: list }];
}

export function handovers(context: Context): Section[] {
    const sections = context.protocol.handovers.map((h) => handoverSection(context, h));
    return chapter(context, 'overdrachten', { nl: 'Van hand tot hand', en: 'From hand to hand' }, [], sections);
}

const FACT_TYPES = {
    'yes-no': { nl: 'ja of nee', en: 'yes or no' },
    number: { nl: 'aantal', en: 'number' },
    date: { nl: 'datum', en: 'date' },
    text: { nl: 'tekst', en: 'text' },
    'one-of': { nl: 'een van', en: 'one of' },
    unspecified: { nl: 'niet gezegd', en: 'not said' },
} as const;

/** Facts in a table; one about which more is said gets a part of its own. */
export function facts(context: Context): Section[] {
    const { facts: all } = context.protocol;
    const isBare = (f: Fact) => f.statements.length + f.remarks.length + f.contradictions.length === 0;
    const table: Block = {
        type: 'table',
        caption: context.say({ nl: 'De gegevens in het kort', en: 'The facts in short' }),
        columns: [
            { nl: 'Gegeven', en: 'Fact' },
            { nl: 'Soort', en: 'Kind' },
            { nl: 'Bekend na', en: 'Known after' },
        ].map((c) => [text(context.say(c))]),
        rowHeadings: true,
        rows: all.filter(isBare).map((fact) => {
            const { context: inner, marks } = enter(context, fact);
            const name: Inline[] = [text(titleOf(context, fact)), ...elementMarks(context, fact), ...marks];
            return {
                id: context.anchors.of(fact),
                cells: [name, kindOf(inner, fact), knownAfter(inner, fact)],
            };
        }),
    };
    const sections = all
        .filter((f) => !isBare(f))
        .map((fact) =>
            elementSection(context, fact, undefined, (inner) => ({
                rows: [
                    row({ nl: 'Soort', en: 'Kind' }, inner, kindOf(inner, fact)),
                    row({ nl: 'Bekend na', en: 'Known after' }, inner, knownAfter(inner, fact)),
                ],
            })),
        );
    return chapter(
        context,
        'gegevens',
        { nl: 'Wat er bekend wordt', en: 'What becomes known' },
        table.rows.length === 0 ? [] : [table],
        sections,
    );
}

function kindOf(context: Context, fact: Fact): Inline[] {
    if (fact.typeValue) {
        const kind = fact.type === 'unspecified' ? [] : [text(`${context.say(FACT_TYPES[fact.type])} `)];
        return [...kind, ...valueInlines(context, fact.typeValue)];
    }
    const values = fact.values.length === 0 ? '' : ` ${fact.values.join(', ')}`;
    return [text(context.say(FACT_TYPES[fact.type]) + values)];
}

function knownAfter(context: Context, { name }: Fact): Inline[] {
    const nodes = (context.protocol.process?.nodes ?? []).filter((n) =>
        laboursOf(n).some((work) => work.determines.some((r) => r.name === name)),
    );
    return references(
        context,
        nodes.map((n) => ({ name: n.name, at: n.nameAt })),
        'node',
    );
}

export function documents(context: Context): Section[] {
    const sections = context.protocol.documents.map((document) =>
        elementSection(context, document, undefined, (inner) => ({ rows: [aboutRow(inner, document)] })),
    );
    return chapter(context, 'documenten', { nl: 'Documenten', en: 'Documents' }, [], sections);
}

function aboutRow(context: Context, document: ProtocolDocument): Definition {
    const nl = context.language === 'nl';
    const about: Inline[] = document.coversAllAreas
        ? [text(nl ? 'alle leefgebieden' : 'all areas of life')]
        : joined(
              document.about.map((v) => valueInlines(context, v)),
              ', ',
          );
    if (document.except.length > 0) {
        about.push(text(` ${nl ? 'behalve' : 'except'} ${document.except.map(oneLine).join(', ')}`));
    }
    return row({ nl: 'Over', en: 'About' }, context, about);
}
