import { URI } from 'langium';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { Run } from '../language/simulate/run.js';
import type { Protocol } from '../language/model/protocol.js';
import { courseInWords, failureInWords, overrunInWords, unusedInWords } from '../language/simulate/course-in-words.js';
import { scenarioIds, type ScenarioInFile } from '../language/simulate/in-document.js';
import { testScenario } from '../language/simulate/test-scenario.js';
import type { Bilingual, Language } from '../language/text/bilingual.js';
import { linkedDocuments, whenRead } from './asking.js';
import { coveredFiles } from './covered.js';
import {
    COVERAGE,
    RUN_SCENARIO,
    SCENARIOS,
    type CoveredFile,
    type CoverageRequest,
    type ScenarioFile,
    type ScenarioItem,
    type ScenarioOutcome,
    type ScenarioRequest,
    type ScenariosRequest,
} from './requests.js';
import { spotOf } from './tree.js';

/** Answers which scenarios there are, what becomes of each, and what they come through together. */
export function answerScenarioRequests(connection: Connection, services: DraaiboekLspServices): void {
    const answer = <Request, Answer>(name: string, of: (request: Request, token: CancellationToken) => Answer) => {
        connection.onRequest(name, (request: Request, token: CancellationToken) =>
            whenRead(services, () => of(request, token), token),
        );
    };
    answer(SCENARIOS, (request: ScenariosRequest) => scenarioFiles(request, services));
    answer(RUN_SCENARIO, (request: ScenarioRequest) => outcomeOf(request, services));
    answer(COVERAGE, (request: CoverageRequest, token) => coverageOf(request, services, token));
}

/** The scenarios of these files, or of all; of files that were asked for also when they hold none. */
export function scenarioFiles({ uris }: ScenariosRequest, services: DraaiboekLspServices): ScenarioFile[] {
    const files = linkedDocuments(services)
        .filter(({ uri }) => uris?.includes(uri.toString()) ?? true)
        .map((document) => ({
            uri: document.uri.toString(),
            scenarios: scenarioIds(document, services).map(([id, { scenario }]): ScenarioItem => ({
                id,
                title: scenario.title,
                intervention: scenario.intervention.name,
                at: spotOf(scenario.at),
            })),
        }));
    const gone = uris?.filter((uri) => !files.some((file) => file.uri === uri)) ?? [];
    return uris
        ? [...files, ...gone.map((uri) => ({ uri, scenarios: [] }))]
        : files.filter(({ scenarios }) => scenarios.length > 0);
}

/** Runs a scenario; undefined where there is none of that id. */
export function outcomeOf(request: ScenarioRequest, services: DraaiboekLspServices): ScenarioOutcome | undefined {
    const one = find(request, services);
    if (!one) {
        return undefined;
    }
    const { language, holidays } = services.settings.settingsFor(request.uri);
    const { outcome, failures, run } = testScenario(one, UNREADABLE, { holidays });
    return {
        outcome,
        failures: failures.map((failure) => ({
            message: failureInWords(failure)[language],
            ...(failure.kind === 'course'
                ? { compared: { expected: failure.expected[language], actual: failure.actual[language] } }
                : {}),
            at: spotOf(failure.at),
        })),
        course: run ? courseLines(run, language) : [],
        log: run ? logLines(run, language) : [],
    };
}

/** How much of a log is told: its beginning, and its last lines, in which something goes wrong. */
const LOG = { first: 150, last: 50 };

function logLines({ log }: Run, language: Language): ScenarioOutcome['log'] {
    const lines = log.map(({ message, at }) => ({ text: message[language], at: spotOf(at) }));
    const [first, last] = [lines.slice(0, LOG.first), lines.slice(LOG.first).slice(-LOG.last)];
    const left = lines.length - first.length - last.length;
    const [next] = last;
    const text = {
        nl: `… hier zijn ${String(left)} regels weggelaten …`,
        en: `… ${String(left)} lines are left out here …`,
    }[language];
    return left > 0 && next ? [...first, { text, at: next.at }, ...last] : lines;
}

/** Where the errors stand an editor shows by itself. */
const UNREADABLE: Bilingual = { nl: 'er staat een fout in de tekst', en: 'the text has an error' };

function courseLines(run: Run, language: Language): string[] {
    const [path, sums] = courseInWords(run);
    return [
        path[language],
        sums[language],
        ...[...overrunInWords(run), ...unusedInWords(run)].map((text) => text[language]),
    ];
}

/** What scenarios come through together, by file. */
export function coverageOf(
    { scenarios }: CoverageRequest,
    services: DraaiboekLspServices,
    token?: CancellationToken,
): CoveredFile[] {
    const runs = new Map<Protocol, Run[]>();
    for (const request of scenarios) {
        if (token?.isCancellationRequested) {
            return [];
        }
        const one = find(request, services);
        const { holidays } = services.settings.settingsFor(request.uri);
        const run = one && testScenario(one, UNREADABLE, { holidays }).run;
        if (one?.protocol && run) {
            runs.set(one.protocol, [...(runs.get(one.protocol) ?? []), run]);
        }
    }
    const { language } = services.settings.settingsFor(scenarios[0]?.uri ?? '');
    return coveredFiles(runs, language);
}

function find({ uri, id }: ScenarioRequest, services: DraaiboekLspServices): ScenarioInFile | undefined {
    const wanted = URI.parse(uri).toString();
    const document = linkedDocuments(services).find((d) => d.uri.toString() === wanted);
    return document && scenarioIds(document, services).find(([known]) => known === id)?.[1];
}
