import type { LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { ProtocolFile } from '../language/generated/ast.js';
import type { UnknownItem } from '../language/model/protocol.js';
import { openPartsBeside, openPartsOf, type OpenPart } from '../language/review/unknown-parts.js';
import type { Language } from '../language/text/bilingual.js';
import { modelOf } from '../language/workspace.js';
import { onDocumentRequest } from './asking.js';
import { withNamesRead } from './names-read.js';
import { TREES, type TreeNode, type TreeRequest } from './requests.js';
import { NO_TEXT, treeOf, type NodeParts } from './tree.js';

/** Answers what a file leaves open. */
export function answerUnknownsRequests(connection: Connection, services: DraaiboekLspServices): void {
    onDocumentRequest(connection, services, TREES.unknowns, (document, _request: TreeRequest) =>
        unknownsOf(document, services),
    );
}

/**
 * All that is `onbekend` or `plaatselijk` in a file, by the part that it stands in. The interventie is named where there
 * are several.
 */
export function unknownsOf(document: LangiumDocument<ProtocolFile>, services: DraaiboekLspServices): TreeNode[] {
    const model = modelOf(services, document);
    const { language } = services.settings.settingsFor(model.file);
    const several = model.interventions.length > 1;
    const parts = model.interventions.flatMap((protocol): NodeParts[] => {
        const inside = withNamesRead(
            headings(openPartsOf(protocol), language),
            protocol,
            document,
            services,
            language,
            NO_TEXT,
        );
        const count = protocol.unknowns.length;
        return several && count > 0
            ? [
                  {
                      key: protocol.name,
                      label: protocol.title ?? protocol.name,
                      description: String(count),
                      icon: 'interventie',
                      at: protocol.at,
                      children: inside,
                  },
              ]
            : inside;
    });
    return treeOf([...parts, ...headings(openPartsBeside(model), language)]);
}

/** A heading for each part, with what is open in it. */
function headings(parts: readonly OpenPart[], language: Language): NodeParts[] {
    return parts.map(({ title, items }) => ({
        key: title.nl,
        label: title[language],
        description: String(items.length),
        icon: 'part',
        children: items.map((item) => unknownParts(item, language)),
    }));
}

function unknownParts({ what, element, reason, expected, type, at }: UnknownItem, language: Language): NodeParts {
    const line = { nl: 'regel', en: 'line' }[language];
    const kind = type === 'local' ? { nl: 'plaatselijk', en: 'local' } : { nl: 'onbekend', en: 'unknown' };
    const tooltip = [
        `${kind[language]}: ${what}`,
        ...(reason === undefined ? [] : [reason]),
        ...(expected === undefined ? [] : [{ nl: `verwacht: ${expected}`, en: `expected: ${expected}` }[language]]),
    ];
    return {
        key: `${element}.${what}`,
        label: what,
        description: `${line} ${String(at.range.start.line + 1)} · ${element}`,
        tooltip: tooltip.join('\n'),
        icon: type === 'local' ? 'local' : 'unknown',
        kind: kind[language],
        at,
    };
}
