import fc from 'fast-check';
import type { Desk } from './desk.js';

/** Three files that use each other, and what else they read. */
export const FILES: Readonly<Record<string, string>> = {
    'netwerk.draaiboek': `organisatie JGZ "Jeugdgezondheidszorg"
bron Handboek "Handboek" {
    jaar 2024
    bestand "handboek.txt"
}
rol Werker van JGZ
rol Arts van JGZ
`,
    'pad.draaiboek': `gebruik "netwerk.draaiboek"

// het pad van een gezin
interventie Pad "Een pad" {
    doel Rust "Het gezin heeft rust." {
        subdoel Slapen "Het kind slaapt." volgens Handboek "slaapt door"
    }
    gegeven akkoord: ja/nee
    rol Oppas
    begrip Rust
    aanpak {
        stap Kennismaken "Kennis maken" {
            door Werker
            bepaalt akkoord
            contacten 2
            daarna {
                als akkoord: Begeleiden
                anders: Uit
            }
        }
        stap Begeleiden {
            door Arts
            werkt aan Slapen
            duur 3 weken
            herhaal hoogstens 4 keer
        }
        einde Klaar
        einde Uit "Het gezin wil niet"
    }
}
`,
    'lokaal.draaiboek': `gebruik "pad.draaiboek"
interventie PadBreda uitwerking van Pad {
    aanpak {
        stap Begeleiden {
            door Oppas // geeft rust
            duur 2 weken
        }
    }
}
scenario "Wie niet wil" voor Pad {
    gegeven akkoord is nee
    verwacht einde Uit
}
`,
};
export const OTHERS: Readonly<Record<string, string>> = {
    'handboek.txt': 'Het kind slaapt door als er rust is.\n',
    'draaiboek.json': '{ "version": 1 }',
};
export const NAMES = Object.keys(FILES);
const TEXTS = Object.values(FILES).join('');

/** A place in a text, as a part of its length. */
const place = fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000);
const file = fc.constantFrom(...NAMES);
const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...TEXTS.split('\n').map((line) => `${line}\n`)) },
    { weight: 2, arbitrary: fc.constantFrom(...' \n{}",.-"`éë\u0301x1^\\/') },
    {
        weight: 1,
        arbitrary: fc.constantFrom('"""', '// ', 'onbekend', 'stap Nieuw { }\n', '\r\n', '😀', 'einde Klaar\n'),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

type Edit = (desk: Desk) => Promise<void>;
const edit = (how: string, run: Edit): Edit => Object.assign(run, { toString: () => how });
const at = (desk: Desk, name: string, where: number) => Math.round(where * (desk.textOf(name)?.length ?? 0));

/** What may happen to those files; between two edits the server may be given the time to do all of its work, or not. */
export const edits: fc.Arbitrary<Edit> = fc.oneof(
    {
        weight: 6,
        arbitrary: fc.tuple(file, place, piece).map(([name, where, text]) =>
            edit(`insert ${JSON.stringify(text)} in ${name} at ${String(where)}`, (desk) => {
                const start = at(desk, name, where);
                return desk.replace(name, { start, end: start, text });
            }),
        ),
    },
    {
        weight: 4,
        arbitrary: fc.tuple(file, place, fc.integer({ min: 1, max: 60 })).map(([name, where, length]) =>
            edit(`delete ${String(length)} in ${name} at ${String(where)}`, (desk) => {
                const start = at(desk, name, where);
                return desk.replace(name, { start, end: start + length, text: '' });
            }),
        ),
    },
    {
        weight: 2,
        arbitrary: fc.tuple(file, place, file, place, place).map(([from, begin, to, end, where]) =>
            edit(`paste ${from} ${String(begin)}-${String(end)} in ${to} at ${String(where)}`, (desk) => {
                const text = desk.textOf(from)?.slice(at(desk, from, begin), at(desk, from, end)) ?? '';
                const start = at(desk, to, where);
                return desk.replace(to, { start, end: start, text });
            }),
        ),
    },
    { weight: 4, arbitrary: file.map((name) => edit(`undo in ${name}`, (desk) => desk.undo(name))) },
    {
        weight: 1,
        arbitrary: fc
            .tuple(file, place, fc.constantFrom('Anders', 'Werker', 'b2', 'niet goed'))
            .map(([name, where, to]) =>
                edit(`rename in ${name} at ${String(where)} to ${to}`, (desk) =>
                    desk.rename(name, at(desk, name, where), to),
                ),
            ),
    },
    { weight: 1, arbitrary: file.map((name) => edit(`close ${name}`, (desk) => desk.close(name))) },
    { weight: 2, arbitrary: file.map((name) => edit(`open ${name}`, (desk) => desk.open(name))) },
    { weight: 1, arbitrary: file.map((name) => edit(`save ${name}`, (desk) => desk.save(name))) },
    {
        weight: 1,
        arbitrary: file.map((name) =>
            edit(`${name} as it was, from outside`, (desk) => desk.changeOutside(name, FILES[name])),
        ),
    },
    {
        weight: 1,
        arbitrary: fc.tuple(file, place, piece).map(([name, where, text]) =>
            edit(`insert ${JSON.stringify(text)} in ${name} at ${String(where)}, from outside`, (desk) => {
                const old = desk.disk.get(name) ?? '';
                const start = Math.round(where * old.length);
                return desk.changeOutside(name, old.slice(0, start) + text + old.slice(start));
            }),
        ),
    },
    {
        weight: 1,
        arbitrary: file.map((name) => edit(`take ${name} away`, (desk) => desk.changeOutside(name, undefined))),
    },
    {
        weight: 1,
        arbitrary: fc
            .constantFrom('{ "version": 1 }', '{ "version": 1, "rules": { "doel/meetbaar": "off" } }', '{ "versi')
            .map((text) => edit(`settings ${text}`, (desk) => desk.changeOutside('draaiboek.json', text))),
    },
    {
        weight: 1,
        arbitrary: fc
            .constantFrom('Het kind slaapt door.', 'Het kind slaapt niet.', undefined)
            .map((text) => edit(`source ${String(text)}`, (desk) => desk.changeOutside('handboek.txt', text))),
    },
    {
        weight: 3,
        arbitrary: fc.constant(
            edit('wait', async (desk) => {
                await desk.settled();
            }),
        ),
    },
);
