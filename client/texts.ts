import * as vscode from 'vscode';

/** What the extension itself says; all else comes from the server. */
const TEXTS = {
    started: { nl: 'De taalserver is gestart ({0} ms).', en: 'The language server has started ({0} ms).' },
    notStarted: {
        nl: 'Draaiboek kon niet starten: teksten worden niet gecontroleerd. Probeer de opdracht "Draaiboek: Taalserver opnieuw starten".',
        en: 'Draaiboek could not start: texts are not checked. Try the command "Draaiboek: Taalserver opnieuw starten".',
    },
    showOutput: { nl: 'Toon uitvoer', en: 'Show output' },
} as const;

/** A text in the language of the messages: Dutch, unless the user chose English. */
export function text(key: keyof typeof TEXTS, value = ''): string {
    const chosen = vscode.workspace.getConfiguration('draaiboek').get('language');
    return TEXTS[key][chosen === 'en' ? 'en' : 'nl'].replace('{0}', value);
}
