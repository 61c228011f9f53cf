/**
 * What XML 1.0 does not allow in any form, not even as a reference (section 2.2, Char): control characters, halves of
 * surrogate pairs, U+FFFE and U+FFFF. With them the control characters that it discourages.
 */
const NO_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff\p{Surrogate}]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
    '\t': '&#9;',
    '\n': '&#10;',
    '\r': '&#13;',
};

/** A text as the content of an element; a character that XML cannot hold is shown as `\u0007`. */
export function xmlText(text: string): string {
    return visible(text).replace(/[&<>\r]/g, (character) => REFERENCES[character] ?? character);
}

/** A text as the value of an attribute, between quotes of either kind; line breaks and tabs stay what they are. */
export function xmlAttribute(text: string): string {
    return visible(text).replace(/[&<>"'\t\n\r]/g, (character) => REFERENCES[character] ?? character);
}

function visible(text: string): string {
    return text.replace(NO_CHARACTER, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
