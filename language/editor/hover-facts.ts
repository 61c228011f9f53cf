import { AstUtils, type AstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import { isFlowNode, isGoal, isGroup, isIndicator, isIntervention, isPhase, isSubgoal } from '../generated/ast.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { oneLine } from '../text/one-line.js';
import { textMarkdown } from './markdown.js';

/** The statements of an element that say most about it, by its type: their keywords as they stand in the text. */
const TELLING: Readonly<Record<string, RegExp>> = {
    Step: /^(door|duur|contacten|termijn|levert|daarna)\b/,
    Escalation: /^(als|binnen|door|duur)\b/,
    Phase: /^(duur|contacten|herhaal|termijn|klaar als|daarna)\b/,
    Group: /^(herhaal|termijn|klaar als|daarna)\b/,
    End: /^(geslaagd|bij weigering|nazorg|omschrijving)\b/,
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
const HEADS: ReadonlySet<string> = new Set(['Role', 'Fact', 'Handover', 'Subgoal', 'Goal', 'Phase']);
const MOST_LINES = 8;
const LONGEST = 140;

const SOURCES: Bilingual = { nl: 'Bron', en: 'Source' };
const BY_DEFAULT: Bilingual = { nl: 'tenzij anders vermeld', en: 'unless stated otherwise' };
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
    const lines = [...(head === undefined ? [] : [head]), ...said, ...partsOf(node)].slice(0, MOST_LINES);
    const sources = sourcesOf(node, language) || defaultSourceOf(node, language);
    return [
        ...(lines.length > 0 ? [`\`\`\`draaiboek\n${lines.join('\n')}\n\`\`\``] : []),
        ...(sources === '' ? [] : [`*${SOURCES[language]}:* ${sources}`]),
    ];
}

/** The heads of what a group or phase contains; the norms of the indicators of a goal. */
function partsOf(node: AstNode): string[] {
    if (isGroup(node) || isPhase(node)) {
        return node.statements.filter(isFlowNode).flatMap((part) => headWithTitle(part));
    }
    if (isGoal(node) || isSubgoal(node)) {
        return AstUtils.streamAllContents(node)
            .filter(isIndicator)
            .flatMap(({ name, statements }) =>
                statements.flatMap(({ $cstNode }) => {
                    const text = oneLine($cstNode?.text ?? '');
                    return /^norm\b/.test(text) ? [shortened(`indicator ${name ?? ''}: ${text}`)] : [];
                }),
            )
            .toArray();
    }
    return [];
}

function headWithTitle({ $cstNode }: AstNode): string[] {
    const head = oneLine(($cstNode?.text ?? '').split('{')[0] ?? '').trim();
    return head === '' ? [] : [shortened(head)];
}

/** The source that the interventie gives with `tenzij anders vermeld`, for what names none itself. */
function defaultSourceOf(node: AstNode, language: Language): string {
    const home = AstUtils.getContainerOfType(node, isIntervention);
    const byDefault = home && home !== node ? home.provenance.filter((claim) => claim.default) : [];
    return byDefault.length === 0 ? '' : `${claimsText(byDefault, language)} (${BY_DEFAULT[language]})`;
}

/** The head of a statement without its title; undefined where it says no more than the name. */
function headOf({ $cstNode }: AstNode): string | undefined {
    const [beforeBlock = ''] = ($cstNode?.text ?? '').replace(/"[^"]*"/g, ' ').split('{');
    const head = oneLine(beforeBlock).trim();
    return head.split(' ').length > 2 ? shortened(head) : undefined;
}

function sourcesOf(node: AstNode, language: Language): string {
    const { provenance = [] } = node as { readonly provenance?: readonly ast.Provenance[] };
    return claimsText(provenance, language);
}

function claimsText(provenance: readonly ast.Provenance[], language: Language): string {
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
