import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { generatorById } from '../../../language/generate/registry.js';
import { caseFrom, type Case } from './support.js';
import { ZGW_SETTINGS } from './zgw-settings.js';

const WORKFLOWS = ['bpmn', 'operaton', 'zeebe'];

async function protocol(aanpak: string, more = ''): Promise<Case> {
    return caseFrom(`gegeven acuut: ja/nee
gegeven leeftijd: getal
rol R "de werker"
rol S "de ander"
interventie X "X" {
    aanpak {
        ${aanpak}
    }
    ${more}
}`);
}

/** @param isSet whether the settings are those of the case */
function made(id: string, { protocol: one, options }: Case, isSet = false) {
    const settings = isSet ? options.settings : { ...options.settings, output: { zgw: ZGW_SETTINGS } };
    const output = generatorById(id)?.generate(one, { ...options, settings });
    return {
        text: output?.files.map((f) => String(f.content)).join('\n') ?? '',
        losses: output?.losses.map((l) => `${l.element}: ${l.reason.nl}`) ?? [],
    };
}

const losses = (id: string, one: Case, isSet = false) => made(id, one, isSet).losses.join('\n');

describe('where there is no workflow', () => {
    it.each(WORKFLOWS)('says in %s which of the reasons it is', async (id) => {
        expect(made(id, await protocol('fase F {}')).losses).toEqual([
            'X: X heeft geen `aanpak` met stappen, dus er is geen werkstroom',
        ]);
    });
});

describe('meetings of a handover', () => {
    const given = (times: string) =>
        protocol(
            'stap A { door R daarna: B } stap B { door S }',
            `overdracht O van R naar S { vanuit A gesprekken ${times} met R, S }`,
        );

    it.each(WORKFLOWS)('are one task in %s, and it says so where there are more', async (id) => {
        for (const times of ['minstens 2', '3', '1 tot 2']) {
            expect(losses(id, await given(times))).toContain(
                `O: gesprekken ${times}: één taak staat voor alle gesprekken`,
            );
        }
        expect(losses(id, await given('1'))).not.toContain('één taak');
    });
});

describe('who comes in', () => {
    const given = protocol(`toegang veelal als leeftijd is 12
        toegang via R, S
        stap A { door R daarna { als leeftijd is bekend: B anders: C } }
        stap B { door R daarna: Slot } stap C { door S } einde Slot`);

    it.each([...WORKFLOWS, 'xstate', 'dmn'])('is a loss in %s where nobody is refused for it', async (id) => {
        const said = losses(id, await given);
        expect(said).toMatch(/X: toegang veelal als leeftijd is 12: daarop weigert een \S+ niemand/);
        expect(said).toMatch(/X: toegang via de werker, de ander: wie verwijst, vraagt een \S+ niet/);
    });

    it.each(['fhir', 'zgw'])('is named in what %s does not say', async (id) => {
        expect(losses(id, await given)).toMatch(/zegt niet: .*\btoegang\b/);
    });
});

describe('an interruption to work that is open already', () => {
    const given = (other: string, resume = '') =>
        protocol(
            `gelijktijdig G {
                fase P { stap A { door R ${other} } stap B { door R } }
                fase Q { stap C { door S bepaalt acuut } stap D { door S } }
            }
            stap Crisis { door R daarna: Slot } stap Rust { door R daarna: Slot } einde Slot
            altijd als acuut: Crisis${resume}`,
        );

    it.each(WORKFLOWS)('is a loss in %s exactly where another way leads there beside what decides', async (id) => {
        const anew = 'Crisis: staat dit al open langs een andere weg als de onderbreking erheen geldt, dan eindigt een';
        expect(losses(id, await given('termijn 1 week anders: Crisis'))).toContain(anew);
        expect(losses(id, await given('termijn 1 week anders: Rust'))).not.toContain('langs een andere weg');
        expect(losses(id, await given('termijn 1 week anders: Crisis', ', hervat daarna'))).toContain(
            'dan opent een werkstroom het nog een keer',
        );
    });
});

describe('what goes on beside other work (hervat daarna)', () => {
    const pause = 'altijd als "pauze": P, hervat daarna stap P { door R }';
    const still =
        'P: het andere werk wacht in de werkstroom niet tot dit klaar is, maar gaat ernaast door: de zaak eindigt';
    const again = 'geldt de onderbreking opnieuw terwijl dit openstaat, dan opent het nog een keer';
    const stops = 'P: komt het andere werk intussen bij';

    it.each(WORKFLOWS)('is still done in %s where other work ends, and opens anew', async (id) => {
        const one = await protocol(`stap A { door R } einde Slot ${pause}`);
        const said = losses(id, one);
        expect(said).toContain(`${still} daar pas als ook dit klaar is; ${again}`);
        expect(said).not.toContain(stops);
        expect(made(id, one).text).not.toContain('terminateEventDefinition');
    });

    it.each(WORKFLOWS)('stops in %s at an end that breaks off other work, and which that is, is said', async (id) => {
        const one = await protocol(
            `gelijktijdig T { fase F { stap A { door R daarna { als "mis": Weg anders: D } } stap D } stap B { door S } }
            stap C { door R daarna: Slot } einde Slot einde Weg ${pause}`,
        );
        expect(losses(id, one)).toContain(`${stops} Weg, dan eindigt de zaak en houdt dit op`);
        expect(made(id, one).text).toMatch(
            /<bpmn:endEvent id="Weg"(?:(?!<\/bpmn:endEvent>)[^])*terminateEventDefinition/,
        );
    });
});

describe('bij uitblijven in words', () => {
    const given = protocol(
        'stap A { door R } stap B { door S }',
        `overdracht O "Overgeven" van R naar S {
            vanuit A bevestiging door S binnen 2 weken bij uitblijven zo nodig "de werker belt"
        }`,
    );

    it.each(WORKFLOWS)('stands at the task in %s, and is a loss', async (id) => {
        const { text, losses: said } = made(id, await given);
        expect(text.replaceAll('&#58;', ':')).toContain('Bij uitblijven: zo nodig de werker belt');
        expect(said.join('\n')).toContain('O: bij uitblijven “de werker belt” staat alleen in woorden bij de taak');
    });

    it('stands at the action in fhir', async () => {
        expect(made('fhir', await given).text).toContain('Bij uitblijven: zo nodig de werker belt');
    });

    it('is a loss in xstate, which does not say that somebody reports what no event is there for', async () => {
        const said = losses('xstate', await given);
        expect(said).toContain('O: bij uitblijven zo nodig “de werker belt”: dat doet een machine niet');
        expect(said).toContain(
            'O: 2 weken: geen klok van de machine houdt dat bij; de tekst zegt niet waarheen een zaak dan gaat',
        );
        expect(said).not.toContain('iemand meldt');
        expect(said).toContain('wie een overdracht bevestigt');
    });
});

describe('what work takes at least', () => {
    const given = protocol(`duur minstens 1 jaar
        stap A { door R duur minstens 3 weken } stap B { door S duur meer dan 2 weken }
        stap C { door S termijn minstens 4 weken anders: Slot } einde Slot`);

    it.each(WORKFLOWS)('is no due date and no timer in %s', async (id) => {
        const { text, losses: said } = made(id, await given);
        expect(text).not.toMatch(/P21D|P3W|P14D|P28D|P4W/);
        expect(text).toContain('Duur');
        expect(said.join('\n')).toMatch(/A: minstens 3 weken is geen uiterste datum/);
        expect(said.join('\n')).toMatch(/B: meer dan 2 weken is geen uiterste datum/);
        expect(said.join('\n')).toMatch(/C: minstens 4 weken is geen tijd die een klok bijhoudt/);
    });

    it('is no timer in xstate', async () => {
        const { text, losses: said } = made('xstate', await given);
        expect(text).not.toContain('"aantal"');
        expect(said.join('\n')).toContain('C: de termijn is geen getal dat een klok kan bijhouden');
    });

    it('is no doorlooptijd of a zaaktype', async () => {
        expect(losses('zgw', await given)).toContain('X: duur minstens 1 jaar: geen doorlooptijd');
    });

    it('keeps when work may begin', async () => {
        const later = await protocol('stap A { door R } stap B { door S begint minstens 2 weken na A }');
        expect(made('operaton', later).text).toContain('plusDays(14)');
        expect(made('xstate', later).text).toContain('"aantal": 14');
    });
});

describe('a handover that never takes place', () => {
    const given = protocol(
        'stap A { door R daarna: Slot } stap Los { door S } stap Verder { door R } einde Slot',
        `overdracht O van R naar S { vanuit onbekend }
         overdracht P van S naar R { vanuit Los }`,
    );

    it.each(WORKFLOWS)('is a loss in %s', async (id) => {
        const said = losses(id, await given);
        expect(said).toContain('O: geen weg waarop deze overdracht plaatsvindt, wordt ooit genomen');
        expect(said).toContain('P: geen weg waarop deze overdracht plaatsvindt, wordt ooit genomen');
    });

    it.each(['xstate', 'fhir'])('is a loss in %s where it is on no way', async (id) => {
        const said = losses(id, await given);
        expect(said).toContain('O: op geen enkele weg vindt deze overdracht plaats');
        expect(said).not.toContain('P: op geen');
    });
});

describe('what people decide on', () => {
    const given = protocol(
        'stap A { door R pas als "er ruimte is" klaar als acuut is bekend en "het gesprek is gevoerd" } stap B { door S }',
        'overdracht O van R naar S { vanuit A pas als "het dossier is rond" }',
    );

    it.each([...WORKFLOWS, 'xstate'])('holds nothing up in %s, and that is a loss', async (id) => {
        const said = losses(id, await given);
        expect(said).toContain('A: pas als “er ruimte is”: wat daarvan in woorden staat, beslist een mens');
        expect(said).toContain('A: klaar als acuut is bekend en “het gesprek is gevoerd”: wat daarvan');
        expect(said).toContain('O: pas als “het dossier is rond”: wat daarvan');
    });

    it.each(WORKFLOWS)('stands at the task in %s', async (id) => {
        expect(made(id, await given).text).toContain('er ruimte is');
    });
});

describe('how firm it is', () => {
    const given = protocol(
        'stap A { door bij voorkeur R met veelal S levert onbekend } stap B { door S }',
        'overdracht O van R naar S { vanuit A vorm zo nodig warm }',
    );

    it.each(['bpmn', 'operaton'])('stands at the task in %s', async (id) => {
        const { text } = made(id, await given);
        expect(text).toContain('Door: bij voorkeur de werker met veelal de ander');
        expect(text).toContain('Vorm: zo nodig warm');
    });

    it('is a loss where an output says who does it and no more', async () => {
        expect(losses('zgw', await given)).toContain('hoe stellig iets gezegd is (door, met)');
    });
});

describe('what is done a number of times', () => {
    it('is said once, and not as what it may be at most', async () => {
        const given = await protocol('stap A { door R herhaal 3 keer } stap B { door R herhaal hoogstens 2 keer }');
        const { text } = made('operaton', given);
        expect(text).toContain('name="nog een keer, 3 keer"');
        expect(text).toContain('>${A_nogmaals &lt; 3}<');
        expect(text).toContain('name="nog een keer, hoogstens 2 keer"');
        const { text: chart } = made('mermaid', given);
        expect(chart).toContain('herhaal, 3 keer opnieuw');
        expect(chart).toContain('herhaal, hoogstens 2 keer opnieuw');
    });
});

describe('groups of people', () => {
    it('are missing for the roles that have none, and by name where others have one', async () => {
        const given = await protocol('stap A { door R } stap B { door S }');
        const withGroups = (groups: Record<string, string>) =>
            losses(
                'operaton',
                {
                    ...given,
                    options: {
                        ...given.options,
                        settings: { ...given.options.settings, output: { operaton: { groups } } },
                    },
                },
                true,
            );
        expect(withGroups({})).toContain('draaiboek.json zegt niet output › operaton › groups');
        expect(withGroups({ R: 'werkers' })).toContain(
            'draaiboek.json geeft geen groep aan S: hun groep heet naar de rol',
        );
        expect(withGroups({ R: 'werkers', S: 'anderen' })).not.toMatch(/groups|geen groep/);
    });

    it('that no role has are named, as are kinds of role and classes of ends in a catalogue', async () => {
        const given = await protocol('stap A { door R daarna: Afgerond } einde Afgerond');
        const zgw = {
            ...ZGW_SETTINGS,
            roltypen: { 'de werkr': 'adviseur' },
            selectielijstklasse: { Afgerondt: 'https://a.nl/1' },
        };
        const said = losses(
            'zgw',
            { ...given, options: { ...given.options, settings: { ...given.options.settings, output: { zgw } } } },
            true,
        );
        expect(said).toContain(
            'draaiboek.json geeft een roltype aan de werkr, en zo heet hier geen rol; bedoelde u R?',
        );
        expect(said).toContain(
            'draaiboek.json geeft een selectielijstklasse aan Afgerondt, en zo heet hier geen einde; bedoelde u Afgerond?',
        );
    });
});

describe('what is made despite errors', () => {
    it.each(['zeebe', 'valtimo'])('is marked in each file of %s that people see', async (id) => {
        const { protocol: one, options } = await protocol('stap A { door R bepaalt acuut } stap B { door S }');
        const files = generatorById(id)?.generate(one, { ...options, forced: true }).files ?? [];
        const all = files.flatMap((f) =>
            f.path.endsWith('.zip')
                ? Object.values(unzipSync(f.content as Uint8Array)).map((b) => strFromU8(b))
                : [String(f.content)],
        );
        const forms = all.filter((text) => text.includes('"components"'));
        expect(forms.length).toBeGreaterThan(1);
        expect(forms.filter((text) => !/CONCEPT(:|&#58;) gemaakt ondanks fouten/.test(text))).toEqual([]);
    });
});

describe('what somebody decides', () => {
    const given = protocol(`stap A { door R bepaalt acuut, leeftijd
            daarna { als acuut: C als "het gaat goed": B hoogstens 2 keer als leeftijd is 12: C anders: D } }
        stap B { door R daarna: A } stap C { door R daarna: Slot } stap D { door S daarna: Slot } einde Slot`);

    it('is offered only where it has an effect', async () => {
        const { text } = made('operaton', await given);
        const field = /<camunda:formField id="A_verder".*?<\/camunda:formField>/s.exec(text)?.[0] ?? '';
        expect(
            [...field.matchAll(/value id="([^"]*)" name="([^"]*)"/g)].map((m) => `${m[1] ?? ''}: ${m[2] ?? ''}`),
        ).toEqual(['weg-2: “het gaat goed”: B (hoogstens 2 keer)', 'weg-4: anders: D']);
    });

    it('is asked anew each time', async () => {
        expect(made('operaton', await given).text).toContain(
            `<camunda:executionListener event="start" expression="\${execution.setVariable('A_verder', null)}" />`,
        );
        const zeebe = made('zeebe', await given).text;
        expect(zeebe).toContain('<zeebe:input source="=null" target="A_verder" />');
        for (const variable of ['acuut', 'leeftijd', 'A_verder']) {
            expect(zeebe).toContain(`<zeebe:output source="=${variable}" target="${variable}" />`);
        }
    });
});

describe('what is known at the start', () => {
    it('is asked there where a usual access asks about it, and interrupts at once', async () => {
        const given = await protocol(`toegang veelal als leeftijd is bekend en niet acuut
            altijd als acuut: Crisis, hervat daarna
            stap A { door R bepaalt acuut } stap B { door S } stap Crisis { door S }`);
        const { text } = made('operaton', given);
        const start = /<bpmn:startEvent id="start".*?<\/bpmn:startEvent>/s.exec(text)?.[0] ?? '';
        expect(start).toContain('formField id="acuut"');
        expect(text).toMatch(/sourceRef="start" targetRef="A_onderbreken/);
        expect(text.match(/intermediateThrowEvent id="A_meldt/g)).toHaveLength(2);
    });
});

describe('what people report while work goes on that took the place of all else', () => {
    it.each(WORKFLOWS)('is a loss in %s where that can be', async (id) => {
        const said = /: loopt al werk dat door een onderbreking in de plaats van al het andere kwam/;
        const lost = async (rest: string) => losses(id, await protocol(`stap A { door R } ${rest} einde Slot`));
        const [x, y] = ['stap X { door R daarna: Slot }', 'stap Y { door R }'];
        expect(await lost(`altijd als "nood": X ${x} altijd als "rust": Y, hervat daarna ${y}`)).toMatch(said);
        expect(await lost('altijd als "nood": X stap X { door R daarna: A }')).toMatch(said);
        expect(await lost(`altijd als "nood": X ${x}`)).not.toMatch(said);
        expect(await lost(`altijd als "nood": Slot altijd als "rust": Y, hervat daarna ${y}`)).not.toMatch(said);
    });
});

describe('what people decide on in a task that opens again', () => {
    const lost = async (id: string, aanpak: string) => losses(id, await protocol(aanpak));
    const said = /A: gaat deze taak opnieuw open, dan staat er nog wat mensen de vorige keer besloten/;
    const choice = 'daarna { als "het lukt": Slot anders: B }';

    it.each([
        `stap A { ${choice} } stap B { door R daarna: A } einde Slot`,
        `stap A { herhaal hoogstens 2 keer ${choice} } stap B { door R } einde Slot`,
        `fase F { termijn 2 weken anders: B stap A { ${choice} } } stap B { door R daarna: A } einde Slot`,
    ])('is a loss where nothing clears it, and engines with forms clear it: %s', async (aanpak) => {
        expect(await lost('bpmn', aanpak)).toMatch(said);
        expect(await lost('operaton', aanpak)).not.toMatch(said);
        expect(await lost('zeebe', aanpak)).not.toMatch(said);
    });

    it('is none where the task opens once', async () => {
        expect(await lost('bpmn', `stap A { ${choice} } stap B { door R } einde Slot`)).not.toMatch(said);
    });
});

describe('a term that counts from what a workflow sees too late', () => {
    const lost = async (id: string, aanpak: string) => losses(id, await protocol(`${aanpak} stap L einde Slot`));
    const late = /[WP]: 3 weken telt vanaf iets wat er ook kan komen terwijl dit al openstaat/;
    const brokenOff = /[WV]: 3 weken telt vanaf het einde van A: wordt dat afgebroken met alles eromheen/;
    const term = 'termijn 3 weken na A anders: L';

    it.each([
        ['beside it', `gelijktijdig T { stap W { ${term} } stap A }`],
        ['in it', `fase P { ${term} stap A stap B }`],
        ['in what interrupts it', `stap W { ${term} } altijd als "pauze": A, hervat daarna stap A`],
    ])('is named where that may come while it is open: %s', async (_, aanpak) => {
        for (const id of WORKFLOWS) {
            expect(await lost(id, aanpak)).toMatch(late);
        }
    });

    it.each([
        ['by the term of a phase', `fase P { termijn 2 weken anders: W stap A stap B } stap W { ${term} }`],
        ['by what takes the place of all else', `stap A stap W { ${term} } altijd als "nood": V stap V { ${term} }`],
    ])('is named where what it counts from may be broken off: %s', async (_, aanpak) => {
        for (const id of WORKFLOWS) {
            expect(await lost(id, aanpak)).toMatch(brokenOff);
        }
    });

    it('is none where that was before', async () => {
        const said = await lost('bpmn', `stap A stap B stap W { ${term} }`);
        expect(said).not.toMatch(late);
        expect(said).not.toMatch(brokenOff);
    });
});
