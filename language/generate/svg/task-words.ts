import type { Escalation, Performers, Step } from '../../model/process.js';
import type { Protocol } from '../../model/protocol.js';
import { statementsOf } from '../../model/queries.js';
import { wrap } from '../../diagram/metrics.js';
import { CAPTION_SIZES, CAPTION_WIDTH, fitsCaption } from '../../diagram/sizes.js';
import type { Language } from '../../text/bilingual.js';
import type { GraphNode, TaskNode, TaskWords, WorkflowGraph } from '../../workflow/graph.js';
import { performersText, receiversText } from '../who.js';
import { modalityText, termSinceText, valueText } from '../../messages/wording.js';
import { statementText } from './facts.js';
import { SAID, WORDS } from './words.js';

/**
 * A graph in which each task says who does it and when in the words of the protocol: an engine's task knows one time in
 * figures and roles by name, and says nothing of `veelal`, of what differs from place to place, or of what is unknown.
 */
export function withWords(graph: WorkflowGraph, protocol: Protocol, language: Language): WorkflowGraph {
    const said = (node: GraphNode) =>
        node.kind === 'task' ? { ...node, said: taskWords(node, graph, protocol, language) } : node;
    return { ...graph, nodes: graph.nodes.map(said) };
}

function taskWords(task: TaskNode, graph: WorkflowGraph, protocol: Protocol, language: Language): TaskWords {
    const lane = graph.lanes[task.lane]?.title ?? '';
    const work = protocol.process?.nodes.find((n) => n.name === task.element);
    const { times, who } =
        (work?.kind === 'step' || work?.kind === 'escalation') && task.work === work.kind
            ? { times: timesOf(work, protocol, language), who: whoDoes(work, protocol, language) }
            : { times: task.due ? [valueText(task.due, language)] : [], who: whoMeets(task, lane, protocol, language) };
    const others = who.startsWith(lane) ? joined(who.slice(lane.length), language) : who;
    return {
        captions: inTwo([times[0] ?? '', others].filter((t) => t !== '')),
        whole: [
            who === '' || who.startsWith(`${WORDS.by[language]} `) ? who : `${WORDS.by[language]} ${who}`,
            ...times,
        ].filter((t) => t !== ''),
    };
}

/** There is room for two lines: of one that is too long the second has the rest. */
function inTwo(captions: readonly string[]): readonly string[] {
    const [only = '', ...others] = captions;
    return others.length > 0 || fitsCaption(only) ? captions : wrap(only, CAPTION_WIDTH, 2, CAPTION_SIZES[0]).lines;
}

function timesOf(work: Step | Escalation, protocol: Protocol, language: Language): string[] {
    const prefixed = (kind: string, { [language]: word }: { nl: string; en: string }) =>
        statementsOf(work, kind).map((s) => {
            const after = s.after ? ` ${SAID.after[language]} ${valueText(s.after, language)}` : '';
            return `${word} ${statementText(s, language)}${after}`;
        });
    return [
        ...prefixed('duur', SAID.duration),
        ...prefixed('binnen', SAID.within),
        ...work.deadlines
            // the others are events on its border
            .filter((d) => !d.otherwise && !d.otherwiseValue)
            .map((d) => {
                const usually = d.modality ? `${modalityText(d.modality, language)} ` : '';
                const since = d.after ? ` ${termSinceText(d.after, protocol, language)}` : '';
                return `${SAID.term[language]} ${usually}${valueText(d.value, language)}${since}`;
            }),
    ];
}

function whoDoes(work: Step | Escalation, protocol: Protocol, language: Language): string {
    const own = work.performers.length > 0 ? work.performers : work.activities.flatMap((a) => a.performers);
    const who = performersLine(protocol, own, language);
    const to = work.kind === 'escalation' ? receiversText(protocol, work, language) : '';
    return [who, to].filter((t) => t !== '').join(' ');
}

/** Who does it, as a line of its own: `door onbekend` where nobody is named. */
export function performersLine(protocol: Protocol, performers: readonly Performers[], language: Language): string {
    const who = performersText(protocol, performers, language);
    const isOpen = who !== '' && performers.every((p) => p.performers.length === 0);
    return isOpen ? `${WORDS.by[language]} ${who}` : who;
}

/** Of what two roles do at a handover. */
function whoMeets(task: TaskNode, lane: string, protocol: Protocol, language: Language): string {
    const titleOf = (name: string) => protocol.roles.find((r) => r.name === name)?.title ?? name;
    const others = othersIn(task).map(titleOf);
    return others.length === 0 ? lane : `${lane} ${WORDS.with[language]} ${others.join(', ')}`;
}

/** The roles that take part, besides the one in whose band a task stands; both meet at a handover. */
function othersIn({ work, candidates, with: present }: TaskNode): readonly string[] {
    return work === 'meet' ? [...candidates.slice(1), ...present] : present;
}

/** What stands behind the name of who a band is of: `, de arts met het gezin` becomes `en de arts met het gezin`. */
function joined(rest: string, language: Language): string {
    return rest
        .replace(/^, /, language === 'nl' ? 'en ' : 'and ')
        .replace(/^; /, '')
        .trim();
}
