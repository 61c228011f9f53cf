import type { Machine } from '../execution/machine.js';
import {
    decidedWords,
    FALSE,
    isInformal,
    isOpenAmount,
    OPEN,
    OPEN_CONDITION,
    TRUE,
    truthsOf,
    type Known,
} from '../execution/truth.js';
import type { Condition } from '../model/protocol.js';
import { questionsIn } from '../model/queries.js';
import type { Visit } from './script.js';

/** Whether nothing in a condition is left for a person to decide. */
export function isDecided(condition: Condition, known: Known): boolean {
    return !isInformal(condition) || [TRUE, FALSE, OPEN].includes(truthsOf(condition, known));
}

/** What a person decides on, by the facts of a visit. */
export function decidedBy({ event }: Visit): (text: string) => boolean | undefined {
    return (text) => {
        const said = event?.facts?.[text];
        return typeof said === 'boolean' ? said : undefined;
    };
}

/** The texts in a condition of which a visit does not say what a person decides. */
export function undecidedTexts(condition: Condition, visit: Visit): string[] {
    const decided = decidedBy(visit);
    return informalTexts(condition).filter((text) => decided(text) === undefined);
}

/** The texts of what a person decides in a condition. */
export function informalTexts(condition: Condition): string[] {
    return questionsIn(condition).flatMap((question): string[] => {
        switch (question.type) {
            case 'informal':
            case 'open':
            case 'modal':
                return [decidedWords(question)];
            case 'fact': {
                const { test } = question;
                if (isOpenAmount(question)) {
                    return [OPEN_CONDITION];
                }
                return isInformal(question) && test.type === 'number' && test.value.type === 'quantity'
                    ? [test.value.text]
                    : [];
            }
        }
    });
}

/** A fact that the case says and that does not become known there. */
export function strayFact(machine: Machine, { event }: Visit, determined: readonly string[]): string | undefined {
    return Object.keys(event?.facts ?? {}).find((name) => isFact(machine, name) && !determined.includes(name));
}

function isFact(machine: Machine, name: string): boolean {
    return machine.factIndex.has(name) || machine.protocol.facts.some((f) => f.name === name);
}
