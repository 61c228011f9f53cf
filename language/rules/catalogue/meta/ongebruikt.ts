import type { AstNode } from 'langium';
import * as ast from '../../../generated/ast.js';
import { importedDocuments } from '../../../names/imports.js';
import { usageIn } from '../../../names/usage.js';
import { defineDocumentRule, type DocumentContext } from '../../document-rule.js';
import { removal } from '../../fixes/remove.js';
import { mentioned } from '../../mentions.js';
import { placeOfCst, placeOfProperty } from '../../places.js';

const messages = {
    role: {
        nl: 'De rol `{name}` doet nergens aan mee. Noem haar bij een stap of overdracht, of haal haar weg.',
        en: 'The role `{name}` takes part in nothing. Name it at a step or handover, or take it away.',
    },
    'role-mandated': {
        nl: 'De rol `{name}` doet nergens aan mee, terwijl er wel staat wat zij mag doorzetten als zij de regie voert. Mist er een overdracht met `regie naar {name}`, schrijf die dan. Noem de rol anders bij een stap, of haal haar weg.',
        en: 'The role `{name}` takes part in nothing, while it says what it may push through when it directs. Where a handover with `regie naar {name}` is missing, write it. Otherwise name the role at a step, or take it away.',
    },
    client: {
        nl: 'De rol `{name}` is cliënt, maar doet nergens aan mee. Noem haar bij een stap of overdracht (`door … met {name}`), of haal haar weg.',
        en: 'The role `{name}` is the client, but takes part in nothing. Name it at a step or handover (`door … met {name}`), or take it away.',
    },
    fact: {
        nl: 'Naar het gegeven `{name}` vraagt geen enkele voorwaarde. Gebruik het achter `als`, of haal het weg.',
        en: 'No condition asks for the fact `{name}`. Use it behind `als`, or take it away.',
    },
    'fact-determined': {
        nl: 'Het gegeven `{name}` wordt wel bepaald, maar geen enkele voorwaarde vraagt ernaar. Gebruik het achter `als`, of haal het weg.',
        en: 'The fact `{name}` is determined, but no condition asks for it. Use it behind `als`, or take it away.',
    },
    document: {
        nl: 'Het document `{name}` wordt nergens geleverd, vereist of overgedragen. Noem het bij een stap of overdracht, of haal het weg.',
        en: 'The document `{name}` is delivered, required or handed over nowhere. Name it at a step or handover, or take it away.',
    },
    concept: {
        nl: 'Het begrip `{name}` komt verder nergens in de tekst voor. Gebruik het, of haal het weg.',
        en: 'The concept `{name}` occurs nowhere else in the text. Use it, or take it away.',
    },
    source: {
        nl: 'De bron `{name}` wordt nergens genoemd. Schrijf `volgens {name}` bij wat eruit komt, of haal haar weg.',
        en: 'The source `{name}` is cited nowhere. Write `volgens {name}` at what comes from it, or take it away.',
    },
} as const;

type Key = keyof typeof messages;
type Candidate = ast.Role | ast.Fact | ast.ProtocolDocument | ast.Concept | ast.Source;

export const ongebruikt = defineDocumentRule({
    code: 'meta/ongebruikt',
    severity: 'info',
    title: { nl: 'Wat beschreven is, wordt gebruikt', en: 'What is described is used' },
    reason: {
        nl: 'Een rol, gegeven, document, begrip of bron waar niets naar verwijst, is vaak een overblijfsel of een vergeten regel. Een rol of document in een beschrijving zonder stappen wordt niet gemeld, en ook niet wat in een bestand zonder interventie staat: dat is er voor andere bestanden. Een begrip is gebruikt zodra de tekst het woord noemt.',
        en: 'A role, fact, document, concept or source that nothing refers to often is a remnant or a forgotten line. A role or document in a description without steps is not reported, nor is what stands in a file without an intervention: that is there for other files. A concept is used as soon as the text has its word.',
    },
    messages,
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Coördinator
    aanpak {
        stap Kennismaking { door Gezinswerker }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Coördinator
    aanpak {
        stap Kennismaking { door Gezinswerker met Coördinator }
        einde Klaar
    }
}
`,
    checkDocument: (context, report) => {
        const { document } = context;
        const used = usedNodes(context);
        const unused = [...candidates(document.parseResult.value)].filter(
            (c) => !used.has(c) && (c as { name?: string }).name !== undefined,
        );
        const inWords = mentionedConcepts(unused.filter(ast.isConcept), context);
        for (const candidate of unused.filter((c) => !inWords.has(c))) {
            const message = messageFor(candidate, used);
            report({
                message,
                at: placeOfProperty(document, candidate, 'name'),
                parameters: { name: candidate.name },
                fixes:
                    message === 'fact-determined' || !candidate.$cstNode
                        ? []
                        : [removal(document, placeOfCst(document, candidate.$cstNode))],
            });
        }
    },
});

function messageFor(candidate: Candidate, used: UsedNodes): Key {
    switch (candidate.$type) {
        case ast.Role.$type:
            return candidate.clauses.some((c) => ast.isRoleFlags(c) && c.flags.some((f) => /^cli[ëe]nt$/.test(f)))
                ? 'client'
                : candidate.statements.some((s) => ast.isProperty(s) && s.kind === 'doorzettingsmacht')
                  ? 'role-mandated'
                  : 'role';
        case ast.Fact.$type:
            return used.isDetermined(candidate) ? 'fact-determined' : 'fact';
        case ast.ProtocolDocument.$type:
            return 'document';
        case ast.Concept.$type:
            return 'concept';
        case ast.Source.$type:
            return 'source';
    }
}

/** What can be unused here: see the reason of the rule. */
function* candidates(file: ast.ProtocolFile): Generator<Candidate> {
    const interventions = file.elements.filter(ast.isIntervention);
    if (interventions.length === 0) {
        return;
    }
    const withSteps = new Set(interventions.filter(hasSteps));
    for (const element of file.elements) {
        if (isCandidate(element, withSteps.size > 0)) {
            yield element;
        }
    }
    for (const intervention of interventions) {
        // a working-out has the steps of what it refines
        const steps = withSteps.has(intervention) || intervention.refines !== undefined;
        for (const statement of intervention.statements) {
            if (isCandidate(statement, steps)) {
                yield statement;
            }
        }
    }
}

function isCandidate(node: AstNode, withSteps: boolean): node is Candidate {
    if (ast.isRole(node)) {
        // who directs matters by that alone
        return withSteps && !node.clauses.some(ast.isDirects);
    }
    return ast.isFact(node) || ast.isConcept(node) || ast.isSource(node) || (ast.isProtocolDocument(node) && withSteps);
}

function hasSteps(intervention: ast.Intervention): boolean {
    return intervention.statements.some((s) => ast.isApproach(s) && s.statements.some(ast.isFlowNode));
}

interface UsedNodes {
    readonly has: (node: AstNode) => boolean;
    readonly isDetermined: (node: AstNode) => boolean;
}

function usedNodes({ services }: DocumentContext): UsedNodes {
    const all = services.shared.workspace.LangiumDocuments.all.map(usageIn).toArray();
    return {
        has: (node) => all.some(({ used }) => used.has(node)),
        isDetermined: (node) => all.some(({ determined }) => determined.has(node)),
    };
}

/** The concepts whose words occur elsewhere in this file, or in a file that uses it. */
function mentionedConcepts(concepts: readonly ast.Concept[], { document, services }: DocumentContext): Set<AstNode> {
    const result = new Set<AstNode>();
    if (concepts.length === 0) {
        return result;
    }
    const documents = services.shared.workspace.LangiumDocuments;
    const users = documents.all.filter((d) => d !== document && importedDocuments(d, documents).includes(document));
    for (const other of [document, ...users]) {
        const names = concepts
            .filter((c) => !result.has(c))
            .map((concept) => ({
                concept,
                name: concept.name,
                notFrom: other === document ? (concept.$cstNode?.offset ?? 0) : -1,
                notTo: other === document ? (concept.$cstNode?.end ?? 0) : -1,
            }));
        for (const { concept } of names.length > 0 ? mentioned(other.textDocument.getText(), names) : []) {
            result.add(concept);
        }
    }
    return result;
}
