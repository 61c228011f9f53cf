import { DocumentState, URI, type LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { ProtocolFile } from '../language/generated/ast.js';
import type { Output } from '../language/generate/generator.js';
import { generatorById } from '../language/generate/registry.js';
import { escapeHtml } from '../language/generate/html/escape.js';
import { relatedTo } from '../language/generate/related.js';
import { hasUnread } from '../language/model/unread.js';
import type { Language } from '../language/text/bilingual.js';
import { modelOf, modelsAround } from '../language/workspace.js';
import { PREVIEW, type Preview, type PreviewKind, type PreviewRequest } from './requests.js';
import { reviewPage } from './review-page.js';
import { protocolAt } from './shown.js';

const OUTPUTS: Readonly<Record<Exclude<PreviewKind, 'review'>, string>> = { document: 'html', diagram: 'svg' };

/** Answers what a protocol looks like, by the outputs that the tool writes too. */
export function answerPreviewRequests(connection: Connection, services: DraaiboekLspServices): void {
    const { LangiumDocuments, WorkspaceLock, WorkspaceManager } = services.shared.workspace;
    connection.onRequest(PREVIEW, async (request: PreviewRequest): Promise<Preview | undefined> => {
        await WorkspaceManager.ready;
        // behind the changes of the text that came before the question
        return WorkspaceLock.read(() => {
            const document = LangiumDocuments.getDocument(URI.parse(request.uri));
            return document && document.state >= DocumentState.Linked
                ? previewOf(document as LangiumDocument<ProtocolFile>, request, services)
                : undefined;
        });
    });
}

/**
 * The preview of the interventie that a line of a linked document is about; undefined where the document is about none.
 */
export function previewOf(
    asked: LangiumDocument<ProtocolFile>,
    { kind, line }: Pick<PreviewRequest, 'kind' | 'line'>,
    services: DraaiboekLspServices,
): Preview | undefined {
    const shown = protocolAt(asked, line, services);
    if (!shown) {
        return undefined;
    }
    const { protocol, document } = shown;
    const file = modelOf(services, document);
    const settings = services.settings.settingsFor(file.file);
    const named = { kind, name: protocol.name, title: protocol.title ?? protocol.name };
    if (kind === 'review') {
        return { ...named, ...reviewPage(protocol, document, services, settings.language) };
    }
    const output = generatorById(OUTPUTS[kind])?.generate(protocol, {
        settings,
        language: settings.language,
        file,
        related: relatedTo(protocol, modelsAround(document, services)),
        forced: false,
        unread: hasUnread(document.parseResult),
        pathOf: (uri) => uri,
    });
    return (
        output && {
            ...named,
            html: htmlOf(output, settings.language),
            places: placesOf(output),
        }
    );
}

/** What is shown: the files, or why there are none. */
function htmlOf({ files, losses }: Output, language: Language): string {
    return files.length === 0
        ? losses.map(({ reason }) => `<p class="empty">${escapeHtml(reason[language])}</p>`).join('')
        : files.map(({ content }) => (typeof content === 'string' ? content : '')).join('\n');
}

function placesOf({ trace }: Output): Preview['places'] {
    return trace.map(({ id, at: { file, range } }) => ({
        id,
        uri: file,
        line: range.start.line,
        character: range.start.character,
        endLine: range.end.line,
    }));
}
