import type { Escalation, Process, Step } from '../../model/process.js';
import type { Ref } from '../../model/protocol.js';
import { escalationsOf, executorsOf, laboursOf, stepsOf } from '../../model/queries.js';

export type Work = Step | Escalation;

/** The steps and escalations of a process. */
export function workOf(process: Process | undefined): readonly Work[] {
    return [...stepsOf(process), ...escalationsOf(process)];
}

/** Whose a step is: of who does it, or where the step does not say who, of who does an activity in it. */
export function doersOf(work: Work): readonly Ref[] {
    return work.performers.length > 0 ? work.performers.flatMap((p) => p.performers) : executorsOf(work);
}

/** The work in which a document is made, by itself or in an activity, with who makes it there, each once. */
export function makersOf(process: Process | undefined, document: string): { work: Work; by: readonly Ref[] }[] {
    return workOf(process).flatMap((work) => {
        const making = laboursOf(work).filter((l) => l.delivers.some((d) => d.name === document));
        const by = making.flatMap((l) =>
            'name' in l || l.performers.length === 0 ? doersOf(work) : l.performers.flatMap((p) => p.performers),
        );
        return making.length === 0 ? [] : [{ work, by: [...new Map(by.map((r) => [r.name, r])).values()] }];
    });
}
