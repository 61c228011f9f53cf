import type { Command, Option } from 'commander';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import type { Host } from '../host.js';
import { speakHelp } from '../usage.js';

/** What the declarations of commands need. */
export interface CommandContext {
    readonly host: Host;
    /** of the tool's own texts */
    readonly language: Language;
    /** what the user asked for, if anything; else the settings of each file say it */
    readonly chosen: Language | undefined;
    /** takes the exit code */
    readonly ends: (exitCode: number) => void;
}

export type Format = 'text' | 'json';

export const FILE: Bilingual = { nl: 'bestand', en: 'file' };
export const PATHS: Bilingual = { nl: '[pad...]', en: '[path...]' };
export const PATHS_MEAN: Bilingual = {
    nl: 'bestanden, mappen of patronen (als u niets zegt: deze map)',
    en: 'files, folders or globs (when left out: this folder)',
};

/** What each declaration is written with. */
export interface Declaring extends CommandContext {
    readonly say: (text: Bilingual) => string;
    /** the language that the user asked for, as options of a command have it */
    readonly inLanguage: { readonly language?: Language };
    readonly command: (name: string, summary: Bilingual) => Command;
    readonly formats: (choices?: readonly string[]) => Option;
}

export function declaring(program: Command, context: CommandContext): Declaring {
    const { language, chosen } = context;
    const say = (text: Bilingual) => text[language];
    return {
        ...context,
        say,
        inLanguage: chosen === undefined ? {} : { language: chosen },
        command: (name, summary) => {
            const result = program.command(name).description(say(summary));
            speakHelp(result, language);
            return result;
        },
        formats: (choices) => formats(program, say, choices),
    };
}

function formats(
    program: Command,
    say: (text: Bilingual) => string,
    choices: readonly string[] = ['text', 'json'] satisfies Format[],
): Option {
    const named = choices.slice(0, -1).join(', ');
    const last = choices.at(-1) ?? '';
    return program
        .createOption(
            `--format <${say({ nl: 'vorm', en: 'form' })}>`,
            say({ nl: `${named} of ${last}`, en: `${named} or ${last}` }),
        )
        .choices(choices)
        .default('text');
}
