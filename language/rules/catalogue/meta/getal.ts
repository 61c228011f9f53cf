import { areApart, hasFigure, sameUnit, type Span } from '../../../model/amounts.js';
import type { Block, Place, Stated } from '../../../model/protocol.js';
import { daysIn, interval, isVague, type Quantity, type Value } from '../../../model/values.js';
import { numbersIn, type AmountInText } from '../../../text/amounts-in-text.js';
import { blocksOf, blocksOutside, type OwnedBlock } from '../../blocks.js';
import { placeOfText } from '../../places.js';
import { defineRule, type Report, type RuleContext } from '../../rule.js';
import { CONTACT_UNITS } from '../../vocabularies.js';

const messages = {
    differs: {
        nl: 'Hier staat “{value}”, en de aanhaling uit bron `{source}` zegt “{quoted}”. Neem het getal van de bron over, of haal aan waar dit getal staat.',
        en: 'This says “{value}”, and the quotation from source `{source}` says “{quoted}”. Take over the number of the source, or quote where this number stands.',
    },
} as const;

export const getal = defineRule({
    code: 'meta/getal',
    severity: 'warning',
    title: {
        nl: 'Een getal staat zo ook in zijn aanhaling',
        en: 'A number stands like that in its quotation too',
    },
    reason: {
        nl: 'Een aanhaling achter `volgens` is het bewijs van wat ervoor staat. Noemt zij van hetzelfde een ander getal, dan klopt een van beide niet. Er wordt alleen vergeleken wat zeker hetzelfde is: één precies getal, en in de aanhaling één getal met dezelfde eenheid of hetzelfde getal in een andere tijdseenheid (“6 maanden” bij `6 weken`), in cijfers of in woorden tot en met twaalf. Een gemiddelde, een bereik of “ongeveer” in de aanhaling telt niet.',
        en: 'A quotation behind `volgens` is the proof of what stands before it. Where it gives another number of the same, one of the two is wrong. Only what is certainly the same is compared: one exact number, and in the quotation one number with the same unit or the same number in another unit of time (“6 maanden” at `6 weken`), in figures or in Dutch words up to twaalf. A mean, a range or “ongeveer” in the quotation does not count.',
    },
    noFix: {
        nl: 'Of het getal of de aanhaling niet klopt, is alleen in de bron te zien.',
        en: 'Whether the number or the quotation is wrong only the source shows.',
    },
    messages,
    wrong: `
bron Handboek
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Kennismaking "Kennismaken" {
            contacten 5 volgens Handboek "In de kennismaking zijn er zes gesprekken."
        }
        einde Klaar
    }
}
`,
    right: `
bron Handboek
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Kennismaking "Kennismaken" {
            contacten 6 volgens Handboek "In de kennismaking zijn er zes gesprekken."
        }
        einde Klaar
    }
}
`,
    checkProtocol: (protocol, report, context) => {
        blocksOf(protocol).forEach((owned) => {
            checkBlock(owned, report, context);
        });
    },
    checkFile: (file, report, context) => {
        blocksOutside(file).forEach((owned) => {
            checkBlock(owned, report, context);
        });
    },
});

/** A quantity with what it is said of and by whom. */
interface Said extends Stated {
    readonly kind: string;
    readonly quantity: Quantity;
}

function checkBlock({ block }: OwnedBlock, report: Report<keyof typeof messages>, { document }: RuleContext): void {
    for (const { kind, quantity, provenance, at } of quantitiesOf(block)) {
        for (const { quote, source } of provenance) {
            const other = quote === undefined ? undefined : contradicting(kind, quantity, quote);
            if (other) {
                report({
                    message: 'differs',
                    at: whereIn(at, quantity, document),
                    parameters: { value: quantity.text, source: source ?? '', quoted: other.text },
                    data: { value: quantity.text, quoted: other.text },
                });
                break;
            }
        }
    }
}

function whereIn(at: Place, { text }: Quantity, document: RuleContext['document']): Place {
    return placeOfText(document, at, text);
}

/** The lists of a block, beside its statements, that hold one value each: what they are called. */
const LISTS = Object.entries({ deadlines: 'termijn', meetings: 'gesprekken', contactBudgets: 'contactbudget' });

function quantitiesOf(block: Block): Said[] {
    const found: Said[] = [];
    for (const { kind, values, provenance, at } of block.statements) {
        const [value] = values;
        if (values.length === 1 && value && isQuoted(provenance) && isExactFigure(value)) {
            found.push({ kind, quantity: value, provenance, at });
        }
    }
    for (const [list, kind] of LISTS) {
        const items = (block as unknown as Record<string, readonly (Stated & { value?: Value })[] | undefined>)[list];
        for (const { value, provenance, at } of items ?? []) {
            if (value && isQuoted(provenance) && isExactFigure(value)) {
                found.push({ kind, quantity: value, provenance, at });
            }
        }
    }
    return found;
}

function isQuoted(provenance: Stated['provenance']): boolean {
    return provenance.some((p) => p.quote !== undefined);
}

function isExactFigure(value: Value): value is Quantity {
    return (
        value.type === 'quantity' && !isVague(value) && hasFigure(value) && value.total === undefined && !value.parts
    );
}

/** The one amount of a quotation that is of the same and cannot be as much; undefined where that is not certain. */
function contradicting(kind: string, quantity: Quantity, quote: string): AmountInText | undefined {
    const { numbers, amounts } = numbersIn(quote, (word) => isUnitOf(kind, quantity, word));
    const [amount] = amounts;
    if (!amount) {
        return inOtherUnit(quantity, quote);
    }
    const isSame = amounts.length !== 1 || numbers.some((n) => n === quantity.low || n === quantity.high);
    if (isSame || (quantity.low !== quantity.high && quantity.bound === undefined)) {
        return undefined;
    }
    const { per } = quantity;
    const isOften = per === undefined ? amount.per === undefined : per.count === 1 && sameUnit(per.unit, amount.per);
    const isOtherLimit = amount.limit !== undefined && amount.limit === quantity.bound;
    return isOften && (isOtherLimit || areApart(interval(quantity), spanOf(amount))) ? amount : undefined;
}

/** The same number in another unit of time, where it is the only one of that number: `6 weken` and “6 maanden”. */
function inOtherUnit(quantity: Quantity, quote: string): AmountInText | undefined {
    const { low, high, unit = '', per } = quantity;
    const size = daysIn(unit);
    if (size === undefined || low === undefined || low !== high || per !== undefined) {
        return undefined;
    }
    const { numbers, amounts } = numbersIn(quote, (word) => daysIn(word) !== undefined);
    const [amount, ...others] = amounts;
    return amount?.number === low &&
        others.length === 0 &&
        amount.per === undefined &&
        daysIn(amount.unit) !== size &&
        numbers.filter((n) => n === low).length === 1
        ? amount
        : undefined;
}

function isUnitOf(kind: string, { unit }: Quantity, word: string): boolean {
    if (unit === undefined) {
        return /^(contacten|gesprekken|contactbudget)$/.test(kind) && word !== 'keer' && CONTACT_UNITS.includes(word);
    }
    return unit === '%' ? /^(%|procent)$/.test(word) : sameUnit(unit, word);
}

function spanOf({ number, limit }: AmountInText): Span {
    return {
        low: limit === 'at-most' ? 0 : number,
        high: limit === 'at-least' ? Number.POSITIVE_INFINITY : number,
        lowIncluded: true,
        highIncluded: limit !== 'at-least',
    };
}
