/** A text on one line: white space of any kind is one space. */
export function oneLine(text: string): string {
    return text.replace(/\s+/g, ' ').trim();
}
