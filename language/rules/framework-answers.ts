import type { LangiumDocument } from 'langium';
import type { QueriedElement } from '../analysis/elements.js';
import { queriesOn, type QueryResult } from '../analysis/queries.js';
import type { DraaiboekServices } from '../draaiboek-module.js';
import { isProtocolFile, type ProtocolFile } from '../generated/ast.js';
import { undecidedInWords } from '../messages/queries.js';
import type { Protocol } from '../model/protocol.js';
import { indicatorsOf } from '../model/queries.js';
import type { Framework, Query } from '../model/review.js';
import { importedDocuments } from '../names/imports.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Answer } from './answers.js';
import { reviewsOf } from './reviewed.js';

/** What the `toets`en of a framework find in an interventie. */
export interface FrameworkAnswers {
    readonly protocol: string;
    readonly framework: string;
    readonly answers: readonly FrameworkAnswer[];
}

/** The answer to one `toets`, by the same words as a question about all courses. */
export interface FrameworkAnswer {
    readonly indicator: string;
    readonly query: Query;
    readonly outcome: Answer['outcome'];
    /** the elements that the `toets` is about and that have what it asks, in the order of the text */
    readonly satisfying: readonly QueriedElement[];
    /** the elements that it is about and that have it not */
    readonly notSatisfying: readonly QueriedElement[];
    /** what leaves it open, or what there is nothing of */
    readonly reasons: readonly Bilingual[];
}

/**
 * Evaluates each `toets` that a file asks for: those of the framework of each review in it, and, for each interventie in
 * it, those of the frameworks that stand in the file itself or in one that it names with `gebruik`. A pair of an
 * interventie and a framework is told once.
 */
export function frameworkAnswersOf(
    document: LangiumDocument<ProtocolFile>,
    services: DraaiboekServices,
): FrameworkAnswers[] {
    const pairs: (readonly [Protocol, Framework])[] = [];
    const add = (protocol: Protocol, framework: Framework) => {
        if (!pairs.some(([p, f]) => p === protocol && f === framework)) {
            pairs.push([protocol, framework]);
        }
    };
    for (const { protocol, framework } of reviewsOf(document, services)) {
        if (protocol && framework) {
            add(protocol, framework);
        }
    }
    const near = [document, ...importedDocuments(document, services.shared.workspace.LangiumDocuments)];
    const frameworks = near.flatMap((d) => (isWithTree(d) ? services.models.of(d).frameworks : []));
    for (const protocol of services.models.of(document).interventions) {
        frameworks.forEach((framework) => {
            add(protocol, framework);
        });
    }
    return pairs
        .map(([protocol, framework]) => answersOn(protocol, framework))
        .filter(({ answers }) => answers.length > 0);
}

function isWithTree(document: LangiumDocument): document is LangiumDocument<ProtocolFile> {
    return isProtocolFile(document.parseResult.value);
}

function answersOn(protocol: Protocol, framework: Framework): FrameworkAnswers {
    const evaluate = queriesOn(protocol);
    return {
        protocol: protocol.name,
        framework: framework.name,
        answers: indicatorsOf(framework).flatMap((i) => i.queries.map((query) => answer(i.name, evaluate(query)))),
    };
}

function answer(indicator: string, { query, outcome, having, lacking, open }: QueryResult): FrameworkAnswer {
    const isAboutNothing = outcome === 'undecided' && open.length > 0 && open.every(({ why }) => why === 'none');
    return {
        indicator,
        query,
        outcome: isAboutNothing ? 'not-applicable' : outcome,
        satisfying: having,
        notSatisfying: lacking,
        // what is settled needs no doubt beside it
        reasons: outcome === 'undecided' ? open.map(undecidedInWords) : [],
    };
}
