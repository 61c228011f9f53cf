import { describe, expect, test } from 'vitest';
import { applyFix, checkFor } from './rule-tester.js';
import { syntaxErrors } from './support/language.js';
import { marked, unindent } from './support/places.js';

/** Typical mistakes: `<|…|>` marks the place that is shown, in the order of the messages. */
const MESSAGES: readonly {
    readonly name: string;
    readonly text: string;
    readonly nl: readonly string[];
    readonly en: readonly string[];
}[] = [
    {
        name: 'what does not apply',
        text: `
            interventie X {
              duur <|n.v.t.|>
              aanpak {
                stap A {
                  door <|nvt|>
                }
                escalatie <|nvt|>
              }
            }`,
        nl: Array.from(
            { length: 3 },
            () =>
                'Wat niet van toepassing is, laat u weg: haal deze regel weg. Is het er wel, maar weet niemand wat, schrijf dan `onbekend`.',
        ),
        en: Array.from(
            { length: 3 },
            () =>
                'Leave out what does not apply: take this line away. If it is there but nobody knows what it is, write `onbekend`.',
        ),
    },
    {
        name: 'the name that is a word of the language, where it is used',
        text: `
            interventie X {
              gegeven ^bekend: ja/nee
              aanpak {
                stap A {
                  pas als <|bekend|>
                }
              }
            }`,
        nl: ['`bekend` is een woord van de taal. Wat zo heet, noemt u ook hier `^bekend`.'],
        en: ['`bekend` is a word of the language. What is called so, you name `^bekend` here too.'],
    },
    {
        name: 'more on a line than belongs there',
        text: `
            interventie X {
              opbrengst onbekend <|verwacht|> in 2027
              aanpak {
                stap A <|door|> R, duur 3 weken
                stap B <|door|> R {
                  duur 2 weken
                }
              }
            }
            scenario "s" voor X {
              verwacht pad A <|B|>
              verwacht stap A <|overdracht|> C
              verwacht stap A<|,|> geen stap B
            }`,
        nl: [
            'Schrijf `, verwacht in 2027` in plaats van `verwacht in 2027`.',
            'Schrijf `stap A { door R duur 3 weken }` in plaats van `stap A door R, duur 3 weken`.',
            '`door R` staat in het blok van `stap`, op een eigen regel achter de `{`.',
            'Schrijf `A, B` in plaats van `A B`.',
            'Elke verwachting staat op een eigen regel: `verwacht stap A`, en daaronder `verwacht overdracht C`.',
            'Elke verwachting staat op een eigen regel: `verwacht stap A`, en daaronder `verwacht geen stap B`.',
        ],
        en: [
            'Write `, verwacht in 2027` instead of `verwacht in 2027`.',
            'Write `stap A { door R duur 3 weken }` instead of `stap A door R, duur 3 weken`.',
            '`door R` stands in the block of `stap`, on a line of its own behind the `{`.',
            'Write `A, B` instead of `A B`.',
            'Each expectation stands on a line of its own: `verwacht stap A`, and below it `verwacht overdracht C`.',
            'Each expectation stands on a line of its own: `verwacht stap A`, and below it `verwacht geen stap B`.',
        ],
    },
    {
        name: 'a misspelt first word',
        text: `
            interventie X {
              aanpak {
                <|stapp|> Signaal {
                }
              }
            }`,
        nl: ['`stapp` – bedoelde u `stap`?'],
        en: ['`stapp` – did you mean `stap`?'],
    },
    {
        name: 'a first word with a capital',
        text: `
            interventie X {
              aanpak {
                <|Stap|> Signaal
              }
            }`,
        nl: ['`Stap` – bedoelde u `stap`?'],
        en: ['`Stap` – did you mean `stap`?'],
    },
    {
        name: 'words of the language written as one',
        text: `
            interventie X {
              <|gerichtop|> "Wonen"
              aanpak {
                stap A {
                  <|werktaan|> d
                  <|Klaarals|> "x"
                  <|daarnanaar|> B
                }
              }
            }`,
        nl: [
            '`gerichtop` – bedoelde u `gericht op`?',
            '`werktaan` – bedoelde u `werkt aan`?',
            '`Klaarals` – bedoelde u `klaar als`?',
            '`daarnanaar` – bedoelde u `daarna:`?',
        ],
        en: [
            '`gerichtop` – did you mean `gericht op`?',
            '`werktaan` – did you mean `werkt aan`?',
            '`Klaarals` – did you mean `klaar als`?',
            '`daarnanaar` – did you mean `daarna:`?',
        ],
    },
    {
        name: 'a word written as two, in English or in other Dutch',
        text: `
            interventie X {
              <|contra|> indicatie "a"
              doel groep <|Gezinnen|>
              duur <|ca|> 3 weken
              duur 3 á <|4|> weken
              duur 1 dag
              <|goal|> D "d"
              aanpak {
                stap A {
                  <|by|> onbekend
                  klaar <|wanneer|> "x"
                }
              }
            }`,
        nl: [
            'Schrijf `contra-indicatie` in plaats van `contra indicatie`.',
            'Schrijf `doelgroep` in plaats van `doel groep`.',
            'Schrijf `circa` in plaats van `ca`.',
            'Schrijf `3 tot 4` in plaats van `3 á 4`.',
            '`goal` – bedoelde u `doel`?',
            '`by` – bedoelde u `door`?',
            'Schrijf `klaar als` in plaats van `klaar wanneer`.',
        ],
        en: [
            'Write `contra-indicatie` instead of `contra indicatie`.',
            'Write `doelgroep` instead of `doel groep`.',
            'Write `circa` instead of `ca`.',
            'Write `3 tot 4` instead of `3 á 4`.',
            '`goal` – did you mean `doel`?',
            '`by` – did you mean `door`?',
            'Write `klaar als` instead of `klaar wanneer`.',
        ],
    },
    {
        name: 'words written as one beside what cannot be read at all',
        text: `
            interventie X {
              aanpak {
                stap A {
                  <|werktaan|> d
                  <|iets|> anders
                }
              }
            }`,
        nl: [
            '`werktaan` – bedoelde u `werkt aan`?',
            '`iets` is geen woord waarmee in `stap` een regel begint; dat is bijvoorbeeld `door`, `werkt aan`, `duur`, `levert` of `daarna`. Is het tekst, zet die dan tussen aanhalingstekens.',
        ],
        en: [
            '`werktaan` – did you mean `werkt aan`?',
            '`iets` is no word with which a line begins in `stap`; such words are `door`, `werkt aan`, `duur`, `levert` or `daarna`. If it is text, put that in quotes.',
        ],
    },
    {
        name: 'a term of an activity',
        text: `
            interventie X {
              aanpak {
                stap A {
                  activiteit "Bellen" {
                    <|termijn|> 3 dagen
                    duur 1 uur
                  }
                }
              }
            }`,
        nl: [
            'Een `activiteit` heeft geen eigen `termijn`. Zet hem in de stap eromheen, of zeg met `duur` hoe lang de activiteit duurt.',
        ],
        en: [
            'An `activiteit` has no `termijn` of its own. Put it in the step around it, or say with `duur` how long the activity takes.',
        ],
    },
    {
        name: 'a source that is unknown',
        text: `
            interventie X {
              duur 3 weken volgens <|onbekend|> "q"
            }`,
        nl: [
            'Achter `volgens` staat een bron. Is niet bekend wie het zegt, haal `volgens onbekend` dan weg en vraag het een collega: `opmerking "Wie zegt dit?"`. Maakt u het zelf op uit iets anders, schrijf dan `afgeleid`.',
        ],
        en: [
            'A source stands behind `volgens`. Where it is not known who says so, take `volgens onbekend` away and ask a colleague: `opmerking "Wie zegt dit?"`. Where you conclude it from something else, write `afgeleid`.',
        ],
    },
    {
        name: 'a misspelt word of provenance on a line of its own',
        text: `
            interventie X
              <|vlogens|> STJ {
              duur 3 weken
            }`,
        nl: ['`vlogens` – bedoelde u `volgens`?'],
        en: ['`vlogens` – did you mean `volgens`?'],
    },
    {
        name: 'a missing name',
        text: `
            interventie X {
              aanpak {
                <|stap|> {
                  door A
                }
              }
            }`,
        nl: ['Achter `stap` ontbreekt een naam. Bijvoorbeeld: `stap Uitleg "Uitleggen wat er gaat gebeuren"`.'],
        en: ['Behind `stap` a name is missing. For example: `stap Uitleg "Uitleggen wat er gaat gebeuren"`.'],
    },
    {
        name: 'a missing value: shown at the keyword, not at the line below',
        text: `
            interventie X {
              <|duur|>
              doelgroep G
            }`,
        nl: [
            'Achter `duur` ontbreekt een getal, een tekst tussen aanhalingstekens of `onbekend`. Bijvoorbeeld: `duur ongeveer 6 maanden`.',
        ],
        en: [
            'Behind `duur` a number, a text in quotes or `onbekend` is missing. For example: `duur ongeveer 6 maanden`.',
        ],
    },
    {
        name: 'a missing reference says what kind of name belongs there',
        text: `
            interventie X {
              aanpak {
                stap A {
                  <|door|>
                  werkt <|aan|>
                  pas <|als|>
                  levert <|P,|>
                }
              }
            }`.replace('<|P,|>', 'P<|,|>'),
        nl: [
            'Achter `door` ontbreekt de naam van een rol, `onbekend` of `plaatselijk`. Bijvoorbeeld: `door Gezinswerker met Coördinator`.',
            'Achter `aan` ontbreekt de naam van een doel of subdoel, `onbekend` of `plaatselijk`. Bijvoorbeeld: `werkt aan gedeelde-zorg`.',
            'Achter `als` ontbreekt de naam van een gegeven, een tekst tussen aanhalingstekens of `onbekend`. Bijvoorbeeld: `pas als plan-akkoord`.',
            'Achter `,` ontbreekt de naam van een document, `onbekend` of `plaatselijk`. Bijvoorbeeld: `levert Gezinsplan`.',
        ],
        en: [
            'Behind `door` the name of a role (`rol`), `onbekend` or `plaatselijk` is missing. For example: `door Gezinswerker met Coördinator`.',
            'Behind `aan` the name of a goal (`doel`) or subgoal (`subdoel`), `onbekend` or `plaatselijk` is missing. For example: `werkt aan gedeelde-zorg`.',
            'Behind `als` the name of a fact (`gegeven`), a text in quotes or `onbekend` is missing. For example: `pas als plan-akkoord`.',
            'Behind `,` the name of a document (`document`), `onbekend` or `plaatselijk` is missing. For example: `levert Gezinsplan`.',
        ],
    },
    {
        name: 'half a keyword',
        text: `
            interventie X {
              <|gericht|>
              aanpak {
                stap A {
                  <|werkt|>
                }
              }
            }`,
        nl: [
            'Achter `gericht` ontbreekt `op`. Bijvoorbeeld: `gericht op "Gezondheid", "Opvoeding"`.',
            'Achter `werkt` ontbreekt `aan`. Bijvoorbeeld: `werkt aan gedeelde-zorg`.',
        ],
        en: [
            'Behind `gericht` `op` is missing. For example: `gericht op "Gezondheid", "Opvoeding"`.',
            'Behind `werkt` `aan` is missing. For example: `werkt aan gedeelde-zorg`.',
        ],
    },
    {
        name: 'half a statement: the example is of that statement',
        text: `
            interventie X <|uitwerking|>
            interventie Y {
              kenmerk "Omvang" 5 <|van|>
              niet primair <|doel|>
              aanpak {
                stap A {
                  termijn 3 dagen na aanmelding <|anders|>
                }
              }
            }
            scenario "s" voor Y {
              bij A: klaar is ja, <|duurt|>
            }`,
        nl: [
            'Achter `uitwerking` ontbreekt `van`. Bijvoorbeeld: `interventie GezinspadBreda "Gezinspad Breda" uitwerking van Gezinspad`.',
            'Achter `van` ontbreekt wat erbij hoort. Bijvoorbeeld: `kenmerk "Methode" "Gezinsgerichte aanpak"`.',
            'Achter `doel` ontbreekt een getal, een tekst tussen aanhalingstekens of `onbekend`. Bijvoorbeeld: `niet primair doel "Vermindering van klachten van één gezinslid."`.',
            'Achter `anders` ontbreekt `:`. Bijvoorbeeld: `termijn 3 werkdagen na aanmelding anders: Vastgelopen`.',
            'Achter `duurt` ontbreekt wat erbij hoort. Bijvoorbeeld: `bij Kennismaking: zorg-gedeeld is ja, duurt 1 week`.',
        ],
        en: [
            'Behind `uitwerking` `van` is missing. For example: `interventie GezinspadBreda "Gezinspad Breda" uitwerking van Gezinspad`.',
            'Behind `van` something is missing. For example: `kenmerk "Methode" "Gezinsgerichte aanpak"`.',
            'Behind `doel` a number, a text in quotes or `onbekend` is missing. For example: `niet primair doel "Vermindering van klachten van één gezinslid."`.',
            'Behind `anders` `:` is missing. For example: `termijn 3 werkdagen na aanmelding anders: Vastgelopen`.',
            'Behind `duurt` something is missing. For example: `bij Kennismaking: zorg-gedeeld is ja, duurt 1 week`.',
        ],
    },
    {
        name: 'a missing colon',
        text: `
            interventie X {
              aanpak {
                stap A {
                  daarna {
                    als klaar <|Einde|>
                    anders: A
                  }
                }
              }
            }`,
        nl: [
            'Achter `klaar` hoort `:`, maar er staat `Einde`. Bijvoorbeeld: `als zorg-gedeeld en niet acuut-onveilig: Plan`.',
        ],
        en: [
            'Behind `klaar` comes `:`, but there is `Einde`. For example: `als zorg-gedeeld en niet acuut-onveilig: Plan`.',
        ],
    },
    {
        name: 'a wrong kind of value',
        text: `
            interventie X {
              versie <|2|>
              effect "minder zorgen" <|bewezen|>
              gegeven g: <|soms|>
              opmerking van "Els" op <|gisteren|> "x"
            }`,
        nl: [
            'Schrijf `versie "2"` in plaats van `versie 2`.',
            'Achter `"minder zorgen"` hoort `aangetoond`, `niet`, `verondersteld`, `onbekend` of `plaatselijk`, maar er staat `bewezen`. Bijvoorbeeld: `effect "bereik van gezinnen" aangetoond op grond van 2 studies`.',
            'Achter `:` hoort `ja`, `aantal`, `datum`, `tekst`, `een` of `onbekend`, maar er staat `soms`. Bijvoorbeeld: `gegeven tolk-nodig: ja/nee "Het gezin heeft een tolk nodig"`.',
            'Achter `op` hoort een datum of `onbekend`, maar er staat `gisteren`. Bijvoorbeeld: `opmerking van "Els" op 2026-03-03 "Hoort de school hier ook bij?"`.',
        ],
        en: [
            'Write `versie "2"` instead of `versie 2`.',
            'Behind `"minder zorgen"` comes `aangetoond`, `niet`, `verondersteld`, `onbekend` or `plaatselijk`, but there is `bewezen`. For example: `effect "bereik van gezinnen" aangetoond op grond van 2 studies`.',
            'Behind `:` comes `ja`, `aantal`, `datum`, `tekst`, `een` or `onbekend`, but there is `soms`. For example: `gegeven tolk-nodig: ja/nee "Het gezin heeft een tolk nodig"`.',
            'Behind `op` comes a date or `onbekend`, but there is `gisteren`. For example: `opmerking van "Els" op 2026-03-03 "Hoort de school hier ook bij?"`.',
        ],
    },
    {
        name: 'a text without end, with the head of a block behind it',
        text: `
            interventie X {
              samenvatting <|"Een mooi begin|>
              overdracht H "Van A naar <|B|> van A naar B {
                vanuit S
              }
            }`,
        nl: [
            'Deze tekst heeft geen einde: zet er `"` achter.',
            'Achter `B` ontbreekt een aanhalingsteken: `"Van A naar B"`.',
        ],
        en: ['This text has no end: put `"` behind it.', 'A quotation mark is missing behind `B`: `"Van A naar B"`.'],
    },
    {
        name: 'a text in triple quotes without end',
        text: `
            interventie X {
              samenvatting <|"""|>
                Een mooi begin. Met 3 zinnen; en meer.
                door wie dan ook
              duur 6 weken
              toelichting """
                Nog iets.
                """
            }`,
        nl: ['Deze tekst heeft geen einde: zet er `"""` achter.'],
        en: ['This text has no end: put `"""` behind it.'],
    },
    {
        name: 'a comment without end, over some lines, behind words and at the end of the file',
        text: `
            interventie X {
              <|/* Nog vragen aan|>
                 het team; dan meer.
              duur 6 weken
              doel D <|/* met wie? |>{
                toelichting "T"
              }
            }
            <|/*|>`,
        nl: Array.from({ length: 3 }, () => 'Deze opmerking heeft geen einde: zet er `*/` achter.'),
        en: Array.from({ length: 3 }, () => 'This comment has no end: put `*/` behind it.'),
    },
    {
        name: 'a comment that goes on to the end of another',
        text: `
            interventie X {
              <|/* Nog vragen aan het team.|>
              duur 6 weken /* met wie? */
              /* over de map examples/*.draaiboek,
                 en /wat daarin staat/ */
              doel D "d"
            }`,
        nl: [
            'In deze opmerking begint er op regel 3 nog een. Waarschijnlijk ontbreekt hier `*/`: wat ertussen staat, is niet gelezen. Sluit haar, of haal het tweede `/*` weg.',
        ],
        en: [
            'Another comment begins in this one on line 3. Most likely `*/` is missing here: what stands between was not read. Close it, or take the second `/*` away.',
        ],
    },
    {
        name: 'a text in triple quotes without beginning',
        text: `
            interventie X {
              <|samenvatting|>
                Een mooi begin. Met 3 zinnen; en meer.
                """
              duur 6 weken
              toelichting """
                Nog iets.
                """
            }`,
        nl: [
            'Achter `samenvatting` ontbreekt een getal, een tekst tussen aanhalingstekens of `onbekend`. Bijvoorbeeld: `samenvatting "…"`.',
        ],
        en: [
            'Behind `samenvatting` a number, a text in quotes or `onbekend` is missing. For example: `samenvatting "…"`.',
        ],
    },
    {
        name: 'a block that is not closed, by the indentation of the lines',
        text: `
            interventie X {
              aanpak {
                stap Signaal {
                  door <|A|>
                stap Contact {
                  door B
                }
              }
            }`,
        nl: ['Hierna ontbreekt `}`: het blok `stap Signaal` is niet gesloten.'],
        en: ['A `}` is missing behind this: the block `stap Signaal` is not closed.'],
    },
    {
        name: 'blocks that are not closed at the end of the file',
        text: `
            interventie X {
              aanpak {
                stap Signaal {
                  door <|A|>`,
        nl: [
            'Het bestand houdt op en er is nog een blok open: er ontbreekt een `}` voor `stap Signaal` (regel 3), `aanpak` (regel 2), `interventie X` (regel 1).',
        ],
        en: [
            'The file ends and a block is still open: a `}` is missing for `stap Signaal` (line 3), `aanpak` (line 2), `interventie X` (line 1).',
        ],
    },
    {
        name: 'a block that is not opened',
        text: `
            interventie X {
              aanpak {
                stap <|Signaal|>
                  door A
                }
                stap Contact
              }
            }`,
        nl: ['Achter `stap …` ontbreekt `{`: de regels eronder horen erbij, en `}` sluit ze.'],
        en: ['Behind `stap …` a `{` is missing: the lines below belong to it, and `}` closes them.'],
    },
    {
        name: 'a brace twice, where a block begins',
        text: `
            interventie X {
              aanpak {
                stap Signaal { <|{|>
                  door A
                }
                stap Contact
              }
            }`,
        nl: ['Deze `{` is er een te veel: het blok is al begonnen.'],
        en: ['This `{` is one too many: the block has begun already.'],
    },
    {
        name: 'a brace twice, where a block ends',
        text: `
            interventie X {
              rol A {
                taak "t"
              } <|}|>
              aanpak {
                stap Contact {
                  door A
                } <|}|>
                stap Signaal
              }
            }`,
        nl: Array.from({ length: 2 }, () => 'Deze `}` is er een te veel: er is geen blok dat hij sluit.'),
        en: Array.from({ length: 2 }, () => 'This `}` is one too many: there is no block that it closes.'),
    },
    {
        name: 'a brace too many behind a block on one line',
        text: `
            interventie X {
              onderzoek O {
                tussenstand { deelnemers 41 gezinnen } <|}|>
                gerealiseerd { deelnemers 78 gezinnen }
                uitkomst "u"
              }
              duur 6 weken
            }`,
        nl: ['Deze `}` is er een te veel: er is geen blok dat hij sluit.'],
        en: ['This `}` is one too many: there is no block that it closes.'],
    },
    {
        name: 'no brace below a head over more lines that has one',
        text: `
            toetsingskader K "k"
              van STJ
              volgens STJ {
              thema A "a" volgens <|STJ|>
                indicator 1 "i"
              }
            }`,
        nl: ['Achter `thema …` ontbreekt `{`: de regels eronder horen erbij, en `}` sluit ze.'],
        en: ['Behind `thema …` a `{` is missing: the lines below belong to it, and `}` closes them.'],
    },
    {
        name: 'a brace too many',
        text: `
            interventie X {
              aanpak {
                stap Signaal {
                  door A
                }
                  <|}|>
                stap Contact {
                  door B
                }
              }
            }`,
        nl: ['Deze `}` is er een te veel: er is geen blok dat hij sluit.'],
        en: ['This `}` is one too many: there is no block that it closes.'],
    },
    {
        name: 'a statement in the wrong block',
        text: `
            interventie X {
              aanpak {
                escalatie E {
                  <|norm|> 80 %
                }
                <|doelgroep|> G { leeftijd 3 jaar }
                stap S
              }
            }`,
        nl: [
            '`norm` kan niet in `escalatie` staan, wel in `indicator`.',
            '`doelgroep` kan niet in `aanpak` staan, wel in `interventie`.',
        ],
        en: [
            '`norm` cannot stand in `escalatie`, but it can in `indicator`.',
            '`doelgroep` cannot stand in `aanpak`, but it can in `interventie`.',
        ],
    },
    {
        name: 'a statement outside the blocks',
        text: `
            <|stap|> Signaal
            rol Gezin`,
        nl: [
            '`stap` kan niet buiten de blokken staan, wel in `aanpak`, in `fase`, in `gelijktijdig`, in `een van` of in `naar keuze`.',
        ],
        en: [
            '`stap` cannot stand outside the blocks, but it can in `aanpak`, in `fase`, in `gelijktijdig`, in `een van` or in `naar keuze`.',
        ],
    },
    {
        name: 'a misspelt word of another block',
        text: `
            interventie X {
              <|stapp|> A "a"
              duur 3 weken
            }`,
        nl: [
            '`stapp` – bedoelde u `stap`? Dat kan niet in `interventie` staan, wel in `aanpak`, in `fase`, in `gelijktijdig`, in `een van` of in `naar keuze`.',
        ],
        en: [
            '`stapp` – did you mean `stap`? That cannot stand in `interventie`, but it can in `aanpak`, in `fase`, in `gelijktijdig`, in `een van` or in `naar keuze`.',
        ],
    },
    {
        name: 'a word that begins no line, and text that belongs to nothing',
        text: `
            interventie X {
              <|Eerst|> bellen we het gezin.
              <|"Daarna gaan we langs."|>
              duur 3 weken
            }`,
        nl: [
            '`Eerst` is geen woord waarmee in `interventie` een regel begint; dat is bijvoorbeeld `samenvatting`, `doelgroep`, `doel`, `rol` of `aanpak`. Is het tekst, zet die dan tussen aanhalingstekens.',
        ],
        en: [
            '`Eerst` is no word with which a line begins in `interventie`; such words are `samenvatting`, `doelgroep`, `doel`, `rol` or `aanpak`. If it is text, put that in quotes.',
        ],
    },
    {
        name: 'a text that belongs to nothing',
        text: `
            interventie X {
              <|"Daarna gaan we langs."|>
              duur 3 weken
            }`,
        nl: [
            '`"Daarna gaan we langs."` hoort nergens bij. Elke regel begint met een woord dat zegt wat het is, in `interventie` bijvoorbeeld `samenvatting`, `doelgroep`, `doel`, `rol` of `aanpak`.',
        ],
        en: [
            '`"Daarna gaan we langs."` belongs to nothing. Each line begins with a word that says what it is, in `interventie` for example `samenvatting`, `doelgroep`, `doel`, `rol` or `aanpak`.',
        ],
    },
    {
        name: 'something behind a statement that is complete',
        text: `
            interventie X {
              duur 3 weken <|4|>
              doelgroep G
            }`,
        nl: ['`4` hoort hier niet: achter `weken` is deze regel af. Begin een nieuwe regel, of haal `4` weg.'],
        en: ['`4` does not belong here: the line is complete behind `weken`. Begin a new line, or take `4` away.'],
    },
    {
        name: 'a comma behind the last of a list: the line below is not lost',
        text: `
            interventie X {
              partner Huisarts, School<|,|>
              doelgroep Gezinnen "x" { leeftijd 3 jaar }
            }`,
        nl: [
            'Achter `,` ontbreekt de naam van een organisatie of rol, `onbekend` of `plaatselijk`. Bijvoorbeeld: `partner Huisarts, School`.',
        ],
        en: [
            'Behind `,` the name of an organisation (`organisatie`) or role (`rol`), `onbekend` or `plaatselijk` is missing. For example: `partner Huisarts, School`.',
        ],
    },
    {
        name: 'a sign of another language',
        text: `
            interventie X {
              duur 3 weken<|;|>
            }`,
        nl: ['`;` hoort hier niet. Tekst staat tussen aanhalingstekens; een opmerking voor uzelf begint met `//`.'],
        en: ['`;` does not belong here. Text stands in quotes; a comment for yourself begins with `//`.'],
    },
    {
        name: 'a decimal point',
        text: `
            interventie X {
              kosten <|12.50|> euro
            }`,
        nl: ['`12.50` is zo geen getal. Een getal achter de komma schrijft u als `12,50`.'],
        en: ['`12.50` is no number like this. Write decimals with a comma: `12,50`.'],
    },
    {
        name: 'a character that nobody sees',
        text: `
            interventie X {
              duur<|\u200B|> 3 weken
            }`,
        nl: ['Hier staat een teken dat u niet ziet (U+200B); het komt vaak mee uit een ander programma. Haal het weg.'],
        en: [
            'There is a character here that you do not see (U+200B); it often comes along from another program. Take it away.',
        ],
    },
    {
        name: 'a time behind `per` with its number in letters',
        text: `
            interventie X {
              frequentie veelal 1 keer per 2 weken
              frequentie 1 keer per twee <|weken|>
            }`,
        nl: ['Getallen schrijft u met cijfers: `per 2 weken` in plaats van `per twee weken`.'],
        en: ['Write numbers in figures: `per 2 weken` instead of `per twee weken`.'],
    },
    {
        name: 'a length of time behind `in`',
        text: `
            interventie X {
              bereik hoogstens 12 gezinnen in 6 <|maanden|>
            }`,
        nl: [
            '`in 6 maanden` kan hier niet: achter `in` staat een jaar, een maand met jaar of een datum, zoals in `78 gezinnen in 2025`. Zeg hoe vaak met `per 6 maanden`, en hoe lang iets duurt met `duur`.',
        ],
        en: [
            '`in 6 maanden` cannot stand here: behind `in` comes a year, a month with a year or a date, as in `78 gezinnen in 2025`. Say how often with `per 6 maanden`, and how long something takes with `duur`.',
        ],
    },
    {
        name: 'a confirmation that stays out, in a case',
        text: `
            scenario "S" voor X {
              bij NaarWijkteam: <|niet|> bevestigd
              bij NaarWijkteam: <|geen|> bevestiging
              verwacht einde Klaar
            }`,
        nl: Array.from(
            { length: 2 },
            () =>
                'Dat de bevestiging van een overdracht uitblijft, schrijft u zo: `bij NaarWijkteam: termijn verstrijkt`.',
        ),
        en: Array.from(
            { length: 2 },
            () =>
                'That the confirmation of a handover stays out is written like this: `bij NaarWijkteam: termijn verstrijkt`.',
        ),
    },
    {
        name: 'a confirmation that stays out, in words that the language does not have',
        text: `
            scenario "S" voor X {
              bij NaarWijkteam: bevestiging <|blijft|> uit
              verwacht einde Klaar
            }`,
        nl: ['Dat de bevestiging van een overdracht uitblijft, schrijft u zo: `bij NaarWijkteam: termijn verstrijkt`.'],
        en: [
            'That the confirmation of a handover stays out is written like this: `bij NaarWijkteam: termijn verstrijkt`.',
        ],
    },
    {
        name: 'a number in letters',
        text: `
            interventie X {
              duur <|twee|> weken
              duur hoogstens <|zes|> weken
            }`,
        nl: [
            'Getallen schrijft u met cijfers: `2` in plaats van `twee`.',
            'Getallen schrijft u met cijfers: `6` in plaats van `zes`.',
        ],
        en: ['Write numbers in figures: `2` instead of `twee`.', 'Write numbers in figures: `6` instead of `zes`.'],
    },
    {
        name: 'a role that is left open',
        text: `
            rol A <|onbekend|>
            interventie X {
              rol Vertrouwenspersoon "De vertrouwenspersoon" <|plaatselijk|>
              rol B, <|plaatselijk|> { caseload onbekend }
            }`,
        nl: [
            '`onbekend` kan hier niet. Wie de rol vervult, schrijft u achter `vervuld door`: `rol A vervuld door onbekend`.',
            '`plaatselijk` kan hier niet. Wie de rol vervult, schrijft u achter `vervuld door`: `rol Vertrouwenspersoon vervuld door plaatselijk`.',
            '`plaatselijk` kan hier niet. Wie de rol vervult, schrijft u achter `vervuld door`: `rol B vervuld door plaatselijk`.',
        ],
        en: [
            '`onbekend` cannot stand here. Write who fills the role behind `vervuld door`: `rol A vervuld door onbekend`.',
            '`plaatselijk` cannot stand here. Write who fills the role behind `vervuld door`: `rol Vertrouwenspersoon vervuld door plaatselijk`.',
            '`plaatselijk` cannot stand here. Write who fills the role behind `vervuld door`: `rol B vervuld door plaatselijk`.',
        ],
    },
    {
        name: 'a term of a step with the word for an escalation',
        text: `
            interventie X {
              aanpak {
                stap A {
                  <|binnen|> 10 werkdagen na aanmelding
                }
                stap B { door C <|binnen|> 3 weken }
              }
            }`,
        nl: [
            '`binnen` kan hier niet. In een stap schrijft u een termijn als `termijn 10 werkdagen na aanmelding`.',
            '`binnen` kan hier niet. In een stap schrijft u een termijn als `termijn 10 werkdagen na aanmelding`.',
        ],
        en: [
            '`binnen` cannot stand here. In a step a term is written as `termijn 10 werkdagen na aanmelding`.',
            '`binnen` cannot stand here. In a step a term is written as `termijn 10 werkdagen na aanmelding`.',
        ],
    },
    {
        name: 'a field that has no word of its own',
        text: `
            interventie X {
              <|groepsgrootte|> onbekend
            }`,
        nl: [
            '`groepsgrootte` is geen woord waarmee in `interventie` een regel begint; dat is bijvoorbeeld `samenvatting`, `doelgroep`, `doel`, `rol` of `aanpak`. Is het tekst, zet die dan tussen aanhalingstekens; heeft het geen eigen woord, schrijf dan `kenmerk "groepsgrootte" onbekend`.',
        ],
        en: [
            '`groepsgrootte` is no word with which a line begins in `interventie`; such words are `samenvatting`, `doelgroep`, `doel`, `rol` or `aanpak`. If it is text, put that in quotes; if there is no word for it, write `kenmerk "groepsgrootte" onbekend`.',
        ],
    },
    {
        name: 'a word of the language in another block, however near another word is',
        text: `
            interventie X {
              aanpak {
                stap Een "Een" {
                  duur 1 uur
                }
                <|door|> Werker
              }
            }`,
        nl: [
            '`door` kan niet in `aanpak` staan, wel in `stap`, in `escalatie`, in `erkenning`, in `onderzoek` of in `gepland`.',
        ],
        en: [
            '`door` cannot stand in `aanpak`, but it can in `stap`, in `escalatie`, in `erkenning`, in `onderzoek` or in `gepland`.',
        ],
    },
    {
        name: 'a name of two words, with and without a title',
        text: `
            rol Jeugd <|verpleegkundige|> "JV"
            interventie X {
              aanpak {
                stap Huis <|bezoek|> {
                  duur 1 uur
                }
                stap Eerste <|huis|> bezoek
              }
            }`,
        nl: [
            'Een naam is één woord. Schrijf `rol JeugdVerpleegkundige …`.',
            'Een naam is één woord. Schrijf `stap HuisBezoek "Huis bezoek"`; wat tussen aanhalingstekens staat, mag elke tekst zijn.',
            'Een naam is één woord. Schrijf `stap EersteHuisBezoek "Eerste huis bezoek"`; wat tussen aanhalingstekens staat, mag elke tekst zijn.',
        ],
        en: [
            'A name is one word. Write `rol JeugdVerpleegkundige …`.',
            'A name is one word. Write `stap HuisBezoek "Huis bezoek"`; what stands in quotes may be any text.',
            'A name is one word. Write `stap EersteHuisBezoek "Eerste huis bezoek"`; what stands in quotes may be any text.',
        ],
    },
    {
        name: 'a text without its first quotation mark',
        text: `
            interventie Pad {
              samenvatting <|Een|> gezin krijgt hulp."
              aanpak {
                stap Huisbezoek <|Kennis|> maken met het gezin thuis en op school" {
                  duur 1 uur
                }
              }
            }`,
        nl: [
            'Voor `Een` ontbreekt een aanhalingsteken: `"Een gezin krijgt hulp."`.',
            'Voor `Kennis` ontbreekt een aanhalingsteken: `"Kennis maken met het gezin thuis …"`.',
        ],
        en: [
            'A quotation mark is missing before `Een`: `"Een gezin krijgt hulp."`.',
            'A quotation mark is missing before `Kennis`: `"Kennis maken met het gezin thuis …"`.',
        ],
    },
    {
        name: 'a block on one line without its first brace',
        text: `
            interventie X {
              eigenaar <|"Stichting"|> contact "x@example.org" }
              aanpak {
                stap A { door W }
              }
            }`,
        nl: ['Achter `eigenaar …` ontbreekt `{`: wat erachter staat tot de `}`, hoort erbij.'],
        en: ['Behind `eigenaar …` a `{` is missing: what stands behind it up to the `}` belongs to it.'],
    },
    {
        name: 'lines of a block of which the first line is missing',
        text: `
            interventie X {
              literatuur "Boek"

              // wie
                <|competentie|> "luisteren"
                caseload hoogstens 12 gezinnen
              }
              aanpak {
                stap A { door W }
              }
            }`,
        nl: [
            'Boven deze regel ontbreekt de regel waarmee het blok begint, zoals `rol … {`. De regels tot en met de `}` op regel 7 zijn zo niet te lezen.',
        ],
        en: [
            'Above this line the line with which the block begins is missing, such as `rol … {`. The lines up to and including the `}` on line 7 cannot be read like this.',
        ],
    },
    {
        name: 'a text without a quotation mark on a line with another text in a block',
        text: `
            interventie Pad {
              eigenaar <|Stichting|> Voorbeeld" { contact "pad@example.org" }
              doelgroep Gezinnen <|Gezinnen|> met kinderen" { leeftijd 0-12 jaar selectie "x" }
              aanpak {
                stap Onderzoek "Onderzoek <|thuis|> { klaar als "het verslag er is" }
              }
            }`,
        nl: [
            'Voor `Stichting` ontbreekt een aanhalingsteken: `"Stichting Voorbeeld"`.',
            'Voor `Gezinnen` ontbreekt een aanhalingsteken: `"Gezinnen met kinderen"`.',
            'Achter `thuis` ontbreekt een aanhalingsteken: `"Onderzoek thuis"`.',
        ],
        en: [
            'A quotation mark is missing before `Stichting`: `"Stichting Voorbeeld"`.',
            'A quotation mark is missing before `Gezinnen`: `"Gezinnen met kinderen"`.',
            'A quotation mark is missing behind `thuis`: `"Onderzoek thuis"`.',
        ],
    },
    {
        name: 'an amount with a sign for euros',
        text: `
            interventie X {
              kosten <|€|> 2.400
              kosten 1.200,50 <|€|>
            }`,
        nl: ['Een bedrag schrijft u als `2.400 euro`.', 'Een bedrag schrijft u als `1.200,50 euro`.'],
        en: ['Write an amount as `2.400 euro`.', 'Write an amount as `1.200,50 euro`.'],
    },
    {
        name: 'each of more lines in a row that are not understood',
        text: `
            <|noot|> een
            interventie X {
              <|zomaar|> iets
              <|gegevn|> y: ja/nee
              <|derde|> {
                niets hiervan
              }
              aanpak {
                stap A {
                  <|wie|> dan ook
                    volgens bron
                  <|hoe|> dan ook
                  door onbekend
                }
              }
            }`,
        nl: [
            '`noot` is geen woord waarmee buiten de blokken een regel begint; dat is bijvoorbeeld `gebruik`, `bron`, `rol`, `interventie` of `beoordeling`. Is het tekst, zet die dan tussen aanhalingstekens.',
            '`zomaar` is geen woord waarmee in `interventie` een regel begint; dat is bijvoorbeeld `samenvatting`, `doelgroep`, `doel`, `rol` of `aanpak`. Is het tekst, zet die dan tussen aanhalingstekens.',
            '`gegevn` – bedoelde u `gegeven`?',
            '`derde` is geen woord waarmee in `interventie` een regel begint; dat is bijvoorbeeld `samenvatting`, `doelgroep`, `doel`, `rol` of `aanpak`. Is het tekst, zet die dan tussen aanhalingstekens.',
            '`wie` is geen woord waarmee in `stap` een regel begint; dat is bijvoorbeeld `door`, `werkt aan`, `duur`, `levert` of `daarna`. Is het tekst, zet die dan tussen aanhalingstekens.',
            '`hoe` is geen woord waarmee in `stap` een regel begint; dat is bijvoorbeeld `door`, `werkt aan`, `duur`, `levert` of `daarna`. Is het tekst, zet die dan tussen aanhalingstekens.',
        ],
        en: [
            '`noot` is no word with which a line begins outside the blocks; such words are `gebruik`, `bron`, `rol`, `interventie` or `beoordeling`. If it is text, put that in quotes.',
            '`zomaar` is no word with which a line begins in `interventie`; such words are `samenvatting`, `doelgroep`, `doel`, `rol` or `aanpak`. If it is text, put that in quotes.',
            '`gegevn` – did you mean `gegeven`?',
            '`derde` is no word with which a line begins in `interventie`; such words are `samenvatting`, `doelgroep`, `doel`, `rol` or `aanpak`. If it is text, put that in quotes.',
            '`wie` is no word with which a line begins in `stap`; such words are `door`, `werkt aan`, `duur`, `levert` or `daarna`. If it is text, put that in quotes.',
            '`hoe` is no word with which a line begins in `stap`; such words are `door`, `werkt aan`, `duur`, `levert` or `daarna`. If it is text, put that in quotes.',
        ],
    },
    {
        name: 'statements in the form of another language, each told once',
        text: `
            rol Coach
            interventie X {
              gegeven a: ja <|of|> nee
              gegeven b <|aantal|>
              gegeven c <|=|> aantal
              erkenning <|door|> NJi
              aanpak {
                stap A {
                  door <|"Coach"|>
                  klaar <|wanneer|> "x"
                  werkt <|naar|> D
                  daarna <|naar|> B als a
                }
                stap B {
                  <|als|> a: A
                  anders: C
                }
              }
            }`,
        nl: [
            'Schrijf `ja/nee` in plaats van `ja of nee`.',
            'Achter `b` hoort `:`, maar er staat `aantal`. Bijvoorbeeld: `gegeven tolk-nodig: ja/nee "Het gezin heeft een tolk nodig"`.',
            'Schrijf `:` in plaats van `=`.',
            'Schrijf `erkenning { door "NJi" }` in plaats van `erkenning door NJi`.',
            'Een naam staat zonder aanhalingstekens: `Coach`.',
            'Schrijf `klaar als` in plaats van `klaar wanneer`.',
            'Schrijf `werkt aan` in plaats van `werkt naar`.',
            'Schrijf `daarna { als a: B }` in plaats van `daarna naar B als a`.',
            'In een stap staan takken in een blok: `daarna { als a: A  anders: C }`.',
        ],
        en: [
            'Write `ja/nee` instead of `ja of nee`.',
            'Behind `b` comes `:`, but there is `aantal`. For example: `gegeven tolk-nodig: ja/nee "Het gezin heeft een tolk nodig"`.',
            'Write `:` instead of `=`.',
            'Write `erkenning { door "NJi" }` instead of `erkenning door NJi`.',
            'A name stands without quotes: `Coach`.',
            'Write `klaar als` instead of `klaar wanneer`.',
            'Write `werkt aan` instead of `werkt naar`.',
            'Write `daarna { als a: B }` instead of `daarna naar B als a`.',
            'In a step branches stand in a block: `daarna { als a: A  anders: C }`.',
        ],
    },
];

describe('messages in the words of the reader, at the place of the mistake', () => {
    test.each(MESSAGES)('$name', async ({ text, nl, en }) => {
        const fixture = marked(unindent(text));
        const errors = await syntaxErrors(fixture.text);
        expect(errors.map((e) => e.nl)).toEqual(nl);
        expect(errors.map((e) => e.en)).toEqual(en);
        expect(errors.map((e) => `${String(e.line)}: ${e.at}`)).toEqual(
            fixture.marks.slice(0, nl.length).map((m) => `${String(m.line)}: ${m.piece}`),
        );
    });
});

/** Texts that cannot be read, with how the first fix writes them. */
const MENDED = [
    ['stap A { door R\n    stap B { door R }\n  }\n}\n', 'stap A { door R\n    }\n    stap B { door R }\n  }\n}\n'],
    ['stap A {\n      door R', 'stap A {\n      door R\n    }\n  }\n}'],
    ['stap A\n      door R\n    }\n  }\n}\n', 'stap A {\n      door R\n    }\n  }\n}\n'],
    ['stap A { door R }\n  }\n}\n}\n', 'stap A { door R }\n  }\n}\n'],
    ['stap A "Begin { door R }\n  }\n}\n', 'stap A "Begin" { door R }\n  }\n}\n'],
    ['stap A Begin met praten" { door R }\n  }\n}\n', 'stap A "Begin met praten" { door R }\n  }\n}\n'],
    ['stap Huis bezoek { door R }\n  }\n}\n', 'stap HuisBezoek "Huis bezoek" { door R }\n  }\n}\n'],
    [
        'stap A {\n      daarna {\n        als "x" A\n        anders: A\n      }\n    }\n  }\n}\n',
        'stap A {\n      daarna {\n        als "x": A\n        anders: A\n      }\n    }\n  }\n}\n',
    ],
    ['stap A { binnen 3 dagen }\n  }\n}\n', 'stap A { termijn 3 dagen }\n  }\n}\n'],
    ['duur 3 weken\n  }\n/* Tot\n  hier\n}\n', 'duur 3 weken\n  }\n/* Tot\n  hier */\n}\n'],
    ['duur 3 weken /* ruim\n  }\n}\n', 'duur 3 weken /* ruim */\n  }\n}\n'],
    ['duur\u200B 3 weken\n  }\n}\n', 'duur 3 weken\n  }\n}\n'],
    ['duur 12.50 weken\n  }\n}\n', 'duur 12,50 weken\n  }\n}\n'],
    ['duur 1½ uur\n  }\n}\n', 'duur 1,5 uur\n  }\n}\n'],
    ['duur ½ uur\n  }\n}\n', 'duur 0,5 uur\n  }\n}\n'],
    ['stap A door R\n  }\n}\n', 'stap A { door R }\n  }\n}\n'],
    ['duur twee weken\n  }\n}\n', 'duur 2 weken\n  }\n}\n'],
    ['frequentie 1 keer per twee weken\n  }\n}\n', 'frequentie 1 keer per 2 weken\n  }\n}\n'],
    ['}\n  kosten € 2.400\n}\n', '}\n  kosten 2.400 euro\n}\n'],
    ['}\n  kosten 1.200,50 €\n}\n', '}\n  kosten 1.200,50 euro\n}\n'],
    ['}\n  rol A "a" plaatselijk\n}\n', '}\n  rol A "a" vervuld door plaatselijk\n}\n'],
    ['}\n  gegeven a: ja of nee\n}\n', '}\n  gegeven a: ja/nee\n}\n'],
    ['}\n  gegeven a aantal\n}\n', '}\n  gegeven a: aantal\n}\n'],
    ['}\n  gegeven a = aantal\n}\n', '}\n  gegeven a : aantal\n}\n'],
    ['}\n  erkenning door NJi\n}\n', '}\n  erkenning { door "NJi" }\n}\n'],
    ['stap R { door "R" }\n  }\n}\n', 'stap R { door R }\n  }\n}\n'],
    ['stap A { werkt naar D }\n  }\n}\n', 'stap A { werkt aan D }\n  }\n}\n'],
    ['stap A { daarna: B als y }\n  }\n}\n', 'stap A { daarna { als y: B } }\n  }\n}\n'],
    [
        'stap A {\n      als y: B\n      anders: C\n    }\n  }\n}\n',
        'stap A {\n      daarna { als y: B  anders: C }\n    }\n  }\n}\n',
    ],
    ['}\n  groepsgrootte onbekend\n}\n', '}\n  kenmerk "groepsgrootte" onbekend\n}\n'],
] as const;

describe('what a message says to write', () => {
    test.each(MENDED)('is a fix: %s', async (wrong, right) => {
        const text = `interventie X {\n  aanpak {\n    ${wrong}`;
        const [finding] = await checkFor('meta/syntaxis', text);
        const mended = finding && applyFix(text, finding);
        expect(mended, finding?.message.nl).toBe(`interventie X {\n  aanpak {\n    ${right}`);
        expect(await syntaxErrors(mended ?? text)).toEqual([]);
    });

    test('is no fix where the name in quotes stands for nothing', async () => {
        const [finding] = await checkFor(
            'meta/syntaxis',
            'interventie X {\n  aanpak {\n    stap A { door "R" }\n  }\n}\n',
        );
        expect(finding?.message.nl).toBe('Een naam staat zonder aanhalingstekens: `R`.');
        expect(finding?.fixes).toEqual([]);
    });

    test('is no fix where there is something to choose', async () => {
        const [finding] = await checkFor('meta/syntaxis', 'interventie X {\n  duur 3 weken 4\n}\n');
        expect(finding?.message.nl).toContain('hoort hier niet');
        expect(finding?.fixes).toEqual([]);
    });
});
