import { AstUtils, type LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../draaiboek-module.js';
import { isScenario, type ProtocolFile } from '../generated/ast.js';
import type { Protocol } from '../model/protocol.js';
import type { Scenario } from '../model/scenario.js';
import { hasUnread } from '../model/unread.js';

/** A scenario with the interventie that it is about. */
export interface ScenarioInFile {
    readonly scenario: Scenario;
    /** undefined where no interventie of that name is visible */
    readonly protocol: Protocol | undefined;
    /** false where part of it, or of the file with the interventie, cannot be read or names what is not there */
    readonly isReadable: boolean;
}

/** The scenarios of a file, in the order of the text. @param document a linked document */
export function scenariosIn(document: LangiumDocument<ProtocolFile>, services: DraaiboekServices): ScenarioInFile[] {
    const nodes = document.parseResult.value.elements.filter(isScenario);
    if (nodes.length === 0) {
        return [];
    }
    const broken = new Set(
        document.references
            .filter((r) => r.error !== undefined)
            .map((r) => r.$refNode && AstUtils.getContainerOfType(r.$refNode.astNode, isScenario)),
    );
    return services.models.of(document).scenarios.map((scenario, index) => {
        const node = nodes[index];
        const target = node?.intervention?.ref;
        const home = target && (AstUtils.findRootNode(target).$document as LangiumDocument<ProtocolFile> | undefined);
        const protocol = home && services.models.of(home).interventions.find((p) => p.name === target?.name);
        return {
            scenario,
            protocol,
            isReadable: isWhole(document) && home !== undefined && isWhole(home) && !broken.has(node),
        };
    });
}

function isWhole({ parseResult }: LangiumDocument): boolean {
    return !hasUnread(parseResult);
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
