import { AstUtils, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../draaiboek-module.js';
import { isProseReference, isScenario, type ProtocolFile } from '../generated/ast.js';
import type { Place, Protocol } from '../model/protocol.js';
import type { Scenario } from '../model/scenario.js';
import { hasUnread, mistakesIn, type Piece } from '../model/unread.js';

/** A scenario with the interventie that it is about. */
export interface ScenarioInFile {
    readonly scenario: Scenario;
    /** undefined where no interventie of that name is visible */
    readonly protocol: Protocol | undefined;
    /**
     * the first place where it, or the file with its interventie, cannot be read or names what is not there; what is wrong
     * in another scenario does not count
     */
    readonly fault: Place | undefined;
}

/** The scenarios of a file, in the order of the text. @param document a linked document */
export function scenariosIn(document: LangiumDocument<ProtocolFile>, services: DraaiboekServices): ScenarioInFile[] {
    const nodes = document.parseResult.value.elements.filter(isScenario);
    if (nodes.length === 0) {
        return [];
    }
    const broken = new Map<AstNode, CstNode>();
    for (const { error, $refNode } of document.references) {
        // a name in a text matters to readers only
        const holder = error && $refNode && !isProseReference($refNode.astNode) ? $refNode.astNode : undefined;
        const inside = holder && AstUtils.getContainerOfType(holder, isScenario);
        if (inside && $refNode && !broken.has(inside)) {
            broken.set(inside, $refNode);
        }
    }
    return services.models.of(document).scenarios.map((scenario, index) => {
        const node = nodes[index];
        const target = node?.intervention?.ref;
        const home = target && (AstUtils.findRootNode(target).$document as LangiumDocument<ProtocolFile> | undefined);
        const protocol = home && services.models.of(home).interventions.find((p) => p.name === target?.name);
        return {
            scenario,
            protocol,
            fault: faultOf(document, home, node, node && broken.get(node)) ?? (home ? undefined : scenario.at),
        };
    });
}

function faultOf(
    document: LangiumDocument<ProtocolFile>,
    home: LangiumDocument<ProtocolFile> | undefined,
    scenario: AstNode | undefined,
    reference: CstNode | undefined,
): Place | undefined {
    for (const file of new Set(home ? [document, home] : [document])) {
        const [mistake] = mistakesFor(file, scenario);
        if (mistake) {
            const { textDocument } = file;
            const range = {
                start: textDocument.positionAt(mistake.offset),
                end: textDocument.positionAt(mistake.end),
            };
            return { file: file.uri.toString(), range };
        }
    }
    return reference && { file: document.uri.toString(), range: reference.range };
}

/** Where a file cannot be read; what stands in, or right behind, another scenario is of no concern. */
function mistakesFor({ parseResult }: LangiumDocument<ProtocolFile>, scenario: AstNode | undefined): Piece[] {
    if (!hasUnread(parseResult)) {
        return [];
    }
    const elements = parseResult.value.elements;
    return mistakesIn(parseResult).filter(({ offset }) => {
        const around = elements.findLast(({ $cstNode }) => ($cstNode?.offset ?? Number.NaN) <= offset);
        return around === undefined || around === scenario || !isScenario(around);
    });
}

/** The scenarios of a file with an id each: its title, with a number where there are several of one title. */
export function scenarioIds(
    document: LangiumDocument<ProtocolFile>,
    services: DraaiboekServices,
): [id: string, one: ScenarioInFile][] {
    const taken = new Set<string>();
    return scenariosIn(document, services).map((one) => {
        let id = one.scenario.title;
        for (let number = 2; taken.has(id); number++) {
            id = `${one.scenario.title} (${String(number)})`;
        }
        taken.add(id);
        return [id, one];
    });
}
