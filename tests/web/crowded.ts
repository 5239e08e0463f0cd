import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder } from '../graph.ts'

const DAYS = 400
const HOUR = 3_600_000

/** When the nth of them was said: one every other day and some hours, from 2021 on. */
const saidAt = (index: number): string =>
  `${new Date(Date.UTC(2021, 0, 1) + index * 53 * HOUR).toISOString().slice(0, 19)}Z`

/** A dossier with more statements than a timeline shows one by one; returns its file. */
export function crowdedDossier(): string {
  const dossier = {
    hearsay: 1,
    actors: [
      { slug: 'herald', name: 'Herald', type: 'PERSON' },
      { slug: 'court', name: 'Court', type: 'ORGANIZATION', kind: 'GOVERNMENT_BODY' },
    ],
    events: Array.from({ length: 6 }, (_, index) => ({
      slug: `feast-${index}`,
      name: `Feast ${index}`,
      type: 'OTHER',
      ...(index < 5 && { when: `202${index}-0${index + 1}` }),
    })),
    sources: [{ slug: 'chronicle', kind: 'REPORT', title: 'Chronicle' }],
    statements: Array.from({ length: DAYS }, (_, index) => ({
      slug: `proclamation-${index}`,
      source: 'chronicle',
      speaker: 'herald',
      text: `Proclamation ${index}`,
      quoteType: 'INDIRECT',
      act: 'STATE',
      about: ['court'],
      ...(index % 10 > 0 && { saidAt: saidAt(index) }),
    })),
  }
  const path = join(folder(), 'crowded.json')
  writeFileSync(path, JSON.stringify(dossier))
  return path
}
