import type { Case, CaseEvent } from '../execution/case.js';
import type { Machine } from '../execution/machine.js';
import type { FactValue } from '../execution/truth.js';
import { parseDate } from '../model/values.js';
import type { Fact } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import { nearest } from '../text/distance.js';
import { notAnAmount } from './amount-given.js';
import { parseDuration } from './duration.js';
import { sayableAt, textsAtStart } from './sayable.js';

/** A case that was read, and what is wrong with it; a case with a problem is not to be run. */
export interface ReadCase {
    readonly given: Case;
    /** ISO date on which it begins */
    readonly start?: string;
    readonly problems: readonly Bilingual[];
}

type Json = Readonly<Record<string, unknown>>;

const NOTHING: Case = { facts: {}, at: [] };
const KEYS = ['facts', 'at', 'start', '$schema'];
const EVENT_KEYS = ['step', 'facts', 'expires', 'chooses', 'again', 'duration'];

/**
 * Reads a case from JSON: `{ "facts": {…}, "at": [ { "step": "…", "facts": {…} } ] }`. Every name is looked up in the
 * protocol; what is wrong is told with where it is and what was probably meant.
 */
export function readCase(text: string, machine: Machine): ReadCase {
    let json: unknown;
    try {
        json = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
        const reason = error instanceof Error ? error.message : '';
        const where = placeIn(reason);
        return {
            given: NOTHING,
            problems: [
                {
                    nl: `dit is geen geldige JSON${where}. Kijk of er een komma of aanhalingsteken te veel of te weinig staat.`,
                    en: `this is no valid JSON (${reason}). See whether a comma or quotation mark is missing or one too many.`,
                },
            ],
        };
    }
    const problems: Bilingual[] = [];
    const reader = readerOf(machine, problems);
    if (!isObject(json)) {
        reader.problem('', {
            nl: 'een casus staat tussen `{` en `}`: { "facts": { … }, "at": [ { "step": "…" } ] }.',
            en: 'a case stands between `{` and `}`: { "facts": { … }, "at": [ { "step": "…" } ] }.',
        });
        return { given: NOTHING, problems };
    }
    reader.keys(json, KEYS, '');
    const { at = [], start } = json;
    if (!Array.isArray(at)) {
        reader.problem('at', {
            nl: 'schrijf een lijst: [ { "step": "…" } ].',
            en: 'write a list: [ { "step": "…" } ].',
        });
    }
    const date = typeof start === 'string' ? parseDate(start) : undefined;
    if (start !== undefined && date === undefined) {
        reader.problem('start', { nl: 'schrijf een dag: "2026-03-02".', en: 'write a day: "2026-03-02".' });
    }
    const given: Case = {
        facts: reader.facts(json['facts'], 'facts', textsAtStart(machine)),
        at: Array.isArray(at) ? at.flatMap((e: unknown, i) => reader.event(e, `at › ${String(i + 1)}`)) : [],
    };
    return { given, ...(date === undefined ? {} : { start: date }), problems };
}

/** Where the engine says that it went wrong, in Dutch; its own words are English. */
function placeIn(reason: string): string {
    const [, line, column] = /line (\d+) column (\d+)/.exec(reason) ?? [];
    return line !== undefined && column !== undefined
        ? ` (regel ${line}, teken ${column})`
        : /end of JSON/i.test(reason)
          ? ' (de tekst houdt te vroeg op)'
          : '';
}

function readerOf(machine: Machine, problems: Bilingual[]) {
    const { protocol, process } = machine;
    const facts = new Map(protocol.facts.map((f) => [f.name, f]));
    const nodes = process.nodes.map((n) => n.name);
    const places = [...nodes, ...protocol.handovers.map((h) => h.name)];

    const problem = (where: string, { nl, en }: Bilingual) => {
        problems.push(where === '' ? { nl, en } : { nl: `bij ${where}: ${nl}`, en: `at ${where}: ${en}` });
    };
    const unknown = (where: string, name: string, known: readonly string[], what: Bilingual) => {
        const near = nearest(name, known);
        const list = known.slice(0, 12).join(', ');
        problem(
            where,
            near === undefined
                ? {
                      nl: `er is geen ${what.nl} \`${name}\`${list === '' ? '.' : `; wel ${list}.`}`,
                      en: `there is no ${what.en} \`${name}\`${list === '' ? '.' : `; there is ${list}.`}`,
                  }
                : {
                      nl: `er is geen ${what.nl} \`${name}\`. Bedoelde u \`${near}\`?`,
                      en: `there is no ${what.en} \`${name}\`. Did you mean \`${near}\`?`,
                  },
        );
    };
    const keys = (json: Json, known: readonly string[], where: string) => {
        for (const key of Object.keys(json).filter((k) => !known.includes(k))) {
            unknown(where, key, known, { nl: 'onderdeel', en: 'part' });
        }
    };
    const readFacts = (json: unknown, where: string, texts: readonly string[]): Case['facts'] => {
        if (json === undefined) {
            return {};
        }
        if (!isObject(json)) {
            problem(where, {
                nl: 'schrijf gegevens zo: { "naam": true }.',
                en: 'write facts like this: { "name": true }.',
            });
            return {};
        }
        const result: Record<string, FactValue | null> = {};
        for (const [name, value] of Object.entries(json)) {
            const fact = facts.get(name);
            if (!fact && !texts.includes(name)) {
                unknown(where, name, [...facts.keys(), ...texts], { nl: 'gegeven', en: 'fact' });
            } else if (value !== null && !fits(value, fact)) {
                problem(`${where} › ${name}`, expectedValue(fact));
            } else {
                const wrong = notAnAmount(machine, name, value as FactValue | null);
                if (wrong) {
                    problem(`${where} › ${name}`, wrong);
                } else {
                    result[name] = value as FactValue | null;
                }
            }
        }
        return result;
    };
    const event = (json: unknown, where: string): CaseEvent[] => {
        if (!isObject(json) || typeof json['step'] !== 'string') {
            problem(where, {
                nl: 'noem de stap: { "step": "…", "facts": { … } }.',
                en: 'name the step: { "step": "…", "facts": { … } }.',
            });
            return [];
        }
        const { step, expires, again, duration, chooses = [] } = json;
        keys(json, EVENT_KEYS, where);
        if (!places.includes(step)) {
            unknown(where, step, places, { nl: 'stap', en: 'step' });
        }
        const chosen: readonly unknown[] = Array.isArray(chooses) ? chooses : [chooses];
        for (const name of chosen) {
            if (typeof name !== 'string' || ![...nodes, 'onbekend'].includes(name)) {
                unknown(`${where} › chooses`, String(name), nodes, { nl: 'stap', en: 'step' });
            }
        }
        if (expires !== undefined && expires !== true) {
            problem(`${where} › expires`, { nl: 'schrijf true, of laat het weg.', en: 'write true, or leave it out.' });
        }
        if (again !== undefined && typeof again !== 'boolean') {
            problem(`${where} › again`, { nl: 'schrijf true of false.', en: 'write true or false.' });
        }
        if (duration !== undefined && (typeof duration !== 'string' || parseDuration(duration).type === 'unknown')) {
            problem(`${where} › duration`, {
                nl: 'schrijf een tijd: "2 weken".',
                en: 'write an amount of time: "2 weken".',
            });
        }
        return [
            {
                step,
                ...(json['facts'] === undefined
                    ? {}
                    : { facts: readFacts(json['facts'], `${where} › facts`, sayableAt(machine, step)?.texts ?? []) }),
                ...(expires === true ? { expires } : {}),
                ...(json['chooses'] === undefined ? {} : { chooses: chosen.map(String) }),
                ...(typeof again === 'boolean' ? { again } : {}),
                ...(typeof duration === 'string' ? { duration } : {}),
            },
        ];
    };
    return { problem, keys, facts: readFacts, event };
}

/** An informal condition is decided with yes or no. */
function fits(value: unknown, fact: Fact | undefined): boolean {
    switch (fact?.type) {
        case 'number':
            return typeof value === 'number' && Number.isFinite(value);
        case 'text':
            return typeof value === 'string';
        case 'date':
            return typeof value === 'string' && parseDate(value) === value;
        case 'one-of':
            return typeof value === 'string' && (fact.values.length === 0 || fact.values.includes(value));
        case 'unspecified':
            return ['boolean', 'number', 'string'].includes(typeof value);
        default:
            return typeof value === 'boolean';
    }
}

function expectedValue(fact: Fact | undefined): Bilingual {
    switch (fact?.type) {
        case 'number':
            return {
                nl: 'schrijf een getal, zonder aanhalingstekens.',
                en: 'write a number, without quotation marks.',
            };
        case 'text':
            return { nl: 'schrijf een tekst tussen aanhalingstekens.', en: 'write a text in quotation marks.' };
        case 'date':
            return { nl: 'schrijf een dag: "2026-03-02".', en: 'write a day: "2026-03-02".' };
        case 'one-of': {
            const list = fact.values.map((v) => `"${v}"`).join(', ');
            return { nl: `schrijf een van ${list}.`, en: `write one of ${list}.` };
        }
        default:
            return { nl: 'schrijf true of false (of null: onbekend).', en: 'write true or false (or null: unknown).' };
    }
}

function isObject(value: unknown): value is Json {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
