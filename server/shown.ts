import { URI, type LangiumDocument } from 'langium';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { ProtocolFile } from '../language/generated/ast.js';
import type { Place, Protocol } from '../language/model/protocol.js';
import { reviewsOf } from '../language/rules/reviewed.js';
import { scenariosIn } from '../language/simulate/in-document.js';
import { modelOf } from '../language/workspace.js';

/** An interventie with the file that it stands in. */
export interface ShownProtocol {
    readonly protocol: Protocol;
    readonly document: LangiumDocument<ProtocolFile>;
}

/**
 * The interventie that a line of a file is about: the one around it, or that of the scenario or review around it; or else
 * of the last of these above it, or else of the first below.
 */
export function protocolAt(
    document: LangiumDocument<ProtocolFile>,
    line: number,
    services: DraaiboekLspServices,
): ShownProtocol | undefined {
    const about: { readonly at: Place; readonly protocol: Protocol }[] = [
        ...modelOf(services, document).interventions.map((protocol) => ({ at: protocol.at, protocol })),
        ...scenariosIn(document, services).flatMap(({ scenario, protocol }) =>
            protocol ? [{ at: scenario.at, protocol }] : [],
        ),
        ...reviewsOf(document, services).flatMap(({ review, protocol }) =>
            protocol ? [{ at: review.at, protocol }] : [],
        ),
    ].sort((a, b) => a.at.range.start.line - b.at.range.start.line);
    const found = about.findLast(({ at }) => at.range.start.line <= line) ?? about[0];
    return found && withDocument(found.protocol, document, services);
}

/** An interventie with the file that it stands in: the given one, unless it stands elsewhere. */
export function withDocument(
    protocol: Protocol,
    document: LangiumDocument<ProtocolFile>,
    { shared }: DraaiboekLspServices,
): ShownProtocol {
    const home = shared.workspace.LangiumDocuments.getDocument(URI.parse(protocol.at.file));
    return { protocol, document: (home as LangiumDocument<ProtocolFile> | undefined) ?? document };
}
