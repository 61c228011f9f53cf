/**
 * What Open Zaak takes on import, field by field: the request bodies of the Catalogi API 1.3.1 with their lengths, words
 * and required fields, under the keys of Open Zaak's serializers (snake_case), and a `url` for each, which its import
 * reads. Sources: VNG-Realisatie/catalogi-api, src/openapi.yaml; open-zaak/open-zaak,
 * src/openzaak/components/catalogi/openapi.yaml and management/commands/import.py. What the API gives back only
 * (`concept`, `statustypen`, …) is not allowed.
 */
type Schema = Readonly<Record<string, unknown>>;

const text = (maxLength: number, minLength = 1): Schema => ({ type: 'string', minLength, maxLength });
const blank = (maxLength: number): Schema => text(maxLength, 0);
const free: Schema = { type: 'string' };
const filled: Schema = { type: 'string', minLength: 1 };
const bool: Schema = { type: 'boolean' };
const date: Schema = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
const period: Schema = {
    type: 'string',
    pattern: '^P(?=.)([1-9][0-9]*Y)?([1-9][0-9]*M)?([1-9][0-9]*W)?([1-9][0-9]*D)?$',
};
const url = (collection?: string): Schema => ({
    type: 'string',
    maxLength: 1000,
    pattern: '^https?://[^/\\s]+/\\S+$',
    ...(collection ? { pattern: `^https?://[^/]+/.*/${collection}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$` } : {}),
});
const list = (items: Schema): Schema => ({ type: 'array', items });
const word = (...words: string[]): Schema => ({ enum: words });
const optional = (schema: Schema): Schema => ({ ...schema, 'x-optional': true });

const CONFIDENTIALITY = word(
    'openbaar',
    'beperkt_openbaar',
    'intern',
    'zaakvertrouwelijk',
    'vertrouwelijk',
    'confidentieel',
    'geheim',
    'zeer_geheim',
);

/** An object with exactly these fields; required unless optional. */
function object(fields: Readonly<Record<string, Schema>>): Schema {
    return {
        type: 'object',
        properties: Object.fromEntries(
            Object.entries(fields).map(([name, schema]) => [
                name,
                Object.fromEntries(Object.entries(schema).filter(([k]) => k !== 'x-optional')),
            ]),
        ),
        required: Object.entries(fields).flatMap(([name, schema]) => (schema['x-optional'] ? [] : [name])),
        additionalProperties: false,
    };
}

export const ZGW_SCHEMAS: Readonly<Record<string, Schema>> = {
    Catalogus: object({
        url: url('catalogussen'),
        domein: { type: 'string', pattern: '^[A-Z]{1,5}$' },
        rsin: { type: 'string', pattern: '^[0-9]{9}$' },
        contactpersoon_beheer_naam: text(40),
        contactpersoon_beheer_telefoonnummer: optional(blank(20)),
        contactpersoon_beheer_emailadres: optional(blank(254)),
        naam: optional(text(200)),
        versie: optional(text(20)),
        begindatum_versie: optional(date),
    }),
    InformatieObjectType: object({
        url: url('informatieobjecttypen'),
        catalogus: url('catalogussen'),
        omschrijving: text(80),
        vertrouwelijkheidaanduiding: CONFIDENTIALITY,
        begin_geldigheid: date,
        einde_geldigheid: optional(date),
        informatieobjectcategorie: text(80),
        trefwoord: optional(list(text(30))),
    }),
    ZaakType: object({
        url: url('zaaktypen'),
        identificatie: optional(text(50)),
        omschrijving: text(80),
        omschrijving_generiek: optional(blank(80)),
        vertrouwelijkheidaanduiding: CONFIDENTIALITY,
        doel: filled,
        aanleiding: filled,
        toelichting: optional(free),
        indicatie_intern_of_extern: word('intern', 'extern'),
        handeling_initiator: text(20),
        onderwerp: text(80),
        handeling_behandelaar: text(20),
        doorlooptijd: period,
        servicenorm: optional(period),
        opschorting_en_aanhouding_mogelijk: bool,
        verlenging_mogelijk: bool,
        verlengingstermijn: optional(period),
        trefwoorden: optional(list(text(30))),
        publicatie_indicatie: bool,
        publicatietekst: optional(free),
        verantwoordingsrelatie: optional(list(text(40))),
        producten_of_diensten: list(url()),
        selectielijst_procestype: optional({ ...url(), maxLength: 200 }),
        referentieproces: object({ naam: text(80), link: optional(blank(200)) }),
        verantwoordelijke: text(50),
        begin_geldigheid: date,
        einde_geldigheid: optional(date),
        versiedatum: date,
        catalogus: url('catalogussen'),
        besluittypen: list(url('besluittypen')),
        deelzaaktypen: optional(list(url('zaaktypen'))),
        gerelateerde_zaaktypen: list(
            object({
                zaaktype: url(),
                aard_relatie: word('vervolg', 'bijdrage', 'onderwerp'),
                toelichting: optional(blank(255)),
            }),
        ),
    }),
    StatusType: object({
        url: url('statustypen'),
        omschrijving: text(80),
        omschrijving_generiek: optional(blank(80)),
        statustekst: optional(blank(1000)),
        zaaktype: url('zaaktypen'),
        volgnummer: { type: 'integer', minimum: 1, maximum: 9999 },
        informeren: optional(bool),
        doorlooptijd: optional(period),
        toelichting: optional(blank(1000)),
        checklistitem_statustype: optional(
            list(
                object({
                    itemnaam: text(30),
                    toelichting: optional(blank(1000)),
                    vraagstelling: text(255),
                    verplicht: optional(bool),
                }),
            ),
        ),
    }),
    ZaakTypeInformatieObjectType: object({
        url: url('zaaktype-informatieobjecttypen'),
        zaaktype: url('zaaktypen'),
        informatieobjecttype: url('informatieobjecttypen'),
        volgnummer: { type: 'integer', minimum: 1, maximum: 999 },
        richting: word('inkomend', 'intern', 'uitgaand'),
        statustype: optional(url('statustypen')),
    }),
    ResultaatType: object({
        url: url('resultaattypen'),
        zaaktype: url('zaaktypen'),
        omschrijving: text(30),
        resultaattypeomschrijving: url(),
        selectielijstklasse: url(),
        toelichting: optional(free),
        archiefnominatie: optional(word('', 'blijvend_bewaren', 'vernietigen')),
        archiefactietermijn: optional(period),
    }),
    RolType: object({
        url: url('roltypen'),
        zaaktype: url('zaaktypen'),
        omschrijving: text(100),
        omschrijving_generiek: word(
            'adviseur',
            'behandelaar',
            'belanghebbende',
            'beslisser',
            'initiator',
            'klantcontacter',
            'zaakcoordinator',
            'mede_initiator',
        ),
    }),
    Eigenschap: object({
        url: url('eigenschappen'),
        naam: text(20),
        definitie: text(255),
        specificatie: {
            ...object({
                groep: optional(blank(32)),
                formaat: word('tekst', 'getal', 'datum', 'datum_tijd'),
                lengte: text(14),
                kardinaliteit: text(3),
                waardenverzameling: optional(list(text(100))),
            }),
            // models/eigenschap.py, EigenschapSpecificatie.clean
            allOf: [
                {
                    if: { properties: { formaat: { const: 'tekst' } } },
                    then: {
                        properties: { lengte: { pattern: '^([0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])$' } },
                    },
                },
                {
                    if: { properties: { formaat: { const: 'getal' } } },
                    then: { properties: { lengte: { pattern: '^[0-9]+(,[0-9]+)?$' } } },
                },
                {
                    if: { properties: { formaat: { const: 'datum' } } },
                    then: { properties: { lengte: { const: '8' } } },
                },
            ],
        },
        toelichting: optional(blank(1000)),
        zaaktype: url('zaaktypen'),
        statustype: optional(url('statustypen')),
    }),
};

/** The order in which Open Zaak imports (constants.py, IMPORT_ORDER): what is referred to must be there before. */
export const IMPORT_ORDER = [
    'Catalogus',
    'InformatieObjectType',
    'BesluitType',
    'ZaakType',
    'StatusType',
    'ZaakTypeInformatieObjectType',
    'ResultaatType',
    'RolType',
    'Eigenschap',
];

/** What must be unique, by resource: the fields that together may occur once. */
export const UNIQUE: Readonly<Record<string, readonly string[]>> = {
    StatusType: ['zaaktype', 'volgnummer'],
    ResultaatType: ['zaaktype', 'omschrijving'],
    RolType: ['zaaktype', 'omschrijving'],
    Eigenschap: ['zaaktype', 'naam'],
    InformatieObjectType: ['catalogus', 'omschrijving'],
    ZaakTypeInformatieObjectType: ['zaaktype', 'volgnummer'],
};
