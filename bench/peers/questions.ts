import type { Database } from 'better-sqlite3'
import { busiest, DIFFERENT, type Question, questions } from '../question.ts'
import { vocabulary } from '../synthetic/words.ts'

/** What all contenders are asked: the design's three questions, a search, and four about how things hang together. */
export const eightQuestions = (db: Database): Question[] => [
  ...questions(db),
  { name: 'Search', query: search, variables: words(db) },
  { name: 'Contested', query: contestedClaims, variables: events(db) },
  { name: 'Positions', query: positionsOfActor, variables: busiest(db, 'SPEAKER', 'actor') },
  { name: 'Matrix', query: matrixOfEvent, variables: events(db) },
  { name: 'Way', query: wayBetween, variables: pairs(db) },
]

const search = /* GraphQL */ `query Search($text: String!) {
  search(text: $text, first: 20) {
    nodes { node { id ... on Statement { text } ... on Claim { text } ... on Source { title } ... on Entity { name } } }
  }
}`

const contestedClaims = /* GraphQL */ `query Contested($id: ID!) {
  event(id: $id) {
    id name
    claims(filter: { standing: [CONTESTED] }, first: 10) {
      totalCount
      nodes { id text standing positions { actor { id name } stance certainty } }
    }
  }
}`

const positionsOfActor = /* GraphQL */ `query Positions($id: ID!) {
  actor(id: $id) {
    id name
    positions(first: 50) {
      totalCount
      nodes { claim { id text standing statementCount speakerCount } stance certainty changed }
    }
  }
}`

const matrixOfEvent = /* GraphQL */ `query Matrix($id: ID!) {
  matrix(filter: { event: [$id] }, first: 100) { actor { id name } entity { id name } statements }
}`

const wayBetween = /* GraphQL */ `query Way($from: ID!, $to: ID!) {
  paths(from: $from, to: $to, through: [SPEAKS_ABOUT, AFFILIATED], maxLength: 4, first: 1) {
    length
    nodes { id name }
  }
}`

/** The commonest words that are asked for stand in every hundredth statement, the rarest in a single one. */
const COMMONEST = 100

/** Words that stand somewhere. */
function words(db: Database): { text: string }[] {
  const isThere = db.prepare('select 1 from statement_text where statement_text match ?').pluck()
  const all = vocabulary().filter((word, rank) => rank >= COMMONEST && isThere.get(`"${word}"`) === 1)
  return evenly(all, COMMONEST).map((text) => ({ text }))
}

/** So many events are taken one by one before some are passed over. */
const BUSIEST = 10

/** Events, from the one on which most is said. */
function events(db: Database): { id: string }[] {
  const all = db
    .prepare<[], number>(`select value from tally where facet = 'EVENT' order by statements desc, value`)
    .pluck()
    .all()
  return evenly(all, BUSIEST).map((id) => ({ id: `event_${id}` }))
}

/** As many as are asked for, from the first to the last, evenly by the logarithm of their ranks, of which the first is given. */
function evenly<T>(all: readonly T[], firstRank: number): T[] {
  const times = (all.length + firstRank) / firstRank
  const taken = Array.from({ length: DIFFERENT }, (_, nth) => firstRank * (times ** (nth / DIFFERENT) - 1))
  return taken.map((rank) => all[Math.floor(rank)] as T)
}

/** Actors of whom little is said: those of whom much is are tied to nearly everybody. */
function pairs(db: Database): { from: string; to: string }[] {
  const actors = db
    .prepare('select id from actor where statement_count > 0 order by statement_count, id limit ?')
    .pluck()
    .all(DIFFERENT * 8) as number[]
  const actor = (nth: number) => `actor_${actors[nth % actors.length]}`
  return Array.from({ length: DIFFERENT }, (_, nth) => ({ from: actor(nth * 7), to: actor(nth * 7 + 3) }))
}
