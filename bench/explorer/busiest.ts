import type { Database } from 'better-sqlite3'
import { openDatabase } from '../../src/sql/sqlite/handle.ts'
import { Random } from '../synthetic/random.ts'
import { Words } from '../synthetic/words.ts'

export interface PageOf {
  readonly what: string
  readonly path: string
}

const busiest = {
  actor: "select slug from tally join entity on id = value where facet = 'SPEAKER' order by statements desc",
  claim: 'select slug from claim order by statement_count desc, id desc',
  disputed: 'select slug from claim order by speaker_count desc, id desc',
  figure: 'select slug from claim where figure_unit is not null order by speaker_count desc, id desc',
  event: `select slug from entity where id = (
    select event_id from claim where event_id is not null group by event_id order by count(*) desc)`,
  source: "select slug from tally join source on id = value where facet = 'SOURCE' order by statements desc",
  text: 'select slug from source order by length(text) desc',
  place: `select slug from tally join entity on id = value where facet = 'ABOUT' and kind = 'PLACE'
    order by statements desc`,
  statement: 'select id from statement where via_id is not null order by length(text) desc',
} as const

/** Every page of the explorer, each for the node of a graph's file for which it has most to show. */
export function busiestPages(path: string): PageOf[] {
  const db = openDatabase(path, { readonly: true })
  try {
    return pagesOf(db)
  } finally {
    db.close()
  }
}

function pagesOf(db: Database): PageOf[] {
  const first = (sql: string) => db.prepare(`${sql} limit 1`).pluck().get() as string
  const [actor, event, disputed] = [first(busiest.actor), first(busiest.event), first(busiest.disputed)]
  const [speaker, subject] = db.prepare(pair).raw().get() as [string, string]
  const speakers = db.prepare(`${busiest.actor} limit 8`).pluck().all() as string[]
  const common = new Words(new Random(1)).all[1]
  return [
    { what: 'start', path: '/' },
    { what: 'actor that says most', path: `/actor/${actor}` },
    { what: 'claim spoken to most', path: `/claim/${first(busiest.claim)}` },
    { what: 'claim with most positions', path: `/claim/${disputed}` },
    { what: 'the same, of an earlier time', path: `/claim/${disputed}?asOf=${middle(db, disputed)}` },
    { what: 'claim with figures', path: `/claim/${first(busiest.figure)}` },
    { what: 'event with most claims', path: `/event/${event}` },
    { what: 'source with most statements', path: `/source/${first(busiest.source)}` },
    { what: 'source with the longest text', path: `/source/${first(busiest.text)}` },
    { what: 'place spoken about most', path: `/place/${first(busiest.place)}` },
    { what: 'statement', path: `/statement/statement_${first(busiest.statement)}` },
    { what: 'claims', path: '/claims' },
    { what: 'claims of a single source', path: '/claims?singleSource=true' },
    { what: 'matrix', path: '/matrix' },
    { what: 'matrix by likeness', path: '/matrix?order=likeness' },
    { what: 'matrix of an event', path: `/matrix?event=${event}` },
    { what: 'matrix, a cell open', path: `/matrix?cell=${speaker}~${subject}` },
    { what: 'timeline', path: '/timeline' },
    { what: 'timeline of an actor', path: `/timeline?about=${actor}` },
    { what: 'graph, where to begin', path: '/graph' },
    { what: 'graph around one', path: `/graph?nodes=${actor}` },
    { what: 'graph around eight', path: `/graph?nodes=${speakers.join()}` },
    { what: 'search for a common word', path: `/search?q=${common}` },
    { what: 'the same, what one says', path: `/search?q=${common}&by=${speakers[0]}` },
    { what: 'who agrees with whom', path: '/graph?view=agreement' },
  ]
}

const pair = `select a.slug, b.slug from speaks_about
  join entity a on a.id = speaker_id join entity b on b.id = entity_id order by statements desc limit 1`

/** A day by which half of what is known of a claim was known. */
const middle = (db: Database, claim: string): string =>
  db
    .prepare(
      `select date(known_at / 1000, 'unixepoch') from statement
        where claim_id = (select id from claim where slug = ?) and known_at is not null
        order by known_at limit 1 offset (
          select count(*) / 2 from statement where claim_id = (select id from claim where slug = ?))`,
    )
    .pluck()
    .get(claim, claim) as string
