import { onderdrukking } from './catalogue/meta/onderdrukking.js';
import { syntaxis } from './catalogue/meta/syntaxis.js';
import { verwijzing } from './catalogue/meta/verwijzing.js';
import { regelfout } from './crash.js';
import type { Rule } from './rule.js';

/**
 * All rules: the one list that checking, the rule reference, the schema of the settings and the tests of the examples
 * are made from. A new rule is a file in catalogue/ and a line here, in the order of the areas.
 */
export const catalogue: readonly Rule[] = [
    // meta
    onderdrukking,
    syntaxis,
    verwijzing,
];

const byCode: ReadonlyMap<string, Rule> = new Map([...catalogue, regelfout].map((rule) => [rule.code, rule]));

/** The rule of a code that a finding may have; undefined when there is none. */
export function ruleByCode(code: string): Rule | undefined {
    return byCode.get(code);
}
