import type {
    Condition,
    Modality,
    Remark,
    Secrecy,
    Contradiction,
    Ref,
    Statement,
    Spoken,
    Block as ModelBlock,
} from '../../model/protocol.js';
import { statementsOf } from '../../model/queries.js';
import type { LocalValue, UnknownValue, Value } from '../../model/values.js';
import { boundText, conditionPhrases, dateText, quantityText, unitText } from '../../messages/wording.js';
import { citations, modalityInlines, reference, references } from './claims.js';
import type { ElementKind } from './anchors.js';
import type { Context } from './context.js';
import {
    enumerated,
    joined,
    paragraph,
    strong,
    text,
    withEnding,
    type Block,
    type Definition,
    type Inline,
} from './document.js';
import { label, WORDS } from './labels.js';
import { isWebAddress, prose, proseInlines } from './prose.js';
import { oneLine } from '../../text/one-line.js';

/** A value on one line; text of more lines loses its lay-out here, see {@link valueBlocks}. */
export function valueInlines(context: Context, value: Value): Inline[] {
    const nl = context.language === 'nl';
    switch (value.type) {
        case 'unknown': {
            const parts = openInlines(context, value);
            if (value.reason !== undefined) {
                parts.push(text(`: ${oneLine(value.reason)}`));
            }
            if (value.expected !== undefined) {
                parts.push(text(`, ${nl ? 'verwacht in' : 'expected in'} ${value.expected}`));
            }
            return parts;
        }
        case 'local': {
            const parts = openInlines(context, value);
            if (value.reason !== undefined) {
                parts.push(text(`: ${oneLine(value.reason)}`));
            }
            if (value.standard !== undefined) {
                parts.push(text(`, ${nl ? 'standaard' : 'by default'} ${value.standard.text}`));
            }
            return parts;
        }
        case 'text':
            return isWebAddress(value.text) && !value.markdown
                ? [{ type: 'link', href: value.text, content: [text(value.text)] }]
                : [...proseInlines(value.text, value.markdown)];
        case 'word':
            return [text(value.word)];
        case 'date':
            return [dateInline(context, value.date)];
        case 'quantity':
            return [text(quantityText(value, context.language))];
    }
}

/** `hoogstens`, the mark of what is open, and in what it is counted. */
function openInlines(context: Context, value: UnknownValue | LocalValue): Inline[] {
    const { bound, unit } = value;
    return [
        ...(bound ? [text(`${boundText(bound, context.language)} `)] : []),
        open(context, value.type),
        ...(unit === undefined ? [] : [text(unitText(value))]),
    ];
}

/** A value as blocks: text in triple quotes is read as Markdown. */
export function valueBlocks(context: Context, value: Value): readonly Block[] {
    return value.type === 'text' && value.markdown
        ? prose(value.text, value.markdown)
        : [paragraph(...valueInlines(context, value))];
}

/** Values behind each other: on one line, or a list where they are long or many lines. */
export function valuesBlocks(context: Context, values: readonly Value[]): readonly Block[] {
    const [only] = values;
    if (only === undefined) {
        return [];
    }
    if (values.length === 1) {
        return valueBlocks(context, only);
    }
    // what stands behind a quantity is about it, however long; only texts by themselves are items of a list
    const isText = values.every((v) => v.type === 'text');
    const isLong = values.some((v) => v.type === 'text' && (v.text.includes('\n') || (isText && v.text.length > 40)));
    if (isLong) {
        return [{ type: 'list', ordered: false, items: values.map((v) => valueBlocks(context, v)) }];
    }
    return [
        paragraph(
            ...joined(
                values.map((v) => valueInlines(context, v)),
                ', ',
            ),
        ),
    ];
}

export function open(context: Context, kind: 'unknown' | 'local'): Inline {
    return { type: 'open', open: kind, text: context.say(WORDS[kind]) };
}

export function dateInline(context: Context, iso: string): Inline {
    return { type: 'date', date: iso, text: dateText(iso, context.language) };
}

/** A fact in a sentence: its title in quotes, since that mostly is a sentence itself; its name where it has none. */
export function factInlines(context: Context, fact: Ref): Inline[] {
    const shown = reference(context, fact, 'fact');
    const isTitled = shown.type === 'reference' && shown.hint !== undefined;
    return isTitled ? [text('‘'), shown, text('’')] : [shown];
}

/** A condition with its facts as references. */
export function conditionInlines(context: Context, condition: Condition): Inline[] {
    return conditionPhrases(condition, context.language).flatMap((phrase): Inline[] => {
        switch (phrase.type) {
            case 'words':
                return [text(phrase.text)];
            case 'fact':
                return factInlines(context, phrase.fact);
            case 'informal':
                return [text(`“${oneLine(phrase.text)}”`)];
            case 'open':
                return valueInlines(context, phrase.value);
            case 'modality':
                return modalityInlines(context, phrase.modality);
        }
    });
}

/** Properties as rows, those with the same keyword together, in the order of the text. */
export function statementRows(context: Context, statements: readonly Statement[]): Definition[] {
    const byTerm = new Map<string, (readonly Block[])[]>();
    for (const statement of statements) {
        const term = termOf(context, statement);
        const details = byTerm.get(term) ?? [];
        details.push(statementBlocks(context, statement));
        byTerm.set(term, details);
    }
    return [...byTerm].map(([term, details]) => ({ term: [text(term)], details }));
}

function termOf(context: Context, { kind, subject }: Statement): string {
    return kind === 'kenmerk' && subject !== undefined ? oneLine(subject) : label(kind, context.language);
}

/** The value of a property with its subject, its modality and its notes. */
export function statementBlocks(context: Context, statement: Statement): readonly Block[] {
    const { kind, subject, values, modality, after, provenance } = statement;
    const heading = subject !== undefined && kind !== 'kenmerk' ? [strong(text(oneLine(subject)))] : [];
    const before: Inline[] = [
        ...heading,
        ...(heading.length > 0 && values.length > 0
            ? [text(/\p{L}$|\p{N}$|[)’”]$/u.test(oneLine(subject ?? '')) ? ': ' : ' ')]
            : []),
        ...modalityBefore(context, modality, values),
    ];
    const blocks = withBeginning(valuesBlocks(context, values), before);
    return withEnding(blocks, [
        ...afterInlines(context, after),
        ...citations(context, provenance),
        ...contradicted(context, statement),
    ]);
}

/** How firm what is said is; before a sentence of the protocol with a colon, so that each stays as it was written. */
export function modalityBefore(context: Context, modality: Modality | undefined, [first]: readonly Value[]): Inline[] {
    const isSentence = /^\P{L}*\p{Lu}/u.test(first?.type === 'text' ? first.text : '');
    const inlines = modalityInlines(context, modality);
    return isSentence && inlines.length > 0 ? inlines.with(-1, text(': ')) : inlines;
}

/** References in a row, and what of the list is open: `Huisarts, onbekend`. */
export function listInlines(
    context: Context,
    refs: readonly Ref[],
    value: Value | undefined,
    ...kinds: readonly ElementKind[]
): Inline[] {
    const named = references(context, refs, ...kinds);
    return value ? [...named, text(refs.length > 0 ? ', ' : ''), ...valueInlines(context, value)] : named;
}

/** Whose consent is needed, of which each must give it: `Gezin en Hulpverlener`. */
export function consentInlines(context: Context, { consentOf, consentOfValue }: Secrecy): Inline[] {
    const named = consentOf.map((ref) => [reference(context, ref, 'role')]);
    return enumerated(
        [...named, ...(consentOfValue ? [valueInlines(context, consentOfValue)] : [])],
        context.say(WORDS.and),
    );
}

/** From when a term counts: ` na onbekend`. */
export function afterInlines(context: Context, after: Value | undefined): Inline[] {
    return after ? [text(context.language === 'nl' ? ' na ' : ' after '), ...valueInlines(context, after)] : [];
}

/** The blocks with inlines before the first line of text. */
export function withBeginning(blocks: readonly Block[], before: readonly Inline[]): readonly Block[] {
    const [first, ...rest] = blocks;
    if (before.length === 0) {
        return blocks;
    }
    return first?.type === 'paragraph'
        ? [{ ...first, content: [...before, ...first.content] }, ...rest]
        : [paragraph(...before), ...blocks];
}

/** Text of the protocol with its notes. */
export function proseBlocks(
    context: Context,
    said: { readonly text: string; readonly markdown?: boolean } & Pick<ModelBlock, 'provenance'>,
): readonly Block[] {
    return withEnding(prose(said.text, said.markdown), citations(context, said.provenance));
}

/** Those statements of a kind that name nothing but are `onbekend` or `plaatselijk`, a line each. */
export function openLines(context: Context, open: readonly Statement[], kind: string): Inline[][] {
    return open
        .filter((s) => s.kind === kind)
        .map((s) => [
            ...modalityInlines(context, s.modality),
            ...s.values.flatMap((v) => valueInlines(context, v)),
            ...citations(context, s.provenance),
        ]);
}

/** What somebody said. */
export function spokenBlock(context: Context, spoken: Spoken): Block {
    const by: Inline[] = [text(label(spoken.kind, context.language))];
    if (spoken.who !== undefined) {
        by.push(text(context.language === 'nl' ? ' van ' : ' of '), text(spoken.who));
    } else if (spoken.whoValue) {
        by.push(text(context.language === 'nl' ? ' van ' : ' of '), ...valueInlines(context, spoken.whoValue));
    }
    if (spoken.date !== undefined) {
        by.push(text(', '), dateInline(context, spoken.date));
    }
    if (spoken.dateValue) {
        by.push(text(context.language === 'nl' ? ' op ' : ' on '), ...valueInlines(context, spoken.dateValue));
    }
    const blocks: readonly Block[] = spoken.textValue
        ? [
              {
                  type: 'paragraph',
                  content: [...valueInlines(context, spoken.textValue), ...citations(context, spoken.provenance)],
              },
          ]
        : proseBlocks(context, spoken);
    return {
        type: 'quotation',
        blocks: withBeginning(blocks, modalityBefore(context, spoken.modality, [{ type: 'text', text: spoken.text }])),
        by,
    };
}

/** How far a remark or a follow-up is (`stand open`), with who says so. */
export function stateInlines(context: Context, block: Pick<ModelBlock, 'statements'>, state: string): Inline[] {
    const claims = statementsOf(block, 'stand').flatMap((s) => s.provenance);
    return [text(' '), { type: 'mark', mark: 'state', text: state }, ...citations(context, claims)];
}

/** The properties of a remark or a follow-up that do not stand in its first line. */
export function statementsBesidesState(context: Context, block: Pick<ModelBlock, 'statements'>): Definition[] {
    return statementRows(
        context,
        block.statements.filter((s) => s.kind !== 'stand' || s.values.some((v) => v.type === 'unknown')),
    );
}

/** Pointers to the contradictions about what is stated, where it stands. */
export function contradicted(context: Context, stated: object): Inline[] {
    return context.notes.about(stated).flatMap((c): Inline[] => [
        text(' ('),
        {
            type: 'reference',
            to: context.notes.idOf(c),
            text: `${context.language === 'nl' ? 'tegenspraak' : 'contradiction'}: ${oneLine(c.title)}`,
        },
        text(')'),
    ]);
}

/** Pointers to the remarks and contradictions of a block, which stand in full at the end of the document. */
export function pointers(context: Context, block: ModelBlock): Block[] {
    const to = (note: Remark | Contradiction, words: string): Block => ({
        type: 'notice',
        kind: 'sides' in note ? 'contradiction' : 'remark',
        title: [{ type: 'reference', to: context.notes.idOf(note), text: words }],
        blocks: [],
    });
    const nl = context.language === 'nl';
    return [
        ...block.contradictions.map((c) => to(c, `${nl ? 'Tegenspraak' : 'Contradiction'}: ${oneLine(c.title)}`)),
        ...block.remarks.map((r) =>
            to(
                r,
                `${nl ? 'Opmerking' : 'Remark'}${r.author === undefined ? '' : ` ${nl ? 'van' : 'by'} ${r.author}`}${r.state === undefined ? '' : ` (${r.state})`}`,
            ),
        ),
    ];
}
