import { expect, test } from 'vitest'
import type { RequestAtOnce } from '../../src/edits/perform.ts'
import { type Outcome, performTogether } from '../../src/edits/perform-together.ts'
import { checkGraph } from '../../src/model/check/check.ts'
import { dbOf } from '../engine.ts'
import { folder } from '../graph.ts'
import { EditedGraph } from './edits.ts'

const path = folder()

const place = (slug: string, name: string): RequestAtOnce => ({
  kind: 'record',
  by: null,
  items: { places: [{ slug, name, precision: 'EXACT' }] },
})
const quay = place('quay', 'Quay')
const harbour = place('harbour', 'Harbour')
const refused: RequestAtOnce = { kind: 'remove', by: null, node: 'nobody' }
/** What no request that comes through the API is: something goes wrong that nobody foresaw. */
const broken: RequestAtOnce = { kind: 'record', by: null, items: { places: [JSON.parse('null')] } }

function together(...requests: readonly RequestAtOnce[]) {
  const graph = new EditedGraph(path)
  const last = () => Number(graph.row('select max(id) as id from revision')?.id)
  const waiting = [...requests]
  const before = last()
  const outcomes: Outcome[] = []
  for (let first = waiting.shift(); first; first = waiting.shift())
    outcomes.push(...performTogether(graph.connection, first, () => waiting.shift()))
  expect(checkGraph(graph.connection)).toEqual([])
  const slugs = dbOf(graph.connection).prepare(
    `select slug from entity where slug in ('quay', 'harbour') order by id`,
  )
  return {
    told: outcomes.map((one) => ('result' in one ? (one.result.revision ?? 0) - before : 'failed')),
    refusals: outcomes.filter((one) => 'result' in one && one.result.problems.length > 0).length,
    revisions: last() - before,
    slugs: slugs.pluck().all(),
  }
}

test('requests that are done together are a revision each, and one that is refused is so alone', () => {
  const done = together(quay, refused, harbour)
  expect(done).toMatchObject({ refusals: 1, revisions: 2, slugs: ['quay', 'harbour'] })
  expect([done.told[0], done.told[2]]).toEqual([1, 2])
})

test('one that fails as nobody foresaw takes nothing from those that were done with it', () => {
  const done = together(quay, broken, harbour)
  expect(done).toMatchObject({ told: [1, 'failed', 2], revisions: 2, slugs: ['quay', 'harbour'] })
  expect(together(broken)).toMatchObject({ told: ['failed'], revisions: 0 })
})
