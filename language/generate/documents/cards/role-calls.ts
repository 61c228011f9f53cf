import type { Ref, Role } from '../../../model/protocol.js';
import { escalationsOf, executorsOf, personByRole } from '../../../model/queries.js';
import { reference, references } from '../../document/claims.js';
import type { Context } from '../../document/context.js';
import { joined, text, type Block, type Inline } from '../../document/document.js';
import { conditionInlines, valueInlines } from '../../document/values.js';
import { dash, table } from '../blocks.js';
import { workOf, type Work } from '../whose.js';
import { directionCalls } from './role-direction.js';

/** Where it gets stuck, and who decides: escalations from my steps, who directs, and with whom I work. */
export function calls(context: Context, role: Role, work: readonly Work[]): Block[] {
    const { protocol } = context;
    const names = new Set(work.map((w) => w.name));
    const person = personByRole(protocol.roles);
    const isMine = (name: string) => name === role.name || person(name) === person(role.name);
    const stuck = escalationsOf(protocol.process)
        .filter((e) => e.fromNodes.length === 0 || e.fromNodes.some((n) => names.has(n.name)))
        .map((e): Inline[][] => [
            [
                text(context.say({ nl: 'Als ', en: 'If ' })),
                ...(e.when.length === 0
                    ? [text(context.say({ nl: 'het vastloopt', en: 'it gets stuck' }))]
                    : joined(e.when.map((w) => conditionInlines(context, w.condition)), context.say({ nl: ' of ', en: ' or ' }))),
            ],
            [
                ...references(context, executorsOf(e).filter((r) => !isMine(r.name)), 'role'),
                ...(e.to.length === 0 ? [] : [text(context.say({ nl: ' naar ', en: ' to ' })), ...references(context, e.to, 'organisation', 'role')]),
                ...(e.toValue ? [text(e.to.length === 0 ? context.say({ nl: ' naar ', en: ' to ' }) : ', '), ...valueInlines(context, e.toValue)] : []),
            ],
            [reference(context, { name: e.name, at: e.nameAt }, 'node')],
        ]); // prettier-ignore
    const others = (roles: readonly Ref[]): Inline[] =>
        roles.some((r) => isMine(r.name))
            ? [text(context.say({ nl: 'dit doe ik zelf', en: 'I do this myself' }))]
            : references(context, roles, 'role');
    const regie = directionCalls(context, isMine);
    const always = (protocol.process?.interrupts ?? []).flatMap((i): Inline[][][] => [
        [
            [text(context.say({ nl: 'Altijd als ', en: 'Whenever ' })), ...conditionInlines(context, i.condition)],
            i.target
                ? others(performersOf(context, i.target.node.name))
                : i.value
                  ? valueInlines(context, i.value)
                  : [],
            i.target ? [reference(context, i.target.node, 'node')] : [],
        ],
    ]);
    return table(
        context,
        { nl: 'Wie ik bel', en: 'Whom I call' },
        [
            { nl: 'Wanneer', en: 'When' },
            { nl: 'Wie', en: 'Whom' },
            { nl: 'Wat er dan gebeurt', en: 'What happens then' },
        ],
        [...stuck, ...regie, ...always].map((cells) => cells.map(dash)),
    );
}

function performersOf({ protocol: { process } }: Context, node: string): readonly Ref[] {
    const work = workOf(process).find((w) => w.name === node);
    return work ? executorsOf(work) : [];
}
