import type { Named, Protocol, Ref, Role } from '../../model/protocol.js';
import { byName } from '../../model/queries.js';
import type { Language } from '../../text/bilingual.js';
import type { GenerateOptions, Loss } from '../generator.js';
import { distinct, safeName } from '../paths.js';
import { outputSettings, type OutputSettings } from '../output-settings.js';
import { uuid } from '../uuid.js';

export type ResourceType = 'PlanDefinition' | 'ActivityDefinition';

/** What every part of the output needs while one protocol is made into FHIR. */
export interface Context {
    readonly protocol: Protocol;
    readonly options: GenerateOptions;
    readonly language: Language;
    readonly settings: OutputSettings;
    /** the ids of the nodes in the plan, by name */
    readonly ids: ReadonlyMap<string, string>;
    /** the ids of the goals and subgoals in the plan, by name; a step may have the name of a goal */
    readonly goalIds: ReadonlyMap<string, string>;
    /** a new id inside the plan */
    readonly newId: (wanted: string) => string;
    /** the id of a resource of the protocol, or of one of its nodes or handovers */
    readonly resourceId: (element?: string) => string;
    /** the canonical address of a resource */
    readonly urlOf: (type: ResourceType, id: string) => string;
    /** the address of a resource in the bundle; without a base it may not be the canonical one */
    readonly entryUrlOf: (type: ResourceType, id: string) => string;
    readonly losses: Loss[];
    readonly lose: (element: string, nl: string, en: string) => void;
}

/** Ids of FHIR: ASCII letters, digits, `-` and `.`, at most 64 of them. */
const LONGEST = 64;

export function contextOf(protocol: Protocol, options: GenerateOptions): Context {
    const taken = new Set<string>();
    const newId = (wanted: string) => distinct(fhirId(wanted, LONGEST - 4), taken);
    const goals = protocol.goals.flatMap((g) => [g, ...g.subgoals]);
    const nodes = protocol.process?.nodes ?? [];
    const ids = new Map(nodes.map(({ name }) => [name, newId(name)]));
    const goalIds = new Map(goals.map(({ name }) => [name, newId(name)]));
    const plan = fhirId(protocol.name, LONGEST / 2);
    const resources = new Map<string | undefined, string>([[undefined, plan]]);
    const resourcesTaken = new Set<string>();
    for (const { name } of [...nodes, ...protocol.handovers]) {
        resources.set(name, distinct(`${plan}-${fhirId(name, LONGEST / 2 - 5)}`, resourcesTaken));
    }
    const settings = outputSettings(options.settings, 'fhir');
    const base = settings.text('url')?.replace(/\/+$/, '');
    const losses: Loss[] = [];
    const address = (type: ResourceType, id: string, use: string) =>
        base === undefined ? `urn:uuid:${uuid([use, protocol.name, type, id].join('\n'))}` : `${base}/${type}/${id}`;
    return {
        protocol,
        options,
        language: options.language,
        settings,
        ids,
        goalIds,
        newId,
        resourceId: (element) => resources.get(element) ?? plan,
        urlOf: (type, id) => address(type, id, 'canonical'),
        entryUrlOf: (type, id) => address(type, id, 'entry'),
        losses,
        lose: (element, nl, en) => {
            losses.push({ element, reason: { nl, en } });
        },
    };
}

function fhirId(text: string, longest: number): string {
    return (
        safeName(text)
            .replace(/_/g, '-')
            .slice(0, longest)
            .replace(/^[-.]+|[-.]+$/g, '') || 'naamloos'
    );
}

/**
 * A text as FHIR allows it: no control characters but tab and line ends, no half characters, and not only white space.
 * What is not allowed is shown as `\u0007`.
 */
export function fhirText(text: string | undefined): string | undefined {
    const clean = text?.replace(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\p{Surrogate}]/gu,
        (c) => {
            return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
        },
    );
    return clean === undefined || clean.trim() === '' ? undefined : clean;
}

/** The same on one line, as a `string` that people read in a list. */
export function fhirLine(text: string): string {
    return fhirText(text.replace(/\s+/g, ' ').trim()) ?? '-';
}

/** What people call an element: its title, or its name. */
export function titleOf({ name, title }: Pick<Named, 'name' | 'title'>): string {
    return fhirLine(title ?? name);
}

/** The role of a reference, with its organisation: `gezinswerker (JGZ)`. */
export function roleOf({ protocol }: Context, ref: Ref): { readonly role: Role | undefined; readonly text: string } {
    const role = byName(protocol.roles).get(ref.name);
    const organisations = byName(protocol.organisations);
    const of = (role?.organisations ?? []).map((o) => organisations.get(o.name)?.title ?? o.name).join(', ');
    const name = role ? titleOf(role) : ref.name;
    return { role, text: fhirLine(of === '' ? name : `${name} (${of})`) };
}
