import type { Protocol, Version } from '../../model/protocol.js';
import type { Value } from '../../model/values.js';
import type { GenerateOptions } from '../generator.js';
import { citations, enter } from './claims.js';
import { createContext, type Context } from './context.js';
import { text, type Block, type DocumentModel, type Inline, type Section } from './document.js';
import { chapter, definitions, nothingSaid } from './element.js';
import { WORDS } from './labels.js';
import { partOf, type Part } from './placement.js';
import { withNamesRead } from './prose-names.js';
import { approach } from './sections/approach.js';
import { colophon, departures, versionLine } from './sections/colophon.js';
import { delivery } from './sections/delivery.js';
import { rationale, research, workingElements } from './sections/evidence.js';
import { goals, targetGroups } from './sections/goals.js';
import { contradictions, remarks, unknowns } from './sections/loose-ends.js';
import { reviews } from './sections/reviews.js';
import { scenarios } from './sections/scenarios.js';
import { concepts, literature } from './sections/sources.js';
import { modalityBefore, pointers, statementRows, valuesBlocks, withBeginning } from './values.js';
import { withEnding } from './document.js';
import { openItems } from './unknowns.js';
import type { Language } from '../../text/bilingual.js';
import { oneLine } from '../../text/one-line.js';

/** A document, and where each element of the protocol stands in it. */
export interface BuiltDocument {
    readonly model: DocumentModel;
    readonly context: Context;
}

/**
 * Lays out everything that a protocol says in the order of the form for recognition of interventions (NJi and partners,
 * "Werkblad beschrijving interventie"): colophon, summary, 1 description with 1.1 target group, 1.2 goal and
 * 1.3 approach, 2 delivery, 3 rationale, 4 research, 5 working elements, 6 literature. A part that the form asks for and
 * the protocol says nothing about stands there and says so. After the form come what the form does not ask: departures,
 * reviews, cases, concepts, contradictions, remarks, and the list of what is unknown.
 *
 * Never fails on a half-finished protocol.
 */
export function buildDocument(
    protocol: Protocol,
    options: Pick<GenerateOptions, 'related' | 'language' | 'forced' | 'unread'>,
): BuiltDocument {
    const outer = createContext(protocol, options.related, options.language, options.unread);
    const { context, marks, lead } = enter(outer, protocol);
    const model: DocumentModel = {
        language: context.language,
        title: titleOfDocument(context),
        kicker: kicker(context),
        subtitle: [...(protocol.versions[0] ? versionInlines(context) : []), ...marks],
        ...(options.forced ? { banner: [text(context.say(FORCED))] } : {}),
        sections: [colophon(context, lead), ...summary(context), ...form(context), ...beyondForm(context)],
        open: openItems(context.protocol, context.related),
    };
    return { model: withNamesRead(model, context), context };
}

/** What the interventie is called on a document about it. */
export function titleOfDocument({ protocol, say }: Context): string {
    return oneLine(protocol.title ?? protocol.name) || say({ nl: 'Naamloos', en: 'Nameless' });
}

/** Said first on a document of a protocol with errors. */
export const FORCED = {
    nl: 'Dit document is gemaakt terwijl het draaiboek nog fouten bevat. Gebruik het niet als vastgestelde tekst.',
    en: 'This document was made while the protocol still has errors. Do not use it as an established text.',
} as const;

function kicker(context: Context): string {
    const { refines, continues, continuesValue } = context.protocol;
    if (refines) {
        return context.say({
            nl: `Plaatselijke uitwerking van ${refines.name}`,
            en: `Local working-out of ${refines.name}`,
        });
    }
    const before = continues?.name ?? (continuesValue && continuedWhat(continuesValue, context.language));
    return before === undefined
        ? context.say({ nl: 'Beschrijving van een interventie', en: 'Description of an intervention' })
        : context.say({ nl: `Vervolg op ${before}`, en: `Continues ${before}` });
}

/** What a follow-up continues that has no name here; why it is unknown stands in the colophon. */
function continuedWhat(value: Value, language: Language): string {
    switch (value.type) {
        case 'text':
            return oneLine(value.text);
        case 'local':
            return language === 'nl' ? 'wat elke gemeente zelf kiest' : 'what each municipality chooses';
        default:
            return language === 'nl' ? 'iets wat onbekend is' : 'something unknown';
    }
}

function withoutReason({ type }: Value): Value {
    return type === 'local' ? { type } : { type: 'unknown' };
}

/** `Versie 2.1 van 1 maart 2026`; nothing where there is none. */
export function versionInlines(context: Context): Inline[] {
    const [first] = context.protocol.versions;
    if (!first) {
        return [];
    }
    // why it is unknown stands in the colophon
    const { numberValue, dateValue, stateValue, ...rest } = first;
    const short: Version = {
        ...rest,
        ...(numberValue ? { numberValue: withoutReason(numberValue) } : {}),
        ...(dateValue ? { dateValue: withoutReason(dateValue) } : {}),
        ...(stateValue ? { stateValue: withoutReason(stateValue) } : {}),
        provenance: [],
    };
    return [text(context.say({ nl: 'Versie ', en: 'Version ' })), ...versionLine(context, short)];
}

function summary(context: Context): Section[] {
    const statements = own(context, 'summary');
    const texts = statements.filter((s) => s.kind === 'samenvatting');
    const prose = texts.flatMap((s) =>
        withEnding(
            withBeginning(valuesBlocks(context, s.values), modalityBefore(context, s.modality, s.values)),
            citations(context, s.provenance),
        ),
    );
    const rest = definitions(
        statementRows(
            context,
            statements.filter((s) => s.kind !== 'samenvatting'),
        ),
    );
    const blocks = [...prose, ...rest];
    const asked: Block[] =
        prose.length === 0
            ? [
                  {
                      type: 'notice',
                      kind: 'empty',
                      title: [text(nothingSaid(context))],
                      blocks: [],
                  },
              ]
            : [];
    return chapter(context, 'samenvatting', { nl: 'Samenvatting', en: 'Summary' }, [...asked, ...blocks]);
}

function own(context: Context, part: Part) {
    return context.protocol.statements.filter((s) => partOf(s.kind) === part);
}

function placed(context: Context, part: Part): Block[] {
    return definitions(statementRows(context, own(context, part)));
}

/** The six chapters of the form. */
function form(context: Context): Section[] {
    const asked = (number: string) => ({ number, asked: true });
    const how = approach(context);
    const needs = delivery(context);
    const why = rationale(context);
    const studies = research(context);
    const literatureParts = literature(context);
    const description = [
        ...chapter(
            context,
            'doelgroep',
            { nl: 'Doelgroep', en: 'Target group' },
            placed(context, 'target-group'),
            targetGroups(context),
            asked('1.1'),
        ),
        ...chapter(context, 'doel', { nl: 'Doel', en: 'Goal' }, placed(context, 'goal'), goals(context), asked('1.2')),
        ...chapter(context, 'aanpak', { nl: 'Aanpak', en: 'Approach' }, how.blocks, how.sections, asked('1.3')),
    ];
    const about = [...placed(context, 'description'), ...pointers(context, context.protocol)];
    return [
        ...chapter(
            context,
            'beschrijving',
            { nl: 'Beschrijving van de interventie', en: 'Description of the intervention' },
            about,
            description,
            asked('1'),
        ),
        ...chapter(
            context,
            'uitvoering',
            { nl: 'Uitvoering', en: 'Delivery' },
            needs.blocks,
            needs.sections,
            asked('2'),
        ),
        ...chapter(
            context,
            'onderbouwing',
            { nl: 'Onderbouwing', en: 'Rationale' },
            why.blocks,
            why.sections,
            asked('3'),
        ),
        ...chapter(
            context,
            'onderzoek',
            { nl: 'Onderzoek', en: 'Research' },
            studies.blocks,
            studies.sections,
            asked('4'),
        ),
        ...chapter(
            context,
            'werkzame-elementen',
            { nl: 'Werkzame elementen', en: 'Working elements' },
            workingElements(context),
            [],
            asked('5'),
        ),
        ...chapter(
            context,
            'literatuur',
            { nl: 'Literatuur en bronnen', en: 'Literature and sources' },
            literatureParts.blocks,
            literatureParts.sections,
            asked('6'),
        ),
    ];
}

/** What the form does not ask, and a reader of the protocol needs. */
function beyondForm(context: Context): Section[] {
    const plain: Context = { ...context, announced: new Set() };
    return [
        ...chapter(context, 'afwijkingen', WORDS.departures, departures(context)),
        ...chapter(context, 'begrippen', { nl: 'Begrippen', en: 'Concepts' }, [], concepts(context)),
        ...chapter(plain, 'beoordelingen', { nl: 'Beoordelingen', en: 'Reviews' }, [], reviews(plain)),
        ...chapter(plain, 'gevallen', { nl: 'Gevallen', en: 'Cases' }, [], scenarios(plain)),
        ...chapter(context, 'tegenspraken', { nl: 'Tegenspraken', en: 'Contradictions' }, contradictions(context)),
        ...chapter(context, 'opmerkingen', { nl: 'Opmerkingen', en: 'Remarks' }, remarks(context)),
        ...chapter(context, 'onbekend', { nl: 'Wat nog openstaat', en: 'What is still open' }, unknowns(context)),
    ];
}
