import { describe, expect, test } from 'vitest';
import { generatorById } from '../../../language/generate/registry.js';
import { lint, readBpmn, schemaErrors } from './bpmn-support.js';
import { exampleCases } from './support.js';

const examples = await exampleCases();

/** Everything that an output makes of the examples. */
function filesOf(output: string): { name: string; xml: string }[] {
    const generator = generatorById(output);
    return examples.flatMap(({ name, protocol, options }) =>
        (generator?.generate(protocol, options).files ?? [])
            .filter((f) => f.path.endsWith('.bpmn'))
            .map((f) => ({ name, xml: String(f.content) })),
    );
}

const RULES: Readonly<Record<string, readonly string[]>> = {
    bpmn: ['bpmnlint:recommended'],
    operaton: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-23'],
    zeebe: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-cloud-8-8'],
};

describe.each(['bpmn', 'operaton', 'zeebe'])('%s of each example', (output) => {
    const files = filesOf(output);

    test('is there for each with steps', () => {
        expect(files.map((f) => f.name)).toHaveLength(6);
    });

    test('is read by bpmn-moddle without a remark', async () => {
        for (const { name, xml } of files) {
            const { warnings } = await readBpmn(xml, output);
            expect({ name, warnings }).toEqual({ name, warnings: [] });
        }
    });

    test('is valid by the schemas of the OMG', async () => {
        for (const { name, xml } of files) {
            expect({ name, errors: await schemaErrors(xml) }).toEqual({ name, errors: [] });
        }
    });

    test('follows the rules of bpmnlint', async () => {
        for (const { name, xml } of files) {
            const { root } = await readBpmn(xml, output);
            expect({ name, found: await lint(root, { extends: RULES[output] ?? [] }) }).toEqual({ name, found: [] });
        }
    });
});
