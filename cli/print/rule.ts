import { leftOpenText } from '../../language/rules/left-open.js';
import type { RuleDescription } from '../../language/rules/rule.js';
import type { Language } from '../../language/text/bilingual.js';
import { NOT_CONFIGURABLE } from '../../language/settings/fields.js';
import { SEVERITY_WORDS } from '../messages.js';
import type { Colors } from '../terminal.js';

const HEADINGS = {
    nl: { why: 'Waarom', says: 'Wat er dan staat', wrong: 'Fout', right: 'Goed', ignore: 'Negeren', reason: 'reden' },
    en: { why: 'Why', says: 'What it says', wrong: 'Wrong', right: 'Right', ignore: 'Ignore', reason: 'reason' },
} as const;

/** A rule for people, as text: what it checks, why, what it says, and its examples. */
export function ruleText(rule: RuleDescription, language: Language, { bold, dim }: Colors): string {
    const words = HEADINGS[language];
    const block = (title: string, text: string) => (text.trim() === '' ? [] : ['', bold(title), indent(text, '  ')]);
    const lines = [
        `${bold(rule.code)}  ${dim(SEVERITY_WORDS[rule.severity][language])}`,
        rule.title[language],
        ...block(words.why, reasonOf(rule, language)),
        ...block(words.says, sayings(rule, language)),
        ...block(words.wrong, rule.wrong),
        ...block(words.right, rule.right),
    ];
    return `${lines.join('\n')}\n`;
}

/** The same as Markdown, for a page that has the title already. */
export function ruleMarkdown(rule: RuleDescription, language: Language): string {
    const words = HEADINGS[language];
    const block = (title: string, text: string) => (text.trim() === '' ? [] : [`**${title}**`, text]);
    const example = (text: string) => (text.trim() === '' ? '' : `\`\`\`draaiboek\n${indent(text, '')}\n\`\`\``);
    const ignore = `\`// draaiboek: negeer ${rule.code} – ${words.reason}\``;
    return [
        reasonOf(rule, language),
        ...block(words.says, sayings(rule, language)),
        ...block(words.wrong, example(rule.wrong)),
        ...block(words.right, example(rule.right)),
        ...block(words.ignore, NOT_CONFIGURABLE.has(rule.code) ? '' : ignore),
    ].join('\n\n');
}

/** Why it is asked, and when it is not. */
function reasonOf(rule: RuleDescription, language: Language): string {
    return [rule.reason[language], leftOpenText(rule)?.[language] ?? []].flat().join('\n');
}

/** What a rule may say, with dots where a finding names something of the protocol. */
function sayings({ messages }: RuleDescription, language: Language): string {
    return Object.values(messages)
        .map((message) => `- ${message[language].replace(/\{\w+\}/g, '…')}`)
        .join('\n');
}

/** A text with a margin, without the margin that it has of itself. */
function indent(text: string, before: string): string {
    const lines = text.replace(/^\s*\n|\s+$/g, '').split('\n');
    const margins = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
    const margin = Math.min(...margins);
    return lines.map((line) => (line.trim() === '' ? '' : before + line.slice(margin))).join('\n');
}
