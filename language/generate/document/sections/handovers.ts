import type { Handover } from '../../../model/protocol.js';
import { citations, modalityInlines, reference, references } from '../claims.js';
import type { Context } from '../context.js';
import { text, type Definition, type Inline, type Section } from '../document.js';
import { elementSection, row } from '../element.js';
import { WORDS } from '../labels.js';
import { afterInlines, consentInlines, listInlines, openLines, statementRows, valueInlines } from '../values.js';
import { fromLines } from './steps.js';
import { deadlineRow, guardRows, insteadOf, targetInlines } from './flow.js';
import { oneLine } from '../../../text/one-line.js';

/** A handover: who to whom, in what form, with what, and what happens when it is not confirmed. */
export function handoverSection(context: Context, handover: Handover): Section {
    const label = context.say({ nl: 'overdracht', en: 'handover' });
    return elementSection(
        context,
        handover,
        label,
        (inner) => ({ rows: handoverRows(inner, handover), statements: [] }),
        'step',
    );
}

/** All that a handover says, a row for each property. */
export function handoverRows(context: Context, handover: Handover): Definition[] {
    const of = (isWanted: (kind: string) => boolean) =>
        statementRows(
            context,
            handover.statements.filter((s) => isWanted(s.kind)),
        );
    return [
        ...beginning(context, handover),
        ...of((kind) => kind === 'vorm'),
        ...rest(context, handover),
        ...of((kind) => kind !== 'vorm' && kind !== 'ernst'),
    ];
}

function beginning(context: Context, handover: Handover): Definition[] {
    return [
        row({ nl: 'Van', en: 'From' }, context, [
            ...(handover.from ? [reference(context, handover.from, 'role')] : []),
            ...(handover.fromValue ? valueInlines(context, handover.fromValue) : []),
        ]),
        row({ nl: 'Naar', en: 'To' }, context, [
            ...(handover.to ? [reference(context, handover.to, 'role')] : []),
            ...(handover.toValue ? valueInlines(context, handover.toValue) : []),
        ]),
        row({ nl: 'Vanuit', en: 'Out of' }, context, ...fromLines(context, handover)),
        row({ nl: 'Naar einde', en: 'To end' }, context, ...endLines(context, handover)),
    ];
}

function endLines(context: Context, { toEnds, open }: Handover): Inline[][] {
    return [references(context, toEnds, 'node'), ...openLines(context, open, 'naar einde')];
}

function rest(context: Context, handover: Handover): Definition[] {
    const nl = context.language === 'nl';
    const within = (value: Inline[]): Inline[] =>
        value.length === 0 ? [] : [text(nl ? ' binnen ' : ' within '), ...value];
    const meetings = handover.meetings.map((m): Inline[] => [
        ...modalityInlines(context, m.modality),
        ...(m.value ? valueInlines(context, m.value) : []),
        ...(m.with.length > 0 || m.withValue
            ? [
                  text(`${m.value ? ' ' : ''}${context.say(WORDS.withWhom)} `),
                  ...modalityInlines(context, m.withModality),
                  ...listInlines(context, m.with, m.withValue, 'role'),
              ]
            : []),
        ...citations(context, m.provenance),
    ]);
    const information = handover.information.map((i): Inline[] => [
        ...modalityInlines(context, i.modality),
        ...listInlines(context, i.documents, i.value, 'document'),
        ...citations(context, i.provenance),
    ]);
    const actions = handover.actions.map((a): Inline[] => [
        ...modalityInlines(context, a.modality),
        ...(a.value ? valueInlines(context, a.value) : [text(oneLine(a.text))]),
        ...(a.performer || a.performerValue
            ? [text(nl ? ', door ' : ', by '), ...modalityInlines(context, a.performerModality)]
            : []),
        ...(a.performer ? [reference(context, a.performer, 'role')] : []),
        ...(a.performerValue ? valueInlines(context, a.performerValue) : []),
        ...within(a.within ? valueInlines(context, a.within) : []),
        ...afterInlines(context, a.after),
        ...citations(context, a.provenance),
    ]);
    const contingencies = handover.contingencies.map((c): Inline[] => [
        ...(c.situation === '' ? [] : [text(`${oneLine(c.situation)}: `)]),
        ...modalityInlines(context, c.modality),
        ...(c.value ? valueInlines(context, c.value) : [text(oneLine(c.response))]),
        ...citations(context, c.provenance),
    ]);
    const secrecy = handover.secrecy.map((s): Inline[] => [
        ...modalityInlines(context, s.modality),
        ...(s.consentOf.length > 0 || s.consentOfValue
            ? [
                  text(nl ? 'toestemming van ' : 'consent of '),
                  ...modalityInlines(context, s.consentOfModality),
                  ...consentInlines(context, s),
              ]
            : []),
        ...(s.exception === undefined && !s.exceptionValue ? [] : [text(nl ? 'uitzondering: ' : 'exception: ')]),
        ...(s.exception === undefined ? [] : [text(oneLine(s.exception))]),
        ...(s.exceptionValue ? valueInlines(context, s.exceptionValue) : []),
        ...(s.value ? valueInlines(context, s.value) : []),
        ...citations(context, s.provenance),
    ]);
    const confirmations = handover.confirmations.map((c): Inline[] => [
        ...modalityInlines(context, c.modality),
        ...(c.role || c.roleValue ? [text(nl ? 'door ' : 'by '), ...modalityInlines(context, c.roleModality)] : []),
        ...(c.role ? [reference(context, c.role, 'role')] : []),
        ...(c.roleValue ? valueInlines(context, c.roleValue) : []),
        ...within(c.within ? valueInlines(context, c.within) : []),
        ...afterInlines(context, c.after),
        ...(c.value ? valueInlines(context, c.value) : []),
        ...(c.role || c.roleValue || c.within || c.value ? [] : [text(nl ? 'ja' : 'yes')]),
        ...citations(context, c.provenance),
    ]);
    const absent = handover.whenAbsent.map((w): Inline[] => [
        ...(w.otherwise ? [text(nl ? 'anders: ' : 'otherwise: ')] : []),
        ...modalityInlines(context, w.modality),
        ...(w.target ? targetInlines(context, w.target) : []),
        ...insteadOf(context, w),
        ...(w.value ? valueInlines(context, w.value) : []),
        ...citations(context, w.provenance),
    ]);
    const direction = handover.direction.map((d): Inline[] => [
        ...modalityInlines(context, d.modality),
        ...(d.role ? [reference(context, d.role, 'role')] : []),
        ...(d.value ? valueInlines(context, d.value) : []),
        ...citations(context, d.provenance),
    ]);
    const closes = handover.closesAfter.map((c): Inline[] => [
        ...modalityInlines(context, c.modality),
        ...(c.meeting === undefined ? [] : [text(`${nl ? 'gesprek' : 'meeting'} ${String(c.meeting)}`)]),
        ...(c.text === undefined ? [] : [text(oneLine(c.text))]),
        ...(c.value ? valueInlines(context, c.value) : []),
        ...citations(context, c.provenance),
    ]);
    return [
        row({ nl: 'Gesprekken', en: 'Meetings' }, context, ...meetings),
        ...guardRows(context, handover.guards),
        row({ nl: 'Informatie', en: 'Information' }, context, ...information),
        ...statementRows(
            context,
            handover.statements.filter((s) => s.kind === 'ernst'),
        ),
        row({ nl: 'Acties', en: 'Actions' }, context, ...actions),
        row({ nl: 'Wat als', en: 'What if' }, context, ...contingencies),
        row({ nl: 'Geheimhouding', en: 'Confidentiality' }, context, ...secrecy),
        deadlineRow(context, handover.deadlines),
        row({ nl: 'Bevestiging', en: 'Confirmation' }, context, ...confirmations),
        row({ nl: 'Bij uitblijven', en: 'If it does not come' }, context, ...absent),
        row({ nl: 'Regie naar', en: 'Direction to' }, context, ...direction),
        row({ nl: 'Sluit af na', en: 'Closes after' }, context, ...closes),
    ];
}
