import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../src/dossier/import.ts'
import { storedText } from '../src/reports/formats/bytes.ts'
import { ReportWriter } from '../src/reports/writing/write.ts'
import { canonicalLanguage } from '../src/text/language.ts'
import type { DossierError, Problem } from '../src/values/errors.ts'
import { everyRow, folder } from './graph.ts'
import { type Answer, worlds } from './graph-fixture.ts'

const { empty } = worlds()
const path = folder()
let made = 0
const fileOf = (content: unknown): string => {
  const file = join(path, `dossier-${++made}.json`)
  writeFileSync(file, JSON.stringify(content))
  return file
}

const decomposed = (text: string): string => text.normalize('NFD')
const isComposed = (value: unknown): boolean => typeof value !== 'string' || value === value.normalize('NFC')

const text = 'Перший рядок: Ёлка й їжак. Élodie a parlé à Łódź. 한국 외교부. が.'
const words = ['Ёлка й їжак', 'Élodie', 'a parlé', '외교부', 'が', 'Łódź. 한국']
const spanIn = (whole: string, exact: string, around = {}) => {
  const start = whole.indexOf(exact)
  return { start, end: start + exact.length, exact, ...around }
}

/** A dossier in which every text is as `form` makes it, and the spans count in the text as it is there. */
const dossier = (form: (text: string) => string, counted = form) => ({
  hearsay: 1,
  language: 'uk',
  places: [{ slug: 'place', name: form('Їжакевичі'), precision: 'LOCALITY', description: form('Сёло') }],
  actors: [
    {
      slug: 'actor',
      name: form('Николайчук'),
      type: 'PERSON',
      labels: { uk: [form('Николайчук'), form('Миколай Й.')], fr: form('Élodie') },
      links: { other: form('Ключ-й') },
    },
  ],
  sources: [
    {
      slug: 'source',
      title: form('Заголовок: й'),
      kind: 'ARTICLE',
      author: form('Й. Ї.'),
      url: 'https://example.org/%D0%B9?q=é',
      text: form(text),
    },
  ],
  claims: [
    { slug: 'claim', text: form('Ёлка стоїть.'), kind: 'OTHER', figure: { low: 1, unit: form('ёлок') } },
  ],
  statements: words.map((exact, index) => ({
    slug: `statement-${index}`,
    source: 'source',
    speaker: 'actor',
    text: form(`Сказано: ${exact}`),
    quoteType: 'DIRECT',
    cue: form('сказав, що й'),
    act: 'STATE',
    span: spanIn(counted(text), counted(exact), { prefix: form('й '), suffix: form(' ї') }),
  })),
})

describe('a dossier', () => {
  const plain = empty()
  importDossiers(plain.writer, [fileOf(dossier((given) => given))])
  const expected = everyRow(plain.writer)

  it.each([
    ['decomposed, its spans as well', dossier(decomposed)],
    [
      'decomposed, its spans counted in the composed text',
      dossier(decomposed, (given) => given.normalize('NFC')),
    ],
    ['composed of what only looks like it', dossier((given) => given.replaceAll('Å', '\u212b'))],
  ])('%s, is the same as a composed one, and changes nothing the second time', (_, content) => {
    const world = empty()
    const file = fileOf(content)
    importDossiers(world.writer, [file])
    expect(everyRow(world.writer)).toEqual(expected)
    const again = importDossiers(world.writer, [file])
    expect(Object.values(again).flatMap(({ created, updated }) => [created, updated])).not.toContain(1)
    expect(everyRow(world.writer)).toEqual(expected)
    importDossiers(world.writer, [fileOf(dossier((given) => given))])
    expect(everyRow(world.writer)).toEqual(expected)
  })

  it('leaves nothing in the graph that is not composed, and spans where their words stand', () => {
    const world = empty()
    importDossiers(world.writer, [fileOf(dossier(decomposed))])
    const rows = Object.values(everyRow(world.writer)).flat() as Record<string, unknown>[]
    expect(rows.flatMap((row) => Object.values(row)).filter((value) => !isComposed(value))).toEqual([])
    const { statements }: Answer = world.ask(
      '{ statements { nodes { span { start end exact } source { text url } } } }',
    )
    for (const { span, source } of statements.nodes) {
      expect(source.text.slice(span.start, span.end)).toBe(span.exact)
      expect(source.url).toBe('https://example.org/%D0%B9?q=é')
    }
    expect(statements.nodes.map(({ span }: Answer) => span.exact).sort()).toEqual([...words].sort())
  })

  it('whose source is in another file finds its words there', () => {
    const { sources, ...rest } = dossier(decomposed)
    const world = empty()
    importDossiers(world.writer, [fileOf({ hearsay: 1, sources }), fileOf(rest)])
    expect(everyRow(world.writer).statement).toEqual(expected.statement)
  })

  it('with a span that parts a letter from its mark is refused', () => {
    const content = dossier(decomposed)
    const within = decomposed(text).indexOf('\u0308')
    const [first] = content.statements
    const span = { start: within, end: within + 3, exact: decomposed(text).slice(within, within + 3) }
    const refused = { ...content, statements: [{ ...first, span }] }
    expect(() => importDossiers(empty().writer, [fileOf(refused)])).toThrow(/the source's text has .* there/)
  })

  it.each([
    ['en', 'en'],
    ['EN', 'en'],
    ['RU', 'ru'],
    ['ru-ru', 'ru-RU'],
    ['ru_RU', 'ru-RU'],
    ['zh-hant', 'zh-Hant'],
    ['ZH-HANT-TW', 'zh-Hant-TW'],
    ['iw', 'he'],
    ['ukr', 'uk'],
    ['pt-br', 'pt-BR'],
    ['sr-latn', 'sr-Latn'],
    ['es-419', 'es-419'],
    ['ckb', 'ckb'],
    ['und', 'und'],
    ['x-Klingon', 'x-klingon'],
  ])('takes %s for the language %s', (given, language) => {
    const world = empty()
    importDossiers(world.writer, [
      fileOf({
        hearsay: 1,
        language: given,
        actors: [{ slug: 'one', name: 'One', type: 'PERSON', labels: { [given]: ['One', 'Uno'] } }],
        sources: [{ slug: 'a', title: 'A', kind: 'OTHER', language: given }],
      }),
    ])
    const { actor, source }: Answer = world.ask(
      '{ actor(id: "one") { labels { lang } } source(id: "a") { language } }',
    )
    expect(new Set([source.language, ...actor.labels.map(({ lang }: Answer) => lang)])).toEqual(
      new Set([language]),
    )
  })

  it.each(['english', 'Русский', 'ua', 'jp', 'cz', 'e', '', 'en-', 'en us', 'en-toolongsubtag', '12', '-'])(
    'is refused with the language %s, at its place',
    (given) => {
      let problems: readonly Problem[] = []
      try {
        importDossiers(empty().writer, [
          fileOf({ hearsay: 1, sources: [{ slug: 'a', title: 'A', kind: 'OTHER', language: given }] }),
        ])
      } catch (error) {
        problems = (error as DossierError).problems
      }
      expect(problems.map((problem) => problem.path)).toEqual(['sources[0].language'])
    },
  )

  it('is refused with one language under two tags', () => {
    const labels = { ru: 'Один', RU: 'Раз' }
    const refused = () =>
      importDossiers(empty().writer, [
        fileOf({ hearsay: 1, actors: [{ slug: 'one', name: 'One', type: 'PERSON', labels }] }),
      ])
    expect(refused).toThrow(/is the language of ru again/)
  })
})

describe('a report', () => {
  const report = {
    text: decomposed('"The bridge is open," Élodie Dupré said on Monday.'),
    title: decomposed('Élodie Dupré'),
    publisher: decomposed('Łódź Écho'),
    author: decomposed('Zoë Müller'),
    url: 'https://example.org/é',
    language: 'EN-us',
  }

  it('is stored composed, whatever says what of it, and is the same report again', () => {
    const world = empty()
    const writer = new ReportWriter(world.writer)
    const read = writer.write({ ...report, text: storedText(report.text) })
    expect(read.source).toBe('elodie-dupre')
    const { source }: Answer = world.ask(
      '{ source(id: "elodie-dupre") { title author url language text publisher { slug name } } }',
    )
    expect(source).toEqual({
      title: 'Élodie Dupré',
      author: 'Zoë Müller',
      url: 'https://example.org/é',
      language: 'en-US',
      text: report.text.normalize('NFC'),
      publisher: { slug: 'lodz-echo', name: 'Łódź Écho' },
    })
    const rows = everyRow(world.writer)
    expect(writer.write({ ...report, text: storedText(report.text.normalize('NFC')) }).isKnown).toBe(true)
    expect(everyRow(world.writer)).toEqual(rows)
  })

  it('is previewed as it would be stored', () => {
    const world = empty()
    const answer: Answer = world.ask(
      'query ($text: String!) { storedText(text: $text) extract(text: $text) { span { start end exact } } }',
      { text: report.text },
    )
    expect(answer.storedText).toBe(report.text.normalize('NFC'))
    for (const { span } of answer.extract)
      expect(answer.storedText.slice(span.start, span.end)).toBe(span.exact)
  })

  it('in no language that there is has none', () => {
    const world = empty()
    new ReportWriter(world.writer).write({ text: 'A report.', title: 'A report', language: 'english' })
    expect(world.ask('{ source(id: "a-report") { language } }')).toEqual({ source: { language: null } })
  })
})

describe('what the API is given', () => {
  it('is compared in the composed form', () => {
    const world = empty()
    importDossiers(world.writer, [fileOf(dossier((given) => given))])
    const document = `query ($name: String!, $unit: [String!]) {
      actors(filter: { name: $name }) { totalCount } search(text: $name, types: [ACTOR]) { totalCount searchedFor }
      claims(filter: { unit: $unit }) { totalCount }
    }`
    expect(world.ask(document, { name: decomposed('Николайчук'), unit: [decomposed('ёлок')] })).toEqual({
      actors: { totalCount: 1 },
      search: { totalCount: 1, searchedFor: null },
      claims: { totalCount: 1 },
    })
  })
})

describe('a name in the reader’s language', () => {
  const world = empty()
  const labels = {
    ru: 'по-русски',
    uk: 'українською',
    'pt-BR': 'brasileiro',
    'zh-Hans': '简体',
    'zh-Hant': '繁體',
    'sr-Latn': 'latinica',
    sr: 'ћирилица',
    en: 'English',
    'en-GB': 'British',
    'de-CH': 'schweizerisch',
    nb: 'norsk',
    he: 'עברית',
  }
  world.write(({ actors }) =>
    actors.put({ slug: 'one', name: 'The usual', type: 'PERSON', language: 'fr', labels }),
  )

  it.each([
    ['ru', 'по-русски'],
    ['RU', 'по-русски'],
    ['ru-RU', 'по-русски'],
    ['Ru-ru', 'по-русски'],
    ['ru_RU', 'по-русски'],
    ['ru-Cyrl-KZ', 'по-русски'],
    ['ru-u-nu-latn', 'по-русски'],
    ['uk-UA', 'українською'],
    ['pt', 'brasileiro'],
    ['pt-PT', 'brasileiro'],
    ['pt-br', 'brasileiro'],
    ['zh', '简体'],
    ['zh-CN', '简体'],
    ['zh-SG', '简体'],
    ['zh-TW', '繁體'],
    ['zh-HK', '繁體'],
    ['ZH-HANT', '繁體'],
    ['zh-Hant-MO', '繁體'],
    ['sr', 'ћирилица'],
    ['sr-RS', 'ћирилица'],
    ['sr-Latn-RS', 'latinica'],
    ['en', 'English'],
    ['en-US', 'English'],
    ['en-gb', 'British'],
    ['en-AU', 'English'],
    ['de', 'schweizerisch'],
    ['de-AT', 'schweizerisch'],
    ['no', 'norsk'],
    ['nb-NO', 'norsk'],
    ['iw', 'עברית'],
    ['fr-CA', 'The usual'],
    ['ja', 'The usual'],
    ['be', 'The usual'],
    ['', 'The usual'],
    ['*', 'The usual'],
    ['not a tag', 'The usual'],
  ])('%s: %s', (lang, name) => {
    expect(world.ask('query ($lang: String) { actor(id: "one") { name(lang: $lang) } }', { lang })).toEqual({
      actor: { name },
    })
  })
})

it('a language tag is not made longer than it may be', () => {
  expect(canonicalLanguage(`en${'-x'.repeat(10_000)}`)).toBe(null)
})
