import { peopleOf, performersOf, surelyThere } from '../../../analysis/people.js';
import type { Edge } from '../../../analysis/space.js';
import { courseWithBoth } from '../../../analysis/together.js';
import { ofList } from '../../../model/of-list.js';
import type { Escalation, Step } from '../../../model/process.js';
import type { Protocol, Role } from '../../../model/protocol.js';
import { byName } from '../../../model/queries.js';
import { defineProof, example } from '../../proof.js';

export const rolScheiding = defineProof({
    code: 'rol/scheiding',
    severity: 'error',
    title: {
        nl: 'Rollen die verschillende personen moeten zijn, zijn dat op elke weg',
        en: 'Roles that must be different persons are so on every course',
    },
    question: {
        nl: 'Zijn rollen die verschillende personen moeten zijn, dat op elke weg?',
        en: 'Are roles that must be different persons so on every course?',
    },
    lacks: (protocol) => {
        return apartIn(protocol.roles).length > 0
            ? undefined
            : {
                  nl: 'Van geen rol staat dat een ander die moet vervullen.',
                  en: 'Of no role is stated that another person must fill it.',
              };
    },
    reason: {
        nl: '`iemand anders dan` scheidt functies: wie opschaalt of meekijkt, is niet wie het werk doet (STJ, indicator 3.2.3; functiescheiding). Vervult dezelfde persoon beide rollen (`vervuld door`) en doen zij allebei iets bij één gezin, dan kijkt niemand anders mee.',
        en: '`iemand anders dan` separates duties: who escalates or looks along is not who does the work (STJ, indicator 3.2.3; separation of duty). Where one person fills both roles (`vervuld door`) and both act in one case, nobody else looks along.',
    },
    noFix: {
        nl: 'Wie een van de twee rollen dan vervult, weet alleen wie het werk kent.',
        en: 'Who fills one of the two roles instead only who knows the work can tell.',
    },
    messages: {
        same: {
            nl: '`{role}` moet iemand anders zijn dan `{other}`, maar `{person}` vervult allebei en doet op de weg in het voorbeeld beide. Laat iemand anders een van de rollen vervullen.',
            en: '`{role}` must be somebody else than `{other}`, but `{person}` fills both and acts as both on the course in the example. Let somebody else fill one of the roles.',
        },
        undecided: {
            nl: 'Of `{role}` iemand anders is dan `{other}`, valt niet te zeggen: wie `{unknown}` vervult, staat niet vast. Schrijf achter die rol `vervuld door …` met een andere rol.',
            en: 'Whether `{role}` is somebody else than `{other}` cannot be decided: who fills `{unknown}` is not certain. Write `vervuld door …` with another role behind that role.',
        },
        undecidedThere: {
            nl: 'Of `{role}` en `{other}` in één zaak allebei iets doen, valt niet te zeggen: een van beide doet dat alleen met een woord als `zo nodig`. `{person}` vervult allebei. Laat iemand anders een van de rollen vervullen.',
            en: 'Whether `{role}` and `{other}` both act in one case cannot be decided: one of them does so only with a word such as `zo nodig`. `{person}` fills both. Let somebody else fill one of the roles.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Coördinator iemand anders dan Gezinswerker, vervuld door Gezinswerker
    aanpak {
        stap Plan "Een plan maken" { door Gezinswerker }
        stap Toets "Het plan nalezen" { door Coördinator }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Teamleider
    rol Coördinator iemand anders dan Gezinswerker, vervuld door Teamleider
    aanpak {
        stap Plan "Een plan maken" { door Gezinswerker }
        stap Toets "Het plan nalezen" { door Coördinator }
        einde Klaar
    }
}
`,
    prove: (protocol, proofs, report) => {
        const people = peopleOf(protocol);
        const told = new Set<string>();
        for (const role of apartIn(protocol.roles)) {
            for (const other of role.otherThan) {
                const pair = [role.name, other.name].sort().join(' ');
                const person = people.personOf(role.name);
                const isSame = person === people.personOf(other.name);
                const unknown = [role.name, other.name].find((r) => people.isUnknown(r) || isUnsure(protocol, r));
                if (role.name === other.name || told.has(pair) || (!isSame && unknown === undefined)) {
                    continue;
                }
                const isSure = isSame && unknown === undefined;
                told.add(pair);
                const { space } = proofs;
                const both = (thereAt: typeof surelyThere) =>
                    [actsAs(role.name, thereAt), actsAs(other.name, thereAt)] as const;
                const surely = courseWithBoth(space, ...both(surelyThere));
                const course = surely ?? courseWithBoth(space, ...both(perhapsThere));
                const last = course?.at(-1);
                if (!last) {
                    continue;
                }
                report({
                    message: !isSure ? 'undecided' : surely ? 'same' : 'undecidedThere',
                    at: other.at,
                    ...((!isSure || !surely) && { severity: 'info' }),
                    parameters: { role: role.name, other: other.name, person, unknown: unknown ?? '' },
                    ...example(proofs, last.to, course, {
                        passes: both(surely ? surelyThere : perhapsThere).map((acts) => (move) => acts({ move })),
                    }),
                });
            }
        }

        function actsAs(
            role: string,
            thereAt: (work: Step | Escalation) => readonly string[],
        ): (edge: Pick<Edge, 'move'>) => boolean {
            const stations = new Set(
                proofs.space.machine.stations.flatMap(({ index, node }) =>
                    (node.kind === 'step' || node.kind === 'escalation') && thereAt(node).includes(role) ? [index] : [],
                ),
            );
            return ({ move }) => move.kind === 'finish' && stations.has(move.token.at);
        }
    },
});

/** Names of all roles that work on a case at some work, those that do so only where needed too. */
function perhapsThere(work: Step | Escalation): string[] {
    return performersOf(work).flatMap((p) => [...p.performers, ...p.with].map((r) => r.name));
}

/** Whether who fills a role does so as a rule only: `vervuld door veelal Gezinswerker`. */
function isUnsure({ roles }: Protocol, name: string): boolean {
    const seen = new Set<string>();
    for (let role = byName(roles).get(name); role && !seen.has(role.name);) {
        if (role.filledByModality !== undefined) {
            return true;
        }
        seen.add(role.name);
        role = role.filledBy && byName(roles).get(role.filledBy.name);
    }
    return false;
}

/** The roles that say whom somebody else must fill. */
const apartIn = ofList((roles: readonly Role[]) => roles.filter((r) => r.otherThan.length > 0));
