/** What a process means: the same for the checks, the pictures and every output. */
export const MEANING = `
Uit een \`aanpak\` wordt één proces afgeleid, één keer. Controles en alle uitvoer lezen dat ene proces, dus zij kunnen
niet verschillen. Dit zegt wat een tekst betekent; welke controles er nu zijn, staat in [regels.md](regels.md).

### Volgorde

- De eerste stap, groep of fase in de tekst is het begin.
- Zonder \`daarna\` gaat een stap naar de volgende in de tekst, binnen dezelfde fase. De laatste van een fase maakt de fase
  af, en dan gaat het verder met wat na de fase staat. De allerlaatste gaat naar het enige \`einde\`; staat er geen
  \`einde\`, dan is er vanzelf een. Zijn er meer, dan moet de tekst zeggen welk.
- Een escalatie, en een stap waar \`altijd als\` heen gaat, staan buiten die volgorde: u komt er alleen als de tekst u
  erheen stuurt.
- Is een stap klaar, dan wordt meteen beslist wat er daarna komt, met wat dan bekend is.
- \`gelijktijdig\`: alle stappen erin gebeuren, en het gaat verder als ze allemaal klaar zijn. \`een van\`: precies één, en
  wie het werk doet kiest. \`naar keuze\`: geen, een of meer; dat wordt beslist als het gezin bij de groep komt.
- Gaat een deel van een groep met \`daarna\` elders heen, dan wacht dat niet op het andere werk in de groep; bij een einde is dat
  andere werk dan nog open, en een melding zegt dat. Wat na alle delen komt, staat in het blok van de groep.

### Gegevens

- Een gegeven is nog niet bekend tot een stap het \`bepaalt\`, of tot het bij de start gegeven is.
- Is een stap klaar die een gegeven \`bepaalt\`, dan is het bekend: het heeft een van zijn waarden. Een scenario dat zegt dat het
  daar \`onbekend\` blijft, zegt iets wat niet kan. Kan het in het echt onbekend blijven, maak er dan een waarde van:
  \`gegeven mening: een van akkoord, niet-akkoord, weet-niet\`.
- \`anders\` vangt alles op wat geen andere tak opvangt, ook wat nog niet bekend is. Zonder \`anders\` kan er
  een antwoord zijn waarvoor er geen weg is.
- Een voorwaarde tussen aanhalingstekens beslist een mens; beide antwoorden kunnen.

### Herhalen en teruggaan

- \`herhaal hoogstens 3 keer tot C\` doet de stap opnieuw zolang C niet geldt, hoogstens drie keer opnieuw.
- Een pijl terug mag een grens hebben: \`: Kennismaking hoogstens 1 keer\`. Is die op, dan beslissen de andere takken.
- Een pijl terug zonder grens mag.

### Tijd

- Een termijn telt vanaf \`aanmelding\` (de start van de casus), vanaf het einde van een stap (\`na Plan\`) of vanaf het begin
  ervan (\`na begin van Plan\`). Staat er niets, dan telt hij vanaf het begin van de stap zelf.
- Een stap met \`begint 4 weken na Kennismaking\` wacht daarop: het werk begint vier weken na het einde van \`Kennismaking\`, of
  meteen als een gezin er later komt. Wie op een weg niet langs \`Kennismaking\` kwam, wacht niet. Wat de stap onderbreekt, mag ook
  onder het wachten gebeuren.
- Een fase met een \`duur\` duurt ten minste zo lang als er staat, ook als het werk eerder klaar is, en hoogstens zo lang: wat
  erin gebeurt en zelf niet zegt hoe lang het duurt, is dan klaar. Een \`termijn\` begrenst werk net zo. Duurt het werk zeker
  langer, dan zegt een doorloop dat.
- Een termijn met \`anders\` wint altijd van het werk. Duurt dat zeker langer dan de termijn (\`duur precies 3 weken\`,
  \`termijn 2 weken anders: X\`), dan is X de enige weg verder: het werk wordt nooit klaar, en wat het zou bepalen of leveren
  komt er niet. Zonder \`anders\` gaat het werk door, en zegt een doorloop dat de termijn niet is gehaald.
- Wat naast elkaar gebeurt, gebeurt in de volgorde van de tijd. Wat op geen enkele weg kan door de duren en termijnen, telt
  bij het bekijken van alle wegen niet mee als voorbeeld; weet niemand dat zeker, dan hangt het af van tijd.
- Met \`binnen 5 werkdagen\` begint een escalatie hoogstens zo lang nadat zij nodig is; anders begint zij meteen.
- Werkdagen zijn maandag tot en met vrijdag zonder de feestdagen van artikel 3 van de Algemene termijnenwet, Goede Vrijdag
  inbegrepen, en zonder de dagen onder \`holidays\` in de instellingen. Weet een casus zijn begindag niet, dan begint die op een
  maandag en tellen feestdagen niet mee.
- Werkdagen, kalenderdagen en maanden zijn geen vast aantal van elkaar: vijf werkdagen zijn van een zondag af vijf dagen, van
  een werkdag af minstens zeven, en met Kerst meer; een maand heeft 28 tot 31 dagen, een jaar 365 of 366. Of een termijn te
  halen is, is ja als hij op elke kalender te halen is, nee als op geen enkele, en anders niet te zeggen.

### Onderbreken

- \`altijd als C: X\` beëindigt al het lopende werk van de casus en gaat naar X; wat daarna komt, zegt X zelf.
- Met \`, hervat daarna\` gaat het lopende werk na X verder waar het was.
- Een \`altijd als\` onderbreekt zijn eigen werk niet: zolang X bezig is, of wacht omdat iets anders X onderbrak, begint dezelfde
  \`altijd als\` niet nog eens, ook niet door wat X zelf \`bepaalt\`. Met \`, hervat daarna\` geldt dat tot het werk hervat is,
  zonder tot X klaar is. Naar wat intussen bekend werd, wordt daarna niet alsnog gevraagd. Wat later werk bepaalt, onderbreekt weer.
  Een andere \`altijd als\` mag X wel onderbreken.
- Naar een gegeven in C wordt gevraagd op het moment dat het bekend wordt: als de stap die het \`bepaalt\` klaar is, niet
  terwijl daaraan gewerkt wordt. Wat op elk moment kan gebeuren, schrijft u als tekst die een mens beoordeelt:
  \`altijd als "het kind is niet veilig": Veiligheid\`. Of u zet naast het lange werk een korte stap die het gegeven bepaalt, in
  \`gelijktijdig\`.

### Overdragen

- Een overdracht gebeurt op de pijlen die uit de stappen in \`vanuit\` naar een stap van de ontvangende rol gaan. Heeft die
  rol geen eigen stap, dan gebeurt zij op de pijlen naar een einde.
- De gesprekken tellen mee als contactmomenten en de termijn telt mee als tijd. Pas met de bevestiging is de pijl genomen;
  blijft zij uit, dan gaat het naar wat achter \`bij uitblijven\` staat.

### Contactmomenten

- Alleen wat er staat telt, per organisatie als het budget er een noemt. Een stap zonder \`contacten\` is *niet gezegd*, en
  dat is iets anders dan nul.
- Een budget zonder meer, zoals \`5 contactmomenten\`, is een hoogste aantal. Een laagste aantal (\`minstens 5\`, \`precies 5\`,
  \`3 tot 5\`) geldt voor wie het traject afmaakt: voor de einden die \`geslaagd\` zijn, of, als er geen zo heet, voor die zonder
  \`bij weigering\`. Het hoogste aantal geldt voor elk einde.

### Uitwerken en vervolgen

- Een \`uitwerking van\` erft elk onderdeel met een naam, en niet wat een interventie boven haar onderdelen van zichzelf zegt, zoals de \`duur\`. Wie een onderdeel opnieuw noemt, vervangt alle regels ervan, op
  zijn oude plaats. Wat erin zelf een naam heeft, zoals de stappen in een \`gelijktijdig\` of een \`fase\`, blijft, tot het
  vervalt. Een nieuwe stap komt achter de stap die er in de plaatselijke tekst voor staat.
- \`vervalt\` en \`afwijking\` zeggen wat weg is of anders, en waarom. Zonder zo’n regel weet een lezer niet of het verschil bedoeld is.
  Het woord erachter zegt wat voor onderdeel het is: \`vervalt factor Zorg\` laat een stap \`Zorg\` staan.
- Een weg naar een stap die vervalt, gaat verder zoals die stap, als die maar één weg had; anders is onbekend waarheen. Een
  \`altijd als\` ernaartoe vervalt mee. Een melding, het document en het uitvoerverslag zeggen dat.
- Een \`vervolg op\` kent de namen van wat eraan voorafging, en heeft een eigen aanpak.

### Niet te beslissen

Kan een controle iets niet beslissen, dan zegt de melding wat er ontbreekt of vaag is. Niets wordt stilletjes aangenomen. Wat \`onbekend\` of \`plaatselijk\` is, geeft nooit
een fout.`;

/** Where the grammar chose between readings, and why. */
export const CHOICES = `
Een taal die als Nederlands leest, moet soms kiezen. Dit zijn de keuzes, met de reden.

**Een woord is een regel of een naam, naar zijn plaats.** Staat een woord van de taal vooraan op een regel, dan is het het
begin van een regel. Ergens anders mag hetzelfde woord een naam zijn: \`stap Plan\`, \`rol rol\`. Zo hoeft niemand een lijst
van verboden woorden te kennen. Alleen woorden die verbinden, ontkennen of begrenzen (\`en\`, \`of\`, \`niet\`, \`is\`,
\`hoogstens\`, \`tot\`, \`daarna\`, \`anders\` en dergelijke) zijn nooit een naam, want dan zou een zin twee dingen kunnen
betekenen; met \`^\` ervoor kan het toch: \`^bekend\`.

**Eén zin per regel is gewoonte, geen dwang.** Meer zinnen mogen op één regel staan (\`{ soort jgz }\`), en één zin mag over
meer regels lopen. Breek dan af achter een komma, \`(\`, \`en\` of \`of\`, of vóór een woord als \`volgens\`: een naam die ook
een woord van de taal is, mag niet vooraan komen te staan. Een fout in de ene zin kost alleen die zin.

**Wie opschaalt, staat op de eerste regel.** \`escalatie X door A naar B\` leest als één zin; \`door\` mag ook in het blok staan,
zoals bij een stap.

**Normen en metingen zijn aparte regels.** Een \`norm\`, een \`meting\` en een \`oordeel\` spreken elkaar in bronnen soms tegen.
Staan ze apart, dan blijft dat zichtbaar.

**Alles van een bron past erin.** Naast de vaste onderdelen zijn er \`kenmerk\` en \`cijfer\` voor velden en getallen zonder
eigen woord, en \`casus\`, \`ervaring van\`, \`uitspraak van\`, \`knelpunt\`, \`sterk-punt\`, \`verwachting\` en \`opbrengst\` voor wat
rapporten vertellen. \`biedt\` staat naast \`biedt geen\`, en een effect kan ook \`onbekend\` zijn.

**Een stap kent \`daarna onbekend\` en \`daarna plaatselijk\`.** Wie uit een bron niet kan opmaken wat er volgt, of weet dat
elke gemeente dat zelf regelt, schrijft dat op, ook als één tak van een keuze. Voor wat de tekst kan zeggen houdt de weg
daar op; hij gaat niet stilletjes door naar de stap eronder.

**Elke regel mag zeggen hoe stellig hij is en wie het zegt.** \`veelal\`, \`in beginsel\`, \`zo nodig\` en \`bij voorkeur\` staan bij
elke regel waar dat iets betekent, en \`volgens\` of \`afgeleid\` achter elke regel, ook die van een scenario. Een
voorwaarde (\`pas als\`), een citaat en een naam kennen geen stelligheid: die gelden, staan er of heten zo.

**Plaats en spreker binnen een bron.** \`volgens Handboek op "blz. 12"\` zegt waar het staat, \`aldus "een netwerkpartner"\` wie er
spreekt. De letterlijke aanhaling staat ertussen, zodat zij met de tekst van de bron vergeleken kan worden.

**De meldcode is een woord van de taal.** \`volgt meldcode\` werkt zonder eerst een richtlijn te noemen, omdat elke organisatie
in de jeugdhulp hem moet volgen en de controle op veiligheid ernaar zoekt.

**Indicatoren van een kader hebben nummers.** \`indicator 3.1\` en \`bevinding 3.1\` lezen zoals inspecties tellen; een naam mag
ook. Zij mogen direct in een thema staan, want niet elk kader heeft criteria.

**Aanhalingstekens mogen krom zijn.** Wie uit een tekstverwerker plakt, krijgt “zulke” tekens; ze betekenen hetzelfde. Een
tekst zonder eind houdt op aan het eind van de regel en kost alleen die regel.

**Datums mogen op twee manieren.** \`2026-03-01\` heeft de voorkeur, omdat dag en maand dan niet te verwisselen zijn;
\`1-3-2026\` mag, omdat bronnen het zo schrijven.`;
