import type { LangiumDocument } from 'langium';
import type { Block, Contradiction, Place, Protocol, Provenance, Stated } from '../../../model/protocol.js';
import { daysIn, type Quantity, type Value } from '../../../model/values.js';
import { blocksOf } from '../../blocks.js';
import type { Fix } from '../../finding.js';
import { insertBeside } from '../../fixes/insert-beside.js';
import { statementEdit } from '../../fixes/insert-statement.js';
import { isFirstOnLine } from '../../fixes/layout.js';
import { inQuotes, written } from '../../fixes/replace.js';
import { defineRule } from '../../rule.js';

/** Properties that have one value, so that two texts for them contradict each other as two figures do. */
const SINGLE: ReadonlySet<string> = new Set(['niveau', 'datum', 'herbeoordeling', 'geldigheid', 'kenmerk', 'moment']);

/** One value of one property, with who says so. */
interface Said {
    readonly key: string;
    readonly what: string;
    /** what a contradiction calls it: its subject, or else its keyword */
    readonly name: string;
    readonly value: Value;
    readonly text: string;
    readonly sources: readonly string[];
    /** without `veelal`, `in beginsel` or the like */
    readonly isFirm: boolean;
    readonly at: Place;
}

const messages = {
    differ: {
        nl: '{what}: `{first}` volgens {firstSource}, maar `{second}` volgens {secondSource}. Schrijf op dat de bronnen elkaar tegenspreken: tegenspraak "…" tussen … en ….',
        en: '{what}: `{first}` says {firstSource}, but `{second}` says {secondSource}. Write down that the sources conflict: tegenspraak "…" tussen … en ….',
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
            const known = kind === 'interventie' || kind === 'aanpak' ? whole : new Map<string, Said>();
            for (const said of valuesIn(block, protocol)) {
                const before = known.get(said.key);
                if (!before) {
                    known.set(said.key, said);
                    continue;
                }
                const pair = conflicting(before, said);
                if (!pair || isWrittenDown(before, said, pair, block.contradictions, everywhere, owner)) {
                    continue;
                }
                const [firstSource, secondSource] = pair;
                report({
                    message: 'differ',
                    at: said.at,
                    severity: before.isFirm && said.isFirm ? 'warning' : 'info',
                    parameters: { what: said.what, first: before.text, firstSource, second: said.text, secondSource },
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

function* valuesIn(block: Block, protocol: Protocol): Generator<Said> {
    for (const { kind, subject, values, provenance, modality, at } of block.statements) {
        const [value] = values;
        if (
            value &&
            values.length === 1 &&
            (value.type === 'quantity' || value.type === 'date' || (value.type === 'text' && SINGLE.has(kind)))
        ) {
            const subjectText = subject === undefined ? '' : ` "${subject}"`;
            // figures of several years stand side by side, and so do those of different units of another kind
            const period = value.type === 'quantity' ? `${value.period ?? ''} ${dimension(value)}` : '';
            yield {
                key: `${kind}${subjectText} ${period}`,
                what: `${kind}${subjectText}`,
                name: subject ?? kind,
                value,
                text: textOf(value),
                sources: sourcesOf(provenance),
                isFirm: modality === undefined,
                at,
            };
        }
    }
    const { process } = protocol;
    const counts = block === protocol ? protocol.stepCounts : process && block === process ? process.stepCounts : [];
    for (const { count: value, provenance, at } of counts) {
        const text = value.type === 'quantity' ? `${value.text} stappen` : textOf(value);
        yield {
            key: 'stappen',
            what: 'stappen',
            name: 'stappen',
            value,
            text,
            sources: sourcesOf(provenance),
            isFirm: true,
            at,
        };
    }
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
    [first, second]: readonly [string, string],
    inBlock: readonly Contradiction[],
    everywhere: readonly Contradiction[],
    owner: string,
): boolean {
    const names = (c: Contradiction): boolean => {
        const sources = c.sides.flatMap((side) => sourcesOf(side.provenance));
        return sources.includes(first) && sources.includes(second);
    };
    // one contradiction says nothing of the other properties: it is about what it names or what values it has
    const isAbout = (c: Contradiction): boolean => {
        const words = [c.title, ...c.sides.map((s) => s.text ?? '')].join(' ');
        return [a.name, a.text, b.text].some((t) => holdsWords(words, t));
    };
    const isAboutOwner = (c: Contradiction): boolean => c.sides.some((s) => s.element?.name === owner);
    return (
        inBlock.some((c) => names(c) && isAbout(c)) ||
        everywhere.some((c) => names(c) && (isAbout(c) || isAboutOwner(c)))
    );
}

/** Whether a text holds other words, as whole words: `5` does not stand in `15 gezinnen`. */
function holdsWords(text: string, words: string): boolean {
    const [within, sought] = [text, words].map((t) => t.toLowerCase().replace(/\s+/g, ' '));
    if (within === undefined || sought === undefined || sought === '') {
        return false;
    }
    const isPartOfWord = (character: string | undefined) => /^[\p{L}\d]/u.test(character ?? '');
    for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1)) {
        if (!isPartOfWord(within[at - 1]) && !isPartOfWord(within[at + sought.length])) {
            return true;
        }
    }
    return false;
}

function sourcesOf(provenance: Stated['provenance']): string[] {
    return provenance.flatMap((p: Provenance) => (p.source === undefined ? [] : [p.source]));
}

function sameValue(a: Value, b: Value): boolean {
    if (a.type === 'quantity' && b.type === 'quantity') {
        // what was not read may say the same
        return a.unread === true || b.unread === true || sameFigures(a, b);
    }
    return a.type === b.type && textOf(a).toLowerCase() === textOf(b).toLowerCase();
}

/** Whether two quantities have the same figures; `ongeveer 6 maanden` and `6 maanden` do not contradict each other. */
function sameFigures(a: Quantity, b: Quantity): boolean {
    const length = (n: number | undefined, unit: string | undefined): number | undefined =>
        n === undefined ? undefined : n * (daysIn(unit ?? '') ?? 1);
    return (
        length(a.low, a.lowUnit ?? a.unit) === length(b.low, b.lowUnit ?? b.unit) &&
        length(a.high, a.unit) === length(b.high, b.unit) &&
        a.total === b.total &&
        a.numeral === b.numeral &&
        (a.low !== undefined || a.text === b.text)
    );
}

/** What a quantity measures: time, or its unit. Only figures of one dimension can contradict each other. */
function dimension(q: Quantity): string {
    const unit = q.unit ?? '';
    return `${daysIn(unit) === undefined ? unit.replace(/(en|s)$/, '') : 'tijd'} ${q.per ? `${String(q.per.count)} ${q.per.unit}` : ''}`;
}

function textOf(value: Value): string {
    switch (value.type) {
        case 'quantity':
        case 'text':
            return value.text.replace(/\s+/g, ' ');
        case 'date':
            return value.date;
        default:
            return '';
    }
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
