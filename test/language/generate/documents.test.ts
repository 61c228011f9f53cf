import { describe, expect, it } from 'vitest';
import { handoverCardsGenerator } from '../../../language/generate/documents/cards/handovers.js';
import { roleCardsGenerator } from '../../../language/generate/documents/cards/roles.js';
import { localGenerator } from '../../../language/generate/documents/local/generator.js';
import type { Generator } from '../../../language/generate/generator.js';
import { htmlGenerator } from '../../../language/generate/html/generator.js';
import { withNamesUsed } from '../../../language/model/names-used.js';
import { namesRead } from '../../../language/generate/names-in-prose.js';
import { markdownGenerator } from '../../../language/generate/markdown/generator.js';
import { casesOf, caseFrom, exampleCases, textOf } from './support.js';
import { mermaidGenerator } from '../../../language/generate/mermaid/generator.js';
import { asShown, bare, textOfHtml, textOfMarkdown, textsIn } from './texts.js';

const cases = await exampleCases();

describe.each(cases)('the documents of $name', (one) => {
    const documents = {
        html: textOfHtml(textOf(htmlGenerator, one)),
        markdown: textOfMarkdown(textOf(markdownGenerator, one)),
    };
    const { predecessors: _, ...about } = one.options.related;
    // of what a follow-up continues it may use the names; those that it does not use are not in its documents
    const protocol = withNamesUsed(one.protocol, about);
    const [read, { related }] = namesRead(protocol, { ...one.options, related: about });
    const { reviews, frameworks, scenarios } = related;
    const texts = [...textsIn(read, 'protocol'), ...textsIn({ reviews, frameworks, scenarios }, 'related')];

    it('are about a protocol that says something', () => {
        expect(texts.length).toBeGreaterThan(25);
    });

    it.each(['html', 'markdown'] as const)('hold every text of the protocol: %s', (kind) => {
        const missing = texts.filter(({ text }) => !documents[kind].includes(asShown(text)));
        expect(missing).toEqual([]);
    });

    it('say as often as the protocol that something is unknown', () => {
        const stated = JSON.stringify(one.protocol.unknowns).match(/"type":"unknown"/g)?.length ?? 0;
        const shown = textOf(htmlGenerator, one).match(/class="open unknown"/g)?.length ?? 0;
        expect(shown).toBeGreaterThanOrEqual(stated);
    });

    it('are the same, byte for byte, when made again', async () => {
        const again = (await exampleCases()).find((c) => c.name === one.name);
        expect(again && textOf(htmlGenerator, again)).toBe(textOf(htmlGenerator, one));
        expect(again && textOf(markdownGenerator, again)).toBe(textOf(markdownGenerator, one));
    });

    it('have the parts of the form, in its order', () => {
        const headings = [...textOf(markdownGenerator, one).matchAll(/^#{2,3} (.*)$/gm)].map((m) => m[1] ?? '');
        const form = [
            'Colofon', 'Samenvatting', '1 Beschrijving van de interventie', '1.1 Doelgroep', '1.2 Doel', '1.3 Aanpak', '2 Uitvoering',
            '3 Onderbouwing', '4 Onderzoek', '5 Werkzame elementen', '6 Literatuur en bronnen',
        ]; // prettier-ignore
        expect(headings.filter((h) => form.includes(h))).toEqual(form);
    });
});

describe('what a document says about what is not known', () => {
    const text = `interventie Kort "Kort" {
        duur onbekend omdat "de bron zwijgt"
        kosten plaatselijk "de gemeente kiest" standaard 100 euro
        vraag "Helpt het?" onbekend, verwacht in 2027
        frequentie veelal 2 keer per maand
        principe "samen" afgeleid omdat "het staat tussen de regels"
    }`;

    it('marks it in both, with the reason', async () => {
        const one = await caseFrom(text);
        const html = textOf(htmlGenerator, one);
        expect(html).toContain('<span class="open unknown">onbekend</span>: de bron zwijgt');
        expect(html).toContain('<span class="open local">plaatselijk</span>: de gemeente kiest, standaard 100 euro');
        expect(html).toContain('<span class="mark modality">veelal</span> 2 keer per maand');
        const markdown = textOf(markdownGenerator, one);
        expect(markdown).toContain('- **Duur:** **[onbekend]**: de bron zwijgt');
        expect(markdown).toContain('- **Vraag:** **Helpt het?** **[onbekend]**, verwacht in 2027');
        expect(markdown).toContain('- **Principe:** samen *(afgeleid)* [afgeleid: het staat tussen de regels]');
        expect(markdown).toContain('| duur | de interventie | de bron zwijgt |');
    });

    it('keeps how firm a sentence is apart from the sentence', async () => {
        const markdown = textOf(
            markdownGenerator,
            await caseFrom(`interventie Kort {
                samenvatting veelal "De wachttijd is kort."
                locatie veelal "thuis"
                kanttekening in beginsel "Er is geen wachtlijst."
                ervaring van "ouders" veelal "Dit hielp ons."
            }`),
        );
        expect(markdown).toContain('\nveelal: De wachttijd is kort.');
        expect(markdown).toContain('veelal thuis');
        expect(markdown).toContain('in beginsel: Er is geen wachtlijst.');
        expect(markdown).toContain('> veelal: Dit hielp ons.');
    });

    it('says in the steps in short when each has to be done', async () => {
        const markdown = textOf(
            markdownGenerator,
            await caseFrom(`rol R "de werker"
            interventie Kort {
                aanpak {
                    stap A { door R termijn veelal 2 weken anders: C }
                    stap B { door R termijn onbekend omdat "de bron zwijgt" }
                    stap C { door R }
                }
            }`),
        );
        expect(markdown).toContain('| Stap | Door | Termijn |');
        expect(markdown).toContain('| 1. A | de werker | veelal 2 weken, anders C |');
        expect(markdown).toContain('| 2. B | de werker | **[onbekend]** |');
    });

    it('has time in one column of the steps in short, and how often in another, so that the table fits a page', async () => {
        const markdown = textOf(
            markdownGenerator,
            await caseFrom(`rol R "de werker"
            interventie Kort {
                document D "verslag"
                aanpak {
                    stap A { door R duur 1 week termijn 2 weken contacten 1 frequentie 1 keer per week herhaal precies 2 keer levert D }
                    stap B { door R termijn 3 dagen herhaal precies 4 keer }
                }
            }`),
        );
        expect(markdown).toContain('| Stap | Door | Duur en termijn | Contacten, frequentie en herhaling | Levert |');
        expect(markdown).toContain(
            '| 1. A | de werker | 1 week; termijn: 2 weken | 1; frequentie: 1 keer per week; herhaling: precies 2 keer opnieuw | verslag |',
        );
        expect(markdown).toContain('| 2. B | de werker | termijn: 3 dagen | herhaling: precies 4 keer opnieuw |  |');
    });

    it('says why a goal or a subgoal is unknown where the goal stands', async () => {
        const markdown = textOf(
            markdownGenerator,
            await caseFrom(`interventie Kort {
                doel A onbekend omdat "de bron zwijgt" { subdoel B onbekend, verwacht in 2027 }
            }`),
        );
        expect(markdown).toContain('Doel – A **[onbekend]**: de bron zwijgt\n');
        expect(markdown).toContain('Subdoel – B **[onbekend]**, verwacht in 2027\n');
        expect(markdown).toContain('| doel | A | de bron zwijgt |');
    });

    it('lists an unknown owner with the interventie, and how to reach a known one with the owner', async () => {
        const markdown = textOf(
            markdownGenerator,
            await caseFrom('interventie Kort { eigenaar onbekend aanbieder "GGD" { contact onbekend } }'),
        );
        expect(markdown).toContain('| eigenaar | de interventie | — |');
        expect(markdown).toContain('| contact | aanbieder | — |');
    });

    it('says so where the form asks for something and the protocol is silent', async () => {
        const one = await caseFrom(text);
        expect(textOf(markdownGenerator, one)).toContain('### 1.1 Doelgroep\n\n*Hierover zegt het draaiboek niets.*');
        const { losses } = markdownGenerator.generate(one.protocol, one.options);
        expect(losses.map((l) => l.reason.nl)).toEqual(
            expect.arrayContaining([
                'duur is onbekend (de bron zwijgt)',
                'het werkblad vraagt “1.1 Doelgroep”; het draaiboek zegt er niets over',
            ]),
        );
    });

    it('is the same in English', async () => {
        const html = textOf(htmlGenerator, await caseFrom(text), { language: 'en' });
        expect(html).toContain('<html lang="en">');
        expect(html).toContain('<span class="open unknown" lang="en">unknown</span>: de bron zwijgt');
        expect(html).toContain('<dt lang="en">Duration</dt>');
        // what the protocol says stays Dutch, and a screen reader has to know
        expect(html).toMatch(/<main [^>]*lang="nl"/);
        expect(html).toContain('The protocol says nothing about this.');
    });
});

describe('who is cited for what', () => {
    const text = `bron A "Bron A"
    bron B "Bron B"
    rol Los
    interventie X "X" volgens A tenzij anders vermeld {
        duur 2 weken
        kosten 3 euro volgens B op "blz. 12" "drie euro" aldus "de wethouder"
        doelgroep G "Gezinnen" { leeftijd 4 jaar }
    }`;

    it('says once what holds for the whole, and gives a note to what differs', async () => {
        const one = await caseFrom(text);
        const markdown = textOf(markdownGenerator, one);
        expect(markdown).toContain('*Tenzij anders vermeld volgens Bron A (A).*');
        expect(markdown).toContain('- **Duur:** 2 weken\n');
        expect(markdown).toContain('- **Kosten:** 3 euro [B, blz. 12, “drie euro”, aldus de wethouder]');
        const html = textOf(htmlGenerator, one);
        expect(html).toMatch(
            /3 euro<span class="note"><a id="bij-1" href="#noot-1" title="B, blz. 12, “drie euro”, aldus de wethouder" aria-label="noot 1">1<\/a>/,
        );
        expect(html).toMatch(
            /<li id="noot-1"><a href="#bron-b" title="Bron B">B<\/a>, blz. 12, “drie euro”, aldus de wethouder/,
        );
    });

    it('does not let that hold for what stands outside it', async () => {
        expect(textOf(markdownGenerator, await caseFrom(text))).toContain('#### Los *(geen bron vermeld)*');
    });
});

describe('what a document says of a value and of who says it', () => {
    const text = `bron B "Bron B"
    organisatie Toezicht "Toezicht op de jeugd"
    interventie X "X" {
        bereik 65 % van "de huisartsen in de stad" volgens B "65%"
        aanpak { stap A { begint bij "een melding" of "een vraag" volgens B "bij een melding of een vraag" } }
    }
    toetsingskader K "Kijkwijzer" van Toezicht {
        oordeel goed
        thema T { indicator 1.1 "Er is een stap" { toets minstens 1 stap afgeleid omdat "het kader heeft geen toetsen" } }
    }
    beoordeling Z "Bezoek" van X aan de hand van K { bevinding 1.1 goed "Ja." }`;
    const markdown = async () => textOf(markdownGenerator, await caseFrom(text));

    it('leaves out the quotation marks around the whole that a part is of', async () => {
        expect(await markdown()).toContain('- **Bereik:** 65 % van de huisartsen in de stad [B, “65%”]');
    });

    it('gives the note to a statement of two events once', async () => {
        expect(await markdown()).toContain('een melding of een vraag [B, “bij een melding of een vraag”]\n');
    });

    it('tells a test and what is said of it apart', async () => {
        expect(await markdown()).toContain(
            '- **Toets:** `toets minstens 1 stap` *(afgeleid)* [afgeleid: het kader heeft geen toetsen]',
        );
    });

    it('shows the verdict of a person and the outcome of a test side by side, as two things', async () => {
        expect(await markdown()).toContain('\n| 1.1 Er is een stap | *goed* | **gehaald**: bij `A` |\n');
        expect(await markdown()).toContain('- **Uitkomst van de toets:** **gehaald**: bij `A`\n');
        const fails = await caseFrom(text.replace('toets minstens 1 stap', 'toets elke stap heeft door'));
        expect(textOf(markdownGenerator, fails)).toContain('| *goed* | **niet gehaald**: niet bij `A` |');
        const open = await caseFrom(text.replace('toets minstens 1 stap', 'toets elke rol heeft taak'));
        expect(textOf(markdownGenerator, open)).toContain(
            '| *goed* | **niet te bepalen**: het protocol heeft geen `rol` waar de vraag over gaat |',
        );
    });

    it('calls the owner of a framework by its title', async () => {
        expect(await markdown()).toContain('- **Van:** Toezicht op de jeugd\n');
    });
});

describe('a document of a follow-up', () => {
    const first = `interventie Eerst "Eerst" {
        organisatie Team "Het team"
        organisatie School "De school"
        rol Helper "De helper" van Team { caseload onbekend }
        rol Meester "De meester" van School { caseload onbekend }
        gegeven klaar: ja/nee "Het is klaar"
        document Brief "De brief" { bewaartermijn onbekend }
    }`;
    const markdownOf = async (text: string) => {
        const one = (await casesOf(`${first}\n${text}`)).find((c) => c.name === 'Daarna');
        return one ? textOf(markdownGenerator, one) : '';
    };

    it('shows nobody of what it continues that it does not name, and does not list what is unknown of them', async () => {
        const markdown = await markdownOf('interventie Daarna "Daarna" vervolg op Eerst { duur 1 week }');
        expect(markdown).toContain('# Daarna');
        expect(markdown).not.toMatch(/helper|meester|team|school|brief|klaar|caseload|bewaartermijn/i);
    });

    it('shows whom it names, with their organisation', async () => {
        const markdown = await markdownOf(
            'interventie Daarna "Daarna" vervolg op Eerst { aanpak { stap Bellen { door Helper levert Brief } } }',
        );
        expect(markdown).toContain('#### De helper `Helper` *(uit Eerst)*');
        expect(markdown).toContain('#### Het team `Team` *(uit Eerst)*');
        expect(markdown).toContain('| caseload | De helper | — |');
        expect(markdown).toContain('De brief');
        expect(markdown).not.toMatch(/meester|school|klaar/i);
    });
});

describe('what the report on a document names', () => {
    const text = `interventie Eerst "Eerst" {
        doelgroep onbekend omdat "de bron zwijgt"
        kenmerk "Regie" plaatselijk "de gemeente kiest"
        vraag "Helpt het?" onbekend
        organisatie Team
        rol Helper "De helper" van Team { caseload onbekend }
        rol Meester "De meester" { caseload onbekend }
        document Brief "De brief" { bewaartermijn onbekend }
        overdracht Over van Helper naar Meester
        aanpak { stap A { door Helper, Meester levert Brief } escalatie onbekend }
    }
    interventie Daarna "Daarna" vervolg op Eerst { aanpak { stap X { door Helper } } }
    interventie Hier "Hier" uitwerking van Eerst { vraag "Helpt het?" "Ja." aanpak { stap B { door Helper } } }
    interventie Dichterbij "Dichterbij" uitwerking van Hier { duur 1 week }`;
    const made = async (name: string, generator: Generator) => {
        const one = (await casesOf(text)).find((c) => c.name === name);
        const output = one && generator.generate(one.protocol, one.options);
        return {
            text: String(output?.files.find((f) => f.path.endsWith('.md'))?.content),
            losses: output?.losses.map((l) => `${l.element}: ${l.reason.nl}`).filter((l) => !l.includes('werkblad')),
        };
    };

    it('of a follow-up: what it names, and the names of what it continues that it does not', async () => {
        const { losses } = await made('Daarna', markdownGenerator);
        expect(losses).toEqual([
            'Helper: caseload is onbekend',
            'Daarna: rollen van Eerst die hier niet worden genoemd, staan er niet in: Meester',
            'Daarna: documenten van Eerst die hier niet worden genoemd, staan er niet in: Brief',
        ]);
    });

    it.each([['Hier'], ['Dichterbij']])(
        'of a local working-out: what is open in what it works out: %s',
        async (name) => {
            const { text: markdown, losses } = await made(name, markdownGenerator);
            const inBase = [
                ['doelgroep', 'is onbekend in Eerst (de bron zwijgt)'],
                ['Regie', 'wordt plaatselijk ingevuld in Eerst (de gemeente kiest)'],
                ['escalatie', 'is onbekend in Eerst'],
            ];
            expect(losses?.filter((l) => l.includes(' in Eerst'))).toEqual(
                inBase.map((words) => `${name}: ${words.join(' ')}`),
            );
            expect(markdown).toContain('| doelgroep | de interventie *(uit Eerst)* | de bron zwijgt |');
            expect(markdown).toContain('| Regie | de interventie *(uit Eerst)* | de gemeente kiest |');
            expect(markdown).not.toContain('| Helpt het? |');
        },
    );

    it.each([
        [roleCardsGenerator, ['Helper: caseload is onbekend', 'Meester: caseload is onbekend']],
        [localGenerator, ['Eerst: Regie wordt plaatselijk ingevuld (de gemeente kiest)']],
        [handoverCardsGenerator, ['Over: de kaart vraagt “I Ernst”; het draaiboek zegt er niets over']],
    ])('of a kind of document: what is open in that one: $id', async (generator, expected) => {
        const { losses } = await made('Eerst', generator);
        expect(losses).toEqual(expect.arrayContaining(expected));
        expect(losses?.filter((l) => l.includes('Brief') || l.includes('doelgroep'))).toEqual([]);
    });
});

describe('what a follow-up names of what it continues', () => {
    const text = `interventie Eerst "Het begin" {
        doel D "Het doel" { subdoel S "Het subdoel" }
        aanpak { stap A "De eerste stap" einde Klaar }
    }
    interventie Daarna "Daarna" vervolg op Eerst {
        doel E na D
        aanpak { stap X { werkt aan S, E termijn 3 dagen na A daarna: A } }
    }`;

    it.each([markdownGenerator, htmlGenerator, mermaidGenerator])('is called by its title: $id', async (generator) => {
        const one = (await casesOf(text)).find((c) => c.name === 'Daarna');
        const output = one ? textOf(generator, one) : '';
        expect(output).not.toContain('niet gevonden');
        expect(output).toMatch(/De eerste stap(<br\/>| )\(van Het begin\)/);
        if (generator !== mermaidGenerator) {
            expect(output).toContain('Het doel (van Het begin)');
            expect(output).toContain('Het subdoel (van Het begin)');
            expect(output).not.toContain('## De eerste stap');
        }
    });

    it('is marked where it is nowhere', async () => {
        const one = (await casesOf(text.replace('na D', 'na Nergens'))).find((c) => c.name === 'Daarna');
        expect(one && textOf(markdownGenerator, one)).toContain('Nergens *(niet gevonden)*');
    });
});

describe('a pointer to a contradiction', () => {
    it('says in Markdown where it stands in full', async () => {
        const gezinspad = (await exampleCases()).find((c) => c.name === 'Gezinspad');
        const markdown = gezinspad ? textOf(markdownGenerator, gezinspad) : '';
        expect(markdown).toMatch(/^> \*\*Tegenspraak: .*\*\*\n>\n> Zie het hoofdstuk “Tegenspraken”\.$/m);
        expect(markdown).toMatch(/^> \*\*Opmerking van .*\*\*\n>\n> Zie het hoofdstuk “Opmerkingen”\.$/m);
        expect(markdown).toContain('## Tegenspraken');
        expect(markdown).toContain('## Opmerkingen');
    });
});

describe('a text between triple quotes', () => {
    it('loses nothing of what it says: definitions, images, addresses', async () => {
        const one = await caseFrom(`interventie X "x" {
  toelichting """
    [1]: Rapport.pdf "blz. 3"

    ![Schema](beeld/schema.png) en [het stuk](stuk.pdf "versie 2") en [het web](https://example.org "site")
    """
}`);
        for (const written of [
            textOfMarkdown(textOf(markdownGenerator, one)),
            textOfHtml(textOf(htmlGenerator, one)),
        ]) {
            for (const said of [
                'Rapport.pdf',
                'blz. 3',
                'Schema (beeld/schema.png)',
                'het stuk (stuk.pdf, versie 2)',
                'het web (site)',
            ]) {
                expect(written).toContain(bare(said));
            }
        }
    });
});

describe('a repetition', () => {
    it('and a confirmation of which nothing more is said are in the document', async () => {
        const one = await caseFrom(
            `interventie X { rol A rol B aanpak { stap S { door A herhaal } stap T { door B } } overdracht O van A naar B { vanuit S bevestiging } }`,
        );
        const markdown = textOf(markdownGenerator, one);
        expect(markdown).toContain('- **Herhaal:** zonder grens');
        expect(markdown).toContain('- **Bevestiging:** ja');
    });

    it('says that the first time does not count', async () => {
        const one = await caseFrom(
            `interventie X { gegeven k: ja/nee aanpak { stap A { bepaalt k herhaal hoogstens 3 keer tot k } stap B { herhaal onbekend } einde E } }`,
        );
        expect(textOf(markdownGenerator, one)).toContain('- **Herhaal:** hoogstens 3 keer opnieuw, tot k');
        expect(textOf(markdownGenerator, one)).not.toMatch(/onbekend\S* opnieuw/);
    });
});

describe('a group without a name', () => {
    it('is called by its number, where it stands and where others lead to it', async () => {
        const one = await caseFrom(`interventie X "X" { aanpak { stap A gelijktijdig { stap B stap C } stap D } }`);
        const html = textOf(htmlGenerator, one);
        expect(html).toContain('<span class="label">gelijktijdig: alle onderdelen </span>Groep 1</h5>');
        expect(html).toContain('<a href="#stap-groep-1" title="groep-1">Groep 1</a>');
    });
});

describe('a group of what the family may choose', () => {
    it('says that it may choose none', async () => {
        const one = await caseFrom(`interventie X "X" { aanpak { naar keuze Extra "Extra’s" { stap B stap C } } }`);
        expect(textOf(markdownGenerator, one)).toContain('Naar keuze: geen, een of meer onderdelen – Extra’s `Extra`');
    });
});

describe('a document of a half-finished text', () => {
    const half = `interventie Half "Half af {
        doel
        aanpak {
            stap A "Eerste" { door Niemand  daarna: Nergens }
            stap B {`;

    it('is made all the same, and names what it does not find', async () => {
        const [one] = await casesOf(half);
        expect(one).toBeDefined();
        if (one) {
            expect(textOf(htmlGenerator, one)).toContain('Nergens (niet gevonden)');
            expect(textOf(markdownGenerator, one)).toContain('Eerste');
        }
    });

    it('says first that there are errors', async () => {
        const one = await caseFrom('interventie X "X" { aanpak { stap A } }');
        const html = textOf(htmlGenerator, one, { forced: true });
        expect(html.indexOf('class="banner"')).toBeGreaterThan(0);
        expect(html.indexOf('nog fouten bevat')).toBeLessThan(html.indexOf('<h1>'));
        expect(textOf(markdownGenerator, one, { forced: true })).toMatch(
            /^> \*\*Dit document is gemaakt terwijl het draaiboek nog fouten bevat/,
        );
        expect(textOf(htmlGenerator, one)).not.toContain('class="banner"');
    });

    it('says of text that could not be read no more than that, in the document and in the report on it', async () => {
        const one = await caseFrom('interventie X "X" { doel D "d" }');
        expect(textOf(markdownGenerator, one)).toContain('Hierover zegt het draaiboek niets');
        for (const generator of [markdownGenerator, htmlGenerator]) {
            const text = textOf(generator, one, { forced: true, unread: true });
            expect(text).not.toContain('Hierover zegt het draaiboek niets');
            expect(text).toContain('In het draaiboek staat tekst die niet te lezen is');
        }
    });
});

describe('what a document says about what a working-out drops', () => {
    it('says what goes along with it and what now leads around it, and the report on the output does', async () => {
        const [, one] = await casesOf(`interventie Basis {
            gegeven klaar: ja/nee
            aanpak {
                stap A { daarna { als klaar: B
                    anders: E } }
                stap B { daarna: C }
                stap C
                altijd als klaar: V
                stap V
                einde E
            }
        }
        interventie Breda uitwerking van Basis { versie "1" van 2026  vervalt stap B omdat onbekend  vervalt stap V omdat "dubbel" }`);
        const markdown = one ? textOf(markdownGenerator, one) : '';
        expect(markdown).toContain('*(in plaats van B, dat vervalt)*');
        expect(markdown).toContain('stap **B**, waarom: **[onbekend]**');
        expect(markdown).toContain('**Versie:** 1 van 2026');
        expect(markdown).toContain('Met V vervalt ook de altijd als naar V: die weg is er niet meer.');
        for (const generator of [markdownGenerator, htmlGenerator, mermaidGenerator]) {
            const losses = one && generator.generate(one.protocol, one.options).losses.map((l) => l.reason.nl);
            expect(losses, generator.id).toEqual(
                expect.arrayContaining([
                    'A ging naar B. Dat vervalt, en nu gaat A naar C.',
                    'Met V vervalt ook de altijd als naar V: die weg is er niet meer.',
                ]),
            );
        }
    });
});

describe('a fact in a document', () => {
    const text = `interventie Kort "Kort" {
        gegeven akkoord: ja/nee "Het gezin staat achter het plan, en tekent het"
        gegeven bezoeken: aantal "Hoe vaak er iemand kwam"
        gegeven zonder-titel: ja/nee
        aanpak {
            toegang als akkoord en bezoeken minstens 3 en niet zonder-titel
            stap Plan "Een plan maken" {
                bepaalt akkoord, bezoeken
                herhaal hoogstens 2 keer tot akkoord
                daarna { als akkoord en niet zonder-titel: Klaar  anders: Klaar }
            }
            einde Klaar
        }
    }
    scenario "Het lukt" voor Kort { gegeven akkoord is ja, bezoeken is 3, zonder-titel is nee }`;

    it('is told as a reader reads it: by its title, or else by its name', async () => {
        const related = await caseFrom(text);
        const shown = textOf(markdownGenerator, related);
        const plan = '‘Het gezin staat achter het plan, en tekent het’';
        expect(shown).toContain(`${plan} en ‘Hoe vaak er iemand kwam’ minstens 3 en niet zonder-titel`);
        expect(shown).toContain('Het gezin staat achter het plan, en tekent het (ja of nee); Hoe vaak er iemand kwam');
        expect(shown).toContain(`tot ${plan}`);
        expect(shown).toContain(`als ${plan} en niet zonder-titel: `);
        expect(shown).toContain(`${plan} is ja, ‘Hoe vaak er iemand kwam’ is 3, zonder-titel is nee`);
        // an engineer finds the name in the table
        expect(shown.match(/akkoord/g)).toHaveLength(1);
        expect(textOf(htmlGenerator, related)).toContain('title="akkoord"');
    });
});
