import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { oneLine } from '../text/one-line.js';
import { textMarkdown } from './markdown.js';

/** The statements of an element that say most about it, by its type: their keywords as they stand in the text. */
const TELLING: Readonly<Record<string, RegExp>> = {
    Step: /^(door|duur|contacten|termijn|levert|daarna)\b/,
    Escalation: /^(als|binnen|door|duur)\b/,
    Phase: /^(duur|contacten)\b/,
    Handover: /^(vanuit|vorm|informatie|bevestiging)\b/,
    Goal: /^(omschrijving|moment)\b/,
    Subgoal: /^(omschrijving|moment)\b/,
    Indicator: /^(norm|meting|moment)\b/,
    FrameworkIndicator: /^toets\b/,
    TargetGroup: /^(leeftijd|selectie|omvang)\b/,
    Role: /^(taak|competentie|caseload)\b/,
    Organisation: /^(soort|taak)\b/,
    ProtocolDocument: /^(bevat|vertrouwelijkheid|bewaartermijn)\b/,
    Source: /^(auteur|jaar|datum|uitgever|verwijzing)\b/,
    Guideline: /^(auteur|jaar|datum|uitgever|verwijzing)\b/,
    Intervention: /^(versie|duur|samenvatting)\b/,
};
/** Of heads that say something themselves: `rol Arts van JGZ`, `gegeven x: ja/nee`. */
const HEADS: ReadonlySet<string> = new Set(['Role', 'Fact', 'Handover', 'Subgoal', 'Goal']);
const MOST_LINES = 8;
const LONGEST = 140;

const SOURCES: Bilingual = { nl: 'Bron', en: 'Source' };
const DERIVED: Bilingual = { nl: 'afgeleid', en: 'derived' };

/** What the text says of an element: its head and most telling lines as they are written, and the sources that it cites. */
export function factsMarkdown(node: AstNode, language: Language): string[] {
    const { statements = [] } = node as { readonly statements?: readonly AstNode[] };
    const telling = TELLING[node.$type];
    const said = statements.flatMap(({ $cstNode }) => {
        const text = oneLine($cstNode?.text ?? '');
        return telling?.test(text) === true ? [shortened(text)] : [];
    });
    const head = HEADS.has(node.$type) ? headOf(node) : undefined;
    const lines = [...(head === undefined ? [] : [head]), ...said].slice(0, MOST_LINES);
    const sources = sourcesOf(node, language);
    return [
        ...(lines.length > 0 ? [`\`\`\`draaiboek\n${lines.join('\n')}\n\`\`\``] : []),
        ...(sources === '' ? [] : [`*${SOURCES[language]}:* ${sources}`]),
    ];
}

/** The head of a statement without its title; undefined where it says no more than the name. */
function headOf({ $cstNode }: AstNode): string | undefined {
    const [beforeBlock = ''] = ($cstNode?.text ?? '').replace(/"[^"]*"/g, ' ').split('{');
    const head = oneLine(beforeBlock).trim();
    return head.split(' ').length > 2 ? shortened(head) : undefined;
}

function sourcesOf(node: AstNode, language: Language): string {
    const { provenance = [] } = node as { readonly provenance?: readonly ast.Provenance[] };
    return provenance
        .flatMap((claim) => {
            const name = claim.source?.$refText;
            if (name === undefined) {
                return claim.derived ? [DERIVED[language]] : [];
            }
            const title = claim.source?.ref?.title;
            const called = title === undefined ? textMarkdown(name) : `${textMarkdown(title)} (${textMarkdown(name)})`;
            const place = claim.place === undefined ? '' : `, ${textMarkdown(claim.place)}`;
            const quote = claim.quote === undefined ? '' : `: “${textMarkdown(shortened(oneLine(claim.quote)))}”`;
            return [called + place + quote];
        })
        .join('; ');
}

/** One line of a text as it is written; a fence in it would end the box. */
function shortened(text: string): string {
    const line = text.replaceAll('```', "'''");
    return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
