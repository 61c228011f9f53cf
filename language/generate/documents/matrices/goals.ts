import { leavesPartOpen, states, statementsOf, workableGoals, workByGoal } from '../../../model/queries.js';
import type { Named, Ref } from '../../../model/protocol.js';
import { plainText, reference, references, titleOf } from '../../document/claims.js';
import type { Context } from '../../document/context.js';
import { joined, text, type Block, type Inline } from '../../document/document.js';
import { modalityInlines } from '../../document/claims.js';
import { open, valueInlines } from '../../document/values.js';
import { dash, line, table } from '../blocks.js';

/** Each goal on which work can be done, with the steps that work on it and how it is measured. */
export function goalsBySteps(context: Context): Block[] {
    const { protocol } = context;
    const work = workByGoal(protocol.process);
    const rows = workableGoals(protocol).map(({ element, parent }) => {
        const steps = [...(work.get(element.name) ?? []), ...(parent ? (work.get(parent.name) ?? []) : [])];
        const indicators = element.indicators;
        return [
            [...(parent ? [text(`${titleOf(context, parent)} › `)] : []), ...titleInlines(context, element)],
            steps.length === 0 ? nothing(context) : references(context, steps.map(refTo), 'node'),
            indicators.length === 0
                ? leavesPartOpen(element, 'indicator')
                    ? [open(context, 'unknown')]
                    : nothing(context)
                : joined(indicators.map((i) => titleInlines(context, i)), '; '),
            dash(said(context, indicators, 'norm')),
            dash(said(context, indicators, 'meting')),
            dash(said(context, indicators, 'moment')),
        ];
    }); // prettier-ignore
    return table(
        context,
        { nl: 'Welke stap aan welk doel werkt, en hoe dat te meten is', en: 'Which step works on which goal, and how that is measured' },
        [
            { nl: 'Doel', en: 'Goal' }, { nl: 'Stappen', en: 'Steps' }, { nl: 'Indicatoren', en: 'Indicators' }, { nl: 'Norm', en: 'Norm' },
            { nl: 'Meting', en: 'Measurement' }, { nl: 'Moment', en: 'Moment' },
        ],
        rows,
    ); // prettier-ignore
}

/** Each factor, the subgoals that influence it, the steps that work on those, and the working elements in those steps. */
export function factorChain(context: Context): Block[] {
    const { protocol } = context;
    const work = workByGoal(protocol.process);
    const parents = new Map(protocol.goals.flatMap((g) => g.subgoals.map((s) => [s.name, g.name] as const)));
    const elements = protocol.rationales.flatMap((r) => r.workingElements);
    const used = new Set<string>();
    const rows = protocol.rationales.flatMap((r) => r.factors).map((factor) => {
        const steps = factor.goals.flatMap((g) => [...(work.get(g.name) ?? []), ...(work.get(parents.get(g.name) ?? '') ?? [])]);
        const names = new Set(steps.map((s) => s.name));
        const around = new Set([...names, ...(protocol.process?.nodes ?? []).flatMap((n) => names.has(n.name) && n.parent !== undefined ? [n.parent] : [])]);
        const active = elements.filter((e) => e.elements.some((ref) => around.has(ref.name)));
        active.forEach((e) => used.add(e.title));
        return [
            titleInlines(context, factor),
            factor.goals.length === 0
                ? factor.goalsValue ? valueInlines(context, factor.goalsValue) : nothing(context)
                : [...modalityInlines(context, factor.goalsModality), ...references(context, factor.goals, 'goal')],
            steps.length === 0 ? nothing(context) : references(context, [...new Map(steps.map((s) => [s.name, refTo(s)])).values()], 'node'),
            active.length === 0 ? nothing(context) : [text(active.map((e) => e.title).join('; '))],
        ];
    }); // prettier-ignore
    const loose = elements.filter((e) => !used.has(e.title)).map((e) => e.title);
    const rest =
        loose.length === 0
            ? []
            : [
                  line(context, {
                      nl: `Werkzame elementen die bij geen van deze stappen staan: ${loose.join('; ')}.`,
                      en: `Working elements that stand at none of these steps: ${loose.join('; ')}.`,
                  }),
              ];
    const columns = [
        { nl: 'Factor', en: 'Factor' }, { nl: 'Beïnvloed door', en: 'Influenced by' }, { nl: 'In stap', en: 'In step' },
        { nl: 'Werkzame elementen', en: 'Working elements' },
    ]; // prettier-ignore
    const caption = { nl: 'De keten van probleem naar praktijk', en: 'The chain from problem to practice' };
    return [...table(context, caption, columns, rows), ...(rows.length === 0 ? [] : rest)];
}

export function titleInlines(context: Context, element: Named & { readonly titleValue?: unknown }): Inline[] {
    const shown = reference(context, refTo(element));
    return plainText([shown]) === '' ? [text(element.name)] : [shown];
}

export function refTo({ name, nameAt }: Named): Ref {
    return { name, at: nameAt };
}

function nothing({ say }: Context): Inline[] {
    return [{ type: 'emphasis', content: [text(say({ nl: 'geen', en: 'none' }))] }];
}

function said(context: Context, indicators: readonly Named[], kind: string): Inline[] {
    const lines = indicators
        .filter((i) => states(i, kind))
        .map((i) =>
            joined(
                statementsOf(i, kind).map((s) => [
                    ...modalityInlines(context, s.modality),
                    ...s.values.flatMap((v) => valueInlines(context, v.type === 'unknown' ? { type: 'unknown' } : v)),
                ]),
                ', ',
            ),
        );
    return joined(lines, '; ');
}
