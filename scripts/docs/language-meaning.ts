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
- Kiezen uit \`een van\` is werk dat tijd kan kosten. Verstrijkt intussen de termijn van wat eromheen staat, of onderbreekt
  een \`altijd als\`, dan is er niet gekozen en gaat het daar verder; een scenario hoeft de keuze dan niet te noemen, en de
  doorloop zegt het erbij.
- Gaat een deel van een groep met \`daarna\` elders heen, dan wacht dat niet op het andere werk in de groep; bij een einde is dat
  andere werk dan nog open, en een melding zegt dat. Wat na alle delen komt, staat in het blok van de groep.

### Gegevens

- Een gegeven is nog niet bekend tot een stap het \`bepaalt\`, of tot het bij de start gegeven is.
- Is een stap klaar die een gegeven \`bepaalt\`, dan is het bekend: het heeft een van zijn waarden. Een scenario dat zegt dat het
  daar \`onbekend\` blijft, zegt iets wat niet kan. Kan het in het echt onbekend blijven, maak er dan een waarde van:
  \`gegeven mening: een van akkoord, niet-akkoord, weet-niet\`.
- Een \`aantal\` is een heel getal van 0 of meer. Staan de voorwaarden over een gegeven in eenheden die precies in elkaar om te
  rekenen zijn (\`maanden\` en \`jaar\`), dan worden ze in de kleinste vergeleken, en een scenario kan er geen getal voor geven;
  zijn ze dat niet (\`weken\` en \`maanden\`), dan beslist een mens. \`gegeven/waarde\` meldt beide.
- \`bepaalt veelal X\` zegt dat X daar meestal bekend wordt. Een doorloop en het bekijken van alle wegen rekenen ermee dat het zo
  is: een tekst die zegt wat meestal gebeurt, zegt niet wat er anders gebeurt, en wie dat zelf invult, verzint wegen die
  niemand bedoelt. Of X er altijd is, is dan niet te zeggen; dat meldt \`check --proofs\`. Kan X onbekend blijven en moet het dan
  verder, geef X dan een waarde daarvoor. Zo ook \`toegang veelal als X\`: X is bij het begin bekend, met elke waarde, en of dat
  altijd zo is, is niet te zeggen.
- \`levert veelal P\` telt niet als levering, en ontbreekt P dan, dan is niet te zeggen of het er is: dat is geen fout.
- \`anders\` vangt alles op wat geen andere tak opvangt, ook wat nog niet bekend is. Zonder \`anders\` kan er
  een antwoord zijn waarvoor er geen weg is.
- Een voorwaarde tussen aanhalingstekens beslist een mens; beide antwoorden kunnen.

### Herhalen en teruggaan

- \`herhaal hoogstens 3 keer tot C\` doet de stap opnieuw zolang C niet geldt, hoogstens drie keer opnieuw.
- Met \`frequentie 1 keer per week\` ernaast begint de volgende keer van een stap een week na het begin van de vorige, of, als die
  langer duurt, meteen erna: \`herhaal precies 9 keer\` zijn tien bijeenkomsten in negen weken en de laatste keer. Is de frequentie
  \`onbekend\`, vaag, \`veelal\`, of vaker dan eens in een periode (\`2 keer per week\`), dan is niet te zeggen wanneer de volgende
  keer begint. Zonder \`frequentie\` volgen de keren meteen op elkaar. Bij een fase zegt \`frequentie\` hoe vaak er daarin contact
  is, en niet hoe lang er tussen twee ronden zit.
- Een pijl terug mag een grens hebben: \`: Kennismaking hoogstens 1 keer\`. Is die op, dan beslissen de andere takken.
- Een pijl terug zonder grens mag.

### Tijd

- Een termijn telt vanaf \`aanmelding\` (de start van de casus), vanaf het einde van een stap (\`na Plan\`), vanaf het begin
  ervan (\`na begin van Plan\`), of vanaf een overdracht (\`na NaarWijkteam\`). Staat er niets, dan telt hij vanaf het begin van de
  stap zelf. Een overdracht telt vanaf dat zij af is: met een \`bevestiging\` als die er is, en anders als zij is gedaan. Een
  begin heeft zij niet: dat is het einde van de stap ervoor.
- Een stap met \`begint 4 weken na Kennismaking\` wacht daarop: het werk begint vier weken na het einde van \`Kennismaking\`, of
  meteen als een gezin er later komt. Wie op een weg niet langs \`Kennismaking\` kwam, wacht niet. Wat de stap onderbreekt, mag ook
  onder het wachten gebeuren.
- Een fase met een \`duur\` duurt ten minste zo lang als er staat, ook als het werk eerder klaar is, en hoogstens zo lang: wat
  erin gebeurt en zelf niet zegt hoe lang het duurt, is dan klaar. Een \`termijn\` begrenst werk net zo. Duurt het werk zeker
  langer, dan gaat het door zolang als bij het werk staat, en zegt een doorloop dat. Gaat een gezin er eerder uit, door een \`daarna\` of een termijn bij een stap erin, dan
  hoeft de duur niet vol, en blijft zij wel het langste dat het mag duren. Met \`herhaal\` geldt de duur voor elke ronde opnieuw,
  bij een fase net als bij een stap; een \`termijn\` loopt door over alle rondes.
- Een termijn met \`anders\` wint altijd van het werk. Duurt dat zeker langer dan de termijn (\`duur precies 3 weken\`,
  \`termijn 2 weken anders: X\`), dan is X de enige weg verder: het werk wordt nooit klaar, en wat het zou bepalen of leveren
  komt er niet. Zonder \`anders\` gaat het werk door, en zegt een doorloop dat de termijn niet is gehaald.
- Een \`duur\` is hoe lang het werk duurt als het gaat zoals bedoeld, en een termijn met \`anders\` is er voor als het langer
  duurt dan bedoeld. Hij kan dus ook verstrijken waar de duur korter is (\`duur hoogstens 2 weken\`,
  \`termijn 3 weken anders: X\`). Een scenario met \`termijn verstrijkt\` zegt dat het zo gaat, net als \`duurt 4 weken\`, en de
  doorloop vertelt erbij dat het langer duurt dan er staat.
- Lopen er verschillende termijnen met \`anders\`, bij het werk zelf of bij de groep of fase eromheen, dan wint die het eerst om
  is. Wat zeker later om is, verstrijkt nooit.
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
- Met \`, hervat daarna\` gaat het lopende werk na X verder waar het was. Termijnen lopen intussen door: is een termijn met
  \`anders\` dan om, dan gaat een gezin daarlangs zodra het werk hervat is.
- Met \`hoogstens n keer\` achter X gebeurt een \`altijd als\` in een casus niet vaker dan n keer; daarna gaat het werk door
  alsof hij er niet staat. Wie dezelfde voorwaarde en X in een uitwerking opnieuw schrijft, zegt daarmee ook opnieuw hoe vaak.
- Een \`altijd als\` onderbreekt zijn eigen werk niet: zolang X bezig is, of wacht omdat iets anders X onderbrak, begint dezelfde
  \`altijd als\` niet nog eens, ook niet door wat X zelf \`bepaalt\`. Met \`, hervat daarna\` geldt dat tot het werk hervat is,
  zonder tot X klaar is. Naar wat intussen bekend werd, wordt daarna niet alsnog gevraagd. Wat later werk bepaalt, onderbreekt weer.
  Een andere \`altijd als\` mag X wel onderbreken.
- Vraagt een \`altijd als\` een gegeven en een tekst (\`altijd als gemist minstens 3 en niet "het kind was ziek": X\`), dan telt in
  een scenario het antwoord dat bij het gegeven staat: na \`bij Les: gemist is 3, "het kind was ziek" is nee\` gaat het naar X
  zodra het volgende werk begint. Is het gezin na Les al klaar, schrijf dan \`bij Les: kiest X\`; dat zegt de doorloop ook.
- Een \`altijd als\` met tekst en een escalatie waarover mensen beslissen, kunnen altijd gebeuren en hoeven niet te gebeuren: een
  protocol kan er niet op rekenen dat een gezin zo verder komt. Waar een gezin alleen zo nog bij een einde komt, loopt elk ander
  gezin vast, en dat is een fout. Een termijn met \`anders\`, en een \`altijd als\` of een escalatie op gegevens, zijn wel wegen
  verder. Een escalatie \`vanuit\` juist de stap, groep of fase waar het vastloopt, kan daarvoor bedoeld zijn; of zij er dan bij
  elk gezin van komt, is niet te zeggen, en dat zegt een mededeling.
- Naar een gegeven in C wordt gevraagd op het moment dat het bekend wordt: als de stap die het \`bepaalt\` klaar is, niet
  terwijl daaraan gewerkt wordt. Wat op elk moment kan gebeuren, schrijft u als tekst die een mens beoordeelt:
  \`altijd als "het kind is niet veilig": Veiligheid\`. Of u zet naast het lange werk een korte stap die het gegeven bepaalt, in
  \`gelijktijdig\`.

### Overdragen

- Een overdracht gebeurt op de pijlen die uit de stappen in \`vanuit\` naar een stap van de ontvangende rol gaan, of van een
  rol die dezelfde vervult (\`vervuld door\`). Heeft die rol geen stap, dan gebeurt zij op de pijlen naar een einde.
- De gesprekken tellen mee als contactmomenten en de termijn telt mee als tijd. Pas met de bevestiging is de pijl genomen;
  blijft zij uit, dan gaat het naar wat achter \`bij uitblijven\` staat.

### Contactmomenten

- Alleen wat er staat telt, per organisatie als het budget er een noemt. Een stap zonder \`contacten\` is *niet gezegd*, en
  dat is iets anders dan nul. \`contacten 2 per week\` is met een \`duur\` in dezelfde regels een aantal, en zonder niet; een
  tijd (\`90 minuten\`) is er geen. Een \`frequentie\` telt niet mee, bij een stap niet en bij een fase niet: schrijf het aantal met
  \`contacten\`. Of die bij elkaar passen, bekijkt [dosis/rekensom](regels.md#dosisrekensom).
- Wat een stap zelf zegt, telt: niet minder dan zijn activiteiten samen, maar het kan meer zijn. Zegt alleen een activiteit
  hoeveel contacten zij kost, dan telt dat.
- Een contact is er een van elke organisatie waarvan iemand erbij is: wie de activiteit doet (of, staat dat er niet bij, de
  stap), en wie meedoet (\`met\`), net als bij de gesprekken van een overdracht. Want een gezin ziet wie er zit, en niet wie de
  uitvoerder heet, en het kost beide organisaties tijd. De cliënt zelf telt niet als organisatie. Telt de stap zelf, en
  zegt een activiteit erin contacten van anderen, dan is niet gezegd hoeveel er van wie zijn: dan kan het van geen enkele
  tot alle zijn.
- Wat een fase als geheel zegt, telt een keer als alles erin klaar is, en bij \`herhaal\` elke ronde opnieuw. Wat haar stappen
  zeggen, telt daarin mee: samen is het niet minder dan het laagste aantal van het geheel of van de stappen, en niet meer dan
  het hoogste. Een stap zonder \`contacten\` laat in zo’n fase niets open.
- Werk dat niet wordt afgemaakt, door een termijn, opschalen, een \`altijd als\` waarna het niet verdergaat, of een einde
  terwijl het nog open is, telt van nul tot zijn hoogste aantal: hoe ver het was, weet niemand. Dat geldt voor een stap, en
  zo ook voor een fase die eerder wordt verlaten (ook door een \`einde\` erin of een \`daarna\` naar buiten): wat daarin al
  gedaan is, telt, en wat nog open was, komt daar hoogstens bij, samen tot het hoogste aantal van de fase. Haar laagste aantal
  geldt dan niet, en ook niet voor een gezin dat nog in de fase is. Was de termijn zeker al om voordat het werk begon, dan telt
  het niet: er is dan niets gedaan.
- Van één organisatie telt het geheel van een fase alleen als zij in elke stap ervan meedoet; anders tellen haar eigen
  stappen, tot het hoogste aantal van de fase.
- Een budget zonder meer, zoals \`5 contactmomenten\`, is een hoogste aantal. Een laagste aantal (\`minstens 5\`, \`precies 5\`,
  \`3 tot 5\`) geldt voor wie het traject afmaakt: voor de einden die \`geslaagd\` zijn, of, als er geen zo heet, voor die zonder
  \`bij weigering\`. Het hoogste aantal geldt voor elk einde, en ook voor wie bij geen einde
  komt: een budget is op zodra het op is.

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

**Een komma somt op.** Wat achter een komma staat, hoort er ook bij: \`door A, B\` doen A en B samen, en \`toestemming van A, B\`
vraagt die van allebei. Bij \`toegang via\`, \`vanuit\` en \`naar einde\` noemt zij wegen of plaatsen, waarvan er één genoeg is. Wat van
iets afhangt, staat met \`als\`, of in een tekst.

**Een rol heeft een naam.** \`door iedereen\` zegt niet wie, en niemand kan het nagaan. Noem de rollen, of schrijf
\`door onbekend omdat "iedereen"\`: dan blijft het gezegd en is te zien dat het nog ingevuld moet worden.

**Een tijd telt vanaf een moment.** Een weeknummer zegt dat niet: schrijf \`termijn 6 weken na aanmelding\`, of zet de woorden van
de bron in een tekst, \`termijn "uiterlijk week 6"\`. Wanneer een stap begint, staat bij die stap (\`begint 4 weken na Intake\`), en
niet op de weg ernaartoe; hoe lang er tussen twee pogingen zit, zegt \`frequentie\` naast \`herhaal\`.

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
\`1-3-2026\` mag, omdat bronnen het zo schrijven. Staat er alleen een maand, dan is dat genoeg: \`maart 2026\`, \`2026-03\`.`;
