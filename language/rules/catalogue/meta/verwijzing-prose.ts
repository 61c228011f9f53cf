import type { LangiumDocument } from 'langium';
import type { Place } from '../../../model/protocol.js';
import { namesInProse } from '../../../names/prose-references.js';
import type { Fix } from '../../finding.js';
import { placeAt } from '../../places.js';
import type { Report } from '../../rule.js';
import type { messages } from './verwijzing-texts.js';

/** Reports brackets in a text that begin a reference and have no name, or no end. */
export function checkBrackets(document: LangiumDocument, report: Report<keyof typeof messages>): void {
    const { references, unclosed } = namesInProse(document);
    const nameless = references.flatMap(({ $cstNode, element }) =>
        $cstNode && element.$refText === '' ? [document.textDocument.getText().lastIndexOf('[[', $cstNode.offset)] : [],
    );
    for (const offset of [...unclosed, ...nameless]) {
        const at = placeAt(document, offset, 2);
        report({ message: 'brackets', at, severity: 'warning', fixes: [literalBrackets(at)] });
    }
}

/** The fix for brackets that belong to the text. @param at the place of what stands behind them, or their own */
export function literalBrackets({ file, range: { start } }: Place): Fix {
    return {
        title: {
            nl: 'Schrijf `\\[[`: de haken horen bij de tekst',
            en: 'Write `\\[[`: the brackets belong to the text',
        },
        edits: [{ at: { file, range: { start, end: start } }, newText: '\\' }],
        safe: false,
    };
}
