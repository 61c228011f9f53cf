import type { Named, Statement } from '../../../model/protocol.js';
import type { Escalation, Step } from '../../../model/process.js';
import { references, titleOf } from '../../document/claims.js';
import { createContext, type Context } from '../../document/context.js';
import { joined, paragraph, strong, text, type Block, type Inline, type Section } from '../../document/document.js';
import { prose } from '../../document/prose.js';
import { conditionInlines, consentInlines, statementBlocks, valueInlines } from '../../document/values.js';
import { withoutReason } from '../../document/sections/steps-overview.js';
import { oneLine } from '../../../text/one-line.js';
import { bullets, line, part, placeOf } from '../blocks.js';
import { courseBlocks } from '../course.js';
import { doersOf } from '../whose.js';
import { documentGenerator } from '../document-generator.js';
import { framed } from '../frame.js';
import { remarksForWriter } from './for-writer.js';
import { textIn } from '../../document/text-in.js';

/**
 * For parents and young people: what happens, who helps, what is shared with whom and with whose consent. Its sentences are
 * those that the protocol has for them (`voor ouders`); the rest is its structure. Nothing is rewritten; what has no such text
 * and what is hard to read stands in a list for whoever writes the protocol.
 */
export const parentsGenerator = documentGenerator({
    id: 'ouders',
    title: { nl: 'Voor ouders en jongeren', en: 'For parents and young people' },
    summary: {
        nl: 'Wat er gebeurt, wie er helpt en wat met wie gedeeld wordt, in de woorden van `voor ouders`; met een lijst van wat daarin nog ontbreekt.',
        en: 'What happens, who helps and what is shared with whom, in the words of `voor ouders`; with a list of what that still lacks.',
    },
    build(protocol, options) {
        const { related, language, unread } = options;
        const context: Context = { ...createContext(protocol, related, language, unread), silent: true };
        const sections = [
            part(context, 'kort', { nl: 'Waar het om gaat', en: 'What it is about' }, introduction(context)),
            part(context, 'stappen', { nl: 'Wat er gebeurt', en: 'What happens' }, steps(context)),
            part(context, 'wie', { nl: 'Wie u helpt', en: 'Who helps you' }, who(context)),
            part(context, 'delen', { nl: 'Wat er gedeeld wordt, en met wie', en: 'What is shared, and with whom' }, shared(context)),
            part(context, 'einde', { nl: 'Hoe het kan eindigen', en: 'How it may end' }, ends(context)),
        ].filter((s) => s.blocks.length > 0);
        const words = explainedWords(context, sections);
        const read = [...sections, ...words];
        const studies = new Set(protocol.research.map((r) => r.name));
        const model = framed(context, options, {
            kind: { nl: 'Voor ouders en jongeren', en: 'For parents and young people' },
            sections: [...read, remarksForWriter(context)],
            sources: 'all',
            // who did a study is not who does a step
            open: ({ what, element }) => TOLD.has(what.replace(/ \(.*$/, '')) && !studies.has(element),
        });
        return { model, context };
    },
}); // prettier-ignore

/** What of a protocol stands here, and is named once more where it is open. */
const TOLD: ReadonlySet<string> = new Set([
    ...['versie', 'stand', 'voor ouders', 'samenvatting', 'door', 'met', 'van', 'naar'],
    ...['informatie', 'geheimhouding', 'toestemming van', 'uitzondering', 'aanpak', 'overdracht', 'einde'],
]);

/** What an element says for parents. */
export function forParents(element: { readonly statements: readonly Statement[] }): readonly Statement[] {
    return element.statements.filter((s) => s.kind === 'voor ouders');
}

function textBlocks(context: Context, element: { readonly statements: readonly Statement[] }): Block[] {
    return forParents(element).flatMap((s) => statementBlocks(context, s));
}

function introduction(context: Context): Block[] {
    const own = textBlocks(context, context.protocol);
    return own.length > 0
        ? own
        : [
              line(context, {
                  nl: 'Het draaiboek heeft hier nog geen tekst voor ouders en jongeren.',
                  en: 'The protocol has no text for parents and young people here yet.',
              }),
          ];
}

/** The course of things: each step by its title and who does it, with its own text for parents. */
function steps(context: Context): Block[] {
    const blocks = courseBlocks(context, (step, when) => {
        const title = [
            placeOf(context, step),
            strong(text(titleOf(context, step))),
            ...when,
            ...withWhom(context, step),
        ];
        return [paragraph(...title), ...bullets(done(context, step)), ...textBlocks(context, step)];
    });
    return blocks.length === 0
        ? [
              line(context, {
                  nl: 'Het draaiboek beschrijft niet in stappen wat er gebeurt.',
                  en: 'The protocol does not describe in steps what happens.',
              }),
          ]
        : blocks;
}

/** `, met de werker`: who does it, or that it is open; of a step that leaves it to its activities, those of them. */
function withWhom(context: Context, step: Step | Escalation): Inline[] {
    const known = references(context, [...new Map(doersOf(step).map((r) => [r.name, r])).values()], 'role');
    const open = step.performers.flatMap((p) => (p.value ? [valueInlines(context, withoutReason(p.value))] : []));
    const all = [...(known.length > 0 ? [known] : []), ...open];
    return all.length === 0 ? [] : [text(context.say({ nl: ', met ', en: ', with ' })), ...joined(all, ', ')];
}

/** The activities of a step that somebody else does than who does the step. */
function done(context: Context, step: Step | Escalation): Inline[][] {
    const own = new Set(step.performers.flatMap((p) => p.performers.map((r) => r.name)));
    return step.performers.length === 0
        ? []
        : step.activities.flatMap((a) => {
              const others = a.performers.flatMap((p) => p.performers).filter((r) => !own.has(r.name));
              const who = references(context, others, 'role');
              return who.length === 0
                  ? []
                  : [[text(`${oneLine(a.title)}${context.say({ nl: ', met ', en: ', with ' })}`), ...who]];
          });
}

function who(context: Context): Block[] {
    const items = context.protocol.roles
        .filter((r) => !r.isClient && r.filledBy === undefined)
        .map((role): readonly Block[] => {
            const of = references(context, role.organisations, 'organisation');
            const organisation = of.length === 0 ? [] : [text(context.say({ nl: ', van ', en: ', of ' })), ...of];
            return [
                paragraph(placeOf(context, role), strong(text(titleOf(context, role))), ...organisation),
                ...textBlocks(context, role),
            ];
        });
    return items.length === 0 ? [] : [{ type: 'list', ordered: false, items }];
}

/** From whom to whom, what, and with whose consent: the structure of each handover. */
function shared(context: Context): Block[] {
    const { say } = context;
    const items = context.protocol.handovers.map((h): readonly Block[] => {
        const named = (ref: typeof h.from, value: typeof h.fromValue): Inline[] =>
            ref ? references(context, [ref], 'role') : value ? valueInlines(context, value) : [{ type: 'open', open: 'unknown', text: say({ nl: 'onbekend', en: 'unknown' }) }];
        const what = h.information.flatMap((i) => [...references(context, i.documents, 'document'), ...(i.value ? valueInlines(context, i.value) : [])]);
        const consent = h.secrecy.map((s) => (s.value ? valueInlines(context, s.value) : consentInlines(context, s))).filter((line) => line.length > 0);
        const exceptions = h.secrecy.flatMap((s) => [
            ...(s.exception === undefined ? [] : [[text(s.exception)]]),
            ...(s.exceptionValue ? [valueInlines(context, s.exceptionValue)] : []),
        ]);
        return [
            paragraph(placeOf(context, h), strong(text(say({ nl: 'Van ', en: 'From ' })), ...named(h.from, h.fromValue), text(say({ nl: ' naar ', en: ' to ' })), ...named(h.to, h.toValue))),
            ...textBlocks(context, h),
            ...bullets([
                ...h.guards.map((g) => [text(say({ nl: 'Alleen als: ', en: 'Only when: ' })), ...conditionInlines(context, g.condition)]),
                [text(say({ nl: 'Wat er gedeeld wordt: ', en: 'What is shared: ' })), ...(what.length === 0 ? notSaid(context) : what)],
                [text(say({ nl: 'Wie daarvoor toestemming geeft: ', en: 'Who consents to that: ' })), ...(consent.length === 0 ? notSaid(context) : joined(consent, '; '))],
                ...(exceptions.length === 0 ? [] : [[text(say({ nl: 'Wanneer het zonder toestemming mag: ', en: 'When it may be without consent: ' })), ...joined(exceptions, '; ')]]),
            ]),
        ];
    });
    return items.length === 0 ? [] : [{ type: 'list' as const, ordered: false, items }];
} // prettier-ignore

function notSaid({ say }: Context): Inline[] {
    return [text(say({ nl: 'dat staat niet in het draaiboek', en: 'the protocol does not say' }))];
}

function ends(context: Context): Block[] {
    const nodes = (context.protocol.process?.nodes ?? []).filter((n) => n.kind === 'end' && !n.implicit);
    const items = nodes.map((n): readonly Block[] => [
        paragraph(placeOf(context, n), text(titleOf(context, n))),
        ...textBlocks(context, n),
    ]);
    return items.length === 0 ? [] : [{ type: 'list', ordered: false, items }];
}

/** The concepts of the protocol that occur in the text, with what they mean. */
function explainedWords(context: Context, sections: readonly Section[]): Section[] {
    const said = textIn(sections).toLowerCase();
    const used = context.shared.concepts.filter((c) => c.text !== undefined && calledIn(c, said));
    const items = used.map((c): readonly Block[] => {
        const [first, ...rest] = prose(c.text ?? '', c.markdown);
        const name = [placeOf(context, c), strong(text(titleOf(context, c))), text(': ')];
        return first?.type === 'paragraph' ? [paragraph(...name, ...first.content), ...rest] : [paragraph(...name), ...(first ? [first, ...rest] : [])];
    });
    return items.length === 0
        ? []
        : [part(context, 'begrippen', { nl: 'Wat deze woorden betekenen', en: 'What these words mean' }, [{ type: 'list', ordered: false, items }])];
} // prettier-ignore

function calledIn(concept: Named, text: string): boolean {
    return [concept.name, concept.title ?? ''].some((n) => n !== '' && text.includes(n.toLowerCase()));
}
