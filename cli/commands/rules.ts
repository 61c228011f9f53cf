import { catalogue, ruleByCode } from '../../language/rules/catalogue.js';
import type { Language } from '../../language/text/bilingual.js';
import { nearest } from '../../language/text/distance.js';
import { Complaint, EXIT } from '../complaint.js';
import type { Host } from '../host.js';
import { SEVERITY_WORDS } from '../messages.js';
import { ruleText } from '../print/rule.js';
import { colorsFor } from '../terminal.js';

export interface RulesOptions {
    readonly language: Language;
    readonly format: 'text' | 'json';
}

/** `rules`: the catalogue, one line a rule. @returns the exit code */
export function rules({ language, format }: RulesOptions, host: Host): number {
    if (format === 'json') {
        const list = catalogue.map(({ code, severity, title, reason }) => ({
            code,
            severity,
            title: title[language],
            reason: reason[language],
        }));
        host.stdout.write(`${JSON.stringify({ version: 1, rules: list }, undefined, 2)}\n`);
        return EXIT.fine;
    }
    const { dim } = colorsFor(host.stdout, host.env);
    const width = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
    const codes = width(catalogue.map((rule) => rule.code));
    const words = width(Object.values(SEVERITY_WORDS).map((word) => word[language]));
    for (const { code, severity, title } of catalogue) {
        const word = SEVERITY_WORDS[severity][language].padEnd(words);
        host.stdout.write(`${code.padEnd(codes)}  ${dim(word)}  ${title[language]}\n`);
    }
    return EXIT.fine;
}

/** `explain CODE`: one rule with its reason and examples. @returns the exit code */
export function explain(code: string, language: Language, host: Host): number {
    const rule = ruleByCode(code);
    if (!rule) {
        const near =
            nearest(
                code,
                catalogue.map((r) => r.code),
            ) ?? namesake(code);
        throw new Complaint({
            nl: `Er is geen regel ${code}.${near ? ` Bedoelde u ${near}?` : ''} \`draaiboek rules\` noemt ze alle.`,
            en: `There is no rule ${code}.${near ? ` Did you mean ${near}?` : ''} \`draaiboek rules\` names them all.`,
        });
    }
    host.stdout.write(ruleText(rule, language, colorsFor(host.stdout, host.env)));
    return EXIT.fine;
}

/** The code of which someone typed the last part only. */
function namesake(name: string): string | undefined {
    return catalogue.find((rule) => rule.code.endsWith(`/${name}`))?.code;
}
