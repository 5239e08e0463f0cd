import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { parseEdtf } from '../src/values/date.ts'
import { folder } from './graph.ts'
import { type Answer, upTo, type World, worlds } from './graph-fixture.ts'

/** A dossier as it is written, of which only what has a time is looked at. */
type Item = Record<string, Answer>
export type Dossier = Record<string, Answer> & { readonly statements: readonly Item[] }

export const dossierIn = (file: string): Dossier => parse(readFileSync(file, 'utf8'))

const endOf = (date: string | undefined): number | null =>
  (date ? parseEdtf(String(date))?.latest : null) ?? null
const beginsLater = (date: string | undefined, end: number): boolean =>
  ((date ? parseEdtf(String(date))?.earliest : null) ?? end) > end

/** What of a dossier there is without all that was not yet known by the end of a day. */
export function knownBy(dossier: Dossier, day: string): Dossier {
  const end = endOf(day) as number
  const published = new Map<string, number | null>(
    (dossier.sources ?? []).map(({ slug, publishedAt }: Item) => [slug, endOf(publishedAt)]),
  )
  const isKnown = ({ saidAt, source }: Item) =>
    Math.min(endOf(saidAt) ?? Infinity, published.get(source) ?? Infinity) <= end
  const statements = dossier.statements.filter(isKnown)
  const kept = new Set(statements.map(({ slug }) => slug))
  return {
    ...dossier,
    actors: (dossier.actors ?? []).map((actor: Item) => ({
      ...actor,
      affiliations: (actor.affiliations ?? []).filter(({ from }: Item) => !beginsLater(from, end)),
    })),
    events: (dossier.events ?? []).map(({ participants = [], ...event }: Item) => ({
      ...event,
      participants: beginsLater(event.when, end) ? [] : participants,
    })),
    statements: statements.map(({ via, ...said }) => (kept.has(via) ? { ...said, via } : said)),
    assessments: (dossier.assessments ?? []).filter(({ date }: Item) => (endOf(date) ?? Infinity) <= end),
  }
}

/** Makes graphs of dossiers that a test has at hand. */
export function dossierWorlds() {
  const { of } = worlds()
  const path = folder()
  let made = 0
  return (dossier: Dossier): World => {
    const file = join(path, `${++made}.json`)
    writeFileSync(file, JSON.stringify(dossier))
    return of(file)
  }
}

const words = ['AFFIRMS', 'AFFIRMS', 'DENIES', 'UNCOMMITTED', undefined]
const certainties = ['CERTAIN', 'PROBABLE', 'POSSIBLE']
const roles = ['INITIATOR', 'PARTY', 'TARGET', 'AFFECTED']

/** A dossier in which everything that has a time has one now and then, from 2021 to 2023. */
export function randomDossier(random: () => number, size: number): Dossier {
  const below = (most: number) => Math.floor(random() * most)
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const day = () => new Date(Date.UTC(2021, 0, 1 + below(1000))).toISOString().slice(0, 10)
  /** Exact, a month, a year, open, or none. */
  const date = () =>
    one([day(), day(), day(), day().slice(0, 7), day().slice(0, 4), `${day()}/..`, undefined])
  const slug = (kind: string, count = size) => `${kind}-${below(count)}`
  const some = <T>(share: number, value: () => T): T | undefined => (random() < share ? value() : undefined)
  return {
    hearsay: 1,
    language: 'en',
    places: upTo(size).map((index) => ({
      slug: `place-${index}`,
      name: `Place ${index}`,
      precision: 'REGION',
    })),
    actors: upTo(size).map((index) => ({
      slug: `actor-${index}`,
      name: `Actor ${index}`,
      type: 'PERSON',
      affiliations:
        index === 0 ? [] : [{ organization: `actor-${below(index)}`, role: 'MEMBER', from: some(0.6, date) }],
    })),
    events: upTo(size).map((index) => ({
      slug: `event-${index}`,
      name: `Event ${index}`,
      type: 'ASSAULT',
      when: date(),
      participants: [...new Set(upTo(3).map(() => slug('actor')))].map((actor) => ({
        actor,
        role: one(roles),
      })),
    })),
    sources: upTo(size).map((index) => ({
      slug: `source-${index}`,
      title: `Source ${index}`,
      kind: 'ARTICLE',
      publisher: slug('actor'),
      publishedAt: date(),
    })),
    claims: upTo(size * 2).map((index) => ({
      slug: `claim-${index}`,
      text: `Claim ${index}.`,
      kind: 'OTHER',
      event: some(0.7, () => slug('event')),
      relations: index === 0 ? [] : [{ type: one(['CONTRADICTS', 'SUPPORTS']), to: `claim-${below(index)}` }],
    })),
    statements: upTo(size * 14).map((index) => {
      const [stance, speaker, other] = [one(words), slug('actor'), slug('actor')]
      return {
        slug: `statement-${index}`,
        source: slug('source'),
        speaker,
        onBehalfOf: other === speaker ? undefined : some(0.3, () => other),
        addressee: some(0.3, () => slug('actor')),
        text: `Statement ${index}.`,
        quoteType: 'INDIRECT',
        act: 'STATE',
        ...(stance && { claim: slug('claim', size * 2), stance, certainty: one(certainties) }),
        about: [...new Set([slug('actor'), slug('event'), slug('place')])],
        saidAt: date(),
        via: index === 0 ? undefined : some(0.3, () => slug('statement', index)),
      }
    }),
    assessments: upTo(size).map((index) => ({
      slug: `assessment-${index}`,
      claim: slug('claim', size * 2),
      assessor: slug('actor'),
      verdict: one(['VERIFIED', 'DISPUTED', 'REFUTED']),
      date: date(),
    })),
  }
}

/**
 * The same document asked of the whole graph as of a day, and of a graph that never got to know more: `AS_OF` stands where
 * the argument or the filter's field goes.
 */
export function both(whole: World, then: World, document: string, day: string): readonly [Answer, Answer] {
  const past = document.replaceAll('AS_OF', `asOf: "${day}"`)
  const present = document.replaceAll('AS_OF', '').replaceAll(/\(\s*\)/g, '')
  return [whole.ask(past), then.ask(present)]
}
