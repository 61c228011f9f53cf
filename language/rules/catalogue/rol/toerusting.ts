import { byName, escalationsOf, executorsOf, isOwn, personByRole, states, stepsOf } from '../../../model/queries.js';
import type { Ref, Role } from '../../../model/protocol.js';
import { enumerate } from '../../../text/numbers.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { defineRule } from '../../rule.js';

/** Each of these says with what somebody is fit for the work. */
const COMPETENCE = ['competentie', 'opleiding', 'selectie-eis'] as const;

export const rolToerusting = defineRule({
    code: 'rol/toerusting',
    severity: 'warning',
    title: {
        nl: 'Een uitvoerende rol is toegerust: competenties en caseload',
        en: 'An executing role is equipped: competences and caseload',
    },
    reason: {
        nl: 'Het werkblad voor erkenning (NJi, 2) vraagt welke competenties uitvoerders nodig hebben; STJ toetst of de regisseur en uitvoerders voldoende zijn toegerust, met selectie-eisen en een caseload (indicator 3.2.3). `competentie`, `opleiding` en `selectie-eis` tellen alle drie, ook in `uitvoering`.',
        en: 'The form for recognition (NJi, 2) asks which competences executors need; STJ reviews whether they are equipped, with selection criteria and a caseload (indicator 3.2.3). `competentie`, `opleiding` and `selectie-eis` all count, in `uitvoering` too.',
    },
    messages: {
        incomplete: {
            nl: 'Rol `{name}` voert stappen uit en heeft geen {missing}. Schrijf het in het blok van de rol, of zeg daar dat het `onbekend` is.',
            en: 'Role `{name}` executes steps and has no {missingEn}. Write it in the block of the role, or say there that it is `onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker { competentie "Luisteren" }
    aanpak {
        stap Kennismaken "Kennismaken" { door Gezinswerker }
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker { competentie "Luisteren"  caseload hoogstens 12 gezinnen }
    aanpak {
        stap Kennismaken "Kennismaken" { door Gezinswerker }
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const roles = byName(protocol.roles);
        const personOf = personByRole(protocol.roles);
        const firstUse = new Map<string, Ref>();
        for (const work of [...stepsOf(protocol.process), ...escalationsOf(protocol.process)].filter((w) => isOwn(w))) {
            for (const ref of executorsOf(work)) {
                if (!firstUse.has(ref.name)) {
                    firstUse.set(ref.name, ref);
                }
            }
        }
        const forAll = protocol.deliveries.some((d) => states(d, 'competentie', 'opleiding'));
        for (const [name, use] of firstUse) {
            const role = roles.get(name);
            const filler = roles.get(personOf(name));
            if (!role || role.isClient || role.inheritedFrom !== undefined) {
                continue;
            }
            const has = (...kinds: readonly string[]) => [role, filler].some((r) => r && states(r, ...kinds));
            const missing = [
                ...(forAll || has(...COMPETENCE) ? [] : ['competentie']),
                ...(has('caseload') ? [] : ['caseload']),
            ];
            if (missing.length > 0) {
                const names = enumerate(missing.map((m) => `\`${m}\``));
                report({
                    message: 'incomplete',
                    ...whereToSay(role, use, protocol.nameAt.file),
                    parameters: { name, missing: names.nl, missingEn: names.en },
                    fixes: insertStatement(
                        document,
                        role,
                        missing.map((m) => `${m} onbekend`),
                    ),
                    data: { missing },
                });
            }
        }
    },
});

/** At the role, or where it is first used when it stands in another file. */
function whereToSay(role: Role, use: Ref, file: string) {
    const here = role.nameAt.file === file;
    const message = here
        ? { nl: 'Hier voert de rol een stap uit.', en: 'Here the role executes a step.' }
        : { nl: 'Hier staat de rol.', en: 'Here is the role.' };
    return { at: here ? role.nameAt : use.at, related: [{ message, at: here ? use.at : role.nameAt }] };
}
