import { describe, expect, test } from 'vitest'
import { balanced, precision, recall } from './attributions.ts'
import { danglingPronouns, isBalanced, isWholeSentence, likenessOf, wayOf } from './claim-text.ts'
import { countsByKind, listed } from './errors.ts'
import { handMade, written } from './hand-made.ts'
import { type Mark, type Measure, measures, type Outcome } from './marks.ts'
import { perfect } from './perfect.ts'
import type { Came, Prediction } from './prediction.ts'
import { readReport } from './read-report.ts'
import { scoreReport } from './score.ts'
import { bare, wordsAt } from './spans.ts'
import { rows } from './table.ts'

const gold = handMade()
const report = gold()
const { text } = report
const all = perfect(report)
const [dahl, he, sweden, official, two, she] = all as [
  Prediction,
  Prediction,
  Prediction,
  Prediction,
  Prediction,
  Prediction,
]

const wrong = (predictions: readonly Prediction[]): Mark[] =>
  scoreReport(report, predictions).marks.filter(({ outcome }) => outcome !== 'right')
const spoilt = (one: Prediction, by: Partial<Prediction>): Mark[] =>
  wrong(all.map((other) => (other === one ? { ...one, ...by } : other)))
const at = (words: string): [number, number][] => [[text.indexOf(words), text.indexOf(words) + words.length]]
const claim = (claimed: string, slug = claimed) => ({ claim: { slug, text: claimed, isNew: true } })
const known = (slug: string, claimed = '') => ({ claim: { slug, text: claimed, isNew: false } })
const person = (name: string): Came => ({ is: 'new', name, type: 'PERSON' })
const group: Prediction = {
  ...sweden,
  source: at('No group'),
  cue: at('has claimed'),
  content: at('the deed'),
  claim: undefined,
}

describe('a reading like gold', () => {
  test('is right in everything', () => {
    expect(wrong(all)).toEqual([])
    const { marks, relaxed, content } = scoreReport(report, all)
    expect([balanced(relaxed), balanced(content)]).toEqual([1, 1])
    for (const measure of measures) expect(marks.filter((mark) => mark.measure === measure)).not.toEqual([])
  })

  test('may call somebody by another name that is right', () => {
    expect(spoilt(dahl, { speakers: [person('Dahl')] }).map(({ measure }) => measure)).toEqual(['actor'])
    expect(
      wrong(all.map((one) => (one === dahl || one === he ? { ...one, speakers: [person('Dahl')] } : one))),
    ).toEqual([])
  })

  test('may be about whoever speaks, and say a denial with a "not" instead', () => {
    expect(spoilt(sweden, { about: ['sweden'] })).toEqual([])
    const other = {
      stance: 'AFFIRMS',
      ...known('sweden-spared-nets', 'Sweden did not cut the nets.'),
    } as const
    expect(spoilt(sweden, other).map(({ measure }) => measure)).toEqual(['stance', 'nearest', 'nearest due'])
  })
})

const places: [string, Prediction, Partial<Prediction>, Measure, Outcome, string][] = [
  [
    'another speaker',
    sweden,
    { speakers: [{ is: 'known', slug: 'norway' }] },
    'speaker',
    'wrong',
    'another known one',
  ],
  ['a speaker left open', sweden, { speakers: [{ is: 'open' }] }, 'speaker', 'open', 'open for known'],
  [
    'a new actor for a known one',
    sweden,
    { speakers: [person('Sweden')] },
    'speaker',
    'wrong',
    'new for known',
  ],
  [
    'one of two speakers',
    two,
    { speakers: [{ is: 'known', slug: 'kari-holm' }] },
    'speaker',
    'wrong',
    '1 for 2 speakers',
  ],
  ['words for another', official, { source: at('A woman') }, 'speaker', 'wrong', 'another described one'],
  [
    'one of two speakers twice',
    two,
    { speakers: ['kari-holm', 'kari-holm'].map((slug): Came => ({ is: 'known', slug })) },
    'speaker',
    'wrong',
    'known for described',
  ],
  [
    'words for somebody with a name',
    dahl,
    { speakers: [{ is: 'described', name: 'minister' }] },
    'speaker',
    'wrong',
    'described for new',
  ],
  [
    'a pronoun guessed',
    she,
    { speakers: [{ is: 'known', slug: 'kari-holm' }] },
    'he or she',
    'wrong',
    'known for open',
  ],
  ['a pronoun left open', he, { speakers: [{ is: 'open' }] }, 'he or she', 'open', 'open for new'],
  ['no principal', he, { onBehalfOf: undefined }, 'principal', 'wrong', 'none was given'],
  [
    'another principal',
    he,
    { onBehalfOf: { is: 'known', slug: 'sweden' } },
    'principal',
    'wrong',
    'another was given',
  ],
  [
    'a principal too many',
    official,
    { onBehalfOf: { is: 'known', slug: 'sweden' } },
    'principal',
    'extra',
    'none is due',
  ],
  ['nobody addressed', dahl, { addressee: undefined }, 'addressee', 'wrong', 'none was given'],
  ['a date of another day', dahl, { saidAt: '2031-05-21' }, 'date', 'wrong', 'another was given'],
  ['a date too many', he, { saidAt: '2031-05-21' }, 'date', 'extra', 'none is due'],
  ['about nothing', he, { about: [] }, 'about', 'wrong', 'left out: place'],
  ['about too much', he, { about: ['bodo', 'norway'] }, 'about given', 'wrong', 'is not gold’s'],
  ['another act', dahl, { act: 'STATE' }, 'act', 'wrong', 'STATE for ACCUSE'],
  ['less certain', dahl, { certainty: 'POSSIBLE' }, 'certainty', 'wrong', 'POSSIBLE for CERTAIN'],
  ['another stance', dahl, { stance: 'UNCOMMITTED' }, 'stance', 'wrong', 'UNCOMMITTED for AFFIRMS'],
  ['a denial turned around', sweden, { stance: 'AFFIRMS' }, 'denial', 'wrong', 'affirmed'],
  [
    'an actor of another type',
    dahl,
    { speakers: [{ is: 'new', name: 'Ole Dahl', type: 'STATE' }] },
    'actor',
    'wrong',
    'STATE for PERSON',
  ],
  [
    'an actor that is none',
    official,
    { speakers: [person('Official')] },
    'actor',
    'wrong',
    'is no actor of gold',
  ],
  ['the same actor twice', dahl, { speakers: [person('Dahl')] }, 'actor', 'wrong', 'the same once more'],
  ['a pronoun in a claim', he, claim('They will stay in Bodo.'), 'claim', 'wrong', 'dangling pronoun'],
  ['a piece of a claim', he, claim('Boats of Norway in Bodo.'), 'claim', 'wrong', 'no whole sentence'],
  [
    'half of the quotation marks',
    he,
    claim('The boats of Norway will “stay in Bodo.'),
    'claim',
    'wrong',
    'quotation marks',
  ],
  ['another claim', he, claim('The nets of Norway are lost.'), 'claim', 'wrong', 'other words'],
  [
    'a claim turned around',
    he,
    claim('The boats of Norway will not stay in Bodo.'),
    'claim',
    'wrong',
    'the opposite',
  ],
  ['a claim where none is due', two, claim('It rained.'), 'claim', 'wrong', 'none is due'],
  [
    'a claim of the graph where none is due',
    he,
    known('storm-tore-nets', 'A storm tore the nets.'),
    'nearest',
    'wrong',
    'another claim',
  ],
  [
    'the claim that contradicts',
    dahl,
    known('storm-tore-nets', 'A storm tore the nets.'),
    'nearest',
    'wrong',
    'the opposite',
  ],
  [
    'the claim with a "not"',
    dahl,
    known('sweden-spared-nets', 'Sweden did not cut the nets of Norwegian boats.'),
    'nearest',
    'wrong',
    'the opposite',
  ],
  ['no claim of the graph', dahl, { claim: undefined }, 'nearest due', 'wrong', 'no claim at all'],
  [
    'a new claim for one of the graph',
    dahl,
    claim('Sweden cut the nets of Norwegian boats.'),
    'nearest due',
    'wrong',
    'a new claim instead',
  ],
]

describe('a spoilt reading', () => {
  test.each(places)('%s', (_, one, by, measure, outcome, kind) => {
    expect(spoilt(one, by)).toContainEqual(expect.objectContaining({ measure, outcome, kind }))
  })

  test('misses what is not found, and nothing more of it', () => {
    const left = all.filter((one) => one !== sweden)
    expect(wrong(left)).toEqual([
      expect.objectContaining({
        measure: 'found',
        kind: 'source cue content',
        wanted: 'Sweden | denied | it had cut the nets',
      }),
    ])
    const { relaxed } = scoreReport(report, left)
    expect([precision(relaxed), recall(relaxed)]).toEqual([1, 5 / 6])
  })

  test('asserts what asserts nothing', () => {
    expect(wrong([...all, group]).map(({ measure, kind }) => [measure, kind])).toEqual([
      ['proposal', 'asserts nothing'],
      ['nothing', 'taken for speech'],
    ])
  })

  test('has claims of what nobody said', () => {
    const marks = wrong([
      ...all,
      { ...group, ...claim('The deed was done.') },
      { ...group, cue: at('twice'), ...known('storm-tore-nets') },
    ])
    expect(
      marks.filter(({ kind }) => kind === 'of what is no statement of gold').map(({ measure }) => measure),
    ).toEqual(['claim', 'nearest'])
  })

  test('is spoilt in every measure by one of these', () => {
    const spoilers = new Set<Measure>([
      ...places.map(([, , , measure]) => measure),
      'found',
      'proposal',
      'nothing',
    ])
    expect(new Set(measures)).toEqual(new Set([...spoilers, 'actor due']))
    expect(wrong([]).map(({ measure }) => measure)).toContain('actor due')
  })
})

describe('which words of a report are meant', () => {
  const paired = (predictions: readonly Prediction[]) =>
    scoreReport(report, predictions).marks.filter(
      ({ measure, outcome }) => measure === 'found' && outcome === 'right',
    )

  test('are those with the same cue, or with half of the content', () => {
    expect(paired([{ ...dahl, content: at('our boats') }])).toHaveLength(1)
    expect(
      paired([{ ...dahl, cue: at('on Tuesday'), content: at('cut the nets of our boats') }]),
    ).toHaveLength(1)
    expect(paired([{ ...dahl, cue: at('on Tuesday'), content: at('our boats') }])).toHaveLength(0)
  })

  test('are of one statement each', () => {
    const both = at(
      'Sweden cut the nets of our boats, the minister, Ole Dahl,\ntold The Harbour Post on Tuesday. He said',
    )
    expect(paired([{ ...dahl, cue: both }])).toHaveLength(1)
    expect(wrong([...all, { ...dahl, cue: at('on Tuesday') }]).map(({ measure }) => measure)).toContain(
      'proposal',
    )
  })

  test('may stand in what another says, and are no fault where gold does not have them', () => {
    expect(wrong([...all, { ...group, ...claim('The deed was done.'), isNested: true }])).toEqual([])
    expect(wrong(all.map((one) => ({ ...one, isNested: one === sweden })))).toEqual([])
    expect(
      balanced(
        scoreReport(
          report,
          all.map((one) => ({ ...one, isNested: one === sweden })),
        ).relaxed,
      ),
    ).toBe(10 / 11)
  })

  test('are the same with marks and that, and without', () => {
    const whole = at('that the boats would stay in Bodo.')
    expect(wordsAt(text, bare(text, whole))).toBe('the boats would stay in Bodo')
    expect(wordsAt(text, bare(text, at('"We were not there."')))).toBe('We were not there')
    const pieces = [...at('A woman'), ...at('and Kari Holm said')]
    expect(wordsAt(text, bare(text, pieces))).toBe('A woman and Kari Holm said')
    expect(bare(text, [...at('Ole Dahl'), ...at('Bodo')])).toHaveLength(2)
  })
})

describe('what is asked of a claim', () => {
  test.each([
    ['It was closed.', ['it']],
    ['The bridge broke because nobody looked after it.', []],
    ['The US will help us.', ['us']],
    ['I asked their mother for help.', ['i', 'their']],
    ['The men lost their boats.', []],
    ['The mayor and the clerk lost their boats.', []],
  ])('whom its pronouns mean: %s', (words, dangling) => {
    expect(danglingPronouns(words, '')).toEqual(dangling)
    expect(danglingPronouns(words, words)).toEqual([])
  })

  test('a capital, a stop and a verb', () => {
    for (const words of [
      'The dam broke.',
      '“We lost,” said all.',
      '46 people died.',
      'Mali arms the rebels.',
    ])
      expect(isWholeSentence(words), words).toBe(true)
    for (const words of [
      'the dam broke.',
      'The dam broke',
      'That it broke.',
      'More than a hundred.',
      'Did it break?',
    ])
      expect(isWholeSentence(words), words).toBe(false)
  })

  test('quotation marks that are closed', () => {
    for (const words of ['“A” and "b".', '„A“ and «b».', 'The men’s boats.', 'None.'])
      expect(isBalanced(words), words).toBe(true)
    for (const words of ['“A.', 'A”.', 'A "b.', '«A.', '„A.']) expect(isBalanced(words), words).toBe(false)
  })

  test('words and the side that is taken', () => {
    expect(likenessOf('The dam broke.', 'the DAM broke')).toBe(1)
    expect(likenessOf('A dam broke', 'It rained')).toBe(0)
    expect(likenessOf('the the dam', 'the dam')).toBeCloseTo(0.8)
    expect(wayOf('It did not break.', 'AFFIRMS')).toBe('against')
    expect(wayOf('It didn’t break.', 'DENIES')).toBe('for')
    expect(wayOf('It broke.', 'DENIES')).toBe('against')
    expect(wayOf('The claim that it broke is false.', 'AFFIRMS')).toBe('against')
  })
})

describe('gold that is wrong', () => {
  const refused = (from: string | RegExp, to: string) => {
    expect(written).toMatch(from)
    try {
      gold(written.replace(from, to))
    } catch (error) {
      return (error as Error).message.split('\n')
    }
    return []
  }

  test.each([
    [
      'words that are not there',
      'cue: denied',
      'cue: shouted',
      ['statements[2].cue "shouted": does not stand in the text beside its content'],
    ],
    [
      'content that is not there',
      'content: it rained',
      'content: it snowed',
      ['statements[4].content "it snowed": does not stand in the text'],
    ],
    [
      'part of a word',
      'content: so\n',
      'content: woma\n',
      ['statements[5].content "woma": does not stand in the text'],
    ],
    [
      'content in two places',
      'content: it had cut the nets',
      'content: cut the nets',
      ['statements[2].content "cut the nets": stands in the text 2 times: say by "at" which is meant'],
    ],
    [
      'a place too many',
      'content: it rained',
      'content: it rained\n    at: 2',
      ['statements[4].content "it rained": "at" is 2, and it stands in the text 1 times'],
    ],
    [
      'a speaker whom nobody knows',
      'speaker: sweden',
      'speaker: swedn',
      [
        'statements[2].speaker "swedn": is neither an actor of graph.yaml nor a name in actors, nor the publisher',
      ],
    ],
    [
      'a place that speaks',
      'speaker: sweden',
      'speaker: bodo',
      [
        'statements[2].speaker "bodo": is neither an actor of graph.yaml nor a name in actors, nor the publisher',
      ],
    ],
    [
      'a principal who is only described',
      'onBehalfOf: norway',
      'onBehalfOf: described',
      [
        'statements[0].onBehalfOf "described": is neither an actor of graph.yaml nor a name in actors, nor the publisher',
      ],
    ],
    [
      'about nobody',
      'about: [bodo]',
      'about: [bodoe]',
      ['statements[1].about "bodoe": is no actor, place or event of graph.yaml'],
    ],
    [
      'a claim that is none',
      'nearest: sweden-cut-nets',
      'nearest: nets',
      ['statements[0].nearest "nets": is no claim of graph.yaml'],
    ],
    [
      'an act that is none',
      'act: DENY',
      'act: LIE',
      [expect.stringMatching(/^statements\[2\]\.act: Invalid option/)],
    ],
    [
      'a date that is none',
      'saidAt: 2031-05-20',
      'saidAt: Tuesday',
      ['statements[0].saidAt: is no date in EDTF level 1'],
    ],
    [
      'a field that is none',
      'cue: denied',
      'cues: denied',
      [expect.stringMatching(/^statements\[2\]: Unrecognized key: "cues"/)],
    ],
    [
      'a field that is not there',
      '    act: DENY\n',
      '',
      [expect.stringMatching(/^statements\[2\]\.act: Invalid option/)],
    ],
    [
      'words that assert nothing and are not there',
      'not: [No group',
      'not: [No men',
      ['not[0] "No men has claimed the deed": does not stand in the text'],
    ],
    ['what is no YAML', 'actors:', 'actors: {', [expect.stringMatching(/^Flow map|at line/)]],
  ])('%s', (_, from, to, problems) => {
    const told = refused(from, to).map((line) => line.replace(/^open\/nets\.yaml:? /, ''))
    expect(told.slice(0, problems.length)).toEqual(problems)
  })

  test('is told all at once', () => {
    expect(refused(/cue: (?:denied|told)/g as never, 'cue: shouted')).toHaveLength(2)
  })
})

test('a report is read as hearsay read reads it', () => {
  const small = gold(`
title: Lost boats
manner: agency
publisher: Coast Radio
text: |
  Sweden denied that it had cut the nets. Berit Lund, a fisher, said that the boats were lost.

  Officials said that the ministry had denied it.
statements: []
`)
  const read = readReport(small)
  expect(read.map(({ cue }) => wordsAt(small.text, cue))).toEqual(['denied', 'said', 'said', 'had denied'])
  expect(read.slice(0, 3).flatMap(({ speakers }) => speakers)).toEqual([
    { is: 'known', slug: 'sweden' },
    { is: 'new', name: 'Berit Lund', type: 'PERSON' },
    { is: 'described', name: 'Officials' },
  ])
  expect(read.map(({ isNested }) => isNested)).toEqual([false, false, false, true])
  expect(read[1]?.claim).toMatchObject({ text: 'The boats were lost.', isNew: true })
  expect(wordsAt(small.text, read[0]?.content ?? [])).toBe('it had cut the nets')
  expect(readReport(small)).toEqual(read)
})

test('errors are listed with what was wanted and what came, and counted by kind', () => {
  const marked = {
    report: 'open/nets',
    marks: scoreReport(
      report,
      all.map((one) => ({ ...one, act: 'STATE' as const })),
    ).marks,
  }
  expect(listed(marked)).toEqual([
    'open/nets statements[0]: act: STATE for ACCUSE\n    wanted  ACCUSE\n    came    STATE',
    'open/nets statements[2]: act: STATE for DENY\n    wanted  DENY\n    came    STATE',
  ])
  expect(countsByKind([marked, marked])).toEqual(['act: STATE for ACCUSE: 2', 'act: STATE for DENY: 2'])
})

test('the table has a figure for each measure', () => {
  const score = scoreReport(
    report,
    all.map((one) => (one === he ? { ...one, speakers: [{ is: 'open' }], saidAt: '2031' } : one)),
  )
  const figures = Object.fromEntries(rows.map(({ name, figure }) => [name, figure(score)]))
  expect(figures['speech found']).toBe('100.0 (6/6)')
  expect(figures['he and she right']).toBe('50.0 (1/2)')
  expect(figures['date, of those due']).toBe('100.0 (1/1)')
  expect(figures['triples, relaxed F']).toBe('100.0 (P 100.0 R 100.0)')
})
