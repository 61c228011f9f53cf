import { describe, expect, test } from 'vitest';
import { applyFix, check, checkFor } from './rule-tester.js';
import { model, syntaxErrors } from './support/language.js';

const NAMES = 'rol W rol H gegeven g: ja/nee gegeven x: ja/nee gegeven k: aantal document Plan doel D "d"';
/** Where a line stands; all names in it exist. */
const FRAMEWORK = 'toetsingskader K { oordeel goed thema T { indicator 1 "i" } }';
const PLACES = {
    bestand: (line: string) => `${line}\n`,
    interventie: (line: string) => `interventie A "x" {\n  ${NAMES}\n  ${line}\n}\n`,
    aanpak: (line: string) => `interventie A "x" {\n  ${NAMES}\n  aanpak {\n    stap T\n    ${line}\n  }\n}\n`,
    stap: (line: string) => `interventie A "x" {\n  ${NAMES}\n  aanpak {\n    stap S {\n      ${line}\n    }\n  }\n}\n`,
    doel: (line: string) => `interventie A "x" {\n  doel E "e" {\n    ${line}\n  }\n}\n`,
    einde: (line: string) => `interventie A "x" {\n  aanpak {\n    einde F {\n      ${line}\n    }\n  }\n}\n`,
    onderbouwing: (line: string) => `interventie A "x" {\n  ${NAMES}\n  onderbouwing {\n    ${line}\n  }\n}\n`,
    overdracht: (line: string) =>
        `interventie A "x" {\n  ${NAMES}\n  overdracht O van W naar H {\n    ${line}\n  }\n}\n`,
    opmerking: (line: string) => `interventie A "x" {\n  opmerking "o" {\n    ${line}\n  }\n}\n`,
    indicator: (line: string) => `interventie A "x" {\n  indicator I "i" {\n    ${line}\n  }\n}\n`,
    document: (line: string) => `interventie A "x" {\n  document D "d" {\n    ${line}\n  }\n}\n`,
    toetsing: (line: string) =>
        `toetsingskader K {\n  thema T {\n    indicator 1 "i" {\n      ${line}\n    }\n  }\n}\n`,
    scenario: (line: string) =>
        `interventie A "x" {\n  ${NAMES}\n  aanpak {\n    stap S {\n      door W\n    }\n    einde E\n  }\n}\nscenario "s" voor A {\n  ${line}\n}\n`,
    beoordeling: (line: string) =>
        `interventie A "x" {}\n${FRAMEWORK}\nbeoordeling B van A aan de hand van K {\n  ${line}\n}\n`,
    bevinding: (line: string) =>
        `interventie A "x" {}\n${FRAMEWORK}\nbeoordeling B van A aan de hand van K {\n  bevinding 1 goed {\n    ${line}\n  }\n}\n`,
} as const;

/** Lines that mean something, each in the form that others write and in that of the language. */
const OTHERWISE = [
    ['interventie', 'ervaring onbekend', 'ervaring van onbekend onbekend'],
    ['interventie', 'duur 3 weken afgeleid "zo gaat het"', 'duur 3 weken afgeleid omdat "zo gaat het"'],
    [
        'interventie',
        'tegenspraak "t"\n    afgeleid "de bron legt deze zinnen nergens naast elkaar"\n    tussen "a" en "b"',
        'tegenspraak "t"\n    afgeleid omdat "de bron legt deze zinnen nergens naast elkaar"\n    tussen "a" en "b"',
    ],
    ['interventie', 'uitspraak onbekend', 'uitspraak van onbekend onbekend'],
    ['aanpak', 'toegang geen als g', 'toegang als niet g'],
    ['aanpak', 'toegang geen als "te jong"', 'toegang als niet "te jong"'],
    ['aanpak', 'geen toegang als g of x', 'toegang als niet (g of x)'],
    ['aanpak', 'toegang tenzij g', 'toegang als niet g'],
    ['aanpak', 'toegang als g tenzij "te jong"', 'toegang als g en niet "te jong"'],
    ['aanpak', 'toegang als g of x tenzij "te jong"', 'toegang als (g of x) en niet ("te jong")'],
    ['stap', 'termijn 3 werkdagen anders T', 'termijn 3 werkdagen anders: T'],
    ['stap', 'door W termijn 3 werkdagen anders naar T', 'door W termijn 3 werkdagen anders: T'],
    ['stap', 'daarna { als n is minstens 3: T anders: S }', 'daarna { als n minstens 3: T anders: S }'],
    ['stap', 'daarna { als het gezin veilig is: T anders: S }', 'daarna { als "het gezin veilig is": T anders: S }'],
    ['stap', 'daarna { als gezin weigert: T anders: S }', 'daarna { als "gezin weigert": T anders: S }'],
    ['stap', 'daarna { als g dan T anders: S }', 'daarna { als g: T anders: S }'],
    ['stap', 'daarna { als g onbekend: T anders: S }', 'daarna { als g is onbekend: T anders: S }'],
    ['stap', 'daarna { als g niet bekend: T anders: S }', 'daarna { als g is niet bekend: T anders: S }'],
    ['stap', 'daarna { als g ja: T anders: S }', 'daarna { als g is ja: T anders: S }'],
    ['stap', 'daarna { als g niet: T anders: S }', 'daarna { als niet g: T anders: S }'],
    ['stap', 'daarna { als g en geen x: T anders: S }', 'daarna { als g en niet x: T anders: S }'],
    ['stap', 'daarna { als g maar niet x: T anders: S }', 'daarna { als g en niet x: T anders: S }'],
    ['stap', 'herhaal hoogstens 2 keer tot g en geen x', 'herhaal hoogstens 2 keer tot g en niet x'],
    ['aanpak', 'altijd als "gevaar" en geen g: T', 'altijd als "gevaar" en niet g: T'],
    ['stap', 'daarna { als g: naar T anders: S }', 'daarna { als g: T anders: S }'],
    ['stap', 'daarna { als g: T anders: ga naar S }', 'daarna { als g: T anders: S }'],
    ['stap', 'daarna: ga naar de stap T', 'daarna: T'],
    ['stap', 'daarna { als g: T anders als x: S }', 'daarna { als g: T als niet g en x: S }'],
    ['stap', 'daarna { als g: T anders als niet g: S }', 'daarna { als g: T als niet g: S }'],
    ['stap', 'daarna { als niet g: T anders als x: S }', 'daarna { als niet g: T als g en x: S }'],
    ['stap', 'daarna { als k is 1: T anders als k is 2: S }', 'daarna { als k is 1: T als k is 2: S }'],
    ['stap', 'daarna { als g is ja: T anders als x: S }', 'daarna { als g is ja: T als g is niet ja en x: S }'],
    [
        'stap',
        'daarna {\n        als g of x: T\n        als k minstens 3: S\n        anders als x of g: T\n      }',
        'daarna {\n        als g of x: T\n        als k minstens 3: S\n        als niet (g of x) en niet (k minstens 3) en (x of g): T\n      }',
    ],
    ['stap', 'door W, met H', 'door W met H'],
    ['stap', 'pas als het gezin veilig is', 'pas als "het gezin veilig is"'],
    ['stap', 'herhaal tot het gezin rustig is', 'herhaal tot "het gezin rustig is"'],
    ['aanpak', 'toegang als het gezin in de wijk woont', 'toegang als "het gezin in de wijk woont"'],
    ['aanpak', 'altijd als het gezin verhuist: T', 'altijd als "het gezin verhuist": T'],
    ['interventie', 'gegeven v: nee/ja', 'gegeven v: ja/nee'],
    [
        'interventie',
        'gegeven v: thuis/elders/onbekende-plek "x"',
        'gegeven v: een van thuis, elders, onbekende-plek "x"',
    ],
    ['interventie', 'gegeven v: thuis / elders', 'gegeven v: een van thuis, elders'],
    ['interventie', 'rol J.G.Z', 'rol JGZ'],
    ['interventie', 'rol Jeugd.Zorg "zorg"', 'rol Jeugd-Zorg "zorg"'],
    ['aanpak', 'stap Start/Intake', 'stap Start-Intake'],
    ['aanpak', 'stap Start(1) "x" { duur 1 week }', 'stap Start-1 "x" { duur 1 week }'],
    ['aanpak', 'stap Start&Intake', 'stap Start-Intake'],
    ['stap', 'werkt-aan D', 'werkt aan D'],
    ['stap', 'door door W', 'door W'],
    ['stap', 'contacten een', 'contacten 1'],
    ['stap', 'duur vijfentwintig minuten', 'duur 25 minuten'],
    ['stap', 'duur ~2 weken', 'duur circa 2 weken'],
    ['stap', 'duur 30 min.', 'duur 30 minuten'],
    ['indicator', 'norm minstens tachtig procent', 'norm minstens 80 procent'],
    ['interventie', 'hoofddoel H2 "x"', 'doel H2 "x"'],
    ['interventie', 'rol Ouder cliënt', 'rol Ouder is cliënt'],
    ['interventie', 'rol 2eWerker', 'rol Rol2eWerker'],
    ['interventie', 'doelgroep G "g" { leeftijd 18+ }', 'doelgroep G "g" { leeftijd vanaf 18 jaar }'],
    ['interventie', 'doelgroep G "g" { leeftijd 18+ jaar }', 'doelgroep G "g" { leeftijd vanaf 18 jaar }'],
    ['aanpak', 'stap Start Start van het traject', 'stap Start "Start van het traject"'],
    ['interventie', 'effect "rust" onaangetoond', 'effect "rust" niet aangetoond'],
    ['aanpak', 'altijd onbekend', 'altijd als onbekend: onbekend'],
    ['stap', 'pas pas als g', 'pas als g'],
    ['overdracht', 'bij uitblijven: "dan belt de coach"', 'bij uitblijven "dan belt de coach"'],
    ['einde', 'bij weigering "de ouders"', 'bij weigering toelichting "de ouders"'],
    ['stap', 'herhaal elke 3 weken tot g', 'herhaal tot g frequentie elke 3 weken'],
    ['stap', 'herhaal elke 3 weken', 'herhaal frequentie elke 3 weken'],
    ['stap', 'herhaal hoogstens 1 keer na 2 weken tot g', 'herhaal hoogstens 1 keer tot g frequentie elke 2 weken'],
    ['stap', 'herhaal na 2 weken', 'herhaal frequentie elke 2 weken'],
    ['stap', 'termijn uiterlijk 6 weken na T', 'termijn 6 weken na T'],
    ['stap', 'termijn uiterlijk 1 week voor T', 'termijn 1 week voor "T"'],
    ['stap', 'termijn uiterlijk 1 maart 2026', 'termijn 1 maart 2026'],
    ['stap', 'termijn uiterlijk drie weken', 'termijn hoogstens 3 weken'],
    ['stap', 'door alle betrokkenen', 'door onbekend omdat "alle betrokkenen"'],
    ['stap', 'door de hele groep', 'door onbekend omdat "de hele groep"'],
    ['stap', 'door het hele team', 'door onbekend omdat "het hele team"'],
    ['stap', 'door het team met W', 'door onbekend omdat "het team" met W'],
    ['stap', 'door alle medewerkers van het team', 'door onbekend omdat "alle medewerkers van het team"'],
    ['stap', 'door de W', 'door W'],
    ['stap', 'door W met H, minstens 1 W', 'door W met H, W aandachtspunt "minstens 1 W"'],
    ['interventie', 'rol T vervuld door W of H', 'rol T vervuld door "W of H"'],
    ['stap', 'levert Plan, zo nodig Plan', 'levert Plan levert zo nodig Plan'],
    ['stap', 'werkt aan D, veelal D', 'werkt aan D werkt veelal aan D'],
    ['stap', 'duur hooguit 4 weken', 'duur hoogstens 4 weken'],
    ['stap', 'duur ten hoogste 4 weken', 'duur hoogstens 4 weken'],
    ['stap', 'duur ten minste 4 weken', 'duur minstens 4 weken'],
    ['stap', 'duur niet langer dan 4 weken', 'duur hoogstens 4 weken'],
    ['stap', 'contacten een paar gesprekken', 'contacten enkele gesprekken'],
    ['stap', 'contacten naar schatting 4', 'contacten ongeveer 4'],
    ['stap', 'contacten kleiner dan 4', 'contacten minder dan 4'],
    ['interventie', "bereik zo'n 4 gezinnen", 'bereik ongeveer 4 gezinnen'],
    ['interventie', 'bereik gemiddeld zo\u2019n 35 gezinnen', 'bereik "gemiddeld zo\u2019n 35 gezinnen"'],
    ['interventie', 'bereik 4 of 5 gezinnen', 'bereik 4 tot 5 gezinnen'],
    ['stap', 'termijn 24 uur na het eerste gesprek', 'termijn 24 uur na "het eerste gesprek"'],
    ['stap', 'termijn 24 uur na het eerste gesprek anders: T', 'termijn 24 uur na "het eerste gesprek" anders: T'],
    ['stap', 'termijn 2 weken na de T', 'termijn 2 weken na T'],
    ['interventie', 'cijfer "d" = 0,42', 'cijfer "d"  0,42'],
    ['stap', 'duur 4 weken, verlengbaar met 2 weken', 'duur 4 weken, "verlengbaar met 2 weken"'],
    ['stap', 'duur 10 weken exclusief schoolvakanties', 'duur 10 weken, "exclusief schoolvakanties"'],
    ['stap', 'begint 1 week voor de start', 'begint bij "1 week voor de start"'],
    ['stap', 'mag door W', 'door mogelijk W'],
    ['stap', 'moet door W', 'door W'],
    ['stap', 'levert het Plan', 'levert Plan'],
    ['stap', 'daarna: de T', 'daarna: T'],
    ['stap', 'daarna naar het T', 'daarna: T'],
    ['onderbouwing', 'werkzaam element onbekend in onbekend', 'werkzaam element onbekend'],
    ['interventie', 'overdracht onbekend van onbekend naar onbekend', 'overdracht onbekend'],
    ['interventie', 'bereik onbekend nog niet gemeten', 'bereik onbekend omdat "nog niet gemeten"'],
    ['interventie', 'bereik onbekend want nooit gemeten', 'bereik onbekend omdat "nooit gemeten"'],
    ['interventie', 'kosten onbekend "niet gevraagd"', 'kosten onbekend omdat "niet gevraagd"'],
    ['interventie', 'kosten plaatselijk per gemeente', 'kosten plaatselijk "per gemeente"'],
    ['interventie', 'periode 2024 tot en met onbekend', 'periode van 2024 tot en met onbekend'],
    ['interventie', 'erkenning door onbekend', 'erkenning { door onbekend }'],
    ['overdracht', 'geheimhouding toestemming van W en H', 'geheimhouding toestemming van W, H'],
    ['overdracht', 'geheimhouding toestemming van W of H', 'geheimhouding "toestemming van W of H"'],
    ['overdracht', 'sluit af na gesprek 2 en bevestiging', 'sluit af na gesprek 2 sluit af na "bevestiging"'],
    ['overdracht', 'sluit af na bevestiging', 'sluit af na "bevestiging"'],
    [
        'overdracht',
        'bevestiging schriftelijk door H binnen 5 werkdagen',
        'bevestiging door H binnen 5 werkdagen aandachtspunt "De bevestiging is schriftelijk."',
    ],
    ['stap', 'door W samen met H', 'door W met H'],
    [
        'interventie',
        'intensiteit ongeveer 60 uur directe cliënttijd per gezin',
        'intensiteit ongeveer 60 uur, "directe cliënttijd per gezin"',
    ],
    ['stap', 'herhaal maximaal drie keer', 'herhaal hoogstens 3 keer'],
    ['stap', 'duur max. 3 weken', 'duur hoogstens 3 weken'],
    ['stap', 'frequentie wekelijks', 'frequentie 1 keer per week'],
    ['stap', 'frequentie om de week', 'frequentie elke 2 weken'],
    ['stap', 'duur doorgaans 2 weken', 'duur veelal 2 weken'],
    ['stap', 'duur rond de 2 weken', 'duur ongeveer 2 weken'],
    ['stap', 'duur enkele weken tot 3 maanden', 'duur "enkele weken tot 3 maanden"'],
    ['stap', 'frequentie eens per zes weken', 'frequentie 1 keer per 6 weken'],
    ['interventie', 'versie "1" van "februari 2026"', 'versie "1" van februari 2026'],
    ['overdracht', 'bevestiging door H binnen "3 schooldagen"', 'bevestiging door H binnen 3 schooldagen'],
    ['interventie', 'opbrengst "Minder verzuim" bij 79 leerlingen', 'opbrengst "Minder verzuim", "bij 79 leerlingen"'],
    ['interventie', 'bereik 60 % van de leerlingen "op het vmbo"', 'bereik 60 % van de leerlingen, "op het vmbo"'],
    ['interventie', 'cijfer "tijd" gemiddeld 8,2 uur', 'cijfer "tijd" "gemiddeld 8,2 uur"'],
    ['interventie', 'bereik 40 leerlingen op 8 scholen', 'bereik 40 leerlingen, "op 8 scholen"'],
    [
        'interventie',
        'bereik 131 leerlingen in het schooljaar 2024-2025',
        'bereik 131 leerlingen in schooljaar 2024-2025',
    ],
    [
        'interventie',
        'tegenspraak "t" tussen hoogstens 6 maanden en D',
        'tegenspraak "t" tussen "hoogstens 6 maanden" en D',
    ],
    [
        'interventie',
        'tegenspraak "t" tussen 41 van 52 gezinnen en 42 gezinnen',
        'tegenspraak "t" tussen "41 van 52 gezinnen" en "42 gezinnen"',
    ],
    [
        'interventie',
        'tegenspraak "t" tussen\n    41 van 52 gezinnen en D',
        'tegenspraak "t" tussen\n    "41 van 52 gezinnen" en D',
    ],
    ['doel', 'termijn 3 maanden', 'moment 3 maanden'],
    ['stap', '- door W', 'door W'],
    ['stap', '• door W', 'door W'],
    ['stap', '1. door W', 'door W'],
    ['stap', 'a) door W', 'door W'],
    ['stap', 'door W & H', 'door W , H'],
    ['stap', 'uitgevoerd door W', 'door W'],
    ['stap', 'wie W', 'door W'],
    ['stap', 'als g dan S', 'daarna { als g: S }'],
    ['stap', 'daarna { als g dan S }', 'daarna { als g: S }'],
    ['stap', 'daarna { g: S }', 'daarna { als g: S }'],
    ['stap', 'daarna -> S', 'daarna : S'],
    ['stap', 'daarna: stap S', 'daarna: S'],
    ['stap', 'levert document Plan', 'levert Plan'],
    ['stap', 'termijn 01/02/2026', 'termijn 01-02-2026'],
    ['stap', 'termijn zo snel mogelijk', 'termijn "zo snel mogelijk"'],
    ['stap', 'termijn 3 weken na begin S', 'termijn 3 weken na begin van S'],
    ['stap', 'frequentie tweemaal per week', 'frequentie 2 keer per week'],
    ['stap', 'activiteit Bellen', 'activiteit "Bellen"'],
    ['stap', 'activiteit «Bellen»', 'activiteit "Bellen"'],
    ['stap', 'locatie: bij het gezin', 'locatie "bij het gezin"'],
    ['stap', 'toelichting = "x"', 'toelichting  "x"'],
    ['stap', 'pas als g && x', 'pas als g en x'],
    ['stap', 'pas als g OF x', 'pas als g of x'],
    ['stap', 'pas als: g', 'pas als g'],
    ['stap', 'herhaal totdat g', 'herhaal tot g'],
    ['stap', 'duur ?', 'duur onbekend'],
    ['stap', 'door ...', 'door onbekend'],
    ['stap', 'duur nader te bepalen', 'duur onbekend omdat "nader te bepalen"'],
    ['stap', 'begint bij melding', 'begint bij "melding"'],
    ['stap', 'contactmomenten 3', 'contacten 3'],
    ['stap', 'pas als kan "x"', 'pas als mogelijk "x"'],
    ['stap', 'klaar als meestal "x"', 'klaar als veelal "x"'],
    ['stap', 'door liefst W', 'door bij voorkeur W'],
    [
        'aanpak',
        'altijd als g: T, hervat zo mogelijk daarna',
        'altijd als g: T, hervat daarna onbekend omdat "zo mogelijk"',
    ],
    // what is open, without the word that joins it to what stands before
    ['bestand', 'interventie A uitwerking onbekend', 'interventie A uitwerking van onbekend'],
    ['bestand', 'interventie A "x" vervolg plaatselijk', 'interventie A "x" vervolg op plaatselijk'],
    ['interventie', 'gericht onbekend', 'gericht op onbekend'],
    ['interventie', 'gericht veelal plaatselijk "per wijk"', 'gericht veelal op plaatselijk "per wijk"'],
    ['interventie', 'niet primair onbekend', 'niet primair doel onbekend'],
    ['interventie', 'samenwerking zo nodig onbekend', 'samenwerking zo nodig met onbekend'],
    ['interventie', 'reactie onbekend', 'reactie van onbekend onbekend'],
    ['interventie', 'effect "rust" aangetoond op onbekend', 'effect "rust" aangetoond op grond van onbekend'],
    ['interventie', 'gegeven k onbekend', 'gegeven k: onbekend'],
    ['interventie', 'gegeven onbekend', 'gegeven naam: onbekend'],
    ['interventie', 'begrip onbekend', 'begrip Naam onbekend'],
    ['interventie', 'rol onbekend', 'rol Naam vervuld door onbekend'],
    ['interventie', 'leeftijd 0 - onbekend', 'leeftijd van 0 tot onbekend'],
    ['interventie', 'overdracht naar onbekend', 'overdracht Naam van onbekend naar onbekend'],
    ['interventie', 'overdracht naar W', 'overdracht Naam van onbekend naar W'],
    ['interventie', 'overdracht van onbekend naar W', 'overdracht Naam van onbekend naar W'],
    ['interventie', 'overdracht O onbekend', 'overdracht O van onbekend naar onbekend'],
    ['interventie', 'overdracht O naar onbekend', 'overdracht O van onbekend naar onbekend'],
    ['interventie', 'overdracht O van W onbekend', 'overdracht O van W naar onbekend'],
    ['onderbouwing', 'factor F "f" beïnvloed onbekend', 'factor F "f" beïnvloed door onbekend'],
    ['onderbouwing', 'werkzaam plaatselijk', 'werkzaam element plaatselijk'],
    ['aanpak', 'altijd als g onbekend', 'altijd als g: onbekend'],
    ['stap', 'werkt onbekend', 'werkt aan onbekend'],
    ['stap', 'werkt veelal onbekend', 'werkt veelal aan onbekend'],
    ['stap', 'pas onbekend', 'pas als onbekend'],
    ['stap', 'klaar plaatselijk', 'klaar als plaatselijk'],
    ['stap', 'termijn 3 weken anders onbekend', 'termijn 3 weken anders: onbekend'],
    ['stap', 'termijn 3 weken na begin onbekend', 'termijn 3 weken na onbekend'],
    ['stap', 'termijn 3 weken na begin van onbekend', 'termijn 3 weken na onbekend'],
    ['stap', 'herhaal tot g, onbekend', 'herhaal tot g, hoogstens onbekend keer'],
    ['stap', 'daarna { als g: T anders onbekend }', 'daarna { als g: T anders: onbekend }'],
    ['overdracht', 'wat onbekend', 'wat als onbekend'],
    ['overdracht', 'regie onbekend', 'regie naar onbekend'],
    ['overdracht', 'regie in beginsel plaatselijk', 'regie in beginsel naar plaatselijk'],
    ['overdracht', 'sluit onbekend', 'sluit af na onbekend'],
    ['overdracht', 'sluit veelal af onbekend', 'sluit veelal af na onbekend'],
    ['overdracht', 'bij onbekend', 'bij uitblijven onbekend'],
    ['overdracht', 'geheimhouding toestemming veelal onbekend', 'geheimhouding toestemming veelal van onbekend'],
    ['scenario', 'gegeven g onbekend', 'gegeven g is onbekend'],
    ['scenario', 'bij S: g onbekend', 'bij S: g is onbekend'],
    ['beoordeling', 'door "I" over onbekend', 'door "I" over versie onbekend'],
    // what one writes without knowing the language
    ['interventie', 'voor wie: jonge mantelzorgers', 'doelgroep Naam "jonge mantelzorgers"'],
    ['interventie', 'versie 1.2', 'versie "1.2"'],
    ['interventie', 'indicator uren: minstens 3 uur per week', 'indicator uren { norm minstens 3 uur per week }'],
    ['interventie', 'indicator buien: driftbuien per week', 'indicator buien "driftbuien per week"'],
    ['interventie', 'rol Maatje "Vrijwilliger", heeft VOG', 'rol Maatje "Vrijwilliger" { selectie-eis "VOG" }'],
    ['interventie', 'effect "minder buien" waarschijnlijk', 'effect "minder buien" verondersteld'],
    ['aanpak', 'toegang via W of H', 'toegang via W, H'],
    ['aanpak', '10 lessen van 90 minuten', 'intensiteit "10 lessen van 90 minuten"'],
    ['stap', 'wekelijks', 'frequentie 1 keer per week'],
    ['stap', 'elke 2 weken', 'frequentie elke 2 weken'],
    ['stap', 'gesprek met de ouders', 'activiteit "gesprek met de ouders"'],
    ['stap', 'door 2 W', 'door W inzet 2 medewerkers'],
    ['stap', 'door W telefonisch met H', 'door W met H werkwijze telefonisch'],
    ['overdracht', 'mondeling', 'vorm mondeling'],
    ['overdracht', 'met W, H', 'gesprekken met W, H'],
    ['overdracht', 'toestemming van W', 'geheimhouding toestemming van W'],
    ['bestand', 'organisatie GGZ soort jeugdhulp', 'organisatie GGZ { soort jeugdhulp }'],
    ['interventie', 'document P bewaartermijn 15 jaar', 'document P { bewaartermijn 15 jaar }'],
    ['interventie', 'doelgroep "Ouders met kinderen"', 'doelgroep Naam "Ouders met kinderen"'],
    ['document', 'zaakvertrouwelijk', 'vertrouwelijkheid zaakvertrouwelijk'],
    ['aanpak', 'toegang niet als er geweld is', 'toegang als niet "er geweld is"'],
    ['stap', 'herhaal tot g of 6 keer', 'herhaal tot g, hoogstens 6 keer'],
    ['stap', 'daarna als g dan T anders S', 'daarna { als g: T  anders: S }'],
    ['scenario', 'S: g is ja', 'bij S: g is ja'],
    ['scenario', 'eindigt in E', 'verwacht einde E'],
    ['scenario', 'gegeven g = ja', 'gegeven g is ja'],
    // how firm it is, behind what it is about
    ['stap', 'duur 2 weken veelal', 'duur veelal 2 weken'],
    ['stap', 'door W bij voorkeur', 'door bij voorkeur W'],
    ['stap', 'levert Plan veelal', 'levert veelal Plan'],
    ['stap', 'werkt aan D veelal', 'werkt veelal aan D'],
    ['overdracht', 'regie naar W in beginsel', 'regie in beginsel naar W'],
] as const;

/** Firmness that a line has no place for: the line without it, and what keeps it. */
const FIRM = [
    ['interventie', 'rol X is veelal cliënt', 'rol X is cliënt { toelichting "is veelal cliënt" }', undefined],
    [
        'interventie',
        'rol X voert bij voorkeur regie',
        'rol X voert regie { toelichting "voert bij voorkeur regie" }',
        undefined,
    ],
    [
        'aanpak',
        'escalatie X door W naar bij voorkeur H',
        'escalatie X door W naar H { toelichting "naar bij voorkeur H" }',
        undefined,
    ],
    [
        'interventie',
        'overdracht O van bij voorkeur W naar H',
        'overdracht O van W naar H { toelichting "van bij voorkeur W" }',
        undefined,
    ],
    [
        'onderbouwing',
        'werkzaam element "y" in veelal D',
        'werkzaam element "y" in D { toelichting "in veelal D" }',
        undefined,
    ],
] as const;

/** Mistakes of which one is told, and what is said of it. */
const TOLD = [
    [
        'aanpak',
        'duur 6 maanden contacten precies 10',
        '`contacten precies 10` is een regel op zichzelf, en die kan niet in `aanpak` staan, wel in `stap`',
    ],
    ['interventie', 'duur 6 maanden contacten onbekend', '`contacten onbekend` is een regel op zichzelf'],
    ['stap', 'daarna { als onbekend: S anders als g: S }', '`als niet (…) en g:`; of haal `anders` weg'],
    ['stap', 'daarna { als veelal g: S anders als x: S }', '`als niet (…) en x:`; of haal `anders` weg'],
    [
        'stap',
        'levert Plan of Verslag',
        '`levert onbekend omdat "Plan of Verslag"`, of noem beide met een komma: `levert Plan, Verslag`',
    ],
    ['stap', 'daarna: S of T', '`daarna { als …: S  anders: T }`'],
    ['stap', 'activiteit "Bellen met "Jan" thuis"', 'Zet `Jan` erin tussen ‘ en ’'],
    ['overdracht', 'wat als "het niet lukt "De werker belt."', 'ontbreekt een aanhalingsteken'],
    ['stap', 'toelichting Dit is een uitleg, met een punt.', 'staat tekst tussen aanhalingstekens'],
    ['stap', 'toelichting "x" [1]', 'Vierkante haken kent de taal niet'],
    ['stap', 'termijn z.s.m.', 'Achter `termijn` hoort een getal'],
    ['stap', 'met W', '`met` is geen woord waarmee in `stap` een regel begint'],
    ['stap', 'door Gezins werker', '`werker` hoort hier niet'],
    ['stap', '# een opmerking', '`#` hoort hier niet'],
    [
        'interventie',
        'tegenspraak "t" tussen 41 van 52 gezinnen',
        '`tegenspraak "t" tussen "41 van 52 gezinnen" en "…"`',
    ],
    ['onderbouwing', 'werkzaam element onbekend in D', 'Geef het een naam (`werkzaam element "…" in D`)'],
    ['interventie', 'bereik onbekend gezinnen in onbekend', '`gezinnen` hoort hier niet'],
    ['interventie', 'cijfer onbekend 5 van 78 gezinnen', 'Achter `cijfer` hoort een tekst'],
    ['interventie', 'opmerking van "Els" op gisteren "Klopt dit?" { stand onbekend }', 'Achter `op` hoort een datum'],
    ['stap', 'klaar wanneer "x"', 'Schrijf `klaar als` in plaats van `klaar wanneer`.'],
    ['einde', 'ongeslaagd', 'Een einde is geslaagd als dat er staat: `geslaagd`. Haal `ongeslaagd` weg.'],
    ['einde', 'niet geslaagd', 'Haal `niet geslaagd` weg.'],
    ['overdracht', 'bij onweigering: termijn verstrijkt', 'Achter `bij` hoort'],
    ['stap', 'daarna { als g && x: T anders: S }', 'Schrijf `en` in plaats van `&&`.'],
    ['stap', 'daarna { als k = 3: T anders: S }', 'Schrijf `is` in plaats van `=`.'],
    ['interventie', 'bron https://www.nji.nl/x', '`bron Naam { verwijzing "https://…" }`'],
    ['interventie', 'rol afgeleid', '`afgeleid` is een woord van de taal en kan zo geen naam zijn.'],
    ['interventie', 'rol volgens "x"', 'schrijf hem overal als `^volgens`'],
    ['stap', 'door [W, H]', 'Vierkante haken kent de taal niet'],
    ['interventie', '[ toelichting "x" ]', 'Vierkante haken kent de taal niet'],
    ['overdracht', 'bevestiging door H binnen "enkele dagen"', '`toelichting "binnen enkele dagen"`'],
    ['interventie', 'overdracht O van W, H naar W', 'Een overdracht heeft één gever.'],
    ['stap', 'door W met H, plaatselijk W', '`toelichting "plaatselijk W"`'],
    ['stap', 'door W met H, zo mogelijk W', 'schrijf dan `bij voorkeur`'],
    ['stap', 'door W of H', '`rol WOfH vervuld door "W of H"`, en schrijf hier `door WOfH`'],
    ['stap', 'door een van W, H', '`rol WOfH vervuld door "W of H"`, en schrijf hier `door WOfH`'],
    ['stap', 'niet verplicht', '`levert zo nodig Plan`'],
    ['stap', 'door W, H of X', 'schrijf hier `door W, HOfX`'],
    ['stap', 'termijn 2 weken na gesprek', 'zet het dan in een tekst: `na "gesprek"`'],
    ['stap', 'door zo mogelijk W', 'schrijf dan `bij voorkeur`'],
    [
        'stap',
        'termijn uiterlijk week 6',
        'schrijf dan `termijn 6 weken na aanmelding`; anders in een tekst: `termijn "uiterlijk week 6"`',
    ],
    ['stap', 'termijn week 1', '`termijn 1 week na aanmelding`'],
    [
        'stap',
        'begint in week 3',
        'schrijf dan `begint 2 weken na aanmelding`; anders in een tekst: `begint bij "in week 3"`',
    ],
    ['stap', 'daarna: S na 4 weken', 'in het blok van `S` zelf: `begint 4 weken na S`'],
    ['stap', 'daarna { als g: S na 4 weken anders: S }', 'in het blok van `S` zelf: `begint 4 weken na S`'],
    ['stap', 'klaar moet als g', 'haal `moet` weg'],
    ['toetsing', 'toets onbekend', 'Laat `toets` weg'],
    ['bevinding', 'let op onbekend', 'Laat `let op` weg'],
    ['document', 'geheimhouding "alleen het team"', '`vertrouwelijkheid "alleen het team"`'],
    [
        'overdracht',
        'geheimhouding toestemming van H, W als leeftijd minstens 12',
        '`geheimhouding "toestemming van H, W als leeftijd minstens 12"`',
    ],
    [
        'aanpak',
        'stap onbekend',
        '`stap Naam { toelichting onbekend }`; is de hele aanpak onbekend, schrijf dan `aanpak onbekend`',
    ],
    ['interventie', 'bron onbekend { jaar 2025 }', '`bron Naam { toelichting onbekend }`'],
    ['bestand', 'organisatie O onbekend { soort jgz }', '`organisatie O { toelichting onbekend }`'],
    ['interventie', 'erkenning onbekend { niveau "goed" }', 'Haal `onbekend` weg, of het blok erachter.'],
    ['interventie', 'duur 3 weken volgens onbekend', 'haal `volgens onbekend` dan weg'],
    ['interventie', 'bereik 61 van onbekend', '`61 van onbekend gezinnen`'],
    ['interventie', 'bereik 78 gezinnen in onbekend', '`bereik 78 gezinnen, onbekend omdat "in welk jaar"`'],
    ['stap', 'frequentie 2 keer per onbekend', '`frequentie 2 keer, onbekend omdat "per hoeveel tijd"`'],
    ['interventie', 'kosten onbekend, verwacht in onbekend', 'haal `, verwacht in onbekend` weg'],
    ['interventie', 'gegeven k: een van thuis, onbekend', 'Haal `onbekend` uit de lijst'],
    ['stap', 'begint onbekend', 'Achter `onbekend` ontbreekt `na`. Bijvoorbeeld: `begint bij '],
    ['interventie', 'erkenning { niveau goed onderbouwd  datum 2022 }', '`"goed onderbouwd"`'],
    ['aanpak', 'escalatie bij geweld: bellen', '`altijd als "geweld": Naam`'],
    ['aanpak', 'fase F duur 3 maanden { stap U }', '`duur 3 maanden` staat in het blok van `fase`'],
    ['aanpak', 'stap Evaluatie na 3 maanden', '`begint 3 maanden na aanmelding`'],
    ['aanpak', 'als het misgaat: T', '`altijd als "het misgaat": T`'],
    ['aanpak', 'einde Goed als g', '`daarna { als …: Goed  anders: … }`'],
    ['stap', 'als g: T\n      als geen g: S', '`daarna { als g: T  als niet g: S }`'],
    ['aanpak', 'gelijktijdig onbekend', '`gelijktijdig { toelichting onbekend }`'],
    ['scenario', 'bij S: niemand verscheen', 'schrijf hier `bij S: gezin-was-er is nee`'],
    ['scenario', 'bij S: gezin komt niet', 'schrijf hier `bij S: gezin-was-er is nee`'],
    ['scenario', 'verwacht einde onbekend', 'Haal deze regel weg'],
    ['scenario', 'bij S: duurt onbekend', 'Haal deze regel weg'],
    ['beoordeling', 'bevinding over onbekend goed', '`bevinding over 3.1, 3.2, toedeling onbekend …`'],
    ['stap', 'door iedereen', '`iedereen` is geen rol: wie dat zijn, staat er niet.'],
] as const;

/** What may be open, or open as the first of a list, with the keyword of what the model says is unknown. */
const OPEN = [
    ['interventie', 'ervaring van ouders onbekend', 'ervaring'],
    ['interventie', 'uitspraak van "een vader" onbekend omdat "niet gevraagd"', 'uitspraak'],
    ['opmerking', 'reactie van ouders onbekend', 'reactie'],
    ['opmerking', 'stand onbekend', 'stand'],
    ['indicator', 'norm minstens 80 % binnen onbekend', 'norm binnen'],
    ['onderbouwing', 'werkzaam element "y" in onbekend, D', 'werkzaam element in'],
    ['interventie', 'versie plaatselijk van onbekend stand plaatselijk', 'stand van de versie'],
    ['interventie', 'versie "1" van plaatselijk', 'datum van de versie'],
    ['stap', 'door onbekend, W', 'door'],
    ['stap', 'levert onbekend, Plan', 'levert'],
    ['overdracht', 'geheimhouding toestemming onbekend', 'toestemming van'],
    ['overdracht', 'geheimhouding veelal toestemming plaatselijk "per gemeente"', 'toestemming van'],
    ['interventie', 'vraag onbekend', 'vraag'],
    // as is told to write of what is open of a count
    ['interventie', 'bereik 78 gezinnen, onbekend omdat "in welk jaar"', 'bereik'],
    ['stap', 'frequentie 2 keer, onbekend omdat "per hoeveel tijd"', 'frequentie'],
    ['interventie', 'bereik 61 van onbekend gezinnen', 'bereik'],
] as const;

/** Lines that can be read as they are. */
const READ = [
    ['interventie', 'versie "1.3" van februari 2026'],
    ['interventie', 'principe “ja"'],
    ['interventie', 'principe “hij zei "ja" toen”'],
    ['interventie', 'bereik 131 leerlingen in schooljaar 2024-2025'],
    ['interventie', 'bereik 131 leerlingen in 2024/2025'],
    ['aanpak', 'toegang via plaatselijk, W'],
] as const;

describe('what the language says in another form', () => {
    test.each(OTHERWISE)('in %s: `%s` is told once, and mended to `%s`', async (place, line, mended) => {
        const text = PLACES[place](line);
        const [finding, ...others] = await checkFor('meta/syntaxis', text);
        expect(others).toEqual([]);
        expect(finding && applyFix(text, finding)).toBe(PLACES[place](mended));
        expect(await syntaxErrors(PLACES[place](mended))).toEqual([]);
    });

    test.each(FIRM)('in %s: `%s` is told once, with what keeps it', async (place, line, says, mended) => {
        const [error, ...others] = await syntaxErrors(PLACES[place](line));
        expect(others).toEqual([]);
        expect(error?.nl).toContain(says);
        expect(await syntaxErrors(PLACES[place](mended ?? says))).toEqual([]);
    });

    test.each(TOLD)('in %s: `%s` is told once', async (place, line, says) => {
        const found = await check(PLACES[place](line));
        const about = found.filter((f) => /^(meta\/(syntaxis|verwijzing|waarde)|gegeven\/waarde)$/.test(f.code));
        expect(about.map((f) => f.message.nl)).toEqual([expect.stringContaining(says)]);
    });

    test.each(OPEN)('in %s: `%s` is unknown', async (place, line, what) => {
        const text = PLACES[place](line);
        expect(await syntaxErrors(text)).toEqual([]);
        const [protocol] = (await model(text)).interventions;
        expect(protocol?.unknowns.map((u) => u.what)).toContain(what);
    });

    test.each(READ)('in %s: `%s` can be read', async (place, line) => {
        expect(await syntaxErrors(PLACES[place](line))).toEqual([]);
    });

    test.each(['als niet: F', 'als (g en: F', 'als: F', 'als (g: F'])(
        'the colon of a branch without its condition is not taken away: `%s`',
        async (branch) => {
            const [error, ...others] = await syntaxErrors(PLACES.stap(`daarna { ${branch} anders: S }`));
            expect(others).toEqual([]);
            expect(error?.nl).toMatch(/^Achter `(niet|en|als|g)` hoort .*, maar er staat `:`/);
        },
    );

    test.each(['als g, x: T', 'als (g x): T', 'als g x: T'])(
        'a colon is not put before what stands before another: `%s`',
        async (branch) => {
            const [finding, ...others] = await checkFor('meta/syntaxis', PLACES.stap(`daarna { ${branch} anders: S }`));
            expect(others).toEqual([]);
            expect(finding?.fixes).toEqual([]);
        },
    );

    test('a colon is put where it is missing, though the next branch has one', async () => {
        const text = PLACES.stap('daarna { als g T anders: S }');
        const [finding, ...others] = await checkFor('meta/syntaxis', text);
        expect(others).toEqual([]);
        expect(finding && applyFix(text, finding)).toBe(PLACES.stap('daarna { als g: T anders: S }'));
    });

    test('a recognition is of the whole country', async () => {
        const [error, ...others] = await syntaxErrors(PLACES.interventie('erkenning plaatselijk'));
        expect(others).toEqual([]);
        expect(error?.nl).toContain('`erkenning onbekend`');
    });

    test('a source for a whole block stands in its first line', async () => {
        const [error, ...others] = await syntaxErrors('interventie A "x" {\n  volgens B tenzij anders vermeld\n}\n');
        expect(others).toEqual([]);
        expect(error?.nl).toContain('`interventie … volgens B tenzij anders vermeld {`');
    });

    test('a source for a whole block of which the first line is missing too', async () => {
        const [error] = await syntaxErrors('volgens B tenzij anders vermeld {\n  toelichting "t"\n}\n');
        expect(error?.nl).toContain('`interventie … volgens B tenzij anders vermeld {`');
    });

    test('what nobody came to is told at the end of a line too', async () => {
        const [error] = await syntaxErrors(PLACES.scenario('bij S: no-show'));
        expect(error?.nl).toContain('`bij S: gezin-was-er is nee`');
    });

    test('`zo mogelijk` is not `zo nodig`', async () => {
        const [error, ...others] = await syntaxErrors(PLACES.stap('door zo mogelijk W'));
        expect(others).toEqual([]);
        expect(error?.nl).toContain('`bij voorkeur`');
        expect(error?.nl).not.toContain('zo nodig');
    });

    test('who says something needs a source', async () => {
        const [error] = await syntaxErrors(PLACES.interventie('toelichting "t" aldus "een moeder"'));
        expect(error?.nl).toContain('`volgens Bron aldus "een moeder"`');
    });

    test('a value of a fact is explained in a block', async () => {
        const [error, ...others] = await syntaxErrors(
            PLACES.interventie('gegeven k: een van thuis "Begeleiding thuis", elders'),
        );
        expect(others).toEqual([]);
        expect(error?.nl).toContain('`{ toelichting "thuis: Begeleiding thuis" }`');
    });

    test('a character that nobody sees is told, and not what it parts', async () => {
        const errors = await syntaxErrors('rol C\u200BD\n');
        expect(errors.map((e) => e.nl)).toEqual([expect.stringContaining('U+200B')]);
    });

    test('square brackets at the end of a line open blocks', async () => {
        const text = 'interventie A "x" [\n  doel D "d"\n]\n';
        const [finding, ...more] = await checkFor('meta/syntaxis', text);
        expect(more).toEqual([]);
        expect(finding?.message.nl).toBe('Een blok staat tussen `{` en `}`, en niet tussen `[` en `]`.');
        expect(finding && applyFix(text, finding)).toBe('interventie A "x" {\n  doel D "d"\n}\n');
        expect((await model(text)).interventions[0]?.goals.map((g) => g.name)).toEqual(['D']);
        const [other] = await syntaxErrors('interventie A {\n  toelichting [tekst]\n}\n');
        expect(other?.nl).not.toContain('{');
    });

    test('an interventie without braces misses one behind its head', async () => {
        const [error, ...others] = await syntaxErrors('interventie A "x"\n  doel D "d"\n  doel E "e"\n');
        expect(others).toEqual([]);
        expect(error?.nl).toContain('Achter `interventie A …` ontbreekt `{`');
    });

    test('how a confirmation comes is not how often', async () => {
        const text = PLACES.overdracht('bevestiging door H binnen 3 werkdagen per mail');
        const [finding, ...others] = await checkFor('meta/waarde', text);
        expect(others).toEqual([]);
        expect(finding?.message.nl).toContain('`toelichting "per mail"`');
    });

    test('school days are a unit of their own', async () => {
        expect(await checkFor('meta/waarde', PLACES.stap('termijn 2 schooldagen'))).toEqual([]);
    });
});

test.each(['door W termijn 3 werkdagen voor T', 'levert Plan termijn 3 werkdagen voor T'])(
    'a term that counts back from a step, behind something else on its line: %s',
    async (line) => {
        const text = PLACES.stap(line);
        const [found] = await checkFor('meta/syntaxis', text);
        expect(found?.message.nl).toBe('Schrijf `voor "T"` in plaats van `voor T`.');
        expect(found && applyFix(text, found)).toContain('termijn 3 werkdagen voor "T"');
    },
);
