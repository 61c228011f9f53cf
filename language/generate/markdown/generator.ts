import { buildDocument } from '../document/build.js';
import { documentLosses } from '../document/losses.js';
import type { Generator } from '../generator.js';
import { safeName } from '../paths.js';
import { toMarkdown } from './markdown.js';

/**
 * Markdown, for reviewers who read in a repository or an editor. Mapping: the document model
 * (../document/document.ts) as CommonMark with GitHub's tables; see {@link toMarkdown}. A name in a text (`[[Naam]]`) leads
 * to the heading of its element, by the anchors that GitHub and editors give headings; other references are words only, so that
 * the text can be read as it is.
 */
export const markdownGenerator: Generator = {
    id: 'markdown',
    title: { nl: 'Markdown', en: 'Markdown' },
    summary: {
        nl: 'Het hele draaiboek als leesbare tekst, in de volgorde van het werkblad voor erkenning.',
        en: 'The whole protocol as readable text, in the order of the form for recognition.',
    },
    refusesOnError: false,
    readsNames: true,
    generate(protocol, options) {
        const { model, context } = buildDocument(protocol, options);
        return {
            files: [{ path: `${safeName(protocol.name)}.md`, content: toMarkdown(model) }],
            losses: documentLosses(protocol, context, model),
            trace: [],
        };
    },
};
