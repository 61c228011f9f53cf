import fc from 'fast-check';

/**
 * What tests try at random is the same on each run, so that who changes one thing is not stopped by another.
 * SEED=… tries others (`SEED=$RANDOM npm test`), and has a failure again by the seed that it told.
 */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20261122) });

/** The seed of what is always tried the same, where SEED names no other. */
export const seedOr = (own: number): number => Number(process.env['SEED'] ?? own);
