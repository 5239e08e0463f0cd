import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'

const words = (text: string, spans: [number, number][]) => spans.map(([a, b]) => text.slice(a, b)).join(' … ')

const first = (text: string) => {
  const a = extract(text)[0]
  if (!a) throw new Error(`nothing read in: ${text}`)
  return { source: words(text, a.source), cue: words(text, a.cue), content: words(text, a.content) }
}

/** The source as it must be read: what stands before the cue in every row. */
const SAID = 'said that rain was near.'

describe('what opens a sentence belongs to no source', () => {
  test.each([
    'Yesterday',
    'Last night',
    'Late on Friday',
    'This week',
    'In May',
    'In May 2021',
    'On 3 May',
    'On May 3, 2021,',
    'Even',
    'Meanwhile',
    'By contrast',
    'On Tuesday evening',
    'Two weeks ago',
    'In Paris',
    'At the same time',
    'However,',
  ])('%s', (opening) => {
    expect(first(`${opening} Adam Noor ${SAID}`).source).toBe('Adam Noor')
    expect(first(`${opening} the minister ${SAID}`).source).toBe('the minister')
  })
})

describe('what stands between a source and its verb belongs to neither', () => {
  test.each([
    'on Tuesday',
    'on Tuesday evening',
    'last week',
    'earlier this month',
    'in May',
    'however',
    ', however,',
    ', for example,',
    'in a statement',
    'in a radio interview',
  ])('%s', (between) => {
    const text = `Adam Noor${between.startsWith(',') ? '' : ' '}${between} ${SAID}`
    expect(first(text)).toMatchObject({ source: 'Adam Noor', cue: 'said', content: 'that rain was near' })
  })

  test.each(['later', 'recently', 'also', 'once', 'earlier', 'repeatedly', 'later also'])(
    'but an adverb is of the cue: %s',
    (adverb) => {
      expect(first(`Adam Noor ${adverb} ${SAID}`)).toMatchObject({
        source: 'Adam Noor',
        cue: `${adverb} said`,
      })
      expect(first(`“It will rain,” he ${adverb} said.`)).toMatchObject({
        source: 'he',
        cue: `${adverb} said`,
      })
    },
  )
})

describe('a source before its verb is whole', () => {
  test.each([
    'The mayor, Ivan Kravets,',
    'The governor of Belgorod, Piotr Novak,',
    'Ana Brito, who runs the port,',
    'Ana Brito, along with two colleagues,',
    'Ana Brito — a chief engineer —',
    'Ana Brito (Greens)',
    'Two officials with knowledge of the matter, speaking on condition of anonymity,',
  ])('with its apposition: %s', (source) => expect(first(`${source} ${SAID}`).source).toBe(source))

  test.each([
    'Officials briefed on the talks',
    'A man standing nearby',
    'A report released by the council',
    'A panel of judges led by Ana Brito',
    'Families living near the river',
    'Officials interviewed',
    'Two witnesses questioned',
  ])('with its participle: %s', (source) => expect(first(`${source} ${SAID}`).source).toBe(source))

  test.each([
    'Residents who fled the town',
    'A woman who gave her name as Olha',
    'Those who met the delegation',
    'Those who stayed',
    'The few who had stayed',
    'People who fled',
    'Half of those who had named a candidate',
  ])('with its relative clause: %s', (source) => {
    const text = `${source} ${SAID}`
    const said = extract(text).find((a) => words(text, a.cue) === 'said')
    expect(said && words(text, said.source)).toBe(source)
  })

  test.each([
    'One of the drivers',
    'Some in the crowd',
    'Many in the town',
    'Most of the voters',
    'More than half of the voters',
    'Almost everyone',
    '52 percent of registered voters',
    'Both the minister and his deputy',
    'The minister and his deputy',
  ])('with its quantity: %s', (source) => expect(first(`${source} ${SAID}`).source).toBe(source))

  test.each(['a source close to him', 'an aide to her', 'some of them', 'one of us'])(
    'with the pronoun that ends it: %s',
    (source) => expect(first(`The talks are over, ${source} said.`).source).toBe(source),
  )

  test('however far away its verb is shared', () => {
    const text = 'Ana Brito told reporters on Monday that rain was near and blamed the council.'
    expect(extract(text).map((a) => words(text, a.source))).toEqual(['Ana Brito', 'Ana Brito'])
  })
})

describe('a source after its verb is whole', () => {
  test.each([
    'Ana Brito, the chief engineer of the port, who has worked there since 2001',
    'Ana Brito, managing director of a shipping company in Porto',
    'Ana Brito, a former aide to the mayor and now an adviser to the union',
    'Will Doyle, a professor of education at the university in Porto, Portugal',
    'a spokesman for the ministry',
    'Ana Brito, now a guide',
  ])('%s', (source) => {
    expect(first(`The port will close, said ${source}.`)).toMatchObject({
      source,
      content: 'The port will close',
    })
    expect(first(`“The port will close,” said ${source}.`).source).toBe(source)
  })

  test.each(['on Tuesday', 'in a statement', 'last week'])('without what follows it: %s', (after) => {
    expect(first(`“We will stay,” said the minister ${after}.`).source).toBe('the minister')
  })
})

describe('prepositions name sources', () => {
  test.each([
    ['According to the mayor, Ivan Kravets, the town is safe.', 'the mayor, Ivan Kravets'],
    ['According to Ivan Kravets, the mayor, the town is safe.', 'Ivan Kravets, the mayor'],
    ['According to the mayor, the town is safe.', 'the mayor'],
    [
      'According to Ivan Kravets, mayor of Oskol, and two officers, the town is safe.',
      'Ivan Kravets, mayor of Oskol, and two officers',
    ],
    ['According to Ana Brito, who runs the port, the town is safe.', 'Ana Brito, who runs the port'],
    ['In the words of Ana Brito, the town is safe.', 'Ana Brito'],
    ['In Ana Brito’s view, the town is safe.', 'Ana Brito’s'],
    ['In his opinion, the town is safe.', 'his'],
    ['For Ana Brito, the town is safe.', 'Ana Brito'],
    ['To many, the town is safe.', 'many'],
    ['Per the ministry, the town is safe.', 'the ministry'],
    ['As reported by the Gazette, the town is safe.', 'the Gazette'],
    ['In a new poll released on Monday, the town is safe.', 'a new poll released on Monday'],
    ['As the ministry noted, the town is safe.', 'the ministry'],
    ['But as the ministry said on Friday, the town is safe.', 'the ministry'],
  ])('%s', (text, source) => expect(first(text)).toMatchObject({ source, content: 'the town is safe' }))

  test.each([
    'According to the mayor, Oskol, a town of 5,000, is safe.',
    'According to the mayor, on Monday the town was safe.',
    'According to the mayor, if it rains, the town is safe.',
  ])('and take no part of what is said: %s', (text) => expect(first(text).source).toBe('the mayor'))

  test.each([
    'The town is safe, according to the mayor.',
    'The town is safe, as the mayor said on Monday.',
    'The town is safe, per the mayor.',
  ])('after what is said: %s', (text) =>
    expect(first(text)).toMatchObject({ source: 'the mayor', content: 'The town is safe' }),
  )

  test.each([
    'For example, the town is safe.',
    'For years, the town was safe.',
    'To be fair, the town is safe.',
  ])('but not everything before a comma is one: %s', (text) => expect(extract(text)).toEqual([]))
})

test.each([
  'The town was safe, the paper said, citing two crew members.',
  'The town was safe, the paper said, citing officials briefed on the talks.',
  'The paper, citing a witness, said the town was safe.',
  'Citing the ministry, the paper said the town was safe.',
  'The paper said the town was safe, citing unnamed sources.',
  'The paper said the town was safe, citing Interfax.',
])('who is cited is not what is said: %s', (text) => {
  expect(extract(text)).toHaveLength(1)
  expect(extract(text)[0]?.act).toBe('STATE')
  expect(first(text).content).toMatch(/^the town was safe$/i)
})

test('what is cited is what is said', () => {
  const [, cited] = extract('The council closed the port, the paper said, citing the cost of repairs.')
  expect(cited?.act).toBe('STATE')
})

test.each([
  ['The claim was rejected by Kyiv.', 'Kyiv', 'The claim'],
  ['Russia was accused by Ukraine of shelling the town.', 'Ukraine', 'Russia … of shelling the town'],
  ['The strike was condemned by France and Germany.', 'France and Germany', 'The strike'],
  ['The blast, first reported by the Gazette, killed two.', 'the Gazette', 'The blast'],
  ['Noor was described by the mayor as a friend.', 'the mayor', 'Noor … as a friend'],
  ['The plan was announced by the ministry on Monday.', 'the ministry', 'The plan'],
  [
    'The minister was criticized by the opposition for his remarks.',
    'the opposition',
    'The minister … for his remarks',
  ],
])('who acts in a passive follows "by": %s', (text, source, content) =>
  expect(first(text)).toMatchObject({ source, content }),
)

test.each(['Polls show', 'Records show', 'The figures show', 'New documents show', 'The survey shows'])(
  'what shows something is its source: %s',
  (subject) => {
    expect(first(`${subject} that the river is high.`).source).toBe(subject.replace(/ shows?$/, ''))
    expect(first(`The river is high, ${subject.toLowerCase()}.`).content).toBe('The river is high')
  },
)

describe('who describes a speaker reports nothing beside', () => {
  test.each([
    'Those who named a candidate',
    'Hawkins and others who want to ban it',
    'Friends of Noor who have seen him',
    'Republicans supporting the bill',
    'The company that had made her clothes',
    'Residents who had criticized the council',
  ])('%s', (source) => {
    expect(extract(`${source} said that rain was near.`)).toHaveLength(1)
    expect(first(`${source} said that rain was near.`)).toMatchObject({
      source,
      content: 'that rain was near',
    })
  })

  test('but what is reported of a speaker is', () => {
    const text = 'The institute, which believes that rain is near, said that it would close the port.'
    expect(extract(text).map((a) => [words(text, a.source), words(text, a.content)])).toEqual([
      ['which', 'that rain is near'],
      ['The institute, which believes that rain is near,', 'that it would close the port'],
    ])
  })
})

describe('a question is by whom it names', () => {
  test.each([
    ['Asked whether he was well, Noor nodded.', '', 'whether he was well'],
    ['Asked by the BBC on Monday whether he was well, Noor nodded.', 'the BBC', 'whether he was well'],
    ['When asked about his health, Noor nodded.', '', 'his health'],
    ['When asked by a pupil how he was, Noor nodded.', 'a pupil', 'how he was'],
    ['“I am well,” he nodded, when asked about his health.', '', 'his health'],
  ])('%s', (text, source, content) => {
    const question = extract(text).find((a) => words(text, a.cue).toLowerCase().startsWith('asked'))
    expect(question).toMatchObject({ stance: 'UNCOMMITTED' })
    expect([words(text, question?.source ?? []), words(text, question?.content ?? [])]).toEqual([
      source,
      content,
    ])
  })
})

describe('a participle has the subject of what it hangs on', () => {
  test.each([
    ['Noor praised the plan, saying that it was bold.', 'Noor'],
    ['As rain fell, Noor left the town, saying that it was lost.', 'Noor'],
    ['The mayor met Noor, who had fled, and left, saying that the town was lost.', 'The mayor'],
    ['Noor angered the council by saying that the vote was rigged.', 'Noor'],
    ['After saying that the vote was rigged, Noor left.', 'Noor'],
    ['Before announcing that the bridge was closed, the mayor spoke to the union.', 'the mayor'],
  ])('%s', (text, source) => {
    const said = extract(text).find((a) => /ing$/.test(words(text, a.cue)))
    expect(said && words(text, said.source)).toBe(source)
  })
})

describe('what a noun reports ends before the sentence’s own verb', () => {
  test.each([
    ['The mayor’s claim that the bridge was safe is old.', 'The mayor’s', 'that the bridge was safe'],
    ['His claim that he knew the bridge was safe surprised many.', 'His', 'that he knew the bridge was safe'],
    ['Their belief that they will win has grown.', 'Their', 'that they will win'],
    ['His refusal to resign was noted.', 'His', 'to resign'],
    ['His support for the plan surprised many.', 'His', 'the plan'],
    ['Lind’s criticism of the plan has grown.', 'Lind’s', 'the plan'],
    ['The mayor’s promise to rebuild the bridge was forgotten.', 'The mayor’s', 'to rebuild the bridge'],
  ])('%s', (text, source, content) => expect(first(text)).toMatchObject({ source, content }))
})

test.each([
  ['Developers see the course as wasted land.', 'the course as wasted land'],
  ['The council regards the claim as false.', 'the claim as false'],
  ['Critics cast the vote as a test of strength.', 'the vote as a test of strength'],
])('as what something is seen belongs to the content: %s', (text, content) =>
  expect(first(text).content).toBe(content),
)
