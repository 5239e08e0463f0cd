import type { LevelWithSilent } from 'pino'

/** How much is logged, from the least but for `silent`. */
export const logLevels = [
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
  'silent',
] as const satisfies LevelWithSilent[]
export type LogLevel = (typeof logLevels)[number]
