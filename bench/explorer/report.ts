import type { PageResult } from '../pages.ts'
import { count, table } from '../table.ts'

const REQUESTS = 2
const BYTES = 150_000
const TASK = 200

/** The pages as a table for people; what is met is judged by the processor's time, which a busy machine moves least. */
export const formatPages = (results: readonly PageResult[]): string =>
  table(
    [
      'page',
      'requests',
      'kB',
      'transferred',
      'content ms',
      'task ms',
      'processor',
      'scrolled ms',
      'processor',
      'elements',
      'scrolled',
      `≤ ${REQUESTS}, ${BYTES / 1000} kB, ${TASK} ms`,
    ],
    results.map((of) => [
      of.what,
      count(of.requests),
      count(of.bytes / 1000),
      count(of.transferred / 1000),
      count(of.content),
      count(of.clock),
      count(of.processor),
      count(of.clockScrolled),
      count(of.processorScrolled),
      count(of.elements),
      count(of.elementsScrolled),
      isMet(of) ? '✓' : '✗',
    ]),
  )

const isMet = ({ requests, bytes, processor, processorScrolled }: PageResult): boolean =>
  requests <= REQUESTS && bytes <= BYTES && Math.max(processor, processorScrolled) <= TASK
