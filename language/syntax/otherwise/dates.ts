import { MONTHS } from '../../model/values.js';
import type { Bilingual } from '../../text/bilingual.js';
import { instead } from '../wording.js';
import type { Mistake } from './mistake.js';

const SIDE_OF_DATE = /^(voor|vóór|na|vanaf|sinds|tot|uiterlijk|eerder|later)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Blocks in which `termijn` says what `binnen` says elsewhere. */
const WITH_TERM = new Set(['stap', 'fase']);

/** `termijn uiterlijk week 6`, `begint in week 6`: counted from a moment, or in words. */
export function numberedWeek({ line }: Mistake): Bilingual | undefined {
    const said =
        /^(termijn|begint) ((?:(?:uiterlijk|voor|binnen|tot|in|vanaf|op|aan het eind van) )*(week|maand) (\d+))(?: na aanmelding)?$/;
    const [, word = '', text = '', unit = '', figure = ''] = said.exec(line) ?? [];
    if (word === '') {
        return undefined;
    }
    const isTerm = word === 'termijn';
    const count = isTerm ? Number(figure) : Number(figure) - 1;
    const units = count === 1 ? unit : unit === 'week' ? 'weken' : 'maanden';
    const counted = `${word} ${String(count)} ${units} na aanmelding`;
    const inWordsOnly = isTerm ? `termijn "${text}"` : `begint bij "${text}"`;
    return {
        nl: `Een tijd telt vanaf een moment. Is \`${unit} ${figure}\` geteld vanaf de aanmelding, schrijf dan \`${counted}\`; anders in een tekst: \`${inWordsOnly}\`.`,
        en: `A time counts from a moment. If \`${unit} ${figure}\` counts from registration, write \`${counted}\`; otherwise in a text: \`${inWordsOnly}\`.`,
    };
}

/** `januari 2020 tot en met december 2022`: months are no value, and stand in quotes. */
export function monthsInText({ words, at }: Mistake): Bilingual | undefined {
    const written = words.slice(at);
    const end = written.findIndex((w) => !/^[\p{L}\d/]/u.test(w));
    const text = /^.*\b\d{4}\b/.exec(written.slice(0, end < 0 ? undefined : end).join(' '))?.[0];
    return at > 0 && MONTHS.includes(written[0]?.toLowerCase() ?? '') && text !== undefined
        ? instead(`"${text}"`, text)
        : undefined;
}

/** `als startdatum voor 2026-06-01`: a condition asks of a date only whether it is the one. */
export function beforeOrAfter({ words, at: wrong }: Mistake): Bilingual | undefined {
    const at = DATE.test(words[wrong] ?? '') ? wrong - 1 : wrong;
    const [fact = '', word = '', date = ''] = words.slice(Math.max(0, at - 1), at + 2);
    if (!words.slice(0, Math.max(0, at)).includes('als') || !SIDE_OF_DATE.test(word) || !DATE.test(date)) {
        return undefined;
    }
    const found = `${fact} ${word} ${date}`;
    return {
        nl: `\`${found}\` kan hier niet: van een datum vraagt een voorwaarde alleen of het die dag was (\`${fact} is ${date}\`). Vraag naar wat ervoor of erna ligt met een eigen gegeven: \`gegeven op-tijd: ja/nee "${found}"\`.`,
        en: `\`${found}\` cannot stand here: of a date a condition asks only whether it was that day (\`${fact} is ${date}\`). Ask for what lies before or after it with a fact of its own: \`gegeven op-tijd: ja/nee "${found}"\`.`,
    };
}

/** `termijn 3 maanden` in a goal: when it is reached is its `moment`. */
export function termOfGoal({ line, block }: Mistake): Bilingual | undefined {
    return /^(sub)?doel$/.test(block ?? '') && line.startsWith('termijn ')
        ? instead(line.replace('termijn', 'moment'), line)
        : undefined;
}

/** `binnen "zo snel mogelijk"`: what is no time in figures. */
export function termInText({ words, at }: Mistake): Bilingual | undefined {
    const [before, text = ''] = [words[at - 1], words[at]];
    if (before !== 'binnen' || !/^"[^"`]*"$/.test(text)) {
        return undefined;
    }
    const note = `toelichting "binnen ${text.slice(1, -1)}"`;
    return {
        nl: `Achter \`binnen\` staat een tijd in cijfers, zoals \`binnen 3 werkdagen\`, of \`onbekend\`. Zeg wat hier staat op een eigen regel, dan blijft het bewaard: \`${note}\`.`,
        en: `Behind \`binnen\` comes a time in figures, such as \`binnen 3 werkdagen\`, or \`onbekend\`. Say what stands here on a line of its own, so that it is kept: \`${note}\`.`,
    };
}

/** `binnen 10 werkdagen` in a step, `termijn` in an activity. */
export function termOfWork({ words, at, block = '' }: Mistake): Bilingual | undefined {
    const word = words[at];
    return word === 'binnen' && WITH_TERM.has(block)
        ? TERM
        : word === 'termijn' && block === 'activiteit'
          ? TERM_OF_STEP
          : undefined;
}

const TERM_OF_STEP: Bilingual = {
    nl: 'Een `activiteit` heeft geen eigen `termijn`. Zet hem in de stap eromheen, of zeg met `duur` hoe lang de activiteit duurt.',
    en: 'An `activiteit` has no `termijn` of its own. Put it in the step around it, or say with `duur` how long the activity takes.',
};

const TERM: Bilingual = {
    nl: '`binnen` kan hier niet. In een stap schrijft u een termijn als `termijn 10 werkdagen na aanmelding`.',
    en: '`binnen` cannot stand here. In a step a term is written as `termijn 10 werkdagen na aanmelding`.',
};
