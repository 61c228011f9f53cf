import type {
    Arrow,
    Branch,
    Escalation,
    FlowNode,
    Group,
    Next,
    Outgoing,
    Phase,
    Step,
} from '../../../model/process.js';
import type { Deadline, Guard, Rerouted, Since, Target } from '../../../model/protocol.js';
import { citations, enter, modalityInlines, reference } from '../claims.js';
import type { Context } from '../context.js';
import { definition, paragraph, text, type Block, type Definition, type Inline } from '../document.js';
import { definitions, row } from '../element.js';
import { WORDS } from '../labels.js';
import { afterInlines, conditionInlines, pointers, statementRows, valueInlines } from '../values.js';

/** `Samen verkennen (hoogstens 1 keer)`. */
export function targetInlines(context: Context, target: Target): Inline[] {
    return [
        ...modalityInlines(context, target.modality),
        reference(context, target.node, 'node'),
        ...atMostInlines(context, target),
    ];
}

function atMostInlines(context: Context, { atMost, atMostValue }: Pick<Target, 'atMost' | 'atMostValue'>): Inline[] {
    if (atMostValue) {
        const [before, behind] = context.language === 'nl' ? [' (hoogstens ', ' keer)'] : [' (at most ', ' times)'];
        return [text(before), ...valueInlines(context, atMostValue), text(behind)];
    }
    if (atMost === undefined) {
        return [];
    }
    const times = String(atMost);
    return [text(context.language === 'nl' ? ` (hoogstens ${times} keer)` : ` (at most ${times} times)`)];
}

/** ` (in plaats van Melden, dat vervalt)`, behind where a way leads that nobody wrote. */
export function insteadOf(context: Context, { insteadOf: dropped }: Rerouted): Inline[] {
    const said = context.say({
        nl: `in plaats van ${dropped ?? ''}, dat vervalt`,
        en: `instead of ${dropped ?? ''}, which is left out`,
    });
    return dropped === undefined ? [] : [text(' '), { type: 'mark', mark: 'implied', text: said }];
}

/** What holds before and after a node: `pas als`, `klaar als`. */
export function guardRows(context: Context, guards: readonly Guard[]): Definition[] {
    const lines = (kind: Guard['kind']) =>
        guards
            .filter((g) => g.kind === kind)
            .map((g) => [...conditionInlines(context, g.condition), ...citations(context, g.provenance)]);
    return [
        row({ nl: 'Pas als', en: 'Only when' }, context, ...lines('only-when')),
        row({ nl: 'Klaar als', en: 'Done when' }, context, ...lines('done-when')),
    ];
}

/** From when something counts: ` na Samen verkennen`. */
export function sinceInlines(context: Context, since: Since | undefined): Inline[] {
    const nl = context.language === 'nl';
    if (!since) {
        return [];
    }
    switch (since.type) {
        case 'registration':
            return [text(nl ? ' na aanmelding' : ' after registration')];
        case 'other':
            return since.isBefore
                ? [text(nl ? ' voor ' : ' before '), ...valueInlines(context, since.value)]
                : afterInlines(context, since.value);
        case 'handover':
            return [text(nl ? ' na ' : ' after '), reference(context, since.handover, 'handover')];
        default: {
            const begin = since.type === 'begin';
            const words = nl ? (begin ? ' na het begin van ' : ' na ') : begin ? ' after the beginning of ' : ' after ';
            return [text(words), reference(context, since.node, 'node')];
        }
    }
}

export function deadlineRow(context: Context, deadlines: readonly Deadline[]): Definition {
    const lines = deadlines.map((d) => [...deadlineInlines(context, d), ...citations(context, d.provenance)]);
    return row({ nl: 'Termijn', en: 'Deadline' }, context, ...lines);
}

/** `3 weken na Samen verkennen, anders Vastgelopen`. */
export function deadlineInlines(context: Context, deadline: Deadline): Inline[] {
    const line = [
        ...modalityInlines(context, deadline.modality),
        ...valueInlines(context, deadline.value),
        ...sinceInlines(context, deadline.after),
    ];
    if (deadline.otherwise ?? deadline.otherwiseValue) {
        line.push(
            text(context.say({ nl: ', anders ', en: ', otherwise ' })),
            ...(deadline.otherwise ? targetInlines(context, deadline.otherwise) : []),
            ...(deadline.otherwiseValue ? valueInlines(context, deadline.otherwiseValue) : []),
        );
    }
    return [...line, ...insteadOf(context, deadline)];
}

/** How a node ends: repetition, terms, and where a case goes next, with the handovers on the way. */
export function outgoingRows(context: Context, node: Step | Group | Phase | Escalation): Definition[] {
    return [
        ...guardRows(context, node.guards),
        repeatRow(context, node),
        deadlineRow(context, node.deadlines),
        { ...definition(context.say({ nl: 'Daarna', en: 'Next' }), ...nextLines(context, node)) },
        row({ nl: 'Loopt het vast', en: 'If it gets stuck' }, context, ...escalationLines(context, node)),
    ];
}

function repeatRow(context: Context, { repeats }: Outgoing): Definition {
    const lines = repeats.map((repeat) => [
        ...repeatInlines(context, repeat),
        ...citations(context, repeat.provenance),
    ]);
    return row({ nl: 'Herhaal', en: 'Repeat' }, context, ...lines);
}

/** How often work is done again, and until what: `9 keer opnieuw`. */
export function repeatInlines(context: Context, repeat: Outgoing['repeats'][number]): Inline[] {
    return [
        ...modalityInlines(context, repeat.modality),
        ...(repeat.bound ? valueInlines(context, repeat.bound) : []),
        ...(repeat.bound || repeat.until ? [] : [text(context.say({ nl: 'zonder grens', en: 'without a bound' }))]),
        // the first time is no repetition: three times again are four in all
        ...(repeat.bound?.type === 'quantity' ? [text(context.language === 'nl' ? ' opnieuw' : ' again')] : []),
        ...(repeat.bound && repeat.until ? [text(', ')] : []),
        ...(repeat.until
            ? [text(context.language === 'nl' ? 'tot ' : 'until '), ...conditionInlines(context, repeat.until)]
            : []),
    ];
}

function nextLines(context: Context, node: Exclude<FlowNode, { kind: 'end' }>): (readonly Block[])[] {
    const arrows = (context.protocol.process?.arrows ?? []).filter((a) => a.from === node.name);
    const stated = node.branches.map((branch) => {
        const arrow = arrows.find((a) => a.at === branch.at) ?? arrows.find((a) => samePlace(a, branch));
        return branchBlocks(context, branch, arrow?.handovers ?? []);
    });
    const besides = node.next.map((next) => nextBlocks(context, next)).filter((blocks) => blocks.length > 0);
    const implied = arrows
        .filter((a) => a.implied && a.insteadOf === undefined)
        .map((arrow): Block[] => {
            const order = context.say({ nl: 'volgt uit de volgorde', en: 'follows from the order' });
            const to: Inline[] =
                arrow.to === undefined
                    ? [{ type: 'open', open: 'unknown', text: context.say(WORDS.notSaid) }]
                    : [
                          reference(context, { name: arrow.to, at: arrow.at }, 'node'),
                          text(' '),
                          { type: 'mark', mark: 'implied', text: order },
                      ];
            return [paragraph(...to, ...handoverInlines(context, arrow.handovers))];
        });
    return [...besides, ...stated, ...implied];
}

/** What a `daarna` says besides its branches. */
function nextBlocks(context: Context, next: Next): readonly Block[] {
    const { context: inner, marks } = enter(context, next);
    const line = [
        ...modalityInlines(inner, next.modality),
        ...(next.value ? valueInlines(inner, next.value) : []),
        ...marks,
    ];
    return [
        ...(line.length > 0 ? [paragraph(...line)] : []),
        ...definitions(statementRows(inner, next.statements)),
        ...pointers(inner, next),
    ];
}

function samePlace(arrow: Arrow, branch: Branch): boolean {
    return JSON.stringify(arrow.at) === JSON.stringify(branch.at);
}

function branchBlocks(context: Context, branch: Branch, handovers: readonly string[]): Block[] {
    const line: Inline[] = modalityInlines(context, branch.modality);
    if (branch.condition) {
        line.push(text(`${context.say(WORDS.when)} `), ...conditionInlines(context, branch.condition), text(': '));
    } else if (branch.otherwise) {
        line.push(text(`${context.say(WORDS.otherwise)}: `));
    }
    line.push(
        ...(branch.target ? targetInlines(context, branch.target) : []),
        ...(branch.value ? valueInlines(context, branch.value) : []),
        ...insteadOf(context, branch),
    );
    return [paragraph(...line, ...handoverInlines(context, handovers), ...citations(context, branch.provenance))];
}

function handoverInlines(context: Context, handovers: readonly string[]): Inline[] {
    return handovers.flatMap((name): Inline[] => [
        text(context.language === 'nl' ? ', met overdracht ' : ', with handover '),
        reference(context, { name, at: context.protocol.at }, 'handover'),
    ]);
}

function escalationLines(context: Context, node: FlowNode): Inline[][] {
    const arrows = (context.protocol.process?.arrows ?? []).filter(
        (a) => a.from === node.name && a.kind === 'escalation',
    );
    return arrows.map((arrow) => [
        ...(arrow.condition
            ? [text(`${context.say(WORDS.when)} `), ...conditionInlines(context, arrow.condition), text(': ')]
            : []),
        ...(arrow.to === undefined ? [] : [reference(context, { name: arrow.to, at: arrow.at }, 'node')]),
        ...atMostInlines(context, arrow),
    ]);
}
