import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { readBlock, readNamed, readPart } from './blocks.js';
import { deadline, fromNodes, guard, openFromNodes, stated, stepCount } from './build-statements.js';
import { deployment, work } from './build-work.js';
import type {
    Access,
    Branch,
    ContactBudget,
    End,
    Escalation,
    FlowNode,
    Group,
    Interrupt,
    Next,
    Outgoing,
    Performers,
    Phase,
    Process,
    Repeat,
    Step,
} from './process.js';
import { boundBehind } from './loops.js';
import { isOpenPart } from './open-parts.js';
import { comparedAmount, condition, firmOrModal } from './read-condition.js';
import { plain, type Reader } from './reader.js';
import { NAMELESS } from './unnamed-groups.js';

/** What the text of one `aanpak` says, before inheritance and arrows. */
export type StatedProcess = Omit<Process, 'arrows' | 'start'>;

/** The name of a group that has none in the text begins with this, and a number follows. */
const UNNAMED_GROUP = 'groep';

const MODES: Record<string, Group['mode']> = { gelijktijdig: 'all', 'een van': 'one', 'naar keuze': 'any' };

/**
 * Reads an `aanpak`: a flat list of nodes in the order of the text, each with the group or phase that it stands in.
 *
 * @param unnamed gives names to nodes that have none; see {@link unnamedNames}
 */
export function buildProcess(reader: Reader, node: ast.Approach, unnamed: NameGiver): StatedProcess {
    return readBlock(reader, node, 'aanpak', () => {
        const nodes: FlowNode[] = [];
        for (const child of node.statements) {
            if (isFlowNode(child) && !isOpenPart(child)) {
                addNode(reader, child, undefined, nodes, unnamed);
            }
        }
        return {
            access: node.statements.filter(ast.isAccess).map((a) => access(reader, a)),
            contactBudgets: node.statements.filter(ast.isContactBudget).map((b) =>
                plain<ContactBudget>({
                    value: reader.value(b.value, 'contactbudget'),
                    modality: reader.modality(b.modality),
                    organisation: reader.optionalRef(b.organisation),
                    organisationValue: reader.optionalValue(b.organisationValue, 'contactbudget van'),
                    ...stated(reader, b),
                }),
            ),
            stepCounts: node.statements.filter(ast.isStepCount).map((c) => stepCount(reader, c)),
            deployment: node.statements.filter(ast.isDeployment).map((d) => deployment(reader, d)),
            nodes,
            // a broken one leads nowhere and says nothing
            interrupts: node.statements
                .filter(ast.isAlways)
                .filter((a) => a.target?.node ?? a.value)
                .map((a) =>
                    plain<Interrupt>({
                        modality: reader.modality(a.modality),
                        condition: condition(reader, a.condition, 'altijd als'),
                        target: reader.target(a.target),
                        value: reader.optionalValue(a.value, 'altijd als'),
                        // whether it goes on is not known: see flow.ts
                        resume: a.resume && !a.resumeValue,
                        resumeValue: reader.optionalValue(a.resumeValue, 'hervat daarna'),
                        ...stated(reader, a),
                    }),
                ),
        };
    });
}

const FLOW_NODES: ReadonlySet<string> = new Set(
    [ast.Step, ast.Group, ast.Phase, ast.Escalation, ast.End].map((type) => type.$type),
);

function isFlowNode(node: AstNode): node is ast.FlowNode {
    return FLOW_NODES.has(node.$type);
}

/** Gives a name to a node of that kind. */
type NameGiver = (kind: string) => string;

/** Makes names for nodes that have none in the text, `groep-1` and so on, which nothing else in the interventie has. */
export function unnamedNames(node: ast.Intervention): NameGiver {
    const taken = new Set<string | undefined>();
    const gather = (statements: readonly AstNode[]): void => {
        for (const child of statements) {
            if (isFlowNode(child)) {
                taken.add(child.name);
            }
            if (ast.isApproach(child) || ast.isGroup(child) || ast.isPhase(child)) {
                gather(child.statements);
            }
        }
    };
    gather(node.statements);
    let count = 0;
    return (kind) => {
        let name: string;
        do {
            name = `${kind}-${String(++count)}`;
        } while (taken.has(name));
        return name;
    };
}

function addNode(
    reader: Reader,
    node: ast.FlowNode,
    parent: string | undefined,
    into: FlowNode[],
    unnamed: NameGiver,
): string {
    // a group needs no name in the text, and a broken node may lack one
    const name = node.name ?? unnamed(ast.isGroup(node) ? UNNAMED_GROUP : NAMELESS);
    const index = into.length;
    const children: string[] = [];
    if (ast.isGroup(node) || ast.isPhase(node)) {
        // keep the place of the container before what it contains
        into.push(undefined as unknown as FlowNode);
    }
    const model = reader.within(name, reader.provenance(node.provenance), () => {
        if (ast.isGroup(node) || ast.isPhase(node)) {
            for (const child of node.statements) {
                if (isFlowNode(child) && !isOpenPart(child)) {
                    children.push(addNode(reader, child, name, into, unnamed));
                }
            }
        }
        return flowNode(reader, node, name, parent, children);
    });
    if (ast.isGroup(node) || ast.isPhase(node)) {
        into[index] = model;
    } else {
        into.push(model);
    }
    return name;
}

function flowNode(
    reader: Reader,
    node: ast.FlowNode,
    name: string,
    parent: string | undefined,
    children: string[],
): FlowNode {
    switch (node.$type) {
        case ast.Step.$type:
            return plain<Step>({
                kind: 'step',
                parent,
                ...readNamed(reader, node, () => ({
                    ...work(reader, node.statements),
                    ...outgoing(reader, node.statements),
                })),
                name,
            });
        case ast.Escalation.$type:
            return plain<Escalation>({
                kind: 'escalation',
                parent,
                ...readNamed(reader, node, () => escalation(reader, node)),
                name,
            });
        case ast.Group.$type:
            return plain<Group>({
                kind: 'group',
                parent,
                mode: MODES[node.kind] ?? 'all',
                children,
                ...readNamed(reader, node as ast.Group & { name: string }, () => outgoing(reader, node.statements)),
                name,
                nameAt: reader.atProperty(node, node.name === undefined ? 'kind' : 'name'),
            });
        case ast.Phase.$type:
            return plain<Phase>({
                kind: 'phase',
                parent,
                children,
                extent: node.extent && reader.quantity(node.extent, 'fase'),
                extentValue: reader.optionalValue(node.extentValue, 'fase'),
                ...readNamed(reader, node, () => outgoing(reader, node.statements)),
                name,
            });
        case ast.End.$type:
            return plain<End>({
                kind: 'end',
                parent,
                successful: node.statements.some((s) => ast.isEndFlag(s) && s.kind === 'geslaagd'),
                onRefusal: node.statements.some((s) => ast.isEndFlag(s) && s.kind === 'bij weigering'),
                implicit: false,
                ...readNamed(reader, node, () => ({
                    flags: node.statements.filter(ast.isEndFlag).map((f) => stated(reader, f)),
                })),
                name,
            });
    }
}

function escalation(reader: Reader, node: ast.Escalation): Omit<Escalation, keyof FlowNode | 'kind' | 'parent'> {
    const parts = work(reader, node.statements);
    const header: Performers[] =
        node.performers.length > 0 || node.performersValue
            ? [
                  plain<Performers>({
                      performers: reader.refs(node.performers),
                      with: [],
                      withValue: undefined,
                      withModality: undefined,
                      value: reader.optionalValue(node.performersValue, 'door'),
                      modality: reader.modality(node.performersModality),
                      ...stated(reader, node),
                  }),
              ]
            : [];
    return plain({
        ...parts,
        performers: [...header, ...parts.performers],
        ...outgoing(reader, node.statements),
        to: reader.refs(node.to),
        toValue: reader.optionalValue(node.toValue, 'naar'),
        fromNodes: fromNodes(reader, node.statements),
        open: [...parts.open, ...openFromNodes(reader, node.statements)],
        when: node.statements
            .filter(ast.isEscalationWhen)
            .map((w) => ({ condition: firmOrModal(reader, w, 'als'), ...stated(reader, w) })),
    });
}

function outgoing(reader: Reader, statements: readonly AstNode[]): Outgoing {
    const all = statements.filter(ast.isNext);
    const read = all.map((n) => next(reader, n));
    const first = all[0];
    return plain<Outgoing>({
        guards: statements.filter(ast.isGuard).map((g) => guard(reader, g)),
        deadlines: statements.filter(ast.isDeadline).map((d) => deadline(reader, d)),
        repeats: statements.filter(ast.isRepeat).map((r) => repeat(reader, r)),
        branches: read.flatMap((r) => r.branches),
        next: read.flatMap((r) => (r.said ? [r.said] : [])),
        nextAt: first && reader.at(first),
    });
}

function repeat(reader: Reader, node: ast.Repeat): Repeat {
    const stands = reader.optionalValue(node.bound ?? node.unknown ?? node.local, 'herhaal');
    const until = node.until && condition(reader, node.until, 'herhaal tot');
    const behind = node.until && !stands ? boundBehind(node.until) : undefined;
    const modality = reader.modality(node.modality);
    const bound = behind ? comparedAmount(behind) : stands;
    return plain<Repeat>({ modality, bound, until, ...stated(reader, node) });
}

/** One `daarna`: its branches, and what it says besides. */
function next(reader: Reader, node: ast.Next): { readonly branches: readonly Branch[]; readonly said?: Next } {
    const modality = reader.modality(node.modality);
    const target = reader.target(node.target);
    if (target) {
        const branch = { modality, condition: undefined, otherwise: false, target, value: undefined };
        return { branches: [plain<Branch>({ ...branch, ...stated(reader, node) })] };
    }
    const { branches, ...said } = readPart(reader, node, () => ({
        branches: node.statements.filter(ast.isBranch).map((b) =>
            plain<Branch>({
                modality: reader.modality(b.modality),
                condition: b.otherwise ? undefined : condition(reader, b.condition, 'als'),
                otherwise: b.otherwise,
                target: reader.target(b.target),
                value: reader.optionalValue(b.value, 'daarna'),
                ...stated(reader, b),
            }),
        ),
        value: reader.optionalValue(node.value, 'daarna'),
    }));
    const says =
        modality ?? said.value ?? (node.provenance.length > 0 || node.statements.some((s) => !ast.isBranch(s)));
    return says === false ? { branches } : { branches, said: plain<Next>({ modality, ...said }) };
}

function access(reader: Reader, node: ast.Access): Access {
    return plain<Access>({
        condition: node.condition && condition(reader, node.condition, 'toegang als'),
        routes: reader.refs(node.routes),
        value: reader.optionalValue(node.route ?? node.unknown ?? node.local, 'toegang'),
        via: node.route !== undefined || node.routes.length > 0,
        modality: reader.modality(node.modality),
        ...stated(reader, node),
    });
}
