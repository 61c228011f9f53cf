import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startAnew, startDesk, type Desk } from './desk.js';
import { edits, FILES, NAMES, OTHERS } from './random-edits.js';

/** How many edits are made in all; the gate asks for 10,000. */
const EDITS = Number(process.env['EDITS'] ?? 400);
/** With all that changes nothing; a run is half as long on the average, and needs two servers. */
const MOST_EDITS_A_RUN = 250;
/** Of runs that are mostly shorter, so many are sure to have all the edits. */
const MOST_RUNS = Math.ceil(EDITS / 10);
/** Milliseconds; only a run that fails is made shorter for so long, and a slow machine makes all its edits. */
const LONGEST = 800_000;

test(`after ${String(EDITS)} random edits, server and client have the same texts and the same findings as after a fresh start`, async () => {
    let made = 0;
    await fc.assert(
        fc.asyncProperty(fc.array(edits, { maxLength: MOST_EDITS_A_RUN, size: 'max' }), async (all) => {
            if (made >= EDITS) {
                return;
            }
            const desk = await startDesk({ ...FILES, ...OTHERS });
            let fresh: Desk | undefined;
            try {
                for (const name of NAMES) {
                    await desk.open(name);
                }
                const before = desk.edits();
                for (const edit of all) {
                    await edit(desk);
                }
                made += desk.edits() - before;
                fresh = await startAnew(desk);
                const known = await desk.settled();
                for (const name of NAMES) {
                    expect(known.texts[name], name).toBe(desk.textOf(name));
                }
                expect(known).toEqual(await fresh.settled());
            } catch (error) {
                // so that the runs by which it is made shorter count as well
                made = Number.NEGATIVE_INFINITY;
                throw error;
            } finally {
                desk.dispose();
                fresh?.dispose();
            }
        }),
        { numRuns: MOST_RUNS, interruptAfterTimeLimit: LONGEST },
    );
    expect(made).toBeGreaterThanOrEqual(EDITS);
});
