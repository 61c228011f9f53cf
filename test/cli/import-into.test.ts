import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { xml, type MarginComment } from './word-file.js';
import { folder, tool } from './tool.js';

const EXAMPLES = join(import.meta.dirname, '../../examples');
const EXAMPLE = join(EXAMPLES, 'gezinspad');

const PROTOCOL = `bron Boek "Het boek"
interventie Pad "Het pad" volgens Boek tenzij anders vermeld {
  versie "1.0" van 2026-01-01
  samenvatting """
    Een pad voor gezinnen, met *veel* geduld.

    Het duurt een half jaar en gaat in
    kleine stappen vooruit.
    """
  doel Rust "Het gezin heeft rust in huis" {
    subdoel Slapen "Ouders slapen de hele nacht door"
  }
  rol Werker "De werker van het gezin" { competentie "Kan goed luisteren naar ouders" }
  aanpak {
    stap Kennismaken "Kennismaken bij het gezin thuis" {
      door Werker
      werkt aan Slapen
      aandachtspunt "Neem de tijd voor een kop koffie"
      daarna: Klaar
    }
    einde Klaar
  }
}
`;

/** What somebody did in Word to the document of a protocol. */
interface Edits {
    /** a comment on the first paragraph that holds these words */
    readonly comments?: readonly (MarginComment & { readonly on: string })[];
    readonly replace?: readonly (readonly [string, string])[];
    /** the same with changes tracked, by Els */
    readonly track?: readonly (readonly [before: string, gone: string, put: string])[];
    /** a new paragraph from these words on */
    readonly split?: readonly string[];
    /** a paragraph behind the one before it, in which these words stand */
    readonly join?: readonly string[];
    /** paragraphs behind the first one that holds these words */
    readonly add?: readonly (readonly [string, string])[];
    readonly remove?: readonly string[];
    /** anything else that is done to its XML */
    readonly work?: (body: string) => string;
    /** what Word keeps about threads of comments */
    readonly threads?: readonly string[];
}

/** The same document as Word writes it after somebody worked in it. */
function worked(bytes: Uint8Array, edits: Edits): Uint8Array {
    const { comments = [], replace = [], track = [], split = [], join: joined = [], add = [], remove = [] } = edits;
    const parts = unzipSync(bytes);
    const read = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
    let body = read('word/document.xml');
    const paragraphWith = (words: string) => {
        const found = [...body.matchAll(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g)].find((m) =>
            m[0].replace(/<[^>]*>/g, '').includes(xml(words)),
        );
        if (!found) {
            throw new Error(`No paragraph says: ${words}`);
        }
        return found[0];
    };
    for (const [from, to] of replace) {
        const paragraph = paragraphWith(from);
        const edited = paragraph.replace(xml(from), () => xml(to));
        if (edited === paragraph) {
            throw new Error(`These words are not in one run: ${from}`);
        }
        body = body.replace(paragraph, () => edited);
    }
    const edit = (words: string, change: (paragraph: string) => string) => {
        const paragraph = paragraphWith(words);
        const edited = change(paragraph);
        if (edited === paragraph) {
            throw new Error(`These words are not in one run: ${words}`);
        }
        body = body.replace(paragraph, () => edited);
    };
    const who = 'w:id="90" w:author="Els" w:date="2026-03-03T09:00:00Z"';
    for (const [before, gone, put] of track) {
        const run = (element: string, text: string) =>
            `<w:r><w:${element} xml:space="preserve">${xml(text)}</w:${element}></w:r>`;
        const struck = `<w:del ${who}>${run('delText', gone)}</w:del>`;
        const changed = put === '' ? struck : `${struck}<w:ins ${who}>${run('t', put)}</w:ins>`;
        edit(before + gone, (p) =>
            p.replace(xml(before + gone), () => `${xml(before)}</w:t></w:r>${changed}<w:r><w:t xml:space="preserve">`),
        );
    }
    for (const words of split) {
        edit(words, (p) => p.replace(xml(words), () => `</w:t></w:r></w:p><w:p><w:r><w:t>${xml(words)}`));
    }
    for (const words of joined) {
        const paragraph = paragraphWith(words);
        const before = body.slice(0, body.indexOf(paragraph)).replace(/<\/w:p>$/, '');
        const runs = paragraph.replace(
            /^<w:p>(?:<w:pPr>.*?<\/w:pPr>)?/,
            '<w:r><w:t xml:space="preserve"> </w:t></w:r>',
        );
        body = before + runs + body.slice(body.indexOf(paragraph) + paragraph.length);
    }
    for (const [after, words] of add) {
        const paragraph = paragraphWith(after);
        body = body.replace(paragraph, () => `${paragraph}<w:p><w:r><w:t>${xml(words)}</w:t></w:r></w:p>`);
    }
    for (const words of remove) {
        body = body.replace(paragraphWith(words), '');
    }
    comments.forEach(({ on }, id) => {
        const paragraph = paragraphWith(on);
        const mark = `<w:r><w:commentReference w:id="${String(id)}"/></w:r></w:p>`;
        body = body.replace(paragraph, () => paragraph.replace(/<\/w:p>$/, mark));
    });
    body = edits.work?.(body) ?? body;
    const w =
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
    const margin = comments.map(
        ({ author, date, text }, id) =>
            `<w:comment w:id="${String(id)}" w:author="${xml(author).replaceAll('"', '&quot;')}" w:date="${date}" w:initials="X"><w:p w14:paraId="0000000${String(id)}"><w:r><w:t>${xml(text)}</w:t></w:r></w:p></w:comment>`,
    );
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
    return zipSync({
        ...parts,
        'docProps/app.xml': strToU8(read('docProps/app.xml').replace('>Draaiboek<', '>Microsoft Office Word<')),
        'word/document.xml': strToU8(body),
        'word/comments.xml': strToU8(`<w:comments ${w}>${margin.join('')}</w:comments>`),
        ...(edits.threads
            ? { 'word/commentsExtended.xml': strToU8(`<w15:commentsEx>${edits.threads.join('')}</w15:commentsEx>`) }
            : {}),
        'word/_rels/document.xml.rels': strToU8(
            read('word/_rels/document.xml.rels').replace(
                '</Relationships>',
                `<Relationship Id="rIdComments" Type="${rel}" Target="comments.xml"/></Relationships>`,
            ),
        ),
        '[Content_Types].xml': strToU8(
            read('[Content_Types].xml').replace(
                '</Types>',
                `<Override PartName="/word/comments.xml" ContentType="${type}"/></Types>`,
            ),
        ),
    });
}

const ELS = { author: 'Els', date: '2026-03-03T10:00:00Z' };

/** A folder with a protocol, and the document that was made of it after somebody worked in it. */
async function after(edits: Edits, protocol = PROTOCOL, to = 'werkblad'): Promise<string> {
    const cwd = folder({ 'pad.draaiboek': protocol });
    const made = await tool(['generate', 'pad.draaiboek', '--to', to, '--out', 'uit', '--date', '2026-02-02'], { cwd });
    expect(made.code, made.err).toBe(0);
    const bytes = readFileSync(join(cwd, `uit/Pad/Pad-${to}.docx`));
    writeFileSync(join(cwd, 'terug.docx'), worked(bytes, edits));
    return cwd;
}

const TAKEN =
    'opmerking van onbekend "Overgenomen uit terug.docx: in plaats van “Ouders slapen de hele nacht door” staat er nu “Ouders slapen de nacht door”; elders in dat document staat het er nog zoals het was"';

const textOf = (cwd: string) => readFileSync(join(cwd, 'pad.draaiboek'), 'utf8');
const back = (cwd: string, ...args: string[]) =>
    tool(['import', 'terug.docx', '--into', 'pad.draaiboek', ...args], { cwd });

describe('import --into', () => {
    test('a document in which nobody did anything changes nothing', async () => {
        const cwd = await after({});
        const { code, out } = await back(cwd);
        expect([code, out]).toEqual([0, 'terug.docx (Werkblad) → pad.draaiboek: 0 opmerkingen erbij.\n']);
        expect(textOf(cwd)).toBe(PROTOCOL);
    });

    test.each(['handleiding', 'rolkaarten', 'ouders', 'matrices', 'record'])(
        'a document of another kind is known again, and changes nothing: %s',
        async (kind) => {
            const cwd = await after({}, PROTOCOL, kind);
            const { code, out } = await back(cwd);
            expect([code, out]).toEqual([
                0,
                expect.stringMatching(/^terug\.docx \(.+\) → pad\.draaiboek: 0 opmerkingen erbij\.\n$/),
            ]);
            expect(textOf(cwd)).toBe(PROTOCOL);
        },
    );

    test('a comment becomes a remark at the element that it is about, once', async () => {
        const cwd = await after({
            comments: [
                { ...ELS, on: 'Neem de tijd voor een kop koffie', text: 'Ook "thee"?' },
                {
                    ...ELS,
                    author: 'Noor "N." Bos',
                    on: 'Kan goed luisteren naar ouders',
                    text: 'Naar kinderen ook [[nu]]',
                },
                { ...ELS, on: 'Een pad voor gezinnen', text: 'Mooi' },
            ],
        });
        const { code, out } = await back(cwd);
        expect(code).toBe(0);
        expect(out).toContain('3 opmerkingen erbij.');
        const text = textOf(cwd);
        expect(text).toContain('      daarna: Klaar\n      opmerking van "Els" op 2026-03-03 "Ook “thee”?"\n    }');
        expect(text).toMatch(
            /rol Werker .*opmerking van "Noor “N.” Bos" op 2026-03-03 "Naar kinderen ook \\\[\[nu\]\]"/s,
        );
        expect(text).toMatch(
            /\n {2}opmerking van "Els" op 2026-03-03 "Bij “Een pad voor gezinnen, met veel geduld\.”: Mooi"\n\}/,
        );
        // nothing else changed
        const without = text.replace(/ *opmerking van .*\n/g, '').replace(/\s+/g, ' ');
        expect(without).toBe(PROTOCOL.replace(/\s+/g, ' '));
        const again = await back(cwd);
        expect(again.out).toContain('0 opmerkingen erbij, 3 stonden er al');
        expect(textOf(cwd)).toBe(text);
    });

    const STEPS = PROTOCOL.replace(
        'daarna: Klaar',
        'voor ouders "Wij maken samen kennis met u."\n      daarna: Werk',
    ).replace(
        '    einde Klaar\n',
        `    fase Werk "Het werk zelf" {
      stap Plan "Plan" {
        door Werker
        voor ouders "Wij maken samen kennis met u."
      }
      daarna: Klaar
    }
    einde Klaar
`,
    );

    /** The elements to which comments come, each on the place where words stand for the so manyth time. */
    const commented = async (to: string, places: readonly (readonly [words: string, index: number])[]) => {
        const margin = places.map((_, i) => ({ ...ELS, on: 'pad', text: String(i) }));
        const work = (body: string) =>
            places.reduce(
                (text, [words, index], i) => {
                    const at = [...text.matchAll(new RegExp(words, 'g'))].at(index)?.index ?? NaN;
                    const end = text.indexOf('</w:p>', at);
                    const mark = `<w:r><w:commentReference w:id="${String(i)}"/></w:r>`;
                    return text.slice(0, end) + mark + text.slice(end);
                },
                body.replace(/<w:r><w:commentReference [^>]*><\/w:r>/g, ''),
            );
        const cwd = await after({ comments: margin, work }, STEPS, to);
        const { code, out } = await back(cwd, '--format', 'json');
        expect(code).toBe(0);
        const { remarks } = JSON.parse(out) as { remarks: { element: string; text: string }[] };
        return remarks.map((r) => r.element);
    };

    test('a comment in the version for parents comes to the element whose item it is on', async () => {
        const told = await commented('ouders', [
            ['>Plan<', 0],
            ['Wij maken samen kennis', 0],
            ['Wij maken samen kennis', 1],
            ['Het werk zelf', 0],
        ]);
        expect(told).toEqual(['Plan', 'Kennismaken', 'Plan', 'Werk']);
    });

    test('a comment on a cell of a matrix comes to what the cell names', async () => {
        const cells = '(?<=<w:tc>(?:(?!<w:tc>).)*)Kennismaken bij het gezin thuis';
        expect(await commented('matrices', [[cells, 0]])).toEqual(['Kennismaken']);
    });

    test('a changed text is proposed, and taken over only when asked; the rest of the text stays as it is', async () => {
        const cwd = await after({
            replace: [
                ['Neem de tijd voor een kop koffie', 'Neem ruim de tijd voor een kop thee'],
                ['kleine stappen', '"kleine" stapjes'],
                ['Ouders slapen de hele nacht door', 'Ouders slapen de nacht door'],
            ],
        });
        const told = await back(cwd);
        expect(told.out).toContain('Voorgestelde wijzigingen (3):');
        expect(told.out).toContain('    + ');
        expect(textOf(cwd)).toBe(PROTOCOL);
        const { proposals } = JSON.parse((await back(cwd, '--format', 'json')).out) as {
            proposals: { element: string; oldText: string; newText: string; applied: boolean }[];
        };
        expect(proposals.map((p) => p.element).sort()).toEqual(['Kennismaken', 'Pad', 'Slapen']);
        const { out } = await back(cwd, '--apply');
        expect(out).toContain('Overgenomen wijzigingen (3):');
        expect(textOf(cwd)).toBe(
            PROTOCOL.replace('Neem de tijd voor een kop koffie', 'Neem ruim de tijd voor een kop thee')
                .replace('kleine stappen', '‘kleine’ stapjes')
                .replace('de hele nacht door"', `de nacht door" {\n      ${TAKEN}\n    }`),
        );
        expect((await tool(['check', 'pad.draaiboek'], { cwd })).out).toContain('0 fouten');
    });

    test('a text that the document shows twice, changed at one place, is not changed back when it comes again', async () => {
        const cwd = await after({ replace: [['Ouders slapen de hele nacht door', 'Ouders slapen de nacht door']] });
        expect((await back(cwd, '--apply')).out).toContain('Overgenomen wijzigingen (1):');
        const text = textOf(cwd);
        expect(text).toContain('subdoel Slapen "Ouders slapen de nacht door"');
        const again = await back(cwd, '--apply');
        expect(again.out).not.toContain('wijzigingen');
        expect(textOf(cwd)).toBe(text);
    });

    test('of two texts with the same words the one that was changed is changed, once', async () => {
        const cwd = await after(
            { replace: [['Vraag eerst hoe het gaat met de kinderen', 'Vraag hoe het gaat met de kinderen']] },
            PROTOCOL.replace(
                'aandachtspunt "Neem de tijd voor een kop koffie"\n      daarna: Klaar\n    }',
                `aandachtspunt "Vraag eerst hoe het gaat met de kinderen"
      daarna: Volgen
    }
    stap Volgen "Volgen hoe het gaat" {
      door Werker
      werkt aan Slapen
      aandachtspunt "Vraag eerst hoe het gaat met de kinderen"
      daarna: Klaar
    }`,
            ),
        );
        await back(cwd, '--apply');
        const text = textOf(cwd);
        const [first, second] = text.split('stap Volgen');
        expect(first).toContain('aandachtspunt "Vraag hoe het gaat met de kinderen"');
        expect(second).toContain('aandachtspunt "Vraag eerst hoe het gaat met de kinderen"');
        await back(cwd, '--apply');
        expect(textOf(cwd)).toBe(text);
    });

    test('what was added or struck out, or cannot be written as a change, becomes a remark at its place', async () => {
        const cwd = await after({
            add: [['Neem de tijd voor een kop koffie', 'Neem ook speelgoed mee voor de kinderen']],
            remove: ['Kan goed luisteren naar ouders'],
            replace: [['geduld', 'liefde']],
        });
        const { code, out } = await back(cwd, '--apply');
        expect(code).toBe(0);
        const text = textOf(cwd);
        expect(text).toMatch(
            /stap Kennismaken [^]*opmerking van onbekend "Toegevoegd in terug\.docx: “Neem ook speelgoed mee voor de kinderen”"/,
        );
        expect(text).toMatch(
            /opmerking van onbekend "Geschrapt in terug\.docx: “Competentie Kan goed luisteren naar ouders”"/,
        );
        expect(text).toMatch(
            /opmerking van onbekend "Voorstel in terug\.docx: in plaats van “Een pad voor gezinnen, met veel geduld\.” staat er “Een pad voor gezinnen, met veel liefde\.”"/,
        );
        expect(text).toContain('competentie "Kan goed luisteren naar ouders"');
        expect(out).toContain('3 opmerkingen erbij');
    });

    const SUBGOAL = 'Ouders slapen de hele nacht door';
    const twice = (cwd: string) => {
        // the subgoal stands at itself and at the step that works at it
        const parts = unzipSync(readFileSync(join(cwd, 'terug.docx')));
        const [head = '', first = '', second = '', ...rest] = strFromU8(
            parts['word/document.xml'] ?? new Uint8Array(),
        ).split(SUBGOAL);
        const changed = [head, 'Ouders slapen de halve nacht door', first, 'Ouders slapen de lange nacht door', second];
        const body = changed.join('') + rest.map((r) => SUBGOAL + r).join('');
        writeFileSync(join(cwd, 'terug.docx'), zipSync({ ...parts, 'word/document.xml': strToU8(body) }));
    };

    test('of two changes of the same words one is taken over; which was not, why, and what became of it is told', async () => {
        const cwd = await after({});
        twice(cwd);
        const told = await back(cwd);
        expect(told.out).toContain('Voorgestelde wijzigingen (1):');
        expect(told.out).toContain('Wijzigingen die niet ook overgenomen kunnen worden (1):');
        const { out } = await back(cwd, '--apply');
        expect(out).toMatch(/Overgenomen wijzigingen \(1\):\n.*\n.*\n {4}\+ .*halve nacht/);
        expect(out).toMatch(/Niet overgenomen wijzigingen \(1\):\n.*\n.*\n {4}\+ .*lange nacht/);
        expect(out).toMatch(
            /Reden: het document wijzigt dezelfde woorden ook op een andere manier \(pad\.draaiboek:11:\d+, in “.*halve nacht door”\)\./,
        );
        const text = textOf(cwd);
        expect(text).toContain('"Ouders slapen de halve nacht door"');
        expect(text).toMatch(
            /subdoel Slapen [^]*opmerking van onbekend "Voorstel in terug\.docx: in plaats van “.*hele nacht door” staat er “.*lange nacht door”"/,
        );
        // the second time it is known, and does not undo the first
        const again = await back(cwd, '--apply', '--format', 'json');
        expect(JSON.parse(again.out)).toMatchObject({
            proposals: [],
            remarks: [{ element: 'Slapen', written: false }],
        });
        expect(textOf(cwd)).toBe(text);
    });

    test('JSON says of each change whether it was taken over, and which one kept it from that', async () => {
        const cwd = await after({});
        twice(cwd);
        const { out } = await back(cwd, '--apply', '--format', 'json');
        const { proposals } = JSON.parse(out) as { proposals: { applied: boolean; conflictsWith: number | null }[] };
        expect(proposals.map((p) => [p.applied, p.conflictsWith])).toEqual([
            [true, null],
            [false, 0],
        ]);
    });

    test('a paragraph that was split loses no words, and neither do two that became one', async () => {
        const cwd = await after({
            replace: [['kleine stappen', 'grote stappen']],
            split: ['grote stappen'],
            join: ['Aandachtspunt'],
        });
        const { out } = await back(cwd, '--apply');
        const text = textOf(cwd);
        expect(text).toMatch(/Het duurt een half jaar en gaat in\n {4}grote stappen vooruit\./);
        expect(text).toContain(
            'opmerking van onbekend "Gesplitst in terug.docx: “Het duurt een half jaar en gaat in” | “grote stappen vooruit.”"',
        );
        expect(text).toContain('aandachtspunt "Neem de tijd voor een kop koffie"');
        expect(text).toContain(
            'opmerking van onbekend "Samengevoegd in terug.docx: “Werkt aan Ouders slapen de hele nacht door Aandachtspunt Neem de tijd voor een kop koffie”"',
        );
        expect(out).toContain('2 opmerkingen erbij');
        const again = await back(cwd, '--apply');
        expect(again.out).toContain('0 opmerkingen erbij, 2 stonden er al');
        expect(textOf(cwd)).toBe(text);
    });

    test('a change that was tracked comes back with who made it and when', async () => {
        const cwd = await after({
            track: [
                ['Neem de tijd voor een ', 'kop koffie', 'kop thee'],
                ['', 'Kan goed luisteren naar ouders', ''],
                ['Ouders slapen de hele ', 'nacht', 'week'],
            ],
        });
        const told = await back(cwd);
        expect(told.out).toMatch(/Kennismaken \(pad\.draaiboek:18:\d+\), Els, 2026-03-03\n/);
        expect(textOf(cwd)).toContain(
            'opmerking van "Els" op 2026-03-03 "Geschrapt in terug.docx: “Competentie Kan goed luisteren naar ouders”"',
        );
        const { proposals } = JSON.parse((await back(cwd, '--format', 'json')).out) as {
            proposals: { element: string; author: string; date: string }[];
        };
        expect(proposals.map((p) => [p.element, p.author, p.date])).toEqual([
            ['Slapen', 'Els', '2026-03-03'],
            ['Kennismaken', 'Els', '2026-03-03'],
        ]);
    });

    test('a comment in the row of a step is a remark at that step', async () => {
        const steps = PROTOCOL.replace(
            'daarna: Klaar\n',
            'duur 3 weken\n    }\n    stap Plannen "Een plan maken" {\n      door Werker\n      duur 5 weken\n      daarna: Klaar\n',
        );
        const cwd = await after(
            {
                comments: [
                    { ...ELS, on: '5 weken', text: 'Is dat niet lang?' },
                    { ...ELS, on: '3 weken', text: 'En dit niet kort?' },
                ],
            },
            steps,
        );
        const { remarks } = JSON.parse((await back(cwd, '--format', 'json')).out) as { remarks: { element: string }[] };
        expect(remarks.map((r) => r.element)).toEqual(['Plannen', 'Kennismaken']);
    });

    test('a comment or a change in a block without a name is told there, with the line that it is about', async () => {
        const blocks = PROTOCOL.replace(
            '  aanpak {\n',
            `  uitvoering { locatie "In het huis van de wijk" }
  onderbouwing { oorzaak "Ouders slapen te weinig" }
  aanpak {
    toelichting "De tafel is de plek waar het begint"
`,
        );
        const cwd = await after(
            {
                comments: [
                    { ...ELS, on: 'waar het begint', text: 'Welke tafel?' },
                    { ...ELS, on: 'In het huis van de wijk', text: 'Welk huis?' },
                    { ...ELS, on: 'Ouders slapen te weinig', text: 'Hoe weten wij dat?' },
                ],
                replace: [['de plek waar', 'het punt waar']],
            },
            blocks,
        );
        const { remarks, proposals } = JSON.parse((await back(cwd, '--format', 'json')).out) as Record<
            'remarks' | 'proposals',
            { element: string }[]
        >;
        expect(remarks?.map((r) => r.element)).toEqual(['aanpak', 'uitvoering', 'onderbouwing']);
        expect(proposals?.map((r) => r.element)).toEqual(['aanpak']);
        const text = textOf(cwd).replace(/\s+/g, ' ');
        expect(text).toContain(
            'locatie "In het huis van de wijk" opmerking van "Els" op 2026-03-03 "Bij “Locatie In het huis van de wijk”: Welk huis?" }',
        );
        expect(text).toContain('te weinig" opmerking van "Els" op 2026-03-03 "Bij “');
        expect((await back(cwd)).out).toContain('0 opmerkingen erbij, 3 stonden er al');
    });

    test('a comment under a heading within the card of a handover is a remark at that handover', async () => {
        const handover = PROTOCOL.trimEnd().replace(
            /\}$/,
            `  rol Arts "De huisarts"
  overdracht NaarArts "Naar de huisarts" van Werker naar Arts {
    ernst "Staat op de voorkant"
    actie "Bellen met het gezin" door Arts
  }
}
`,
        );
        const comments = ['Ernst', 'Samenvatting en informatie', 'Bellen met het gezin'].map((on) => ({
            ...ELS,
            on,
            text: `Over ${on}`,
        }));
        const cwd = await after({ comments }, handover, 'overdrachtskaarten');
        const { remarks } = JSON.parse((await back(cwd, '--format', 'json')).out) as { remarks: { element: string }[] };
        expect(remarks.map((r) => r.element)).toEqual(['NaarArts', 'NaarArts', 'NaarArts']);
    });

    test('a comment over two paragraphs is about the first of them', async () => {
        const over = (body: string) =>
            body
                .replace(/(<w:r>(?:(?!<\/w:r>)[\s\S])*Neem de tijd)/, '<w:commentRangeStart w:id="0"/>$1')
                .replace(/(?=<w:r><w:commentReference)/, '<w:commentRangeEnd w:id="0"/>');
        const steps = PROTOCOL.replace(
            'daarna: Klaar\n',
            'daarna: Plannen\n    }\n    stap Plannen "Een plan maken" {\n      door Werker\n      aandachtspunt "Schrijf het samen op"\n      daarna: Klaar\n',
        );
        const cwd = await after(
            { comments: [{ ...ELS, on: 'Schrijf het samen', text: 'Kan dit korter?' }], work: over },
            steps,
        );
        const { remarks } = JSON.parse((await back(cwd, '--format', 'json')).out) as { remarks: { element: string }[] };
        expect(remarks.map((r) => r.element)).toEqual(['Kennismaken']);
    });

    test('a comment with a day that does not exist is a remark without one, and that is told', async () => {
        const cwd = await after({
            comments: [{ ...ELS, date: '2026-02-31T10:00:00Z', on: 'Neem de tijd', text: 'Thee?' }],
        });
        const { code, err } = await back(cwd);
        expect(code).toBe(0);
        expect(err).toContain(
            'De opmerking “Thee?” van Els heeft als datum 2026-02-31, en die dag bestaat niet: zij is zonder datum overgenomen.',
        );
        expect(textOf(cwd)).toContain('opmerking van "Els" "Thee?"');
    });

    const FILES = `${PROTOCOL.trimEnd().replace(/\}$/, '')}
  document Beeld "Hoe het thuis gaat" { bewaartermijn 20 jaar }
  document Kaart "Wie er om het gezin heen staan" { bewaartermijn 20 jaar plaats "In het dossier" }
  document Plan "Het plan van het gezin" { bewaartermijn 20 jaar plaats "Bij het gezin thuis" }
}
`;
    const rowOf = (body: string, words: string) => {
        const found = body.match(/<w:tr>(?:(?!<\/w:tr>)[\s\S])*<\/w:tr>/g)?.find((row) => row.includes(words));
        if (found === undefined) {
            throw new Error(`No row says: ${words}`);
        }
        return found;
    };

    test('a row that was taken out, put in or moved is told as one, and a cell at what its row is about', async () => {
        const cwd = await after(
            {
                work: (body) => {
                    const [beeld, kaart, plan] = ['Hoe het thuis', 'Wie er om', 'Het plan van'].map((w) =>
                        rowOf(body, w),
                    );
                    const own = plan?.replace('Het plan van het gezin', 'Brief aan de huisarts') ?? '';
                    return body
                        .replace(kaart ?? '', '')
                        .replace(beeld ?? '', beeld?.replace('20 jaar', '15 jaar') ?? '')
                        .replace(
                            plan ?? '',
                            (plan ?? '') + own.replace('20 jaar', '1 jaar').replace('Bij het gezin thuis', 'Nergens'),
                        );
                },
            },
            FILES,
            'gegevens',
        );
        const { out } = await back(cwd);
        expect(out).toMatch(
            / {2}Kaart: Geschrapt in terug\.docx: “Wie er om het gezin heen staan \| .*In het dossier”/,
        );
        expect(out).toMatch(/ {2}Beeld: Voorstel in terug\.docx: in plaats van “.*20 jaar.*” staat er “.*15 jaar.*”/);
        expect(out).toMatch(/ {2}Pad: Toegevoegd in terug\.docx: “Brief aan de huisarts \| .*1 jaar.*Nergens”/);
        expect(out).toContain('3 opmerkingen erbij');
        const moved = await after(
            {
                work: (body) =>
                    body
                        .replace(rowOf(body, 'Hoe het thuis'), '')
                        .replace(rowOf(body, 'Het plan van'), (row) => row + rowOf(body, 'Hoe het thuis')),
            },
            FILES,
            'gegevens',
        );
        expect((await back(moved)).out).toMatch(
            /1 opmerking erbij\.\n {2}Beeld: Verplaatst in terug\.docx: “Hoe het thuis gaat \| /,
        );
    });

    test('a row that was struck out while that was tracked is told with who did it', async () => {
        const who = 'w:id="91" w:author="Els" w:date="2026-03-03T09:00:00Z"';
        const struck = (body: string) => {
            const row = rowOf(body, 'Wie er om');
            const gone = row
                .replace(/<w:trPr>|<w:tr>/, (head) =>
                    head === '<w:tr>' ? `<w:tr><w:trPr><w:del ${who}/></w:trPr>` : `<w:trPr><w:del ${who}/>`,
                )
                .replace(/<w:r>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/g, (run) => `<w:del ${who}>${run}</w:del>`)
                .replace(/<(\/?)w:t(?=[\s>])/g, '<$1w:delText');
            return body.replace(row, () => gone);
        };
        const cwd = await after({ work: struck }, FILES, 'gegevens');
        expect((await back(cwd)).out).toMatch(
            /1 opmerking erbij\.\n {2}Kaart: Els: Geschrapt in terug\.docx: “Wie er om/,
        );
        expect(textOf(cwd)).toContain('opmerking van "Els" op 2026-03-03 "Geschrapt in terug.docx: “Wie er om');
    });

    test('what Word writes otherwise when it saves is no change: numbers of captions, titles of pictures', async () => {
        const complex = (instruction: string, result: string) =>
            `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
        for (const kind of ['werkblad', 'handleiding']) {
            const saved = (body: string) =>
                body
                    .replace(
                        /<w:fldSimple w:instr="([^"]*)"[^>]*>([\s\S]*?)<\/w:fldSimple>/g,
                        (_, i: string, r: string) => complex(i, r),
                    )
                    .replace(/(<wp:docPr [^>]*) title="[^"]*"/g, '$1');
            const cwd = await after({ work: saved }, PROTOCOL, kind);
            expect((await back(cwd)).out).toContain(': 0 opmerkingen erbij.\n');
            expect(textOf(cwd)).toBe(PROTOCOL);
        }
    });

    test('an answer to a comment says so, and what is dealt with comes back as that', async () => {
        const cwd = await after({
            comments: [
                { ...ELS, on: 'Neem de tijd', text: 'Ook thee?' },
                { ...ELS, author: 'Noor', on: 'Neem de tijd', text: 'Ja.' },
            ],
            threads: [
                '<w15:commentEx w15:paraId="00000000" w15:done="1"/>',
                '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000" w15:done="1"/>',
            ],
        });
        await back(cwd);
        const text = textOf(cwd);
        expect(text.replace(/\s+/g, ' ')).toContain(
            'opmerking van "Els" op 2026-03-03 "Ook thee?" { stand afgehandeld } opmerking van "Noor" op 2026-03-03 "Antwoord aan Els: Ja." { stand afgehandeld }',
        );
        expect((await back(cwd)).out).toContain('0 opmerkingen erbij, 2 stonden er al');
        expect(textOf(cwd)).toBe(text);
    });

    test('a document of another version says so', async () => {
        const cwd = await after({});
        writeFileSync(
            join(cwd, 'pad.draaiboek'),
            PROTOCOL.replace('versie "1.0" van 2026-01-01', 'versie "1.1" van 2026-02-01'),
        );
        const { err } = await back(cwd);
        expect(err).toContain(
            'terug.docx is van een andere versie (Versie 1.0 van 1 januari 2026) dan pad.draaiboek nu is (Versie 1.1 van 1 februari 2026)',
        );
    });

    test('the process of an example stays, whatever comes back, and every kind of document is known again', async () => {
        const cwd = folder();
        for (const name of readdirSync(EXAMPLE)) {
            copyFileSync(join(EXAMPLE, name), join(cwd, name));
        }
        const protocol = readFileSync(join(cwd, 'gezinspad.draaiboek'), 'utf8');
        const args = [
            'generate',
            'gezinspad.draaiboek',
            'kader.draaiboek',
            '--to',
            'werkblad,html,markdown',
            '--out',
            'uit',
        ];
        expect((await tool(args, { cwd })).code).toBe(0);
        const json = async () =>
            JSON.parse(
                (
                    await tool(
                        ['generate', 'gezinspad.draaiboek', '--to', 'json', '--out', 'json', '--format', 'json'],
                        { cwd },
                    )
                ).out,
            ) as unknown;
        await json();
        const processOf = () =>
            (
                JSON.parse(readFileSync(join(cwd, 'json/Gezinspad/Gezinspad.protocol.json'), 'utf8')) as {
                    protocol: { process: { nodes: { name: string }[]; arrows: object[] } };
                }
            ).protocol.process;
        const before = processOf();
        const bytes = readFileSync(join(cwd, 'uit/Gezinspad/Gezinspad-werkblad.docx'));
        writeFileSync(
            join(cwd, 'terug.docx'),
            worked(bytes, { comments: [{ ...ELS, on: 'Kennismaken, thuis', text: 'Goed begin' }] }),
        );
        const into = (file: string) =>
            tool(['import', file, '--into', 'gezinspad.draaiboek', '--interventie', 'Gezinspad'], { cwd });
        expect((await into('terug.docx')).out).toMatch(/\(Werkblad\) → gezinspad\.draaiboek: 1 opmerking erbij/);
        await json();
        const after = processOf();
        expect(after.nodes.map((n) => n.name)).toEqual(before.nodes.map((n) => n.name));
        expect(after.arrows).toHaveLength(before.arrows.length);
        writeFileSync(join(cwd, 'gezinspad.draaiboek'), protocol);
        for (const [path, kind] of [
            ['uit/Gezinspad/Gezinspad.html', 'HTML'],
            ['uit/Gezinspad/Gezinspad.md', 'Markdown'],
            ['uit/Gezinspad/Gezinspad-werkblad.html', 'Werkblad'],
        ] as const) {
            const { code, out } = await into(path);
            expect([code, out.split('→')[0]]).toEqual([0, `${path} (${kind}) `]);
        }
    });

    test('no document of any example changes anything by itself', async () => {
        for (const example of readdirSync(EXAMPLES)) {
            const cwd = folder();
            const files = readdirSync(join(EXAMPLES, example)).filter((name) => /\.(?:draaiboek|txt|json)$/.test(name));
            files.forEach((name) => {
                copyFileSync(join(EXAMPLES, example, name), join(cwd, name));
            });
            const { out } = await tool(['generate', '--to', 'werkblad', '--out', 'uit', '--format', 'json'], { cwd });
            const { interventies } = JSON.parse(out) as { interventies: { name: string }[] };
            for (const { name } of interventies) {
                const home = files.find((f) =>
                    new RegExp(`^interventie ${name}\\b`, 'm').test(readFileSync(join(cwd, f), 'utf8')),
                );
                const before = readFileSync(join(cwd, home ?? ''), 'utf8');
                const file = `uit/${name}/${name}-werkblad.docx`;
                const into = ['import', file, '--into', home ?? '', '--interventie', name];
                expect((await tool(into, { cwd })).out).toBe(
                    `${file} (Werkblad) → ${home ?? ''}: 0 opmerkingen erbij.\n`,
                );
                expect(readFileSync(join(cwd, home ?? ''), 'utf8')).toBe(before);
            }
        }
    });

    test('the comments in a review report come back with the heading that they stand under, once', async () => {
        const two = `${PROTOCOL}interventie Weg "De weg" { doel Rust "Rust" rol Hulp "De hulp" voert regie }\n`;
        const kader = `toetsingskader Kader "Het kader" {
  thema T "Thema" { indicator A1 "Wie het doet" { toets elke stap heeft door } }
}
`;
        const cwd = folder({ 'pad.draaiboek': two, 'kader.draaiboek': kader });
        writeFileSync(join(cwd, 'pad.draaiboek'), `gebruik "kader.draaiboek"\n${two}`);
        const before = textOf(cwd);
        const args = ['review', 'pad.draaiboek', '--format', 'docx', '--output', 'verslag.docx'];
        expect(await tool(args, { cwd })).toMatchObject({ out: '' });
        const comments = [
            { ...ELS, on: 'toets elke stap heeft door', text: 'Ook bij de tweede?' },
            { ...ELS, on: '0 van 1 indicatoren met een bevinding', text: 'Echt?' },
            // the first place that says this is the table of contents
            { ...ELS, on: 'Tegenspraken', text: 'Los' },
        ];
        const replace = [['Niets is onbekend', 'Alles is onbekend']] as const;
        writeFileSync(join(cwd, 'terug.docx'), worked(readFileSync(join(cwd, 'verslag.docx')), { comments, replace }));
        const { code, out } = await back(cwd, '--interventie', 'Pad');
        expect([code, out]).toEqual([
            0,
            expect.stringContaining('(Verslag van de toetsing) → pad.draaiboek: 3 opmerkingen erbij.'),
        ]);
        const text = textOf(cwd);
        expect(text).toContain('opmerking van "Els" op 2026-03-03 "Bij “A1 Wie het doet”: Ook bij de tweede?"');
        expect(text).toContain('opmerking van "Els" op 2026-03-03 "Bij “Het kader”: Echt?"');
        expect(text).toContain('opmerking van "Els" op 2026-03-03 "Los"');
        expect(text.replace(/ *opmerking van .*\n/g, '').replace(/\s+/g, ' ')).toBe(before.replace(/\s+/g, ' '));
        expect((await back(cwd, '--interventie', 'Pad')).out).toContain('3 stonden er al');
        const other = await back(cwd, '--interventie', 'Weg');
        expect(other.err).toContain('2 van de opmerkingen gaan over een andere interventie dan De weg');
    });

    test('a document of something else, or a name too few, gets a clear sentence', async () => {
        const cwd = await after({});
        writeFileSync(
            join(cwd, 'ander.draaiboek'),
            'interventie Ander "Iets anders" { doel Ver "Heel iets anders" }\n',
        );
        const other = await tool(['import', 'terug.docx', '--into', 'ander.draaiboek'], { cwd });
        expect([other.code, other.err]).toEqual([
            2,
            expect.stringContaining('lijkt op geen enkel document dat van Ander te maken is'),
        ]);
        writeFileSync(join(cwd, 'twee.draaiboek'), 'interventie A "A" { }\ninterventie B "B" { }\n');
        const which = await tool(['import', 'terug.docx', '--into', 'twee.draaiboek'], { cwd });
        expect([which.code, which.err]).toEqual([2, expect.stringContaining('`--interventie`')]);
        const apply = await tool(['import', 'terug.docx', '--apply'], { cwd });
        expect([apply.code, apply.err]).toEqual([2, expect.stringContaining('horen bij `--into`')]);
        const both = await tool(['import', 'terug.docx', '--into', 'pad.draaiboek', '--output', 'x'], { cwd });
        expect([both.code, both.err]).toEqual([2, expect.stringContaining('kies één van beide')]);
        const plain = await tool(['import', 'uit/Pad/Pad-werkblad.docx', '--output', '-'], { cwd });
        expect(plain.err).toContain('zeg `--into` met dat protocol');
    });
});
