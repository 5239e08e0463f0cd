import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import { said } from './said.ts'

const contentOf = (text: string) => said(text)[0]?.[2]

describe('what is said ends where the reporter goes on', () => {
  test.each([
    ['a new thought after but', 'Lind said the dam held, but he left the town.', 'the dam held'],
    [
      'somebody else who speaks',
      'Lind said the dam held, but the ministry said it had failed.',
      'the dam held',
    ],
    ['a second cue of the speaker', 'Lind rejected the plan and accused Poe of lying.', 'the plan'],
    ['a participle of saying', 'Lind said the dam held, adding that it rained.', 'the dam held'],
    ['while', 'Lind said the dam held, while boats were made ready.', 'the dam held'],
    ['"according to"', 'Lind said the dam held, according to the Courier.', 'the dam held'],
    ['an occasion', 'Lind said the dam held in an interview with the Courier.', 'the dam held'],
    ['an occasion after a comma', 'Lind said the dam held, in a statement on Tuesday.', 'the dam held'],
    ['a day, after an object', 'Lind condemned the strike on Tuesday.', 'the strike'],
    ['a month, after an object', 'Lind condemned the strike in January.', 'the strike'],
    ['a day and an occasion', 'Lind condemned the strike in a speech in Oslo on Tuesday.', 'the strike'],
    ['a medium', 'Lind condemned the strike on social media.', 'the strike'],
    [
      'a relative clause of the reporter',
      'Lind criticised the bridge, which was built in 1950.',
      'the bridge',
    ],
  ])('%s', (_, text, content) => {
    expect(contentOf(text)).toBe(content)
  })
})

describe('and not before', () => {
  test.each([
    ['as, of comparison', 'Lind described the dam as a ruin.', 'the dam as a ruin'],
    [
      'as, of cause',
      'Lind said the dam would hold as the rain had stopped.',
      'the dam would hold as the rain had stopped',
    ],
    ['because', 'Lind rejected the plan because it was too dear.', 'the plan because it was too dear'],
    [
      'a second that',
      'Lind said that the dam held and that nobody had died.',
      'that the dam held and that nobody had died',
    ],
    [
      'a relative clause inside',
      'Lind said the dam, which was old, would hold.',
      'the dam, which was old, would hold',
    ],
    [
      'an aside after that',
      'Lind said that, while it rained, the dam would hold.',
      'that, while it rained, the dam would hold',
    ],
    [
      'a day within',
      'Lind condemned the strike on Tuesday that cost a life.',
      'the strike on Tuesday that cost a life',
    ],
    ['a day of the clause', 'Lind said that the dam held on Tuesday.', 'that the dam held on Tuesday'],
    ['a second name', 'Lind praised his rival, Anna Poe.', 'his rival, Anna Poe'],
    ['a place', 'Lind condemned the strike in Flint, Michigan.', 'the strike in Flint, Michigan'],
    [
      'a list',
      'Lind praised the cooks, the nurses and the drivers.',
      'the cooks, the nurses and the drivers',
    ],
    ['two adjectives', 'Lind praised the old, heavy gates of the dam.', 'the old, heavy gates of the dam'],
  ])('%s', (_, text, content) => {
    expect(contentOf(text)).toBe(content)
  })
})

describe('a quotation after a colon is a piece of its own', () => {
  test.each([
    ['Lind said it was over: “We lost.”', 'it was over … “We lost.”'],
    ['Lind said that it was over: "We lost."', 'that it was over … "We lost."'],
    ['Lind denied the claim: “We did not.”', 'the claim … “We did not.”'],
    ['Lind told reporters: “We lost.”', '“We lost.”'],
    ['Lind said on Monday: “We lost.”', '“We lost.”'],
  ])('%s', (text, content) => {
    expect(contentOf(text)).toBe(content)
  })
})

describe('words that only some verbs take', () => {
  test.each([
    ['The ministry put the death toll at 500.', ['The ministry', 'put', 'the death toll at 500'], 'STATE'],
    [
      'Officials put the number of dead at more than 500 on Monday.',
      ['Officials', 'put', 'the number of dead at more than 500'],
      'STATE',
    ],
    ['The UN has put the cost at $3 billion.', ['The UN', 'has put', 'the cost at $3 billion'], 'STATE'],
    [
      'The mayor put the loss at hundreds of boats.',
      ['The mayor', 'put', 'the loss at hundreds of boats'],
      'STATE',
    ],
    [
      'The front claimed responsibility for the attack on social media.',
      ['The front', 'claimed responsibility for', 'the attack'],
      'CLAIM_RESPONSIBILITY',
    ],
    [
      'The front has claimed responsibility for the blast in a statement on Telegram.',
      ['The front', 'has claimed responsibility for', 'the blast'],
      'CLAIM_RESPONSIBILITY',
    ],
    [
      'The mayor declined to comment on the fire.',
      ['The mayor', 'declined to comment on', 'the fire'],
      'DECLINE_COMMENT',
    ],
    [
      'The ministry declined comment on the fire.',
      ['The ministry', 'declined comment on', 'the fire'],
      'DECLINE_COMMENT',
    ],
    ['The mayor vowed to rebuild the bridge.', ['The mayor', 'vowed', 'to rebuild the bridge'], 'PROMISE'],
    ['The suit alleged that the firm had lied.', ['The suit', 'alleged', 'that the firm had lied'], 'ACCUSE'],
    ['The mayor said no.', ['The mayor', 'said', 'no'], 'STATE'],
    ['The mayor said so on Monday.', ['The mayor', 'said', 'so'], 'STATE'],
    ['The mayor said the same of Poe.', ['The mayor', 'said', 'the same of Poe'], 'STATE'],
  ])('%s', (text, roles, act) => {
    expect(said(text)).toEqual([roles])
    expect(extract(text)[0]?.act).toBe(act)
  })

  test('but what is put somewhere is no figure', () => {
    expect(said('The mayor put the lamp at the gate.')).toEqual([])
    expect(said('The mayor put the book at his side.')).toEqual([])
  })
})
