import type {
    Activity,
    Deployment,
    End,
    Escalation,
    FlowNode,
    Follows,
    Group,
    Labour,
    Performers,
    Phase,
    Step,
    Work,
} from '../../../model/process.js';
import { byModality, citations, enter, modalityInlines, plainText, reference, references } from '../claims.js';
import type { Context } from '../context.js';
import { joined, strong, text, type Block, type Definition, type Inline, type Section } from '../document.js';
import { definitions, elementSection, row } from '../element.js';
import type { FlowTree } from '../flow-tree.js';
import { WORDS } from '../labels.js';
import { conditionInlines, listInlines, openLines, pointers, statementRows, valueInlines } from '../values.js';
import { outgoingRows, sinceInlines } from './flow.js';
import { oneLine } from '../../../text/one-line.js';

/** The steps of a process in the order of the text, groups and phases with what they hold. */
export function nodeSections(context: Context, nodes: readonly FlowNode[], tree: FlowTree): Section[] {
    return nodes.map((node) => {
        switch (node.kind) {
            case 'step':
                return stepSection(context, node, tree.numberOf(node));
            case 'escalation':
                return escalationSection(context, node);
            case 'end':
                return endSection(context, node);
            default:
                return containerSection(context, node, tree);
        }
    });
}

function stepSection(context: Context, step: Step, number: number): Section {
    const label = `${context.say({ nl: 'stap', en: 'step' })} ${String(number)}`;
    return elementSection(
        context,
        step,
        label,
        (inner) => ({
            rows: workRows(inner, step),
            rowsAfter: outgoingRows(inner, step),
            blocks: activities(inner, step.activities),
        }),
        'step',
    );
}

function escalationSection(context: Context, node: Escalation): Section {
    return elementSection(
        context,
        node,
        context.say({ nl: 'escalatie', en: 'escalation' }),
        (inner) => ({
            rows: [
                row({ nl: 'Vanuit', en: 'From' }, inner, ...fromLines(inner, node)),
                row(
                    { nl: 'Als', en: 'If' },
                    inner,
                    ...node.when.map((w) => [
                        ...conditionInlines(inner, w.condition),
                        ...citations(inner, w.provenance),
                    ]),
                ),
                row({ nl: 'Naar', en: 'To' }, inner, listInlines(inner, node.to, node.toValue, 'organisation', 'role')),
                ...workRows(inner, node),
            ],
            rowsAfter: outgoingRows(inner, node),
            blocks: activities(inner, node.activities),
        }),
        'step',
    );
}

/** `vanuit`: nodes, and where it is unknown. */
export function fromLines(context: Context, { fromNodes, open }: Pick<Escalation, 'fromNodes' | 'open'>): Inline[][] {
    return [references(context, fromNodes, 'node'), ...openLines(context, open, 'vanuit')];
}

function endSection(context: Context, end: End): Section {
    return elementSection(
        context,
        end,
        end.parent === undefined ? undefined : context.say({ nl: 'einde', en: 'end' }),
        (inner) => {
            const nature = [
                ...(end.successful ? [context.say({ nl: 'geslaagd', en: 'successful' })] : []),
                ...(end.onRefusal ? [context.say({ nl: 'bij weigering', en: 'on refusal' })] : []),
                ...(end.implicit
                    ? [
                          context.say({
                              nl: 'staat niet in de tekst; volgt op de laatste stap',
                              en: 'not in the text; follows the last step',
                          }),
                      ]
                    : []),
            ];
            return {
                rows: [
                    row(
                        { nl: 'Afloop', en: 'Outcome' },
                        inner,
                        nature.length === 0
                            ? []
                            : [
                                  text(nature.join(', ')),
                                  ...citations(
                                      inner,
                                      end.flags.flatMap((f) => f.provenance),
                                  ),
                              ],
                    ),
                ],
            };
        },
    );
}

const MODES = {
    all: { nl: 'gelijktijdig: alle onderdelen', en: 'in parallel: all of these' },
    one: { nl: 'een van deze onderdelen', en: 'one of these' },
    any: { nl: 'naar keuze: geen, een of meer onderdelen', en: 'by choice: none, one or more of these' },
} as const;

function containerSection(context: Context, node: Group | Phase, tree: FlowTree): Section {
    const label = node.kind === 'group' ? context.say(MODES[node.mode]) : context.say({ nl: 'fase', en: 'phase' });
    return elementSection(
        context,
        node,
        label,
        (inner) => ({
            rows:
                node.kind === 'phase'
                    ? [
                          row({ nl: 'Periode', en: 'Period' }, inner, [
                              ...(node.extent ? [text(node.extent.text)] : []),
                              ...(node.extentValue ? valueInlines(inner, node.extentValue) : []),
                          ]),
                      ]
                    : [],
            rowsAfter: outgoingRows(inner, node),
            sections: nodeSections(inner, tree.childrenOf(node), tree),
        }),
        'group',
    );
}

/** What sets it off, and what is done. */
function workRows(context: Context, work: Work): Definition[] {
    const events = byModality(context, work.startsAt, (run) =>
        joined(
            run.map((e) => (e.value ? valueInlines(context, e.value) : [text(oneLine(e.text ?? ''))])),
            context.say(WORDS.or),
        ),
    );
    const claims = citations(context, [...new Set(work.startsAt.flatMap((e) => e.provenance))]);
    const starts = work.startsAfter.map((s) => [
        ...modalityInlines(context, s.modality),
        ...valueInlines(context, s.value),
        ...sinceInlines(context, s.after),
        ...citations(context, s.provenance),
    ]);
    return [
        row({ nl: 'Begint bij', en: 'Starts at' }, context, [...events, ...claims]),
        row({ nl: 'Begint', en: 'Starts' }, context, ...starts),
        ...labourRows(context, work),
    ];
}

/** Who does what, on what, with what result. */
function labourRows(context: Context, labour: Labour): Definition[] {
    const goals = labour.worksOn.map((g) => references(context, [g], 'goal'));
    return [
        row({ nl: 'Door', en: 'By' }, context, ...labour.performers.map((p) => performersLine(context, p))),
        deploymentRow(context, labour.deployment),
        row({ nl: 'Werkt aan', en: 'Works on' }, context, ...goals, ...openLines(context, labour.open, 'werkt aan')),
        row({ nl: 'Volgt', en: 'Follows' }, context, ...labour.follows.map((f) => followsLine(context, f))),
        row(
            { nl: 'Vereist', en: 'Requires' },
            context,
            references(context, labour.requires, 'document'),
            ...openLines(context, labour.open, 'vereist'),
        ),
        row(
            { nl: 'Levert', en: 'Delivers' },
            context,
            references(context, labour.delivers, 'document'),
            ...openLines(context, labour.open, 'levert'),
        ),
        row(
            { nl: 'Maakt bekend', en: 'Makes known' },
            context,
            references(context, labour.determines, 'fact'),
            ...openLines(context, labour.open, 'bepaalt'),
        ),
    ];
}

const MELDCODE = {
    nl: 'meldcode huiselijk geweld en kindermishandeling',
    en: 'reporting code for domestic violence and child abuse (meldcode)',
} as const;

function followsLine(
    context: Context,
    { meldcode, guidelines, text: words, value, modality, provenance }: Follows,
): Inline[] {
    return [
        ...modalityInlines(context, modality),
        ...(meldcode ? [text(context.say(MELDCODE))] : []),
        ...(words === undefined ? [] : [text(oneLine(words))]),
        ...listInlines(context, guidelines, value, 'source'),
        ...citations(context, provenance),
    ];
}

/** `precies 2 medewerkers als situatie is scheiding`. */
export function deploymentRow(context: Context, items: readonly Deployment[]): Definition {
    const lines = items.map((d): Inline[] => [
        ...modalityInlines(context, d.modality),
        ...valueInlines(context, d.value),
        ...(d.condition ? [text(` ${context.say(WORDS.when)} `), ...conditionInlines(context, d.condition)] : []),
        ...citations(context, d.provenance),
    ]);
    return row({ nl: 'Inzet', en: 'Deployment' }, context, ...lines);
}

function performersLine(context: Context, performers: Performers): Inline[] {
    const line: Inline[] = [
        ...modalityInlines(context, performers.modality),
        ...listInlines(context, performers.performers, performers.value, 'role'),
    ];
    if (performers.with.length > 0 || performers.withValue) {
        line.push(
            text(` ${context.say(WORDS.withWhom)} `),
            ...modalityInlines(context, performers.withModality),
            ...listInlines(context, performers.with, performers.withValue, 'role'),
        );
    }
    return [...line, ...citations(context, performers.provenance)];
}

function activities(context: Context, items: readonly Activity[]): Block[] {
    if (items.length === 0) {
        return [];
    }
    const list = items.map((activity): readonly Block[] => {
        const { context: inner, marks, lead } = enter(context, activity);
        return [
            {
                type: 'paragraph',
                content: [
                    ...modalityInlines(context, activity.modality),
                    ...(activity.value
                        ? valueInlines(context, activity.value)
                        : [strong(text(oneLine(activity.title)))]),
                    ...marks,
                ],
            },
            ...lead,
            ...definitions([...labourRows(inner, activity), ...statementRows(inner, activity.statements)]),
            ...pointers(inner, activity),
        ];
    });
    return [
        { type: 'minor-heading', content: [text(context.say({ nl: 'Activiteiten', en: 'Activities' }))] },
        { type: 'list', ordered: false, items: list },
    ];
}

/** All steps in one table: who, with which goal, how long, how many contacts. */
export function overview(context: Context, steps: readonly Step[], tree: FlowTree): Block[] {
    if (steps.length < 2) {
        return [];
    }
    const said = (step: Step, kind: string): Inline[] =>
        step.statements
            .filter((s) => s.kind === kind)
            .flatMap((s, i) => [
                ...(i === 0 ? [] : [text(', ')]),
                ...modalityInlines(context, s.modality),
                ...s.values.flatMap((v, j) => [...(j === 0 ? [] : [text(', ')]), ...short(valueInlines(context, v))]),
            ]);
    const columns = [
        { nl: 'Stap', en: 'Step' }, { nl: 'Door', en: 'By' }, { nl: 'Duur', en: 'Duration' }, { nl: 'Contacten', en: 'Contacts' }, { nl: 'Levert', en: 'Delivers' },
    ]; // prettier-ignore
    const rows = steps.map((step): Inline[][] => [
        [text(`${String(tree.numberOf(step))}. `), reference(context, { name: step.name, at: step.nameAt }, 'node')],
        step.performers.flatMap((p, i) => [
            ...(i === 0 ? [] : [text(', ')]),
            ...short(performersLine(context, { ...p, provenance: [] })),
        ]),
        said(step, 'duur'),
        said(step, 'contacten'),
        joined(
            [
                references(context, step.delivers, 'document'),
                ...openLines(context, step.open, 'levert').map(short),
            ].filter((line) => line.length > 0),
            ', ',
        ),
    ]);
    const kept = columns.map((_, i) => i === 0 || rows.some((cells) => plainText(cells[i] ?? []) !== ''));
    return [
        {
            type: 'table',
            caption: context.say({ nl: 'De stappen in het kort', en: 'The steps in short' }),
            columns: columns.filter((_, i) => kept[i]).map((c) => [text(context.say(c))]),
            rowHeadings: true,
            rows: rows.map((cells) => ({ cells: cells.filter((_, i) => kept[i]) })),
        },
    ];
}

/** Without the reason of what is unknown, which stands with the step. */
function short(inlines: readonly Inline[]): readonly Inline[] {
    const openOne = inlines.find((i) => i.type === 'open');
    return openOne ? [openOne] : inlines;
}
