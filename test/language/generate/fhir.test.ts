import { describe, expect, it } from 'vitest';
import { fhirGenerator } from '../../../language/generate/fhir/generator.js';
import type { Action, ActivityDefinition, Bundle, PlanDefinition } from '../../../language/generate/fhir/types.js';
import { DEFAULT_SETTINGS } from '../../../language/settings/settings.js';
import { hostileProtocol } from './hostile.js';
import { caseFrom, exampleCases, textOf, type Case } from './support.js';

// What FHIR itself asks of it, HL7's validator checks in test/engines/fhir.

const cases = [...(await exampleCases()), await hostileProtocol()];

interface Read {
    readonly bundle: Bundle;
    readonly plan: PlanDefinition;
    readonly activities: readonly ActivityDefinition[];
    /** all actions, however deep */
    readonly actions: readonly Action[];
}

function read(one: Case, output: Record<string, unknown> = {}): Read {
    const settings = { ...DEFAULT_SETTINGS, output: { fhir: output } };
    const bundle = JSON.parse(textOf(fhirGenerator, one, { settings })) as Bundle;
    const [first, ...others] = bundle.entry.map((e) => e.resource);
    const plan = first as PlanDefinition;
    const all = (actions: readonly Action[] | undefined): Action[] =>
        (actions ?? []).flatMap((a) => [a, ...all(a.action)]);
    return { bundle, plan, activities: others as ActivityDefinition[], actions: all(plan.action) };
}

const action = ({ actions }: Read, title: string): Action => {
    const found = actions.find((a) => a.title === title);
    if (!found) {
        throw new Error(`no action “${title}” in ${actions.map((a) => a.title).join('; ')}`);
    }
    return found;
};

describe.each(cases)('the plan of $name', (one) => {
    it('refers to what it has only, by ids that FHIR allows', () => {
        const { bundle, plan, activities, actions } = read(one);
        const ids = [...actions.map((a) => a.id), ...(plan.goal ?? []).map((g) => g.id)];
        expect(new Set(ids).size).toBe(ids.length);
        expect(
            [...ids, plan.id, ...activities.map((a) => a.id)].filter((id) => !/^[A-Za-z0-9.-]{1,64}$/.test(id)),
        ).toEqual([]);
        const related = actions.flatMap((a) => a.relatedAction ?? []);
        const actionIds = new Set(actions.map((a) => a.id));
        expect(related.filter((r) => r.actionId !== undefined && !actionIds.has(r.actionId))).toEqual([]);
        expect(related.filter((r) => r.actionId === undefined && r._actionId === undefined)).toEqual([]);
        const goals = new Set((plan.goal ?? []).map((g) => g.id));
        expect(actions.flatMap((a) => a.goalId ?? []).filter((id) => !goals.has(id))).toEqual([]);
        const urls = new Set(activities.map((a) => a.url));
        const used = actions.flatMap((a) => a.definitionCanonical ?? []);
        expect(used.filter((url) => !urls.has(url))).toEqual([]);
        const fullUrls = bundle.entry.map((e) => e.fullUrl);
        expect(new Set(fullUrls).size).toBe(fullUrls.length);
    });

    it('has an action for every node and an activity for all work, each traced', () => {
        const { actions, activities } = read(one);
        const nodes = one.protocol.process?.nodes ?? [];
        const { trace } = fhirGenerator.generate(one.protocol, one.options);
        const traced = new Map(trace.map((t) => [t.element, t.id]));
        const ids = new Set(actions.map((a) => a.id));
        expect(nodes.filter((n) => !ids.has(traced.get(n.name)?.split('#')[1] ?? ''))).toEqual([]);
        const works = nodes.filter((n) => n.kind === 'step' || n.kind === 'escalation');
        expect(activities.length).toBe(works.length + one.protocol.handovers.length);
    });

    it('is the same on every run', () => {
        expect(textOf(fhirGenerator, one)).toBe(textOf(fhirGenerator, one));
    });
});

const GOALS = `doel Verder "Het gezin kan verder" {
    subdoel Samen "Ouders en werkers zien hetzelfde" { indicator Zien "Ziet hetzelfde" { norm minstens 80 % } }
    subdoel Later onbekend
}`;

const plan = (steps: string, rest = ''): Promise<Case> =>
    caseFrom(`interventie Proef "De proef" {
        versie "2.1" van 2026-03-01 concept
        ${GOALS}
        organisatie JGZ "De JGZ"
        rol Werker "gezinswerker" van JGZ
        rol Ouder "ouder" is cliënt
        gegeven klaar: ja/nee
        gegeven aantal: aantal
        document Verslag "Het verslag"
        ${rest}
        aanpak { ${steps} }
    }`);

describe('an action', () => {
    it('has an id of its own where its step has the name of a goal', async () => {
        const one = await plan('stap Verder { werkt aan Verder door Werker daarna: Klaar } einde Klaar');
        const text = textOf(fhirGenerator, one);
        const ids = [...text.matchAll(/"id": "(Verder[^"]*)"/g)].map(([, id]) => id);
        expect(ids.toSorted()).toEqual(['Verder', 'Verder-2']);
        const works = /"goalId": \[\s*"([^"]+)"/.exec(text)?.[1];
        const goal = /"goal": \[\s*\{\s*"id": "([^"]+)"/.exec(text)?.[1];
        expect(works).toBe(goal);
        expect(goal).toBe('Verder-2');
    });

    it('says who does it, towards what, with what, how long and within what term', async () => {
        const read1 = read(
            await plan(`stap Een "De eerste" {
                door Werker met Ouder werkt aan Samen levert Verslag bepaalt klaar
                duur hoogstens 2 weken termijn 3 maanden
            }`),
        );
        const one = action(read1, 'De eerste');
        expect(one).toMatchObject({
            goalId: ['Samen'],
            participant: [
                { type: 'practitioner', role: { text: 'gezinswerker (De JGZ)' } },
                { type: 'patient', role: { text: 'ouder' } },
            ],
            timingDuration: { value: 3, code: 'mo', system: 'http://unitsofmeasure.org' },
        });
        expect(one.output?.map((o) => [o.type, o.codeFilter[0]?.code[0]?.display])).toEqual([
            ['DocumentReference', 'Het verslag'],
            ['Observation', 'klaar'],
        ]);
        const [activity] = read1.activities;
        expect(activity?.timingDuration).toMatchObject({ value: 2, comparator: '<=', code: 'wk' });
        expect(activity).toMatchObject({ kind: 'Task', status: 'draft', version: '2.1' });
    });

    it('says working days in words, and that it does', async () => {
        const one = await plan('stap Een "De eerste" { termijn 5 werkdagen }');
        expect(action(read(one), 'De eerste').timingTiming).toEqual({ code: { text: '5 werkdagen' } });
        expect(
            fhirGenerator
                .generate(one.protocol, one.options)
                .losses.map((l) => l.reason.nl)
                .join(),
        ).toContain('5 werkdagen');
    });

    it('has a choice behind it, whose parts exclude each other as the order of the text does', async () => {
        const one = await plan(
            `stap Een { bepaalt klaar, aantal daarna { als klaar en aantal minstens 2: Goed als "het gezin wil": Twee anders: Fout } }
             stap Twee { daarna: Goed } einde Goed { geslaagd } einde Fout`,
        );
        const choice = action(read(one), 'Na Een');
        expect(choice).toMatchObject({
            selectionBehavior: 'exactly-one',
            relatedAction: [{ actionId: 'Een', relationship: 'after-end' }],
        });
        expect(
            choice.action?.map((a) => [a.relatedAction?.[0]?.actionId, a.condition?.[0]?.expression.expression]),
        ).toEqual([
            ['Goed', '((%`klaar` = true) and (%`aantal` >= 2))'],
            ['Twee', 'iif(((%`klaar` = true) and (%`aantal` >= 2)), false, true) and %`het gezin wil`'],
            ['Fout', 'iif(((%`klaar` = true) and (%`aantal` >= 2)) or %`het gezin wil`, false, true)'],
        ]);
        expect(choice.action?.[1]?.condition?.[0]?.expression.description).toBe('“het gezin wil”');
    });

    it('asks for fewer than none as what never holds', async () => {
        const one = await plan(
            `stap Een { bepaalt klaar, aantal daarna { als aantal minder dan 0 of klaar: Goed anders: Twee } }
             stap Twee { daarna: Goed } einde Goed { geslaagd }`,
        );
        const [goed] = action(read(one), 'Na Een').action ?? [];
        expect(goed?.condition?.[0]?.expression.expression).toBe('((%`aantal` < 0) or (%`klaar` = true))');
    });

    it('has the handovers on its way, with both roles and what happens when they are not confirmed', async () => {
        const one = await plan(
            `stap Een { door Werker } stap Twee { door Ander } stap Terug einde Klaar`,
            `rol Ander "hulpverlener"
             overdracht Over "Van hand tot hand" van Werker naar Ander { vanuit Een vorm warm informatie Verslag bij uitblijven: Terug }`,
        );
        const handover = action(read(one), 'Van hand tot hand');
        expect(handover.participant?.map((p) => p.role.text)).toEqual(['gezinswerker (De JGZ)', 'hulpverlener']);
        expect(handover.action?.[0]?.relatedAction).toEqual([{ actionId: 'Terug', relationship: 'before-start' }]);
    });
});

describe('what is open', () => {
    it('has data-absent-reason, and stands in the losses', async () => {
        const one = await caseFrom(`interventie Proef {
            versie onbekend eigenaar plaatselijk
            doel Iets onbekend
            aanpak { stap Een { door onbekend daarna onbekend } }
        }`);
        const { plan: made, actions } = read(one);
        const absent = (code: string) => ({
            extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: code }],
        });
        expect(made).toMatchObject({ _version: absent('unknown'), _publisher: absent('temp-unknown') });
        expect(made.goal?.[0]?.description).toEqual({ _text: absent('unknown') });
        expect(actions[0]?.relatedAction?.[0]?._actionId).toEqual(absent('unknown'));
        const losses = fhirGenerator.generate(one.protocol, one.options).losses.map((l) => l.element);
        expect(losses).toEqual(expect.arrayContaining(['Proef', 'Iets', 'Een']));
    });
});

describe('settings', () => {
    it('give canonical addresses and a transaction; without an address that is a loss', async () => {
        const one = await plan('stap Een');
        const { bundle, plan: made } = read(one, { url: 'https://jeugd.voorbeeld.nl/fhir/', bundle: 'transaction' });
        expect(made.url).toBe('https://jeugd.voorbeeld.nl/fhir/PlanDefinition/Proef');
        expect(bundle).toMatchObject({
            type: 'transaction',
            entry: [{ request: { method: 'PUT', url: 'PlanDefinition/Proef' } }, {}],
        });
        const lost = (output: Record<string, unknown>) =>
            fhirGenerator
                .generate(one.protocol, { ...one.options, settings: { ...DEFAULT_SETTINGS, output } })
                .losses.filter((l) => l.reason.nl.includes('output › fhir › url')).length;
        expect([lost({}), lost({ fhir: { url: 'https://a.nl' } })]).toEqual([1, 0]);
        expect(read(one).plan.url).toMatch(
            /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
    });

    it('mark what is made despite errors', async () => {
        const one = await plan('stap Een');
        const bundle = JSON.parse(textOf(fhirGenerator, one, { forced: true })) as Bundle;
        expect(bundle.entry.map((e) => e.resource.experimental)).toEqual([true, true]);
        expect(bundle.entry[0]?.resource.description).toContain('gemaakt ondanks fouten');
    });
});
