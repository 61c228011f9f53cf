import { Window } from 'happy-dom';
import MarkdownIt from 'markdown-it';
import { dateText } from '../../../language/messages/wording.js';

const markdown = new MarkdownIt({ html: false });
const { document } = new Window();

/** What a reader of an HTML page sees, without white space. */
export function textOfHtml(html: string): string {
    const body = document.createElement('div');
    body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html;
    return bare(body.textContent);
}

/** What a reader of Markdown sees, without white space. */
export function textOfMarkdown(source: string): string {
    return textOfHtml(markdown.render(source));
}

/** How a text of a protocol stands in a document: a date in words, a text of more lines as Markdown. */
export function asShown(text: string): string {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
        return bare(dateText(text, 'nl'));
    }
    return text.includes('\n') ? textOfMarkdown(text) : bare(text);
}

export function bare(text: string): string {
    return text.replace(/\s+/g, '');
}

/** Words of the model that are no text of the author: kinds, types, places, what the model computes, what another protocol says. */
const NO_TEXT = new Set([
    'at', 'nameAt', 'nextAt', 'type', 'kind', 'mode', 'phase', 'outcome', 'modality', 'consentOfModality', 'filledByModality', 'goalsModality', 'performerModality', 'roleModality', 'withModality', 'arrows', 'start', 'parent', 'frameworkIndicators',
    'unknowns', 'openInBase', 'quantifier', 'elementKind', 'container', 'where', 'has', 'children',
]); // prettier-ignore

/** Every text in a part of the model, with the way to it. */
export function* textsIn(value: unknown, path = ''): Generator<{ readonly path: string; readonly text: string }> {
    if (typeof value === 'string') {
        if (value.trim() !== '') {
            yield { path, text: value };
        }
    } else if (Array.isArray(value)) {
        for (const [i, item] of value.entries()) {
            yield* textsIn(item, `${path}/${String(i)}`);
        }
    } else if (typeof value === 'object' && value !== null) {
        if ('type' in value && value.type === 'quantity' && 'text' in value) {
            yield { path: `${path}/text`, text: String(value.text) };
            return;
        }
        const named = Object.entries(value).filter(
            ([key, part]) => !NO_TEXT.has(key) && !isUnwrittenName(value, key, part),
        );
        for (const [key, part] of named) {
            yield* textsIn(part, `${path}/${key}`);
        }
    }
}

/** An implicit end, and a group that nobody named, have a name that stands in no text. */
function isUnwrittenName(element: object, key: string, value: unknown): boolean {
    return (
        key === 'name' && (('implicit' in element && element.implicit === true) || /^groep-\d+$/.test(String(value)))
    );
}
