import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { seed, worlds } from '../graph-fixture.ts'
import { connect } from './connected.ts'

const guide = readFileSync(new URL('../../docs/mcp.md', import.meta.url), 'utf8')
const blocks = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text)
const editor = await connect(worlds().of(seed), 'EDITOR')

it('the guide has every tool', async () => {
  const told = [...guide.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, name]) => name)
  expect(told).toEqual(await editor.toolNames())
})

it('what tools of the guide are asked is answered as it says', async () => {
  const [positions, query] = blocks('json')
    .slice(2)
    .map((text) => JSON.parse(text))
  const { text, data } = await editor.call('positions', positions)
  expect(text).toBe(blocks('text')[0]?.trimEnd())
  expect(query.variables.id).toBe(data.positions[0].statement.id)
  expect((await editor.call('graphql', query)).data.data.statement.source).toEqual({ url: null })
})
