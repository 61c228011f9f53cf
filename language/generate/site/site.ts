import type { Protocol } from '../../model/protocol.js';
import { cut } from '../../text/cut.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { oneLine } from '../../text/one-line.js';
import { buildDocument, titleOfDocument, versionInlines } from '../document/build.js';
import { plainText } from '../document/claims.js';
import { createContext, type Context } from '../document/context.js';
import { paragraph, text, type Block, type DocumentModel, type Inline, type Section } from '../document/document.js';
import { pictureBlocks } from '../document/pictures.js';
import { textIn } from '../document/text-in.js';
import { sectionsIn } from '../document/walk.js';
import { statementBlocks } from '../document/values.js';
import { withNamesRead } from '../document/prose-names.js';
import { part, table } from '../documents/blocks.js';
import { framed } from '../documents/frame.js';
import type { GenerateOptions, Generator, OutputFile } from '../generator.js';
import { toHtml } from '../html/html.js';
import { namesRead } from '../names-in-prose.js';
import { safeName } from '../paths.js';
import { dateText } from '../../messages/wording.js';
import { overviewPage, type Entry, type Place } from './overview.js';

/** An interventie in a site. */
export interface SiteItem {
    readonly protocol: Protocol;
    readonly options: GenerateOptions;
    /** of its pages, in that of the site */
    readonly folder: string;
}

/** The output that is about all interventions together. */
export const SITE = {
    id: 'site',
    title: { nl: 'Site', en: 'Site' },
    summary: {
        nl: 'Een site van alle interventies, met zoeken, filters, alle documenten en tekeningen; werkt zonder server.',
        en: 'A site of all interventions, with search, filters, all documents and drawings; works without a server.',
    },
} as const satisfies { id: string; title: Bilingual; summary: Bilingual };

/**
 * A site: an overview to search in, a page for each interventie, and its documents and drawings. Plain files that need no
 * server and ask nothing of the outside; only the overview has a script, allowed by its hash.
 *
 * @param generators the documents and drawings that it holds, html first
 */
export function makeSite(items: readonly SiteItem[], generators: readonly Generator[]): readonly OutputFile[] {
    const { language = 'nl', date } = items[0]?.options ?? {};
    const pages = items.map((item) => ({ item, files: filesOf(item, generators) }));
    const made =
        date === undefined
            ? { nl: 'Datum van aanmaak niet opgegeven', en: 'Date of making not given' }
            : { nl: `Gemaakt op ${dateText(date, 'nl')}`, en: `Made on ${dateText(date, 'en')}` };
    const entries = items.map((item) => entryOf(item));
    return [
        { path: 'index.html', content: overviewPage(entries, language, made[language]) },
        ...pages.flatMap(({ item, files }) =>
            files.map(({ path, content }) => ({ path: `${item.folder}/${path}`, content })),
        ),
    ];
}

/** What a reader of a site calls these. */
const TITLES: Readonly<Record<string, Bilingual>> = {
    html: { nl: 'Het hele draaiboek', en: 'The whole protocol' },
    svg: { nl: 'Tekeningen', en: 'Drawings' },
};

interface Kind {
    readonly title: Bilingual;
    readonly files: readonly OutputFile[];
}

function filesOf(item: SiteItem, generators: readonly Generator[]): readonly OutputFile[] {
    const { protocol, options } = item;
    const kinds = generators.map(({ id, title, generate }): Kind => ({
        title: TITLES[id] ?? title,
        files: generate(protocol, options).files,
    }));
    const home = { path: 'index.html', content: toHtml(pageOf(item, kinds)) };
    const files = kinds.flatMap((k) => k.files);
    return [home, ...files].map((file, i) =>
        typeof file.content === 'string' && file.path.endsWith('.html')
            ? { ...file, content: withWayBack(file.content, i > 0, options.language) }
            : file,
    );
}

/** A page with a way to the overview, and a document with one to the page of its interventie. */
function withWayBack(html: string, isDocument: boolean, language: Language): string {
    const nl = language === 'nl';
    const all = `<a href="../index.html">${nl ? 'Alle interventies' : 'All interventions'}</a>`;
    const own = isDocument ? ` · <a href="index.html">${nl ? 'Deze interventie' : 'This intervention'}</a>` : '';
    const name = nl ? 'Waar u bent' : 'Where you are';
    return html.replace('<header class="masthead">', () => `<nav class="way" aria-label="${name}"><p>${all}${own}</p></nav>\n<header class="masthead">`);
} // prettier-ignore

/** The page of an interventie: in short, what there is to read, and its drawings. */
function pageOf({ protocol, options }: SiteItem, kinds: readonly Kind[]): DocumentModel {
    const { related, language, unread } = options;
    const context: Context = { ...createContext(protocol, related, language, unread), silent: true };
    const { process, timeline, goals } = pictureBlocks(...namesRead(protocol, options));
    const pictures: readonly Block[] = [process, timeline, goals].filter((p) => p !== undefined);
    const summary = context.protocol.statements
        .filter((s) => s.kind === 'samenvatting')
        .flatMap((s) => statementBlocks(context, s));
    const silent = paragraph(text(context.say({ nl: 'Het draaiboek heeft geen samenvatting.', en: 'The protocol has no summary.' })));
    return framed(context, options, {
        kind: { nl: 'Interventie', en: 'Intervention' },
        sections: [
            part(context, 'kort', { nl: 'In het kort', en: 'In short' }, summary.length === 0 ? [silent] : summary),
            part(context, 'lezen', { nl: 'Wat er te lezen is', en: 'What there is to read' }, readingTable(context, kinds)),
            ...(pictures.length === 0 ? [] : [part(context, 'tekeningen', { nl: 'In beeld', en: 'In pictures' }, pictures)]),
        ],
        sources: 'all',
        open: 'none',
    });
} // prettier-ignore

function readingTable(context: Context, kinds: readonly Kind[]): Block[] {
    const link = (files: readonly OutputFile[], end: string, words: string | ((path: string) => string)): Inline[] =>
        files
            .filter(({ path }) => path.endsWith(end))
            .flatMap(({ path }, i): Inline[] => [
                ...(i === 0 ? [] : [text(', ')]),
                { type: 'link', href: encodeURI(path), content: [text(typeof words === 'string' ? words : words(path))] },
            ]);
    const rows = kinds
        .filter((k) => k.files.length > 0)
        .map(({ title, files }) => {
            const name = context.say(title);
            const drawings = files.some((f) => f.path.endsWith('.html')) ? [] : link(files, '.svg', (path) => context.say(drawingOf(path)));
            const page = link(files, '.html', `${name} (${context.say({ nl: 'webpagina', en: 'web page' })})`);
            return [[text(name)], [...page, ...drawings], link(files, '.docx', `${name} (Word)`), link(files, '.md', `${name} (Markdown)`)];
        });
    return table(
        context,
        { nl: 'Documenten en tekeningen', en: 'Documents and drawings' },
        [{ nl: 'Document', en: 'Document' }, { nl: 'Lezen', en: 'Read' }, { nl: 'Word', en: 'Word' }, { nl: 'Markdown', en: 'Markdown' }],
        rows,
    );
} // prettier-ignore

/** What a drawing shows, by its file. */
function drawingOf(path: string): Bilingual {
    return path.endsWith('-tijdlijn.svg')
        ? { nl: 'Tijdlijn', en: 'Timeline' }
        : path.endsWith('-doelen.svg')
          ? { nl: 'Doelen', en: 'Goals' }
          : { nl: 'Verloop', en: 'Process' };
}

const LONGEST_SUMMARY = 360;

function entryOf(item: SiteItem): Entry {
    const { protocol, options, folder } = item;
    const { model, context } = buildDocument(protocol, options);
    const [read] = namesRead(protocol, options);
    const [summary] = read.statements.filter((s) => s.kind === 'samenvatting').flatMap((s) => s.values);
    const said = summary?.type === 'text' ? oneLine(summary.text.replace(/[*_`#>]/g, '')) : '';
    // the page with the whole protocol
    const stem = encodeURI(`${safeName(protocol.name)}.html`);
    const places = sectionsIn(model.sections).flatMap((section): Place[] => {
        const words = oneLine(textIn(section.blocks));
        const title = oneLine(titleText(section));
        return words === '' && title === ''
            ? []
            : [{ href: `${encodeURI(folder)}/${stem}#${section.id}`, title, text: words }];
    });
    const version = plainText(withNamesRead({ ...model, subtitle: versionInlines(context) }, context).subtitle);
    return { item, title: titleOfDocument(context), summary: cut(said, LONGEST_SUMMARY), version, places };
}

function titleText({ title, number }: Section): string {
    return `${number === undefined ? '' : `${number} `}${plainText(title)}`;
}
