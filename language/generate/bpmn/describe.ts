import type { Escalation, Step } from '../../model/process.js';
import type { Deadline, Handover, Modality, Protocol, Ref, Statement } from '../../model/protocol.js';
import { isOpen, laboursOf, statementsOf } from '../../model/queries.js';
import type { Value } from '../../model/values.js';
import type { Language } from '../../text/bilingual.js';
import type { GraphNode, TaskNode, WorkflowGraph } from '../../workflow/graph.js';
import { performersText, receivers } from '../who.js';
import { conditionText, modalityText, termSinceText, startText, valueText } from '../../messages/wording.js';

interface Describing {
    readonly protocol: Protocol;
    readonly language: Language;
    readonly graph: WorkflowGraph;
}

/**
 * What a task says in words, for whoever does it: who takes part, what is needed and made, how long it may take, when it may
 * begin and is done. How firm that is (veelal, bij voorkeur, …) stands there too.
 */
export function describe(given: Describing, node: GraphNode): string[] {
    if (node.kind !== 'task') {
        return [];
    }
    const lines = [
        ...beginning(given, node),
        ...linesOf(given, node),
        ...becomesKnown(given, node),
        ...guards(given, node),
    ];
    return lines.length === 0 ? [] : [lines.join('\n')];
}

function linesOf(given: Describing, node: TaskNode): string[] {
    const { protocol } = given;
    switch (node.work) {
        case 'step':
        case 'escalation': {
            const work = protocol.process?.nodes.find((n) => n.name === node.element);
            return work?.kind === 'step' || work?.kind === 'escalation' ? ofWork(given, node, work) : [];
        }
        case 'hand-over':
        case 'meet':
        case 'confirm': {
            const handover = protocol.handovers.find((h) => h.name === node.handover?.name);
            return handover ? ofHandover(given, node, handover) : [];
        }
        default:
            return list(
                given,
                ['Samen met', 'Together with'],
                node.with.map((name) => ({ name })),
            );
    }
}

function beginning({ protocol, language }: Describing, { startsAt = [], startsAfter = [] }: TaskNode): string[] {
    const nl = language === 'nl';
    const begins = startsAt.map(({ text, value, modality }) =>
        firm(modality, text ?? (value ? valueText(value, language) : ''), language),
    );
    return [
        ...(begins.length === 0 ? [] : [`${nl ? 'Begint bij' : 'Starts at'}: ${begins.join(nl ? ' of ' : ' or ')}`]),
        ...startsAfter.map((s) => `${nl ? 'Begint' : 'Begins'}: ${startText(s, protocol, language)}`),
    ];
}

function ofWork(given: Describing, node: TaskNode, work: Step | Escalation): string[] {
    const { protocol, language } = given;
    const performers = work.performers.length > 0 ? work.performers : work.activities.flatMap((a) => a.performers);
    const isLoose = performers.some((p) => (p.modality ?? p.withModality) !== undefined);
    const labours = laboursOf(work);
    return [
        // who may take it up is in the task itself; how firm that is, is not
        ...(isLoose
            ? [`${language === 'nl' ? 'Door' : 'By'}: ${performersText(protocol, performers, language)}`]
            : list(
                  given,
                  ['Samen met', 'Together with'],
                  node.with.map((name) => ({ name })),
              )),
        ...apart(given, node),
        ...(work.kind === 'escalation' ? said(language, ['Naar', 'To'], receivers(protocol, work, language)) : []),
        ...words(given, ['Duur', 'Duration'], statementsOf(work, 'duur')),
        ...words(given, ['Binnen', 'Within'], statementsOf(work, 'binnen')),
        ...terms(given, work.deadlines),
        ...list(
            given,
            ['Nodig', 'Needed'],
            labours.flatMap((l) => l.requires),
        ),
        ...list(
            given,
            ['Levert', 'Delivers'],
            labours.flatMap((l) => l.delivers),
        ),
    ];
}

function ofHandover(given: Describing, node: TaskNode, handover: Handover): string[] {
    const { language } = given;
    const together = list(
        given,
        ['Samen met', 'Together with'],
        node.with.map((name) => ({ name })),
    );
    switch (node.work) {
        case 'meet':
            return [
                ...handover.meetings.flatMap((m) => {
                    const count = m.value ? [firm(m.modality, valueText(m.value, language), language)] : [];
                    return m.modality ? [said(language, ['Gesprekken', 'Meetings'], count)].flat() : [];
                }),
                ...list(
                    given,
                    ['Samen met', 'Together with'],
                    node.with.map((name) => {
                        const loosely = handover.meetings.find((m) =>
                            m.with.some((r) => r.name === name),
                        )?.withModality;
                        return { name, ...(loosely ? { modality: loosely } : {}) };
                    }),
                ),
            ];
        case 'confirm':
            return [...together, ...confirmations(given, handover)];
        default:
            return [
                ...words(given, ['Vorm', 'Form'], statementsOf(handover, 'vorm')),
                ...together,
                ...list(
                    given,
                    ['Nodig', 'Needed'],
                    handover.information.flatMap((i) =>
                        i.documents.map((d) => ({ ...d, ...(i.modality ? { modality: i.modality } : {}) })),
                    ),
                ),
                ...information(given, handover),
                ...terms(given, handover.deadlines),
                ...absent(given, handover),
            ];
    }
}

/** What is handed over, where that is said in words. */
function information({ language }: Describing, { information: all }: Handover): string[] {
    const texts = all.flatMap(({ value, modality }) =>
        value && !isOpen(value) ? [firm(modality, valueText(value, language), language)] : [],
    );
    return said(language, ['Informatie', 'Information'], texts);
}

/** Who it may not be: `iemand anders dan`, which an engine does not see to. */
function apart({ protocol, language }: Describing, { candidates }: TaskNode): string[] {
    const [nl, en] = [' is iemand anders dan ', ' is somebody else than '];
    return candidates.flatMap((name) => {
        const others = protocol.roles.find((r) => r.name === name)?.otherThan ?? [];
        const names = others.map((o) => titleOf(protocol, o.name)).join(', ');
        return names === '' ? [] : [`${titleOf(protocol, name)}${language === 'nl' ? nl : en}${names}`];
    });
}

/** How firm a confirmation is, and how long it may take. */
function confirmations({ protocol, language }: Describing, { confirmations: all }: Handover): string[] {
    return all.flatMap(({ modality, role, roleModality, within, after }) => {
        if (!modality && !roleModality && !within) {
            return [];
        }
        const nl = language === 'nl';
        const parts = [
            ...(modality ? [modalityText(modality, language)] : []),
            ...(role ? [nl ? 'door' : 'by', firm(roleModality, titleOf(protocol, role.name), language)] : []),
            ...(within ? [nl ? 'binnen' : 'within', valueText(within, language)] : []),
            ...(after ? [nl ? 'na' : 'after', valueText(after, language)] : []),
        ];
        return [`${nl ? 'Bevestiging' : 'Confirmation'}: ${parts.join(' ')}`];
    });
}

/** What is done when a handover is not confirmed, where that is said in words. */
function absent({ language }: Describing, { whenAbsent }: Handover): string[] {
    const texts = whenAbsent.flatMap(({ value, modality }) =>
        value && !isOpen(value) ? [firm(modality, valueText(value, language), language)] : [],
    );
    return said(language, ['Bij uitblijven', 'If it does not come'], texts);
}

function terms({ protocol, language }: Describing, deadlines: readonly Deadline[]): string[] {
    const texts = deadlines.map(({ value, modality, after }) =>
        [
            firm(modality, valueText(value, language), language),
            ...(after ? [termSinceText(after, protocol, language)] : []),
        ].join(' '),
    );
    return said(language, ['Termijn', 'Term'], texts);
}

/** What a statement says in words and figures. */
function words({ language }: Describing, what: Label, statements: readonly Statement[]): string[] {
    const texts = statements.map(({ values, modality, after }) => {
        const all = values.map((v: Value) => valueText(v, language)).join(', ');
        const since = after ? ` ${language === 'nl' ? 'na' : 'after'} ${valueText(after, language)}` : '';
        return firm(modality, all, language) + since;
    });
    return said(language, what, texts);
}

function becomesKnown({ language, graph }: Describing, { fills }: TaskNode): string[] {
    const labels = fills.map((name) => graph.variables.find((v) => v.name === name)?.label ?? name);
    return labels.length === 0 ? [] : [`${language === 'nl' ? 'Wordt bekend' : 'Becomes known'}: ${labels.join('; ')}`];
}

function guards({ language }: Describing, { guards: all }: TaskNode): string[] {
    const nl = language === 'nl';
    const of = (kind: 'only-when' | 'done-when', what: string) =>
        all.filter((g) => g.kind === kind).map((g) => `${what}: ${conditionText(g.condition, language)}`);
    return [...of('only-when', nl ? 'Pas als' : 'Only when'), ...of('done-when', nl ? 'Klaar als' : 'Done when')];
}

type Label = readonly [nl: string, en: string];

/** Elements by their titles, each once. */
function list(
    { protocol, language }: Describing,
    what: Label,
    refs: readonly (Ref | { readonly name: string; readonly modality?: Modality })[],
): string[] {
    const texts = refs.map((r) => firm('modality' in r ? r.modality : undefined, titleOf(protocol, r.name), language));
    return said(language, what, [...new Set(texts)]);
}

function said(language: Language, [nl, en]: Label, texts: readonly string[]): string[] {
    return texts.length === 0 ? [] : [`${language === 'nl' ? nl : en}: ${texts.join(', ')}`];
}

/** `bij voorkeur R` */
function firm(modality: Modality | undefined, text: string, language: Language): string {
    return modality ? `${modalityText(modality, language)} ${text}` : text;
}

function titleOf(protocol: Protocol, name: string): string {
    return (
        [...protocol.roles, ...protocol.documents, ...protocol.organisations].find((e) => e.name === name)?.title ??
        name
    );
}
