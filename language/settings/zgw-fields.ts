import type { OutputField, OutputFields } from './output-fields.js';

/** Words of the Catalogi API 1.3.1 (VertrouwelijkheidaanduidingEnum), from open to closed. */
export const CONFIDENTIALITY = [
    'openbaar',
    'beperkt_openbaar',
    'intern',
    'zaakvertrouwelijk',
    'vertrouwelijk',
    'confidentieel',
    'geheim',
    'zeer_geheim',
] as const;

/** Words of the Catalogi API 1.3.1 (OmschrijvingGeneriekEnum of a roltype). */
export const ROLE_KINDS = [
    'adviseur',
    'behandelaar',
    'belanghebbende',
    'beslisser',
    'initiator',
    'klantcontacter',
    'zaakcoordinator',
    'mede_initiator',
] as const;

const DURATION = '^P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$';

function text(nl: string, en: string, example: string, more: Partial<OutputField> = {}): OutputField {
    return { type: 'text', about: { nl, en }, example, ...more };
}

function yesNo(nl: string, en: string): OutputField {
    return { type: 'yes-no', about: { nl, en }, example: false };
}

/** What a catalogue of zaaktypen needs and a protocol does not say; lengths as in the Catalogi API 1.3.1. */
export const ZGW_FIELDS: OutputFields = {
    url: {
        type: 'url',
        about: {
            nl: 'Het adres van de Catalogi API waarin de catalogus komt; Open Zaak leest alleen wat na de naam van de server staat.',
            en: 'The address of the Catalogi API that gets the catalogue; Open Zaak reads only what stands behind the name of the server.',
        },
        example: 'https://openzaak.gemeente.nl/catalogi/api/v1',
    },
    domein: text(
        'De afkorting van het domein van de catalogus, hoogstens 5 hoofdletters.',
        'The abbreviation of the domain of the catalogue, at most 5 capitals.',
        'JEUGD',
        { pattern: '^[A-Z]{1,5}$' },
    ),
    rsin: text('Het RSIN van de eigenaar van de catalogus.', 'The RSIN of the owner of the catalogue.', '000000000', {
        pattern: '^[0-9]{9}$',
        isRsin: true,
    }),
    contactpersoon: text('Wie de catalogus beheert.', 'Who looks after the catalogue.', 'Functioneel beheer jeugd', {
        longest: 40,
    }),
    vertrouwelijkheidaanduiding: text(
        'Hoe vertrouwelijk een zaak is, en een document waarvan het protocol dat niet zegt.',
        'How confidential a case is, and a document of which the protocol does not say it.',
        'zaakvertrouwelijk',
        { words: CONFIDENTIALITY },
    ),
    indicatieInternOfExtern: text(
        'Of een zaak van binnen of van buiten de organisatie komt.',
        'Whether a case comes from inside or outside the organisation.',
        'extern',
        { words: ['intern', 'extern'] },
    ),
    doel: text(
        'Het doel van het zaaktype, waar het protocol geen doel noemt.',
        'The aim of the zaaktype, where the protocol names no goal.',
        'Jeugdigen groeien veilig op.',
    ),
    aanleiding: text(
        'De aanleiding van een zaak, waar het protocol die niet noemt.',
        'What occasions a case, where the protocol does not say it.',
        'Een signaal over een gezin.',
    ),
    handelingInitiator: text('Wat de initiator doet.', 'What the initiator does.', 'Melden', { longest: 20 }),
    handelingBehandelaar: text('Wat de behandelaar doet.', 'What the worker does.', 'Begeleiden', { longest: 20 }),
    doorlooptijd: text(
        'Hoelang een zaak hoogstens duurt (ISO 8601), waar het protocol dat niet in een getal zegt.',
        'How long a case takes at most (ISO 8601), where the protocol does not say it in figures.',
        'P9M',
        { pattern: DURATION },
    ),
    opschortingEnAanhoudingMogelijk: yesNo(
        'Of een zaak opgeschort of aangehouden kan worden.',
        'Whether a case can be suspended.',
    ),
    verlengingMogelijk: yesNo(
        'Of de termijn van een zaak verlengd kan worden.',
        'Whether the term of a case can be extended.',
    ),
    verlengingstermijn: text(
        'Met hoeveel een zaak verlengd kan worden (ISO 8601), als dat kan.',
        'By how much a case can be extended (ISO 8601), if it can.',
        'P3M',
        { pattern: DURATION },
    ),
    publicatieIndicatie: yesNo(
        'Of het begin van een zaak gepubliceerd wordt.',
        'Whether the start of a case is published.',
    ),
    referentieproces: text(
        'Het proces waarvan dit zaaktype is afgeleid.',
        'The process from which this zaaktype is derived.',
        'Jeugdhulp bieden',
        { longest: 80 },
    ),
    verantwoordelijke: text(
        'De organisatie die verantwoordelijk is voor zaken van dit type.',
        'The organisation that answers for cases of this type.',
        '000000000',
        { longest: 50 },
    ),
    beginGeldigheid: {
        type: 'date',
        about: {
            nl: 'Vanaf wanneer het zaaktype geldt, waar de versie van het protocol geen datum heeft.',
            en: 'From when the zaaktype holds, where the version of the protocol has no date.',
        },
        example: '2026-01-01',
    },
    informatieobjectcategorie: text(
        'De categorie van documenten waarvan het protocol geen soort noemt.',
        'The category of documents of which the protocol names no kind.',
        'Dossierstuk',
        { longest: 80 },
    ),
    selectielijstProcestype: {
        type: 'url',
        about: {
            nl: 'Het procestype in de selectielijst.',
            en: 'The procestype in the selectielijst.',
        },
        example: 'https://selectielijst.openzaak.nl/api/v1/procestypen/…',
    },
    selectielijstklasse: {
        type: 'url-names',
        about: {
            nl: 'Voor elk einde de klasse in de selectielijst; `*` voor wat niet genoemd is.',
            en: 'For each einde the class in the selectielijst; `*` for what is not named.',
        },
        example: { '*': 'https://selectielijst.openzaak.nl/api/v1/resultaten/…' },
    },
    resultaattypeomschrijving: {
        type: 'url-names',
        about: {
            nl: 'Voor elk einde de algemene omschrijving in de selectielijst; `*` voor wat niet genoemd is.',
            en: 'For each einde the general description in the selectielijst; `*` for what is not named.',
        },
        example: { '*': 'https://selectielijst.openzaak.nl/api/v1/resultaattypeomschrijvingen/…' },
    },
    roltypen: {
        type: 'names',
        words: ROLE_KINDS,
        about: {
            nl: 'Voor elke rol het algemene roltype, waar dat niet uit het protocol volgt.',
            en: 'For each role the general kind of role, where it does not follow from the protocol.',
        },
        example: { Huisarts: 'adviseur' },
    },
};
