import { createContext, type Context } from '../../document/context.js';
import { enter } from '../../document/claims.js';
import { paragraph, text, type Block, type DocumentModel, type Inline, type Section } from '../../document/document.js';
import { nothingSaid } from '../../document/element.js';
import { withoutNames, withoutPointers } from '../../document/tidy.js';
import type { GenerateOptions } from '../../generator.js';
import type { Protocol } from '../../../model/protocol.js';
import { framed } from '../frame.js';
import { leftOutSection, sizeSection } from './about.js';
import { UNVERIFIED, WERKBLAD } from './edition.js';
import { contentOf, ELEMENT_PARTS, withoutPlaced } from './parts.js';
import { partsOf, type Template, type TemplateSection } from './template.js';
import { wordsIn } from './words.js';

export interface Built {
    readonly model: DocumentModel;
    readonly context: Context;
}

/**
 * The form for recognition, filled in with what a protocol says: each part where the form has it, what the form does not
 * ask at the end, and what is left out in a list with the reason. Nothing gets lost between the two.
 */
export function buildWerkblad(protocol: Protocol, options: GenerateOptions): Built {
    const { related, language, unread, settings } = options;
    const outer = createContext(protocol, related, language, unread);
    const { context } = enter(outer, outer.protocol);
    const template = options.template ?? withLimit(WERKBLAD, settings.limits.summaryWords);
    const parts = partsOf(template);
    const rest = withoutPlaced(context, parts);
    const leftOut = template.leftOut ?? [];
    const filled = template.sections.map((s) => filledIn(context, rest, s));
    const [first, ...others] = filled.map((f) => f.section);
    const sections = [
        ...(first ? [{ ...first, blocks: [aboutForm(context, template), ...first.blocks] }] : []),
        ...others,
        ...notAsked(context, rest, new Set([...parts, ...leftOut.map((l) => l.part)])),
        ...sizeSection(
            context,
            filled.flatMap((f) => f.sizes),
        ),
        ...leftOutSection(context, leftOut),
    ];
    const without = new Set(leftOut.map((l) => l.part));
    const kind = { nl: template.title, en: template.english ?? template.title };
    const model = framed(context, options, { kind, sections: trimmed(sections, without), sources: 'inside' });
    return { model, context };
}

/** The form as it comes with the tool, with the limit on the summary that the settings say. */
function withLimit(template: Template, summaryWords: number): Template {
    return {
        ...template,
        sections: template.sections.map((s) =>
            s.parts?.includes('samenvatting') && s.words !== undefined ? { ...s, words: summaryWords } : s,
        ),
    };
}

function aboutForm({ say }: Context, { follows, followsInEnglish, verified }: Template): Block {
    return {
        type: 'notice',
        kind: 'information',
        title: [text(verified ? say({ nl: 'Over deze indeling', en: 'About this order' }) : say(UNVERIFIED))],
        blocks: [paragraph(text(say({ nl: follows, en: followsInEnglish ?? follows })))],
    };
}

/** How many words a section has, and how many it may have. */
export interface Size {
    readonly title: string;
    readonly words: number;
    readonly limit: number | undefined;
}

interface Filled {
    readonly section: Section;
    readonly sizes: readonly Size[];
}

function filledIn(whole: Context, rest: Context, asked: TemplateSection): Filled {
    const title = whole.say({ nl: asked.title, en: asked.english ?? asked.title });
    const contents = (asked.parts ?? []).map((part) => contentOf(whole, rest, part));
    const inside = (asked.sections ?? []).map((s) => filledIn(whole, rest, s));
    const blocks = mergedRows(contents.flatMap((c) => c.blocks));
    const sections = [...contents.flatMap((c) => c.sections), ...inside.map((f) => f.section)];
    const isEmpty = blocks.length === 0 && sections.length === 0;
    const section: Section = {
        id: whole.anchors.fresh(`werkblad-${asked.number ?? asked.title}`.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()),
        look: 'section',
        ...(asked.number === undefined ? {} : { number: asked.number }),
        title: [text(title)],
        blocks: isEmpty ? [nothing(whole, asked.ask)] : blocks,
        sections,
    };
    const words = wordsIn(section);
    const own: Size = {
        title: asked.number === undefined ? title : `${asked.number} ${title}`,
        words,
        limit: asked.words,
    };
    return {
        section: isTooLong(own) ? { ...section, blocks: [tooLong(whole, own), ...section.blocks] } : section,
        sizes: [own, ...inside.flatMap((f) => f.sizes)],
    };
}

function isTooLong({ words, limit = Infinity }: Size): boolean {
    return words > limit;
}

function tooLong({ say }: Context, { words, limit }: Size): Block {
    const [has, may] = [String(words), String(limit)];
    return {
        type: 'notice',
        kind: 'attention',
        title: [
            text(
                say({
                    nl: `${has} woorden; het werkblad laat er hier hoogstens ${may} toe.`,
                    en: `${has} words; the form allows at most ${may} here.`,
                }),
            ),
        ],
        blocks: [],
    };
}

function nothing(context: Context, ask: string | undefined): Block {
    const empty = nothingSaid(context);
    const asks: Inline[] =
        ask === undefined ? [] : [text(` ${context.say({ nl: 'Het werkblad vraagt', en: 'The form asks' })}: ${ask}.`)];
    return { type: 'notice', kind: 'empty', title: [text(empty), ...asks], blocks: [] };
}

/** Rows of properties that stand behind each other are one list. */
function mergedRows(blocks: readonly Block[]): readonly Block[] {
    const result: Block[] = [];
    for (const block of blocks) {
        const last = result.at(-1);
        if (block.type === 'definitions' && last?.type === 'definitions') {
            result[result.length - 1] = { ...last, rows: [...last.rows, ...block.rows] };
        } else {
            result.push(block);
        }
    }
    return result;
}

/** What the protocol says and the form has no place for. */
function notAsked(whole: Context, rest: Context, named: ReadonlySet<string>): Section[] {
    const keywords = [...new Set(rest.protocol.statements.map((s) => s.kind))];
    const parts = [...new Set([...keywords, ...Object.keys(ELEMENT_PARTS)])].filter((part) => !named.has(part));
    const contents = parts.map((part) => contentOf(whole, rest, part));
    const blocks = mergedRows(contents.flatMap((c) => c.blocks));
    const sections = contents.flatMap((c) => c.sections);
    return blocks.length === 0 && sections.length === 0
        ? []
        : [
              {
                  id: whole.anchors.fresh('niet-gevraagd'),
                  look: 'section',
                  title: [
                      text(
                          whole.say({
                              nl: 'Wat het werkblad niet vraagt',
                              en: 'What the form does not ask',
                          }),
                      ),
                  ],
                  blocks,
                  sections,
              },
          ];
}

/** Without names in titles and pointers to remarks, where the form leaves those out. */
function trimmed(sections: readonly Section[], leftOut: ReadonlySet<string>): readonly Section[] {
    const named = leftOut.has('naam') ? withoutNames(sections) : sections;
    return leftOut.has('opmerking') ? withoutPointers(named) : named;
}
