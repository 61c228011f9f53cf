import type { LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHint, InlayHintParams, Range } from 'vscode-languageserver';
import type { ProtocolFile } from '../generated/ast.js';
import type { Process } from '../model/process.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import type { DraaiboekLspServices } from './lsp-services.js';
import { soFarIn, soFarText } from './so-far.js';

/**
 * Behind a step without `daarna`: what follows all the same, because of the order of the text. Behind the head of a step:
 * how many contacts and days come before it.
 */
export class WhatFollowsFromTheText implements InlayHintProvider {
    constructor(private readonly services: DraaiboekLspServices) {}

    getInlayHints(document: LangiumDocument, { range }: InlayHintParams): InlayHint[] {
        const file = document.uri.toString();
        const { language, holidays } = this.services.settings.settingsFor(file);
        const { interventions } = this.services.models.of(document as LangiumDocument<ProtocolFile>);
        const hints = interventions.flatMap(({ process }) => (process ? hintsIn(process, file) : []));
        return [...hints.filter(({ at }) => isWithin(at.end, range)).map(nextHint(language)), ...soFarHints()];

        function* soFarHints(): Generator<InlayHint> {
            for (const protocol of interventions) {
                const nodes = protocol.process?.nodes ?? [];
                const shown = nodes.filter((n) => n.nameAt.file === file && isWithin(n.nameAt.range.end, range));
                for (const { name, nameAt } of shown) {
                    const soFar = soFarIn(protocol, holidays).get(name);
                    const text = soFar && soFarText(soFar);
                    if (text) {
                        const { line } = nameAt.range.end;
                        yield {
                            position: { line, character: endOfLine(document, line) },
                            label: BEFORE[language] + text[language],
                            tooltip: SO_FAR[language],
                            paddingLeft: true,
                        };
                    }
                }
            }
        }
    }
}

function nextHint(language: Language): (hint: Hint) => InlayHint {
    return ({ at, text }) => ({
        position: at.end,
        label: `→ ${text.next}`,
        tooltip: text.why[language],
        paddingLeft: true,
    });
}

function endOfLine({ textDocument }: LangiumDocument, line: number): number {
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    return textDocument.getText(range).trimEnd().length;
}

interface Hint {
    readonly at: Range;
    readonly text: { readonly next: string; readonly why: Bilingual };
}

const BEFORE: Bilingual = { nl: 'hiervoor: ', en: 'before this: ' };
const SO_FAR: Bilingual = {
    nl: 'Zoveel contacten en dagen heeft een gezin gehad als het bij deze stap komt, over alle wegen die erheen leiden. Tijd tussen eerder werk telt mee waar de tekst die noemt (`begint … na`, `frequentie`), ander wachten niet.',
    en: 'So many contacts and days a family has had when it comes to this step, over all ways that lead to it. Time between earlier work counts where the text states it (`begint … na`, `frequentie`); other waiting does not.',
};
const WHY: Bilingual = {
    nl: 'Hier staat geen `daarna`; dan volgt wat in de tekst volgt.',
    en: 'There is no `daarna` here; then what comes next in the text follows.',
};

function hintsIn({ nodes, arrows }: Process, file: string): Hint[] {
    return nodes.flatMap((node): Hint[] => {
        const implied = arrows.filter((a) => a.from === node.name && a.kind === 'next' && a.implied);
        const next = implied.flatMap((a) => a.to ?? []);
        return node.nameAt.file === file && implied.every((a) => a.insteadOf === undefined) && next.length > 0
            ? [{ at: node.at.range, text: { next: next.join(', '), why: WHY } }]
            : [];
    });
}

function isWithin({ line }: Range['end'], { start, end }: Range): boolean {
    return line >= start.line && line <= end.line;
}
