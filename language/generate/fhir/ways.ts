import type { Arrow } from '../../model/process.js';
import type { Handover, WhenAbsent } from '../../model/protocol.js';
import { byName, isOpen } from '../../model/queries.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { conditionText, firmText, valueText } from '../../messages/wording.js';
import { actionCondition, fhirPath, stated, unless } from './condition.js';
import { fhirLine, fhirText, titleOf, type Context } from './context.js';
import type { Action, ActionCondition, RelatedAction } from './types.js';
import { NOWHERE, participants, requirement } from './work.js';

/**
 * The ways on from a node: what stands on the action of the node itself, and the actions behind it. A plain way is a
 * `relatedAction` of the node (it comes before the start of the other one). Ways with a condition, a bound or a handover
 * are a choice behind it: an action of which exactly one part is selected, each part with an expression that holds
 * exactly where that way is taken, so that they exclude each other without an order.
 */
export function waysOf(
    context: Context,
    from: string,
): { readonly related: RelatedAction[]; readonly behind: Action[] } {
    const arrows = context.protocol.process?.arrows.filter((a) => a.from === from) ?? [];
    const exits = [
        ...arrows.filter((a) => a.kind === 'next' || a.kind === 'branch'),
        ...arrows.filter((a) => a.kind === 'otherwise'),
    ];
    const outside = arrows.filter((a) => a.kind === 'deadline' || a.kind === 'escalation');
    const [only] = exits;
    const isPlain =
        exits.length === 1 &&
        only &&
        !only.condition &&
        !(only.modality ?? only.toModality) &&
        only.handovers.length === 0;
    exits.concat(outside).forEach((arrow) => {
        loseBound(context, arrow);
    });
    return {
        related: isPlain ? [before(context, only)] : [],
        behind: [
            ...(isPlain || exits.length === 0 ? [] : [choice(context, from, exits)]),
            ...outside.map((arrow) => fromOutside(context, arrow)),
        ],
    };
}

function loseBound({ lose }: Context, { from, to, atMost }: Arrow): void {
    if (from !== undefined && atMost !== undefined) {
        const times = String(atMost);
        lose(
            from,
            `FHIR telt niet hoe vaak een weg genomen is: de weg naar ${to ?? 'onbekend'} mag hoogstens ${times} keer`,
            `FHIR does not count how often a way was taken: the way to ${to ?? 'onbekend'} may be taken ${times} times at most`,
        );
    }
}

/** It comes before the start of where an arrow leads. */
export function before(context: Context, { to, from }: Pick<Arrow, 'to' | 'from'>): RelatedAction {
    const id = to === undefined ? undefined : context.ids.get(to);
    if (id !== undefined) {
        return { actionId: id, relationship: 'before-start' };
    }
    context.lose(
        from ?? context.protocol.name,
        'wat hierna komt, is onbekend of plaatselijk: de verwijzing heeft data-absent-reason',
        'what comes next is unknown or decided locally: the reference has data-absent-reason',
    );
    return NOWHERE;
}

function choice(context: Context, from: string, exits: readonly Arrow[]): Action {
    const { language, ids } = context;
    const id = context.newId(`keuze-na-${from}`);
    const passed: string[] = [];
    const parts = exits.map((arrow, index): Action => {
        const earlier = passed.length === 0 ? undefined : unless(passed.join(' or '));
        const own = arrow.condition && fhirPath(arrow.condition);
        const expression = [earlier, own].filter((e) => e !== undefined).join(' and ');
        if (own !== undefined) {
            passed.push(own);
        }
        const words = arrow.condition
            ? conditionText(arrow.condition, language)
            : language === 'nl'
              ? 'anders'
              : 'otherwise';
        const condition: ActionCondition[] =
            expression === '' ? [] : [stated('applicability', fhirLine(words), expression)];
        const handovers = handoverActions(context, arrow);
        return {
            id: context.newId(`weg-${from}-${String(index + 1)}`),
            title: fhirLine(
                `${firmText({ modality: arrow.modality }, words, language)} → ${firmText({ modality: arrow.toModality }, nameOf(context, arrow.to), language)}`,
            ),
            ...(condition.length > 0 ? { condition } : {}),
            relatedAction: [before(context, arrow)],
            ...(handovers.length > 0 ? { action: handovers } : {}),
        };
    });
    const after = ids.get(from);
    return {
        id,
        title: fhirLine(`${language === 'nl' ? 'Na' : 'After'} ${nameOf(context, from)}`),
        ...(after === undefined ? {} : { relatedAction: [{ actionId: after, relationship: 'after-end' }] }),
        groupingBehavior: 'logical-group',
        selectionBehavior: 'exactly-one',
        action: parts,
    };
}

/** A term that runs out, or work that is taken higher up, while it is being done. */
function fromOutside(context: Context, arrow: Arrow): Action {
    const { language, ids } = context;
    const from = ids.get(arrow.from ?? '');
    const isTerm = arrow.kind === 'deadline';
    const what = isTerm
        ? { nl: 'Termijn verstreken', en: 'Term ran out' }[language]
        : { nl: 'Opschalen', en: 'Escalate' }[language];
    const way = `${nameOf(context, arrow.from)} → ${nameOf(context, arrow.to)}`;
    const name = fhirLine(`${what}: ${firmText(arrow, way, language)}`);
    return {
        id: context.newId(`${isTerm ? 'termijn' : 'opschalen'}-${arrow.from ?? ''}`),
        title: name,
        trigger: [{ type: 'named-event', name }],
        ...(arrow.condition ? { condition: [actionCondition('applicability', arrow.condition, language)] } : {}),
        relatedAction: [
            ...(from === undefined ? [] : [{ actionId: from, relationship: 'concurrent' } as const]),
            before(context, arrow),
        ],
    };
}

function handoverActions(context: Context, arrow: Arrow): Action[] {
    const handovers = byName(context.protocol.handovers);
    return arrow.handovers.flatMap((name) => {
        const handover = handovers.get(name);
        return handover ? [handoverAction(context, handover, arrow)] : [];
    });
}

function handoverAction(context: Context, handover: Handover, arrow: Arrow): Action {
    const { language, protocol } = context;
    const fallbacks =
        protocol.process?.arrows.filter(
            (a) => a.kind === 'fallback' && a.from === arrow.from && a.handovers.includes(handover.name),
        ) ?? [];
    const documents = byName(protocol.documents);
    const input = handover.information
        .flatMap((i) => i.documents)
        .map((d) => {
            const document = documents.get(d.name);
            return requirement('DocumentReference', document ? titleOf(document) : fhirLine(d.name));
        });
    const people = participants(context, [
        ...(handover.from ? [handover.from] : []),
        ...(handover.to ? [handover.to] : []),
        ...handover.meetings.flatMap((m) => m.with),
    ]);
    const guards = handover.guards
        .filter((g) => g.kind === 'only-when')
        .map((g) => actionCondition('start', g.condition, language));
    const said = [
        ...handover.information.flatMap((i) => inWords({ nl: 'Informatie', en: 'Information' }, i, language)),
        ...handover.whenAbsent.flatMap((w) =>
            inWords({ nl: 'Bij uitblijven', en: 'If it does not come' }, w, language),
        ),
    ];
    const description = fhirText(said.join('\n'));
    return {
        id: context.newId(`${handover.name}-${arrow.from ?? ''}`),
        title: titleOf(handover),
        ...(description === undefined ? {} : { description }),
        ...(guards.length > 0 ? { condition: guards } : {}),
        ...(input.length > 0 ? { input } : {}),
        ...(people.length > 0 ? { participant: people } : {}),
        definitionCanonical: context.urlOf('ActivityDefinition', context.resourceId(handover.name)),
        ...(fallbacks.length > 0 ? { action: fallbacks.map((back) => fallback(context, handover, back)) } : {}),
    };
}

/** What stands in words: what is handed over, or done when that is not confirmed. */
function inWords(
    what: Bilingual,
    { value, modality }: Pick<WhenAbsent, 'value' | 'modality'>,
    language: Language,
): string[] {
    return !value || isOpen(value)
        ? []
        : [`${what[language]}: ${firmText({ modality }, valueText(value, language), language)}`];
}

function fallback(context: Context, handover: Handover, arrow: Arrow): Action {
    loseBound(context, arrow);
    const absent = context.language === 'nl' ? 'niet bevestigd' : 'not confirmed';
    const word = arrow.otherwise ? `${absent}, ${context.language === 'nl' ? 'anders' : 'otherwise'}` : absent;
    const name = fhirLine(`${titleOf(handover)}: ${word}`);
    return {
        id: context.newId(`uitblijven-${handover.name}-${arrow.from ?? ''}`),
        title: name,
        trigger: [{ type: 'named-event', name }],
        relatedAction: [before(context, arrow)],
    };
}

/** What people call a node, or that nobody says where a way leads. */
export function nameOf({ protocol, language }: Context, name: string | undefined): string {
    const node = protocol.process?.nodes.find((n) => n.name === name);
    return node ? titleOf(node) : (name ?? (language === 'nl' ? 'onbekend' : 'unknown'));
}
