import { describe, expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { GraphiQL } from '../../src/server/graphiql.ts'
import { SignInLink } from '../../src/server/sign-in-link.ts'
import { dispute } from '../graph-fixture.ts'
import { serverWithUsers } from '../server/access-fixture.ts'
import { hasBrowser, newBrowser } from './browser.ts'
import { answer, openAt, ready, tabOf } from './graphiql.ts'

const recording = `mutation Record {
  recordStatement(
    input: {slug: "riders-again", source: "daily-may", speaker: "riders", text: "We would do it again.", quoteType: DIRECT, act: STATE, claim: "riders-did-it", stance: AFFIRMS, certainty: CERTAIN}
    note: "From a tab"
  ) {
    statement { text }
    revision { by { name } action note }
    problems { message }
  }
}`
const reading = `query Read { claim(id: "riders-did-it") { statements(filter: { text: "again" }) { nodes { slug speaker { name } revision { note } } } } }`
const asked = [
  { title: 'Record', query: recording },
  { title: 'Read', query: reading },
]

const link = new SignInLink()
const graphiql = GraphiQL.open(new URL('../../dist/graphiql/', import.meta.url), asked)
const { url } = await serverWithUsers({ link }, { schema, graphiql }, [dispute])
const browser = newBrowser()

describe.skipIf(!hasBrowser)('GraphiQL', () => {
  test('records a statement in the session of whoever has signed in, and reads it back in another tab', async () => {
    const { tab, problems } = await openAt(browser(), `${url}/graphql`)
    const run = async (title: string) => {
      await tabOf(tab, title).click()
      await tab.click('.graphiql-execute-button')
    }

    await run('Record')
    await expect.poll(() => answer(tab)).toContain('UNAUTHENTICATED')
    expect(await answer(tab)).toContain('Sign in at /sign-in')

    await tab.goto(`${url}/sign-in?token=${link.token}&to=%2Fgraphql`)
    await tab.getByRole('button').click()
    await tab.waitForURL(`${url}/graphql`)
    await ready(tab)
    await run('Record')
    await expect.poll(() => answer(tab)).toContain('"note": "From a tab"')
    expect(await answer(tab)).toContain('"problems": []')

    await run('Read')
    await expect.poll(() => answer(tab)).toContain('riders-again')
    for (const text of ['"name": "Free Riders"', '"note": "From a tab"'])
      expect(await answer(tab)).toContain(text)
    expect(problems.filter((problem) => !problem.includes('401'))).toEqual([])
  }, 60_000)
})
