import { importDossiers } from '../../src/dossier/import.ts'
import { dbOf, openWriter } from '../engine.ts'

export interface GoldClaim {
  readonly text: string
  /** Slugs of the claims that say otherwise. */
  readonly contradicts: ReadonlySet<string>
}

/** The graph that reports are read into, each as if it were the first, and what is in it, by slugs. */
export interface GoldGraph {
  readonly file: string
  /** Actors, places and events, each with the name of its kind. */
  readonly entities: ReadonlyMap<string, string>
  readonly actors: ReadonlySet<string>
  readonly claims: ReadonlyMap<string, GoldClaim>
}

/** Loads a dossier into an empty graph in a new file, or throws what is wrong with it. */
export function readGoldGraph(dossier: string, file: string): GoldGraph {
  const connection = openWriter(file)
  try {
    importDossiers(connection, [dossier])
    const all = <T>(sql: string): T[] => dbOf(connection).prepare(sql).all() as T[]
    const entities = new Map(
      all<{ slug: string; type: string }>('select slug, lower(kind) as type from entity').map(
        ({ slug, type }) => [slug, type],
      ),
    )
    const relations = all<{ a: string; b: string }>(
      `select f.slug as a, t.slug as b from claim_relation join claim f on f.id = from_id join claim t on t.id = to_id
       where type = 'CONTRADICTS'`,
    )
    const contradicts = (slug: string) =>
      new Set(relations.flatMap(({ a, b }) => (a === slug ? [b] : b === slug ? [a] : [])))
    const claims = all<{ slug: string; text: string }>('select slug, text from claim')
    return {
      ...{ file, entities },
      actors: new Set([...entities].filter(([, type]) => type === 'actor').map(([slug]) => slug)),
      claims: new Map(claims.map(({ slug, text }) => [slug, { text, contradicts: contradicts(slug) }])),
    }
  } finally {
    connection.close()
  }
}
