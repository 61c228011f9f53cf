import type { Place } from '../../../model/protocol.js';
import type { Fix } from '../../finding.js';

/** The fix that writes something else. @param newText a name, or a path with its quotes */
export function replacement(at: Place, newText: string, safe: boolean): Fix {
    const shown = newText.startsWith('"') ? newText : `\`${newText}\``;
    return {
        title: { nl: `Maak er ${shown} van`, en: `Make it ${shown}` },
        edits: [{ at, newText }],
        safe,
    };
}

/** "a, b of c" in both languages, as parameters of a message. */
export function oneOf(items: readonly string[]): { nearNl: string; nearEn: string } {
    const join = (or: string) => items.join(', ').replace(/, ([^,]*)$/, ` ${or} $1`);
    return { nearNl: join('of'), nearEn: join('or') };
}
