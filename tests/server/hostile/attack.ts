import { expect } from 'vitest'
import type { Got } from '../access-fixture.ts'

/** Something that somebody asks who means no good, and what is told of it. */
export interface Attack {
  readonly what: string
  readonly query: string
  readonly variables?: Record<string, unknown>
  readonly told: Told
}

/** An error of GraphQL, with its code; or a problem, with its place; or an answer, to what is only a strange text. */
export type Told =
  | { readonly code: string; readonly says: RegExp }
  | { readonly problem: RegExp; readonly path: string; readonly kind?: string }
  | { readonly data: unknown }

const problems = '{ problems { __typename message path } }'
/** `recordActor(input: …)`, of which the answer is the problems; of `Record` it is `record`. */
export const recording = (type: string, input: object, told: Told, what: string): Attack => ({
  what,
  query: `mutation ($input: ${type}Input!) { done: ${type === 'Record' ? 'record' : `record${type}`}(input: $input) ${problems} }`,
  variables: { input },
  told,
})
/** Any mutation, of which the answer is the problems. */
export const changing = (call: string, told: Told, variables = {}, declared = ''): Attack => ({
  what: call,
  query: `mutation ${declared} { done: ${call} ${problems} }`,
  variables,
  told,
})

/** What no answer may have in it, whatever was asked: traces, SQL, files, and what is masked. */
const secrets =
  /INTERNAL_SERVER_ERROR|Unexpected error|SQLITE|SqliteError|\bat .*\.[tj]s:\d|node_modules|\bselect \w+ from\b|hearsay_[\w-]{43}/i

export function expectTold({ told }: Attack, { status, text }: Got): void {
  expect(text).not.toMatch(secrets)
  expect(status).toBeLessThan(500)
  const { data, errors } = JSON.parse(text)
  if ('code' in told) {
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(told.says),
      extensions: { code: told.code },
    })
    expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true)
    return
  }
  expect(errors).toBeUndefined()
  if ('data' in told) expect(data).toEqual(told.data)
  else
    expect(data.done.problems).toContainEqual({
      __typename: told.kind ?? 'Invalid',
      message: expect.stringMatching(told.problem),
      path: told.path === '' ? [] : told.path.split('.'),
    })
}
