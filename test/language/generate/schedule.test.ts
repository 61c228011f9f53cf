import { describe, expect, it } from 'vitest';
import { forReaders } from '../../../language/generate/svg/for-readers.js';
import { svgGenerator } from '../../../language/generate/svg/generator.js';
import { scheduleOf } from '../../../language/generate/svg/schedule.js';
import { buildGraph } from '../../../language/workflow/build-graph.js';
import { caseFrom } from './support.js';

async function scheduled(text: string) {
    const { protocol } = await caseFrom(`interventie X { rol R ${text} }`);
    const graph = buildGraph(protocol);
    const schedule = graph && scheduleOf(protocol, forReaders(graph, 'nl'));
    const rows = (schedule?.rows ?? []).map((r) => ({
        name: r.kind === 'handover' ? r.handover.name : r.node.name,
        span: 'span' in r && r.span ? [r.span.from, r.span.to] : undefined,
        terms: r.terms.map((t) => t.at),
        when: r.kind === 'work' ? r.when : undefined,
    }));
    return { ...schedule, rows, of: (name: string) => rows.find((r) => r.name === name) };
}

const step = (name: string, more: string) => `stap ${name} { door R ${more} }`;

describe('the timeline', () => {
    it('puts steps behind each other, parallel ones beside each other, and phases around them', async () => {
        const { of, days } = await scheduled(`aanpak {
            fase F van begin tot einde { ${step('A', 'duur 3 dagen')}
            gelijktijdig G { ${step('B', 'duur hoogstens 1 week')} ${step('C', 'duur 2 weken')} } }
            ${step('D', 'duur 1 dag')} }`);
        expect(of('A')?.span).toEqual([0, 3]);
        expect(of('B')?.span).toEqual([3, 10]);
        expect(of('C')?.span).toEqual([3, 17]);
        expect(of('D')?.span).toEqual([17, 18]);
        expect(of('F')?.span).toEqual([0, 17]);
        expect(days).toBe(18);
    });

    it('does not count what leads back, and leaves escalations and interruptions without a place', async () => {
        const { of } = await scheduled(`gegeven g: ja/nee aanpak {
            ${step('A', 'duur 2 dagen')}
            ${step('B', 'duur 2 dagen bepaalt g daarna { als g: C anders: A }')}
            ${step('C', 'duur 2 dagen')}
            escalatie E door R { vanuit A duur 9 dagen daarna: B }
            altijd als "brand": Z
            ${step('Z', 'duur 5 dagen')}
            einde Klaar }`);
        expect([of('A')?.span, of('B')?.span, of('C')?.span]).toEqual([
            [0, 2],
            [2, 4],
            [4, 6],
        ]);
        expect([of('E')?.when, of('E')?.span]).toEqual(['aside', undefined]);
        expect([of('Z')?.when, of('Z')?.span]).toEqual(['always', undefined]);
    });

    it('knows work that only comes where a term runs out from work after an escalation', async () => {
        const { of } = await scheduled(`aanpak {
            ${step('A', 'termijn 5 werkdagen anders: Bellen daarna: Klaar')}
            ${step('Bellen', 'daarna: Klaar')}
            escalatie E door R { vanuit A daarna: B }
            ${step('B', 'daarna: Klaar')}
            einde Klaar }`);
        expect(['A', 'Bellen', 'E', 'B'].map((name) => of(name)?.when)).toEqual([
            'on-the-way',
            'term',
            'aside',
            'aside',
        ]);
    });

    it('says when terms run out: from the registration, from the beginning, and after another step', async () => {
        const { of } = await scheduled(`aanpak {
            ${step('A', 'duur 2 dagen termijn 3 dagen na aanmelding')}
            ${step('B', 'duur 2 dagen termijn 4 dagen')}
            ${step('C', 'duur 2 dagen termijn 9 dagen na A')} }`);
        expect([of('A')?.terms, of('B')?.terms, of('C')?.terms]).toEqual([[3], [6], [11]]);
    });

    it('begins a step no earlier than the text says', async () => {
        const { of } = await scheduled(`aanpak {
            ${step('A', 'duur 2 dagen')}
            ${step('B', 'duur 2 dagen begint 1 tot 2 weken na A')}
            ${step('C', 'duur 1 dag begint 3 dagen na begin van A')}
            ${step('D', 'duur 1 dag begint 20 dagen na aanmelding')} }`);
        expect([of('B')?.span, of('C')?.span, of('D')?.span]).toEqual([
            [9, 11],
            [11, 12],
            [20, 21],
        ]);
    });

    it('gives an order and no days where a duration is not stated in figures', async () => {
        const { of, days, open } = await scheduled(`aanpak {
            ${step('A', 'duur onbekend')} ${step('B', 'duur 2 dagen termijn 4 dagen')} }`);
        expect([days, open]).toEqual([undefined, ['A']]);
        expect([of('A')?.span, of('B')?.span]).toEqual([
            [0, 1],
            [1, 2],
        ]);
        expect(of('B')?.terms).toEqual([undefined]);
    });
});

describe('the drawing of the timeline', () => {
    const drawn = async (text: string) => {
        const { protocol, options } = await caseFrom(`interventie X { rol R ${text} }`);
        const { files } = svgGenerator.generate(protocol, options);
        const svg = String(files.find((f) => f.path === 'X-tijdlijn.svg')?.content);
        const [rows = '', legend = ''] = svg.split('<g aria-hidden="true">').slice(-2);
        return { rows, legend, svg };
    };
    const shapes = (svg: string, style: string) =>
        [...svg.matchAll(/class="([^"]+)"/g)].filter(([, all]) => all === style).length;

    it('marks what is repeated, of which bar and dots show one time', async () => {
        const { rows, legend } = await drawn(`aanpak {
            fase F { herhaal hoogstens 2 keer stap A { door R duur 1 week contacten 1 herhaal hoogstens 3 keer } }
            stap B { door R duur 1 week contacten 1 }
            einde E }`);
        expect(shapes(rows, 'dr-icon dr-again')).toBe(2);
        expect(legend).toContain('kan vaker gebeuren; getekend is één keer');
        const once = await drawn(`aanpak { ${step('A', 'duur 1 week')} einde E }`);
        expect(once.svg).not.toMatch(/dr-again"|vaker gebeuren/);
    });

    it('marks work that a way back may lead to again, says so in words, and marks no other work', async () => {
        const { rows, svg, legend } = await drawn(`gegeven g: ja/nee aanpak {
            ${step('A', 'duur 1 week')}
            ${step('B', 'duur 1 week')}
            ${step('C', 'duur 1 week bepaalt g daarna { als g: D anders: B hoogstens 2 keer }')}
            ${step('D', 'duur 1 week')}
            einde E }`);
        expect(shapes(rows, 'dr-icon dr-again')).toBe(2);
        expect(legend).toContain('kan vaker gebeuren');
        const labels = [...svg.matchAll(/<title>([^<]*)</g)].map(([, label = '']) => label);
        const back = labels.filter((l) => l.includes('kan opnieuw, langs een weg terug'));
        expect(back.map((l) => l.replace(/;.*/, ''))).toEqual(['B', 'C']);
    });

    it('says whether a term counts from the begin or from the end, how firm it is, and where it is not known', async () => {
        const { svg } = await drawn(`aanpak { ${step('A', 'duur 2 dagen')}
            ${step('B', 'duur 2 dagen termijn 9 dagen na begin van A')}
            ${step('C', 'duur 2 dagen termijn 9 dagen na A')}
            ${step('D', 'duur 2 dagen termijn veelal 3 dagen')} ${step('E', 'duur 2 dagen termijn onbekend')} }`);
        for (const said of ['9 dagen na het begin van A', '9 dagen na A', 'veelal 3 dagen', 'onbekend']) {
            expect(svg).toContain(`>termijn ${said}<`);
        }
    });

    it('draws what takes about so long otherwise than what takes so long, and says why', async () => {
        const vague = await drawn(`aanpak { ${step('A', 'duur ongeveer 3 weken')} ${step('B', 'duur 3 weken')} }`);
        expect([shapes(vague.rows, 'dr-bar-soft dr-vague'), shapes(vague.rows, 'dr-bar')]).toEqual([1, 1]);
        expect(vague.legend).toContain('ongeveer zo lang');
        expect(vague.svg).toContain('Wat gestippeld is, zegt het draaiboek maar ongeveer');
        const firm = await drawn(`aanpak { ${step('A', 'duur 3 weken')} ${step('B', 'duur 3 weken')} }`);
        expect([shapes(firm.svg, 'dr-bar-soft dr-vague'), firm.svg.includes('gestippeld')]).toEqual([0, false]);
    });

    it('draws what begins about then, and a term of about so long, as vague', async () => {
        const { rows, legend } = await drawn(`aanpak { ${step('A', 'duur 2 weken termijn ongeveer 3 weken')}
            ${step('B', 'duur 2 weken begint ongeveer 1 week na A termijn 3 weken')} }`);
        expect(shapes(rows, 'dr-bar-soft dr-vague')).toBe(1);
        expect([shapes(rows, 'dr-gate dr-term dr-dashed'), shapes(rows, 'dr-gate dr-term')]).toEqual([1, 1]);
        expect(legend).toContain('termijn loopt ongeveer dan af');
    });

    it('has no lines of days where nothing has a place in time, and says there in words how long it takes', async () => {
        const { svg } = await drawn(`aanpak { ${step('A', 'duur 2 weken')}
            escalatie E door R { vanuit A duur 9 dagen contacten 2 daarna: A } einde Z }`);
        const bottoms = [...svg.matchAll(/V([\d.]+)" class="dr-grid"/g)].map(([, y]) => Number(y));
        const [heading = 0] = [...svg.matchAll(/y="([\d.]+)"[^>]*>Alleen bij opschaling</g)].map(([, y]) => Number(y));
        expect(Math.max(...bottoms)).toBeLessThan(heading);
        expect(svg).toContain('>9 dagen; 2 contacten<');
    });

    it('counts no contacts that have no number', async () => {
        const { rows, legend } = await drawn(`aanpak {
            ${step('A', 'duur 4 weken contacten diverse gesprekken')}
            ${step('B', 'duur 4 weken contacten ongeveer 5')}
            ${step('C', 'duur 4 weken contacten minstens 2')} }`);
        expect(rows).toContain('>contacten: diverse gesprekken<');
        expect(rows).toContain('>contacten: ongeveer 5<');
        expect(rows).toContain('>minstens 2 contacten<');
        // three small dots for each, and the two that are sure
        expect(shapes(rows, 'dr-dot dr-some')).toBe(9);
        expect(shapes(rows, 'dr-dot') + shapes(rows, 'dr-dot-light')).toBe(2);
        expect(legend).toContain('contacten niet in cijfers gezegd');
    });
});

describe('the picture of goals', () => {
    const drawn = async (text: string) => {
        const { protocol, options } = await caseFrom(`interventie X { rol R ${text} }`);
        return String(svgGenerator.generate(protocol, options).files.find((f) => f.path === 'X-doelen.svg')?.content);
    };

    it('says for each goal which steps work on it, and where none does', async () => {
        const svg = await drawn(`doel D "Groot" { subdoel een "Een" subdoel twee "Twee" }
            aanpak { ${step('A', 'werkt aan een')} ${step('B', 'werkt aan een')} ${step('C', '')} }`);
        expect(svg).toContain('Een: A, B. Twee: geen stap werkt hieraan');
        // and one in the legend
        expect(svg.match(/class="dr-bar"/g)).toHaveLength(3);
        expect(svg).toContain('>de stap werkt aan dit doel<');
        expect(svg).toContain('class="dr-open"');
        expect(svg).toContain('werkt aan geen doel dat genoemd wordt');
    });

    it('counts work on a goal as a whole as work on each of its subgoals, and keeps what is unknown', async () => {
        const svg = await drawn(`doel D "Groot" { subdoel een "Een" subdoel twee "Twee" }
            aanpak { ${step('A', 'werkt aan D')} ${step('B', 'werkt aan onbekend')} }`);
        expect(svg).toContain('Een: A. Twee: A');
        expect(svg).toContain('onbekend aan welk doel');
    });
});

it('says in the timeline how often a step is done again, and a term in words', async () => {
    const { protocol, options } = await caseFrom(`interventie T "T" { rol A
        aanpak {
            stap Les "Bijeenkomst" { door A duur 1,5 uur contacten 1 frequentie 1 keer per week
                herhaal precies 9 keer
                termijn "dezelfde dag nog" }
            stap Na "Nameting" { door A duur 1 dag }
            einde Klaar
        } }`);
    const svg = svgGenerator
        .generate(protocol, options)
        .files.map((f) => String(f.content))
        .find((t) => t.includes('Tijdlijn'));
    expect(svg).toContain('herhaal precies 9 keer opnieuw');
    expect(svg).toContain('dezelfde dag nog');
});
