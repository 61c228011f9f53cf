import type { Machine } from '../language/execution/machine.js';
import type { Move } from '../language/execution/moves.js';
import type { FactValue } from '../language/execution/truth.js';
import { conditionText, valueText } from '../language/messages/wording.js';
import type { FlowNode } from '../language/model/process.js';
import type { Condition, Handover, Place } from '../language/model/protocol.js';
import { stationAt } from '../language/simulate/situation.js';
import type { Option } from '../language/simulate/walk.js';
import type { Language } from '../language/text/bilingual.js';
import type { WalkOption, WalkQuestion } from './requests.js';
import { spotOf } from './tree.js';
import { capital } from '../language/text/capital.js';

/** What can be chosen in a walk, in words, with what is asked about it. */
export function optionInWords(machine: Machine, { choice, move }: Option, language: Language): WalkOption {
    const { label, detail, at } = wordsOf(machine, move, language);
    return {
        choice,
        label,
        ...(detail === undefined ? {} : { detail }),
        group: GROUPS[move.kind],
        questions:
            move.kind === 'finish'
                ? stationAt(machine, move.token.at).determines.flatMap((index) => {
                      const name = machine.facts[index]?.name;
                      return name === undefined ? [] : [questionOf(machine, name, true)];
                  })
                : [],
        at: spotOf(at),
    };
}

const GROUPS: Readonly<Record<Move['kind'], WalkOption['group']>> = {
    begin: 'decision',
    finish: 'work',
    again: 'decision',
    enough: 'decision',
    leave: 'decision',
    'fall back': 'decision',
    choose: 'decision',
    take: 'decision',
    skip: 'decision',
    expire: 'event',
    escalate: 'event',
    interrupt: 'event',
};

/** What is asked about a fact, or about what a person decides by its text. */
export function questionOf(machine: Machine, name: string, required: boolean): WalkQuestion {
    const fact = machine.protocol.facts.find((f) => f.name === name);
    const domain = machine.facts[machine.factIndex.get(name) ?? -1]?.domain ?? [];
    const question = (type: WalkQuestion['type'], values: readonly FactValue[] = []): WalkQuestion => ({
        name,
        label: fact?.title ?? name,
        type,
        values,
        required,
    });
    switch (fact?.type) {
        case undefined:
        case 'yes-no':
            return question('yes-no');
        case 'number':
        case 'date':
        case 'text':
            return question(fact.type);
        case 'one-of':
            return question('one-of', fact.values.length > 0 ? fact.values : domain);
        case 'unspecified':
            return domain.every((value) => typeof value === 'boolean')
                ? question('yes-no')
                : question('one-of', domain);
    }
}

interface Words {
    readonly label: string;
    readonly detail?: string | undefined;
    readonly at: Place;
}

function wordsOf(machine: Machine, move: Move, language: Language): Words {
    const nl = language === 'nl';
    const at = (index: number) => stationAt(machine, index).node;
    const to = (target: number | undefined) =>
        target === undefined ? (nl ? 'wat hier niet is gezegd' : 'what is not said here') : titleOf(at(target));
    switch (move.kind) {
        case 'finish': {
            const node = at(move.token.at);
            return { label: nl ? `${titleOf(node)}: gedaan` : `${titleOf(node)}: done`, at: node.nameAt };
        }
        case 'begin': {
            const node = at(move.token.at);
            return { label: nl ? `Begint: ${titleOf(node)}` : `Begins: ${titleOf(node)}`, at: node.nameAt };
        }
        case 'again': {
            const { node, repeats } = stationAt(machine, move.token.at);
            const [until] = repeats.flatMap((r) => r.until ?? []);
            return {
                label: nl ? `Nog een keer: ${titleOf(node)}` : `Once more: ${titleOf(node)}`,
                detail: until && `${nl ? 'tot' : 'until'} ${conditionText(until, language)}`,
                at: node.nameAt,
            };
        }
        case 'enough': {
            const node = at(move.token.at);
            return {
                label: nl ? `Genoeg: verder na ${titleOf(node)}` : `Enough: on after ${titleOf(node)}`,
                at: node.nameAt,
            };
        }
        case 'leave': {
            const { arrow, handovers, target } = move.way;
            const on = nl ? `verder met ${to(target)}` : `on to ${to(target)}`;
            const names = handovers.map(titleOf).join(', ');
            return {
                label: names === '' ? capital(on) : nl ? `${names} bevestigd: ${on}` : `${names} confirmed: ${on}`,
                detail: [whenText(arrow.condition, arrow.kind === 'otherwise', language), ...handedOver(handovers, nl)]
                    .filter((text) => text !== '')
                    .join('; '),
                at: arrow.at,
            };
        }
        case 'fall back': {
            const { arrow, target } = move.way;
            const names = arrow.handovers.map((name) => titleOf(handoverOf(machine, name))).join(', ');
            return {
                label: nl
                    ? `${names} niet bevestigd: verder met ${to(target)}`
                    : `${names} not confirmed: on to ${to(target)}`,
                at: arrow.at,
            };
        }
        case 'choose':
        case 'take': {
            const node = at(move.kind === 'choose' ? move.part : move.token.at);
            return { label: nl ? `Kies ${titleOf(node)}` : `Choose ${titleOf(node)}`, at: node.nameAt };
        }
        case 'skip': {
            const node = at(move.token.at);
            return { label: nl ? `Sla ${titleOf(node)} over` : `Leave out ${titleOf(node)}`, at: node.nameAt };
        }
        case 'expire': {
            const node = at(move.station);
            const term = node.kind === 'end' ? undefined : node.deadlines.find((d) => d.at === move.way.arrow.at);
            const stated = term ? ` (${valueText(term.value, language)})` : '';
            return {
                label: nl
                    ? `De termijn van ${titleOf(node)}${stated} verstrijkt: verder met ${to(move.way.target)}`
                    : `The term of ${titleOf(node)}${stated} runs out: on to ${to(move.way.target)}`,
                at: move.way.arrow.at,
            };
        }
        case 'escalate': {
            const node = at(move.station);
            return {
                label: nl
                    ? `Opschalen vanuit ${titleOf(node)}: ${to(move.way.target)}`
                    : `Escalate from ${titleOf(node)}: ${to(move.way.target)}`,
                detail: whenText(move.way.arrow.condition, false, language),
                at: move.way.arrow.at,
            };
        }
        case 'interrupt': {
            const { interrupt, target } = machine.breaches[move.breach] ?? {};
            return {
                label: nl ? `Eerst ${to(target)}` : `First ${to(target)}`,
                detail: whenText(interrupt?.condition, false, language),
                at: interrupt?.at ?? machine.process.at,
            };
        }
    }
}

export function titleOf({ name, title }: Pick<FlowNode | Handover, 'name' | 'title'>): string {
    return title ?? name;
}

function handoverOf({ protocol }: Machine, name: string): Pick<Handover, 'name' | 'title'> {
    return protocol.handovers.find((h) => h.name === name) ?? { name };
}

function whenText(condition: Condition | undefined, otherwise: boolean, language: Language): string {
    const nl = language === 'nl';
    return condition
        ? `${nl ? 'als' : 'if'} ${conditionText(condition, language)}`
        : otherwise
          ? nl
              ? 'anders'
              : 'otherwise'
          : '';
}

/** `van Gezinswerker aan Hulpverlener` */
function handedOver(handovers: readonly Handover[], nl: boolean): string[] {
    return handovers.flatMap(({ from, to }) =>
        from && to ? [nl ? `van ${from.name} aan ${to.name}` : `from ${from.name} to ${to.name}`] : [],
    );
}
