import type { Source } from '../../model/protocol.js';
import { FORCED, titleOfDocument, versionInlines } from '../document/build.js';
import type { Context } from '../document/context.js';
import { text, type Block, type DocumentModel, type Inline, type Section } from '../document/document.js';
import { chapter } from '../document/element.js';
import { withNamesRead } from '../document/prose-names.js';
import { openTables } from '../document/sections/loose-ends.js';
import { openItems, type OpenItem } from '../document/unknowns.js';
import { dateInline } from '../document/values.js';
import { placesReferredTo, withinReach } from '../document/walk.js';
import type { GenerateOptions } from '../generator.js';
import { sourceLine } from './source-line.js';
import type { Bilingual } from '../../text/bilingual.js';

/** What is special about one kind of document. */
export interface Draft {
    readonly kind: Bilingual;
    /** before the first chapter */
    readonly sections: readonly Section[];
    readonly landscape?: true;
    /** `cited` (when left out): those that its notes name; `all`: of what is not cited here; `inside`: they stand in it */
    readonly sources?: 'cited' | 'all' | 'inside';
    /** of what is unknown, what concerns this document; everything when left out, nothing for `none` */
    readonly open?: ((item: OpenItem) => boolean) | 'none';
}

/**
 * A whole document: its kind and title, the version of the protocol and when it was made, what it is about, the sources
 * that it cites, and what is still open of it.
 */
export function framed(
    context: Context,
    { forced, date }: Pick<GenerateOptions, 'forced' | 'date'>,
    draft: Draft,
): DocumentModel {
    const open = openIn(context, draft.open);
    const body: DocumentModel = {
        language: context.language,
        title: titleOfDocument(context),
        kicker: context.say(draft.kind),
        subtitle: subtitle(context, date),
        ...(forced ? { banner: [text(context.say(FORCED))] } : {}),
        ...(date === undefined ? {} : { date }),
        ...(draft.landscape ? { landscape: true } : {}),
        sections: [...draft.sections, ...openSection(context, open)],
        open,
    };
    const read = withNamesRead(body, context);
    const sources = draft.sources === 'inside' ? [] : sourcesSection(context, read, draft.sources === 'all');
    const cited = withNamesRead({ ...body, sections: sources }, context).sections;
    return withinReach({ ...read, sections: afterCards([...read.sections, ...cited]) });
}

/** What comes behind a card begins a page, so that the card can be handed out. */
function afterCards(sections: readonly Section[]): readonly Section[] {
    return sections.map((section, i) =>
        sections[i - 1]?.look === 'card' && section.look !== 'card' ? { ...section, newPage: true } : section,
    );
}

/** `Versie 2.1 van 1 maart 2026 · gemaakt op 3 maart 2026`. */
function subtitle(context: Context, date: string | undefined): Inline[] {
    const version = versionInlines(context);
    const said: Inline[] =
        version.length === 0 ? [text(context.say({ nl: 'Geen versie vermeld', en: 'No version given' }))] : version;
    const made: Inline[] =
        date === undefined
            ? [text(context.say({ nl: 'datum van aanmaak niet opgegeven', en: 'date of making not given' }))]
            : [text(context.say({ nl: 'gemaakt op ', en: 'made on ' })), dateInline(context, date)];
    return [...said, text(' · '), ...made];
}

function openIn({ protocol, related }: Context, open: Draft['open']): readonly OpenItem[] {
    return open === 'none' ? [] : openItems(protocol, related).filter(open ?? (() => true));
}

function openSection(context: Context, items: readonly OpenItem[]): Section[] {
    return chapter(
        context,
        'onbekend',
        { nl: 'Wat nog openstaat', en: 'What is still open' },
        openTables(context, items),
    );
}

/** The sources that the text refers to, or all, each on a line. */
function sourcesSection(context: Context, model: DocumentModel, all: boolean): Section[] {
    const places = placesReferredTo(model);
    const cited = context.shared.sources.filter((s) => all || places.has(context.anchors.of(s)));
    const list = (sources: readonly Source[]): Block[] =>
        sources.length === 0
            ? []
            : [{ type: 'list', ordered: false, items: sources.map((s) => [sourceLine(context, s)]) }];
    return chapter(context, 'bronnen', { nl: 'Bronnen', en: 'Sources' }, list(cited));
}
