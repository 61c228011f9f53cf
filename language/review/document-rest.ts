import { dateText } from '../messages/wording.js';
import { paragraph, text, type Block, type Inline, type Section } from '../generate/document/document.js';
import type { Severity } from '../rules/finding.js';
import type { Bilingual } from '../text/bilingual.js';
import { oneLine } from '../text/one-line.js';
import { placesOf, section, words, type ReportWriter } from './document-parts.js';
import type { ReviewReport } from './report.js';
import { followUpText, IMPROVEMENTS, openCounts, sideText, WORDS } from './words.js';

/** What comes behind the frameworks: what is to be done, what was promised, what contradicts and what is not known. */
export function closingSections(report: ReviewReport, writer: ReportWriter): Section[] {
    const { say, language, place } = writer;
    const { frameworks, improvements, followUps, contradictions, unknowns, spoken, remarks, findings } = report;
    const part = (id: string, title: Bilingual, blocks: readonly Block[], none: Bilingual = WORDS.none) =>
        section(writer, id, say(title), blocks.length === 0 ? [paragraph(text(say(none)))] : blocks);
    const optional = (id: string, title: Bilingual, blocks: readonly Block[]) =>
        blocks.length === 0 ? [] : [part(id, title, blocks)];
    const titleOf = (name: string) => frameworks.find((f) => f.name === name)?.title ?? name;
    const day = (date: string | undefined) => (date === undefined ? '' : dateText(date, language));
    const table = (caption: Bilingual, columns: readonly Bilingual[], rows: readonly (readonly string[])[]): Block[] =>
        rows.length === 0 ? [] : [tableBlock(say(caption), columns.map(say), rows)];
    return [
        part(
            'verbeterpunten',
            WORDS.improvements,
            table(
                {
                    nl: `${WORDS.improvements.nl}: ${openCounts(improvements, 'nl')}`,
                    en: `${WORDS.improvements.en}: ${openCounts(improvements, 'en')}`,
                },
                [
                    { nl: 'Indicator', en: 'Indicator' },
                    { nl: 'Uit', en: 'From' },
                    { nl: 'Wat', en: 'What' },
                    { nl: 'Waar in het protocol', en: 'Where in the protocol' },
                    { nl: 'Toegezegd', en: 'Promised' },
                ],
                improvements.map(
                    ({ framework: name, indicators, kind, text: what, elements, tests, followUps: promised }) => [
                        `${frameworks.length > 1 ? `${titleOf(name)}, ` : ''}${indicators.join(', ')}`,
                        say(IMPROVEMENTS[kind]),
                        [what, ...tests.map((t) => `${say(WORDS.testToo)}: ${t.text}`)].join(' · '),
                        elements.length === 0 ? say(WORDS.noPlace) : placesOf(elements, writer),
                        promised.map((f) => followUpText(f, language)).join('; '),
                    ],
                ),
            ),
        ),
        part(
            'opvolging',
            WORDS.followUps,
            table(
                WORDS.followUps,
                [
                    { nl: 'Indicator', en: 'Indicator' },
                    { nl: 'Wat', en: 'What' },
                    { nl: 'Door', en: 'By' },
                    { nl: 'Voor', en: 'Before' },
                    { nl: 'Stand', en: 'State' },
                ],
                followUps.map(({ indicators, text: what, who, due, state, lateSince }) => [
                    indicators.join(', '),
                    what,
                    who ?? '',
                    day(due),
                    [
                        state ?? say({ nl: 'niet gezegd', en: 'not said' }),
                        ...(lateSince
                            ? [say({ nl: `te laat (${day(lateSince.date)})`, en: `late (${day(lateSince.date)})` })]
                            : []),
                    ].join(', '),
                ]),
            ),
        ),
        part(
            'tegenspraken',
            WORDS.contradictions,
            contradictions.map(({ title, element, sides, at }): Block => ({
                type: 'notice',
                kind: 'contradiction',
                title: [text(`${oneLine(title)} (${element}, ${place(at)})`)],
                blocks: [
                    {
                        type: 'list',
                        ordered: false,
                        items: sides.map((side) => [paragraph(text(oneLine(sideText(side, language))))]),
                    },
                ],
            })),
        ),
        part(
            'onbekend',
            WORDS.unknowns,
            unknowns.flatMap(({ title, items }) =>
                table(
                    { nl: title, en: title },
                    [
                        { nl: 'Wat', en: 'What' },
                        { nl: 'Waarvan', en: 'Of what' },
                        { nl: 'Waarom', en: 'Why' },
                        { nl: 'Plaats', en: 'Place' },
                    ],
                    items.map(({ type, what, element, title: called, reason, expected, at }) => [
                        what,
                        called ?? element,
                        [
                            say(OPEN[type]),
                            ...(reason === undefined ? [] : [reason]),
                            ...(expected === undefined
                                ? []
                                : [`${say({ nl: 'verwacht in', en: 'expected in' })} ${expected}`]),
                        ].join(', '),
                        place(at),
                    ]),
                ),
            ),
            WORDS.noUnknowns,
        ),
        ...optional(
            'stemmen',
            WORDS.voices,
            spoken.map(({ kind, who, date, text: said }): Block => ({
                type: 'quotation',
                blocks: [paragraph(text(oneLine(said)))],
                by: inlines([kind, who ?? '', day(date)]),
            })),
        ),
        ...optional(
            'opmerkingen',
            WORDS.remarks,
            remarks.map(({ author, date, text: said, element, at }): Block => ({
                type: 'notice',
                kind: 'remark',
                title: inlines([author ?? '', day(date), element, place(at)]),
                blocks: [paragraph(text(oneLine(said)))],
            })),
        ),
        part(
            'meldingen',
            WORDS.checks,
            table(
                WORDS.checks,
                [
                    { nl: 'Ernst', en: 'Severity' },
                    { nl: 'Melding', en: 'Finding' },
                    { nl: 'Regel', en: 'Rule' },
                    { nl: 'Plaats', en: 'Place' },
                ],
                findings.map(({ severity, message, code, at }) => [
                    say(SEVERITIES[severity]),
                    message,
                    code,
                    place(at),
                ]),
            ),
        ),
    ];
}

function inlines(parts: readonly string[]): Inline[] {
    return [text(parts.filter((p) => p !== '').join(', '))];
}

function tableBlock(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): Block {
    return {
        type: 'table',
        caption,
        columns: columns.map((c) => [text(c)]),
        rowHeadings: true,
        rows: rows.map((cells) => ({ cells: cells.map((cell) => words(cell === '' ? '—' : oneLine(cell))) })),
    };
}

const OPEN: Readonly<Record<'unknown' | 'local', Bilingual>> = {
    unknown: { nl: 'onbekend', en: 'unknown' },
    local: { nl: 'plaatselijk', en: 'local' },
};
const SEVERITIES: Readonly<Record<Severity, Bilingual>> = {
    error: { nl: 'fout', en: 'error' },
    warning: { nl: 'waarschuwing', en: 'warning' },
    info: { nl: 'ter informatie', en: 'for information' },
};
