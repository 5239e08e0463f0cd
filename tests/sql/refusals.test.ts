import { afterAll, describe, expect, it } from 'vitest'
import { fileProblem } from '../../src/cli/graph-file-refusal.ts'
import { whyRefused } from '../../src/model/open.ts'
import { failureError, failureOf } from '../../src/server/writer-failure.ts'
import { openWriter } from '../../src/sql/postgres/open.ts'
import type { DatabaseRefusal } from '../../src/sql/refusal.ts'
import { DatabaseLostError, UnavailableError } from '../../src/values/errors.ts'
import { addressOf, isOnPostgres } from '../engine.ts'
import { folder } from '../graph.ts'

const path = folder()

/** What the server says, what that is, and how a command and a client of the server are told of it. */
const refusals: readonly [string, DatabaseRefusal, RegExp, RegExp | null][] = [
  ['25006', 'readOnly', /only reads: it is a replica/, /may not be written to by this server/],
  ['28000', 'notLetIn', /does not let you in \(as asked\)/, null],
  ['28P01', 'notLetIn', /does not let you in/, null],
  ['3D000', 'missingDatabase', /does not exist \(as asked\)\. Make it first/, null],
  ['40001', 'busy', /is being written by another program/, /Another program is writing/],
  ['40P01', 'busy', /is being written by another program/, /Another program is writing/],
  ['42501', 'noRight', /may not do that \(as asked\)/, /may not be written to by this server/],
  ['53100', 'fullDisk', /^The disk that holds .* is full/, /disk of the graph is full/],
  ['53200', 'outOfMemory', /not enough memory to work on/, /not enough memory/],
  ['53300', 'tooManyConnections', /has no connection left/, /does not answer/],
  ['54000', 'longText', /A text is too long for/, null],
  ['55P03', 'busy', /is being written by another program/, /Another program is writing/],
  ['57P04', 'missingDatabase', /does not exist/, null],
  ['58030', 'brokenDisk', /could not be read or written \(as asked\)/, null],
  ['XX001', 'damaged', /is damaged: as asked\./, null],
  ['XX002', 'damaged', /is damaged/, null],
  ['08006', 'lost', /The connection to .* was lost \(as asked\)/, /does not answer/],
  ['08P01', 'lost', /was lost/, /does not answer/],
  ['57P01', 'lost', /was lost/, /does not answer/],
  ['57P02', 'lost', /was lost/, /does not answer/],
  ['57P03', 'unreachable', /cannot be reached \(as asked\)/, /does not answer/],
  ['57P05', 'lost', /was lost/, /does not answer/],
]

describe.skipIf(!isOnPostgres)('what a database refuses', () => {
  const address = addressOf(`${path}/refused.db`)
  const engine = isOnPostgres ? openWriter(address) : null
  afterAll(() => engine?.close())

  function errorOf(sql: string): unknown {
    try {
      engine?.execute(sql)
    } catch (error) {
      return error
    }
    return undefined
  }

  it.each(refusals)('by the code %s is %s, in the words of commands and for clients', (...refusal) => {
    const [code, name, forCommands, forClients] = refusal
    const error = errorOf(`do $$begin raise exception 'as asked' using errcode = '${code}'; end$$`)
    expect(whyRefused(error)).toBe(name)
    expect(fileProblem(address, error)).toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(forCommands),
    })
    const told = failureError(structuredClone(failureOf(error)))
    expect(told instanceof UnavailableError ? told.message : null).toEqual(
      forClients && expect.stringMatching(forClients),
    )
  })

  it('by another code is no fault of its address', () => {
    const error = errorOf('select 1 / 0')
    expect(error).toMatchObject({ code: '22012' })
    expect(whyRefused(error)).toBeUndefined()
    expect(fileProblem(address, error)).toBe(error)
  })

  it('says of a database that was lost when, and by what code, to whoever has asked another thread', () => {
    const lost = new DatabaseLostError('the wire was cut', 'while it was kept', '57P01')
    const told = failureError(structuredClone(failureOf(lost)))
    expect(told).toMatchObject({ reason: 'the wire was cut', loss: 'while it was kept', code: '57P01' })
    expect(told.message).not.toContain('wire')
  })
})
