import type { Block as ModelBlock, Named, Protocol, Statement } from '../../../model/protocol.js';
import { enter, titleOf } from '../../document/claims.js';
import type { Context } from '../../document/context.js';
import { strong, text, type Block, type Definition, type Inline, type Section } from '../../document/document.js';
import { blockContent, chapter, definitions } from '../../document/element.js';
import { documents, facts, handovers, processContent } from '../../document/sections/approach.js';
import { colophon, departures } from '../../document/sections/colophon.js';
import { collaborations, organisations, partnersRow, roles } from '../../document/sections/delivery.js';
import { rationale, research, workingElements } from '../../document/sections/evidence.js';
import { goals, targetGroups } from '../../document/sections/goals.js';
import { contradictions, remarks } from '../../document/sections/loose-ends.js';
import { reviews } from '../../document/sections/reviews.js';
import { scenarios } from '../../document/sections/scenarios.js';
import { concepts, literature } from '../../document/sections/sources.js';
import { statementBlocks, statementRows, withBeginning } from '../../document/values.js';
import { label, WORDS } from '../../document/labels.js';

export interface Content {
    readonly blocks: readonly Block[];
    readonly sections: readonly Section[];
}

/** The kinds of element that a form may give a place, with how each stands there. */
export const ELEMENT_PARTS: Readonly<Record<string, (context: Context) => Content>> = {
    colofon: (c) => ((entered) => inside(colophon(withoutStatements(c), entered.lead, entered.marks)))(enter(c, c.protocol)),
    doelgroep: (c) => only(targetGroups(c)),
    doel: (c) => only(goals({ ...c, protocol: { ...c.protocol, indicators: [] } })),
    indicator: (c) => only(goals({ ...c, protocol: { ...c.protocol, goals: [] } })),
    aanpak: (c) => processContent(c, []),
    overdracht: (c) => only(handovers(c)),
    gegeven: (c) => only(facts(c)),
    document: (c) => only(documents(c)),
    rol: (c) => only(chapter(c, 'rollen', { nl: 'Rollen', en: 'Roles' }, [], roles(c))),
    organisatie: (c) => only(chapter(c, 'organisaties', { nl: 'Organisaties', en: 'Organisations' }, [], organisations(c))),
    partner: (c) => shown(definitions([partnersRow(c, c.protocol.partners)])),
    samenwerking: (c) => only(chapter(c, 'samenwerking', { nl: 'Samenwerking', en: 'Collaboration' }, [], collaborations(c))),
    uitvoering: (c) => shown(c.protocol.deliveries.flatMap((d) => blockContent(c, d))),
    onderbouwing: (c) => shown(rationale(withoutStatements(c)).blocks),
    factor: (c) => only(rationale(withoutStatements(c)).sections),
    'werkzaam element': (c) => shown(workingElements(c)),
    effect: (c) => shown(research(withoutStatements({ ...c, protocol: { ...c.protocol, spoken: [] } })).blocks),
    ervaring: (c) => shown(research(withoutStatements({ ...c, protocol: { ...c.protocol, effects: [] } })).blocks),
    onderzoek: (c) => only(research(c).sections),
    bron: (c) => only(literature(sourcesOfKind(c, 'source')).sections),
    richtlijn: (c) => only(literature(sourcesOfKind(c, 'guideline')).sections),
    vervalt: (c) => titled(c, 'afwijkingen', WORDS.departures, departures(c)),
    begrip: (c) => only(chapter(c, 'begrippen', { nl: 'Begrippen', en: 'Concepts' }, [], concepts(c))),
    tegenspraak: (c) => titled(c, 'tegenspraken', { nl: 'Tegenspraken', en: 'Contradictions' }, contradictions(c)),
    beoordeling: (c) => only(chapter(c, 'beoordelingen', { nl: 'Beoordelingen', en: 'Reviews' }, [], reviews(bare(c)))),
    scenario: (c) => only(chapter(c, 'gevallen', { nl: 'Gevallen', en: 'Cases' }, [], scenarios(bare(c)))),
    opmerking: (c) => titled(c, 'opmerkingen', { nl: 'Opmerkingen', en: 'Remarks' }, remarks(c)),
}; // prettier-ignore

function inside({ blocks, sections }: Content): Content {
    return { blocks, sections };
}

function only(sections: readonly Section[]): Content {
    return { blocks: [], sections };
}

function shown(blocks: readonly Block[]): Content {
    return { blocks, sections: [] };
}

function titled(context: Context, id: string, title: { nl: string; en: string }, blocks: readonly Block[]): Content {
    return only(chapter(context, id, title, blocks));
}

function bare(context: Context): Context {
    return { ...context, announced: new Set() };
}

function withoutStatements(context: Context): Context {
    return { ...context, protocol: { ...context.protocol, statements: [] } };
}

function sourcesOfKind(context: Context, kind: 'source' | 'guideline'): Context {
    const { shared } = context;
    const own = { ...shared, sources: shared.sources.filter((s) => s.kind === kind) };
    return { ...withoutStatements(context), shared: own };
}

/** The elements of a kind of which a property may have a place of its own. */
const OWNERS: Readonly<Record<string, (context: Context) => readonly ModelBlock[]>> = {
    doelgroep: (c) => c.protocol.targetGroups,
    aanpak: (c) => (c.protocol.process ? [c.protocol.process] : []),
    uitvoering: (c) => c.protocol.deliveries,
    onderbouwing: (c) => c.protocol.rationales,
    onderzoek: (c) => c.protocol.research,
    erkenning: (c) => c.protocol.recognitions,
    samenwerking: (c) => c.protocol.collaborations,
    rol: (c) => c.shared.roles,
    organisatie: (c) => c.shared.organisations,
};

/** Whether a form may name this part. */
export function isPart(part: string): boolean {
    const [owner = '', property] = part.split('.');
    return property === undefined || owner in OWNERS;
}

/** Where a part stands in the text of a form: the properties of an interventie, or what {@link ELEMENT_PARTS} lays out. */
export function contentOf(whole: Context, rest: Context, part: string): Content {
    const [owner = '', property] = part.split('.');
    if (property !== undefined) {
        return shown(definitions(propertyRows(whole, OWNERS[owner]?.(whole) ?? [], property)));
    }
    const statements = rest.protocol.statements.filter((s) => s.kind === part);
    const own = part === 'samenvatting' ? summary(rest, statements) : definitions(statementRows(rest, statements));
    const element = ELEMENT_PARTS[part]?.(rest);
    return { blocks: [...own, ...(element?.blocks ?? [])], sections: element?.sections ?? [] };
}

function summary(context: Context, statements: readonly Statement[]): readonly Block[] {
    return statements.flatMap((s) => statementBlocks(context, s));
}

/** A property of elements of one kind; which element it is of is said where there are more. */
function propertyRows(context: Context, owners: readonly ModelBlock[], property: string): Definition[] {
    const speaking = owners.filter((o) => o.statements.some((s) => s.kind === property));
    const details = speaking.flatMap((owner): (readonly Block[])[] => {
        const { context: inner } = enter(context, owner);
        const of: Inline[] =
            speaking.length > 1 && isNamed(owner) ? [strong(text(titleOf(context, owner))), text(': ')] : [];
        return owner.statements
            .filter((s) => s.kind === property)
            .map((s) => withBeginning(statementBlocks(inner, s), of));
    });
    return [{ term: [text(label(property, context.language))], details }];
}

function isNamed(block: ModelBlock): block is Named {
    return 'name' in block;
}

/** The protocol without the properties of elements that have a place of their own. */
export function withoutPlaced(context: Context, parts: readonly string[]): Context {
    const placed = new Map<string, Set<string>>();
    for (const part of parts) {
        const [owner = '', property] = part.split('.');
        if (property !== undefined) {
            placed.set(owner, (placed.get(owner) ?? new Set()).add(property));
        }
    }
    const rest = <B extends ModelBlock>(owner: string, blocks: readonly B[]): readonly B[] => {
        const properties = placed.get(owner);
        return properties === undefined
            ? blocks
            : blocks.map((b) => ({ ...b, statements: b.statements.filter((s) => !properties.has(s.kind)) }));
    };
    const { protocol, shared } = context;
    const [process] = rest('aanpak', protocol.process ? [protocol.process] : []);
    const changed: Protocol = {
        ...protocol,
        ...(process ? { process } : {}),
        targetGroups: rest('doelgroep', protocol.targetGroups),
        deliveries: rest('uitvoering', protocol.deliveries),
        rationales: rest('onderbouwing', protocol.rationales),
        research: rest('onderzoek', protocol.research),
        recognitions: rest('erkenning', protocol.recognitions),
        collaborations: rest('samenwerking', protocol.collaborations),
    };
    return {
        ...context,
        protocol: changed,
        shared: {
            ...shared,
            roles: rest('rol', shared.roles),
            organisations: rest('organisatie', shared.organisations),
        },
    };
}
