import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bold, commented, heading, item, itemBelow, noted, paragraph, revised, table, wordFile } from './word-file.js';
import { FORM, partOf, simplified } from '../../language/import/form.js';
import { isNotice } from '../../language/import/notice.js';
import { linesOf } from '../../language/import/lines.js';
import { readForm } from '../../cli/import/read.js';
import { folder, tool } from './tool.js';

const EXAMPLES = join(import.meta.dirname, '../../examples');

/** What every one of the documents below says, in the words of its own form. */
const SAYS = {
    group: 'Gezinnen met kinderen van 0 tot 12 jaar.',
    selection: 'Twee of meer zorgen tegelijk.',
    not: 'Acute onveiligheid.',
    goal: 'Het gezin heeft rust in huis.',
    sub: ['Ouders slapen door', 'Kinderen spelen buiten'],
    approach: 'Een werker komt elke week thuis.',
    duration: 'zes maanden',
    material: 'Een handboek van 80 bladzijden.',
    costs: 'Ongeveer duizend euro per gezin.',
    problem: 'Gezinnen zien hulp niet als hulp.',
    elements: ['Aan huis komen', 'Volhouden'],
    source: 'Jansen, P. (2010). Rust.',
    delivery: 'Twaalf werkers vulden een vragenlijst in.',
};

/** The form with numbers, by its styles. */
const BY_STYLES = [
    paragraph('Samen Thuis', 'Titel'),
    paragraph('1 Beschrijving', 'Inhopg1'),
    heading(1, 'Samenvatting'),
    paragraph('Kort gezegd: rust.'),
    heading(2, 'Doelgroep'),
    paragraph('In het kort: gezinnen.'),
    heading(1, '1. Beschrijving interventie'),
    heading(2, '1.1 Doelgroep'),
    heading(3, 'Uiteindelijke doelgroep'),
    paragraph(SAYS.group),
    heading(3, 'Selectie van doelgroepen'),
    paragraph(SAYS.selection),
    heading(3, 'Contra-indicaties'),
    paragraph(SAYS.not),
    heading(2, '1.2 Doel'),
    heading(3, 'Hoofddoel'),
    paragraph(SAYS.goal),
    heading(3, 'Subdoelen'),
    ...SAYS.sub.map(item),
    heading(2, '1.3 Aanpak'),
    heading(3, 'Opzet van de interventie'),
    paragraph(SAYS.approach),
    paragraph(`Duur: ${SAYS.duration}`),
    heading(1, '2. Uitvoering'),
    heading(2, 'Materialen'),
    paragraph(SAYS.material),
    heading(2, 'Kosten van de interventie'),
    paragraph(SAYS.costs),
    heading(1, '3. Onderbouwing'),
    heading(2, 'Probleem'),
    paragraph(SAYS.problem),
    heading(1, '4. Onderzoek'),
    heading(2, '4.1 Uitvoering'),
    paragraph(SAYS.delivery),
    heading(2, '4.2 Effecten'),
    paragraph('nog niet bekend'),
    heading(1, '5. Werkzame elementen'),
    ...SAYS.elements.map(item),
    heading(1, '6. Aangehaalde literatuur'),
    paragraph(SAYS.source),
];

/** Other wording, other order, styles of a Dutch template. */
const OTHER_ORDER = [
    paragraph('Literatuurlijst', 'Kop1'),
    paragraph(SAYS.source),
    paragraph('Onderzoek naar de interventie', 'Kop1'),
    paragraph('Procesevaluatie', 'Kop2'),
    paragraph(SAYS.delivery),
    paragraph('Wat werkt?', 'Kop1'),
    ...SAYS.elements.map((e) => paragraph(e)),
    paragraph('Waarom zo?', 'Kop1'),
    paragraph('Probleemanalyse', 'Kop2'),
    paragraph(SAYS.problem),
    paragraph('Hoe werkt het?', 'Kop1'),
    paragraph(SAYS.approach),
    paragraph('Doorlooptijd', 'Kop2'),
    paragraph(SAYS.duration),
    paragraph('Doelstelling', 'Kop1'),
    paragraph(SAYS.goal),
    paragraph('Deeldoelen', 'Kop2'),
    ...SAYS.sub.map((s) => paragraph(s)),
    paragraph('Voor wie is de interventie bedoeld?', 'Kop1'),
    paragraph(SAYS.group),
    paragraph('Toelatingscriteria', 'Kop2'),
    paragraph(SAYS.selection),
    paragraph('Exclusiecriteria', 'Kop2'),
    paragraph(SAYS.not),
    paragraph('Wat is er nodig?', 'Kop1'),
    paragraph('Benodigde materialen', 'Kop2'),
    paragraph(SAYS.material),
    paragraph('Kosten', 'Kop2'),
    paragraph(SAYS.costs),
];

/** One table with what is asked beside what is answered. */
const ONE_TABLE = [
    paragraph('Aanmeldformulier'),
    table(
        ['Onderdeel', 'Antwoord'],
        ['Naam interventie', 'Samen Thuis'],
        ['Doelgroep', SAYS.group],
        ['Indicaties', SAYS.selection],
        ['Contraindicaties', SAYS.not],
        ['Einddoel', SAYS.goal],
        ['Tussendoelen', { body: SAYS.sub.map(item).join('') }],
        ['Werkwijze', SAYS.approach],
        ['Looptijd', SAYS.duration],
        ['Materiaal', SAYS.material],
        ['Kosten (in euro)', SAYS.costs],
        ['Problematiek', SAYS.problem],
        ['Praktijkervaringen', SAYS.delivery],
        ['Onderzoek naar de uitvoering', SAYS.delivery],
        ['Werkzame bestanddelen', { body: SAYS.elements.map(item).join('') }],
        ['Bronnen', SAYS.source],
        ['Lievelingskleur', 'Blauw'],
    ),
];

/** No styles: lines in bold, and words before a colon. */
const IN_BOLD = [
    bold('Doelgroep'),
    paragraph(SAYS.group),
    bold('Selectiecriteria'),
    paragraph(SAYS.selection),
    paragraph(`Contra-indicaties: ${SAYS.not}`),
    bold('Hoofddoel:'),
    paragraph(SAYS.goal),
    bold('Subdoelen'),
    ...SAYS.sub.map(item),
    bold('Aanpak'),
    paragraph(SAYS.approach),
    paragraph(`Duur: ${SAYS.duration}`),
    paragraph(`Materialen: ${SAYS.material}`),
    paragraph(`Kosten: ${SAYS.costs}`),
    paragraph(`Probleem: ${SAYS.problem}`),
    bold('Onderzoek naar de uitvoering'),
    paragraph(SAYS.delivery),
    bold('Werkzame elementen'),
    ...SAYS.elements.map(item),
    bold('Literatuur'),
    paragraph(SAYS.source),
];

/** Boxes of one column around each chapter, slips of the pen, headings that no form has, and a table of its own. */
const IN_BOXES = [
    heading(1, 'Samen Thuis: aanvraag'),
    table([{ body: bold('Doelgroep') + paragraph(SAYS.group) + bold('Selectie') + paragraph(SAYS.selection) }]),
    table([{ body: bold('Contra-indicatie') + paragraph(SAYS.not) }]),
    heading(1, 'Hoofddoell'),
    paragraph(SAYS.goal),
    heading(1, 'Subdoelen'),
    paragraph(SAYS.sub[0] ?? ''),
    paragraph(SAYS.sub[1] ?? ''),
    heading(1, 'Aanpak'),
    paragraph(SAYS.approach),
    heading(2, 'Een week van een werker'),
    table(['Doel', 'Activiteit', 'Dag'], ['Rust', 'Samen eten', 'maandag']),
    heading(2, 'Duur'),
    paragraph(SAYS.duration),
    heading(1, 'Ontstaan en geschiedenis'),
    paragraph('Begonnen aan een keukentafel.'),
    heading(1, 'Materialen'),
    paragraph(SAYS.material),
    heading(1, 'Kosten'),
    paragraph(SAYS.costs),
    heading(1, 'Probleem'),
    paragraph(SAYS.problem),
    heading(1, 'Onderzoek naar de uitvoering'),
    paragraph(SAYS.delivery),
    heading(1, 'Werkzame factoren'),
    ...SAYS.elements.map(item),
    heading(1, 'Geraadpleegde literatuur'),
    paragraph(SAYS.source),
];

const DOCUMENTS = { BY_STYLES, OTHER_ORDER, ONE_TABLE, IN_BOLD, IN_BOXES };

async function imported(name: string, content: string | Uint8Array) {
    const cwd = folder({ [name]: content });
    const { code, out, err } = await tool(['import', name, '--output', '-'], { cwd });
    const check = await tool(['check', '--format', 'json'], { cwd: folder({ 'in.draaiboek': out }) });
    const { summary } = JSON.parse(check.out) as { summary: { error: number } };
    return { code, out, err, errors: summary.error };
}

/** Headings that stand for a part in another chapter. */
const CHAPTERS_OF_OURS = ['Uitvoering'];

/** What our form says of itself. */
const ABOUT_FORM = /^> (?:\*\*)?Deze indeling /;

/** As it is read, without the signs of Markdown and of the language. */
const shownText = (text: string) =>
    text
        .replace(/\\([^\w\s])/g, '$1')
        .replace(/[*`]/g, '')
        .replaceAll('|', ' ')
        .replace(/ --- /g, '  ')
        .replace(/ --- /g, ' ')
        .replace(/[“”„"]/g, "'")
        .replace(/\s+/g, ' ')
        .trim();

/** Without spaces at line ends, so that a text of more lines is found as it reads. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('import', () => {
    test.each(Object.entries(DOCUMENTS))('%s: each answer lands in its section', async (_name, body) => {
        const { code, out, errors } = await imported('aanvraag.docx', wordFile(body));
        expect([code, errors]).toEqual([0, 0]);
        const text = flat(out);
        for (const expected of [
            `omschrijving "${SAYS.group}"`,
            `selectie "${SAYS.selection}"`,
            `contra-indicatie "${SAYS.not}"`,
            `doel Hoofddoel "${SAYS.goal}"`,
            ...SAYS.sub.map((s, i) => `subdoel Subdoel${String(i + 1)} "${s}"`),
            `duur "${SAYS.duration}"`,
            `materiaal "${SAYS.material}"`,
            `kosten "${SAYS.costs}"`,
            `probleem "${SAYS.problem}"`,
            ...SAYS.elements.map((e) => `werkzaam element "${e}"`),
            `literatuur "${SAYS.source}"`,
        ]) {
            expect(text).toContain(expected);
        }
        expect(text).toMatch(new RegExp(`aanpak \\{ toelichting (?:"|""" )${SAYS.approach}`));
        expect(text).toContain('onderzoek OnderzoekUitvoering "Onderzoek naar de uitvoering" { toelichting');
        // what no form says
        expect(text).toContain('eigenaar onbekend');
        expect(text).toContain('betrokkenheid onbekend');
        expect(text).toContain('factor onbekend');
    });

    test.each(Object.entries(DOCUMENTS))('%s: no text is left out', async (_name, body) => {
        const { out } = await imported('aanvraag.docx', wordFile(body));
        const said = body.flatMap((xml) =>
            /w:val="Inhopg1"/.test(xml) ? [] : [...xml.matchAll(/<w:t [^>]*>([^<]*)</g)].map((m) => m[1] ?? ''),
        );
        // headings that name a part of the form are that part now
        const known = new Set(FORM.flatMap((p) => p.names.map(simplified)));
        const text = flat(out);
        const missing = said.filter(
            (line) => !text.includes(line.replace(/^[^:]{3,60}: /, '')) && !known.has(simplified(line)),
        );
        expect(missing).toEqual(body === IN_BOXES ? ['Hoofddoell'] : []);
    });

    test('what has no place stays, with its heading; what stands under a part stays there', async () => {
        const boxes = flat((await imported('a.docx', wordFile(IN_BOXES))).out);
        expect(boxes).toContain(
            'kenmerk "Nog te plaatsen" """ **Ontstaan en geschiedenis** Begonnen aan een keukentafel. """',
        );
        expect(boxes).toContain(
            '**Een week van een werker** | Doel | Activiteit | Dag | | --- | --- | --- | | Rust | Samen eten | maandag |',
        );
        expect(boxes).toContain('interventie SamenThuisAanvraag "Samen Thuis: aanvraag"');
        const rows = flat((await imported('a.docx', wordFile(ONE_TABLE))).out);
        expect(rows).toContain('interventie SamenThuis "Samen Thuis"');
        expect(rows).toMatch(/kenmerk "Nog te plaatsen" """.*\*\*Lievelingskleur\*\* Blauw/);
        const styles = flat((await imported('a.docx', wordFile(BY_STYLES))).out);
        expect(styles).toContain('samenvatting """ Kort gezegd: rust. **Doelgroep** In het kort: gezinnen. """');
        expect(styles).toContain('uitkomst onbekend omdat "nog niet bekend"');
        expect(styles).not.toContain('Nog te plaatsen');
    });

    test('a subgoal is an item of the answer; what leads up to it, stands in a table or is asked besides is none', async () => {
        const body = [
            heading(2, 'Hoofddoel'),
            paragraph(SAYS.goal),
            heading(2, 'Subdoelen'),
            paragraph('Wij werken aan twee subdoelen.'),
            ...SAYS.sub.map(item),
            table(['Subdoel', 'Wie'], ['Rust', 'ouders']),
            table(['Vraag', 'Antwoord'], ['Duur', SAYS.duration], ['Kosten', SAYS.costs], ['Lievelingskleur', 'Blauw']),
        ];
        const { out, errors } = await imported('a.docx', wordFile(body));
        expect(errors).toBe(0);
        const text = flat(out);
        expect([...text.matchAll(/subdoel (\w+) "([^"]*)"/g)].map((m) => [m[1], m[2]])).toEqual([
            ['Subdoel1', SAYS.sub[0]],
            ['Subdoel2', SAYS.sub[1]],
        ]);
        expect(text).toContain(
            'toelichting """ Wij werken aan twee subdoelen. | Subdoel | Wie | | --- | --- | | Rust | ouders | """',
        );
        expect(text).toContain(`duur "${SAYS.duration}"`);
        expect(text).toMatch(/kenmerk "Nog te plaatsen" """ \*\*Vraag\*\* Antwoord \*\*Lievelingskleur\*\* Blauw """/);
    });

    test('a list below a goal is its subgoals, in a list of subgoals and in one of goals', async () => {
        const below = [
            heading(2, 'Hoofddoel'),
            item(SAYS.goal),
            ...SAYS.sub.map((s) => itemBelow(s, 1)),
            itemBelow('Zij lezen elke avond', 2),
        ];
        const { out, errors } = await imported('a.docx', wordFile(below));
        expect(errors).toBe(0);
        expect(flat(out)).toContain(
            `doel Hoofddoel "${SAYS.goal}" { subdoel Subdoel1 "${SAYS.sub[0] ?? ''}" subdoel Subdoel2 "${SAYS.sub[1] ?? ''}" { toelichting """ - Zij lezen elke avond """ } }`,
        );
        const several = [
            heading(2, 'Doelen'),
            paragraph('Er zijn twee doelen.'),
            item('Rust'),
            itemBelow('Ouders slapen', 1),
            item('Veiligheid'),
            itemBelow('Niemand slaat', 1),
            itemBelow('Niemand scheldt', 1),
        ];
        const both = await imported('a.docx', wordFile(several));
        expect(both.errors).toBe(0);
        expect(flat(both.out)).toContain(
            'doel Doel1 "Rust" { subdoel Subdoel1 "Ouders slapen" } doel Doel2 "Veiligheid" { subdoel Subdoel2 "Niemand slaat" subdoel Subdoel3 "Niemand scheldt" }',
        );
        expect(flat(both.out)).toContain('Er zijn twee doelen.');
        const told = [
            heading(2, 'Doel'),
            paragraph(SAYS.goal),
            paragraph('De subdoelen hierbij zijn:'),
            ...SAYS.sub.map((s) => item(s)),
        ];
        const third = flat((await imported('a.docx', wordFile(told))).out);
        expect(third).toContain(`doel Hoofddoel "${SAYS.goal}" { subdoel Subdoel1 "${SAYS.sub[0] ?? ''}"`);
        expect(third).toContain('De subdoelen hierbij zijn:');
    });

    test('a footnote stands where the text calls it, also in an item, a cell and at a heading', async () => {
        const body = [
            noted(heading(1, 'Aanpak'), 0),
            noted(paragraph('Begonnen in 2010'), 1),
            paragraph('Daarna landelijk.'),
            heading(1, 'Subdoelen'),
            noted(item('Ouders slapen door'), 2),
            noted(bold('Werving'), 3),
            paragraph('Via scholen'),
            table(
                [{ body: noted(paragraph('Kosten'), 4) }, { body: noted(paragraph('duizend euro'), 5) }],
                ['Locatie', 'thuis'],
            ),
        ];
        const notes = ['Naar Jansen.', 'Zie [[Plan]].', 'Acht uur.', 'Ook via huisartsen.', 'Per gezin.', 'In 2020.'];
        const { out, err, errors } = await imported('a.docx', wordFile(body, [], notes));
        expect(errors).toBe(0);
        const text = flat(out);
        expect(text).toMatch(
            /aanpak \{ toelichting """ \(noot 1: Naar Jansen\.\) Begonnen in 2010 \(noot 2: Zie \\\[\[Plan\]\]\.\)/,
        );
        expect(text).toContain('subdoel Subdoel1 "Ouders slapen door (noot 3: Acht uur.)"');
        expect(text).toMatch(/werving """ \(noot 4: Ook via huisartsen\.\) Via scholen """/);
        expect(text).toMatch(/kosten """ \(noot 5: Per gezin\.\) duizend euro \(noot 6: In 2020\.\) """/);
        expect(text).not.toContain('Noten');
        expect(err).not.toContain('Zonder plaats');
    });

    test('lines of one paragraph that each begin with the name of a part are answers of their own', async () => {
        const html = `<h1>Aanpak</h1><p>Naam van de interventie: De Brug</p><table><tr><td>Naam interventie</td><td>De Brug</td></tr><tr><td>Kosten</td><td>weinig</td></tr></table>
            <h2>Opzet van de interventie</h2>
            <p>Duur: zes maanden<br><b>Frequentie</b>: elke week<br>en zo nodig vaker<br>Let op: geen vakantie<br>Werving: via scholen</p>`;
        const { out, errors } = await imported('a.html', html);
        expect(errors).toBe(0);
        const text = flat(out);
        expect(text).toContain('duur "zes maanden"');
        expect(text).toContain('frequentie """ elke week en zo nodig vaker Let op: geen vakantie """');
        expect(text).toContain('werving "via scholen"');
        expect(text).toContain('interventie DeBrug "De Brug"');
    });

    test('a footnote before the colon of a label stays with the answer behind it', async () => {
        const label = (words: string, rest: string, id: number) =>
            noted(paragraph(words), id).replace(/<\/w:p>$/, `<w:r><w:t xml:space="preserve">${rest}</w:t></w:r></w:p>`);
        const body = [
            heading(1, 'Uitvoering'),
            label('Duur', ': zes maanden', 0),
            label('Locatie', ':', 1),
            paragraph('Bij het gezin thuis'),
            label('Kosten', '</w:t><w:tab/><w:t>duizend euro', 2),
        ];
        const notes = ['Naar schatting: het verschilt.', 'Of elders.', 'Per gezin.'];
        const { out, err } = await imported('a.docx', wordFile(body, [], notes));
        const text = flat(out);
        expect(text).toContain('duur "zes maanden (noot 1: Naar schatting: het verschilt.)"');
        expect(text).toMatch(/locatie """ \(noot 2: Of elders\.\) Bij het gezin thuis """/);
        expect(text).toContain('kosten "duizend euro (noot 3: Per gezin.)"');
        expect(out).not.toContain('Nog te plaatsen');
        expect(err).not.toContain('Zonder plaats');
    });

    test.each([
        [
            'of pandoc',
            '<p>Elk jaar<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>.</p><section><hr><ol><li id="fn1"><p>Sinds <em>2010</em>.<a href="#fnref1">↩</a></p></li></ol></section>',
        ],
        [
            'of LibreOffice',
            '<p>Elk jaar<a name="s1anc" href="#s1sym"><sup>1</sup></a>.</p><div id="s1"><p><a name="s1sym" href="#s1anc">1</a>Sinds <em>2010</em>.</p></div>',
        ],
    ])('a note in a web page %s stands where the text calls it', async (_of, html) => {
        const { out } = await imported('a.html', `<h1>Duur</h1>${html}`);
        expect(flat(out)).toContain('duur """ Elk jaar (noot 1: Sinds *2010*.). """');
        expect(out).not.toContain('Nog te plaatsen');
    });

    test('a comment in the margin stands at the element that its words became', async () => {
        const on = (xml: string, id: number) =>
            xml.replace(/<\/w:p>$/, `<w:r><w:commentReference w:id="${String(id)}"/></w:r></w:p>`);
        const body = [
            on(heading(1, 'Doelgroep'), 0),
            paragraph(SAYS.group),
            heading(1, 'Subdoelen'),
            paragraph('Wij werken aan twee subdoelen.'),
            on(item(SAYS.sub[0] ?? ''), 1),
            item(SAYS.sub[1] ?? ''),
            heading(1, 'Uitvoering'),
            table(
                ['Duur', { body: on(paragraph(SAYS.duration), 2) }],
                [{ body: on(paragraph('Kosten'), 3) }, SAYS.costs],
            ),
            heading(1, 'Samenvatting'),
            on(paragraph('Kort.'), 4),
            heading(1, 'Ontstaan'),
            on(paragraph('Aan tafel.'), 5),
            heading(1, 'Onderzoek naar de uitvoering'),
            revised('Elke week ', 'een', 'twee', ' keer.'),
        ];
        const comments = body
            .slice(0, 6)
            .map((_, i) => ({ author: 'Els', date: '2026-03-03T10:00:00Z', text: `K${String(i)}` }));
        const { out, err, errors } = await imported('a.docx', wordFile(body, comments));
        expect(errors).toBe(0);
        /** the head of the innermost block that each remark stands in */
        const open: string[] = [];
        const where = out.split('\n').flatMap((line) => {
            if (line.endsWith('{')) {
                open.push(line.trim().split(' ').slice(0, 2).join(' '));
            } else if (line.trim() === '}') {
                open.pop();
            }
            return line.includes('opmerking van')
                ? [`${open.at(-1) ?? ''} ${/(K\d|geschrapt)"?,?/.exec(line)?.[1] ?? ''}`]
                : [];
        });
        expect(where.sort()).toEqual([
            'aanpak { K2',
            'doelgroep Doelgroep K0',
            'interventie A K4',
            'interventie A K5',
            'onderzoek OnderzoekUitvoering geschrapt',
            'subdoel Subdoel1 K1',
            'uitvoering { K3',
        ]);
        expect(flat(out)).toContain('"Bij “Kosten”: K3"');
        expect(flat(out)).toContain(`"Bij “${SAYS.duration}”: K2"`);
        expect(err).toContain('Uit de kantlijn: 7 ');
    });

    test('numbers that somebody typed are no part of what they number, and the name of the form is not that of the intervention', async () => {
        const body = [
            heading(1, 'Werkblad: De Brug'),
            heading(2, 'Wat willen we bereiken?'),
            paragraph(SAYS.goal),
            heading(2, 'Subdoelstellingen'),
            paragraph('Wij werken aan twee subdoelen.'),
            ...SAYS.sub.map((text, i) => paragraph(`${String(i + 1)}. ${text}`)),
        ];
        const { out, errors } = await imported('a.docx', wordFile(body));
        expect(errors).toBe(0);
        const text = flat(out);
        expect(text).toContain('interventie DeBrug "De Brug"');
        expect(text).toContain(`doel Hoofddoel "${SAYS.goal}"`);
        expect(text).toContain(`subdoel Subdoel1 "${SAYS.sub[0] ?? ''}" subdoel Subdoel2 "${SAYS.sub[1] ?? ''}"`);
        expect(text).toContain('toelichting """ Wij werken aan twee subdoelen. """');
    });

    test.each([
        ['Voor wie is het bedoeld?', 'target-group'],
        ['Wat willen wij bereiken?', 'goal'],
        ['Zo werkt het', 'approach'],
        ['Wat gebeurt er in elke bijeenkomst', 'content'],
        ['Duur en frequentie', 'duration'],
        ['Wie voert het uit', 'competence'],
        ['3 Randvoorwaarden voor uitvoering', 'conditions'],
        ['Prijs', 'costs'],
        ['Risicofactoren en beschermende factoren', 'factors'],
        ['Waarom zou het werken', 'justification'],
        ['5 Onderzoek naar uitvoering en effect', 'research'],
        ['5.2 Effectevaluatie', 'research-effects'],
        ['1. Uitgebreide beschrijving', 'description'],
    ])('“%s” is a question of the form in plain words', (title, part) => {
        expect(partOf(title, undefined)).toBe(part);
    });

    test('subgoals that stand in a table only are known as a text, and not made up', async () => {
        const body = [heading(2, 'Subdoelen'), table(['Subdoel', 'Wie'], ['Rust', 'ouders'])];
        const { out, errors } = await imported('a.docx', wordFile(body));
        expect(errors).toBe(0);
        expect(flat(out)).toContain(
            'subdoel onbekend omdat "staat in het formulier niet als lijst" toelichting """ | Subdoel | Wie |',
        );
    });

    test('a third cell in a row does not keep a table from being a form', async () => {
        const rows = [
            ['Doelgroep', SAYS.group],
            ['Duur', SAYS.duration, '(ongeveer)'],
            ['Kosten', SAYS.costs],
        ];
        const { out } = await imported('a.docx', wordFile([table(...rows)]));
        expect(flat(out)).toContain(`omschrijving "${SAYS.group}"`);
        expect(flat(out)).toContain('duur """ zes maanden (ongeveer) """');
        expect(flat(out)).toContain(`kosten "${SAYS.costs}"`);
        const three = rows.map(([part = '', answer = '']) => [part, answer, 'ja']);
        expect(flat((await imported('a.docx', wordFile([table(...three)]))).out)).toContain(
            `duur """ ${SAYS.duration} ja """`,
        );
    });

    test('a picture is told by its description and title, and that it is left out', async () => {
        const picture = `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="x" descr="Een huis" title="Bladzijde 1"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="styles" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
        const body = [heading(1, 'Aanpak'), `<w:p>${picture}</w:p>`, paragraph(SAYS.approach)];
        const word = await imported('a.docx', wordFile(body));
        expect(flat(word.out)).toContain('(afbeelding: Een huis; Bladzijde 1)');
        expect(word.err).toContain('1 afbeelding niet overgenomen');
        const html = await imported(
            'a.html',
            '<h1>Kosten</h1><p>Zie <img src="x" alt="De prijs" title="per gezin">.</p>',
        );
        expect(flat(html.out)).toContain('kosten "Zie (afbeelding: De prijs; per gezin)."');
    });

    test('what was put in and struck out on a web page is one text as accepted, and who did it is told', async () => {
        const html = `<h1>Duur</h1><p>Elke week <del cite="mailto:Els" datetime="2026-03-03T10:00">een</del><ins cite="mailto:Els" datetime="2026-03-03T10:00">twee</ins> keer, <s>soms</s> thuis.</p>
            <del><p>Weg.</p></del>`;
        const { out } = await imported('a.html', html);
        const text = flat(out);
        expect(text).toContain('duur """ Elke week twee keer, ~~soms~~ thuis. """');
        expect(text).toContain(
            'opmerking van "Els" op 2026-03-03 "Bij “Elke week twee keer, soms thuis.”: “een” geschrapt, “twee” toegevoegd"',
        );
        expect(text).toContain('“Weg.” geschrapt');
    });

    test('other words for a part, more than one part in a title, and subgoals that are called so', async () => {
        const form = `# Interventiebeschrijving

**Titel:** Rots en Zee

## Doelgroep
Kinderen van 8 t/m 12 jaar met angst.

### Indicatie- en contra-indicatiecriteria
Indicatie: angstscore boven 20.
Contra-indicatie: verstandelijke beperking.

## Doelstellingen
Minder angst bij het kind.

- Subdoel 1: kind herkent angst
- Subdoel 2: ouder steunt

Zin na de lijst.

## Methodiek
Intake door de coach.

| Week | Thema |
|---|---|
| 1 | Start |

## Duur en frequentie
Zes weken.

## Wat het kost en welke materialen
Een map.

## Referenties
Mowrer, O. (1960). Learning theory.

![Logo](logo.png)

> Citaat van een moeder: "het hielp".
`;
        const { out, errors } = await imported('form.md', form);
        expect(errors).toBe(0);
        const text = flat(out);
        for (const said of [
            'selectie "angstscore boven 20."',
            'contra-indicatie "verstandelijke beperking."',
            'doel Hoofddoel "Minder angst bij het kind." { toelichting """ Zin na de lijst. """ subdoel Subdoel1 "kind herkent angst" subdoel Subdoel2 "ouder steunt" }',
            'aanpak { toelichting """ Intake door de coach. | Week | Thema | | --- | --- | | 1 | Start | """',
            'duur "Zes weken."',
            // what nobody can place is not said to be unknown
            'frequentie onbekend omdat "staat misschien onder “Duur en frequentie”"',
            'materiaal onbekend omdat "staat misschien onder “Wat het kost en welke materialen”"',
            'literatuur "Mowrer, O. (1960). Learning theory." kenmerk "Nog te plaatsen"',
            '(afbeelding: Logo) Citaat van een moeder: "het hielp". """',
        ]) {
            expect(text).toContain(said);
        }
        expect(text).not.toContain('literatuur "Citaat');
    });

    test.each(['docx', 'html', 'md'])('what a document of ours says is in its place again, from %s', async (kind) => {
        const cwd = folder();
        await tool(['generate', join(EXAMPLES, 'gezinspad'), '--to', 'werkblad', '--out', cwd], { cwd });
        const { out } = await tool(['import', `Gezinspad/Gezinspad-werkblad.${kind}`, '--output', '-'], { cwd });
        const text = flat(out);
        for (const said of [
            'interventie Gezinspad "Gezinspad"',
            'versie "2.1" van 2026-03-01 stand vastgesteld',
            'eigenaar "Stichting Voorbeeld" { contact "gezinspad@example.org" }',
            'kenmerk "Gericht op" "Opvoeding, Gezondheid, Samenwerking"',
            'leeftijd "0 tot 12 jaar"',
            'selectie "Iemand om het gezin heen maakt zich zorgen, en twee gewone uitnodigingen leidden niet tot contact."',
            'contra-indicatie "Er loopt al hulp met een eigen plan en een eigen regisseur."',
            'betrokkenheid "Vier ouders lazen het handboek mee en herschreven de brieven."',
            'doel Hoofddoel "Het gezin kan verder, met steun die bij elkaar past"',
            'subdoel Subdoel1 "Ouders en gezinswerker zien dezelfde zorgen en willen er samen iets aan doen"',
            'subdoel Subdoel4 "Kinderen in acuut gevaar zijn dezelfde dag in beeld bij Veilig Thuis"',
        ]) {
            expect(text).toContain(said);
        }
        expect(text).toMatch(/kenmerk "Erkenning volgens het formulier" """ .*goed onderbouwd/);
        expect(text).not.toContain('Deze indeling');
    });

    test('reads comments and tracked changes, and escapes what would be read otherwise', async () => {
        const body = [
            heading(1, 'Samenvatting'),
            commented('Begonnen in 2010.', 0),
            revised('Elke week ', 'een', 'twee', ' bezoeken.'),
            paragraph('Zie [[Plan]], a*b*c, 5 < 6 <script> en """drie""" "aanhalingen"'),
            paragraph('1. geen lijst'),
            paragraph('# geen kop'),
        ];
        const comments = [{ author: 'Els "van" Dam', date: '2026-03-03T10:00:00Z', text: 'Klopt dit jaar?' }];
        const { out, err, errors } = await imported('a.docx', wordFile(body, comments));
        expect(errors).toBe(0);
        expect(out).toContain('Elke week twee bezoeken.');
        expect(out).not.toContain('Elke week een');
        expect(flat(out)).toContain(
            'opmerking van "Els" op 2026-03-03 "Bij “Elke week twee bezoeken.”: “een” geschrapt, “twee” toegevoegd"',
        );
        expect(flat(out)).toContain(
            'opmerking van "Els “van” Dam" op 2026-03-03 "Bij “Begonnen in 2010.”: Klopt dit jaar?"',
        );
        expect(out).toContain('\\[[Plan]]');
        expect(out).toContain('a\\*b\\*c');
        expect(out).toContain('5 < 6 \\<script>');
        expect(out).toContain('1\\. geen lijst');
        expect(out).toContain('\\# geen kop');
        expect(err).toContain('Uit de kantlijn: 2 opmerkingen en bijgehouden wijzigingen, elk als `opmerking`.');
    });

    test('a word before a tab says what the rest is, where that is a part of the form', async () => {
        const body = [heading(1, 'Aanpak'), paragraph('Duur\tzes maanden'), paragraph('Kleur\tblauw')];
        const tabs = body.map((xml) => xml.replace(/\t/g, '</w:t><w:tab/><w:t xml:space="preserve">'));
        const { out } = await imported('a.docx', wordFile(tabs));
        expect(out).toContain('duur "zes maanden"');
        expect(out).toContain('toelichting "Kleur blauw"');
    });

    test('a document that was made of a protocol keeps every text', async () => {
        for (const example of readdirSync(EXAMPLES)) {
            const cwd = folder();
            await tool(['generate', join(EXAMPLES, example), '--to', 'werkblad,html', '--out', cwd], { cwd });
            for (const name of readdirSync(cwd).filter((n) => !n.startsWith('.'))) {
                for (const file of [
                    `${name}/${name}-werkblad.docx`,
                    `${name}/${name}-werkblad.html`,
                    `${name}/${name}.html`,
                ]) {
                    const { out } = await tool(['import', file, '--output', '-'], { cwd });
                    const text = shownText(out);
                    const path = join(cwd, file);
                    const { blocks: all } = await readForm(path, file, 'in the text');
                    const blocks = all.filter((b) => !isNotice(b));
                    const behind = (await readForm(path, file)).blocks;
                    const notes = behind.slice(behind.findIndex((b) => b.plain === 'Noten') + 1).slice(0, 1);
                    const missing = linesOf([...blocks, ...notes])
                        .map((l) => l.plain)
                        .filter((l) => !text.includes(shownText(l)) && partOf(l, undefined) === undefined)
                        // the name of a part before what it says
                        .filter(
                            (l) =>
                                !/^\S+(?: \S+){0,3} /.test(l) ||
                                !text.includes(shownText(l.replace(/^(?:Naam in het draaiboek|Gericht op|\S+) /, ''))),
                        );
                    expect(
                        missing.filter((l) => !CHAPTERS_OF_OURS.includes(l)),
                        file,
                    ).toEqual([]);
                }
            }
        }
    });

    test('a document in Markdown that was made of a protocol keeps the words of every line', async () => {
        const words = (line: string) =>
            ` ${line
                .replace(/[^\p{L}\p{N}%]+/gu, ' ')
                .trim()
                .toLowerCase()} `;
        let lines = 0;
        for (const example of readdirSync(EXAMPLES)) {
            const cwd = folder();
            await tool(['generate', join(EXAMPLES, example), '--to', 'werkblad', '--out', cwd], { cwd });
            for (const name of readdirSync(cwd).filter((n) => !n.startsWith('.'))) {
                const file = `${name}/${name}-werkblad.md`;
                const { out } = await tool(['import', file, '--output', '-'], { cwd });
                const kept = words(out);
                const said = readFileSync(join(cwd, file), 'utf8')
                    // a title of a part becomes a word of the language; where a link leads is no text
                    .split('\n')
                    .filter((line) => !line.startsWith('#') && !ABOUT_FORM.test(line))
                    // so does a term that is one
                    .map((line) =>
                        line.replace(/^\s*- \*\*([^*:]+):\*\*/, (term, name: string) =>
                            partOf(name, undefined, true) === undefined ? term : '',
                        ),
                    )
                    .map((line) => words(line.replace(/\]\(#[^)]*\)/g, ']')))
                    .filter((line) => line.trim().split(' ').length >= 3);
                lines += said.length;
                expect(
                    said.filter((line) => !kept.includes(line)),
                    file,
                ).toEqual([]);
            }
        }
        expect(lines).toBeGreaterThan(1_000);
    });

    test('reads HTML and Markdown as well', async () => {
        const html = `<!doctype html><title>x</title><style>p{}</style><nav><h2>Doelgroep</h2></nav>
            <h1>Samen Thuis</h1><h2>Doelgroep</h2><p>Gezinnen <strong>thuis</strong>.</p>
            <h2>Kosten</h2><ul><li>Tijd<ul><li>Reistijd</li></ul></li><li>Geld</li></ul>
            <dl><dt>Leeftijd</dt><dd>0-12 jaar</dd><dt>Werving</dt><dd>Via scholen</dd></dl>`;
        const fromHtml = await imported('form.html', html);
        expect(fromHtml.errors).toBe(0);
        expect(flat(fromHtml.out)).toContain('omschrijving """ Gezinnen **thuis**. """ leeftijd "0-12 jaar"');
        expect(flat(fromHtml.out)).toContain('kosten """ - Tijd - Reistijd - Geld """');
        expect(fromHtml.out).toContain('werving "Via scholen"');
        const fromMarkdown = await imported(
            'form.md',
            '# Samen Thuis\n\n## Doelgroep\n\nGezinnen *thuis*.\n\n## Kosten\n\nEén | twee\n',
        );
        expect(flat(fromMarkdown.out)).toContain('omschrijving """ Gezinnen *thuis*. """');
        expect(fromMarkdown.out).toContain('kosten "Eén | twee"');
    });

    test('writes a new file beside the form, and never over one', async () => {
        const cwd = folder({ 'mijn aanvraag.docx': wordFile(BY_STYLES) });
        const first = await tool(['import', 'mijn aanvraag.docx'], { cwd });
        expect([first.code, first.out]).toEqual([0, '']);
        expect(first.err).toContain('mijn aanvraag.draaiboek is gemaakt van mijn aanvraag.docx.');
        const text = readFileSync(join(cwd, 'mijn aanvraag.draaiboek'), 'utf8');
        expect(text).toContain('bron Formulier "mijn aanvraag.docx"');
        const again = await tool(['import', 'mijn aanvraag.docx'], { cwd });
        expect([again.code, again.err]).toEqual([2, expect.stringContaining('bestaat al en is niet overschreven')]);
        expect(readFileSync(join(cwd, 'mijn aanvraag.draaiboek'), 'utf8')).toBe(text);
        expect((await tool(['import', 'mijn aanvraag.docx', '--output', 'x'], { cwd })).code).toBe(0);
        expect((await tool(['format', '--check', 'x.draaiboek'], { cwd })).code).toBe(0);
    });
});

describe('a file that cannot be imported gets a clear sentence', () => {
    const good = wordFile([paragraph('x')]);
    const compound = (text: string) =>
        Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(text, 'utf16le')]);
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) });
    test.each([
        ['cut.docx', good.slice(0, good.length / 2), 'beschadigd'],
        ['xml.docx', zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }), 'beschadigd'],
        ['text.docx', strToU8('gewone tekst'), 'is geen Word-document'],
        ['empty.docx', new Uint8Array(), 'is geen Word-document'],
        ['locked.docx', compound('EncryptedPackage'), 'met een wachtwoord beveiligd'],
        ['old.docx', compound('WordDocument'), 'Word 97-2003'],
        ['old.doc', compound('WordDocument'), 'Word 97-2003'],
        ['huge.docx', bomb, 'groter dan 40 MB'],
        ['sheet.docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'werkmap van Excel'],
        ['libre.docx', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }), 'LibreOffice'],
        ['none.docx', wordFile([paragraph('')]), 'geen tekst om over te nemen'],
        ['form.pdf', strToU8('%PDF'), 'Geef een bestand op .docx, .html of .md'],
    ])('%s', async (name, bytes, sentence) => {
        const cwd = folder({ [name]: bytes });
        const { code, out, err } = await tool(['import', name], { cwd });
        expect([code, out]).toEqual([2, '']);
        expect(err).toContain(sentence);
        expect(err.trimEnd().split('\n')).toHaveLength(1);
        const english = await tool(['import', name, '--language', 'en'], { cwd });
        expect(english.err).not.toBe(err);
    });

    test('a file that is not there', async () => {
        expect(await tool(['import', 'weg.docx'], { cwd: folder() })).toMatchObject({ code: 2, out: '' });
    });
});
