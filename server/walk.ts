import type { LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import { machineOf, type Machine } from '../language/execution/machine.js';
import { obstacleTo } from '../language/execution/obstacle.js';
import type { ProtocolFile } from '../language/generated/ast.js';
import type { Protocol } from '../language/model/protocol.js';
import type { Scenario } from '../language/model/scenario.js';
import { scenarioIds, type ScenarioInFile } from '../language/simulate/in-document.js';
import { scenarioText } from '../language/simulate/scenario-text.js';
import { caseOfWalk, walk, walkOf } from '../language/simulate/walk.js';
import type { Bilingual, Language } from '../language/text/bilingual.js';
import { modelOf } from '../language/workspace.js';
import { linkedDocuments, onDocumentRequest } from './asking.js';
import {
    WALK,
    WALK_SCENARIO,
    type WalkAnswer,
    type WalkRequest,
    type WalkScenario,
    type WalkScenarioRequest,
} from './requests.js';
import { protocolAt } from './shown.js';
import { withNamesRead } from './names-read.js';
import { situationOf, startQuestions } from './walk-answer.js';

/** Answers where a walk through a case is and what can happen there, and with the scenario that tells it. */
export function answerWalkRequests(connection: Connection, services: DraaiboekLspServices): void {
    onDocumentRequest(connection, services, WALK, (document, request: WalkRequest) =>
        walkedIn(document, request, services),
    );
    onDocumentRequest(connection, services, WALK_SCENARIO, (document, request: WalkScenarioRequest) =>
        scenarioOf(document, request, services),
    );
}

type Document = LangiumDocument<ProtocolFile>;

/**
 * Where a walk is. Nothing is kept between two questions: the choices are made anew each time, as far as the text of this
 * moment allows.
 *
 * @returns undefined where there is no such interventie or scenario
 */
export function walkedIn(
    document: Document,
    request: WalkRequest,
    services: DraaiboekLspServices,
): WalkAnswer | undefined {
    const { language, holidays } = services.settings.settingsFor(document.uri.toString());
    const scenario = scenarioAt(document, request, services);
    const protocol = request.scenario === undefined ? protocolOf(document, request, services) : scenario?.protocol;
    if (!protocol) {
        return undefined;
    }
    const { facts, choices } = request;
    const named = { uri: protocol.at.file, intervention: protocol.name, title: protocol.title ?? protocol.name };
    const machine = machineOf(protocol);
    const obstacle = scenario?.fault ? MISTAKE : obstacleTo(protocol);
    if (!machine || obstacle) {
        return { ...NOWHERE, ...named, obstacle: (obstacle ?? MISTAKE)[language] };
    }
    const start = startQuestions(machine);
    const planned = scenario && { planned: plannedOf(machine, scenario.scenario, holidays, language) };
    if (facts === undefined && start.length > 0) {
        return { ...NOWHERE, ...named, ...planned, start };
    }
    const walked = walk(machine, { facts: facts ?? {}, choices }, { holidays });
    const answer = { ...named, ...planned, start, begun: true, ...situationOf(machine, walked, language) };
    return withNamesRead(answer, protocol, document, services, language, SENT_BACK);
}

function plannedOf(
    machine: Machine,
    scenario: Scenario,
    holidays: readonly string[],
    language: Language,
): NonNullable<WalkAnswer['planned']> {
    const { stop, ...walk } = walkOf(machine, scenario, { holidays });
    return { title: scenario.title, ...walk, ...(stop && { stop: stop.message[language] }) };
}

/** The text of a scenario that goes as a walk did, and the files in which scenarios about its interventie stand. */
export function scenarioOf(
    document: Document,
    request: WalkScenarioRequest,
    services: DraaiboekLspServices,
): WalkScenario | undefined {
    const { language, holidays } = services.settings.settingsFor(document.uri.toString());
    const protocol = protocolOf(document, request, services);
    const machine = protocol && machineOf(protocol);
    if (!machine) {
        return undefined;
    }
    const chosen = { facts: request.facts ?? {}, choices: request.choices };
    const walked = walk(machine, chosen, { holidays });
    const proposal = caseOfWalk(machine, chosen, walked, { holidays });
    const files = linkedDocuments(services)
        .filter((d) => modelOf(services, d).scenarios.some((s) => s.intervention.name === protocol.name))
        .map((d) => d.uri.toString());
    return proposal
        ? { text: scenarioText(protocol, request.title, REMARK[language], proposal), files }
        : { refused: (walked.state.end === undefined ? NOT_OVER : NOT_TOLD)[language], files };
}

function scenarioAt(
    document: Document,
    { scenario }: WalkRequest,
    services: DraaiboekLspServices,
): ScenarioInFile | undefined {
    return scenario === undefined ? undefined : scenarioIds(document, services).find(([id]) => id === scenario)?.[1];
}

function protocolOf(
    document: Document,
    { intervention, line = 0 }: WalkRequest,
    services: DraaiboekLspServices,
): Protocol | undefined {
    return intervention === undefined
        ? protocolAt(document, line, services)?.protocol
        : modelOf(services, document).interventions.find(({ name }) => name === intervention);
}

const MISTAKE: Bilingual = { nl: 'er staat een fout in de tekst', en: 'the text has an error' };
const REMARK: Bilingual = { nl: 'Bewaard bij het doorlopen van een casus.', en: 'Kept while walking through a case.' };
const NOT_OVER: Bilingual = {
    nl: 'Deze casus is nog niet aan zijn einde: loop hem eerst door.',
    en: 'This case has not come to its end yet: walk through it first.',
};
const NOT_TOLD: Bilingual = {
    nl: 'Deze casus is niet als scenario te vertellen: een scenario zou hier een andere weg nemen.',
    en: 'This case cannot be told as a scenario: a scenario would take another way here.',
};

/** What a client sends back: names, and the texts of what people decide. */
const SENT_BACK: ReadonlySet<string> = new Set(['uri', 'intervention', 'name', 'choice', 'planned']);

/** A walk that has not begun. */
const NOWHERE = {
    start: [],
    begun: false,
    made: 0,
    current: [],
    roles: [],
    due: [],
    options: [],
    facts: [],
    documents: [],
    contacts: '',
    time: '',
    directors: '',
    log: [],
} as const satisfies Partial<WalkAnswer>;
