import { describe, expect, test } from 'vitest';
import type { Protocol } from '../../language/model/protocol.js';
import { arrowsOf, nodesOf } from './support/flow.js';
import { model, protocol } from './support/language.js';

/** Names, with `*` behind those that are inherited. */
function names(elements: readonly { readonly name: string; readonly inheritedFrom?: string }[] | undefined): string {
    return (elements ?? []).map((e) => e.name + (e.inheritedFrom === undefined ? '' : '*')).join(' ');
}

const BASE = `
    bron Boek
    interventie Basis "Basis" {
      duur 6 maanden
      principe "x"
      doelgroep Gezinnen "g"
      doel D "d" {
        subdoel S1 "s" { indicator I1 "i" }
        subdoel S2 "t"
        indicator I2 "j"
      }
      indicator I3 "k"
      rol Werker "w" { caseload 12 gezinnen }
      rol Baas
      gegeven klaar: ja/nee
      document Plan
      onderzoek O "o"
      aanpak {
        toegang via Werker
        contactbudget 5 contacten
        inzet 2 medewerkers
        stap A { door Werker }
        stap B { door Werker  duur 3 weken }
        stap C { door Baas }
        altijd als klaar: V
        stap V
        escalatie Vast { vanuit A, B }
        einde Eind
      }
      overdracht H van Werker naar Baas { vanuit B }
    }`;

/** The protocol of a local working-out of `Basis` with this text. */
function workedOut(text: string): Promise<Protocol> {
    return protocol(`${BASE}\ninterventie Breda "Breda" uitwerking van Basis {\n${text}\n}`);
}

describe('a working-out', () => {
    test('has every named element of what it refines, and says that they are inherited', async () => {
        const p = await workedOut('');
        expect({
            targetGroups: names(p.targetGroups),
            goals: names(p.goals),
            subgoals: names(p.goals[0]?.subgoals),
            indicators: names(p.indicators),
            roles: names(p.roles),
            facts: names(p.facts),
            documents: names(p.documents),
            research: names(p.research),
            handovers: names(p.handovers),
            nodes: names(p.process?.nodes),
            sources: names(p.sources),
        }).toEqual({
            targetGroups: 'Gezinnen*',
            goals: 'D*',
            subgoals: 'S1 S2',
            indicators: 'I3*',
            roles: 'Werker* Baas*',
            facts: 'klaar*',
            documents: 'Plan*',
            research: 'O*',
            handovers: 'H*',
            nodes: 'A* B* C* V* Vast* Eind*',
            sources: 'Boek',
        });
        expect(p.roles[0]?.inheritedFrom).toBe('Basis');
    });

    test('has its own properties, not those of what it refines', async () => {
        const p = await workedOut('duur 3 maanden');
        expect(p.statements.map((s) => s.kind)).toEqual(['duur']);
        expect(p).toMatchObject({ name: 'Breda', refines: { name: 'Basis' } });
    });

    test('has the same way through the steps', async () => {
        expect(arrowsOf(await workedOut(''))).toEqual(arrowsOf(await protocol(BASE)));
    });

    test('naming an element again replaces its statements in its old place', async () => {
        const p = await workedOut('rol Werker "anders"\naanpak {\nstap B { door Baas }\n}');
        expect(names(p.roles)).toBe('Werker Baas*');
        expect(p.roles[0]).toMatchObject({ title: 'anders', statements: [] });
        expect(names(p.process?.nodes)).toBe('A* B C* V* Vast* Eind*');
        expect(arrowsOf(p)).toEqual([
            '…next A → B',
            '…next B → C by H',
            '…next C → Eind',
            '…next V → Eind',
            'escalation A → Vast',
            'escalation B → Vast',
            'interrupt anywhere → V if klaar is yes',
        ]);
    });

    test('naming a goal again keeps the subgoals and indicators that it does not name', async () => {
        const p = await workedOut('doel D "nieuw" { subdoel S2 "u"  subdoel S3 "v"  indicator I2 "nieuw" }');
        expect(p.goals[0]).toMatchObject({ name: 'D', title: 'nieuw' });
        expect(names(p.goals[0]?.subgoals)).toBe('S1* S2 S3');
        expect(p.goals[0]?.subgoals[1]?.title).toBe('u');
        expect(names(p.goals[0]?.indicators)).toBe('I2');
        expect(names(p.goals[0]?.subgoals[0]?.indicators)).toBe('I1');
    });

    test('a new step comes behind the one that precedes it in the local text, else at the end', async () => {
        const p = await workedOut('aanpak {\nstap Nieuw\nstap A\nstap Tussen\nstap Nog\nstap C\nstap Laatst\n}');
        expect(names(p.process?.nodes)).toBe('A Tussen Nog B* C Laatst V* Vast* Eind* Nieuw');
    });

    test('what is dropped is gone, with the arrows to it', async () => {
        const p = await workedOut(
            'vervalt stap B omdat "x"\nvervalt rol Baas\nvervalt subdoel S2\nvervalt indicator I1\nvervalt overdracht H',
        );
        expect(names(p.process?.nodes)).toBe('A* C* V* Vast* Eind*');
        expect(names(p.roles)).toBe('Werker*');
        expect(names(p.goals[0]?.subgoals)).toBe('S1');
        expect(names(p.goals[0]?.subgoals[0]?.indicators)).toBe('');
        expect(names(p.handovers)).toBe('');
        expect(arrowsOf(p)).toEqual([
            '…next A → C',
            '…next C → Eind',
            '…next V → Eind',
            'escalation A → Vast',
            'interrupt anywhere → V if klaar is yes',
        ]);
        expect(p.dropped.map((d) => [d.elementKind, d.element.name, d.reason])).toEqual([
            ['stap', 'B', 'x'],
            ['rol', 'Baas', undefined],
            ['subdoel', 'S2', undefined],
            ['indicator', 'I1', undefined],
            ['overdracht', 'H', undefined],
        ]);
    });

    test('a way to a step that is dropped goes on as that step did; where that is not one way, it is unknown', async () => {
        const p = await protocol(`
            interventie Basis {
              gegeven klaar: ja/nee
              aanpak {
                stap A { daarna { als klaar: B
                  anders: D hoogstens 2 keer } }
                stap B { daarna: C }
                stap C
                stap D { daarna { als klaar: C
                  anders: E } }
                einde E
              }
            }
            interventie Breda uitwerking van Basis { vervalt stap B  vervalt stap C  vervalt stap D }`);
        expect(arrowsOf(p)).toEqual(['…branch A → unknown if klaar is yes', '…otherwise A → unknown']);
        const one = await protocol(`
            interventie Basis {
              gegeven klaar: ja/nee
              aanpak {
                stap A { termijn 1 dag anders: B
                  daarna { als klaar: B
                  anders: E } }
                stap B { daarna: C }
                stap C
                einde E
              }
            }
            interventie Breda uitwerking van Basis { vervalt stap B }`);
        expect(arrowsOf(one)).toEqual([
            '…branch A → C if klaar is yes',
            'otherwise A → E',
            '…deadline A → C',
            '…next C → E',
        ]);
    });

    test('what is dropped and then described is the local one', async () => {
        const p = await workedOut('vervalt stap B\naanpak {\nstap A\nstap B "nieuw"\n}');
        expect(names(p.process?.nodes)).toBe('A B C* V* Vast* Eind*');
    });

    test('what is dropped is of the kind that is said', async () => {
        const p = await protocol(`
            interventie Basis { rol Zorg  document Zorg  aanpak { stap Zorg } }
            interventie Breda uitwerking van Basis { vervalt rol Zorg }`);
        expect([names(p.roles), names(p.documents), names(p.process?.nodes)]).toEqual(['', 'Zorg*', 'Zorg* einde']);
    });

    test('what is called by a word for another kind is not dropped', async () => {
        const p = await protocol(`
            interventie Basis { onderbouwing { factor Zorg }  document Zorg  rol Zorg  aanpak { stap Zorg } }
            interventie Breda uitwerking van Basis { vervalt factor Zorg  vervalt iets Zorg }`);
        expect([names(p.roles), names(p.documents), names(p.process?.nodes), p.rationales]).toEqual([
            'Zorg*',
            'Zorg*',
            'Zorg* einde',
            [],
        ]);
    });

    test('has the factors of what it refines, but not what has no name', async () => {
        const base = `
            interventie Basis {
              doel D
              onderbouwing { theorie "t"  factor F "f" beïnvloed door D  factor G "g"  werkzaam element "w" }
            }`;
        const texts = async (text: string) =>
            (await protocol(`${base}\ninterventie Breda uitwerking van Basis {\n${text}\n}`)).rationales.map((r) => [
                names(r.factors),
                r.statements.length,
                r.workingElements.length,
            ]);
        expect(await texts('')).toEqual([['F* G*', 0, 0]]);
        expect(await texts('vervalt factor F')).toEqual([['G*', 0, 0]]);
        expect(await texts('onderbouwing { probleem "p"  factor H }\nonderbouwing { factor G }')).toEqual([
            ['F* H', 1, 0],
            ['G', 0, 0],
        ]);
        const [own] = (
            await protocol(`${base}\ninterventie Breda uitwerking van Basis { onderbouwing { factor F "eigen" } }`)
        ).rationales;
        expect(own?.factors).toMatchObject([
            { name: 'F', title: 'eigen', goals: [] },
            { name: 'G', inheritedFrom: 'Basis' },
        ]);
    });

    test('an interruption goes with the step that it leads to', async () => {
        const p = await workedOut('vervalt stap V');
        expect(p.process?.interrupts).toEqual([]);
    });

    test('of the aanpak, what the local text does not say is inherited: entry, budget, staffing', async () => {
        const inherited = (await workedOut('aanpak { stap A }')).process;
        expect(inherited?.access[0]?.routes[0]?.name).toBe('Werker');
        expect(inherited?.contactBudgets).toMatchObject([{ value: { low: 5 } }]);
        expect(inherited?.deployment).toMatchObject([{ value: { low: 2 } }]);
        const own = (await workedOut('aanpak {\ntoegang via Baas\ncontactbudget 3 contacten\ninzet 1 medewerker\n}'))
            .process;
        expect(own?.access.map((a) => a.routes[0]?.name)).toEqual(['Baas']);
        expect(own?.contactBudgets).toMatchObject([{ value: { low: 3 } }]);
        expect(own?.deployment).toMatchObject([{ value: { low: 1 } }]);
    });

    test('a name of the own file stands in the place of an inherited one', async () => {
        const p = await protocol(`
            rol Werker "van het bestand"
            rol Bestand
            interventie Basis { rol Werker "van de basis"  rol Basisrol }
            interventie Breda uitwerking van Basis { rol Eigen }`);
        expect(names(p.roles)).toBe('Werker Basisrol* Bestand Eigen');
        expect(p.roles[0]?.title).toBe('van het bestand');
    });
});

describe('groups and phases of a working-out', () => {
    const base = `
        interventie Basis {
          aanpak {
            stap Begin
            een van {
              stap A
              stap B
            }
            fase F {
              stap C
              einde Halverwege
              gelijktijdig G {
                stap D
                stap E
              }
            }
            stap Eind
            einde Klaar
          }
        }`;
    const nodes = async (text: string) =>
        nodesOf(await protocol(`${base}\ninterventie Breda uitwerking van Basis {\n${text}\n}`));

    test('stay as they are', async () => {
        expect(await nodes('')).toEqual([
            'Begin',
            'groep-1',
            'A in groep-1',
            'B in groep-1',
            'F',
            'C in F',
            'Halverwege in F',
            'G in F',
            'D in G',
            'E in G',
            'Eind',
            'Klaar',
        ]);
    });

    test('a step that is named again outside its group stays in it', async () => {
        expect(await nodes('aanpak { stap D }')).toContain('D in G');
    });

    test('a new step inside a group that is named again', async () => {
        expect(await nodes('aanpak { gelijktijdig G { stap D\nstap Nieuw } }')).toEqual([
            'Begin',
            'groep-1',
            'A in groep-1',
            'B in groep-1',
            'F',
            'C in F',
            'Halverwege in F',
            'G in F',
            'D in G',
            'Nieuw in G',
            'E in G',
            'Eind',
            'Klaar',
        ]);
    });

    test('a new group without a name is not one of the base', async () => {
        expect(await nodes('aanpak { stap Eind\nnaar keuze { stap Nieuw } }')).toEqual([
            'Begin',
            'groep-1',
            'A in groep-1',
            'B in groep-1',
            'F',
            'C in F',
            'Halverwege in F',
            'G in F',
            'D in G',
            'E in G',
            'Eind',
            'groep-2',
            'Nieuw in groep-2',
            'Klaar',
        ]);
    });

    test('a group without a name around the same steps is that of the base', async () => {
        const p = await protocol(
            `${base}\ninterventie Breda uitwerking van Basis {\naanpak { een van { stap A\nstap B\nstap Extra } }\n}`,
        );
        expect(nodesOf(p).slice(0, 5)).toEqual([
            'Begin',
            'groep-1',
            'A in groep-1',
            'B in groep-1',
            'Extra in groep-1',
        ]);
        expect(p.process?.nodes[1]).toMatchObject({ children: ['A', 'B', 'Extra'] });
    });

    test('a phase that is dropped takes what stands in it along', async () => {
        const p = await protocol(`${base}\ninterventie Breda uitwerking van Basis { vervalt fase F omdat "x" }`);
        expect(nodesOf(p)).toEqual(['Begin', 'groep-1', 'A in groep-1', 'B in groep-1', 'Eind', 'Klaar']);
        expect(arrowsOf(p)).toEqual(['…next Begin → groep-1', '…next groep-1 → Eind', '…next Eind → Klaar']);
    });

    test('but not what the local text names again', async () => {
        const p = await protocol(
            `${base}\ninterventie Breda uitwerking van Basis {\nvervalt fase F omdat "x"\naanpak {\nstap Begin\nstap C\n}\n}`,
        );
        expect(nodesOf(p)).toEqual(['Begin', 'groep-1', 'A in groep-1', 'B in groep-1', 'C', 'Eind', 'Klaar']);
    });
});

describe('chains and circles', () => {
    test('a working-out of a working-out has all of both', async () => {
        const p = await protocol(`
            interventie Een { rol A  rol B  rol C  aanpak { stap S } }
            interventie Twee uitwerking van Een { vervalt rol B  rol D  aanpak { stap T } }
            interventie Drie uitwerking van Twee { rol E }`);
        expect(names(p.roles)).toBe('A* C* D* E');
        expect(p.roles.map((r) => r.inheritedFrom)).toEqual(['Een', 'Een', 'Twee', undefined]);
        expect(names(p.process?.nodes)).toBe('S* T* einde');
    });

    test('circles are cut', async () => {
        const p = await protocol(`
            interventie Een uitwerking van Twee { rol A }
            interventie Twee uitwerking van Een { rol B }
            interventie Drie uitwerking van Drie { rol C }`);
        expect(names(p.roles)).toBe('C');
    });

    test('what it refines may not exist', async () => {
        expect(names((await protocol('interventie X uitwerking van Weg { rol A }')).roles)).toBe('A');
    });
});

describe('a follow-up', () => {
    const base = `
        interventie Basis {
          doel D "d"
          rol Werker
          gegeven klaar: ja/nee
          document Plan
          aanpak { stap A }
        }`;

    test('has the names of what it continues that others may use, and a process of its own', async () => {
        const p = await protocol(
            `${base}\ninterventie Verder vervolg op Basis { rol Nieuw  aanpak { stap B { door Werker } } }`,
        );
        expect(p.continues?.name).toBe('Basis');
        expect(names(p.roles)).toBe('Nieuw Werker*');
        expect(names(p.facts)).toBe('klaar*');
        expect(names(p.documents)).toBe('Plan*');
        expect(names(p.goals)).toBe('');
        expect(names(p.process?.nodes)).toBe('B einde');
    });

    test('has no process where it says none', async () => {
        expect((await protocol(`${base}\ninterventie Verder vervolg op Basis`)).process).toBeUndefined();
    });
});

describe('many interventies in one file', () => {
    test('share one list of the roles of the file, as long as they add none', async () => {
        const { interventions } = await model(
            'rol A\nrol B\ninterventie X {\n}\ninterventie Y {\n}\ninterventie Z { rol C }\n',
        );
        const [x, y, z] = interventions.map((i) => i.roles);
        expect(x?.map((r) => r.name)).toEqual(['A', 'B']);
        expect(y).toBe(x);
        expect(z?.map((r) => r.name)).toEqual(['C', 'A', 'B']);
    });
});
