import type { Escalation, FlowNode, Interrupt, Phase, Process, Step } from '../../model/process.js';
import type { Target } from '../../model/protocol.js';
import { goalsOf, isOpen, laboursOf, startsAfterOf, statementsOf, textsOf } from '../../model/queries.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { firmText, modalityText, startText, valueText } from '../../messages/wording.js';
import { receivers } from '../who.js';
import { actionCondition } from './condition.js';
import { fhirLine, fhirText, titleOf, type Context } from './context.js';
import { lengthOf, loseOpen, timed, timingOf } from './timing.js';
import type { Action, ActionCondition, RelatedAction, Timed } from './types.js';
import { before, nameOf, waysOf } from './ways.js';
import { dataOf, guidelinesOf, participantsOf } from './work.js';

/** The process as actions: a node is one, with what it consists of inside it and its choices behind it. */
export function actionsOf(context: Context, process: Process): Action[] {
    const parts = Map.groupBy(process.nodes, (n) => n.parent);
    const inside = (parent: string | undefined): Action[] =>
        (parts.get(parent) ?? []).flatMap((node) => actionsOfNode(context, node, inside));
    return [...inside(undefined), ...process.interrupts.map((i) => interruption(context, i))];
}

function actionsOfNode(context: Context, node: FlowNode, inside: (parent: string) => Action[]): Action[] {
    const { related, behind } = waysOf(context, node.name);
    const common: Action = {
        id: context.ids.get(node.name) ?? '',
        title: titleOf(node),
        ...descriptionOf(context, node),
    };
    if (node.kind === 'end') {
        const code = node.successful ? 'einde, geslaagd' : node.onRefusal ? 'einde bij weigering' : 'einde';
        return [{ ...common, code: [{ text: code }] }];
    }
    const condition = conditionsOf(context, node);
    const relations = [...related, ...startsOf(context, node)];
    const relatedAction = relations.length > 0 ? { relatedAction: relations } : {};
    const repeats = repetition(context, node);
    if (node.kind === 'group' || node.kind === 'phase') {
        const action = inside(node.name);
        const own: Action = {
            ...common,
            ...(condition.length > 0 ? { condition } : {}),
            ...relatedAction,
            ...termOf(context, node),
            groupingBehavior: 'logical-group',
            ...(node.kind === 'group'
                ? { selectionBehavior: ({ all: 'all', one: 'exactly-one', any: 'any' } as const)[node.mode] }
                : {}),
            ...repeats,
            ...(action.length > 0 ? { action } : {}),
        };
        return [own, ...behind];
    }
    return [work(context, node, { common, condition, relatedAction, repeats }), ...behind];
}

interface Parts {
    readonly common: Action;
    readonly condition: readonly ActionCondition[];
    readonly relatedAction: Pick<Action, 'relatedAction'>;
    readonly repeats: Pick<Action, 'cardinalityBehavior'>;
}

function work(context: Context, node: Step | Escalation, { common, condition, relatedAction, repeats }: Parts): Action {
    const works = laboursOf(node);
    const documentation = guidelinesOf(context, works);
    const goalId = [...new Set(goalsOf(node).flatMap((g) => context.goalIds.get(g.name) ?? []))];
    const participant = participantsOf(context, node);
    if (works.some((w) => w.performers.some((p) => isOpen(p.value) || isOpen(p.withValue)))) {
        context.lose(
            node.name,
            'wie dit doet of wie meedoet, is onbekend of plaatselijk: FHIR kent geen deelnemer zonder soort',
            'who does this or who joins in is unknown or decided locally: FHIR has no participant without a type',
        );
    }
    const action = node.activities.map((activity): Action => {
        const people = participantsOf(context, activity);
        return {
            id: context.newId(`${node.name}-${activity.title}`),
            title: fhirLine(activity.title),
            ...(people.length > 0 ? { participant: people } : {}),
            ...timingOf(activity, context.language),
        };
    });
    return {
        ...common,
        ...(node.kind === 'escalation' ? { code: [{ text: 'escalatie' }] } : {}),
        ...(documentation.length > 0 ? { documentation } : {}),
        ...(goalId.length > 0 ? { goalId } : {}),
        ...(condition.length > 0 ? { condition } : {}),
        ...dataOf(context, works),
        ...relatedAction,
        ...termOf(context, node),
        ...(participant.length > 0 ? { participant } : {}),
        ...repeats,
        definitionCanonical: context.urlOf('ActivityDefinition', context.resourceId(node.name)),
        ...(action.length > 0 ? { action } : {}),
    };
}

function descriptionOf(
    { language, protocol }: Context,
    node: FlowNode,
): Pick<Action, 'description' | 'textEquivalent'> {
    const texts = (kind: string) =>
        statementsOf(node, kind).map((s) => {
            const modality = s.modality ? `${modalityText(s.modality, language)} ` : '';
            return modality + textsOf(s).join(', ');
        });
    const to = node.kind === 'escalation' ? receivers(protocol, node, language).join(', ') : '';
    const toWhom = to === '' ? [] : [`${{ nl: 'Naar', en: 'To' }[language]}: ${to}`];
    const description = fhirText([...texts('omschrijving'), ...toWhom].join('\n'));
    const textEquivalent = fhirText(texts('aandachtspunt').join('\n'));
    return {
        ...(description === undefined ? {} : { description }),
        ...(textEquivalent === undefined ? {} : { textEquivalent }),
    };
}

function conditionsOf({ language }: Context, node: Exclude<FlowNode, { kind: 'end' }>): ActionCondition[] {
    return node.guards.map((g) => actionCondition(g.kind === 'only-when' ? 'start' : 'stop', g.condition, language));
}

function repetition(
    context: Context,
    node: Step | Escalation | Phase | Extract<FlowNode, { kind: 'group' }>,
): Parts['repeats'] {
    for (const { bound, until } of node.repeats) {
        const words = [
            bound && valueText(bound, context.language),
            until && `tot ${actionCondition('stop', until, context.language).expression.description}`,
        ];
        const said = words.filter((w) => w !== undefined).join(' ');
        context.lose(
            node.name,
            `FHIR zegt dat dit vaker mag gebeuren, niet hoe vaak: herhaal ${said}`,
            `FHIR says that this may happen more than once, not how often: herhaal ${said}`,
        );
    }
    return node.repeats.length > 0 ? { cardinalityBehavior: 'multiple' } : {};
}

/** `begint … na`: how long after the end or the beginning of another action. */
function startsOf(context: Context, node: FlowNode): RelatedAction[] {
    return startsAfterOf(node).flatMap((start): RelatedAction[] => {
        const { value, after, modality } = start;
        const id = after.type === 'begin' || after.type === 'end' ? context.ids.get(after.node.name) : undefined;
        const { timingDuration, timingRange } = (modality ? undefined : lengthOf(value)) ?? {};
        if (id === undefined || !(timingDuration ?? timingRange)) {
            const [nl, en] = [startText(start, context.protocol, 'nl'), startText(start, context.protocol, 'en')];
            context.lose(node.name, `begint ${nl} staat niet in het plan`, `begins ${en} is not in the plan`);
            return [];
        }
        return [
            {
                actionId: id,
                relationship: after.type === 'begin' ? 'after-start' : 'after-end',
                ...(timingDuration ? { offsetDuration: timingDuration } : {}),
                ...(timingRange ? { offsetRange: timingRange } : {}),
            },
        ];
    });
}

/** The term of a node; FHIR has room for one. */
function termOf(context: Context, node: Exclude<FlowNode, { kind: 'end' }>): Timed {
    const [deadline, ...others] = node.deadlines;
    others.forEach((other) => {
        const text = valueText(other.value, 'nl');
        context.lose(
            node.name,
            `van de termijnen staat alleen de eerste: niet ${text}`,
            `only the first term is there: not ${text}`,
        );
    });
    if (!deadline) {
        return {};
    }
    if (isOpen(deadline.value)) {
        loseOpen(context, node.name, 'termijn', deadline.value);
        return {};
    }
    const { timing, inWords } = timed(deadline.value, context.language);
    const text = valueText(deadline.value, 'nl');
    if (inWords) {
        context.lose(
            node.name,
            `de termijn (${text}) staat in woorden: FHIR heeft geen maat voor werkdagen of vage hoeveelheden`,
            `the term (${text}) is in words: FHIR has no unit for working days or vague amounts`,
        );
    }
    if (deadline.after) {
        context.lose(
            node.name,
            `de termijn (${text}) zegt niet vanaf wanneer hij telt`,
            `the term (${text}) does not say from when it counts`,
        );
    }
    return timing;
}

function loseBound(context: Context, target: Interrupt['target']): void {
    if (target?.atMost !== undefined || target?.atMostValue) {
        const { nl, en } = timesAtMost(target);
        context.lose(
            target.node.name,
            `FHIR telt niet hoe vaak een \`altijd als\` gebeurt: dit mag ${nl} keer`,
            `FHIR does not count how often an \`altijd als\` happens: this may ${en} times`,
        );
    }
}

function timesAtMost({ atMost, atMostValue }: Pick<Target, 'atMost' | 'atMostValue'>): Bilingual {
    const times = (language: Language) => (atMostValue ? valueText(atMostValue, language) : String(atMost));
    return { nl: `hoogstens ${times('nl')}`, en: `at most ${times('en')}` };
}

/** `altijd als`: something that may happen at any moment. */
function interruption(context: Context, interrupt: Interrupt): Action {
    const { language } = context;
    const to = interrupt.target?.node.name;
    const firm = { modality: interrupt.modality, toModality: interrupt.target?.modality };
    const name = fhirLine(
        `${language === 'nl' ? 'Altijd' : 'Always'}: ${firmText(firm, nameOf(context, to), language)}`,
    );
    loseBound(context, interrupt.target);
    if (interrupt.resume) {
        context.lose(
            to ?? context.protocol.name,
            'FHIR zegt niet dat het onderbroken werk hierna verdergaat (hervat daarna)',
            'FHIR does not say that the interrupted work goes on after this (hervat daarna)',
        );
    }
    return {
        id: context.newId(`altijd-${to ?? 'onbekend'}`),
        title: name,
        trigger: [{ type: 'named-event', name }],
        condition: [actionCondition('applicability', interrupt.condition, language)],
        relatedAction: [before(context, to === undefined ? {} : { to })],
    };
}
