import { describe, expect, it } from 'vitest';
import { hyphened } from '../../../language/analysis/elements.js';
import { queriesOn, type QueryResult } from '../../../language/analysis/queries.js';
import { QUERY_KINDS, wordsAbout } from '../../../language/analysis/query-words.js';
import { undecidedInWords } from '../../../language/messages/queries.js';
import { STATEMENTS } from '../../../language/messages/statements.js';
import { contextIn, HOLE, KNOWN_BLOCKS } from '../../../language/messages/statements/contexts.js';
import { indicatorsOf } from '../../../language/model/queries.js';
import { parseText } from '../../../language/workspace.js';
import { services } from '../support/language.js';

let count = 0;

/** Evaluates queries on the last interventie of a text. */
async function ask(text: string, ...queries: string[]): Promise<QueryResult[]> {
    const framework = `\ntoetsingskader Vragen { thema Vraag { indicator 99.9 {\n${queries.join('\n')}\n} } }\n`;
    const document = await parseText(services(), text + framework, `memory:/vraag-${String(++count)}.draaiboek`);
    const model = services().models.of(document);
    const protocol = model.interventions.at(-1);
    const asked = model.frameworks.flatMap(indicatorsOf).find((i) => i.name === '99.9')?.queries ?? [];
    if (!protocol || asked.length !== queries.length) {
        throw new Error(`This is not what was asked:\n${text}${framework}`);
    }
    return asked.map(queriesOn(protocol));
}

/** The outcome with the elements that have it and those that do not. */
function summary({ outcome, having, lacking, open }: QueryResult): string {
    const names = (all: QueryResult['having']) => all.map((e) => e.name).join(' ');
    const why = open.map((o) => `${o.element?.name ?? ''}.${o.what} ${o.why}`).join(', ');
    return `${outcome} +[${names(having)}] -[${names(lacking)}] ?[${why}]`;
}

const PROTOCOL = `interventie Voorbeeld "Voorbeeld" {
    rol Werker
    rol Regisseur voert regie { caseload plaatselijk }
    rol Gezin is cliënt
    doel Rust { subdoel slapen }
    document Plan
    aanpak {
        stap Eerst { door Werker  werkt aan slapen  contacten 3-5  duur 2 weken }
        fase Midden {
            werkwijze outreachend
            stap Tweede { door onbekend  contacten enkele }
            stap Derde { werkwijze digitaal  duur "een tijdje"  activiteit "Bellen" { door Regisseur  levert Plan } }
        }
    }
}
`;

/** Parts that say something for the whole of an interventie. */
const PARTS = `interventie Voorbeeld "Voorbeeld" {
    doelgroep Kind { betrokkenheid "Kinderen dachten mee." }
    rol Werker { competentie onbekend }
    uitvoering { kosten "geen"  competentie "kan luisteren" }
    document Alles over alle leefgebieden
    document Bijna over alle leefgebieden behalve wonen
    document Twee over werk, wonen
    document Ooit over onbekend
    document Niets
    samenwerking met School { afspraak geen }
    samenwerking met School { afspraak "Elke maand bellen" }
    samenwerking met School { knelpunt "Weinig tijd" }
    organisatie School
    aanpak { duur ongeveer 6 maanden  stap Een { frequentie 2 keer per week  duur 1 week } }
}
`;

/** What is said with reserve, and contacts that only activities state. */
const RESERVED = `interventie Voorbeeld "Voorbeeld" {
    rol Werker
    rol Arts
    document Plan
    document Brief
    aanpak {
        stap Een { door veelal Werker  levert zo nodig Plan  termijn in beginsel 2 weken }
        stap Twee {
            door Werker met mogelijk Arts
            activiteit "Bellen" { contacten 2 }
            activiteit "Bezoeken" { contacten 1 }
        }
        stap Drie {
            door Werker
            activiteit zo nodig "Schrijven" { door Arts  levert Brief  contacten 2 }
        }
    }
}
`;

describe('what is said with reserve', () => {
    it.each([
        ['toets elke stap heeft door', 'undecided +[Twee Drie] -[] ?[Een.door not-firm]'],
        ['toets elke stap heeft door is Werker', 'undecided +[Twee Drie] -[] ?[Een.door not-firm]'],
        ['toets geen stap waar naam is Een heeft door is Arts', 'holds +[] -[Een] ?[]'],
        ['toets minstens 2 stap heeft door is Werker', 'holds +[Twee Drie] -[] ?[Een.door not-firm]'],
        ['toets minstens 3 stap heeft door is Werker', 'undecided +[Twee Drie] -[] ?[Een.door not-firm]'],
        ['toets geen stap heeft door is Arts', 'undecided +[] -[Een Twee] ?[Drie.door not-firm]'],
        ['toets minstens 1 stap heeft met is Arts', 'undecided +[] -[Een Drie] ?[Twee.met not-firm]'],
        ['toets minstens 1 stap heeft levert is Plan', 'undecided +[] -[Twee Drie] ?[Een.levert not-firm]'],
        ['toets minstens 1 stap heeft levert is Brief', 'undecided +[] -[Een Twee] ?[Drie.levert not-firm]'],
        ['toets elke stap waar naam is Een heeft niet termijn', 'undecided +[] -[] ?[Een.termijn not-firm]'],
        ['toets elke stap waar naam is Een heeft termijn hoogstens 1 week', 'fails +[] -[Een] ?[]'],
        ['toets elke stap heeft activiteit', 'fails +[Twee] -[Een] ?[Drie.activiteit not-firm]'],
        ['toets elke activiteit heeft contacten', 'holds +[Bellen Bezoeken Schrijven] -[] ?[]'],
        ['toets minstens 3 activiteit', 'undecided +[Bellen Bezoeken] -[] ?[Schrijven.activiteit not-firm]'],
        ['toets hoogstens 2 activiteit', 'undecided +[Bellen Bezoeken] -[] ?[Schrijven.activiteit not-firm]'],
        ['toets minstens 2 activiteit', 'holds +[Bellen Bezoeken] -[] ?[Schrijven.activiteit not-firm]'],
        ['toets elke stap heeft contacten', 'fails +[Twee] -[Een] ?[Drie.contacten not-firm]'],
        ['toets minstens 1 stap heeft contacten 3', 'holds +[Twee] -[Een Drie] ?[]'],
        ['toets geen stap heeft contacten meer dan 3', 'holds +[] -[Een Twee Drie] ?[]'],
        ['toets geen stap waar naam is Drie heeft contacten 2', 'undecided +[] -[] ?[Drie.contacten vague]'],
    ])('%s: %s', async (query, expected) => {
        const [result] = await ask(RESERVED, query);

        expect(result && summary(result)).toBe(expected);
    });

    it('is told', async () => {
        const [result] = await ask(RESERVED, 'toets elke stap heeft door');

        expect(result?.open.map((o) => undecidedInWords(o).nl)).toEqual(['`door` van `Een` staat er met voorbehoud']);
    });
});

describe('what the parts of an interventie say for the whole', () => {
    it.each([
        ['toets elke interventie heeft kosten en betrokkenheid en frequentie', 'holds'],
        ['toets elke interventie heeft duur ongeveer 6 maanden', 'undecided'],
        ['toets elke interventie heeft duur 1 week', 'undecided'],
        ['toets elke interventie heeft competentie', 'holds'],
        ['toets elke interventie heeft materiaal', 'fails'],
        ['toets elke interventie heeft theorie', 'fails'],
        ['toets elke rol heeft competentie', 'undecided'],
        ['toets elk subdoel heeft indicator', 'undecided'],
        ['toets elk document heeft leefgebieden', 'fails'],
    ])('%s: %s', async (query, outcome) => {
        expect((await ask(PARTS, query)).map((r) => r.outcome)).toEqual([outcome]);
    });

    it('all areas of life are all of them, and an agreement that is none is none', async () => {
        const [all, areas, agreed] = await ask(
            PARTS,
            'toets minstens 1 document heeft alle-leefgebieden',
            'toets geen document heeft leefgebieden',
            'toets elke samenwerking heeft afspraak en niet afspraak is "geen"',
        );
        expect(all && summary(all)).toBe('holds +[Alles] -[Bijna Twee Niets] ?[Ooit.alle-leefgebieden unknown]');
        expect(areas && summary(areas)).toBe('fails +[Alles Bijna Twee] -[Niets] ?[Ooit.leefgebieden unknown]');
        expect(agreed?.having).toHaveLength(1);
        expect(agreed?.lacking.map((e) => e.name)).toEqual(['samenwerking met School', 'samenwerking met School']);
    });
});

async function asked(query: string): Promise<string> {
    return summary((await ask(PROTOCOL, query))[0] as QueryResult);
}

describe('a query', () => {
    it.each([
        ['toets elke stap heeft door', 'undecided +[Eerst Derde] -[] ?[Tweede.door unknown]'],
        ['toets elke stap heeft door Werker', 'fails +[Eerst] -[Derde] ?[Tweede.door unknown]'],
        ['toets minstens 2 stap heeft door', 'holds +[Eerst Derde] -[] ?[Tweede.door unknown]'],
        ['toets minstens 3 stap heeft door', 'undecided +[Eerst Derde] -[] ?[Tweede.door unknown]'],
        ['toets minstens 4 stap heeft door', 'fails +[Eerst Derde] -[] ?[Tweede.door unknown]'],
        ['toets hoogstens 1 stap heeft door', 'fails +[Eerst Derde] -[] ?[Tweede.door unknown]'],
        ['toets hoogstens 2 stap heeft door', 'undecided +[Eerst Derde] -[] ?[Tweede.door unknown]'],
        ['toets precies 2 stap heeft door', 'undecided +[Eerst Derde] -[] ?[Tweede.door unknown]'],
        ['toets geen stap heeft door', 'fails +[Eerst Derde] -[] ?[Tweede.door unknown]'],
        ['toets geen stap waar niet door', 'undecided +[] -[] ?[Tweede.door unknown]'],
        ['toets precies 3 stap', 'holds +[Eerst Tweede Derde] -[] ?[]'],
        ['toets precies 2 stap', 'fails +[Eerst Tweede Derde] -[] ?[]'],
        ['toets geen escalatie', 'holds +[] -[] ?[]'],
        ['toets minstens 1 escalatie', 'fails +[] -[] ?[]'],
    ])('counts: %s', async (query, result) => {
        expect(await asked(query)).toBe(result);
    });

    it.each([
        ['toets elke stap in fase heeft werkwijze', 'holds +[Tweede Derde] -[] ?[]'],
        ['toets elke stap in Midden heeft werkwijze outreachend', 'fails +[Tweede] -[Derde] ?[]'],
        ['toets elke stap in aanpak waar levert is Plan heeft door Regisseur', 'holds +[Derde] -[] ?[]'],
        ['toets elke stap in Einde heeft door', 'undecided +[] -[] ?[.Einde no-container]'],
        ['toets elke stap waar werkt-aan is Rust heeft duur', 'holds +[Eerst] -[] ?[]'],
        ['toets elke rol waar voert-regie heeft caseload', 'undecided +[] -[] ?[Regisseur.caseload local]'],
        ['toets elke rol waar voert-regie is nee en niet cliënt heeft taak', 'fails +[] -[Werker] ?[]'],
        ['toets elke overdracht heeft vorm warm', 'undecided +[] -[] ?[.overdracht none]'],
        ['toets precies 1 stap waar door is onbekend', 'holds +[Tweede] -[] ?[]'],
        ['toets precies 1 rol waar caseload is onbekend', 'fails +[] -[] ?[]'],
        ['toets precies 1 fase heeft stap Derde', 'holds +[Midden] -[] ?[]'],
        ['toets precies 1 aanpak heeft activiteit "bellen"', 'holds +[aanpak] -[] ?[]'],
        ['toets precies 1 subdoel in doel', 'holds +[slapen] -[] ?[]'],
        ['toets elke stappen heeft door', 'undecided +[] -[] ?[.stappen no-kind]'],
        ['toets elke stap heeft vorm', 'undecided +[] -[] ?[.vorm no-word]'],
    ])('chooses elements and asks of them: %s', async (query, result) => {
        expect(await asked(query)).toBe(result);
    });

    it.each([
        ['contacten hoogstens 5', 'undecided +[Eerst] -[Derde] ?[Tweede.contacten vague]'],
        ['contacten meer dan 5', 'fails +[] -[Eerst Derde] ?[Tweede.contacten vague]'],
        ['contacten 4', 'undecided +[] -[Derde] ?[Eerst.contacten vague, Tweede.contacten vague]'],
        ['duur minstens 10 dagen', 'undecided +[Eerst] -[Tweede] ?[Derde.duur words]'],
        ['duur 14 dagen', 'undecided +[Eerst] -[Tweede] ?[Derde.duur words]'],
        ['duur hoogstens 1 week', 'fails +[] -[Eerst Tweede] ?[Derde.duur words]'],
        ['duur hoogstens 3 gesprekken', 'undecided +[] -[Tweede] ?[Eerst.duur unit, Derde.duur words]'],
    ])('compares figures: %s', async (criterion, result) => {
        expect(await asked(`toets minstens 2 stap heeft ${criterion}`)).toBe(result);
    });

    it.each([
        ['hoogstens 10 werkdagen', 'hoogstens 1 maand', 'holds'],
        ['hoogstens 10 werkdagen', 'hoogstens 2 weken', 'undecided'],
        ['precies 10 werkdagen', 'hoogstens 2 weken', 'undecided'],
        ['precies 10 werkdagen', 'hoogstens 1 week', 'fails'],
        ['precies 10 werkdagen', 'precies 2 weken', 'undecided'],
        ['precies 10 werkdagen', 'minstens 1 week', 'holds'],
        ['precies 1 week', 'hoogstens 10 werkdagen', 'holds'],
        ['precies 2 weken', 'minstens 5 werkdagen', 'holds'],
        ['precies 2 weken', 'minstens 10 werkdagen', 'undecided'],
        ['precies 22 werkdagen', 'precies 1 maand', 'undecided'],
        ['precies 1 maand', 'precies 4 weken', 'undecided'],
        ['precies 1 maand', 'hoogstens 31 dagen', 'holds'],
        ['precies 1 maand', 'hoogstens 30 dagen', 'undecided'],
        ['precies 1 maand', 'hoogstens 27 dagen', 'fails'],
        ['precies 1 jaar', 'hoogstens 366 dagen', 'holds'],
        ['precies 1 jaar', 'minstens 52 weken', 'holds'],
        ['precies 12 maanden', 'precies 1 jaar', 'holds'],
        ['precies 26 weken', 'precies 6 maanden', 'undecided'],
        ['precies 25 weken', 'precies 6 maanden', 'fails'],
        ['meer dan 2 weken', 'hoogstens 14 dagen', 'fails'],
        ['2 weken', 'minder dan 14 dagen', 'fails'],
        ['ruim 2 weken', 'hoogstens 2 weken', 'undecided'],
        ['precies 3 werkdagen', 'precies 3 gesprekken', 'undecided'],
    ])(
        'compares lengths of time, however long working days and months are: %s is %s',
        async (stated, query, outcome) => {
            const text = `interventie A { aanpak { stap Een { duur ${stated} } } }`;
            const results = await ask(text, `toets elke stap heeft duur ${query}`);
            expect(results.map((r) => r.outcome)).toEqual([outcome]);
        },
    );

    it('cannot be decided where the text describes no process, or does not name its steps', async () => {
        const [none] = await ask('interventie A', 'toets geen escalatie');
        expect(summary(none as QueryResult)).toBe('undecided +[] -[] ?[.escalatie no-approach]');
        const counted = await ask(
            'interventie A { aanpak { 6 stappen, niet benoemd  stap Een { duur 1 week } } }',
            'toets elke stap heeft duur',
            'toets minstens 1 stap heeft duur',
            'toets hoogstens 1 stap',
        );
        expect(counted.map((r) => r.outcome)).toEqual(['undecided', 'holds', 'undecided']);
        for (const [count, outcome] of [
            ['onbekend aantal stappen', 'undecided'],
            ['circa 1 stappen, niet benoemd', 'undecided'],
            ['hoogstens 1 stappen, niet benoemd', 'holds'],
        ]) {
            const text = `interventie A { aanpak {\n${String(count)}\nstap Een { duur 1 week } } }`;
            expect((await ask(text, 'toets elke stap heeft duur')).map((r) => r.outcome)).toEqual([outcome]);
        }
        const [open] = await ask('interventie A { kenmerk "Overdracht" onbekend }', 'toets minstens 1 overdracht');
        expect(summary(open as QueryResult)).toBe('undecided +[] -[] ?[.overdracht said-open]');
    });

    it('cannot be decided of a part that the text says to be open, and of no other', async () => {
        const text = `interventie A {
            doelgroep onbekend  effect onbekend  overdracht plaatselijk
            doel Rust { indicator onbekend }
            onderbouwing { factor onbekend }
            aanpak { stap Een  escalatie onbekend }
        }`;
        const kinds = ['doelgroep', 'effect', 'overdracht', 'indicator', 'factor', 'escalatie'];
        const others = ['doel', 'subdoel', 'document', 'onderzoek', 'stap'];
        const asked = await ask(text, ...[...kinds, ...others].map((kind) => `toets minstens 2 ${kind}`));
        expect(asked.map((r) => r.outcome)).toEqual([...kinds.map(() => 'undecided'), ...others.map(() => 'fails')]);
        expect(asked[0]?.open.map((o) => o.why)).toEqual(['said-open']);
    });

    it('is about what a local working-out inherits, and not about what a follow-up only may name', async () => {
        const both = (relation: string) =>
            `interventie A { rol Baas voert regie  aanpak { stap Een } }\ninterventie B ${relation} A`;
        const query = 'toets precies 1 rol waar voert-regie';
        const outcomes = await Promise.all(
            ['uitwerking van', 'vervolg op'].map(async (r) => (await ask(both(r), query))[0]?.outcome),
        );
        expect(outcomes).toEqual(['holds', 'fails']);
    });

    it('says in both languages what leaves it open', async () => {
        const [result] = await ask(PROTOCOL, 'toets elke stap heeft door');
        expect(result?.open.map(undecidedInWords)).toEqual([
            { nl: '`door` van `Tweede` is onbekend', en: '`door` of `Tweede` is unknown' },
        ]);
    });
});

/** Words that begin a statement and never are a name, so that a query cannot have them; and the query itself. */
const NOT_ASKED = ['als', 'daarna', 'toets'];

describe('every statement of the language can be asked of the elements that it stands in', () => {
    const kinds = QUERY_KINDS.filter((kind) => KNOWN_BLOCKS.some((b) => hyphened(b) === kind));
    const cases = STATEMENTS.flatMap((statement) =>
        KNOWN_BLOCKS.filter(
            (block) =>
                kinds.includes(hyphened(block)) && (statement.blocks.includes(block) || statement.blocks.includes('*')),
        ).map((block) => {
            const word = hyphened((statement.keyword.split(' …')[0] ?? '').replace(/:$/, ''));
            return { kind: hyphened(block), block, word, statement };
        }),
    ).filter(({ word }) => !NOT_ASKED.includes(word));

    it('is tried with every kind of element that is a block', () => {
        expect(new Set(cases.map((c) => c.kind)).size).toBe(kinds.length);
        expect(QUERY_KINDS.filter((kind) => !kinds.includes(kind))).toEqual(['groep', 'tegenspraak']);
    });

    it.each(kinds)('%s', async (kind) => {
        for (const { block, word, statement } of cases.filter((c) => c.kind === kind)) {
            expect([...wordsAbout(kind)], `${kind} ${word}`).toContain(word);
            const own =
                statement.context !== undefined && statement.blocks[0] === block ? statement.context : undefined;
            const text = (own ?? contextIn(block)).replace(HOLE, () => statement.example);
            // an example may say that it is unknown, or say it with reserve
            const query = `toets minstens 1 ${kind} heeft ${word}`;
            const results = await ask(text, query, `${query} is onbekend`);
            const isFound = results.some((r) => r.outcome === 'holds' || r.open.some((o) => o.why === 'not-firm'));
            expect(isFound, `${kind} ${word}\n${text}`).toBe(true);
        }
    });
});

it('asks what is around an element, and not what other parts say, where it is silent', async () => {
    const steps = `stap A { werkwijze groepsgewijs }  stap B { werkwijze individueel  inzet "per week" }  stap C`;
    const queries = [
        'toets precies 1 stap heeft werkwijze individueel',
        'toets elke stap heeft werkwijze',
        'toets hoogstens 1 stap waar werkwijze is groepsgewijs',
        'toets minstens 2 stap heeft inzet',
    ];
    const results = await ask(`interventie X { aanpak { ${steps} } }`, ...queries);
    expect(results.map(summary)).toEqual([
        'holds +[B] -[A C] ?[]',
        'fails +[A B] -[C] ?[]',
        'holds +[A] -[] ?[]',
        'fails +[B] -[A C] ?[]',
    ]);
    const [around] = await ask(
        `interventie X { aanpak { werkwijze digitaal ${steps} } }`,
        'toets elke stap heeft werkwijze',
    );
    expect(around && summary(around)).toBe('holds +[A B C] -[] ?[]');
});
