import type { AstNode, Reference } from 'langium';
import * as ast from '../generated/ast.js';
import type { Deadline, Guard, Since, StatedRef, Statement, StepCount } from './protocol.js';
import { firmOrModal } from './read-condition.js';
import { plain, type Reader } from './reader.js';
import type { Value } from './values.js';

/** Reads `6 stappen, niet benoemd`. */
export function stepCount(reader: Reader, node: ast.StepCount): StepCount {
    const count = reader.value(node.count, 'stappen');
    return {
        count: count.type === 'quantity' ? { ...count, text: count.text.replace(/ stappen$/, '') } : count,
        unnamed: node.unnamed,
        ...stated(reader, node),
    };
}

/** Claims and place of a statement. */
export function stated(reader: Reader, node: AstNode & { provenance: ast.Provenance[] }) {
    return { provenance: reader.provenance(node.provenance), at: reader.at(node) };
}

/** Reads what stands behind `na`: from when something counts. */
export function since(reader: Reader, node: ast.Deadline | ast.StartsAfter, what: string): Since | undefined {
    const { registration, begin, after, afterValue } = node;
    if (registration) {
        return { type: 'registration' };
    }
    if (begin) {
        return { type: 'begin', node: reader.ref(begin) };
    }
    if (after) {
        return ast.isHandover(after.ref)
            ? { type: 'handover', handover: reader.ref(after) }
            : { type: 'end', node: reader.ref(after) };
    }
    return afterValue && { type: 'other', value: reader.value(afterValue, what) };
}

/** Reads a `termijn`. */
export function deadline(reader: Reader, node: ast.Deadline): Deadline {
    const { beforeValue } = node;
    const after: Since | undefined = beforeValue
        ? { type: 'other', value: reader.value(beforeValue, 'termijn voor'), isBefore: true }
        : since(reader, node, 'termijn na');
    return plain<Deadline>({
        modality: reader.modality(node.modality),
        value: node.value ? reader.value(node.value, 'termijn') : { type: 'unknown' },
        after,
        otherwise: reader.target(node.otherwise),
        otherwiseValue: reader.optionalValue(node.otherwiseValue, 'termijn anders'),
        ...stated(reader, node),
    });
}

/** Reads `pas als` and `klaar als`. */
export function guard(reader: Reader, node: ast.Guard): Guard {
    return {
        kind: node.kind === 'klaar' ? 'done-when' : 'only-when',
        condition: firmOrModal(reader, node, `${node.kind} als`),
        ...stated(reader, node),
    };
}

/** The references of a statement, each with what the statement says of itself. */
export function statedRefs(
    reader: Reader,
    node: AstNode & { provenance: ast.Provenance[]; modality?: string },
    references: readonly Reference[],
): readonly StatedRef[] {
    const provenance = reader.provenance(node.provenance);
    const modality = reader.modality(node.modality);
    return references.map((r) => plain<StatedRef>({ ...reader.ref(r), provenance, modality }));
}

/** The nodes behind `vanuit`. */
export function fromNodes(reader: Reader, statements: readonly AstNode[]): readonly StatedRef[] {
    return statements.filter(ast.isFromNodes).flatMap((f) => statedRefs(reader, f, f.nodes));
}

/** The ends behind `naar einde`. */
export function toEnds(reader: Reader, statements: readonly AstNode[]): readonly StatedRef[] {
    return statements.filter(ast.isToEnds).flatMap((t) => statedRefs(reader, t, t.ends));
}

/** What stands behind `binnen … na` in a handover: one of its meetings has no name but its number. */
export function afterMeeting(
    reader: Reader,
    node: { afterMeeting?: string; afterMeetingValue?: ast.Open; afterValue?: ast.Value },
    what: string,
): Value | undefined {
    return node.afterMeeting === undefined
        ? (reader.openMeeting(node.afterMeetingValue, `${what} gesprek`) ?? reader.optionalValue(node.afterValue, what))
        : { type: 'text', text: `gesprek ${node.afterMeeting}` };
}

/** `naar einde onbekend`. */
export function openToEnds(reader: Reader, statements: readonly AstNode[]): readonly Statement[] {
    return statements.filter(ast.isToEnds).flatMap((t) => reader.openStatement(t, 'naar einde'));
}

/** `vanuit onbekend`. */
export function openFromNodes(reader: Reader, statements: readonly AstNode[]): readonly Statement[] {
    return statements.filter(ast.isFromNodes).flatMap((f) => reader.openStatement(f, 'vanuit'));
}
