import { AstUtils, type AstNode, type LangiumDocument } from 'langium';
import type { TypeDefinitionProvider } from 'langium/lsp';
import type { LocationLink, TypeDefinitionParams } from 'vscode-languageserver';
import * as ast from '../generated/ast.js';
import { declarationsAt, linkTo } from './declarations.js';
import type { DraaiboekLspServices } from './lsp-services.js';
import { basesOf } from './refinements.js';

/**
 * What an element is one of, in a language without types: of a value its fact, of an interventie what it works out or
 * continues, of a step and an escalation who does it, of a beoordeling its framework, of a scenario its interventie.
 */
export class WhatItIs implements TypeDefinitionProvider {
    constructor(private readonly services: DraaiboekLspServices) {}

    getTypeDefinition(document: LangiumDocument, { position }: TypeDefinitionParams): LocationLink[] {
        return declarationsAt(document, position, this.services)
            .flatMap(kindsOf)
            .flatMap((element) => linkTo(element, this.services) ?? []);
    }
}

function kindsOf(element: AstNode): AstNode[] {
    if (ast.isFactValue(element)) {
        return [AstUtils.getContainerOfType(element, ast.isFact)].filter((fact) => fact !== undefined);
    }
    if (ast.isIntervention(element)) {
        return basesOf(element);
    }
    if (ast.isStep(element) || ast.isEscalation(element) || ast.isActivity(element)) {
        return (element.statements as AstNode[])
            .filter(ast.isPerformedBy)
            .flatMap((by) => by.performers.flatMap((role) => role.ref ?? []));
    }
    if (ast.isReview(element)) {
        return element.framework.ref ? [element.framework.ref] : [];
    }
    return ast.isScenario(element) && element.intervention.ref ? [element.intervention.ref] : [];
}
