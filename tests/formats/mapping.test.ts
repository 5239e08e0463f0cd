import { describe, expect, it } from 'vitest'
import { folder, newGraph } from '../graph.ts'
import { fileOf, importForeign } from './imported.ts'
import { formatOf } from './mapped.ts'

const path = folder()

const mapping = `
hearsay: mapping
language: en
words:
  sides: {yes: AFFIRMS, no: DENIES}
items:
  - section: sources
    as: article
    fields:
      title: Headline
      kind: =ARTICLE
      url: Url
      publisher: {column: Outlet, find: actor, else: create, create: {type: =MEDIA_OUTLET}}
      publishedAt: {column: Date, date: DD.MM.YYYY}
  - section: claims
    as: claim
    when: [{column: Claim, empty: false}]
    fields: {text: Claim, kind: =OTHER}
  - section: statements
    fields:
      slug: {slug: Id, prefix: s-}
      source: {item: article}
      speaker: {column: Speaker, find: actor, else: create, create: {type: =PERSON}}
      text: Quote
      quoteType: =DIRECT
      act: =STATE
      claim: {item: claim}
      stance: {column: Side, words: sides}
      certainty: =CERTAIN
      about: {column: About, split: "|", find: actor, else: create, create: {type: =STATE}}
      saidAt: {column: Date, date: DD.MM.YYYY}
`

const header = 'Id,Date,Speaker,Quote,Claim,Side,About,Headline,Url,Outlet,Notes\n'
const rows = [
  '1,24.02.2022,Anna Lee,"It was, she said, ""a drone""",It was a drone,yes,Russia|Ukraine,Drone falls,https://a.example/1,Daily,x',
  '2,00.03.2022,Боб Кравченко,"Two\nlines",It was a drone,no,,Drone falls,https://a.example/1,Daily,',
]

describe('a table with a mapping', () => {
  it('becomes nodes, and changes nothing when it comes again', async () => {
    const graph = newGraph(path)
    const format = formatOf(mapping)
    const file = fileOf(header + rows.join('\n'), 'csv')
    const first = await importForeign(graph, format, file)
    expect(first.problems).toEqual([])
    expect(first.summary?.statements).toMatchObject({ created: 2 })
    expect(first.summary?.actors).toMatchObject({ created: 5 })
    expect(first.summary?.sources).toMatchObject({ created: 1 })
    expect(first.left).toEqual({ 'column Notes': 1 })
    const again = await importForeign(graph, format, file)
    expect(again.problems).toEqual([])
    for (const counts of Object.values(again.summary ?? {}))
      expect(counts).toMatchObject({ created: 0, updated: 0 })
  })

  it.each([['31.02.2024', /foreign-\d+.csv:2:2 Date "31.02.2024": is no date there is/]])(
    'says of the date %s where it stands',
    async (date, message) => {
      const text = header + rows[0]?.replace('24.02.2022', date)
      const { problems } = await importForeign(newGraph(path), formatOf(mapping), fileOf(text, 'csv'))
      expect(problems[0]).toMatch(message)
    },
  )
})
