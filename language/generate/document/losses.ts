import type { Named, Protocol } from '../../model/protocol.js';
import type { Bilingual } from '../../text/bilingual.js';
import { enumerate } from '../../text/numbers.js';
import type { Loss } from '../generator.js';
import { droppedLoss } from '../dropped-loss.js';
import { plainText } from './claims.js';
import type { Context } from './context.js';
import type { DocumentModel, Section } from './document.js';
import type { OpenItem } from './unknowns.js';

/**
 * What a document cannot show: what of it the protocol leaves open (`onbekend`, `plaatselijk`), the parts that it asks for
 * and the protocol says nothing about, what went along with what a local working-out drops, and what a follow-up may
 * name and does not.
 */
export function documentLosses(
    whole: Protocol,
    { protocol, unread }: Pick<Context, 'protocol' | 'unread'>,
    model: DocumentModel,
): readonly Loss[] {
    return [
        ...(model.open ?? []).map((item) => openLoss(protocol, item)),
        ...protocol.lost.map(droppedLoss),
        ...emptyParts({ element: protocol.name, by: FORM }, model.sections, unread),
        ...unnamed(whole, protocol),
    ];
}

function openLoss(protocol: Protocol, { type, what, element, reason, inheritedFrom: base }: OpenItem): Loss {
    const because = reason === undefined ? '' : ` (${reason})`;
    const inBase = base === undefined ? '' : ` in ${base}`;
    return {
        element: element === '' ? protocol.name : element,
        reason:
            type === 'unknown'
                ? { nl: `${what} is onbekend${inBase}${because}`, en: `${what} is unknown${inBase}${because}` }
                : {
                      nl: `${what} wordt plaatselijk ingevuld${inBase}${because}`,
                      en: `${what} is decided locally${inBase}${because}`,
                  },
    };
}

interface Asking {
    readonly element: string;
    /** what asks for a part */
    readonly by: Bilingual;
}

function emptyParts(asking: Asking, sections: readonly Section[], unread: boolean): Loss[] {
    return sections.flatMap((section): Loss[] => {
        const isEmpty =
            section.look === 'section' && section.blocks.some((b) => b.type === 'notice' && b.kind === 'empty');
        const heading = plainText(section.title);
        const title = `${section.number === undefined ? '' : `${section.number} `}${heading}`;
        const { element, by } = asking;
        const reason = unread
            ? {
                  nl: `${by.nl} vraagt “${title}”; daarover is niets gelezen, en in het draaiboek staat tekst die niet te lezen is`,
                  en: `${by.en} asks for “${title}”; nothing was read about it, and the protocol holds text that cannot be read`,
              }
            : {
                  nl: `${by.nl} vraagt “${title}”; het draaiboek zegt er niets over`,
                  en: `${by.en} asks for “${title}”; the protocol says nothing about it`,
              };
        const inside = section.look === 'card' ? { element: heading, by: CARD } : asking;
        return [...(isEmpty ? [{ element, reason }] : []), ...emptyParts(inside, section.sections, unread)];
    });
}

const FORM: Bilingual = { nl: 'het werkblad', en: 'the form' };
const CARD: Bilingual = { nl: 'de kaart', en: 'the card' };

const MAY_BE_NAMED = [
    ['roles', { nl: 'rollen', en: 'roles' }],
    ['organisations', { nl: 'organisaties', en: 'organisations' }],
    ['facts', { nl: 'gegevens', en: 'facts' }],
    ['documents', { nl: 'documenten', en: 'documents' }],
    ['sources', { nl: 'bronnen', en: 'sources' }],
] as const;

/** A follow-up knows the names of what it continues; those that it does not name are no part of it. */
function unnamed(whole: Protocol, { name, ...shown }: Protocol): Loss[] {
    return MAY_BE_NAMED.flatMap(([list, { nl, en }]) => {
        const here = new Set((shown[list] as readonly Named[]).map((e) => e.name));
        const left = (whole[list] as readonly Named[]).filter((e) => !here.has(e.name));
        return [...Map.groupBy(left, (e) => e.inheritedFrom ?? '')].map(([base, elements]) => {
            const names = enumerate(elements.map((e) => e.name));
            return {
                element: name,
                reason: {
                    nl: `${nl} van ${base} die hier niet worden genoemd, staan er niet in: ${names.nl}`,
                    en: `${en} of ${base} that are not named here are not in it: ${names.en}`,
                },
            };
        });
    });
}
