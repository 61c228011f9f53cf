import type { Bilingual } from '../language/text/bilingual.js';

/** Something that the user asked and that cannot be done: says where, what, and how to mend it. Ends with exit code 2. */
export class Complaint extends Error {
    constructor(readonly text: Bilingual) {
        super(text.nl);
        this.name = 'Complaint';
    }
}

/** The exit codes, which scripts build on. */
export const EXIT = {
    /** nothing that is too severe */
    fine: 0,
    /** findings, a difference with `--check`, an output refused */
    findings: 1,
    /** wrong usage, unreadable input, output that cannot be written */
    unusable: 2,
} as const;
