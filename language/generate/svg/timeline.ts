import type { Contacts } from '../../execution/contacts.js';
import type { End } from '../../model/process.js';
import type { Protocol } from '../../model/protocol.js';
import { states, statementsOf } from '../../model/queries.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import type { Box } from '../../diagram/geometry.js';
import { axisOf, type Axis } from './axis.js';
import { group, svg, type DrawingOptions } from './document.js';
import { circle, num, paragraph, path, rect, words } from './elements.js';
import { aftercareOf, budgetText, handoverFacts, wholeFacts, workFacts } from './facts.js';
import { legendOf, type Entry } from './legend.js';
import type { Mark, Row, Schedule, Span, When } from './schedule.js';
import { againIcon, clock } from './symbols.js';
import { performersLine } from './task-words.js';
import { SAID, WORDS } from './words.js';

/** From the left: what it is, the time it takes, and what is said of it. */
const TITLE = { x: 0, width: 250 };
const CHART = { x: 270, width: 620 };
const FACTS = { x: 915, width: 250 };
const WIDTH = FACTS.x + FACTS.width;
const GAP = 14;
const BAR = 18;

interface Place {
    readonly y: number;
    readonly axis: Axis;
    readonly protocol: Protocol;
    readonly options: DrawingOptions;
}

/** Draws the phases, steps and handovers of an interventie in time: bars, terms as clocks, contacts as dots. */
export function drawTimeline(protocol: Protocol, schedule: Schedule, options: DrawingOptions): string {
    const { language } = options;
    const axis = axisOf(schedule, CHART.x, CHART.width);
    const isVague = schedule.days !== undefined && schedule.rows.some((r) => r.kind === 'work' && r.vague && r.span);
    const told = [SAID[schedule.days === undefined ? 'noScale' : 'scale'], ...(isVague ? [SAID.vague] : [])]
        .map((said) => said[language])
        .join(' ');
    const note = paragraph(told, { x: 0, y: 30, width: WIDTH }, { size: 12, lines: 2, style: 'dr-soft' });
    const budget = (protocol.process?.contactBudgets ?? []).map((b) => budgetText(b, protocol, language)).join('; ');
    const limit = paragraph(
        budget,
        { x: 0, y: 34 + note.height, width: WIDTH },
        { size: 12, lines: 3, style: 'dr-soft' },
    );
    const above = 30 + note.height + (budget === '' ? 0 : limit.height + 4);
    const body = [
        words(`${SAID.timeline[language]}: ${protocol.title ?? protocol.name}`, { x: 0, y: 18 }, 18, 'dr-text dr-bold'),
        note.svg,
        limit.svg,
    ];
    const top = above + (axis.unit ? 34 : 12);
    let y = top;
    let chartBottom = top;
    const rows: string[] = [];
    for (const [heading, part] of parts(schedule.rows, language)) {
        if (heading !== '') {
            rows.push(words(heading, { x: 0, y: y + 34 }, 14, 'dr-text dr-bold'));
            y += 44;
        }
        for (const row of part) {
            const drawn = drawRow(row, { y, axis, protocol, options });
            rows.push(drawn.svg);
            y += drawn.height;
        }
        // what only happens aside or at any moment has no place in time
        chartBottom = heading === '' ? y : chartBottom;
    }
    const ends = (protocol.process?.nodes ?? []).filter((n) => n.kind === 'end' && states(n, 'nazorg')) as End[];
    if (ends.length > 0) {
        rows.push(words(SAID.afterwards[language], { x: 0, y: y + 34 }, 14, 'dr-text dr-bold'));
        y += 44;
        for (const end of ends) {
            const drawn = drawEnd(end, { y, protocol, options });
            rows.push(drawn.svg);
            y += drawn.height;
        }
    }
    const key = legendOf(keyOf(rows.join('')), { x: 0, y: y + 16, width: WIDTH }, language);
    return svg({
        title: `${SAID.timeline[language]}: ${protocol.title ?? protocol.name}`,
        description: told,
        width: WIDTH,
        height: y + key.height,
        body: [...body, axisLines(axis, top, chartBottom, language), ...rows, key.svg],
        options,
    });
}

/** What the forms mean that occur in rows that are drawn, each known by its style. */
function keyOf(drawn: string): Entry[] {
    const bar = (style: string) => rect({ x: 0, y: 0, width: 26, height: 14 }, style, 4);
    const diamond = (style: string) => path('M7 0l7 7l-7 7l-7 -7z', style);
    const dot = (style: string) => circle(4, 7, 3.5, style);
    const all: [string, Bilingual, string, number][] = [
        ['dr-bracket', SAID.keyWhole, path('M0 11v-7H26v7', 'dr-icon'), 26],
        ['dr-bar"', SAID.keyLeast, bar('dr-bar'), 26],
        ['dr-bar-soft"', SAID.keyMost, bar('dr-bar-soft'), 26],
        ['dr-vague', SAID.keyAbout, bar('dr-bar-soft dr-vague'), 26],
        ['dr-open', SAID.noDuration, bar('dr-open'), 26],
        ['dr-dot"', SAID.contact, dot('dr-dot'), 8],
        ['dr-dot-light', SAID.contact, bar('dr-bar') + circle(13, 7, 3.5, 'dr-dot-light'), 26],
        ['dr-dot-open', SAID.keyMaybe, dot('dr-dot-open'), 8],
        ['dr-some', SAID.contactsVague, drawSome(8, 7), 16],
        ['dr-again', SAID.keyAgain, againIcon(7, 7), 14],
        ['dr-term"', SAID.keyTerm, drawTerm(9, 7, false), 18],
        ['dr-term dr-dashed', SAID.keyTermAbout, drawTerm(9, 7, true), 18],
        ['dr-handover', WORDS.handover, diamond('dr-handover'), 14],
        ['dr-warm', WORDS.warm, diamond('dr-warm'), 14],
    ];
    return all
        .filter(([style]) => drawn.includes(style))
        .map(([, meaning, symbol, width]) => ({ symbol, width, height: 14, meaning }));
}

/** What a case goes through first, then what only happens aside or at any moment. */
function parts(rows: readonly Row[], language: Language): [string, Row[]][] {
    const of = (when: When) => rows.filter((r) => r.kind === 'work' && r.when === when);
    const main = rows.filter((r) => r.kind !== 'work' || r.when === 'on-the-way');
    const all: [string, Row[]][] = [
        ['', main],
        [SAID.late[language], of('term')],
        [SAID.aside[language], of('aside')],
        [SAID.always[language], of('always')],
        [SAID.nowhere[language], of('nowhere')],
    ];
    return all.filter(([, part]) => part.length > 0);
}

function axisLines(axis: Axis, top: number, bottom: number, language: Language): string {
    const lines = axis.ticks.map(({ at, label }) =>
        [
            path(`M${num(axis.x(at))} ${num(top - 8)}V${num(bottom)}`, 'dr-grid'),
            words(label, { x: axis.x(at), y: top - 14 }, 11, 'dr-soft', ' text-anchor="middle"'),
        ].join(''),
    );
    const unit = axis.unit
        ? words(SAID[axis.unit][language], { x: CHART.x - 8, y: top - 14 }, 11, 'dr-soft', ' text-anchor="end"')
        : '';
    return `<g aria-hidden="true">${unit}${lines.join('')}</g>`;
}

function drawRow(row: Row, place: Place): { svg: string; height: number } {
    switch (row.kind) {
        case 'whole':
            return drawWhole(row, place);
        case 'work':
            return drawWork(row, place);
        case 'handover':
            return drawHandover(row, place);
    }
}

/** A phase or group: a heading, with a bracket from its first step to its last. */
function drawWhole({ node, span, terms }: Row & { kind: 'whole' }, { y, axis, protocol, options }: Place) {
    const facts = wholeFacts(node, protocol, options.language);
    const said = stacked(facts, y + 12);
    const title = paragraph(
        node.title ?? node.name,
        { x: 4, y: y + 12, width: TITLE.width },
        { size: 13, lines: 2, style: 'dr-text dr-bold' },
    );
    const height = Math.max(30, title.height + 14, said.height + 14);
    const band = rect({ x: -8, y: y + 4, width: WIDTH + 16, height }, 'dr-head', 4);
    const middle = y + 4 + height / 2;
    const bar = span
        ? path(`M${num(axis.x(span.from))} ${num(middle + 4)}v-7H${num(axis.x(span.to))}v7`, 'dr-icon dr-bracket')
        : '';
    const again = span && node.repeats.length > 0 ? againIcon(axis.x(span.to) - 6, middle - 11) : '';
    const content = band + title.svg + bar + again + drawTerms(terms, middle, axis) + said.svg;
    const label = [node.title ?? node.name, ...facts].join('; ');
    return {
        svg: group(content, { id: node.name, label, element: node.name, at: node.nameAt, options }),
        height: height + 12,
    };
}

/** What is still done after an end. */
function drawEnd(end: End, { y, options }: Omit<Place, 'axis'>) {
    const title = paragraph(end.title ?? end.name, { x: 0, y: y + 8, width: TITLE.width }, { size: 13, lines: 8 });
    const facts = aftercareOf(end, options.language);
    const said = facts.map((fact) => paragraph(fact, { ...CHART, y: y + 8 }, { size: 13, lines: 8 }));
    const height = Math.max(34, title.height + 14, ...said.map((s) => s.height + 14));
    const line = path(`M0 ${num(y + height)}H${num(WIDTH)}`, 'dr-grid');
    const label = [end.title ?? end.name, ...facts].join('; ');
    const content = line + title.svg + said.map((s) => s.svg).join('');
    return { svg: group(content, { id: end.name, label, element: end.name, at: end.nameAt, options }), height };
}

function drawWork(row: Row & { kind: 'work' }, { y, axis, protocol, options }: Place) {
    const { node, span, terms, duration } = row;
    const { language } = options;
    const title = paragraph(node.title ?? node.name, { x: 0, y: y + 8, width: TITLE.width }, { size: 13, lines: 3 });
    const who = paragraph(
        performersLine(protocol, node.performers, language),
        { x: 0, y: y + 10 + title.height, width: TITLE.width },
        { size: 11, lines: 4, style: 'dr-soft' },
    );
    const facts = workFacts(row, protocol, language);
    const said =
        row.when === 'on-the-way'
            ? stacked(facts, y + 8)
            : paragraph(facts.join('; '), { ...CHART, y: y + 8 }, { size: 11, lines: 8, style: 'dr-soft' });
    const height = Math.max(BAR + 2 * GAP, title.height + who.height + 14, said.height + 14);
    const middle = y + height / 2;
    const bar = span ? drawBar(span, duration?.days.low, row, middle, axis) : '';
    // the scale leaves repetition out
    const again =
        span && (row.comesBack || node.repeats.length > 0) ? againIcon(axis.x(span.to) - 6, middle - BAR / 2 - 7) : '';
    const marks = drawTerms(terms, middle, axis);
    const line = path(`M0 ${num(y + height)}H${num(WIDTH)}`, 'dr-grid');
    const label = [node.title ?? node.name, ...facts].join('; ');
    const content = line + title.svg + who.svg + bar + again + marks + said.svg;
    return { svg: group(content, { id: node.name, label, element: node.name, at: node.nameAt, options }), height };
}

/** As long as it takes at least in one colour, as it may at most in another; dashed where that is vague or not stated. */
function drawBar(
    span: Span,
    least: number | undefined,
    row: Row & { kind: 'work' },
    middle: number,
    axis: Axis,
): string {
    const [left, right] = [axis.x(span.from), axis.x(span.to)];
    const box = { x: left, y: middle - BAR / 2, width: Math.max(5, right - left), height: BAR };
    const isOpen = !Number.isFinite(row.duration?.days.high ?? Number.NaN);
    const whole = rect(box, isOpen ? 'dr-open' : row.vague ? 'dr-bar-soft dr-vague' : 'dr-bar-soft', 4);
    const isFirm = axis.unit !== undefined && !isOpen && !row.vague;
    const sure = isFirm && least !== undefined && least > 0 ? Math.max(5, axis.x(span.from + least) - left) : 0;
    const dark = sure === 0 ? '' : rect({ ...box, width: sure }, 'dr-bar', 4);
    return whole + dark + dots(row.contacts, box, left + sure);
}

/**
 * A dot for each contact: full for what is sure, open for what may be, and three small ones for what has no number.
 *
 * @param dark up to where the bar is dark
 */
function dots(contacts: Contacts | undefined, box: Box, dark: number): string {
    const { low = 0, high = 0 } = contacts?.count ?? {};
    const isCounted = Number.isFinite(high);
    // of `diverse gesprekken` no number is known, though it is more than none
    const sure = contacts?.gap === 'vague' && !isCounted ? 0 : low;
    const places = isCounted ? high : contacts?.gap === 'not-stated' ? 0 : sure + 1;
    if (places === 0 || places > 16 || box.width < (places - 1) * 9 + (isCounted ? 9 : 18)) {
        return '';
    }
    return Array.from({ length: places }, (_, i) => {
        const [x, y] = [box.x + (box.width * (i + 0.5)) / places, box.y + box.height / 2];
        if (!isCounted && i === sure) {
            return drawSome(x, y);
        }
        const style = i >= sure ? 'dr-dot-open' : x < dark ? 'dr-dot-light' : 'dr-dot';
        return circle(x, y, 3.5, style);
    }).join('');
}

/** Some, it is not said how many. */
function drawSome(x: number, y: number): string {
    return [-6, 0, 6].map((dx) => circle(x + dx, y, 1.8, 'dr-dot dr-some')).join('');
}

function drawTerms(terms: readonly Mark[], middle: number, axis: Axis): string {
    return terms
        .map(({ at, vague }) => (at === undefined || !Number.isFinite(at) ? '' : drawTerm(axis.x(at), middle, vague)))
        .join('');
}

function drawTerm(x: number, middle: number, vague: boolean): string {
    return circle(x, middle, 9, `dr-gate dr-term${vague ? ' dr-dashed' : ''}`) + clock(x, middle, 6.5);
}

function drawHandover(row: Row & { kind: 'handover' }, { y, axis, protocol, options }: Place) {
    const { handover, at, terms } = row;
    const { language } = options;
    const warm = statementsOf(handover, 'vorm').some((s) =>
        s.values.some((v) => v.type === 'word' && v.word === 'warm'),
    );
    const kind = WORDS[warm ? 'warm' : 'handover'][language];
    const style = warm ? 'dr-tag-warm' : 'dr-tag-handover';
    const tag = words(kind, { x: 0, y: y + 18 }, 11, `${style} dr-bold`);
    const title = paragraph(
        handover.title ?? handover.name,
        { x: 0, y: y + 22, width: TITLE.width },
        { size: 12, lines: 2 },
    );
    const facts = handoverFacts(row, protocol, language);
    const said = stacked(facts, y + 8);
    const height = Math.max(46, 30 + title.height, said.height + 14);
    const middle = y + height / 2;
    const x = at === undefined ? undefined : axis.x(at);
    const shape =
        x === undefined
            ? ''
            : path(`M${num(x)} ${num(middle - 10)}l10 10l-10 10l-10 -10z`, warm ? 'dr-warm' : 'dr-handover');
    const marks = drawTerms(terms, middle, axis);
    const line = path(`M0 ${num(y + height)}H${num(WIDTH)}`, 'dr-grid');
    const label = [kind, handover.title ?? handover.name, ...facts].join('; ');
    const content = line + tag + title.svg + shape + marks + said.svg;
    return {
        svg: group(content, { id: handover.name, label, element: handover.name, at: handover.nameAt, options }),
        height,
    };
}

function stacked(facts: readonly string[], top: number): { svg: string; height: number } {
    let height = 0;
    const parts = facts.map((fact) => {
        const one = paragraph(
            fact,
            { x: FACTS.x, y: top + height, width: FACTS.width },
            { size: 11, lines: 8, style: 'dr-soft' },
        );
        height += one.height + 2;
        return one.svg;
    });
    return { svg: parts.join(''), height };
}
