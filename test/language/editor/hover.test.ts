import type { Hover } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { open } from './editor.js';
import { files, PROTOCOL } from './gezinspad.js';

const TEXT = `bron Hand<0>boek "Het handboek" { auteur "Stichting X" jaar 2025 verwijzing "https://example.org" }
organisatie JGZ
interventie Pad {
  rol Werker "de werker" van JGZ { caseload hoogstens 12 gezinnen }
  doel Verder { subdoel Samen "Samen" { indicator Mee "Wie meedoet" { norm minstens 80 % binnen 3 weken instrument "lijst" } } }
  begrip Rust "tijd om te *luisteren*" volgens Handboek op "p. 3" "tijd om te luisteren"
  aanpak {
    stap Kennis "Kennismaking" {
      door Werker
      duur hoogstens 1 week
      materiaal "kaarten"
      toelichting "Over [[Mee]], [[Rust]], [[Kennis]], [[Handboek]] en [[Werker]]."
    }
    einde Klaar
  }
}
`.replace('<0>', '');

async function on(name: string): Promise<string> {
    const { services, document, params } = await open(TEXT.replace(`[[${name}]]`, `[[<|>${name}]]`));
    const hover = (await services.lsp.HoverProvider?.getHoverContent(document, params)) as Hover | undefined;
    return (hover?.contents as { value: string } | undefined)?.value ?? '';
}

describe('hover on a name', () => {
    test('an indicator has its norm, and not every line', async () => {
        const text = await on('Mee');
        expect(text).toContain('norm minstens 80 % binnen 3 weken');
        expect(text).not.toContain('instrument');
    });

    test('a concept has its definition, as it is written, and its source with the quotation', async () => {
        const text = await on('Rust');
        expect(text).toContain('tijd om te \\*luisteren\\*');
        expect(text).toContain('*Bron:* Het handboek (Handboek), p\\. 3: “tijd om te luisteren”');
    });

    test('a step has who does it and how long; a role of whom she is; a source who wrote it', async () => {
        expect(await on('Kennis')).toContain('```draaiboek\ndoor Werker\nduur hoogstens 1 week\n```');
        expect(await on('Werker')).toContain('rol Werker van JGZ\ncaseload hoogstens 12 gezinnen');
        expect(await on('Handboek')).toContain('auteur "Stichting X"\njaar 2025');
    });
});

describe('hover on a name and on a word', () => {
    async function hover(marked: string): Promise<string | undefined> {
        const editor = await open(marked, files);
        const found = await editor.services.lsp.HoverProvider?.getHoverContent(editor.document, editor.params);
        return (found as (Hover & { contents: { value: string } }) | undefined)?.contents.value;
    }

    test('on a name says what it is', async () => {
        expect(await hover(PROTOCOL.replace('door <|Gez', 'door <|>Gez').replaceAll(/<\|(?!>)|(?<!<)\|>/g, ''))).toBe(
            'rol **Gezinswerker**\n\nVast gezicht\n\n```draaiboek\nrol Gezinswerker van JGZ\n```',
        );
    });

    test('on a word of the language says what it means there', async () => {
        expect(await hover('interventie X { aanpak { st<|>ap Begin } }')).toMatch(/```draaiboek\nstap /);
        expect(await hover('bron B\ninterventie X { duur 2 weken volg<|>ens B }')).toContain('bron');
    });

    test('a title is shown as it is written: it is no markup', async () => {
        expect(
            await hover(
                'interventie X { rol A "<img src=x> [klik](http://x) **vet**"\n aanpak { stap B { door <|>A } } }',
            ),
        ).toBe('rol **A**\n\n\\<img src=x\\> \\[klik\\]\\(http://x\\) \\*\\*vet\\*\\*');
    });

    test('is silent in a text', async () => {
        expect(await hover('interventie X { aanleiding "een st<|>ap" }')).toBeUndefined();
    });
});

describe('hover on what holds others', () => {
    const WHOLE = `bron B "Het boek"
interventie X "X" volgens B tenzij anders vermeld {
  rol R
  doel Verder { subdoel Samen { indicator Mee "Wie meedoet" { norm minstens 80 % } } }
  aanpak {
    fase Begin "Begin" van 0-8 weken {
      herhaal hoogstens 2 keer
      stap A "Eerst" { door R duur 2 weken }
      gelijktijdig G { stap C { door R volgens B op "p. 2" } stap D { door R } }
    }
    einde Klaar { geslaagd nazorg "Bellen" }
  }
}
scenario "S" voor X { verwacht einde Klaar }
`;
    async function before(piece: string): Promise<string> {
        const { services, document, params } = await open(WHOLE.replace(piece, `<|>${piece}`));
        const hover = (await services.lsp.HoverProvider?.getHoverContent(document, params)) as Hover | undefined;
        return (hover?.contents as { value: string } | undefined)?.value ?? '';
    }

    test.each([
        ['a goal has the norms of its indicators', 'Verder {', 'indicator Mee: norm minstens 80 %'],
        ['a subgoal too', 'Samen {', 'indicator Mee: norm minstens 80 %'],
        [
            'a phase has what it contains',
            'Begin "Begin"',
            'fase Begin van 0-8 weken\nherhaal hoogstens 2 keer\nstap A "Eerst"\ngelijktijdig G',
        ],
        ['a group too', 'G {', 'stap C\nstap D'],
        ['an end has what it says', 'Klaar {', 'geslaagd\nnazorg "Bellen"'],
        ['what names no source has that of the whole', 'A "Eerst"', '*Bron:* Het boek (B) (tenzij anders vermeld)'],
        ['`weken` is a unit', 'weken {', 'Telt in weken'],
        ['`einde` behind `verwacht` has a line', 'einde Klaar }\n', 'eind'],
        ['`van` has a line', 'van 0', 'waar het begint'],
    ])('%s', async (_, piece, expected) => {
        expect(await before(piece)).toContain(expected);
    });

    test.each(['naar', 'anders', 'ja', 'jaar'])('the word `%s` is explained', async (word) => {
        const text = `interventie X {
  gegeven g: ja/nee
  aanpak {
    stap A { duur 2 jaar daarna { als g: B anders: B } }
    stap B
    escalatie E door R naar S
  }
}
`;
        const editor = await open(text.replace(word, `<|>${word}`));
        const hover = await editor.services.lsp.HoverProvider?.getHoverContent(editor.document, editor.params);
        expect((hover?.contents as { value: string } | undefined)?.value ?? '').toMatch(/\p{L}{4}/u);
    });
});
