import { describe, expect, it } from 'vitest';
import { htmlGenerator } from '../../language/generate/html/generator.js';
import { jsonGenerator } from '../../language/generate/json/generator.js';
import { markdownGenerator } from '../../language/generate/markdown/generator.js';
import { relatedTo } from '../../language/generate/related.js';
import { STATEMENTS, type StatementDoc } from '../../language/messages/statements.js';
import { findingsOf } from '../../language/rules/check.js';
import { DEFAULT_SETTINGS } from '../../language/settings/settings.js';
import { modelOf, parseText } from '../../language/workspace.js';
import { servicesForOne } from './support/language.js';
import { MARKS, placed, saying, statementIn, WORDS, type Placed, type Word } from './support/statement-words.js';

/** Statements that do not take a word, each by its keyword and the first block that it stands in, and why. */
interface Without {
    readonly because: string;
    readonly statements: string;
}

const NO_STATEMENT: Without = {
    because: 'says which file is used, and nothing about the intervention',
    statements: 'gebruik (bestand)',
};
const NAMES = `begrip (bestand), organisatie (bestand), richtlijn (bestand), bron (bestand), interventie (bestand),
    interventie … uitwerking van (bestand), interventie … vervolg op (bestand), erkenning (interventie),
    doelgroep (interventie), doel (interventie), subdoel (doel), indicator (interventie), onderbouwing (interventie),
    factor (onderbouwing), werkzaam element (onderbouwing), uitvoering (interventie), onderzoek (interventie),
    gepland (onderzoek), tussenstand (onderzoek), gerealiseerd (onderzoek), rol (bestand), gegeven (interventie),
    gegeven … een van (interventie), document (interventie), aanpak (interventie), stap (aanpak), gelijktijdig (aanpak),
    een van (aanpak), naar keuze (aanpak), fase (aanpak), escalatie (aanpak), einde (aanpak), overdracht (interventie),
    toetsingskader (bestand), oordeel (toetsingskader), thema (toetsingskader), criterium (thema), indicator (thema),
    beoordeling (bestand), informant (beoordeling)`;
const SPOKEN = `ervaring van (interventie), uitspraak van (interventie), reactie van (interventie), reactie (opmerking)`;
const CASE = `scenario (bestand), gegeven (scenario), bij (scenario), verwacht pad (scenario), verwacht einde (scenario),
    verwacht stap (scenario), verwacht regie (scenario), verwacht (scenario)`;
const OPEN_PARTS = `doelgroep … onbekend (interventie), erkenning … onbekend (interventie), doel … onbekend (interventie),
    subdoel … onbekend (doel), indicator … onbekend (interventie), effect … onbekend (interventie),
    onderbouwing … onbekend (interventie), factor … onbekend (onderbouwing), werkzaam element … onbekend (onderbouwing),
    uitvoering … onbekend (interventie), onderzoek … onbekend (interventie), document … onbekend (interventie),
    aanpak … onbekend (interventie), escalatie … onbekend (aanpak), einde … onbekend (aanpak),
    overdracht … onbekend (interventie), gepland … onbekend (onderzoek), tussenstand … onbekend (onderzoek),
    gerealiseerd … onbekend (onderzoek)`;
const OPEN_PART: Without = { because: 'says with `omdat` why it is open, and nothing more', statements: OPEN_PARTS };
const DEPARTURES = 'vervalt (interventie), afwijking (interventie)';

const SHORT_NEXT: Without = {
    because: 'has no block where one way goes on; `daarna { }` has',
    statements: 'daarna: (stap)',
};

/** What an `onbekend` would say of these, nobody means. */
const NEVER_OPEN: readonly Without[] = [
    NO_STATEMENT,
    {
        because: 'is what the text is about',
        statements: 'interventie (bestand)',
    },
    {
        because:
            'names something or opens a block; what is open of it, its own statements say, and `doelgroep onbekend` that all of it is',
        statements: `organisatie (bestand), richtlijn (bestand), bron (bestand), erkenning (interventie),
            doelgroep (interventie), indicator (interventie), onderbouwing (interventie), uitvoering (interventie),
            onderzoek (interventie), gepland (onderzoek), tussenstand (onderzoek), gerealiseerd (onderzoek),
            aanpak (interventie), stap (aanpak), gelijktijdig (aanpak), een van (aanpak), naar keuze (aanpak),
            einde (aanpak), oordeel (toetsingskader),
            thema (toetsingskader), criterium (thema), indicator (thema), beoordeling (bestand), informant (beoordeling)`,
    },
    {
        because: 'what nobody said calls no attention',
        statements: 'let op (bevinding)',
    },
    {
        because: 'begins with its number, and `onbekend aantal stappen` with what is open',
        statements: 'stappen (interventie)',
    },
    { because: 'is so or is left out', statements: 'geslaagd (einde), bij weigering (einde)' },
    { because: '`daarna onbekend` and a branch to `onbekend` say it, without the block', statements: 'daarna (stap)' },
    { because: 'asks a question of a text', statements: 'toets (indicator)' },
    {
        because:
            'a case is invented and holds what its writer puts in it; that a fact is unknown in it, `is onbekend` says',
        statements: CASE,
    },
];

const WITHOUT: Readonly<Record<Word, readonly Without[]>> = {
    volgens: [NO_STATEMENT],
    afgeleid: [NO_STATEMENT],
    modaliteit: [
        NO_STATEMENT,
        { because: 'names something or opens a block; its statements say how firm each of them is', statements: NAMES },
        {
            because: 'prose says in its own words how firm it is',
            statements: 'toelichting (*), voor ouders (*), opmerking (*), tegenspraak (*), let op (bevinding)',
        },
        { because: 'a reply in a remark is prose', statements: 'reactie (opmerking)' },
        {
            because: 'is a matter of record: so or not so',
            statements: `stand (opmerking), versie (interventie), betreft (effect), geslaagd (einde), bij weigering (einde),
                door (beoordeling), bevinding (beoordeling), bevinding over (beoordeling),
                dimensie … onbekend (samenwerking), vraag … onbekend (interventie), ${OPEN_PARTS}, ${DEPARTURES}`,
        },
        { because: 'its bound says how firm the number is: `circa 6 stappen`', statements: 'stappen (interventie)' },
        { because: 'a question that may go unanswered tests nothing', statements: `toets (indicator), ${CASE}` },
    ],
    onbekend: NEVER_OPEN,
    plaatselijk: [
        ...NEVER_OPEN,
        { because: 'says how far a remark is, or leaves it out', statements: 'stand (opmerking)' },
        { because: 'one person said it, in every municipality', statements: `${SPOKEN}, opmerking (*)` },
        { because: 'sources contradict each other by what they say', statements: 'tegenspraak (*)' },
        {
            because: 'an owner is the same in every municipality',
            statements: 'toetsingskader (bestand)',
        },
        { because: 'is of what the working-out itself decides', statements: DEPARTURES },
        { because: 'one text is worked out, known or not', statements: 'interventie … uitwerking van (bestand)' },
        {
            because: 'a reviewer finds a verdict, and a recognition holds for the whole country',
            statements: 'bevinding (beoordeling), bevinding over (beoordeling), erkenning … onbekend (interventie)',
        },
        {
            because: 'takes `plaatselijk` without a reason, since the text behind its type is its title',
            statements: 'gegeven (interventie), gegeven … een van (interventie)',
        },
    ],
    // every block takes these; a statement without one is explained in the block around it
    toelichting: [SHORT_NEXT, OPEN_PART],
    opmerking: [SHORT_NEXT, OPEN_PART],
};

const keyOf = (doc: StatementDoc): string => `${doc.keyword} (${doc.blocks[0] ?? ''})`;
const listed = (without: readonly Without[]): string[] =>
    without.flatMap((w) => w.statements.split(/,\s*/)).map((key) => key.trim());

describe('what a statement may say besides what it is about', () => {
    it.each(WORDS)('every statement takes `%s`, or is listed with the reason why not', (word) => {
        const refusing = STATEMENTS.filter((doc) => !saying(placed(doc), word));
        const isInBlock = word === 'toelichting' || word === 'opmerking';
        const blockless = STATEMENTS.filter((doc) => isInBlock && !('statements' in statementIn(placed(doc))));
        expect(refusing.map(keyOf).sort()).toEqual([...blockless.map(keyOf), ...listed(WITHOUT[word])].sort());
    });
});

/** Everything that is made of a text: what it says of each interventie in the model, JSON, HTML and Markdown. */
async function outputsOf({ text }: Placed) {
    const frameworks = [...text.matchAll(/^toetsingskader (\w+)/gm)].map((m) => m[1] ?? '');
    const reviews = frameworks.map((f) => `beoordeling Van${f} van Gezinspad aan de hand van ${f} {}`);
    const document = await parseText(servicesForOne(), [text, ...reviews].join('\n'), 'memory:/tekst.draaiboek');
    const file = modelOf(servicesForOne(), document);
    const outputs = [jsonGenerator, htmlGenerator, markdownGenerator].map((generator) =>
        file.interventions
            .flatMap(
                (protocol) =>
                    generator.generate(protocol, {
                        settings: DEFAULT_SETTINGS,
                        language: 'nl',
                        file,
                        related: relatedTo(protocol, [file]),
                        forced: false,
                        pathOf: (uri) => uri,
                    }).files,
            )
            .map((f) => f.content)
            .join('\n'),
    );
    return {
        outputs,
        unknowns: [file, ...file.interventions].flatMap((m) => m.unknowns),
        errors: findingsOf(document, servicesForOne())
            .filter((f) => f.severity === 'error')
            .map((f) => f.code),
    };
}

const plainOutputs = new Map<string, ReturnType<typeof outputsOf>>();

/** The same, kept: each example is looked at more than once, and many stand in the same text. */
function plainOutputsOf(at: Placed): ReturnType<typeof outputsOf> {
    const known = plainOutputs.get(at.text) ?? outputsOf(at);
    plainOutputs.set(at.text, known);
    return known;
}

const times = (text: string, mark: string): number => text.split(mark).length - 1;

/** The statement with as many of these words as it takes. */
function sayingAll(doc: StatementDoc, words: readonly Word[]): { readonly at: Placed; readonly said: readonly Word[] } {
    return words.reduce(
        (before, word) => {
            const next = saying(before.at, word);
            return next ? { at: next, said: [...before.said, word] } : before;
        },
        { at: placed(doc), said: [] as readonly Word[] },
    );
}

describe.each([
    { words: ['modaliteit', 'volgens', 'afgeleid', 'toelichting', 'opmerking'] },
    { words: ['onbekend', 'volgens'] },
    { words: ['plaatselijk', 'volgens'] },
] as const)('nothing of $words is lost', ({ words }) => {
    const cases = STATEMENTS.map((doc) => ({ key: keyOf(doc), ...sayingAll(doc, words), before: placed(doc) })).filter(
        (c) => c.said.length > 0,
    );

    it.each(cases)('in $key, which takes $said', async ({ at, said, before }) => {
        const plain = await plainOutputsOf(before);
        const { outputs, unknowns, errors } = await outputsOf(at);
        for (const word of said) {
            outputs.forEach((output, i) => {
                const mark = word === 'modaliteit' && i === 0 ? '"usually"' : MARKS[word];
                expect(times(output, mark), `${word} in output ${String(i)}`).toBeGreaterThan(
                    times(plain.outputs[i] ?? '', mark),
                );
            });
        }
        const open = said.find((word) => word === 'onbekend' || word === 'plaatselijk');
        if (open) {
            const type = open === 'onbekend' ? 'unknown' : 'local';
            expect(unknowns.filter((u) => u.reason === MARKS[open]).map((u) => u.type)).toEqual([type]);
            // at the statement itself, and in the list of what is open
            expect(outputs.slice(1).map((o) => times(o, MARKS[open]))).toEqual([
                expect.toSatisfy((n: number) => n >= 2),
                expect.toSatisfy((n: number) => n >= 2),
            ]);
            expect(errors.filter((code) => !plain.errors.includes(code))).toEqual([]);
        }
    });
});
