import { conditionInlines, valueInlines } from '../document/values.js';
import { references, titleOf } from '../document/claims.js';
import type { Context } from '../document/context.js';
import { joined, paragraph, strong, text, type Block, type Inline } from '../document/document.js';
import { flowTree, type FlowTree } from '../document/flow-tree.js';
import type { Arrow, Escalation, FlowNode, Group, Phase, Process, Step } from '../../model/process.js';
import { isUnnamedGroup } from '../../model/unnamed-groups.js';
import { isSkippable, setApart } from './always.js';
import { placeOf } from './blocks.js';
import { capital } from '../../text/capital.js';

/** Writes a step or an escalation; the second are words for behind its title, on when it is done. */
export type WriteWork = (work: Step | Escalation, behindTitle: readonly Inline[]) => readonly Block[];

/**
 * The course of a process for who does not read its conditions step by step: the steps in their order, what is done at
 * the same time or by choice as such, what is not always done with when it is, and behind them what may come at any
 * time.
 */
export function courseBlocks(context: Context, write: WriteWork): Block[] {
    const { process } = context.protocol;
    if (!process) {
        return [];
    }
    const tree = flowTree(process.nodes);
    const apart = setApart(process);
    const inOrder = tree.top.filter((n) => n.kind !== 'end' && n.kind !== 'escalation' && !apart.has(n.name));
    const items = itemsOf(context, { process, tree, apart, write }, inOrder, true);
    return [
        ...(items.length === 0 ? [] : [{ type: 'list' as const, ordered: true, items }]),
        ...atAnyTime(context, process, apart, write),
    ];
}

interface Course {
    readonly process: Process;
    readonly tree: FlowTree;
    readonly apart: ReadonlySet<string>;
    readonly write: WriteWork;
}

function itemsOf(
    context: Context,
    course: Course,
    nodes: readonly FlowNode[],
    hasOrder: boolean,
): readonly (readonly Block[])[] {
    return nodes.flatMap((node): (readonly Block[])[] => {
        const when = hasOrder && isSkippable(course.process, node) ? whenInlines(context, course.process, node) : [];
        switch (node.kind) {
            case 'step':
                return [course.write(node, when)];
            case 'phase':
            case 'group': {
                const inside = itemsOf(context, course, partsOf(node, course), node.kind === 'phase');
                const list = { type: 'list' as const, ordered: node.kind === 'phase', items: inside };
                return inside.length === 0
                    ? []
                    : [[paragraph(...headInlines(context, node), ...when, text(':')), list]];
            }
            default:
                return [];
        }
    });
}

function partsOf(node: Group | Phase, { tree, apart }: Course): readonly FlowNode[] {
    return tree.childrenOf(node).filter((n) => n.kind !== 'end' && n.kind !== 'escalation' && !apart.has(n.name));
}

const TOGETHER = {
    all: { nl: 'tegelijk, in welke volgorde dan ook', en: 'at the same time, in any order' },
    one: { nl: 'een van deze', en: 'one of these' },
    any: { nl: 'naar keuze: geen, een of meer van deze', en: 'by choice: none, one or more of these' },
} as const;

function headInlines(context: Context, node: Group | Phase): Inline[] {
    const title = strong(placeOf(context, node), text(titleOf(context, node)));
    if (node.kind === 'phase') {
        return [title];
    }
    const words = context.say(TOGETHER[node.mode]);
    return isUnnamedGroup(node) ? [placeOf(context, node), text(capital(words))] : [title, text(`, ${words}`)];
}

/** ` (niet altijd: als ‘Voor het plan is hulp nodig’)` */
function whenInlines(context: Context, process: Process, node: FlowNode): Inline[] {
    const { say } = context;
    const ways = waysInto(process, node).map((a) => reasonInlines(context, process, a));
    const known = ways.length > 0 && ways.every((w) => w.length > 0);
    const not = say({ nl: 'niet altijd', en: 'not always' });
    return known
        ? [text(` (${not}: `), ...joined(ways, say({ nl: ' of ', en: ' or ' })), text(')')]
        : [text(` (${not})`)];
}

/** The ways that come to a node from outside it. */
function waysInto({ nodes, arrows }: Process, node: FlowNode): readonly Arrow[] {
    const parents = new Map(nodes.map((n) => [n.name, n.parent]));
    const isInside = (name: string | undefined): boolean => {
        for (let at = name; at !== undefined; at = parents.get(at)) {
            if (at === node.name) {
                return true;
            }
        }
        return false;
    };
    return arrows.filter((a) => isInside(a.to) && !isInside(a.from) && a.kind !== 'repeat');
}

/** When a way is taken; nothing for one that is always taken. */
export function reasonInlines(context: Context, { arrows }: Process, arrow: Arrow): readonly Inline[] {
    const { say } = context;
    switch (arrow.kind) {
        case 'branch':
            return arrow.condition
                ? [text(say({ nl: 'als ', en: 'if ' })), ...conditionInlines(context, arrow.condition)]
                : [];
        case 'otherwise': {
            const others = arrows.filter((a) => a.from === arrow.from && a.kind === 'branch');
            const conditions = others.flatMap((a) => (a.condition ? [conditionInlines(context, a.condition)] : []));
            return conditions.length === 0
                ? []
                : [
                      text(say({ nl: 'als dit niet geldt: ', en: 'if this does not hold: ' })),
                      ...joined(conditions, say({ nl: ', en ook niet: ', en: ', nor: ' })),
                  ];
        }
        case 'deadline':
            return [text(say({ nl: 'als een termijn verloopt', en: 'if a term runs out' }))];
        case 'fallback':
            return [text(say({ nl: 'als een bevestiging uitblijft', en: 'if a confirmation does not come' }))];
        default:
            return [];
    }
}

/** What `altijd als` leads to, with what is done then, and what is done when it gets stuck. */
function atAnyTime(context: Context, process: Process, apart: ReadonlySet<string>, write: WriteWork): Block[] {
    const { say } = context;
    const written = new Set<string>();
    const always = process.interrupts.map(({ condition, target, value }): readonly Block[] => {
        const node = process.nodes.find((n) => n.name === target?.node.name);
        const lead: Inline[] = [
            text(say({ nl: 'Altijd als ', en: 'Whenever ' })),
            ...conditionInlines(context, condition),
        ];
        if (node?.kind === 'step' && apart.has(node.name) && !written.has(node.name)) {
            written.add(node.name);
            return [paragraph(...lead, text(':')), ...write(node, [])];
        }
        const to = target ? references(context, [target.node], 'node') : value ? valueInlines(context, value) : [];
        return [paragraph(...lead, text(': '), ...to)];
    });
    const rest = process.nodes.filter((n) => n.kind === 'step' && apart.has(n.name) && !written.has(n.name));
    const stuck = process.nodes.filter((n) => n.kind === 'escalation');
    const later = rest.map((n): readonly Block[] => (n.kind === 'step' ? write(n, []) : []));
    const when = say({ nl: 'Als het vastloopt:', en: 'When it gets stuck:' });
    const items = [...always, ...later, ...stuck.map((n) => [paragraph(text(when)), ...write(n, [])])];
    return items.length === 0
        ? []
        : [
              paragraph(
                  { type: 'anchor', id: context.anchors.fresh('tussendoor') },
                  text(say({ nl: 'Wat er ook tussendoor kan gebeuren:', en: 'What may happen in between:' })),
              ),
              { type: 'list', ordered: false, items },
          ];
}
