import type { Protocol } from '../../model/protocol.js';
import { statementsOf } from '../../model/queries.js';
import type { Language } from '../../text/bilingual.js';
import type { GraphNode, WorkflowGraph } from '../../workflow/graph.js';
import { conditionText, modalityText, startText, valueText } from '../wording.js';

/** What a task says in words, for whoever does it: who takes part, what is needed and made, when it may begin and is done. */
export function describe(
    {
        protocol,
        language,
        graph,
    }: { readonly protocol: Protocol; readonly language: Language; readonly graph: WorkflowGraph },
    node: GraphNode,
): string[] {
    if (node.kind !== 'task') {
        return [];
    }
    const nl = language === 'nl';
    const titles = (names: readonly string[]) => names.map((name) => titleOf(protocol, name)).join(', ');
    const list = (what: string, names: readonly string[]) => (names.length === 0 ? [] : [`${what}: ${titles(names)}`]);
    const guards = (kind: 'only-when' | 'done-when', what: string) =>
        node.guards.filter((g) => g.kind === kind).map((g) => `${what}: ${conditionText(g.condition, language)}`);
    const begins = (node.startsAt ?? []).map(({ text, value, modality }) =>
        [modality ? modalityText(modality, language) : [], text ?? (value ? valueText(value, language) : [])]
            .flat()
            .join(' '),
    );
    const lines = [
        ...(begins.length === 0 ? [] : [`${nl ? 'Begint bij' : 'Starts at'}: ${begins.join(nl ? ' of ' : ' or ')}`]),
        ...(node.startsAfter ?? []).map((s) => `${nl ? 'Begint' : 'Begins'}: ${startText(s, protocol, language)}`),
        ...(node.work === 'hand-over' ? formsOf(protocol, node.handover?.name, language) : []),
        ...list(nl ? 'Samen met' : 'Together with', node.with),
        ...list(nl ? 'Nodig' : 'Needed', node.requires),
        ...list(nl ? 'Levert' : 'Delivers', node.delivers),
        ...(node.fills.length === 0
            ? []
            : [
                  `${nl ? 'Wordt bekend' : 'Becomes known'}: ${node.fills.map((name) => labelOf(graph, name)).join('; ')}`,
              ]),
        ...guards('only-when', nl ? 'Pas als' : 'Only when'),
        ...guards('done-when', nl ? 'Klaar als' : 'Done when'),
    ];
    return lines.length === 0 ? [] : [lines.join('\n')];
}

/** `vorm` of a handover. */
function formsOf({ handovers }: Protocol, name: string | undefined, language: Language): string[] {
    const handover = handovers.find((h) => h.name === name);
    const forms = handover ? statementsOf(handover, 'vorm').flatMap((s) => s.values) : [];
    return forms.length === 0
        ? []
        : [`${language === 'nl' ? 'Vorm' : 'Form'}: ${forms.map((v) => valueText(v, language)).join(', ')}`];
}

function titleOf(protocol: Protocol, name: string): string {
    return (
        [...protocol.roles, ...protocol.documents, ...protocol.organisations].find((e) => e.name === name)?.title ??
        name
    );
}

function labelOf({ variables }: WorkflowGraph, name: string): string {
    return variables.find((v) => v.name === name)?.label ?? name;
}
