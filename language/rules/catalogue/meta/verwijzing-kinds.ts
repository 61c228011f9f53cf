import { isDeviation, isDropped, isIntervention, type Deviation, type Dropped } from '../../../generated/ast.js';
import { kindWithArticle } from '../../../messages/kinds.js';
import { ELEMENT_WORDS } from '../../../model/element-words.js';
import type { DocumentContext } from '../../document-rule.js';
import { placeOfProperty } from '../../places.js';
import type { Report } from '../../rule.js';
import type { messages } from './verwijzing-texts.js';

/** Whether `vervalt rol X` and `afwijking rol X` say of X what it is: by another word nothing is dropped. */
export function checkKindWords({ document }: DocumentContext, report: Report<keyof typeof messages>): void {
    for (const intervention of document.parseResult.value.elements.filter(isIntervention)) {
        for (const statement of intervention.statements) {
            if (isDropped(statement) || isDeviation(statement)) {
                checkWord(statement, document, report);
            }
        }
    }
}

function checkWord(
    statement: Dropped | Deviation,
    document: DocumentContext['document'],
    report: Report<keyof typeof messages>,
): void {
    // a broken statement may lack either
    const { elementKind: word, element } = statement as Partial<typeof statement>;
    const type = element?.ref?.$type;
    const known = word === undefined ? undefined : ELEMENT_WORDS.get(word);
    if (word === undefined || !element || type === undefined || known?.type === type) {
        return;
    }
    const [right] = [...ELEMENT_WORDS].find(([, w]) => w.type === type) ?? [];
    if (right === undefined) {
        return;
    }
    const at = placeOfProperty(document, statement, 'elementKind');
    const keyword = isDropped(statement) ? 'vervalt' : 'afwijking';
    const { nl, en } = kindWithArticle(type);
    const name = element.$refText;
    report({
        message: known ? 'wrong-kind' : 'no-kind',
        at,
        parameters: { name, isNl: nl, isEn: en, word, keyword, right },
        fixes: [
            {
                title: { nl: `Schrijf \`${keyword} ${right} ${name}\``, en: `Write \`${keyword} ${right} ${name}\`` },
                edits: [{ at, newText: right }],
                safe: false,
            },
        ],
    });
}
