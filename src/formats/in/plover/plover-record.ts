import { z } from 'zod'
import type { EventType } from '../../../values/vocabulary.ts'

const text = z.string()
/** Many programs write null where there is nothing. */
const nothing = z.null().transform(() => undefined)
const told = z.union([text, nothing]).optional()
const actor = z.looseObject({ actorText: told, code: told, sector: told })
/** One actor, several, or an empty text for none. Some programs write no more of each than its code or its name. */
const actors = z.union([z.array(z.union([actor, text])), actor, text, nothing]).optional()
const location = z.looseObject({ name: told })

/** A record as coders write it: what else there is in it is counted, not read. */
export const ploverRecord = z.looseObject({
  id: z.union([text.min(1), z.number().transform(String)]),
  date: told,
  source: actors,
  target: actors,
  /** Programs that find several types in a sentence give a list, the likeliest first. */
  event: z.union([text.min(1), z.tuple([text.min(1)], text.min(1))]),
  mode: z.union([told, z.array(text).transform((modes) => modes.join(', '))]),
  text: told,
  language: told,
  publication: told,
  /** One place, several of which the first counts, or its name. */
  eventLoc: z.union([z.array(z.union([location, text])), location, text, nothing]).optional(),
})

export type PloverRecord = z.output<typeof ploverRecord>
export type PloverActor = z.output<typeof actor>

/** What is read of a record. */
export const fieldsRead: ReadonlySet<string> = new Set(Object.keys(ploverRecord.shape))

/** Actors as a list, without those that are named by nothing. */
export const actorsOfRecord = (given: PloverRecord['source']): PloverActor[] => {
  const all = given === undefined ? [] : [given].flat()
  return all.map((one) => (typeof one === 'string' ? actorOfText(one.trim()) : one)).filter(isNamed)
}

/** A code of CAMEO, or else a name. */
const actorOfText = (text: string): PloverActor =>
  /^([A-Z]{3}){1,4}$/.test(text) ? { code: text } : { actorText: text }

const isNamed = ({ actorText, code, sector }: PloverActor): boolean =>
  [actorText, code, sector].some((told) => told !== undefined && told !== '')

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
