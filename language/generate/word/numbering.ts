import { W } from './style.js';

/** The lists of a document: one for all bullets, and one for each numbered list, so that each begins where it says. */
export class Numbering {
    readonly bullets = 1;
    private readonly starts: { readonly start: number; readonly level: number }[] = [];

    /** A list of its own that counts from `start`. */
    ordered(start: number, level: number): number {
        this.starts.push({ start, level: Math.min(level, 8) });
        return this.starts.length + 1;
    }

    /** `word/numbering.xml`. */
    xml(): string {
        const levels = (format: (level: number) => string) =>
            Array.from({ length: 9 }, (_, level) => `<w:lvl w:ilvl="${String(level)}">${format(level)}</w:lvl>`).join(
                '',
            );
        const indent = (level: number) =>
            `<w:pPr><w:ind w:left="${String((level + 1) * 340)}" w:hanging="340"/></w:pPr>`;
        const bullets = levels(
            (level) =>
                `<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="${level % 2 === 0 ? '•' : '–'}"/><w:lvlJc w:val="left"/>${indent(level)}`,
        );
        const figures = levels(
            (level) =>
                `<w:start w:val="1"/><w:numFmt w:val="${level % 2 === 0 ? 'decimal' : 'lowerLetter'}"/><w:lvlText w:val="%${String(level + 1)}."/><w:lvlJc w:val="left"/>${indent(level)}`,
        );
        const lists = this.starts.map(
            ({ start, level }, i) =>
                `<w:num w:numId="${String(i + 2)}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="${String(level)}"><w:startOverride w:val="${String(start)}"/></w:lvlOverride></w:num>`,
        );
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
            `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${bullets}</w:abstractNum>` +
            `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>${figures}</w:abstractNum>` +
            `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${lists.join('')}</w:numbering>`
        );
    }
}
