import type { LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHint, InlayHintParams, Range } from 'vscode-languageserver';
import type { ProtocolFile } from '../generated/ast.js';
import type { Process } from '../model/process.js';
import type { Bilingual } from '../text/bilingual.js';
import type { DraaiboekLspServices } from './lsp-services.js';

/** Behind a step without `daarna`: what follows all the same, because of the order of the text. */
export class ImpliedNext implements InlayHintProvider {
    constructor(private readonly services: DraaiboekLspServices) {}

    getInlayHints(document: LangiumDocument, { range }: InlayHintParams): InlayHint[] {
        const file = document.uri.toString();
        const { language } = this.services.settings.settingsFor(file);
        const { interventions } = this.services.models.of(document as LangiumDocument<ProtocolFile>);
        return interventions
            .flatMap(({ process }) => (process ? hintsIn(process, file) : []))
            .filter(({ at }) => isWithin(at.end, range))
            .map(({ at, text }) => ({
                position: at.end,
                label: `→ ${text.next}`,
                tooltip: text.why[language],
                paddingLeft: true,
            }));
    }
}

interface Hint {
    readonly at: Range;
    readonly text: { readonly next: string; readonly why: Bilingual };
}

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
