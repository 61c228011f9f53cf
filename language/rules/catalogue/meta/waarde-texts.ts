/** What is said of a value that does not fit. */
export const messages = {
    'not-time': {
        nl: '`{kind}` is een tijd, en `{text}` is dat niet. Schrijf bijvoorbeeld `{kind} 6 weken`, of kies een ander woord dan `{kind}`.',
        en: '`{kind}` is a time, and `{text}` is not. Write for example `{kind} 6 weken`, or choose another word than `{kind}`.',
    },
    'term-per': {
        nl: '`binnen {text}` zegt hoe vaak, en een termijn is er één keer. Bedoelt u hóe het gebeurt, zet dan `toelichting "per {how}"` op een eigen regel.',
        en: '`binnen {text}` says how often, and a term is there once. If you mean how it is done, put `toelichting "per {how}"` on a line of its own.',
    },
    'no-unit': {
        nl: '`{kind} {text}` zegt niet {text} wát. Zet er een eenheid achter, zoals `weken`.',
        en: '`{kind} {text}` does not say {text} what. Put a unit behind it, such as `weken`.',
    },
    'near-unit': {
        nl: 'De eenheid `{unit}` bestaat niet. Bedoelde u `{near}`?',
        en: 'There is no unit `{unit}`. Did you mean `{near}`?',
    },
    'not-contacts': {
        nl: '`{kind}` telt contacten, en `{text}` is een tijd of deel. Schrijf bijvoorbeeld `{kind} hoogstens 5`. Voor uren per gezin is er `intensiteit`, voor hoe lang het loopt `duur`.',
        en: '`{kind}` counts contacts, and `{text}` is a time or a part. Write for example `{kind} hoogstens 5`. For hours per family there is `intensiteit`, for how long it goes on `duur`.',
    },
    'not-age': {
        nl: 'Een leeftijd telt in jaren, maanden of weken, en `{text}` is dat niet. Schrijf bijvoorbeeld `leeftijd 0-12 jaar`.',
        en: 'An age is counted in years, months or weeks, and `{text}` is not. Write for example `leeftijd 0-12 jaar`.',
    },
    'too-old': {
        nl: '`{text}`: zo oud wordt niemand. Verbeter het getal of de eenheid.',
        en: '`{text}`: nobody gets that old. Mend the number or the unit.',
    },
    misfit: {
        nl: '`{kind}` zegt {whatNl}, en `{text}` is dat niet. Schrijf bijvoorbeeld `{example}`.',
        en: '`{kind}` says {whatEn}, and `{text}` is not. Write for example `{example}`.',
    },
    'not-frequency': {
        nl: '`{text}` zegt hoe lang, niet hoe vaak. Schrijf bijvoorbeeld `frequentie 2 keer per maand`, of gebruik `duur`.',
        en: '`{text}` says how long, not how often. Write for example `frequentie 2 keer per maand`, or use `duur`.',
    },
    'how-often': {
        nl: '`{text}` zegt hoe vaak, niet hoe lang. Schrijf bijvoorbeeld `{kind} 6 weken`, of gebruik `frequentie`.',
        en: '`{text}` says how often, not how long. Write for example `{kind} 6 weken`, or use `frequentie`.',
    },
    thousands: {
        nl: '`{text}`: een komma staat voor decimalen. Is dit {few} of {many}? Schrijf `{few}` of `{many}`.',
        en: '`{text}`: a comma is the sign of decimals. Is this {few} or {many}? Write `{few}` or `{many}`.',
    },
    'no-sum': {
        nl: '`{text}` telt op wat niet bij elkaar op te tellen is. Schrijf twee waarden, met een komma ertussen.',
        en: '`{text}` adds up what cannot be added up. Write two values, with a comma between them.',
    },
    'not-whole': {
        nl: '`{text}`: wat u telt, is er heel of niet. Schrijf een heel getal.',
        en: '`{text}`: what you count is there whole or not. Write a whole number.',
    },
    'after-itself': {
        nl: '`{name}` kan niet beginnen na `{name}` zelf. Noem waar het na begint; is dit de tijd tussen twee keer, zet dan `frequentie elke {text}` achter `herhaal`.',
        en: '`{name}` cannot begin after `{name}` itself. Name what it begins after; if this is the time between two times, write `frequentie elke {text}` behind `herhaal`.',
    },
    'no-meeting': {
        nl: 'Er is geen gesprek 0. Schrijf na het hoeveelste gesprek de gever afsluit, zoals `sluit af na gesprek 1`.',
        en: 'There is no meeting 0. Write after which meeting the sender closes, such as `sluit af na gesprek 1`.',
    },
    'reversed-dates': {
        nl: '`{text}` eindigt voordat het begint. Zet de vroegste datum vooraan.',
        en: '`{text}` ends before it begins. Put the earliest date first.',
    },
    reversed: {
        nl: '`{text}` loopt van veel naar weinig. Zet het kleinste getal vooraan.',
        en: '`{text}` goes from more to less. Put the smallest number first.',
    },
    'more-than-all': {
        nl: '`{text}`: het deel is groter dan het geheel. Verbeter een van beide getallen.',
        en: '`{text}`: the part is larger than the whole. Mend one of the two numbers.',
    },
    'over-hundred': {
        nl: '`{text}` is meer dan alles. Een deel van een geheel is hoogstens 100 %.',
        en: '`{text}` is more than all. A part of a whole is at most 100 %.',
    },
    'no-day': {
        nl: '`{text}` is geen dag van de kalender. Schrijf jaar-maand-dag, zoals 2026-03-01.',
        en: '`{text}` is no day of the calendar. Write year-month-day, such as 2026-03-01.',
    },
    'unknown-word': {
        nl: '`{word}` is geen {whatNl}. Kies uit {wordsNl}.',
        en: '`{word}` is not {whatEn}. Choose from {wordsEn}.',
    },
    'near-word': {
        nl: '`{word}` is geen {whatNl}. Bedoelde u `{near}`?',
        en: '`{word}` is not {whatEn}. Did you mean `{near}`?',
    },
    'near-level': {
        nl: '"{word}" is geen niveau van erkenning. Bedoelde u "{near}"?',
        en: '"{word}" is no level of recognition. Did you mean "{near}"?',
    },
    'unknown-level': {
        nl: '"{word}" is geen niveau van erkenning dat het NJi kent. Schrijf "goed beschreven", "goed onderbouwd" of "effectief volgens eerste, goede of sterke aanwijzingen".',
        en: '"{word}" is no level of recognition that the NJi has. Write "goed beschreven", "goed onderbouwd" or "effectief volgens eerste, goede or sterke aanwijzingen".',
    },
} as const;
