import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { slot } from '../../src/sql/build.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { openWriter } from '../../src/sql/postgres/open.ts'

const server = process.env.HEARSAY_TEST_POSTGRES ?? ''

function twoWriters() {
  const url = new URL(server)
  const schema = `two_writers_${process.pid}`
  url.searchParams.set('schema', schema)
  const [one, other] = [openWriter(url.href), openWriter(url.href)]
  onTestFinished(() => {
    one.execute(`drop schema ${schema} cascade`)
    one.close()
    other.close()
  })
  return { one, other }
}

const add = (engine: ImmediateEngine, slug: string) =>
  engine
    .insertion(sql`insert into entity (slug, kind, name) values (${slot('slug')}, 'PLACE', 'A place')`)
    .run({ slug })

describe.skipIf(server === '')('each of two writers gives the id after the last that was given', () => {
  it('whoever gave it, whatever was asked before outside of a transaction or in a snapshot', () => {
    const { one, other } = twoWriters()
    expect(one.lastId('entity')).toBe(0)
    expect(one.snapshot(() => one.lastId('entity'))).toBe(0)
    expect(other.transaction(() => add(other, 'a'))).toBe(1)
    expect(one.lastId('entity')).toBe(1)
    expect(one.transaction(() => add(one, 'b'))).toBe(2)
    expect(other.transaction(() => add(other, 'c'))).toBe(3)
  })

  it('outside of a transaction too, and none that a row had which has gone', () => {
    const { one, other } = twoWriters()
    expect(add(one, 'a')).toBe(1)
    expect(add(other, 'b')).toBe(2)
    one.command(sql`delete from entity where slug = 'b'`).run()
    expect(add(one, 'c')).toBe(3)
    one.beginIdsAfter('entity', 9)
    expect(add(other, 'd')).toBe(10)
  })
})
