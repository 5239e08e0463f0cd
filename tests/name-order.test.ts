import { describe, expect, it } from 'vitest'
import { sortKey } from '../src/text/sort-key.ts'
import { type Answer, worlds } from './graph-fixture.ts'

const { empty } = worlds()

/** As a reader expects them. */
const lists: Record<string, readonly string[]> = {
  'marks and case do not part what belongs together': [
    'Édith',
    'eleonora',
    'Élodie',
    'Emil',
    'Ångström',
    'zebra',
    'Zoë',
    'ZULU',
  ].sort((a, b) => sortKey(a).localeCompare(sortKey(b), 'en')),
  'letters of other Latin alphabets': [
    'Lodz',
    'Łódź',
    'Lublin',
    'Oslo',
    'Østfold',
    'Strand',
    'Straße',
    'Street',
  ],
  'word by word, punctuation aside': [
    'Al Arabiya',
    'Al-Jazeera',
    'Albania',
    'New York',
    'Newark',
    "O'Brien",
    'Obrist',
    '“Wagner”',
    'Wales',
  ],
  'numbers by their size, before letters': [
    '2nd Brigade',
    '10th Brigade',
    '72nd Brigade',
    '100th Brigade',
    'Brigade 9',
    'Brigade 10',
  ],
  'scripts one after the other': [
    'Zagreb',
    'Αθήνα',
    'Москва',
    'Երևան',
    'חיפה',
    'بغداد',
    'กรุงเทพ',
    'თბილისი',
    '北京',
  ],
  Ukrainian: [
    'Ганна',
    'Ґудзь',
    'Дарина',
    'Едуард',
    'Єва',
    'Жанна',
    'Ихтик',
    'Іван',
    'Їжак',
    'Йосип',
    'Катерина',
  ],
  Russian: ['Егор', 'Ёлка', 'Женя', 'Ирина', 'Йод', 'Костя'],
  'Serbian and Macedonian': [
    'Данило',
    'Ђорђе',
    'Ева',
    'Лана',
    'Љиља',
    'Мина',
    'Нада',
    'Његош',
    'Оливер',
    'Тара',
    'Ћира',
    'Ума',
    'Чеда',
    'Џон',
    'Шаба',
  ],
  Greek: ['Άννα', 'Βασίλης', 'Έλενα', 'Ζωή', 'Ήρα'],
  Persian: ['بابک', 'پارسا', 'تهران', 'جواد', 'چمن', 'حسن', 'زهرا', 'ژاله', 'کرمان', 'گرگان', 'لاله'],
  Hebrew: ['אלון', 'בן', 'כהן', 'שלום'],
  'Thai, by the consonant': ['กรุงเทพ', 'เกาะ', 'ขอนแก่น', 'เชียงใหม่', 'ไทย'],
  Japanese: ['アオキ', 'いとう', 'ウエダ', 'かとう'],
  Korean: ['가람', '나라', '다리'],
}

const document = (list: 'actors' | 'places' | 'claims', order: string, name: string) =>
  `query ($first: Int, $after: String, $last: Int, $before: String) {
    ${list}(${order} first: $first, after: $after, last: $last, before: $before) {
      nodes { ${name} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`

describe.each(Object.entries(lists))('a list by name: %s', (_, names) => {
  const world = empty()
  const shuffled = [...names].sort(
    (a, b) =>
      ((a.length * 7 + (a.codePointAt(0) ?? 0)) % 13) - ((b.length * 7 + (b.codePointAt(0) ?? 0)) % 13),
  )
  world.write(({ actors, places, claims }) => {
    for (const [index, name] of shuffled.entries()) {
      actors.put({ slug: `actor-${index}`, name, type: 'PERSON' })
      places.put({ slug: `place-${index}`, name, precision: 'REGION' })
      claims.put({ slug: `claim-${index}`, text: name, kind: 'OTHER' })
    }
  })

  it.each([
    ['actors', 'orderBy: NAME,', 'name'],
    ['places', '', 'name'],
    ['claims', 'orderBy: TEXT,', 'text'],
  ] as const)('%s', (list, order, name) => {
    const ask = (args: object): Answer =>
      world.ask(document(list, order, name), { first: null, ...args })[list]
    const of = (page: Answer): string[] => page.nodes.map((node: Answer) => node[name])
    expect(of(ask({ first: 100 }))).toEqual(names)
    const forwards: string[] = []
    for (let after: string | null = null; ; ) {
      const page: Answer = ask({ first: 2, after })
      forwards.push(...of(page))
      if (!page.pageInfo.hasNextPage) break
      after = page.pageInfo.endCursor
    }
    expect(forwards).toEqual(names)
    const backwards: string[] = []
    for (let before: string | null = null; ; ) {
      const page: Answer = ask({ last: 3, before })
      backwards.unshift(...of(page))
      if (!page.pageInfo.hasPreviousPage) break
      before = page.pageInfo.startCursor
    }
    expect(backwards).toEqual(names)
  })
})

describe('nodes that are named equally', () => {
  it('keep the order in which they were written, through all pages', () => {
    const world = empty()
    const written = ['Elodie', 'élodie', 'ÉLODIE', 'Elodie', '“Élodie”']
    world.write(({ actors }) => {
      for (const [index, name] of written.entries())
        actors.put({ slug: `one-${index}`, name, type: 'PERSON' })
    })
    const walked: string[] = []
    for (let after: string | null = null; ; ) {
      const { actors }: Answer = world.ask(document('actors', '', 'slug'), { first: 1, after })
      walked.push(...actors.nodes.map(({ slug }: Answer) => slug))
      if (!actors.pageInfo.hasNextPage) break
      after = actors.pageInfo.endCursor
    }
    expect(walked).toEqual(written.map((_, index) => `one-${index}`))
  })

  it('move when they are renamed', () => {
    const world = empty()
    const put = (name: string) =>
      world.write(({ actors }) => actors.put({ slug: 'one', name, type: 'PERSON' }))
    put('Zoë')
    world.write(({ actors }) => actors.put({ slug: 'two', name: 'Mona', type: 'PERSON' }))
    const order = () =>
      world.ask('{ actors { nodes { slug } } }').actors.nodes.map(({ slug }: Answer) => slug)
    expect(order()).toEqual(['two', 'one'])
    put('Ábel')
    expect(order()).toEqual(['one', 'two'])
  })
})
