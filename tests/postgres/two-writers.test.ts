import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { tokenHash } from '../../src/model/users/token.ts'
import { UserWriter } from '../../src/model/users/write.ts'
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

describe.skipIf(server === '')('who may do what is written while another writes to the graph', () => {
  it('and each of those who write that gives an id of its own', () => {
    const { one, other } = twoWriters()
    const users = [one, other].map((engine) => new UserWriter(engine))
    other.lockTimeout = 1
    one.transaction(() => {
      add(one, 'a')
      const { id } = users[1]?.put('Ada', 'EDITOR').user ?? { id: 0 }
      const link = users[1]?.issue({ userId: id, kind: 'SIGN_IN' })
      expect(users[1]?.openSession(tokenHash(link?.token ?? ''))).not.toBeNull()
      expect(() => other.transaction(() => add(other, 'b'))).toThrow(/lock timeout/)
    })
    expect(users[0]?.put('Ben', 'EDITOR').user.id).toBe(2)
  })
})
