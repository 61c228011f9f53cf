import type { StatementDoc } from '../messages/statements.js';
import type { Language } from '../text/bilingual.js';

/** What a statement is, with its example, for the boxes that an editor shows. */
export function statementMarkdown(doc: StatementDoc, language: Language): string {
    return `${doc.summary[language]}\n\n\`\`\`draaiboek\n${doc.example}\n\`\`\``;
}

/** A text from a protocol as it is written: it is data, so nothing in it is markup, a link or a picture. */
export function textMarkdown(text: string): string {
    return text.replace(/[\\`*_{}[\]()#+\-.!|<>&~]/g, '\\$&').replace(/\r?\n/g, '  \n');
}
