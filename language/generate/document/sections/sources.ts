import type { Context } from '../context.js';
import type { Block, Section } from '../document.js';
import { chapter, definitions, elementSection } from '../element.js';
import { partOf } from '../placement.js';
import { prose } from '../prose.js';
import { statementRows, valueBlocks } from '../values.js';

/** 6: literature, the sources that claims are from, and guidelines. */
export function literature(context: Context): {
    readonly blocks: readonly Block[];
    readonly sections: readonly Section[];
} {
    const { statements } = context.protocol;
    const { sources } = context.shared;
    // a source needs no source for what it is
    const bare: Context = { ...context, announced: new Set() };
    const of = (kind: 'source' | 'guideline'): Section[] =>
        sources.filter((s) => s.kind === kind).map((s) => elementSection(bare, s, undefined));
    return {
        blocks: definitions(
            statementRows(
                context,
                statements.filter((s) => partOf(s.kind) === 'literature'),
            ),
        ),
        sections: [
            ...chapter(context, 'bronnen', { nl: 'Bronnen', en: 'Sources' }, [], of('source')),
            ...chapter(context, 'richtlijnen', { nl: 'Richtlijnen', en: 'Guidelines' }, [], of('guideline')),
        ],
    };
}

/** The words that the protocol explains. */
export function concepts(context: Context): Section[] {
    return context.shared.concepts.map((concept) => {
        const section = elementSection(context, concept, undefined);
        const said = [
            ...(concept.text === undefined ? [] : prose(concept.text, concept.markdown)),
            ...(concept.value ? valueBlocks(context, concept.value) : []),
        ];
        return { ...section, blocks: [...said, ...section.blocks] };
    });
}
