import { Ajv } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { valtimoGenerator } from '../../../language/generate/valtimo/generator.js';
import { DEFAULT_SETTINGS } from '../../../language/settings/settings.js';
import { readSettings } from '../../../language/settings/read.js';
import { readBpmn, schemaErrors, type Element } from './bpmn-support.js';
import { hostileProtocol } from './hostile.js';
import { caseFrom, exampleCases, type Case } from './support.js';

/**
 * What Valtimo's importers take: the path of each kind of file behind `config/case/<key>/<version>`, and its content by
 * their data classes. Source: valtimo-platform/valtimo, backend: the classes named here, and ValtimoImportService.
 */
const text = { type: 'string', minLength: 1 };
const object = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
});
const IMPORTERS: readonly { readonly kind: string; readonly path: RegExp; readonly schema?: unknown }[] = [
    {
        kind: 'CaseDefinitionImporter',
        path: /^\/case\/definition\/([^/]+)\.case-definition\.json$/,
        // CaseDefinitionDto, CaseDefinitionId: letters, digits and dashes, and a version of three numbers
        schema: object({
            key: { type: 'string', pattern: '^[a-zA-Z0-9-]+$' },
            name: { ...text, maxLength: 255 },
            description: { type: ['string', 'null'] },
            versionTag: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' },
            final: { const: false },
            canHaveAssignee: { type: 'boolean' },
            autoAssignTasks: { type: 'boolean' },
        }),
    },
    {
        kind: 'InternalCaseStatusImporter',
        path: /^\/case\/internal-status\/([^/]+)\.internal-case-status\.json$/,
        // InternalCaseStatusDto, Constants.KEY_REGEX, InternalCaseStatusColor
        schema: {
            type: 'array',
            items: object({
                key: { type: 'string', pattern: '^[a-z][a-z0-9_-]+$', maxLength: 255 },
                title: { ...text, maxLength: 255 },
                visibleInCaseListByDefault: { type: 'boolean' },
                color: {
                    enum: [
                        'WARMGRAY',
                        'RED',
                        'MAGENTA',
                        'PURPLE',
                        'BLUE',
                        'CYAN',
                        'TEAL',
                        'GREEN',
                        'GRAY',
                        'COOLGRAY',
                        'HIGHCONTRAST',
                        'OUTLINE',
                    ],
                },
            }),
        },
    },
    {
        kind: 'CaseJsonSchemaDocumentDefinitionImporter',
        path: /^\/document\/definition\/[^/]+\.document-definition\.json$/,
        schema: {
            type: 'object',
            required: ['$id', '$schema', 'type', 'properties'],
            properties: {
                $id: { pattern: '\\.schema$' },
                $schema: { const: 'http://json-schema.org/draft-07/schema#' },
                type: { const: 'object' },
            },
        },
    },
    { kind: 'OperatonProcessDefinitionImporter', path: /^\/bpmn\/(?:.*\/)?(.+)\.bpmn$/ },
    {
        kind: 'FormDefinitionImporter',
        path: /^\/form\/(?:.*\/)?(.+)\.form\.json$/,
        schema: object({
            display: { const: 'form' },
            components: {
                type: 'array',
                minItems: 2,
                items: {
                    type: 'object',
                    required: ['type', 'key', 'label', 'input'],
                    properties: {
                        type: { enum: ['content', 'radio', 'number', 'textfield', 'button'] },
                        key: { pattern: '^(pv\\.[A-Za-z_][A-Za-z0-9_]*|tekst|submit)$' },
                    },
                },
            },
        }),
    },
    {
        kind: 'ProcessLinkImporter',
        path: /^\/process-link\/(.+)\.process-link\.json$/,
        // FormProcessLinkDeployDto
        schema: {
            type: 'array',
            items: object({
                activityId: text,
                activityType: { enum: ['bpmn:UserTask:create', 'bpmn:StartEvent:start'] },
                processLinkType: { const: 'form' },
                formDefinitionName: text,
            }),
        },
    },
    {
        kind: 'ProcessDocumentLinkImporter',
        path: /^\/process-document-link\/([^/]+)\.process-document-link\.json$/,
        schema: {
            type: 'array',
            items: object({
                processDefinitionKey: text,
                canInitializeDocument: { type: 'boolean' },
                startableByUser: { type: 'boolean' },
            }),
        },
    },
    {
        kind: 'ZaakTypeLinkImporter',
        path: /^\/zgw\/zaak-type-link\/([^/]+)\.zaak-type-link\.json$/,
        // CreateZaakTypeLinkRequest
        schema: object({
            zaakTypeUrl: { type: 'string', pattern: '^https?://' },
            zakenApiPluginConfigurationId: { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
            createWithDossier: { type: 'boolean' },
            rsin: { type: 'string', pattern: '^[0-9]{9}$' },
        }),
    },
];

const SETTINGS = {
    groups: { Gezinswerker: 'ROLE_GW' },
    historyTimeToLive: 'P7300D',
    versionTag: '1.0.0',
    zaaktype: 'https://openzaak.gemeente.nl/catalogi/api/v1/zaaktypen/1',
    zakenApiPluginConfigurationId: '3079d6fe-42e3-4f8f-a9db-52ce2507b7ee',
    rsin: '000000000',
};

function made({ protocol, options }: Case, valtimo: Record<string, unknown> = SETTINGS, forced = false) {
    const output = valtimoGenerator.generate(protocol, {
        ...options,
        forced,
        settings: { ...DEFAULT_SETTINGS, output: { valtimo } },
    });
    const [file] = output.files;
    const files = file
        ? Object.entries(unzipSync(file.content as Uint8Array)).map(([path, bytes]) => ({
              path,
              text: strFromU8(bytes),
          }))
        : [];
    const of = (kind: string) => {
        const { path: pattern } = IMPORTERS.find((i) => i.kind === kind) ?? {};
        return files.filter(({ path }) => pattern?.test(inCase(path)));
    };
    const json = (kind: string): unknown => JSON.parse(of(kind)[0]?.text ?? 'null');
    return { ...output, bytes: file?.content, files, of, json };
}

/** As ValtimoImportService.prepareFilePath has it. */
function inCase(path: string): string {
    return /^config\/case\/[^/]+\/[^/]+(\/.*)$/.exec(path)?.[1] ?? '';
}

function elements(element: Element): Element[] {
    const inner = Object.values(element)
        .flatMap((v) => (Array.isArray(v) ? v : [v]))
        .filter((v): v is Element => typeof v === 'object' && v !== null && '$type' in v && v !== element['$parent']);
    return [
        element,
        ...inner
            .filter((e) => e.$type !== 'bpmn:DataObject')
            .flatMap((e) => (e['$parent'] === element ? elements(e) : [])),
    ];
}

const ajv = new Ajv({ allErrors: true, strict: false });
const cases = [...(await exampleCases()), await hostileProtocol()].filter((c) => made(c).files.length > 0);

describe('cases', () => {
    it('are there for every process, and settings are ones that draaiboek.json takes', () => {
        expect(cases.length).toBe(6);
        expect(readSettings(JSON.stringify({ output: { valtimo: SETTINGS } })).problems).toEqual([]);
    });
});

describe.each(cases)('the case of $name', (one) => {
    const { files, of, json, bytes } = made(one);

    it('has only files that an importer takes, with the content that it reads', () => {
        for (const { path, text: content } of files) {
            const importers = IMPORTERS.filter((i) => i.path.test(inCase(path)));
            expect({ path, importers: importers.map((i) => i.kind) }).toMatchObject({
                path,
                importers: [expect.any(String)],
            });
            const schema = importers[0]?.schema;
            if (schema) {
                const validate = ajv.compile(schema as object);
                validate(JSON.parse(content));
                expect({ path, errors: validate.errors ?? [] }).toEqual({ path, errors: [] });
            }
        }
        const hasSteps = one.protocol.process?.nodes.some((n) => n.kind === 'step') === true;
        expect(IMPORTERS.filter((i) => of(i.kind).length === 0).map((i) => i.kind)).toEqual(
            hasSteps ? [] : ['FormDefinitionImporter'],
        );
    });

    it('holds together: keys, process, tasks and forms', async () => {
        const definition = json('CaseDefinitionImporter') as { key: string; versionTag: string };
        const folder = `config/case/${definition.key}/${definition.versionTag.replaceAll('.', '-')}/`;
        expect(files.filter((f) => !f.path.startsWith(folder))).toEqual([]);
        expect(json('CaseJsonSchemaDocumentDefinitionImporter')).toMatchObject({ $id: `${definition.key}.schema` });
        const bpmn = of('OperatonProcessDefinitionImporter')[0]?.text ?? '';
        expect(await schemaErrors(bpmn)).toEqual([]);
        const { root, warnings } = await readBpmn(bpmn, 'operaton');
        expect(warnings).toEqual([]);
        const all = elements(root);
        const process = all.find((e) => e.$type === 'bpmn:Process');
        expect(json('ProcessDocumentLinkImporter')).toMatchObject([{ processDefinitionKey: process?.id }]);
        const [link] = of('ProcessLinkImporter');
        expect(link?.path.endsWith(`/${process?.id ?? ''}.process-link.json`)).toBe(true);
        const links = json('ProcessLinkImporter') as {
            activityId: string;
            activityType: string;
            formDefinitionName: string;
        }[];
        const types = new Map(all.map((e) => [e.id, e.$type]));
        for (const { activityId, activityType } of links) {
            expect(types.get(activityId)).toBe(activityType.split(':').slice(0, 2).join(':'));
        }
        const tasks = all.filter((e) => e.$type === 'bpmn:UserTask').map((e) => e.id);
        expect(
            links
                .filter((l) => l.activityType.includes('UserTask'))
                .map((l) => l.activityId)
                .sort(),
        ).toEqual(tasks.sort());
        const forms = of('FormDefinitionImporter').map((f) => f.path.split('/').at(-1)?.replace('.form.json', ''));
        expect(links.map((l) => l.formDefinitionName).sort()).toEqual(forms.sort());
    });

    it('is the same on every run', () => {
        expect(made(one).bytes).toEqual(bytes);
    });
});

describe('a case', () => {
    const example = () =>
        caseFrom(`interventie Proef "De proef" {
            versie "2.1" van 2026-03-01
            rol Gezinswerker rol Ander
            gegeven klaar: ja/nee "Het is klaar"
            gegeven kleur: een van rood, blauw
            gegeven dag: datum
            aanpak {
                fase Begin { stap Een "<b>Eén</b>" { door Gezinswerker bepaalt klaar, kleur, dag daarna { als klaar: Twee anders: Weg } } stap Twee { door Ander } }
                einde Goed einde Weg
            }
        }`);

    it('has the groups, version and forms that the protocol and the settings say', async () => {
        const { json, of, files } = made(await example());
        expect(json('CaseDefinitionImporter')).toMatchObject({ key: 'proef', name: 'De proef', versionTag: '2.1.0' });
        expect(files[0]?.path.startsWith('config/case/proef/2-1-0/')).toBe(true);
        expect(json('InternalCaseStatusImporter')).toMatchObject([
            { key: 'begin' },
            { key: 'afgesloten', color: 'GRAY' },
        ]);
        const bpmn = of('OperatonProcessDefinitionImporter')[0]?.text ?? '';
        expect(bpmn).toContain('camunda:candidateGroups="ROLE_GW"');
        expect(bpmn).toContain('camunda:candidateGroups="ROLE_ANDER"');
        const form = of('FormDefinitionImporter').find((f) => f.path.endsWith('proef-Een.form.json'))?.text ?? '';
        const { components } = JSON.parse(form) as { components: { key: string; type: string; html?: string }[] };
        expect(components.map((c) => [c.key, c.type])).toEqual([
            ['tekst', 'content'],
            ['pv.klaar', 'radio'],
            ['pv.kleur', 'radio'],
            ['pv.dag', 'textfield'],
            ['submit', 'button'],
        ]);
        expect(components[0]?.html).toContain('&lt;b&gt;Eén&lt;/b&gt;');
        expect(json('CaseJsonSchemaDocumentDefinitionImporter')).toMatchObject({
            properties: { klaar: { type: 'boolean' }, kleur: { enum: ['rood', 'blauw'] }, dag: { type: 'string' } },
        });
    });

    it('names what must be set, and is not linked to a zaaktype without it', async () => {
        const { losses, of } = made(await example(), {});
        expect(of('ZaakTypeLinkImporter')).toEqual([]);
        expect(losses.flatMap((l) => /output › valtimo › (\w+)/.exec(l.reason.nl)?.[1] ?? [])).toEqual([
            'historyTimeToLive',
            'groups',
            'zaaktype',
            'zakenApiPluginConfigurationId',
            'rsin',
        ]);
    });

    it('is one of version 0.0.0 where nobody says which, and a draft where it was made despite errors', async () => {
        const one = await caseFrom('interventie Proef { versie onbekend aanpak { stap Een } }');
        expect(made(one, {}).json('CaseDefinitionImporter')).toMatchObject({ versionTag: '0.0.0', description: null });
        expect(made(one, {}, true).json('CaseDefinitionImporter')).toMatchObject({
            description: expect.stringContaining('CONCEPT') as string,
        });
        expect(made(one, {}).losses.some((l) => l.reason.nl.includes('versionTag'))).toBe(true);
    });
});
