import type { Argument, Command, CommanderError, Option } from 'commander';
import type { Bilingual, Language } from '../language/text/bilingual.js';

/** commander's headings and standing texts; it knows English only. */
const HEADINGS: Readonly<Record<string, string>> = {
    'Usage:': 'Gebruik:',
    'Arguments:': 'Wat u meegeeft:',
    'Options:': 'Opties:',
    'Commands:': 'Commando’s:',
    'Global Options:': 'Opties van elk commando:',
};

/** Help in the user's language. */
export function speakHelp(command: Command, language: Language): void {
    const help = { nl: 'laat deze uitleg zien', en: 'show this help' }[language];
    command
        .helpOption('-h, --help', help)
        .helpCommand(false)
        .configureHelp({
            showGlobalOptions: true,
            styleTitle: (title: string) => (language === 'nl' ? (HEADINGS[title] ?? title) : title),
            styleUsage: (usage: string) =>
                language === 'nl' ? usage.replace('[options]', '[opties]').replace('[command]', '[commando]') : usage,
            // its own way adds the choices, in English; the descriptions say them
            optionDescription: (option: Option) => option.description,
            // its own way adds "[options]" to each
            subcommandTerm: (subcommand: Command) =>
                [subcommand.name(), ...subcommand.registeredArguments.map(argumentTerm)].join(' '),
        });
}

function argumentTerm(argument: Argument): string {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${name}>` : `[${name}]`;
}

/** What commander says about wrong usage, in both languages. */
export function usageProblem({ code, message }: CommanderError): Bilingual {
    const english = message.replace(/^error: /, '').replace(/\n/g, ' ');
    const [what = '', given = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
    const meant = /\(Did you mean (?:one of )?(.*?)\?\)/s.exec(message)?.[1];
    const near = meant === undefined ? '' : ` Bedoelde u ${meant}?`;
    const help = { nl: 'Zie `draaiboek --help`.', en: 'See `draaiboek --help`.' };
    const sentence = `${english.charAt(0).toUpperCase()}${english.slice(1)}${/[.?)]$/.test(english) ? '' : '.'}`;
    const dutch: Readonly<Record<string, string>> = {
        'commander.unknownCommand': `Het commando \`${what}\` bestaat niet.${near}`,
        'commander.unknownOption': `De optie \`${what}\` bestaat niet bij dit commando.${near}`,
        'commander.missingArgument': `Er ontbreekt iets: geef \`${what}\` mee.`,
        'commander.optionMissingArgument': `Bij de optie \`${what}\` hoort een waarde.`,
        'commander.missingMandatoryOptionValue': `De optie \`${what}\` is nodig.`,
        'commander.conflictingOption': `De opties \`${what}\` en \`${given}\` gaan niet samen.`,
        'commander.invalidArgument': `\`${given}\` kan niet bij \`${what}\`.${choices(message)}`,
        'commander.excessArguments': 'Er staat te veel achter het commando.',
    };
    return { nl: `${dutch[code] ?? sentence} ${help.nl}`, en: `${sentence} ${help.en}` };
}

function choices(message: string): string {
    const list = /Allowed choices are (.*?)\.?$/s.exec(message)?.[1];
    return list === undefined ? '' : ` Het kan zijn: ${list}.`;
}
