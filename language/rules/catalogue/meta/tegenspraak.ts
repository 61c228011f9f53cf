import type { LangiumDocument } from 'langium';
import type { Block, Contradiction, Protocol } from '../../../model/protocol.js';
import { blocksOf } from '../../blocks.js';
import type { Fix } from '../../finding.js';
import { insertBeside } from '../../fixes/insert-beside.js';
import { statementEdit } from '../../fixes/insert-statement.js';
import { isFirstOnLine } from '../../fixes/layout.js';
import { inQuotes, written } from '../../fixes/replace.js';
import { numbersIn } from '../../../text/amounts-in-text.js';
import { defineRule } from '../../rule.js';
import { holdsWords, sameValue, sourcesOf, valuesIn, type Said } from '../../said.js';

const messages = {
    differ: {
        nl: '{what}: `{first}` volgens {firstSource}, maar `{second}` volgens {secondSource}. Schrijf op dat de bronnen elkaar tegenspreken: tegenspraak "…" tussen … en ….',
        en: '{what}: `{first}` says {firstSource}, but `{second}` says {secondSource}. Write down that the sources conflict: tegenspraak "…" tussen … en ….',
    },
    other: {
        nl: '{what}: `{first}` volgens {firstSource}, maar `{second}` volgens {secondSource}. Er is een tegenspraak tussen deze bronnen (“{title}”), maar die noemt `{name}` niet en ook niet beide waarden. Gaat die hierover, noem dan `{name}` erin; schrijf er anders een bij.',
        en: '{what}: `{first}` says {firstSource}, but `{second}` says {secondSource}. There is a contradiction between these sources (“{title}”), but it names neither `{name}` nor both values. If it is about this, name `{name}` in it; else write another.',
    },
} as const;

export const tegenspraak = defineRule({
    code: 'meta/tegenspraak',
    severity: 'warning',
    title: {
        nl: 'Bronnen die elkaar tegenspreken, staan als tegenspraak in de tekst',
        en: 'Sources that conflict stand in the text as a contradiction',
    },
    reason: {
        nl: 'Over dezelfde interventie telt de ene bron zes stappen en de andere vijf. Wie er stilzwijgend een kiest, verbergt dat; `tegenspraak` houdt beide zichtbaar, met wie het zegt. Wat de interventie en haar `aanpak` over hetzelfde zeggen, wordt ook vergeleken; met `veelal` of iets dergelijks erbij is het een mededeling.',
        en: 'About one intervention one source counts six steps and the other five. Choosing one in silence hides that; `tegenspraak` keeps both in sight, with who says so. What the intervention and its `aanpak` say about one thing is compared as well; with `veelal` or the like it is information.',
    },
    messages,
    wrong: `
bron NJi
bron STJ
interventie Voorbeeld "Voorbeeld" {
    duur ongeveer 6 maanden volgens NJi
    duur 9 maanden volgens STJ
}
`,
    right: `
bron NJi
bron STJ
interventie Voorbeeld "Voorbeeld" {
    duur ongeveer 6 maanden volgens NJi
    duur 9 maanden volgens STJ
    tegenspraak "hoe lang het duurt" tussen "ongeveer 6 maanden" volgens NJi en "9 maanden" volgens STJ
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const everywhere = contradictionsOfWhole(protocol);
        // the aanpak is that of the interventie: what both say of it, such as how long it takes, is one thing
        const whole = new Map<string, Said>();
        for (const { block, owner, kind } of blocksOf(protocol)) {
            const isWhole = kind === 'interventie' || kind === 'aanpak';
            const values = valuesIn(block, protocol);
            if (!isWhole && !isSaidBySeveral(values)) {
                continue;
            }
            const known = isWhole ? whole : new Map<string, Said>();
            for (const said of values) {
                const before = known.get(said.key);
                if (!before) {
                    known.set(said.key, said);
                    continue;
                }
                const pair = conflicting(before, said);
                if (!pair || isWrittenDown(before, said, pair, block.contradictions, everywhere, owner)) {
                    continue;
                }
                const other = [...block.contradictions, ...everywhere].find((c) => isBetween(c, pair));
                const [firstSource, secondSource] = pair;
                report({
                    message: other ? 'other' : 'differ',
                    at: said.at,
                    severity: before.isFirm && said.isFirm ? 'warning' : 'info',
                    parameters: {
                        what: said.what,
                        name: said.name,
                        first: before.text,
                        firstSource,
                        second: said.text,
                        secondSource,
                        title: other?.title ?? '',
                    },
                    related: [
                        {
                            at: before.at,
                            message: {
                                nl: `Volgens ${firstSource}: ${before.text}`,
                                en: `According to ${firstSource}: ${before.text}`,
                            },
                        },
                    ],
                    fixes: newContradiction(document, block, before, said, pair),
                    data: { values: [before, said].map(({ text, sources }) => ({ text, sources })) },
                });
            }
        }
    },
});

/** Contradictions that stand at the interventie or its `aanpak`, where they may be about any element. */
function contradictionsOfWhole(protocol: Protocol): readonly Contradiction[] {
    return [...protocol.contradictions, ...(protocol.process?.contradictions ?? [])];
}

/** Whether not all values have one and the same source: only then can two sources conflict. */
function isSaidBySeveral([first, ...others]: readonly Said[]): boolean {
    const source = first?.sources[0];
    return others.some((said) => said.sources.some((s) => s !== source));
}

/** The two sources that differ; undefined where the values are the same, or the same source gives both. */
function conflicting(a: Said, b: Said): [string, string] | undefined {
    const first = a.sources[0];
    const second = b.sources.find((s) => !a.sources.includes(s));
    return first === undefined || second === undefined || sameValue(a.value, b.value) ? undefined : [first, second];
}

function isWrittenDown(
    a: Said,
    b: Said,
    pair: readonly [string, string],
    inBlock: readonly Contradiction[],
    everywhere: readonly Contradiction[],
    owner: string,
): boolean {
    const names = (c: Contradiction): boolean => isBetween(c, pair);
    // one contradiction says nothing of the other properties: it is about what it names or what values it has
    const isAbout = (c: Contradiction): boolean => {
        const words = [c.title, ...c.sides.map((s) => s.text ?? '')].join(' ');
        return [a.name, a.text, b.text].some((t) => holdsWords(words, t)) || (hasFigures(c, a) && hasFigures(c, b));
    };
    const isAboutOwner = (c: Contradiction): boolean => c.sides.some((s) => s.element?.name === owner);
    return (
        inBlock.some((c) => names(c) && isAbout(c)) ||
        everywhere.some((c) => names(c) && (isAbout(c) || isAboutOwner(c)))
    );
}

/** Whether a contradiction has a side of each of two sources. */
function isBetween({ sides }: Contradiction, pair: readonly string[]): boolean {
    const sources = sides.flatMap((side) => sourcesOf(side.provenance));
    return pair.every((source) => sources.includes(source));
}

/** Whether the side of its source gives the figures of a value, be it in words: "zes" of `6 maanden`. */
function hasFigures({ sides }: Contradiction, { value, sources }: Said): boolean {
    const figures = value.type === 'quantity' ? [value.low, value.high].filter((n) => n !== undefined) : [];
    return sides.some(({ text = '', provenance }) => {
        const said = numbersIn(text, () => false).numbers;
        const isOfSource = sourcesOf(provenance).some((source) => sources.includes(source));
        return isOfSource && figures.length > 0 && figures.every((n) => said.includes(n));
    });
}

function newContradiction(
    document: LangiumDocument,
    block: Block,
    a: Said,
    b: Said,
    sources: readonly [string, string],
): Fix[] {
    const [first = '', second = ''] = sources.map(written);
    const line = `tegenspraak ${inQuotes(b.what)} tussen ${inQuotes(a.text)} volgens ${first} en ${inQuotes(b.text)} volgens ${second}`;
    const isOwnLine = isFirstOnLine(document.textDocument.getText(), document.textDocument.offsetAt(b.at.range.start));
    const edit = isOwnLine ? insertBeside(document, b.at, line) : statementEdit(document, block, [line]);
    const title = { nl: 'Schrijf de tegenspraak op', en: 'Write the contradiction down' };
    return edit ? [{ title, edits: [edit], safe: false }] : [];
}
