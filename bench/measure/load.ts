import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { importDossiers } from '../../src/dossier/import.ts'
import { openWriter } from '../../src/sql/sqlite/connection.ts'
import { Random } from '../synthetic/random.ts'
import { Words } from '../synthetic/words.ts'

export interface Loaded {
  readonly what: string
  readonly statements: number
  readonly perSecond: number
}

/** Dossiers into a new graph: one that is small enough to be written with everything live, and a large one in bulk. */
export function measureImport(): Loaded[] {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-import-'))
  try {
    return [
      imported(folder, 'dossier, everything live', 4_000),
      imported(folder, 'dossier, in bulk', 30_000),
      imported(folder, 'dossier again, nothing new', 30_000),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function imported(folder: string, what: string, statements: number): Loaded {
  const file = join(folder, `dossier-${statements}.json`)
  writeFileSync(file, JSON.stringify(dossierOf(statements)))
  const connection = openWriter(join(folder, `graph-${statements}.db`))
  const started = performance.now()
  importDossiers(connection, [file])
  const seconds = (performance.now() - started) / 1000
  connection.close()
  return { what, statements, perSecond: statements / seconds }
}

/** A dossier as it is written by hand, but long. */
export function dossierOf(count: number): object {
  const random = new Random(count)
  const words = new Words(random)
  const slugs = (noun: string, per: number) =>
    Array.from({ length: Math.ceil(count / per) }, (_, index) => `${noun}-${index}`)
  const [actors, sources, claims] = [slugs('actor', 100), slugs('source', 15), slugs('claim', 20)]
  return {
    hearsay: 1,
    actors: actors.map((slug) => ({ slug, name: words.name(), type: 'PERSON' })),
    sources: sources.map((slug) => ({
      slug,
      title: words.sentence(6),
      kind: 'ARTICLE',
      publishedAt: '2023-05-24',
    })),
    claims: claims.map((slug) => ({ slug, text: words.sentence(9), kind: 'OTHER' })),
    statements: slugs('statement', 1).map((slug) => ({
      slug,
      source: random.pick(sources),
      speaker: random.pick(actors),
      text: words.sentence(15),
      quoteType: 'INDIRECT',
      act: 'STATE',
      claim: random.pick(claims),
      stance: random.chance(0.6) ? 'AFFIRMS' : 'DENIES',
      certainty: 'CERTAIN',
      about: [random.pick(actors)],
      saidAt: `2023-0${random.between(1, 9)}-1${random.below(10)}`,
    })),
  }
}
