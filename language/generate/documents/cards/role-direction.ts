import type { Handover, Role } from '../../../model/protocol.js';
import { personByRole } from '../../../model/queries.js';
import { reference } from '../../document/claims.js';
import type { Context } from '../../document/context.js';
import { joined, text, type Inline } from '../../document/document.js';
import { valueInlines } from '../../document/values.js';

/** That a role directs, from which handover on, and until which. */
export function directionInlines(context: Context, role: Role): Inline[] {
    const { say, protocol } = context;
    const received = protocol.handovers.filter((h) => h.direction.some((d) => d.role?.name === role.name));
    if (!role.directs && received.length === 0) {
        return [];
    }
    const person = personByRole(protocol.roles);
    const isMine = (name: string | undefined) => name !== undefined && person(name) === person(role.name);
    const given = protocol.handovers.filter(
        (h) => isMine(h.from?.name) && h.direction.some((d) => !isMine(d.role?.name)),
    );
    return [
        text(say({ nl: 'ik voer de regie', en: 'I direct' })),
        ...(role.directs ? [] : after(context, received)),
        ...(given.length === 0 ? [] : [text(say({ nl: ', tot ', en: ', until ' })), ...titles(context, given)]),
    ];
}

/** Whom a role asks about direction: who directs from the beginning, and who does after a handover. */
export function directionCalls(context: Context, isMine: (role: string) => boolean): Inline[][][] {
    const { say, protocol } = context;
    const asked = text(say({ nl: 'Over de regie', en: 'On direction' }));
    const first = protocol.roles
        .filter((r) => r.directs && !isMine(r.name))
        .map((r): Inline[][] => [[asked], [reference(context, { name: r.name, at: r.nameAt }, 'role')], []]);
    const later = protocol.handovers.flatMap((h) =>
        h.direction
            .filter((d) => d.role === undefined || !isMine(d.role.name))
            .map((d): Inline[][] => [
                [asked, ...after(context, [h])],
                [
                    ...(d.role ? [reference(context, d.role, 'role')] : []),
                    ...(d.value ? valueInlines(context, d.value) : []),
                ],
                [],
            ]),
    );
    return [...first, ...later];
}

function after(context: Context, handovers: readonly Handover[]): Inline[] {
    return [text(context.say({ nl: ', na ', en: ', after ' })), ...titles(context, handovers)];
}

function titles(context: Context, handovers: readonly Handover[]): Inline[] {
    const names = handovers.map((h) => [reference(context, { name: h.name, at: h.nameAt }, 'handover')]);
    return joined(names, context.say({ nl: ' of ', en: ' or ' }));
}
