import { count } from '../../table.ts'
import { type Contender, peers } from '../contenders.ts'
import type { Report } from '../main.ts'
import type { Failed, Race } from '../measure/contest.ts'
import type { Measured } from '../measure/race.ts'
import { digits, mebibytes } from './figures.ts'

/** What is to be reached, what was, and whether that does. */
export interface Target {
  readonly what: string
  readonly due: string
  readonly reached: string
  readonly isMet: boolean
}

/** Of the limit's requests a second. */
const ofLimit: Readonly<Record<string, number>> = { Q1: 0.55, Q2: 0.65, Q3: 0.85 }
/** So many times the requests of the fastest peer, where it is not 1.3: a matrix and a way are questions to the whole graph. */
const ofPeers: Readonly<Record<string, number>> = { Q3: 1, Matrix: 3, Way: 3 }

/** Nothing of what could not be measured. */
export const measuredOf = <T>(all: readonly T[] | Failed): readonly T[] => ('failed' in all ? [] : all)

export const targetsOf = ({ contest, growth }: Report): Target[] => [
  ...contest.races.flatMap(beside),
  ...contest.races.flatMap(onDatabase),
  ...contest.races.flatMap(({ question, shown: { hearsay } }) =>
    hearsay
      ? [atMost(`${question}: p99 under 16 connections, of p50`, 4, hearsay.p99.median / hearsay.p50.median)]
      : [],
  ),
  ...measuredOf(contest.beside).map(({ heavy, ratio }) =>
    atMost(`Q3's p99 beside ${heavy}, of idle`, 5, ratio.median),
  ),
  ...growth.filter(({ name }) => !peers.includes(name)).flatMap(ofGrowth),
  ...(contest.memory.hearsay ? [memory(contest.memory.hearsay.own)] : []),
]

/** Of the questions whose answers are no larger on a larger graph. */
const ofGrowth = ({ name, measured }: Report['growth'][number]): Target[] =>
  measuredOf(measured)
    .filter(({ question }) => ofLimit[question])
    .map(({ question, steps, ratio }) =>
      atMost(
        `${question}, ${name}: processor time from ${count(steps[0]?.size ?? 0)} to ${count(steps.at(-1)?.size ?? 0)} statements`,
        1.3,
        ratio,
      ),
    )

function beside({ question, shown }: Race): Target[] {
  const { hearsay, limit } = shown
  if (!hearsay) return []
  const least = ofLimit[question]
  const fastest = fastestPeer(shown)
  return [
    ...(limit && least
      ? [atLeast(`${question}: of the limit`, least, perSecond(hearsay) / perSecond(limit))]
      : []),
    ...(fastest
      ? [
          atLeast(
            `${question}: of the fastest peer, ${fastest[0]}`,
            ofPeers[question] ?? 1.3,
            perSecond(hearsay) / perSecond(fastest[1]),
          ),
        ]
      : []),
  ]
}

/** Of PostGraphile's on the same database, which asks it what each level of a document needs as well. */
const ofPostGraphile: Readonly<Record<string, number>> = {
  Q1: 2,
  Q2: 2,
  Q3: 1,
  Contested: 5,
  Positions: 5,
  Matrix: 5,
  Way: 5,
}

function onDatabase({ question, shown }: Race): Target[] {
  const { 'hearsay-postgres': ours, postgraphile: theirs } = shown
  const due = ofPostGraphile[question]
  if (!ours || !theirs || !due) return []
  return [atLeast(`${question} on PostgreSQL: of PostGraphile`, due, perSecond(ours) / perSecond(theirs))]
}

const perSecond = (measured: Measured): number => measured.perSecond.median

function fastestPeer(shown: Race['shown']): [Contender, Measured] | undefined {
  const took = peers.flatMap((name): [Contender, Measured][] => (shown[name] ? [[name, shown[name]]] : []))
  return took.sort(([, a], [, b]) => perSecond(b) - perSecond(a))[0]
}

const atLeast = (what: string, due: number, reached: number): Target => ({
  what,
  due: `≥ ${due} ×`,
  reached: `${digits(reached)} ×`,
  isMet: reached >= due,
})

const atMost = (what: string, due: number, reached: number): Target => ({
  what,
  due: `≤ ${due} ×`,
  reached: `${digits(reached)} ×`,
  isMet: reached <= due,
})

const memory = (bytes: number): Target => ({
  what: "Hearsay's own memory after the load",
  due: '≤ 300 MiB',
  reached: `${mebibytes(bytes)} MiB`,
  isMet: bytes <= 300 * 2 ** 20,
})
