import { describe, expect, it } from 'vitest';
import type { Difference } from '../../../language/analysis/difference.js';
import { differencesFrom } from '../../../language/analysis/fidelity.js';
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
    return (await differences(...lines)).map(({ kind, elementKind, element, what, was, is, degree, saidBy }) =>
        [
            `${kind} ${elementKind} ${element}`,
            ...(what === undefined ? [] : [`: ${what}`]),
            ...(was === undefined ? [] : [` was ${was}`]),
            ...(is === undefined ? [] : [` is ${is}`]),
            ...(degree === undefined ? [] : [` (${degree})`]),
            ...(saidBy ? [` by ${saidBy.elementKind} ${saidBy.element.name}`] : []),
        ].join(''),
    );
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
            ['changed stap B: termijn was end A (contrary)'],
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
            ['dropped stap B: pas-als (contrary)', 'changed stap B: herhaal (contrary)'],
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
                'added rol Baas: competentie is hbo',
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
