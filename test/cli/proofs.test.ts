import { describe, expect, test } from 'vitest';
import type { JsonReport } from '../../cli/print/json.js';
import { folder, tool } from './tool.js';

const written = (aanpak: string) => `interventie Proef "Proef" {\ngegeven akkoord: ja/nee\n${aanpak}\n}\n`;

async function proofsOf(text: string, ...options: string[]): Promise<{ code: number; out: string; err: string }> {
    return tool(['check', 'a.draaiboek', '--proofs', ...options], { cwd: folder({ 'a.draaiboek': text }) });
}

async function answersOf(text: string) {
    const { out } = await proofsOf(text, '--format', 'json');
    return (JSON.parse(out) as JsonReport).proofs?.[0];
}

describe('check --proofs', () => {
    test('prints each question with its answer, and below a no what is wrong', async () => {
        const { out } = await proofsOf(
            written('aanpak {\nstap A { bepaalt akkoord }\nstap B { pas als akkoord }\neinde Klaar\n}'),
        );
        expect(out).toMatch(/^ {2}Kan een gezin altijd verder, tot een einde\? +nee +stroom\/vastloper$/m);
        expect(out).toContain('Hier kan een gezin vastlopen: wat achter `pas als` staat bij `B`');
        expect(out).toMatch(/^ {2}Heeft elke herhaling een grens\? +ja +lus\/geen-grens$/m);
    });

    test('says what cannot be said where the text leaves open what comes next', async () => {
        const answers = await answersOf(written('aanpak {\nstap A { daarna onbekend }\neinde Klaar\n}'));
        const answer = answers?.answers?.find((a) => a.code === 'stroom/vastloper');
        expect(answer).toMatchObject({ outcome: 'undecided', reasons: ['Wat er na `A` komt, staat er niet.'] });
    });

    test('does not depend on what the text silences', async () => {
        const text = written('aanpak {\nstap A { bepaalt akkoord }\nstap B { pas als akkoord }\neinde Klaar\n}');
        const silenced = text.replace('stap B', '// draaiboek: negeer stroom/vastloper – proef\nstap B');
        const answers = await answersOf(silenced);
        expect(answers?.answers?.find((a) => a.code === 'stroom/vastloper')?.outcome).toBe('fails');
    });

    test.each([
        ['there are no steps', '', 'Proef heeft geen `aanpak` met stappen'],
        [
            'two nodes have one name',
            'aanpak {\ngelijktijdig A {\nstap A { daarna: A }\n}\n}',
            'Proef heeft twee onderdelen met dezelfde naam',
        ],
        [
            'there are too many nodes',
            `aanpak {\n${Array.from({ length: 2001 }, (_, i) => `stap S${String(i)}`).join('\n')}\neinde Klaar\n}`,
            'Proef heeft meer dan 2000 onderdelen',
        ],
    ])('says why nothing is proved where %s', async (_, aanpak, because) => {
        expect(await answersOf(written(aanpak))).toMatchObject({ interventie: 'Proef', because, answers: null });
        expect((await proofsOf(written(aanpak))).out).toContain(`${because}: er is niets bewezen`);
    });

    test.each(['sarif', 'junit'])('has no place in %s', async (format) => {
        const { code, err } = await proofsOf(written(''), '--format', format);
        expect([code, err]).toEqual([
            2,
            'Met `--proofs` is het verslag tekst of JSON: andere formaten hebben er geen plaats voor.\n',
        ]);
    });
});
