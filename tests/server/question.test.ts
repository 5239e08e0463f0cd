import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { loadSeed } from '../../src/cli/seed.ts'
import { readQuestions } from '../../src/server/question.ts'
import { openGraph, openWriter } from '../engine.ts'
import { ask, emptyFolder, startServer } from './fixture.ts'

const questions = readQuestions()
const path = join(emptyFolder(), 'graph.db')
const writer = openWriter(path)
loadSeed(writer)
writer.close()
const { url, lines } = await startServer({ schema, graph: openGraph(path), questions })

test('there are fifteen questions', () => {
  expect(questions).toHaveLength(15)
  for (const { title } of questions) expect(title).toMatch(/^[A-Z“].*[?.]$/)
})

// The first answer is graphql-js's; the later ones are compiled.
test.each(questions.map(({ title, query }) => [title, query]))('%s', async (_, query) => {
  const first = await ask(url, query)
  expect(first.errors).toBeUndefined()
  expect(await ask(url, query)).toEqual(first)
  expect(await ask(url, query)).toEqual(first)
  expect(lines.filter(({ level }) => Number(level) >= 50)).toEqual([])
})
