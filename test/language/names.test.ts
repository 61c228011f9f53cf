import { isReference, AstUtils, URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { HARD_WORDS, type DraaiboekTokenBuilder } from '../../language/syntax/tokens.js';
import { nearest, nearestAll } from '../../language/text/distance.js';
import { loadFiles, parseText } from '../../language/workspace.js';
import { generateProtocol } from '../bench/generate-protocol.js';
import { link, linkErrors, outline, parseClean, reading, services, type Files } from './support/language.js';
import { unindent } from './support/places.js';
import { textsOnly } from './support/texts-only.js';

/** Where each reference of a text leads, in the order of the text: `Werker → Role tekst:3`, the line counted from 1. */
async function links(text: string, files: Files = {}): Promise<string[]> {
    const document = await link(unindent(text), files);
    return [...document.references]
        .sort((a, b) => (a.$refNode?.offset ?? 0) - (b.$refNode?.offset ?? 0))
        .map((reference) => {
            const target = isReference(reference) ? reference.ref : undefined;
            if (!target || Array.isArray(target)) {
                return `${reference.$refText} → ?`;
            }
            const file = AstUtils.getDocument(target).uri.path.replace(/^.*\/|\.draaiboek$/g, '');
            return `${reference.$refText} → ${target.$type} ${file}:${String((target.$cstNode?.range.start.line ?? 0) + 1)}`;
        });
}

describe('names in one file', () => {
    test('an interventie sees its own names, then those of the file', async () => {
        const text = `
            rol Werker
            rol Gezin
            interventie X {
              rol Werker
              aanpak {
                stap A { door Werker met Gezin }
              }
            }`;
        expect(await links(text)).toEqual(['Werker → Role tekst:4', 'Gezin → Role tekst:2']);
    });

    test('the same name in two interventies is two things', async () => {
        const text = `
            interventie X {
              aanpak { stap A { daarna: B }
                stap B }
            }
            interventie Y {
              aanpak { stap A { daarna: B }
                stap B }
            }`;
        expect(await links(text)).toEqual(['B → Step tekst:3', 'B → Step tekst:7']);
    });

    test('an interventie does not see the names of another', async () => {
        const text = `
            interventie X { rol Werker }
            interventie Y { aanpak { stap A { door Werker } } }`;
        expect(await links(text)).toEqual(['Werker → ?']);
    });

    test('names are seen before they are given, and from any depth', async () => {
        const text = `
            interventie X {
              doel D "x" { subdoel S "y" na T  subdoel T "z" { indicator I "i" } }
              aanpak {
                fase F { gelijktijdig G { stap A { werkt aan S  pas als klaar  daarna: E } } }
                einde E
              }
              gegeven klaar: ja/nee
              effect "x" aangetoond { betreft I, G, F }
            }`;
        expect(await links(text)).toEqual([
            'T → Subgoal tekst:2',
            'S → Subgoal tekst:2',
            'klaar → Fact tekst:7',
            'E → End tekst:5',
            'I → Indicator tekst:2',
            'G → Group tekst:4',
            'F → Phase tekst:4',
        ]);
    });

    test('a name is found by the kind of thing that is asked for', async () => {
        const text = `
            organisatie Zorg
            interventie X {
              document Zorg
              gegeven Zorg: ja/nee
              doel Zorg "z"
              rol Zorg van Zorg
              aanpak { stap Zorg { door Zorg  levert Zorg  bepaalt Zorg  werkt aan Zorg  daarna: Zorg } }
            }`;
        expect(await links(text)).toEqual([
            'Zorg → Organisation tekst:1',
            'Zorg → Role tekst:6',
            'Zorg → ProtocolDocument tekst:3',
            'Zorg → Fact tekst:4',
            'Zorg → Goal tekst:5',
            'Zorg → Step tekst:7',
        ]);
    });

    test('of two with one name the first is meant', async () => {
        const text = `
            rol Werker
            rol Werker
            interventie X { aanpak { stap A { door Werker } } }`;
        expect(await links(text)).toEqual(['Werker → Role tekst:1']);
    });

    test('a value is looked up in the fact that it is compared with', async () => {
        const text = `
            interventie X {
              gegeven situatie: een van scheiding, overig
              gegeven reden: een van overig, anders-dan
              gegeven klaar: ja/nee
              aanpak { stap A { pas als situatie is overig en reden is overig en reden is scheiding en klaar is overig } }
            }
            scenario "s" voor X { gegeven situatie is scheiding, reden is scheiding }`;
        expect(await links(text)).toEqual([
            'situatie → Fact tekst:2',
            'overig → FactValue tekst:2',
            'reden → Fact tekst:3',
            'overig → FactValue tekst:3',
            'reden → Fact tekst:3',
            'scheiding → ?',
            'klaar → Fact tekst:4',
            'overig → ?',
            'X → Intervention tekst:1',
            'situatie → Fact tekst:2',
            'scheiding → FactValue tekst:2',
            'reden → Fact tekst:3',
            'scheiding → ?',
        ]);
    });
});

describe('names in other files', () => {
    const netwerk = 'rol Werker\norganisatie JGZ\nbron Boek';

    test('are seen where the file is named with gebruik', async () => {
        const text = `
            gebruik "netwerk.draaiboek"
            interventie X volgens Boek { rol R van JGZ  aanpak { stap A { door Werker } } }`;
        expect(await links(text, { 'netwerk.draaiboek': netwerk })).toEqual([
            'Boek → Source netwerk:3',
            'JGZ → Organisation netwerk:2',
            'Werker → Role netwerk:1',
        ]);
    });

    test('are not seen where it is not named', async () => {
        const text = 'interventie X { aanpak { stap A { door Werker } } }';
        expect(await linkErrors(text, { 'netwerk.draaiboek': netwerk })).toEqual(['Werker']);
    });

    test('are not seen through a file between', async () => {
        const files = {
            'netwerk.draaiboek': netwerk,
            'tussen.draaiboek': 'gebruik "netwerk.draaiboek"\nrol Tussen van JGZ',
        };
        const text = 'gebruik "tussen.draaiboek"\ninterventie X { aanpak { stap A { door Werker met Tussen } } }';
        expect(await linkErrors(text, files)).toEqual(['Werker']);
    });

    test('the own file comes first, then the files in the order in which they are named', async () => {
        const files = { 'een.draaiboek': 'rol A\nrol B', 'twee.draaiboek': '\nrol A\nrol B\nrol C' };
        const text = `
            gebruik "twee.draaiboek"
            gebruik "een.draaiboek"
            rol C
            interventie X { aanpak { stap S { door A, B, C } } }`;
        expect(await links(text, files)).toEqual(['A → Role twee:2', 'B → Role twee:3', 'C → Role tekst:3']);
    });

    test('files may use each other, and themselves', async () => {
        const files = { 'a.draaiboek': 'gebruik "tekst.draaiboek"\ngebruik "a.draaiboek"\nrol A iemand anders dan B' };
        const text = `
            gebruik "a.draaiboek"
            gebruik "tekst.draaiboek"
            rol B iemand anders dan A`;
        expect(await links(text, files)).toEqual(['A → Role a:3']);
    });

    test('a file that is not there, a broken gebruik and an empty path cost nothing else', async () => {
        const text = 'gebruik "weg.draaiboek"\ngebruik ""\ngebruik\nrol A iemand anders dan B\nrol B';
        expect(await linkErrors(text)).toEqual([]);
    });

    test('paths are relative, in folders above and below, with either slash', async () => {
        const files = {
            '../boven.draaiboek': 'rol Boven',
            'sub/onder.draaiboek': 'gebruik "../naast.draaiboek"\nrol Onder iemand anders dan Naast',
            'naast.draaiboek': 'rol Naast',
        };
        const text = `
            gebruik "../boven.draaiboek"
            gebruik "sub\\onder.draaiboek"
            gebruik "./naast.draaiboek"
            interventie X { aanpak { stap S { door Boven, Onder, Naast } } }`;
        expect(await links(text, files)).toEqual([
            'Boven → Role boven:1',
            'Onder → Role onder:2',
            'Naast → Role naast:1',
        ]);
    });

    test('loadFiles reads what a file uses, further on as well, cycles too', async () => {
        const texts = new Map([
            ['/map/a.draaiboek', 'gebruik "b.draaiboek"\nrol A iemand anders dan B'],
            ['/map/b.draaiboek', 'gebruik "c.draaiboek"\nrol B iemand anders dan C'],
            ['/map/c.draaiboek', 'gebruik "a.draaiboek"\ngebruik "weg.draaiboek"\nrol C iemand anders dan A'],
        ]);
        const { Draaiboek } = createDraaiboekServices({ fileSystemProvider: () => textsOnly(texts) });
        const [document] = await loadFiles(Draaiboek, [URI.file('/map/a.draaiboek')]);
        const all = Draaiboek.shared.workspace.LangiumDocuments.all.toArray();
        expect(all.map((d) => d.uri.path).sort()).toEqual([...texts.keys()]);
        expect(all.flatMap((d) => d.references.map((r) => r.error?.message)).filter((m) => m !== undefined)).toEqual(
            [],
        );
        expect(document?.uri.path).toBe('/map/a.draaiboek');
        await expect(loadFiles(Draaiboek, [URI.file('/map/weg.draaiboek')])).rejects.toThrow();
    });
});

describe('inherited names', () => {
    test('a working-out sees the names of what it refines, all the way up, the nearest first', async () => {
        const text = `
            interventie Een { rol A  rol B  rol C }
            interventie Twee uitwerking van Een { rol B }
            interventie Drie uitwerking van Twee { rol C  aanpak { stap S { door A, B, C } } }`;
        expect(await links(text)).toEqual([
            'Een → Intervention tekst:1',
            'Twee → Intervention tekst:2',
            'A → Role tekst:1',
            'B → Role tekst:2',
            'C → Role tekst:3',
        ]);
    });

    test('in other files too, with what those files use', async () => {
        const files = {
            'basis.draaiboek': 'gebruik "netwerk.draaiboek"\ninterventie Basis { gegeven klaar: ja/nee }',
            'netwerk.draaiboek': 'rol Werker',
        };
        const text = `
            gebruik "basis.draaiboek"
            interventie Breda uitwerking van Basis { aanpak { stap S { door Werker  bepaalt klaar } } }`;
        expect(await links(text, files)).toEqual([
            'Basis → Intervention basis:2',
            'Werker → Role netwerk:1',
            'klaar → Fact basis:2',
        ]);
    });

    test('a follow-up sees the names of what it continues', async () => {
        const text = `
            interventie Een { rol A  aanpak { stap S } }
            interventie Twee vervolg op Een { aanpak { stap T { door A  termijn 1 week na S } } }`;
        expect(await links(text)).toEqual(['Een → Intervention tekst:1', 'A → Role tekst:1', 'S → Step tekst:1']);
    });

    test('the own file wins from what is inherited from another file', async () => {
        const files = { 'basis.draaiboek': 'rol Werker\ninterventie Basis' };
        const text = `
            gebruik "basis.draaiboek"
            rol Werker
            interventie Breda uitwerking van Basis { aanpak { stap S { door Werker } } }`;
        expect(await links(text, files)).toEqual(['Basis → Intervention basis:2', 'Werker → Role tekst:2']);
    });

    test('vervalt names what is inherited, afwijking what stands here', async () => {
        const text = `
            interventie Een { aanpak { stap A
              stap B } }
            interventie Twee uitwerking van Een {
              vervalt stap A omdat "x"
              vervalt stap C
              afwijking stap B omdat "y"
              aanpak { stap A
                stap B
                stap C }
            }`;
        expect(await links(text)).toEqual([
            'Een → Intervention tekst:1',
            'A → Step tekst:1',
            'C → ?',
            'B → Step tekst:8',
        ]);
    });

    test('vervalt and afwijking say of what kind they mean a name; what is not of that kind is found all the same', async () => {
        const text = `
            interventie Een { rol Zorg
              document Zorg
              aanpak { stap Zorg } }
            interventie Twee uitwerking van Een {
              vervalt stap Zorg
              vervalt document Zorg
              vervalt rol Zorg
              afwijking fase Zorg
              vervalt iets Zorg
            }`;
        expect((await links(text)).slice(1)).toEqual([
            'Zorg → Step tekst:3',
            'Zorg → ProtocolDocument tekst:2',
            'Zorg → Role tekst:1',
            'Zorg → Role tekst:1',
            'Zorg → Role tekst:1',
        ]);
    });

    test('circles are cut', async () => {
        const text = `
            interventie Een uitwerking van Twee { rol A iemand anders dan B }
            interventie Twee uitwerking van Een vervolg op Twee { rol B iemand anders dan A  rol C iemand anders dan Niemand }
            interventie Drie uitwerking van Drie { rol D iemand anders dan D }`;
        expect(await links(text)).toEqual([
            'Twee → Intervention tekst:2',
            'B → Role tekst:2',
            'Een → Intervention tekst:1',
            'Twee → Intervention tekst:2',
            'A → Role tekst:1',
            'Niemand → ?',
            'Drie → Intervention tekst:3',
            'D → Role tekst:3',
        ]);
    });
});

describe('reviews and scenarios', () => {
    test('a review sees the codes of its framework and the names of the interventie', async () => {
        const files = {
            'kader.draaiboek':
                'toetsingskader K {\noordeel voldoet\nthema T { criterium C { indicator 3.1 "x" } indicator 3.2 "y" } }',
            'basis.draaiboek': 'interventie Basis { rol Oud }',
            'x.draaiboek':
                'gebruik "basis.draaiboek"\nrol Bestand\ninterventie X uitwerking van Basis { rol Regisseur }',
        };
        const text = `
            gebruik "kader.draaiboek"
            gebruik "x.draaiboek"
            beoordeling Eerste van X aan de hand van K {
              informant Gemeente "x"
              bevinding 3.1 voldoet { betreft Regisseur, Oud, Bestand, C, Gemeente }
              bevinding over 3.2, 9.9 onbekend
            }`;
        expect(await links(text, files)).toEqual([
            'X → Intervention x:3',
            'K → Framework kader:1',
            '3.1 → FrameworkIndicator kader:3',
            'voldoet → Verdict kader:2',
            'Regisseur → Role x:3',
            'Oud → Role basis:1',
            'Bestand → Role x:2',
            'C → Criterion kader:3',
            'Gemeente → Informant tekst:4',
            '3.2 → FrameworkIndicator kader:3',
            '9.9 → ?',
        ]);
    });

    test('two frameworks may use the same codes', async () => {
        const text = `
            interventie X
            toetsingskader K { thema T { indicator 1.1 "k" } }
            toetsingskader L { thema T { indicator 1.1 "l" } }
            beoordeling A van X aan de hand van L { bevinding 1.1 onbekend }`;
        expect((await links(text)).at(-1)).toBe('1.1 → FrameworkIndicator tekst:3');
    });

    test('a scenario sees what its interventie has and inherits', async () => {
        const text = `
            interventie X { gegeven klaar: ja/nee  aanpak { stap A
              einde E } }
            interventie Y uitwerking van X { rol R  overdracht H van R naar R  document D }
            scenario "s" voor Y {
              gegeven klaar is ja
              bij A: klaar is nee
              bij H: termijn verstrijkt
              verwacht pad A
              verwacht overdracht H
              verwacht document D
              verwacht regie R na A
              verwacht einde E
            }`;
        expect((await links(text)).slice(3)).toEqual([
            'Y → Intervention tekst:3',
            'klaar → Fact tekst:1',
            'A → Step tekst:1',
            'klaar → Fact tekst:1',
            'H → Handover tekst:3',
            'A → Step tekst:1',
            'H → Handover tekst:3',
            'D → ProtocolDocument tekst:3',
            'R → Role tekst:3',
            'A → Step tekst:1',
            'E → End tekst:2',
        ]);
    });
});

describe('keywords as names', () => {
    const { Lexer, TokenBuilder } = services().parser;
    const known = (TokenBuilder as DraaiboekTokenBuilder).keywords;
    const keywords = Object.keys(Lexer.definition).filter((name) => known.has(name));
    const soft = keywords.filter((k) => !HARD_WORDS.has(k));

    test('there are many more soft words than hard ones', () => {
        expect(soft.length).toBeGreaterThan(200);
        expect([...HARD_WORDS].filter((w) => !keywords.includes(w))).toEqual([]);
        expect(HARD_WORDS.size).toBeLessThan(45);
    });

    test('any soft word may name anything, and is found', async () => {
        const wrong: string[] = [];
        for (const k of soft) {
            const text = unindent(`
                bron ${k} "t" volgens ${k}
                organisatie ${k} "t"
                begrip ${k} "t"
                rol ${k} "t" van ${k}, iemand anders dan ${k}, vervuld door ${k}
                interventie ${k} "t" uitwerking van ${k} vervolg op ${k} volgens ${k} {
                  doelgroep ${k} "t"
                  doel ${k} "t" na ${k}, ${k} { subdoel ${k} "t" na ${k} { indicator ${k} "t" } }
                  onderbouwing { factor ${k} "t" beïnvloed door ${k}, ${k}  werkzaam element "t" in ${k} }
                  gegeven ${k}: een van ${k}, ander
                  document ${k} "t"
                  samenwerking met ${k} { }
                  aanpak {
                    toegang als ${k} is ${k} en niet ${k} is ${k}
                    toegang via ${k}, ${k}
                    contactbudget 3 keer van ${k}
                    stap ${k} "t" volgens ${k} aldus ${k} {
                      door ${k}, ${k} met ${k}
                      werkt aan ${k}
                      vereist ${k}
                      levert ${k},
                        ${k}
                      bepaalt ${k}
                      termijn 3 dagen na begin van ${k} anders: ${k}
                      pas als (${k} is ${k}) of ${k} is bekend
                      daarna { als ${k} is ${k}: ${k} hoogstens 2 keer
                        anders: ${k} }
                    }
                    gelijktijdig ${k} "t" { stap ${k} }
                    fase ${k} van ${k} tot ${k} { }
                    escalatie ${k} "t" door ${k} naar ${k} { vanuit ${k} }
                    altijd als ${k} is ${k}: ${k}
                    einde ${k}
                  }
                  overdracht ${k} "t" van ${k} naar ${k} {
                    gesprekken 2 met ${k}, ${k}
                    informatie ${k}
                    geheimhouding toestemming van ${k}
                    bevestiging door ${k}
                    bij uitblijven: ${k}
                    regie naar ${k}
                  }
                }
                toetsingskader ${k} van ${k} { oordeel ${k}  thema ${k} { criterium ${k} { indicator ${k} "t" } } }
                beoordeling ${k} "t" van ${k} aan de hand van ${k} {
                  informant ${k}
                  bevinding ${k} ${k} { betreft ${k}, ${k} }
                }
                scenario "t" voor ${k} {
                  gegeven ${k} is ${k}
                  bij ${k}: ${k} is ${k}
                  verwacht pad ${k}, ${k}
                  verwacht einde ${k}
                }
            `);
            try {
                parseClean(text);
                wrong.push(...(await linkErrors(text)).map((name) => `${k}: ${name} is not found`));
            } catch (error) {
                wrong.push(`${k}: ${String(error).split('\n').at(-1) ?? ''}`);
            }
        }
        expect(wrong).toEqual([]);
    });

    test('a hard word is a name behind ^', async () => {
        for (const word of HARD_WORDS) {
            const text = `rol ^${word}\ninterventie X { aanpak { stap ^${word} { door ^${word}  daarna: ^${word} } } }`;
            expect(outline(parseClean(text)).split('\n')[1]).toBe(`  Role name=${word}`);
            expect(await linkErrors(text)).toEqual([]);
        }
    });

    test('^ changes nothing about a name that needs none', async () => {
        expect(await linkErrors('rol Werker\ninterventie X { aanpak { stap A { door ^Werker } } }')).toEqual([]);
    });

    test('a hard word without ^ is no name', () => {
        for (const word of HARD_WORDS) {
            expect(() => parseClean(`interventie X { aanpak { stap ${word} { } } }`), word).toThrow(
                'should have no errors',
            );
        }
    });
});

describe('letters', () => {
    const composed = 'Coördinator-één'.normalize('NFC');
    const decomposed = composed.normalize('NFD');

    test.each([
        ['composed', 'decomposed', composed, decomposed],
        ['decomposed', 'composed', decomposed, composed],
    ])('a name given %s is found %s', async (_given, _used, name, reference) => {
        expect(name).not.toBe(reference);
        expect(await linkErrors(`rol ${name}\ninterventie X { aanpak { stap A { door ${reference} } } }`)).toEqual([]);
    });

    test.each([['NFC'], ['NFD']])('keywords with diacritics are known in %s', (form) => {
        expect(reading('interventie', 'onderbouwing { factor F beïnvloed door D }'.normalize(form))).toBe(
            unindent(`
                Rationale
                  Factor name=F goals=@D`),
        );
    });

    test('digits, underscores and hyphens inside a name', () => {
        expect(reading('aanpak', 'stap gedeelde-zorg_2\nstap _a\nstap É1\nstap x-2-y')).toBe(
            'Step name=gedeelde-zorg_2\nStep name=_a\nStep name=É1\nStep name=x-2-y',
        );
    });

    test('capitals count', async () => {
        expect(await linkErrors('rol werker\ninterventie X { aanpak { stap A { door Werker } } }')).toEqual(['Werker']);
    });
});

describe('near names', () => {
    test.each([
        ['stapp', ['stap', 'fase'], 'stap'],
        ['satp', ['stap', 'fase'], 'stap'],
        ['Gezinswrker', ['Gezinswerker', 'Coördinator'], 'Gezinswerker'],
        ['Coordinator', ['Gezinswerker', 'Coördinator'], 'Coördinator'],
        ['coördinator'.normalize('NFD'), ['Coördinator'], 'Coördinator'],
        ['ab', ['ac'], undefined],
        ['fase', ['vase', 'base'], undefined],
        ['iets-heel-anders', ['stap'], undefined],
    ])('%s among %j is %s', (word, candidates, expected) => {
        expect(nearest(word, candidates)).toBe(expected);
    });

    test('all that are near, the nearest first', () => {
        expect(nearestAll('Contcat', ['Contract', 'Contact', 'Plan']).map((n) => n.candidate)).toEqual([
            'Contact',
            'Contract',
        ]);
    });

    test('a scope knows all names that may be meant, each once, by kind', async () => {
        const document = await link(
            'rol A\nrol B\norganisatie C\ninterventie X { rol A  aanpak { stap S { door Q } } }',
        );
        const reference = document.references.find((r) => r.$refText === 'Q');
        const scope = services().references.ScopeProvider.getScope(
            reference?.error ? reference.error.info : expect.fail('Q should lead nowhere'),
        );
        expect(
            scope
                .getAllElements()
                .map((d) => d.name)
                .toArray()
                .sort(),
        ).toEqual(['A', 'B']);
        // and may be asked again
        expect([scope.getElement('A')?.name, scope.getElement('B')?.name, scope.getElement('C')]).toEqual([
            'A',
            'B',
            undefined,
        ]);
        expect(scope.getElements('A').count()).toBe(1);
    });
});

describe('linking', () => {
    /** How often names are looked up to link a protocol, and how many references it has. */
    async function lookUps(lines: number): Promise<{ lookUps: number; references: number }> {
        const { Draaiboek } = createDraaiboekServices();
        let count = 0;
        const names = Draaiboek.names.of.bind(Draaiboek.names);
        Draaiboek.names.of = (document) => {
            count++;
            return names(document);
        };
        const document = await parseText(Draaiboek, generateProtocol(lines));
        expect(document.references.filter((r) => r.error)).toEqual([]);
        return { lookUps: count, references: document.references.length };
    }

    test('takes as many look-ups for each reference in a long text as in a short one', async () => {
        const short = await lookUps(600);
        const long = await lookUps(4800);
        expect(long.references).toBeGreaterThan(7 * short.references);
        expect(long.lookUps / long.references).toBeLessThanOrEqual((short.lookUps / short.references) * 1.05);
        expect(short.lookUps).toBeGreaterThan(0);
        expect(short.lookUps / short.references).toBeLessThan(2);
    });
});
