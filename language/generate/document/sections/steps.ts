import type { End, Escalation, FlowNode, Group, Phase, Step } from '../../../model/process.js';
import { citations, modalityInlines, references } from '../claims.js';
import type { Context } from '../context.js';
import { text, type Definition, type Inline, type Section } from '../document.js';
import { elementSection, row } from '../element.js';
import type { FlowTree } from '../flow-tree.js';
import { conditionInlines, listInlines, openLines, valueInlines } from '../values.js';
import { outgoingRows } from './flow.js';
import { activities, workRows } from './work.js';

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
            rows: [alwaysRow(inner, step), ...workRows(inner, step)],
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
                alwaysRow(inner, node),
                row({ nl: 'Vanuit', en: 'Out of' }, inner, ...fromLines(inner, node)),
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

/** What leads to it at any moment (`altijd als`); with its sources it stands where that is said. */
function alwaysRow(context: Context, { name }: FlowNode): Definition {
    const leading = (context.protocol.process?.interrupts ?? []).filter((i) => i.target?.node.name === name);
    const lines = leading.map((i) => [
        ...modalityInlines(context, i.modality),
        ...conditionInlines(context, i.condition),
    ]);
    return row({ nl: 'Altijd als', en: 'Whenever' }, context, ...lines);
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
