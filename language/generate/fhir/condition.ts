import type { Condition, FactTest } from '../../model/protocol.js';
import { interval, type Quantity, type Value } from '../../model/values.js';
import { informalTexts } from '../../simulate/said.js';
import type { Language } from '../../text/bilingual.js';
import { conditionText } from '../../messages/wording.js';
import type { ActionCondition } from './types.js';

/**
 * A condition as an expression of FHIRPath (https://hl7.org/fhirpath/N1/), over environment variables: a fact is the
 * variable of its name, empty while it is not known; what a person decides is a Boolean variable named by its words.
 * FHIRPath's `and`, `or` and `not()` are three-valued as those of the simulator are.
 */
export function fhirPath(condition: Condition): string {
    switch (condition.type) {
        case 'and':
        case 'or':
            return `(${fhirPath(condition.left)} ${condition.type} ${fhirPath(condition.right)})`;
        case 'not':
            return `${fhirPath(condition.operand)}.not()`;
        case 'informal':
        case 'open':
        case 'modal':
            return variable(informalTexts(condition)[0] ?? '');
        case 'fact':
            return condition.negated ? `(${factTest(condition)}).not()` : `(${factTest(condition)})`;
    }
}

/** Holds exactly where an expression does not come to true. */
export function unless(expression: string): string {
    return `iif(${expression}, false, true)`;
}

/** The variable of a name in FHIRPath. */
export function variable(name: string): string {
    return `%\`${name.replace(/[\\`]/g, (c) => `\\${c}`)}\``;
}

export function actionCondition(
    kind: ActionCondition['kind'],
    condition: Condition,
    language: Language,
): ActionCondition {
    return stated(kind, conditionText(condition, language), fhirPath(condition));
}

export function stated(kind: ActionCondition['kind'], description: string, expression: string): ActionCondition {
    return { kind, expression: { description, language: 'text/fhirpath', expression } };
}

function factTest(condition: FactTest): string {
    const { fact, test } = condition;
    const name = variable(fact.name);
    switch (test.type) {
        case 'yes':
        case 'no':
            return `${name} = ${String(test.type === 'yes')}`;
        case 'known':
            return `${name}.exists()`;
        case 'unknown':
            return `${name}.exists().not()`;
        case 'number':
            return amount(condition, name, test.value);
        case 'word':
            return `${name} = ${quoted(test.word)}`;
        case 'date':
            return `${name} = @${test.date}`;
        case 'text':
            return `${name} = ${quoted(test.text)}`;
    }
}

function amount(condition: FactTest, name: string, value: Value): string {
    const informal = informalTexts(condition)[0];
    if (informal !== undefined || value.type !== 'quantity') {
        return variable(informal ?? '');
    }
    return within(name, value);
}

function within(name: string, quantity: Quantity): string {
    const { low, high, lowIncluded, highIncluded } = interval(quantity);
    if (low === high && highIncluded) {
        return `${name} = ${String(low)}`;
    }
    const bounds = [
        ...(low > 0 || !lowIncluded ? [`${name} ${lowIncluded ? '>=' : '>'} ${String(low)}`] : []),
        ...(Number.isFinite(high) ? [`${name} ${highIncluded ? '<=' : '<'} ${String(high)}`] : []),
    ];
    return bounds.length === 0 ? `${name} >= 0` : bounds.join(' and ');
}

function quoted(text: string): string {
    return `'${text.replace(/[\\']/g, (c) => `\\${c}`)}'`;
}
