import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';
import { evaluate } from 'feelin';
import { createActor } from 'xstate';
import { afterAll, describe, expect, it } from 'vitest';
import { bpmnGenerator } from '../../../language/generate/bpmn/generator.js';
import { operatonGenerator } from '../../../language/generate/operaton/generator.js';
import { zeebeGenerator } from '../../../language/generate/zeebe/generator.js';
import { fencesIn } from '../../../scripts/docs/guides.js';
import { caseFrom, exampleCases, ROOT } from './support.js';
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

/** A piece of JavaScript in the guide, without what it imports. */
function snippetWith(word: string): string {
    const fence = fencesIn(guide).find(({ info, content }) => info === 'js' && content.includes(word));
    return (fence?.content ?? '').replace(/^import .*$/gm, '');
}

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
        const snippet = snippetWith('createActor');
        const { machine, langeKlok } = (await imported(gezinspad)) as unknown as Record<string, unknown>;
        const run = new Function('createActor', 'machine', 'langeKlok', `${snippet}; return zaak;`) as (
            ...given: unknown[]
        ) => { getSnapshot(): { value: unknown }; stop(): void };
        const actor = run(createActor, machine, langeKlok);
        expect(JSON.stringify(actor.getSnapshot().value)).toContain('Kennismaking');
        actor.stop();
    });

    it('drives bpmn-engine with what it gets for Gezinspad', async () => {
        expect(gezinspad).toBeDefined();
        const [file] = gezinspad ? bpmnGenerator.generate(gezinspad.protocol, gezinspad.options).files : [];
        const run = new Function(
            'EventEmitter',
            'readFileSync',
            'Engine',
            'evaluate',
            `return (async () => { ${snippetWith('new Engine')}; return { zaak, taken, feiten }; })();`,
        ) as (...given: unknown[]) => Promise<{
            zaak: { stop(): void };
            taken: Map<string, { signal(): void }>;
            feiten: Record<string, unknown>;
        }>;
        const { zaak, taken, feiten } = await run(EventEmitter, () => file?.content, Engine, evaluate);
        expect([...taken.keys()].toSorted()).toEqual(['Kennismaking', 'Kennismaking_naar_Vastgelopen', 'Signaal']);
        // as far as the plan, which has a term until a moment that the case keeps
        Object.assign(feiten, { zorg_gedeeld: true });
        for (const task of ['Kennismaking', 'Beeld', 'Steunkring', 'Schoolgesprek']) {
            taken.get(task)?.signal();
        }
        expect(feiten['Plan_termijn']).toBeDefined();
        expect([...taken.keys()]).toContain('Plan');
        zaak.stop();
    });

    it('names the ids of tasks, timers and variables as they are', async () => {
        const { protocol, options } = await caseFrom(`gegeven g: ja/nee
            rol R
            rol S
            interventie X { aanpak {
                toegang als "het gezin wil"
                stap A { door R termijn 2 weken anders: B herhaal hoogstens 2 keer
                    daarna { als "het lukt": B als "het lukt niet": A hoogstens 1 keer anders: K } }
                een van K { stap C { door R } stap D { door R } }
                naar keuze N { klaar als g stap E { door R pas als g is bekend } stap F { door R bepaalt g }
                    daarna { als "het kan": B anders: Slot } }
                stap B { door S begint 2 weken na A daarna { als g: Slot als niet g: C } }
                einde Slot }
              overdracht O van R naar S { vanuit A bevestiging door S binnen 2 dagen bij uitblijven: A } }`);
        const xml = String(operatonGenerator.generate(protocol, options).files[0]?.content);
        const ids = new Set([...xml.matchAll(/\bid="([^"]*)"|'([A-Za-z]\w*)'/g)].map((m) => m[1] ?? m[2]));
        const named = [
            ...[
                'A_termijn',
                'O_termijn',
                'B_begint',
                'K_kiezen',
                'N_kiezen',
                'N_beslissen',
                'E_wacht',
                'N_wacht_klaar',
            ],
            ...['A_verder', 'weg-2', 'A_nog_een_keer', 'K_keuze', 'N_E', 'toegang_1', 'A_nogmaals', 'A_naar_A_0'],
            ...['O_overdragen', 'O_bevestigen', 'O_bevestigd'],
        ];
        expect(named.filter((id) => !ids.has(id))).toEqual([]);
    });
});
