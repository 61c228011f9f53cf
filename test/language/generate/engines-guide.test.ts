import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createActor } from 'xstate';
import { afterAll, describe, expect, it } from 'vitest';
import { operatonGenerator } from '../../../language/generate/operaton/generator.js';
import { zeebeGenerator } from '../../../language/generate/zeebe/generator.js';
import { fencesIn } from '../../../scripts/docs/guides.js';
import { exampleCases, ROOT } from './support.js';
import { imported, removeImported } from './xstate-walk.js';

const guide = readFileSync(join(ROOT, 'docs/engines.md'), 'utf8');
const gezinspad = (await exampleCases()).find((c) => c.protocol.name === 'Gezinspad');

afterAll(removeImported);

/** What the calls of the guide send, as JSON. */
const bodies = fencesIn(guide).flatMap((fence) =>
    [...fence.content.matchAll(/-d '(\{[^']*\})'/g)].map(
        (match) => JSON.parse(match[1] ?? '') as Record<string, unknown>,
    ),
);

describe('docs/engines.md', () => {
    it.each([
        ['operaton', operatonGenerator],
        ['zeebe', zeebeGenerator],
    ])('names processes, variables, tasks and messages that are in the output of Gezinspad for %s', (_, generator) => {
        expect(gezinspad).toBeDefined();
        const files = gezinspad ? generator.generate(gezinspad.protocol, gezinspad.options).files : [];
        const xml = String(files.find((file) => file.path.endsWith('.bpmn'))?.content);
        const variables = bodies.flatMap((body) => Object.keys((body['variables'] ?? {}) as object));
        const messages = bodies.flatMap((body) => [body['messageName'], body['name']].filter((n) => n !== undefined));
        expect(variables).toContain('zorgen_gemeld');
        expect(messages).toContain('Vastgelopen_vanuit_Kennismaking');
        const known = variables.filter((name) => name !== 'zaak' || generator === zeebeGenerator);
        expect(known.filter((name) => !new RegExp(`["=]${name}"`).test(xml))).toEqual([]);
        expect(messages.filter((name) => !xml.includes(`name="${String(name)}"`))).toEqual([]);
        expect(xml).toContain('process id="Gezinspad"');
    });

    it('drives the statechart as its module does', async () => {
        expect(gezinspad).toBeDefined();
        if (!gezinspad) {
            return;
        }
        const snippet = fencesIn(guide).find((fence) => fence.info === 'js')?.content ?? '';
        const { machine, langeKlok } = (await imported(gezinspad)) as unknown as Record<string, unknown>;
        const run = new Function(
            'createActor',
            'machine',
            'langeKlok',
            `${snippet.replace(/^import .*$/gm, '')}; return zaak;`,
        ) as (...given: unknown[]) => { getSnapshot(): { value: unknown }; stop(): void };
        const actor = run(createActor, machine, langeKlok);
        expect(JSON.stringify(actor.getSnapshot().value)).toContain('Kennismaking');
        actor.stop();
    });
});
