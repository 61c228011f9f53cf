import type { Process } from '../model/process.js';
import type { Place, Protocol } from '../model/protocol.js';
import { isOwn } from '../model/queries.js';
import type { Bilingual } from '../text/bilingual.js';
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
): Report<string> {
    if (!protocol.refines) {
        return report;
    }
    return (finding) => {
        if (finding.heldBack === true) {
            return;
        }
        const base = contains(protocol.at, finding.at) ? undefined : context.refinedBy(protocol);
        if (base && reportedBy(rule, base, context).some((other) => isTold(other, finding))) {
            return;
        }
        if (!base || isElsewhere(finding.at, base)) {
            report(finding);
            return;
        }
        const { at, because } = causeOf(rule, protocol, base, finding, context);
        const inherited = { message: because ?? { nl: 'Het gaat om dit.', en: 'It concerns this.' }, at: finding.at };
        const fixes = finding.fixes?.filter((f) => f.edits.every((e) => contains(protocol.at, e.at))) ?? [];
        report({ ...finding, at, related: [inherited, ...(finding.related ?? [])], fixes });
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

/** Whether two findings say the same of the same. */
export function isSame(a: Pick<Reported, 'message' | 'at'>, b: Pick<Reported, 'message' | 'at'>): boolean {
    return a.message === b.message && contains(a.at, b.at) && contains(b.at, a.at);
}

/** Whether what is found is told where it is inherited from: the same of the same, with other names or figures perhaps. */
function isTold(there: Reported, here: Reported): boolean {
    const names = (finding: Reported) => JSON.stringify(finding.parameters);
    return isSame(there, here) && (there.severity === here.severity || names(there) === names(here));
}

/**
 * The statement of a working-out without which something would not be found, as far as that can be told, and what is to
 * be said of it.
 */
function causeOf(
    rule: Rule,
    protocol: Protocol,
    base: Protocol,
    finding: Reported,
    context: RuleContext,
): { readonly at: Place; readonly because?: Bilingual } {
    const { process, dropped } = protocol;
    const isHere = (at: Place) => contains(protocol.at, at);
    const interrupts = process?.interrupts.filter((i) => isHere(i.at)).slice(0, MOST_TRIED) ?? [];
    const interrupt = interrupts.find(
        ({ at }) =>
            process &&
            !reportedBy(rule, withoutInterrupt(protocol, process, at), context).some((f) => isSame(f, finding)),
    );
    if (interrupt) {
        return { at: interrupt.at };
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
    const cause = anew ?? departure?.element;
    const at = anew?.nameAt ?? departure?.at;
    if (!node || !cause || !at) {
        return { at: onTheWay?.at ?? protocol.nameAt };
    }
    const [from, to, of] = [cause.name, node.name, base.name].map((name) => `\`${name}\``);
    const because = anew
        ? {
              nl: `Hierheen ging ${from} in ${of}. Zoals die stap hier staat, gaat hij niet meer naar ${to}.`,
              en: `In ${of} ${from} led here. As it is written here, it leads to ${to} no more.`,
          }
        : {
              nl: `Hierheen ging ${from} in ${of}, en die vervalt hier.`,
              en: `In ${of} ${from} led here, and it is dropped here.`,
          };
    return { at, because };
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
