import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { bpmnGenerator } from '../../../language/generate/bpmn/generator.js';
import { mermaidGenerator } from '../../../language/generate/mermaid/generator.js';
import { svgGenerator } from '../../../language/generate/svg/generator.js';
import { escapeLabel, LONGEST_LABEL, shorten } from '../../../language/generate/mermaid/text.js';
import { HOSTILE, hostileProtocol } from './hostile.js';
import { caseFrom, exampleCases, textOf, type Case } from './support.js';

// Mermaid cleans labels with the functions of a browser. Without this one it leaves them as they are, and they show
// what we wrote, which must need no cleaning.
const window = new Window();
Object.defineProperty(window.document.implementation, 'createHTMLDocument', { value: undefined });
Object.assign(globalThis, { window, document: window.document, Element: window.Element });
const { default: mermaid } = await import('mermaid');

const cases = (await exampleCases()).filter((c) => c.protocol.process?.nodes.some((n) => n.kind !== 'end'));

/** The flowchart as Mermaid itself reads it. */
async function parsed(one: Case) {
    const chart = textOf(mermaidGenerator, one);
    expect(await mermaid.parse(chart)).toMatchObject({ diagramType: 'flowchart-v2' });
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(chart);
    const db = diagram.db as unknown as {
        getVertices(): Map<string, { text?: string; classes: string[] }>;
        getEdges(): { start: string; end: string; text: string; stroke: string }[];
        getAccTitle(): string;
        getSubGraphs(): { id: string; title: string; nodes: string[] }[];
    };
    return {
        chart,
        nodes: db.getVertices(),
        arrows: db.getEdges(),
        groups: db.getSubGraphs(),
        accTitle: db.getAccTitle(),
    };
}

it('has the whole title, whatever is in it, for screen readers', async () => {
    const title = 'Hulp <b>&amp; ]]> # : ; 👪 "thuis" nu';
    const one = await caseFrom(`interventie P """${title}""" { aanpak { stap A } }`);
    expect(decoded((await parsed(one)).accTitle)).toBe(title);
});

describe.each(cases)('the flowchart of $name', (one) => {
    it('is one that Mermaid reads, with every node and every way of the process', async () => {
        const { nodes, arrows, groups } = await parsed(one);
        const { trace } = mermaidGenerator.generate(one.protocol, one.options);
        const shown = new Set([...nodes.keys(), ...groups.map((g) => g.id)]);
        const process = one.protocol.process;
        expect(trace.map((t) => t.element)).toEqual(process?.nodes.map((n) => n.name));
        expect(trace.filter((t) => !shown.has(t.id))).toEqual([]);
        expect(arrows.length).toBeGreaterThanOrEqual(process?.arrows.length ?? 0);
    });

    it('has no arrow to or from a subgraph, and no node that no arrow touches unless the process has one', async () => {
        const { arrows, groups, nodes } = await parsed(one);
        const ids = new Set(groups.map((g) => g.id));
        expect(arrows.filter((a) => ids.has(a.start) || ids.has(a.end))).toEqual([]);
        const touched = new Set(arrows.flatMap((a) => [a.start, a.end]));
        const loose = [...nodes.keys()].filter((id) => !touched.has(id) && !ids.has(id));
        const arrowed = new Set(one.protocol.process?.arrows.flatMap((a) => [a.from, a.to]));
        const { trace } = mermaidGenerator.generate(one.protocol, one.options);
        expect(loose.filter((id) => arrowed.has(trace.find((t) => t.id === id)?.element))).toEqual([]);
    });

    it('is the same, byte for byte, when made again', async () => {
        const again = (await exampleCases()).find((c) => c.name === one.name);
        expect(again && textOf(mermaidGenerator, again)).toBe(textOf(mermaidGenerator, one));
    });
});

describe('a way behind one that always holds', () => {
    const chartOf = async (ways: string) => {
        const one = await caseFrom(`interventie X "X" { gegeven a: ja/nee aanpak {
            stap A { bepaalt a ${ways} } stap B { daarna: E } stap C { daarna: E } einde E } }`);
        const { losses } = mermaidGenerator.generate(one.protocol, one.options);
        const { arrows } = await parsed(one);
        const drawn = arrows.filter((x) => x.start === 'n_A').map((x) => x.end);
        return { drawn, told: losses.map((l) => `${l.element}: ${l.reason.nl}`).join('\n') };
    };

    it.each(['daarna: B daarna { als a: C }', 'daarna { als a: E } daarna: B daarna: C'])(
        'is not drawn: %s',
        async (ways) => {
            const { drawn, told } = await chartOf(ways);
            expect(drawn).not.toContain('n_C');
            expect(drawn).toContain('n_B');
            expect(told).toContain('A: de weg naar C staat achter een weg die altijd geldt');
        },
    );

    it.each(['daarna: B hoogstens 1 keer daarna: C', 'daarna veelal: B daarna: C', 'daarna { als a: B anders: C }'])(
        'is drawn where that may not hold: %s',
        async (ways) => {
            const { drawn, told } = await chartOf(ways);
            expect(drawn).toEqual(['n_B', 'n_C']);
            expect(told).not.toContain('altijd geldt');
        },
    );
});

describe('how firm a way is', () => {
    const text = `
        gegeven f: ja/nee
        interventie X {
            aanpak {
                stap A { bepaalt f  daarna { bij voorkeur als f: B  anders: mogelijk C } }
                stap B { herhaal zo nodig hoogstens 2 keer }
                stap C { daarna veelal: E }
                fase E { stap F  daarna zo nodig: Klaar }
                altijd zo nodig als "acuut": D, hervat daarna
                stap D
                einde Klaar
            }
        }`;

    it('stands on each arrow', async () => {
        const { arrows } = await parsed(await caseFrom(text));
        expect(arrows.map((a) => a.text)).toEqual(
            expect.arrayContaining([
                'bij voorkeur als f',
                expect.stringMatching(/^anders.* mogelijk$/),
                'zo nodig herhaal, hoogstens 2 keer opnieuw',
                'veelal',
                'zo nodig als “acuut”, hervat daarna',
            ]),
        );
    });

    it('stands where a term runs out, and where a handover stays out', async () => {
        const one = await caseFrom(`
            interventie X {
                rol Werker  rol Hulp
                aanpak {
                    stap A { door Werker  termijn veelal 2 weken anders: mogelijk C  daarna: B }
                    stap B { door Hulp }
                    stap C { door Werker }
                    einde Klaar
                }
                overdracht H van Werker naar Hulp {
                    vanuit A
                    bevestiging zo nodig door Hulp
                    termijn bij voorkeur 3 dagen anders: C
                }
            }`);
        const { arrows } = await parsed(one);
        expect(arrows.map((a) => a.text)).toEqual(
            expect.arrayContaining([
                expect.stringMatching(/^veelal termijn verstreken.* mogelijk$/),
                'bij voorkeur bij uitblijven<br/>overdracht H',
            ]),
        );
        const bpmn = textOf(bpmnGenerator, one);
        for (const label of ['veelal 2 weken: mogelijk', 'bij voorkeur 3 dagen']) {
            expect(bpmn).toContain(`name="${label}"`);
        }
    });

    it('stands in the workflow too, where a flow has words, and else is told as lost', async () => {
        const one = await caseFrom(text);
        const bpmn = textOf(bpmnGenerator, one);
        expect(bpmn).toContain('name="bij voorkeur als f"');
        expect(bpmn).toContain('name="anders: mogelijk"');
        expect(bpmn).toContain('name="veelal"');
        expect(bpmn).toContain('name="zo nodig als ');
        expect(bpmnGenerator.generate(one.protocol, one.options).losses).toContainEqual({
            element: 'E',
            reason: expect.objectContaining({
                nl: 'wat erna komt, is “zo nodig”; de werkstroom gaat er altijd heen',
            }) as unknown,
        });
    });
});

describe('a flowchart', () => {
    const text = `
        rol Werker "de werker"
        rol Ander
        rol Hoofd "de teamleider"
        gegeven klaar: ja/nee
        interventie X "X" {
            aanpak {
                stap A "Begin" { door Werker  bepaalt klaar  herhaal hoogstens 3 keer tot klaar  termijn 2 weken anders: Vast
                    daarna { als klaar: G  anders: onbekend } }
                gelijktijdig G { stap B { door Werker } stap C { door veelal Ander } }
                stap D { door Ander }
                escalatie Vast naar Hoofd { vanuit A  daarna: Stop hoogstens 1 keer }
                altijd als klaar: Stop
                einde Goed { geslaagd }
                einde Stop { bij weigering }
            }
            overdracht O "geef door" van Werker naar Ander { vanuit G  bij uitblijven: Vast }
        }`;

    it('shows each kind of way and node', async () => {
        const one = await caseFrom(text);
        const { chart, arrows, nodes, groups } = await parsed(one);
        expect(nodes.get('n_A')?.text).toBe('Begin<br/>de werker');
        expect(nodes.get('n_C')?.text).toBe('C<br/>veelal Ander');
        expect(nodes.get('n_Goed')?.classes).toContain('geslaagd');
        expect(nodes.get('n_Vast')?.classes).toContain('escalatie');
        expect(nodes.get('n_Vast')?.text).toBe('Vast<br/>naar de teamleider');
        expect(groups.find((g) => g.id === 'n_G')?.nodes).toEqual(
            expect.arrayContaining(['n_B', 'n_C', 'in_n_G', 'uit_n_G']),
        );
        const way = (start: string, end: string) =>
            arrows.filter((a) => a.start === start && a.end === end).map((a) => `${a.stroke}: ${a.text}`);
        expect(way('begin', 'n_A')).toEqual(['normal: ']);
        expect(way('n_A', 'in_n_G')).toEqual(['normal: als klaar']);
        expect(way('n_A', 'onbekend')).toEqual(['normal: anders']);
        expect(way('n_A', 'n_A')).toEqual(['normal: herhaal als niet klaar, hoogstens 3 keer opnieuw']);
        expect(way('n_A', 'n_Vast')).toEqual(
            expect.arrayContaining(['dotted: termijn verstreken', 'dotted: loopt vast']),
        );
        expect(way('uit_n_G', 'n_D')).toEqual(['thick: overdracht geef door']);
        expect(way('uit_n_G', 'n_Vast')).toEqual(['dotted: bij uitblijven<br/>overdracht geef door']);
        expect(way('n_Vast', 'n_Stop')).toEqual(['normal: hoogstens 1 keer']);
        expect(way('altijd', 'n_Stop')).toEqual(['dotted: als klaar']);
        expect(chart).toContain('n_Stop(["Stop<br/>bij weigering"]):::einde');
    });

    it('says a fact in its own words, and by its name where the whole condition has no room then', async () => {
        const one =
            await caseFrom(`interventie X { gegeven g: ja/nee "Het gaat “goed”" gegeven h: ja/nee "${'Lange woorden '.repeat(10)}"
            aanpak { stap A { bepaalt g, h  daarna { als g: B  als niet h: C  anders: A } } stap B stap C
              escalatie V { vanuit A als g en "er is haast" daarna: B } einde E } }`);
        const { arrows } = await parsed(one);
        expect(arrows.filter((a) => a.start === 'n_A').map((a) => a.text)).toEqual(
            expect.arrayContaining(['als ‘Het gaat “goed”’', 'als niet h', 'als ‘Het gaat “goed”’ en “er is haast”']),
        );
    });

    it('says what it cannot say', async () => {
        const one = await caseFrom(text);
        const { losses } = mermaidGenerator.generate(one.protocol, one.options);
        expect(losses).toContainEqual({
            element: 'X',
            reason: {
                nl: 'een stroomschema zegt niet: gegevens die bekend worden, termijnen',
                en: 'a flowchart does not say: facts that become known, terms',
            },
        });
        expect(losses).toContainEqual({
            element: 'A',
            reason: {
                nl: 'wat hierna komt, is onbekend of plaatselijk',
                en: 'what comes next is unknown or decided locally',
            },
        });
    });

    it('is made of phases of which no steps are told', async () => {
        const one = await caseFrom('interventie X { aanpak { fase Later "Later" vanaf 2 tot 6 jaar\neinde Klaar } }');
        const { groups, arrows } = await parsed(one);
        expect(groups.map((g) => decoded(g.title).split('<br/>'))).toEqual([['Later', 'vanaf 2 tot 6 jaar']]);
        expect(arrows.map((a) => [a.start, a.end])).toEqual([
            ['begin', 'in_n_Later'],
            ['in_n_Later', 'uit_n_Later'],
            ['uit_n_Later', 'n_Klaar'],
        ]);
    });

    it('is not made where there are no steps; that is a loss', async () => {
        for (const words of ['', 'aanpak { toegang via onbekend }', 'aanpak { einde Klaar }']) {
            const one = await caseFrom(`interventie X "X" { ${words} }`);
            const { files, losses } = mermaidGenerator.generate(one.protocol, one.options);
            expect(files).toEqual([]);
            expect(losses.map((l) => l.element)).toEqual(['X']);
        }
    });

    it('is made of names that are alike, of words of Mermaid, and of names that lead nowhere', async () => {
        const one = await caseFrom(`interventie X "X" { aanpak {
            stap end { daarna: subgraph }
            stap subgraph "" { daarna: a-b }
            stap a-b { daarna: a_b }
            stap a_b { daarna: A_B }
            stap A_B { daarna: ab-2 }
            stap ab-2 { daarna: Nergens }
            stap in_n_G { daarna: default }
            stap default { daarna: Coördinator }
            stap Coördinator { daarna: Coordinator }
            stap Coordinator { daarna: begin }
            stap begin { daarna: altijd }
            stap altijd
            een van G { }
            naar keuze { gelijktijdig { } }
        } }`);
        const { nodes, groups } = await parsed(one);
        const ids = [...nodes.keys(), ...groups.map((g) => g.id)].map((id) => id.toLowerCase());
        expect(new Set(ids).size).toBe(new Set([...nodes.keys(), ...groups.map((g) => g.id)]).size);
        expect([...nodes.values()].filter((n) => n.text?.includes('niet gevonden'))).toHaveLength(1);
        expect(one.protocol.process?.nodes.filter((n) => n.kind === 'step')).toHaveLength(12);
        expect([...nodes.values()].filter((n) => n.classes.includes('stap'))).toHaveLength(12);
    });
});

describe('hostile text in a flowchart', () => {
    it('stays text, in nodes, subgraphs and arrows', async () => {
        const { nodes, groups, arrows } = await parsed(await hostileProtocol());
        expect([...nodes.values()].filter((n) => n.classes.includes('stap'))).toHaveLength(HOSTILE.length);
        expect(groups).toHaveLength(HOSTILE.length);
        const texts = new Set([...nodes.values()].map((n) => decoded(n.text ?? '').split('<br/>')[0]));
        const titles = new Set(groups.map((g) => decoded(g.title).split('<br/>')[0]));
        const labels = new Set(arrows.map((a) => decoded(a.text).split('<br/>')[0]));
        for (const text of HOSTILE) {
            expect(texts).toContain(shorten(text));
            expect(titles).toContain(shorten(text));
            expect(labels).toContain(shorten(`als “${text}”`));
        }
    });

    it('is cut where it is too long, and that is a loss', async () => {
        const one = await caseFrom(`interventie X "X" { aanpak { stap A "${'lang '.repeat(60)}" } }`);
        const { losses } = mermaidGenerator.generate(one.protocol, one.options);
        expect(losses.map((l) => l.reason.nl)).toContain(`de tekst is ingekort tot ${String(LONGEST_LABEL)} tekens`);
        expect(shorten('😀'.repeat(300))).toBe(`${'😀'.repeat(LONGEST_LABEL - 1)}…`);
    });

    it('leaves ordinary text as it is', () => {
        expect(escapeLabel('Een gezin (2 ouders), 6,4 % – samen, één plan!')).toBe(
            'Een gezin (2 ouders), 6,4 % – samen, één plan!',
        );
    });
});

/** The text that a reader sees: Mermaid keeps entity codes in a form of its own until it draws. */
function decoded(text: string): string {
    return text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

describe('what no case comes to', () => {
    it('has no arrows, and is named; so is it where a drawing has left it out', async () => {
        const one = await caseFrom(`rol R rol S interventie X { aanpak {
            stap A { door R daarna: Slot }
            stap Los { door S daarna: Ver }
            fase Nooit { stap P { door S } stap Q { door S daarna: Ver } }
            stap Ver { door R daarna: Slot }
            einde Slot }
            overdracht O van S naar R { vanuit Los bevestiging door R binnen 2 dagen bij uitblijven: A } }`);
        const { arrows, nodes } = await parsed(one);
        expect(arrows.map((a) => `${a.start} ${a.end}`)).toEqual(['begin n_A', 'n_A n_Slot']);
        expect([...nodes.keys()]).toEqual(expect.arrayContaining(['n_Los', 'n_P', 'n_Q', 'n_Ver']));
        const named = (generator: typeof mermaidGenerator) =>
            generator
                .generate(one.protocol, one.options)
                .losses.flatMap((l) => (l.reason.nl.startsWith('geen zaak komt hier') ? [l.element] : []));
        const unreached = ['Los', 'Nooit', 'P', 'Q', 'Ver', 'O'];
        expect(named(mermaidGenerator)).toEqual(unreached);
        expect(named(svgGenerator)).toEqual(unreached);
    });
});
