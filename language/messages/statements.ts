import type { Bilingual } from '../text/bilingual.js';
import { MODALITY_WORDS } from './modalities.js';
import { CASES } from './statements/cases.js';
import { COMMON } from './statements/common.js';
import { CONDITIONS } from './statements/conditions.js';
import { DELIVERY } from './statements/delivery.js';
import { GOALS } from './statements/goals.js';
import { HANDOVER } from './statements/handover.js';
import { INTERVENTION } from './statements/intervention.js';
import { OPEN } from './statements/open.js';
import { PROCESS } from './statements/process.js';
import { PROVENANCE } from './statements/provenance.js';
import { RECORD } from './statements/record.js';
import { RESEARCH } from './statements/research.js';
import { REVIEW } from './statements/review.js';
import { FACTS_AND_DOCUMENTS, ROLE_CLAUSES, ROLES } from './statements/roles.js';
import { FILES, SOURCES } from './statements/shared.js';
import { STEP } from './statements/step.js';
import { TARGET_GROUP } from './statements/target-group.js';
import { VALUES } from './statements/values.js';

/** What one statement of the language is: shown in the reference, on hover, in completion and with syntax errors. */
export interface StatementDoc {
    /** as written, for example `werkt aan` */
    readonly keyword: string;
    /** the blocks in which it stands, by their keyword; `bestand` for the top level, `*` for every block */
    readonly blocks: readonly string[];
    /** one sentence, for someone who never programmed */
    readonly summary: Bilingual;
    /** one to five lines, just the statement as it stands in its block */
    readonly example: string;
    /** text with a line `…` where the example goes, so that the whole parses and its names resolve */
    readonly context?: string;
}

/** Every statement of the language: what may begin a line of its own. */
export const STATEMENTS: readonly StatementDoc[] = [
    ...FILES,
    ...SOURCES,
    ...COMMON,
    ...INTERVENTION,
    ...RECORD,
    ...TARGET_GROUP,
    ...GOALS,
    ...DELIVERY,
    ...RESEARCH,
    ...ROLES,
    ...FACTS_AND_DOCUMENTS,
    ...PROCESS,
    ...STEP,
    ...HANDOVER,
    ...REVIEW,
    ...CASES,
    ...OPEN,
];

/** What does not begin a statement but stands within one: clauses, forms of values, conditions, provenance. */
export const FORMS: readonly StatementDoc[] = [...ROLE_CLAUSES, ...VALUES, ...CONDITIONS, ...PROVENANCE];

/** How firm it is, before a statement or between its first words: `werkt veelal aan`. */
const FIRMNESS = new RegExp(
    `^(\\S+ )?(?:${Object.values(MODALITY_WORDS)
        .map((w) => w.nl)
        .join('|')}) `,
);

/**
 * What a statement is, where it stands in a block.
 *
 * @param words the words the statement begins with; more than the keyword may be given
 * @param block the keyword of the block around it, or `bestand`
 * @returns the entry with the longest keyword that fits; undefined when the catalogue has none
 */
export function statementDoc(words: string, block: string): StatementDoc | undefined {
    const text = words.replace(/\s+/g, ' ');
    return longest(text, block) ?? longest(text.replace(FIRMNESS, '$1'), block);
}

function longest(text: string, block: string): StatementDoc | undefined {
    return STATEMENTS.filter(
        (s) => (s.blocks.includes(block) || s.blocks.includes('*')) && `${text} `.startsWith(`${s.keyword} `),
    ).reduce<StatementDoc | undefined>(
        (best, s) => (best && best.keyword.length >= s.keyword.length ? best : s),
        undefined,
    );
}
