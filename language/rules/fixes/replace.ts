import type { Place } from '../../model/protocol.js';
import { HARD_WORDS } from '../../syntax/tokens.js';
import type { Bilingual } from '../../text/bilingual.js';
import type { Fix } from '../finding.js';
import { markOf } from './marks-unknown.js';

/** A fix that writes something else in a place, mostly a word. */
export function replacement(at: Place, newText: string, safe = false): Fix {
    const shown = inSigns(newText);
    return { title: { nl: `Maak er ${shown} van`, en: `Make it ${shown}` }, edits: [{ at, newText }], safe };
}

/** A fix that writes something behind a place, on the same line: `volgens Handboek`, `binnen onbekend`. */
export function addedBehind({ file, range: { end } }: Place, newText: string, title?: Bilingual): Fix {
    const shown = inSigns(newText.replace(/^[,\s]+/, ''));
    const glue = /^[,:]/.test(newText) ? '' : ' ';
    return {
        title: title ?? { nl: `Zet er ${shown} achter`, en: `Put ${shown} behind it` },
        edits: [{ at: { file, range: { start: end, end } }, newText: glue + newText }],
        safe: false,
        ...markOf([newText]),
    };
}

/** A name as it must be written: with the escape where it is a word of the language. */
export function written(name: string): string {
    return HARD_WORDS.has(name) ? `^${name}` : name;
}

/** A text of the protocol between quotation marks, on one line. */
export function inQuotes(text: string): string {
    return `"${text.replaceAll('"', '’').replace(/\s+/g, ' ').trim()}"`;
}

function inSigns(text: string): string {
    return text.startsWith('"') ? text : `\`${text}\``;
}
