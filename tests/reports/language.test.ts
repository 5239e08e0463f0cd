import { describe, expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { Graph } from '../../src/model/graph.ts'
import { languageOf, readAs } from '../../src/reports/formats/language.ts'
import { detectLanguage } from '../../src/text/detect-language.ts'
import { openReader } from '../engine.ts'
import { ask, startServer } from '../server/fixture.ts'
import { desk, harbour, nets, statements } from './reading.ts'

const german = 'Der Bürgermeister sagte, dass der Hafen sicher sei und niemand verletzt wurde.'

describe('the language of a text is told', () => {
  test.each([
    ['en', nets],
    ['en', 'The ministry said that Oleksandr Shchur and Bohdan Yaremchuk of Kryvyi Rih were safe.'],
    [
      'en',
      '“Мы не уйдём”, said the mayor of Bodo, and he went to the harbour, where the boats of the town were.',
    ],
    ['de', german],
    ['fr', 'Le maire de Bodo a déclaré que le port est sûr et que personne n’est mort.'],
    ['es', 'El alcalde dijo que el puerto es seguro y que no hubo muertos en la ciudad.'],
    ['it', 'Il sindaco ha detto che il porto è sicuro e che non ci sono feriti.'],
    ['pl', 'Burmistrz powiedział, że port jest bezpieczny i że nikt nie zginął.'],
    ['tr', 'Belediye başkanı, limanın güvenli olduğunu ve bir yaralı olmadığını söyledi.'],
    ['ar', 'قال رئيس البلدية إن الميناء آمن ولم يصب أحد'],
    ['fa', 'شهردار گفت که بندر امن است و کسی زخمی نشد'],
    ['zh', '市长说港口是安全的，没有人受伤。'],
    ['ja', '市長は港は安全だと述べた。'],
    ['ko', '시장은 항구가 안전하다고 말했다.'],
    ['el', 'Ο δήμαρχος είπε ότι το λιμάνι είναι ασφαλές.'],
    ['he', 'ראש העיר אמר כי הנמל בטוח ואיש לא נפגע'],
    ['ru', 'Мэр заявил, что порт в безопасности.'],
    ['ru', 'Взрывы в Крыму'],
    ['uk', 'Мер заявив, що порт у безпеці.'],
    ['uk', 'Вибухи в Криму'],
    [
      'uk',
      'Міністр нагадав слова посла: «Мы не уйдём отсюда», — і додав, що місто вистоїть і що воно не боїться.',
    ],
    ['be', 'Мэр заявіў, што порт у бяспецы і ніхто не пацярпеў.'],
    ['bg', 'Кметът заяви, че пристанището е сигурно и никой не е пострадал.'],
    ['sr', 'Градоначелник је рекао да је лука безбедна и да нико није повређен.'],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  test.each([
    'Rain.',
    'Kyiv shells hit Avdiivka: Zelensky',
    '',
    '2024',
    '🙂',
    'Stoltenberg Zelenskyy Macron Duda',
  ])('but not where nothing tells it: %s', (text) => {
    expect(detectLanguage(text)).toBeUndefined()
  })

  test('from a sample, however long the text', () => {
    expect(detectLanguage(`${'Мэр заявил, что порт цел. '.repeat(400_000)}`)).toBe('ru')
  })
})

describe('what a report says of its language', () => {
  test.each([
    ['goes before what its text tells', 'uk', 'Мэр заявил, что порт в безопасности.', 'uk'],
    ['keeps its region', 'en-GB', nets, 'en-GB'],
    [
      'gives way where the text is plainly in another script',
      'en',
      'Мэр заявил, что порт в безопасности.',
      'ru',
    ],
    ['and the other way round', 'ru', nets, 'en'],
    ['does not for a language that is written in the text’s', 'ru-Latn', nets, 'ru-Latn'],
    ['is none, where it is und', 'und', nets, 'en'],
    ['is kept where nothing else tells', 'nb', 'Regn.', 'nb'],
  ])('%s', (_, stated, text, language) => {
    expect(languageOf(text, stated)).toBe(language)
  })

  test('is one that is read, in any of its forms, or none', () => {
    expect(['en', 'en-GB', 'ru-RU', 'uk-UA', 'x-own', undefined].map(readAs)).toEqual([
      'en',
      'en',
      'ru',
      'uk',
      'en',
      'en',
    ])
    expect(['de', 'be', 'rus', 'zh-Hans'].map(readAs)).toEqual(Array(4).fill(undefined))
  })
})

describe('hearsay read', () => {
  test('stores the language that it finds, with the source and what it says', async () => {
    const { file, read, rows } = desk(harbour)
    await read([
      file(nets),
      file('Мэр Анна Лозовая заявила, что порт цел.'),
      file('Мер Олена Гай заявила, що порт цілий.'),
    ])
    expect(rows('select language from source order by id').map(({ language }) => language)).toEqual([
      'en',
      'ru',
      'uk',
    ])
    const said = rows(statements)
    expect(
      said
        .filter(({ language }) => language !== 'en')
        .map(({ name, text, language }) => [name, text, language]),
    ).toEqual([
      ['Анна Лозовая', 'порт цел', 'ru'],
      ['Олена Гай', 'порт цілий', 'uk'],
    ])
  })

  test('stores what it does not read, and says so', async () => {
    const { file, read, rows } = desk()
    const { code, info } = await read([file(german), file(nets)])
    expect(code).toBe(0)
    expect(info[0]).toBe(
      'report-1: in German (de), which is not read; stored without statements. English, Russian and Ukrainian are read.',
    )
    expect(info.find((line) => line.startsWith('Together'))).toMatch(
      /^Together: 2 reports, 1 in a language that is not read; \d+ statements/,
    )
    expect(rows('select language, text from source where id = (select min(id) from source)')).toEqual([
      { language: 'de', text: german },
    ])
    expect(rows(statements).every(({ language }) => language === 'en')).toBe(true)
  })

  test('reads what a line or a page states to be another language as that', async () => {
    const { file, read } = desk()
    const line = JSON.stringify({ id: 'a', text: 'Rain.', language: 'nb' })
    expect((await read(file(line, 'jsonl'))).info[0]).toMatch(
      /^a: in Norwegian Bokmål \(nb\), which is not read/,
    )
    expect(
      (await read(file(`<html lang="fr"><body><p>${german}</p></body></html>`, 'html'))).info[0],
    ).toMatch(/French \(fr\)/)
    expect((await read(file(`${german} Ende.`), { language: 'en' })).info[0]).toMatch(/0 statements proposed/)
  })
})

describe('the API', async () => {
  const { db } = desk(harbour)
  const { url } = await startServer({ schema, graph: new Graph(openReader(db)) })
  const query =
    'query ($text: String!) { textLanguage(text: $text) { tag name isRead } extract(text: $text) { text proposedSpeaker } }'

  test.each([
    ['says in which language a text is', nets, { tag: 'en', name: 'English', isRead: true }],
    ['and which it does not read', german, { tag: 'de', name: 'German', isRead: false }],
    ['or that nothing tells it', 'Rain.', null],
  ])('%s', async (_, text, textLanguage) => {
    const { data } = await ask(url, query, { text })
    expect(data?.textLanguage).toEqual(textLanguage)
    if (text === german) expect(data?.extract).toEqual([])
  })

  test('finds in a Russian text what hearsay read proposes', async () => {
    const text = '«Порт цел», — сказала мэр Анна Лозовая. По её словам, погибших нет.'
    const { data } = await ask(url, query, { text })
    const { file, read, rows } = desk(harbour)
    await read(file(text))
    expect(data?.extract).toEqual([
      { text: 'Порт цел', proposedSpeaker: 'Анна Лозовая' },
      { text: 'погибших нет', proposedSpeaker: 'Анна Лозовая' },
    ])
    expect(rows(statements).map(({ text: said, name }) => ({ text: said, proposedSpeaker: name }))).toEqual(
      data?.extract,
    )
  })
})
