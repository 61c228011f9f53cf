import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { readBlock, readNamed, readPlainNamed } from './blocks.js';
import { statedRefs } from './build-statements.js';
import { isOpenPart } from './open-parts.js';
import type {
    Effect,
    Factor,
    Goal,
    Indicator,
    Rationale,
    Research,
    ResearchPhase,
    Subgoal,
    WorkingElement,
} from './goals.js';
import type { Block, Named } from './protocol.js';
import { plain, type Reader } from './reader.js';

const OUTCOMES: Record<string, Effect['outcome']> = {
    aangetoond: 'shown',
    'niet aangetoond': 'not-shown',
    'niet beantwoord': 'not-answered',
    verondersteld: 'supposed',
    onbekend: 'unknown',
};

const PHASES = { gepland: 'planned', tussenstand: 'interim', gerealiseerd: 'realised' } as const;

/** Reads a `doel` with its subgoals and indicators. */
export function goal(reader: Reader, node: ast.Goal): Goal {
    return readNamed(reader, node, () => ({
        ...anyGoal(reader, node),
        subgoals: node.statements
            .filter((s): s is ast.Subgoal => ast.isSubgoal(s) && !isOpenPart(s))
            .map((s): Subgoal => readNamed(reader, s, () => anyGoal(reader, s))),
    }));
}

function anyGoal(reader: Reader, node: ast.Goal | ast.Subgoal): Omit<Subgoal, keyof Named> {
    return plain<Omit<Subgoal, keyof Named>>({
        titleValue: reader.optionalValue(node.value, ast.isGoal(node) ? 'doel' : 'subdoel'),
        after: reader.refs(node.after),
        afterValue: reader.optionalValue(node.afterValue, 'na'),
        indicators: indicators(reader, node.statements),
    });
}

function indicators(reader: Reader, nodes: readonly AstNode[]): Indicator[] {
    return nodes
        .filter((n): n is ast.Indicator => ast.isIndicator(n) && !isOpenPart(n))
        .map((i) => readPlainNamed(reader, i));
}

/** Reads an `effect`. */
export function effect(reader: Reader, node: ast.Effect): Effect {
    return readBlock(reader, node, node.subject ?? '', () =>
        plain<Omit<Effect, keyof Block>>({
            subject: node.subject ?? '',
            outcome: OUTCOMES[node.outcome ?? ''] ?? 'unknown',
            outcomeValue: reader.optionalValue(node.value, 'effect'),
            modality: reader.modality(node.modality),
            basis: reader.optionalValue(node.basis, 'op grond van'),
            ...concerns(reader, node.statements),
        }),
    );
}

/** What `betreft` names, and where it says that this is unknown. */
export function concerns(reader: Reader, nodes: readonly AstNode[]): Pick<Effect, 'concerns' | 'open'> {
    const all = nodes.filter(ast.isConcerns);
    return {
        concerns: all.flatMap((c) => statedRefs(reader, c, c.elements)),
        open: all.flatMap((c) => reader.openStatement(c, 'betreft')),
    };
}

/** Reads an `onderbouwing`: factors and working elements. */
export function rationale(reader: Reader, node: ast.Rationale): Rationale {
    const content: readonly AstNode[] = node.statements.filter((s) => !isOpenPart(s));
    return readBlock(reader, node, 'onderbouwing', () => ({
        factors: content.filter(ast.isFactor).map((f) => readNamed(reader, f, () => factor(reader, f))),
        workingElements: content.filter(ast.isWorkingElement).map((w) =>
            readBlock(reader, w, w.title ?? '', () =>
                plain<Omit<WorkingElement, keyof Block>>({
                    title: w.title ?? '',
                    elements: reader.refs(w.elements),
                    elementsValue: reader.optionalValue(w.value, 'werkzaam element in'),
                }),
            ),
        ),
    }));
}

function factor(reader: Reader, node: ast.Factor) {
    return plain<Pick<Factor, 'goals' | 'goalsValue' | 'goalsModality'>>({
        goals: reader.refs(node.goals),
        goalsValue: reader.optionalValue(node.value, 'beïnvloed door'),
        goalsModality: reader.modality(node.goalsModality),
    });
}

/** Reads an `onderzoek` with its phases and effects. */
export function research(reader: Reader, node: ast.Research): Research {
    return readNamed(reader, node, () => ({
        phases: node.statements
            .filter((p): p is ast.ResearchPhase => ast.isResearchPhase(p) && !isOpenPart(p))
            .map((p): ResearchPhase =>
                readBlock(reader, p, `${node.name ?? ''} (${p.kind})`, () => ({
                    phase: PHASES[p.kind],
                    spoken: p.statements.filter(ast.isSpoken).map((s) => reader.spoken(s)),
                    ...concerns(reader, p.statements),
                })),
            ),
        effects: node.statements
            .filter((s): s is ast.Effect => ast.isEffect(s) && !isOpenPart(s))
            .map((e) => effect(reader, e)),
        spoken: node.statements.filter(ast.isSpoken).map((s) => reader.spoken(s)),
        ...concerns(reader, node.statements),
    }));
}
