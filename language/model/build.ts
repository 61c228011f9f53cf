import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { readBlock, readNamed, readPlainNamed } from './blocks.js';
import { effect, goal, rationale, research } from './build-goals.js';
import { handover } from './build-handover.js';
import { buildProcess, unnamedNames, type StatedProcess } from './build-process.js';
import { stated, stepCount } from './build-statements.js';
import type { Indicator } from './goals.js';
import type {
    Block,
    Collaboration,
    Concept,
    Departure,
    Fact,
    Named,
    Organisation,
    Partners,
    Party,
    Protocol,
    ProtocolDocument,
    Recognition,
    Role,
    Source,
    UnknownItem,
    Version,
} from './protocol.js';
import { isOpenPart } from './open-parts.js';
import { pickFrom } from './pick.js';
import { plain, type Reader } from './reader.js';

/** Elements that may stand in a file or in an interventie. */
export interface SharedElements {
    readonly sources: readonly Source[];
    readonly concepts: readonly Concept[];
    readonly organisations: readonly Organisation[];
    readonly roles: readonly Role[];
}

/** What the text of one interventie itself says, before inheritance (inherit.ts) and arrows (flow.ts). */
export type StatedProtocol = Omit<Protocol, 'process'> & { readonly process?: StatedProcess };

const FACT_TYPES = { ja: 'yes-no', aantal: 'number', datum: 'date', tekst: 'text', een: 'one-of' } as const;

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
    const only = pickFrom(content);
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
            recognitions: only(ast.isRecognition).map((r) =>
                readBlock(reader, r, 'erkenning', () =>
                    plain<Pick<Recognition, 'none' | 'reason'>>({ none: r.none, reason: r.reason }),
                ),
            ),
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
    const refinesValue = reader.within(node.name, [], () => reader.optionalValue(node.refinesValue, 'uitwerking van'));
    const continuesValue = reader.within(node.name, [], () => reader.optionalValue(node.continuesValue, 'vervolg op'));
    return plain<StatedProtocol>({
        ...named,
        refines: reader.optionalRef(node.refines),
        refinesValue,
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
        numberValue: reader.optionalValue(node.value, 'versie'),
        date: reader.date(node.date),
        year: node.year,
        dateValue: reader.optionalValue(node.dateValue, 'datum van de versie'),
        state: node.state,
        stateValue: reader.optionalValue(node.stateValue, 'stand van de versie'),
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
            otherThanValue: reader.optionalValue(
                node.clauses.filter(ast.isNotSameAs).find((c) => c.value)?.value,
                'iemand anders dan',
            ),
            flags,
            isClient: flags.some((f) => f === 'cliënt' || f === 'client'),
            directs: node.clauses.some(ast.isDirects),
            filledBy: reader.optionalRef(filled?.role),
            filledByModality: reader.modality(filled?.modality),
            filledByValue: reader.optionalValue(filled?.value, 'vervuld door'),
        });
    });
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
    const reasonValue = reader.optionalValue(node.reasonUnknown, 'omdat');
    const whole = ast.isDeviation(node) ? (node.approach ? 'approach' : node.head ? 'head' : undefined) : undefined;
    if (whole) {
        const elementKind = whole === 'approach' ? 'aanpak' : 'interventie';
        const element = { name: elementKind, at: reader.atProperty(node, whole) };
        return plain<Departure>({
            elementKind,
            element,
            reason: node.reason,
            reasonValue,
            ...stated(reader, node),
        });
    }
    return plain<Departure>({
        elementKind: node.elementKind ?? '',
        element: node.element ? reader.ref(node.element) : { name: '', at: reader.at(node) },
        reason: node.reason,
        reasonValue,
        ...stated(reader, node),
    });
}
