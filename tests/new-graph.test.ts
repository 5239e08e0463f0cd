import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importCommand, importOpened } from '../src/cli/import.ts'
import { openInput } from '../src/dossier/inputs.ts'
import { checkGraph } from '../src/model/check/check.ts'
import { isGraphAt, openReader } from '../src/model/open.ts'
import { addressOf, isOnPostgres } from './engine.ts'
import { folder } from './graph.ts'
import { seed } from './graph-fixture.ts'

const path = folder()
const lines: string[] = []
const print = (line: string) => void lines.push(line)
const out = { info: print, error: print }

/** A place where there is no graph, and what it looks like when there still is none. */
function place(name: string) {
  const db = addressOf(join(path, `${name}.db`))
  return { db, isUntouched: () => !isGraphAt(db) && (isOnPostgres || !existsSync(db)) }
}

it('an import in which something is wrong makes no graph', async () => {
  const { db, isUntouched } = place('wrong')
  const wrong = join(path, 'wrong.yaml')
  writeFileSync(wrong, 'hearsay: 1\nactors: [{slug: x}]\n')
  expect(await importCommand([wrong], { db }, out)).toBe(1)
  expect(isUntouched()).toBe(true)
})

it('an import that is interrupted makes no graph, wherever that is, and the next is whole', async () => {
  const { db, isUntouched } = place('interrupted')
  const stopAt = async (last: number) => {
    let steps = 0
    const step = () => {
      if (++steps > last) throw new Error('The lights went out.')
    }
    const watcher = { step, read: () => {}, written: () => {} }
    await importOpened([openInput(seed)], { db }, out, watcher)
    return steps
  }
  let stops = 0
  for (let last = 0; ; last += 450) {
    const stopped = await stopAt(last).then(
      () => false,
      ({ message }: Error) => message === 'The lights went out.',
    )
    if (!stopped) break
    stops++
    expect(isUntouched()).toBe(true)
  }
  expect(stops).toBeGreaterThan(1)
  const reader = openReader(db)
  expect(checkGraph(reader)).toEqual([])
  reader.close()
})
