import { escalationsOf, laboursOf, stepsOf } from '../../../model/queries.js';
import { reference, titleOf } from '../../document/claims.js';
import type { Context } from '../../document/context.js';
import { text, type Block, type Inline } from '../../document/document.js';
import { line, table } from '../blocks.js';
import { refTo } from './goals.js';

const MOST_COLUMNS = 8;

/** Which step makes which document, and which needs it; and with which handover it goes along. */
export function documentsBySteps(context: Context): Block[] {
    const { protocol } = context;
    const work = [...stepsOf(protocol.process), ...escalationsOf(protocol.process)];
    const letters = (name: string, step: (typeof work)[number]) => {
        const labours = laboursOf(step);
        const makes = labours.some((l) => l.delivers.some((d) => d.name === name));
        const needs = labours.some((l) => l.requires.some((d) => d.name === name));
        return [...(needs ? [context.say({ nl: 'nodig', en: 'needed' })] : []), ...(makes ? [context.say({ nl: 'gemaakt', en: 'made' })] : [])].join(', ');
    };
    const rows = [
        ...work.map((w) => ({ title: [reference(context, refTo(w), 'node')], of: (name: string) => letters(name, w) })),
        ...protocol.handovers.map((h) => ({
            title: [text(context.say({ nl: 'Overdracht: ', en: 'Handover: ' })), reference(context, refTo(h), 'handover')],
            of: (name: string) => (h.information.some((i) => i.documents.some((d) => d.name === name)) ? context.say({ nl: 'gaat mee', en: 'goes along' }) : ''),
        })),
    ];
    const { documents } = protocol;
    const used = rows.filter(({ of }) => documents.some((d) => of(d.name) !== ''));
    const parts = Array.from({ length: Math.ceil(documents.length / MOST_COLUMNS) }, (_, i) =>
        documents.slice(i * MOST_COLUMNS, (i + 1) * MOST_COLUMNS),
    );
    const tables = parts.flatMap((some) =>
        table(
            context,
            { nl: 'Documenten en stappen', en: 'Documents and steps' },
            [{ nl: 'Stap', en: 'Step' }, ...some.map((d): Inline[] => [text(titleOf(context, d))])],
            used.map(({ title, of }) => [title, ...some.map((d): Inline[] => [text(of(d.name))])]),
        ),
    );
    const unused = documents.filter((d) => !rows.some(({ of }) => of(d.name) !== '')).map((d) => titleOf(context, d));
    return [
        ...tables,
        ...(unused.length === 0
            ? []
            : [
                  line(context, {
                      nl: `Bij geen stap en geen overdracht genoemd: ${unused.join('; ')}.`,
                      en: `Named at no step and no handover: ${unused.join('; ')}.`,
                  }),
              ]),
    ];
} // prettier-ignore
