import { machineOf } from '../../language/execution/machine.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { coverageOf } from '../../language/simulate/coverage.js';
import { scenariosIn, type ScenarioInFile } from '../../language/simulate/in-document.js';
import { testScenario } from '../../language/simulate/test-scenario.js';
import type { Place, Protocol } from '../../language/model/protocol.js';
import type { Run } from '../../language/simulate/run.js';
import { EXIT } from '../complaint.js';
import type { Host } from '../host.js';
import { placeOf } from '../print/place.js';
import { jsonOfTest, textOfTest, type TestedScenario, type TestReport } from '../print/test.js';
import type { TestFormat } from '../print/test-formats.js';
import { junitOfTest } from '../print/test-junit.js';
import { shownPath } from '../files/paths.js';
import { openProject, shownUri, type Project, type ProjectFile } from '../project.js';
import { colorsFor, progress, tell } from '../terminal.js';

export interface TestOptions {
    readonly format: TestFormat;
    /** what the user asked for */
    readonly language?: Language;
}

/** `test`: runs the scenarios of protocols. @returns the exit code */
export async function test(paths: readonly string[], options: TestOptions, host: Host): Promise<number> {
    const language = options.language ?? 'nl';
    const project = await openProject(paths, host, options.language);
    project.problems.forEach((problem) => {
        tell(host, language, problem);
    });
    if (project.files.length === 0) {
        return EXIT.unusable;
    }
    const report = testProject(project, host);
    if (report.scenarios.length === 0) {
        tell(host, language, {
            nl: 'In deze bestanden staat geen scenario, dus er is niets te doorlopen.',
            en: 'These files hold no scenario, so there is nothing to run.',
        });
        return EXIT.unusable;
    }
    host.stdout.write(printed(report, options.format, language, host));
    return project.problems.length > 0
        ? EXIT.unusable
        : report.scenarios.some((s) => s.outcome === 'failed')
          ? EXIT.findings
          : EXIT.fine;
}

function printed(report: TestReport, format: TestFormat, language: Language, host: Host): string {
    switch (format) {
        case 'json':
            return `${JSON.stringify(jsonOfTest(report, language), undefined, 2)}\n`;
        case 'junit':
            return junitOfTest(report, language);
        case 'text':
            return textOfTest(report, language, colorsFor(host.stdout, host.env));
    }
}

function testProject({ files, services }: Project, host: Host): TestReport {
    const runs = new Map<Protocol, Run[]>();
    const bar = progress(host, files.length);
    const scenarios = files.flatMap((file) => {
        bar.step(file.shown);
        return scenariosIn(file.document, services).map((one) => {
            const tested = testOne(one, file, services.settings.settingsFor(file.uri).holidays, host);
            if (one.protocol && tested.run) {
                runs.set(one.protocol, [...(runs.get(one.protocol) ?? []), tested.run]);
            }
            return tested;
        });
    });
    bar.end();
    return {
        scenarios,
        coverage: [...runs].flatMap(([protocol, done]) => {
            const machine = machineOf(protocol);
            return machine ? [{ interventie: protocol.name, ...coverageOf(machine, done) }] : [];
        }),
    };
}

/** Where a text has an error that keeps a scenario from being run. */
function unreadable(at: Place, host: Host): Bilingual {
    const where = `${shownUri(at.file, host.cwd, shownPath)}:${placeOf(at.range)}`;
    return {
        nl: `niet doorlopen, want er staat een fout in de tekst (${where}): zie \`draaiboek check\``,
        en: `not run, since the text has an error (${where}): see \`draaiboek check\``,
    };
}

function testOne(one: ScenarioInFile, file: ProjectFile, holidays: readonly string[], host: Host): TestedScenario {
    const { scenario } = one;
    const facts = {
        name: scenario.title,
        file: shownUri(file.uri, host.cwd),
        interventie: scenario.intervention.name,
    };
    return { ...facts, ...testScenario(one, unreadable(one.fault ?? scenario.at, host), { holidays }) };
}
