import { z } from 'zod'
import type { EventType } from '../../../values/vocabulary.ts'

const text = z.string()
/** Many programs write null where there is nothing. */
const nothing = z.null().transform(() => undefined)
const told = z.union([text, nothing]).optional()
const actor = z.looseObject({ actorText: told, code: told, sector: told })
/** One actor, several, or an empty text for none. */
const actors = z.union([z.array(actor), actor, text, nothing]).optional()
const location = z.looseObject({ name: told })

/** A record as coders write it: what else there is in it is counted, not read. */
export const ploverRecord = z.looseObject({
  id: text.min(1),
  date: told,
  source: actors,
  target: actors,
  event: text.min(1),
  mode: told,
  text: told,
  language: told,
  publication: told,
  /** One place, several of which the first counts, or its name. */
  eventLoc: z.union([z.array(location), location, text, nothing]).optional(),
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
