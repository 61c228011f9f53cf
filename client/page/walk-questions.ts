import type { WalkFacts, WalkQuestion, WalkValue } from '../../server/requests.js';
import type { WalkTexts } from '../walk/texts.js';
import { element } from './elements.js';

/** The fields of questions, each with its own label. @param id unique on the page; @param given what is filled in already */
export function questionFields(
    questions: readonly WalkQuestion[],
    texts: WalkTexts,
    id: string,
    given: WalkFacts = {},
): HTMLElement[] {
    return questions.map((question, index) => fieldOf(question, texts, `${id}-${String(index)}`, given[question.name]));
}

/** What is filled in; what is not known is null. */
export function answersIn(form: HTMLFormElement, questions: readonly WalkQuestion[]): WalkFacts {
    const data = new FormData(form);
    return Object.fromEntries(questions.map((question) => [question.name, valueOf(question, data.get(question.name))]));
}

function valueOf({ type, values }: WalkQuestion, text: FormDataEntryValue | null): WalkValue | null {
    if (typeof text !== 'string' || text === '') {
        return null;
    }
    switch (type) {
        case 'yes-no':
            return text === 'yes';
        case 'number':
            return Number(text);
        case 'one-of':
            return values[Number(text)] ?? null;
        default:
            return text;
    }
}

function fieldOf(
    question: WalkQuestion,
    texts: WalkTexts,
    id: string,
    given: WalkValue | null | undefined,
): HTMLElement {
    const { name, label, type, values, required } = question;
    switch (type) {
        case 'yes-no': {
            const choices = [
                ['yes', texts.yes, given === true],
                ['no', texts.no, given === false],
                ...(required ? [] : [['', texts.unknown, given === null || given === undefined] as const]),
            ] as const;
            return element(
                'fieldset',
                {},
                element('legend', {}, label),
                ...choices.map(([value, text, checked]) =>
                    element(
                        'label',
                        {},
                        element('input', { type: 'radio', name, value, required, checked }),
                        ` ${text}`,
                    ),
                ),
            );
        }
        case 'one-of':
            return element(
                'p',
                {},
                element('label', { for: id }, label),
                element(
                    'select',
                    { id, name, required },
                    element('option', { value: '' }, required ? '' : texts.unknown),
                    ...values.map((value, i) =>
                        element('option', { value: String(i), selected: value === given }, shownAs(value, texts)),
                    ),
                ),
            );
        default:
            return element(
                'p',
                {},
                element('label', { for: id }, label),
                element('input', {
                    id,
                    name,
                    type,
                    required,
                    ...(type === 'number' ? { step: 'any', min: '0' } : {}),
                    value: given === null || given === undefined ? '' : String(given),
                }),
            );
    }
}

function shownAs(value: WalkValue, texts: WalkTexts): string {
    return typeof value === 'boolean' ? (value ? texts.yes : texts.no) : String(value);
}
