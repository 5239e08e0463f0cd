import { describe, expect, it } from 'vitest'
import { performWrite } from '../src/edits/perform.ts'
import type { WriteRequest, WriteResult } from '../src/edits/request.ts'
import { checkGraph } from '../src/model/check/check.ts'
import type { ImmediateEngine } from '../src/sql/engine.ts'
import { dbOf, openWriter } from './engine.ts'
import { dispute, worlds } from './graph-fixture.ts'

const { of } = worlds()

/** Two connections that write to one graph, as two processes do. */
function twoWriters(): [ImmediateEngine, ImmediateEngine] {
  const { writer } = of(dispute)
  return [writer, openWriter(dbOf(writer).name)]
}

/** What becomes of a request where another is done when it is about to begin. */
async function afterAnother(
  [mine, others]: readonly [ImmediateEngine, ImmediateEngine],
  request: WriteRequest,
  another: WriteRequest,
): Promise<WriteResult> {
  const { transaction } = mine
  let first: Promise<WriteResult> | undefined
  mine.transaction = (work) => {
    first ??= performWrite(others, another)
    return transaction.call(mine, work) as ReturnType<typeof work>
  }
  const result = await performWrite(mine, request)
  mine.transaction = transaction
  expect((await first)?.problems).toEqual([])
  expect(checkGraph(mine)).toEqual([])
  others.close()
  return result
}

const merge = (into: string, ...from: string[]): WriteRequest => ({
  kind: 'merge',
  by: null,
  of: 'ENTITY',
  into,
  from,
})
const messagesOf = ({ problems }: WriteResult) => problems.map(({ message }) => message)
const idOf = ({ revision }: WriteResult) => `revision_${revision}`

describe('a merge that another has come before by a moment', () => {
  it.each([
    ['of the same nodes is told that they are one', merge('raid', 'truce'), /is the node that stays/],
    ['the other way round is told so too', merge('truce', 'raid'), /is the node that stays/],
    [
      'of a node that is gone is told so',
      { kind: 'remove', by: null, node: 'truce' } as const,
      /is not the id or slug of/,
    ],
  ])('%s', async (_, another, says) => {
    const result = await afterAnother(twoWriters(), merge('raid', 'truce'), another)
    expect(messagesOf(result)).toEqual([expect.stringMatching(says)])
  })

  it('goes on from where a node is that was merged meanwhile', async () => {
    const writers = twoWriters()
    expect(messagesOf(await afterAnother(writers, merge('raid', 'truce'), merge('talks', 'truce')))).toEqual(
      [],
    )
    const events = dbOf(writers[0]).prepare('select slug from entity where kind = ? order by id').pluck()
    expect(events.all('EVENT')).toEqual(['war', 'raid'])
  })
})

describe('a merge that is taken apart twice at once', () => {
  it.each(['unmerge', 'undo'] as const)('by %s is taken apart once', async (kind) => {
    const writers = twoWriters()
    const revision = idOf(await performWrite(writers[0], merge('arland', 'borland')))
    const result = await afterAnother(
      writers,
      { kind, by: null, revision },
      { kind: 'unmerge', by: null, revision },
    )
    expect(messagesOf(result)).toEqual([
      expect.stringMatching(/has been taken apart already, by revision_\d+/),
    ])
  })

  it('is merged again once', async () => {
    const writers = twoWriters()
    const merged = idOf(await performWrite(writers[0], merge('arland', 'borland')))
    const revision = idOf(await performWrite(writers[0], { kind: 'unmerge', by: null, revision: merged }))
    const again = { kind: 'undo', by: null, revision } as const
    expect(messagesOf(await afterAnother(writers, again, again))).toEqual([
      expect.stringMatching(/is gone, and cannot be merged again/),
    ])
  })
})
