import { TEST_FORMATS, type TestFormat } from '../print/test-formats.js';
import { FILE, PATHS, PATHS_MEAN, type Declaring, type Format } from './context.js';

export function declareTest({ command, ends, formats, host, inLanguage, say }: Declaring): void {
    const test = command('test', {
        nl: 'doorloop de scenario’s en vergelijk ze met wat zij verwachten',
        en: 'run the scenarios and compare them with what they expect',
    })
        .argument(say(PATHS), say(PATHS_MEAN))
        .addOption(formats(TEST_FORMATS));
    test.action(async () => {
        const { test: act } = await import('../commands/test.js');
        ends(await act(test.args, { ...inLanguage, format: test.opts<{ format: TestFormat }>().format }, host));
    });
}

export function declareSimulate({ command, ends, formats, host, inLanguage, say }: Declaring): void {
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
        .addOption(formats());
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
        const { simulate: act } = await import('../commands/simulate.js');
        ends(await act(path, { ...inLanguage, caseFile, interventie, format: form }, host));
    });
}
