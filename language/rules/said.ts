import type { Effect } from '../model/goals.js';
import type { Process } from '../model/process.js';
import type { Block, Deadline, Modality, Place, Protocol, Provenance, Stated, Statement } from '../model/protocol.js';
import { daysRange } from '../model/units.js';
import { daysIn, type Quantity, type Value } from '../model/values.js';

/** Properties that have one value, so that two texts for them contradict each other as two figures do. */
const SINGLE: ReadonlySet<string> = new Set(['niveau', 'datum', 'herbeoordeling', 'geldigheid', 'kenmerk', 'moment']);

/** Lengths of time that differ less, in days, are one. */
const PRECISION = 1e-6;

/** One value of one property, with who says so. */
export interface Said {
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

/** What a statement says; most are compared with nothing, so the words for it are made when they are asked for. */
class SaidByStatement implements Said {
    constructor(
        private readonly statement: Statement,
        readonly value: Value,
    ) {}

    get key(): string {
        const { after } = this.statement;
        // figures of several years or moments stand side by side, and so do those of different units of another kind
        const period = this.value.type === 'quantity' ? `${this.value.period ?? ''} ${dimension(this.value)}` : '';
        const since = after === undefined ? '' : ` na ${textOf(after)}`;
        return `${this.what} ${period}${since}`;
    }

    get what(): string {
        const { kind, subject } = this.statement;
        return subject === undefined ? kind : `${kind} "${subject}"`;
    }

    get name(): string {
        return this.statement.subject ?? this.statement.kind;
    }

    get text(): string {
        return textOf(this.value);
    }

    get sources(): readonly string[] {
        return sourcesOf(this.statement.provenance);
    }

    get isFirm(): boolean {
        return this.statement.modality === undefined;
    }

    get at(): Place {
        return this.statement.at;
    }
}

/** The values that a block says of what has one value. */
export function valuesIn(block: Block, protocol: Protocol | undefined): readonly Said[] {
    const said: Said[] = [];
    for (const statement of block.statements) {
        const [value] = statement.values;
        if (
            value &&
            statement.values.length === 1 &&
            (value.type === 'quantity' ||
                value.type === 'date' ||
                (value.type === 'text' && SINGLE.has(statement.kind)))
        ) {
            said.push(new SaidByStatement(statement, value));
        }
    }
    const process = protocol?.process;
    const counts =
        protocol && block === protocol ? protocol.stepCounts : process && block === process ? process.stepCounts : [];
    for (const { count: value, ...stated } of counts) {
        const text = value.type === 'quantity' ? `${value.text} stappen` : textOf(value);
        said.push({ ...saidOnce('stappen', stated, value, text), key: 'stappen' });
    }
    const { contactBudgets, deadlines, effects } = block as Partial<Lists>;
    for (const { organisation, organisationValue, value, ...stated } of contactBudgets ?? []) {
        if (isFigure(value) && organisationValue === undefined) {
            said.push(saidOnce('contactbudget', stated, value, value.text, organisation?.name));
        }
    }
    for (const { value, after, ...stated } of deadlines ?? []) {
        if (isFigure(value)) {
            // each term that begins at something else is another
            const term = saidOnce('termijn', stated, value, value.text);
            said.push({ ...term, key: `${term.key} ${beginOf(after)}` });
        }
    }
    for (const { outcome, subject, ...stated } of effects ?? []) {
        if (outcome === 'shown' || outcome === 'not-shown') {
            const text = outcome === 'shown' ? 'aangetoond' : 'niet aangetoond';
            said.push(saidOnce('effect', stated, { type: 'text', text }, text, subject));
        }
    }
    if (protocol && block === protocol) {
        said.push(...ofTheWhole(protocol));
    }
    return said;
}

/** What an interventie has one of: its owner, and its number as long as no date makes that a history. */
function* ofTheWhole({ parties, versions }: Protocol): Generator<Said> {
    for (const { kind, values, modality, at, provenance } of parties) {
        const [value, ...others] = values;
        if (kind === 'eigenaar' && value?.type === 'text' && others.length === 0) {
            yield saidOnce(kind, { at, provenance, ...(modality ? { modality } : {}) }, value, value.text);
        }
    }
    for (const { number, date, year, state, at, provenance } of versions) {
        if (number !== undefined && state !== 'vervallen' && (date ?? year) === undefined) {
            yield saidOnce('versie', { at, provenance }, { type: 'text', text: number }, number);
        }
    }
}

/** The lists of a block, beside its statements, of which each item has one value. */
interface Lists {
    readonly contactBudgets: Process['contactBudgets'];
    readonly deadlines: readonly Deadline[];
    readonly effects: readonly Effect[];
}

function isFigure(value: Value | undefined): value is Quantity {
    return value?.type === 'quantity';
}

function beginOf(after: Deadline['after']): string {
    return after === undefined
        ? ''
        : after.type === 'other'
          ? `${after.isBefore ? 'voor ' : ''}${textOf(after.value)}`
          : `${after.type} ${after.type === 'registration' ? '' : after.type === 'handover' ? after.handover.name : after.node.name}`;
}

function saidOnce(
    kind: string,
    { at, provenance, modality }: Stated & { readonly modality?: Modality },
    value: Value,
    text: string,
    subject?: string,
): Said {
    const what = subject === undefined ? kind : `${kind} "${subject}"`;
    return {
        key: isFigure(value) ? `${what} ${dimension(value)}` : what,
        what,
        name: subject ?? kind,
        value,
        text,
        sources: sourcesOf(provenance),
        isFirm: modality === undefined,
        at,
    };
}

/** Whether a text holds other words, as whole words: `5` does not stand in `15 gezinnen`. */
export function holdsWords(text: string, words: string): boolean {
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

export function sourcesOf(provenance: Stated['provenance']): string[] {
    return provenance.flatMap((p: Provenance) => (p.source === undefined ? [] : [p.source]));
}

export function sameValue(a: Value, b: Value): boolean {
    if (a.type === 'quantity' && b.type === 'quantity') {
        // what was not read may say the same
        return a.unread === true || b.unread === true || sameFigures(a, b);
    }
    return a.type === b.type && textOf(a).toLowerCase() === textOf(b).toLowerCase();
}

/**
 * Whether two quantities have the same figures, or may have however long months are; `ongeveer 6 maanden` and `6 maanden`
 * do not contradict each other, nor does `26 weken`.
 */
function sameFigures(a: Quantity, b: Quantity): boolean {
    return (
        sameEnd(a.low, a.lowUnit ?? a.unit, b.low, b.lowUnit ?? b.unit) &&
        sameEnd(a.high, a.unit, b.high, b.unit) &&
        a.total === b.total &&
        sameSize(a.size, b.size) &&
        a.numeral === b.numeral &&
        (a.low !== undefined || a.high !== undefined || a.text === b.text)
    );
}

function sameSize(a: Quantity | undefined, b: Quantity | undefined): boolean {
    // who does not say how large each is, leaves it open
    return !a || !b || sameFigures(a, b);
}

function sameEnd(a: number | undefined, aUnit = '', b: number | undefined, bUnit = ''): boolean {
    if (a === undefined || b === undefined || aUnit === bUnit) {
        return a === b;
    }
    const [one, other] = [daysRange(a, aUnit), daysRange(b, bUnit)];
    return one && other ? one[0] <= other[1] + PRECISION && other[0] <= one[1] + PRECISION : a === b;
}

/** What a quantity measures: time, or its unit. Only figures of one dimension can contradict each other. */
function dimension(q: Quantity): string {
    const unit = q.unit ?? '';
    return `${daysIn(unit) === undefined ? unit.replace(/(en|s)$/, '') : 'tijd'} ${q.per ? `${String(q.per.count)} ${q.per.unit} ${q.per.each ?? ''}` : ''}`;
}

export function textOf(value: Value): string {
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
