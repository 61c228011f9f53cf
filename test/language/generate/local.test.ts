import { describe, expect, it } from 'vitest';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import { localWorks } from '../../../language/generate/local/works.js';
import { generatorById } from '../../../language/generate/registry.js';
import { workIn } from '../../../language/generate/work.js';
import type { LocalValues } from '../../../language/settings/local-values.js';
import { DEFAULT_SETTINGS, type Settings } from '../../../language/settings/settings.js';
import { parseText } from '../../../language/workspace.js';

const OUTPUTS = ['bpmn', 'operaton', 'zeebe', 'dmn', 'fhir', 'xstate', 'valtimo', 'zgw'];

/** Works of a text with what municipalities fill in; the same ones read once. */
const read = new Map<string, ReturnType<typeof worksOf>>();

async function worksOf(text: string, settings: Settings) {
    const { Draaiboek } = createDraaiboekServices({ settings: { settingsFor: () => settings } });
    const document = await parseText(Draaiboek, text, 'memory:/pad.draaiboek');
    const works = workIn([{ document }], Draaiboek);
    return { works, ...(await localWorks(works, Draaiboek)) };
}

/** What an output says and loses of a text, with what municipalities fill in. */
async function made(id: string, text: string, locals: readonly LocalValues[], municipality?: string) {
    const settings = { ...DEFAULT_SETTINGS, locals, ...(municipality === undefined ? {} : { municipality }) };
    const key = JSON.stringify([text, locals, municipality]);
    const found = read.get(key) ?? worksOf(text, settings);
    read.set(key, found);
    const { works, local, problems } = await found;
    const [first] = works;
    if (!first) {
        throw new Error('the text should hold an interventie');
    }
    const filled = local.get(first);
    const { protocol, model, related, errors } = filled?.work ?? first;
    expect(errors).toBe(0);
    const output = generatorById(id)?.generate(protocol, {
        settings,
        language: 'nl',
        file: model,
        related,
        forced: false,
        pathOf: () => 'pad.draaiboek',
        ...(filled && { filledIn: filled.filledIn }),
    });
    return {
        text: output?.files.map(({ content }) => String(content)).join('\n') ?? '',
        losses: output?.losses.map(({ element, reason }) => `${element}: ${reason.nl}`).join('\n') ?? '',
        problems: problems.map(({ nl }) => nl),
    };
}

const TEXT = `rol R "werker"
rol S "ander"
interventie Pad "Pad" {
    gegeven n: aantal doel onbekend
    aanpak {
        stap A "Eerste stap" {
            door R
            bepaalt n
            duur plaatselijk standaard 2 weken
            termijn plaatselijk
                "per wijk" anders: C
            daarna { als n minstens plaatselijk: B anders: C }
        }
        stap B { door plaatselijk herhaal plaatselijk keer daarna: C }
        stap C { door S }
        einde Klaar
    }
}`;

const breda = (values: LocalValues['values'], name = 'Breda'): LocalValues => ({ name, values });

describe('what a municipality fills in', () => {
    const all = {
        'Eerste stap': { termijn: '5 dagen', duur: '2 dagen', als: '4' },
        B: { door: 'S', herhaal: '7 keer' },
    };

    it.each(['operaton', 'zeebe'])('is a timer, a condition, a bound and a performer in %s', async (id) => {
        const before = await made(id, TEXT, []);
        expect(before.text).not.toContain('>P5D</');
        const { text, losses } = await made(id, TEXT, [breda(all)]);
        expect(text).toContain('>P5D</');
        expect(text).toMatch(/n (>=|&gt;=) 4\b/);
        expect(text).toMatch(/(<|&lt;=?) [67]\b/);
        expect(text).toContain('P2D');
        expect(losses).toContain(
            'Pad: dit geldt voor Breda: ingevuld is A › duur 2 dagen; A › termijn 5 dagen; A › als 4; B › door S; B › herhaal 7 keer (`local` in draaiboek.json)',
        );
        expect(losses).not.toContain('plaatselijk');
    });

    it.each(OUTPUTS)('is named in the loss report of %s where it is missing, unreadable or not asked', async (id) => {
        const values = { A: { termijn: 'vijf dagen', locatie: 'x' }, B: { door: 'Nieman', herhaal: '2 } stap X {' } };
        const { losses } = await made(id, TEXT, [breda(values)]);
        expect(losses).toContain('A: local › Breda › A › duur is niet ingevuld; pad.draaiboek:9 blijft plaatselijk');
        expect(losses).toContain('A: local › Breda › A › termijn: "vijf dagen" kan daar niet staan; pad.draaiboek:10');
        expect(losses).toContain(
            'B › herhaal: "2 } stap X {" kan daar niet staan; pad.draaiboek:14 blijft plaatselijk',
        );
        expect(losses).toMatch(
            /B › door: "Nieman" kan daar niet staan \(Er is geen rol `Nieman`\..*\); pad.draaiboek:14/,
        );
        expect(losses).toContain('A: local › Breda › A › locatie: hier zegt het draaiboek niet `plaatselijk`');
        expect(losses).not.toContain('dit geldt voor');
    });

    it('is told to be a length only, and named with the element that is meant where nothing has its name', async () => {
        const values = { A: { termijn: '5 dagen na aanmelding' }, 'Eerste stapp': { duur: '1 week' } };
        const text = TEXT.replace('"per wijk" anders', '"per wijk" na aanmelding anders');
        const { losses } = await made('bpmn', text, [breda(values)]);
        expect(losses).toContain(
            '"5 dagen na aanmelding" kan daar niet staan (schrijf alleen `5 dagen`: na wat het telt, zegt het draaiboek zelf)',
        );
        expect(losses).toContain('Pad: local › Breda › Eerste stapp: zo heet hier niets; bedoelde u Eerste stap?');
    });

    it('is left out where it cannot be with those before it, and it is named why', async () => {
        const { losses } = await made('bpmn', TEXT, [breda({ A: { termijn: '5 dagen', duur: '3 weken', als: '4' } })]);
        expect(losses).toMatch(/A › als: "4" kan daar niet staan \(.*wat daar gebeurt, komt nooit af/);
    });

    const COUNTED = `rol R "werker" rol T "ander"
interventie Lok "Lokaal" { doel onbekend
    gegeven a: ja/nee gegeven b: ja/nee
    aanpak {
        stap A { door R contacten precies 1 termijn plaatselijk anders: D }
        stap B { door plaatselijk contacten precies 2 }
        stap D { door R contacten plaatselijk daarna: E } einde E
    }
}`;
    const three = breda({ A: { termijn: '7 werkdagen' }, B: { door: 'T' }, D: { contacten: 'precies 5' } });

    it('is kept whatever a scenario of the text expects, which counted on none of it', async () => {
        const scenario = 'scenario "contacten" voor Lok { verwacht hoogstens 4 contactmomenten }';
        const { text, losses } = await made('operaton', `${COUNTED}\n${scenario}`, [three]);
        expect(losses).toContain('ingevuld is A › termijn 7 werkdagen; B › door T; D › contacten precies 5');
        expect(losses).not.toContain('kan daar niet staan');
        expect(text).toContain('camunda:candidateGroups="T"');
    });

    it('loses only the value that brings an error which stands elsewhere', async () => {
        const text = COUNTED.replace('aanpak {', 'aanpak { contactbudget hoogstens 4 contacten');
        const { losses } = await made('operaton', text, [three]);
        expect(losses).toContain('ingevuld is A › termijn 7 werkdagen; B › door T');
        expect(losses).toMatch(/D › contacten: "precies 5" kan daar niet staan \(/);
        expect(losses.match(/kan daar niet staan/g)).toHaveLength(1);
    });

    it('is of the municipality that is chosen, and of none where several could be meant', async () => {
        const two = [breda({ A: { termijn: '5 dagen' } }), breda({ A: { termijn: '9 dagen' } }, 'Tilburg')];
        expect((await made('bpmn', TEXT, two, 'tilburg')).text).toContain('>P9D</');
        const none = await made('bpmn', TEXT, two);
        expect(none.text).not.toMatch(/>P[59]D</);
        expect(none.losses).toContain(
            'Pad: `local` in draaiboek.json geeft wat deze gemeenten invullen: Breda, Tilburg;',
        );
        expect((await made('bpmn', TEXT, two, 'Breta')).problems).toEqual([
            'Van de gemeente Breta is er geen bestand. Bedoelde u Breda? `local` in draaiboek.json geeft: Breda, Tilburg.',
        ]);
        expect((await made('bpmn', TEXT, [])).losses).not.toContain('local');
    });
});

it('is written behind `daarna` as a way, and in what another file works out', async () => {
    const { Draaiboek } = createDraaiboekServices({
        settings: {
            settingsFor: () => ({ ...DEFAULT_SETTINGS, locals: [breda({ A: { daarna: 'B', termijn: '5 dagen' } })] }),
        },
    });
    const base = `rol R interventie Basis { doel onbekend aanpak {
        stap A { door R termijn plaatselijk anders: B daarna plaatselijk } stap B { door R } } }`;
    await parseText(Draaiboek, base, 'memory:/basis.draaiboek');
    const document = await parseText(
        Draaiboek,
        'gebruik "basis.draaiboek"\ninterventie Hier uitwerking van Basis { aanpak { stap B { door R } } }',
        'memory:/hier.draaiboek',
    );
    const works = workIn([{ document }], Draaiboek);
    const { local } = await localWorks(works, Draaiboek);
    const [here] = [...local.values()];
    expect(here?.filledIn.unreadable).toEqual([]);
    const step = here?.work.protocol.process?.nodes.find(({ name }) => name === 'A');
    expect(step).toMatchObject({ deadlines: [{ value: { type: 'quantity', low: 5 } }] });
    expect(here?.work.protocol.process?.arrows).toContainEqual(
        expect.objectContaining({ from: 'A', to: 'B', kind: 'next' }),
    );
    expect(Object.keys(here?.work ?? {})).not.toContain('file');
});
