import type { AstNode } from 'langium';
import { statementDoc } from '../../../messages/statements.js';
import { KNOWN_BLOCKS } from '../../../messages/statements/contexts.js';
import { oneLine } from '../../../text/one-line.js';
import { defineDocumentRule } from '../../document-rule.js';
import { replacement } from '../../fixes/replace.js';
import { placeOfCst, spanning } from '../../places.js';

/** What may have statements in a block; what is named may stand without one. */
type WithStatements = AstNode & { readonly name?: unknown; readonly statements?: readonly WithStatements[] };

export const buitenBlok = defineDocumentRule({
    code: 'meta/buiten-blok',
    severity: 'warning',
    title: {
        nl: 'Wat bij een naam hoort, staat in het blok ervan',
        en: 'What belongs to a name stands in its block',
    },
    reason: {
        nl: 'Bij `fase Start duur 3 maanden` leest iedereen een duur van de fase. Zonder accolades is het een nieuwe regel van het blok eromheen: de duur van de hele aanpak. Op een eigen regel is te zien waar het bij hoort.',
        en: 'Everybody reads `fase Start duur 3 maanden` as a duration of the phase. Without braces it is a line of the block around it: the duration of the whole process. On a line of its own it shows what it belongs to.',
    },
    messages: {
        outside: {
            nl: '`{said}` hoort zo niet bij `{head}`, maar bij het blok eromheen. Schrijf `{head} { {said} … }`, of begin er een nieuwe regel mee.',
            en: '`{said}` does not belong to `{head}` this way, but to the block around it. Write `{head} { {said} … }`, or begin a new line with it.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        fase Start duur 3 maanden
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        fase Start { duur 3 maanden }
        einde Klaar
    }
}
`,
    checkDocument: ({ document }, report) => {
        const look = (block: WithStatements): void => {
            const { statements = [] } = block;
            statements.forEach((statement, i) => {
                look(statement);
                if (!isHeadOnly(statement)) {
                    return;
                }
                const [head, next] = [statement.$cstNode, statements[i + 1]?.$cstNode];
                if (head && next && next.range.start.line === head.range.end.line && !head.text.endsWith('}')) {
                    const doc = statementDoc(next.text, blockOf(head.text));
                    if (doc) {
                        const at = placeOfCst(document, next);
                        const whole = spanning(placeOfCst(document, head), at);
                        report({
                            message: 'outside',
                            at,
                            parameters: { head: oneLine(head.text), said: doc.keyword },
                            fixes: [replacement(whole, `${head.text} { ${next.text} }`)],
                        });
                    }
                }
            });
        };
        document.parseResult.value.elements.forEach(look);
    },
});

/** Whether something with a name stands without a block, or with an empty one, while it could have one. */
function isHeadOnly({ name, statements }: WithStatements): boolean {
    return statements?.length === 0 && typeof name === 'string';
}

/** The keyword of the block that a head could have. */
function blockOf(head: string): string {
    const fitting = KNOWN_BLOCKS.filter((block) => head.startsWith(`${block} `));
    return fitting.reduce((longest, block) => (block.length > longest.length ? block : longest), '');
}
