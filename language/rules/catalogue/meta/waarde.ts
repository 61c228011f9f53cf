import { CstUtils, type LangiumDocument } from 'langium';
import type { Place, Protocol, Remark, Statement } from '../../../model/protocol.js';
import { startsAfterOf } from '../../../model/queries.js';
import { daysRange, exactFactor } from '../../../model/units.js';
import { isLaterDate, isVague, MONTHS, parseDate, type Quantity, type Value } from '../../../model/values.js';
import { distance, nearest, nearestAll } from '../../../text/distance.js';
import { blocksOf, blocksOutside, inside, type OwnedBlock } from '../../blocks.js';
import { replacement } from '../../fixes/replace.js';
import { turned } from '../../fixes/turned-range.js';
import { nearestNames } from '../../near-names.js';
import { placeAt, placeOfText } from '../../places.js';
import { defineRule, type Report } from '../../rule.js';
import {
    AGE_UNITS,
    CONTACT_UNITS,
    MEASURES,
    MISFITS,
    RECOGNITION_LEVELS,
    TIME_UNITS,
    VOCABULARIES,
} from '../../vocabularies.js';
import { messages } from './waarde-texts.js';

/** How many words are offered to choose from. */
const MOST_CHOICES = 6;

/** In years; nobody was ever older. */
const OLDEST = 125;

/** A figure that is a thousand in English and has three decimals in Dutch. */
const THOUSANDS = /(?<![\d.,])([1-9]\d{0,2}),(\d{3})(?!\d)/g;

type Tell = (
    message: keyof typeof messages,
    at: Place,
    parameters: Record<string, string>,
    ...fixes: { at: Place; newText: string }[]
) => void;

export const waarde = defineRule({
    code: 'meta/waarde',
    severity: 'warning',
    title: { nl: 'Een waarde past bij wat zij zegt te zijn', en: 'A value fits what it says to be' },
    reason: {
        nl: 'Een duur in stappen, een datum die niet bestaat of een vorm van overdracht die niemand kent, is te lezen maar niet te begrijpen, en komt zo in documenten en werkstromen terecht. Waar een tekst tussen aanhalingstekens kan staan, past elke tekst.',
        en: 'A duration in steps, a date that does not exist or a form of handover that nobody knows can be read but not understood, and so ends up in documents and workflows. Where a text in quotes may stand, any text fits.',
    },
    messages,
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    duur 3 stappen
    erkenning { datum 2026-02-30 }
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { vorm schriftlijk }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    duur 3 weken
    erkenning { datum 2026-02-28 }
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { vorm schriftelijk }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const tell = teller(report);
        for (const owned of blocksOf(protocol)) {
            checkBlock(owned, document, tell);
        }
        checkRest(protocol, document, tell);
    },
    checkFile: (file, report, { document }) => {
        const tell = teller(report);
        for (const owned of blocksOutside(file)) {
            checkBlock(owned, document, tell);
        }
        for (const role of file.roles) {
            checkWords('rol is', role.flags, role.at, document, tell);
        }
        for (const followUp of file.reviews.flatMap((r) => r.findings.flatMap((f) => f.followUps))) {
            checkState('opvolging stand', followUp, document, tell);
        }
        checkDates(document, tell);
    },
});

function teller(report: Report<keyof typeof messages>): Tell {
    return (message, at, parameters, ...fixes) => {
        const asked = message === 'thousands' ? ({ severity: 'info' } as const) : {};
        report({ message, at, ...asked, parameters, fixes: fixes.map((fix) => replacement(fix.at, fix.newText)) });
    };
}

function checkBlock({ block, kind }: OwnedBlock, document: LangiumDocument, tell: Tell): void {
    for (const statement of block.statements) {
        for (const value of statement.values) {
            if (value.type === 'quantity') {
                checkQuantity(statement.kind, value, statement.at, document, tell);
            }
        }
        const words = statement.values.flatMap((v) => (v.type === 'word' ? [v.word] : []));
        if (words.length > 0) {
            const key = `${kind} ${statement.kind}`;
            checkWords(Object.hasOwn(VOCABULARIES, key) ? key : statement.kind, words, statement.at, document, tell);
        }
        if (kind === 'erkenning' && statement.kind === 'niveau' && statement.subject === undefined) {
            checkLevel(statement, document, tell);
        }
    }
    for (const remark of block.remarks) {
        checkState('opmerking stand', remark, document, tell);
    }
}

/** What has a value and is no property. */
function checkRest(protocol: Protocol, document: LangiumDocument, tell: Tell): void {
    const check = (kind: string, value: Value | undefined, at: Place): void => {
        if (value?.type === 'quantity' && at.file === protocol.at.file) {
            checkQuantity(kind, value, at, document, tell);
        }
    };
    for (const { state, at } of protocol.versions) {
        checkWords('versie stand', state === undefined ? [] : [state], at, document, tell);
    }
    for (const role of inside(protocol.roles, protocol.at)) {
        checkWords('rol is', role.flags, role.at, document, tell);
    }
    protocol.process?.contactBudgets.forEach((b) => {
        check('contactbudget', b.value, b.at);
    });
    const nodes = (protocol.process?.nodes ?? []).filter((n) => n.kind !== 'end' && n.inheritedFrom === undefined);
    for (const repeat of nodes.flatMap((n) => ('repeats' in n ? n.repeats : []))) {
        check('herhaal', repeat.bound, repeat.at);
    }
    for (const deadline of [...nodes, ...protocol.handovers].flatMap((n) => ('deadlines' in n ? n.deadlines : []))) {
        check('termijn', deadline.value, deadline.at);
    }
    for (const node of nodes) {
        for (const { value, after, at } of startsAfterOf(node)) {
            check('begint', value, at);
            const isItself = 'node' in after && after.node.name === node.name;
            if (isItself && at.file === protocol.at.file) {
                tell('after-itself', at, { name: node.name, text: value.type === 'quantity' ? value.text : '…' });
            }
        }
    }
    for (const handover of protocol.handovers.filter((h) => h.inheritedFrom === undefined)) {
        for (const { meeting, at } of handover.closesAfter) {
            if (meeting === 0 && at.file === protocol.at.file) {
                tell('no-meeting', at, {});
            }
        }
        handover.meetings.forEach((m) => {
            check('gesprekken', m.value, m.at);
        });
        [...handover.confirmations, ...handover.actions].forEach((c) => {
            check('binnen', c.within, c.at);
            if (c.within?.type === 'quantity' && c.within.per && c.at.file === protocol.at.file) {
                const { text } = c.within;
                tell('term-per', placeOfText(document, c.at, text), { text, how: c.within.per.unit });
            }
        });
    }
}

function checkQuantity(kind: string, q: Quantity, within: Place, document: LangiumDocument, tell: Tell): void {
    const place = (): Place => placeOfText(document, within, q.text);
    const { text } = q;
    if (isReversed(q)) {
        const at = place();
        const isOfDates = q.lowDate !== undefined;
        const newText = isOfDates ? undefined : turned(document.textDocument.getText(at.range));
        tell(
            isOfDates ? 'reversed-dates' : 'reversed',
            at,
            { text },
            ...(newText === undefined ? [] : [{ at, newText }]),
        );
    }
    for (const [many, whole = '', decimals = ''] of text.includes(',') ? text.matchAll(THOUSANDS) : []) {
        const few = `${whole},${decimals.replace(/0+$/, '')}`.replace(/,$/, '');
        const at = place();
        const written = document.textDocument.getText(at.range);
        const options = [few, many.replace(',', '.')] as const;
        const fixes = options.map((newText) => ({ at, newText: written.replace(many, newText) }));
        tell('thousands', at, { text: many, few: options[0], many: options[1] }, ...fixes);
    }
    if (isBroken(kind, q)) {
        tell('not-whole', place(), { text });
    }
    if (q.parts && q.low === undefined) {
        tell('no-sum', place(), { text });
    }
    if (q.total !== undefined && q.low !== undefined && q.low > q.total) {
        tell('more-than-all', place(), { text });
    }
    if (q.unit === '%' && (kind === 'norm' || kind === 'meting') && (q.low ?? 0) > 100) {
        tell('over-hundred', place(), { text });
    }
    if (q.within) {
        checkUnit('binnen', q.within, within, document, tell);
    }
    checkUnit(kind, q, within, document, tell);
    const per = q.per?.unit;
    const near = per === undefined || TIME_UNITS.includes(per) ? undefined : nearest(per, TIME_UNITS);
    if (per !== undefined && near !== undefined && distance(per, near, 1) <= 1) {
        const at = placeOfText(document, placeOfText(document, within, text), per);
        tell('near-unit', at, { unit: per, near }, { at, newText: near });
    }
}

/** What is counted in whole times; an average (`ongeveer`, `per week`) need not be whole. */
const WHOLE: ReadonlySet<string> = new Set(['herhaal', 'contacten', 'gesprekken', 'contactbudget']);

function isBroken(kind: string, q: Quantity): boolean {
    const isCounted = q.unit === undefined || CONTACT_UNITS.includes(q.unit);
    const isWhole = Number.isInteger(q.low ?? 0) && Number.isInteger(q.high ?? 0);
    return !isWhole && WHOLE.has(kind) && isCounted && !q.per && !isVague(q);
}

/** Whether a range ends before it begins, in whatever units; one that only does in a long month does not. */
function isReversed({ low, high, unit = '', lowUnit = unit, lowDate, highDate }: Quantity): boolean {
    if (low === undefined || high === undefined) {
        return lowDate !== undefined && highDate !== undefined && isLaterDate(lowDate, highDate);
    }
    const factor = lowUnit === unit ? 1 : exactFactor(lowUnit, unit);
    if (factor !== undefined) {
        return low * factor > high;
    }
    const [from, to] = [daysRange(low, lowUnit), daysRange(high, unit)];
    return from !== undefined && to !== undefined && from[0] > to[1];
}

function checkUnit(kind: string, q: Quantity, within: Place, document: LangiumDocument, tell: Tell): void {
    const measure = Object.hasOwn(MEASURES, kind) ? MEASURES[kind] : undefined;
    const { unit, text } = q;
    const place = (): Place => placeOfText(document, within, text);
    const misfit = Object.hasOwn(MISFITS, kind) ? MISFITS[kind] : undefined;
    if (misfit && unit !== undefined && !q.per && misfit.units.includes(unit)) {
        const { what, example } = misfit;
        tell('misfit', place(), { kind, text, whatNl: what.nl, whatEn: what.en, example });
        return;
    }
    if (measure === undefined || (q.low === undefined && q.high === undefined)) {
        return;
    }
    if (unit === undefined) {
        if (measure === 'time' && q.per) {
            tell('how-often', place(), { kind, text });
        } else if (measure === 'time' && q.total !== undefined) {
            tell('not-time', place(), { kind, text });
        } else if (measure === 'time') {
            tell('no-unit', place(), { kind, text });
        }
        return;
    }
    const known = measure === 'contacts' ? CONTACT_UNITS : measure === 'age' ? AGE_UNITS : TIME_UNITS;
    const isTime = TIME_UNITS.includes(unit);
    if (measure === 'frequency') {
        if (isTime && q.per === undefined) {
            tell('not-frequency', place(), { text });
        }
        return;
    }
    if (measure === 'age' && /^ja(ar|ren)$/.test(unit) && (q.high ?? q.low ?? 0) > OLDEST) {
        tell('too-old', place(), { text });
        return;
    }
    if (known.includes(unit)) {
        return;
    }
    const near = isTime ? undefined : nearUnit(unit, known, q.high ?? q.low);
    if (near !== undefined) {
        const at = placeOfText(document, place(), unit);
        tell('near-unit', at, { unit, near }, { at, newText: near });
    } else if (measure === 'time') {
        tell('not-time', place(), { kind, text });
    } else if (measure === 'age') {
        tell('not-age', place(), { text });
    } else if (isTime || unit === '%') {
        tell('not-contacts', place(), { kind, text });
    }
}

function checkWords(key: string, words: readonly string[], within: Place, document: LangiumDocument, tell: Tell): void {
    const vocabulary = Object.hasOwn(VOCABULARIES, key) ? VOCABULARIES[key] : undefined;
    if (!vocabulary || within.file !== document.uri.toString()) {
        return;
    }
    for (const word of words.filter((w) => !vocabulary.words.includes(w.toLowerCase()))) {
        // of two spellings that are equally near (`cliënt`, `client`) the first
        const [near] = nearestNames(word, vocabulary.words);
        if (near === undefined && !vocabulary.closed) {
            continue;
        }
        const at = placeOfText(document, within, word);
        const what = { whatNl: vocabulary.what.nl.replace(/^een /, ''), whatEn: vocabulary.what.en };
        if (near === undefined) {
            const list = vocabulary.words.map((w) => `\`${w}\``).join(', ');
            const join = (or: string) => list.replace(/, ([^,]*)$/, ` ${or} $1`);
            const choices = vocabulary.words.length > MOST_CHOICES ? [] : vocabulary.words;
            tell(
                'unknown-word',
                at,
                { word, ...what, wordsNl: join('of'), wordsEn: join('or') },
                ...choices.map((newText) => ({ at, newText })),
            );
        } else {
            tell('near-word', at, { word, ...what, near }, { at, newText: near });
        }
    }
}

function checkState(
    key: string,
    stated: Pick<Remark, 'at'> & { state?: string },
    document: LangiumDocument,
    tell: Tell,
): void {
    if (stated.state !== undefined) {
        checkWords(key, [stated.state], stated.at, document, tell);
    }
}

function checkLevel(statement: Statement, document: LangiumDocument, tell: Tell): void {
    for (const value of statement.values) {
        const word = value.type === 'text' ? value.text.replace(/[.\s]+$/, '') : '';
        const lower = word.toLowerCase();
        if (word === '' || RECOGNITION_LEVELS.some((level) => lower.startsWith(level))) {
            continue;
        }
        const at = placeOfText(document, statement.at, word);
        const near = nearest(lower, RECOGNITION_LEVELS);
        if (near === undefined) {
            tell('unknown-level', at, { word });
        } else {
            tell('near-level', at, { word, near }, { at, newText: near });
        }
    }
}

const WRITTEN_DATE = new RegExp(
    `\\b(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}-\\d{1,2}-\\d{4}|\\d{1,2}[ \\t]+(?:${MONTHS.join('|')})[ \\t]+\\d{4})\\b`,
    'gi',
);

/** Dates are told apart from other text by the lexer; only those that are no day of the calendar are looked up. */
function checkDates(document: LangiumDocument, tell: Tell): void {
    const text = document.textDocument.getText();
    const root = document.parseResult.value.$cstNode;
    for (const { 0: date, index } of text.matchAll(WRITTEN_DATE)) {
        if (parseDate(date) !== undefined) {
            continue;
        }
        const leaf = root && CstUtils.findLeafNodeAtOffset(root, index);
        if (leaf?.tokenType.name === 'DATE') {
            tell('no-day', placeAt(document, index, date.length), { text: date });
        }
    }
}

/** The unit that was meant; of `maand` and `maanden`, which are equally near to `maande`, the one that fits the number. */
function nearUnit(word: string, known: readonly string[], amount: number | undefined): string | undefined {
    const [first, second] = nearestAll(word, known);
    if (!first || second?.distance !== first.distance) {
        return first?.candidate;
    }
    const isOneOfTwo = second.candidate.startsWith(first.candidate);
    return isOneOfTwo ? (amount === 1 ? first : second).candidate : undefined;
}
