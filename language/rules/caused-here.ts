import type { LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../draaiboek-module.js';
import type { ProtocolFile } from '../generated/ast.js';
import type { Process } from '../model/process.js';
import type { Place, Protocol } from '../model/protocol.js';
import { isOwn } from '../model/queries.js';
import { baseOf } from './bases.js';
import { contains } from './places.js';
import type { Report, Rule, RuleContext } from './rule.js';

type Reported = Parameters<Report<string>>[0];

/** For how many `altijd als` of its own it is tried whether the finding goes without it. */
const MOST_TRIED = 8;

/**
 * How a question about all courses of a local working-out reports what it finds at an element that is inherited: at what
 * the working-out says that brings it about, and not in the text that it works out, where nothing is wrong. What is wrong
 * there as well is told there.
 *
 * @param report to which it is told
 */
export function causedHere(
    rule: Rule,
    protocol: Protocol,
    report: Report<string>,
    context: RuleContext,
    document: LangiumDocument<ProtocolFile>,
    services: DraaiboekServices,
): Report<string> {
    if (!protocol.refines) {
        return report;
    }
    return (finding) => {
        if (finding.heldBack === true) {
            return;
        }
        const base = contains(protocol.at, finding.at) ? undefined : baseOf(protocol, 'refines', document, services);
        if (!base || isElsewhere(finding.at, base)) {
            report(finding);
            return;
        }
        if (reportedBy(rule, base, context).some((other) => isEqual(other, finding))) {
            return;
        }
        const at = causeOf(rule, protocol, base, finding, context);
        const inherited = { message: { nl: 'Het gaat om dit.', en: 'It concerns this.' }, at: finding.at };
        report({ ...finding, at, related: [inherited, ...(finding.related ?? [])] });
    };
}

/** Whether a place is that of something shared, which the working-out has not got from what it works out. */
function isElsewhere(at: Place, base: Protocol): boolean {
    const nodes = base.process?.nodes ?? [];
    return !contains(base.at, at) && !nodes.some((n) => contains(n.at, at));
}

function reportedBy(rule: Rule, protocol: Protocol, context: RuleContext): Reported[] {
    const found: Reported[] = [];
    rule.checkProtocol?.(
        protocol,
        (finding) => {
            if (finding.heldBack !== true) {
                found.push(finding);
            }
        },
        context,
    );
    return found;
}

function isSame(a: Reported, b: Reported): boolean {
    return a.message === b.message && contains(a.at, b.at) && contains(b.at, a.at);
}

/** Whether two findings say the same of the same. */
function isEqual(a: Reported, b: Reported): boolean {
    return isSame(a, b) && JSON.stringify(a.parameters) === JSON.stringify(b.parameters);
}

/** The statement of a working-out without which something would not be found, as far as that can be told. */
function causeOf(rule: Rule, protocol: Protocol, base: Protocol, finding: Reported, context: RuleContext): Place {
    const { process, dropped } = protocol;
    const isHere = (at: Place) => contains(protocol.at, at);
    const interrupts = process?.interrupts.filter((i) => isHere(i.at)).slice(0, MOST_TRIED) ?? [];
    const interrupt = interrupts.find(
        ({ at }) =>
            process &&
            !reportedBy(rule, withoutInterrupt(protocol, process, at), context).some((f) => isSame(f, finding)),
    );
    if (interrupt) {
        return interrupt.at;
    }
    // what led there, and is written anew or dropped
    const node = base.process?.nodes.find((n) => contains(n.nameAt, finding.at));
    const parents = new Map(base.process?.nodes.map((n) => [n.name, n.parent]));
    const isInNode = (name: string | undefined): boolean =>
        name !== undefined && (name === node?.name || isInNode(parents.get(name)));
    const ways = base.process?.arrows.filter((a) => isInNode(a.to) && !isInNode(a.from)) ?? [];
    const before = new Set(ways.map((a) => a.from));
    const anew = process?.nodes.find((n) => before.has(n.name) && isOwn(n) && isHere(n.nameAt));
    const departure = dropped.find((d) => before.has(d.element.name));
    const onTheWay = finding.related?.findLast((r) => isHere(r.at));
    return (node && (anew?.nameAt ?? departure?.at)) ?? onTheWay?.at ?? protocol.nameAt;
}

function withoutInterrupt(protocol: Protocol, process: Process, at: Place): Protocol {
    const isOther = (other: { readonly at: Place }) => !contains(at, other.at);
    return {
        ...protocol,
        process: {
            ...process,
            interrupts: process.interrupts.filter(isOther),
            arrows: process.arrows.filter((a) => a.kind !== 'interrupt' || isOther(a)),
        },
    };
}
