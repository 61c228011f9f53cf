import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median } from './measure.js';

/** Milliseconds of whole processes, medians. */
export interface ColdStart {
    /** of `node -e 0` */
    readonly node: number;
    /** of a check of each example, by its name */
    readonly checks: ReadonlyMap<string, number>;
}

/** Checks each example from a cold start; `node -e 0` takes turns with them, so that the machine's mood touches all. */
export function coldStart(runs: number): ColdStart {
    const tool = fileURLToPath(new URL('../dist/cli/draaiboek', import.meta.url));
    const examples = fileURLToPath(new URL('../examples', import.meta.url));
    if (!existsSync(tool)) {
        throw new Error('The tool is not built: run `npm run build` first.');
    }
    const names = readdirSync(examples).filter((name) => existsSync(`${examples}/${name}/${name}.draaiboek`));
    const node: number[] = [];
    const checks = new Map(names.map((name): [string, number[]] => [name, []]));
    for (let i = 0; i < runs; i++) {
        for (const [name, times] of checks) {
            times.push(timeOf(tool, ['check', `${examples}/${name}/${name}.draaiboek`]));
            node.push(timeOf(process.execPath, ['-e', '0']));
        }
    }
    return { node: median(node) ?? 0, checks: new Map([...checks].map(([name, times]) => [name, median(times) ?? 0])) };
}

/** How many times `node -e 0` a check takes: the example in the middle. */
export function coldRatio({ node, checks }: ColdStart): number {
    return (median([...checks.values()]) ?? Number.POSITIVE_INFINITY) / node;
}

export function printCold({ node, checks }: ColdStart): void {
    console.log(
        `\nCold start: milliseconds of the check of an example as a whole process; node -e 0 takes ${node.toFixed(0)}.\n`,
    );
    for (const [name, time] of checks) {
        console.log(`${name.padStart(32)}  ${time.toFixed(0)} (${(time / node).toFixed(1)} times)`);
    }
}

function timeOf(command: string, args: readonly string[]): number {
    const start = performance.now();
    execFileSync(command, args, { stdio: 'ignore' });
    return performance.now() - start;
}
