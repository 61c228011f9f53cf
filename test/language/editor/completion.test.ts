import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { check } from '../rule-tester.js';
import { open } from './editor.js';

const PROTOCOL = `
bron Handboek
organisatie JGZ { soort jgz }
interventie Gezinspad "Gezinspad" {
    doel Verder { subdoel gedeelde-zorg "Samen" }
    rol Gezinswerker van JGZ
    rol Coördinator "Houdt overzicht"
    gegeven zorg-gedeeld: ja/nee
    gegeven situatie: een van scheiding, verhuizing, overig
    document Plan
    BODY
}
`;

async function at(marked: string, trigger?: string): Promise<CompletionItem[]> {
    const editor = await open(marked);
    const list = await editor.services.lsp.CompletionProvider?.getCompletion(editor.document, {
        ...editor.params,
        ...(trigger === undefined ? {} : { context: { triggerKind: 2, triggerCharacter: trigger } }),
    });
    return (list as CompletionList).items;
}
const inside = (body: string, trigger?: string) => at(PROTOCOL.replace('BODY', body), trigger);
const inStep = (body: string) => inside(`aanpak {\n stap Begin {\n ${body}\n }\n stap Vervolg\n einde Klaar\n }`);
const labels = (items: CompletionItem[]) => items.map((i) => i.label);
const words = (items: CompletionItem[]) => labels(items.filter((i) => i.kind === CompletionItemKind.Keyword));
const names = (items: CompletionItem[]) => labels(items.filter((i) => i.kind !== CompletionItemKind.Keyword));
/** In the order in which an editor shows them. */
const sorted = (items: CompletionItem[]) =>
    labels(
        items.toSorted((a, b) =>
            (a.sortText ?? '') < (b.sortText ?? '') ? -1 : (a.sortText ?? '') > (b.sortText ?? '') ? 1 : 0,
        ),
    );

describe('words of the language', () => {
    test('in an empty file: what may stand outside the blocks, and nothing else', async () => {
        const items = words(await at('<|>'));
        expect(items).toEqual(expect.arrayContaining(['gebruik', 'interventie', 'toetsingskader', 'scenario', 'rol']));
        expect(items).not.toContain('stap');
        expect(items).not.toContain('en');
    });

    test('in an aanpak: its statements, not those of other blocks', async () => {
        const items = words(await inside('aanpak {\n <|>\n }'));
        expect(items).toEqual(
            expect.arrayContaining(['stap', 'gelijktijdig', 'een van', 'naar keuze', 'altijd als', 'einde']),
        );
        for (const word of ['toetsingskader', 'beoordeling', 'werkt aan', 'levert']) {
            expect(items).not.toContain(word);
        }
    });

    test('where a name would stand: what says that it is open, and how firm it is', async () => {
        const items = await inStep('levert <|>');
        expect(words(items)).toEqual(expect.arrayContaining(['onbekend', 'plaatselijk', 'veelal', 'zo nodig']));
        expect(names(items)).toEqual(['Plan']);
        expect(words(await inStep('werkt aan veelal <|>'))).toEqual(['onbekend', 'plaatselijk']);
        expect(names(await inStep('werkt aan veelal <|>'))).toEqual(expect.arrayContaining(['gedeelde-zorg']));
    });

    test('in a choice: its ways, and what explains it', async () => {
        expect(words(await inStep('daarna {\n <|>\n }'))).toEqual(
            expect.arrayContaining(['als', 'anders', 'toelichting', 'opmerking']),
        );
    });

    test('in an amount: what may come next', async () => {
        expect(words(await inStep('duur <|>'))).toEqual(expect.arrayContaining(['tussen', 'tot', 'elke', 'vanaf']));
        expect(words(await inStep('frequentie 1 keer <|>'))).toContain('per');
        expect(words(await inStep('duur 2 jaar <|>'))).toEqual(expect.arrayContaining(['en', 'tot']));
        expect(words(await inStep('duur tussen 2 <|>'))).toContain('en');
        expect(words(await inside('bereik 5 van <|>'))).toContain('de');
        expect(words(await inStep('herhaal tot zorg-gedeeld <|>'))).toContain('hoogstens');
    });

    test('statements of more words are offered whole', async () => {
        expect(words(await inStep('<|>'))).toEqual(
            expect.arrayContaining(['werkt aan', 'begint bij', 'pas als', 'klaar als']),
        );
    });

    test('while a word is being typed, before other lines of the block', async () => {
        const items = await inside('aanpak {\n st<|>\n stap Begin\n einde Klaar\n }');
        expect(words(items)).toContain('stap');
        const stap = items.find((i) => i.label === 'stap');
        expect(stap?.textEdit).toMatchObject({
            range: { start: { character: 1 }, end: { character: 3 } },
            newText: 'stap',
        });
    });

    test('behind a closed block', async () => {
        expect(words(await inStep('duur 2 weken\n }\n <|>\n stap Midden {'))).toContain('stap');
    });

    test('when the text before it is broken', async () => {
        expect(
            words(await inside('aanpak {\n stap Eerst {\n door door door\n }\n stapp Tweede {\n <|>\n }\n }')),
        ).toContain('werkt aan');
        expect(words(await inside('aanpak {\n stap Begin {\n duur\n <|>'))).toContain('levert');
    });

    test('the clauses of the statement come before the statements of a next line', async () => {
        const items = await inStep('door Gezinswerker <|>');
        expect(words(items)).toEqual(expect.arrayContaining(['met', 'volgens']));
        expect(sorted(items).indexOf('met')).toBeLessThan(sorted(items).indexOf('levert'));
        const next = sorted(await inStep('door Gezinswerker\n <|>'));
        expect(next.indexOf('levert')).toBeLessThan(next.indexOf('met'));
    });

    test('bounds, units of a condition and the like follow the grammar', async () => {
        expect(words(await inStep('duur <|>'))).toEqual(
            expect.arrayContaining(['hoogstens', 'meer dan', 'onbekend', 'plaatselijk', 'bij voorkeur']),
        );
        expect(words(await inStep('inzet 2 medewerkers <|>'))).toContain('als');
        expect(words(await inStep('pas als zorg-gedeeld is <|>'))).toEqual(
            expect.arrayContaining(['ja', 'nee', 'bekend', 'niet']),
        );
    });

    test('each says what it is, with an example, in the language of the settings', async () => {
        const [stap] = (await inside('aanpak {\n stap<|>\n }')).filter((i) => i.label === 'stap');
        expect(stap?.documentation).toMatchObject({
            kind: 'markdown',
            value: expect.stringMatching(/[.]\n\n```draaiboek\nstap /) as string,
        });
    });

    test('none within a text or a comment', async () => {
        expect(await inStep('aandachtspunt "vertel <|> wat"')).toEqual([]);
        expect(await inStep('aandachtspunt "vertel <|>')).toEqual([]);
        expect(await inStep('aandachtspunt """\n vertel <|>\n """')).toEqual([]);
        expect(await inStep('// st<|>')).toEqual([]);
        expect(await inStep('/* st<|> */')).toEqual([]);
    });
});

describe('a block that is being filled', () => {
    test('what it usually has and lacks comes first, in that order', async () => {
        const items = await inside(
            'aanpak {\n stap Begin {\n door Gezinswerker\n duur 1 dag\n <|>\n }\n einde Klaar\n }',
        );
        const order = sorted(items.filter((i) => i.kind === CompletionItemKind.Keyword));
        expect(order.slice(0, 5)).toEqual(['werkt aan', 'vereist', 'levert', 'contacten', 'daarna']);
        expect(order).toContain('duur');
    });

    test.each([
        ['stap', inside('aanpak {\n <|>\n }')],
        ['overdracht', inside('<|>')],
        ['toetsingskader', at('<|>')],
        ['interventie', at('<|>')],
    ])('%s is offered whole, and is right as it is', async (keyword, asked) => {
        const found = (await asked).find((i) => i.label === `${keyword} … { … }`) ?? expect.fail('not offered');
        const text = found.textEdit?.newText ?? '';
        const whole =
            keyword === 'stap'
                ? `interventie X {\n aanpak {\n ${text}\n }\n}\n`
                : keyword === 'overdracht'
                  ? `interventie X {\n ${text}\n}\n`
                  : text;
        expect((await check(whole)).filter((f) => /^meta\/(syntaxis|verwijzing|waarde)$/.test(f.code))).toEqual([]);
        expect(text.split('\n').length).toBeGreaterThan(5);
    });

    test('words have a line that says what they are', async () => {
        const [step] = (await inside('aanpak {\n <|>\n }')).filter((i) => i.label === 'stap');
        expect(step?.detail).toMatch(/^[A-Z][^.]{10,}$/);
    });
});

describe('values', () => {
    const values = async (body: string) =>
        labels((await inside(body)).filter((i) => i.kind === CompletionItemKind.Value));

    test('levels of recognition, units, and the words of a list', async () => {
        expect(await values('erkenning {\n niveau <|>\n }')).toContain('"goed onderbouwd"');
        expect(await values('duur 3 <|>')).toEqual(expect.arrayContaining(['weken', 'maanden']));
        expect(await values('versie "1" stand <|>')).toEqual(['concept', 'vastgesteld', 'vervallen']);
        expect(await values('overdracht O van onbekend naar onbekend {\n vorm <|>\n }')).toContain('warm');
        expect(await values('samenvatting <|>')).toEqual([]);
    });

    test.each([
        ['rol Jongere "jongere" is <|>', ['cliënt']],
        ['frequentie 1 keer per <|>', ['week', 'maand']],
        ['frequentie elke 2 <|>', ['weken']],
        ['kosten 5 <|>', ['euro']],
        ['werkwijze <|>', ['outreachend']],
        ['leefgebieden <|>', ['wonen', 'werk']],
        ['leefgebieden tuin\n document P over <|>', ['tuin']],
        ['vervalt <|>', ['stap', 'rol']],
        ['overdracht O van onbekend naar onbekend {\n actie "x" binnen 2 <|>\n }', ['weken']],
    ])('of `%s`', async (body, expected) => {
        expect(await values(body)).toEqual(expect.arrayContaining(expected));
    });

    test.each([
        ['elke <|>', ['stap', 'rol', 'overdracht', 'een-van']],
        ['minstens 1 s<|>', ['stap']],
        ['elke stap in <|>', ['aanpak', 'fase']],
        ['elke stap heeft <|>', ['door', 'werkt-aan', 'werkwijze', 'voor-ouders']],
        ['elke stap waar niet <|>', ['door']],
        ['elke overdracht waar vorm is <|>', ['warm']],
    ])('in a `toets %s`', async (query, expected) => {
        const text = `toetsingskader K {\n oordeel goed\n thema T { indicator 1.1 {\n toets ${query}\n } }\n}`;
        const items = await at(text);
        expect(labels(items.filter((i) => i.kind === CompletionItemKind.Value))).toEqual(
            expect.arrayContaining(expected),
        );
    });

    test('a space before them brings them too', async () => {
        expect(labels(await inStep('duur 3 <|>'))).toContain('weken');
        expect(labels(await inside('rol J is <|>', ' '))).toContain('cliënt');
    });
});

describe('names', () => {
    test('the nearest come first', async () => {
        const editor = await open(
            'gebruik "netwerk.draaiboek"\nrol Bestand\ninterventie X {\n rol Eigen\n aanpak { stap A {\n door <|>\n } }\n}\n',
            {
                'netwerk.draaiboek': 'rol Ander\n',
            },
        );
        const list = await editor.services.lsp.CompletionProvider?.getCompletion(editor.document, editor.params);
        expect(sorted((list as CompletionList).items.filter((i) => i.detail === 'rol'))).toEqual([
            'Eigen',
            'Bestand',
            'Ander',
        ]);
    });

    test('of the kind that is asked for, with that kind in Dutch', async () => {
        const items = await inStep('door <|>');
        expect(names(items).toSorted()).toEqual(['Coördinator', 'Gezinswerker']);
        expect(items.find((i) => i.label === 'Coördinator')).toMatchObject({
            detail: 'rol',
            labelDetails: { description: 'Houdt overzicht' },
        });
    });

    test('in the middle of a list, on the next line too', async () => {
        expect(names(await inStep('door Gezinswerker, <|>'))).toContain('Coördinator');
        expect(names(await inStep('door Gezinswerker,\n <|>'))).toContain('Coördinator');
        expect(names(await inStep('door Gezinswerker met Coö<|>'))).toContain('Coördinator');
    });

    test('goals, documents, facts, steps and ends each where they belong', async () => {
        expect(names(await inStep('werkt aan <|>')).toSorted()).toEqual(['Verder', 'gedeelde-zorg']);
        expect(names(await inStep('levert <|>'))).toEqual(['Plan']);
        expect(names(await inStep('bepaalt <|>')).toSorted()).toEqual(['situatie', 'zorg-gedeeld']);
        expect(names(await inStep('daarna: <|>')).toSorted()).toEqual(['Begin', 'Klaar', 'Vervolg']);
        expect(names(await inStep('daarna {\n als zorg-gedeeld: <|>\n }')).toSorted()).toEqual([
            'Begin',
            'Klaar',
            'Vervolg',
        ]);
        expect(names(await inStep('duur 2 weken volgens <|>'))).toEqual(['Handboek']);
    });

    test('the values of a fact behind `is`', async () => {
        expect(names(await inStep('pas als situatie is <|>'))).toEqual(['scheiding', 'verhuizing', 'overig']);
        expect(names(await inStep('pas als situatie is niet <|>'))).toEqual(['scheiding', 'verhuizing', 'overig']);
        expect(names(await inStep('pas als zorg-gedeeld is <|>'))).toEqual([]);
    });

    test('of what is inherited, and of the files that are used', async () => {
        const editor = await open(
            'gebruik "basis.draaiboek"\ninterventie Breda uitwerking van Basis {\n aanpak {\n stap Eigen {\n door <|>\n }\n }\n}',
            {
                'basis.draaiboek': 'interventie Basis {\n rol Werker\n aanpak { stap Een }\n}',
            },
        );
        const list = (await editor.services.lsp.CompletionProvider?.getCompletion(
            editor.document,
            editor.params,
        )) as CompletionList;
        expect(names(list.items)).toEqual(['Werker']);
    });

    test('after a space names only, since words come when one is begun', async () => {
        expect(labels(await inside('aanpak {\n stap Begin {\n door <|>\n }\n }', ' ')).toSorted()).toEqual([
            'Coördinator',
            'Gezinswerker',
        ]);
        expect(await inside('aanpak {\n  <|>\n }', ' ')).toEqual([]);
        expect(await inside('aanpak {\n stap <|>\n }', ' ')).toEqual([]);
    });

    test('the indicators of the framework of a review, numbers included', async () => {
        const items = await at(
            'toetsingskader Kader {\n oordeel voldoet\n thema Een {\n indicator 3.1 "Een"\n indicator 3.2\n }\n}\ninterventie X\nbeoordeling B van X aan de hand van Kader {\n bevinding 3.<|>\n}',
        );
        expect(names(items)).toEqual(expect.arrayContaining(['3.1', '3.2']));
    });
});

test.each([
    [
        'escalatie',
        'interventie X {\n aanpak {\n escalatie Op {\n vanuit A\n <|>\n }\n }\n}',
        ['als', 'binnen', 'daarna'],
    ],
    ['document', 'interventie X {\n document D {\n <|>\n }\n}', ['bevat', 'vertrouwelijkheid', 'bewaartermijn']],
    ['bron', 'bron B {\n auteur "A"\n <|>\n}', ['jaar', 'uitgever', 'verwijzing']],
    ['scenario', 'scenario "S" voor X {\n <|>\n}', ['gegeven', 'bij', 'verwacht einde']],
    ['beoordeling', 'beoordeling B van X aan de hand van K {\n <|>\n}', ['door', 'methode', 'bevinding']],
])('what is missing in %s comes first', async (_, text, expected) => {
    const found = sorted((await at(text)).filter((i) => i.kind === CompletionItemKind.Keyword));
    expect(found.slice(0, expected.length)).toEqual(expected);
});

test('what begins a block is offered with its block', async () => {
    const snippets = (items: CompletionItem[]) =>
        items.flatMap((i) => (i.kind === CompletionItemKind.Snippet ? [i.filterText] : []));
    expect(snippets(await inside('<|>'))).toEqual(
        expect.arrayContaining(['doel', 'rol', 'doelgroep', 'bron', 'document', 'overdracht']),
    );
    expect(snippets(await inside('aanpak {\n <|>\n }'))).toEqual(['stap', 'fase', 'escalatie']);
    expect(snippets(await at('<|>'))).toEqual(expect.arrayContaining(['bron', 'scenario', 'beoordeling']));
});

test('a statement of a fixed shape is written whole for an editor with snippets, and as its words for another', async () => {
    const { services, document, params } = await open('interventie X {\n aanpak { stap A {\n <|>\n } }\n}\n');
    const daarna = async () => {
        const list = await services.lsp.CompletionProvider?.getCompletion(document, params);
        return (list as CompletionList).items.find(({ label }) => label === 'daarna');
    };
    expect((await daarna())?.textEdit?.newText).toBe('daarna');
    await services.shared.lsp.LanguageServer.initialize({
        processId: null,
        rootUri: null,
        capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    });
    expect(await daarna()).toMatchObject({
        insertTextFormat: InsertTextFormat.Snippet,
        textEdit: { newText: 'daarna: ${1:onbekend}' },
    });
});
