import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { desk, type Row, statements } from './reading.ts'

/** A real report, which is no part of the project: its facts may be used, its sentences not. */
const article = new URL('../../../shared/data/article/belgorod.txt', import.meta.url).pathname
const seed = new URL('../../seed/belgorod.yaml', import.meta.url).pathname

/**
 * What the report attributes, coded by hand: where it stands, whose position it is, and on which side. A body's position
 * is its state's, and "Kyiv" and "Moscow" are the states'.
 */
const attributed: readonly [start: number, end: number, whose: readonly string[], stance: string][] = [
  [67, 97, ['united-states'], 'DENIES'],
  [128, 253, ['russia'], 'AFFIRMS'],
  [128, 152, ['united-states'], 'DENIES'],
  [557, 619, ['united-states'], 'DENIES'],
  [670, 770, ['united-states'], 'AFFIRMS'],
  [780, 858, ['united-states'], 'DENIES'],
  [860, 918, ['united-states'], 'AFFIRMS'],
  [1060, 1092, ['russia'], 'AFFIRMS'],
  [1108, 1136, ['russia'], 'AFFIRMS'],
  [1253, 1266, ['russian-volunteer-corps', 'liberty-of-russia-legion'], 'AFFIRMS'],
  [1280, 1295, ['ukraine'], 'DENIES'],
  [1368, 1420, ['russia'], 'AFFIRMS'],
  // Which of the two groups, the report does not say: it is the report's own, and neither of them.
  [1552, 1681, ['one-of-the-paramilitary-groups-belgorod'], 'AFFIRMS'],
  [1718, 1805, ['vyacheslav-gladkov'], 'AFFIRMS'],
  [1859, 1898, ['vyacheslav-gladkov'], 'AFFIRMS'],
  [1950, 1991, ['vyacheslav-gladkov'], 'AFFIRMS'],
  [2012, 2053, ['vyacheslav-gladkov'], 'AFFIRMS'],
  [2093, 2154, ['bbc'], 'AFFIRMS'],
  [2351, 2378, ['russia'], 'AFFIRMS'],
  [2391, 2487, ['russia'], 'AFFIRMS'],
  [2637, 2683, ['russia'], 'AFFIRMS'],
  [2685, 2692, ['ukraine'], 'DENIES'],
  [2731, 2894, ['russia'], 'AFFIRMS'],
  [2940, 3039, ['ukraine'], 'AFFIRMS'],
  [3126, 3145, ['russian-volunteer-corps', 'liberty-of-russia-legion'], 'AFFIRMS'],
  [3173, 3369, ['russian-volunteer-corps', 'liberty-of-russia-legion'], 'AFFIRMS'],
  [3442, 3475, ['nato'], 'AFFIRMS'],
  // Kyiv's denial; what is denied is only named in the words around it.
  [4214, 4300, ['ukraine'], 'DENIES'],
  [4371, 4456, ['russia'], 'AFFIRMS'],
  [4598, 4649, ['russia'], 'AFFIRMS'],
]

/** The seed's actors, places, events and claims, and none of its statements. */
function seedWithoutStatements(): string {
  const { sources: _, statements: __, assessments: ___, ...rest } = parse(readFileSync(seed, 'utf8'))
  return stringify(rest)
}

const isHere = existsSync(article)
if (!isHere) console.warn(`SKIPPED: the article is not at ${article}; nothing is known of reading it.`)

describe.skipIf(!isHere)('the article', async () => {
  const text = isHere ? readFileSync(article, 'utf8') : ''
  const { read, rows } = desk(isHere ? seedWithoutStatements() : undefined)
  if (isHere) await read(article, { published: '2023-05-24', publisher: 'news-update', language: 'en' })
  const proposed = isHere ? rows(statements) : []

  const whose = ({ speaker, behalf }: Row): string => behalf ?? speaker
  /** What was coded and lies over the words of a proposal, and whose it is. */
  const codedFor = (row: Row) =>
    attributed.filter(
      ([start, end, owners]) => start < row.end && row.start < end && owners.includes(whose(row)),
    )

  it('has at least twenty of its attributed statements proposed, to the character and to the speaker', () => {
    const found = attributed.filter(([start, end, owners]) => {
      const there = proposed.filter((row) => row.start === start && row.end === end).map(whose)
      return owners.every((owner) => there.includes(owner))
    })
    console.info(`${found.length} of ${attributed.length} coded attributions are proposed`)
    expect(found.length).toBeGreaterThanOrEqual(20)
  })

  it('has at least 85% of its proposed speakers right', () => {
    const right = proposed.filter((row) => codedFor(row).length > 0)
    console.info(`${right.length} of ${proposed.length} proposed speakers are right`)
    expect(right.length / proposed.length).toBeGreaterThanOrEqual(0.85)
  })

  it('has no span that is off by a character', () => {
    for (const { start, end, exact } of proposed) expect(text.slice(start, end)).toBe(exact)
    expect(rows('select text from source')).toEqual([{ text }])
  })

  it('has no denial turned into an affirmation', () => {
    for (const [start, end, owners, stance] of attributed) {
      const there = proposed.filter(
        (row) => row.start === start && row.end === end && owners.includes(whose(row)),
      )
      for (const row of there) expect([start, row.stance]).toEqual([start, stance])
    }
    const denied = proposed.filter(({ cue }) => /\b(?:den(?:y|ies|ied|ials?)|disputes|skeptical)\b/.test(cue))
    expect(denied.map(({ stance }) => stance)).toEqual(denied.map(() => 'DENIES'))
  })

  it('takes both sides of no claim for the same speaker', () => {
    const sides = new Map<string, Set<string>>()
    for (const row of proposed.filter(({ claim }) => claim)) {
      const key = `${whose(row)} ${row.claim}`
      sides.set(key, new Set([...(sides.get(key) ?? []), row.stance]))
    }
    expect([...sides].filter(([, taken]) => taken.size > 1)).toEqual([])
  })

  it('is dated where it says when, and nowhere else', () => {
    const dated = proposed.filter(({ saidAt }) => saidAt).map(({ start, saidAt }) => [start, saidAt])
    expect(dated).toEqual([
      [860, '2023-05-23'],
      [1368, '2023-05-22'],
      [1859, '2023-05-23'],
    ])
  })
})
