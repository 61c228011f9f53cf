import type { Named } from '../../model/protocol.js';
import { droppedLoss } from '../dropped-loss.js';
import { unsaid, type Says } from '../unsaid.js';
import type { Generator, Loss, Trace } from '../generator.js';
import { safeName } from '../paths.js';
import { contextOf, type Context } from './context.js';
import { activityOf, planOf } from './definitions.js';
import type { Bundle } from './types.js';

/**
 * A PlanDefinition of FHIR R4 with an ActivityDefinition for each step, escalation and handover, in one Bundle. Its
 * mapping table stands in docs/uitvoer.md.
 */
export const fhirGenerator: Generator = {
    id: 'fhir',
    title: { nl: 'FHIR R4-plan', en: 'FHIR R4 plan' },
    summary: {
        nl: 'Een PlanDefinition met ActivityDefinitions voor systemen in de zorg.',
        en: 'A PlanDefinition with ActivityDefinitions for systems in health care.',
    },
    refusesOnError: true,
    generate(protocol, options) {
        const context = contextOf(protocol, options);
        const path = `${safeName(protocol.name)}.fhir.json`;
        const bundle = bundleOf(context);
        return {
            files: [{ path, content: `${JSON.stringify(bundle, undefined, 2)}\n` }],
            losses: [
                ...settingLosses(context),
                ...context.losses,
                ...unsaid(protocol, { nl: 'een PlanDefinition', en: 'a PlanDefinition' }, SAYS),
                ...protocol.lost.map(droppedLoss),
            ],
            trace: traceOf(context, path),
        };
    },
};

function bundleOf(context: Context): Bundle {
    const { protocol, settings } = context;
    const works = protocol.process?.nodes.filter((n) => n.kind === 'step' || n.kind === 'escalation') ?? [];
    const resources = [planOf(context), ...[...works, ...protocol.handovers].map((w) => activityOf(context, w))];
    const type = settings.text('bundle') === 'transaction' ? 'transaction' : 'collection';
    return {
        resourceType: 'Bundle',
        type,
        entry: resources.map((resource) => ({
            fullUrl: context.entryUrlOf(resource.resourceType, resource.id),
            resource,
            ...(type === 'transaction'
                ? { request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` } }
                : {}),
        })),
    };
}

function settingLosses({ settings, protocol }: Context): Loss[] {
    return settings.text('url') === undefined ? [settings.missing('url', protocol.name)] : [];
}

/** What stands in words at each action. */
const IN_ACTION = ['omschrijving', 'aandachtspunt'];

const SAYS: Says = {
    kinds: [
        'sources',
        'versions',
        'parties',
        'targetGroups',
        'goals',
        'subgoals',
        'indicators',
        'roles',
        'documents',
        'steps',
        'activities',
        'performers',
        'startsAfter',
        'worksOn',
        'requires',
        'delivers',
        'determines',
        'guidelines',
        'terms',
        'workTerms',
        'wholeTerms',
        'handoverTerms',
        'guards',
        'ways',
        'interruptions',
        'groups',
        'escalationFrom',
        'escalationByFacts',
        'escalationByPeople',
        'handovers',
        'handoverEnds',
        'information',
        'absence',
    ],
    words: {
        protocol: ['samenvatting', 'aanleiding'],
        step: [...IN_ACTION, 'duur', 'frequentie'],
        escalation: [...IN_ACTION, 'duur', 'frequentie'],
        activity: ['duur', 'frequentie'],
        whole: IN_ACTION,
        end: IN_ACTION,
        handover: ['omschrijving'],
        indicator: ['norm'],
    },
    firm: ['begint na', 'daarna', 'altijd als', 'vanuit', ...IN_ACTION],
};

function traceOf(context: Context, file: string): Trace[] {
    const { protocol, ids, goalIds } = context;
    const plan = `PlanDefinition/${context.resourceId()}`;
    const inPlan =
        (of: ReadonlyMap<string, string>) =>
        (named: Pick<Named, 'name' | 'nameAt'>): Trace => ({
            element: named.name,
            id: `${plan}#${of.get(named.name) ?? ''}`,
            file,
            at: named.nameAt,
        });
    return [
        { element: protocol.name, id: plan, file, at: protocol.nameAt },
        ...protocol.goals.flatMap((g) => [g, ...g.subgoals]).map(inPlan(goalIds)),
        ...(protocol.process?.nodes ?? []).map(inPlan(ids)),
        ...protocol.handovers.map(({ name, nameAt }) => ({
            element: name,
            id: `ActivityDefinition/${context.resourceId(name)}`,
            file,
            at: nameAt,
        })),
    ];
}
