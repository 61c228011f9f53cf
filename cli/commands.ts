import type { Command, Option } from 'commander';
import type { Severity } from '../language/rules/finding.js';
import type { Bilingual, Language } from '../language/text/bilingual.js';
import { Complaint } from './complaint.js';
import type { Host } from './host.js';
import { TEST_FORMATS, type TestFormat } from './print/test-formats.js';
import { REPORT_FORMATS, type ReportFormat } from './print/report.js';
import { speakHelp } from './usage.js';

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

type Format = 'text' | 'json';

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

const FILE: Bilingual = { nl: 'bestand', en: 'file' };
const PATHS: Bilingual = { nl: '[pad...]', en: '[path...]' };
const PATHS_MEAN: Bilingual = {
    nl: 'bestanden, mappen of patronen (als u niets zegt: deze map)',
    en: 'files, folders or globs (when left out: this folder)',
};

/**
 * Declares all commands. What a command does is loaded when it runs, so that no command pays for another; one that is
 * not there yet is not declared.
 */
export function declareCommands(program: Command, context: CommandContext): void {
    const { host, language, chosen, ends } = context;
    const say = (text: Bilingual) => text[language];
    const inLanguage = chosen === undefined ? {} : { language: chosen };
    const command = (name: string, summary: Bilingual): Command => {
        const result = program.command(name).description(say(summary));
        speakHelp(result, language);
        return result;
    };

    const check = command('check', { nl: 'controleer protocollen', en: 'check protocols' })
        .argument(say(PATHS), say(PATHS_MEAN))
        .addOption(formats(program, say, REPORT_FORMATS))
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
            '--fix-unknown',
            say({
                nl: 'herstel ook door `onbekend` te schrijven waar een waarschuwing of fout vraagt wat er niet staat',
                en: 'fix as well by writing `onbekend` where a warning or error asks what is not said',
            }),
        )
        .option(
            '--proofs',
            say({
                nl: 'zeg van elke interventie wat er over alle wegen te bewijzen is, en wat elke toets vindt',
                en: 'tell of each interventie what can be proved about all courses, and what each toets finds',
            }),
        )
        .option('--watch', say({ nl: 'controleer na elke wijziging opnieuw', en: 'check again after each change' }));
    check.action(async () => {
        const options = check.opts<{
            format: ReportFormat;
            output?: string;
            maxSeverity?: string;
            fix?: true;
            fixUnknown?: true;
            proofs?: true;
            watch?: true;
        }>();
        if (options.watch && (options.format !== 'text' || options.output !== undefined)) {
            throw new Complaint({
                nl: 'Met `--watch` gaat het verslag als tekst naar het scherm: laat `--format` en `--output` weg.',
                en: 'With `--watch` the report goes to the screen as text: leave out `--format` and `--output`.',
            });
        }
        if (options.proofs && options.format !== 'text' && options.format !== 'json') {
            throw new Complaint({
                nl: 'Met `--proofs` is het verslag tekst of JSON: andere formaten hebben er geen plaats voor.',
                en: 'With `--proofs` the report is text or JSON: other formats have no place for it.',
            });
        }
        const maxSeverity = mostSevere(options.maxSeverity);
        const { check: act } = await import('./commands/check.js');
        ends(
            await act(
                check.args,
                {
                    ...inLanguage,
                    ...(options.output === undefined ? {} : { output: options.output }),
                    format: options.format,
                    maxSeverity,
                    fix: options.fixUnknown === true ? 'unknown' : options.fix === true ? 'safe' : 'none',
                    proofs: options.proofs === true,
                    watch: options.watch === true,
                },
                host,
            ),
        );
    });

    const format = command('format', {
        nl: 'maak protocollen netjes op, op hun plaats',
        en: 'lay out protocols, in place',
    })
        .argument(
            say(PATHS),
            `${say(PATHS_MEAN)}; ${say({ nl: '- leest standaardinvoer', en: '- reads standard input' })}`,
        )
        .option(
            `--wrap <${say({ nl: 'breedte', en: 'width' })}>`,
            say({
                nl: 'breek tekst tussen drie aanhalingstekens opnieuw af op deze breedte',
                en: 'fill text between triple quotes anew at this width',
            }),
        )
        .option('--check', say({ nl: 'zeg alleen wat anders zou worden', en: 'only tell what would change' }));
    format.action(async () => {
        const { format: act } = await import('./commands/format.js');
        const { check: onlyTell, wrap } = format.opts<{ check?: true; wrap?: string }>();
        const options = { language, check: onlyTell === true, ...(wrap === undefined ? {} : { wrap }) };
        ends(await act(format.args, options, host));
    });

    const generate = command('generate', {
        nl: 'maak documenten, diagrammen en andere uitvoer',
        en: 'make documents, diagrams and other output',
    })
        .argument(say(PATHS), say(PATHS_MEAN))
        .option(
            `--to <${say({ nl: 'namen', en: 'names' })}>`,
            say({
                nl: 'wat u wilt, met komma’s ertussen; `alles` voor alles',
                en: 'what, separated by commas; `all` for all',
            }),
        )
        .option(`--out <${say({ nl: 'map', en: 'folder' })}>`, say({ nl: 'waar het komt', en: 'where it goes' }))
        .option('--list', say({ nl: 'noem wat er gemaakt kan worden', en: 'name what can be made' }))
        .option('--force', say({ nl: 'ook bij fouten in het protocol', en: 'despite errors in the protocol' }))
        .addOption(formats(program, say));
    generate.action(async () => {
        const {
            to,
            out,
            list,
            force,
            format: form,
        } = generate.opts<{
            to?: string;
            out?: string;
            list?: true;
            force?: true;
            format: Format;
        }>();
        const { generate: act } = await import('./commands/generate.js');
        const options = { ...inLanguage, to, out, list: list === true, force: force === true, format: form };
        ends(await act(generate.args, options, host));
    });

    const test = command('test', {
        nl: 'doorloop de scenario’s en vergelijk ze met wat zij verwachten',
        en: 'run the scenarios and compare them with what they expect',
    })
        .argument(say(PATHS), say(PATHS_MEAN))
        .addOption(formats(program, say, TEST_FORMATS));
    test.action(async () => {
        const { test: act } = await import('./commands/test.js');
        ends(await act(test.args, { ...inLanguage, format: test.opts<{ format: TestFormat }>().format }, host));
    });

    const simulate = command('simulate', {
        nl: 'doorloop een protocol met één casus, stap voor stap',
        en: 'take one case through a protocol, step by step',
    })
        .argument(`<${say({ nl: 'pad', en: 'path' })}>`, say({ nl: 'het protocol', en: 'the protocol' }))
        .option(`--case <${say(FILE)}>`, say({ nl: 'de casus, als JSON', en: 'the case, as JSON' }))
        .option(
            `--interventie <${say({ nl: 'naam', en: 'name' })}>`,
            say({ nl: 'welke, als het bestand er meer heeft', en: 'which, where the file has several' }),
        )
        .addOption(formats(program, say));
    simulate.action(async (path: string) => {
        const {
            case: caseFile,
            interventie,
            format: form,
        } = simulate.opts<{
            case?: string;
            interventie?: string;
            format: Format;
        }>();
        const { simulate: act } = await import('./commands/simulate.js');
        ends(await act(path, { ...inLanguage, caseFile, interventie, format: form }, host));
    });

    const rules = command('rules', { nl: 'noem alle regels', en: 'name all rules' }).addOption(formats(program, say));
    rules.action(async () => {
        const { rules: act } = await import('./commands/rules.js');
        ends(act({ language, format: rules.opts<{ format: Format }>().format }, host));
    });

    command('explain', {
        nl: 'leg een regel uit, met een fout en een goed voorbeeld',
        en: 'explain a rule, with a wrong and a right example',
    })
        .argument(
            '<code>',
            say({
                nl: 'de code van de regel, zoals doel/meetbaar',
                en: 'the code of the rule, such as doel/meetbaar',
            }),
        )
        .action(async (code: string) => {
            const { explain: act } = await import('./commands/rules.js');
            ends(act(code, language, host));
        });

    command('new', {
        nl: 'begin een protocol, met overal `onbekend` om in te vullen',
        en: 'start a protocol, with `onbekend` everywhere to fill in',
    })
        .argument(
            `[${say(FILE)}]`,
            say({ nl: 'de naam van het bestand; - schrijft naar het scherm', en: 'its name; - writes to the screen' }),
        )
        .action(async (file: string | undefined) => {
            const { create: act } = await import('./commands/new.js');
            ends(act(file, language, host));
        });
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

function mostSevere(word = 'warning'): Severity | 'none' {
    const severity = MOST_SEVERE[word];
    if (severity === undefined) {
        throw new Complaint({
            nl: `\`${word}\` kan niet bij \`--max-severity\`. Het kan zijn: geen, info, waarschuwing of fout.`,
            en: `\`${word}\` does not fit \`--max-severity\`. It can be: none, info, warning or error.`,
        });
    }
    return severity;
}
