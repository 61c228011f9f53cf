import { Complaint } from '../complaint.js';
import type { Declaring, Format } from './context.js';

export function declareRules({ command, ends, formats, host, language }: Declaring): void {
    const rules = command('rules', { nl: 'noem alle regels', en: 'name all rules' }).addOption(formats());
    rules.action(async () => {
        const { rules: act } = await import('../commands/rules.js');
        ends(act({ language, format: rules.opts<{ format: Format }>().format }, host));
    });
}

export function declareExplain({ command, ends, host, language, say }: Declaring): void {
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
            const { explain: act } = await import('../commands/rules.js');
            ends(act(code, language, host));
        });
}

export function declareLsp({ chosen, command, ends, host, say }: Declaring): void {
    const lsp = command('lsp', {
        nl: 'begin de taalserver, voor een editor die het Language Server Protocol spreekt',
        en: 'start the language server, for an editor that speaks the Language Server Protocol',
    }).option('--stdio', say({ nl: 'over standaardinvoer en -uitvoer', en: 'over standard input and output' }));
    lsp.action(async () => {
        if (lsp.opts<{ stdio?: true }>().stdio !== true) {
            throw new Complaint({
                nl: '`lsp` praat over standaardinvoer en -uitvoer met een editor: zeg `draaiboek lsp --stdio`.',
                en: '`lsp` speaks with an editor over standard input and output: say `draaiboek lsp --stdio`.',
            });
        }
        const { lsp: act } = await import('../commands/lsp.js');
        ends(await act(chosen, host));
    });
}
