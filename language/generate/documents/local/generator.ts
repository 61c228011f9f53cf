import { forEachBlock } from '../../../model/blocks-within.js';
import type { Protocol, Ref, Statement, UnknownItem } from '../../../model/protocol.js';
import { reference, titleOf } from '../../document/claims.js';
import { createContext, type Context } from '../../document/context.js';
import { joined, text, type Block, type Inline } from '../../document/document.js';
import { keywordOf, namesFor } from '../../local/called.js';
import type { RefusedValues } from '../../local/fill-in.js';
import { withNamesRead } from '../../document/prose-names.js';
import { openItems } from '../../document/unknowns.js';
import { valueInlines } from '../../document/values.js';
import { contains } from '../../../rules/places.js';
import type { LocalValues } from '../../../settings/local-values.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { oneLine } from '../../../text/one-line.js';
import { dash, line, part, table } from '../blocks.js';
import { documentGenerator } from '../document-generator.js';
import { framed } from '../frame.js';

/** What each municipality fills in itself, beside what those did that worked it out (`uitwerking van`). */
export const localGenerator = documentGenerator({
    id: 'plaatselijk',
    title: { nl: 'Plaatselijk', en: 'Decided locally' },
    summary: {
        nl: 'Alles wat plaatselijk wordt ingevuld, met wat elke plaatselijke uitwerking daarvan zegt.',
        en: 'All that is decided locally, with what each local working-out says of it.',
    },
    comparesLocals: true,
    build(protocol, options) {
        const { related, language, unread } = options;
        const context: Context = { ...createContext(protocol, related, language, unread), silent: true };
        const places = related.refinements ?? [];
        const { locals = [] } = options.settings;
        const items = openItems(context.protocol, related).filter((i) => i.type === 'local');
        const columns = [
            { nl: 'Wat', en: 'What' },
            { nl: 'Waarvan', en: 'Of what' },
            { nl: 'Wat het draaiboek zegt', en: 'What the protocol says' },
            ...places.map((p): readonly Inline[] => [text(oneLine(p.title ?? p.name))]),
            ...locals.map((l): readonly Inline[] => [text(oneLine(l.name))]),
        ];
        const rows = items.map((item) => [
            [text(oneLine(item.what))],
            ownerOf(context, item),
            baseValue(context, item),
            ...places.map((p) => valueOf(context, item, p)),
            ...locals.map((l) => filledIn(context, item, l, options.refusedValues)),
        ]);
        const caption = { nl: 'Wat plaatselijk wordt ingevuld', en: 'What is decided locally' };
        const none = {
            nl: 'In dit draaiboek wordt niets plaatselijk ingevuld.',
            en: 'Nothing in this protocol is decided locally.',
        };
        const model = framed(context, options, {
            kind: { nl: 'Plaatselijk in te vullen', en: 'To be filled in locally' },
            sections: [
                part(context, 'plaatselijk', { nl: 'Plaatselijk in te vullen', en: 'To be filled in locally' }, [
                    ...(rows.length === 0 ? [line(context, none)] : table(context, caption, columns, rows)),
                    ...(places.length + locals.length === 0 ? about(context, rows.length) : []),
                    ...(locals.length > 0 && !options.refusedValues ? [line(context, NOT_JUDGED)] : []),
                    ...locals.flatMap((l) => unasked(context, items, l)),
                ]),
                ...differences(context, places),
            ],
            landscape: true,
            sources: 'all',
            open: 'none',
        });
        const { open } = withNamesRead({ ...model, sections: [], open: items }, context);
        return { model: { ...model, ...(open ? { open } : {}) }, context };
    },
});

function about(context: Context, count: number): Block[] {
    return count === 0
        ? []
        : [
              line(context, {
                  nl: 'Er is geen plaatselijke uitwerking gelezen (`uitwerking van`), en draaiboek.json noemt geen bestand van een gemeente (`local`); dus er staan geen waarden bij.',
                  en: 'No local working-out (`uitwerking van`) was read, and draaiboek.json names no file of a municipality (`local`); so there are no values.',
              }),
          ];
}

/** What a place does otherwise, besides what it was asked to fill in. */
function differences(context: Context, places: readonly Protocol[]) {
    const rows = places.flatMap((place) =>
        [...place.dropped.map((d) => ({ d, word: { nl: 'vervalt', en: 'is left out' } })), ...place.deviations.map((d) => ({ d, word: { nl: 'anders', en: 'otherwise' } }))].map(({ d, word }) => [
            [text(oneLine(place.title ?? place.name))],
            d.elementKind === d.element.name ? [text(d.element.name)] : [text(`${d.elementKind} `), titled(context, d.element)],
            [text(context.say(word))],
            dash(d.reason === undefined ? (d.reasonValue ? valueInlines(context, d.reasonValue) : []) : [text(oneLine(d.reason))]),
        ]),
    );
    const blocks = table(context, { nl: 'Afwijkingen met hun reden', en: 'Departures with their reason' }, [
        { nl: 'Waar', en: 'Where' }, { nl: 'Onderdeel', en: 'Element' }, { nl: 'Wat', en: 'What' }, { nl: 'Waarom', en: 'Why' },
    ], rows);
    return blocks.length === 0 ? [] : [part(context, 'afwijkingen', { nl: 'Wat er plaatselijk anders gaat', en: 'What goes otherwise locally' }, blocks)];
} // prettier-ignore

/** The title of an element of this protocol; what only a place has, by its name. */
function titled(context: Context, element: Ref): Inline {
    return context.anchors.find(element.name) ? reference(context, element) : text(element.name);
}

function ownerOf(context: Context, item: UnknownItem): Inline[] {
    const { protocol } = context;
    return item.element === protocol.name || item.element === ''
        ? [text(titleOf(context, protocol))]
        : context.anchors.find(item.element)
          ? [reference(context, { name: item.element, at: item.at })]
          : [text(item.element)];
}

/** The statements of a protocol that say this of the same element; one without a name is the same by its keyword. */
function statementsFor(protocol: Protocol, item: UnknownItem, elements: ReadonlySet<string>): readonly Statement[] {
    const found: Statement[] = [];
    const owner = elements.has(item.element) ? item.element : undefined;
    forEachBlock([protocol], (block, name) => {
        const isOwner = owner === undefined ? !elements.has(name) || name === protocol.name : name === owner;
        if (isOwner && !(PROCESS in block && item.element !== 'aanpak')) {
            found.push(...block.statements.filter((s) => (s.subject ?? s.kind) === keywordOf(item)));
        }
    });
    return found;
}

/** Only an `aanpak` has nodes: what it says of a keyword is its own, not that of `uitvoering`. */
const PROCESS = 'nodes';

function namesIn(protocol: Protocol): ReadonlySet<string> {
    const names = new Set<string>();
    forEachBlock([protocol], (_, owner) => {
        if (owner !== protocol.name) {
            names.add(owner);
        }
    });
    return names;
}

function baseValue(context: Context, item: UnknownItem): Inline[] {
    const own = statementsFor(context.protocol, item, namesIn(context.protocol));
    const local = own.flatMap((s) => s.values.filter((v) => v.type === 'local'));
    const said = joined(
        local.map((v) => valueInlines(context, v)),
        '; ',
    );
    const { reason, standard } = item;
    const bare = { type: 'local', ...(reason !== undefined && { reason }), ...(standard && { standard }) } as const;
    return said.length > 0 ? said : valueInlines(context, bare);
}

/** What a place says: its value, that it is still open, or that it says nothing of it. */
function valueOf(context: Context, item: UnknownItem, place: Protocol): readonly Inline[] {
    const said = statementsFor(place, item, namesIn(place)).flatMap((s) => s.values);
    const known = said.filter((v) => v.type !== 'local');
    if (known.length > 0) {
        return joined(
            known.map((v) => valueInlines(context, v)),
            '; ',
        );
    }
    return notFilledIn(context);
}

function notFilledIn(context: Context): readonly Inline[] {
    const content = [text(context.say({ nl: 'nog niet ingevuld', en: 'not filled in yet' }))];
    return [{ type: 'emphasis', content }];
}

const NOT_JUDGED: Bilingual = {
    nl: 'Of wat een gemeente invult in het draaiboek kan staan, is hier niet nagegaan.',
    en: 'Whether what a municipality fills in can stand in the protocol was not seen to here.',
};

/** What the file of a municipality says; with it, that it cannot stand in the protocol, and why. */
function filledIn(
    context: Context,
    item: UnknownItem,
    local: LocalValues,
    refused: RefusedValues | undefined,
): readonly Inline[] {
    const keyword = keywordOf(item);
    const [said = ''] = namesFor(context.protocol, item.element).flatMap((name) => local.values[name]?.[keyword] ?? []);
    if (said.trim() === '') {
        return notFilledIn(context);
    }
    const found = refused?.get(local)?.find(({ slot }) => slot.keyword === keyword && contains(item.at, slot.at));
    if (!found) {
        return [text(oneLine(said))];
    }
    const content = [text(context.say({ nl: 'kan hier niet staan', en: 'cannot stand here' }))];
    const why = found.wrong ? ` (${oneLine(context.say(found.wrong))})` : '';
    return [{ type: 'emphasis', content }, text(`: "${oneLine(said)}"${why}`)];
}

/** What a municipality filled in for an element of this protocol that is not decided locally there. */
function unasked(context: Context, items: readonly UnknownItem[], local: LocalValues): Block[] {
    const names = new Set([
        ...namesIn(context.protocol),
        ...items.flatMap((i) => namesFor(context.protocol, i.element)),
    ]);
    const asked = new Set(
        items.flatMap((i) => namesFor(context.protocol, i.element).map((n) => `${n} › ${keywordOf(i)}`)),
    );
    const rest = Object.entries(local.values).flatMap(([name, said]) =>
        names.has(name) ? Object.keys(said).map((keyword) => `${name} › ${keyword}`) : [],
    );
    const unused = rest.filter((place) => !asked.has(place));
    const { nl, en } = { nl: unused.join('; '), en: unused.join('; ') };
    return unused.length === 0
        ? []
        : [
              line(context, {
                  nl: `${local.name} vult ook iets in wat in dit draaiboek niet \`plaatselijk\` is: ${nl}.`,
                  en: `${local.name} fills in something as well that this protocol does not leave to be decided locally: ${en}.`,
              }),
          ];
}
