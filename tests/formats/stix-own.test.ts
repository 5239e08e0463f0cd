import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { stixIn } from '../../src/formats/in/stix/stix-in.ts'
import { stixOut } from '../../src/formats/out/stix/stix-format.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { runs } from '../engine.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { dispute, everyField, seed, worlds } from '../graph-fixture.ts'
import { randomDossier } from '../random-dossier.ts'
import { fileOf, importForeign } from './imported.ts'
import { written } from './written.ts'

const { of } = worlds()
const path = folder()

/** A new graph of what the STIX of another says. */
async function throughStix(graph: ImmediateEngine): Promise<ImmediateEngine> {
  const again = newGraph(path)
  const { problems, left } = await importForeign(
    again,
    stixIn,
    fileOf(written(graph, stixOut).text, 'stix.json'),
  )
  expect(problems).toEqual([])
  expect(left).toEqual({})
  return again
}

describe('a graph that was written as STIX', () => {
  it.each([seed, everyField, dispute])('of %s comes back whole', async (file) => {
    const { writer } = of(file)
    const again = await throughStix(writer)
    expect(exported(again)).toBe(exported(writer))
    again.close()
  })

  it('comes back whole whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const file = join(path, 'random.json')
        writeFileSync(file, JSON.stringify(randomDossier(draw)))
        const graph = newGraph(path)
        importDossiers(graph, [file])
        const again = await throughStix(graph)
        expect(exported(again)).toBe(exported(graph))
        graph.close()
        again.close()
      }),
      // A random graph is too large to be shrunk.
      { numRuns: runs(6), endOnFailure: true },
    )
  })

  it('comes back whole where two affiliations are one relationship', async () => {
    const affiliation = (from: string) => ({ organization: 'north', role: 'OFFICIAL', from })
    const file = join(path, 'affiliations.json')
    const actors = [
      { slug: 'north', name: 'North', type: 'STATE' },
      { ...{ slug: 'ada', name: 'Ada', type: 'PERSON' }, affiliations: ['2020', '2020~'].map(affiliation) },
    ]
    writeFileSync(file, JSON.stringify({ hearsay: 1, language: 'en', actors }))
    const graph = newGraph(path)
    importDossiers(graph, [file])
    const again = await throughStix(graph)
    expect(exported(again)).toBe(exported(graph))
    expect(exported(again)).toContain('2020~')
  })

  it('changes nothing where it is imported into the graph that it came from', async () => {
    const { writer } = of(everyField)
    const before = exported(writer)
    const text = written(writer, stixOut).text
    const { problems } = await importForeign(writer, stixIn, fileOf(text, 'stix.json'))
    expect(problems).toEqual([])
    expect(exported(writer)).toBe(before)
  })

  it('takes what was changed in another tool', async () => {
    const { writer } = of(everyField)
    const text = written(writer, stixOut).text.replace('"name":"Ada Moss"', '"name":"Ada B. Moss"')
    await importForeign(writer, stixIn, fileOf(text, 'stix.json'))
    expect(exported(writer)).toContain('Ada B. Moss')
  })

  it('says where a field of its extension is wrong', async () => {
    const { writer } = of(everyField)
    const text = written(writer, stixOut).text.replace('"act":"DENY"', '"act":"DENIES"')
    const line = text.slice(0, text.indexOf('"act":"DENIES"')).split('\n').length
    const { problems, summary } = await importForeign(writer, stixIn, fileOf(text, 'stix.json'))
    expect(summary).toBeNull()
    expect(problems).toEqual([
      expect.stringMatching(new RegExp(`:${line}:\\d+ objects.*act "DENIES": should be one of`)),
    ])
  })
})
