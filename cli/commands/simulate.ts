import { machineOf } from '../../language/execution/machine.js';
import { obstacleTo } from '../../language/execution/obstacle.js';
import type { LangiumDocument } from 'langium';
import { resolve } from 'node:path';
import type { Machine } from '../../language/execution/machine.js';
import type { ProtocolFile } from '../../language/generated/ast.js';
import { callerOf } from '../../language/generate/names-in-prose.js';
import { relatedTo } from '../../language/generate/related.js';
import type { Protocol } from '../../language/model/protocol.js';
import { readCase } from '../../language/simulate/read-case.js';
import { simulate as run } from '../../language/simulate/simulate.js';
import type { Language } from '../../language/text/bilingual.js';
import { nearest } from '../../language/text/distance.js';
import { mayNameSomething, readProse } from '../../language/text/prose-references.js';
import { modelOf, modelsAround } from '../../language/workspace.js';
import { Complaint, EXIT } from '../complaint.js';
import { shownPath } from '../files/paths.js';
import { readTextFile } from '../files/read.js';
import type { Host } from '../host.js';
import { jsonOfRun, textOfRun } from '../print/simulate.js';
import { openProject, shownUri, type Project } from '../project.js';
import { colorsFor, tell } from '../terminal.js';

export interface SimulateCommandOptions {
    /** the file with the case */
    readonly caseFile: string | undefined;
    /** the interventie, where a file has several */
    readonly interventie: string | undefined;
    readonly format: 'text' | 'json';
    readonly language?: Language;
}

/** `simulate`: takes one case through a protocol, step by step. @returns the exit code */
export async function simulate(path: string, options: SimulateCommandOptions, host: Host): Promise<number> {
    const language = options.language ?? 'nl';
    if (options.caseFile === undefined) {
        throw new Complaint({
            nl: 'Zeg met `--case` in welk bestand de casus staat. Een casus is JSON: { "facts": { … }, "at": [ { "step": "…" } ] }.',
            en: 'Say with `--case` which file holds the case. A case is JSON: { "facts": { … }, "at": [ { "step": "…" } ] }.',
        });
    }
    const project = await openProject([path], host, options.language);
    project.problems.forEach((problem) => {
        tell(host, language, problem);
    });
    if (project.files.length === 0) {
        return EXIT.unusable;
    }
    const { machine, uri, document } = chosen(project, options.interventie, path);
    const caseFile = resolve(host.cwd, options.caseFile);
    const shown = shownPath(caseFile, host.cwd);
    const { given, start, problems } = readCase(readTextFile(caseFile, shown).text, machine);
    if (problems.length > 0) {
        const all = (of: Language) => problems.map((p) => `${shown}: ${p[of]}`).join('\n');
        throw new Complaint({ nl: all('nl'), en: all('en') });
    }
    const { holidays } = project.services.settings.settingsFor(uri);
    const result = run(machine, given, { holidays, ...(start === undefined ? {} : { start }) });
    const { protocol } = machine;
    const related = relatedTo(protocol, modelsAround(document, project.services));
    const read = (text: string) =>
        mayNameSomething(text) ? readProse(text, callerOf(protocol, related, language)) : text;
    host.stdout.write(
        options.format === 'json'
            ? `${JSON.stringify(
                  jsonOfRun(machine.protocol.name, result, language, (file) => shownUri(file, host.cwd)),
                  undefined,
                  2,
              )}\n`
            : textOfRun(machine.protocol.name, result, language, colorsFor(host.stdout, host.env), read),
    );
    return project.problems.length > 0 ? EXIT.unusable : result.stop ? EXIT.findings : EXIT.fine;
}

/** The interventie that is meant. */
function chosen(
    { files, services }: Project,
    name: string | undefined,
    path: string,
): { machine: Machine; uri: string; document: LangiumDocument<ProtocolFile> } {
    const all = files.flatMap(({ uri, document }) =>
        modelOf(services, document).interventions.map((protocol) => ({ protocol, uri, document })),
    );
    const [first, ...others] = all;
    if (!first) {
        throw new Complaint({
            nl: `In ${path} staat geen interventie, dus er is niets te doorlopen.`,
            en: `${path} holds no interventie, so there is nothing to run.`,
        });
    }
    if (name === undefined && others.length > 0) {
        const list = all.map(({ protocol }) => protocol.name).join(', ');
        throw new Complaint({
            nl: `In ${path} staan er meer: ${list}. Zeg welke u bedoelt: \`--interventie ${first.protocol.name}\`.`,
            en: `${path} holds several: ${list}. Say which you mean: \`--interventie ${first.protocol.name}\`.`,
        });
    }
    const one = name === undefined ? first : all.find(({ protocol }) => protocol.name === name);
    if (!one) {
        throw new Complaint(
            noSuch(
                name ?? '',
                all.map(({ protocol }) => protocol),
                path,
            ),
        );
    }
    const machine = machineOf(one.protocol);
    if (!machine) {
        const because = obstacleTo(one.protocol);
        throw new Complaint({
            nl: `${because?.nl ?? one.protocol.name}, dus er is niets te doorlopen.`,
            en: `${because?.en ?? one.protocol.name}, so there is nothing to run.`,
        });
    }
    return { machine, uri: one.uri, document: one.document };
}

function noSuch(name: string, all: readonly Protocol[], path: string) {
    const names = all.map((p) => p.name);
    const near = nearest(name, names);
    const list = names.join(', ');
    return near === undefined
        ? {
              nl: `In ${path} staat geen interventie \`${name}\`; wel ${list}.`,
              en: `${path} holds no interventie \`${name}\`; it holds ${list}.`,
          }
        : {
              nl: `In ${path} staat geen interventie \`${name}\`. Bedoelde u \`${near}\`?`,
              en: `${path} holds no interventie \`${name}\`. Did you mean \`${near}\`?`,
          };
}
