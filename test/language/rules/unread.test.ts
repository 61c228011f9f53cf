import { describe, expect, it } from 'vitest';
import { check } from '../rule-tester.js';

const TEXT = `interventie X "x" {
    doel Rust "r" {
        subdoel slapen "s"
    }
    rol Werker { competentie "c"  caseload 3 gezinnen }
    aanpak {
        stap A "a" {
            door Werker
            werkt aan slapen
        }
        stap B "b" {
            werkt aan slapen
        }
    }
}
`;

/** What is found about steps, as `code line`. */
async function found(text: string): Promise<string[]> {
    return (await check(text))
        .filter((f) => /^(rol|stap)\//.test(f.code))
        .map((f) => `${f.code} ${String(f.at.range.start.line + 1)}`);
}

describe('a statement that cannot be read', () => {
    it('does not make its element seem to lack what it says', async () => {
        expect(await found(TEXT)).toEqual(['rol/stap-zonder 11']);
        expect(await found(TEXT.replace('door Werker', 'door'))).toEqual(['rol/stap-zonder 11']);
        expect(await found(TEXT.replace('door Werker', 'doorr aan ,'))).toEqual(['rol/stap-zonder 11']);
        expect(await found(TEXT.replace('werkt aan slapen', 'werkt aan'))).toEqual(['rol/stap-zonder 11']);
        expect(await found(TEXT.replace('caseload 3 gezinnen', 'caseload hoogstens'))).toEqual(['rol/stap-zonder 11']);
    });

    it('does not make a head that lost its block seem to lack what it says', async () => {
        const text = (d: string) => TEXT.replace('stap B "b" {', `${d}\n        stap B "b" {`);
        expect(await found(text('stap D "d" door Werker'))).toEqual(['rol/stap-zonder 12']);
        expect(await found(text('stap D door Werker'))).toEqual(['rol/stap-zonder 12']);
        expect(await found(text('stap D "d"'))).toEqual([
            'rol/stap-zonder 11',
            'stap/zonder-doel 11',
            'rol/stap-zonder 12',
        ]);
        expect(await found(text('stap D { duur 1 uur } ,'))).toEqual([
            'rol/stap-zonder 11',
            'stap/zonder-doel 11',
            'rol/stap-zonder 12',
        ]);
    });

    it('leaves what is found about other elements', async () => {
        const text = TEXT.replace('subdoel slapen "s"', 'subdoel');
        expect(await found(text)).toEqual(['rol/stap-zonder 11']);
        expect((await check(TEXT.replace('door Werker', 'door'))).map((f) => f.code)).toContain('doelgroep/aanwezig');
    });

    it('makes what may be its consequence a warning, and leaves what is certain an error', async () => {
        const severities = async (text: string, files?: Record<string, string>) =>
            (await check(text, files && { files }))
                .filter((f) => f.severity !== 'info' && /^(stroom|meta)\//.test(f.code))
                .map((f) => `${f.code} ${f.severity}`);
        const text = `interventie X "x" {
    gegeven veilig: ja/nee
    aanpak {
        stap A "a" {
            bepaalt veilig
            daarna { als veilig: B  anders: Klaar }
        }
        stap B "b" { daarna: Klaar }
        einde Klaar
        einde Klaar
    }
}
`;
        expect(await severities(text)).toEqual(['meta/dubbel error']);
        expect(await severities(text.replace('gegeven veilig: ja/nee', 'gegeven'))).toEqual([
            'meta/syntaxis error',
            'meta/verwijzing warning',
            'meta/verwijzing warning',
            'meta/dubbel error',
        ]);
        const user = 'gebruik "rollen.draaiboek"\ninterventie X "x" { aanpak { stap A { door Werker } } }\n';
        expect(await severities(user, { 'rollen.draaiboek': 'rol Werker' })).toEqual([]);
        expect(await severities(user, { 'rollen.draaiboek': 'rol' })).toEqual(['meta/verwijzing warning']);
        expect(await severities(user, { 'rollen.draaiboek': '' })).toEqual(['meta/verwijzing error']);
    });
});

describe('a name whose declaration cannot be read', () => {
    it('is not said to lead nowhere; another is', async () => {
        const text = (name: string) =>
            `document Plan "plan" over alle leefgebieden\ninterventie A {\n    aanpak {\n        stap S { levert ${name} }\n        einde Klaar\n    }\n}\n`;
        const codes = async (name: string) => (await check(text(name))).map((f) => f.code);
        expect(await codes('Plan')).toContain('meta/syntaxis');
        expect(await codes('Plan')).not.toContain('meta/verwijzing');
        expect(await codes('Verslag')).toContain('meta/verwijzing');
    });
});

describe('a name whose block lacks its first line', () => {
    const names = async (text: string) =>
        (await check(text)).filter((f) => f.code === 'meta/verwijzing').map((f) => f.message.nl);
    const text = TEXT.replace('{ competentie "c"  caseload 3 gezinnen }', '{\n        competentie "c"\n    }');
    const used = text
        .replace('stap B "b" {', 'stap B "b" {\n            door Werker')
        .replace(
            '            werkt aan slapen\n        }\n    }',
            '            werkt aan slapen\n            door Werker, Werkr, Ander\n        }\n    }',
        );

    it('is told once, with how often it stands there', async () => {
        expect(await names(used.replace('rol Werker {\n', ''))).toEqual([
            'Er is geen rol `Werker`. Verbeter de naam, of beschrijf rol `Werker`. (nog 2 keer)',
            'Er is geen rol `Werkr`. Verbeter de naam, of beschrijf rol `Werkr`.',
            'Er is geen rol `Ander`. Verbeter de naam, of beschrijf rol `Ander`.',
        ]);
    });

    it('is told at each place where no line is missing', async () => {
        expect(await names(used.replace('rol Werker {', 'rol Iemand {'))).toHaveLength(5);
    });
});

describe('a name in a block that cannot be read', () => {
    it('is not said to be unused or to lead nowhere; another is', async () => {
        const text = `rol Werker
rol Coach
interventie A "a" {
    aanpak {
        stapel S zz { door Werker }
        stap T { daarna: S }
        stap U { daarna: Q }
        einde Klaar
    }
}
`;
        const told = (await check(text)).filter((f) => /^meta\/(ongebruikt|verwijzing)$/.test(f.code));
        expect(told.map((f) => f.message.nl.replace(/^.*?`(.*?)`.*$/, '$1'))).toEqual(['Coach', 'Q']);
    });
});

it.each(['door moet B', 'door zal B met A'])('a word that is no name is not accused: %s', async (line) => {
    const text = `interventie X "X" {\n rol A\n rol B\n aanpak {\n stap S { door A }\n stap T { ${line} }\n einde Klaar\n }\n}\n`;
    const found = await check(text);
    expect(found.some((f) => f.code === 'meta/syntaxis')).toBe(true);
    const other = found.filter((f) => f.code !== 'meta/syntaxis');
    expect(other.filter((f) => /`(moet|zal)`/.test(f.message.nl))).toEqual([]);
});

describe('a condition that cannot be read', () => {
    const text = (branch: string) => `interventie K "K" {
    gegeven a: ja/nee
    gegeven b: ja/nee
    aanpak {
        stap S {
            bepaalt a, b
            daarna {
                als a en b: Een
                ${branch}
                als niet a: Drie
            }
        }
        einde Een
        einde Twee
        einde Drie
    }
}
`;

    it.each(['als a en: Twee', 'als a en geen b: Twee', 'als niet: Twee', 'als a en b niet: Twee', 'als : Twee'])(
        'is judged by no rule: %s',
        async (branch) => {
            const codes = (await check(text(branch))).map((f) => f.code);
            expect(codes).toContain('meta/syntaxis');
            expect(codes.filter((c) => /^(keuze|stroom)\/|regelfout/.test(c))).toEqual([]);
        },
    );

    it('is judged where it can be read', async () => {
        const codes = (await check(text('als a: Twee'))).map((f) => f.code);
        expect(codes.filter((c) => c.startsWith('keuze/'))).toEqual(['keuze/overlap']);
    });
});
