import type { Contacts } from '../../execution/contacts.js';
import type { Protocol } from '../../model/protocol.js';
import { statementsOf } from '../../model/queries.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { performersLabel } from '../mermaid/labels.js';
import { valueText } from '../wording.js';
import type { Box } from '../../diagram/geometry.js';
import { textWidth } from '../../diagram/metrics.js';
import { axisOf, type Axis } from './axis.js';
import { group, svg, type DrawingOptions } from './document.js';
import { circle, num, paragraph, path, rect, words } from './elements.js';
import type { Mark, Row, Schedule, Span, When } from './schedule.js';
import { clock } from './symbols.js';
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
    const note = paragraph(
        SAID[schedule.days === undefined ? 'noScale' : 'scale'][language],
        { x: 0, y: 30, width: WIDTH },
        { size: 12, lines: 2, style: 'dr-soft' },
    );
    const body = [
        words(`${SAID.timeline[language]}: ${protocol.title ?? protocol.name}`, { x: 0, y: 18 }, 18, 'dr-text dr-bold'),
        note.svg,
    ];
    const key = drawKey(schedule, 30 + note.height + 12, language);
    const top = 30 + note.height + 12 + key.height + (axis.unit ? 30 : 4);
    let y = top;
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
    }
    return svg({
        title: `${SAID.timeline[language]}: ${protocol.title ?? protocol.name}`,
        description: SAID[schedule.days === undefined ? 'noScale' : 'scale'][language],
        width: WIDTH,
        height: y,
        body: [...body, key.svg, axisLines(axis, top, y, language), ...rows],
        options,
    });
}

/** What the forms mean that the drawing uses. */
function drawKey({ rows, days }: Schedule, y: number, language: Language): { svg: string; height: number } {
    const work = rows.filter((r) => r.kind === 'work');
    const has = (test: (row: Row & { kind: 'work' }) => boolean) => work.some((r) => r.span !== undefined && test(r));
    const box = (x: number) => ({ x, y, width: 26, height: 14 });
    const isOpen = (r: Row & { kind: 'work' }) => !Number.isFinite(r.duration?.days.high ?? Number.NaN);
    const marks = rows.flatMap((r) => (r.kind === 'phase' ? [] : r.terms)).filter((t) => t.at !== undefined);
    const all: [boolean, Bilingual, (x: number) => string][] = [
        [
            days !== undefined && has((r) => !isOpen(r) && (r.duration?.days.low ?? 0) > 0),
            SAID.keyLeast,
            (x) => rect(box(x), 'dr-bar', 4),
        ],
        [days !== undefined && has((r) => !isOpen(r)), SAID.keyMost, (x) => rect(box(x), 'dr-bar-soft', 4)],
        [has(isOpen), SAID.noDuration, (x) => rect(box(x), 'dr-open', 4)],
        [has((r) => (r.contacts?.count.low ?? 0) > 0), SAID.contact, (x) => circle(x + 13, y + 7, 3.5, 'dr-dot')],
        [marks.length > 0, SAID.keyTerm, (x) => drawTerm(x + 14, y + 7)],
    ];
    let x = 0;
    const parts = all
        .filter(([isUsed]) => isUsed)
        .map(([, meaning, symbol]) => {
            const part = symbol(x) + words(meaning[language], { x: x + 34, y: y + 11 }, 11, 'dr-soft');
            x += 34 + textWidth(meaning[language], 11) + 28;
            return part;
        });
    return { svg: `<g aria-hidden="true">${parts.join('')}</g>`, height: 24 };
}

/** What a case goes through first, then what only happens aside or at any moment. */
function parts(rows: readonly Row[], language: Language): [string, Row[]][] {
    const of = (when: When) => rows.filter((r) => r.kind === 'work' && r.when === when);
    const main = rows.filter((r) => r.kind !== 'work' || r.when === 'on-the-way');
    const all: [string, Row[]][] = [
        ['', main],
        [SAID.aside[language], of('aside')],
        [SAID.always[language], of('always')],
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
        case 'phase':
            return drawPhase(row, place);
        case 'work':
            return drawWork(row, place);
        case 'handover':
            return drawHandover(row, place);
    }
}

function drawPhase({ phase, span }: Row & { kind: 'phase' }, { y, axis, options }: Place) {
    const band = rect({ x: -8, y: y + 4, width: WIDTH + 16, height: 30 }, 'dr-head', 4);
    const title = paragraph(
        phase.title ?? phase.name,
        { x: 4, y: y + 12, width: TITLE.width },
        { size: 13, lines: 1, style: 'dr-text dr-bold' },
    );
    const bar = span ? path(`M${num(axis.x(span.from))} ${num(y + 26)}v-7H${num(axis.x(span.to))}v7`, 'dr-icon') : '';
    const extent =
        (phase.extent && valueText(phase.extent, options.language)) ??
        (phase.extentValue && valueText(phase.extentValue, options.language)) ??
        '';
    const said = paragraph(
        extent,
        { x: FACTS.x, y: y + 13, width: FACTS.width },
        { size: 11, lines: 1, style: 'dr-soft' },
    );
    const content = band + title.svg + bar + said.svg;
    const label = `${phase.title ?? phase.name}${extent === '' ? '' : `: ${extent}`}`;
    return {
        svg: group(content, { id: phase.name, label, element: phase.name, at: phase.nameAt, options }),
        height: 42,
    };
}

function drawWork(row: Row & { kind: 'work' }, { y, axis, protocol, options }: Place) {
    const { node, span, terms, contacts, duration } = row;
    const { language } = options;
    const title = paragraph(node.title ?? node.name, { x: 0, y: y + 8, width: TITLE.width }, { size: 13, lines: 3 });
    const who = paragraph(
        performersLabel(protocol, node.performers, language),
        { x: 0, y: y + 10 + title.height, width: TITLE.width },
        { size: 11, lines: 2, style: 'dr-soft' },
    );
    const facts = [
        durationText(row, language),
        contactsText(contacts, statementsOf(node, 'contacten').length > 0, language),
        ...terms.map((t) => termText(t, language)),
    ].filter((t) => t !== '');
    const said = stacked(facts, y + 8);
    const height = Math.max(BAR + 2 * GAP, title.height + who.height + 14, said.height + 14);
    const middle = y + height / 2;
    const bar = span ? drawBar(span, duration?.days.low, row, middle, axis) : '';
    const marks = terms
        .map(({ at }) => (at === undefined || !Number.isFinite(at) ? '' : drawTerm(axis.x(at), middle)))
        .join('');
    const line = path(`M0 ${num(y + height)}H${num(WIDTH)}`, 'dr-grid');
    const label = [node.title ?? node.name, ...facts].join('; ');
    const content = line + title.svg + who.svg + bar + marks + said.svg;
    return { svg: group(content, { id: node.name, label, element: node.name, at: node.nameAt, options }), height };
}

/** As long as it takes at least in one colour, as it may at most in another; dashed where that is not stated. */
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
    const whole = rect(box, isOpen ? 'dr-open' : 'dr-bar-soft', 4);
    const sure =
        axis.unit && least !== undefined && least > 0 && !isOpen
            ? rect({ ...box, width: Math.max(5, axis.x(span.from + least) - left) }, 'dr-bar', 4)
            : '';
    return whole + sure + dots(row.contacts, box, sure === '' ? 'dr-dot' : 'dr-dot-light');
}

/** A dot for each contact: full for what is sure, open for what may be. */
function dots(contacts: Contacts | undefined, box: Box, full: string): string {
    const { low = 0, high = 0 } = contacts?.count ?? {};
    const most = Number.isFinite(high) ? high : low;
    if (most === 0 || most > 16 || box.width < most * 9) {
        return '';
    }
    return Array.from({ length: most }, (_, i) =>
        circle(box.x + (box.width * (i + 0.5)) / most, box.y + box.height / 2, 3.5, i < low ? full : 'dr-dot-open'),
    ).join('');
}

function drawTerm(x: number, middle: number): string {
    return circle(x, middle, 9, 'dr-gate') + clock(x, middle, 6.5);
}

function drawHandover({ handover, at, terms, contacts }: Row & { kind: 'handover' }, { y, axis, options }: Place) {
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
    const confirmations = handover.confirmations.flatMap((c) =>
        c.within ? [`${SAID.confirm[language]} ${valueText(c.within, language)}`] : [],
    );
    const facts = [
        contactsText(contacts, handover.meetings.length > 0, language),
        ...terms.map((t) => termText(t, language)),
        ...confirmations,
    ].filter((t) => t !== '');
    const said = stacked(facts, y + 8);
    const height = Math.max(46, 30 + title.height, said.height + 14);
    const middle = y + height / 2;
    const x = at === undefined ? undefined : axis.x(at);
    const shape =
        x === undefined
            ? ''
            : path(`M${num(x)} ${num(middle - 10)}l10 10l-10 10l-10 -10z`, warm ? 'dr-warm' : 'dr-handover');
    const marks = terms
        .map((t) => (t.at === undefined || !Number.isFinite(t.at) ? '' : drawTerm(axis.x(t.at), middle)))
        .join('');
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
            { size: 11, lines: 3, style: 'dr-soft' },
        );
        height += one.height + 2;
        return one.svg;
    });
    return { svg: parts.join(''), height };
}

function durationText({ node, duration }: Row & { kind: 'work' }, language: Language): string {
    const [value] = statementsOf(node, 'duur')[0]?.values ?? [];
    if (duration) {
        return valueText(duration.quantity, language);
    }
    return value && value.type !== 'unknown'
        ? valueText(value, language)
        : SAID[value ? 'durationUnknown' : 'noDuration'][language];
}

/** @param isSaid whether anything is said of them, be it that they are unknown */
function contactsText(contacts: Contacts | undefined, isSaid: boolean, language: Language): string {
    const { low = 0, high = 0 } = contacts?.count ?? {};
    if (!contacts || contacts.gap === 'not-stated') {
        return isSaid ? SAID.contactsUnknown[language] : '';
    }
    const least = Number.isFinite(high) ? '' : `${SAID.atLeast[language]} `;
    const count = low === high || least !== '' ? String(low) : `${String(low)}–${String(high)}`;
    const isOne = low === 1 && (high === 1 || least !== '');
    return high === 0 ? '' : `${least}${count} ${SAID[isOne ? 'contact' : 'contacts'][language]}`;
}

function termText({ term, after }: Mark, language: Language): string {
    const from = after === 'registration' ? SAID.registration[language] : (after?.title ?? after?.name);
    const behind = from === undefined ? '' : ` ${SAID.after[language]} ${from}`;
    return `${SAID.term[language]} ${valueText(term.quantity, language)}${behind}`;
}
