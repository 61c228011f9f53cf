import { describe, expect, it } from 'vitest';
import type { Difference } from '../../../language/analysis/difference.js';
import { differencesFrom } from '../../../language/analysis/fidelity.js';
import type { Protocol } from '../../../language/model/protocol.js';
import { model } from '../support/language.js';

const BASE = `interventie Basis {
    organisatie JGZ
    gegeven klaar: ja/nee
    gegeven soort-zorg: een van licht, zwaar
    rol Werker van JGZ
    rol Baas voert regie { caseload hoogstens 20 gezinnen  competentie onbekend }
    document Plan
    document Kaart
    doel Rust "Rust in huis" na Contact { subdoel slapen "Slapen" }
    doel Contact
    aanpak {
        duur 6 maanden
        contactbudget 5 contactmomenten
        principe "Samen"
        stap A { door Werker met Baas  levert Plan, Kaart  contacten minstens 2  werkt aan slapen }
        stap B {
            door Werker  termijn 4 weken na A anders: C  pas als klaar  herhaal hoogstens 3 keer tot klaar
            activiteit "Bellen" { door Baas }
            daarna { als klaar: C  anders: D }
        }
        fase F { stap C  stap D { volgt meldcode } }
        einde Goed { geslaagd }
    }
    overdracht H van Werker naar Baas { vanuit A  vorm warm  informatie Plan  bevestiging door Baas binnen 3 dagen }
}
`;

async function differences(...lines: string[]): Promise<readonly Difference[]> {
    const { interventions } = await model(`${BASE}interventie Breda uitwerking van Basis {\n${lines.join('\n')}\n}\n`);
    const [base, protocol] = interventions;
    if (!base || !protocol) {
        throw new Error('There are not two interventies.');
    }
    return differencesFrom(base, protocol);
}

async function told(...lines: string[]): Promise<string[]> {
    return (await differences(...lines)).map(inOneLine);
}

function toldOf([base, protocol]: readonly Protocol[]): string[] {
    if (!base || !protocol) {
        throw new Error('There are not two interventies.');
    }
    return differencesFrom(base, protocol).map(inOneLine);
}

function inOneLine({ kind, elementKind, element, what, was, is, degree, saidBy }: Difference): string {
    return [
        `${kind} ${elementKind} ${element}`,
        ...(what === undefined ? [] : [`: ${what}`]),
        ...(was === undefined ? [] : [` was ${was}`]),
        ...(is === undefined ? [] : [` is ${is}`]),
        ...(degree === undefined ? [] : [` (${degree})`]),
        ...(saidBy ? [` by ${saidBy.elementKind} ${saidBy.element.name}`] : []),
    ].join('');
}

describe('a local working-out', () => {
    it('is the same where it says nothing, or the same again', async () => {
        expect(await differences('')).toEqual([]);
        const again = BASE.slice(BASE.indexOf('{') + 1, BASE.lastIndexOf('}'));
        expect(await differences(again)).toEqual([]);
    });

    it.each([
        [
            'stap A { door Werker met Baas  levert Plan  contacten minstens 2  werkt aan slapen }',
            ['dropped stap A: levert was Kaart (contrary)'],
        ],
        [
            'stap A { door Baas met Baas  levert Plan, Kaart  contacten minstens 2  werkt aan slapen }',
            ['changed stap A: door was Werker is Baas (contrary)'],
        ],
        [
            'stap A { door Werker met Baas  levert Plan, Kaart  contacten 3  werkt aan slapen }',
            ['changed stap A: contacten was minstens 2 is 3 (within)'],
        ],
        [
            'stap A { door Werker met Baas  levert Plan, Kaart  contacten 1  werkt aan slapen }',
            ['changed stap A: contacten was minstens 2 is 1 (contrary)'],
        ],
        [
            'stap A { door Werker met Baas  levert Plan, Kaart  contacten enkele  werkt aan slapen }',
            ['changed stap A: contacten was minstens 2 is enkele (wording)'],
        ],
        [
            'stap A { door Werker met Baas  levert onbekend  contacten minstens 2  werkt aan slapen }',
            ['changed stap A: levert was Plan, Kaart (open)'],
        ],
        [
            'stap A { door Werker met Baas  levert Plan, Kaart  contacten minstens 2  werkt aan slapen  duur 1 dag }',
            ['added stap A: duur is 1 dag'],
        ],
        ['stap D { volgt plaatselijk }', ['changed stap D: volgt was meldcode (open)']],
        ['stap D', ['dropped stap D: volgt was meldcode (contrary)']],
        ['stap N { }', ['added stap N']],
        ['einde Goed', ['dropped einde Goed: geslaagd (contrary)']],
    ])('differs by %s', async (line, result) => {
        expect(await told(`aanpak { duur 6 maanden  principe "Samen"  ${line} }`)).toEqual(result);
    });

    it.each([
        [
            'termijn 3 weken na A anders: C  pas als klaar  herhaal hoogstens 3 keer tot klaar',
            ['changed stap B: termijn was 4 weken is 3 weken (within)'],
        ],
        [
            'termijn 5 weken na A anders: D  pas als klaar  herhaal hoogstens 3 keer tot klaar',
            [
                'changed stap B: termijn was 4 weken is 5 weken (contrary)',
                'changed stap B: termijn was C is D (contrary)',
            ],
        ],
        [
            'termijn 4 weken anders: C  pas als klaar  herhaal hoogstens 3 keer tot klaar',
            ['changed stap B: termijn was vanaf A is vanaf het begin ervan (contrary)'],
        ],
        ['pas als klaar  herhaal hoogstens 3 keer tot klaar', ['dropped stap B: termijn was 4 weken (contrary)']],
        [
            'termijn 4 weken na A anders: C  pas als niet klaar  herhaal hoogstens 4 keer tot klaar',
            [
                'changed stap B: pas-als (contrary)',
                'changed stap B: herhaal was hoogstens 3 keer is hoogstens 4 keer (contrary)',
            ],
        ],
        [
            'termijn 4 weken na A anders: C  herhaal hoogstens 3 keer',
            ['dropped stap B: pas-als (contrary)', 'changed stap B: herhaal was tot klaar is zonder tot (contrary)'],
        ],
        [
            'termijn 4 weken na A anders: C  pas als "het klaar is"',
            ['changed stap B: pas-als (wording)', 'dropped stap B: herhaal (contrary)'],
        ],
    ])('differs in its bounds and conditions: %s', async (bounds, result) => {
        const rest = 'door Werker  activiteit "Bellen" { door Baas }  daarna { als klaar: C  anders: D }';
        expect(await told(`aanpak { duur 6 maanden  principe "Samen"  stap B { ${bounds}  ${rest} } }`)).toEqual(
            result,
        );
    });

    it.each([
        ['daarna { als klaar: C  anders: D }', []],
        ['daarna { als niet klaar: C  anders: D }', ['changed stap B: daarna was C (contrary)']],
        [
            'daarna { als klaar: C  anders: Goed }',
            ['changed stap B: daarna was D is C, Goed (contrary)', 'added stap B: daarna is Goed'],
        ],
        ['daarna { als klaar: C  anders: onbekend }', ['changed stap B: daarna was D is C (open)']],
        ['daarna { als klaar: N  anders: D } } stap N { daarna: C', ['added stap B: daarna is N', 'added stap N']],
    ])('differs in its ways: %s', async (next, result) => {
        const rest =
            'door Werker  termijn 4 weken na A anders: C  pas als klaar  herhaal hoogstens 3 keer tot klaar  activiteit "Bellen" { door Baas }';
        expect(await told(`aanpak { duur 6 maanden  principe "Samen"  stap B { ${rest}  ${next} } }`)).toEqual(result);
    });

    it.each([
        ['rol Werker', ['dropped rol Werker: van was JGZ (contrary)']],
        [
            'rol Baas { caseload hoogstens 25 gezinnen  competentie "hbo" }',
            [
                'changed rol Baas: caseload was hoogstens 20 gezinnen is hoogstens 25 gezinnen (contrary)',
                'added rol Baas: competentie is hbo (filled)',
                'dropped rol Baas: voert-regie (contrary)',
            ],
        ],
        ['gegeven soort-zorg: een van licht, zwaar, acuut', ['added gegeven soort-zorg: een-van is acuut']],
        ['gegeven soort-zorg: een van licht', ['dropped gegeven soort-zorg: een-van was zwaar (contrary)']],
        [
            'doel Rust "Stilte in huis"',
            [
                'dropped doel Rust: na was Contact (contrary)',
                'changed doel Rust: titel was Rust in huis is Stilte in huis (wording)',
            ],
        ],
        [
            'aanpak { duur 8 maanden  contactbudget 4 contactmomenten }',
            [
                'changed aanpak aanpak: duur was 6 maanden is 8 maanden (contrary)',
                'dropped aanpak aanpak: principe was Samen (contrary)',
                'changed aanpak aanpak: contactbudget was 5 contactmomenten is 4 contactmomenten (within)',
            ],
        ],
        [
            'overdracht H van Werker naar Baas { vanuit A  vorm digitaal  informatie Plan  bevestiging door Baas binnen 3 dagen }',
            ['changed overdracht H: vorm was warm is digitaal (contrary)'],
        ],
        [
            'overdracht H van Werker naar Baas { vorm warm  informatie Plan  bevestiging door Baas binnen 1 week }',
            [
                'changed overdracht H: bevestiging was 3 dagen is 1 week (contrary)',
                'dropped overdracht H: vanuit was A (contrary)',
            ],
        ],
    ])('differs by %s', async (line, result) => {
        expect((await told(line)).sort()).toEqual([...result].sort());
    });

    /** For each part of the model that tells how something is done: what it is, what it becomes, and what is told. */
    it.each([
        // how firm something is
        [
            'stap S { door W }',
            'stap S { door veelal W }',
            ['changed stap S: door was zonder voorbehoud is veelal (contrary)'],
        ],
        [
            'stap S { door veelal W }',
            'stap S { door W }',
            ['changed stap S: door was veelal is zonder voorbehoud (within)'],
        ],
        [
            'stap S { door veelal W }',
            'stap S { door bij voorkeur W }',
            ['changed stap S: door was veelal is bij voorkeur (wording)'],
        ],
        [
            'stap S { door W met zo nodig T }',
            'stap S { door W met T }',
            ['changed stap S: met was zo nodig is zonder voorbehoud (within)'],
        ],
        [
            'stap S { levert P }',
            'stap S { levert in beginsel P }',
            ['changed stap S: levert was zonder voorbehoud is in beginsel (contrary)'],
        ],
        [
            'stap S { duur 1 dag }',
            'stap S { duur gestreefd naar 1 dag }',
            ['changed stap S: duur was zonder voorbehoud is gestreefd naar (contrary)'],
        ],
        [
            'stap S { termijn 1 dag }',
            'stap S { termijn veelal 1 dag }',
            ['changed stap S: termijn was zonder voorbehoud is veelal (contrary)'],
        ],
        // a term is a most, also where the text does not say so
        ['stap S { termijn 2 weken }', 'stap S { termijn hoogstens 2 weken }', []],
        ['stap S { termijn hoogstens 2 weken }', 'stap S { termijn 14 dagen }', []],
        [
            'stap S { termijn hoogstens 2 weken }',
            'stap S { termijn 3 weken }',
            ['changed stap S: termijn was hoogstens 2 weken is 3 weken (contrary)'],
        ],
        [
            'stap S { termijn 2 weken }',
            'stap S { termijn minder dan 2 weken }',
            ['changed stap S: termijn was 2 weken is minder dan 2 weken (within)'],
        ],
        [
            'stap S { duur 2 weken }',
            'stap S { duur hoogstens 2 weken }',
            ['changed stap S: duur was 2 weken is hoogstens 2 weken (contrary)'],
        ],
        // order is no difference, nor how statements are grouped
        ['stap S { levert P, Q  door W, T }', 'stap S { levert Q  levert P  door T  door W }', []],
        // activities
        [
            'stap S { activiteit "a" { contacten 2 } }',
            'stap S { activiteit "a" { contacten 1 } }',
            ['changed stap S: contacten was 2 is 1 (contrary)'],
        ],
        [
            'stap S { activiteit "a" { duur 1 dag } }',
            'stap S { activiteit "a" }',
            ['dropped stap S: duur was 1 dag (contrary)'],
        ],
        [
            'stap S { activiteit "a"  activiteit "b" }',
            'stap S { activiteit "a" }',
            ['dropped stap S: activiteit was b (contrary)'],
        ],
        // conditions, terms and repetition that come
        ['stap S', 'stap S { pas als x }', ['added stap S: pas-als']],
        ['stap S { pas als x }', 'stap S { pas als x  pas als y }', ['added stap S: pas-als']],
        ['stap S { pas als onbekend }', 'stap S { pas als x }', ['added stap S: pas-als (filled)']],
        ['stap S', 'stap S { termijn 2 weken }', ['added stap S: termijn is 2 weken']],
        ['stap S', 'stap S { herhaal hoogstens 2 keer }', ['added stap S: herhaal']],
        [
            'stap S { inzet 2 mensen als x }',
            'stap S { inzet 2 mensen als y }',
            ['changed stap S: inzet was 2 mensen als x is 2 mensen als y (contrary)'],
        ],
        ['stap S { begint bij "a" }', 'stap S { begint bij "b" }', ['changed stap S: begint-bij was a is b (wording)']],
        // ways
        [
            'stap S { bepaalt x  daarna { als x: S hoogstens 2 keer  anders: E } }',
            'stap S { bepaalt x  daarna { als x: S hoogstens 5 keer  anders: E } }',
            ['changed stap S: daarna was S hoogstens 2 keer is S hoogstens 5 keer (contrary)'],
        ],
        [
            'stap S { bepaalt x  daarna { als x: S hoogstens 2 keer  anders: E } }',
            'stap S { bepaalt x  daarna { als x: S hoogstens 1 keer  anders: E } }',
            ['changed stap S: daarna was S hoogstens 2 keer is S hoogstens 1 keer (within)'],
        ],
        [
            'stap S { bepaalt x  daarna { als x: S hoogstens 2 keer  anders: E } }',
            'stap S { bepaalt x  daarna { als x: S  anders: E } }',
            ['changed stap S: daarna was S hoogstens 2 keer is S (contrary)'],
        ],
        // escalation
        [
            'escalatie O door W naar J { vanuit A  als x  binnen 2 dagen }',
            'escalatie O door W naar J { vanuit A  binnen 2 dagen }',
            ['dropped escalatie O: als (contrary)'],
        ],
        [
            'escalatie O door W naar J { vanuit A  als x }',
            'escalatie O door W naar J { vanuit A  als y }',
            ['changed escalatie O: als was als x is als y (contrary)'],
        ],
        [
            'escalatie O door W naar J { vanuit A  binnen 2 dagen }',
            'escalatie O door W naar J { vanuit A  binnen 5 dagen }',
            ['changed escalatie O: binnen was 2 dagen is 5 dagen (contrary)'],
        ],
        [
            'escalatie O door W naar J { vanuit A }',
            'escalatie O door W { vanuit A }',
            ['dropped escalatie O: naar was J (contrary)'],
        ],
        // what the aanpak says of itself
        ['toegang als x', 'toegang als niet x', ['changed aanpak aanpak: toegang was als x is als niet x (contrary)']],
        ['toegang als x', 'toegang via J', ['changed aanpak aanpak: toegang was als x is via J (contrary)']],
        ['toegang via J', 'toegang via J  toegang als x', ['added aanpak aanpak: toegang']],
        [
            'contactbudget 5 contactmomenten van J',
            'contactbudget 5 contactmomenten van K',
            ['changed aanpak aanpak: contactbudget was 5 contactmomenten van J is 5 contactmomenten van K (contrary)'],
        ],
        [
            'contactbudget 5 contactmomenten',
            'contactbudget hoogstens 50 contactmomenten',
            ['changed aanpak aanpak: contactbudget was 5 contactmomenten is hoogstens 50 contactmomenten (contrary)'],
        ],
        ['altijd als x: A', 'altijd als x: E', ['changed aanpak aanpak: altijd-als was A is E (contrary)']],
        ['altijd als x: A', 'altijd als x: A  altijd als y: E', ['added aanpak aanpak: altijd-als is E']],
        [
            'altijd als x: A',
            'altijd als x: A, hervat daarna',
            ['changed aanpak aanpak: altijd-als was A, zonder hervat daarna is A, hervat daarna (contrary)'],
        ],
        // phase, group and end
        [
            'fase F van 1 tot 3 weken { stap S }',
            'fase F van 1 tot 9 weken { stap S }',
            ['changed fase F: van was van 1 tot 3 weken is van 1 tot 9 weken (contrary)'],
        ],
        [
            'gelijktijdig G { stap S  stap T2 }',
            'een van G { stap S  stap T2 }',
            ['changed een-van G: soort was gelijktijdig is een-van (contrary)'],
        ],
        ['einde Z { nazorg "bellen" }', 'einde Z', ['dropped einde Z: nazorg was bellen (contrary)']],
    ])('of the aanpak: %s, and then %s', async (before, after, result) => {
        const around = (line: string, more: string) =>
            `{\n${more}aanpak { stap A { bepaalt x, y }  ${line}  einde E }\n}\n`;
        const all =
            'organisatie J\norganisatie K\nrol W\nrol T\ndocument P\ndocument Q\ngegeven x: ja/nee\ngegeven y: ja/nee\n';
        const { interventions } = await model(
            `interventie Basis ${around(before, all)}interventie Breda uitwerking van Basis ${around(after, '')}`,
        );
        expect(toldOf(interventions)).toEqual(result);
    });

    it.each([
        ['rol R is ouder', 'rol R', ['dropped rol R: is (contrary)']],
        ['rol R', 'rol R iemand anders dan W', ['added rol R: iemand-anders-dan is W']],
        ['rol R iemand anders dan W', 'rol R', ['dropped rol R: iemand-anders-dan was W (contrary)']],
        ['rol R vervuld door W', 'rol R vervuld door T', ['changed rol R: vervuld-door was W is T (contrary)']],
        [
            'rol R { opleiding "hbo" }',
            'rol R { opleiding veelal "hbo" }',
            ['changed rol R: opleiding was zonder voorbehoud is veelal (contrary)'],
        ],
        [
            'doelgroep G { leeftijd 0 tot 12 jaar }',
            'doelgroep G { leeftijd 0 tot 18 jaar }',
            ['changed doelgroep G: leeftijd was 0 tot 12 jaar is 0 tot 18 jaar (contrary)'],
        ],
        ['doelgroep G { selectie "a" }', 'doelgroep G', ['dropped doelgroep G: selectie was a (contrary)']],
        [
            'doelgroep G',
            'doelgroep G { contra-indicatie "a" }',
            ['added doelgroep G: contra-indicatie is a (contrary)'],
        ],
        ['indicator I { norm minstens 80 %  meting 3 % }', 'indicator I { norm minstens 80 %  meting 9 % }', []],
        [
            'indicator I { norm minstens 80 % }',
            'indicator I { norm minstens 50 % }',
            ['changed indicator I: norm was minstens 80 % is minstens 50 % (contrary)'],
        ],
        ['gegeven g: ja/nee', 'gegeven g: aantal', ['dropped gegeven g: ja-nee (contrary)', 'added gegeven g: aantal']],
        [
            'document D over alle leefgebieden',
            'document D over alle leefgebieden behalve werk',
            ['added document D: behalve is werk (contrary)'],
        ],
        [
            'document D { bewaartermijn 5 jaar }',
            'document D { bewaartermijn 15 jaar }',
            ['changed document D: bewaartermijn was 5 jaar is 15 jaar (contrary)'],
        ],
        [
            'onderbouwing { factor F beïnvloed door L }',
            'onderbouwing { factor F }',
            ['dropped factor F: beïnvloed-door was L (contrary)'],
        ],
        [
            'overdracht O van W naar T { actie "a" door W binnen 2 dagen }',
            'overdracht O van W naar T { actie "a" door T binnen 2 dagen }',
            ['changed overdracht O: actie (contrary)'],
        ],
        [
            'overdracht O van W naar T { wat als "a" "b" }',
            'overdracht O van W naar T { wat als "a" "c" }',
            ['changed overdracht O: wat-als (wording)'],
        ],
        [
            'overdracht O van W naar T { gesprekken 2 met W, T }',
            'overdracht O van W naar T { gesprekken 1 met W }',
            ['changed overdracht O: gesprekken was 2 is 1 (contrary)', 'dropped overdracht O: met was T (contrary)'],
        ],
        [
            'overdracht O van W naar T { bevestiging door T }',
            'overdracht O van W naar T { bevestiging veelal door T }',
            ['changed overdracht O: bevestiging was zonder voorbehoud is veelal (contrary)'],
        ],
        [
            'overdracht O van W naar T { regie naar T }',
            'overdracht O van W naar T { regie naar W }',
            ['changed overdracht O: regie-naar was T is W (contrary)'],
        ],
        [
            'overdracht O van W naar T { sluit af na gesprek 2 }',
            'overdracht O van W naar T { sluit af na gesprek 1 }',
            ['changed overdracht O: sluit-af-na was 2 is 1 (contrary)'],
        ],
        [
            'overdracht O van W naar T { sluit af na gesprek 1 }',
            'overdracht O van W naar T { sluit af na gesprek 2 }',
            ['changed overdracht O: sluit-af-na was 1 is 2 (within)'],
        ],
        [
            'overdracht O van W naar T { sluit af na gesprek 1 }',
            'overdracht O van W naar T { sluit af na "het laatste gesprek" }',
            ['changed overdracht O: sluit-af-na was 1 is het laatste gesprek (wording)'],
        ],
        [
            'overdracht O van W naar T { geheimhouding toestemming van W }',
            'overdracht O van W naar T',
            ['dropped overdracht O: geheimhouding was W (contrary)'],
        ],
        [
            'overdracht O van W naar T { informatie Plan2 }',
            'overdracht O van W naar T { informatie veelal Plan2 }',
            ['changed overdracht O: informatie was zonder voorbehoud is veelal (contrary)'],
        ],
        [
            'overdracht O van W naar T { pas als "a" }',
            'overdracht O van W naar T',
            ['dropped overdracht O: pas-als (contrary)'],
        ],
        [
            'overdracht O van W naar T { termijn 2 weken }',
            'overdracht O van W naar T { termijn 3 weken }',
            ['changed overdracht O: termijn was 2 weken is 3 weken (contrary)'],
        ],
        [
            'overdracht O van W naar T',
            'overdracht O van T naar W',
            ['changed overdracht O: van was W is T (contrary)', 'changed overdracht O: naar was T is W (contrary)'],
        ],
    ])('of the other elements: %s, and then %s', async (before, after, result) => {
        const all = 'rol W\nrol T\ndocument Plan2\ndoel L "l"';
        const { interventions } = await model(
            `interventie Basis {\n${all}\n${before}\n}\ninterventie Breda uitwerking van Basis {\n${after}\n}\n`,
        );
        expect(toldOf(interventions)).toEqual(result);
    });

    it.each([
        ['stap A { duur hoogstens 1 week }', 'stap A { duur hoogstens 7 dagen }', []],
        ['stap A { termijn 1 jaar }', 'stap A { termijn 12 maanden }', []],
        ['stap A { frequentie 1 keer per week }', 'stap A { frequentie 1 keer per 7 dagen }', []],
        [
            'stap A { duur hoogstens 1 maand }',
            'stap A { duur hoogstens 30 dagen }',
            ['changed stap A: duur was hoogstens 1 maand is hoogstens 30 dagen (wording)'],
        ],
        [
            'stap A { duur hoogstens 1 maand }',
            'stap A { duur hoogstens 4 weken }',
            ['changed stap A: duur was hoogstens 1 maand is hoogstens 4 weken (within)'],
        ],
        [
            'stap A { daarna { als klaar: Z  anders: E } }',
            'stap A { daarna { als klaar: Z hoogstens 2 keer  anders: E } }',
            ['changed stap A: daarna was Z is Z hoogstens 2 keer (within)'],
        ],
        [
            'stap A { termijn 1 week anders: Z hoogstens 2 keer }',
            'stap A { termijn 1 week anders: Z }',
            ['changed stap A: termijn was Z hoogstens 2 keer is Z (contrary)'],
        ],
        [
            'stap A { termijn 1 week na aanmelding }',
            'stap A { termijn 1 week }',
            ['changed stap A: termijn was vanaf aanmelding is vanaf het begin ervan (contrary)'],
        ],
        [
            'stap A { herhaal hoogstens 3 keer tot klaar }',
            'stap A { herhaal hoogstens 3 keer }',
            ['changed stap A: herhaal was tot klaar is zonder tot (contrary)'],
        ],
        [
            'stap A { activiteit "x" }',
            'stap A { activiteit zo nodig "x" }',
            ['changed stap A: activiteit was zonder voorbehoud is zo nodig (contrary)'],
        ],
        [
            'altijd als "nood": Z',
            'altijd als "nood": Z, hervat daarna',
            ['changed aanpak aanpak: altijd-als was Z, zonder hervat daarna is Z, hervat daarna (contrary)'],
        ],
        [
            'altijd als "nood": Z',
            'altijd als "nood": Z hoogstens 2 keer',
            ['changed aanpak aanpak: altijd-als was Z is Z hoogstens 2 keer (within)'],
        ],
        [
            'toegang als klaar',
            'toegang als niet klaar',
            ['changed aanpak aanpak: toegang was als klaar is als niet klaar (contrary)'],
        ],
    ])(
        'tells what differs, in words, and nothing of what is the same: %s, and then %s',
        async (before, after, result) => {
            const { interventions } = await model(
                `interventie Basis {\ngegeven klaar: ja/nee\naanpak {\n${before}\nstap Z\neinde E\n}\n}\ninterventie Breda uitwerking van Basis {\naanpak {\n${after}\n}\n}\n`,
            );
            expect(toldOf(interventions)).toEqual(result);
        },
    );

    it('says what it drops, and so what goes along', async () => {
        expect(
            await told(
                'vervalt document Kaart omdat "staat in het plan"',
                'aanpak { duur 6 maanden  principe "Samen"  stap A { door Werker met Baas  levert Plan  contacten minstens 2  werkt aan slapen } }',
            ),
        ).toEqual([
            'dropped document Kaart (contrary) by document Kaart',
            'dropped stap A: levert was Kaart (contrary) by document Kaart',
        ]);
        expect(await told('vervalt fase F')).toEqual([
            'dropped stap C (contrary) by fase F',
            'dropped stap D (contrary) by fase F',
            'dropped fase F (contrary) by fase F',
            'changed stap B: daarna was F (contrary) by fase F',
            'changed stap B: daarna was F (contrary) by fase F',
            'changed stap B: termijn was F (contrary) by fase F',
        ]);
    });

    it('says in what it departs, of an element or of what it stands in', async () => {
        const anew = 'aanpak { duur 6 maanden  principe "Samen"  stap D }';
        expect(await told('afwijking stap D omdat "het wijkteam meldt"', anew)).toEqual([
            'dropped stap D: volgt was meldcode (contrary) by stap D',
        ]);
        expect(await told('afwijking fase F omdat "het wijkteam meldt"', anew)).toEqual([
            'dropped stap D: volgt was meldcode (contrary) by fase F',
        ]);
        expect(await told('afwijking document Plan omdat "anders"', anew)).toEqual([
            'dropped stap D: volgt was meldcode (contrary)',
        ]);
    });
});
