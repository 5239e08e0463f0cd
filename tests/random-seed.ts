import fc from 'fast-check'

const [first = 1, last = first] = (process.env.HEARSAY_SEED ?? '1').split('-').map(Number)

/**
 * With what all that tests do at random begins: always the same for the same commit (vitest.config.ts), so that what has
 * failed fails again, and what has passed passes. `HEARSAY_SEED=5 npm test` tries something else.
 */
export const SEED = first

/** All of them where several are given, as in `HEARSAY_SEED=1-30`: for tests that take more than one. */
export const SEEDS = Array.from({ length: last - first + 1 }, (_, index) => first + index)

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED })
