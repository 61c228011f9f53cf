import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { atLeastBefore } from '../../../language/editor/at-least.js';
import { soFarIn } from '../../../language/editor/so-far.js';
import { open } from './editor.js';
import { NATIONAL } from './gezinshulp.js';

const ALL = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function hints(aanpak: string): Promise<string[]> {
    return (await hintsOf(aanpak)).map(({ label, line }) => `${String(line - 3)} ${label}`);
}

async function hintsOf(aanpak: string): Promise<{ label: string; line: number; tooltip: unknown }[]> {
    const editor = await open(`interventie X {\n rol R\n gegeven goed: ja/nee\n aanpak {\n${aanpak}\n }\n}\n`);
    const params = { textDocument: editor.params.textDocument, range: ALL };
    const found = (await editor.services.lsp.InlayHintProvider?.getInlayHints(editor.document, params)) ?? [];
    return found.flatMap(({ label, position, tooltip }) =>
        typeof label === 'string' && label.startsWith('hiervoor') ? [{ label, line: position.line, tooltip }] : [],
    );
}

test('a step says how many contacts and days come before it, the first one nothing', async () => {
    expect(
        await hints(`stap A "Eerst" { door R duur 1 tot 2 weken contacten 2 tot 3 bepaalt goed daarna { als goed: B anders: C } }
stap B { door R duur 3 dagen contacten 1 }
stap C { door R duur 1 dag contacten 1 }
einde Klaar`),
    ).toEqual(['2 hiervoor: 2 tot 3 contacten, 7 tot 14 dagen', '3 hiervoor: 2 tot 4 contacten, 7 tot 17 dagen']);
});

test('what is not stated has no most, and of what runs side by side the least is said', async () => {
    expect(
        await hints(`stap A { door R contacten 1 }
gelijktijdig G {
  stap B { door R duur 1 dag contacten 1 }
  stap C { door R duur 1 dag contacten 1 }
}
stap D { door R duur 1 dag contacten 1 }
einde Klaar`),
    ).toEqual([
        '3 hiervoor: minstens 1 contact',
        '4 hiervoor: minstens 1 contact',
        '6 hiervoor: 3 contacten, minstens 1 dag',
    ]);
});

test('time that the text states between work counts from that work on, as the explanation says', async () => {
    const found = await hintsOf(`stap A { door R duur precies 7 dagen contacten 1 }
stap B { door R begint 14 dagen na A duur precies 1 dag contacten 1 }
stap C { door R duur precies 1 dag contacten 1 herhaal precies 1 keer frequentie 1 keer per week }
stap D { door R duur 1 dag contacten 1 }
einde Klaar`);
    expect(found.map(({ label }) => label)).toEqual([
        'hiervoor: 1 contact, 7 dagen',
        'hiervoor: 2 contacten, 22 dagen',
        'hiervoor: 4 contacten, 30 dagen',
    ]);
    expect(found[0]?.tooltip).toContain('`begint … na`');
});

test('inlay hints say what follows where nothing is said, and only there', async () => {
    const editor = await open(NATIONAL);
    const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const params = { textDocument: editor.params.textDocument, range: all };
    const hints = await editor.services.lsp.InlayHintProvider?.getInlayHints(editor.document, params);
    expect(hints?.map(({ position, label }) => [position.line + 1, label])).toEqual([[4, '→ Plan']]);
    const none = { ...params, range: { start: all.start, end: { line: 1, character: 0 } } };
    expect(await editor.services.lsp.InlayHintProvider?.getInlayHints(editor.document, none)).toEqual([]);
});

test('where something before is open the least is said, and that the rest is unknown', async () => {
    expect(
        await hints(`stap A { door R duur onbekend contacten onbekend }
stap B { door R duur 3 dagen contacten 2 }
stap C { door R }
einde Klaar`),
    ).toEqual([
        '2 hiervoor: contacten onbekend, dagen onbekend',
        '3 hiervoor: minstens 2 contacten + onbekend, minstens 3 dagen + onbekend',
    ]);
});

test('of choice nothing need be done', async () => {
    expect(
        await hints(`gelijktijdig {
  fase Eerst {
    naar keuze { stap A { door R contacten 2 } stap B { door R contacten 2 } }
    stap C { door R contacten 1 }
    stap D { door R contacten 1 }
  }
  stap E { door R contacten 1 }
}
einde Klaar`),
    ).toEqual(['5 hiervoor: minstens 1 contact']);
});

test.each(['voorzorg/voorzorg', 'gezinspad/gezinspad'])(
    'the least on one way is never more than the least over all courses: %s',
    async (name) => {
        const { services, document } = await open(readFileSync(`examples/${name}.draaiboek`, 'utf8'));
        const compared = services.models.of(document).interventions.flatMap((protocol) => {
            const known = soFarIn(protocol, []);
            return [...atLeastBefore(protocol)].flatMap(([step, { contacts, days }]) => {
                const soFar = known.get(step);
                return soFar ? [contacts <= soFar.contacts.least && days <= soFar.days.least] : [];
            });
        });
        expect(compared.length).toBeGreaterThan(1);
        expect(compared).not.toContain(false);
    },
);
