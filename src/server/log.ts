import { type LevelWithSilent, type Logger, pino } from 'pino'
import pretty from 'pino-pretty'

export const levels = [
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
  'silent',
] as const satisfies LevelWithSilent[]
export type LogLevel = (typeof levels)[number]

/** JSON lines for machines; on a terminal, lines for people. */
export const createLog = (level: LogLevel): Logger =>
  process.stdout.isTTY
    ? pino({ level }, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }))
    : pino({ level })
