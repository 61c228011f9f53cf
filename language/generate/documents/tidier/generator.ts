import { createContext, type Context } from '../../document/context.js';
import { paragraph, text, type Inline } from '../../document/document.js';
import { part, table } from '../blocks.js';
import { openItems, type OpenItem } from '../../document/unknowns.js';
import { documentGenerator } from '../document-generator.js';
import { framed } from '../frame.js';
import { evidenceFor, type Evidence } from './evidence.js';
import { TIDIER, type TidierItem } from './items.js';

/** How complete a protocol is by the twelve items of TIDieR: what answers each, what is unknown, and what is not there. */
export const tidierGenerator = documentGenerator({
    id: 'tidier',
    title: { nl: 'TIDieR-verslag', en: 'TIDieR report' },
    summary: {
        nl: 'Hoe volledig de beschrijving is volgens de twaalf punten van TIDieR, en waar in het draaiboek het staat.',
        en: 'How complete the description is by the twelve items of TIDieR, and where in the protocol it stands.',
    },
    build(protocol, options) {
        const { related, language, unread } = options;
        const context: Context = { ...createContext(protocol, related, language, unread), silent: true };
        const all = openItems(context.protocol, context.related);
        const answers = TIDIER.map((item) => ({ item, evidence: item.says.flatMap((s) => evidenceFor(context, s, all) ?? []) }));
        const asked = new Set(answers.flatMap((a) => a.evidence.flatMap((e) => e.open)).map(keyOf));
        const missing = answers.filter((a) => stateOf(a.evidence) === 'missing').length;
        const open = answers.filter((a) => stateOf(a.evidence) === 'open').length;
        const said = TIDIER.length - missing - open;
        const count = {
            nl: `Van de twaalf punten: bij ${String(said)} zegt het draaiboek iets, bij ${String(open)} is alles nog open, en bij ${String(missing)} staat niets.`,
            en: `Of the twelve items the protocol says something at ${String(said)}, leaves all open at ${String(open)}, and says nothing at ${String(missing)}.`,
        };
        const caution = {
            nl: 'Dit verslag telt wat er staat. Of dat genoeg is om de interventie over te doen, beoordeelt een lezer.',
            en: 'This report counts what is there. Whether that is enough to repeat the intervention is for a reader to judge.',
        };
        const model = framed(context, options, {
            kind: { nl: 'TIDieR: volledigheid van de beschrijving', en: 'TIDieR: completeness of the description' },
            sections: [
                part(context, 'punten', { nl: 'De twaalf punten', en: 'The twelve items' }, [
                    paragraph(text(context.say(count)), text(' '), text(context.say(caution))),
                    ...table(context, { nl: 'Punten van TIDieR', en: 'Items of TIDieR' }, COLUMNS, answers.map(({ item, evidence }) => rowOf(context, item, evidence))),
                ]),
                part(context, 'herkomst', { nl: 'Waar deze punten vandaan komen', en: 'Where these items come from' }, [
                    paragraph(text('Hoffmann T.C., Glasziou P.P., Boutron I., et al. Better reporting of interventions: template for intervention description and replication (TIDieR) checklist and guide. BMJ 2014;348:g1687.')),
                ]),
            ],
            sources: 'all',
            open: (item) => asked.has(keyOf(item)),
        });
        return { model, context };
    },
}); // prettier-ignore

/** The list of what is open is made again, so that what stands in it is known by what it says and where. */
function keyOf({ what, element, at }: OpenItem): string {
    return JSON.stringify([what, element, at]);
}

const COLUMNS = [
    { nl: 'Punt', en: 'Item' },
    { nl: 'Wat TIDieR vraagt', en: 'What TIDieR asks' },
    { nl: 'Stand', en: 'State' },
    { nl: 'Waar het staat', en: 'Where it stands' },
];

type State = 'said' | 'partly' | 'open' | 'missing';

const STATES = {
    said: { nl: 'staat er', en: 'is there' },
    partly: { nl: 'deels open', en: 'partly open' },
    open: { nl: 'nog open', en: 'still open' },
    missing: { nl: 'staat er niet', en: 'is not there' },
} as const;

function stateOf(evidence: readonly Evidence[]): State {
    const said = evidence.some((e) => e.said > 0);
    const open = evidence.some((e) => e.open.length > 0);
    return said ? (open ? 'partly' : 'said') : open ? 'open' : 'missing';
}

function rowOf(context: Context, item: TidierItem, evidence: readonly Evidence[]): Inline[][] {
    const state = stateOf(evidence);
    const where = evidence.map((e) => {
        const local = e.open.filter((u) => u.type === 'local').length;
        const unknown = e.open.length - local;
        const parts = [
            ...(e.said > 0 ? [`${String(e.said)} ×`] : []),
            ...(unknown > 0 ? [`${String(unknown)} × ${context.say({ nl: 'onbekend', en: 'unknown' })}`] : []),
            ...(local > 0 ? [`${String(local)} × ${context.say({ nl: 'plaatselijk', en: 'decided locally' })}`] : []),
        ];
        return `${e.what} (${parts.join(', ')})`;
    });
    const shown: Inline = { type: 'strong', content: [text(context.say(STATES[state]))] };
    return [
        [text(`${String(item.number)}. ${context.say(item)}`)],
        [text(context.say(item.asks))],
        [state === 'said' ? text(context.say(STATES.said)) : shown],
        [text(where.length === 0 ? '—' : where.join('; '))],
    ];
} // prettier-ignore
