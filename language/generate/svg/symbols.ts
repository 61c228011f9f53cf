import type { Box } from '../../diagram/geometry.js';
import type { EndNode, GatewayNode, GraphNode, SubprocessNode, TaskNode, Trigger } from '../../workflow/graph.js';
import { circle, num, path, rect, words } from './elements.js';

/** What kinds of things look like; each is recognisable by its form, without colour. */

/** The style of a task, and of its tag. */
export function taskStyle(task: TaskNode): { readonly box: string; readonly tag: string } {
    if (task.handover !== undefined) {
        return task.handover.warm
            ? { box: 'dr-warm', tag: 'dr-tag-warm' }
            : { box: 'dr-handover', tag: 'dr-tag-handover' };
    }
    switch (task.work) {
        case 'escalation':
            return { box: 'dr-escalation', tag: 'dr-tag-escalation' };
        case 'choose':
        case 'wait':
            return { box: 'dr-choice', tag: 'dr-tag-choice' };
        default:
            return { box: 'dr-step', tag: 'dr-tag' };
    }
}

/** A box for work; a warm handover has a double border. */
export function taskShape(task: TaskNode, box: Box, round = 8): string {
    const { box: style } = taskStyle(task);
    const radius = task.work === 'escalation' ? 2 : round;
    const inner = { x: box.x + 3, y: box.y + 3, width: box.width - 6, height: box.height - 6 };
    const double = task.handover?.warm ? rect(inner, style, radius - 2) : '';
    return rect(box, style, radius) + double;
}

/** Around what belongs together; dotted around what can happen at any moment. */
export function frameShape({ byEvent }: SubprocessNode, box: Box, round = 10): string {
    return rect(box, byEvent ? 'dr-frame dr-always' : 'dr-frame', round);
}

export function gatewayShape({ gateway }: GatewayNode, box: Box): string {
    const [x, y, half] = [box.x + box.width / 2, box.y + box.height / 2, box.width / 2];
    const diamond = path(
        `M${num(x)} ${num(y - half)}L${num(x + half)} ${num(y)}L${num(x)} ${num(y + half)}L${num(x - half)} ${num(y)}Z`,
        'dr-gate',
    );
    const arm = 9;
    switch (gateway) {
        case 'split':
        case 'join':
            return (
                diamond +
                path(
                    `M${num(x - arm)} ${num(y)}h${num(2 * arm)}M${num(x)} ${num(y - arm)}v${num(2 * arm)}`,
                    'dr-icon dr-thick',
                )
            );
        case 'decide':
            return (
                diamond +
                path(`M${num(x - 6)} ${num(y - 6)}l12 12M${num(x + 6)} ${num(y - 6)}l-12 12`, 'dr-icon dr-thick')
            );
        case 'merge':
            return diamond;
    }
}

export function eventShape(node: Exclude<GraphNode, { kind: 'task' | 'gateway' | 'subprocess' }>, box: Box): string {
    const [x, y, radius] = [box.x + box.width / 2, box.y + box.height / 2, box.width / 2];
    const trigger = 'trigger' in node ? node.trigger : undefined;
    const style = trigger?.kind === 'escalation' ? 'dr-event-escalation' : 'dr-event';
    const icon = trigger ? triggerIcon(trigger, x, y) : '';
    switch (node.kind) {
        case 'start': {
            const dashed = node.interrupting === false ? ' dr-dashed' : '';
            // by what means an engine starts it says nothing to who reads
            const sign = trigger && (trigger.kind === 'message' ? icon : errorIcon(x, y));
            return circle(x, y, radius - 1, `dr-event${dashed}`) + (sign ?? '');
        }
        case 'boundary': {
            const dashed = node.interrupting ? '' : ' dr-dashed';
            return circle(x, y, radius - 1, style + dashed) + circle(x, y, radius - 4, style + dashed) + icon;
        }
        case 'catch':
        case 'throw':
            return circle(x, y, radius - 1, style) + circle(x, y, radius - 4, style) + icon;
        case 'set':
            return circle(x, y, radius - 1, style) + circle(x, y, radius - 4, style) + counterIcon(x, y);
        case 'end':
            return endShape(node, x, y, radius) + (node.outcome ? '' : icon);
    }
}

/** Where the protocol does not say how it goes on. */
export function isUnknownEnd(node: GraphNode): boolean {
    return node.kind === 'end' && node.element === undefined && node.outcome === undefined && /^onbekend/.test(node.id);
}

/** A tick for a successful end, a cross for a refusal, a square for another; a thick ring for what only ends a way. */
function endShape(node: EndNode, x: number, y: number, radius: number): string {
    const { outcome, terminates, trigger } = node;
    const isUnknown = isUnknownEnd(node);
    const ring = (style: string) => circle(x, y, radius - 2, `${style} dr-thick`);
    switch (outcome) {
        case 'successful':
            return (
                ring('dr-end-successful') +
                path(`M${num(x - 7)} ${num(y)}l5 5.5l9 -10.5`, 'dr-icon-successful dr-thick')
            );
        case 'refusal':
            return (
                ring('dr-end-refusal') +
                path(
                    `M${num(x - 5.5)} ${num(y - 5.5)}l11 11M${num(x + 5.5)} ${num(y - 5.5)}l-11 11`,
                    'dr-icon-refusal dr-thick',
                )
            );
        case 'other':
            return ring('dr-event') + rect({ x: x - 5, y: y - 5, width: 10, height: 10 }, 'dr-solid');
        default:
            if (isUnknown) {
                return (
                    circle(x, y, radius - 2, 'dr-open') +
                    words('?', { x, y: y + 6 }, 17, 'dr-text dr-bold', ' text-anchor="middle"')
                );
            }
            return ring('dr-event') + (terminates && !trigger ? circle(x, y, 7, 'dr-solid') : '');
    }
}

export function triggerIcon(trigger: Trigger, x: number, y: number): string {
    switch (trigger.kind) {
        case 'timer':
            return clock(x, y, 8.5);
        case 'message':
            return path(`M${num(x - 8)} ${num(y - 5.5)}h16v11h-16zl8 6.5l8 -6.5`, 'dr-icon');
        case 'escalation':
            return path(`M${num(x)} ${num(y - 8)}l6 15l-6 -6l-6 6z`, 'dr-icon-escalation');
        case 'error':
            return errorIcon(x, y);
    }
}

const errorIcon = (x: number, y: number) => path(`M${num(x - 7)} ${num(y + 6)}l4 -11l5 7l5 -9l-4 12l-5 -7z`, 'dr-icon');

export function clock(x: number, y: number, radius: number): string {
    return (
        circle(x, y, radius, 'dr-icon') +
        path(
            `M${num(x)} ${num(y - radius * 0.65)}v${num(radius * 0.65)}l${num(radius * 0.5)} ${num(radius * 0.3)}`,
            'dr-icon',
        )
    );
}

/** A round arrow: it is done again. */
export function againIcon(x: number, y: number): string {
    return path(
        `M${num(x + 3.4)} ${num(y - 3)}a4.5 4.5 0 1 0 1.1 3M${num(x + 3.9)} ${num(y - 6)}v3.4h-3.4`,
        'dr-icon dr-again',
    );
}

/** Strokes as on a tally: something is counted. */
function counterIcon(x: number, y: number): string {
    return path(
        `M${num(x - 5)} ${num(y - 6)}v12M${num(x - 1.5)} ${num(y - 6)}v12M${num(x + 2)} ${num(y - 6)}v12M${num(x - 8)} ${num(y + 4)}l13 -8`,
        'dr-icon',
    );
}
