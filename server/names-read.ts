import type { LangiumDocument } from 'langium';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { ProtocolFile } from '../language/generated/ast.js';
import { callerOf, namesAnything } from '../language/generate/names-in-prose.js';
import { relatedTo } from '../language/generate/related.js';
import type { Protocol } from '../language/model/protocol.js';
import type { Language } from '../language/text/bilingual.js';
import { readProse } from '../language/text/prose-references.js';
import { modelsAround } from '../language/workspace.js';

/**
 * The same answer, with each name in a text (`[[Naam]]`) as the title of its element.
 *
 * @param literal keys of what a client sends back, which stays as it is
 */
export function withNamesRead<Answer>(
    answer: Answer,
    protocol: Protocol,
    document: LangiumDocument<ProtocolFile>,
    services: DraaiboekLspServices,
    language: Language,
    literal: ReadonlySet<string> = new Set(),
): Answer {
    if (!namesAnything(answer)) {
        return answer;
    }
    const called = callerOf(protocol, relatedTo(protocol, modelsAround(document, services)), language);
    const read = (value: unknown): unknown => {
        if (typeof value === 'string') {
            return readProse(value, called);
        }
        if (Array.isArray(value)) {
            return value.map(read);
        }
        return typeof value === 'object' && value !== null
            ? Object.fromEntries(
                  Object.entries(value).map(([key, inner]) => [
                      key,
                      literal.has(key) ? (inner as unknown) : read(inner),
                  ]),
              )
            : value;
    };
    return read(answer) as Answer;
}
