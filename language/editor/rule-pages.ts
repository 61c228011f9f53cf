import { URI } from 'langium';
import { LIBRARY_SCHEME } from '../names/libraries.js';
import { catalogue } from '../rules/catalogue.js';
import { leftOpenText } from '../rules/left-open.js';
import type { Language } from '../text/bilingual.js';

const FOLDERS: Readonly<Record<Language, string>> = { nl: 'regels', en: 'rules' };
const WORDS = {
    nl: { wrong: 'Fout', right: 'Goed' },
    en: { wrong: 'Wrong', right: 'Right' },
} as const;

/** Where an editor finds the page of a rule: a text that the server gives, in no file. */
export function rulePageUri(code: string, language: Language): string {
    return URI.from({ scheme: LIBRARY_SCHEME, path: `/${FOLDERS[language]}/${code}.md` }).toString();
}

/** The page of a rule, as Markdown; undefined where the URI is not that of a page. */
export function rulePageAt({ scheme, path }: URI): string | undefined {
    const [, folder, code] = /^\/([a-z]+)\/(.+)\.md$/.exec(path) ?? [];
    const language = (['nl', 'en'] as const).find((l) => FOLDERS[l] === folder);
    const rule = scheme === LIBRARY_SCHEME ? catalogue.find((r) => r.code === code) : undefined;
    if (!rule || !language) {
        return undefined;
    }
    const example = (title: string, text: string) =>
        text.trim() === '' ? [] : [`## ${title}`, `\`\`\`draaiboek\n${text.trim()}\n\`\`\``];
    const open = leftOpenText(rule)?.[language];
    return `${[
        `# ${rule.code}`,
        `**${rule.title[language]}**`,
        rule.reason[language],
        ...(open === undefined ? [] : [open]),
        ...example(WORDS[language].wrong, rule.wrong),
        ...example(WORDS[language].right, rule.right),
    ].join('\n\n')}\n`;
}
