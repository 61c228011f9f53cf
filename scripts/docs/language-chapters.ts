import type { StatementDoc } from '../../language/messages/statements.js';
import { CASES } from '../../language/messages/statements/cases.js';
import { COMMON } from '../../language/messages/statements/common.js';
import { CONDITIONS } from '../../language/messages/statements/conditions.js';
import { DELIVERY } from '../../language/messages/statements/delivery.js';
import { GOALS } from '../../language/messages/statements/goals.js';
import { HANDOVER } from '../../language/messages/statements/handover.js';
import { INTERVENTION } from '../../language/messages/statements/intervention.js';
import { OPEN } from '../../language/messages/statements/open.js';
import { PROCESS } from '../../language/messages/statements/process.js';
import { PROVENANCE } from '../../language/messages/statements/provenance.js';
import { RECORD } from '../../language/messages/statements/record.js';
import { RESEARCH } from '../../language/messages/statements/research.js';
import { REVIEW } from '../../language/messages/statements/review.js';
import { FACTS_AND_DOCUMENTS, ROLE_CLAUSES, ROLES } from '../../language/messages/statements/roles.js';
import { FILES, SOURCES } from '../../language/messages/statements/shared.js';
import { STEP } from '../../language/messages/statements/step.js';
import { TARGET_GROUP } from '../../language/messages/statements/target-group.js';
import { VALUES } from '../../language/messages/statements/values.js';
import { LIBRARIES, pathOfLibrary } from '../../language/names/libraries.js';
import { ASKED_TEXT } from './language-asked.js';
import { CHOICES, MEANING } from './language-meaning.js';

/** A part of the catalogue with its own heading. */
export interface Section {
    readonly title: string;
    readonly intro?: string;
    readonly entries: readonly StatementDoc[];
}

/** A chapter of the language reference: prose in Markdown, then parts of the catalogue. */
export interface Chapter {
    readonly title: string;
    readonly intro: string;
    readonly sections: readonly Section[];
}

const LIBRARIES_INTRO = `
Wat met \`draaiboek:\` begint, brengt Draaiboek zelf mee. Een bibliotheek is een gewone tekst in deze taal: u gebruikt haar
namen als die van elk ander bestand, en u verandert haar niet.
${LIBRARIES.map((library) => `\n**\`gebruik "${pathOfLibrary(library)}"\`** – ${library.title.nl}\n\n\`\`\`draaiboek\n${library.text}\`\`\`\n`).join('')}`;

/** The chapters of docs/taal.md, in their order. */
export const CHAPTERS: readonly Chapter[] = [
    {
        title: 'Bestanden en gedeelde zaken',
        intro: `
Een protocol staat in een gewoon tekstbestand dat op \`.draaiboek\` eindigt. U kunt het hardop voorlezen: elke regel begint
met een gewoon Nederlands woord, en dat woord zegt wat voor regel het is. De volgorde van de regels in een blok is vrij,
behalve bij stappen. Een blok staat tussen \`{\` en \`}\`.

Wat meer protocollen delen, zoals organisaties, begrippen en bronnen, zet u in een eigen bestand dat de andere gebruiken.
Twee bestanden mogen elkaar gebruiken.`,
        sections: [
            { title: 'Bestanden, organisaties, begrippen en richtlijnen', entries: FILES },
            { title: 'Bronnen', entries: SOURCES },
            { title: 'Ingebouwde bibliotheken', intro: LIBRARIES_INTRO, entries: [] },
            {
                title: 'Wat in elk blok mag staan',
                intro: 'Collega’s lichten toe, reageren op elkaar en spreken elkaar soms tegen. Dat hoort in de tekst zelf.',
                entries: COMMON,
            },
        ],
    },
    {
        title: 'Een interventie',
        intro: `
Een \`interventie\` is eerst een beschrijving. De onderdelen volgen het werkblad waarmee interventies voor erkenning worden
ingediend, zodat dat werkblad eruit gemaakt kan worden en niets van een bron hoeft weg te vallen. Een tekst zonder één stap
is ook een goede interventie.

Wat u niet weet, mag \`onbekend\` zijn overal waar een waarde of een naam van iets anders staat: een hoeveelheid, een termijn,
wie iets doet, waar een weg heen gaat. Dat is eerlijker dan een gok, en zo'n \`onbekend\` geeft nooit een fout. Wat een naam
krijgt, zoals een stap of een rol, is zelf niet \`onbekend\`: dat wat u er niet van weet is het, en waar een zin geen plaats
heeft voor \`onbekend\`, is dat een fout van de zinsbouw.`,
        sections: [
            { title: 'De interventie zelf', entries: INTERVENTION },
            { title: 'Teksten en hoeveelheden van het werkblad', entries: RECORD },
            { title: 'Van wie, erkend door wie, en voor wie', entries: TARGET_GROUP },
            {
                title: 'Doelen en onderbouwing',
                intro: `
Een doel zegt wat u wilt bereiken; subdoelen zeggen in welke stukken. De keten loopt van factor naar subdoel naar stap naar
werkzaam element: wie een schakel overslaat, krijgt dat te horen.`,
                entries: GOALS,
            },
            { title: 'Uitvoering en samenwerking', entries: DELIVERY },
            { title: 'Onderzoek', entries: RESEARCH },
            {
                title: 'Wat als geheel onbekend is',
                intro: `
Is van een onderdeel niets bekend, ook geen naam, dan staat er alleen dat het \`onbekend\` is. Verschilt het per gemeente, dan
staat er \`plaatselijk\`; een effect of een erkenning verschilt niet per gemeente. Het onderdeel geldt dan niet als vergeten.`,
                entries: OPEN,
            },
        ],
    },
    {
        title: 'Rollen, gegevens en documenten',
        intro: `
Een rol is niet een persoon maar wat iemand doet. Een gegeven is een vraag die in de loop van het werk een antwoord krijgt.
Een document is wat er op papier komt te staan.`,
        sections: [
            { title: 'Rollen', entries: ROLES },
            { title: 'Gegevens en documenten', entries: FACTS_AND_DOCUMENTS },
            {
                title: 'Wat op de eerste regel van een blok staat',
                intro: 'Deze woorden beginnen geen eigen regel; zij staan achter de naam, vóór de `{`.',
                entries: ROLE_CLAUSES,
            },
        ],
    },
    {
        title: 'Het proces',
        intro: `
In \`aanpak\` staat wat er gebeurt. Een stap gaat vanzelf naar de volgende stap in de tekst; alleen waar gekozen wordt of
waar het ergens anders heen gaat, schrijft u \`daarna\`. Voor elk doel van een pijl staat een dubbele punt.`,
        sections: [
            { title: 'De aanpak', entries: PROCESS },
            { title: 'Een stap', entries: STEP },
        ],
    },
    {
        title: 'Overdracht',
        intro: `
Bij een overdracht gaat het werk van de ene rol naar de andere. Hier vallen gezinnen het vaakst tussen wal en schip, dus
hier vraagt de taal het meest: wie ontmoet wie, wat gaat er mee, mag dat, wie bevestigt, en wat als dat uitblijft.`,
        sections: [{ title: 'Van hand tot hand', entries: HANDOVER }],
    },
    {
        title: 'Beoordelen',
        intro: `
Een toetsingskader is een lijst van wat goed is; een beoordeling legt een interventie langs die lijst. Een \`toets\` leest
het protocol en kan elke dag opnieuw; een \`bevinding\` is wat een mens in de praktijk zag. Beide staan naast elkaar en geen
van beide telt de ander weg. Een eindcijfer rekent niemand uit.`,
        sections: [{ title: 'Kaders en beoordelingen', entries: REVIEW }],
    },
    {
        title: 'Scenario’s',
        intro: `
Een scenario is een verzonnen gezin dat het protocol doorloopt. U vertelt wat er bekend wordt en welke weg u verwacht. Het
gereedschap doorloopt het, stap voor stap: in de editor en bij \`check\` meldt \`scenario/mislukt\` elke verwachting die niet
uitkomt, met het pad dat het gezin ging, en \`test\` laat van elk scenario het pad zien en wat de scenario’s samen niet raken.

Er wordt niets geraden. Wat er bekend wordt en wie wat kiest, moet het scenario zeggen; zegt het te weinig, dan stopt het daar
en staat erbij wat u moet zeggen. Wat kan gebeuren en niet hoeft (een termijn die verstrijkt, opschalen, een onderbreking, een
deel van \`naar keuze\`, nog een keer), gebeurt alleen als het scenario het zegt.

- Elke regel \`bij X\` is één keer dat het gezin bij X komt, in de volgorde van de tekst. Komt het er vaker, dan geldt de
  laatste regel opnieuw. Staat er een herhaling (\`herhaal\`), dan is elke keer er een.
- Wat naast elkaar gebeurt en zeker eerder klaar is, gebeurt eerder, ook als het scenario er niets van zegt. Zegt het
  scenario het andersom, dan stopt het daar, met welke stap niet vóór welke kan. \`bij X: duurt 1 week\` zegt hoe lang het
  bij dit gezin duurt; dat gaat vóór wat er bij de stap staat, en bepaalt dan de volgorde.
- \`kiest Y\` kiest wat er na X komt, een deel van een groep, een escalatie of een onderbreking. \`bij X: kiest X\` doet X nog een
  keer waar dat vrij staat, en gaat anders een weg terug naar X. Wat een mens beslist, mag ook bij zijn tekst: \`bij X: "het gaat goed" is ja\`.
- Wat u bij X zegt, moet daar spelen: een gegeven dat X bepaalt, een voorwaarde waarover daar beslist wordt, een weg die er is.
  Anders meldt \`scenario/mislukt\` op die plek wat er wel kan.
- \`verwacht pad\` is het hele pad: elke stap die klaar is, zo vaak als het gezin er klaar mee is. Wat wordt afgebroken, door
  een termijn, door op te schalen of door een \`altijd als\`, staat er niet in. Een groep of fase staat daarin voor alles wat erin gebeurt, en wat naast elkaar gebeurt, heeft
  geen volgorde. \`verwacht regie … na X\` gaat over het moment dat X klaar is, vóór een overdracht.
- Aantallen en tijd zijn wat er staat. Staat ergens niets of iets vaags, dan is een verwachting soms niet na te gaan; de melding
  zegt dan waar.`,
        sections: [{ title: 'Een gezin volgen', entries: CASES }],
    },
    {
        title: 'Waarden',
        intro: `
Schrijf een hoeveelheid zo vaag als de bron en zo precies als u kunt. Wat vaag is, blijft vaag: het gereedschap zegt dan
dat iets niet te beslissen is, en wat daarvoor ontbreekt.`,
        sections: [
            { title: 'Teksten, getallen en hoeveelheden', entries: VALUES },
            {
                title: 'Voorwaarden',
                intro: 'Een voorwaarde staat achter `als`, `pas als`, `klaar als`, `altijd als` en achter `herhaal … tot`.',
                entries: CONDITIONS,
            },
        ],
    },
    {
        title: 'Herkomst',
        intro: `
Achter elke regel mag staan wie het zegt. Een getal, een datum of een aanhaling zonder herkomst krijgt een waarschuwing,
want wie het leest moet kunnen nagaan of het klopt.`,
        sections: [{ title: 'Wie zegt het', entries: PROVENANCE }],
    },
    { title: 'Betekenis', intro: MEANING, sections: [] },
    { title: 'Hoe schrijf ik dat?', intro: ASKED_TEXT, sections: [] },
    { title: 'Keuzes in de taal', intro: CHOICES, sections: [] },
];
