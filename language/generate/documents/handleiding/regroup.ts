import type { Bilingual } from '../../../text/bilingual.js';
import type { Context } from '../../document/context.js';
import { plainText } from '../../document/claims.js';
import { text, type Block, type Definition, type Section } from '../../document/document.js';
import { changed } from '../../document/tidy.js';
import { withBeginning } from '../../document/values.js';

/** What a professional asks of a step, and which rows answer it; the first of them needs no name. */
const QUESTIONS: readonly (Bilingual & { readonly rows: readonly string[] })[] = [
    { nl: 'Wie', en: 'Who', rows: ['Door', 'By', 'Van', 'From', 'Inzet', 'Deployment', 'Naar', 'To'] },
    {
        nl: 'Wanneer',
        en: 'When',
        rows: [
            'Altijd als', 'Whenever', 'Begint bij', 'Starts at', 'Begint', 'Starts', 'Vanuit', 'Out of', 'Als', 'If', 'Pas als', 'Only when', 'Binnen', 'Within', 'Termijn', 'Deadline',
            'Duur', 'Duration', 'Frequentie', 'Frequency', 'Contacten', 'Contacts', 'Intensiteit', 'Intensity', 'Locatie', 'Location', 'Herhaal', 'Repeat',
        ],
    },
    {
        nl: 'Wat',
        en: 'What',
        rows: [
            'Omschrijving', 'Description', 'Toelichting', 'Explanation', 'Taak', 'Task', 'Werkwijze', 'Way of working', 'Werkt aan', 'Works on', 'Aandachtspunt', 'Point of attention',
            'Voor ouders', 'For parents', 'Principe', 'Principle',
        ],
    },
    { nl: 'Waarmee', en: 'With what', rows: ['Vereist', 'Requires', 'Materiaal', 'Materials', 'Instrument', 'Volgt', 'Follows'] },
    { nl: 'Resultaat', en: 'Result', rows: ['Klaar als', 'Done when', 'Levert', 'Delivers', 'Maakt bekend', 'Makes known'] },
]; // prettier-ignore

/** The rows of a first question that a reader expects without its name. */
const UNNAMED: ReadonlySet<string> = new Set(['Door', 'By', 'Omschrijving', 'Description']);

/** Steps with their properties by who, when, what, with what, result; all other rows stay as they are. */
export function byQuestion(context: Context, sections: readonly Section[]): readonly Section[] {
    return changed(sections, (section) =>
        section.look === 'step'
            ? { ...section, blocks: section.blocks.map((b) => (b.type === 'definitions' ? regrouped(context, b) : b)) }
            : section,
    );
}

function regrouped(context: Context, block: Extract<Block, { type: 'definitions' }>): Block {
    const rest = new Set(block.rows);
    const asked = QUESTIONS.flatMap((question): Definition[] => {
        const answers = question.rows.flatMap((name) => block.rows.filter((r) => plainText(r.term) === name));
        answers.forEach((row) => rest.delete(row));
        const details = answers.flatMap((row) => {
            const name = plainText(row.term);
            const before = UNNAMED.has(name) ? [] : [text(`${name}: `)];
            return row.details.map((d) => withBeginning(d, before));
        });
        return details.length === 0 ? [] : [{ term: [text(context.say(question))], details }];
    });
    return { type: 'definitions', rows: [...asked, ...rest] };
}
