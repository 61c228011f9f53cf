import { Complaint, EXIT } from './complaint.js';
import { processHost, type Host } from './host.js';
import { chosenLanguage, run } from './program.js';
import { printable, tell } from './terminal.js';

/**
 * The tool as a process: its arguments, its streams, its exit code.
 *
 * @param tool the folder of its program
 */
export async function main(tool: string): Promise<void> {
    process.exitCode = await runTool(process.argv.slice(2), processHost(tool));
}

/**
 * One run of the tool.
 *
 * @param args what the user typed behind its name
 * @returns the exit code
 */
export async function runTool(args: readonly string[], host: Host): Promise<number> {
    const language = chosenLanguage(args) ?? 'nl';
    try {
        return await run(args, host);
    } catch (error) {
        if (error instanceof Complaint) {
            tell(host, language, error.text);
            return EXIT.unusable;
        }
        const detail = error instanceof Error ? error.message : String(error);
        tell(host, language, {
            nl: `Dit is een fout in Draaiboek zelf: ${detail}\nEr is niets overschreven. Meld het met het commando dat u gaf; DRAAIBOEK_DEBUG=1 toont waar het misging.`,
            en: `This is a mistake in Draaiboek itself: ${detail}\nNothing was overwritten. Report it with the command that you gave; DRAAIBOEK_DEBUG=1 shows where it went wrong.`,
        });
        if (host.env['DRAAIBOEK_DEBUG'] && error instanceof Error) {
            host.stderr.write(`${printable(error.stack ?? '')}\n`);
        }
        return EXIT.unusable;
    }
}
