import type { Machine } from '../execution/machine.js';
import type { FlowNode } from '../model/process.js';
import type { Place } from '../model/protocol.js';
import type { Assignment, CaseEvent, During, Expectation, Scenario } from '../model/scenario.js';
import type { Bilingual } from '../text/bilingual.js';
import { capital } from '../text/capital.js';
import { nearest } from '../text/distance.js';
import { notAnAmount } from './amount-given.js';
import { sayableAt, textsAtStart, toChooseAround, type Sayable } from './sayable.js';

/** Something in a scenario that cannot be so in any course, whatever else it says. */
export interface Problem {
    readonly at: Place;
    readonly message: Bilingual;
}

/**
 * What a scenario says or expects that its process has no place for: a condition that nobody decides there, a fact that
 * does not become known there, a choice that there is not, a term that there is not, an element of another kind. A name
 * that is not there at all is for linking to find.
 */
export function problemsOf(machine: Machine, { given, during, expectations }: Scenario): Problem[] {
    const texts = textsAtStart(machine);
    return [
        ...given
            .flatMap((g) => g.assignments)
            .flatMap((given): Problem[] => {
                const { informal, at } = given;
                const message =
                    informal === undefined || texts.includes(informal)
                        ? wrongAmount(machine, START, given)
                        : notAsked(START, informal, texts);
                return message ? [{ at, message }] : [];
            }),
        ...during.flatMap((d) => duringProblems(machine, d)),
        ...expectations.flatMap((e) => expectationProblems(machine, e)),
    ];
}

/** Why a fact cannot have the figure that is given, and where that is. */
function wrongAmount(machine: Machine, where: Bilingual, { fact, value }: Assignment): Bilingual | undefined {
    const wrong = fact && notAnAmount(machine, fact.name, value);
    return wrong && { nl: `${capital(where.nl)}: ${wrong.nl}`, en: `${capital(where.en)}: ${wrong.en}` };
}

const START: Bilingual = { nl: 'bij de start', en: 'at the start' };

function duringProblems(machine: Machine, { node, events, at }: During): Problem[] {
    const sayable = sayableAt(machine, node.name);
    if (!sayable) {
        return [];
    }
    if (sayable.kind === 'end') {
        return [
            {
                at,
                message: {
                    nl: `${node.name} is een einde: daar gebeurt niets meer.`,
                    en: `${node.name} is an end: nothing happens there any more.`,
                },
            },
        ];
    }
    return events.flatMap((event): Problem[] => {
        const message = eventProblem(machine, node.name, sayable, event);
        return message ? [{ at: event.at, message }] : [];
    });
}

function eventProblem(machine: Machine, place: string, sayable: Sayable, event: CaseEvent): Bilingual | undefined {
    const where = { nl: `bij ${place}`, en: `at ${place}` };
    switch (event.type) {
        case 'fact':
            if (event.fact) {
                const { name } = event.fact;
                return sayable.facts?.includes(name) === false
                    ? notKnown(place, sayable, name)
                    : wrongAmount(machine, where, event);
            }
            return event.informal === undefined || sayable.texts.includes(event.informal)
                ? undefined
                : notAsked(where, event.informal, sayable.texts);
        case 'choice':
            return sayable.choices?.includes(event.node.name) === false
                ? (toChooseAround(machine, place, event.node.name) ??
                      notToChoose(place, event.node.name, sayable.choices))
                : undefined;
        case 'expiry':
            return sayable.hasTerm
                ? undefined
                : {
                      nl: `Bij ${place} kan geen termijn verstrijken: er staat daar geen \`termijn\`.`,
                      en: `At ${place} no term can run out: it has no \`termijn\`.`,
                  };
        case 'duration':
            return undefined;
    }
}

function notAsked({ nl, en }: Bilingual, text: string, texts: readonly string[]): Bilingual {
    const near = nearest(text, texts);
    const list = texts.map((t) => `"${t}"`).join(', ');
    const first: Bilingual = {
        nl: `Over "${text}" beslist ${nl} niemand`,
        en: `Nobody decides on "${text}" ${en}`,
    };
    return near !== undefined
        ? { nl: `${first.nl}. Bedoelde u "${near}"?`, en: `${first.en}. Did you mean "${near}"?` }
        : list === ''
          ? { nl: `${first.nl}.`, en: `${first.en}.` }
          : { nl: `${first.nl}, wel over ${list}.`, en: `${first.en}; what is decided is ${list}.` };
}

function notKnown(place: string, { kind, facts = [] }: Sayable, fact: string): Bilingual {
    const known = facts.length === 0 ? undefined : facts.join(', ');
    const also: Bilingual =
        known === undefined ? { nl: '', en: '' } : { nl: ` (wel ${known})`, en: ` (${known} does)` };
    const mend: Bilingual =
        kind === 'handover'
            ? { nl: 'Zeg het', en: 'Say it' }
            : { nl: `Zet daar \`bepaalt ${fact}\`, of zeg het`, en: `Add \`bepaalt ${fact}\` to it, or say it` };
    return {
        nl: `Bij ${place} wordt ${fact} niet bekend${also.nl}. ${mend.nl} bij een stap die dat bepaalt of bij de start.`,
        en: `At ${place} ${fact} does not become known${also.en}. ${mend.en} at a step that determines it or at the start.`,
    };
}

function notToChoose(place: string, chosen: string, choices: readonly string[]): Bilingual {
    const near = nearest(chosen, choices);
    const list = choices.join(', ');
    const [nl, en] =
        near !== undefined
            ? [`. Bedoelde u ${near}?`, `. Did you mean ${near}?`]
            : list === ''
              ? ['; er is daar niets te kiezen.', '; there is nothing to choose there.']
              : [`; wel ${list}.`, `; what can is ${list}.`];
    return {
        nl: `Bij ${place} kan ${chosen} niet worden gekozen${nl}`,
        en: `At ${place} ${chosen} cannot be chosen${en}`,
    };
}

const KINDS: Readonly<Record<FlowNode['kind'], Bilingual>> = {
    step: { nl: 'stap', en: 'step' },
    escalation: { nl: 'escalatie', en: 'escalation' },
    group: { nl: 'groep', en: 'group' },
    phase: { nl: 'fase', en: 'phase' },
    end: { nl: 'einde', en: 'end' },
};

function expectationProblems(machine: Machine, { kind, elements, after, at }: Expectation): Problem[] {
    const [name = ''] = elements.map((e) => e.name);
    const is = kindOf(machine, name);
    const problem = (nl: string, en: string): Problem[] => [{ at, message: { nl, en } }];
    if (is && kind === 'step' && is === 'end') {
        return problem(
            `${name} is een einde. Schrijf \`verwacht einde ${name}\`.`,
            `${name} is an end. Write \`verwacht einde ${name}\`.`,
        );
    }
    if (is && kind === 'escalation' && is !== 'escalation') {
        const expected = is === 'end' ? 'einde' : 'stap';
        return problem(
            `${name} is een ${KINDS[is].nl}, geen escalatie. Schrijf \`verwacht ${expected} ${name}\`.`,
            `${name} is a ${KINDS[is].en}, no escalation. Write \`verwacht ${expected} ${name}\`.`,
        );
    }
    const moment = after && kindOf(machine, after.name);
    if (after && moment && moment !== 'step' && moment !== 'escalation') {
        return problem(
            `${after.name} is een ${KINDS[moment].nl}. Noem achter \`na\` een stap of escalatie.`,
            `${after.name} is a ${KINDS[moment].en}. Name a step or escalation behind \`na\`.`,
        );
    }
    return [];
}

function kindOf({ process, index }: Machine, name: string): FlowNode['kind'] | undefined {
    return process.nodes[index.get(name) ?? -1]?.kind;
}
