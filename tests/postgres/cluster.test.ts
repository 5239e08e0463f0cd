import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCommand } from '../../src/cli/check.ts'
import { exportCommand } from '../../src/cli/export.ts'
import { listUsers } from '../../src/cli/user.ts'
import { importDossiers } from '../../src/dossier/import.ts'
import { openReader, openWriter } from '../../src/sql/postgres/open.ts'
import { folder } from '../graph.ts'
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

  it('exports and lists users at a replica, and is told that it cannot be checked there', () => {
    const db = `${cluster.replicas[0]?.address}&schema=copied`
    const lines: string[] = []
    const print = (line: string) => void lines.push(line)
    exportCommand(join(folder(), 'replica.jsonl'), { db }, { info: print, error: print })
    listUsers({ db }, { info: print, error: print })
    expect(checkCommand({ db }, { info: print, error: print })).toBe(2)
    expect(lines.slice(-3)).toEqual([
      expect.stringMatching(/^Exported/),
      expect.stringMatching(/^There are no users/),
      expect.stringMatching(/A replica cannot be checked.*Name the primary with --db/),
    ])
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
