import { goalsOf, hasOwnSteps, leavesOpen, stepsOf, workableGoals, workByGoal } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import { goalKind } from '../../goal-kind.js';
import { openWork, workOn } from '../../fixes/work-on.js';
import { defineRule } from '../../rule.js';

export const subdoelZonderStap = defineRule({
    code: 'subdoel/zonder-stap',
    severity: 'error',
    title: {
        nl: 'Aan elk subdoel werkt een stap of activiteit',
        en: 'A step or activity works on each subgoal',
    },
    reason: {
        nl: 'Een subdoel waar geen enkele stap aan werkt, wordt niet bereikt door de aanpak te volgen (werkblad NJi, 1.3). Dit geldt pas zodra de aanpak stappen heeft; een beschrijving zonder stappen is geldig.',
        en: 'A subgoal that no step works on is not reached by following the approach (NJi form, 1.3). It holds once the approach has steps; a description without steps is valid.',
    },
    messages: {
        none: {
            nl: 'Geen enkele stap werkt aan {kind} `{name}`. Schrijf `werkt aan {name}` bij de stap die dit doet, voeg een stap toe, of schrijf `werkt aan onbekend` bij een stap waarvan niemand weet waaraan hij werkt.',
            en: 'No step works on {kindEn} `{name}`. Write `werkt aan {name}` in the step that does, add a step, or write `werkt aan onbekend` in a step of which nobody knows what it works on.',
        },
        'as-a-whole': {
            nl: 'Of een stap aan {kind} `{name}` werkt, valt niet te zeggen: stap `{step}` werkt aan doel `{parent}` als geheel. Schrijf aan welk subdoel.',
            en: 'Whether a step works on {kindEn} `{name}` cannot be decided: step `{step}` works on the whole of `{parent}`. Write on which subgoal.',
        },
        'open-step': {
            nl: 'Of een stap aan {kind} `{name}` werkt, valt niet te zeggen: van {steps} is onbekend waaraan er wordt gewerkt.',
            en: 'Whether a step works on {kindEn} `{name}` cannot be decided: what is worked on is unknown of {steps}.',
        },
        inherited: {
            nl: 'In `{protocol}` werkt geen enkele stap aan {kind} `{name}` van `{base}`. Schrijf `werkt aan {name}` bij een stap.',
            en: 'In `{protocol}` no step works on {kindEn} `{name}` of `{base}`. Write `werkt aan {name}` in a step.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust" {
        subdoel slapen "De kinderen slapen door"
        subdoel eten "Het gezin eet samen"
    }
    rol Gezinswerker
    aanpak {
        stap Slaapplan "Een slaapplan maken" { door Gezinswerker  werkt aan slapen }
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust" {
        subdoel slapen "De kinderen slapen door"
        subdoel eten "Het gezin eet samen"
    }
    rol Gezinswerker
    aanpak {
        stap Slaapplan "Een slaapplan maken" { door Gezinswerker  werkt aan slapen }
        stap Tafel "Samen koken en eten" { door Gezinswerker  werkt aan eten }
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const steps = stepsOf(protocol.process);
        if (steps.length === 0) {
            return;
        }
        const work = workByGoal(protocol.process);
        const openSteps = steps.filter((s) => leavesOpen(s, 'werkt aan') && goalsOf(s).length === 0);
        const isSilent = work.size === 0;
        for (const { element, parent, kind, inheritedFrom } of workableGoals(protocol)) {
            if (work.has(element.name) || element.titleValue) {
                continue;
            }
            const onParent = parent && work.get(parent.name)?.[0];
            const unclear = onParent ?? openSteps[0];
            if (inheritedFrom !== undefined) {
                if (!unclear && (hasOwnSteps(protocol) || protocol.dropped.length > 0)) {
                    report({
                        message: 'inherited',
                        at: protocol.nameAt,
                        severity: 'warning',
                        parameters: {
                            ...goalKind(kind),
                            name: element.name,
                            protocol: protocol.name,
                            base: inheritedFrom,
                        },
                        related: [{ message: { nl: `Dit ${kind}.`, en: 'This goal.' }, at: element.nameAt }],
                    });
                }
            } else if (unclear) {
                report({
                    message: onParent ? 'as-a-whole' : 'open-step',
                    at: element.nameAt,
                    severity: 'info',
                    parameters: {
                        ...goalKind(kind),
                        name: element.name,
                        step: unclear.name,
                        steps: enumerate(openSteps.map((s) => `\`${s.name}\``)),
                        parent: parent?.name ?? '',
                    },
                    related: (onParent ? [onParent] : openSteps).map((s) => ({
                        message: { nl: 'Deze stap.', en: 'This step.' },
                        at: s.nameAt,
                    })),
                });
            } else {
                report({
                    message: 'none',
                    at: element.nameAt,
                    parameters: { ...goalKind(kind), name: element.name },
                    fixes: [
                        ...workOn(document, protocol.process, element.name),
                        ...(isSilent ? openWork(document, steps) : []),
                    ],
                });
            }
        }
    },
});
