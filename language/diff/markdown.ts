import type { Bilingual, Language } from '../text/bilingual.js';
import { AREAS, byArea, HEADINGS, unreadNote } from './headings.js';
import { areNone } from './consequences.js';
import { told } from './consequence-words.js';
import type { Difference } from './difference.js';
import type { Shown } from './json.js';

/** A difference as Markdown, for a request to merge, a wiki or an editor. @param fileOf how a file is shown */
export function differenceMarkdown(
    difference: Difference,
    shown: Shown,
    language: Language,
    fileOf: (uri: string) => string,
): string {
    const { meaning, text, consequences, unread } = difference;
    const say = (words: Bilingual) => words[language];
    const list = (sentences: readonly string[]) => sentences.map((s) => `- ${escaped(s)}`).join('\n');
    const parts = [
        `# ${say({ nl: 'Verschil', en: 'Difference' })}: ${inCode(shown.old)} → ${inCode(shown.new)}`,
        ...(unread.length > 0 ? [`> ${escaped(say(unreadNote(unread.map(fileOf))))}`] : []),
        ...(meaning.length > 0
            ? byArea(meaning).flatMap(([area, changes]) => [
                  `## ${say(AREAS[area])}`,
                  list(changes.map((c) => say(c.sentence))),
              ])
            : [say(text.length > 0 ? HEADINGS.noMeaning : HEADINGS.nothing)]),
        ...(text.length > 0 ? [`## ${say(HEADINGS.text)}`, list(text.map((c) => say(c.sentence)))] : []),
    ];
    if (!areNone(consequences)) {
        const sentences = told(consequences);
        const section = (heading: Bilingual, items: readonly Bilingual[]) =>
            items.length === 0 ? [] : [`### ${say(heading)}`, list(items.map(say))];
        parts.push(
            `## ${say(HEADINGS.consequences)}`,
            ...section(HEADINGS.bounds, sentences.bounds),
            ...section(HEADINGS.answers, sentences.answers),
            ...section(HEADINGS.scenarios, sentences.scenarios),
            ...section(
                HEADINGS.newFindings,
                consequences.newFindings.map((f) => f.message),
            ),
            ...section(
                HEADINGS.goneFindings,
                consequences.goneFindings.map((f) => f.message),
            ),
        );
    }
    return `${parts.join('\n\n')}\n`;
}

/** Text that stands for itself; what stands between backticks is data already. */
function escaped(sentence: string): string {
    return sentence
        .split(/(`[^`]*`)/)
        .map((part) => (part.startsWith('`') ? part : part.replace(/[\\*_[\]<>#|~]/g, '\\$&')))
        .join('');
}

function inCode(text: string): string {
    return `\`${text.replaceAll('`', 'ˋ').replace(/\s+/g, ' ')}\``;
}
