import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { openReader, openWriter } from '../../src/sql/postgres/open.ts'
import { seed } from '../graph-fixture.ts'
import { Cluster } from './cluster.ts'
import { programsFolder } from './programs.ts'

const programs = programsFolder()

describe.skipIf(!programs)('a primary with two streaming replicas', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await Cluster.start(programs ?? '', ['first', 'second'])
  }, 60_000)
  afterAll(() => cluster.remove())

  it('has on the replicas what was written to the primary', async () => {
    const graph = (address: string) => `${address}&schema=copied`
    const writer = openWriter(graph(cluster.primary.address))
    importDossiers(writer, [seed])
    await cluster.caughtUp()
    for (const replica of cluster.replicas) {
      const reader = openReader(graph(replica.address))
      expect(reader.state()).toBeTypeOf('string')
      reader.close()
    }
    writer.close()
  })

  it('goes on with a replica in the place of the primary', async () => {
    await cluster.primary.kill()
    await cluster.failOver()
    const writer = openWriter(`${cluster.primary.address}&schema=copied`)
    writer.transaction(() => undefined)
    writer.close()
    await cluster.caughtUp()
  })
})
