import { readFileSync } from 'node:fs'
import { execute, parse } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../src/api/schema.ts'
import { seed, worlds } from './graph-fixture.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const make = worlds()
const block = (language: string): string => {
  const found = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1]
  if (!found) throw new Error(`The README has no ${language} block.`)
  return found
}
const scripts = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).scripts

test('the query of the README has the answer of the README', async () => {
  const { graph } = make.of(seed)
  const answer = await execute({ schema, document: parse(block('graphql')), contextValue: { graph } })
  expect(JSON.parse(JSON.stringify(answer))).toEqual(JSON.parse(block('json')))
})

test('the commands of the README are those of the package', () => {
  const named = [...readme.matchAll(/npm (?:run )?(start|test|check|bench)\b/g)].map(
    ([, name]) => name as string,
  )
  expect(named).not.toHaveLength(0)
  for (const name of named) expect(scripts).toHaveProperty(name)
  expect(readFileSync(new URL('../.ci/run', import.meta.url), 'utf8')).toContain('\nnpm test\n')
})

test('what the README links to is there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path as string)
  expect(links).not.toHaveLength(0)
  for (const path of links)
    expect(() => readFileSync(new URL(`../${path}`, import.meta.url)), path).not.toThrow(/ENOENT/)
})

test('the README is short enough to be read', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(125)
})
