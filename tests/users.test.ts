import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { parseExpiry } from '../src/cli/expiry.ts'
import { addUserCommands } from '../src/cli/user-commands.ts'
import { isToken, tokenHash } from '../src/model/users/token.ts'
import { UserWriter } from '../src/model/users/write.ts'
import { atOnce } from '../src/sql/engine.ts'
import { DAY } from '../src/values/calendar.ts'
import { addressOf, dbOf, isOnPostgres, openWriter } from './engine.ts'
import { folder, newGraph } from './graph.ts'
import { writeGraph } from './made-graph.ts'

const path = folder()
let made = 0

/** The commands on a graph's file of their own, with what they print. */
function commands() {
  const db = join(path, `users-${++made}.db`)
  writeGraph(db)
  const hearsay = async (...args: string[]) => {
    const printed = { info: [] as string[], error: [] as string[] }
    const out = {
      info: (line: string) => printed.info.push(line),
      error: (line: string) => printed.error.push(line),
    }
    const program = new Command('hearsay').exitOverride().configureOutput({ writeErr() {} })
    addUserCommands(program, out)
    for (const command of program.commands.flatMap((one) => [one, ...one.commands]))
      command.exitOverride().configureOutput({ writeErr() {} })
    await program.parseAsync([...args, '--db', addressOf(db)], { from: 'user' })
    return { out: printed.info, err: printed.error }
  }
  return { db, hearsay }
}

describe('hearsay user', () => {
  test('adds, lists and removes, and a removed user can come back', async () => {
    const { hearsay } = commands()
    expect((await hearsay('user', 'list')).err).toEqual([expect.stringContaining('hearsay user add')])
    expect((await hearsay('user', 'add', 'ana')).out).toEqual(['ana is added, as EDITOR.'])
    expect((await hearsay('user', 'add', 'Bo Ek', '--role', 'reader')).out).toEqual([
      'Bo Ek is added, as READER.',
    ])
    expect((await hearsay('user', 'list')).out).toEqual([
      expect.stringMatching(/^Bo Ek {2}READER {2}since \d{4}-\d\d-\d\d$/),
      expect.stringMatching(/^ana {4}EDITOR {2}since \d{4}-\d\d-\d\d$/),
    ])
    expect((await hearsay('user', 'remove', 'ANA')).out[0]).toContain('ana is removed')
    expect((await hearsay('user', 'list')).out[1]).toMatch(/^ana {4}EDITOR.*, removed \d{4}-\d\d-\d\d$/)
    await expect(hearsay('user', 'remove', 'ana')).rejects.toThrow('ana has been removed')
    expect((await hearsay('user', 'add', 'ana')).out[0]).toContain('ana is back, as EDITOR')
  })

  test('gives one who is there another role, and keeps one of a name', async () => {
    const { db, hearsay } = commands()
    await hearsay('user', 'add', 'ana')
    expect((await hearsay('user', 'add', 'Ana')).out).toEqual(['ana is EDITOR already.'])
    expect((await hearsay('user', 'add', 'ana', '--role', 'ADMIN')).out).toEqual([
      'ana is ADMIN now, and was EDITOR.',
    ])
    const writer = openWriter(db)
    expect(dbOf(writer).prepare('select count(*) from user').pluck().get()).toBe(1)
    writer.close()
  })

  test.each([
    ['', /needs a name/],
    ['   ', /needs a name/],
    ['a\nb', /no line breaks/],
    ['a\u0000b', /cannot be seen/],
    ['a\u202eb', /cannot be seen/],
    [' ana', /no spaces around/],
    ['\ud800', /cannot be seen/],
    ['x'.repeat(101), /at most 100/],
  ])('%j is no name', async (name, problem) => {
    await expect(commands().hearsay('user', 'add', name)).rejects.toThrow(problem)
  })

  test('says who is there where a name is not, and which roles there are', async () => {
    const { hearsay } = commands()
    await hearsay('user', 'add', 'ana')
    await expect(hearsay('user', 'remove', 'anna')).rejects.toThrow(/no user anna.*There is ana\./)
    await expect(hearsay('user', 'add', 'bo', '--role', 'KING')).rejects.toThrow(/READER, EDITOR, ADMIN/)
  })

  test('makes no file but to add', async () => {
    const { db } = commands()
    const none = `${db}-none`
    const program = new Command('hearsay')
    addUserCommands(program, { info() {}, error() {} })
    for (const args of [
      ['user', 'list'],
      ['user', 'remove', 'ana'],
      ['token', 'create', 'ana'],
      ['token', 'list'],
    ])
      await expect(program.parseAsync([...args, '--db', none], { from: 'user' })).rejects.toThrow(
        /is not there/,
      )
    expect(existsSync(none)).toBe(false)
  })

  test('prints a link that signs in once', async () => {
    const { hearsay } = commands()
    await hearsay('user', 'add', 'ana')
    const { out, err } = await hearsay('user', 'link', 'ana', '--port', '4321')
    expect(out).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:4321\/sign-in\?token=hearsay_[\w-]{43}$/),
    ])
    expect(err).toEqual([expect.stringMatching(/^Signs ana in \(EDITOR\), once, until /)])
    const elsewhere = await hearsay('user', 'link', 'ana', '--base-url', 'https://Graph.example.org/')
    expect(elsewhere.out[0]).toMatch(/^https:\/\/graph\.example\.org\/sign-in\?token=/)
    await expect(hearsay('user', 'link', 'ana', '--base-url', 'https://a.example/b')).rejects.toThrow(
      /https:\/\/a\.example/,
    )
    await expect(hearsay('user', 'link', 'ana', '--base-url', 'a.example')).rejects.toThrow(/scheme/)
  })
})

describe('hearsay token', () => {
  test('prints a token alone, keeps a hash of it, and lists it', async () => {
    const { db, hearsay } = commands()
    await hearsay('user', 'add', 'ana')
    const { out, err } = await hearsay('token', 'create', 'ana', '--note', 'the laptop')
    const [token = ''] = out
    expect(out).toHaveLength(1)
    expect(isToken(token)).toBe(true)
    expect(err).toEqual([expect.stringMatching(/^A token of ana \(EDITOR\) until /)])
    if (!isOnPostgres) expect(readFileSync(db).includes(token)).toBe(false)
    const writer = openWriter(db)
    const row = dbOf(writer).prepare('select * from token').get() as Record<string, number | string>
    expect(Object.values(row)).not.toContain(token)
    expect(row.hash).toBe(tokenHash(token))
    expect(Number(row.expires_at) - Number(row.created_at)).toBe(90 * DAY)
    writer.close()
    expect((await hearsay('token', 'list', 'ana')).out).toEqual([
      expect.stringMatching(/^1 {2}token of ana \(EDITOR\), made .*, until .* UTC, the laptop$/),
    ])
  })

  test.each(['by its number', 'by itself'])('is revoked %s', async (by) => {
    const { hearsay } = commands()
    await hearsay('user', 'add', 'ana')
    const { out } = await hearsay('token', 'create', 'ana')
    const named = by === 'by itself' ? String(out[0]) : '1'
    expect((await hearsay('token', 'revoke', named)).out[0]).toContain('opens nothing any more')
    expect((await hearsay('token', 'list')).out).toEqual([])
    await expect(hearsay('token', 'revoke', named)).rejects.toThrow(/no such token/)
  })

  test('is of nobody who was removed', async () => {
    const { hearsay } = commands()
    await hearsay('user', 'add', 'ana')
    await hearsay('token', 'create', 'ana')
    await hearsay('user', 'remove', 'ana')
    await expect(hearsay('token', 'create', 'ana')).rejects.toThrow(/has been removed/)
    await hearsay('user', 'add', 'ana')
    expect((await hearsay('token', 'list')).out).toEqual([])
  })

  const now = Date.parse('2026-11-26T12:00:00Z')
  test.each([
    ['30m', '2026-11-26T12:30:00.000Z'],
    ['12h', '2026-11-27T00:00:00.000Z'],
    ['90d', '2027-02-24T12:00:00.000Z'],
    ['4w', '2026-12-24T12:00:00.000Z'],
    ['2026-12-31', '2026-12-31T23:59:59.999Z'],
  ])('that expires %s opens until %s', (text, end) => {
    expect(new Date(parseExpiry(text, now)).toISOString()).toBe(end)
  })

  test.each(['', '5', 'soon', '0d', '-1d', '1y', '2020-01-01', '2026-13-45', '99999d', '2999-01-01', '1e3d'])(
    'cannot expire %j',
    (text) => expect(() => parseExpiry(text, now)).toThrow(/It must be/),
  )
})

test('the commands of docs/writing.md do what it says', async () => {
  const guide = readFileSync(new URL('../docs/writing.md', import.meta.url), 'utf8')
  const lines = [...guide.matchAll(/^hearsay ((?:user|token) .*?) --db graph\.db/gm)].map(([, line]) =>
    String(line),
  )
  expect(lines).toHaveLength(7)
  const { hearsay } = commands()
  for (const line of lines) {
    // A number stands for the token that was made last: the second, after the link.
    const { out } = await hearsay(...line.replace(/^token revoke \d+/, 'token revoke 2').split(' '))
    expect(out.length, line).toBeGreaterThan(0)
  }
})

describe('a session', () => {
  /** A writer of users with one of them, ana. */
  const known = () => {
    const users = new UserWriter(newGraph(path))
    const { user } = users.put('ana', 'EDITOR')
    const held = (token: string) => atOnce(users.store.token(tokenHash(token)))
    return { users, userId: user.id, held }
  }

  test('opened by a token ends when it does, and no later than it', () => {
    const { users, userId, held } = known()
    const expiresAt = Date.now() + DAY
    const api = users.issue({ userId, kind: 'API', expiresAt })
    const session = users.openSession(tokenHash(api.token))
    expect(session?.expiresAt).toBe(expiresAt)
    expect(held(session?.token ?? '')).toMatchObject({ kind: 'SESSION', name: 'ana', role: 'EDITOR' })
    users.revoke(held(api.token)?.tokenId ?? 0)
    expect(held(session?.token ?? '')).toBeUndefined()
  })

  test('is opened by a link once, and outlasts it', () => {
    const { users, userId, held } = known()
    const link = users.issue({ userId, kind: 'SIGN_IN' })
    const session = users.openSession(tokenHash(link.token))
    expect(session && held(session.token)).toMatchObject({ kind: 'SESSION' })
    expect(users.openSession(tokenHash(link.token))).toBeNull()
    expect(held(link.token)?.usedAt).toBeGreaterThan(0)
  })

  test('takes the place of another', () => {
    const { users, userId, held } = known()
    const first = users.issue({ userId, kind: 'SESSION' }).token
    const link = users.issue({ userId, kind: 'SIGN_IN' })
    expect(users.openSession(tokenHash(link.token), held(first)?.tokenId)).not.toBeNull()
    expect(held(first)).toBeUndefined()
  })

  test('is opened by nothing that has expired, by no session and by nothing unknown', () => {
    const { users, userId } = known()
    const old = users.issue({ userId, kind: 'API', expiresAt: Date.now() - 1 })
    const session = users.issue({ userId, kind: 'SESSION' })
    for (const token of [old.token, session.token, 'hearsay_', ''])
      expect(users.openSession(tokenHash(token))).toBeNull()
  })

  test('ends with its user, as does all that the user holds', () => {
    const { users, userId, held } = known()
    const tokens = (['API', 'SESSION', 'SIGN_IN'] as const).map((kind) => users.issue({ userId, kind }).token)
    users.remove(userId)
    for (const token of tokens) expect(held(token)).toBeUndefined()
    expect(users.store.byIds([userId])).toMatchObject([{ name: 'ana', removedAt: expect.any(Number) }])
  })

  test('that has long expired is swept away when another token is made', () => {
    const { users, userId, held } = known()
    const old = users.issue({ userId, kind: 'SESSION', expiresAt: Date.now() - 31 * DAY }).token
    const lately = users.issue({ userId, kind: 'SESSION', expiresAt: Date.now() - DAY }).token
    users.issue({ userId, kind: 'SESSION' })
    expect(held(old)).toBeUndefined()
    expect(held(lately)).toBeDefined()
  })
})
