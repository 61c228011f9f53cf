import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { readBlock, readNamed, readPlainNamed } from './blocks.js';
import {
    deadline,
    fromNodes,
    guard,
    buildProcess,
    openFromNodes,
    stated,
    statedRefs,
    stepCount,
    unnamedNames,
    type StatedProcess,
} from './build-process.js';
import type {
    Block,
    Collaboration,
    Concept,
    Confirmation,
    Contingency,
    ClosesAfter,
    Departure,
    Direction,
    Effect,
    Fact,
    Factor,
    Goal,
    Handover,
    HandoverAction,
    Indicator,
    Information,
    Meetings,
    Named,
    Organisation,
    Partners,
    Party,
    Protocol,
    ProtocolDocument,
    Rationale,
    Research,
    ResearchPhase,
    Role,
    Secrecy,
    Source,
    Subgoal,
    UnknownItem,
    Version,
    WhenAbsent,
    WorkingElement,
} from './protocol.js';
import { isOpenPart } from './open-parts.js';
import type { Reader } from './reader.js';
import { number, plain } from './reader.js';

/** Elements that may stand in a file or in an interventie. */
export interface SharedElements {
    readonly sources: readonly Source[];
    readonly concepts: readonly Concept[];
    readonly organisations: readonly Organisation[];
    readonly roles: readonly Role[];
}

/** What the text of one interventie itself says, before inheritance (inherit.ts) and arrows (flow.ts). */
export type StatedProtocol = Omit<Protocol, 'process'> & { readonly process?: StatedProcess };

const OUTCOMES: Record<string, Effect['outcome']> = {
    aangetoond: 'shown',
    'niet aangetoond': 'not-shown',
    'niet beantwoord': 'not-answered',
    verondersteld: 'supposed',
    onbekend: 'unknown',
};
const FACT_TYPES = { ja: 'yes-no', aantal: 'number', datum: 'date', tekst: 'text', een: 'one-of' } as const;
const PHASES = { gepland: 'planned', tussenstand: 'interim', gerealiseerd: 'realised' } as const;

/** Reads the shared elements among the statements of a file or an interventie. */
export function buildShared(reader: Reader, nodes: readonly AstNode[]): SharedElements {
    return {
        sources: nodes
            .filter((n) => ast.isSource(n) || ast.isGuideline(n))
            .map((n) => ({ ...readPlainNamed(reader, n), kind: ast.isSource(n) ? 'source' : 'guideline' })),
        concepts: nodes.filter(ast.isConcept).map((n) => readNamed(reader, n, () => concept(reader, n))),
        organisations: nodes.filter(ast.isOrganisation).map((n) => readPlainNamed(reader, n)),
        roles: nodes.filter(ast.isRole).map((n) => role(reader, n)),
    };
}

function concept(reader: Reader, node: ast.Concept): Omit<Concept, keyof Named> {
    return plain<Omit<Concept, keyof Named>>({
        text: node.text,
        markdown: reader.markdown(node),
        value: reader.optionalValue(node.value, 'begrip'),
    });
}

/** Reads one interventie. @returns what it says, and everything in it that is unknown */
export function buildProtocol(reader: Reader, node: ast.Intervention): StatedProtocol {
    const from = reader.unknowns.length;
    const content: readonly AstNode[] = node.statements.filter((s) => !isOpenPart(s));
    const only = <T extends AstNode>(is: (item: unknown) => item is T): T[] => content.filter(is);
    const named = readNamed(reader, node, () => {
        const approaches = only(ast.isApproach);
        const unnamed = unnamedNames(node);
        return {
            versions: only(ast.isVersion).map((v) => version(reader, v)),
            parties: only(ast.isParty).map((p) => party(reader, p)),
            spoken: only(ast.isSpoken).map((s) => reader.spoken(s)),
            stepCounts: only(ast.isStepCount).map((c) => stepCount(reader, c)),
            partners: only(ast.isPartners).map((p) =>
                plain<Partners>({
                    partners: reader.refs(p.partners),
                    value: reader.optionalValue(p.value, 'partner'),
                    modality: reader.modality(p.modality),
                    ...stated(reader, p),
                }),
            ),
            recognitions: only(ast.isRecognition).map((r) => readBlock(reader, r, 'erkenning', () => ({}))),
            targetGroups: only(ast.isTargetGroup).map((t) => readPlainNamed(reader, t)),
            goals: only(ast.isGoal).map((g) => goal(reader, g)),
            indicators: only(ast.isIndicator).map((i): Indicator => readPlainNamed(reader, i)),
            effects: only(ast.isEffect).map((e) => effect(reader, e)),
            rationales: only(ast.isRationale).map((r) => rationale(reader, r)),
            deliveries: only(ast.isDelivery).map((d) => readBlock(reader, d, 'uitvoering', () => ({}))),
            research: only(ast.isResearch).map((r) => research(reader, r)),
            collaborations: only(ast.isCollaboration).map((c) => collaboration(reader, c)),
            facts: only(ast.isFact).map((f) => fact(reader, f)),
            documents: only(ast.isProtocolDocument).map((d) => protocolDocument(reader, d)),
            handovers: only(ast.isHandover).map((h) => handover(reader, h)),
            dropped: only(ast.isDropped).map((d) => departure(reader, d)),
            deviations: only(ast.isDeviation).map((d) => departure(reader, d)),
            lost: [],
            process: mergeApproaches(approaches.map((a) => buildProcess(reader, a, unnamed))),
            ...buildShared(reader, content),
        };
    });
    const continuesValue = reader.within(node.name, [], () => reader.optionalValue(node.continuesValue, 'vervolg op'));
    return plain<StatedProtocol>({
        ...named,
        refines: reader.optionalRef(node.refines),
        continues: reader.optionalRef(node.continues),
        continuesValue,
        openInBase: [],
        unknowns: sortByPlace(reader.unknowns.slice(from)),
    });
}

/** In the order of the text. */
function sortByPlace(items: readonly UnknownItem[]): UnknownItem[] {
    return [...items].sort(
        (a, b) =>
            a.at.range.start.line - b.at.range.start.line || a.at.range.start.character - b.at.range.start.character,
    );
}

/** More than one `aanpak` in an interventie reads as one. */
function mergeApproaches(parts: readonly StatedProcess[]): StatedProcess | undefined {
    return parts.reduce<StatedProcess | undefined>(
        (merged, part) =>
            merged === undefined
                ? part
                : {
                      ...merged,
                      provenance: [...merged.provenance, ...part.provenance],
                      statements: [...merged.statements, ...part.statements],
                      remarks: [...merged.remarks, ...part.remarks],
                      contradictions: [...merged.contradictions, ...part.contradictions],
                      access: [...merged.access, ...part.access],
                      contactBudgets: [...merged.contactBudgets, ...part.contactBudgets],
                      stepCounts: [...merged.stepCounts, ...part.stepCounts],
                      deployment: [...merged.deployment, ...part.deployment],
                      nodes: [...merged.nodes, ...part.nodes],
                      interrupts: [...merged.interrupts, ...part.interrupts],
                  },
        undefined,
    );
}

function version(reader: Reader, node: ast.Version): Version {
    return plain<Version>({
        number: node.number,
        numberValue: reader.optionalValue(node.unknown, 'versie'),
        date: reader.date(node.date),
        dateValue: reader.optionalValue(node.dateUnknown, 'datum van de versie'),
        state: node.state,
        ...stated(reader, node),
    });
}

function party(reader: Reader, node: ast.Party): Party {
    // who it is, is unknown of the interventie; how to reach them is unknown of them
    const values = node.values.map((v) => reader.value(v, node.kind));
    const modality = reader.modality(node.modality);
    return readBlock(reader, node, node.kind, () =>
        plain<Omit<Party, keyof Block>>({ kind: node.kind, values, modality }),
    );
}

function role(reader: Reader, node: ast.Role): Role {
    return readNamed(reader, node, () => {
        const filled = node.clauses.find(ast.isFilledBy);
        const flags = node.clauses.filter(ast.isRoleFlags).flatMap((c) => c.flags);
        const van = node.clauses.filter(ast.isOfOrganisation);
        return plain<Omit<Role, keyof Named>>({
            organisations: van.flatMap((c) => reader.refs(c.organisations)),
            organisationsValue: reader.optionalValue(van.find((c) => c.value)?.value, 'van'),
            otherThan: node.clauses.filter(ast.isNotSameAs).flatMap((c) => (c.role ? [reader.ref(c.role)] : [])),
            flags,
            isClient: flags.some((f) => f === 'cliënt' || f === 'client'),
            directs: node.clauses.some(ast.isDirects),
            filledBy: reader.optionalRef(filled?.role),
            filledByValue: reader.optionalValue(filled?.value, 'vervuld door'),
        });
    });
}

function goal(reader: Reader, node: ast.Goal): Goal {
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

function effect(reader: Reader, node: ast.Effect): Effect {
    return readBlock(reader, node, node.subject ?? '', () =>
        plain<Omit<Effect, keyof Block>>({
            subject: node.subject ?? '',
            outcome: OUTCOMES[node.outcome ?? ''] ?? 'unknown',
            outcomeValue: reader.optionalValue(node.value, 'effect'),
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

function rationale(reader: Reader, node: ast.Rationale): Rationale {
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
    return plain<Pick<Factor, 'goals' | 'goalsValue'>>({
        goals: reader.refs(node.goals),
        goalsValue: reader.optionalValue(node.value, 'beïnvloed door'),
    });
}

function research(reader: Reader, node: ast.Research): Research {
    return readNamed(reader, node, () => ({
        phases: node.statements.filter(ast.isResearchPhase).map((p): ResearchPhase =>
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

function collaboration(reader: Reader, node: ast.Collaboration): Collaboration {
    return readBlock(reader, node, 'samenwerking', () =>
        plain<Omit<Collaboration, keyof Block>>({
            modality: reader.modality(node.modality),
            partners: reader.refs(node.partners),
            value: reader.optionalValue(node.value, 'samenwerking'),
        }),
    );
}

function fact(reader: Reader, node: ast.Fact): Fact {
    // a broken declaration may lack its type
    const type = node.type as ast.FactType | undefined;
    return readNamed(reader, node, () =>
        plain<Omit<Fact, keyof Named>>({
            type: type?.kind === undefined ? ('unspecified' as const) : FACT_TYPES[type.kind],
            values: type?.values.map((v) => v.name ?? '') ?? [],
            typeValue: reader.optionalValue(type?.value, 'gegeven'),
        }),
    );
}

function protocolDocument(reader: Reader, node: ast.ProtocolDocument): ProtocolDocument {
    return readNamed(reader, node, () => ({
        coversAllAreas: node.all,
        except: node.except,
        about: node.about.map((v) => reader.value(v, 'over')),
    }));
}

function departure(reader: Reader, node: ast.Dropped | ast.Deviation): Departure {
    if (ast.isDeviation(node) && node.approach) {
        const element = { name: 'aanpak', at: reader.atProperty(node, 'approach') };
        return plain<Departure>({ elementKind: 'aanpak', element, reason: node.reason, ...stated(reader, node) });
    }
    return plain<Departure>({
        elementKind: node.elementKind ?? '',
        element: node.element ? reader.ref(node.element) : { name: '', at: reader.at(node) },
        reason: node.reason,
        ...stated(reader, node),
    });
}

function handover(reader: Reader, node: ast.Handover): Handover {
    const content: readonly AstNode[] = node.statements;
    const only = <T extends AstNode>(is: (item: unknown) => item is T): T[] => content.filter(is);
    return readNamed(reader, node, () =>
        plain<Omit<Handover, keyof Named>>({
            from: reader.optionalRef(node.from),
            fromValue: reader.optionalValue(node.fromValue, 'van'),
            to: reader.optionalRef(node.to),
            toValue: reader.optionalValue(node.toValue, 'naar'),
            fromNodes: fromNodes(reader, content),
            open: openFromNodes(reader, content),
            meetings: only(ast.isMeetings).map((m) =>
                plain<Meetings>({
                    // where a broken statement says nothing, that counts as unknown
                    value:
                        m.value || m.with.length > 0 || m.withValue
                            ? reader.optionalValue(m.value, 'gesprekken')
                            : { type: 'unknown' },
                    with: reader.refs(m.with),
                    withModality: reader.modality(m.withModality),
                    withValue: reader.optionalValue(m.withValue, 'met'),
                    modality: reader.modality(m.modality),
                    ...stated(reader, m),
                }),
            ),
            guards: only(ast.isGuard).map((g) => guard(reader, g)),
            information: only(ast.isInformation).map((i) =>
                plain<Information>({
                    modality: reader.modality(i.modality),
                    documents: reader.refs(i.documents),
                    value: reader.optionalValue(i.value, 'informatie'),
                    ...stated(reader, i),
                }),
            ),
            actions: only(ast.isAction).map((a) =>
                plain<HandoverAction>({
                    modality: reader.modality(a.modality),
                    text: a.text ?? '',
                    value: reader.optionalValue(a.value, 'actie'),
                    performer: reader.optionalRef(a.performer),
                    performerValue: reader.optionalValue(a.performerValue, 'door'),
                    within: reader.optionalValue(a.within ?? a.withinValue, 'binnen'),
                    after: reader.optionalValue(a.afterValue, 'binnen na'),
                    ...stated(reader, a),
                }),
            ),
            contingencies: only(ast.isWhatIf).map((w) =>
                plain<Contingency>({
                    modality: reader.modality(w.modality),
                    situation: w.situation ?? '',
                    response: w.response ?? '',
                    value: reader.optionalValue(w.value, 'wat als'),
                    ...stated(reader, w),
                }),
            ),
            secrecy: only(ast.isSecrecy).map((s) =>
                plain<Secrecy>({
                    modality: reader.modality(s.modality),
                    consentOf: reader.refs(s.roles),
                    consentOfValue: reader.optionalValue(s.rolesValue, 'toestemming van'),
                    exception: s.exception,
                    value: reader.optionalValue(s.value, 'geheimhouding'),
                    ...stated(reader, s),
                }),
            ),
            deadlines: only(ast.isDeadline).map((d) => deadline(reader, d)),
            confirmations: only(ast.isConfirmation).map((c) =>
                plain<Confirmation>({
                    modality: reader.modality(c.modality),
                    role: reader.optionalRef(c.role),
                    roleValue: reader.optionalValue(c.roleValue, 'bevestiging door'),
                    within: reader.optionalValue(c.within ?? c.withinValue, 'bevestiging binnen'),
                    after: reader.optionalValue(c.afterValue, 'bevestiging binnen na'),
                    value: reader.optionalValue(c.value, 'bevestiging'),
                    ...stated(reader, c),
                }),
            ),
            whenAbsent: only(ast.isWhenAbsent).map((w) =>
                plain<WhenAbsent>({
                    modality: reader.modality(w.modality),
                    target: reader.target(w.target),
                    value: reader.optionalValue(w.value, 'bij uitblijven'),
                    ...stated(reader, w),
                }),
            ),
            direction: only(ast.isDirectionTo).map((d) =>
                plain<Direction>({
                    modality: reader.modality(d.modality),
                    role: reader.optionalRef(d.role),
                    value: reader.optionalValue(d.value, 'regie naar'),
                    ...stated(reader, d),
                }),
            ),
            closesAfter: only(ast.isClosesAfter).map((c) =>
                plain<ClosesAfter>({
                    modality: reader.modality(c.modality),
                    meeting: number(c.meeting),
                    text: c.text,
                    value: reader.optionalValue(c.value, 'sluit af na'),
                    ...stated(reader, c),
                }),
            ),
        }),
    );
}
