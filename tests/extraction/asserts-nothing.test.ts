import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'

const nothing = (text: string) => expect(extract(text)).toEqual([])

describe('what asserts nothing is no attribution', () => {
  test.each([
    'No group',
    'No official',
    'No one',
    'No one from the ministry',
    'Nobody',
    'Nobody in the town',
    'None of the groups',
    'Neither side',
    'Neither of the two ministers',
    'Neither of them',
    'None of the two',
    'Neither the army nor the rebels',
    'Few',
    'Few officials',
    'Hardly anyone',
    'Not a single witness',
    'Not everyone',
    'Almost nobody',
  ])('what nobody says: %s', (subject) => {
    nothing(`${subject} claimed responsibility for the blast.`)
    nothing(`${subject} has claimed responsibility for the blast.`)
    nothing(`${subject} said that the town was safe.`)
    nothing(`${subject} confirmed that the town was safe.`)
    nothing(`${subject} said that the ministry had denied the attack.`)
  })

  test.each(['A few officials', 'Some', 'No fewer than four officials', 'Almost everyone'])(
    'but this is somebody: %s',
    (subject) => expect(extract(`${subject} said that the town was safe.`)).toHaveLength(1),
  )

  test.each([
    'If the president says that the town is safe, people will stay.',
    'Unless the minister says that the town is safe, people will leave.',
    'People will stay if the minister says that the town is safe.',
    'If she ever confirms the reports, they will leave.',
    'Whether the minister said that the town was safe is not known.',
    'It is not clear whether the minister said that the town was safe.',
    'It was unclear if the minister said that the town was safe.',
    'In case the minister says that the town is safe, people will stay.',
    'As if the minister had said that the town was safe, people stayed.',
    'It remains to be seen whether the minister will say that the town is safe.',
    'I wish the minister had said that the town was safe.',
    'It is not true that the minister said that the town was safe.',
    'It is unlikely that the minister said that the town was safe.',
    'Had the minister said that the town was safe, people would have stayed.',
  ])('what is supposed: %s', nothing)

  test.each([
    'Did the minister say that the town was safe?',
    'Has the ministry confirmed that the town was safe?',
    'Does the mayor believe that the town is safe?',
    'Why did the minister say that the town was safe?',
    'When will the ministry announce that the town is safe?',
    'But did the rebels claim responsibility for the blast?',
  ])('what is asked: %s', nothing)

  test.each([
    'The minister should have said that the town was safe.',
    'The minister could have said that the town was safe.',
    'The minister might have said that the town was safe.',
    'The minister would have said that the town was safe.',
    'The minister would say that the town was safe if he could.',
    'The minister should say that the town is safe.',
    'The minister must say that the town is safe.',
    'The minister could say that the town is safe.',
    'The minister may say that the town is safe.',
    'The minister might say on Friday that the town is safe.',
    'The minister almost said that the town was lost.',
    'The minister was about to say that the town was lost.',
  ])('what did not happen, or may not: %s', nothing)

  test.each([
    'Say what you like about the town.',
    'Tell them that the town is safe.',
    'Let us say that the town is safe.',
    'People who say that the town is safe are wrong.',
    'Anyone who says that the town is safe is wrong.',
    'Whoever says that the town is safe is wrong.',
    'The minister stopped short of saying that the town was safe.',
    'The minister stopped short of accusing the rebels.',
    'The minister avoided saying that the town was safe.',
    'Without saying that the town was safe, the minister left.',
    'The ministry left without confirming or denying the reports.',
    'There was no confirmation from the army that the town had fallen.',
    'Without any confirmation from the army that the town had fallen, people fled.',
    'There was no claim of responsibility.',
  ])('what is ordered, generic or left out: %s', nothing)
})

describe('what is said of something unsaid is one attribution, and opens nothing within', () => {
  test.each([
    ['The minister refused to say whether the town was safe.', 'UNCOMMITTED'],
    ['The paper asked whether the minister had said that the town was safe.', 'UNCOMMITTED'],
    ['The minister declined to confirm or deny the reports.', 'UNCOMMITTED'],
    ['The minister did not say that the mayor had denied the reports.', 'UNCOMMITTED'],
    ['Kyiv denied that it had said that the bridge was safe.', 'DENIES'],
    ['Kyiv denied that the mayor had confirmed the reports.', 'DENIES'],
    ['Kyiv denied saying that the bridge was safe.', 'DENIES'],
  ])('%s', (text, stance) => expect(extract(text).map((a) => a.stance)).toEqual([stance]))

  test('but a claim that is dismissed was made', () => {
    expect(extract('He dismissed her claim that the town was lost.').map((a) => a.stance)).toEqual([
      'DENIES',
      'AFFIRMS',
    ])
  })
})

test.each([
  'I must say that the town is safe.',
  'We would say that the town is safe.',
  'The minister will say on Friday that the town is safe.',
  'The minister would later say that the town was safe.',
])('what is said in so many words, or will be, is asserted: %s', (text) =>
  expect(extract(text)).toHaveLength(1),
)
