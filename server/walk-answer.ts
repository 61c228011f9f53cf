import { sumOfContacts } from '../language/execution/contacts.js';
import type { Machine } from '../language/execution/machine.js';
import { openStations } from '../language/execution/moves.js';
import type { Token } from '../language/execution/state.js';
import { factsIn } from '../language/execution/truth.js';
import { valueInWords } from '../language/analysis/values-in-words.js';
import { conditionText, modalityText, sinceText, valueText } from '../language/messages/wording.js';
import { withSpokenGroups } from '../language/model/unnamed-groups.js';
import type { Escalation, FlowNode, Step } from '../language/model/process.js';
import type { Deadline, Protocol, Ref } from '../language/model/protocol.js';
import { contactsInWords, momentInWords, timeInWords } from '../language/simulate/amounts.js';
import type { Moment } from '../language/simulate/clock.js';
import { NOT_CERTAIN } from '../language/simulate/run.js';
import { textsAtStart } from '../language/simulate/sayable.js';
import { stationAt } from '../language/simulate/situation.js';
import { stuck } from '../language/simulate/stuck-stop.js';
import type { Walked } from '../language/simulate/walk.js';
import type { Bilingual, Language } from '../language/text/bilingual.js';
import type { WalkAnswer, WalkDue, WalkPlace, WalkQuestion, WalkRole } from './requests.js';
import { headOf, spotOf } from './tree.js';
import { optionInWords, questionOf, titleOf } from './walk-options.js';

/** Where a walk is, in words. */
export function situationOf(
    machine: Machine,
    walked: Walked,
    language: Language,
): Omit<WalkAnswer, 'uri' | 'intervention' | 'title' | 'start' | 'begun'> {
    const { state, run, made, options } = walked;
    const { protocol } = machine;
    return {
        made,
        current: state.tokens
            .filter(({ stage }) => stage !== 'offered')
            .map((token) => placeOf(machine, token, walked, language)),
        roles: rolesOf(machine, walked, language),
        due: dueOf(machine, walked, language),
        options: options.map((option) => optionInWords(machine, option, language)),
        facts: Object.entries(run.log.at(-1)?.state.facts ?? {}).map(([name, value]) => ({
            label: protocol.facts.find((f) => f.name === name)?.title ?? name,
            value: valueInWords(value)[language],
        })),
        documents: documentsOf(protocol, walked, language),
        contacts: contactsInWords(sumOfContacts(run.contacts))[language],
        time: timeInWords(run.duration)[language],
        directors: directorsOf(protocol, run.directors, language),
        log: run.log.map((entry) => ({
            text: entry.message[language],
            when: momentInWords(entry)[language],
            at: spotOf(entry.at),
        })),
        ...outcomeOf(machine, walked, language),
    };
}

/** What may be known when a case begins: what its access asks, and what nothing in the process finds out. */
export function startQuestions(machine: Machine): WalkQuestion[] {
    const asked = new Set(machine.access.flatMap((c) => [...factsIn(c)]));
    const found = new Set(machine.stations.flatMap((s) => s.determines));
    const facts = machine.facts.filter(({ name }, index) => asked.has(name) || !found.has(index));
    return [...facts.map((f) => f.name), ...textsAtStart(machine)].map((name) => questionOf(machine, name, false));
}

const STAGES: Readonly<Record<Token['stage'], Bilingual>> = {
    busy: { nl: 'nu te doen', en: 'to be done now' },
    waiting: { nl: 'wacht', en: 'waits' },
    entering: { nl: 'kan beginnen', en: 'may begin' },
    holding: { nl: 'gedaan, nog niet klaar', en: 'done, not finished yet' },
    choosing: { nl: 'een ervan', en: 'one of these' },
    offered: { nl: 'naar keuze', en: 'optional' },
    repeating: { nl: 'gedaan; nog een keer?', en: 'done; once more?' },
    leaving: { nl: 'gedaan; hoe verder?', en: 'done; what next?' },
};

function placeOf(machine: Machine, { at, stage }: Token, { run }: Walked, language: Language): WalkPlace {
    const { node, guards } = stationAt(machine, at);
    const nl = language === 'nl';
    const notes: string[] = [];
    if (stage === 'waiting') {
        notes.push(`${nl ? 'pas als' : 'only when'} ${guards.map((g) => conditionText(g, language)).join(', ')}`);
    }
    if (isWork(node)) {
        const works = [node, ...node.activities];
        const names = (refs: readonly Ref[]) => [...new Set(refs.map((r) => r.name))];
        const lacking = names(works.flatMap((w) => w.requires)).filter((d) => !run.delivered.includes(d));
        const delivers = names(works.flatMap((w) => w.delivers));
        const said = {
            lacking: nl
                ? `nodig, en er nog niet: ${lacking.join(', ')}`
                : `needed, and not there yet: ${lacking.join(', ')}`,
            delivers: nl ? `levert ${delivers.join(', ')}` : `delivers ${delivers.join(', ')}`,
        };
        notes.push(...(lacking.length > 0 ? [said.lacking] : []), ...(delivers.length > 0 ? [said.delivers] : []));
    }
    return {
        name: node.name,
        label: titleOf(node),
        stage: STAGES[stage][language],
        isWaiting: stage === 'waiting',
        notes,
        at: spotOf(node.nameAt),
        head: headOf(node),
    };
}

function isWork(node: FlowNode): node is Step | Escalation {
    return node.kind === 'step' || node.kind === 'escalation';
}

/** What each role does in the work that is open: the step as a whole, and its activities. */
function rolesOf({ protocol, ...machine }: Machine, { state, run }: Walked, language: Language): WalkRole[] {
    const nl = language === 'nl';
    const tasks = new Map<string, { text: string; at: WalkPlace['at'] }[]>();
    const add = (role: string, text: string, at: WalkPlace['at']) => {
        const known = tasks.get(role) ?? [];
        tasks.set(role, known.some((t) => t.text === text) ? known : [...known, { text, at }]);
    };
    const busy = state.tokens.filter(({ stage }) => stage === 'busy');
    for (const node of busy.flatMap(({ at }) => machine.stations[at]?.node ?? []).filter(isWork)) {
        for (const { performers, with: others, at } of node.performers) {
            performers.forEach(({ name }) => {
                add(name, titleOf(node), spotOf(at));
            });
            others.forEach(({ name }) => {
                add(name, `${nl ? 'doet mee aan' : 'joins in'} ${titleOf(node)}`, spotOf(at));
            });
        }
        for (const { title, performers, at } of node.activities) {
            const own = performers.flatMap((p) => p.performers);
            const doing = own.length > 0 ? own : node.performers.flatMap((p) => p.performers);
            doing.forEach(({ name }) => {
                add(name, title === '' ? titleOf(node) : title, spotOf(at));
            });
        }
        if (node.performers.length === 0) {
            add('', titleOf(node), headOf(node));
        }
    }
    const order = ['', ...protocol.roles.map((r) => r.name)];
    return [...tasks]
        .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
        .map(([name, list]) => ({
            label: name === '' ? (nl ? 'Door wie is niet gezegd' : 'By whom is not said') : roleTitle(protocol, name),
            directs: directs(protocol, name, run.directors),
            tasks: list,
        }));
}

/** Whether a role directs, or fills a role that does. */
function directs({ roles }: Protocol, name: string, directors: readonly string[]): boolean {
    return directors.includes(name) || roles.some((r) => directors.includes(r.name) && r.filledBy?.name === name);
}

function directorsOf(protocol: Protocol, names: readonly string[], language: Language): string {
    const nobody = { nl: 'niemand', en: 'nobody' };
    const unsaid = { nl: 'niet gezegd', en: 'not said' };
    return names.length === 0
        ? nobody[language]
        : names.map((n) => (n === NOT_CERTAIN ? unsaid[language] : roleTitle(protocol, n))).join(', ');
}

function roleTitle({ roles }: Protocol, name: string): string {
    const role = roles.find((r) => r.name === name);
    const filledBy = role?.filledBy ? ` (${role.filledBy.name})` : '';
    return `${role?.title ?? name}${filledBy}`;
}

function dueOf(machine: Machine, { state, due }: Walked, language: Language): WalkDue[] {
    return [...openStations(machine, state)].flatMap((index) => {
        const { node } = stationAt(machine, index);
        const deadlines = node.kind === 'end' ? [] : node.deadlines;
        return deadlines.map((deadline) => ({
            text: `${titleOf(node)}: ${deadlineText(machine, deadline, language)}`,
            when: limitText(due.find(({ term }) => term.at === deadline.at)?.limit, language),
            at: spotOf(deadline.at),
        }));
    });
}

function deadlineText({ protocol }: Machine, { modality, value, after }: Deadline, language: Language): string {
    return [
        ...(modality ? [modalityText(modality, language)] : []),
        valueText(value, language),
        ...(after ? [language === 'nl' ? 'na' : 'after', sinceText(after, protocol, language)] : []),
    ].join(' ');
}

function limitText(limit: Moment | undefined, language: Language): string {
    return limit
        ? `${{ nl: 'uiterlijk', en: 'by' }[language]} ${momentInWords({ time: limit })[language]}`
        : { nl: 'wanneer is niet te zeggen', en: 'when cannot be said' }[language];
}

function documentsOf(protocol: Protocol, { run }: Walked, language: Language): WalkAnswer['documents'] {
    const label = (name: string) => protocol.documents.find((d) => d.name === name)?.title ?? name;
    return [...new Set([...run.delivered, ...run.handedOver])].map((name) => ({
        label: label(name),
        state: run.handedOver.includes(name)
            ? { nl: 'overgedragen', en: 'handed over' }[language]
            : { nl: 'is er', en: 'is there' }[language],
    }));
}

function outcomeOf(machine: Machine, { state, run, options }: Walked, language: Language): Pick<WalkAnswer, 'outcome'> {
    const nl = language === 'nl';
    const { process } = machine;
    const outcome = (text: string, place: Parameters<typeof spotOf>[0], isEnd: boolean) => ({
        outcome: { text, at: spotOf(place), isEnd },
    });
    if (run.stop) {
        return outcome(run.stop.message[language], run.stop.at, false);
    }
    if (typeof state.end === 'number') {
        const { node } = stationAt(machine, state.end);
        return outcome(nl ? `Einde: ${titleOf(node)}` : `End: ${titleOf(node)}`, node.at, true);
    }
    if (state.end === 'unknown') {
        return outcome(
            nl ? 'Hoe het hierna verder gaat, is niet gezegd.' : 'What comes next is not said.',
            run.log.at(-1)?.at ?? process.at,
            true,
        );
    }
    return options.length === 0
        ? outcome(
              withSpokenGroups(stuck(machine, state).message, machine.protocol)[language],
              run.log.at(-1)?.at ?? process.at,
              false,
          )
        : {};
}
