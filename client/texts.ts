import { Disposable, EventEmitter, workspace, type Event } from 'vscode';
import { LANGUAGE } from '../server/requests.js';
import type { ActiveProtocol } from './protocol.js';
import type { Server } from './server.js';

/** What the extension itself says; all else comes from the server. */
const TEXTS = {
    started: { nl: 'De taalserver is gestart ({0} ms).', en: 'The language server has started ({0} ms).' },
    notStarted: {
        nl: 'Draaiboek kon niet starten: teksten worden niet gecontroleerd. Probeer de opdracht "Draaiboek: Taalserver opnieuw starten".',
        en: 'Draaiboek could not start: texts are not checked. Try the command "Draaiboek: Taalserver opnieuw starten".',
    },
    preview: { nl: 'Voorvertoning', en: 'Preview' },
    noProtocol: {
        nl: 'Open eerst een draaiboek: de voorvertoning laat zien wat daarin staat.',
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
    newProtocol: { nl: 'Nieuw protocol', en: 'New protocol' },
    askTitle: { nl: 'Hoe heet de interventie?', en: 'What is the intervention called?' },
    askTitleEmpty: { nl: 'Geef de interventie een naam.', en: 'Give the intervention a name.' },
    askName: {
        nl: 'Met welk woord verwijzen andere teksten ernaar? Letters en cijfers, zonder spaties.',
        en: 'By which word do other texts refer to it? Letters and digits, no spaces.',
    },
    askNameWrong: {
        nl: 'Begin met een letter; daarna mogen letters, cijfers, _ en koppeltekens.',
        en: 'Begin with a letter; then letters, digits, _ and hyphens may follow.',
    },
    askFolder: { nl: 'In welke map komt het bestand?', en: 'Which folder does the file go to?' },
    askFile: { nl: 'Hoe heet het bestand?', en: 'What is the file called?' },
    askFileWrong: {
        nl: 'Zo kan een bestand niet heten. Bijvoorbeeld: protocollen/samen-thuis',
        en: 'A file cannot be called so. For example: protocols/at-home',
    },
    fileExists: {
        nl: '{0} bestaat al. Kies een andere naam; er wordt niets overschreven.',
        en: '{0} exists. Choose another name; nothing is overwritten.',
    },
    notWritten: { nl: 'Het bestand kon niet worden geschreven: {0}', en: 'The file could not be written: {0}' },
    compare: { nl: 'Vergelijk', en: 'Compare' },
    compareWith: { nl: 'Waarmee vergelijkt u {0}?', en: 'With what do you compare {0}?' },
    compareWhat: {
        nl: 'Open eerst een draaiboek: dat wordt vergeleken met wat u daarna kiest.',
        en: 'Open a protocol first: it is compared with what you choose next.',
    },
    anotherFile: { nl: 'Een ander bestand…', en: 'Another file…' },
    whatItWorksOut: {
        nl: 'Wat hierin wordt uitgewerkt (uitwerking van)',
        en: 'What is worked out here (uitwerking van)',
    },
    versionsInGit: { nl: 'eerdere versies in git', en: 'earlier versions in git' },
    noVersion: {
        nl: 'Git heeft van dit bestand geen versie {0}.',
        en: 'Git has no version {0} of this file.',
    },
    worksOutNothing: {
        nl: 'In dit bestand staat geen interventie die een andere uitwerkt (uitwerking van).',
        en: 'No intervention in this file works out another one (uitwerking van).',
    },
    notCompared: {
        nl: 'Er is niets vergeleken: een van de twee is niet te lezen, of de taalserver antwoordt niet.',
        en: 'Nothing was compared: one of the two cannot be read, or the language server does not answer.',
    },
    differenceOf: { nl: 'Het verschil in het verloop van {0}', en: 'The difference in the process of {0}' },
    generate: { nl: 'Genereer', en: 'Generate' },
    thisFile: { nl: 'Dit bestand', en: 'This file' },
    allFiles: { nl: 'Alle bestanden van de werkmap', en: 'All files of the workspace' },
    askOutputs: { nl: 'Wat wilt u maken?', en: 'What do you want to make?' },
    askOutputFolder: { nl: 'Map voor de uitvoer', en: 'Folder for the output' },
    generating: { nl: 'Draaiboek maakt de uitvoer', en: 'Draaiboek makes the output' },
    generated: { nl: 'Gemaakt: {0} bestanden.', en: 'Made: {0} files.' },
    isLink: {
        nl: '{0} is een verwijzing naar een andere map; daar wordt niets geschreven.',
        en: '{0} is a link to another folder; nothing is written there.',
    },
    showFolder: { nl: 'Toon de map', en: 'Show the folder' },
    checking: { nl: 'Draaiboek controleert de werkmap', en: 'Draaiboek checks the workspace' },
    checked: {
        nl: 'Bestanden gecontroleerd: {0}. Fouten: {1}; waarschuwingen: {2}; opmerkingen: {3}.',
        en: 'Files checked: {0}. Errors: {1}; warnings: {2}; remarks: {3}.',
    },
    status: {
        nl: 'Meldingen in het Nederlands. Fouten: {0}; waarschuwingen: {1}; opmerkingen: {2}.',
        en: 'Messages in English. Errors: {0}; warnings: {1}; remarks: {2}.',
    },
    checkAll: { nl: 'Controleer werkmap', en: 'Check workspace' },
    toEnglish: { nl: 'Meldingen in het Engels (English)', en: 'Messages in English' },
    toDutch: { nl: 'Meldingen in het Nederlands', en: 'Messages in Dutch (Nederlands)' },
    showProblems: { nl: 'Toon problemen', en: 'Show problems' },
    askExample: { nl: 'Welk voorbeeld wilt u openen?', en: 'Which example do you want to open?' },
    askExampleFolder: { nl: 'In welke map komt het voorbeeld?', en: 'Which folder does the example go to?' },
    putHere: { nl: 'Zet het hier', en: 'Put it here' },
    exampleExists: {
        nl: '{0} bestaat al. Kies een andere map; er wordt niets overschreven.',
        en: '{0} exists. Choose another folder; nothing is overwritten.',
    },
    exampleCopied: {
        nl: 'Het voorbeeld staat in een eigen map. Open die map om alles te zien wat erbij hoort.',
        en: 'The example is in a folder of its own. Open that folder to see all that belongs to it.',
    },
    openFolder: { nl: 'Open de map', en: 'Open the folder' },
    walk: { nl: 'Casus doorlopen', en: 'Walk through a case' },
    walkEmpty: { nl: 'Vanaf het begin', en: 'From the beginning' },
    walkScenarios: { nl: 'Met een scenario', en: 'With a scenario' },
    walkHere: { nl: 'casus', en: 'case' },
    walkNoProtocol: {
        nl: 'Open eerst een draaiboek: u loopt dan een casus daarvan door.',
        en: 'Open a protocol first: you then walk through a case of it.',
    },
    walkNothing: {
        nl: 'Hier is geen interventie om door te lopen: zet de cursor in een interventie of een scenario.',
        en: 'There is no interventie to walk through here: put the cursor in an interventie or a scenario.',
    },
    walkNot: { nl: 'Deze casus is niet te doorlopen: {0}.', en: 'This case cannot be walked through: {0}.' },
    walkStopped: {
        nl: 'Het scenario gaat hier niet verder. {0}',
        en: 'The scenario goes no further here. {0}',
    },
    walkLost: {
        nl: 'De tekst is veranderd: de laatste keuzes ({0}) kunnen hier niet meer.',
        en: 'The text has changed: the last choices ({0}) can no longer be made here.',
    },
    walkKeep: { nl: 'Casus als scenario bewaren', en: 'Keep the case as a scenario' },
    walkTitle: { nl: 'Hoe heet het scenario?', en: 'What is the scenario called?' },
    walkTitleEmpty: { nl: 'Geef het scenario een naam.', en: 'Give the scenario a name.' },
    walkFile: { nl: 'In welk bestand komt het scenario?', en: 'Which file does the scenario go to?' },
    showOutput: { nl: 'Toon uitvoer', en: 'Show output' },
} as const;

/** What stands on the page of the preview. */
const PAGE = {
    nl: {
        preview: 'Voorvertoning',
        document: 'Document',
        diagram: 'Tekening',
        review: 'Beoordeling',
        smaller: 'Kleiner',
        larger: 'Groter',
        fit: 'Passend',
        none: 'Deze tekst gaat nog over geen interventie. Begin met: interventie Naam "Titel" { }',
    },
    en: {
        preview: 'Preview',
        document: 'Document',
        diagram: 'Drawing',
        review: 'Review',
        smaller: 'Smaller',
        larger: 'Larger',
        fit: 'Fit',
        none: 'This text is about no interventie yet. Begin with: interventie Naam "Titel" { }',
    },
} as const;

/** The texts on the page of the preview, escaped for HTML. */
export function pageTexts(language: 'nl' | 'en'): Record<keyof (typeof PAGE)['nl'], string> {
    const escaped = Object.entries(PAGE[language]).map(([key, value]) => [key, value.replaceAll('"', '&quot;')]);
    return Object.fromEntries(escaped) as Record<keyof (typeof PAGE)['nl'], string>;
}

const spoken = new EventEmitter<void>();
let heard: 'nl' | 'en' = 'nl';

/** Fires when {@link chosenLanguage} may be another. */
export const onDidChangeLanguage: Event<void> = spoken.event;

/** The language of the messages: what the user chose, or else what the server says, by the settings of the folder. */
export function chosenLanguage(): 'nl' | 'en' {
    const chosen = workspace.getConfiguration('draaiboek').get('language');
    return chosen === 'en' || chosen === 'nl' ? chosen : heard;
}

/** Keeps the language of the messages up to date. */
export function followLanguage(server: Server, protocol: ActiveProtocol): Disposable {
    const ask = async () => {
        const uri = protocol.editor()?.document.uri.toString();
        const answer = uri === undefined ? undefined : await server.ask<'nl' | 'en'>(LANGUAGE, { uri });
        if (answer && answer !== heard) {
            heard = answer;
            spoken.fire();
        }
    };
    return Disposable.from(
        server.onDidChange(ask),
        protocol.onDidChange(ask),
        workspace.onDidChangeConfiguration((event) => {
            if (event.affectsConfiguration('draaiboek.language')) {
                spoken.fire();
            }
        }),
    );
}

/** A text in the language of the messages, with values in the places of `{0}`, `{1}` … */
export function text(key: keyof typeof TEXTS, ...values: readonly string[]): string {
    return TEXTS[key][chosenLanguage()].replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '');
}
