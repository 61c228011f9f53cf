import { boundText, conditionText, modalityText, valueText } from '../messages/wording.js';
import type { Modality, Place, Provenance } from '../model/protocol.js';
import type { Bound, Value } from '../model/values.js';
import { cut } from '../text/cut.js';
import { oneLine } from '../text/one-line.js';
import type { Said } from './change.js';
import { isRef, isStated } from './keys.js';
import type { Item } from './tree.js';

/** What stands in the text at a place; undefined where the text is not at hand. */
export type TextAt = (place: Place) => string | undefined;

/** As much of a text as is told; the place says where the rest is. */
const LONGEST = 4_000;

/** What an item says, as it stands in the text without its keyword; or, where the text is not at hand, as the model has it. */
export function asSaid({ value, word, at }: Item, textAt: TextAt): Said {
    const written = at && !isRef(value) ? textAt(at) : undefined;
    const text = written === undefined ? inWords(value) : withoutKeyword(oneLine(written), word);
    return { text: cut(text, LONGEST), ...(at ? { at } : {}) };
}

/** Who says an item, as it stands in the text; empty where it says nothing of that itself. */
export function claimsSaid({ value, at }: Item, textAt: TextAt): Said {
    const claims = ownClaims(value).map((p) => oneLine(textAt(p.at) ?? inWords(p)));
    return { text: cut(claims.join(' '), LONGEST), ...(at ? { at } : {}) };
}

/** What an item says, without who says it. */
export function withoutClaims(item: Item, textAt: TextAt): string {
    const { text } = asSaid(item, textAt);
    const [first] = ownClaims(item.value).map((p) => text.indexOf(oneLine(textAt(p.at) ?? '')));
    return first === undefined || first <= 0 ? text : text.slice(0, first).trim();
}

function ownClaims(value: unknown): readonly Provenance[] {
    return isStated(value) ? (value.provenance as readonly Provenance[]).filter((p) => !p.fromBlock) : [];
}

/** What stands behind the keyword. */
export function withoutKeyword(text: string, keyword: string): string {
    const rest = text.startsWith(keyword) ? text.slice(keyword.length) : text;
    return rest.replace(/^[: ] */, '').trim();
}

/** A part of the model in words. */
function inWords(part: unknown): string {
    if (part === true) {
        return '';
    }
    if (typeof part === 'string') {
        return MODALITIES.has(part) ? modalityText(part as Modality, 'nl') : (WORDS[part] ?? `"${oneLine(part)}"`);
    }
    if (typeof part !== 'object' || part === null) {
        return String(part);
    }
    if (isRef(part)) {
        return part.name;
    }
    const { type } = part as { type?: string };
    if (VALUES.has(type ?? '')) {
        const text = valueText(part as Value, 'nl');
        return type === 'text' ? `"${text}"` : text;
    }
    if (CONDITIONS.has(type ?? '')) {
        return conditionText(part as Parameters<typeof conditionText>[0], 'nl');
    }
    const { bound } = part as { bound?: Bound };
    return [
        ...(typeof bound === 'string' ? [boundText(bound, 'nl')] : []),
        ...Object.entries(part)
            .filter(
                ([field, v]) =>
                    v !== undefined &&
                    v !== false &&
                    !['at', 'provenance', 'bound', 'fromBlock', 'derived', 'nameAt'].includes(field),
            )
            .map(([, v]) => (Array.isArray(v) ? v.map(inWords).join(', ') : inWords(v)))
            .filter((t) => t !== ''),
    ].join(' ');
}

const VALUES: ReadonlySet<string> = new Set(['unknown', 'local', 'text', 'word', 'date', 'quantity']);
const CONDITIONS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'informal', 'open', 'modal', 'fact']);
const MODALITIES: ReadonlySet<string> = new Set([
    'usually',
    'in-principle',
    'if-needed',
    'preferably',
    'possibly',
    'aimed',
]);

/** How the model calls what the text says by a word. */
const WORDS: Readonly<Record<string, string>> = {
    'yes-no': 'ja/nee',
    number: 'aantal',
    date: 'datum',
    text: 'tekst',
    'one-of': 'een van',
    unspecified: 'niet gezegd',
    shown: 'aangetoond',
    'not-shown': 'niet aangetoond',
    'not-answered': 'niet beantwoord',
    supposed: 'verondersteld',
    unknown: 'onbekend',
};
