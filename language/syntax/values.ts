import { DefaultValueConverter, GrammarAST, type CstNode, type ValueType } from 'langium';
import { partsOfGlued } from './glued.js';

/** Data type rules of more than one word: their value is what stands in the text, with single spaces. */
const PHRASES = new Set('MODALITY BOUND STEPSBOUND UNIT COUNTEDIN PERIOD MONTH DAY'.split(' '));
/** The same, of words of the language only; these may be written as one, and are read as more (syntax/glued.ts). */
const FIXED_PHRASES = new Set('VOOROUDERS NIETPRIMAIRDOEL EFFECTOUTCOME GROUPKIND ENDREASON'.split(' '));

type Convert = (image: string, cst: CstNode) => ValueType;

/** From the image of a token to the value in the syntax tree. What to do is found once for each place in the grammar. */
export class DraaiboekValueConverter extends DefaultValueConverter {
    private readonly known = new Map<GrammarAST.AbstractElement | undefined, Convert>();

    override convert(input: string, cstNode: CstNode): ValueType {
        let convert = this.known.get(cstNode.grammarSource);
        if (!convert) {
            convert = conversionOf(cstNode.grammarSource) ?? ((image, cst) => super.convert(image, cst));
            this.known.set(cstNode.grammarSource, convert);
        }
        return convert(input, cstNode);
    }
}

function conversionOf(source: GrammarAST.AbstractElement | undefined): Convert | undefined {
    const called = GrammarAST.isCrossReference(source) ? source.terminal : source;
    const name = GrammarAST.isRuleCall(called) ? called.rule.$refText.toUpperCase() : '';
    switch (name) {
        case 'NAME':
        case 'INLINE':
        case 'WORD':
        case 'FIRST_WORD':
        case 'INDICATORCODE':
            return toName;
        case 'TEXT':
            return toText;
        case 'NUMBER':
        case 'FIRST_NUMBER':
        case 'DATE':
            return (image) => image;
        default:
            return FIXED_PHRASES.has(name)
                ? (_, cst) => partsOfGlued(cst.text)?.join(' ') ?? inSingleSpaces(cst)
                : PHRASES.has(name)
                  ? (_, cst) => inSingleSpaces(cst)
                  : undefined;
    }
}

function inSingleSpaces(cst: CstNode): string {
    return toName(cst.text.replace(/\s+/g, ' '));
}

/** A name as it is compared: without the escape, composed (NFC). */
export function toName(image: string): string {
    const name = image.startsWith('^') ? image.slice(1) : image;
    return isAscii(name) ? name : name.normalize('NFC');
}

function isAscii(text: string): boolean {
    for (let i = 0; i < text.length; i++) {
        if (text.charCodeAt(i) > 0x7f) {
            return false;
        }
    }
    return true;
}

/** The content of a text in quotes, curly quotes or triple quotes; a missing end is no part of it. */
export function toText(image: string): string {
    if (image.startsWith('"""')) {
        return dedent(image.endsWith('"""') && image.length >= 6 ? image.slice(3, -3) : image.slice(3));
    }
    const closed = image.length > 1 && /["\u201C\u201D]$/.test(image);
    return closed ? image.slice(1, -1) : image.slice(1).trimEnd();
}

/**
 * Text between triple quotes without the indentation that its lines share and without empty lines around it.
 * Line ends become `\n`. Two spaces or more at the end of a line above another are a hard break in Markdown: two stay.
 */
export function dedent(text: string): string {
    const lines = text.split(/\r\n|\r|\n/);
    const [first = ''] = lines;
    if (lines.length === 1) {
        return first.trim();
    }
    const rest = lines.slice(1);
    const margins = rest.filter((l) => l.trim() !== '').map((l) => /^[ \t]*/.exec(l)?.[0].length ?? 0);
    const margin = margins.reduce((least, length) => Math.min(least, length), margins[0] ?? 0);
    const body = [first.trimStart(), ...rest.map((l) => l.slice(margin))].map((line, i, all) => {
        const said = line.trimEnd();
        const breaks = said !== '' && / {2}$/.test(line) && (all[i + 1] ?? '').trim() !== '';
        return breaks ? `${said}  ` : said;
    });
    const isFilled = (line: string): boolean => line !== '';
    return body.slice(Math.max(0, body.findIndex(isFilled)), body.findLastIndex(isFilled) + 1).join('\n');
}
