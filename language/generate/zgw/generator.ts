import { droppedLoss } from '../dropped-loss.js';
import { unsaid, type Says } from '../unsaid.js';
import type { Protocol } from '../../model/protocol.js';
import type { Generator, Loss, Output } from '../generator.js';
import { safeName } from '../paths.js';
import { strangeNames } from '../strange-names.js';
import { zipOf } from '../zip.js';
import { contextOf, type Context, type Resource } from './context.js';
import { documentTypes, properties, resultTypes, roleTypes, statusTypes } from './parts.js';
import { zaaktypeOf } from './zaaktype.js';

/**
 * A catalogue for Open Zaak: a ZIP as its import reads it (one JSON file a kind of resource, with the keys of its
 * serializers), by the ZGW Catalogi API 1.3.1. Its mapping table stands in docs/uitvoer.md.
 */
export const zgwGenerator: Generator = {
    id: 'zgw',
    title: { nl: 'ZGW-catalogus', en: 'ZGW catalogue' },
    summary: {
        nl: 'Een zaaktype met statussen, resultaten, rollen en documenten, om in Open Zaak te importeren.',
        en: 'A zaaktype with statuses, results, roles and documents, to import into Open Zaak.',
    },
    refusesOnError: true,
    generate(protocol, options): Output {
        const context = contextOf(protocol, options);
        const path = `${safeName(protocol.name)}.catalogus.zip`;
        const resources = resourcesOf(context);
        const losses = [
            ...context.losses,
            ...strangeSettings(context),
            ...unsaid(protocol, { nl: 'een catalogus', en: 'a catalogue' }, SAYS),
            ...protocol.lost.map(droppedLoss),
        ];
        if (!resources) {
            const reason = {
                nl: 'er is geen catalogus gemaakt: een zaaktype dat niet volledig is, neemt Open Zaak niet aan',
                en: 'no catalogue was made: Open Zaak takes no zaaktype that is incomplete',
            };
            return { files: [], losses: [{ element: protocol.name, reason }, ...losses], trace: [] };
        }
        const files = resources
            .filter(([, entries]) => entries.length > 0)
            .map(([name, entries]) => ({ path: `${name}.json`, text: `${JSON.stringify(entries, undefined, 2)}\n` }));
        return {
            files: [{ path, content: zipOf(files) }],
            losses,
            trace: context.trace.map((t) => ({ ...t, file: path })),
        };
    },
};

const SAYS: Says = {
    kinds: ['versions', 'goals', 'roles', 'facts', 'documents', 'steps', 'delivers', 'performers'],
    words: {
        protocol: ['samenvatting', 'aanleiding', 'duur'],
        document: ['soort', 'vertrouwelijkheid'],
    },
};

/** Names in the settings that nothing here has, of what is said for each role and each end. */
function strangeSettings({ settings, protocol, options: { file } }: Context): Loss[] {
    const interventions = file.interventions.filter((one) => one.name !== protocol.name);
    const endsOf = ({ process }: Protocol) => process?.nodes.filter((n) => n.kind === 'end') ?? [];
    const ends = { own: endsOf(protocol), others: ['*', ...interventions.flatMap(endsOf).map((e) => e.name)] };
    const ofEnds = (field: string, nl: string, en: string) =>
        strangeNames(settings, protocol.name, { field, nl: [nl, 'geen einde'], en: [en, 'no end'], ...ends });
    return [
        ...strangeNames(settings, protocol.name, {
            field: 'roltypen',
            nl: ['een roltype aan', 'geen rol'],
            en: ['a kind of role to', 'no role'],
            own: protocol.roles,
            others: [...file.roles, ...interventions.flatMap((one) => one.roles)].map((r) => r.name),
        }),
        ...ofEnds('selectielijstklasse', 'een selectielijstklasse aan', 'a selectielijstklasse to'),
        ...ofEnds('resultaattypeomschrijving', 'een resultaattypeomschrijving aan', 'a resultaattypeomschrijving to'),
    ];
}

type Entries = readonly Readonly<Record<string, unknown>>[];

/** All resources, in the order in which Open Zaak reads them. */
function resourcesOf(context: Context): (readonly [Resource, Entries])[] | undefined {
    const { protocol, trace, lose, settings } = context;
    const known = zaaktypeOf(context);
    if (!known) {
        return undefined;
    }
    trace.push({ element: protocol.name, id: context.urlOf('ZaakType', protocol.name), at: protocol.nameAt });
    if (settings.text('selectielijstProcestype') === undefined) {
        context.losses.push(settings.missing('selectielijstProcestype', protocol.name));
    }
    lose(
        protocol.name,
        'hoe een zaak van status naar status gaat, zegt een catalogus niet; van doelen alleen de titel; besluittypen en producten of diensten vult de gemeente aan',
        'a catalogue does not say how a case goes from status to status; of goals only the title; the municipality adds besluittypen and products or services',
    );
    const statuses = statusTypes(context);
    const documents = documentTypes(context, known, statuses.of);
    return [
        ['Catalogus', catalogue(context)],
        ['InformatieObjectType', documents.types],
        ['ZaakType', [known.zaaktype]],
        ['StatusType', statuses.entries],
        ['ZaakTypeInformatieObjectType', documents.relations],
        ['ResultaatType', resultTypes(context)],
        ['RolType', roleTypes(context)],
        ['Eigenschap', properties(context)],
    ];
}

/** The catalogue itself; without all of its settings the zaaktype is one to import into a catalogue that is there. */
function catalogue(context: Context): Entries {
    const { settings, protocol, urlOf, losses, lose } = context;
    const fields = ['domein', 'rsin', 'contactpersoon'] as const;
    const [domein, rsin, contact] = fields.map((field) => settings.text(field));
    if (domein === undefined || rsin === undefined || contact === undefined) {
        losses.push(
            ...fields.filter((f) => settings.text(f) === undefined).map((f) => settings.missing(f, protocol.name)),
        );
        lose(
            protocol.name,
            'er is geen catalogus in de ZIP: kies bij het importeren een catalogus die er al is',
            'there is no catalogue in the ZIP: choose one that is there when importing',
        );
        return [];
    }
    return [
        {
            url: urlOf('Catalogus', ''),
            domein,
            rsin,
            contactpersoon_beheer_naam: contact,
            contactpersoon_beheer_telefoonnummer: '',
            contactpersoon_beheer_emailadres: '',
        },
    ];
}
