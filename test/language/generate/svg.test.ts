import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPart } from '../../../cli/files/parts.js';
import { loadResvg } from '../../../cli/generate/points.js';
import { layOut } from '../../../language/diagram/layout.js';
import { forReaders } from '../../../language/generate/svg/for-readers.js';
import { partsOf } from '../../../language/generate/svg/parts.js';
import { svgGenerator } from '../../../language/generate/svg/generator.js';
import { buildGraph } from '../../../language/workflow/build-graph.js';
import { faultsIn } from '../diagram/faults.js';
import { HOSTILE } from './hostile.js';
import { caseFrom, exampleCases, type Case } from './support.js';

const Resvg = await loadResvg({ readPart: (part) => readPart(join(import.meta.dirname, '../../../cli'), part) });
const cases = await exampleCases();
const drawn = cases.filter(({ protocol }) => buildGraph(protocol)?.nodes.some((n) => n.kind === 'task'));

const svgs = ({ protocol, options }: Case, more: Partial<Case['options']> = {}) =>
    svgGenerator.generate(protocol, { ...options, ...more }).files.map((f) => String(f.content));
const process = (one: Case, more: Partial<Case['options']> = {}) => svgs(one, more)[0] ?? '';

describe.each(drawn)('the layout of $name', ({ protocol }) => {
    it('has no faults, for readers nor for an engine', () => {
        const graph = buildGraph(protocol);
        if (!graph) {
            throw new Error('no graph');
        }
        expect(faultsIn(graph, layOut(graph))).toEqual([]);
        const read = forReaders(graph, 'nl');
        expect(faultsIn(read, layOut(read))).toEqual([]);
        const folded = layOut(read, partsOf(protocol, read).fold);
        expect(faultsIn(read, folded)).toEqual([]);
        expect(folded.width).toBeLessThan(1600);
    });
});

describe.each(drawn)('the drawing of $name', (one) => {
    it('shows every step, escalation and end that a case can come to, each with its place in the text', () => {
        const graph = buildGraph(one.protocol);
        const elements = new Set(
            graph?.nodes.flatMap((n) => (n.kind === 'task' || n.kind === 'end' ? (n.element ?? []) : [])),
        );
        const svg = process(one);
        for (const element of elements) {
            expect(svg).toMatch(
                new RegExp(`<g id="[^"]+" data-element="${element}" data-file="[^"]+" data-line="\\d+"`),
            );
        }
    });

    it('is XML that a renderer reads, of the size that it says', () => {
        for (const svg of svgs(one)) {
            const { width, height } = new Resvg(svg);
            expect(svg).toContain(`width="${String(width)}" height="${String(height)}"`);
        }
    });

    it('has ids of which no two are the same, and a title and a description that it refers to', () => {
        const svg = process(one);
        const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
        expect(new Set(ids).size).toBe(ids.length);
        const [, title = '', desc = ''] = /aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? [];
        expect(ids).toEqual(expect.arrayContaining([title, desc]));
    });

    it('is the same each time, and says so when it is a draft', () => {
        expect(svgs(one)).toEqual(svgs(one));
        expect(svgs(one).join()).not.toContain('Concept:');
        svgs(one, { forced: true }).forEach((svg) => {
            expect(svg).toContain('Concept: gemaakt terwijl het draaiboek nog fouten bevat.');
        });
    });

    it('asks for nothing from elsewhere and runs nothing', () => {
        for (const svg of svgs(one)) {
            expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
                /https?:|<script|<image|<use|url\(|\son\w+=/,
            );
        }
    });
});

/** The legend of a drawing, and what it is about. */
function inTwo(svg: string): { legend: string; body: string } {
    const at = svg.lastIndexOf('<g aria-hidden="true"');
    const end = svg.indexOf('\n', at);
    return { legend: svg.slice(at, end), body: svg.slice(svg.indexOf('</desc>'), at) + svg.slice(end) };
}

/** The styles of what is no text and no ground: what a legend must explain. */
function forms(svg: string): string[] {
    const plain = /^dr-(paper|band|grid|text|soft|bold|tag.*|thick|bracket|term|icon.*|tip|solid)$/;
    const classes = [...svg.matchAll(/<(?:rect|circle|path)[^>]* class="([^"]+)"/g)].flatMap(
        (m) => m[1]?.split(' ') ?? [],
    );
    return [...new Set(classes)].filter((c) => !plain.test(c)).sort();
}

describe.each(drawn)('the legends of $name', (one) => {
    it('have every kind of form that is drawn, and no other', () => {
        for (const svg of svgs(one)) {
            const { legend, body } = inTwo(svg.replace(/<style>[\s\S]*?<\/style>/, ''));
            // the head of a goal or phase in a timeline or a picture of goals has its own words
            const own = /verloop:/.test(svg) ? [] : ['dr-head', ...(/doel:/.test(svg) ? ['dr-handover'] : [])];
            expect(forms(legend)).toEqual(forms(body).filter((f) => !own.includes(f)));
        }
    });
});

describe('the legend of a process', () => {
    it('says what each form means, in the words of who writes protocols', async () => {
        const one = await caseFrom(`interventie X { rol R rol S gegeven g: ja/nee aanpak {
            stap A { door R termijn 2 weken anders: Hoger bepaalt g daarna { als g: P anders: Weg } }
            gelijktijdig P { stap B { door R } stap C { door S } daarna: Goed }
            escalatie Hoger door S { vanuit B als "het spannend is" daarna: Weg }
            altijd als "er brand is": Blus, hervat daarna
            stap Blus { door R }
            einde Goed { geslaagd } einde Weg { bij weigering } }
            overdracht O van R naar S { vanuit P naar einde Goed vorm warm } }`);
        const { legend } = inTwo(process(one));
        expect([...legend.matchAll(/>([^<>]+)<\/text>/g)].map((m) => plain(m[1] ?? ''))).toEqual([
            'begin',
            'stap',
            'opschaling',
            'warme overdracht',
            'keuze: één van de wegen',
            'alles tegelijk / verder als alles klaar is',
            'de termijn is om; het werk stopt',
            'iemand zegt dat dit zo is; het werk stopt',
            'kan op elk moment',
            'zodra iemand dit zegt; het andere werk gaat verder',
            'einde: geslaagd',
            'einde: bij weigering',
            'deze weg houdt op',
            'daarna; erboven staat wanneer',
            'wie het doet',
        ]);
    });
});

describe('a drawing', () => {
    it('shows a warm handover with another border and other words than one that is not', () => {
        const one = drawn.find((c) => c.name === 'Gezinspad') as Case;
        expect(process(one)).toMatch(
            /data-element="NaarWijkteam"[\s\S]*?dr-warm[\s\S]*?dr-warm[\s\S]*?warme overdracht/,
        );
        expect(process(one, { language: 'en' })).toContain('>warm handover<');
    });

    it('says of a task what the protocol says: terms that are no duration, veelal and mogelijk, all who take part', async () => {
        const one = await caseFrom(`interventie X { rol A rol Z rol K rol L aanpak {
            stap Melden { door A, Z, plaatselijk met K termijn 5 werkdagen daarna: Praten }
            stap Praten { door A met mogelijk K duur veelal hoogstens 15 minuten termijn 3 weken anders: Op daarna: Klaar }
            escalatie Op door A naar L { vanuit Praten als "het vastloopt" binnen 1 week daarna: Klaar }
            einde Klaar } }`);
        const titles = [...process(one).matchAll(/<title>((?:stap|opschaling):[^<]*)/g)].map((m) => m[1]);
        expect(titles).toEqual([
            'stap: Melden; door A, Z, plaatselijk met K; termijn 5 werkdagen',
            'stap: Praten; door A met mogelijk K; duur veelal hoogstens 15 minuten',
            'opschaling: Op; door A naar L; begint binnen 1 week',
        ]);
        expect(process(one)).toContain('>en Z, plaatselijk met K</text>');
    });

    it('shows both roles at a meeting of a handover: one by its band, the other in words', async () => {
        const one = await caseFrom(`interventie X {
            rol Gever "De gever"
            rol Ontvanger "De ontvanger"
            rol Gezin "Het gezin"
            aanpak { stap A { door Gever daarna: B } stap B { door Ontvanger } }
            overdracht H van Gever naar Ontvanger { vanuit A  vorm warm  gesprekken 1 met Gezin }
        }`);
        const svg = process(one);
        expect(svg).toMatch(/<title>gesprek bij warme overdracht: [^<]*; door De gever met De ontvanger, Het gezin</);
        expect(svg).toMatch(/>met De ontvanger, Het/);
    });

    it('gives the whole of a title of which it shows a part', async () => {
        const long = `Een stap ${'met een naam die niet ophoudt '.repeat(10)}`.trim();
        const one = await caseFrom(`interventie X { aanpak { stap A "${long}" stap B "Kort" } }`);
        expect(process(one)).toContain(`<title>stap: ${long}`);
        expect(process(one)).toMatch(/…<\/text>/);
    });

    it('leaves signs that none of its fonts has as wide as they are, and calls what has an empty title by its name', async () => {
        const one = await caseFrom(
            'interventie X { rol R "" aanpak { stap A "Plan 👨‍👩‍👧 & zo" { door R } stap Bel "" stap C "漢字" } }',
        );
        const svg = process(one);
        const attributesOf = (text: string) => new RegExp(`<text ([^>]*)>${text}<`).exec(svg)?.[1] ?? '';
        expect(attributesOf('Plan 👨‍👩‍👧 &amp; zo')).toMatch(/font-size/);
        expect(attributesOf('Plan 👨‍👩‍👧 &amp; zo')).not.toContain('textLength');
        expect(attributesOf('漢字')).not.toContain('textLength');
        expect(attributesOf('Bel')).toContain('textLength');
        expect(attributesOf('R')).toContain('textLength');
    });

    it('says of work that nobody is named for that it is not known who does it', async () => {
        const one = await caseFrom(
            'interventie X { rol R aanpak { stap A { door onbekend } stap B { door R met onbekend } } }',
        );
        expect(process(one)).toMatch(/>door onbekend</);
        expect(process(one)).toMatch(/>met onbekend</);
        expect(process(one)).toContain('<title>stap: A; door onbekend</title>');
    });

    it('keeps every text as text', async () => {
        const roles = HOSTILE.map((t, i) => `rol R${String(i)} "${t}"`).join('\n');
        const steps = HOSTILE.map((t, i) => `stap S${String(i)} "${t}" { door R${String(i)} }`).join('\n');
        const one = await caseFrom(`interventie X "${HOSTILE[1] ?? ''}" { ${roles} aanpak { ${steps} } }`);
        const svg = process(one);
        expect(() => new Resvg(svg)).not.toThrow();
        const title = /<title id="[^"]+">([^<]*)</.exec(svg)?.[1];
        expect(title).toBe('&lt;/style&gt;&lt;/title&gt;&lt;img src=x onerror=alert(1)&gt;');
        const shown = [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map((m) => plain(m[1] ?? '')).join('\n');
        expect(HOSTILE.filter((text) => !shown.includes(text))).toEqual([]);
    });

    it('is not made where there are no steps, and that is said', async () => {
        const { files, losses } = (({ protocol, options }) => svgGenerator.generate(protocol, options))(
            await caseFrom('interventie X'),
        );
        expect(files).toEqual([]);
        expect(losses[0]?.reason.nl).toContain('beschrijft geen stappen');
    });
});

function plain(escaped: string): string {
    return ['lt;<', 'gt;>', 'quot;"', "#39;'", 'amp;&'].reduce(
        (text, pair) => text.replaceAll(`&${pair.slice(0, -1)}`, pair.slice(-1)),
        escaped,
    );
}
