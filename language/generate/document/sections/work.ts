import type { Activity, Deployment, Follows, Labour, Performers, Work } from '../../../model/process.js';
import {
    byModality,
    citations,
    claimsOf,
    enter,
    modalityInlines,
    plainText,
    reference,
    references,
} from '../claims.js';
import type { StatedRef } from '../../../model/protocol.js';
import type { Context } from '../context.js';
import { joined, strong, text, type Block, type Definition, type Inline } from '../document.js';
import { definitions, row } from '../element.js';
import { WORDS } from '../labels.js';
import { conditionInlines, listInlines, openLines, pointers, statementRows, valueInlines } from '../values.js';
import { sinceInlines } from './flow.js';
import { oneLine } from '../../../text/one-line.js';

/** What sets it off, and what is done. */
export function workRows(context: Context, work: Work): Definition[] {
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
export function labourRows(context: Context, labour: Labour): Definition[] {
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
            factsInlines(context, labour.determines),
            ...openLines(context, labour.open, 'bepaalt'),
        ),
    ];
}

/** Facts that become known; of one that is yes or no its title says only what yes means. */
function factsInlines(context: Context, refs: readonly StatedRef[]): Inline[] {
    const show = (ref: StatedRef): Inline[] => {
        const fact = context.protocol.facts.find((f) => f.name === ref.name);
        return [
            reference(context, ref, 'fact'),
            ...(fact?.type === 'yes-no' ? [text(context.language === 'nl' ? ' (ja of nee)' : ' (yes or no)')] : []),
        ];
    };
    const between = refs.some((r) => plainText(show(r)).includes(',')) ? '; ' : ', ';
    return [
        ...byModality(context, refs, (run) => joined(run.map(show), between)),
        ...citations(context, claimsOf(refs)),
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

export function performersLine(context: Context, performers: Performers): Inline[] {
    const line: Inline[] = [
        ...modalityInlines(context, performers.modality),
        ...listInlines(context, performers.performers, performers.value, 'role'),
    ];
    if (performers.with.length > 0 || performers.withValue) {
        line.push(
            text(`${line.length > 0 ? ' ' : ''}${context.say(WORDS.withWhom)} `),
            ...modalityInlines(context, performers.withModality),
            ...listInlines(context, performers.with, performers.withValue, 'role'),
        );
    }
    return [...line, ...citations(context, performers.provenance)];
}

/** What is done in a step, each with who does it. */
export function activities(context: Context, items: readonly Activity[]): Block[] {
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
