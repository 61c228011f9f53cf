import { AstUtils, type AstNode, type LangiumDocument, type ReferenceInfo } from 'langium';
import * as ast from '../../generated/ast.js';
import type { Fix } from '../finding.js';
import { placeOfCst } from '../places.js';
import { typeByUse } from './fact-type.js';
import { openHandover } from './open-handover.js';
import { insertBeside } from './insert-beside.js';
import { additionOf, insertStatement } from './insert-statement.js';
import { written } from './replace.js';

/** How many goals are offered to hang a subgoal under. */
const MOST_GOALS = 3;

/**
 * For a name that leads nowhere: fixes that describe what it names, with nothing invented. None where it is open what
 * kind of thing it names, or where such a thing stands in another interventie than the one that names it.
 *
 * @param type what kind of element is asked for there, by its type
 */
export function declarations(document: LangiumDocument, info: ReferenceInfo, type: string): readonly Fix[] {
    const { container } = info;
    const name = written(info.reference.$refText);
    const inside = [ast.isIntervention, ast.isReview, ast.isScenario, ast.isFramework].reduce<AstNode | undefined>(
        (found, is) => found ?? AstUtils.getContainerOfType<AstNode>(container, is),
        undefined,
    );
    switch (type) {
        case 'Citable':
            return beforeUse(document, container, [`bron ${name}`]);
        case 'Actor':
            return ast.isIntervention(inside) || !inside
                ? beforeUse(document, container, [`organisatie ${name}`, `rol ${name}`])
                : [];
        case 'Organisation':
            return ast.isIntervention(inside) || !inside ? beforeUse(document, container, [`organisatie ${name}`]) : [];
        case 'Role':
            return ast.isIntervention(inside) || !inside ? beforeUse(document, container, [`rol ${name}`]) : [];
    }
    if (!ast.isIntervention(inside)) {
        return [];
    }
    switch (type) {
        case 'Guideline':
            return beforeUse(document, container, [`richtlijn ${name}`]);
        case 'ProtocolDocument':
            return beforeUse(document, container, [`document ${name}`]);
        case 'Fact':
            return beforeUse(document, container, [
                `gegeven ${name}: ${typeByUse(document, inside, info.reference.$refText)}`,
            ]);
        case 'AnyGoal':
            return newGoals(document, container, inside, name);
        case 'FlowElement':
            return newNodes(document, container, inside, name);
        case 'FlowOrHandover':
            return [...newNodes(document, container, inside, name), ...newHandover(document, inside, name)];
        default:
            return [];
    }
}

/** The words with which a declaration begins, by what they declare. */
const TYPES: Readonly<Record<string, string>> = {
    bron: ast.Source.$type,
    document: ast.ProtocolDocument.$type,
    doel: ast.Goal.$type,
    gegeven: ast.Fact.$type,
    organisatie: ast.Organisation.$type,
    richtlijn: ast.Guideline.$type,
    rol: ast.Role.$type,
};

/** Each of some declarations behind the last of its kind in the block, or before the statement in which it is named. */
export function beforeUse(document: LangiumDocument, container: AstNode, lines: readonly string[]): readonly Fix[] {
    const statement = topStatement(container);
    const block = statement.$container;
    return lines.flatMap((line) => {
        const type = TYPES[line.slice(0, line.indexOf(' '))];
        const last =
            block && type !== undefined
                ? lastTwoIn(block)
                      .get(type)
                      ?.find((s) => s !== statement)
                : undefined;
        const beside = last ?? statement;
        const edit =
            beside.$cstNode &&
            insertBeside(document, placeOfCst(document, beside.$cstNode), line, last ? 'behind' : 'before');
        return edit ? [{ title: additionOf([line]), edits: [edit], safe: false }] : [];
    });
}

const lastTwo = new WeakMap<AstNode, ReadonlyMap<string, readonly AstNode[]>>();

/** The last two elements of each type in a block, the last first; gathered once, since each name that leads nowhere asks for them. */
function lastTwoIn(block: AstNode): ReadonlyMap<string, readonly AstNode[]> {
    let known = lastTwo.get(block);
    if (!known) {
        const elements: readonly AstNode[] = ast.isIntervention(block)
            ? block.statements
            : ast.isProtocolFile(block)
              ? block.elements
              : [];
        const found = new Map<string, AstNode[]>();
        for (const element of elements) {
            const before = found.get(element.$type)?.[0];
            found.set(element.$type, before ? [element, before] : [element]);
        }
        lastTwo.set(block, (known = found));
    }
    return known;
}

/** The statement of the interventie, or else of the file, that holds a node. */
function topStatement(node: AstNode): AstNode {
    let top = node;
    while (
        top.$container &&
        !ast.isProtocolFile(top.$container) &&
        // what stands in the head of an interventie is sought outside it
        !(ast.isIntervention(top.$container) && top.$containerProperty === 'statements')
    ) {
        top = top.$container;
    }
    return top;
}

function newGoals(
    document: LangiumDocument,
    container: AstNode,
    inside: ast.Intervention,
    name: string,
): readonly Fix[] {
    const goals = inside.statements.filter(ast.isGoal).slice(0, MOST_GOALS);
    const below = goals.flatMap((goal) =>
        goal.$cstNode
            ? insertStatement(document, { at: placeOfCst(document, goal.$cstNode) }, `subdoel ${name} onbekend`, {
                  nl: `bij doel \`${goal.name}\``,
                  en: `at goal \`${goal.name}\``,
              })
            : [],
    );
    return [...below, ...beforeUse(document, container, [`doel ${name} onbekend`])];
}

/** What a step has to say of itself; where it leads is open, so that no way is invented. */
const STEP = ['door onbekend', 'werkt aan onbekend', 'daarna onbekend'];

/** A step or, where a case may go to it, an end; where no other step leads to it by its place in the text. */
function newNodes(
    document: LangiumDocument,
    container: AstNode,
    inside: ast.Intervention,
    name: string,
): readonly Fix[] {
    const approach = AstUtils.getContainerOfType(container, ast.isApproach) ?? inside.statements.find(ast.isApproach);
    const nodes: readonly AstNode[] = approach?.statements.filter(ast.isFlowNode) ?? [];
    const last = nodes.at(-1);
    // behind what says itself where it leads
    const around = nodes.find((n) => n === container || isWithin(container, n));
    const apart = [around, ...nodes.toReversed()].find((n) => n && leadsByItself(n));
    const step = [`stap ${name} {`, ...STEP.map((line) => `\t${line}`), '}'].join('\n');
    return [
        ...(apart ? behind(document, apart, step) : []),
        ...(last && ast.isTarget(container) ? behind(document, last, `einde ${name}`) : []),
    ];
}

/** A handover, behind the others or else behind the approach. */
function newHandover(document: LangiumDocument, { statements }: ast.Intervention, name: string): readonly Fix[] {
    const last = statements.findLast(ast.isHandover) ?? statements.findLast(ast.isApproach);
    return last ? behind(document, last, openHandover(name, 'onbekend', 'onbekend', 'onbekend')) : [];
}

function behind(document: LangiumDocument, node: AstNode, line: string): readonly Fix[] {
    const edit = node.$cstNode && insertBeside(document, placeOfCst(document, node.$cstNode), line);
    return edit ? [{ title: additionOf([line]), edits: [edit], safe: false }] : [];
}

function isWithin(node: AstNode, outer: AstNode): boolean {
    return AstUtils.getContainerOfType(node, (n): n is AstNode => n === outer) !== undefined;
}

function leadsByItself(node: AstNode): boolean {
    return (
        ast.isEnd(node) || ast.isEscalation(node) || (ast.isStep(node) && node.statements.some((s) => ast.isNext(s)))
    );
}
