/** What is said of a name or file that leads nowhere. */
export const messages = {
    none: {
        nl: 'Er is geen {kindNl} `{name}`. Verbeter de naam, of beschrijf {kindNl} `{name}`.',
        en: 'There is no {kindEn} `{name}`. Mend the name, or describe `{name}`.',
    },
    'value-of-fact': {
        nl: '`{name}` is een waarde van `{fact}`, en geen gegeven. Noem het gegeven bij elke waarde: `{fact} is {name}`.',
        en: '`{name}` is a value of `{fact}`, and no fact. Name the fact at each value: `{fact} is {name}`.',
    },
    'no-moment': {
        nl: 'Er is geen {kindNl} `{name}`. Verbeter de naam; is het een moment dat geen {kindNl} is, zet het dan in een tekst: `na "{name}"`.',
        en: 'There is no {kindEn} `{name}`. Mend the name; if it is a moment that is no {kindEn}, put it in a text: `na "{name}"`.',
    },
    everybody: {
        nl: '`{name}` is geen rol: wie dat zijn, staat er niet. Noem de rollen, met een komma ertussen, of schrijf `{text}`.',
        en: '`{name}` is no role: who they are is not said. Name the roles, with a comma between them, or write `{text}`.',
    },
    'none-in-text': {
        nl: 'Er is geen onderdeel `{name}` waar deze tekst naar kan verwijzen. Verbeter de naam; horen de haken bij de tekst, schrijf dan `\\[[`.',
        en: 'There is no element `{name}` that this text can refer to. Mend the name; where the brackets belong to the text, write `\\[[`.',
    },
    brackets: {
        nl: 'Met `[[` verwijst een tekst naar een onderdeel: schrijf er de naam en `]]` achter, zoals `[[Kennismaking]]`. Horen de haken bij de tekst, schrijf dan `\\[[`.',
        en: 'With `[[` a text refers to an element: write its name and `]]` behind it, such as `[[Kennismaking]]`. Where the brackets belong to the text, write `\\[[`.',
    },
    confirmation: {
        nl: 'Een overdracht wordt bevestigd, tenzij u zegt dat de bevestiging uitblijft. Dat schrijft u zo: `bij {place}: termijn verstrijkt`.',
        en: 'A handover is confirmed, unless you say that its confirmation stays out. Write that like this: `bij {place}: termijn verstrijkt`.',
    },
    near: {
        nl: 'Er is geen {kindNl} `{name}`. Bedoelde u {nearNl}?',
        en: 'There is no {kindEn} `{name}`. Did you mean {nearEn}?',
    },
    opposite: {
        nl: 'Er is geen gegeven `{name}`, wel `{other}`. Het tegendeel daarvan is `niet {other}`.',
        en: 'There is no fact `{name}`, but there is `{other}`. The opposite of that is `niet {other}`.',
    },
    title: {
        nl: '`{name}` is de titel van {kindNl} {nearNl}. Schrijf de naam: {nearNl}.',
        en: '`{name}` is the title of {kindEn} {nearEn}. Write the name: {nearEn}.',
    },
    'other-kind': {
        nl: '`{name}` is {otherNl}, maar hier hoort {wantedNl}. Noem er een van die soort.',
        en: '`{name}` is {otherEn}, but here belongs {wantedEn}. Name one of that kind.',
    },
    organisation: {
        nl: '`{name}` is een organisatie, en hier hoort een rol: wie van die organisatie het doet. Noem hier zo’n rol, en beschrijf haar met een regel als `rol {role} van {name}`.',
        en: '`{name}` is an organisation, and here belongs a role: who of that organisation does it. Name such a role here, and describe it with a line such as `rol {role} van {name}`.',
    },
    'wrong-kind': {
        nl: '`{name}` is {isNl}, geen {word}. Schrijf `{keyword} {right} {name}`.',
        en: '`{name}` is {isEn}, no `{word}`. Write `{keyword} {right} {name}`.',
    },
    'no-kind': {
        nl: '`{word}` is geen soort onderdeel; `{name}` is {isNl}. Schrijf `{keyword} {right} {name}`.',
        en: '`{word}` is no kind of element; `{name}` is {isEn}. Write `{keyword} {right} {name}`.',
    },
    unchecked: {
        nl: 'Zolang {behindNl} niet is gevonden, is niet te zeggen of deze namen kloppen: {names}. Verbeter eerst die verwijzing.',
        en: 'As long as {behindEn} is not found, it cannot be said whether these names are right: {names}. Mend that reference first.',
    },
    'left-open': {
        nl: '`{name}` staat er niet; misschien is het wat `{left}` open laat. Geef dat dan deze naam.',
        en: '`{name}` is not there; maybe it is what `{left}` leaves open. Then give that this name.',
    },
    'other-process': {
        nl: '`{name}` hoort bij `{other}`, waar deze interventie een vervolg op is, en vanuit deze aanpak kan een gezin daar niet heen. Noem een onderdeel van deze aanpak.',
        en: '`{name}` belongs to `{other}`, which this intervention continues, and from this approach a family cannot go there. Name a part of this approach.',
    },
    'after-end': {
        nl: '`{name}` is een einde: daarna gebeurt er niets meer. Noem hier een stap, fase of overdracht.',
        en: '`{name}` is an end: nothing happens behind it. Name a step, phase or handover here.',
    },
    'not-inherited': {
        nl: '`{name}` staat in deze uitwerking zelf, en vervallen kan alleen wat zij erft. Haal `vervalt` weg, of haal {otherNl} `{name}` weg.',
        en: '`{name}` stands in this working-out itself, and only what it inherits can be dropped. Take `vervalt` away, or take {otherEn} `{name}` away.',
    },
    'no-base': {
        nl: 'Deze interventie werkt niets uit, dus kan er niets vervallen. Haal `vervalt` weg, of schrijf `uitwerking van` achter haar naam.',
        en: 'This intervention works nothing out, so nothing can be dropped. Take `vervalt` away, or write `uitwerking van` behind its name.',
    },
    'other-file': {
        nl: '`{name}` ({kindNl}) staat in een bestand dat dit bestand niet gebruikt. Zet bovenaan: gebruik "{path}".',
        en: '`{name}` ({kindNl}) is in a file that this file does not use. Put at the top: gebruik "{path}".',
    },
    'no-value': {
        nl: 'Het gegeven `{fact}` kent geen waarde `{name}`. Kies uit {valuesNl}.',
        en: 'The fact `{fact}` has no value `{name}`. Choose from {valuesEn}.',
    },
    'near-value': {
        nl: 'Het gegeven `{fact}` kent geen waarde `{name}`. Bedoelde u {nearNl}?',
        en: 'The fact `{fact}` has no value `{name}`. Did you mean {nearEn}?',
    },
    'open-values': {
        nl: 'Welke waarden het gegeven `{fact}` heeft, is opengelaten; of `{name}` erbij hoort, valt niet te zeggen. Noem ze bij het gegeven: `een van …`.',
        en: 'Which values the fact `{fact}` has is left open; whether `{name}` is one of them cannot be decided. Name them at the fact: `een van …`.',
    },
    'not-of-values': {
        nl: 'Het gegeven `{fact}` heeft geen waarden om uit te kiezen, dus ook niet `{name}`. {hintNl}',
        en: 'The fact `{fact}` has no values to choose from, so not `{name}` either. {hintEn}',
    },
    'no-file': {
        nl: 'Het bestand "{path}" is er niet of is niet te lezen. Verbeter het pad; het telt vanaf de map van dit bestand.',
        en: 'The file "{path}" does not exist or cannot be read. Mend the path; it counts from the folder of this file.',
    },
    'near-file': {
        nl: 'Het bestand "{path}" is er niet of is niet te lezen. Bedoelde u {nearNl}?',
        en: 'The file "{path}" does not exist or cannot be read. Did you mean {nearEn}?',
    },
    'near-library': {
        nl: 'Draaiboek heeft geen ingebouwde bibliotheek "{path}". Bedoelde u {nearNl}?',
        en: 'Draaiboek has no built-in library "{path}". Did you mean {nearEn}?',
    },
    'no-library': {
        nl: 'Draaiboek heeft geen ingebouwde bibliotheek "{path}". Kies {nearNl}.',
        en: 'Draaiboek has no built-in library "{path}". Choose {nearEn}.',
    },
    'empty-path': {
        nl: 'Hier hoort de naam van een bestand: gebruik "netwerk.draaiboek".',
        en: 'The name of a file belongs here: gebruik "netwerk.draaiboek".',
    },
    'own-file': {
        nl: 'Dit bestand gebruikt zichzelf. Haal deze regel weg: de eigen namen zijn al zichtbaar.',
        en: 'This file uses itself. Take this line away: its own names are visible already.',
    },
} as const;
