import { CstUtils, GrammarUtils } from 'langium';
import { defineDocumentRule } from '../../document-rule.js';
import { removal } from '../../fixes/remove.js';
import { placeAt } from '../../places.js';

const EMPTY = /"""\s*"""|["\u201C\u201D\u201E][ \t\u00A0]*["\u201C\u201D]/g;

export const leeg = defineDocumentRule({
    code: 'meta/leeg',
    severity: 'warning',
    title: { nl: 'Tussen aanhalingstekens staat iets', en: 'There is something between quotes' },
    reason: {
        nl: 'Wie een lege titel of tekst leest, weet niet of er iets vergeten is. Een naam heeft geen titel nodig, en van wat niemand weet, zegt `onbekend` dat.',
        en: 'Who reads an empty title or text does not know whether something was forgotten. A name needs no title, and of what nobody knows `onbekend` says so.',
    },
    messages: {
        empty: {
            nl: 'Tussen deze aanhalingstekens staat niets. Schrijf de titel, of haal ze weg.',
            en: 'There is nothing between these quotes. Write the title, or take them away.',
        },
        'empty-text': {
            nl: 'Tussen deze aanhalingstekens staat niets. Schrijf de tekst, of haal de regel weg.',
            en: 'There is nothing between these quotes. Write the text, or take the line away.',
        },
        'empty-file': {
            nl: 'In dit bestand staat nog niets. Begin met `interventie`, een naam en een titel, of laat `draaiboek new` een begin maken.',
            en: 'There is nothing in this file yet. Begin with `interventie`, a name and a title, or let `draaiboek new` make a beginning.',
        },
    },
    wrong: `
interventie Voorbeeld "" {
    samenvatting "Een vrijwilliger leest elke week voor."
}
`,
    right: `
interventie Voorbeeld "Voorlezen thuis" {
    samenvatting "Een vrijwilliger leest elke week voor."
}
`,
    checkDocument: ({ document }, report) => {
        if (document.textDocument.getText().trim() === '') {
            report({ message: 'empty-file', severity: 'info', at: placeAt(document, 0, 0) });
            return;
        }
        const root = document.parseResult.value.$cstNode;
        for (const { 0: text, index } of root ? document.textDocument.getText().matchAll(EMPTY) : []) {
            const leaf = root && CstUtils.findLeafNodeAtOffset(root, index);
            if (leaf?.text !== text || leaf.hidden) {
                continue;
            }
            const at = placeAt(document, index, text.length);
            // a title may be left out where there is a name
            const isTitle = 'name' in leaf.astNode && GrammarUtils.findAssignment(leaf)?.feature === 'title';
            const title = { nl: 'Haal de lege titel weg', en: 'Take the empty title away' };
            const fixes = isTitle ? [removal(document, at, title, true)] : [];
            report({ message: isTitle ? 'empty' : 'empty-text', at, fixes });
        }
    },
});
