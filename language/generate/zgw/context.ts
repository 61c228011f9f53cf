import type { Protocol } from '../../model/protocol.js';
import { cut } from '../../text/cut.js';
import type { GenerateOptions, Loss, Trace } from '../generator.js';
import { outputSettings, type OutputSettings } from '../output-settings.js';
import { distinct } from '../paths.js';
import { uuid } from '../uuid.js';
import { oneLine } from '../../text/one-line.js';

/** The collections of the Catalogi API, by the name of a resource. */
const COLLECTIONS = {
    Catalogus: 'catalogussen',
    ZaakType: 'zaaktypen',
    StatusType: 'statustypen',
    ResultaatType: 'resultaattypen',
    RolType: 'roltypen',
    Eigenschap: 'eigenschappen',
    InformatieObjectType: 'informatieobjecttypen',
    ZaakTypeInformatieObjectType: 'zaaktype-informatieobjecttypen',
} as const;

export type Resource = keyof typeof COLLECTIONS;

/** What every part of the catalogue needs. */
export interface Context {
    readonly protocol: Protocol;
    readonly options: GenerateOptions;
    readonly settings: OutputSettings;
    /** the address of a resource; the same for the same name */
    readonly urlOf: (resource: Resource, name: string) => string;
    /** a text on one line within a length, no two the same in a `scope`; what is cut is a loss */
    readonly fit: (text: string, longest: number, element: string, scope?: string) => string;
    readonly losses: Loss[];
    readonly lose: (element: string, nl: string, en: string) => void;
    readonly trace: Omit<Trace, 'file'>[];
}

export function contextOf(protocol: Protocol, options: GenerateOptions): Context {
    const settings = outputSettings(options.settings, 'zgw');
    const base = (settings.text('url') ?? 'https://open-zaak.invalid/catalogi/api/v1').replace(/\/+$/, '');
    const losses: Loss[] = [];
    const taken = new Map<string, Set<string>>();
    const lose = (element: string, nl: string, en: string) => {
        losses.push({ element, reason: { nl, en } });
    };
    return {
        protocol,
        options,
        settings,
        losses,
        lose,
        trace: [],
        urlOf: (resource, name) =>
            `${base}/${COLLECTIONS[resource]}/${uuid(['zgw', protocol.name, resource, name].join('\n'))}`,
        fit: (text, longest, element, scope) => {
            const line = oneLine(text) || element;
            const short = cut(line, longest);
            if (short !== line) {
                lose(
                    element,
                    `de tekst is ingekort tot ${String(longest)} tekens: ‘${short}’`,
                    `the text was cut to ${String(longest)} characters: ‘${short}’`,
                );
            }
            if (scope === undefined) {
                return short;
            }
            const names = taken.get(scope) ?? new Set<string>();
            taken.set(scope, names);
            return names.has(short.toLowerCase()) ? distinct(cut(line, longest - 5), names) : distinct(short, names);
        },
    };
}
