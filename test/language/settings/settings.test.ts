import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../language/rules/catalogue.js';
import { LIMITS, NOT_CONFIGURABLE } from '../../../language/settings/fields.js';
import { readSettings } from '../../../language/settings/read.js';
import { settingsSchema } from '../../../language/settings/schema.js';
import { DEFAULT_SETTINGS } from '../../../language/settings/settings.js';
import { SETTINGS_SCHEMA, settingsSchemaText } from '../../../scripts/docs/settings-schema.js';

const read = (json: unknown) => readSettings(JSON.stringify(json));
const complaints = (json: unknown) => read(json).problems.map((p) => p.nl);

describe('the settings in draaiboek.json', () => {
    it('hold where the file says something, and the defaults hold elsewhere', () => {
        const { settings, problems } = read({
            $schema: './draaiboek.schema.json',
            rules: { 'meta/bron': 'off', 'meta/waarde': 'error', 'tekst/vaag': 'waarschuwing' },
            holidays: ['2026-05-04'],
            local: 'breda.json',
            output: { operaton: { historyTimeToLive: 'P180D' } },
            limits: { summaryWords: 400, consentAges: { youngPersonFrom: 18 } },
        });
        expect(problems).toEqual([]);
        expect(settings).toEqual({
            rules: { 'meta/bron': 'off', 'meta/waarde': 'error', 'tekst/vaag': 'warning' },
            language: 'nl',
            holidays: ['2026-05-04'],
            local: ['breda.json'],
            output: { operaton: { historyTimeToLive: 'P180D' } },
            limits: {
                ...DEFAULT_SETTINGS.limits,
                summaryWords: 400,
                consentAges: { ...DEFAULT_SETTINGS.limits.consentAges, youngPersonFrom: 18 },
            },
        });
        expect(read({}).settings).toEqual(DEFAULT_SETTINGS);
    });

    it('offer the nearest code, word or setting for a misspelt one, and keep the rest', () => {
        const json = { rules: { 'meta/bronn': 'off', 'meta/bron': 'warnign', 'tekst/vaag': 'off' }, limts: {} };
        expect(complaints(json)).toEqual([
            'Bij limts: bedoelde u "limits"?',
            'Bij rules › meta/bronn: bedoelde u "meta/bron"?',
            'Bij rules › meta/bron: bedoelde u "warning"?',
        ]);
        expect(read(json).settings.rules).toEqual({ 'tekst/vaag': 'off' });
    });

    it('say what belongs somewhere when something else stands there', () => {
        expect(complaints({ holidays: ['2026-02-30'] })[0]).toContain('"2026-02-30" is geen dag');
        expect(complaints({ holidays: 'morgen' })[0]).toContain('een lijst');
        expect(complaints({ language: 'fr' })[0]).toContain('"nl" of "en"');
        expect(complaints({ rules: [] })[0]).toContain('Bij rules');
        expect(complaints({ limits: { summaryWords: '600' } })[0]).toContain('een getal, zonder aanhalingstekens: 600');
        expect(complaints({ limits: { summaryWords: -1 } })[0]).toContain('schrijf een getal van 0 of meer: ');
        expect(complaints({ output: { bpmn: 'ja' } })[0]).toContain('Bij output › bpmn');
        expect(complaints({ output: { fhir: { urll: 'x' } } })).toEqual([
            'Bij output › fhir › urll: bedoelde u "url"?',
        ]);
        expect(complaints({ output: { fhir: { url: 'geen adres' } } })).toEqual([
            'Bij output › fhir › url: "geen adres" past hier niet; schrijf iets als "https://jeugd.voorbeeld.nl/fhir".',
        ]);
        expect(complaints({ output: { fhir: { bundle: 'batch' } } })).toEqual([
            'Bij output › fhir › bundle: "batch" past hier niet; schrijf een van "collection", "transaction".',
        ]);
        const kinds = { Huisarts: 'adviseur', Werker: 'behandelar' };
        expect(complaints({ output: { zgw: { roltypen: kinds } } })).toEqual([
            'Bij output › zgw › roltypen › Werker: "behandelar" past hier niet; bedoelde u "behandelaar"?',
        ]);
        expect(read({ output: { zgw: { roltypen: kinds } } }).settings.output['zgw']).toEqual({
            roltypen: { Huisarts: 'adviseur' },
        });
        expect(complaints({ output: { zgw: { selectielijstklasse: { Slot: 'klasse 1' } } } })[0]).toMatch(
            /^Bij output › zgw › selectielijstklasse › Slot: "klasse 1" past hier niet; schrijf iets als "https:/,
        );
        expect(complaints({ output: { zgw: { rsin: '111222334' } } })[0]).toMatch(
            /^Bij output › zgw › rsin: "111222334" past hier niet; .*elfproef/,
        );
        expect(complaints({ output: { zgw: { rsin: '111222333' }, valtimo: { rsin: '000000000' } } })).toEqual([]);
        expect(complaints({ local: '' })[0]).toContain('de naam van een bestand');
    });

    it('do not silence a text that cannot be read', () => {
        expect(complaints({ rules: { 'meta/syntaxis': 'off' } })[0]).toContain('niet in te stellen');
    });

    it('explain what is wrong with the JSON itself, with its line', () => {
        expect(readSettings('').problems[0]?.nl).toContain('leeg');
        expect(readSettings('[]').problems[0]?.nl).toContain('tussen `{` en `}`');
        expect(readSettings('{\n  "rules": {}\n  "language": "nl"\n}').problems[0]?.nl).toMatch(
            /^Regel 3: dit is geen geldige JSON/,
        );
        expect(readSettings('// mijn instellingen\n{}').problems[0]?.nl).toContain('JSON kent die niet');
        expect(readSettings('\uFEFF{"language": "en"}').settings.language).toBe('en');
    });
});

describe('the JSON Schema of draaiboek.json', () => {
    const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(settingsSchema());

    it('knows every rule that can be set, with what it checks', () => {
        const { properties } = (
            settingsSchema()['properties'] as { rules: { properties: Record<string, { description: string }> } }
        ).rules;
        expect(Object.keys(properties)).toEqual(
            catalogue.map((r) => r.code).filter((code) => !NOT_CONFIGURABLE.has(code)),
        );
        expect(Object.values(properties).filter((p) => p.description.length < 10)).toEqual([]);
    });

    it('accepts what the reader accepts and refuses what it complains about', () => {
        const good = [
            {},
            {
                rules: { 'meta/bron': 'fout' },
                language: 'en',
                holidays: ['2026-05-04'],
                limits: { summaryWords: 400 },
                output: { fhir: {} },
            },
        ];
        const bad = [
            { rules: { 'meta/bronn': 'off' } },
            { rules: { 'meta/bron': 'heel erg' } },
            { rules: { 'meta/syntaxis': 'off' } },
            { language: 'fr' },
            { holidays: ['4 mei'] },
            { local: '' },
            { local: ['breda.json', ' '] },
            { output: { bpmn: 1 } },
            { limits: { woorden: 1 } },
            { limits: { summaryWords: 'veel' } },
            { taal: 'nl' },
        ];
        expect(good.map((json) => [complaints(json), validate(json)])).toEqual(good.map(() => [[], true]));
        expect(bad.filter((json) => validate(json) || complaints(json).length === 0)).toEqual([]);
    });

    it('describes every figure that can be changed', () => {
        const paths = (value: object, path: string): string[] =>
            Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
                path + key,
                ...(typeof inner === 'object' && inner !== null ? paths(inner, `${path}${key}.`) : []),
            ]);
        expect(Object.keys(LIMITS).sort()).toEqual(paths(DEFAULT_SETTINGS.limits, '').sort());
    });

    it('is kept in docs; if it differs, run the command in scripts/docs/settings-schema.ts', () => {
        expect(readFileSync(SETTINGS_SCHEMA, 'utf8')).toBe(settingsSchemaText());
    });
});
