import { describe, expect, it } from 'vitest';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import { answersOf } from '../../../language/rules/answers.js';
import { parseText } from '../../../language/workspace.js';
import { check } from '../rule-tester.js';

const FACTS = (work: string, then: string): string => `
rol W
interventie A "a" {
    gegeven g: ja/nee "g"
    aanpak {
        stap S { door W ${work} }
        stap T { door W ${then} }
        einde F
    }
}
`;

const DIRECTION = (step: string, first: string, more = ''): string => `
rol W voert regie
rol H
rol B
interventie A "a" {
    aanpak {
        stap S { door W }
        stap T { door ${step} }
        ${more}
        einde F
    }
    overdracht O1 van W naar ${first} { vanuit S regie naar H }
    overdracht O2 van H naar B { vanuit T naar einde F regie naar B }
}
`;

const SCENARIO = (statements: string, scenario: string): string => `
rol W
rol R voert regie, vervuld door onbekend
interventie A "a" {
    gegeven g: ja/nee "g"
    document P
    aanpak {
        stap S {
            door W
            ${statements}
        }
        einde F
        einde N
    }
}
scenario "s" voor A {
    ${scenario}
}
`;

async function severities(code: string, text: string): Promise<string[]> {
    return (await check(text)).filter((f) => f.code === code).map((f) => f.severity);
}

describe('what is left open elsewhere', () => {
    it.each([
        ['bepaalt onbekend', 'pas als g is bekend'],
        ['bepaalt plaatselijk', 'klaar als g is bekend'],
        ['bepaalt onbekend', 'pas als niet (g is onbekend)'],
    ])('may be what is waited for: %s, %s', async (work, then) => {
        expect(await severities('stroom/vastloper', FACTS(work, then))).toEqual(['info']);
    });

    it('is no excuse for what is certain: a wait for what another step determines otherwise', async () => {
        expect(await severities('stroom/vastloper', FACTS('bepaalt g', 'pas als g'))).toEqual(['error']);
        expect(await severities('stroom/vastloper', FACTS('', 'pas als g is bekend bepaalt onbekend'))).toEqual([
            'error',
        ]);
    });

    it.each([
        ['onbekend', 'H'],
        ['plaatselijk', 'H'],
        ['H', 'onbekend'],
        ['H', 'plaatselijk'],
    ])('may be where direction is handed over: door %s, naar %s', async (step, first) => {
        expect(await severities('regie/continu', DIRECTION(step, first))).toEqual(['info']);
    });

    it('may be the work of who takes over', async () => {
        const found = await severities('overdracht/van-naar', DIRECTION('onbekend', 'H'));
        expect(found.length).toBeGreaterThan(0);
        expect(new Set(found)).toEqual(new Set(['info']));
    });

    it.each([
        ['bepaalt onbekend', 'bij S: g is ja\n    verwacht einde N'],
        ['bepaalt plaatselijk daarna { als g: F anders: N }', 'bij S: g is ja\n    verwacht einde F'],
        ['levert onbekend', 'verwacht document P'],
        ['levert plaatselijk daarna: F', 'verwacht geen document P'],
        ['daarna: F', 'verwacht regie W na S'],
        ['herhaal onbekend daarna: F', 'verwacht pad S, S'],
    ])('may be what a scenario expects: %s, %s', async (statements, scenario) => {
        expect(await severities('scenario/mislukt', SCENARIO(statements, scenario))).toEqual(['warning']);
    });

    it('is no excuse for what a scenario expects of the rest', async () => {
        expect(await severities('scenario/mislukt', SCENARIO('daarna: F', 'verwacht document P'))).toEqual(['error']);
        expect(await severities('scenario/mislukt', SCENARIO('levert onbekend daarna: F', 'verwacht einde N'))).toEqual(
            ['error'],
        );
    });

    it('may have every name: that of a base that is not known', async () => {
        const text = `interventie A "a" uitwerking van onbekend {
    aanpak {
        stap Extra { door Gezinswerker daarna: Plan }
    }
}
`;
        const found = (await check(text)).filter((f) => f.code === 'meta/verwijzing');
        expect(found.map((f) => f.severity)).toEqual(['info']);
        expect(found[0]?.message.nl).toContain('`Gezinswerker`, `Plan`');
    });
});

describe('a handover that stays out', () => {
    it('is what is left open, and not what comes behind the step', async () => {
        const text = `
rol W
rol H
interventie A "a" {
    aanpak {
        stap S { door W daarna: F }
        einde F
    }
    overdracht O van W naar H {
        vanuit S
        bevestiging door H binnen 2 dagen
        bij uitblijven: onbekend
    }
}
`;
        const { Draaiboek: services } = createDraaiboekServices();
        const [answered] = answersOf(await parseText(services, text), services);
        const { reasons = [] } = answered?.answers?.find((a) => a.code === 'stroom/vastloper') ?? {};
        expect(reasons.map((r) => r.nl)).toEqual([
            'Wat er komt als overdracht `O` na `S` uitblijft, laat de tekst open.',
        ]);
    });
});
