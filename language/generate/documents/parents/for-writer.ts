import { forEachBlock } from '../../../model/blocks-within.js';
import type { Named, Statement } from '../../../model/protocol.js';
import { stepsOf, textsOf } from '../../../model/queries.js';
import { reference } from '../../document/claims.js';
import type { Context } from '../../document/context.js';
import { text, type Block, type Inline, type Section } from '../../document/document.js';
import { bullets, line, part } from '../blocks.js';
import { refTo } from '../matrices/goals.js';
import { LONG_SENTENCE, longSentences, unexplainedTerms, wordCount } from './language.js';

/** What whoever writes the protocol may still do: it stands on a page of its own, to take out before this is handed out. */
export function remarksForWriter(context: Context): Section {
    const { say } = context;
    const texts = statementsForParents(context);
    const long = texts.flatMap(textsOf).flatMap(longSentences);
    const terms = unexplainedTerms(texts.flatMap(textsOf).join(' '), explained(context));
    const lacking = elementsWithout(context);
    const blocks = (title: { nl: string; en: string }, found: readonly (readonly Inline[])[]): Block[] => [
        { type: 'minor-heading', content: [text(say(title))] },
        ...(found.length === 0 ? [line(context, { nl: 'Geen.', en: 'None.' })] : bullets(found)),
    ];
    return {
        ...part(context, 'voor-de-schrijver', { nl: 'Voor wie dit stuk maakt', en: 'For whoever makes this' }, [
            line(context, {
                nl: 'Haal deze bladzijde weg voordat u het stuk uitdeelt. Draaiboek herschrijft niets: deze lijst zegt alleen waar u kunt kijken.',
                en: 'Take this page out before you hand it out. Draaiboek rewrites nothing: this list only says where to look.',
            }),
            ...blocks({ nl: 'Onderdelen zonder tekst “voor ouders”', en: 'Elements without a text “voor ouders”' }, lacking),
            ...blocks(
                { nl: `Zinnen van meer dan ${String(LONG_SENTENCE)} woorden`, en: `Sentences of more than ${String(LONG_SENTENCE)} words` },
                long.map((s) => [text(`${s} (${String(wordCount(s))})`)]),
            ),
            ...blocks(
                { nl: 'Woorden die niet zijn uitgelegd', en: 'Words that are not explained' },
                terms.map((t) => [text(t)]),
            ),
        ]),
        look: 'card',
    };
} // prettier-ignore

function statementsForParents({ protocol, shared }: Context): readonly Statement[] {
    const found: Statement[] = [];
    forEachBlock([protocol, shared.roles], (block) => {
        found.push(...block.statements.filter((s) => s.kind === 'voor ouders'));
    });
    return [...new Set(found)];
}

/** Words that a `begrip` explains. */
function explained({ shared }: Context): ReadonlySet<string> {
    return new Set(
        shared.concepts
            .filter((c) => c.text !== undefined)
            .flatMap((c) => [c.name, c.title ?? ''])
            .map((n) => n.toLowerCase()),
    );
}

/** What parents meet, and has no text for them. */
function elementsWithout(context: Context): readonly (readonly Inline[])[] {
    const { protocol, say } = context;
    const isSilent = (e: { readonly statements: readonly Statement[] }) => !e.statements.some((s) => s.kind === 'voor ouders');
    const of = (elements: readonly Named[], kind: Parameters<typeof reference>[2], word: { nl: string; en: string }) =>
        elements.filter(isSilent).map((e): readonly Inline[] => [text(`${say(word)}: `), reference(context, refTo(e), ...(kind ? [kind] : []))]);
    return [
        ...(isSilent(protocol) ? [[text(say({ nl: 'de interventie zelf', en: 'the intervention itself' }))]] : []),
        ...of(stepsOf(protocol.process), 'node', { nl: 'stap', en: 'step' }),
        ...of(protocol.handovers, 'handover', { nl: 'overdracht', en: 'handover' }),
        ...of((protocol.process?.nodes ?? []).filter((n) => n.kind === 'end' && !n.implicit), 'node', { nl: 'einde', en: 'end' }),
    ];
} // prettier-ignore
