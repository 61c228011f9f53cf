import type { CaseEvent } from '../execution/case.js';
import type { Machine, Station } from '../execution/machine.js';
import type { State } from '../execution/state.js';
import type { FlowNode } from '../model/process.js';
import type { Handover, Place } from '../model/protocol.js';
import { statementsOf } from '../model/queries.js';
import type { Bilingual } from '../text/bilingual.js';

/** Why a case goes no further. */
export interface Stop {
    /**
     * - `incomplete`: the case does not say enough; the message says what must be said
     * - `contradictory`: the case says what cannot be
     * - `stuck`: nothing can happen any more, by the text itself
     * - `not-admitted`: the case does not meet `toegang als`
     * - `endless`: it takes more steps than the bound
     */
    readonly stop: 'incomplete' | 'contradictory' | 'stuck' | 'not-admitted' | 'endless';
    /** the name of the step, group or handover where it stops */
    readonly step?: string;
    readonly at: Place;
    readonly message: Bilingual;
    /** true where the text itself leaves open what is asked: `als onbekend` */
    readonly isOpen?: true;
    /** what may be added to the case */
    readonly say?: CaseEvent;
}

type Where = Pick<FlowNode, 'name' | 'nameAt'>;

function stop(kind: Stop['stop'], { name, nameAt }: Where, nl: string, en: string): Stop {
    return { stop: kind, step: name, at: nameAt, message: { nl, en } };
}

/** Nothing can happen any more. */
export function stuck(machine: Machine, state: State): Stop {
    const stations = state.tokens.flatMap((t) => machine.stations[t.at] ?? []);
    const names = stations.map((s) => s.node.name).join(', ');
    const waiting = state.tokens.every((t) => t.stage === 'waiting');
    const first = stations[0]?.node ?? machine.protocol;
    return stop(
        'stuck',
        first,
        waiting
            ? `Het loopt vast: ${names} wacht op een \`pas als\` waaraan niet meer wordt voldaan.`
            : `Het loopt vast bij ${names}: geen enkele weg verder geldt hier.`,
        waiting
            ? `It gets stuck: ${names} waits for a \`pas als\` that will not be met.`
            : `It gets stuck at ${names}: no way on holds here.`,
    );
}

/** Facts that a step determines and the case does not give. */
export function sayFacts(machine: Machine, node: FlowNode, names: readonly string[]): Stop {
    const example = names
        .map((name) => `${name} is ${exampleOf(machine.facts[machine.factIndex.get(name) ?? -1]?.domain[0])}`)
        .join(', ');
    const list = names.join(', ');
    const say = {
        step: node.name,
        facts: Object.fromEntries(
            names.map((n) => [n, machine.facts[machine.factIndex.get(n) ?? -1]?.domain[0] ?? true]),
        ),
    };
    const one = stop(
        'incomplete',
        node,
        `Bij ${node.name} is niet gezegd wat ${list} is. Zeg het zo: \`bij ${node.name}: ${example}\`.`,
        `At ${node.name} it is not said what ${list} is. Say it like this: \`bij ${node.name}: ${example}\`.`,
    );
    return { ...one, say };
}

function exampleOf(value: unknown): string {
    return value === true || value === undefined ? 'ja' : value === false ? 'nee' : String(value);
}

/** A step determines a fact, and the case says that it stays unknown there. */
export function becomesKnown(machine: Machine, node: FlowNode, name: string): Stop {
    const value = exampleOf(machine.facts[machine.factIndex.get(name) ?? -1]?.domain[0]);
    return stop(
        'contradictory',
        node,
        `Bij ${node.name} wordt ${name} bekend: daar staat \`bepaalt ${name}\`. Zeg wat het dan is: \`bij ${node.name}: ${name} is ${value}\`.`,
        `At ${node.name} ${name} becomes known: it says \`bepaalt ${name}\`. Say what it is then: \`bij ${node.name}: ${name} is ${value}\`.`,
    );
}

/** Of what a person decides; a text that is not there cannot be decided on by name. */
function decided(node: FlowNode, [text]: readonly string[], one: Stop): Stop {
    return text === undefined || text === OPEN_CONDITION
        ? { ...one, isOpen: true }
        : { ...one, say: { step: node.name, facts: { [text]: true } } };
}

/** How a case names a condition of which the text says `als onbekend`. */
export const OPEN_CONDITION = 'onbekend';

/** A condition that a person decides on. */
export function decideOn(node: FlowNode, texts: readonly string[]): Stop {
    const said = texts[0] ?? OPEN_CONDITION;
    return decided(
        node,
        texts,
        stop(
            'incomplete',
            node,
            `Bij ${node.name} beslist een mens. Zeg wat die beslist: \`bij ${node.name}: "${said}" is ja\` (of \`nee\`).`,
            `At ${node.name} a person decides. Say what: \`bij ${node.name}: "${said}" is ja\` (or \`nee\`).`,
        ),
    );
}

/** Several ways on, between which a person decides. */
export function chooseWay(node: FlowNode, texts: readonly string[], ways: readonly string[]): Stop {
    const said = texts[0] ?? OPEN_CONDITION;
    const way = ways[0] ?? '';
    return decided(
        node,
        texts,
        stop(
            'incomplete',
            node,
            `Na ${node.name} beslist een mens waar het heen gaat: ${ways.join(', ')}. Zeg \`bij ${node.name}: "${said}" is ja\` (of \`nee\`), of \`bij ${node.name}: kiest ${way}\`.`,
            `After ${node.name} a person decides where it goes: ${ways.join(', ')}. Say \`bij ${node.name}: "${said}" is ja\` (or \`nee\`), or \`bij ${node.name}: kiest ${way}\`.`,
        ),
    );
}

/** `een van`, of which the case chooses none. */
export function chooseOne(node: FlowNode, parts: readonly string[]): Stop {
    const list = parts.join(', ');
    const one = stop(
        'incomplete',
        node,
        `Bij ${node.name} gebeurt er één van ${list}. Zeg welke: \`bij ${node.name}: kiest ${parts[0] ?? ''}\`.`,
        `At ${node.name} one of ${list} happens. Say which: \`bij ${node.name}: kiest ${parts[0] ?? ''}\`.`,
    );
    return { ...one, say: { step: node.name, chooses: parts.slice(0, 1) } };
}

/** What is chosen cannot be chosen there. */
export function cannotChoose(node: FlowNode, chosen: string, ways: readonly string[]): Stop {
    const nl = ways.length > 0 ? `wel ${ways.join(', ')}` : 'er is hier niets te kiezen';
    const en = ways.length > 0 ? `what can is ${ways.join(', ')}` : 'there is nothing to choose here';
    return stop(
        'contradictory',
        node,
        `Bij ${node.name} kan ${chosen} niet worden gekozen; ${nl}.`,
        `At ${node.name} ${chosen} cannot be chosen; ${en}.`,
    );
}

/** A fact becomes known where the text does not say so. */
export function notDetermined(node: Where, fact: string): Stop {
    return stop(
        'contradictory',
        node,
        `Bij ${node.name} wordt ${fact} niet bekend. Zet daar \`bepaalt ${fact}\`, of zeg het bij een stap die dat bepaalt of bij de start.`,
        `At ${node.name} ${fact} does not become known. Add \`bepaalt ${fact}\` to it, or say it at a step that determines it or at the start.`,
    );
}

/** A case says of work that it comes first, while other work is surely over before. */
export function outOfOrder({ protocol }: Machine, { node }: Station, { node: before }: Station): Stop {
    const said = [before, node].flatMap(({ name, ...rest }) => {
        const stated = [
            ...('statements' in rest ? statementsOf(rest, 'duur').flatMap((s) => s.values) : []),
            ...('deadlines' in rest ? rest.deadlines.map((d) => d.value) : []),
        ];
        return stated.flatMap((value) => (value?.type === 'quantity' ? [`${name} “${value.text}”`] : []));
    });
    const because = said.length === 0 ? '' : ` (${said.join(', ')})`;
    return stop(
        'contradictory',
        node.kind === 'end' ? protocol : node,
        `${node.name} kan niet klaar zijn vóór ${before.name}: ${before.name} is door de duren en termijnen zeker eerder${because}. Zet \`bij ${before.name}\` vóór \`bij ${node.name}\`, of zeg daar met \`duurt …\` hoe lang het hier duurt.`,
        `${node.name} cannot be done before ${before.name}: by durations and terms ${before.name} surely comes first${because}. Put \`bij ${before.name}\` before \`bij ${node.name}\`, or say there with \`duurt …\` how long it takes here.`,
    );
}

/** `klaar als` is not met by what the case says. */
export function notDone(node: FlowNode): Stop {
    return stop(
        'contradictory',
        node,
        `${node.name} is hiermee niet klaar: wat er bij die stap bekend wordt, voldoet niet aan \`klaar als\`.`,
        `${node.name} is not done by this: what becomes known there does not meet its \`klaar als\`.`,
    );
}

/** A term runs out where there is none that leads on. */
export function noTerm(node: FlowNode): Stop {
    return stop(
        'contradictory',
        node,
        `Bij ${node.name} kan geen termijn verstrijken: er staat geen \`termijn … anders: …\` die nu nog geldt.`,
        `At ${node.name} no term can run out: it has no \`termijn … anders: …\` that still holds now.`,
    );
}

/** A handover is not confirmed, and nothing says where a case goes then. */
export function noFallback(handover: Handover, node: FlowNode): Stop {
    return stop(
        'contradictory',
        handover,
        `Overdracht ${handover.name} vanuit ${node.name} wordt niet bevestigd, en er staat niet wat er dan gebeurt. Zet er \`bij uitblijven: …\` bij.`,
        `Handover ${handover.name} from ${node.name} is not confirmed, and nothing says what happens then. Add \`bij uitblijven: …\`.`,
    );
}

/** A condition for access is not met, or asks what the case does not say. */
export function notAdmitted(process: Where, missing: readonly string[]): Stop {
    const list = missing.join(', ');
    return missing.length > 0
        ? stop(
              'incomplete',
              process,
              `Het is niet bekend of dit gezin wordt toegelaten. Zeg bij de start wat ${list} is.`,
              `It is not known whether this family is admitted. Say at the start what ${list} is.`,
          )
        : stop(
              'not-admitted',
              process,
              'Dit gezin wordt niet toegelaten: het voldoet niet aan `toegang als`.',
              'This family is not admitted: it does not meet `toegang als`.',
          );
}

/** A case that does not come to an end within the bound. */
export function endless(node: Where, most: number): Stop {
    const count = String(most);
    return stop(
        'endless',
        node,
        `Na ${count} gebeurtenissen is er nog geen einde. Komt het gezin steeds op dezelfde plek terug?`,
        `After ${count} events there is no end yet. Does the family keep coming back to the same place?`,
    );
}

/** A message as it goes on behind a word: one that begins with a name keeps its capital. */
export function inSentence(text: string): string {
    return text.replace(/^(Bij|Na|Er|Het|Dit|De|At|After|There|It|This|The) /, (word) => word.toLowerCase());
}
