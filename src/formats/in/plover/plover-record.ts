import { z } from 'zod'
import type { EventType } from '../../../values/vocabulary.ts'

const text = z.string()
const actor = z.looseObject({
  actorText: text.optional(),
  code: text.optional(),
  sector: text.optional(),
})
/** One actor, several, or an empty text for none. */
const actors = z.union([z.array(actor), actor, text]).optional()

/** A record as coders write it: what else there is in it is counted, not read. */
export const ploverRecord = z.looseObject({
  id: text.min(1),
  date: text.optional(),
  source: actors,
  target: actors,
  event: text.min(1),
  mode: text.optional(),
  text: text.optional(),
  language: text.optional(),
  publication: text.optional(),
  eventLoc: z.union([z.looseObject({ name: text.optional() }), text]).optional(),
})

export type PloverRecord = z.output<typeof ploverRecord>
export type PloverActor = z.output<typeof actor>

/** What is read of a record. */
export const fieldsRead: ReadonlySet<string> = new Set(Object.keys(ploverRecord.shape))

/** Actors as a list, without those that are named by nothing. */
export const actorsOfRecord = (given: PloverRecord['source']): PloverActor[] => {
  if (given === undefined || typeof given === 'string') return []
  return Array.isArray(given) ? given : [given]
}

/** Types of event by what they were called before PLOVER put some of them together. */
const formerTypes: Readonly<Record<string, EventType>> = {
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  INVESTIGATE: 'ACCUSE',
  FIGHT: 'ASSAULT',
  YIELD: 'CONCEDE',
}

/** The type that a word of older PLOVER stands for. */
export const formerType = (word: string): EventType | undefined => formerTypes[word]
