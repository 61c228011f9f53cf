import type { WorkableGoal } from '../model/queries.js';

/** What a goal is called in both languages, as the parameters `kind` and `kindEn` of a message. */
export function goalKind(kind: WorkableGoal['kind']): { readonly kind: string; readonly kindEn: string } {
    return { kind, kindEn: kind === 'doel' ? 'goal' : 'subgoal' };
}
