import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import { said } from './said.ts'

describe('a passive has a speaker where "by" names one', () => {
  test.each([
    [
      'Russia was accused by Ukraine of shelling the town.',
      ['Ukraine', 'was accused', 'Russia … of shelling the town'],
      'ACCUSE',
    ],
    ['The claim was rejected by Kyiv.', ['Kyiv', 'was rejected', 'The claim'], 'DENY'],
    [
      'The report was denied by the ministry on Monday.',
      ['the ministry', 'was denied', 'The report'],
      'DENY',
    ],
    [
      'The attack was condemned by the United Nations and the EU.',
      ['the United Nations and the EU', 'was condemned', 'The attack'],
      'CONDEMN',
    ],
    ['The plan has been praised by economists.', ['economists', 'has been praised', 'The plan'], 'SUPPORT'],
    [
      'The mayor was criticised by residents for his silence.',
      ['residents', 'was criticised', 'The mayor … for his silence'],
      'ACCUSE',
    ],
    ['Lind was urged by the council to resign.', ['the council', 'was urged', 'Lind … to resign'], 'DEMAND'],
    [
      'Officials are believed by the army to have left.',
      ['the army', 'are believed', 'Officials … to have left'],
      'BELIEVE',
    ],
    [
      'The bridge is expected by engineers to fall.',
      ['engineers', 'is expected', 'The bridge … to fall'],
      'PREDICT',
    ],
    [
      'Lind was described by friends as a quiet man.',
      ['friends', 'was described', 'Lind … as a quiet man'],
      'STATE',
    ],
    [
      'It was confirmed by the ministry that the dam had failed.',
      ['the ministry', 'was confirmed', 'that the dam had failed'],
      'CONFIRM',
    ],
    [
      'Both attacks were claimed by the Northern Front.',
      ['the Northern Front', 'were claimed', 'Both attacks'],
      'CLAIM_RESPONSIBILITY',
    ],
    [
      'Responsibility for the blast was claimed by the Northern Front.',
      ['the Northern Front', 'was claimed', 'the blast'],
      'CLAIM_RESPONSIBILITY',
    ],
    [
      'The blast, first reported by the Gazette, killed two.',
      ['the Gazette', 'first reported', 'The blast'],
      'STATE',
    ],
    ['The call, echoed by Japan, went unheard.', ['Japan', 'echoed', 'The call'], 'STATE'],
  ])('%s', (text, roles, act) => {
    expect(said(text)).toEqual([roles])
    expect(extract(text)[0]?.act).toBe(act)
  })

  test.each([
    'The ferry was hit by a wave.',
    'The road was closed by order of the mayor.',
    'The town was taken by force.',
    'The house was owned by his brother.',
  ])('who only does something says nothing: %s', (text) => {
    expect(said(text)).toEqual([])
  })
})

describe('a question may leave out whom it asks', () => {
  test.each([
    ['Asked whether the dam would hold, the mayor laughed.', ['', 'Asked', 'whether the dam would hold']],
    [
      'Asked by a pupil whether the dam would hold, the mayor laughed.',
      ['a pupil', 'Asked', 'whether the dam would hold'],
    ],
    ['Asked on Monday about the dam, the mayor laughed.', ['', 'Asked', 'about the dam']],
    ['The mayor laughed when asked about the dam.', ['', 'asked about', 'the dam']],
    ['When asked by Reuters why he left, the mayor laughed.', ['Reuters', 'asked', 'why he left']],
    ['Asked if it rained, she laughed.', ['', 'Asked', 'if it rained']],
  ])('%s', (text, roles) => {
    expect(said(text)).toEqual([roles])
    expect(extract(text)[0]).toMatchObject({ act: 'OTHER', stance: 'UNCOMMITTED' })
  })
})

test('who is named after "as reported by" reports it', () => {
  expect(said('The dam was old, as reported by Reuters.')).toEqual([
    ['Reuters', expect.stringContaining('reported'), 'The dam was old'],
  ])
})

describe('what stands around "as … noted" is what was noted', () => {
  test.each([
    ['As the mayor noted, the dam was old.', ['the mayor', 'noted', 'the dam was old']],
    ['The dam, as the mayor noted last week, was old.', ['the mayor', 'noted', 'The dam … was old']],
    ['The dam was old, as the mayor noted.', ['the mayor', 'noted', 'The dam was old']],
    ['But as Reuters first reported, the dam was old.', ['Reuters', 'first reported', 'the dam was old']],
    ['As the mayor told Reuters, the dam was old.', ['the mayor', 'told', 'the dam was old']],
  ])('%s', (text, roles) => {
    expect(said(text)).toEqual([roles])
  })
})
