import { buildDocument } from '../document/build.js';
import type { DocumentModel } from '../document/document.js';
import { documentLosses } from '../document/losses.js';
import { pictureBlocks, withBlocksIn } from '../document/pictures.js';
import type { Protocol } from '../../model/protocol.js';
import type { GenerateOptions, Generator } from '../generator.js';
import { namesRead } from '../names-in-prose.js';
import { safeName } from '../paths.js';
import { toHtml } from './html.js';

/**
 * HTML, for reviewers and for whoever carries the intervention out. Mapping: the document model
 * (../document/document.ts) as one file without scripts, with the drawings of the output svg; see {@link toHtml}. The trace gives for each element the id at
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
    readsNames: true,
    generate(protocol, options) {
        const { model, context } = buildDocument(protocol, options);
        const path = `${safeName(protocol.name)}.html`;
        return {
            files: [{ path, content: toHtml(withDrawings(model, protocol, options)) }],
            losses: documentLosses(protocol, context, model),
            trace: context.anchors.all.map(({ name, id, at }) => ({ element: name, id, file: path, at })),
        };
    },
};

/** The document with each picture in its section. */
function withDrawings(model: DocumentModel, protocol: Protocol, options: GenerateOptions): DocumentModel {
    const { process, timeline, goals } = pictureBlocks(...namesRead(protocol, options));
    const added = new Map([
        ['stappen', [process, timeline].filter((p) => p !== undefined)],
        ['doel', goals ? [goals] : []],
    ]);
    return { ...model, sections: withBlocksIn(model.sections, added) };
}
