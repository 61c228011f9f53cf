import { valueText } from '../messages/wording.js';
import type { Repeat } from '../model/process.js';
import type { Protocol } from '../model/protocol.js';
import type { Value } from '../model/values.js';
import type { GraphLoss } from './graph.js';

/**
 * A protocol as a workflow runs it where a municipality said nothing: how often work is repeated, which is decided locally, is its
 * standard. The same protocol where nothing is.
 */
export function withStandardRounds(protocol: Protocol): Protocol {
    const { process } = protocol;
    if (!process?.nodes.some((n) => n.kind !== 'end' && n.repeats.some(hasStandard))) {
        return protocol;
    }
    const nodes = process.nodes.map((node) =>
        node.kind === 'end'
            ? node
            : { ...node, repeats: node.repeats.map((r) => (r.bound ? { ...r, bound: standardOf(r.bound) } : r)) },
    );
    return { ...protocol, process: { ...process, nodes } };
}

/** The losses of these. */
export function standardRoundLosses({ process }: Protocol): GraphLoss[] {
    return (process?.nodes ?? []).flatMap((node) =>
        (node.kind === 'end' ? [] : node.repeats.filter(hasStandard)).flatMap(({ bound }) =>
            bound
                ? [
                      {
                          element: node.name,
                          reason: {
                              nl: `herhaal ${valueText(bound, 'nl')}: een werkstroom rekent met de standaard`,
                              en: `repeat ${valueText(bound, 'en')}: a workflow counts with the standard`,
                          },
                      },
                  ]
                : [],
        ),
    );
}

function hasStandard({ bound }: Repeat): boolean {
    return bound?.type === 'local' && bound.standard !== undefined;
}

/** It has the words of the text before it: of `hoogstens plaatselijk standaard 2 keer` at most twice. */
function standardOf(value: Value): Value {
    return value.type === 'local' && value.standard
        ? { ...value.standard, ...(value.bound ? { bound: value.bound } : {}) }
        : value;
}
