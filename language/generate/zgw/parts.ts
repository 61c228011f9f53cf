import type { Fact, ProtocolDocument } from '../../model/protocol.js';
import { laboursOf, statementsOf, textsOf } from '../../model/queries.js';
import { isWithin, stagesOf } from '../stages.js';
import type { Context } from './context.js';
import { confidentialityOf, type Known } from './zaaktype.js';

type Json = Readonly<Record<string, unknown>>;

/** A statustype for each phase, or where there is none for each node at the highest level, and one for the end. */
export function statusTypes(context: Context): { readonly entries: Json[]; readonly of: ReadonlyMap<string, string> } {
    const { protocol, urlOf, fit, lose, trace, options } = context;
    const nodes = protocol.process?.nodes ?? [];
    const stages = stagesOf(protocol);
    const zaaktype = urlOf('ZaakType', protocol.name);
    const of = new Map<string, string>();
    const entries = stages.map((stage, n): Json => {
        const url = urlOf('StatusType', stage.name);
        const inside = nodes.filter((node) => isWithin(node, stage, nodes));
        inside.forEach((node) => of.set(node.name, url));
        trace.push({ element: stage.name, id: url, at: stage.nameAt });
        return {
            url,
            zaaktype,
            omschrijving: fit(stage.title ?? stage.name, 80, stage.name),
            omschrijving_generiek: '',
            statustekst: '',
            volgnummer: n + 1,
            informeren: false,
            toelichting: '',
            checklistitem_statustype: inside
                .filter((node) => node.kind === 'step')
                .map((step) => ({
                    itemnaam: fit(step.title ?? step.name, 30, step.name),
                    toelichting: '',
                    vraagstelling: fit(`Is ‘${step.title ?? step.name}’ gedaan?`, 255, step.name),
                    verplicht: false,
                })),
        };
    });
    for (const { kind, name } of nodes) {
        if (kind === 'step' && !of.has(name)) {
            lose(
                name,
                'deze stap staat in geen fase, en hoort dus bij geen status',
                'this step stands in no phase, so it is part of no status',
            );
        }
    }
    const last: Json = {
        url: urlOf('StatusType', ''),
        zaaktype,
        omschrijving: options.language === 'nl' ? 'Afgesloten' : 'Closed',
        omschrijving_generiek: '',
        statustekst: '',
        volgnummer: stages.length + 1,
        informeren: false,
        toelichting: '',
        checklistitem_statustype: [],
    };
    return { entries: [...entries, last], of };
}

/** A resultaattype for each end, where the settings say its class in the selectielijst. */
export function resultTypes(context: Context): Json[] {
    const { protocol, urlOf, fit, settings, trace, losses, lose } = context;
    const ends = protocol.process?.nodes.filter((n) => n.kind === 'end') ?? [];
    return ends.flatMap((end): Json[] => {
        const [klasse, omschrijving] = ['selectielijstklasse', 'resultaattypeomschrijving'].map((field) => {
            const said = settings.of(field, end.name) ?? settings.of(field, '*');
            if (said === undefined) {
                losses.push(settings.missing(field, end.name));
            }
            return said;
        });
        if (klasse === undefined || omschrijving === undefined) {
            lose(end.name, 'er is geen resultaattype voor dit einde', 'there is no resultaattype for this end');
            return [];
        }
        const url = urlOf('ResultaatType', end.name);
        trace.push({ element: end.name, id: url, at: end.nameAt });
        return [
            {
                url,
                zaaktype: urlOf('ZaakType', protocol.name),
                omschrijving: fit(end.title ?? end.name, 30, end.name, 'resultaat'),
                resultaattypeomschrijving: omschrijving,
                selectielijstklasse: klasse,
                toelichting: end.title ?? '',
            },
        ];
    });
}

/** A roltype for each role; its general kind follows from what the role does. */
export function roleTypes(context: Context): Json[] {
    const { protocol, urlOf, fit, settings, trace } = context;
    const works = (protocol.process?.nodes ?? []).flatMap(laboursOf);
    const performing = new Set(works.flatMap((w) => w.performers.flatMap((p) => p.performers.map((r) => r.name))));
    return protocol.roles.map((role): Json => {
        const kind = role.isClient
            ? 'belanghebbende'
            : role.directs
              ? 'zaakcoordinator'
              : performing.has(role.name)
                ? 'behandelaar'
                : 'adviseur';
        const url = urlOf('RolType', role.name);
        trace.push({ element: role.name, id: url, at: role.nameAt });
        return {
            url,
            zaaktype: urlOf('ZaakType', protocol.name),
            omschrijving: fit(role.title ?? role.name, 100, role.name, 'rol'),
            omschrijving_generiek: settings.of('roltypen', role.name) ?? kind,
        };
    });
}

/** An eigenschap for each fact. */
export function properties(context: Context): Json[] {
    const { protocol, urlOf, fit, trace } = context;
    return protocol.facts.map((fact): Json => {
        const url = urlOf('Eigenschap', fact.name);
        trace.push({ element: fact.name, id: url, at: fact.nameAt });
        return {
            url,
            zaaktype: urlOf('ZaakType', protocol.name),
            naam: fit(fact.name, 20, fact.name, 'eigenschap'),
            definitie: fit(fact.title ?? fact.name, 255, fact.name),
            specificatie: { groep: '', ...formatOf(context, fact), kardinaliteit: '1' },
            toelichting: '',
        };
    });
}

function formatOf({ fit }: Context, fact: Fact): Json {
    const words = (values: readonly string[]): Json => ({
        formaat: 'tekst',
        lengte: String(Math.max(...values.map((v) => [...v].length))),
        waardenverzameling: values,
    });
    switch (fact.type) {
        case 'number':
            return { formaat: 'getal', lengte: '10', waardenverzameling: [] };
        case 'date':
            return { formaat: 'datum', lengte: '8', waardenverzameling: [] };
        case 'one-of':
            return words(fact.values.map((v) => fit(v, 100, fact.name)));
        case 'yes-no':
            return words(['ja', 'nee']);
        default:
            return { formaat: 'tekst', lengte: '255', waardenverzameling: [] };
    }
}

/** What documents are, and how they belong to the zaaktype. */
export function documentTypes(
    context: Context,
    known: Known,
    statusOf: ReadonlyMap<string, string>,
): { readonly types: Json[]; readonly relations: Json[] } {
    const { protocol, urlOf, settings, lose, trace, fit } = context;
    const nodes = protocol.process?.nodes ?? [];
    const types: Json[] = [];
    const relations: Json[] = [];
    for (const document of protocol.documents) {
        const category = categoryOf(document) ?? settings.text('informatieobjectcategorie');
        if (category === undefined) {
            context.losses.push(settings.missing('informatieobjectcategorie', document.name));
            lose(
                document.name,
                'er is geen informatieobjecttype voor dit document',
                'there is no informatieobjecttype for this document',
            );
            continue;
        }
        const stated = confidentialityOf(statementsOf(document, 'vertrouwelijkheid').flatMap((s) => s.values));
        const url = urlOf('InformatieObjectType', document.name);
        const madeBy = nodes.find((n) => laboursOf(n).some((w) => w.delivers.some((d) => d.name === document.name)));
        const status = madeBy && statusOf.get(madeBy.name);
        trace.push({ element: document.name, id: url, at: document.nameAt });
        types.push({
            url,
            catalogus: urlOf('Catalogus', ''),
            omschrijving: fit(document.title ?? document.name, 80, document.name, 'document'),
            vertrouwelijkheidaanduiding: stated ?? known.vertrouwelijkheidaanduiding,
            begin_geldigheid: known.beginGeldigheid,
            informatieobjectcategorie: fit(category, 80, document.name),
            trefwoord: [],
        });
        relations.push({
            url: urlOf('ZaakTypeInformatieObjectType', document.name),
            zaaktype: urlOf('ZaakType', protocol.name),
            informatieobjecttype: url,
            volgnummer: relations.length + 1,
            richting: madeBy ? 'intern' : 'inkomend',
            ...(status === undefined ? {} : { statustype: status }),
        });
    }
    return { types, relations };
}

function categoryOf(document: ProtocolDocument): string | undefined {
    return statementsOf(document, 'soort').flatMap(textsOf)[0];
}
