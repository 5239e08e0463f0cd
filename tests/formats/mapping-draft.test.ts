import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { draftMapping } from '../../src/formats/in/mapping/draft/draft-mapping.ts'
import { mappedFormat } from '../../src/formats/in/mapping/open-mapped.ts'
import { csvFormat } from '../../src/formats/out/tables/csv-format.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf, importForeign } from './imported.ts'
import { mappingOf } from './mapped.ts'
import { writtenBundle } from './written.ts'

const path = folder()

/** The draft of a table, read from its text as a person saves it, and what it makes of the table. */
async function drafted(content: string | Uint8Array, ending = 'csv') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const draft = draftMapping({ name: `table.${ending}`, bytes, text: new TextDecoder().decode(bytes) })
  if ('fault' in draft) return draft.fault
  const mapping = mappingOf(draft.text)
  expect(mapping).toEqual(draft.mapping)
  const { summary, problems, left } = await importForeign(
    newGraph(path),
    mappedFormat(mapping),
    fileOf(content, ending),
  )
  const created = Object.entries(summary ?? {}).flatMap(([noun, counts]) =>
    counts.created > 0 ? [`${counts.created} ${noun}`] : [],
  )
  return { draft, problems, created: created.join(', '), left }
}

const tables: readonly (readonly [what: string, table: string, created: string])[] = [
  [
    'statements',
    'Date;Speaker;Quote;Source;URL\n24.02.2022;Anna Lee;"It was, a drone";Daily News;https://a.example/1\n13.03.2022;Bo Li;No;Daily News;https://a.example/2\n',
    '2 actors, 2 sources, 2 statements',
  ],
  [
    'claims with sides',
    'speaker,claim,agreement,outlet,date\nAnna,It rains,yes,Daily,2024-01-02\nBo,It rains,no,Daily,2024-01-03\nBo,It snows,yes,Daily,2024-01-03\nCy,It snows,no,Weekly,2024-01-03\nCy,It snows,no,Weekly,2024-01-04\nCy,It rains,no,Weekly,2024-01-05\n',
    '5 actors, 5 sources, 2 claims, 6 statements',
  ],
  [
    'German heads',
    'Datum\tSprecher\tZitat\tMedium\n1.2.2023\tAnna Lee\tJa\tTageblatt\n',
    '2 actors, 1 sources, 1 statements',
  ],
  [
    'Ukrainian heads',
    'Дата,Спікер,Цитата,Посилання\n2023-05-01,Анна,Так,https://a.example/1\n',
    '1 actors, 1 sources, 1 statements',
  ],
  [
    'events',
    'event_date,event_type,location,latitude,longitude,notes\n01 March 2024,Protests,Kyiv,50.45,30.52,Many came\n02 March 2024,Riots,Lviv,49.84,24.03,Few came\n',
    '2 places, 2 events',
  ],
  [
    'sources',
    'headline,link,outlet\nA,https://a.example/1,Daily\nB,https://a.example/2,Daily\n',
    '1 actors, 2 sources',
  ],
  [
    'German events',
    'Nr;Datum;Ort;Breite;Länge;Ereignis\r\n1;31.12.2023;Berlin;52,52;13,405;Explosion\r\n2;1.1.2024;München;48,1;11,5;Brand\r\n',
    '2 places, 2 events',
  ],
  ['places', 'city,lat,lon\nKyiv,50.45,30.52\n', '1 places'],
  ['people', 'Name,Description\nAnna Lee,Mayor\n', '1 actors'],
  ['who knows', 'foo,bar\n1,a longer text\n2,another longer text\n', '2 claims'],
]

describe('the draft of a mapping', () => {
  it.each(tables)('of a table of %s can be imported at once', async (_what, table, created) => {
    expect(await drafted(table)).toMatchObject({ problems: [], created })
  })

  it('says what was guessed, and what is left to decide', async () => {
    const result = await drafted('Date,Speaker,Quote\n03/04/2024,Anna,Yes\n')
    expect(result).toMatchObject({ problems: [] })
    const text = typeof result === 'string' ? result : result.draft.text
    expect(text).toMatch(/# 1\. Date: dates \(D\/M\/YYYY or M\/D\/YYYY\), such as "03\/04\/2024"/)
    expect(text).toMatch(/# The dates of Date may be D\/M\/YYYY, or M\/D\/YYYY: decide\./)
  })

  it('finds out Windows’ Cyrillic, and UTF-16', async () => {
    const cyrillic = [...'Спикер;Цитата\nАнна;Да\n'].map((letter) =>
      letter > '\x7f' ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0),
    )
    expect(await drafted(Uint8Array.from(cyrillic))).toMatchObject({
      problems: [],
      created: '1 actors, 1 sources, 1 statements',
    })
    const wide = Buffer.from('\ufeffSpeaker\tQuote\nAnna\tYes\n', 'utf16le')
    expect(await drafted(wide, 'tsv')).toMatchObject({
      problems: [],
      created: '1 actors, 1 sources, 1 statements',
    })
  })

  it('maps the tables of an export back', async () => {
    const graph = newGraph(path)
    importDossiers(graph, ['tests/dossiers/sides.yaml'])
    const tables = writtenBundle(graph, csvFormat)
    for (const name of ['actors', 'sources', 'claims', 'statements']) {
      const table = tables.get(`${name}.csv`)
      const count = String(table).trimEnd().split('\r\n').length - 1
      const result = await drafted(table ?? '')
      expect(result, name).toMatchObject({
        problems: [],
        created: expect.stringContaining(`${count} ${name}`),
      })
    }
  })

  it('takes sides, certainty and types of speakers of few rows from their columns, and asks about words that it does not know', async () => {
    const table =
      'Speaker,Speaker type,Speaks for,Claim,Position,Certainty\nAnna,person,Council,It rains,affirms,certain\nBo Ltd,organization,,It rains,Denies,possible\n'
    const result = await drafted(table)
    const fields = typeof result === 'string' ? {} : result.draft.mapping.items.at(-1)?.fields
    expect(fields).toMatchObject({
      speaker: { create: { type: { words: { person: 'PERSON', organization: 'ORGANIZATION' } } } },
      onBehalfOf: { column: 'Speaks for' },
      stance: { column: 'Position', words: { affirms: 'AFFIRMS', Denies: 'DENIES' } },
      certainty: { column: 'Certainty', words: { certain: 'CERTAIN', possible: 'POSSIBLE' } },
    })
    expect(result).toMatchObject({ problems: [], left: {} })
    expect(await drafted(`${table}Cy,person,,It rains,sort of,certain\n`)).toMatchObject({
      problems: [
        expect.stringContaining(':4:5 Position "sort of": is none of the words of the mapping: affirms'),
      ],
    })
  })

  it.each([
    ['', /is empty/],
    ['A report\nx,y\n1,2\n', /one column in its first row/],
  ])('of %j says why there is none', async (table, fault) => {
    expect(await drafted(table)).toMatch(fault)
  })

  it('of whatever begins a file is a mapping that can be read, or there is none', () => {
    const pieces = [
      'a',
      ',',
      ';',
      '\t',
      '"',
      '\n',
      '\r',
      '1',
      '.',
      '{',
      '}',
      '=',
      'Date',
      'Speaker',
      'Quote',
      'url',
      '|',
      'ж',
      '\0',
    ]
    const head = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 60 })
    fc.assert(
      fc.property(head, (text) => {
        const draft = draftMapping({ name: 'x.csv', bytes: new TextEncoder().encode(text), text })
        if ('fault' in draft) expect(draft.fault).not.toContain('no mapping could be made')
        else expect(mappingOf(draft.text)).toEqual(draft.mapping)
      }),
      { numRuns: 300 },
    )
  })
})
