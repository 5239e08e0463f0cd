import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import type { LogLevel } from './log-level.ts'

/** JSON lines for machines; on a terminal, lines for people. */
export const createLog = (level: LogLevel): Logger =>
  process.stdout.isTTY
    ? pino({ level }, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }))
    : pino({ level })
