import type { CaseEvent } from '../execution/case.js';
import type { FactValue } from '../execution/truth.js';
import type { Protocol } from '../model/protocol.js';
import { HARD_WORDS } from '../syntax/tokens.js';
import { isRefused } from './refusal.js';
import type { Proposal } from './tell-course.js';

/** The text of a scenario, as the formatter lays it out. @param remark stands in its `toelichting` */
export function scenarioText(protocol: Protocol, title: string, remark: string, { given, run }: Proposal): string {
    const facts = assignments(protocol, given.facts);
    const handovers = [...new Set(run.handovers.flatMap((h) => (h.confirmed ? [h.name] : [])))];
    return [
        `scenario ${quoted(title)} voor ${name(protocol.name)} {`,
        `  toelichting ${quoted(remark)}`,
        ...(facts.length > 0 ? [`  gegeven ${facts.join(', ')}`] : []),
        ...given.at.map((event) => `  bij ${name(event.step)}: ${eventParts(protocol, event).join(', ')}`),
        ...(run.path.length > 0 ? [`  verwacht pad ${run.path.map(name).join(', ')}`] : []),
        ...(isRefused(run) ? ['  verwacht geen toegang'] : []),
        ...handovers.map((h) => `  verwacht overdracht ${name(h)}`),
        ...(run.end === undefined || isImplicit(protocol, run.end) ? [] : [`  verwacht einde ${name(run.end)}`]),
        '}',
    ].join('\n');
}

function eventParts(protocol: Protocol, event: CaseEvent): string[] {
    return [
        ...assignments(protocol, event.facts ?? {}),
        ...(event.duration === undefined ? [] : [`duurt ${event.duration}`]),
        ...(event.expires ? ['termijn verstrijkt'] : []),
        ...[...new Set([...(event.again ? [event.step] : []), ...(event.chooses ?? [])])].map(
            (n) => `kiest ${name(n)}`,
        ),
    ];
}

function assignments(protocol: Protocol, facts: Readonly<Record<string, FactValue | null>>): string[] {
    return Object.entries(facts).map(([fact, value]) => {
        const declared = protocol.facts.find((f) => f.name === fact);
        return `${declared ? name(fact) : quoted(fact)} is ${valueText(value, declared?.type === 'text')}`;
    });
}

function valueText(value: FactValue | null, isText: boolean): string {
    switch (typeof value) {
        case 'boolean':
            return value ? 'ja' : 'nee';
        case 'number':
            return String(value).replace('.', ',');
        case 'string':
            return isText ? quoted(value) : name(value);
        default:
            return 'onbekend';
    }
}

/** An end that nobody wrote cannot be named. */
function isImplicit({ process }: Protocol, end: string): boolean {
    return process?.nodes.some((n) => n.kind === 'end' && n.implicit && n.name === end) === true;
}

function name(text: string): string {
    return HARD_WORDS.has(text) ? `^${text}` : text;
}

/** A text in the quotation marks that it does not hold itself. */
function quoted(text: string): string {
    const line = text.replace(/\s+/g, ' ');
    return line.includes('"') ? `“${line}”` : `"${line}"`;
}
