import { describe, expect, test } from 'vitest';
import { ambiguities } from './support/ambiguities.js';
import { reading, services, type BlockName } from './support/language.js';
import { unindent } from './support/places.js';

/** A decision that its next token does not take, and why the way that the parser takes is the one that was meant. */
interface Allowed {
    readonly key: string;
    /** how many decisions of the rule look the same; 1 when left out */
    readonly times?: number;
    readonly because: string;
    /** texts in which the decision is taken, each with how it must read */
    readonly reads: readonly { readonly block: BlockName; readonly text: string; readonly as: string }[];
}

const UNITS_BECAUSE =
    'first on its line the word begins a statement and is no unit; on the same line as a figure it is its unit';

const BOUNDS = 'bijna circa hoogstens meer minder minstens ongeveer precies ruim';
const BOUNDS_BECAUSE =
    'behind the word of a bound stands a number, or what is unknown or local; the word behind it decides';

const ALLOWED: readonly Allowed[] = [
    {
        key: 'Unknown Option: omdat~inline',
        because: '`omdat` with a text behind it is the reason; a word `omdat` in a list stands behind a comma',
        reads: [
            {
                block: 'interventie',
                text: 'werkwijze onbekend omdat "de bron zwijgt"\nwerkwijze onbekend, omdat',
                as: `
                    Property kind=werkwijze
                      values: Unknown reason="de bron zwijgt"
                    Property kind=werkwijze
                      values: Unknown
                      values: WordValue word=omdat`,
            },
        ],
    },
    {
        key: 'Deadline Option: voor~inline',
        because:
            '`voor` with a text behind it is of the term, `voor ouders` on the same line is a statement of its own',
        reads: [
            {
                block: 'stap',
                text: 'termijn 1 week voor "de start" voor ouders "Uitleg."',
                as: `
                    Deadline
                      value: Quantity low=1 unit=week
                      beforeValue: TextValue text="de start"
                    Property kind="voor ouders"
                      values: TextValue text=Uitleg.`,
            },
        ],
    },
    {
        key: 'Unknown Option: ,',
        because: '`, verwacht in` and a period are of the unknown value; any other comma is of the list around it',
        reads: [
            {
                block: 'interventie',
                text: 'vraag "x" onbekend, verwacht in 2027\nvraag "x" onbekend, "later"\nwerkwijze onbekend, verwacht',
                as: `
                    Property kind=vraag subject=x
                      values: Unknown expected=2027
                    Property kind=vraag subject=x
                      values: Unknown
                      values: TextValue text=later
                    Property kind=werkwijze
                      values: Unknown
                      values: WordValue word=verwacht`,
            },
        ],
    },
    {
        key: 'Amount Option: activiteit~inline casus~inline contacten~inline document~inline gesprekken~inline interventie~inline jaar~inline organisatie~inline tot',
        because: `of the figure or of the range (\`2 tot 3 keer\`), which goes on with a number; a condition never begins with one: ${UNITS_BECAUSE}`,
        reads: [
            {
                block: 'stap',
                text: 'herhaal 3 tot klaar\nherhaal 2 tot 3 keer tot klaar\nherhaal 2 tot en met 3 keer tot klaar\nherhaal 3\ncontacten 2',
                as: `
                    Repeat
                      bound: Quantity low=3
                      until: Comparison fact=@klaar
                    Repeat
                      bound: Quantity low=2 high=3 unit=keer
                      until: Comparison fact=@klaar
                    Repeat
                      bound: Quantity low=2 inclusive=true high=3 unit=keer
                      until: Comparison fact=@klaar
                    Repeat
                      bound: Quantity low=3
                    Property kind=contacten
                      values: Quantity low=2`,
            },
        ],
    },
    {
        key: `Value Alternation: ${BOUNDS}`,
        because: BOUNDS_BECAUSE,
        reads: [
            {
                block: 'stap',
                text: 'contacten hoogstens onbekend\ncontacten hoogstens plaatselijk\ncontacten hoogstens 3',
                as: `
                    Property kind=contacten
                      values: Unknown bound=hoogstens
                    Property kind=contacten
                      values: Local bound=hoogstens
                    Property kind=contacten
                      values: Quantity bound=hoogstens low=3`,
            },
        ],
    },
    {
        key: `Repeat Alternation: ${BOUNDS}`,
        times: 2,
        because: BOUNDS_BECAUSE,
        reads: [
            {
                block: 'stap',
                text: 'herhaal hoogstens onbekend keer tot klaar\nherhaal tot klaar, hoogstens onbekend keer\nherhaal hoogstens 3 keer\nherhaal tot klaar, hoogstens 3 keer',
                as: `
                    Repeat
                      unknown: Unknown bound=hoogstens
                      until: Comparison fact=@klaar
                    Repeat
                      until: Comparison fact=@klaar
                      unknown: Unknown bound=hoogstens
                    Repeat
                      bound: Quantity bound=hoogstens low=3 unit=keer
                    Repeat
                      until: Comparison fact=@klaar
                      bound: Quantity bound=hoogstens low=3 unit=keer`,
            },
        ],
    },
    {
        key: 'Deviation Alternation: aanpak~inline interventie~inline',
        because:
            '`aanpak` and `interventie` are the whole; before a name it would be a kind of element, which there is none of',
        reads: [
            {
                block: 'interventie',
                text: 'afwijking aanpak omdat "anders"\nafwijking aanpak\nafwijking stap aanpak omdat "x"\nafwijking interventie\nafwijking interventie omdat "y"',
                as: `
                    Deviation approach=true reason=anders
                    Deviation approach=true
                    Deviation elementKind=stap element=@aanpak reason=x
                    Deviation head=true
                    Deviation head=true reason=y`,
            },
        ],
    },
    {
        key: 'Amount Option: en tot',
        because:
            'behind `en` and `tot` the second half of an amount is a number; a criterion of `toets` and a condition never begin with one',
        reads: [
            {
                block: 'stap',
                text: 'herhaal 3 keer tot klaar\nduur 2 jaar en 6 maanden\nduur 6 weken tot 3 maanden',
                as: `
                    Repeat
                      bound: Quantity low=3 unit=keer
                      until: Comparison fact=@klaar
                    Property kind=duur
                      values: Quantity low=2 unit=jaar rest=6 restUnit=maanden
                    Property kind=duur
                      values: Quantity low=6 unit=weken high=3 highUnit=maanden`,
            },
            {
                block: 'kaderindicator',
                text: 'toets elke stap heeft duur is hoogstens 2 weken en niet frequentie onbekend',
                as: `
                    Query quantifier=elke elementKind=stap
                      has: QueryCriterion property=duur
                        quantity: Quantity bound=hoogstens low=2 unit=weken
                      has: QueryCriterion negated=true property=frequentie unknown=true`,
            },
        ],
    },
    {
        key: 'Atom Option: bijna circa hoogstens meer minder minstens ongeveer precies ruim',
        because:
            'behind a bare fact a bound is of the fact (`herhaal tot contacten hoogstens 3`); `hoogstens 3 keer` is of the loop, which the model says (model/loops.ts)',
        reads: [
            {
                block: 'stap',
                text: 'herhaal tot x hoogstens 3\nherhaal tot x minstens 3 hoogstens 2 keer\nherhaal tot x is ja hoogstens 2 keer\nherhaal tot x, hoogstens 2 keer',
                as: `
                    Repeat
                      until: Comparison fact=@x bound=hoogstens number=3
                    Repeat
                      until: Comparison fact=@x bound=minstens number=3
                      bound: Quantity bound=hoogstens low=2 unit=keer
                    Repeat
                      until: Comparison fact=@x yes=true
                      bound: Quantity bound=hoogstens low=2 unit=keer
                    Repeat
                      until: Comparison fact=@x
                      bound: Quantity bound=hoogstens low=2 unit=keer`,
            },
        ],
    },
    {
        key: 'UntilEnd Option: UNIT',
        because: `of the end of a range: ${UNITS_BECAUSE}`,
        reads: [
            {
                block: 'stap',
                text: 'duur tot 6\ncontacten tot 6 gesprekken\nduur tussen 2\nen 4\ncontacten 2',
                as: `
                    Property kind=duur
                      values: Quantity high=6
                    Property kind=contacten
                      values: Quantity high=6 unit=gesprekken
                    Property kind=duur
                      values: Quantity from=tussen low=2 high=4
                    Property kind=contacten
                      values: Quantity low=2`,
            },
        ],
    },
    {
        key: 'Range Option: tot',
        because:
            'in a range that begins with `vanaf` or `van`, `tot` is its end; the bound of a repetition is no such range, but in ' +
            '`herhaal plaatselijk standaard vanaf 2 tot x` it could be one, and there the range wins',
        reads: [
            {
                block: 'interventie',
                text: 'leeftijd vanaf 2 tot 6 jaar\nleeftijd van zwangerschap tot geboorte',
                as: `
                    Property kind=leeftijd
                      values: Quantity from=vanaf low=2 high=6 unit=jaar
                    Property kind=leeftijd
                      values: Quantity from=van lowEvent=zwangerschap highEvent=geboorte`,
            },
            {
                block: 'stap',
                text: 'herhaal plaatselijk standaard 3 keer tot klaar',
                as: `
                    Repeat
                      local: Local
                        standard: Quantity low=3 unit=keer
                      until: Comparison fact=@klaar`,
            },
        ],
    },
    {
        key: 'Amount Option: UNIT',
        times: 3,
        because: `of the end of a range, and of the whole that a figure is a part of, with \`de\` or without: ${UNITS_BECAUSE}`,
        reads: [
            {
                block: 'stap',
                text: 'duur 3\ncontacten 2\nduur 3 contacten',
                as: `
                    Property kind=duur
                      values: Quantity low=3
                    Property kind=contacten
                      values: Quantity low=2
                    Property kind=duur
                      values: Quantity low=3 unit=contacten`,
            },
            {
                block: 'overdracht',
                text: 'termijn 3\ngesprekken 1 van 2\ngesprekken 1 van 2 gesprekken',
                as: `
                    Deadline
                      value: Quantity low=3
                    Meetings
                      value: Quantity low=1 total=2
                    Meetings
                      value: Quantity low=1 total=2 population=gesprekken`,
            },
        ],
    },
    {
        key: 'Range Option: UNIT',
        times: 2,
        because: `of either end of a range: ${UNITS_BECAUSE}`,
        reads: [
            {
                block: 'stap',
                text: 'duur vanaf 2 contacten tot 6 gesprekken\nduur vanaf 2\ncontacten vanaf 2 tot 6\ncontacten 1',
                as: `
                    Property kind=duur
                      values: Quantity from=vanaf low=2 lowUnit=contacten high=6 unit=gesprekken
                    Property kind=duur
                      values: Quantity from=vanaf low=2
                    Property kind=contacten
                      values: Quantity from=vanaf low=2 high=6
                    Property kind=contacten
                      values: Quantity low=1`,
            },
        ],
    },
    {
        key: 'NumeralWord Option: UNIT',
        times: 2,
        because: `of a word for an amount: ${UNITS_BECAUSE}`,
        reads: [
            {
                block: 'stap',
                text: 'duur enkele\ncontacten enkele contacten\nduur geen\ncontacten geen contacten',
                as: `
                    Property kind=duur
                      values: Quantity numeral=enkele
                    Property kind=contacten
                      values: Quantity numeral=enkele unit=contacten
                    Property kind=duur
                      values: Quantity numeral=geen
                    Property kind=contacten
                      values: Quantity numeral=geen unit=contacten`,
            },
        ],
    },
    {
        key: 'Atom Option: UNIT',
        times: 3,
        because: `of the number that a fact is compared with: ${UNITS_BECAUSE}`,
        reads: [
            {
                block: 'stap',
                text: 'pas als a minstens 3\ncontacten 2\npas als a is 3\ncontacten 2\npas als a is 3 contacten\npas als a minstens onbekend\ncontacten 2\npas als a minstens onbekend contacten',
                as: `
                    Guard kind=pas
                      condition: Comparison fact=@a bound=minstens number=3
                    Property kind=contacten
                      values: Quantity low=2
                    Guard kind=pas
                      condition: Comparison fact=@a number=3
                    Property kind=contacten
                      values: Quantity low=2
                    Guard kind=pas
                      condition: Comparison fact=@a number=3 unit=contacten
                    Guard kind=pas
                      condition: Comparison fact=@a bound=minstens
                        amount: Unknown
                    Property kind=contacten
                      values: Quantity low=2
                    Guard kind=pas
                      condition: Comparison fact=@a bound=minstens unit=contacten
                        amount: Unknown`,
            },
        ],
    },
    ...(['onbekend', 'plaatselijk'] as const).map((word): Allowed => {
        const type = word === 'onbekend' ? 'Unknown' : 'Local';
        return {
            key: `Bounded${type} Option: UNIT`,
            because: `of a bound that is open: ${UNITS_BECAUSE}`,
            reads: [
                {
                    block: 'stap',
                    text: `duur hoogstens ${word}\ncontacten 1\nduur hoogstens ${word} contacten`,
                    as: `
                    Property kind=duur
                      values: ${type} bound=hoogstens
                    Property kind=contacten
                      values: Quantity low=1
                    Property kind=duur
                      values: ${type} bound=hoogstens unit=contacten`,
                },
            ],
        };
    }),
    {
        key: 'Amount Option: van van~inline',
        because: 'a whole is a number or a text, an organisation is a name',
        reads: [
            {
                block: 'aanpak',
                text: 'contactbudget 5 contacten van JGZ\ncontactbudget 5 van 7 contacten\ncontactbudget 5 van "de gezinnen" van JGZ',
                as: `
                    ContactBudget organisation=@JGZ
                      value: Quantity low=5 unit=contacten
                    ContactBudget
                      value: Quantity low=5 total=7 population=contacten
                    ContactBudget organisation=@JGZ
                      value: Quantity low=5 populationText="de gezinnen"`,
            },
        ],
    },
    {
        key: 'Amount Option: binnen~inline',
        because:
            'only `80 % binnen 3 dagen` on one line is one quantity; a line that begins with `binnen` is a statement',
        reads: [
            {
                block: 'escalatie',
                text: 'duur 3 dagen binnen 2 weken\nduur 3 dagen\nbinnen 2 weken',
                as: `
                    Property kind=duur
                      values: Quantity low=3 unit=dagen
                        within: Quantity low=2 unit=weken
                    Property kind=duur
                      values: Quantity low=3 unit=dagen
                    Property kind=binnen
                      values: Quantity low=2 unit=weken`,
            },
        ],
    },
    {
        key: 'Confirmation Option: bij',
        because:
            '`bij voorkeur` is of the confirmation, `bij uitblijven` is a statement: the word behind `bij` decides',
        reads: [
            {
                block: 'overdracht',
                text: 'bevestiging bij voorkeur door A\nbevestiging\nbij uitblijven: B\nbevestiging bij voorkeur\nbij uitblijven: B',
                as: `
                    Confirmation modality="bij voorkeur" role=@A
                    Confirmation
                    WhenAbsent
                      target: Target node=@B
                    Confirmation modality="bij voorkeur"
                    WhenAbsent
                      target: Target node=@B`,
            },
        ],
    },
    {
        key: 'Starts Alternation: bij gestreefd in mogelijk veelal zo',
        because: 'behind `begint`, and behind how firm it is, stands `bij` with words or a length of time with `na`',
        reads: [
            {
                block: 'stap',
                text: 'begint 4 weken na A\nbegint bij voorkeur 4 weken na A\nbegint bij voorkeur bij "melding"',
                as: `
                    StartsAfter after=@A
                      value: Quantity low=4 unit=weken
                    StartsAfter modality="bij voorkeur" after=@A
                      value: Quantity low=4 unit=weken
                    StartsAt modality="bij voorkeur"
                      events: StartEvent text=melding`,
            },
        ],
    },
    {
        key: 'Starts Alternation: aanmelding~inline begin~inline',
        because: '`aanmelding` and `begin van` win over steps of that name; `^` names the step',
        reads: [
            {
                block: 'stap',
                text: 'begint 1 dag na aanmelding\nbegint 1 dag na ^aanmelding\nbegint 1 dag na begin van A\nbegint onbekend na "de zomer"',
                as: `
                    StartsAfter registration=true
                      value: Quantity low=1 unit=dag
                    StartsAfter after=@aanmelding
                      value: Quantity low=1 unit=dag
                    StartsAfter begin=@A
                      value: Quantity low=1 unit=dag
                    StartsAfter
                      value: Unknown
                      afterValue: TextValue text="de zomer"`,
            },
        ],
    },
    {
        key: 'Starts Alternation: bij',
        because: 'behind `begint`, `bij voorkeur` says how firm it is; the word behind `bij` decides',
        reads: [
            {
                block: 'stap',
                text: 'begint bij "melding"\nbegint bij voorkeur bij "melding"\nbegint bij bij voorkeur "melding"',
                as: `
                    StartsAt
                      events: StartEvent text=melding
                    StartsAt modality="bij voorkeur"
                      events: StartEvent text=melding
                    StartsAt modality="bij voorkeur"
                      events: StartEvent text=melding`,
            },
        ],
    },
    {
        key: 'Phase Alternation: van van~inline',
        because: 'behind `van` stands a number or an event, or `onbekend` or `plaatselijk`, which are no names',
        reads: [
            {
                block: 'aanpak',
                text: 'fase A van geboorte tot 2 jaar\nfase B van onbekend\nfase C van plaatselijk "p"\nfase D van 2\nfase E van 0-2 jaar',
                as: `
                    Phase name=A
                      extent: Quantity from=van lowEvent=geboorte high=2 unit=jaar
                    Phase name=B
                      extentValue: Unknown
                    Phase name=C
                      extentValue: Local reason=p
                    Phase name=D
                      extent: Quantity from=van low=2
                    Phase name=E
                      extent: Quantity from=van low=0 dash=true high=2 unit=jaar`,
            },
        ],
    },
    {
        key: 'Offers Option: geen',
        times: 2,
        because: '`geen` is of the keyword, since the value of `biedt` is a text; what is not offered stands in quotes',
        reads: [
            {
                block: 'interventie',
                text: 'biedt geen "behandeling"\nbiedt "begeleiding"\nbiedt veelal geen "vervoer"',
                as: `
                    Property kind=biedt negation=geen
                      values: TextValue text=behandeling
                    Property kind=biedt
                      values: TextValue text=begeleiding
                    Property kind=biedt modality=veelal negation=geen
                      values: TextValue text=vervoer`,
            },
        ],
    },
    {
        key: 'EffectOutcome Alternation: niet',
        because: 'the word behind `niet` decides',
        reads: [
            {
                block: 'interventie',
                text: 'effect "x" niet aangetoond\neffect "y" niet beantwoord',
                as: `
                    Effect subject=x outcome="niet aangetoond"
                    Effect subject=y outcome="niet beantwoord"`,
            },
        ],
    },
    {
        key: 'Escalation Option: naar~inline',
        because: 'only on the line of the escalation itself `naar` says to whom; `naar keuze` begins a line',
        reads: [
            {
                block: 'aanpak',
                text: 'escalatie E naar Gemeente\nescalatie F\nnaar keuze {\nstap S\n}',
                as: `
                    Escalation name=E to=@Gemeente
                    Escalation name=F
                    Group kind="naar keuze"
                      Step name=S`,
            },
        ],
    },
    {
        key: 'Deployment Option: als~inline',
        because:
            'only on the line of the deployment itself `als` limits it; in an escalation a line may begin with `als`',
        reads: [
            {
                block: 'escalatie',
                text: 'inzet 2 medewerkers als "het onveilig is"\ninzet 2 medewerkers\nals "het vastloopt"',
                as: `
                    Deployment
                      value: Quantity low=2 unit=medewerkers
                      condition: Informal text="het onveilig is"
                    Deployment
                      value: Quantity low=2 unit=medewerkers
                    EscalationWhen
                      condition: Informal text="het vastloopt"`,
            },
        ],
    },
    {
        key: 'Follows Alternation: meldcode~inline',
        because: '`volgt meldcode` is the legal reporting code; a guideline of that name needs `^` or stands in a list',
        reads: [
            {
                block: 'stap',
                text: 'volgt meldcode\nvolgt ^meldcode\nvolgt SamenBeslissen, meldcode',
                as: `
                    Follows meldcode=true
                    Follows guidelines=@meldcode
                    Follows guidelines=@SamenBeslissen,@meldcode`,
            },
        ],
    },
    {
        key: 'Deadline Alternation: aanmelding~inline begin~inline',
        because: '`aanmelding` and `begin van` win over steps of that name; `^` names the step',
        reads: [
            {
                block: 'stap',
                text: 'termijn 1 dag na aanmelding\ntermijn 1 dag na ^aanmelding\ntermijn 1 dag na begin van A\ntermijn 1 dag na begin',
                as: `
                    Deadline registration=true
                      value: Quantity low=1 unit=dag
                    Deadline after=@aanmelding
                      value: Quantity low=1 unit=dag
                    Deadline begin=@A
                      value: Quantity low=1 unit=dag
                    Deadline after=@begin
                      value: Quantity low=1 unit=dag`,
            },
        ],
    },
    {
        key: 'QueryCriterionRule Option: opmerking~inline tegenspraak~inline toelichting~inline toets~inline voor~inline',
        because: 'a word on the same line as the criterion is its value; first on its line it begins a statement',
        reads: [
            {
                block: 'kaderindicator',
                text: 'toets elke stap waar werkwijze toelichting\ntoets geen rol heeft caseload\ntoelichting "x"',
                as: `
                    Query quantifier=elke elementKind=stap
                      where: QueryCriterion property=werkwijze word=toelichting
                    Query quantifier=geen elementKind=rol
                      has: QueryCriterion property=caseload
                    Property kind=toelichting
                      values: TextValue text=x`,
            },
        ],
    },
    {
        key: 'Finding Repetition: ,',
        because: '`toedeling` is no name, so it ends the list of indicators',
        reads: [
            {
                block: 'beoordeling',
                text: 'bevinding over 3.3, 3.4 samen, toedeling onbekend voldoet\nbevinding over 3.3, 3.4, toedeling "half" voldoet',
                as: `
                    Finding indicators=@3.3,@3.4 joint=true verdict=@voldoet
                      allocation: Unknown
                    Finding indicators=@3.3,@3.4 verdict=@voldoet
                      allocation: TextValue text=half`,
            },
        ],
    },
    {
        key: 'FollowUp Option: voor voor~inline',
        because: 'a date behind `voor` is when it is due, `voor ouders` is a statement',
        reads: [
            {
                block: 'bevinding',
                text: 'opvolging "x" voor 2026-09-01\nopvolging "y"\nvoor ouders "z"',
                as: `
                    FollowUp text=x due=2026-09-01
                    FollowUp text=y
                    Property kind="voor ouders"
                      values: TextValue text=z`,
            },
        ],
    },
    {
        key: 'CaseEvent Alternation: duurt~inline kiest~inline termijn~inline',
        because: 'the word behind decides: a fact is followed by `is`',
        reads: [
            {
                block: 'scenario',
                text: 'bij A: duurt 1 week, termijn verstrijkt, kiest B\nbij A: duurt is ja, termijn is 3, kiest is nee',
                as: `
                    During node=@A
                      events: Duration
                        quantity: Quantity low=1 unit=week
                      events: Expiry
                      events: Choice node=@B
                    During node=@A
                      events: Assignment fact=@duurt yes=true
                      events: Assignment fact=@termijn number=3
                      events: Assignment fact=@kiest no=true`,
            },
        ],
    },
];

describe('decisions of the grammar that the next token does not take', () => {
    test('are those that are allowed, no more and no fewer', () => {
        const found = ambiguities(services())
            .map((a) => a.key)
            .sort();
        const allowed = ALLOWED.flatMap((a) => Array<string>(a.times ?? 1).fill(a.key)).sort();
        expect(found).toEqual(allowed);
    });

    describe.each(ALLOWED)('$key: $because', ({ reads }) => {
        test.each(reads)('$text', ({ block, text, as }) => {
            expect(reading(block, text)).toBe(unindent(as));
        });
    });
});

describe('a statement never takes the line below for its own tail', () => {
    const cases: readonly { block: BlockName; text: string; as: string }[] = [
        {
            block: 'stap',
            text: 'activiteit "Overleg"\ndoor Gezinswerker',
            as: `
                Activity title=Overleg
                PerformedBy performers=@Gezinswerker`,
        },
        {
            block: 'stap',
            text: 'activiteit "Overleg"\nduur 30 minuten\nwerkt aan D',
            as: `
                Activity title=Overleg
                Property kind=duur
                  values: Quantity low=30 unit=minuten
                WorksOn goals=@D`,
        },
        {
            block: 'stap',
            text: 'duur 3\ncontacten 2',
            as: `
                Property kind=duur
                  values: Quantity low=3
                Property kind=contacten
                  values: Quantity low=2`,
        },
        {
            block: 'indicator',
            text: 'norm 80 %\nmeting 5\noordeel "goed"',
            as: `
                Property kind=norm
                  values: Quantity low=80 percent=true
                Property kind=meting
                  values: Quantity low=5
                Property kind=oordeel
                  values: TextValue text=goed`,
        },
        {
            block: 'escalatie',
            text: 'contacten 80 %\nbinnen 5 werkdagen',
            as: `
                Property kind=contacten
                  values: Quantity low=80 percent=true
                Property kind=binnen
                  values: Quantity low=5 unit=werkdagen`,
        },
        {
            block: 'escalatie',
            text: 'inzet 2 medewerkers\nals "het vastloopt"',
            as: `
                Deployment
                  value: Quantity low=2 unit=medewerkers
                EscalationWhen
                  condition: Informal text="het vastloopt"`,
        },
        {
            block: 'interventie',
            text: 'vraag "Zijn er minder verwijzingen?"\n6 stappen',
            as: `
                Property kind=vraag subject="Zijn er minder verwijzingen?"
                StepCount
                  count: Quantity low=6 unit=stappen`,
        },
        {
            block: 'interventie',
            text: 'kenmerk "Stappen" onbekend\n6 stappen, niet benoemd\nduur 6\n7 stappen',
            as: `
                Property kind=kenmerk subject=Stappen
                  values: Unknown
                StepCount unnamed=true
                  count: Quantity low=6 unit=stappen
                Property kind=duur
                  values: Quantity low=6
                StepCount
                  count: Quantity low=7 unit=stappen`,
        },
        {
            block: 'interventie',
            text: 'vraag "Hoeveel?"\ncirca 6 stappen\ndoel D\nonbekend aantal stappen\nvraag "Waarom?"\nmeer dan 5 t/m 6 stappen\nduur\ncirca 6 weken\nkosten\nonbekend',
            as: `
                Property kind=vraag subject=Hoeveel?
                StepCount
                  count: Quantity bound=circa low=6 unit=stappen
                Goal name=D
                StepCount
                  count: Unknown
                Property kind=vraag subject=Waarom?
                StepCount
                  count: Quantity bound="meer dan" low=5 inclusive=true high=6 unit=stappen
                Property kind=duur
                  values: Quantity bound=circa low=6 unit=weken
                Property kind=kosten
                  values: Unknown`,
        },
        {
            block: 'onderzoek',
            text: 'vraag "Werkt het?"\nuitkomst "Ja."',
            as: `
                Property kind=vraag subject="Werkt het?"
                Property kind=uitkomst
                  values: TextValue text=Ja.`,
        },
        {
            block: 'aanpak',
            text: 'escalatie Stagnatie\nnaar keuze {\nstap Een\nstap Twee\n}',
            as: `
                Escalation name=Stagnatie
                Group kind="naar keuze"
                  Step name=Een
                  Step name=Twee`,
        },
        {
            block: 'aanpak',
            text: 'stap Een\neen van {\nstap Twee\n}\nfase Drie\naltijd als nood: Een',
            as: `
                Step name=Een
                Group kind="een van"
                  Step name=Twee
                Phase name=Drie
                Always
                  condition: Comparison fact=@nood
                  target: Target node=@Een`,
        },
        {
            block: 'overdracht',
            text: 'termijn 2 weken\nbij uitblijven: Stagnatie\nregie naar Hulpverlener\nactie "bellen"\nbevestiging door Hulpverlener',
            as: `
                Deadline
                  value: Quantity low=2 unit=weken
                WhenAbsent
                  target: Target node=@Stagnatie
                DirectionTo role=@Hulpverlener
                Action text=bellen
                Confirmation role=@Hulpverlener`,
        },
        {
            block: 'erkenning',
            text: 'niveau onbekend\ndoor "Deelcommissie"\ndatum onbekend',
            as: `
                Property kind=niveau
                  values: Unknown
                Property kind=door
                  values: TextValue text=Deelcommissie
                Property kind=datum
                  values: Unknown`,
        },
        {
            block: 'beoordeling',
            text: 'bevinding 1.1 voldoet\nbevinding 1.2 onbekend\nbevinding 1.3 verbeterpunt "Nog niet."',
            as: `
                Finding indicators=@1.1 verdict=@voldoet
                Finding indicators=@1.2
                  verdictUnknown: Unknown
                Finding indicators=@1.3 verdict=@verbeterpunt text="Nog niet."`,
        },
        {
            block: 'bestand',
            text: 'begrip Kerngezin\nrol Gezin is cliënt\nrol Werker van JGZ\norganisatie JGZ\nbron Boek\nrichtlijn R',
            as: `
                Concept name=Kerngezin
                Role name=Gezin
                  clauses: RoleFlags flags=cliënt
                Role name=Werker
                  clauses: OfOrganisation organisations=@JGZ
                Organisation name=JGZ
                Source name=Boek
                Guideline name=R`,
        },
    ];
    test.each(cases)('in $block: $text', ({ block, text, as }) => {
        expect(reading(block, text)).toBe(unindent(as));
    });
});

describe('a statement does go on over lines where a word says so', () => {
    const cases: readonly { block: BlockName; text: string; as: string }[] = [
        {
            block: 'stap',
            text: 'termijn 2 weken\nna Plan',
            as: `
                Deadline after=@Plan
                  value: Quantity low=2 unit=weken`,
        },
        {
            block: 'stap',
            text: 'herhaal hoogstens 3 keer\ntot zorg-gedeeld',
            as: `
                Repeat
                  bound: Quantity bound=hoogstens low=3 unit=keer
                  until: Comparison fact=@zorg-gedeeld`,
        },
        {
            block: 'stap',
            text: 'herhaal tot contacten\nhoogstens 3',
            as: `
                Repeat
                  until: Comparison fact=@contacten bound=hoogstens number=3`,
        },
        {
            block: 'aanpak',
            text: 'toegang als bedreiging en\neerdere-contacten minstens 3\nen niet zorg-gedeeld',
            as: `
                Access
                  condition: And
                    left: And
                      left: Comparison fact=@bedreiging
                      right: Comparison fact=@eerdere-contacten bound=minstens number=3
                    right: Not
                      operand: Comparison fact=@zorg-gedeeld`,
        },
        {
            block: 'stap',
            text: 'door Gezinswerker,\nrol,\nCoördinator met\nRegisseur',
            as: `PerformedBy performers=@Gezinswerker,@rol,@Coördinator with=@Regisseur`,
        },
        {
            block: 'interventie',
            text: 'duur 6 maanden\nvolgens STJ\nvolgens NJi "zes maanden"',
            as: `
                Property kind=duur
                  values: Quantity low=6 unit=maanden
                  provenance: Provenance source=@STJ
                  provenance: Provenance source=@NJi quote="zes maanden"`,
        },
    ];
    test.each(cases)('in $block: $text', ({ block, text, as }) => {
        expect(reading(block, text)).toBe(unindent(as));
    });
});
