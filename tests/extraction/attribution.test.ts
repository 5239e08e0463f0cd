import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'

const words = (text: string, spans: [number, number][]) => spans.map(([a, b]) => text.slice(a, b)).join(' … ')

/** [source, cue, content] of every attribution, in the order of the text. */
const read = (text: string) =>
  extract(text).map((a) => [words(text, a.source), words(text, a.cue), words(text, a.content)])

const first = (text: string) => {
  const a = extract(text)[0]
  if (!a) throw new Error(`nothing read in: ${text}`)
  return a
}

describe('quotation', () => {
  test('stands before its speaker', () => {
    expect(read('“The dam will hold,” engineer Ana Brito said.')).toEqual([
      ['engineer Ana Brito', 'said', '“The dam will hold,”'],
    ])
  })

  test('may invert subject and verb', () => {
    expect(read('"We counted twice," said Omar Haddad, a clerk at the harbour.')).toEqual([
      ['Omar Haddad, a clerk at the harbour', 'said', '"We counted twice,"'],
    ])
  })

  test('goes on after the cue and in the next sentence', () => {
    expect(read('“Not today,” she said. “Perhaps on Friday. Perhaps never.”')).toEqual([
      ['she', 'said', '“Not today,” … “Perhaps on Friday. Perhaps never.”'],
    ])
  })

  test('runs over paragraphs that open with a mark again', () => {
    const text = '“The river rose,” Mayor Lind said. “We left.\n\n“Nobody came back.”'
    expect(read(text)).toEqual([
      ['Mayor Lind', 'said', '“The river rose,” … “We left. … “Nobody came back.”'],
    ])
  })

  test('may end in a question mark', () => {
    expect(read('“Who opened the gate?” Lind asked.')).toEqual([['Lind', 'asked', '“Who opened the gate?”']])
  })

  test.each([
    ['„Es reicht“'],
    ['«Enough of it»'],
    ["''Enough of it''"],
    ['‘Enough of it.’'],
    ['"Enough of it"'],
  ])('is known by any marks: %s', (quoted) => {
    expect(read(`Lind said: ${quoted}.`)[0]?.slice(0, 2)).toEqual(['Lind', 'said:'])
    expect(read(`Lind said: ${quoted}.`)[0]?.[2]).toContain(quoted.slice(0, -1))
  })

  test('is direct, indirect or mixed', () => {
    expect(first('“It rained,” Lind said.').quoteType).toBe('DIRECT')
    expect(first('Lind said that it had rained.').quoteType).toBe('INDIRECT')
    expect(first('Lind said that the flood was “an act of God”.').quoteType).toBe('MIXED')
  })
})

describe('reported speech', () => {
  test('takes that, or nothing', () => {
    expect(read('The union said that the port was closed.')).toEqual([
      ['The union', 'said', 'that the port was closed'],
    ])
    expect(read('The union said the port was closed.')).toEqual([
      ['The union', 'said', 'the port was closed'],
    ])
  })

  test('skips time and place between cue and clause', () => {
    expect(read('The union said on Monday that the port was closed.')[0]?.[2]).toBe(
      'that the port was closed',
    )
  })

  test('skips whom it is told to', () => {
    expect(read('Lind told reporters that the port was closed.')).toEqual([
      ['Lind', 'told', 'that the port was closed'],
    ])
  })

  test('may stand around or after what is said', () => {
    expect(read('The port, officials said, was closed.')).toEqual([
      ['officials', 'said', 'The port … was closed'],
    ])
    expect(read('The port was closed, officials said.')).toEqual([
      ['officials', 'said', 'The port was closed'],
    ])
  })

  test('keeps a speaker with the apposition', () => {
    expect(read('Ana Brito, the chief engineer, said that the dam would hold.')[0]?.[0]).toBe(
      'Ana Brito, the chief engineer,',
    )
  })

  test('shares its speaker with a participle', () => {
    expect(read('Brito said the dam would hold, adding that rain was near.')).toEqual([
      ['Brito', 'said', 'the dam would hold'],
      ['Brito', 'adding', 'that rain was near'],
    ])
  })

  test('may come from a paper, a poll, or anybody "according to" whom it is', () => {
    expect(read('The port was closed, according to the harbour master.')).toEqual([
      ['the harbour master', 'according to', 'The port was closed'],
    ])
    expect(read('According to the harbour master, the port was closed.')).toEqual([
      ['the harbour master', 'According to', 'the port was closed'],
    ])
    expect(read('However, according to the harbour master, the port was open.')[0]?.[2]).toBe(
      'the port was open',
    )
  })

  test('ends where the reporter goes on', () => {
    expect(read('Brito said the dam would hold, while the mayor prepared boats.')[0]?.[2]).toBe(
      'the dam would hold',
    )
    expect(read('While Brito said the dam would hold, boats were prepared.')[0]?.[2]).toBe(
      'the dam would hold',
    )
  })
})

describe('cues that are no verb of saying', () => {
  test.each([
    ['The council condemned the strike.', ['The council', 'condemned', 'the strike'], 'CONDEMN'],
    [
      'The council vowed to rebuild the bridge.',
      ['The council', 'vowed', 'to rebuild the bridge'],
      'PROMISE',
    ],
    ['The council called for a new vote.', ['The council', 'called for', 'a new vote'], 'DEMAND'],
    [
      'The rebels claimed responsibility for the fire.',
      ['The rebels', 'claimed responsibility for', 'the fire'],
      'CLAIM_RESPONSIBILITY',
    ],
    [
      'The mayor declined to comment on the fire.',
      ['The mayor', 'declined to comment on', 'the fire'],
      'DECLINE_COMMENT',
    ],
    ['The mayor believes that rain is near.', ['The mayor', 'believes', 'that rain is near'], 'BELIEVE'],
    ['The mayor wants to resign.', ['The mayor', 'wants', 'to resign'], 'INTEND'],
    ['The mayor fears that rain is near.', ['The mayor', 'fears', 'that rain is near'], 'FEEL'],
    ['The mayor was critical of the plan.', ['The mayor', 'was critical of', 'the plan'], 'CONDEMN'],
    [
      'The region distanced itself from the raid.',
      ['The region', 'distanced itself from', 'the raid'],
      'DISTANCE',
    ],
    [
      'The rebels appeared to confirm the retreat.',
      ['The rebels', 'appeared to confirm', 'the retreat'],
      'CONFIRM',
    ],
  ])('%s', (text, roles, act) => {
    expect(read(text)).toEqual([roles])
    expect(first(text).act).toBe(act)
  })

  test('nouns report too', () => {
    expect(read('The mayor’s claim that the bridge was safe is old.')[0]).toEqual([
      'The mayor’s',
      'claim',
      'that the bridge was safe',
    ])
    expect(read('The bridge was mined, despite denials from the army.')[0]).toEqual([
      'the army',
      'denials',
      'The bridge was mined',
    ])
    expect(read('He named it a triumph, a claim Oslo disputes.').at(-1)).toEqual([
      'Oslo',
      'disputes',
      'a claim',
    ])
  })

  test('a passive may leave the speaker open or name him', () => {
    expect(read('Lind was accused of fraud.')).toEqual([['', 'was accused of', 'Lind … fraud']])
    expect(read('Lind was asked by a pupil whether the dam would hold.')[0]?.slice(0, 2)).toEqual([
      'a pupil',
      'was asked',
    ])
  })
})

describe('stance and certainty', () => {
  test.each([
    ['Oslo denied that it had fired.', 'DENIES', 'CERTAIN'],
    ['Oslo denied any involvement.', 'DENIES', 'CERTAIN'],
    ['Oslo rejected the accusation.', 'DENIES', 'CERTAIN'],
    ['Oslo said that it did not fire.', 'DENIES', 'CERTAIN'],
    ['Oslo said that it was sceptical of the reports.', 'DENIES', 'PROBABLE'],
    ['Oslo doubted that the bridge was safe.', 'DENIES', 'PROBABLE'],
    ['Oslo does not believe that the bridge is safe.', 'DENIES', 'PROBABLE'],
    ['Oslo did not confirm that the bridge was safe.', 'UNCOMMITTED', 'POSSIBLE'],
    ['Oslo did not deny that it had fired.', 'UNCOMMITTED', 'POSSIBLE'],
    ['Oslo appeared to confirm the retreat.', 'AFFIRMS', 'PROBABLE'],
    ['Oslo predicted that the bridge would fall.', 'AFFIRMS', 'PROBABLE'],
    ['Oslo said that the bridge was safe.', 'AFFIRMS', 'CERTAIN'],
  ])('%s %s %s', (text, stance, certainty) => {
    expect(first(text)).toMatchObject({ stance, certainty })
  })
})

test('what somebody says that somebody said is a chain', () => {
  const [outer, inner] = extract('An official said that the ministry had denied that it fired.')
  expect(outer?.via).toBeUndefined()
  expect(inner).toMatchObject({ via: 0, stance: 'DENIES' })
})

test('precise reads less', () => {
  const text = 'The council condemned the strike. “Enough,” Lind said.'
  expect(extract(text, { mode: 'precise' })).toHaveLength(1)
  expect(extract(text)).toHaveLength(2)
})
