import { isInformal } from '../execution/truth.js';
import type { Interrupt } from '../model/process.js';
import type { Protocol } from '../model/protocol.js';

/** An interventie of which an unknown bound is reached, with what it is the bound of. */
export interface AtItsBounds {
    readonly protocol: Protocol;
    readonly interrupts: readonly Interrupt[];
}

const known = new WeakMap<Protocol, AtItsBounds | undefined>();

/**
 * The same interventie where each `altijd als` on facts with a bound that nobody knows (`hoogstens onbekend keer`) happens
 * once. By itself it happens each time that its condition comes to hold, as if the bound were never reached: what is so
 * both ways is so whatever the bound; of what is so one way only, nobody can tell. One that people decide on may happen and
 * need never happen, which all that reasons looks at already.
 *
 * @returns undefined where there is none
 */
export function atItsBounds(protocol: Protocol): AtItsBounds | undefined {
    if (!known.has(protocol)) {
        known.set(protocol, make(protocol));
    }
    return known.get(protocol);
}

function make(protocol: Protocol): AtItsBounds | undefined {
    const { process } = protocol;
    const interrupts = process?.interrupts.filter(isBoundUnknown) ?? [];
    return process && interrupts.length > 0
        ? {
              interrupts,
              protocol: {
                  ...protocol,
                  process: {
                      ...process,
                      interrupts: process.interrupts.map((i) =>
                          i.target && interrupts.includes(i) ? { ...i, target: { ...i.target, atMost: 1 } } : i,
                      ),
                  },
              },
          }
        : undefined;
}

function isBoundUnknown({ condition, target }: Interrupt): boolean {
    return target?.atMostValue !== undefined && target.atMost === undefined && !isInformal(condition);
}
