import { workIn, type InterventionWork } from '../../language/generate/work.js';
import type { Project, ProjectFile } from '../project.js';

/** One interventie to make output from. */
export interface Work extends InterventionWork {
    readonly file: ProjectFile;
}

/** The interventies of the files that the user named. */
export function workOf({ files, services }: Project): Work[] {
    return workIn(files, services);
}
