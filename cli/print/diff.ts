import { AREAS, byArea, HEADINGS } from '../../language/diff/headings.js';
import { areNone } from '../../language/diff/consequences.js';
import { told } from '../../language/diff/consequence-words.js';
import type { Difference } from '../../language/diff/difference.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import type { Change } from '../../language/diff/change.js';
import { amount, SEVERITY_WORDS } from '../messages.js';
import { printable, type Colors } from '../terminal.js';

/** What `diff` prints for people: what changed in meaning by subject, what only in words, and what follows from it. */
export function textOfDifference(difference: Difference, language: Language, colors: Colors): string {
    const { meaning, text, consequences } = difference;
    const say = (words: Bilingual) => words[language];
    const out: string[] = [];
    const section = (heading: Bilingual, lines: readonly string[]) => {
        if (lines.length > 0) {
            out.push(colors.bold(say(heading)), ...lines.map((line) => `  ${line}`), '');
        }
    };
    const line = (c: Change) => paint(c, colors)(`${MARKS[c.kind]} ${printable(say(c.sentence))}`);
    for (const [area, changes] of byArea(meaning)) {
        section(AREAS[area], changes.map(line));
    }
    section(
        HEADINGS.text,
        text.map((c) => colors.dim(`${MARKS[c.kind]} ${printable(say(c.sentence))}`)),
    );
    if (!areNone(consequences)) {
        const sentences = told(consequences);
        const all = [...sentences.bounds, ...sentences.answers, ...sentences.scenarios];
        const found =
            (sign: string) => (f: { severity: 'error' | 'warning' | 'info'; message: Bilingual; code: string }) =>
                `${sign} ${say(SEVERITY_WORDS[f.severity])}: ${printable(say(f.message))} ${colors.dim(f.code)}`;
        section(HEADINGS.consequences, [
            ...all.map((s) => `≠ ${printable(say(s))}`),
            ...consequences.newFindings.map(found('+')),
            ...consequences.goneFindings.map(found('−')),
        ]);
    }
    out.push(lastLine(difference)[language]);
    return `${out.join('\n')}\n`;
}

function lastLine({ meaning, text }: Difference): Bilingual {
    if (meaning.length + text.length === 0) {
        return HEADINGS.nothing;
    }
    const found =
        meaning.length === 0
            ? { nl: 'Geen verschil in betekenis gevonden', en: 'No difference in meaning was found' }
            : amount(
                  meaning.length,
                  { nl: 'verschil in betekenis', en: 'difference in meaning' },
                  { nl: 'verschillen in betekenis', en: 'differences in meaning' },
              );
    const otherwise =
        text.length === 0
            ? { nl: '', en: '' }
            : {
                  nl: `; ${String(text.length)} keer anders verwoord of benoemd`,
                  en: `; ${String(text.length)} worded or named otherwise`,
              };
    return { nl: `${found.nl}${otherwise.nl}.`, en: `${found.en}${otherwise.en}.` };
}

const MARKS: Readonly<Record<Change['kind'], string>> = {
    added: '+',
    removed: '−',
    changed: '≠',
    source: '≠',
    moved: '↕',
    order: '↕',
    renamed: '→',
    split: '⑂',
    merged: '⑃',
    silent: '−',
};

function paint({ kind }: Change, { green, red, yellow, cyan }: Colors): (text: string) => string {
    return kind === 'added' ? green : kind === 'removed' ? red : kind === 'moved' || kind === 'order' ? cyan : yellow;
}
