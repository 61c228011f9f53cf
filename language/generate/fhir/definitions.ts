import type { FlowNode } from '../../model/process.js';
import type { Handover } from '../../model/protocol.js';
import { isOpen, laboursOf, statementsOf } from '../../model/queries.js';
import { xmlText } from '../../text/xml.js';
import { escapeBeginning, escapeInline } from '../markdown/escape.js';
import { MADE_DESPITE_ERRORS } from '../made-despite-errors.js';
import { fold } from '../paths.js';
import { valueText } from '../../messages/wording.js';
import { absent } from './absent.js';
import { actionsOf } from './actions.js';
import { fhirLine, fhirText, titleOf, type Context } from './context.js';
import { goalsOfPlan } from './goals.js';
import { loseOpen, timed, timingOf } from './timing.js';
import type { ActivityDefinition, Definition, PlanDefinition, RelatedArtifact } from './types.js';
import { guidelinesOf, participants, participantsOf } from './work.js';

/** The plan: what the protocol is, its goals, and its process. */
export function planOf(context: Context): PlanDefinition {
    const { protocol, language } = context;
    const id = context.resourceId();
    const goal = goalsOfPlan(context);
    const action = protocol.process ? actionsOf(context, protocol.process) : [];
    const useContext = protocol.targetGroups.map((group) => ({
        code: { system: 'http://terminology.hl7.org/CodeSystem/usage-context-type', code: 'focus' },
        valueCodeableConcept: { text: titleOf(group) },
    }));
    const purpose = texts(context, protocol, 'aanleiding');
    const taken = new Set(protocol.process?.arrows.flatMap((a) => a.handovers));
    for (const { name } of protocol.handovers.filter((h) => !taken.has(h.name))) {
        context.lose(
            name,
            'op geen enkele weg vindt deze overdracht plaats, dus zij staat niet in het plan zelf',
            'this handover takes place on no way, so it is not in the plan itself',
        );
    }
    const sources = protocol.sources.map((s): RelatedArtifact => ({ type: 'citation', display: titleOf(s) }));
    return {
        resourceType: 'PlanDefinition',
        ...described(
            context,
            'PlanDefinition',
            id,
            titleOf(protocol),
            protocol.name,
            texts(context, protocol, 'samenvatting'),
        ),
        ...published(context),
        type: {
            coding: [
                { system: 'http://terminology.hl7.org/CodeSystem/plan-definition-type', code: 'clinical-protocol' },
            ],
        },
        ...(purpose === undefined ? {} : { purpose }),
        ...(useContext.length > 0 ? { useContext } : {}),
        ...(sources.length > 0 ? { relatedArtifact: sources } : {}),
        ...(goal.length > 0 ? { goal } : {}),
        ...(action.length > 0 ? { action } : {}),
        language,
    };
}

/** What is done in a step, an escalation or a handover. */
export function activityOf(
    context: Context,
    element: Extract<FlowNode, { kind: 'step' | 'escalation' }> | Handover,
): ActivityDefinition {
    const id = context.resourceId(element.name);
    const kind = 'kind' in element ? (element.kind === 'step' ? 'stap' : 'escalatie') : 'overdracht';
    const guidelines = 'kind' in element ? guidelinesOf(context, laboursOf(element)) : [];
    const people =
        'kind' in element
            ? participantsOf(context, element)
            : participants(
                  context,
                  [element.from, element.to].flatMap((r) => r ?? []),
              );
    const term = 'kind' in element ? undefined : element.deadlines[0]?.value;
    for (const said of ['duur', 'frequentie']) {
        const values = statementsOf(element, said).flatMap((s) => s.values);
        // of several nobody knows which holds
        (values.length > 1 ? values : values.filter(isOpen)).forEach((value) => {
            loseOpen(context, element.name, said, value);
        });
    }
    if (term && isOpen(term)) {
        loseOpen(context, element.name, 'termijn', term);
    }
    return {
        resourceType: 'ActivityDefinition',
        ...described(
            context,
            'ActivityDefinition',
            id,
            titleOf(element),
            element.name,
            texts(context, element, 'omschrijving'),
        ),
        ...versionOf(context),
        ...(guidelines.length > 0 ? { relatedArtifact: guidelines } : {}),
        kind: 'Task',
        code: { text: kind },
        ...('kind' in element
            ? timingOf(element, context.language)
            : term && !isOpen(term)
              ? timed(term, context.language).timing
              : {}),
        ...(people.length > 0 ? { participant: people } : {}),
    };
}

function described(
    context: Context,
    type: 'PlanDefinition' | 'ActivityDefinition',
    id: string,
    title: string,
    name: string,
    said: string | undefined,
): Definition {
    const { language, options } = context;
    const description = [options.forced ? MADE_DESPITE_ERRORS[language] : undefined, said]
        .filter((t) => t !== undefined)
        .join('\n\n');
    return {
        id,
        language,
        text: {
            status: 'generated',
            div: `<div xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}"><p>${xmlText(title)}</p>${description === '' ? '' : `<p>${xmlText(description)}</p>`}</div>`,
        },
        url: context.urlOf(type, id),
        name: machineName(name),
        title,
        status: 'draft',
        ...(options.forced ? { experimental: true } : {}),
        ...(description === '' ? {} : { description }),
    };
}

/** As FHIR wants names for machines: a capital, then letters, digits and `_`. */
function machineName(name: string): string {
    const plain = fold(name)
        .replace(/[^A-Za-z0-9]+/g, '_')
        .replace(/^_+|_+$/g, '')
        .slice(0, 200);
    return /^[A-Za-z]/.test(plain) ? plain.charAt(0).toUpperCase() + plain.slice(1) : `Naam_${plain}`;
}

/** What a block says with a keyword, as Markdown: what is Markdown in the text, and else every character as it is. */
function texts({ language }: Context, block: Parameters<typeof statementsOf>[0], kind: string): string | undefined {
    const all = statementsOf(block, kind).flatMap((s) =>
        s.values
            .filter((v) => !isOpen(v))
            .map((v) => (v.type === 'text' && v.markdown ? v.text : asMarkdown(valueText(v, language)))),
    );
    return fhirText(all.filter((t) => t !== '').join('\n\n'));
}

/** FHIR's own check takes an escaped `<` for a tag. */
function asMarkdown(text: string): string {
    return escapeBeginning(escapeInline(text)).replaceAll('\\<', '&lt;');
}

function versionOf({ protocol }: Context): Pick<Definition, 'version' | '_version'> {
    const last = protocol.versions.at(-1);
    return last?.number === undefined
        ? last
            ? { _version: absent(last.numberValue) }
            : {}
        : { version: fhirLine(last.number) };
}

/** Version, date and publisher: what the protocol leaves open has data-absent-reason. */
function published(context: Context): Partial<Definition> {
    const { protocol, language, lose } = context;
    const last = protocol.versions.at(-1);
    const owners = protocol.parties.filter((p) => p.kind === 'eigenaar').flatMap((p) => p.values);
    const named = owners.filter((v) => !isOpen(v)).map((v) => nameOfParty(context, valueText(v, language)));
    const open = owners.find((v) => isOpen(v));
    if (last?.state === 'vastgesteld' || last?.state === 'vervallen') {
        lose(
            protocol.name,
            `de status is draft, ook al is de versie ${last.state}: wie publiceert, zet haar om`,
            `the status is draft, although the version is ${last.state}: whoever publishes changes it`,
        );
    }
    const absences = {
        versie: !last || last.number === undefined,
        datum: !last || last.date === undefined,
        eigenaar: named.length === 0,
    };
    for (const [what, isAbsent] of Object.entries(absences)) {
        if (isAbsent) {
            lose(protocol.name, `${what} is niet gezegd of onbekend`, `${what} is not stated or unknown`);
        }
    }
    const day = last?.date ?? last?.year;
    return {
        ...versionOf(context),
        ...(day === undefined ? (last ? { _date: absent(last.dateValue) } : {}) : { date: day }),
        ...(named.length > 0 ? { publisher: fhirLine(named.join(', ')) } : open ? { _publisher: absent(open) } : {}),
    };
}

function nameOfParty({ protocol }: Context, text: string): string {
    return protocol.organisations.find((o) => o.name === text)?.title ?? text;
}
