import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { generatorById } from '../../../language/generate/registry.js';
import { buildGraph } from '../../../language/workflow/build-graph.js';
import { playInBpmnEngine } from '../../engines/bpmn-engine.js';
import { lint, readBpmn, schemaErrors, type Element } from './bpmn-support.js';
import { HOSTILE } from './hostile.js';
import { caseFrom, exampleCases, type Case } from './support.js';

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
        expect(files.map((f) => f.name)).toHaveLength(5);
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

    test('has a place for each label in which nothing else stands', () => {
        for (const { name, xml } of files) {
            expect({ name, found: overlaps(xml) }).toEqual({ name, found: [] });
        }
    });

    test('follows the rules of bpmnlint', async () => {
        for (const { name, xml } of files) {
            const { root } = await readBpmn(xml, output);
            expect({ name, found: await lint(root, { extends: RULES[output] ?? [] }) }).toEqual({ name, found: [] });
        }
    });
});

interface Place {
    readonly of: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** The labels of a diagram that overlap each other, or a shape; a frame is around what stands in it. */
function overlaps(xml: string): string[] {
    const labels: Place[] = [];
    const shapes: Place[] = [];
    const around = new Set([...xml.matchAll(/<bpmn:(?:subProcess|lane|participant) id="([^"]*)"/g)].map((m) => m[1]));
    for (const [, of = '', text = ''] of xml.matchAll(
        /<bpmndi:BPMN(?:Shape|Edge) [^>]*bpmnElement="([^"]*)"[^>]*>(.*?)<\/bpmndi:BPMN(?:Shape|Edge)>/gs,
    )) {
        const [shape = '', label = ''] = text.split('<bpmndi:BPMNLabel>');
        shapes.push(...(around.has(of) ? [] : placesIn(shape, of)));
        labels.push(...placesIn(label, of));
    }
    expect(labels.length).toBeGreaterThan(0);
    return labels.flatMap((label, i) => [
        ...labels.slice(i + 1).flatMap((other) => (meet(label, other) ? [`${label.of} and ${other.of}`] : [])),
        ...shapes.flatMap((shape) => (meet(label, shape) ? [`${label.of} and the shape of ${shape.of}`] : [])),
    ]);
}

function placesIn(text: string, of: string): Place[] {
    return [...text.matchAll(/<dc:Bounds x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"/g)].map((m) => {
        const [x = 0, y = 0, width = 0, height = 0] = m.slice(1).map(Number);
        return { of, x, y, width, height };
    });
}

function meet(a: Place, b: Place): boolean {
    return a.x + a.width > b.x && b.x + b.width > a.x && a.y + a.height > b.y && b.y + b.height > a.y;
}

/** What an output makes of one protocol. */
function xmlOf(output: string, { protocol, options }: Case, forced = false): string {
    const generator = generatorById(output);
    const made = generator?.generate(protocol, { ...options, forced }).files.find((f) => f.path.endsWith('.bpmn'));
    return String(made?.content);
}

/** Names that are words of the expression languages, or the same once they are made safe, and texts that end a string. */
const STRANGE = `interventie Vreemd "Vreemd" {
    gegeven and: ja/nee
    gegeven not: ja/nee
    gegeven null: ja/nee
    gegeven één-ding: aantal
    gegeven een_ding: aantal
    gegeven woorden: tekst
    gegeven dag: datum
    rol start
    aanpak {
        stap start "Begin" {
            door start
            bepaalt and, not, null, één-ding, een_ding, woorden, dag
            daarna {
                als woorden is "zeg 'ja' \\ ]]> & <b> \${x}": Uit
                als and en niet not en (null of één-ding meer dan 2) en een_ding minder dan 3: onbekend-2
                als dag is 2026-03-01: definitions
                anders: Uit
            }
        }
        stap onbekend-2 { daarna: Uit }
        stap onbekend_2 { daarna: Uit }
        stap definitions { daarna: onbekend_2 }
        einde Uit
    }
}`;

/** Texts that would do something if they were not escaped, as titles and as what people decide. */
function strangeTexts(): string {
    const steps = HOSTILE.map(
        (text, i) => `stap S${String(i)} "${text}" {
            door R${String(i)}
            daarna { als "${text}": E${String(i)}  anders: ${i + 1 < HOSTILE.length ? `S${String(i + 1)}` : 'E0'} }
        }`,
    );
    return `interventie Vijandig "${HOSTILE[1] ?? ''}" {
        ${HOSTILE.map((text, i) => `rol R${String(i)} "${text}"`).join('\n')}
        aanpak {
            ${steps.join('\n')}
            ${HOSTILE.map((text, i) => `einde E${String(i)} "${text}"`).join('\n')}
        }
    }`;
}

test.each([
    ['bpmn', 'n != null and n < 0'],
    ['operaton', 'n != null && n < 0'],
    ['zeebe', 'n != null and n < 0'],
])('%s asks for fewer than none as what never holds', async (output, asked) => {
    const one = await caseFrom(`interventie I { gegeven n: aantal gegeven a: ja/nee aanpak {
        stap V { bepaalt n, a daarna { als n minder dan 0 of a: E anders: W } } stap W einde E
    } }`);
    const xml = xmlOf(output, one).replaceAll('&lt;', '<').replaceAll('&amp;', '&');
    expect(xml).toContain(`(${asked})`);
});

describe.each(['bpmn', 'operaton', 'zeebe'])('%s of strange names and texts', (output) => {
    test('is valid, and keeps every text as it is', async () => {
        const one = await caseFrom(strangeTexts());
        const xml = xmlOf(output, one);
        const { warnings, root } = await readBpmn(xml, output);
        expect(warnings).toEqual([]);
        expect(await schemaErrors(xml)).toEqual([]);
        const names = new Set(namesIn(root));
        const graph = buildGraph(one.protocol);
        const texts = [...(graph?.nodes ?? []), ...(graph?.flows ?? [])].map((x) => x.label).filter((l) => l !== '');
        expect(texts.length).toBeGreaterThan(50);
        expect(texts.filter((t) => !names.has(t))).toEqual([]);
    });

    test('gives what would be the same an id of its own', async () => {
        const xml = xmlOf(output, await caseFrom(STRANGE));
        expect((await readBpmn(xml, output)).warnings).toEqual([]);
        expect(await schemaErrors(xml)).toEqual([]);
        const ids = [...xml.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id.toLowerCase());
        expect(new Set(ids).size).toBe(ids.length);
    });

    test('is the same on each run', async () => {
        for (const one of [...examples, await caseFrom(STRANGE)]) {
            expect(xmlOf(output, one)).toBe(xmlOf(output, one));
        }
    });

    test('says that it was made despite errors, and that a protocol without steps has none', async () => {
        const one = await caseFrom(STRANGE);
        expect(xmlOf(output, one)).not.toContain('nog fouten');
        expect(xmlOf(output, one, true).match(/Gemaakt terwijl het draaiboek nog fouten bevat\./g)).toHaveLength(2);
        expect(generatorById(output)?.refusesOnError).toBe(true);
        const empty = await caseFrom('interventie Leeg "Leeg" { }');
        const { files, losses } = generatorById(output)?.generate(empty.protocol, empty.options) ?? {};
        expect(files).toEqual([]);
        expect(losses?.map((l) => l.element)).toEqual(['Leeg']);
    });
});

test('conditions mean what they say, whatever names and texts are in them', async () => {
    const one = await caseFrom(STRANGE);
    const graph = buildGraph(one.protocol);
    const idOf = (name: string) => graph?.variables.find((v) => v.name === name)?.id ?? '';
    const facts = { and: true, not: false, null: false, 'één-ding': 3, een_ding: 2, woorden: 'x', dag: '2026-03-01' };
    const play = async (changed: Record<string, boolean | number | string>, steps: readonly string[]) => {
        const all = Object.entries({ ...facts, ...changed });
        const variables = Object.fromEntries(all.map(([name, value]) => [idOf(name), value]));
        const [played] = await playInBpmnEngine(new Map([['Vreemd', xmlOf('bpmn', one)]]), [
            {
                process: 'Vreemd',
                name: 'x',
                steps: steps.map((complete, i) => (i === 0 ? { complete, variables } : { complete })),
            },
        ]);
        return { error: played?.error, ended: played?.ended };
    };
    const ends = { error: null, ended: true };
    const [begin = '', second = '', third = '', last = ''] = ['start', 'onbekend-2', 'definitions', 'onbekend_2'].map(
        (name) => graph?.nodes.find((n) => n.kind === 'task' && n.element === name)?.id,
    );
    expect(await play({}, [begin, second])).toEqual(ends);
    expect(await play({ null: true, 'één-ding': 1 }, [begin, second])).toEqual(ends);
    expect(await play({ not: true }, [begin, third, last])).toEqual(ends);
    expect(await play({ not: true, dag: '2026-03-02' }, [begin])).toEqual(ends);
    expect(await play({ woorden: "zeg 'ja' \\ ]]> & <b> ${x}" }, [begin])).toEqual(ends);
});

/** What an output loses of one element, in Dutch. */
function lossesOf(output: string, { protocol, options }: Case, element: string): string[] {
    const { losses } = generatorById(output)?.generate(protocol, options) ?? { losses: [] };
    return losses.filter((l) => l.element === element).map((l) => l.reason.nl);
}

const TIMES = `interventie Tijd "Tijd" {
    rol Jeugdarts
    aanpak {
        stap Een { door Jeugdarts duur 8 weken termijn 10 weken contacten 3 tot 5 huisbezoeken }
        stap Twee { door Jeugdarts begint bij veelal "vier weken na de weigering" of "op verzoek" }
        stap Drie { door Jeugdarts termijn 3 maanden na aanmelding }
        stap Vier { door Jeugdarts termijn 13 weken }
        stap Vijf { door Jeugdarts termijn 2 weken na "de uitspraak" }
        stap Zes { door Jeugdarts termijn 2 weken na "de uitspraak" anders: Een }
    }
}`;
const FROM_OPENING = 'de termijn telt vanaf het moment dat dit werk openstaat, niet vanaf wat de tekst noemt';

describe.each(['bpmn', 'operaton', 'zeebe'])('%s', (output) => {
    test('says in words when work begins, and that nothing waits for it', async () => {
        const one = await caseFrom(TIMES);
        expect(xmlOf(output, one)).toContain('Begint bij: veelal vier weken na de weigering of veelal op verzoek');
        expect(lossesOf(output, one, 'Twee')).toEqual(
            ['vier weken na de weigering', 'op verzoek'].map(
                (text) =>
                    `begint bij “${text}” staat alleen in woorden bij de taak: die gaat open zodra een zaak er komt`,
            ),
        );
    });

    test('names a term that counts from elsewhere, and one that has no place', async () => {
        const one = await caseFrom(TIMES);
        // of a due date plain BPMN says so besides
        const own = (element: string) =>
            lossesOf(output, one, element).filter((l) => !l.includes('BPMN zelf heeft geen plaats'));
        const other = 'een taak heeft er hoogstens één, in cijfers, met een hoogste, en geteld vanaf dat zij opengaat';
        expect(own('Een')).toEqual([`10 weken is geen uiterste datum: ${other}`]);
        expect(own('Drie')).toEqual([]);
        expect(own('Vier')).toEqual([]);
        expect(own('Vijf')).toEqual([`2 weken is geen uiterste datum: ${other}`]);
        expect(own('Zes')).toEqual([FROM_OPENING]);
    });

    test('names contacts of a step as lost, where there are any', async () => {
        expect(lossesOf(output, await caseFrom(TIMES), 'Tijd')).toContain('een werkstroom zegt niet: contacten');
        const more = await caseFrom(TIMES.replace('contacten 3', 'locatie "thuis" contacten 3'));
        expect(lossesOf(output, more, 'Tijd')).toContain('een werkstroom zegt niet: locatie, contacten');
        const without = await caseFrom(TIMES.replace('contacten 3 tot 5 huisbezoeken', ''));
        expect(lossesOf(output, without, 'Tijd').join()).not.toContain('contacten');
    });
});

test.each(['operaton', 'zeebe', 'valtimo'])(
    '%s names a group of no role, and the role that it is near to',
    async (output) => {
        const { protocol, options, name } = await caseFrom(`interventie Groep "Groep" {
        rol Coordinator
        rol JVK "Jeugdverpleegkundige"
        rol Tolk
        aanpak { stap Een { door Coordinator } stap Twee { door JVK } stap Drie { door Tolk } }
    }`);
        const groups = { Coördinator: 'a', Jeugdverpleegkundig: 'b', Gemeente: 'c', Tolk: 'd' };
        const settings = { ...options.settings, output: { [output]: { groups } } };
        const losses = lossesOf(output, { name, protocol, options: { ...options, settings } }, 'Groep');
        expect(losses.filter((l) => l.includes('geeft een groep aan'))).toEqual([
            'draaiboek.json geeft een groep aan Coördinator, en zo heet hier geen rol; bedoelde u Coordinator?',
            'draaiboek.json geeft een groep aan Jeugdverpleegkundig, en zo heet hier geen rol; bedoelde u JVK?',
            'draaiboek.json geeft een groep aan Gemeente, en zo heet hier geen rol',
        ]);
    },
);

test.each(['operaton', 'zeebe', 'valtimo'])('%s gives two roles of like names groups of their own', async (output) => {
    const one = await caseFrom(`interventie Groep {
        rol Een rol Één rol één-2 "Een"
        aanpak { stap A { door Een } stap B { door Één } stap C { door één-2 } }
    }`);
    const files = generatorById(output)?.generate(one.protocol, one.options).files ?? [];
    const text = files
        .map(({ content }) =>
            typeof content === 'string'
                ? content
                : Object.values(unzipSync(content))
                      .map((f) => strFromU8(f))
                      .join('\n'),
        )
        .join('\n');
    const groups = [...text.matchAll(/candidateGroups="([^"]*)"/g)].map((m) => m[1]?.toLowerCase());
    expect(groups).toHaveLength(3);
    expect(new Set(groups).size).toBe(3);
});

test.each(['operaton', 'zeebe'])('%s names the groups and the version that it is not told', async (output) => {
    const text = (version: string) => `interventie Groep { ${version} rol A aanpak { stap Een { door A } } }`;
    const losses = async (version: string, groups: Record<string, string>) => {
        const { protocol, options, name } = await caseFrom(text(version));
        const settings = { ...options.settings, output: { [output]: { groups } } };
        return lossesOf(output, { name, protocol, options: { ...options, settings } }, 'Groep').join('\n');
    };
    expect(await losses('', {})).toContain(`output › ${output} › groups`);
    expect(await losses('', {})).toContain('geen version tag');
    expect(await losses('versie "2"', { A: 'a' })).not.toMatch(/groups|version tag/);
});

/** The names of everything in a file. */
function namesIn(element: Element): string[] {
    const own = typeof element.name === 'string' ? [element.name] : [];
    const inside = Object.entries(element)
        .filter(([key]) => !key.startsWith('$'))
        .flatMap(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]))
        .filter((v): v is Element => typeof v === 'object' && v !== null && '$type' in v);
    const parts = ['rootElements', 'flowElements', 'participants', 'laneSets', 'lanes'];
    return [...own, ...inside.filter((v) => parts.some((p) => listed(element, p).includes(v))).flatMap(namesIn)];
}

function listed(element: Element, property: string): unknown[] {
    const value = element[property];
    return Array.isArray(value) ? (value as unknown[]) : [];
}

describe('time that a workflow cannot keep is named', () => {
    const HANDOVER = `interventie X { rol R rol S aanpak { stap A { door R duur 2 weken } stap B { door S } einde E }
        overdracht H van R naar S { vanuit A  bevestiging door S binnen 2 werkdagen NA  REST } }`;
    const handover = (after: string, rest = '') => caseFrom(HANDOVER.replace('NA', after).replace('REST', rest));

    test.each(['operaton', 'zeebe'])('%s: a confirmation has its term as due date', async (output) => {
        const one = await handover('');
        const xml = String(generatorById(output)?.generate(one.protocol, one.options).files[0]?.content);
        const task = /<bpmn:userTask id="H_bevestigen".*?<\/bpmn:userTask>/s.exec(xml)?.[0] ?? '';
        expect(task).toContain('dueDate');
    });

    test.each(['bpmn', 'operaton', 'zeebe'])('%s: but not what counts from something else', async (output) => {
        const lost = lossesOf(output, await handover('na "de brief"'), 'H');
        expect(lost).toContainEqual(
            expect.stringMatching(/^2 werkdagen na .*de brief.* is geen uiterste datum van de bevestiging/),
        );
        expect(lossesOf(output, await handover(''), 'H').join()).not.toContain('is geen uiterste datum');
    });

    test('bpmn: a due date, for which BPMN has no place', async () => {
        expect(lossesOf('bpmn', await handover(''), 'A')).toContainEqual(
            expect.stringContaining('2 weken staat alleen in woorden bij de taak'),
        );
        expect(lossesOf('operaton', await handover(''), 'A').join()).not.toContain('is geen uiterste datum');
    });
});
