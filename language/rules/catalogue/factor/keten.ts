import type { AstNode, LangiumDocument } from 'langium';
import { isFactor, isWorkingElement } from '../../../generated/ast.js';
import {
    byName,
    isOpen,
    isOwn,
    statementsOf,
    stepsOf,
    workableGoals,
    workByGoal,
    type WorkableGoal,
    leavesPartOpen,
} from '../../../model/queries.js';
import type { FlowNode } from '../../../model/process.js';
import type { Factor } from '../../../model/goals.js';
import type { Protocol } from '../../../model/protocol.js';
import type { Fix } from '../../finding.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind, written } from '../../fixes/replace.js';
import { workOn } from '../../fixes/work-on.js';
import { goalKind } from '../../goal-kind.js';
import { contains } from '../../places.js';
import { defineRule } from '../../rule.js';

export const factorKeten = defineRule({
    code: 'factor/keten',
    severity: 'warning',
    restsOn: ['goals', 'links'],
    title: {
        nl: 'De keten loopt door: factor → subdoel → stap → werkzaam element',
        en: 'The chain holds: factor → subgoal → step → working element',
    },
    reason: {
        nl: 'Het werkblad voor erkenning (NJi, 3 en 5) vraagt per factor welk subdoel erop werkt, welke stap dat subdoel dient en wat daarin werkt. Waar een schakel ontbreekt, is niet te volgen waarom de aanpak helpt. De schakels naar stappen en werkzame elementen gelden pas als de aanpak stappen heeft. Wie een schakel niet kent, zegt dat bij de factor met `toelichting onbekend`.',
        en: 'The form for recognition (NJi, 3 and 5) asks of each factor which subgoal works on it, which step serves that subgoal and what works in it. Where a link is missing nobody can follow why the approach helps. The links to steps and working elements hold once the approach has steps. Who does not know a link says so in the factor with `toelichting onbekend`.',
    },
    messages: {
        'factor-goal': {
            nl: 'Factor `{factor}` heeft geen subdoel dat erop werkt. Schrijf erachter `beïnvloed door …` met een subdoel.',
            en: 'No subgoal works on factor `{factor}`. Write `beïnvloed door …` with a subgoal behind it.',
        },
        'goal-step': {
            nl: 'De keten van factor `{factor}` breekt na {kind} `{goal}`: geen enkele stap werkt eraan. Schrijf `werkt aan {goal}` bij een stap.',
            en: 'The chain of factor `{factor}` breaks after {kindEn} `{goal}`: no step works on it. Write `werkt aan {goal}` in a step.',
        },
        'step-element': {
            nl: 'De keten van factor `{factor}` breekt na stap `{step}`: geen werkzaam element noemt een stap die aan `{goal}` werkt. Schrijf `in {step}` achter de titel van een `werkzaam element`.',
            en: 'The chain of factor `{factor}` breaks after step `{step}`: no working element names a step that works on `{goal}`. Write `in {step}` behind the title of a `werkzaam element`.',
        },
        'no-elements': {
            nl: 'De keten van factor `{factor}` houdt op bij stap `{step}`: er zijn geen werkzame elementen beschreven. Schrijf in de `onderbouwing` een `werkzaam element "…" in {step}`.',
            en: 'The chain of factor `{factor}` ends at step `{step}`: no working elements are described. Write a `werkzaam element "…" in {step}` in the `onderbouwing`.',
        },
        'element-step': {
            nl: 'In welke stap zit werkzaam element “{element}”? Schrijf `in …` met de stap achter de titel.',
            en: 'In which step is working element “{element}”? Write `in …` with the step behind the title.',
        },
        'goal-factor': {
            nl: 'Op welke factor werkt {kind} `{goal}`? Noem het bij een `factor` achter `beïnvloed door`.',
            en: 'On which factor does {kindEn} `{goal}` work? Name it at a `factor` after `beïnvloed door`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust"
    onderbouwing {
        factor Vermoeidheid "Ouders zijn uitgeput"
        factor Drukte "Het is altijd druk" beïnvloed door Rust
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust"
    onderbouwing {
        factor Vermoeidheid "Ouders zijn uitgeput" beïnvloed door Rust
        werkzaam element "Een vast ritme" in Slaapplan
    }
    rol Gezinswerker
    aanpak {
        stap Slaapplan "Een slaapplan maken" { door Gezinswerker  werkt aan Rust }
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const factors = protocol.rationales.flatMap((r) => r.factors);
        const elements = protocol.rationales.flatMap((r) => r.workingElements);
        const goals = workableGoals(protocol);
        const hasSteps = stepsOf(protocol.process).length > 0;
        const work = workByGoal(protocol.process);
        const goalNamed = new Map(goals.map((g) => [g.element.name, g]));
        const subgoals = new Map(protocol.goals.map((g) => [g.name, g.subgoals.map((s) => s.name)]));
        const elementOf = elementFinder(protocol);
        let saidNoElements = false;

        for (const factor of factors.filter((f) => isOwn(f) && f.goalsValue === undefined && !isLeftOpen(f))) {
            const [first] = factor.goals;
            if (!first) {
                const only = goals.length === 1 ? goals.map((g) => written(g.element.name)) : [];
                report({
                    message: 'factor-goal',
                    restsOn: [],
                    at: factor.nameAt,
                    parameters: { factor: factor.name },
                    fixes: [...only, 'onbekend'].flatMap((g) =>
                        behindTitle(nodeAt(document, factor.nameAt, isFactor), document, `beïnvloed door ${g}`),
                    ),
                });
                continue;
            }
            if (!hasSteps) {
                continue;
            }
            const stepless = factor.goals.find((g) => serving(g.name).length === 0);
            if (stepless) {
                const parameters = { factor: factor.name, goal: stepless.name, ...goalKind(kindOf(stepless.name)) };
                const fixes = workOn(document, protocol.process, stepless.name);
                report({ message: 'goal-step', at: stepless.at, parameters, fixes, restsOn: ['goals'] });
                continue;
            }
            const broken = factor.goals.find((g) => !elementOf(g.name, serving(g.name)));
            const step = broken && serving(broken.name)[0];
            if (!step || (elements.length === 0 && saidNoElements)) {
                continue;
            }
            // working elements have no name, so a working-out does not have those of what it works out
            if (elements.length === 0 && (protocol.refines || leavesOpenPart('werkzaam element'))) {
                continue;
            }
            saidNoElements ||= elements.length === 0;
            report({
                message: elements.length === 0 ? 'no-elements' : 'step-element',
                at: broken.at,
                parameters: { factor: factor.name, step: step.name, goal: broken.name },
                related: [{ message: { nl: 'Deze stap.', en: 'This step.' }, at: step.nameAt }],
                fixes: elements.length === 0 ? openPart('werkzaam element', factor) : [],
            });
        }
        if (hasSteps) {
            for (const element of elements.filter(
                (e) => e.elements.length === 0 && !e.elementsValue && !isLeftOpen(e),
            )) {
                report({
                    message: 'element-step',
                    restsOn: [],
                    at: element.at,
                    parameters: { element: element.title },
                    fixes: behindTitle(nodeAt(document, element.at, isWorkingElement), document, 'in onbekend'),
                });
            }
        }
        if (factors.length > 0 && !leavesOpenPart('factor')) {
            const influencing = new Set(factors.flatMap((f) => f.goals.map((g) => g.name)));
            for (const { element, parent, kind, inheritedFrom } of goals) {
                const isNamed = influencing.has(element.name) || (parent && influencing.has(parent.name));
                if (!isNamed && inheritedFrom === undefined && !element.titleValue) {
                    report({
                        message: 'goal-factor',
                        restsOn: ['links'],
                        at: element.nameAt,
                        parameters: { ...goalKind(kind), goal: element.name },
                        fixes: openPart('factor'),
                    });
                }
            }
        }

        /** Whether some `onderbouwing` says that there may be more of these than it names. */
        function leavesOpenPart(kind: string): boolean {
            return protocol.rationales.some((r) => leavesPartOpen(r, kind));
        }

        /** The steps that work on a goal, on its subgoals, or on the goal that it belongs to. */
        function serving(name: string): readonly FlowNode[] {
            const above = goalNamed.get(name)?.parent?.name;
            return [name, ...(subgoals.get(name) ?? []), ...(above === undefined ? [] : [above])].flatMap(
                (n) => work.get(n) ?? [],
            );
        }

        /** Says that there may be more of these than the text names: in the `onderbouwing` of a factor, or in the first. */
        function openPart(kind: string, factor?: Factor): readonly Fix[] {
            const own = protocol.rationales.filter((r) => contains(protocol.at, r.at));
            const rationale = own.find((r) => factor && r.factors.includes(factor)) ?? own[0];
            return rationale ? insertStatement(document, rationale, `${kind} onbekend`) : [];
        }

        function kindOf(name: string): WorkableGoal['kind'] {
            return goalNamed.get(name)?.kind ?? 'doel';
        }
    },
});

/** Writes a link behind the title of a factor or working element, before what is said of where it comes from. */
function behindTitle(node: AstNode | undefined, document: LangiumDocument, link: string): readonly Fix[] {
    const at = node && lastOf(document, node, ['name', 'title']);
    return at ? [addedBehind(at, link)] : [];
}

/** `toelichting onbekend` in a factor or working element says that its links are not known. */
function isLeftOpen(block: Pick<Factor, 'statements'>): boolean {
    return statementsOf(block, 'toelichting').some((s) => s.values.some((v) => isOpen(v)));
}

/** Whether some working element names the goal, one of the steps, or a group or phase around one of them. */
function elementFinder(protocol: Protocol): (goal: string, steps: readonly FlowNode[]) => boolean {
    const named = new Set(
        protocol.rationales.flatMap((r) => r.workingElements.flatMap((w) => w.elements.map((e) => e.name))),
    );
    const nodes = byName(protocol.process?.nodes ?? []);
    const isNamed = (node: FlowNode | undefined): boolean => {
        for (let n = node; n !== undefined; n = n.parent === undefined ? undefined : nodes.get(n.parent)) {
            if (named.has(n.name)) {
                return true;
            }
        }
        return false;
    };
    return (goal, steps) => named.has(goal) || steps.some((s) => isNamed(s));
}
