import { describe, expect, test } from 'vitest'
import { desk, harbour } from './reading.ts'

const bodies = `
  - { slug: un, type: ORGANIZATION, kind: INTERNATIONAL, name: United Nations }
  - { slug: guards, type: ORGANIZATION, kind: MILITARY, name: Islamic Revolutionary Guard Corps }
  - { slug: ana-ruiz, type: PERSON, name: Ana Ruiz }
places:`

const aboutSql = `select e.slug from statement_about a join entity e on e.id = a.entity_id order by e.slug`

describe('a report is read into what it is about', () => {
  test.each([
    ['by what else a body is called', 'A baker said that the UN had paid for it.', ['un']],
    ['by a usual short name', 'A baker said that the IRGC had paid for it.', ['guards']],
    ['by a people', 'A baker said that Swedes had paid for it.', ['sweden']],
    ['by a capital', 'A baker said that Oslo had paid for it.', ['norway']],
    ['by a place and an adjective', 'A baker said that Swedish boats lay in Bodo.', ['bodo', 'sweden']],
    ['by a name and then the last', 'Ana Ruiz came. A baker said that Ruiz had paid.', ['ana-ruiz']],
  ])('%s: %s', async (_, text, slugs) => {
    const { read, file, rows } = desk(harbour.replace('\nplaces:', bodies))
    await read(file(text))
    expect(rows(aboutSql).map(({ slug }) => slug)).toEqual(slugs)
  })
})
