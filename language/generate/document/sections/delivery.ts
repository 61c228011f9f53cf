import type { Collaboration, Partners, Role } from '../../../model/protocol.js';
import { citations, enter, modalityInlines, reference, references } from '../claims.js';
import type { Context } from '../context.js';
import { text, type Block, type Definition, type Inline, type Section } from '../document.js';
import { blockContent, chapter, definitions, elementSection, row } from '../element.js';
import { partOf } from '../placement.js';
import { listInlines, pointers, statementRows, valueInlines } from '../values.js';
import { oneLine } from '../../../text/one-line.js';

/** 2: what it takes to carry it out, and who does. */
export function delivery(context: Context): {
    readonly blocks: readonly Block[];
    readonly sections: readonly Section[];
} {
    const { protocol } = context;
    const own = protocol.statements.filter((s) => partOf(s.kind) === 'delivery');
    return {
        blocks: [
            ...definitions([...statementRows(context, own), partnersRow(context, protocol.partners)]),
            ...protocol.deliveries.flatMap((d) => blockContent(context, d)),
        ],
        sections: [
            ...chapter(context, 'rollen', { nl: 'Rollen', en: 'Roles' }, [], roles(context)),
            ...chapter(
                context,
                'organisaties',
                { nl: 'Organisaties', en: 'Organisations' },
                [],
                organisations(context),
            ),
            ...chapter(
                context,
                'samenwerking',
                { nl: 'Samenwerking', en: 'Collaboration' },
                [],
                collaborations(context),
            ),
        ],
    };
}

export function partnersRow(context: Context, items: readonly Partners[]): Definition {
    const lines = items.map((p): Inline[] => [
        ...modalityInlines(context, p.modality),
        ...listInlines(context, p.partners, p.value, 'organisation', 'role'),
        ...citations(context, p.provenance),
    ]);
    return row({ nl: 'Partners', en: 'Partners' }, context, ...lines);
}

export function roles(context: Context): Section[] {
    return context.shared.roles.map((role) =>
        elementSection(context, role, undefined, (inner) => ({ rows: roleRows(inner, role) })),
    );
}

function roleRows(context: Context, role: Role): Definition[] {
    const nl = context.language === 'nl';
    const filled: Inline[] = [
        ...modalityInlines(context, role.filledByModality),
        ...(role.filledBy ? [reference(context, role.filledBy, 'role')] : []),
        ...(role.filledByValue ? valueInlines(context, role.filledByValue) : []),
    ];
    const organisations = role.organisations.flatMap((o, i): Inline[] => [
        ...(i === 0 ? [] : [text(nl ? ' of ' : ' or ')]),
        reference(context, o, 'organisation'),
    ]);
    return [
        row({ nl: 'Van', en: 'Of' }, context, [
            ...organisations,
            ...(role.organisationsValue && organisations.length > 0 ? [text(nl ? ' of ' : ' or ')] : []),
            ...(role.organisationsValue ? valueInlines(context, role.organisationsValue) : []),
        ]),
        row({ nl: 'Is', en: 'Is' }, context, role.flags.length === 0 ? [] : [text(role.flags.join(', '))]),
        row({ nl: 'Regie', en: 'Direction' }, context, role.directs ? [text(nl ? 'voert regie' : 'directs')] : []),
        row({ nl: 'Vervuld door', en: 'Filled by' }, context, filled),
        row(
            { nl: 'Iemand anders dan', en: 'Another person than' },
            context,
            references(context, role.otherThan, 'role'),
            role.otherThanValue ? valueInlines(context, role.otherThanValue) : [],
        ),
    ];
}

export function organisations(context: Context): Section[] {
    return context.shared.organisations.map((o) => elementSection(context, o, undefined));
}

export function collaborations(context: Context): Section[] {
    return context.protocol.collaborations.map((c) => collaboration(context, c));
}

function collaboration(context: Context, block: Collaboration): Section {
    const { context: inner, marks, lead } = enter(context, block);
    const nl = context.language === 'nl';
    const names = block.partners.map((p) => {
        const anchor = context.anchors.find(p.name, 'organisation', 'role');
        return oneLine(anchor?.title ?? p.name);
    });
    const known =
        names.length === 0 && !block.value
            ? [text(nl ? 'wie, staat er niet' : 'whom, is not said')]
            : [text(names.join(', '))];
    return {
        id: context.anchors.fresh('samenwerking-met'),
        look: 'element',
        title: [
            text(nl ? 'Met ' : 'With '),
            ...modalityInlines(inner, block.modality),
            ...known,
            ...(block.value && names.length > 0 ? [text(', ')] : []),
            ...(block.value ? valueInlines(inner, block.value) : []),
            ...marks,
        ],
        blocks: [...lead, ...definitions(statementRows(inner, block.statements)), ...pointers(inner, block)],
        sections: [],
    };
}
