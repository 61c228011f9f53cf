import type { Answer, Answered } from '../../language/rules/answers.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { printable, type Colors } from '../terminal.js';

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
    const paint = { holds: colors.green, fails: colors.red, undecided: colors.yellow, 'not-applicable': colors.dim };
    const rows = answers.flatMap(({ code, question, outcome, reasons }) => [
        `  ${question[language].padEnd(width)}  ${paint[outcome](OUTCOMES[outcome][language].padEnd(word))}  ${colors.dim(code)}`,
        ...reasons.map((reason) => `      ${printable(reason[language])}`),
    ]);
    return `${[title, ...rows].join('\n')}\n`;
}
