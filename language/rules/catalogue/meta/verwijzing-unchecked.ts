import { AstUtils, type AstNode, type LangiumDocument } from 'langium';
import { Approach, isIntervention, isWorkingElement, reflection, type Intervention } from '../../../generated/ast.js';
import { isOpenPart, keywordOf, type OpenPart } from '../../../model/open-parts.js';
import { mistakesIn } from '../../../model/unread.js';
import type { Place } from '../../../model/protocol.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { comparePositions } from '../../places.js';
import type { Report } from '../../rule.js';
import type { messages } from './verwijzing-texts.js';

/** A name that leads nowhere, which may stand in what was not found. */
export interface UncheckedName {
    readonly name: string;
    readonly at: Place;
    /** what was not found */
    readonly behind: Bilingual;
}

/** Tells once for all that is not found which names cannot be checked for that reason. */
export function reportUnchecked(names: readonly UncheckedName[], report: Report<keyof typeof messages>): void {
    for (const [key, group] of Map.groupBy(names, (n) => n.behind.nl)) {
        // references come in the order of the parser's work
        const sorted = group.sort((a, b) => comparePositions(a.at.range.start, b.at.range.start));
        const [first, ...others] = sorted;
        if (!first) {
            continue;
        }
        report({
            message: 'unchecked',
            severity: 'info',
            at: first.at,
            parameters: {
                behindNl: key,
                behindEn: first.behind.en,
                names: [...new Set(sorted.map((n) => `\`${n.name}\``))].join(', '),
            },
            related: others.map(({ name, at }) => ({
                message: { nl: `\`${name}\` staat hier.`, en: `\`${name}\` is here.` },
                at,
            })),
        });
    }
}

/** The interventie that is refined or continued here and was not found: a name may be one of its names. */
export function missingBase(container: AstNode): Bilingual | undefined {
    const intervention = AstUtils.getContainerOfType(container, isIntervention);
    const missing = [intervention?.refines, intervention?.continues].find(
        (r) => r && !r.ref && r.error?.info.container !== container,
    );
    return missing && { nl: `\`${missing.$refText}\``, en: `\`${missing.$refText}\`` };
}

const openParts = new WeakMap<Intervention, readonly OpenPart[]>();

/** How the interventie says that something of a kind is open, as in `einde onbekend`: a name may be of that. */
export function openOfKind(container: AstNode, type: string): string | undefined {
    const intervention = AstUtils.getContainerOfType(container, isIntervention);
    // a working element is in a step, which only an approach that is open leaves open
    const wanted = isWorkingElement(container) ? Approach.$type : type;
    const open = intervention && openPartsOf(intervention).find((part) => reflection.isSubtype(part.$type, wanted));
    return open && `${keywordOf(open)} ${open.value.$cstNode?.text ?? ''}`;
}

/** Looked for once, however many names lead nowhere. */
function openPartsOf(intervention: Intervention): readonly OpenPart[] {
    const parts = openParts.get(intervention) ?? AstUtils.streamAllContents(intervention).filter(isOpenPart).toArray();
    openParts.set(intervention, parts);
    return parts;
}

/** The interventie that is refined or continued here and is not named (`uitwerking van onbekend`): it may have any name. */
export function openBase(container: AstNode): Bilingual | undefined {
    const intervention = AstUtils.getContainerOfType(container, isIntervention);
    const statement = intervention?.refinesValue
        ? 'uitwerking van'
        : intervention?.continuesValue
          ? 'vervolg op'
          : undefined;
    return statement === undefined
        ? undefined
        : {
              nl: `de interventie achter \`${statement}\``,
              en: `the interventie behind \`${statement}\``,
          };
}

/** What lines with a mistake of writing declare, as keyword and name: `document Gezinsplan`. */
export function declaredUnread({ parseResult, textDocument }: LangiumDocument): ReadonlySet<string> {
    const lines = new Set(mistakesIn(parseResult).map(({ end }) => textDocument.positionAt(end).line));
    return new Set(
        [...lines].flatMap((line) => {
            const text = textDocument.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
            const [, keyword, name] = /^\s*(\p{L}+)[ \t]+\^?([\p{L}_][\p{L}\p{M}\d_-]*)/u.exec(text) ?? [];
            return keyword === undefined || name === undefined ? [] : [`${keyword} ${name}`];
        }),
    );
}
