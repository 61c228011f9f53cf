/**
 * How a statement goes on behind the words that it begins with, for those of a fixed shape: what an editor inserts, with
 * `${1:onbekend}` for what the writer goes through. By the statement's block and words, as the catalogue has them
 * (messages/statements/); what nobody knows yet is `onbekend`.
 */
export const SNIPPETS: Readonly<Record<string, string>> = {
    'bestand gebruik': 'gebruik "${1:bestand.draaiboek}"',
    'bestand begrip': 'begrip ${1:Naam} "${2:Wat het betekent}"',
    'bestand organisatie': 'organisatie ${1:Naam} "${2:Titel}"',
    'interventie begrip': 'begrip ${1:Naam} "${2:Wat het betekent}"',
    'interventie organisatie': 'organisatie ${1:Naam} "${2:Titel}"',
    'interventie versie': 'versie "${1:1.0}" stand ${2|concept,vastgesteld,vervallen|}',
    'interventie gegeven': 'gegeven ${1:naam}: ${2|ja/nee,aantal,datum,tekst|} "${3:Waar het over gaat}"',
    'interventie kenmerk': 'kenmerk "${1:Onderwerp}" ${2:onbekend}',
    'interventie effect': 'effect "${1:Wat er verandert}" ${2|onbekend,aangetoond,niet aangetoond,verondersteld|}',
    'interventie onderbouwing': `onderbouwing {
  probleem \${1:onbekend}
  oorzaak \${2:onbekend}
  theorie \${3:onbekend}
}`,
    'interventie aanpak': `aanpak {
  stap \${1:Naam} "\${2:Titel}" {
    door \${3:onbekend}
  }
  einde \${4:Klaar}
}`,
    'doel subdoel': 'subdoel ${1:Naam} "${2:Titel}"',
    'doel indicator': 'indicator ${1:Naam} "${2:Titel}" {\n  norm ${3:onbekend}\n  meting ${4:onbekend}\n}',
    'subdoel indicator': 'indicator ${1:Naam} "${2:Titel}" {\n  norm ${3:onbekend}\n  meting ${4:onbekend}\n}',
    'onderbouwing factor': 'factor ${1:Naam} "${2:Titel}"',
    'aanpak einde': 'einde ${1:Naam} "${2:Titel}"',
    'stap daarna': 'daarna: ${1:onbekend}',
    'stap herhaal': 'herhaal ${1:onbekend} tot ${2:onbekend}',
    'stap termijn': 'termijn ${1:onbekend} na ${2:aanmelding} anders: ${3:onbekend}',
    'stap pas als': 'pas als ${1:onbekend}',
    'stap klaar als': 'klaar als ${1:onbekend}',
    'stap activiteit': 'activiteit "${1:Wat er gebeurt}"',
    'overdracht wat als': 'wat als "${1:Wat er kan gebeuren}" ${2:onbekend}',
    'toetsingskader oordeel': 'oordeel ${1:naam} "${2:+}"',
    'toetsingskader thema': 'thema ${1:Naam} "${2:Titel}" {\n  indicator ${3:1.1} "${4:Vraag}"\n}',
    'thema criterium': 'criterium ${1:Naam} "${2:Titel}" {\n  indicator ${3:1.1} "${4:Vraag}"\n}',
    'thema indicator': 'indicator ${1:1.1} "${2:Vraag}"',
    'criterium indicator': 'indicator ${1:1.1} "${2:Vraag}"',
    'indicator toets': 'toets elke ${1:stap} heeft ${2:door}',
    'beoordeling bevinding': 'bevinding ${1:1.1} ${2:onbekend} "${3:Wat er gevonden is}"',
    'scenario gegeven': 'gegeven ${1:naam} is ${2:onbekend}',
    'scenario bij': 'bij ${1:Stap}: ${2:naam} is ${3:onbekend}',
    'scenario verwacht einde': 'verwacht einde ${1:Einde}',
};
