import { buildDocument } from '../document/build.js';
import { documentLosses } from '../document/losses.js';
import type { Generator } from '../generator.js';
import { safeName } from '../paths.js';
import { toHtml } from './html.js';

/**
 * HTML, for reviewers and for whoever carries the intervention out. Mapping: the document model
 * (../document/document.ts) as one file without scripts; see {@link toHtml}. The trace gives for each element the id at
 * which it stands.
 */
export const htmlGenerator: Generator = {
    id: 'html',
    title: { nl: 'HTML', en: 'HTML' },
    summary: {
        nl: 'Het hele draaiboek als één webpagina om te lezen en af te drukken, in de volgorde van het werkblad.',
        en: 'The whole protocol as one web page to read and to print, in the order of the form.',
    },
    refusesOnError: false,
    generate(protocol, options) {
        const { model, context } = buildDocument(protocol, options);
        const path = `${safeName(protocol.name)}.html`;
        return {
            files: [{ path, content: toHtml(model) }],
            losses: documentLosses(protocol, options, model),
            trace: context.anchors.all.map(({ name, id, at }) => ({ element: name, id, file: path, at })),
        };
    },
};
