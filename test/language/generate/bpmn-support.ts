import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { validateXML } from 'xmllint-wasm';

const require = createRequire(import.meta.url);

/** Definitions of what an engine adds to BPMN. */
const DESCRIPTORS: Readonly<Record<string, Record<string, unknown>>> = {
    bpmn: {},
    operaton: { camunda: require('camunda-bpmn-moddle/resources/camunda.json') as unknown },
    zeebe: { zeebe: require('zeebe-bpmn-moddle/resources/zeebe.json') as unknown },
};

/** An element as bpmn-moddle reads it. */
export interface Element {
    readonly $type: string;
    readonly id?: string;
    readonly name?: string;
    readonly [property: string]: unknown;
}

/** A file as bpmn-moddle reads it, with what it remarks: what it does not know, and references to nothing. */
export async function readBpmn(
    xml: string,
    output: string,
): Promise<{ root: Element; warnings: string[]; ids: Set<string> }> {
    const moddle = new BpmnModdle({
        ...DESCRIPTORS[output],
        modeler: MODELER,
    });
    const { rootElement, warnings, elementsById } = (await moddle.fromXML(xml)) as unknown as {
        rootElement: Element;
        warnings: { message: string }[];
        elementsById: Record<string, Element>;
    };
    return { root: rootElement, warnings: warnings.map((w) => w.message), ids: new Set(Object.keys(elementsById)) };
}

const MODELER = {
    name: 'Modeler',
    uri: 'http://camunda.org/schema/modeler/1.0',
    prefix: 'modeler',
    types: [
        {
            name: 'Definitions',
            extends: ['bpmn:Definitions'],
            properties: [
                { name: 'executionPlatform', isAttr: true, type: 'String' },
                { name: 'executionPlatformVersion', isAttr: true, type: 'String' },
            ],
        },
    ],
};

const XSD = new URL('../../../node_modules/bpmn-moddle/resources/bpmn/xsd/', import.meta.url);
const schemas = ['BPMN20', 'BPMNDI', 'DC', 'DI', 'Semantic'].map((name) => ({
    fileName: `${name}.xsd`,
    contents: readFileSync(new URL(`${name}.xsd`, XSD), 'utf8'),
}));

/** What the schemas of the OMG have against a file. */
export async function schemaErrors(xml: string): Promise<string[]> {
    const [schema, ...preload] = schemas;
    if (!schema) {
        throw new Error('There are no schemas.');
    }
    const { errors } = await validateXML({
        xml: [{ fileName: 'test.bpmn', contents: xml }],
        schema: [schema],
        preload,
    });
    return errors.map((e) => e.message);
}

interface Report {
    readonly id?: string;
    readonly message: string;
}

/** What bpmnlint has against a file, a line each: rule, element and message. */
export async function lint(root: Element, config: { readonly extends: string | readonly string[] }): Promise<string[]> {
    const { Linter } = require('bpmnlint') as {
        Linter: new (options: object) => { lint: (root: unknown) => Promise<Record<string, Report[]>> };
    };
    const NodeResolver = require('bpmnlint/lib/resolver/node-resolver.js') as new () => unknown;
    const linter = new Linter({ config, resolver: new NodeResolver() });
    const results = await linter.lint(root);
    return Object.entries(results).flatMap(([rule, reports]) =>
        reports.map(({ id, message }) => `${rule} ${id ?? ''}: ${message}`),
    );
}
