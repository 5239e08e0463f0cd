import { serverAudits } from 'graphql-http'
import { expect, test } from 'vitest'
import { startServer } from './fixture.ts'

const { url } = await startServer()
const audits = serverAudits({ url: `${url}/graphql`, fetchFn: fetch })

test('GraphQL over HTTP has 61 audits', () => expect(audits).toHaveLength(61))

test.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))('%s', async (_, audit) => {
  expect(await audit.fn()).toMatchObject({ status: 'ok' })
})
