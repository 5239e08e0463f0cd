import type { LeftOut } from '../left-out.ts'
import { edtfOfFtm } from './ftm-edges.ts'
import type { FtmRecord } from './ftm-records.ts'
import { ownSlug } from './ftm-slugs.ts'

/** Properties that our own export says something by that is read of no other. */
const ownProperties = new Set(['classification', 'country', 'status', 'summary', 'keywords'])
/** Properties of which all values are read; of any other that is read, the first. */
const readWhole = new Set([
  ...['name', 'alias', 'previousName', 'weakAlias', 'wikidataId', 'leiCode'],
  ...['author', 'organizer', 'involved', 'bodyText'],
  // An edge ties all that its ends name.
  ...['member', 'employee', 'employer', 'director', 'holder', 'post', 'agent', 'client', 'subject', 'object'],
])
const dates = new Set(['startDate', 'endDate', 'date', 'publishedAt'])

/** Counts what an entity says that is not read: properties, further values of them, and dates that are none. */
export function noteUnreadProperties(left: LeftOut, record: FtmRecord, read: readonly string[]): void {
  const { schema, properties, id } = record
  const isOwn = ownSlug(id) !== null
  for (const [name, values] of Object.entries(properties)) {
    if (values.length === 0 || (isOwn && ownProperties.has(name))) continue
    if (!read.includes(name)) left.note(`${schema}.${name}`)
    else if (!readWhole.has(name) && values.length > 1)
      left.note(`${schema}.${name} after the first`, values.length - 1)
    if (read.includes(name) && dates.has(name) && edtfOfFtm(values[0]) === undefined)
      left.note(`${schema}.${name} that is no date`)
  }
}
