import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case, Outcome } from './contract.js';
import { build, findJdk, type Player } from './java.js';

const OPERATON: Player = { folder: 'operaton', main: 'draaiboek.engines.Operaton', java: 17, built: 'operaton' };

/** The oldest that the player can run, and the newest whose parts are all on Maven Central. */
const ZEEBE = { '8.8': zeebe('8.8.21'), '8.9': zeebe('8.9.0-rc2') };

function zeebe(version: string): Player {
    const options = [`-Dzeebe.version=${version}`];
    return { folder: 'zeebe', main: 'draaiboek.engines.Zeebe', java: 21, built: `zeebe-${version}`, options };
}

/**
 * Deploys the BPMN files of a folder (and the forms and decisions in it) in a real Operaton engine, and plays the cases there.
 * What the engine refuses, or a case that goes another way, stands in the result; an error is thrown where nothing could be
 * played at all: no Java, no Maven, a case that cannot be read.
 */
export function playInOperaton(bpmnFolder: string, cases: readonly Case[]): Promise<Outcome> {
    return play(OPERATON, bpmnFolder, cases);
}

/** The same in a real Zeebe engine, that of Camunda 8. */
export function playInZeebe(
    bpmnFolder: string,
    cases: readonly Case[],
    version: keyof typeof ZEEBE = '8.8',
): Promise<Outcome> {
    return play(ZEEBE[version], bpmnFolder, cases);
}

async function play(player: Player, bpmnFolder: string, cases: readonly Case[]): Promise<Outcome> {
    const jdk = findJdk(player.java);
    const classpath = build(player, jdk);
    const folder = mkdtempSync(join(tmpdir(), `draaiboek-${player.folder}-`));
    try {
        const results = join(folder, 'results.json');
        mkdirSync(join(folder, 'cases'));
        writeFileSync(join(folder, 'cases/cases.json'), JSON.stringify(cases));
        const options = ['-XX:TieredStopAtLevel=1', '-cp', classpath];
        const said = await run(join(jdk, 'bin/java'), [
            ...options,
            player.main,
            bpmnFolder,
            join(folder, 'cases'),
            results,
        ]);
        if (!existsSync(results)) {
            throw new Error(`The player for ${player.folder} gave no results:\n${said}`);
        }
        return JSON.parse(readFileSync(results, 'utf8')) as Outcome;
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** Runs a program to its end, and gives what it said. */
function run(program: string, args: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
        const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
        const said: Buffer[] = [];
        child.stdout.on('data', (part: Buffer) => said.push(part));
        child.stderr.on('data', (part: Buffer) => said.push(part));
        child.on('error', reject);
        child.on('close', () => {
            resolve(Buffer.concat(said).toString());
        });
    });
}
