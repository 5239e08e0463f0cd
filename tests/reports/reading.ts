import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ReadOptions, readCommand } from '../../src/cli/read.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { addressOf, dbOf, openReader } from '../engine.ts'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'

// What a query of a test gives is known to the test that writes it.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Row = Record<string, any>

/** A folder with a graph in it, and reports that are read into it. */
export function desk(dossier?: string) {
  const path = folder()
  let written = 0
  const db = join(path, 'graph.db')
  writeGraph(db, dossier ? [file(dossier, 'yaml')] : [])

  function file(content: string | Buffer, ending = 'txt'): string {
    const name = join(path, `report-${++written}.${ending}`)
    writeFileSync(name, content)
    return name
  }

  async function read(files: string | readonly string[], options: Partial<ReadOptions> = {}) {
    const [info, errors]: [string[], string[]] = [[], []]
    const out = { info: (line: string) => info.push(line), error: (line: string) => errors.push(line) }
    const code = await readCommand([files].flat(), { db: addressOf(db), ...options }, out as never)
    return { code, info, errors }
  }

  /** What the graph holds, as another process sees it. */
  function looked<T>(look: (connection: ImmediateEngine) => T): T {
    const connection = openReader(db)
    try {
      return look(connection)
    } finally {
      connection.close()
    }
  }

  const rows = (sql: string): Row[] => looked((graph) => dbOf(graph).prepare(sql).all() as Row[])

  return { path, db, file, read, looked, rows }
}

export const statements = `
  select s.id, e.slug as speaker, e.name as name, a.type as type, b.slug as behalf, s.text, s.cue, s.act, s.stance,
    s.certainty, s.quote_type as "quoteType", s.review, s.said_edtf as "saidAt", s.language, s.via_id as via,
    s.span_start as start, s.span_end as "end", s.span_exact as exact, s.span_prefix as prefix, s.span_suffix as suffix,
    c.slug as claim, so.slug as source, so.text as report
  from statement s join entity e on e.id = s.speaker_id join actor a on a.id = e.id
    left join entity b on b.id = s.on_behalf_of_id left join claim c on c.id = s.claim_id
    join source so on so.id = s.source_id
  order by s.id`

/** Two states at odds, one ministry, one governor: enough to speak of a harbour. */
export const harbour = `
hearsay: 1
actors:
  - { slug: norway, type: STATE, name: Norway, iso3166: "NO" }
  - { slug: sweden, type: STATE, name: Sweden, iso3166: SE }
  - slug: norwegian-fisheries-ministry
    type: ORGANIZATION
    kind: GOVERNMENT_BODY
    name: Norwegian Ministry of Fisheries
    affiliations: [{ organization: norway, role: PART_OF }]
  - slug: kari-holm
    type: PERSON
    name: Kari Holm
    affiliations: [{ organization: port-of-bodo, role: LEADER, title: Director of the Port of Bodo }]
  - { slug: port-of-bodo, type: ORGANIZATION, kind: COMPANY, name: Port of Bodo }
  - { slug: harbour-post, type: MEDIA_OUTLET, name: The Harbour Post }
places:
  - { slug: bodo, name: Bodo, precision: LOCALITY }
claims:
  - { slug: nets-cut, text: Swedish trawlers cut the nets of Norwegian boats., kind: RESPONSIBILITY, subject: sweden }
`

export const nets = `Nets cut off Bodo

Swedish trawlers have cut the nets of Norwegian boats near Bodo, Norway’s fisheries ministry said on Tuesday.

Stockholm denied that Swedish trawlers had cut the nets of Norwegian boats.

“We have seen nothing of the kind,” said Kari Holm, the director of the Port of Bodo. She added that the harbour would stay open.

An official said that the ministry had denied that boats were lost. Ole Dahl, a fisherman, claimed that three boats were missing.
`
