import type { Access } from '../../../model/process.js';
import type { Ref, Role } from '../../../model/protocol.js';
import { modalityInlines, plainText, reference, references, titleOf } from '../../document/claims.js';
import { createContext, type Context } from '../../document/context.js';
import { text, type Block, type Definition, type Inline, type Section } from '../../document/document.js';
import { definitions, row } from '../../document/element.js';
import { statementRows, valueInlines } from '../../document/values.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { line, part } from '../blocks.js';
import { documentGenerator } from '../document-generator.js';
import { framed } from '../frame.js';
import { doersOf, workOf } from '../whose.js';
import { calls } from './role-calls.js';
import { directionInlines } from './role-direction.js';
import { handoverBlocks, receives } from './role-handovers.js';
import { joinsIn, workTable } from './role-work.js';

/** A page for each role: what is mine, when, what I receive and hand over, whom I call. */
export const roleCardsGenerator = documentGenerator({
    id: 'rolkaarten',
    title: { nl: 'Rolkaarten', en: 'Role cards' },
    summary: {
        nl: 'Een bladzijde voor elke rol: wat ik doe en wanneer, wat ik krijg en overdraag, en wie ik bel.',
        en: 'A page for each role: what I do and when, what I receive and hand over, and whom I call.',
    },
    build(protocol, options) {
        const { related, language, unread } = options;
        const context: Context = { ...createContext(protocol, related, language, unread), silent: true };
        const roles = context.protocol.roles.filter((r) => !r.isClient);
        const clients = context.protocol.roles.filter((r) => r.isClient);
        const names = new Set(roles.map((r) => r.name));
        const about =
            roles.length === 0
                ? { nl: 'Het draaiboek noemt geen rol van een professional.', en: 'The protocol names no role of a professional.' }
                : {
                      nl: 'Een kaart zegt wat het draaiboek van een rol zegt, en niets meer. Waar iets onbekend is, staat dat er.',
                      en: 'A card says what the protocol says of a role, and nothing more. Where something is unknown, it says so.',
                  };
        const without = clients.map((r) => titleOf(context, r)).join(', ');
        const model = framed(context, options, {
            kind: { nl: 'Rolkaarten', en: 'Role cards' },
            sections: [
                part(context, 'over', { nl: 'Over deze kaarten', en: 'About these cards' }, [
                    line(context, about),
                    ...(without === ''
                        ? []
                        : [
                              line(context, {
                                  nl: `Geen kaart is er voor: ${without}. Voor hen is er de versie voor ouders en jongeren.`,
                                  en: `No card have: ${without}. For them there is the version for parents and young people.`,
                              }),
                          ]),
                ]),
                ...roles.map((role) => card(context, role)),
            ],
            sources: 'all',
            open: (item) => names.has(item.element),
        });
        return { model, context };
    },
}); // prettier-ignore

function card(context: Context, role: Role): Section {
    const { protocol } = context;
    const work = workOf(protocol.process);
    const mine = work.filter((w) => doersOf(w).some((r) => r.name === role.name));
    const joining = work.filter((w) => !mine.includes(w) && joinsIn(w, role));
    const received = protocol.handovers.filter((h) => h.to?.name === role.name);
    const given = protocol.handovers.filter((h) => h.from?.name === role.name);
    const inner = (id: string, title: Bilingual, blocks: readonly Block[]): Section[] =>
        blocks.length === 0 ? [] : [part(context, `${context.anchors.of(role)}-${id}`, title, blocks)];
    const nothing = mine.length + joining.length + received.length + given.length === 0;
    return {
        id: context.anchors.of(role),
        look: 'card',
        title: [text(titleOf(context, role))],
        blocks: [
            ...definitions([...who(context, role), ...statementRows(context, role.statements)]),
            ...(nothing
                ? [
                      line(
                          context,
                          role.filledBy
                              ? {
                                    nl: `De stappen en overdrachten staan op de kaart van wie deze rol vervult: ${calledRole(context, role.filledBy)}.`,
                                    en: `The steps and handovers stand on the card of who fills this role: ${calledRole(context, role.filledBy)}.`,
                                }
                              : {
                                    nl: 'Het draaiboek noemt deze rol bij geen stap en geen overdracht.',
                                    en: 'The protocol names this role at no step and no handover.',
                                },
                      ),
                  ]
                : []),
        ],
        sections: [
            ...inner('doet', { nl: 'Wat van mij is', en: 'What is mine' }, workTable(context, mine, role)),
            ...inner(
                'doet-mee',
                { nl: 'Waar ik aan meedoe', en: 'What I take part in' },
                workTable(context, joining, role),
            ),
            ...inner('krijgt', { nl: 'Wat ik krijg', en: 'What I receive' }, receives(context, mine, received)),
            ...inner('geeft', { nl: 'Wat ik overdraag', en: 'What I hand over' }, handoverBlocks(context, given, 'to')),
            ...inner(
                'belt',
                { nl: 'Wie ik bel', en: 'Whom I call' },
                nothing ? [] : calls(context, role, [...mine, ...joining]),
            ),
        ],
    };
}

function who(context: Context, role: Role): Definition[] {
    const { protocol } = context;
    const fills = protocol.roles.filter((r) => r.filledBy?.name === role.name);
    return [
        row({ nl: 'Van', en: 'Of' }, context, [
            ...references(context, role.organisations, 'organisation'),
            ...(role.organisationsValue ? valueInlines(context, role.organisationsValue) : []),
        ]),
        row({ nl: 'Toegang', en: 'Access' }, context, ...admits(context, role)),
        row({ nl: 'Regie', en: 'Direction' }, context, directionInlines(context, role)),
        row({ nl: 'Wie dit is', en: 'Who this is' }, context, [
            ...(role.filledBy ? [reference(context, role.filledBy, 'role')] : []),
            ...(role.filledByValue ? valueInlines(context, role.filledByValue) : []),
        ]),
        row(
            { nl: 'Ik ben ook', en: 'I am also' },
            context,
            references(
                context,
                fills.map((r) => ({ name: r.name, at: r.nameAt })),
                'role',
            ),
        ),
        row({ nl: 'Niet dezelfde als', en: 'Not the same as' }, context, references(context, role.otherThan, 'role')),
    ];
}

/** Whether a case comes in through this role, or through an organisation that it is of, and how firm that is. */
function admits(context: Context, role: Role): readonly (readonly Inline[])[] {
    const routes = context.protocol.process?.access ?? [];
    const through = (names: readonly string[]) => routes.filter((a) => a.routes.some((r) => names.includes(r.name)));
    const line = (access: Access, words: readonly Inline[]) => [...modalityInlines(context, access.modality), ...words];
    return [
        ...through([role.name]).map((a) => line(a, [text(context.say({ nl: 'via mij', en: 'through me' }))])),
        ...role.organisations.flatMap((o) =>
            through([o.name]).map((a) =>
                line(a, [text(context.say({ nl: 'via ', en: 'through ' })), reference(context, o, 'organisation')]),
            ),
        ),
    ];
}

function calledRole(context: Context, ref: Ref): string {
    return plainText([reference(context, ref, 'role')]);
}
