import type { Protocol } from '../../model/protocol.js';
import { statementsOf, textsOf } from '../../model/queries.js';
import type { Language } from '../../text/bilingual.js';
import { cut } from '../../text/cut.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import type { OutputSettings } from '../output-settings.js';
import { distinct, safeName } from '../paths.js';
import { stagesOf } from '../stages.js';

/** The key of a case in Valtimo: lower case letters, digits and `-`. */
export function caseKey({ name }: Pick<Protocol, 'name'>): string {
    const key = safeName(name)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
    return /^[a-z]/.test(key) ? key : `zaak-${key}`;
}

/** `2.1` as a version of three numbers; undefined where it is none. */
export function semver(version: string | undefined): string | undefined {
    const numbers = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(version ?? '')?.slice(1);
    return numbers?.map((n) => String(Number(n ?? '0'))).join('.');
}

export interface CaseDefinition {
    readonly key: string;
    readonly name: string;
    readonly description: string | null;
    readonly versionTag: string;
    readonly final: false;
    readonly canHaveAssignee: true;
    readonly autoAssignTasks: false;
}

/** @param mark said of the whole, where it was made despite errors */
export function caseDefinition(
    protocol: Protocol,
    key: string,
    versionTag: string,
    mark: string | undefined,
): CaseDefinition {
    const summary = statementsOf(protocol, 'samenvatting').flatMap(textsOf);
    const description = [mark, ...summary].filter((t) => t !== undefined).join('\n\n');
    return {
        key,
        name: nameOf(protocol),
        description: description === '' ? null : description,
        versionTag,
        final: false,
        canHaveAssignee: true,
        autoAssignTasks: false,
    };
}

/** Names are columns of 255 characters. */
function nameOf({ title, name }: { readonly title?: string; readonly name: string }): string {
    return cut((title ?? name).replace(/\s+/g, ' '), 255);
}

const COLORS = ['BLUE', 'CYAN', 'TEAL', 'GREEN', 'PURPLE', 'MAGENTA', 'RED', 'WARMGRAY'] as const;

export interface InternalStatus {
    readonly key: string;
    readonly title: string;
    readonly visibleInCaseListByDefault: boolean;
    readonly color: (typeof COLORS)[number] | 'GRAY';
}

/** A status for each stage, and one for what is closed. */
export function internalStatuses(protocol: Protocol, language: Language): InternalStatus[] {
    const taken = new Set<string>();
    const key = (name: string) => distinct(caseKey({ name }).padEnd(2, '-'), taken);
    const stages = stagesOf(protocol).map((stage, n): InternalStatus => ({
        key: key(stage.name),
        title: nameOf(stage),
        visibleInCaseListByDefault: true,
        color: COLORS[n % COLORS.length] ?? 'BLUE',
    }));
    const closed = language === 'nl' ? 'Afgesloten' : 'Closed';
    return [...stages, { key: key(closed), title: closed, visibleInCaseListByDefault: false, color: 'GRAY' }];
}

/** The data of a case as JSON Schema (draft 7): its facts, under the names that the process gives them. */
export function documentDefinition(
    protocol: Protocol,
    key: string,
    graph: WorkflowGraph,
): Readonly<Record<string, unknown>> {
    const facts = new Map(protocol.facts.map((f) => [f.name, f]));
    const properties = graph.variables.flatMap((variable): [string, unknown][] => {
        const fact = variable.kind === 'fact' ? facts.get(variable.name) : undefined;
        if (!fact) {
            return [];
        }
        const description = fact.title ?? fact.name;
        switch (fact.type) {
            case 'number':
                return [[variable.id, { type: 'number', description }]];
            case 'one-of':
                return [[variable.id, { type: 'string', enum: [...new Set(fact.values)], description }]];
            case 'date':
                return [[variable.id, { type: 'string', format: 'date', description }]];
            case 'text':
                return [[variable.id, { type: 'string', description }]];
            default:
                return [[variable.id, { type: 'boolean', description }]];
        }
    });
    return {
        $id: `${key}.schema`,
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: protocol.title ?? protocol.name,
        type: 'object',
        properties: Object.fromEntries(properties),
        additionalProperties: false,
    };
}

/** The zaaktype that a case belongs to; undefined where the settings do not say it. */
export function zaakTypeLink(settings: OutputSettings): Readonly<Record<string, unknown>> | undefined {
    const zaakTypeUrl = settings.text('zaaktype');
    const zakenApiPluginConfigurationId = settings.text('zakenApiPluginConfigurationId');
    const rsin = settings.text('rsin');
    return zaakTypeUrl !== undefined && zakenApiPluginConfigurationId !== undefined && rsin !== undefined
        ? { zaakTypeUrl, zakenApiPluginConfigurationId, createWithDossier: true, rsin }
        : undefined;
}
