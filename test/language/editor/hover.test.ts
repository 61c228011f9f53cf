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
