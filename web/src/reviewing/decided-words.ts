import { counted, plain } from '../kit/words.ts'
import type { ReviewedStatement } from './review-query.ts'

type DecidedStatement = Pick<ReviewedStatement, 'review' | 'claim'>

/** What was just decided, and what it comes to for the claim: “Accepted. Its claim is contested now: 4 statements by 3 speakers.” */
export function decidedWords(statements: readonly DecidedStatement[]): string {
  const [one, ...others] = statements
  if (!one) return ''
  if (others.length > 0) return `${counted(statements.length, 'proposal')} ${plain(one.review)}.`
  const verdict = one.review === 'ACCEPTED' ? 'Accepted' : 'Rejected'
  return one.claim ? `${verdict}. Its claim is ${claimWords(one.claim)}.` : `${verdict}.`
}

type CountedClaim = Pick<
  NonNullable<ReviewedStatement['claim']>,
  'standing' | 'statementCount' | 'speakerCount'
>

/** How a claim stands, and what that rests on. */
export const claimWords = ({ standing, statementCount, speakerCount }: CountedClaim): string =>
  `${plain(standing)} now: ${counted(statementCount, 'statement')} by ${counted(speakerCount, 'speaker')}`
