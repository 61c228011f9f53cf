import { bron } from './catalogue/meta/bron.js';
import { dubbel } from './catalogue/meta/dubbel.js';
import { onbekend } from './catalogue/meta/onbekend.js';
import { onderdrukking } from './catalogue/meta/onderdrukking.js';
import { ongebruikt } from './catalogue/meta/ongebruikt.js';
import { syntaxis } from './catalogue/meta/syntaxis.js';
import { tegenspraak } from './catalogue/meta/tegenspraak.js';
import { verwijzing } from './catalogue/meta/verwijzing.js';
import { waarde } from './catalogue/meta/waarde.js';
import { lengte } from './catalogue/tekst/lengte.js';
import { vaag } from './catalogue/tekst/vaag.js';
import { regelfout } from './crash.js';
import type { Rule } from './rule.js';

/**
 * All rules: the one list that checking, the rule reference, the schema of the settings and the tests of the examples
 * are made from. A new rule is a file in catalogue/ and a line here, in the order of the areas.
 */
export const catalogue: readonly Rule[] = [
    // meta
    bron,
    dubbel,
    onbekend,
    onderdrukking,
    ongebruikt,
    syntaxis,
    tegenspraak,
    verwijzing,
    waarde,
    // tekst
    lengte,
    vaag,
];

const byCode: ReadonlyMap<string, Rule> = new Map([...catalogue, regelfout].map((rule) => [rule.code, rule]));

/** The rule of a code that a finding may have; undefined when there is none. */
export function ruleByCode(code: string): Rule | undefined {
    return byCode.get(code);
}
