import fc from 'fast-check';

/**
 * What tests try at random is the same on each run, so that who changes one thing is not stopped by another.
 * SEED=… tries others (`SEED=$RANDOM npm test`), and has a failure again by the seed that it told.
 */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20261122) });
