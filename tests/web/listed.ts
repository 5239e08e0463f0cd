import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder } from '../graph.ts'

const NOUNS = 70
const nth = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)
const TYPES = ['STATE', 'ORGANIZATION', 'ARMED_GROUP', 'MEDIA_OUTLET', 'PERSON']
const VERDICTS = ['VERIFIED', 'PARTLY_VERIFIED', 'UNVERIFIED', 'DISPUTED', 'REFUTED']

/** A date under a field's name; every fifth has none. */
const dated = (field: string, index: number) =>
  index % 5 === 4 ? {} : { [field]: `20${10 + (index % 12)}-0${1 + (index % 9)}-1${index % 10}` }

/** A dossier with more of every noun than a list shows at first, in which every filter of every list keeps something. */
export function listedDossier(): string {
  const dossier = {
    hearsay: 1,
    actors: upTo(NOUNS).map((index) => ({
      slug: `actor-${index}`,
      name: `${nth(['Anna', 'Bertil', 'Cecilia'], index)} ${index}`,
      type: nth(TYPES, index),
      ...(nth(TYPES, index) === 'ORGANIZATION' && { kind: nth(['MILITARY', 'COMPANY', 'OTHER'], index) }),
      ...(index > 0 &&
        index < 20 && {
          affiliations: [{ organization: 'actor-0', role: nth(['MEMBER', 'SPOKESPERSON', 'LEADER'], index) }],
        }),
    })),
    places: upTo(NOUNS)
      .map((index) => ({
        slug: `place-${index}`,
        name: `Village ${index}`,
        precision: nth(['EXACT', 'LOCALITY', 'REGION', 'COUNTRY', 'VICINITY'], index),
        ...(index > 0 && { partOf: index % 3 === 0 ? 'place-0' : 'place-1' }),
      }))
      .map((place) => (place.slug === 'place-1' ? { ...place, partOf: 'place-0' } : place)),
    events: upTo(NOUNS).map((index) => ({
      slug: `event-${index}`,
      name: `${nth(['Flood', 'Fair'], index)} ${index}`,
      type: nth(['AID', 'OTHER', 'PROTEST'], index),
      place: `place-${index % 4}`,
      participants: [{ actor: `actor-${index % 6}`, role: nth(['PARTY', 'TARGET', 'INITIATOR'], index) }],
      ...dated('when', index),
    })),
    sources: upTo(NOUNS).map((index) => ({
      slug: `source-${index}`,
      title: `${nth(['Ledger', 'Diary'], index)} ${index}`,
      kind: nth(['ARTICLE', 'POST', 'REPORT'], index),
      publisher: `actor-${index % 4}`,
      ...dated('publishedAt', index),
    })),
    claims: upTo(NOUNS).map((index) => ({
      slug: `claim-${index}`,
      text: `Claim ${index}.`,
      kind: 'CASUALTIES',
      event: `event-${index % 3}`,
      figure: {
        low: index,
        ...(index % 2 === 0 && { high: index + 5 }),
        unit: nth(['people', 'houses'], index),
      },
    })),
    statements: upTo(NOUNS).map((index) => ({
      slug: `statement-${index}`,
      source: `source-${index}`,
      speaker: `actor-${(index % 3) + 1}`,
      ...(index % 3 === 0 && { onBehalfOf: 'actor-0' }),
      ...(index % 4 === 0 && { addressee: 'actor-3' }),
      text: `Statement ${index}`,
      quoteType: 'INDIRECT',
      act: 'STATE',
      about: [`actor-${(index % 5) + 4}`],
      claim: `claim-${index}`,
      stance: nth(['AFFIRMS', 'DENIES', 'UNCOMMITTED'], index),
      certainty: nth(['CERTAIN', 'PROBABLE'], index >> 1),
      ...dated('saidAt', index),
    })),
    assessments: upTo(NOUNS - 10).flatMap((index) => [
      {
        slug: `assessment-${index}`,
        claim: `claim-${index}`,
        assessor: `actor-${(index % 2) + 5}`,
        verdict: nth(VERDICTS, index),
        ...(index % 3 === 0 && { credibility: nth(['ONE', 'FOUR'], index) }),
        ...dated('date', index),
      },
    ]),
  }
  const path = join(folder(), 'listed.json')
  writeFileSync(path, JSON.stringify(dossier))
  return path
}
