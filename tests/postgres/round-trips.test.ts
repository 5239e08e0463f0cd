import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dossierOf } from '../../bench/measure/load.ts'
import { importDossiers } from '../../src/dossier/import.ts'
import { performWrite } from '../../src/edits/perform.ts'
import { anImport } from '../../src/model/history/journal.ts'
import { transact } from '../../src/model/transact.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { BlockingEngine } from '../../src/sql/postgres/blocking/blocking-engine.ts'
import { isOnPostgres } from '../engine.ts'
import { folder, newGraph } from '../graph.ts'

const path = folder()

/** How often the server is waited for while something is done. */
async function tripsOf(engine: ImmediateEngine, work: () => unknown): Promise<number> {
  if (!(engine instanceof BlockingEngine)) throw new Error('This is an engine in this process.')
  const before = engine.roundTrips
  await work()
  return engine.roundTrips - before
}

function dossier(statements: number): string {
  const file = join(path, `${statements}.json`)
  writeFileSync(file, JSON.stringify(dossierOf(statements)))
  return file
}

describe.skipIf(!isOnPostgres)('the server is waited for', () => {
  it('some times for five hundred statements of an import, and not for each', async () => {
    const [small, large] = [dossier(500), dossier(2500)]
    const graph = newGraph(path)
    const ofSmall = await tripsOf(graph, () => importDossiers(graph, [small]))
    const other = newGraph(path)
    const ofLarge = await tripsOf(other, () => importDossiers(other, [large]))
    expect(ofSmall).toBeLessThan(70)
    // Of 2,000 more statements are 20 more actors, 134 sources and 100 claims.
    expect(ofLarge - ofSmall).toBeLessThan(40)
  })

  it('a few times to record a statement', async () => {
    const graph = newGraph(path)
    importDossiers(graph, [dossier(20)])
    const statement = (text: string) => ({
      source: 'source-0',
      speaker: 'actor-0',
      text,
      quoteType: 'DIRECT',
      act: 'STATE',
    })
    const record = (text: string) =>
      performWrite(graph, { kind: 'record', by: null, items: { statements: [statement(text)] } })
    expect((await record('One.')).problems).toEqual([])
    expect(await tripsOf(graph, () => record('Two.'))).toBeLessThanOrEqual(6)
  })

  it('as often for many small nodes of one transaction as for their last', async () => {
    const graph = newGraph(path)
    const put = (count: number, prefix: string) =>
      transact(graph, anImport, ({ claims }) => {
        const drafts = Array.from({ length: count }, (_, index) => ({
          slug: `${prefix}-${index}`,
          text: 'It is.',
          kind: 'OTHER' as const,
        }))
        claims.expect(drafts)
        for (const draft of drafts) claims.put(draft)
      })
    put(2, 'a')
    const ofTwo = await tripsOf(graph, () => put(2, 'b'))
    // Where many texts were written, they are read in the end, and not with what is asked anyway.
    expect(await tripsOf(graph, () => put(300, 'c'))).toBeLessThanOrEqual(ofTwo + 1)
  })
})
