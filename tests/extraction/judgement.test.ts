import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'

/** Of the outermost attribution: what somebody else is quoted for inside has a stance of its own. */
const judged = (text: string) => {
  const [a] = extract(text)
  if (!a) throw new Error(`nothing read in: ${text}`)
  return `${a.act} ${a.stance} ${a.certainty}`
}

describe('no denial affirms', () => {
  test.each([
    ['denied that the town was lost', 'DENY DENIES CERTAIN'],
    ['denied reports that the town was lost', 'DENY DENIES CERTAIN'],
    ['denied it', 'DENY DENIES CERTAIN'],
    ['denied any involvement', 'DENY_RESPONSIBILITY DENIES CERTAIN'],
    ['denied responsibility for the blast', 'DENY_RESPONSIBILITY DENIES CERTAIN'],
    ['denied saying that the town was lost', 'DENY DENIES CERTAIN'],
    ['denied having said that the town was lost', 'DENY DENIES CERTAIN'],
    ['denied knowing that the town was lost', 'DENY DENIES CERTAIN'],
    ['flatly denied the reports', 'DENY DENIES CERTAIN'],
    ['rejected claims that the town was lost', 'DENY DENIES CERTAIN'],
    ['rejected the idea that the town was lost', 'DENY DENIES CERTAIN'],
    ['disputed the account', 'DENY DENIES CERTAIN'],
    ['refuted the claim', 'DENY DENIES CERTAIN'],
    ['dismissed the claim as nonsense', 'DENY DENIES CERTAIN'],
    ['ruled out an attack', 'DENY DENIES CERTAIN'],
    ['ruled out that the town was lost', 'DENY DENIES CERTAIN'],
    ['retracted his claim that the town was lost', 'DENY DENIES CERTAIN'],
    ['walked back the claim', 'DISTANCE DENIES PROBABLE'],
    ['distanced himself from the remarks', 'DISTANCE DENIES PROBABLE'],
    ['cast doubt on the account', 'DOUBT DENIES PROBABLE'],
    ['cast doubt on claims that the town was lost', 'DOUBT DENIES PROBABLE'],
    ['expressed doubts about the plan', 'DOUBT DENIES PROBABLE'],
    ['expressed scepticism about the claim', 'DOUBT DENIES PROBABLE'],
    ['doubts that the town is safe', 'DOUBT DENIES PROBABLE'],
    ['is doubtful that the town is safe', 'DOUBT DENIES PROBABLE'],
    ['is sceptical of the plan', 'DOUBT DENIES PROBABLE'],
    ['disagreed with the plan', 'BELIEVE DENIES CERTAIN'],
    ['no longer believes that the town is safe', 'BELIEVE DENIES PROBABLE'],
    ['does not believe that the town is safe', 'BELIEVE DENIES PROBABLE'],
    ['hardly believes that the town is safe', 'BELIEVE DENIES PROBABLE'],
    ['is not convinced that the town is safe', 'BELIEVE DENIES CERTAIN'],
    ['no longer supports the plan', 'SUPPORT DENIES CERTAIN'],
    ['does not support the plan', 'SUPPORT DENIES CERTAIN'],
    ['voiced no support for the plan', 'SUPPORT DENIES CERTAIN'],
    ['opposes the plan', 'CONDEMN DENIES CERTAIN'],
    ['is opposed to the plan', 'CONDEMN DENIES CERTAIN'],
    ['does not plan to resign', 'INTEND DENIES CERTAIN'],
    ['refused to resign', 'INTEND DENIES CERTAIN'],
    ['is unwilling to resign', 'INTEND DENIES CERTAIN'],
    ['had no intention to resign', 'INTEND DENIES CERTAIN'],
    ['said that he had never fired', 'DENY DENIES CERTAIN'],
    ['said he did not fire', 'DENY DENIES CERTAIN'],
    ['appeared to deny that the town was lost', 'DENY DENIES PROBABLE'],
    ['seemed to rule out talks', 'DENY DENIES PROBABLE'],
    ['reportedly denied that the town was lost', 'DENY DENIES POSSIBLE'],
  ])('The minister %s.', (said, expected) => expect(judged(`The minister ${said}.`)).toBe(expected))

  test.each([
    ['The claim was rejected by Kyiv.', 'DENY DENIES CERTAIN'],
    ['The report was denied by the ministry.', 'DENY DENIES CERTAIN'],
    ['The report was disputed by two witnesses.', 'DENY DENIES CERTAIN'],
    ['The plan was opposed by the union.', 'CONDEMN DENIES CERTAIN'],
    ['The minister’s denial that the town was lost was noted.', 'DENY DENIES CERTAIN'],
    ['His refusal to resign was noted.', 'DENY DENIES CERTAIN'],
    ['The town was lost, despite denials from the army.', 'DENY DENIES CERTAIN'],
  ])('%s', (text, expected) => expect(judged(text)).toBe(expected))
})

describe('what is neither said nor denied is left open', () => {
  test.each([
    'did not say that the town was safe',
    'has not said whether the town was safe',
    'never said that the town was safe',
    'did not explicitly say that the town was lost',
    'would not say whether the town was safe',
    'couldn’t say whether the town was lost',
    'wouldn’t say whether the town was lost',
    'hasn’t said whether the town was lost',
    'has yet to say whether the town is safe',
    'had not confirmed that the town was safe',
    'had not confirmed the reports',
    'could not confirm the reports',
    'cannot confirm that the town was lost',
    "can't confirm that the town was lost",
    'was unable to confirm the reports',
    'has yet to confirm the reports',
    'failed to confirm that the town was safe',
    'refused to confirm the reports',
    'refused to confirm that the town was lost',
    'gave no confirmation that the town was lost',
    'did not deny that the town was safe',
    'did not deny the reports',
    'failed to deny the reports',
    'refused to deny the reports',
    'did not dispute that the town was lost',
    'did not reject the plan',
    'did not rule out an attack',
    'could not rule out an attack',
    'could not rule out that the town was attacked',
    'refused to rule out an attack',
    'neither confirmed nor denied the reports',
    'would neither confirm nor deny that the town was lost',
    'has not confirmed or denied the reports',
    'never confirmed or denied that the town was lost',
    'declined to confirm or deny the reports',
    'did not appear to deny that the town was lost',
    'does not doubt that the town is safe',
    'voiced no doubt that the town is safe',
    'did not oppose the plan',
    'is not opposed to the plan',
    'was not sceptical of the plan',
    'did not condemn the attack',
    'did not accuse Russia of the raid',
    'did not claim responsibility for the blast',
    'did not promise to help',
    'did not threaten to leave',
    'did not predict that the town would fall',
    'made no claim that the town was lost',
    'does not know whether the town is safe',
    'did not know that the town was lost',
    'is not sure that the town is safe',
    'is unsure that the town is safe',
    'declined to comment on the raid',
    'refused to say whether the town was safe',
    'wondered whether the town was safe',
    'questioned whether the town was safe',
  ])('The minister %s.', (said) => expect(judged(`The minister ${said}.`)).toMatch(/ UNCOMMITTED /))

  test.each([
    'The report was not confirmed by the ministry.',
    'Russia was not accused of shelling the town.',
  ])('%s', (text) => expect(judged(text)).toMatch(/ UNCOMMITTED /))
})

describe('no affirmation denies', () => {
  test.each([
    ['said that the town was safe', 'STATE AFFIRMS CERTAIN'],
    ['insisted the town was not lost', 'STATE AFFIRMS CERTAIN'],
    ['allegedly said that the town was safe', 'STATE AFFIRMS POSSIBLE'],
    ['confirmed the reports', 'CONFIRM AFFIRMS CERTAIN'],
    ['appeared to confirm the reports', 'CONFIRM AFFIRMS PROBABLE'],
    ['has no doubt that the town is safe', 'BELIEVE AFFIRMS CERTAIN'],
    ['accused Russia of shelling the town', 'ACCUSE AFFIRMS CERTAIN'],
    ['condemned the strike', 'CONDEMN AFFIRMS CERTAIN'],
    ['believes that the town is safe', 'BELIEVE AFFIRMS PROBABLE'],
    ['predicted that the town would fall', 'PREDICT AFFIRMS PROBABLE'],
  ])('The minister %s.', (said, expected) => expect(judged(`The minister ${said}.`)).toBe(expected))

  test.each([
    ['Russia was accused by Ukraine of shelling the town.', 'ACCUSE AFFIRMS CERTAIN'],
    ['The strike was condemned by France and Germany.', 'CONDEMN AFFIRMS CERTAIN'],
    ['The plan was announced by the ministry on Monday.', 'STATE AFFIRMS CERTAIN'],
    ['The mayor must have known that the town was lost.', 'BELIEVE AFFIRMS PROBABLE'],
    ['There is no doubt that the town is safe, the minister said.', 'STATE AFFIRMS CERTAIN'],
  ])('%s', (text, expected) => expect(judged(text)).toBe(expected))
})
