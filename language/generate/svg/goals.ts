import type { Escalation, Process, Step } from '../../model/process.js';
import type { Goal, Subgoal } from '../../model/goals.js';
import type { Protocol } from '../../model/protocol.js';
import { escalationsOf, goalsOf, leavesOpen, stepsOf, workableGoals } from '../../model/queries.js';
import type { Language } from '../../text/bilingual.js';
import { valueText } from '../../messages/wording.js';
import { group, svg, type DrawingOptions } from './document.js';
import { circle, num, paragraph, path, rect } from './elements.js';
import { legendOf } from './legend.js';
import { SAID, WORDS } from './words.js';

const STEPS = 270;
const COLUMN = 132;
const PADDING = 8;

interface Column {
    readonly goal: Goal | Subgoal;
    readonly parent: Goal | undefined;
    readonly x: number;
}

/**
 * Draws which step works on which goal: a column for each subgoal, under the goal that it is part of, a row for each step
 * and escalation, and a dot where the one works on the other.
 */
export function drawGoals(protocol: Protocol, process: Process, options: DrawingOptions): string {
    const { language } = options;
    const title = `${SAID.goals[language]}: ${protocol.title ?? protocol.name}`;
    const columns = workableGoals(protocol).map(({ element, parent }, i): Column => ({
        goal: element,
        parent,
        x: STEPS + i * COLUMN,
    }));
    const width = Math.max(STEPS + columns.length * COLUMN, 640);
    const heading = paragraph(title, { x: 0, y: 2, width }, { size: 18, lines: 2, style: 'dr-text dr-bold' });
    const head = drawHead(columns, heading.height + 18, options);
    const work = [...stepsOf(process), ...escalationsOf(process)];
    let y = head.bottom;
    const rows: string[] = [];
    for (const one of work) {
        const row = drawRow(one, columns, y, width, options);
        rows.push(row.svg);
        y += row.height;
    }
    const gaps = columns.map((c) => (work.some((w) => isWorkOn(w, c)) ? '' : drawGap(c, head.bottom, y)));
    const box = { width: 26, height: 16 };
    const entries = [
        ...(columns.some((c) => work.some((w) => isWorkOn(w, c)))
            ? [{ ...box, symbol: circle(13, 8, 8, 'dr-bar'), meaning: SAID.keyWorks }]
            : []),
        ...(gaps.some((g) => g !== '')
            ? [{ ...box, symbol: rect({ x: 0, y: 0, ...box }, 'dr-open', 4), meaning: SAID.noStep }]
            : []),
    ];
    const key = legendOf(entries, { x: 0, y: y + 14, width }, language);
    return svg({
        title,
        description: described(work, columns, language),
        width,
        height: y + key.height,
        body: [heading.svg, ...gaps, head.svg, ...rows, key.svg],
        options,
    });
}

function drawHead(columns: readonly Column[], top: number, options: DrawingOptions): { svg: string; bottom: number } {
    const { language } = options;
    const titleOf = (goal: Goal | Subgoal) =>
        goal.title ?? (goal.titleValue ? `${goal.name}: ${valueText(goal.titleValue, language)}` : goal.name);
    const groups = [...Map.groupBy(columns, (c) => c.parent ?? c.goal)];
    const parents = groups.map(([goal, own]) => {
        const [first] = own;
        const place = { x: (first?.x ?? 0) + PADDING, y: top + 8, width: own.length * COLUMN - 2 * PADDING };
        return {
            goal,
            own,
            place,
            text: paragraph(titleOf(goal), place, { size: 13, lines: 14, style: 'dr-text dr-bold' }),
        };
    });
    const band = Math.max(0, ...parents.map((p) => p.text.height)) + 16;
    const parentBoxes = parents.map(({ goal, own, place, text }) => {
        const box = { x: place.x - PADDING + 2, y: top, width: own.length * COLUMN - 4, height: band };
        return group(rect(box, 'dr-handover', 6) + text.svg, {
            id: `g-${goal.name}`,
            label: titleOf(goal),
            element: goal.name,
            at: goal.nameAt,
            options,
        });
    });
    const subTop = top + band + 6;
    const subs = columns
        .filter((c) => c.parent !== undefined)
        .map((column) => {
            const after = column.goal.after.map(
                (a) => columns.find((c) => c.goal.name === a.name)?.goal.title ?? a.name,
            );
            const label = paragraph(
                titleOf(column.goal),
                { x: column.x + PADDING, y: subTop + 6, width: COLUMN - 2 * PADDING },
                { size: 12, lines: 8 },
            );
            const order =
                after.length === 0
                    ? { svg: '', height: 0 }
                    : paragraph(
                          `${SAID.after[language]} ${after.map((a) => `“${a}”`).join(', ')}`,
                          { x: column.x + PADDING, y: subTop + 10 + label.height, width: COLUMN - 2 * PADDING },
                          { size: 10, lines: 4, style: 'dr-soft' },
                      );
            return { column, content: label.svg + order.svg, height: label.height + order.height + 16 };
        });
    const height = Math.max(0, ...subs.map((s) => s.height));
    const subBoxes = subs.map(({ column: { goal, x }, content }) =>
        group(rect({ x: x + 2, y: subTop, width: COLUMN - 4, height }, 'dr-band', 6) + content, {
            id: `g-${goal.name}`,
            label: titleOf(goal),
            element: goal.name,
            at: goal.nameAt,
            options,
        }),
    );
    return { svg: [...parentBoxes, ...subBoxes].join(''), bottom: subTop + height + 8 };
}

function drawRow(
    work: Step | Escalation,
    columns: readonly Column[],
    y: number,
    width: number,
    options: DrawingOptions,
) {
    const { language } = options;
    const name = work.title ?? work.name;
    const title = paragraph(name, { x: 4, y: y + 9, width: STEPS - 24 }, { size: 13, lines: 3 });
    const isOpen = leavesOpen(work, 'werkt aan') || work.activities.some((a) => leavesOpen(a, 'werkt aan'));
    const on = columns.filter((c) => isWorkOn(work, c));
    const kind = [
        ...(work.kind === 'escalation' ? [WORDS.escalation[language]] : []),
        ...(on.length > 0 ? [] : [SAID[isOpen ? 'goalUnknown' : 'noGoal'][language]]),
    ].join('; ');
    const note =
        kind === ''
            ? { svg: '', height: 0 }
            : paragraph(
                  kind,
                  { x: 4, y: y + 11 + title.height, width: STEPS - 24 },
                  { size: 11, lines: 2, style: work.kind === 'escalation' ? 'dr-tag-escalation' : 'dr-tag-warm' },
              );
    const height = Math.max(36, title.height + note.height + 18);
    const middle = y + height / 2;
    const line = path(`M0 ${num(y)}H${num(width)}`, 'dr-grid');
    const [first, last] = [on[0], on.at(-1)];
    const reach =
        first && last ? path(`M${num(STEPS - 12)} ${num(middle)}H${num(last.x + COLUMN / 2)}`, 'dr-grid') : '';
    const dots = on.map((c) => circle(c.x + COLUMN / 2, middle, 8, 'dr-bar')).join('');
    const goals = on.map((c) => c.goal.title ?? c.goal.name).join('; ');
    const label = [name, kind, goals].filter((t) => t !== '').join(': ');
    return {
        height,
        svg: group(line + title.svg + note.svg + reach + dots, {
            id: work.name,
            label,
            element: work.name,
            at: work.nameAt,
            options,
        }),
    };
}

/** On the goal itself, or on the goal that it is part of as a whole. */
function isWorkOn(work: Step | Escalation, { goal, parent }: Column): boolean {
    return goalsOf(work).some(({ name }) => name === goal.name || name === parent?.name);
}

/** A goal on which no step works, over its whole column. */
function drawGap({ x }: Column, top: number, bottom: number): string {
    return rect({ x: x + 2, y: top - 4, width: COLUMN - 4, height: bottom - top + 4 }, 'dr-open', 6);
}

function described(work: readonly (Step | Escalation)[], columns: readonly Column[], language: Language): string {
    return columns
        .map((c) => {
            const steps = work.filter((w) => isWorkOn(w, c)).map((w) => w.title ?? w.name);
            return `${c.goal.title ?? c.goal.name}: ${steps.length > 0 ? steps.join(', ') : SAID.noStep[language]}`;
        })
        .join('. ');
}
