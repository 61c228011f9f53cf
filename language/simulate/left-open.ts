import type { Machine } from '../execution/machine.js';
import type { FlowNode } from '../model/process.js';
import type { Expectation } from '../model/scenario.js';
import { byName, isOpen, laboursOf, leavesOpen, personByRole } from '../model/queries.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Run } from './run.js';

/**
 * What the text leaves open (`onbekend`, `plaatselijk`) of what an expectation of a course is about, so that the course
 * may go otherwise than it is told; undefined where it leaves nothing of that open.
 */
export function openFor(
    machine: Machine,
    run: Run,
    expectation: Pick<Expectation, 'kind' | 'elements'>,
): Bilingual | undefined {
    const names = new Set(expectation.elements.map((e) => e.name));
    switch (expectation.kind) {
        case 'document':
            return openWork(machine, run, 'levert') ?? openCourse(machine, run);
        case 'direction':
            return openDirection(machine, [...names]) ?? openCourse(machine, run);
        default:
            return openEscalation(machine, names) ?? openHandover(machine, names) ?? openCourse(machine, run);
    }
}

/** What the text leaves open of why a course stops: of the course itself, or where an escalation comes from. */
export function openAtStop(machine: Machine, run: Run): Bilingual | undefined {
    const { nodes } = machine.process;
    const names = new Set(run.stop?.stop === 'contradictory' ? nodes.map((n) => n.name) : []);
    return openWork(machine, run, 'bepaalt') ?? openCourse(machine, run) ?? openEscalation(machine, names);
}

/** What the text leaves open of the course itself: what became known on it, or how often something was done. */
export function openCourse(machine: Machine, run: Run): Bilingual | undefined {
    return (machine.facts.length > 0 ? openWork(machine, run, 'bepaalt') : undefined) ?? openRepeat(machine, run);
}

function said(name: string, statement: string): Bilingual {
    return {
        nl: `bij ${name} laat de tekst dat open: \`${statement}\``,
        en: `at ${name} the text leaves that open: \`${statement}\``,
    };
}

function nodesOn({ process, index }: Machine, { entered }: Run): FlowNode[] {
    return [...new Set(entered)].flatMap((name) => process.nodes[index.get(name) ?? -1] ?? []);
}

function openWork(machine: Machine, run: Run, kind: 'bepaalt' | 'levert'): Bilingual | undefined {
    const node = nodesOn(machine, run).find((n) => laboursOf(n).some((work) => leavesOpen(work, kind)));
    return node && said(node.name, `${kind} onbekend`);
}

function openRepeat(machine: Machine, run: Run): Bilingual | undefined {
    const node = nodesOn(machine, run).find(
        (n) => n.kind !== 'end' && n.repeats.some(({ bound, until }) => isOpen(bound) && until === undefined),
    );
    return node && said(node.name, 'herhaal onbekend');
}

function openEscalation({ process }: Machine, names: ReadonlySet<string>): Bilingual | undefined {
    const node = process.nodes.find((n) => n.kind === 'escalation' && names.has(n.name) && leavesOpen(n, 'vanuit'));
    return node && said(node.name, 'vanuit onbekend');
}

/** Where a handover takes place that is expected, or by which the direction may go on. */
function openHandover({ protocol }: Pick<Machine, 'protocol'>, names: ReadonlySet<string>): Bilingual | undefined {
    const handover = protocol.handovers.find((h) => names.has(h.name) && (h.open.length > 0 || isOpen(h.toValue)));
    return handover && said(handover.name, handover.open.length > 0 ? 'vanuit onbekend' : 'naar onbekend');
}

/** Who directs is not certain where a handover may be anywhere that passes it on, or nobody knows who fills the role. */
function openDirection({ protocol }: Pick<Machine, 'protocol'>, names: readonly string[]): Bilingual | undefined {
    const { handovers, roles, process } = protocol;
    const person = personByRole(roles);
    const named = byName(roles);
    const role = [...names, ...roles.filter((r) => r.directs).map((r) => r.name)]
        .map((name) => named.get(person(name)))
        .find((r) => isOpen(r?.filledByValue));
    if (role) {
        return said(role.name, 'vervuld door onbekend');
    }
    const passing = handovers.filter((h) => h.direction.length > 0).map((h) => h.name);
    const open = openHandover({ protocol }, new Set(passing));
    const placed = new Set(process?.arrows.filter((a) => a.kind !== 'fallback').flatMap((a) => a.handovers));
    const isAnybody = process?.nodes.find((n) =>
        laboursOf(n).some((work) => work.performers.some((p) => isOpen(p.value))),
    );
    return (
        open ?? (isAnybody && passing.some((h) => !placed.has(h)) ? said(isAnybody.name, 'door onbekend') : undefined)
    );
}
