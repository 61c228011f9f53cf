import type { CaseEvent } from '../execution/case.js';
import type { Machine, Station, Way } from '../execution/machine.js';
import { isOpen, waysThatMayBeTaken, type Move } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import { OPEN_CONDITION } from '../execution/truth.js';
import type { FlowNode } from '../model/process.js';
import type { Handover, Place } from '../model/protocol.js';
import { statementsOf } from '../model/queries.js';
import { enumerate } from '../text/numbers.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Answered } from './answered.js';
import { toChooseAround } from './sayable.js';
import { nameOf, stationAt } from './situation.js';

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

export function stop(kind: Stop['stop'], { name, nameAt }: Where, nl: string, en: string): Stop {
    return { stop: kind, step: name, at: nameAt, message: { nl, en } };
}

/** Facts that a step determines and the case does not give. @param chosen where the case goes then, by what it chooses */
export function sayFacts(machine: Machine, node: FlowNode, names: readonly string[], chosen?: string): Stop {
    const example = names
        .map((name) => `${name} is ${exampleOf(machine.facts[machine.factIndex.get(name) ?? -1]?.domain[0])}`)
        .join(', ');
    const list = enumerate(names);
    const [is, are] = names.length === 1 ? ['is', 'is'] : ['zijn', 'are'];
    const follows =
        chosen === undefined
            ? { nl: '', en: '' }
            : {
                  nl: ` Of het naar ${chosen} gaat, volgt daaruit; kiezen is dan niet nodig.`,
                  en: ` Whether it goes to ${chosen} follows from that; there is no need to choose then.`,
              };
    const say = {
        step: node.name,
        facts: Object.fromEntries(
            names.map((n) => [n, machine.facts[machine.factIndex.get(n) ?? -1]?.domain[0] ?? true]),
        ),
    };
    const one = stop(
        'incomplete',
        node,
        `Bij ${node.name} is niet gezegd wat ${list.nl} ${is}. Zeg het zo: \`bij ${node.name}: ${example}\`.${follows.nl}`,
        `At ${node.name} it is not said what ${list.en} ${are}. Say it like this: \`bij ${node.name}: ${example}\`.${follows.en}`,
    );
    return { ...one, say };
}

export function exampleOf(value: unknown): string {
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
function decided(
    node: FlowNode,
    texts: readonly string[],
    open: readonly [nl: string, en: string],
    say: (text: string) => readonly [nl: string, en: string],
): Stop {
    const [text = OPEN_CONDITION] = texts;
    return text === OPEN_CONDITION
        ? { ...stop('incomplete', node, ...open), isOpen: true }
        : { ...stop('incomplete', node, ...say(text)), say: { step: node.name, facts: { [text]: true } } };
}

/** A condition that a person decides on. */
export function decideOn(node: FlowNode, texts: readonly string[]): Stop {
    return decided(
        node,
        texts,
        [
            `Bij ${node.name} is niet te zeggen hoe het verdergaat: de voorwaarde is in de tekst \`onbekend\`.`,
            `At ${node.name} it cannot be told how it goes on: the condition is \`onbekend\` in the text.`,
        ],
        (said) => [
            `Bij ${node.name} beslist een mens. Zeg wat die beslist: \`bij ${node.name}: "${said}" is ja\` (of \`nee\`).`,
            `At ${node.name} a person decides. Say what: \`bij ${node.name}: "${said}" is ja\` (or \`nee\`).`,
        ],
    );
}

/** Several ways on, between which a person decides. */
export function chooseWay(node: FlowNode, texts: readonly string[], ways: readonly string[]): Stop {
    const list = ways.join(', ');
    const way = ways[0] ?? '';
    return decided(
        node,
        texts,
        [
            `Na ${node.name} is niet te zeggen waar het heen gaat (${list}): de voorwaarde is in de tekst \`onbekend\`. Met \`bij ${node.name}: kiest ${way}\` zegt het scenario het zelf.`,
            `After ${node.name} it cannot be told where it goes (${list}): the condition is \`onbekend\` in the text. With \`bij ${node.name}: kiest ${way}\` the scenario says so itself.`,
        ],
        (said) => [
            `Na ${node.name} beslist een mens waar het heen gaat: ${list}. Zeg \`bij ${node.name}: "${said}" is ja\` (of \`nee\`), of \`bij ${node.name}: kiest ${way}\`.`,
            `After ${node.name} a person decides where it goes: ${list}. Say \`bij ${node.name}: "${said}" is ja\` (or \`nee\`), or \`bij ${node.name}: kiest ${way}\`.`,
        ],
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

/** What is chosen cannot be chosen there. @param ways where a case may go instead */
export function cannotChoose(
    machine: Machine,
    state: State,
    { node, ...station }: Station,
    chosen: string,
    ways: readonly string[],
): Stop {
    const most = boundReached(machine, state, station, chosen);
    if (most !== undefined) {
        const times = `${chosen} hoogstens ${String(most)} keer`;
        const other = ways.length > 0 ? enumerate(ways) : undefined;
        return stop(
            'contradictory',
            node,
            `Bij ${node.name} kan ${chosen} niet nog een keer: de grens \`${times}\` is dan al bereikt.${other ? ` Wel kan ${other.nl}.` : ''}`,
            `At ${node.name} ${chosen} cannot happen once more: the bound \`${times}\` is reached by then.${other ? ` What can is ${other.en}.` : ''}`,
        );
    }
    const around = toChooseAround(machine, node.name, chosen);
    if (around) {
        return stop('contradictory', node, around.nl, around.en);
    }
    const nl = ways.length > 0 ? `wel ${ways.join(', ')}` : 'er is hier niets te kiezen';
    const en = ways.length > 0 ? `what can is ${ways.join(', ')}` : 'there is nothing to choose here';
    return stop(
        'contradictory',
        node,
        `Bij ${node.name} kan ${chosen} niet worden gekozen; ${nl}.`,
        `At ${node.name} ${chosen} cannot be chosen; ${en}.`,
    );
}

/**
 * The bound of what leads to a place, where that is reached: of the ways from a station and of each `altijd als`.
 *
 * @returns undefined where a way without a bound leads there, or one whose bound is not reached, or none
 */
export function boundReached(
    machine: Machine,
    state: State,
    { exits, escalations }: Pick<Station, 'exits' | 'escalations'>,
    name: string,
): number | undefined {
    const target = machine.index.get(name);
    const leading = [...exits, ...escalations, ...machine.breaches].filter((w) => w.target === target);
    const isReached = leading.length > 0 && leading.every((w) => !isOpen(state, machine, w));
    return isReached ? Math.max(...leading.map(({ counter = -1 }) => machine.bounds[counter] ?? 0)) : undefined;
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
    // what of a group or phase is done is not done again
    const isWork = node.kind === 'step' || node.kind === 'escalation';
    return stop(
        'contradictory',
        node,
        `${node.name} is hiermee niet klaar: wat er dan bekend is, voldoet niet aan \`klaar als\`.${isWork ? ` Aan ${node.name} wordt gewerkt tot dat zo is.` : ''}`,
        `${node.name} is not done by this: what is known then does not meet its \`klaar als\`.${isWork ? ` ${node.name} is worked on until it does.` : ''}`,
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

/** A term runs out of which what it counts from has not been. */
export function notCounting(node: FlowNode, way: Way): Stop {
    const term = termOf(node, way);
    return stop(
        'contradictory',
        node,
        `Bij ${node.name} kan ${term} niet verstrijken: wat hij vanaf telt, is er nog niet geweest.`,
        `At ${node.name} ${term} cannot run out: what it counts from has not been yet.`,
    );
}

/** Nothing but a term leads on, and the case does not say that it runs out. */
export function onlyByTerm(node: FlowNode): Stop {
    return {
        ...stop(
            'incomplete',
            node,
            `Bij ${node.name} gaat het alleen nog verder als een termijn verstrijkt. Zeg het zo: \`bij ${node.name}: termijn verstrijkt\`.`,
            `At ${node.name} it only goes on when a term runs out. Say so: \`bij ${node.name}: termijn verstrijkt\`.`,
        ),
        say: { step: node.name, expires: true },
    };
}

/** A term runs out that cannot in time. @param other the term that is over first, where one is */
export function runsOutNever(machine: Machine, move: Expiry, other: Move | undefined): Stop {
    const { node } = stationAt(machine, move.station);
    const term = termOf(node, move.way);
    if (other?.kind !== 'expire') {
        return stop(
            'contradictory',
            node,
            `Bij ${node.name} kan ${term} niet verstrijken: dan is het daar door de duren en termijnen zeker al voorbij.`,
            `At ${node.name} ${term} cannot run out: by durations and terms it is surely over there by then.`,
        );
    }
    const before = stationAt(machine, other.station).node;
    const first = termOf(before, other.way);
    const chosen = before === node ? `, kiest ${nameOf(machine, other.way)}` : '';
    return stop(
        'contradictory',
        node,
        `Bij ${node.name} kan ${term} niet verstrijken: ${first} van ${before.name} is zeker eerder om. Schrijf daarvoor \`bij ${before.name}: termijn verstrijkt${chosen}\`, of maak een van de termijnen anders.`,
        `At ${node.name} ${term} cannot run out: ${first} of ${before.name} is surely over before. Write \`bij ${before.name}: termijn verstrijkt${chosen}\` for that, or change one of the terms.`,
    );
}

type Expiry = Move & { readonly kind: 'expire' };

/** A term as it is stated. */
function termOf(node: FlowNode, { arrow }: Way): string {
    const value = node.kind === 'end' ? undefined : node.deadlines.find((d) => d.at === arrow.at)?.value;
    return value?.type === 'quantity' ? `“${value.text}”` : '`termijn`';
}

/**
 * A handover is not confirmed, and nothing says where a case goes then.
 *
 * @param fallbacks those of its way, each of which is used up
 */
export function noFallback(handover: Handover, node: FlowNode, fallbacks: readonly Way[]): Stop {
    const last = fallbacks.filter(({ arrow }) => arrow.handovers.includes(handover.name)).at(-1)?.arrow;
    if (last?.to !== undefined) {
        const times = `${last.to} hoogstens ${String(last.atMost)} keer`;
        const absent = `${last.otherwise ? 'anders' : 'bij uitblijven'}: ${times}`;
        const mend = last.otherwise ? '' : ` Schrijf \`${absent}, anders: …\`.`;
        const mendEn = last.otherwise ? '' : ` Write \`${absent}, anders: …\`.`;
        return stop(
            'contradictory',
            handover,
            `Overdracht ${handover.name} vanuit ${node.name} wordt weer niet bevestigd, en de grens van \`${absent}\` is dan al bereikt. Er staat niet wat er dan gebeurt.${mend}`,
            `Handover ${handover.name} from ${node.name} is not confirmed again, and the bound of \`${absent}\` is reached by then. Nothing says what happens then.${mendEn}`,
        );
    }
    return stop(
        'contradictory',
        handover,
        `Overdracht ${handover.name} vanuit ${node.name} wordt niet bevestigd, en er staat niet wat er dan gebeurt. Zet er \`bij uitblijven: …\` bij.`,
        `Handover ${handover.name} from ${node.name} is not confirmed, and nothing says what happens then. Add \`bij uitblijven: …\`.`,
    );
}

/** A case says where it goes by a handover that is confirmed, or by one that leads elsewhere when it is not. */
export function confirmedAll(handover: Handover, chosen: string, targets: readonly string[]): Stop {
    const { name } = handover;
    if (!targets.includes(chosen)) {
        return stop(
            'contradictory',
            handover,
            `Overdracht ${name} gaat niet naar ${chosen}, ook niet als de bevestiging uitblijft. Haal \`kiest ${chosen}\` weg.`,
            `Handover ${name} does not go to ${chosen}, nor when its confirmation stays out. Remove \`kiest ${chosen}\`.`,
        );
    }
    const line = `bij ${name}: termijn verstrijkt, kiest ${chosen}`;
    return stop(
        'contradictory',
        handover,
        `Overdracht ${name} wordt bevestigd, dus dan gaat het niet naar ${chosen}. Blijft de bevestiging uit, schrijf dan \`${line}\`.`,
        `Handover ${name} is confirmed, so then it does not go to ${chosen}. Where its confirmation stays out, write \`${line}\`.`,
    );
}

/** A handover is not confirmed, its term and its confirmation lead elsewhere, and the case does not say which runs out. */
export function whichFallback(handover: Handover, targets: readonly string[]): Stop {
    const lines = targets.map((t) => `\`bij ${handover.name}: termijn verstrijkt, kiest ${t}\``);
    return stop(
        'incomplete',
        handover,
        `Bij ${handover.name} kan de termijn verstrijken en de bevestiging uitblijven, en dat leidt niet naar dezelfde plaats. Schrijf ${lines.join(' of ')}.`,
        `At ${handover.name} the term can run out and the confirmation stay out, and these lead to other places. Write ${lines.join(' or ')}.`,
    );
}

/** A condition for access is not met, or asks what the case does not say. */
export function notAdmitted(process: Where, missing: readonly string[]): Stop {
    const list = enumerate(missing);
    const [is, are] = missing.length === 1 ? ['is', 'is'] : ['zijn', 'are'];
    return missing.length > 0
        ? stop(
              'incomplete',
              process,
              `Het is niet bekend of dit gezin wordt toegelaten. Zeg bij de start wat ${list.nl} ${is}.`,
              `It is not known whether this family is admitted. Say at the start what ${list.en} ${are}.`,
          )
        : stop(
              'not-admitted',
              process,
              'Dit gezin wordt niet toegelaten: het voldoet niet aan `toegang als`.',
              'This family is not admitted: it does not meet `toegang als`.',
          );
}

/**
 * A case that does not come to an end within the bound.
 *
 * @param state where it is then
 * @param unbounded where it went on last though a bound that is not known may have been reached
 */
export function endless(machine: Machine, state: State, unbounded: Station | undefined, most: number): Stop {
    const count = String(most);
    if (!unbounded) {
        return stop(
            'endless',
            machine.protocol,
            `Na ${count} gebeurtenissen is er nog geen einde. Komt het gezin steeds op dezelfde plek terug?`,
            `After ${count} events there is no end yet. Does the family keep coming back to the same place?`,
        );
    }
    const { node } = unbounded;
    const other = waysThatMayBeTaken(machine, state, unbounded).find((w) => !w.mayBeUsedUp);
    const [nl, en] = other
        ? [
              ` Is de grens bereikt, zeg dat dan met \`bij ${node.name}: kiest ${nameOf(machine, other)}\`.`,
              ` Once the bound is reached, say so with \`bij ${node.name}: kiest ${nameOf(machine, other)}\`.`,
          ]
        : ['', ''];
    return stop(
        'endless',
        node,
        `Na ${count} gebeurtenissen is er nog geen einde: hoe vaak het bij ${node.name} hoogstens opnieuw gaat, is niet bekend.${nl}`,
        `After ${count} events there is no end yet: how often at most it goes round at ${node.name} is not known.${en}`,
    );
}

/** A message as it goes on behind a word: one that begins with a name keeps its capital. */
export function inSentence(text: string): string {
    return text.replace(/^(Bij|Na|Er|Het|Dit|De|At|After|There|It|This|The) /, (word) => word.toLowerCase());
}

/** The case says that work is done once more, and what stands behind `tot` holds. */
export function notAgain(node: FlowNode): Stop {
    const { name } = node;
    return stop(
        'contradictory',
        node,
        `${name} kan niet nog een keer: wat daar achter \`herhaal … tot\` staat, geldt dan al. Laat \`kiest ${name}\` (in JSON \`again\`) daar weg, of geef het gegeven een andere waarde.`,
        `${name} cannot be done once more: what stands behind \`herhaal … tot\` there holds already. Leave out \`kiest ${name}\` (in JSON \`again\`) there, or give the fact another value.`,
    );
}

/** An `altijd als` holds by what was answered when work was done, and then the case is at an end already. */
export function endsBefore(node: FlowNode, { breach, text }: Answered, end: string): Stop {
    const target = breach.interrupt.target?.node.name ?? '';
    return stop(
        'contradictory',
        node,
        `Met het antwoord op "${text}" geldt bij ${node.name} de \`altijd als\` naar ${target}, en hierna is het gezin al bij ${end}. Gaat het naar ${target}, schrijf dan \`bij ${node.name}: kiest ${target}\`; anders laat u het antwoord weg.`,
        `By the answer to "${text}" the \`altijd als\` to ${target} holds at ${node.name}, and after this the case is at ${end} already. Where it goes to ${target}, write \`bij ${node.name}: kiest ${target}\`; else leave the answer out.`,
    );
}
