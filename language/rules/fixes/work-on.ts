import type { LangiumDocument } from 'langium';
import { goalsOf, isOwn, stepsOf } from '../../model/queries.js';
import type { Process, Step } from '../../model/process.js';
import type { Fix } from '../finding.js';
import { insertStatement, statementEdit } from './insert-statement.js';
import { written } from './replace.js';

/** How many steps are offered; a person chooses one. */
const MOST_OFFERED = 5;

/** For each of the first steps a fix by which it works on a goal, those that work on no goal yet first. */
export function workOn(document: LangiumDocument, process: Process | undefined, goal: string): readonly Fix[] {
    const steps = stepsOf(process).filter((s) => isOwn(s));
    const idle = steps.filter((s) => goalsOf(s).length === 0);
    return [...new Set([...idle, ...steps])].slice(0, MOST_OFFERED).flatMap((step) =>
        insertStatement(document, step, `werkt aan ${written(goal)}`, {
            nl: `bij stap \`${step.name}\``,
            en: `at step \`${step.name}\``,
        }),
    );
}

/** A fix by which each of these steps says that it is not known what it works on. */
export function openWork(document: LangiumDocument, steps: readonly Step[]): readonly Fix[] {
    const said = ['werkt aan onbekend'];
    const edits = steps.filter((s) => isOwn(s)).flatMap((s) => statementEdit(document, s, said) ?? []);
    const title = { nl: 'Voeg `werkt aan onbekend` toe bij elke stap', en: 'Add `werkt aan onbekend` at each step' };
    return edits.length === 0 ? [] : [{ title, edits, safe: false }];
}
