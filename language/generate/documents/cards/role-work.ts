import type { Role } from '../../../model/protocol.js';
import { plainText, reference } from '../../document/claims.js';
import type { Context } from '../../document/context.js';
import { joined, text, type Block, type Definition, type Inline } from '../../document/document.js';
import { outgoingRows } from '../../document/sections/flow.js';
import { labourRows, workRows } from '../../document/sections/work.js';
import { statementRows, valueInlines } from '../../document/values.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { oneLine } from '../../../text/one-line.js';
import { dash, table } from '../blocks.js';
import { waysTo } from '../ways-to.js';
import type { Work } from '../whose.js';

/** Whether a role takes part in a step, or does something in it. */
export function joinsIn(work: Work, role: Role): boolean {
    return namesRole(work, role) || work.activities.some((a) => namesRole(a, role));
}

function namesRole({ performers }: Pick<Work, 'performers'>, role: Role): boolean {
    return performers.some((p) => [...p.performers, ...p.with].some((r) => r.name === role.name));
}

/** The step, with the activities in it that name this role. */
function titleInlines(context: Context, work: Work, role: Role): Inline[] {
    const own = work.activities.filter((a) => namesRole(a, role));
    const said = own.map((a) => (a.value ? valueInlines(context, a.value) : [text(oneLine(a.title))]));
    return [
        reference(context, { name: work.name, at: work.nameAt }, 'node'),
        ...(said.length === 0 ? [] : [text(context.say({ nl: '; daarin: ', en: '; in it: ' })), ...joined(said, '; ')]),
    ];
} // prettier-ignore

/** Rows of properties in one cell. */
function cell(context: Context, rows: readonly Definition[], ...wanted: readonly Bilingual[]): Inline[] {
    const names = new Set(wanted.map((w) => context.say(w)));
    const said = rows
        .filter((r) => names.has(plainText(r.term)))
        .flatMap((r) => r.details.map((d) => [text(`${plainText(r.term).toLowerCase()}: `), ...lineOf(d)]));
    return joined(said, '; ');
}

function lineOf(blocks: readonly Block[]): readonly Inline[] {
    return joined(
        blocks.flatMap((b) => (b.type === 'paragraph' ? [b.content] : b.type === 'list' ? [joined(b.items.map(lineOf), '; ')] : [])),
        ' ',
    );
} // prettier-ignore

/** The steps of a role with when, with what, and what comes of them. */
export function workTable(context: Context, work: readonly Work[], role: Role): Block[] {
    const rows = work.map((w) => {
        const said = [
            ...workRows(context, w),
            ...w.activities.filter((a) => namesRole(a, role)).flatMap((a) => labourRows(context, a)),
            ...outgoingRows(context, w),
            ...statementRows(context, w.statements.filter((s) => WHEN.has(s.kind))),
        ];
        return [
            titleInlines(context, w, role),
            dash(joined([...waysTo(context, w), ...[cell(context, said, { nl: 'Begint bij', en: 'Starts at' }, { nl: 'Begint', en: 'Starts' }, { nl: 'Pas als', en: 'Only when' }, { nl: 'Duur', en: 'Duration' }, { nl: 'Binnen', en: 'Within' }, { nl: 'Termijn', en: 'Deadline' }, { nl: 'Contacten', en: 'Contacts' }, { nl: 'Frequentie', en: 'Frequency' }, { nl: 'Herhaal', en: 'Repeat' })].filter((c) => c.length > 0)], '; ')),
            dash(cell(context, said, { nl: 'Vereist', en: 'Requires' }, { nl: 'Volgt', en: 'Follows' }, { nl: 'Inzet', en: 'Deployment' })),
            dash(cell(context, said, { nl: 'Klaar als', en: 'Done when' }, { nl: 'Levert', en: 'Delivers' }, { nl: 'Maakt bekend', en: 'Makes known' })),
        ];
    });
    return table(context, { nl: 'Stappen', en: 'Steps' }, [{ nl: 'Stap', en: 'Step' }, { nl: 'Wanneer', en: 'When' }, { nl: 'Waarmee', en: 'With what' }, { nl: 'Resultaat', en: 'Result' }], rows);
} // prettier-ignore

const WHEN: ReadonlySet<string> = new Set(['duur', 'binnen', 'contacten', 'frequentie']);
