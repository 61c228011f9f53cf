import { describe, expect, it } from 'vitest';
import { machineOf } from '../../language/execution/machine.js';
import { withSpokenGroups } from '../../language/model/unnamed-groups.js';
import { scenariosGenerator } from '../../language/generate/scenarios/generator.js';
import { DEFAULT_SETTINGS } from '../../language/settings/settings.js';
import { simulate } from '../../language/simulate/simulate.js';
import { check } from './rule-tester.js';
import { model, protocol } from './support/language.js';

const approach = (body: string) =>
    `interventie P "P" {\nrol W\ngegeven k: ja/nee\naanpak {\n${body}\neinde Klaar\n}\n}\n`;
const ONE = approach('een van {\nstap A { door W }\nstap B { door W }\n}');

describe('a group that the text does not name', () => {
    it('is called by its parts where it is told of', async () => {
        const p = await protocol(approach('gelijktijdig {\nnaar keuze { stap A\nstap B }\nstap C\nstap D\nstap E\n}'));
        const said = (text: string) => withSpokenGroups({ nl: text, en: text }, p);
        expect(said('`groep-2` wacht. `groep-1` ook, na `groep-2` en groep-2.')).toEqual({
            nl: 'De groep met `A` en `B` wacht. De groep met `A`, `B`, `C` en nog 2 ook, na de groep met `A` en `B` en de groep met A en B.',
            en: 'The group of `A` and `B` wacht. The group of `A`, `B`, `C` and 2 more ook, na the group of `A` and `B` en the group of A and B.',
        });
        expect(said('Schrijf `bij groep-2: kiest A`.').nl).toBe(
            'Schrijf `bij Naam: kiest A`. Geef die groep daarvoor een naam: `naar keuze Naam { … }`.',
        );
        // `doelgroep-1`, `groep-10` and a group that has that name are something else
        expect(said('doelgroep-1 `groep-10` groep-1-a').nl).toBe('doelgroep-1 `groep-10` groep-1-a');
        const named = await protocol(approach('een van groep-1 { stap A\nstap B }'));
        expect(withSpokenGroups({ nl: '`groep-1`', en: '' }, named).nl).toBe('`groep-1`');
    });

    it('is called so in a finding', async () => {
        const text = approach(
            'gelijktijdig {\nstap A { door W  bepaalt k }\nstap B { door W  pas als k is bekend  daarna: C }\nstap C { door W }\n}',
        );
        const found = await check(text);
        expect(found.map((f) => f.message.nl).join('\n')).toContain('de groep met `A`, `B` en `C` wacht op `B`');
        expect(JSON.stringify(found.map((f) => [f.message, f.related, f.fixes.map((x) => x.title)]))).not.toContain(
            'groep-1',
        );
    });

    it('is called so where a case stops at it', async () => {
        const machine = machineOf(await protocol(ONE));
        const stop = machine && simulate(machine, { facts: {}, at: [] }).stop;
        expect(stop?.message.nl).toBe(
            'Bij de groep met A en B gebeurt er één van A, B. Zeg welke: `bij Naam: kiest A`. Geef die groep daarvoor een naam: `een van Naam { … }`.',
        );
    });

    it('has no proposed scenario that says something of it, which a loss tells', async () => {
        const file = await model(ONE);
        const [one] = file.interventions;
        const made =
            one && scenariosGenerator.generate(one, { file, language: 'nl', settings: DEFAULT_SETTINGS } as never);
        expect(made?.files).toEqual([]);
        expect(made?.losses.map((l) => l.reason.nl)).toContain(
            'een scenario kan niets zeggen van een groep zonder naam; geef de groep met `A` en `B` een naam: `een van Naam { … }`',
        );
    });
});

describe('a step of which the name is missing', () => {
    it('is told of by that only', async () => {
        const findings = await check(approach('stap A { door W }\nstap {\nduur 3 weken\n}\nescalatie {\nals "x"\n}'));
        expect(findings.filter((f) => f.code === 'meta/syntaxis')).toHaveLength(2);
        expect(findings.filter((f) => f.message.nl.includes('naamloos'))).toEqual([]);
    });
});
