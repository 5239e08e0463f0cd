import { describe, expect, test } from 'vitest'
import { KnownActors } from '../../src/extraction/speakers/known-actors.ts'
import { mentions } from '../../src/extraction/speakers/names-in-text.ts'
import { desk } from './reading.ts'

const people = [
  ['lukasz', 'Łukasz Nowak'],
  ['soren', 'Søren Kjær'],
  ['dukic', 'Dragan Đukić'],
  ['elodie', 'Élodie Müller'],
  ['nikolaychuk', 'Олена Николайчук'],
  ['marianenko', 'Іван Мар’яненко'],
  ['georgios', 'Γεώργιος Παπάς'],
  ['erdogan', 'Recep Erdoğan'],
] as const

const dossier = `hearsay: 1
actors:
${people.map(([slug, name]) => `  - { slug: ${slug}, name: "${name}", type: PERSON }`).join('\n')}
  - { slug: us, name: US, type: STATE }
  - { slug: turkiye, name: Türkiye, type: STATE }
`

/** How a report may write the names that the graph has. */
const written: readonly (readonly [name: string, slug: string])[] = [
  ['Łukasz Nowak', 'lukasz'],
  ['Lukasz Nowak', 'lukasz'],
  ['Søren Kjær', 'soren'],
  ['Soren Kjær', 'soren'],
  ['Dragan Dukic', 'dukic'],
  ['Dragan Đukic', 'dukic'],
  ['Elodie Muller', 'elodie'],
  ['E\u0301lodie Mu\u0308ller', 'elodie'],
  ['Олена Николаи\u0306чук', 'nikolaychuk'],
  ["Іван Мар'яненко", 'marianenko'],
  ['Іван Марʼяненко', 'marianenko'],
  ['Γεωργιος Παπας', 'georgios'],
  ['Recep Erdogan', 'erdogan'],
]

describe('a name that reading knows', () => {
  const { read, file, rows } = desk(dossier)

  // Speakers are looked for in Latin letters.
  const latin = written.filter(([name]) => /^[a-z]/i.test(name) && !name.includes('Đ'))
  test.each(latin)('is met as %s', async (name, slug) => {
    const { code } = await read(
      file(`${name} said that the ferry had sunk near the harbour of number ${slug}.`),
    )
    expect(code).toBe(0)
    const found = rows(
      `select e.slug from statement s join entity e on e.id = s.speaker_id join source o on o.id = s.source_id
        where o.text like '%number ${slug}.%' order by s.id desc limit 1`,
    )
    expect(found).toEqual([{ slug }])
    expect(rows("select count(*) as made from entity where origin = 'PROPOSED'")).toEqual([{ made: 0 }])
  })

  test('is shown as the graph has it, and not as the report does', () => {
    expect(rows("select name from entity where slug = 'lukasz'")).toEqual([{ name: 'Łukasz Nowak' }])
  })
})

describe('a name within a text', () => {
  const names = people.map(([slug, name]): [string, string] => [name, slug])
  const known = new KnownActors(people.map(([slug, name]) => ({ slug, type: 'PERSON', names: [name] })))

  test.each(written)('is known as %s, and by its last word', (name, slug) => {
    expect(known.named(name)).toBe(slug)
    expect([...known.peopleLastNamed(name.split(' ')[1] ?? '')]).toEqual([slug])
  })

  test.each(written)('is met where it stands, as %s', (given, slug) => {
    const text = `Near ½ a mile, ${given} was seen.`.normalize('NFC')
    const name = given.normalize('NFC')
    expect(mentions(text, names)).toEqual([
      { begin: text.indexOf(name), end: text.indexOf(name) + name.length, of: slug },
    ])
  })

  test.each([
    ['It told us nothing.', []],
    ['The US said nothing.', ['us']],
    ['łukasz nowak', []],
  ])('keeps its case: %s', (text, found) => {
    expect(mentions(text, [...names, ['US', 'us']]).map(({ of }) => of)).toEqual(found)
  })
})

describe('names of which one is in another', () => {
  const names: [string, string][] = [
    ['York', 'york'],
    ['New York', 'new-york'],
    ['New York Times', 'times'],
    ['The Times of York', 'york-times'],
    ['“Azov” brigade', 'azov'],
    ['U.S.', 'us'],
    ['T', 'letter'],
    ['…', 'none'],
  ]

  test.each([
    ['The New York Times is read in New York and in York.', ['times', 'new-york', 'york']],
    ['New Yorkers read the Times; a NewYork is none.', []],
    ['The Times of York, York', ['york-times', 'york']],
    ['The “Azov” brigade of York', ['azov', 'york']],
    ['The U.S. and the U.S.', ['us', 'us']],
    ['T … T', []],
  ])('are met where they are whole, the longest first: %s', (text, found) => {
    const met = mentions(text, names)
    expect(met.map(({ of }) => of)).toEqual(found)
    for (const { begin, end, of } of met) expect(names).toContainEqual([text.slice(begin, end), of])
  })
})

describe('two who differ by a mark alone', () => {
  const known = new KnownActors([
    { slug: 'a', type: 'PERSON', names: ['Ana Müller'] },
    { slug: 'b', type: 'PERSON', names: ['Ana Muller'] },
  ])

  test('are not told apart, and so neither is taken', () => {
    expect(known.named('Ana Muller')).toBeUndefined()
    expect(known.named('Ana Müller')).toBeUndefined()
  })
})

describe('a state', () => {
  const known = new KnownActors([
    { slug: 'turkey', type: 'STATE', names: ['Türkiye'] },
    { slug: 'moldova', type: 'STATE', names: ['Moldova'] },
  ])

  test.each([
    ['Türkiye', 'turkey'],
    ['Turkiye', 'turkey'],
    ['Ankara', 'turkey'],
    ['Chișinău', 'moldova'],
    ['Chisinau', 'moldova'],
    ['Chişinău', 'moldova'],
  ])('is meant by %s', (words, slug) => {
    expect(known.state(words)).toBe(slug)
  })
})
