import { isOpen, statementsOf, textsOf } from '../../model/queries.js';
import { mostOf, type Value } from '../../model/values.js';
import { CONFIDENTIALITY } from '../../settings/zgw-fields.js';
import { countsPartOfMonth, isoDuration } from '../bpmn/iso-duration.js';
import { MADE_DESPITE_ERRORS } from '../made-despite-errors.js';
import { sayTheSame, valueText } from '../../messages/wording.js';
import type { Context } from './context.js';

/** What a zaaktype is without: all of it must be there before Open Zaak takes it. */
export interface Known {
    readonly vertrouwelijkheidaanduiding: string;
    readonly beginGeldigheid: string;
    readonly zaaktype: Readonly<Record<string, unknown>>;
}

/**
 * The zaaktype by what the protocol and the settings say, with the keys of the import of Open Zaak (snake_case).
 *
 * @returns undefined where something that must be there is said nowhere; each of these is a loss
 */
export function zaaktypeOf(context: Context): Known | undefined {
    const { protocol, settings, fit, urlOf, options } = context;
    const missing: string[] = [];
    const need = <T>(field: string, said: T | undefined): T | undefined => {
        if (said === undefined) {
            missing.push(field);
        }
        return said;
    };
    const text = (field: string, said?: string) => need(field, said ?? settings.text(field));
    const yes = (field: string) => need(field, settings.yes(field));
    const version = protocol.versions.at(-1);
    const confidential = text('vertrouwelijkheidaanduiding');
    const begin = text('beginGeldigheid', version?.date);
    const extendable = yes('verlengingMogelijk');
    const title = protocol.title ?? protocol.name;
    const zaaktype = {
        url: urlOf('ZaakType', protocol.name),
        catalogus: urlOf('Catalogus', ''),
        identificatie: fit(protocol.name, 50, protocol.name),
        omschrijving: fit(title, 80, protocol.name),
        vertrouwelijkheidaanduiding: confidential,
        doel: text('doel', goals(context)),
        aanleiding: text('aanleiding', said(context, 'aanleiding')),
        toelichting: [options.forced ? MADE_DESPITE_ERRORS[options.language] : '', said(context, 'samenvatting') ?? '']
            .filter((t) => t !== '')
            .join('\n\n'),
        indicatie_intern_of_extern: text('indicatieInternOfExtern'),
        handeling_initiator: text('handelingInitiator'),
        onderwerp: fit(title, 80, protocol.name),
        handeling_behandelaar: text('handelingBehandelaar'),
        doorlooptijd: text('doorlooptijd', duration(context)),
        opschorting_en_aanhouding_mogelijk: yes('opschortingEnAanhoudingMogelijk'),
        verlenging_mogelijk: extendable,
        ...(extendable ? { verlengingstermijn: text('verlengingstermijn') } : {}),
        trefwoorden: [],
        publicatie_indicatie: yes('publicatieIndicatie'),
        verantwoordingsrelatie: [],
        producten_of_diensten: [],
        ...(settings.text('selectielijstProcestype') === undefined
            ? {}
            : { selectielijst_procestype: settings.text('selectielijstProcestype') }),
        referentieproces: { naam: text('referentieproces'), link: '' },
        verantwoordelijke: text('verantwoordelijke'),
        begin_geldigheid: begin,
        versiedatum: begin,
        besluittypen: [],
        gerelateerde_zaaktypen: [],
    };
    context.losses.push(...missing.map((field) => settings.missing(field, protocol.name)));
    return missing.length > 0 || confidential === undefined || begin === undefined
        ? undefined
        : { vertrouwelijkheidaanduiding: confidential, beginGeldigheid: begin, zaaktype };
}

function goals({ protocol }: Context): string | undefined {
    const titles = protocol.goals.flatMap((g) => (g.title === undefined ? [] : [g.title]));
    return titles.length > 0 ? titles.join('\n') : undefined;
}

function said({ protocol }: Context, kind: string): string | undefined {
    const texts = statementsOf(protocol, kind)
        .flatMap(textsOf)
        .filter((t) => t.trim() !== '');
    return texts.length > 0 ? texts.join('\n') : undefined;
}

/** `duur` of the interventie or of its aanpak, where it is a figure. */
function duration({ protocol, lose }: Context): string | undefined {
    const values: readonly Value[] = [protocol, ...(protocol.process ? [protocol.process] : [])].flatMap((b) =>
        statementsOf(b, 'duur').flatMap((s) => s.values),
    );
    const known = sayTheSame(values.map((value) => ({ value })))
        ? values.find((v) => v.type === 'quantity' && mostOf(v) !== undefined)
        : undefined;
    const iso = known?.type === 'quantity' ? isoDuration(known) : undefined;
    for (const value of iso === undefined ? values : []) {
        lose(
            protocol.name,
            `duur ${valueText(value, 'nl')}: geen doorlooptijd, want die is één tijd, in cijfers, met een hoogste`,
            `duur ${valueText(value, 'en')}: no doorlooptijd, since that is one time, in figures, with a most`,
        );
    }
    if (iso !== undefined && known?.type === 'quantity' && countsPartOfMonth(known)) {
        lose(
            protocol.name,
            `een deel van een maand heeft geen vaste lengte: ${known.text} is geteld met dertig dagen per maand (${iso})`,
            `a part of a month has no fixed length: ${known.text} is counted with thirty days a month (${iso})`,
        );
    }
    // hours and minutes are no length for a zaak, and neither is nothing
    return iso === undefined || iso.includes('T') || /^P0+[A-Z]$/.test(iso) ? undefined : iso;
}

/** The word of the API for what a document states: `zaakvertrouwelijk`, `beperkt openbaar`. */
export function confidentialityOf(values: readonly Value[]): string | undefined {
    const words = values
        .filter((v) => !isOpen(v))
        .map((v) => (v.type === 'word' ? v.word : v.type === 'text' ? v.text : ''));
    return words
        .map((w) => w.trim().toLowerCase().replace(/\s+/g, '_'))
        .find((w) => (CONFIDENTIALITY as readonly string[]).includes(w));
}
