import { Complaint } from '../complaint.js';
import { FILE, PATHS, PATHS_MEAN, type Declaring, type Format } from './context.js';

interface GenerateTexts {
    readonly to?: string;
    readonly out?: string;
    readonly date?: string;
    readonly template?: string;
    readonly municipality?: string;
}

export function declareFormat({ command, ends, host, language, say }: Declaring): void {
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
        const { format: act } = await import('../commands/format.js');
        const { check: onlyTell, wrap } = format.opts<{ check?: true; wrap?: string }>();
        const options = { language, check: onlyTell === true, ...(wrap === undefined ? {} : { wrap }) };
        ends(await act(format.args, options, host));
    });
}

export function declareGenerate({ command, ends, formats, host, inLanguage, say }: Declaring): void {
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
        .option(
            `--date <${say({ nl: 'datum', en: 'date' })}>`,
            say({
                nl: 'de dag die documenten noemen als die waarop zij gemaakt zijn',
                en: 'the day that documents name as the one on which they were made',
            }),
        )
        .option(
            `--template <${say(FILE)}>`,
            say({
                nl: 'een eigen indeling van het werkblad, als JSON',
                en: 'an order of the form of your own, as JSON',
            }),
        )
        .option(
            `--municipality <${say({ nl: 'gemeente', en: 'name' })}>`,
            say({
                nl: 'van welke gemeente werkstromen overnemen wat `local` in draaiboek.json invult',
                en: 'of which municipality workflows take over what `local` in draaiboek.json fills in',
            }),
        )
        .addOption(formats());
    generate.action(async () => {
        const said = generate.opts<{ list?: true; force?: true; format: Format } & GenerateTexts>();
        const { generate: act } = await import('../commands/generate.js');
        const options = { ...inLanguage, to: undefined, out: undefined, ...said };
        ends(await act(generate.args, { ...options, list: said.list === true, force: said.force === true }, host));
    });
}

export function declareImport({ command, ends, formats, host, inLanguage, language, say }: Declaring): void {
    const imports = command('import', {
        nl: 'maak een protocol van een ingevuld formulier: Word, HTML of Markdown',
        en: 'make a protocol of a filled-in form: Word, HTML or Markdown',
    })
        .argument(`<${say(FILE)}>`, say({ nl: 'het formulier', en: 'the form' }))
        .option(
            `--output <${say(FILE)}>`,
            say({
                nl: 'hoe het protocol heet (als u niets zegt: naast het formulier); - schrijft naar het scherm',
                en: 'the name of the protocol (when left out: beside the form); - writes to the screen',
            }),
        )
        .option(
            `--into <${say({ nl: 'protocol', en: 'protocol' })}>`,
            say({
                nl: 'waarvan het document is gemaakt: opmerkingen en wijzigingen komen daarin terug',
                en: 'what the document was made of: comments and changes come back into it',
            }),
        )
        .option(
            `--interventie <${say({ nl: 'naam', en: 'name' })}>`,
            say({ nl: 'bij `--into`: welke, als er meer zijn', en: 'with `--into`: which, where there are several' }),
        )
        .option(
            '--apply',
            say({
                nl: 'bij `--into`: neem gewijzigde teksten ook over',
                en: 'with `--into`: take changed texts over as well',
            }),
        )
        .addOption(formats());
    imports.action(async (file: string) => {
        const {
            output,
            into,
            interventie,
            apply,
            format: form,
        } = imports.opts<{ output?: string; into?: string; interventie?: string; apply?: true; format: Format }>();
        if (into === undefined && (apply === true || interventie !== undefined || form === 'json')) {
            throw new Complaint({
                nl: '`--apply`, `--interventie` en `--format json` horen bij `--into`: zeg van welk protocol het document is gemaakt.',
                en: '`--apply`, `--interventie` and `--format json` go with `--into`: say of which protocol the document was made.',
            });
        }
        if (into !== undefined && output !== undefined) {
            throw new Complaint({
                nl: '`--into` vult een protocol aan en `--output` maakt er een: kies één van beide.',
                en: '`--into` adds to a protocol and `--output` makes one: choose one of them.',
            });
        }
        if (into !== undefined) {
            const { importInto } = await import('../commands/import-into.js');
            const options = { ...inLanguage, into, interventie, apply: apply === true, format: form };
            ends(await importInto(file, options, host));
            return;
        }
        const { importForm } = await import('../commands/import.js');
        ends(await importForm(file, { output, language }, host));
    });
}

export function declareNew({ command, ends, host, language, say }: Declaring): void {
    command('new', {
        nl: 'begin een protocol, met overal `onbekend` om in te vullen',
        en: 'start a protocol, with `onbekend` everywhere to fill in',
    })
        .argument(
            `[${say(FILE)}]`,
            say({ nl: 'de naam van het bestand; - schrijft naar het scherm', en: 'its name; - writes to the screen' }),
        )
        .action(async (file: string | undefined) => {
            const { create: act } = await import('../commands/new.js');
            ends(act(file, language, host));
        });
}
