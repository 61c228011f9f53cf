import { dropOf } from '../../../model/dropped.js';
import { byName, escalationsOf, hasOwnSteps, isOpen, stepsOf } from '../../../model/queries.js';
import type { Escalation, Step } from '../../../model/process.js';
import type { Protocol } from '../../../model/protocol.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { defineRule } from '../../rule.js';

export const veiligheidMeldcode = defineRule({
    code: 'veiligheid/meldcode',
    severity: 'warning',
    title: {
        nl: 'Er is een weg voor een vermoeden van mishandeling of acuut gevaar',
        en: 'There is a route for suspected abuse or acute danger',
    },
    reason: {
        nl: 'Wie met gezinnen werkt, volgt de meldcode huiselijk geweld en kindermishandeling (Jeugdwet 4.1.7): signalen in kaart brengen, overleggen, met het gezin praten, wegen, beslissen. Een aanpak met stappen zegt waar dat gebeurt: `volgt meldcode` in een stap, bij voorkeur bereikbaar met `altijd als`.',
        en: 'Who works with families follows the reporting code for domestic violence and child abuse (Jeugdwet 4.1.7): map signals, consult, talk with the family, weigh, decide. An approach with steps says where that happens: `volgt meldcode` in a step, preferably reached by `altijd als`.',
    },
    leftOpen: { subject: /meldcode|veilig/i, example: 'kenmerk "Meldcode" onbekend' },
    messages: {
        none: {
            nl: 'Welke stap van `{name}` volgt de meldcode bij een vermoeden van mishandeling of acuut gevaar? Schrijf `volgt meldcode` in een stap, en in `aanpak` `altijd als …: …` om er te komen, of in de interventie `kenmerk "Meldcode" onbekend`.',
            en: 'Which step of `{name}` follows the reporting code on suspected abuse or acute danger? Write `volgt meldcode` in a step, and `altijd als …: …` in `aanpak` to get there, or `kenmerk "Meldcode" onbekend` in the interventie.',
        },
        almost: {
            nl: 'Stap `{step}` lijkt de weg bij onveiligheid te zijn, maar zegt niet dat hij de meldcode volgt. Schrijf `volgt meldcode` in het blok ervan.',
            en: 'Step `{step}` seems to be the route when a child is unsafe, but does not say that it follows the reporting code. Write `volgt meldcode` in its block.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    aanpak {
        stap Kennismaken "Kennismaken" { door Gezinswerker }
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    gegeven onveilig: ja/nee
    aanpak {
        stap Kennismaken "Kennismaken" { door Gezinswerker  bepaalt onveilig }
        altijd als onveilig: Melden
        stap Melden "Melden bij Veilig Thuis" { door Gezinswerker  volgt meldcode }
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const drop = dropOf('nodes', protocol);
        const work = [...stepsOf(protocol.process), ...escalationsOf(protocol.process)];
        if ((!hasOwnSteps(protocol) && !drop) || work.some((w) => followsCode(w, protocol))) {
            return;
        }
        const almost = work.find((w) => w.inheritedFrom === undefined && isAboutSafety(w));
        if (almost) {
            report({
                message: 'almost',
                unlessOpen: true,
                at: almost.nameAt,
                parameters: { step: almost.name },
                fixes: insertStatement(document, almost, 'volgt meldcode'),
            });
            return;
        }
        const at = !drop || hasOwnSteps(protocol) ? protocol.nameAt : drop.element.at;
        const fixes = insertStatement(document, protocol, 'kenmerk "Meldcode" onbekend');
        report({ message: 'none', unlessOpen: true, at, parameters: { name: protocol.name }, fixes });
    },
});

/** Says so itself, follows a guideline or text that is the code, or what is open. */
function followsCode(work: Step | Escalation, protocol: Protocol): boolean {
    const guidelines = byName(protocol.sources);
    return [...work.follows, ...work.activities.flatMap((a) => a.follows)].some(
        (f) =>
            f.meldcode ||
            isOpen(f.value) ||
            isCode(f.text) ||
            f.guidelines.some((g) => isCode(g.name) || isCode(guidelines.get(g.name)?.title)),
    );
}

function isCode(text: string | undefined): boolean {
    return /meldcode/i.test(text ?? '');
}

function isAboutSafety(work: Step | Escalation): boolean {
    return /veilig thuis|veiligthuis|meldcode|kindermishandeling|huiselijk geweld/i.test(
        `${work.name} ${work.title ?? ''}`,
    );
}
