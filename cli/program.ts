import { Command, CommanderError } from 'commander';
import type { Bilingual, Language } from '../language/text/bilingual.js';
import { declareCommands } from './commands.js';
import { Complaint, EXIT } from './complaint.js';
import type { Host } from './host.js';
import { speakHelp, usageProblem } from './usage.js';
import { VERSION } from './version.js';

/** What `--language` says, wherever it stands; undefined where it says nothing. Needed before the arguments are read. */
export function chosenLanguage(args: readonly string[]): Language | undefined {
    const index = args.findLastIndex((arg) => arg === '--language' || arg.startsWith('--language='));
    const value = args[index]?.split('=')[1] ?? args[index + 1];
    return index >= 0 && (value === 'nl' || value === 'en') ? value : undefined;
}

/**
 * Reads the arguments and runs the command.
 *
 * @returns the exit code
 * @throws Complaint where the arguments are wrong, or the command cannot be carried out
 */
export async function run(args: readonly string[], host: Host): Promise<number> {
    const chosen = chosenLanguage(args);
    const language = chosen ?? 'nl';
    const say = (text: Bilingual) => text[language];
    let exitCode: number = EXIT.fine;
    const program = new Command('draaiboek')
        .description(
            say({
                nl: 'Protocollen voor de jeugdhulp controleren, opmaken en omzetten.',
                en: 'Checks, formats and converts protocols for youth care.',
            }),
        )
        .version(VERSION, '-V, --version', say({ nl: 'noem de versie', en: 'print the version' }))
        .exitOverride()
        .configureOutput({ writeOut: host.stdout.write, writeErr: () => undefined });
    program.addOption(
        program
            .createOption('--language <nl|en>', say({ nl: 'taal van de teksten', en: 'language of the texts' }))
            .choices(['nl', 'en']),
    );
    speakHelp(program, language);
    declareCommands(program, {
        host,
        language,
        chosen,
        ends: (code) => {
            exitCode = code;
        },
    });
    try {
        await program.parseAsync(args, { from: 'user' });
    } catch (error) {
        return afterCommander(error, program, host);
    }
    return exitCode;
}

/** commander ends a run by an error: the help and the version that were asked for are fine, the rest is wrong usage. */
function afterCommander(error: unknown, program: Command, host: Host): number {
    if (!(error instanceof CommanderError)) {
        throw error;
    }
    switch (error.code) {
        case 'commander.helpDisplayed':
        case 'commander.version':
            return EXIT.fine;
        case 'commander.help':
            host.stderr.write(program.helpInformation());
            return EXIT.unusable;
        default:
            throw new Complaint(usageProblem(error));
    }
}
