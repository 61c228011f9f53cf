import { describe, expect, it } from 'vitest';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import { STATEMENTS } from '../../../language/messages/statements.js';
import { catalogue } from '../../../language/rules/catalogue.js';
import { parseText } from '../../../language/workspace.js';

const services = createDraaiboekServices().Draaiboek;

/** Where a piece of text that a message tells to write may stand: `§` is the piece. */
const PLACES = [
    '§',
    'interventie X {\n§\n}',
    'interventie X {\naanpak {\n§\n}\n}',
    'interventie X {\naanpak {\nstap S {\n§\n}\n}\n}',
    'interventie X {\naanpak {\nstap S {\ndaarna {\nals "x": E\n§\n}\n}\n}\n}',
    'interventie X {\naanpak {\nstap S {\ndaarna {\nals "x"§\n}\n}\n}\n}',
    'interventie X {\naanpak {\nstap S {\ndaarna: E §\n}\n}\n}',
    'interventie X {\naanpak {\nstap S {\npas als §\n}\n}\n}',
    'interventie X {\naanpak {\nfase F {\n§\n}\n}\n}',
    'interventie X {\naanpak {\neinde E {\n§\n}\n}\n}',
    'interventie X {\naanpak {\nescalatie E {\n§\n}\n}\n}',
    'interventie X {\noverdracht O van A naar B {\n§\n}\n}',
    'interventie X {\noverdracht O van A naar B {\nactie "a" §\n}\n}',
    'interventie X {\noverdracht O van A naar B {\nbevestiging §\n}\n}',
    'interventie X {\noverdracht O van A naar B {\ngesprekken 2 §\n}\n}',
    'interventie X {\noverdracht O §\n}',
    'interventie X {\ndoel D {\n§\n}\n}',
    'interventie X {\ndoel D {\nindicator I {\n§\n}\n}\n}',
    'interventie X {\ndoel D §\n}',
    'interventie X {\ndoelgroep D {\n§\n}\n}',
    'interventie X {\ndocument D {\n§\n}\n}',
    'interventie X {\ndocument D §\n}',
    'interventie X {\nerkenning {\n§\n}\n}',
    'interventie X {\nonderbouwing {\n§\n}\n}',
    'interventie X {\nonderbouwing {\nfactor F §\n}\n}',
    'interventie X {\nonderbouwing {\nwerkzaam element "w" §\n}\n}',
    'interventie X {\nsamenwerking met A {\n§\n}\n}',
    'interventie X {\nopmerking "o" {\n§\n}\n}',
    'interventie X {\nduur 6 weken §\n}',
    'interventie X {\nvervalt stap S §\n}',
    'interventie X {\nversie "1" §\n}',
    'interventie X §',
    'interventie X {\neffect "e" §\n}',
    'interventie X {\ngegeven g: §\n}',
    'rol R §',
    'rol R {\n§\n}',
    'organisatie O {\n§\n}',
    'bron B {\n§\n}',
    'bron B §',
    'toetsingskader K {\n§\n}',
    'beoordeling B van X aan de hand van K {\n§\n}',
    'beoordeling B van X aan de hand van K {\nbevinding 1 goed {\n§\n}\n}',
    'scenario "s" voor X {\n§\n}',
];

/** The words with which statements begin. */
const KEYWORDS: ReadonlySet<string> = new Set(STATEMENTS.flatMap((s) => s.keyword.split(' ')[0] ?? []));

/** Each piece between signs that a message tells to write, of more than its keyword, as one could write it. */
function pieces(text: string): string[] {
    return [...text.matchAll(/`([^`]+)`/g)].flatMap(([, piece = '']) => {
        const words = piece.split(/\s+/);
        const isPiece = words.length > 1 && KEYWORDS.has(words[0] ?? '');
        // a keyword of more words by itself, such as `pas als`
        return isPiece && !STATEMENTS.some((s) => s.keyword === piece) ? [piece] : [];
    });
}

/** With something for what only the writer knows. */
function written(piece: string): string {
    return piece
        .replace(/^(altijd als|als) …/, '$1 "x"')
        .replaceAll('"…"', '"tekst"')
        .replace(/^(versie .*) van …/, '$1 van 2026-01-01')
        .replace(/(hoogstens|herhaal) … keer/g, '$1 2 keer')
        .replace(/binnen (?:…|\{text\})/g, 'binnen 2 dagen')
        .replace(/elke (?:…|\{text\})/g, 'elke 2 weken')
        .replace(/(begint|termijn) …/g, '$1 2 dagen')
        .replace(/na gesprek …/g, 'na gesprek 2')
        .replace(/(gesprekken|grond van|bijna|contactbudget) …/g, '$1 2')
        .replace(/\{(kind|word|elementKind)\}/g, 'stap')
        .replace(/\{\w+\}/g, 'Naam')
        .replaceAll('…', 'Naam');
}

const mends = [
    ...new Set(
        catalogue.flatMap((rule) =>
            Object.values(rule.messages).flatMap(({ nl }) => pieces(nl).map((piece) => `${rule.code} ${piece}`)),
        ),
    ),
].map((all) => [all.slice(0, all.indexOf(' ')), all.slice(all.indexOf(' ') + 1)] as const);

describe('what a message tells to write', () => {
    it.each(mends)('%s: `%s` can be written so', async (_, piece) => {
        const text = written(piece);
        const errors = async (place: string) => {
            const { parseResult } = await parseText(services, `${place.replace('§', () => text)}\n`);
            return parseResult.lexerErrors.length + parseResult.parserErrors.length;
        };
        const tried: number[] = [];
        for (const place of PLACES) {
            tried.push(await errors(place));
            if (tried.at(-1) === 0) {
                break;
            }
        }
        expect(Math.min(...tried), text).toBe(0);
    });

    it('is looked at', () => {
        expect(mends.length).toBeGreaterThan(60);
    });
});
