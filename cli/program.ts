import { Command, CommanderError, Option } from 'commander';
import type { Severity } from '../language/rules/finding.js';
import type { Bilingual, Language } from '../language/text/bilingual.js';
import { Complaint, EXIT } from './complaint.js';
import type { Host } from './host.js';
import { speakHelp, usageProblem } from './usage.js';
import { VERSION } from './version.js';

/** The words for severities that `--max-severity` takes, in both languages. */
const MOST_SEVERE: Readonly<Record<string, Severity | 'none'>> = {
    fout: 'error',
    error: 'error',
    waarschuwing: 'warning',
    warning: 'warning',
    info: 'info',
    geen: 'none',
    none: 'none',
};

/** The language of the tool's own texts: what `--language` says, else Dutch. Needed before the arguments are read. */
export function languageOf(args: readonly string[]): Language {
    return chosenLanguage(args) ?? 'nl';
}

function chosenLanguage(args: readonly string[]): Language | undefined {
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
export async function run(args: readonly string[], language: Language, host: Host): Promise<number> {
    let exitCode: number = EXIT.fine;
    const say = (text: Bilingual) => text[language];
    const program = new Command('draaiboek');
    const chosen = chosenLanguage(args);
    /** adds the language that the user chose, if any */
    const inLanguage = chosen === undefined ? {} : { language: chosen };

    /** A command of the tool; `act` is loaded when it runs. */
    const command = (usage: string, summary: Bilingual): Command => {
        const result = program.command(usage).description(say(summary));
        speakHelp(result, language);
        return result;
    };
    const acts = (act: () => Promise<number>) => async () => {
        exitCode = await act();
    };

    speakHelp(program, language);
    program
        .description(
            say({
                nl: 'Protocollen voor de jeugdhulp controleren, opmaken en omzetten.',
                en: 'Checks, formats and converts protocols for youth care.',
            }),
        )
        .version(VERSION, '-V, --version', say({ nl: 'noem de versie', en: 'print the version' }))
        .addOption(
            new Option('--language <nl|en>', say({ nl: 'taal van de teksten', en: 'language of the texts' })).choices([
                'nl',
                'en',
            ]),
        )
        .exitOverride()
        .configureOutput({ writeOut: host.stdout.write, writeErr: () => undefined })
        .helpCommand(false);

    const check = command('check', {
        nl: 'controleer protocollen',
        en: 'check protocols',
    })
        .argument(`[${say(PATH)}...]`, say(PATHS))
        .addOption(formatOption(['text', 'json'], say))
        .option(
            `--output <${say(FILE)}>`,
            say({ nl: 'schrijf het verslag in dit bestand', en: 'write the report to this file' }),
        )
        .option(
            `--max-severity <${say({ nl: 'ernst', en: 'severity' })}>`,
            say({
                nl: 'het ergste dat mag: geen, info, waarschuwing (als u niets zegt) of fout',
                en: 'the worst that is allowed: none, info, warning (when left out) or error',
            }),
        )
        .option('--fix', say({ nl: 'herstel eerst wat vanzelf kan', en: 'first fix what can be fixed by itself' }))
        .option(
            '--watch',
            say({
                nl: 'blijf kijken en controleer na elke wijziging',
                en: 'keep watching and check after each change',
            }),
        );
    check.action(
        acts(async () => {
            const options = check.opts<{
                format: 'text' | 'json';
                output?: string;
                maxSeverity?: string;
                fix?: true;
                watch?: true;
            }>();
            if (options.watch && (options.format !== 'text' || options.output !== undefined)) {
                throw new Complaint({
                    nl: 'Met `--watch` gaat het verslag als tekst naar het scherm: laat `--format` en `--output` weg.',
                    en: 'With `--watch` the report goes to the screen as text: leave out `--format` and `--output`.',
                });
            }
            const { check: act } = await import('./commands/check.js');
            return act(
                check.args,
                {
                    ...inLanguage,
                    ...(options.output === undefined ? {} : { output: options.output }),
                    format: options.format,
                    maxSeverity: mostSevere(options.maxSeverity),
                    fix: options.fix === true,
                    watch: options.watch === true,
                },
                host,
            );
        }),
    );

    const format = command('format', {
        nl: 'maak protocollen netjes op, op hun plaats',
        en: 'lay out protocols, in place',
    })
        .argument(
            `[${say(PATH)}...]`,
            `${say(PATHS)}; ${say({ nl: '- leest van standaardinvoer', en: '- reads standard input' })}`,
        )
        .option('--check', say({ nl: 'zeg alleen wat anders zou worden', en: 'only tell what would change' }));
    format.action(
        acts(async () => {
            const { format: act } = await import('./commands/format.js');
            return act(format.args, { language, check: format.opts<{ check?: true }>().check === true }, host);
        }),
    );

    const generate = command('generate', {
        nl: 'maak documenten, diagrammen en andere uitvoer',
        en: 'make documents, diagrams and other output',
    })
        .argument(`[${say(PATH)}...]`, say(PATHS))
        .option(
            `--to <${say({ nl: 'namen', en: 'names' })}>`,
            say({
                nl: 'wat u wilt, met komma’s ertussen; `alles` voor alles',
                en: 'what you want, separated by commas; `all` for all',
            }),
        )
        .option(
            `--out <${say({ nl: 'map', en: 'folder' })}>`,
            say({ nl: 'de map waarin het komt', en: 'the folder that it goes to' }),
        )
        .option('--list', say({ nl: 'noem wat er gemaakt kan worden', en: 'name what can be made' }))
        .option('--force', say({ nl: 'ook bij fouten in het protocol', en: 'despite errors in the protocol' }))
        .addOption(formatOption(['text', 'json'], say));
    generate.action(
        acts(async () => {
            const options = generate.opts<{
                to?: string;
                out?: string;
                list?: true;
                force?: true;
                format: 'text' | 'json';
            }>();
            const { generate: act } = await import('./commands/generate.js');
            return act(
                generate.args,
                {
                    ...inLanguage,
                    to: options.to,
                    out: options.out,
                    list: options.list === true,
                    force: options.force === true,
                    format: options.format,
                },
                host,
            );
        }),
    );

    const rules = command('rules', { nl: 'noem alle regels', en: 'name all rules' }).addOption(
        formatOption(['text', 'json'], say),
    );
    rules.action(
        acts(async () => {
            const { rules: act } = await import('./commands/rules.js');
            return act({ language, format: rules.opts<{ format: 'text' | 'json' }>().format }, host);
        }),
    );

    const explain = command('explain', {
        nl: 'leg een regel uit, met een fout en een goed voorbeeld',
        en: 'explain a rule, with a wrong and a right example',
    }).argument(
        '<code>',
        say({ nl: 'de code van de regel, zoals lus/geen-grens', en: 'the code of the rule, such as lus/geen-grens' }),
    );
    explain.action(
        acts(async () => {
            const { explain: act } = await import('./commands/rules.js');
            return act(explain.args[0] ?? '', language, host);
        }),
    );

    const create = command('new', {
        nl: 'begin een protocol, met overal `onbekend` om in te vullen',
        en: 'start a protocol, with `onbekend` everywhere to fill in',
    }).argument(
        `[${say(FILE)}]`,
        say({
            nl: 'de naam van het bestand; - schrijft naar het scherm',
            en: 'the name of the file; - writes to the screen',
        }),
    );
    create.action(
        acts(async () => {
            const { create: act } = await import('./commands/new.js');
            return act(create.args[0], language, host);
        }),
    );

    try {
        await program.parseAsync(args, { from: 'user' });
    } catch (error) {
        return afterCommander(error, program, host);
    }
    return exitCode;
}

const FILE: Bilingual = { nl: 'bestand', en: 'file' };
const PATH: Bilingual = { nl: 'pad', en: 'path' };
const PATHS: Bilingual = {
    nl: 'bestanden, mappen of patronen (als u niets zegt: deze map)',
    en: 'files, folders or globs (when left out: this folder)',
};

function formatOption(formats: readonly string[], say: (text: Bilingual) => string): Option {
    return new Option('--format <format>', say({ nl: `${formats.join(' of ')}`, en: `${formats.join(' or ')}` }))
        .choices(formats)
        .default(formats[0]);
}

function mostSevere(word: string | undefined): Severity | 'none' {
    const severity = MOST_SEVERE[word ?? 'warning'];
    if (severity === undefined) {
        throw new Complaint({
            nl: `\`${word ?? ''}\` kan niet bij \`--max-severity\`. Het kan zijn: geen, info, waarschuwing of fout.`,
            en: `\`${word ?? ''}\` does not fit \`--max-severity\`. It can be: none, info, warning or error.`,
        });
    }
    return severity;
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
