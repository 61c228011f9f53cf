import { expect, test } from 'vitest';
import { generatorById } from '../../../language/generate/registry.js';
import { buildGraph } from '../../../language/workflow/build-graph.js';
import { casesOf } from './support.js';

const TEXT = `interventie X "X" {
    rol R
    aanpak {
        stap A { door R  duur precies 1 week }
        stap B { door R  begint 4 weken na A  duur precies 1 dag }
        stap C { door R  begint ongeveer 2 maanden na begin van B }
        einde E
    }
}`;

async function made(id: string, text = TEXT) {
    const [one] = await casesOf(text);
    const output = one && generatorById(id)?.generate(one.protocol, one.options);
    return {
        text: output?.files.map((f) => f.content).join('\n') ?? '',
        told: output?.losses.filter((l) => l.reason.nl.includes('begint')).map((l) => l.element) ?? [],
        losses: output?.losses.map((l) => `${l.element}: ${l.reason.nl}`).join('\n') ?? '',
    };
}

test('fhir says how long after which action a step begins, and tells where that is vague', async () => {
    const { told, text } = await made('fhir');
    expect(told).toEqual(['C']);
    const { entry } = JSON.parse(text) as {
        entry: { resource: { action?: { id: string; relatedAction?: object[] }[] } }[];
    };
    const actions = entry.flatMap((e) => e.resource.action ?? []);
    expect(actions.find((a) => a.id === 'B')?.relatedAction).toContainEqual({
        actionId: 'A',
        relationship: 'after-end',
        offsetDuration: { value: 4, unit: 'wk', system: 'http://unitsofmeasure.org', code: 'wk' },
    });
    const range = await made('fhir', TEXT.replace('ongeveer 2 maanden', '3 tot en met 6 maanden'));
    expect(range.told).toEqual([]);
    expect(range.text).toMatch(/"relationship": "after-start",\s+"offsetRange"/);
});

test('mermaid says that it does not say when a step begins', async () => {
    expect((await made('mermaid')).losses).toContain('hoe lang na iets anders een stap begint');
});

test.each(['bpmn', 'operaton', 'zeebe', 'valtimo', 'xstate'])(
    '%s waits where a clock can count, and says where it cannot',
    async (id) => {
        const { told } = await made(id);
        expect(told).toContain('C');
        expect(told).not.toContain('B');
    },
);

test.each([
    ['bpmn', 'now() + duration("P28D")', 'if B_begint = null then now() else B_begint'],
    ['operaton', "execution.setVariable('B_begint', dateTime().plusDays(28).toDate())", 'B_begint == null ?'],
    ['zeebe', 'string(now() + duration("P28D"))', 'if B_begint = null then now() else date and time(B_begint)'],
])('%s keeps the moment when the step before it is done, and waits until then', async (id, noted, waited) => {
    const text = (await made(id)).text.replaceAll('&#34;', '"').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
    expect(text.replaceAll('&apos;', "'")).toContain(noted);
    expect(text).toContain(waited);
    expect(text).toMatch(/<bpmn:intermediateCatchEvent id="B_begint" name="4 weken na A">/);
    expect(text).not.toContain('C_begint');
});

test('xstate waits from when the step before it is done', async () => {
    const { text } = await made('xstate');
    expect(text).toMatch(
        /"begin\.b\.1": \{\s*"aantal": 28,\s*"eenheid": "dagen",\s*"deel": "b",\s*"vanaf": "einde van"/i,
    );
});

test.each(['bpmn', 'operaton', 'zeebe', 'xstate'])(
    '%s says that it begins at the earliest, and where nothing ends the waiting',
    async (id) => {
        const { losses } = await made(
            id,
            TEXT.replace('begint 4 weken na A', 'begint 3 tot 6 maanden na begin van A  termijn 1 jaar anders: E'),
        );
        expect(losses).toMatch(/B: begint 3 tot 6 maanden na het begin van A: .* zodra het kan/);
        // in a machine the term begins with the work
        const waits = /B: (terwijl een zaak wacht|een termijn van dit werk telt)/.exec(losses)?.[1];
        expect(waits).toBe(id === 'xstate' ? undefined : 'terwijl een zaak wacht');
    },
);

test.each(['markdown', 'html', 'bpmn', 'operaton', 'zeebe'])('%s says when a step begins', async (id) => {
    const [one] = await casesOf(TEXT);
    const output = one && generatorById(id)?.generate(one.protocol, one.options);
    const text = output?.files.map((f) => f.content).join('\n');
    expect(text).toMatch(/4 weken na /);
    expect(text).toMatch(/ongeveer 2 maanden na het begin van /);
});

test.each(['bpmn', 'operaton', 'zeebe'])(
    '%s waits where nobody said what decides which way a case goes, and asks for that',
    async (id) => {
        const [one] = await casesOf(`interventie Proef {
            rol W
            gegeven veilig: ja/nee
            gegeven leeftijd: aantal
            aanpak {
                stap Kijken { door W  bepaalt veilig, leeftijd  daarna { als niet veilig: Melden  als veilig: Sluiten } }
                stap Melden { door W  daarna { als "het kan": Klaar  als "het kan niet": Sluiten } }
                stap Sluiten { door W  daarna: Klaar }
                einde Klaar
            }
        }`);
        const graph = one && buildGraph(one.protocol);
        const wait = (name: string) => graph?.nodes.find((n) => n.id === `${name}_wacht_verder`);
        expect(wait('Kijken')).toMatchObject({ kind: 'task', work: 'wait', fills: ['veilig'] });
        expect(wait('Melden')).toMatchObject({ kind: 'task', work: 'wait', fills: ['Melden_verder'] });
        const flow = (to: string) => graph?.flows.find((f) => f.from === 'Kijken_verder' && f.to.startsWith(to));
        expect(flow('Kijken_wacht_verder')?.otherwise).toBe(true);
        expect(flow('Sluiten')?.when).toBeDefined();
        const output = one && generatorById(id)?.generate(one.protocol, one.options);
        const xml = output?.files.map((f) => f.content).join('\n') ?? '';
        expect(xml).toMatch(
            /<bpmn:exclusiveGateway id="Kijken_verder" [^>]*default="Kijken_verder_naar_Kijken_wacht_verder/,
        );
    },
);

test.each(['operaton', 'zeebe', 'xstate'])(
    '%s repeats as often as the standard says where that is decided locally',
    async (id) => {
        const text = (bound: string) => `interventie X { rol R  gegeven klaar: ja/nee
        aanpak { stap A { door R  bepaalt klaar  herhaal ${bound} tot klaar }  einde E } }`;
        const { losses, text: standard } = await made(id, text('plaatselijk standaard 2 keer'));
        const { text: two } = await made(id, text('2 keer'));
        // what is left to the municipality stands beside the course as well
        const course = (of: string) =>
            of.split('\n').filter((l) => /conditionExpression|"(minstens|hoogstens|herhaal)"|formField/.test(l));
        expect(course(standard)).toEqual(course(two));
        expect(course(two)).not.toEqual([]);
        expect(losses).toContain('A: herhaal plaatselijk, standaard 2 keer: een werkstroom rekent met de standaard');
        expect(course((await made(id, text('plaatselijk'))).text)).not.toEqual(course(two));
    },
);
