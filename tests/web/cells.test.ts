import { describe, expect, it } from 'vitest'
import { dateCells, figureCells, listCells, nodeCells } from '../../web/src/list/cells.ts'
import { type Format, fileOf, type Row } from '../../web/src/list/file.ts'
import { tableIn } from './download.ts'

const saved = async (rows: readonly Row[], format: Format = 'csv') =>
  (await fileOf(format, rows, () => {})).text()

describe('the cells of a file', () => {
  it.each([
    ['2023-05-22', '2023-05-22', '2023-05-22'],
    ['2023-05', '2023-05-01', '2023-05-31'],
    ['2024-02~', '2024-02-01', '2024-02-29'],
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023-21', '2023-01-01', '2023-03-31'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['2023-05-22T23:30:00+03:00', '2023-05-22', '2023-05-22'],
    ['2023-05-22T01:30:00+03:00', '2023-05-21', '2023-05-21'],
    ['2022-02-24/..', '2022-02-24', null],
    ['../2023-05-24', null, '2023-05-24'],
    ['2022-02-24/2023', '2022-02-24', '2023-12-31'],
    ['9999', '9999-01-01', '9999-12-31'],
    ['-0043', null, null],
    ['0000', null, null],
    ['Y20000', null, null],
    [null, null, null],
  ])('have the date %s as days that a spreadsheet reads', (date, earliest, latest) => {
    expect(dateCells('saidAt', date)).toEqual({
      saidAt: date,
      saidAtEarliest: earliest,
      saidAtLatest: latest,
    })
  })

  it('have what a node is called beside its slug, and neither where there is none', () => {
    expect(nodeCells('source', { slug: 'daily', title: 'The Daily' })).toEqual({
      source: 'daily',
      sourceTitle: 'The Daily',
    })
    expect(nodeCells('claim', { slug: 'it-rained', text: 'It rained.' })).toEqual({
      claim: 'it-rained',
      claimText: 'It rained.',
    })
    expect(nodeCells('place', null)).toEqual({ place: null, placeName: null })
  })

  it('have several nodes in one, and what they are called in the next', () => {
    const actors = [
      [{ slug: 'a', name: 'Anna' }, 'TARGET'],
      [{ slug: 'b', name: 'Bo' }, 'PARTY'],
    ] as const
    expect(listCells('participants', actors)).toEqual({
      participants: 'a: TARGET; b: PARTY',
      participantNames: 'Anna: TARGET; Bo: PARTY',
    })
  })

  it('have figures without their unit, open ends empty', () => {
    expect(figureCells({ low: 10, high: null, unit: 'people' })).toEqual({
      low: 10,
      high: null,
      unit: 'people',
    })
    expect(figureCells(null)).toEqual({ low: null, high: null, unit: null })
  })

  it.each(['=1+1', '+1', '-1', '@sum(a1)', '\ttab'])(
    'are no formula, whatever they begin with: %j',
    async (text) => {
      const [row] = tableIn(await saved([{ actorName: text }]))
      expect(row).toEqual({ actorName: `'${text}` })
      expect(JSON.parse(await saved([{ actorName: text }], 'json'))).toEqual([{ actorName: text }])
    },
  )

  it('come back as they were, whatever is in them', async () => {
    const texts = ['a, b', 'a "b" c', 'two\nlines', 'אלון', 'محمد', '外交部', 'Łódź', '']
    const rows = texts.map((text, low) => ({ claimText: text, low, latitude: -low, changed: low % 2 === 0 }))
    expect(tableIn(await saved(rows))).toEqual(
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([head, cell]) => [head, String(cell)]))),
    )
  })
})
