import type { Named } from '../../../model/protocol.js';
import { titleOf } from '../../document/claims.js';
import type { Context } from '../../document/context.js';
import { text, type Inline, type Section } from '../../document/document.js';
import { chapter } from '../../document/element.js';
import type { Size } from './build.js';
import type { LeftOut } from './template.js';

/** How many words each part has, beside how many the form allows. */
export function sizeSection(context: Context, sizes: readonly Size[]): Section[] {
    const { say } = context;
    const table = {
        type: 'table' as const,
        caption: say({ nl: 'Woorden per onderdeel', en: 'Words in each part' }),
        columns: [
            say({ nl: 'Onderdeel', en: 'Part' }),
            say({ nl: 'Woorden', en: 'Words' }),
            say({ nl: 'Hoogstens', en: 'At most' }),
        ].map((c) => [text(c)]),
        rowHeadings: true,
        rows: sizes.map(({ title, words, limit }) => ({
            cells: [[text(title)], [text(String(words))], [text(limit === undefined ? '—' : String(limit))]],
        })),
    };
    return chapter(context, 'omvang', { nl: 'Omvang', en: 'Size' }, [table]);
}

/** What of a protocol a form may leave out, with what it is called and which elements those are. */
const LEAVABLE: Readonly<
    Record<string, { readonly nl: string; readonly en: string; readonly which: (c: Context) => readonly string[] }>
> = {
    beoordeling: {
        nl: 'Beoordelingen en toetsingskaders',
        en: 'Reviews and frameworks',
        which: (c) => [...titles(c, c.related.reviews), ...titles(c, c.related.frameworks)],
    },
    scenario: {
        nl: 'Gevallen',
        en: 'Cases',
        which: (c) => c.related.scenarios.map((s) => s.title),
    },
    opmerking: {
        nl: 'Opmerkingen van collega’s',
        en: 'Remarks of colleagues',
        which: (c) =>
            c.notes.remarks.map(({ owner, remark }) =>
                [
                    remark.author ?? c.say({ nl: 'onbekend', en: 'unknown' }),
                    ...(owner === '' || owner === c.protocol.name ? [] : [c.anchors.find(owner)?.title ?? owner]),
                ].join(c.say({ nl: ', bij ', en: ', at ' })),
            ),
    },
    naam: {
        nl: 'Namen van onderdelen in het draaiboek',
        en: 'Names of elements in the protocol',
        which: () => [],
    },
    begrip: { nl: 'Begrippen', en: 'Concepts', which: (c) => titles(c, c.shared.concepts) },
    gegeven: { nl: 'Gegevens', en: 'Facts', which: (c) => titles(c, c.protocol.facts) },
    document: { nl: 'Documenten', en: 'Documents', which: (c) => titles(c, c.protocol.documents) },
    overdracht: { nl: 'Overdrachten', en: 'Handovers', which: (c) => titles(c, c.protocol.handovers) },
    organisatie: { nl: 'Organisaties', en: 'Organisations', which: (c) => titles(c, c.shared.organisations) },
    rol: { nl: 'Rollen', en: 'Roles', which: (c) => titles(c, c.shared.roles) },
    tegenspraak: {
        nl: 'Tegenspraken',
        en: 'Contradictions',
        which: (c) => c.notes.contradictions.map(({ contradiction }) => contradiction.title),
    },
};

/** The parts that a form may leave out; all others always stand in it somewhere. */
export const MAY_BE_LEFT_OUT: readonly string[] = Object.keys(LEAVABLE);

/** What is not in the form, which elements those are, and why. */
export function leftOutSection(context: Context, items: readonly LeftOut[]): Section[] {
    const { say } = context;
    const rows = items.flatMap(({ part, why, whyInEnglish }) => {
        const leavable = LEAVABLE[part];
        const which = leavable?.which(context) ?? [];
        if (!leavable || (which.length === 0 && part !== 'naam')) {
            return [];
        }
        const list: readonly Inline[] = [text(which.length === 0 ? '—' : which.join('; '))];
        return [{ cells: [[text(say(leavable))], list, [text(say({ nl: why, en: whyInEnglish ?? why }))]] }];
    });
    const table = {
        type: 'table' as const,
        caption: say({ nl: 'Niet overgenomen', en: 'Not taken over' }),
        columns: [
            say({ nl: 'Wat', en: 'What' }),
            say({ nl: 'Welke', en: 'Which' }),
            say({ nl: 'Waarom', en: 'Why' }),
        ].map((c) => [text(c)]),
        rowHeadings: true,
        rows,
    };
    const title = { nl: 'Wat hier niet in staat, en waarom', en: 'What is not in here, and why' };
    return rows.length === 0 ? [] : chapter(context, 'weggelaten', title, [table]);
}

function titles(context: Context, elements: readonly Named[]): readonly string[] {
    return elements.map((e) => titleOf(context, e));
}
