import type { AstNode, LangiumDocument } from 'langium';
import type { Fix } from '../../finding.js';
import { removal } from '../../fixes/remove.js';
import { placeOfCst } from '../../places.js';

/** "a, b of c" in both languages, as parameters of a message. */
export function oneOf(items: readonly string[]): { nearNl: string; nearEn: string } {
    const join = (or: string) => items.join(', ').replace(/, ([^,]*)$/, ` ${or} $1`);
    return { nearNl: join('of'), nearEn: join('or') };
}

/** The fix that takes a statement away. */
export function withoutLine(document: LangiumDocument, { $cstNode }: AstNode, safe = false): Fix[] {
    const title = { nl: 'Haal deze regel weg', en: 'Take this line away' };
    return $cstNode ? [removal(document, placeOfCst(document, $cstNode), title, safe)] : [];
}
