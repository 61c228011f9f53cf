import { goalsOf, isOwn, leavesOpen, stepsOf, workableGoals } from '../../../model/queries.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { written } from '../../fixes/replace.js';
import { defineRule } from '../../rule.js';

export const stapZonderDoel = defineRule({
    code: 'stap/zonder-doel',
    severity: 'warning',
    title: { nl: 'Elke stap werkt aan een doel', en: 'Each step works on a goal' },
    reason: {
        nl: 'Van een stap zonder doel weet de uitvoerder niet wanneer hij gelukt is, en een beoordelaar niet waarom hij er staat (werkblad NJi, 1.3). `werkt aan onbekend` zegt dat de bron het openlaat.',
        en: 'Of a step without a goal the executor does not know when it has succeeded, nor a reviewer why it is there (NJi form, 1.3). `werkt aan onbekend` says that the source leaves it open.',
    },
    messages: {
        none: {
            nl: 'Waaraan werkt stap `{name}`? Schrijf in die stap `werkt aan …` met een subdoel, of `werkt aan onbekend`.',
            en: 'What does step `{name}` work on? Write `werkt aan …` with a subgoal in that step, or `werkt aan onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust"
    rol Gezinswerker
    aanpak {
        stap Kennismaken "Kennismaken" { door Gezinswerker }
        stap Slaapplan "Een slaapplan maken" { door Gezinswerker  werkt aan Rust }
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust"
    rol Gezinswerker
    aanpak {
        stap Kennismaken "Kennismaken" { door Gezinswerker  werkt aan onbekend }
        stap Slaapplan "Een slaapplan maken" { door Gezinswerker  werkt aan Rust }
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const goals = workableGoals(protocol);
        if (goals.length === 0) {
            // doel/hoofddoel says so once
            return;
        }
        for (const step of stepsOf(protocol.process)) {
            if (
                isOwn(step) &&
                goalsOf(step).length === 0 &&
                [step, ...step.activities].every((w) => !leavesOpen(w, 'werkt aan'))
            ) {
                const candidates = goals.length === 1 ? goals.map((g) => written(g.element.name)) : [];
                report({
                    message: 'none',
                    at: step.nameAt,
                    parameters: { name: step.name },
                    fixes: [...candidates, 'onbekend'].flatMap((g) =>
                        insertStatement(document, step, `werkt aan ${g}`),
                    ),
                });
            }
        }
    },
});
