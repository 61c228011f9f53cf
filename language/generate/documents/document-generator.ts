import type { Protocol } from '../../model/protocol.js';
import type { Bilingual } from '../../text/bilingual.js';
import type { Context } from '../document/context.js';
import type { DocumentModel } from '../document/document.js';
import { documentLosses } from '../document/losses.js';
import { picturesIn, withStyle } from '../document/pictures.js';
import { placesIn } from '../document/walk.js';
import type { GenerateOptions, Generator, Loss, OutputFile } from '../generator.js';
import { toHtml } from '../html/html.js';
import { toMarkdown } from '../markdown/markdown.js';
import { safeName } from '../paths.js';
import { toWord } from '../word/word.js';

/** One kind of document. */
export interface DocumentKind {
    /** as in `--to`, and in the names of its files */
    readonly id: string;
    readonly title: Bilingual;
    readonly summary: Bilingual;
    /** whether it may hold pictures */
    readonly hasPictures?: true;
    /** whether it sets municipalities side by side */
    readonly comparesLocals?: true;
    readonly build: (
        protocol: Protocol,
        options: GenerateOptions,
    ) => { readonly model: DocumentModel; readonly context: Context };
}

/**
 * A generator of a kind of document: the same document in Word, as a web page and in Markdown. Mapping: docs/documenten.md.
 * The trace gives for each element the id at which it stands on the page; the bookmark in Word is that id with
 * underscores.
 */
export function documentGenerator({ id, title, summary, hasPictures, comparesLocals, build }: DocumentKind): Generator {
    return {
        id,
        title,
        summary,
        refusesOnError: false,
        readsNames: true,
        ...(hasPictures ? { takesPoints: true } : {}),
        ...(comparesLocals ? { comparesLocals } : {}),
        generate(protocol, options) {
            const { model, context } = build(protocol, options);
            const stem = `${safeName(protocol.name)}-${id}`;
            const pictures = picturesIn(model);
            const pathOf = ({ name }: { readonly name: string }) => `${stem}-${name}.svg`;
            const files: OutputFile[] = [
                { path: `${stem}.docx`, content: toWord(model, options.toPng) },
                { path: `${stem}.html`, content: toHtml(model) },
                { path: `${stem}.md`, content: toMarkdown(model, pathOf) },
                ...pictures.map((p) => ({ path: pathOf(p), content: withStyle(p.svg, 'both') })),
            ];
            const places = placesIn(model);
            const file = `${stem}.html`;
            return {
                files,
                losses: [
                    ...documentLosses(protocol, context, model),
                    ...(pictures.length > 0 && !options.toPng ? [noPoints(protocol)] : []),
                ],
                trace: context.anchors.all
                    .filter((a) => places.has(a.id))
                    .map(({ name, id: place, at }) => ({ element: name, id: place, file, at })),
            };
        },
    };
}

function noPoints({ name }: Protocol): Loss {
    return {
        element: name,
        reason: {
            nl: 'hier kan van een tekening geen afbeelding worden gemaakt; in Word staat haar beschrijving',
            en: 'no picture can be made of a drawing here; Word has its description',
        },
    };
}
