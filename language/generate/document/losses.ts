import type { Protocol, UnknownItem } from '../../model/protocol.js';
import type { GenerateOptions, Loss } from '../generator.js';
import type { DocumentModel, Section } from './document.js';
import { droppedLoss } from '../dropped-loss.js';
import { plainText } from './claims.js';
import { withNamesUsed } from '../../model/names-used.js';
import { openItems } from './unknowns.js';

/**
 * What a document in the form for recognition cannot show: what the protocol leaves open (`onbekend`, `plaatselijk`),
 * and the parts of the form that it says nothing about. All else that a protocol says stands in the document.
 */
export function documentLosses(
    protocol: Protocol,
    { related, unread = false }: Pick<GenerateOptions, 'related' | 'unread'>,
    model: DocumentModel,
): readonly Loss[] {
    return [
        ...openItems(withNamesUsed(protocol, related), related).map((item) => unknownLoss(protocol, item)),
        ...protocol.lost.map(droppedLoss),
        ...emptyParts(protocol, model.sections, unread),
    ];
}

function unknownLoss(protocol: Protocol, item: UnknownItem): Loss {
    const because = item.reason === undefined ? '' : ` (${item.reason})`;
    const element = item.element === '' ? protocol.name : item.element;
    return item.type === 'unknown'
        ? { element, reason: { nl: `${item.what} is onbekend${because}`, en: `${item.what} is unknown${because}` } }
        : {
              element,
              reason: {
                  nl: `${item.what} wordt plaatselijk ingevuld${because}`,
                  en: `${item.what} is decided locally${because}`,
              },
          };
}

function emptyParts(protocol: Protocol, sections: readonly Section[], unread: boolean): Loss[] {
    return sections.flatMap((section): Loss[] => {
        const isEmpty =
            section.look === 'section' && section.blocks.some((b) => b.type === 'notice' && b.kind === 'empty');
        const title = `${section.number === undefined ? '' : `${section.number} `}${plainText(section.title)}`;
        const reason = unread
            ? {
                  nl: `het werkblad vraagt “${title}”; daarover is niets gelezen, en in het draaiboek staat tekst die niet te lezen is`,
                  en: `the form asks for “${title}”; nothing was read about it, and the protocol holds text that cannot be read`,
              }
            : {
                  nl: `het werkblad vraagt “${title}”; het draaiboek zegt er niets over`,
                  en: `the form asks for “${title}”; the protocol says nothing about it`,
              };
        return [
            ...(isEmpty ? [{ element: protocol.name, reason }] : []),
            ...emptyParts(protocol, section.sections, unread),
        ];
    });
}
