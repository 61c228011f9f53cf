import type { QueriedElement } from '../../language/analysis/elements.js';
import type { Answer, Answered } from '../../language/rules/answers.js';
import type { FrameworkAnswers } from '../../language/rules/framework-answers.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { printable, type Colors } from '../terminal.js';
import { placeOf } from './place.js';
import type { PrintContext } from './report.js';
import { oneLine } from '../../language/text/one-line.js';

/** How an outcome is called. */
const OUTCOMES: Readonly<Record<Answer['outcome'], Bilingual>> = {
    holds: { nl: 'ja', en: 'yes' },
    fails: { nl: 'nee', en: 'no' },
    undecided: { nl: 'niet te zeggen', en: 'cannot be said' },
    'not-applicable': { nl: 'n.v.t.', en: 'n/a' },
};

/** The questions about all courses with their answers, a table for each interventie. */
export function proofsTable(all: readonly Answered[], language: Language, colors: Colors): string {
    return all.map((answered) => tableOf(answered, language, colors)).join('\n');
}

function tableOf({ protocol, answers, because }: Answered, language: Language, colors: Colors): string {
    const title = colors.underline(printable(protocol));
    if (!answers) {
        const none = { nl: 'er is niets bewezen', en: 'nothing is proved' };
        return `${title}\n  ${because ? `${printable(because[language])}: ` : ''}${none[language]}\n`;
    }
    const width = Math.max(...answers.map((a) => a.question[language].length));
    const word = Math.max(...answers.map((a) => OUTCOMES[a.outcome][language].length));
    const rows = answers.flatMap(({ code, question, outcome, reasons }) => [
        `  ${question[language].padEnd(width)}  ${paint(outcome, colors)(OUTCOMES[outcome][language].padEnd(word))}  ${colors.dim(code)}`,
        ...reasons.map((reason) => `      ${printable(reason[language])}`),
    ]);
    return `${[title, ...rows].join('\n')}\n`;
}

function paint(outcome: Answer['outcome'], { green, red, yellow, dim }: Colors): (text: string) => string {
    return { holds: green, fails: red, undecided: yellow, 'not-applicable': dim }[outcome];
}

const SATISFYING: Bilingual = { nl: 'wel', en: 'with' };
const NOT_SATISFYING: Bilingual = { nl: 'niet', en: 'without' };

/** Each `toets` of a framework with its outcome, the elements that have what it asks and those that have it not. */
export function queriesTable(
    { protocol, framework, answers }: FrameworkAnswers,
    language: Language,
    { colors, shownUri }: Pick<PrintContext, 'colors' | 'shownUri'>,
): string {
    const of = { nl: 'toetsen van', en: 'tests of' }[language];
    const texts = answers.map(({ query }) => printable(oneLine(query.text)));
    const codes = Math.max(...answers.map((a) => a.indicator.length));
    const width = Math.max(...texts.map((t) => t.length));
    const list = (word: Bilingual, elements: readonly QueriedElement[]): string[] => {
        const named = elements.map(
            ({ name, at }) => `${printable(oneLine(name))} (${shownUri(at.file)}:${placeOf(at.range)})`,
        );
        return elements.length > 0 ? [`      ${word[language]}: ${named.join(', ')}`] : [];
    };
    const rows = answers.flatMap(({ indicator, outcome, satisfying, notSatisfying, reasons }, i) => [
        `  ${indicator.padEnd(codes)}  ${(texts[i] ?? '').padEnd(width)}  ${paint(outcome, colors)(OUTCOMES[outcome][language])}`,
        ...list(SATISFYING, satisfying),
        ...list(NOT_SATISFYING, notSatisfying),
        ...reasons.map((reason) => `      ${printable(reason[language])}`),
    ]);
    return `${[colors.underline(printable(`${protocol}, ${of} ${framework}`)), ...rows].join('\n')}\n`;
}
