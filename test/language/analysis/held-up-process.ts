import fc from 'fast-check';
import { randomProcess } from './random-process.js';

const GUARDS = [
    '',
    '',
    'pas als f0',
    'pas als niet f1',
    'pas als f0 is bekend',
    'klaar als f0',
    'klaar als niet f1',
    'klaar als f1 is bekend',
    'pas als f1\nklaar als f0 is bekend',
    'klaar als f0\nherhaal hoogstens 1 keer',
    'klaar als f1 is bekend\nherhaal hoogstens 2 keer tot f0',
] as const;

const HEADS = / C\d+ \{$/gm;

/** A random process of which groups and phases say when they begin and when they are done. */
export const heldUpProcess: fc.Arbitrary<string> = fc
    .tuple(
        randomProcess.filter((text) => text.match(HEADS) !== null),
        fc.array(fc.constantFrom(...GUARDS), { minLength: 4, maxLength: 8 }),
    )
    .map(([text, guards]) => {
        let at = 0;
        return text.replace(HEADS, (head) => `${head}\n${guards[at++ % guards.length] ?? ''}`);
    });
