import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { ftmOut } from '../../src/formats/out/ftm/ftm-format.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { runs } from '../engine.ts'
import { folder, newGraph } from '../graph.ts'
import { everyField, seed, worlds } from '../graph-fixture.ts'
import { randomDossier } from '../random-dossier.ts'
import { type FtmEntity, ftmFaults } from './ftm-schemas.ts'
import { written } from './written.ts'

const { of } = worlds()
const path = folder()
let made = 0

function graphOf(dossier: object): ImmediateEngine {
  const file = join(path, `dossier-${++made}.json`)
  writeFileSync(file, JSON.stringify(dossier))
  const graph = newGraph(path)
  importDossiers(graph, [file])
  return graph
}

function entitiesOf(graph: ImmediateEngine): FtmEntity[] {
  const { text } = written(graph, ftmOut)
  return text
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as FtmEntity)
}

const propertiesOf = (entities: readonly FtmEntity[], id: string) =>
  entities.find((entity) => entity.id === id)?.properties

describe('a graph as entities of FollowTheMoney', () => {
  it.each([seed, everyField])('of %s keeps to its schemata', (file) => {
    const { writer } = of(file)
    expect(ftmFaults(entitiesOf(writer))).toEqual([])
    expect(written(writer, ftmOut).text).toBe(written(writer, ftmOut).text)
  })

  it('keeps to them whatever is in the graph', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const graph = graphOf(randomDossier(draw))
        expect(ftmFaults(entitiesOf(graph))).toEqual([])
        graph.close()
      }),
      { numRuns: runs(10), endOnFailure: true },
    )
  })

  it('says what belongs to what, and when', () => {
    const entities = entitiesOf(of(everyField).writer)
    const edges = entities.filter(({ id }) => id.startsWith('affiliation.'))
    expect(edges.map(({ schema, properties }) => [schema, properties])).toEqual([
      [
        'Representation',
        {
          agent: ['actor.ada-moss'],
          client: ['actor.ministry'],
          role: ['spokeswoman'],
          status: ['SPOKESPERSON'],
          startDate: ['2020'],
        },
      ],
      [
        'UnknownLink',
        { subject: ['actor.ada-moss'], object: ['actor.north'], role: ['citizen'], status: ['CITIZEN'] },
      ],
    ])
    expect(propertiesOf(entities, 'actor.north')).toMatchObject({ country: ['xn'], alias: ['Norden'] })
    expect(propertiesOf(entities, 'event.river-war')).toMatchObject({ startDate: ['2022-02-24'] })
    expect(propertiesOf(entities, 'source.herald-25-may')).toMatchObject({
      publishedAt: ['2023-05-25T08:00:00'],
      retrievedAt: ['2023-05-25T10:00:00'],
      language: ['ukr'],
    })
  })

  it('leaves out what is not accepted, and counts what has no place', () => {
    const { writer } = of(everyField)
    const entities = entitiesOf(writer)
    expect(entities.some(({ id }) => id.includes('gazette-reports'))).toBe(false)
    expect(propertiesOf(entities, 'stance.moss-nobody-left')).toMatchObject({
      subject: ['actor.ministry'],
      object: ['claim.raiders-driven-off'],
      role: ['AFFIRMS'],
      status: ['CERTAIN'],
    })
    expect(written(writer, ftmOut).left).toMatchObject({
      'statements that are not accepted': 1,
      'statement.quoteType': 3,
      'statement.span': 1,
      'dates that are not exact': 4,
      'actor.reliability': 2,
    })
  })
})
