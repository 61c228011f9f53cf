import { CstUtils, GrammarAST } from 'langium';
import { beforeAll, describe, expect, test } from 'vitest';
import { FORMS, STATEMENTS } from '../../language/messages/statements.js';
import { unpack } from '../../language/text/bilingual.js';
import { applyFix, check, checkFor } from './rule-tester.js';
import { outline, parseClean, read, syntaxErrors } from './support/language.js';
import { placed } from './support/statement-words.js';

/** How a hand misses a letter in the middle of a word. */
const SLIPS: readonly ((word: string, middle: number) => string)[] = [
    (word, i) => word.slice(0, i) + word.slice(i + 1),
    (word, i) => word.slice(0, i) + word.charAt(i) + word.slice(i),
    (word, i) => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
    (word, i) => `${word.slice(0, i)}q${word.slice(i + 1)}`,
];

interface Slip {
    readonly text: string;
    readonly word: string;
    readonly wrong: string;
    readonly messages: readonly string[];
}

/** Each word of the language in each example of the catalogue, misspelt in one of these ways, and what is told of it. */
function slips(): Slip[] {
    let count = 0;
    return [...STATEMENTS, ...FORMS].flatMap((doc) => {
        const { text, offset } = placed(doc);
        const root = parseClean(text).$cstNode;
        const words = root ? CstUtils.flattenCst(root).toArray() : [];
        return words
            .filter((w) => w.offset >= offset && w.end <= offset + doc.example.length)
            .filter((w) => GrammarAST.isKeyword(w.grammarSource) && /^\p{L}{2,}$/u.test(w.text))
            .flatMap((w) => {
                const word = w.text;
                const wrong = SLIPS[count++ % SLIPS.length]?.(word, Math.floor((word.length - 1) / 2)) ?? word;
                if (wrong === word || wrong.length < 2) {
                    return [];
                }
                const changed = text.slice(0, w.offset) + wrong + text.slice(w.end);
                const messages = read(changed).messages.filter((m) => m !== '');
                return [{ text: changed, word, wrong, messages: messages.map((m) => unpack(m).nl) }];
            });
    });
}

describe('a misspelt word of the language, in each example of the catalogue', () => {
    let all: readonly Slip[] = [];

    beforeAll(() => {
        all = slips();
    }, 60_000);

    test('is told with the word that was meant, by one message', () => {
        const right = all.filter(
            ({ word, wrong, messages }) =>
                messages.length === 1 && messages[0]?.startsWith(`\`${wrong}\` – bedoelde u \`${word}`),
        );
        const other = all.filter((slip) => !right.includes(slip));
        expect(all.length).toBeGreaterThan(1000);
        expect(
            right.length / all.length,
            other.map((s) => `${s.wrong}: ${s.messages.join(' ')}`).join('\n'),
        ).toBeGreaterThan(0.98);
    });

    test('is never silent', { timeout: 60_000 }, async () => {
        const silent: string[] = [];
        for (const { text, wrong } of all.filter((s) => s.messages.length === 0)) {
            const findings = await check(text);
            if (!findings.some((f) => f.severity === 'error' && f.message.nl.includes(`\`${wrong}\``))) {
                silent.push(wrong);
            }
        }
        expect(silent).toEqual([]);
    });
});

describe('a misspelt word that is read as a name', () => {
    test.each([
        ['termijn 3 dagen na aanmlding', 'Er is geen stap of overdracht `aanmlding`. Bedoelde u `aanmelding`?'],
        ['volgt meldcoode', 'Er is geen richtlijn `meldcoode`. Bedoelde u `meldcode`?'],
        ['pas als g is beknd', 'Het gegeven `g` kent geen waarde `beknd`. Bedoelde u `bekend`?'],
        ['pas als g is neee', 'Het gegeven `g` kent geen waarde `neee`. Bedoelde u `nee`?'],
    ])('%s', async (line, message) => {
        const findings = await checkFor(
            'meta/verwijzing',
            `interventie X "x" {\n  gegeven g: ja/nee\n  aanpak {\n    stap A {\n      ${line}\n    }\n  }\n}\n`,
        );
        expect(findings.map((f) => f.message.nl)).toEqual([message]);
    });
});

test.each([
    ['gegeven veilig: ja/nee', 'als onveilig: Klaar', 'als niet veilig: Klaar'],
    ['gegeven onrustig: ja/nee', 'als rustig: Klaar', undefined],
    ['gegeven veilig: ja/nee', 'als niet onveilig: Klaar', undefined],
    ['gegeven veilig: ja/nee', 'als onveilig is onbekend: Klaar', undefined],
    ['gegeven formeel: aantal', 'als informeel: Klaar', undefined],
])('the opposite of a fact is not that fact: %s, %s', async (fact, branch, mended) => {
    const text = `interventie X "x" {\n  ${fact}\n  aanpak {\n    stap A {\n      daarna { ${branch} anders: Klaar }\n    }\n    einde Klaar\n  }\n}\n`;
    const [finding, ...others] = await checkFor('meta/verwijzing', text);
    expect(others).toEqual([]);
    expect(finding?.message.nl).toContain('Er is geen gegeven');
    expect(finding?.message.nl).not.toContain('Bedoelde u');
    if (mended !== undefined) {
        expect(finding && applyFix(text, finding)).toBe(text.replace(branch, mended));
    }
});

describe('a misspelt word within a line', () => {
    test('costs nothing but its own message', () => {
        const { root, messages } = read(
            'bron B "b"\nrol R\ninterventie X "x" {\n  principe "p" vollgens B\n  duur 3 weken afgleid omdt "r"\n' +
                '  aanpak {\n    stap A "T" volgns B {\n      door R mett R\n    }\n  }\n}\n',
        );
        expect(messages).toHaveLength(5);
        expect(messages.every((m) => m.includes('bedoelde u'))).toBe(true);
        const tree = outline(root);
        expect(tree).toContain('reason=r');
        expect(tree).toContain('PerformedBy');
    });

    test('is told beside others of its line, and of other lines', async () => {
        const errors = await syntaxErrors(
            'bron B "b"\ninterventie X "x" {\n  principe "x" vollgens B aldsu "iemand" vogens B\n  duur 3 weken volgns B\n' +
                '  aanpak {\n    stap A {\n      daarna: A hoogsten 3 ker\n    }\n  }\n}\n',
        );
        expect(errors.map((e) => e.at)).toEqual(['vollgens', 'aldsu', 'vogens', 'volgns', 'hoogsten', 'ker']);
        expect(errors.every((e) => e.nl.includes('bedoelde u'))).toBe(true);
    });

    test.each([
        ['duur 3 weken afgeleidd', 'afgeleidd', 'afgeleid'],
        ['duur 3 weken afgleid', 'afgleid', 'afgeleid'],
        ['doelgroep onbeknd', 'onbeknd', 'onbekend'],
    ])('is no word of a unit and no name: %s', async (line, wrong, right) => {
        const errors = await syntaxErrors(`interventie X "x" {\n  ${line}\n}\n`);
        expect(errors.map((e) => [e.at, e.nl])).toEqual([[wrong, `\`${wrong}\` – bedoelde u \`${right}\`?`]]);
    });

    test('is not seen in a word that is right, though it is near another', () => {
        expect(
            read(
                'interventie X "x" {\n  rol plaatselijke\n  bereik 3 onbekende gezinnen\n  materiaal 3 dozen mett\n}\n',
            ).messages,
        ).toEqual([]);
    });
});
