import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { readNamed } from './blocks.js';
import {
    afterMeeting,
    deadline,
    fromNodes,
    guard,
    openFromNodes,
    openToEnds,
    stated,
    toEnds,
} from './build-statements.js';
import { pickFrom } from './pick.js';
import type {
    ClosesAfter,
    Confirmation,
    Contingency,
    Direction,
    Handover,
    HandoverAction,
    Information,
    Meetings,
    Named,
    Secrecy,
    WhenAbsent,
} from './protocol.js';
import { number, plain, type Reader } from './reader.js';

/** Reads an `overdracht`. */
export function handover(reader: Reader, node: ast.Handover): Handover {
    const content: readonly AstNode[] = node.statements;
    const only = pickFrom(content);
    return readNamed(reader, node, () =>
        plain<Omit<Handover, keyof Named>>({
            from: reader.optionalRef(node.from),
            fromValue: reader.optionalValue(node.fromValue, 'van'),
            to: reader.optionalRef(node.to),
            toValue: reader.optionalValue(node.toValue, 'naar'),
            fromNodes: fromNodes(reader, content),
            toEnds: toEnds(reader, content),
            open: [...openFromNodes(reader, content), ...openToEnds(reader, content)],
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
                    performerModality: reader.modality(a.performerModality),
                    performerValue: reader.optionalValue(a.performerValue, 'door'),
                    within: reader.optionalValue(a.within ?? a.withinValue, 'binnen'),
                    after: afterMeeting(reader, a, 'binnen na'),
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
                    consentOfModality: reader.modality(s.rolesModality),
                    consentOfValue: reader.optionalValue(s.rolesValue, 'toestemming van'),
                    exception: s.exception,
                    exceptionValue: reader.optionalValue(s.exceptionValue, 'geheimhouding uitzondering'),
                    value: reader.optionalValue(s.value, 'geheimhouding'),
                    ...stated(reader, s),
                }),
            ),
            deadlines: only(ast.isDeadline).map((d) => deadline(reader, d)),
            confirmations: only(ast.isConfirmation).map((c) =>
                plain<Confirmation>({
                    modality: reader.modality(c.modality),
                    role: reader.optionalRef(c.role),
                    roleModality: reader.modality(c.roleModality),
                    roleValue: reader.optionalValue(c.roleValue, 'bevestiging door'),
                    within: reader.optionalValue(c.within ?? c.withinValue, 'bevestiging binnen'),
                    after: afterMeeting(reader, c, 'bevestiging binnen na'),
                    value: reader.optionalValue(c.value, 'bevestiging'),
                    ...stated(reader, c),
                }),
            ),
            whenAbsent: only(ast.isWhenAbsent).flatMap((w) => [
                plain<WhenAbsent>({
                    modality: reader.modality(w.modality),
                    target: reader.target(w.target),
                    value: reader.optionalValue(w.value, 'bij uitblijven'),
                    ...stated(reader, w),
                }),
                ...(w.otherwise || w.otherwiseValue
                    ? [
                          plain<WhenAbsent>({
                              otherwise: true,
                              target: reader.target(w.otherwise),
                              value: reader.optionalValue(w.otherwiseValue, 'bij uitblijven anders'),
                              ...stated(reader, w),
                          }),
                      ]
                    : []),
            ]),
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
                    value:
                        reader.openMeeting(c.meetingValue, 'sluit af na gesprek') ??
                        reader.optionalValue(c.value, 'sluit af na'),
                    ...stated(reader, c),
                }),
            ),
        }),
    );
}
