import { readFileSync } from 'node:fs'
import { isObjectType, isScalarType, isSpecifiedScalarType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../src/api/schema.ts'
import { wordList } from '../src/values/word-list.ts'

const guide = readFileSync(new URL('../docs/clients.md', import.meta.url), 'utf8')
const types = Object.values(schema.getTypeMap())

/** The names that an object literal of the guide has. */
function namesIn(constant: string): string[] {
  const literal = new RegExp(`const ${constant} = {([^}]*)}`).exec(guide)?.[1] ?? ''
  return [...literal.matchAll(/(\w+):/g)].map(([, name]) => name as string)
}

describe('what a client is told', () => {
  it('names a type for each scalar of the schema', () => {
    const scalars = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
    const names = scalars.map(({ name }) => name).sort()
    expect(namesIn('scalars').sort()).toEqual(names)
    expect([...guide.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name).sort()).toEqual(names)
    for (const name of names) expect(guide).toMatch(new RegExp(`scalars: {[^}]*\\b${name}: string`))
  })

  it('lists for a normalised cache exactly the types that have no id', () => {
    const parts = types.filter(
      (type) =>
        isObjectType(type) &&
        ![schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type) &&
        !type.name.startsWith('__') &&
        !/(Connection|Edge|PageInfo)$/.test(type.name) &&
        !('id' in type.getFields()),
    )
    expect(namesIn('keys')).toEqual(parts.map(({ name }) => name).sort())
  })

  it('names the lists that are walked forwards only', () => {
    const forwards = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      ({ type, args }) => /Connection!$/.test(String(type)) && !args.some(({ name }) => name === 'before'),
    )
    const names = wordList(
      forwards.map(({ name }) => `\`${name}\``),
      'and',
    )
    expect(guide).toContain(`${names} are walked forwards only`)
  })
})
