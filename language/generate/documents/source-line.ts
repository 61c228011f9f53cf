import type { Source } from '../../model/protocol.js';
import { statementsOf } from '../../model/queries.js';
import { oneLine } from '../../text/one-line.js';
import type { Context } from '../document/context.js';
import { paragraph, text, type Block, type Inline } from '../document/document.js';
import { label } from '../document/labels.js';
import { open as openInline, valueInlines } from '../document/values.js';
import { capital } from '../../text/capital.js';

/** A source as a list of literature gives it: author (year). Title. Publisher. Address. What is unknown is named behind it. */
export function sourceLine(context: Context, source: Source): Block {
    const unknown: string[] = [];
    const values = (kind: string): Inline[] => {
        const said = statementsOf(source, kind).flatMap((s) => s.values);
        if (said.length > 0 && said.every((v) => v.type === 'unknown')) {
            unknown.push(label(kind, context.language).toLowerCase());
            return [];
        }
        return said.flatMap((v, i): Inline[] => [...(i === 0 ? [] : [text(', ')]), ...valueInlines(context, v)]);
    };
    const [author, year, date] = [values('auteur'), values('jaar'), values('datum')];
    const when = year.length > 0 ? year : date;
    const parts: Inline[][] = [
        [...author, ...(when.length === 0 ? [] : [text(author.length === 0 ? '(' : ' ('), ...when, text(')')])],
        [{ type: 'emphasis', content: [text(oneLine(source.title ?? source.name))] }],
        values('uitgever'),
        values('verwijzing'),
    ];
    const said = parts.filter((p) => p.length > 0);
    const name = source.title === undefined ? [] : [text(` (${source.name})`)];
    const open: Inline[] =
        unknown.length === 0
            ? []
            : [text(` ${capital(unknown.join(', '))}: `), openInline(context, 'unknown'), text('.')];
    return paragraph(
        { type: 'anchor', id: context.anchors.of(source) },
        ...said.flatMap((p, i): Inline[] => (i === 0 ? p : [text('. '), ...p])),
        ...name,
        text('.'),
        ...open,
    );
}
