import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';

/** What may be said to be open as a whole, without a name or a block: `doelgroep onbekend`. Each with its keyword. */
const KEYWORDS: ReadonlyMap<string, string> = new Map([
    [ast.TargetGroup.$type, 'doelgroep'],
    [ast.Goal.$type, 'doel'],
    [ast.Subgoal.$type, 'subdoel'],
    [ast.Indicator.$type, 'indicator'],
    [ast.Effect.$type, 'effect'],
    [ast.Recognition.$type, 'erkenning'],
    [ast.Rationale.$type, 'onderbouwing'],
    [ast.Factor.$type, 'factor'],
    [ast.WorkingElement.$type, 'werkzaam element'],
    [ast.Delivery.$type, 'uitvoering'],
    [ast.Research.$type, 'onderzoek'],
    [ast.ProtocolDocument.$type, 'document'],
    [ast.Approach.$type, 'aanpak'],
    [ast.Escalation.$type, 'escalatie'],
    [ast.End.$type, 'einde'],
    [ast.Handover.$type, 'overdracht'],
]);

/** Of these the keyword says which of a kind it is. */
const PHASES = ['gepland', 'tussenstand', 'gerealiseerd'];

/** The keywords of those. */
export const OPEN_PARTS: ReadonlySet<string> = new Set([...KEYWORDS.values(), ...PHASES]);

/** A part of which nothing is said but that it is open, or not there: `escalatie onbekend`, `escalatie geen`. */
export interface OpenPart extends AstNode {
    value: ast.Open | ast.Quantity;
    provenance: ast.Provenance[];
}

/** Whether a node only says that what it would describe is open or not there; in the model it is a statement of the block around it. */
export function isOpenPart(node: AstNode): node is OpenPart {
    if (!KEYWORDS.has(node.$type) && !ast.isResearchPhase(node)) {
        return false;
    }
    const { value, name, title, subject } = node as Partial<Record<'value' | 'name' | 'title' | 'subject', unknown>>;
    return value !== undefined && name === undefined && title === undefined && subject === undefined;
}

/** The keyword of such a part. */
export function keywordOf(part: OpenPart): string {
    return ast.isResearchPhase(part) ? part.kind : (KEYWORDS.get(part.$type) ?? '');
}
