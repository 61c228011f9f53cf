import { Ajv } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zgwGenerator } from '../../../language/generate/zgw/generator.js';
import { DEFAULT_SETTINGS } from '../../../language/settings/settings.js';
import { readSettings } from '../../../language/settings/read.js';
import { hostileProtocol } from './hostile.js';
import { caseFrom, exampleCases, type Case } from './support.js';
import { IMPORT_ORDER, UNIQUE, ZGW_SCHEMAS } from './zgw-schemas.js';
import { ZGW_SETTINGS as SETTINGS } from './zgw-settings.js';

type Entry = Readonly<Record<string, unknown>>;

function made({ protocol, options }: Case, zgw: Entry = SETTINGS, forced = false) {
    const output = zgwGenerator.generate(protocol, {
        ...options,
        forced,
        settings: { ...DEFAULT_SETTINGS, output: { zgw } },
    });
    const [file] = output.files;
    const entries = file ? unzipSync(file.content as Uint8Array) : {};
    const resources = new Map(
        Object.entries(entries).map(([name, bytes]) => [
            name.replace('.json', ''),
            JSON.parse(strFromU8(bytes)) as Entry[],
        ]),
    );
    return { ...output, bytes: file?.content, resources, of: (name: string): Entry => resources.get(name)?.[0] ?? {} };
}

const ajv = new Ajv({ allErrors: true, strict: false });

const cases = [...(await exampleCases()), await hostileProtocol()];

describe('the settings of the test', () => {
    it('are ones that draaiboek.json takes', () => {
        expect(readSettings(JSON.stringify({ output: { zgw: SETTINGS } })).problems).toEqual([]);
    });
});

describe.each(cases)('the catalogue of $name', (one) => {
    const { resources, bytes, trace } = made(one);

    it('has what Open Zaak takes: every field, length and word', () => {
        expect(resources.size).toBeGreaterThan(2);
        for (const [name, entries] of resources) {
            const validate = ajv.compile(ZGW_SCHEMAS[name] ?? false);
            for (const entry of entries) {
                validate(entry);
                expect({ name, entry, errors: validate.errors ?? [] }).toEqual({ name, entry, errors: [] });
            }
        }
    });

    it('refers only to what was there before, in the order of the import', () => {
        const names = [...resources.keys()];
        expect(names).toEqual(IMPORT_ORDER.filter((n) => names.includes(n)));
        const known = new Set<unknown>();
        const outside = ['selectielijst_procestype', 'selectielijstklasse', 'resultaattypeomschrijving'];
        for (const [name, entries] of resources) {
            for (const entry of entries) {
                const references = Object.entries(entry).filter(
                    ([key, value]) =>
                        key !== 'url' &&
                        !outside.includes(key) &&
                        typeof value === 'string' &&
                        /^https?:\/\/open-zaak\./.test(value),
                );
                expect({ name, missing: references.filter(([, value]) => !known.has(value)) }).toEqual({
                    name,
                    missing: [],
                });
                expect(known.has(entry['url'])).toBe(false);
                known.add(entry['url']);
            }
        }
    });

    it('says nothing twice that may occur once', () => {
        for (const [name, fields] of Object.entries(UNIQUE)) {
            const keys = (resources.get(name) ?? []).map((e) => JSON.stringify(fields.map((f) => e[f])));
            expect(new Set(keys).size).toBe(keys.length);
        }
    });

    it('ends with a status, is traced, and is the same on every run', () => {
        expect(resources.get('StatusType')?.at(-1)?.['omschrijving']).toBe('Afgesloten');
        const urls = new Set([...resources.values()].flat().map((e) => e['url']));
        expect(trace.filter((t) => !urls.has(t.id))).toEqual([]);
        expect(trace.map((t) => t.element)).toEqual(expect.arrayContaining([one.name]));
        expect(made(one).bytes).toEqual(bytes);
    });
});

describe('a catalogue', () => {
    const example = () =>
        caseFrom(`interventie Proef "De proef" {
            versie "1" van 2026-03-01
            aanleiding "Er is een zorg."
            duur hoogstens 6 maanden
            doel Verder "Het gezin kan verder"
            rol Werker rol Regisseur voert regie rol Kind is cliënt rol Kijker
            gegeven klaar: ja/nee "Het is klaar"
            gegeven kleur: een van rood, lichtblauw
            gegeven heel-lange-naam-van-een-gegeven: aantal
            document Plan { soort plan vertrouwelijkheid vertrouwelijk }
            document Brief
            aanpak {
                fase Begin { stap Een { door Werker levert Plan vereist Brief bepaalt klaar } }
                fase Eind "Het eind" { stap Twee { door Werker } }
                einde Goed "Het is gelukt en het gezin kan daarna zelf verder" { geslaagd }
            }
        }`);

    it('says of the protocol what it can', async () => {
        const { of, resources } = made(await example());
        expect(of('ZaakType')).toMatchObject({
            identificatie: 'Proef',
            omschrijving: 'De proef',
            doel: 'Het gezin kan verder',
            aanleiding: 'Er is een zorg.',
            doorlooptijd: 'P6M',
            begin_geldigheid: '2026-03-01',
            verlengingstermijn: 'P3M',
        });
        expect(resources.get('StatusType')?.map((s) => [s['volgnummer'], s['omschrijving']])).toEqual([
            [1, 'Begin'],
            [2, 'Het eind'],
            [3, 'Afgesloten'],
        ]);
        expect(resources.get('RolType')?.map((r) => r['omschrijving_generiek'])).toEqual([
            'behandelaar',
            'zaakcoordinator',
            'belanghebbende',
            'adviseur',
        ]);
        expect(resources.get('ZaakTypeInformatieObjectType')?.map((r) => r['richting'])).toEqual([
            'intern',
            'inkomend',
        ]);
        expect(
            resources
                .get('InformatieObjectType')
                ?.map((d) => [d['vertrouwelijkheidaanduiding'], d['informatieobjectcategorie']]),
        ).toEqual([
            ['vertrouwelijk', 'plan'],
            ['zaakvertrouwelijk', 'Dossierstuk'],
        ]);
        expect(resources.get('Eigenschap')?.map((e) => e['specificatie'])).toMatchObject([
            { formaat: 'tekst', lengte: '3', waardenverzameling: ['ja', 'nee'] },
            { formaat: 'tekst', lengte: '10', waardenverzameling: ['rood', 'lichtblauw'] },
            { formaat: 'getal' },
        ]);
    });

    it('cuts what is too long, and says so', async () => {
        const { of, resources, losses } = made(await example());
        expect(of('ResultaatType')['omschrijving']).toBe('Het is gelukt en het gezin ka…');
        expect(resources.get('Eigenschap')?.[2]?.['naam']).toBe('heel-lange-naam-van…');
        expect(losses.filter((l) => l.reason.nl.includes('ingekort')).map((l) => l.element)).toEqual(
            expect.arrayContaining(['Goed', 'heel-lange-naam-van-een-gegeven']),
        );
    });

    it('is not made while something is said nowhere, and names each setting that is missing', async () => {
        const { files, losses } = made(await example(), {});
        expect(files).toEqual([]);
        const named = losses.flatMap((l) => /output › zgw › (\w+)/.exec(l.reason.nl)?.[1] ?? []);
        expect(named.sort()).toEqual(
            [
                'vertrouwelijkheidaanduiding',
                'indicatieInternOfExtern',
                'handelingInitiator',
                'handelingBehandelaar',
                'opschortingEnAanhoudingMogelijk',
                'verlengingMogelijk',
                'publicatieIndicatie',
                'referentieproces',
                'verantwoordelijke',
            ].sort(),
        );
    });

    it('leaves out what the settings do not say and may be left out', async () => {
        const { domein: _d, selectielijstklasse: _s, informatieobjectcategorie: _i, ...rest } = SETTINGS;
        const { resources, losses } = made(await example(), rest);
        expect([...resources.keys()]).toEqual([
            'InformatieObjectType',
            'ZaakType',
            'StatusType',
            'ZaakTypeInformatieObjectType',
            'RolType',
            'Eigenschap',
        ]);
        expect(
            losses
                .map((l) => /output › zgw › (\w+)/.exec(l.reason.nl)?.[1])
                .filter(Boolean)
                .sort(),
        ).toEqual(['domein', 'informatieobjectcategorie', 'selectielijstklasse']);
    });

    it('says that it is a draft where it was made despite errors', async () => {
        expect(made(await example(), SETTINGS, true).of('ZaakType')['toelichting']).toContain('CONCEPT');
    });
});
