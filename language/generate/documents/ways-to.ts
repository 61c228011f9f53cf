import type { Arrow, FlowNode, Process } from '../../model/process.js';
import { reference } from '../document/claims.js';
import type { Context } from '../document/context.js';
import { joined, text, type Inline } from '../document/document.js';
import { conditionInlines } from '../document/values.js';
import { reasonInlines } from './course.js';
import type { Work } from './whose.js';

/**
 * How a case comes to a step or an escalation, a line for each way: `na Kennismaken, als ‘de zorgen zijn gedeeld’`, `altijd als
 * ‘een kind is niet veilig’`. That it is done once more (`herhaal`) is no way to it.
 */
export function waysTo(context: Context, work: Work): readonly (readonly Inline[])[] {
    const { process } = context.protocol;
    if (!process) {
        return [];
    }
    const always = process.interrupts
        .filter((i) => i.target?.node.name === work.name)
        .map((i): Inline[] => [text(context.say({ nl: 'altijd als ', en: 'whenever ' })), ...conditionInlines(context, i.condition)]);
    const places = placesBegunWith(process, work);
    const ways = process.arrows.filter((a) => a.to !== undefined && places.has(a.to) && !INSIDE.has(a.kind) && !places.has(a.from ?? ''));
    const before = ways.flatMap((arrow) => wayInlines(context, process, arrow));
    return [...always, ...before, ...stuckAt(context, process, work)];
} // prettier-ignore

const INSIDE: ReadonlySet<Arrow['kind']> = new Set(['repeat', 'interrupt', 'escalation']);

/** A node, and the groups and phases that begin with it. */
function placesBegunWith({ nodes }: Process, work: Work): ReadonlySet<string> {
    const places = new Set([work.name]);
    for (let at: FlowNode | undefined = work; at?.parent !== undefined;) {
        const parent: FlowNode | undefined = nodes.find((n) => n.name === at?.parent);
        const first = nodes.find((n) => n.parent === parent?.name);
        if (!parent || (parent.kind === 'phase' && first?.name !== at.name)) {
            break;
        }
        places.add(parent.name);
        at = parent;
    }
    return places;
}

function wayInlines(context: Context, process: Process, arrow: Arrow): Inline[][] {
    const { say } = context;
    if (arrow.from === undefined) {
        return [];
    }
    const from = reference(context, { name: arrow.from, at: arrow.at }, 'node');
    switch (arrow.kind) {
        case 'deadline':
            return [[text(say({ nl: 'als de termijn verloopt van ', en: 'when the term runs out of ' })), from]];
        case 'fallback':
            return [[text(say({ nl: 'als na ', en: 'when after ' })), from, text(say({ nl: ' een bevestiging uitblijft', en: ' a confirmation does not come' }))]];
        default: {
            const reason = reasonInlines(context, process, arrow);
            return [[text(say({ nl: 'na ', en: 'after ' })), from, ...(reason.length === 0 ? [] : [text(', '), ...reason])]];
        }
    }
} // prettier-ignore

/** From where an escalation begins, and when. */
function stuckAt(context: Context, { arrows }: Process, work: Work): Inline[][] {
    if (work.kind !== 'escalation') {
        return [];
    }
    const { say } = context;
    const from = arrows.filter((a) => a.kind === 'escalation' && a.to === work.name && a.from !== undefined);
    const places = [...new Set(from.map((a) => a.from ?? ''))].map((name) => [reference(context, { name, at: work.at }, 'node')]);
    const when = work.when.map((w) => conditionInlines(context, w.condition));
    const words: Inline[] = [
        text(when.length === 0 ? say({ nl: 'als het vastloopt', en: 'when it gets stuck' }) : say({ nl: 'als ', en: 'if ' })),
        ...joined(when, say({ nl: ' of ', en: ' or ' })),
        ...(places.length === 0 ? [] : [text(say({ nl: ' bij ', en: ' at ' })), ...joined(places, ', ')]),
    ];
    return [words];
} // prettier-ignore
