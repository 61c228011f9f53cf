import type { DraaiboekServices } from '../draaiboek-module.js';
import type { MessageTemplate, Report, Rule, RuleContext, RuleDescription } from './rule.js';

/** What a rule about the text itself, its names and its links may look at. */
export interface DocumentContext extends RuleContext {
    readonly services: DraaiboekServices;
}

/**
 * A rule about what is written rather than about what it means: whether it can be read, whether its names lead
 * somewhere. It is the exception; everything else reads the process model.
 */
export interface DocumentRule extends Rule {
    readonly checkDocument: (context: DocumentContext, report: Report<string>) => void;
}

/** Declares a rule about the text; the message keys that it may report are those of `messages`. */
export function defineDocumentRule<const Messages extends Record<string, MessageTemplate>>(
    rule: RuleDescription<Messages> & {
        readonly checkDocument: (context: DocumentContext, report: Report<keyof Messages & string>) => void;
    },
): DocumentRule {
    return rule as unknown as DocumentRule;
}

export function isDocumentRule(rule: Rule): rule is DocumentRule {
    return 'checkDocument' in rule;
}
