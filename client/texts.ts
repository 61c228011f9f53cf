import * as vscode from 'vscode';

/** What the extension itself says; all else comes from the server. */
const TEXTS = {
    started: { nl: 'De taalserver is gestart ({0} ms).', en: 'The language server has started ({0} ms).' },
    notStarted: {
        nl: 'Draaiboek kon niet starten: teksten worden niet gecontroleerd. Probeer de opdracht "Draaiboek: Taalserver opnieuw starten".',
        en: 'Draaiboek could not start: texts are not checked. Try the command "Draaiboek: Taalserver opnieuw starten".',
    },
    preview: { nl: 'Voorbeeld', en: 'Preview' },
    noProtocol: {
        nl: 'Open eerst een draaiboek: het voorbeeld laat zien wat daarin staat.',
        en: 'Open a protocol first: the preview shows what is in it.',
    },
    structure: { nl: 'Opbouw', en: 'Structure' },
    unknowns: { nl: 'Nog in te vullen', en: 'Still to fill in' },
    unknownsCount: { nl: 'Nog in te vullen: {0}', en: 'Still to fill in: {0}' },
    results: { nl: 'Resultaten per indicator', en: 'Results per indicator' },
    run: { nl: 'Doorlopen', en: 'Run' },
    coverage: { nl: 'Doorlopen en zien wat gedekt is', en: 'Run and see what is covered' },
    notRun: {
        nl: 'Dit scenario is niet doorlopen: het staat er niet meer, of de taalserver antwoordt niet.',
        en: 'This scenario was not run: it is no longer there, or the language server does not answer.',
    },
    showOutput: { nl: 'Toon uitvoer', en: 'Show output' },
} as const;

/** What stands on the page of the preview. */
const PAGE = {
    nl: {
        preview: 'Voorbeeld',
        document: 'Document',
        diagram: 'Tekening',
        smaller: 'Kleiner',
        larger: 'Groter',
        fit: 'Passend',
        none: 'In deze tekst staat nog geen interventie. Begin met: interventie Naam "Titel" { }',
    },
    en: {
        preview: 'Preview',
        document: 'Document',
        diagram: 'Drawing',
        smaller: 'Smaller',
        larger: 'Larger',
        fit: 'Fit',
        none: 'There is no interventie in this text yet. Begin with: interventie Naam "Titel" { }',
    },
} as const;

/** The texts on the page of the preview, escaped for HTML. */
export function pageTexts(language: 'nl' | 'en'): Record<keyof (typeof PAGE)['nl'], string> {
    const escaped = Object.entries(PAGE[language]).map(([key, value]) => [key, value.replaceAll('"', '&quot;')]);
    return Object.fromEntries(escaped) as Record<keyof (typeof PAGE)['nl'], string>;
}

/** The language of the messages: Dutch, unless the user chose English. */
export function chosenLanguage(): 'nl' | 'en' {
    return vscode.workspace.getConfiguration('draaiboek').get('language') === 'en' ? 'en' : 'nl';
}

/** A text in the language of the messages. */
export function text(key: keyof typeof TEXTS, value = ''): string {
    return TEXTS[key][chosenLanguage()].replace('{0}', value);
}
