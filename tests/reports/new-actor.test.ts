import { describe, expect, it } from 'vitest'
import { newActor } from '../../src/reports/proposing/new-actor.ts'
import { desk } from './reading.ts'

const actorOf = (words: string, text = '') => newActor(words, words, text)

describe('whom a report names and the graph does not know', () => {
  it.each([
    ['Former Florida Gov. Jeb Marsh', 'Jeb Marsh'],
    ['Norland Senator Ada Q. Vega', 'Ada Q. Vega'],
    ['former President Ivo Marsh', 'Ivo Marsh'],
    ['Sen. Lena Orr', 'Lena Orr'],
    ['Prime Minister Tomas van-Eck', 'Tomas van-Eck'],
    ['Retired Lt. Gen. Paul O’Dowd', 'Paul O’Dowd'],
    ['harbour spokeswoman Mia Holt', 'Mia Holt'],
    ['Ferry Workers Union President Doris Crouse-Mays', 'Doris Crouse-Mays'],
    ['Norland Secretary of State Jon F. Husted', 'Jon F. Husted'],
    ['Representative Charles B. Rangel of Norland', 'Charles B. Rangel'],
    ['Sen. David Perdue (N-Nor.', 'David Perdue'],
    ['talk-show host Larry King', 'Larry King'],
    ['Secretary General Ban Ki-moon', 'Ban Ki-moon'],
    ['Osama bin Laden', 'Osama bin Laden'],
    ['even Ada Vega', 'Ada Vega'],
  ])('is a person, called without a title: %s', (words, name) => {
    expect(actorOf(words)).toMatchObject({ name, type: 'PERSON', isNamed: true })
  })

  it.each([
    ['The Ferry Workers Union', 'ORGANIZATION'],
    ['Republican National Committee', 'ORGANIZATION'],
    ['Justice Department', 'ORGANIZATION'],
    ['General Motors', 'ORGANIZATION'],
    ['The Norland Times', 'MEDIA_OUTLET'],
    ['NBC News', 'MEDIA_OUTLET'],
    ['North Korea', 'STATE'],
  ])('is a body, called as it is: %s, %s', (name, type) => {
    expect(actorOf(name)).toMatchObject({ name, type, isNamed: true })
  })

  it.each([
    ['Kim Jong-Un', 'PERSON'],
    ['Ban Ki-moon', 'PERSON'],
    ['Azov Star brigade', 'ARMED_GROUP'],
    ['the Kadir Battalion', 'ARMED_GROUP'],
    ['Fjord Liberation Front', 'ARMED_GROUP'],
    ['the Norland Volunteer Corps', 'ARMED_GROUP'],
    ['Houthi rebels', 'ARMED_GROUP'],
    ['Hamas', 'ARMED_GROUP'],
    ['the Taliban', 'ARMED_GROUP'],
    ['RSF', 'ARMED_GROUP'],
    ['93rd Mechanized Brigade', 'ORGANIZATION'],
    ['Marine Corps', 'ORGANIZATION'],
    ['Norland’s fisheries ministry', 'ORGANIZATION'],
    ['the Norwegian army', 'ORGANIZATION'],
    ['Bodo police', 'ORGANIZATION'],
    ['interior ministry of Norland', 'ORGANIZATION'],
    ['Ministry of Trade and Industry', 'ORGANIZATION'],
    ['Knesset', 'ORGANIZATION'],
    ['FBI', 'ORGANIZATION'],
    ['World Health Organization', 'ORGANIZATION'],
    ['University of Bodo', 'ORGANIZATION'],
    ['Gazprom', 'ORGANIZATION'],
    ['IRNA', 'MEDIA_OUTLET'],
    ['Reuters', 'MEDIA_OUTLET'],
    ['Al Jazeera', 'MEDIA_OUTLET'],
    ['Norland Press Agency', 'MEDIA_OUTLET'],
    ['Bodo TV', 'MEDIA_OUTLET'],
    ['Kyiv Post', 'MEDIA_OUTLET'],
    ['Burkina Faso', 'STATE'],
    ['Tuvalu', 'STATE'],
    ['the United Arab Emirates', 'STATE'],
  ])('has the type that its head tells: %s, %s', (name, type) => {
    expect(actorOf(name)).toMatchObject({ name, type, isNamed: true })
  })

  it.each([
    ['the daily Wieści', 'Wieści', 'MEDIA_OUTLET'],
    ['state broadcaster NRT', 'NRT', 'MEDIA_OUTLET'],
    ['the news agency Norvik', 'Norvik', 'MEDIA_OUTLET'],
    ['the militia Azov Star', 'Azov Star', 'ARMED_GROUP'],
    ['rebel group Red Dawn', 'Red Dawn', 'ARMED_GROUP'],
    ['the shipping company Halden Sea', 'Halden Sea', 'ORGANIZATION'],
    ['the insurer Nordmark', 'Nordmark', 'ORGANIZATION'],
    ['the opposition party Nowa', 'Nowa', 'ORGANIZATION'],
  ])('is called without the word for what it is: %s', (words, name, type) => {
    expect(actorOf(words)).toMatchObject({ name, type, isNamed: true })
  })

  it.each([
    ['Azov Star', 'The militia Azov Star came. Azov Star said it.', 'ARMED_GROUP'],
    ['Azov Star', 'The “Azov Star” brigade came.', 'ARMED_GROUP'],
    ['Red Dawn', 'Red Dawn, a rebel group from the hills, came.', 'ARMED_GROUP'],
    ['Wieści', 'He told the daily Wieści so. Wieści printed it.', 'MEDIA_OUTLET'],
    ['Halden Sea', 'Halden Sea, the ferry’s operator, paid.', 'ORGANIZATION'],
    ['Nordmark', 'The insurer, Nordmark, paid.', 'ORGANIZATION'],
  ])('is what the text calls it elsewhere: %s in “%s”', (name, text, type) => {
    expect(actorOf(name, text)).toMatchObject({ name, type, isNamed: true })
  })

  it.each([
    ['The mayor, Ivan Kravets,', 'Ivan Kravets'],
    ['Ivan Kravets, the mayor,', 'Ivan Kravets'],
    ['Even Ivan Kravets', 'Ivan Kravets'],
    ['Mayor Ivan Kravets', 'Ivan Kravets'],
    ['Yesterday Ivan Kravets', 'Ivan Kravets'],
    ['Last night Ivan Kravets', 'Ivan Kravets'],
    ['This week, Ivan Kravets', 'Ivan Kravets'],
    ['In May Ivan Kravets', 'Ivan Kravets'],
    ['On Tuesday Mayor Ivan Kravets', 'Ivan Kravets'],
    ['Their commander, Ivan Kravets', 'Ivan Kravets'],
  ])('is called by the name alone: %s', (words, name) => {
    expect(actorOf(words)).toMatchObject({ name, type: 'PERSON', isNamed: true })
  })

  it.each([
    'the report',
    'A report by the ministry',
    'the move',
    'The statement',
    'a poll',
    'polls',
    'an exit poll for state television',
    'the law',
    'critics',
    'many observers',
    'officials',
    'a Norwegian company',
    'the ministry',
    'police in Bodo',
    'Doctors at the railway hospital',
  ])('is nobody who could be met again: %s', (words) => {
    expect(actorOf(words)?.isNamed ?? false).toBe(false)
  })

  it.each([
    'Gov. Vega',
    'Mr. Vega',
    'the mayor',
    'former officials',
    'Retired General',
    'both Ada and Ivo Vega',
  ])('is the report’s own where others may go by the same words: %s', (words) =>
    expect(actorOf(words)).toMatchObject({ name: words, isNamed: false }),
  )

  it('has the full name that the report gives it once, an initial making no other of it', () => {
    const text = 'Ada Vega came. Later Ada Q. Vega left, and Vega said that she was tired.'
    expect(actorOf('Mr. Vega', text)?.name).toBe('Ada Q. Vega')
    expect(actorOf('Vega', `${text} So did Ivo Vega.`)).toMatchObject({ name: 'Vega', isNamed: false })
  })

  it.each([
    'Wednesday',
    'last Friday',
    'Sunday night',
    '9 percent',
    'about 40 per cent',
    '$3 million',
    'March 3, 2016',
    'the past two weeks',
    'It',
    'itself',
    'yesterday',
    'Last night',
    'This week',
    'many',
    'Monday',
    'he',
    'all',
  ])('is nobody where the words are a time, a number or a pronoun: %s', (words) => {
    expect(actorOf(words)).toBeNull()
  })

  it.each(['Ms. May', 'April Stone', 'Nine residents', 'Two of the three drivers'])(
    'may be called by words like these: %s',
    (words) => expect(actorOf(words)).not.toBeNull(),
  )
})

describe('whom an earlier report named', () => {
  const named = `select e.name from entity e join actor a on a.id = e.id where a.type = 'PERSON' order by e.name`
  const people = async (...reports: readonly string[]): Promise<string[]> => {
    const { file, read, rows } = desk()
    for (const report of reports) await read(file(report))
    return rows(named).map(({ name }) => name)
  }

  it('is known again by a title, a last name and an initial more', async () => {
    const first = 'Ivo T. Marsh said that the ferry was late.'
    const second = 'President Ivo Marsh said that the ferry was safe. Marsh denied that it was full.'
    expect(await people(first, second)).toEqual(['Ivo T. Marsh'])
  })

  it('is another where the initials differ', async () => {
    const first = 'Ivo T. Marsh said that the ferry was late.'
    expect(await people(first, 'Ivo B. Marsh said that the ferry was safe.')).toEqual([
      'Ivo B. Marsh',
      'Ivo T. Marsh',
    ])
  })

  it('is not meant by the words of the name apart from each other', async () => {
    const reports = [
      'Bill Vega said that the ferry was late. Ada Vega denied that it was.',
      'Ada Vega said that the bill was paid. Vega denied that it was late.',
    ]
    expect(await people(...reports)).toEqual(['Ada Vega', 'Bill Vega'])
  })
})
