import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstUtils, type AstNode } from 'langium';
import { expect, test } from 'vitest';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import { generatorById } from '../../../language/generate/registry.js';
import { relatedTo } from '../../../language/generate/related.js';
import { DEFAULT_SETTINGS } from '../../../language/settings/settings.js';
import { modelOf, parseText } from '../../../language/workspace.js';
import { ROOT } from './support.js';
import { ZGW_SETTINGS } from './zgw-settings.js';

/** The outputs for machines; drawings and documents are held against the text elsewhere. */
const OUTPUTS = ['bpmn', 'operaton', 'zeebe', 'valtimo', 'dmn', 'fhir', 'xstate', 'zgw'];
const TEXT = readFileSync(join(ROOT, 'examples/gezinspad/gezinspad.draaiboek'), 'utf8');

/** What an output makes of a text: its files, and what its loss report says. */
interface Made {
    readonly files: string;
    readonly losses: string;
}

const services = createDraaiboekServices();

async function read(text: string) {
    const document = await parseText(services.Draaiboek, text);
    const file = modelOf(services.Draaiboek, document);
    const [protocol] = file.interventions;
    const made = new Map<string, Made>();
    for (const id of protocol ? OUTPUTS : []) {
        const output =
            protocol &&
            generatorById(id)?.generate(protocol, {
                settings: {
                    ...DEFAULT_SETTINGS,
                    output: { zgw: { ...ZGW_SETTINGS, vertrouwelijkheidaanduiding: 'openbaar' } },
                },
                language: 'nl',
                file,
                related: relatedTo(protocol, [file]),
                forced: false,
                pathOf: (uri) => uri,
            });
        const files = output?.files.map((f) => [f.path, Buffer.from(f.content).toString('base64')]);
        made.set(id, { files: JSON.stringify(files), losses: JSON.stringify(output?.losses) });
    }
    return { root: document.parseResult.value as AstNode, made };
}

/** A kind of statement: its type and its first word. */
interface Statements {
    readonly ranges: { readonly offset: number; readonly end: number }[];
    readonly inside: Set<string>;
}

function statementsIn(root: AstNode): Map<string, Statements> {
    const found = new Map<string, Statements>();
    const nameOf = (node: AstNode): string => {
        const word = node.$type === 'Property' ? ` ${/^[\p{L}-]+/u.exec(node.$cstNode?.text ?? '')?.[0] ?? ''}` : '';
        return `${node.$type}${word}`;
    };
    for (const node of AstUtils.streamAllContents(root)) {
        const isStatement = /^(elements|statements|body)$/.test(node.$containerProperty ?? '');
        if (node.$cstNode && isStatement && node.$type !== 'Intervention') {
            const known = found.get(nameOf(node)) ?? { ranges: [], inside: new Set<string>() };
            found.set(nameOf(node), known);
            known.ranges.push(node.$cstNode);
            for (let around = node.$container; around?.$container; around = around.$container) {
                known.inside.add(nameOf(around));
            }
        }
    }
    return found;
}

test('what a protocol says is in each output for machines, or in its loss report', async () => {
    const whole = await read(TEXT);
    const statements = statementsIn(whole.root);
    expect(statements.size).toBeGreaterThan(60);
    const without = new Map<string, ReadonlyMap<string, Made>>();
    for (const [name, { ranges }] of statements) {
        const text = [...TEXT];
        for (const { offset, end } of ranges) {
            text.fill(' ', offset, end);
        }
        without.set(name, (await read(text.join(''))).made);
    }
    const isLostWhole = (name: string, output: string) => {
        const [before, after] = [whole.made.get(output), without.get(name)?.get(output)];
        return before?.files === after?.files && before?.losses !== after?.losses;
    };
    const silent = [...statements].flatMap(([name, { inside }]) =>
        OUTPUTS.filter((output) => {
            const [before, after] = [whole.made.get(output), without.get(name)?.get(output)];
            const isSilent = before?.files === after?.files && before?.losses === after?.losses;
            return isSilent && ![...inside].some((around) => isLostWhole(around, output));
        }).map((output) => `${name}: ${output}`),
    );
    expect(silent).toEqual([]);
}, 240_000);
