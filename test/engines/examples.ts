import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * What the tool makes of the examples for one engine, in a folder of its own; an error with what it said where it refuses.
 *
 * @param output as in `draaiboek generate --to`
 */
export function generateExamples(output: string, folder: string): void {
    const tool = join(process.cwd(), 'dist/cli/draaiboek');
    const args = ['--language', 'en', 'generate', join(process.cwd(), 'examples'), '--to', output, '--out', folder];
    const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
    if (status !== 0) {
        throw new Error(`The tool made no ${output} of the examples:\n${stdout}${stderr}`);
    }
}
