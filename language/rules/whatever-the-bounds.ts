import { atItsBounds } from '../analysis/open-bounds.js';
import type { Protocol } from '../model/protocol.js';
import { fill } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';
import { isSame } from './caused-here.js';
import type { MessageTemplate, Report } from './rule.js';

/** What every rule about courses says of what is so by some bound only that nobody knows. */
export const AT_ITS_BOUNDS = {
    undecidedAtItsBounds: {
        nl: 'Hangt ervan af hoe vaak {names} hoogstens onderbreekt, en dat is niet bekend. Bij de ene grens geldt dit, bij de andere niet: {claim}',
        en: 'Depends on how often {names} interrupts at most, and that is not known. By one bound this holds, by another it does not: {claim}',
    },
};

type Told<Key extends string> = Parameters<Report<Key>>[0];

/**
 * Tells what is found of an interventie whatever the bounds that nobody knows; of what is found by some of them only, that
 * it depends on that.
 *
 * @param check what finds it
 */
export function whateverTheBounds<Key extends string>(
    messages: Readonly<Record<Key, MessageTemplate>>,
    protocol: Protocol,
    report: Report<Key | keyof typeof AT_ITS_BOUNDS>,
    check: (protocol: Protocol, report: Report<Key>) => void,
): void {
    const bounded = atItsBounds(protocol);
    if (!bounded) {
        check(protocol, report);
        return;
    }
    const told = (of: Protocol) => {
        const found: Told<Key>[] = [];
        check(of, (finding) => {
            found.push(finding);
        });
        return found;
    };
    const [here, there] = [told(protocol), told(bounded.protocol)];
    const names = enumerate(bounded.interrupts.map(({ target }) => `\`${target?.node.name ?? ''}\``));
    const doubt = ({ message, at, parameters, related = [] }: Told<Key>) => {
        report({
            message: 'undecidedAtItsBounds',
            severity: 'info',
            at,
            parameters: { names, claim: fill(messages[message], parameters) },
            related: [
                ...bounded.interrupts.map((i) => ({
                    message: { nl: 'De grens hiervan is niet bekend.', en: 'The bound of this is not known.' },
                    at: i.at,
                })),
                ...related,
            ],
        });
    };
    for (const finding of here) {
        if (isCertain(finding) && !there.some((other) => isSame(other, finding))) {
            doubt(finding);
        } else {
            report(finding);
        }
    }
    there.filter((finding) => isCertain(finding) && !here.some((other) => isSame(other, finding))).forEach(doubt);
}

function isCertain({ message, severity, heldBack }: Told<string>): boolean {
    return severity !== 'info' && heldBack !== true && !/^(?:undecided|remark)/.test(message);
}
