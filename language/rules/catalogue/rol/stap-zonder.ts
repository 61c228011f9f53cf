import { escalationsOf, isOwn, stepsOf } from '../../../model/queries.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { defineRule } from '../../rule.js';

export const rolStapZonder = defineRule({
    code: 'rol/stap-zonder',
    severity: 'error',
    title: { nl: 'Elke stap heeft een uitvoerder', en: 'Each step has an executor' },
    reason: {
        nl: 'Een stap die niemand doet, gebeurt niet, en een taak zonder uitvoerder is in een werkproces niet uit te delen. Wie de uitvoerder niet kent, schrijft `door onbekend`. Een stap waarvan elke activiteit een uitvoerder heeft, heeft er genoeg.',
        en: 'A step that nobody does does not happen, and a task without executor cannot be handed out in a workflow. Who does not know the executor writes `door onbekend`. A step of which each activity has an executor has enough.',
    },
    messages: {
        none: {
            nl: 'Wie doet stap `{name}`? Schrijf `door …` met een rol, of `door onbekend`.',
            en: 'Who does step `{name}`? Write `door …` with a role, or `door onbekend`.',
        },
        activity: {
            nl: 'Wie doet activiteit “{activity}” van stap `{name}`? Schrijf `door …` met een rol, in de activiteit of in de stap.',
            en: 'Who does activity “{activity}” of step `{name}`? Write `door …` with a role, in the activity or in the step.',
        },
        escalation: {
            nl: 'Wie zet escalatie `{name}` in? Schrijf `door …` met een rol, of `door onbekend`.',
            en: 'Who starts escalation `{name}`? Write `door …` with a role, or `door onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Kennismaken "Kennismaken" { aandachtspunt "Neem de tijd." }
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Kennismaken "Kennismaken" { door onbekend }
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        for (const step of stepsOf(protocol.process)) {
            if (!isOwn(step) || step.performers.length > 0) {
                continue;
            }
            const idle = step.activities.filter((a) => a.performers.length === 0);
            if (step.activities.length === 0 || idle.length === step.activities.length) {
                const fixes = insertStatement(document, step, 'door onbekend');
                report({ message: 'none', at: step.nameAt, parameters: { name: step.name }, fixes });
                continue;
            }
            for (const activity of idle) {
                report({
                    message: 'activity',
                    at: activity.at,
                    parameters: { name: step.name, activity: activity.title },
                    related: [{ message: { nl: 'In deze stap.', en: 'In this step.' }, at: step.nameAt }],
                    fixes: insertStatement(document, activity, 'door onbekend'),
                });
            }
        }
        for (const escalation of escalationsOf(protocol.process)) {
            if (isOwn(escalation) && escalation.performers.length === 0) {
                const fixes = insertStatement(document, escalation, 'door onbekend');
                report({
                    message: 'escalation',
                    at: escalation.nameAt,
                    severity: 'warning',
                    parameters: { name: escalation.name },
                    fixes,
                });
            }
        }
    },
});
