import type { Contacts } from '../../execution/contacts.js';
import type { ContactBudget, Group, Phase, Repeat } from '../../model/process.js';
import type { Block, Deadline, Handover, Protocol, Statement } from '../../model/protocol.js';
import { statementsOf } from '../../model/queries.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { conditionText, factText, modalityText, termSinceText, startText, valueText } from '../../messages/wording.js';
import type { Row } from './schedule.js';
import { SAID } from './words.js';

/** What stands in words beside the bars of a timeline, a line each. */

/** Of a step or an escalation. */
export function workFacts(
    { node, contacts, comesBack }: Row & { kind: 'work' },
    protocol: Protocol,
    language: Language,
): string[] {
    const stated = statementsOf(node, 'duur');
    const values = stated.flatMap((s) => s.values);
    const length = values.some((v) => v.type !== 'unknown')
        ? stated.map((s) => statementText(s, language)).join(', ')
        : SAID[values.length > 0 ? 'durationUnknown' : 'noDuration'][language];
    const begins = node.startsAt.map(
        ({ text, value, modality }) =>
            `${SAID.startsAt[language]} ${said(text ?? (value ? valueText(value, language) : ''), modality, language)}`,
    );
    return [
        length,
        contactsText(
            contacts,
            statementsOf(node, 'contacten').map((s) => statementText(s, language)),
            language,
        ),
        ...frequencies(node, language),
        ...repetitions(node, protocol, language),
        ...(comesBack ? [SAID.comesBack[language]] : []),
        ...begins,
        ...node.startsAfter.map((s) => `${SAID.starts[language]} ${startText(s, protocol, language)}`),
        ...within(node, language),
        ...terms(node, protocol, language),
    ].filter((t) => t !== '');
}

/** Of a phase or a group as a whole. */
export function wholeFacts(node: Phase | Group, protocol: Protocol, language: Language): string[] {
    const extent = node.kind === 'phase' ? (node.extent ?? node.extentValue) : undefined;
    const words = (kind: string, { nl, en }: Bilingual) =>
        statementsOf(node, kind).map((s) => `${{ nl, en }[language]} ${statementText(s, language)}`);
    return [
        ...(extent ? [valueText(extent, language)] : []),
        ...words('duur', SAID.duration),
        ...words('contacten', SAID.contacts),
        ...frequencies(node, language),
        ...repetitions(node, protocol, language),
        ...terms(node, protocol, language),
    ];
}

/** Of a handover. */
export function handoverFacts(
    { handover, contacts }: Row & { kind: 'handover' },
    protocol: Protocol,
    language: Language,
): string[] {
    const titleOf = (name: string) => protocol.process?.nodes.find((n) => n.name === name)?.title ?? name;
    return [
        contactsText(
            contacts,
            handover.meetings.map(({ value, modality }) =>
                value ? said(valueText(value, language), modality, language) : '',
            ),
            language,
        ),
        ...terms(handover, protocol, language),
        ...handover.confirmations.flatMap((c) =>
            c.within ? [`${SAID.confirm[language]} ${valueText(c.within, language)}`] : [],
        ),
        ...(handover.toEnds.length > 0
            ? [`${SAID.atEnd[language]} ${handover.toEnds.map((e) => `“${titleOf(e.name)}”`).join(', ')}`]
            : []),
        ...handover.guards.map(
            (g) => `${SAID.onlyWhen[language]} ${conditionText(g.condition, language, (f) => factText(protocol, f))}`,
        ),
        ...aftercareOf(handover, language).map((text) => `${SAID.aftercare[language]}: ${text}`),
    ].filter((t) => t !== '');
}

/** What an end or a handover says of `nazorg`. */
export function aftercareOf(block: Block | Handover, language: Language): string[] {
    return statementsOf(block, 'nazorg').map((s) => statementText(s, language));
}

/** How many contacts there may be in all. */
export function budgetText(
    { value, modality, ...budget }: ContactBudget,
    protocol: Protocol,
    language: Language,
): string {
    const { organisation, organisationValue } = budget;
    const whose = organisation
        ? (protocol.organisations.find((o) => o.name === organisation.name)?.title ?? organisation.name)
        : organisationValue && valueText(organisationValue, language);
    const of = whose === undefined ? '' : ` ${SAID.of[language]} ${whose}`;
    return `${SAID.budget[language]}${of}: ${said(valueText(value, language), modality, language)}`;
}

const frequencies = (block: Block, language: Language) =>
    statementsOf(block, 'frequentie').map((s) => `${SAID.frequency[language]} ${statementText(s, language)}`);

/** How often it is done again, and until what. */
const repetitions = ({ repeats }: { readonly repeats: readonly Repeat[] }, protocol: Protocol, language: Language) =>
    repeats.map(({ bound, until, modality }) => {
        const again = bound
            ? `${valueText(bound, language)}${bound.type === 'quantity' ? SAID.again[language] : ''}`
            : '';
        const holds = until
            ? `${SAID.until[language]} ${conditionText(until, language, (f) => factText(protocol, f))}`
            : '';
        const often = [again, holds].filter((t) => t !== '').join(', ');
        return `${SAID.repeat[language]} ${said(often === '' ? SAID.noBound[language] : often, modality, language)}`;
    });

/** Within which time an escalation begins. */
const within = (block: Block, language: Language) =>
    statementsOf(block, 'binnen').map((s) => {
        const after = s.after ? ` ${SAID.after[language]} ${valueText(s.after, language)}` : '';
        return `${SAID.within[language]} ${statementText(s, language)}${after}`;
    });

/** What a statement says, with its modality. */
export function statementText({ values, modality }: Statement, language: Language): string {
    return said(values.map((v) => valueText(v, language)).join(', '), modality, language);
}

function said(text: string, modality: Statement['modality'], language: Language): string {
    return modality ? `${modalityText(modality, language)} ${text}` : text;
}

/** @param stated what is said of them, be it that they are unknown */
function contactsText(contacts: Contacts | undefined, stated: readonly string[], language: Language): string {
    const { low = 0, high = 0 } = contacts?.count ?? {};
    if (!contacts || contacts.gap === 'not-stated') {
        return stated.length > 0 ? SAID.contactsUnknown[language] : '';
    }
    if (contacts.gap === 'vague' && stated.length > 0) {
        return `${SAID.contacts[language]}: ${stated.join(', ')}`;
    }
    if (low === 0 && !Number.isFinite(high)) {
        return SAID.contactsVague[language];
    }
    const least = Number.isFinite(high) ? '' : `${SAID.atLeast[language]} `;
    const count = low === high || least !== '' ? String(low) : `${String(low)}–${String(high)}`;
    const isOne = low === 1 && (high === 1 || least !== '');
    return high === 0 && stated.length === 0
        ? ''
        : `${least}${count} ${SAID[isOne ? 'contact' : 'contacts'][language]}`;
}

/** The terms of an element, known or not. */
const terms = ({ deadlines }: { readonly deadlines: readonly Deadline[] }, protocol: Protocol, language: Language) =>
    deadlines.map(({ value, modality, after }) => {
        const behind = after ? ` ${termSinceText(after, protocol, language)}` : '';
        return `${SAID.term[language]} ${said(valueText(value, language), modality, language)}${behind}`;
    });
