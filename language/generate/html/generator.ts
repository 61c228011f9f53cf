import { buildDocument } from '../document/build.js';
import { documentLosses } from '../document/losses.js';
import type { Protocol } from '../../model/protocol.js';
import type { GenerateOptions, Generator } from '../generator.js';
import { safeName } from '../paths.js';
import { picturesOf, type Picture } from '../svg/pictures.js';
import { toHtml, type Drawing } from './html.js';

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
    generate(protocol, options) {
        const { model, context } = buildDocument(protocol, options);
        const path = `${safeName(protocol.name)}.html`;
        return {
            files: [{ path, content: toHtml(model, drawingsOf(protocol, options)) }],
            losses: documentLosses(protocol, options, model),
            trace: context.anchors.all.map(({ name, id, at }) => ({ element: name, id, file: path, at })),
        };
    },
};

/** In which section each picture stands. */
const SECTIONS: Readonly<Record<Picture['kind'], string>> = { process: 'stappen', timeline: 'stappen', goals: 'doel' };

function drawingsOf(protocol: Protocol, options: GenerateOptions): Drawing[] {
    return picturesOf(protocol, options, 'none').map(({ kind, caption, svg }) => ({
        section: SECTIONS[kind],
        caption,
        svg,
    }));
}
