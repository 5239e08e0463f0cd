import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A dossier with so many statements, and reports with a fifth of them; their files. */
export function writeMaterial(
  folder: string,
  statements: number,
): { readonly dossier: string; readonly reports: string } {
  const [dossier, reports] = [join(folder, 'dossier.json'), join(folder, 'reports.jsonl')]
  writeFileSync(dossier, JSON.stringify(dossierOf(statements)))
  writeFileSync(reports, Array.from({ length: statements / 100 }, (_, id) => reportOf(id)).join('\n'))
  return { dossier, reports }
}

const dossierOf = (count: number) => ({
  hearsay: 1,
  actors: [
    { slug: 'russia', name: 'Russia', type: 'STATE' },
    { slug: 'ukraine', name: 'Ukraine', type: 'STATE' },
  ],
  sources: [{ slug: 'wire', title: 'The wire', kind: 'POST' }],
  claims: Array.from({ length: 50 }, (_, index) => ({
    slug: `claim-${index}`,
    text: `Bridge ${index} was closed.`,
    kind: 'OTHER',
  })),
  statements: Array.from({ length: count }, (_, index) => ({
    slug: `said-${index}`,
    source: 'wire',
    speaker: index % 2 === 0 ? 'russia' : 'ukraine',
    text: `Bridge ${index % 50} was closed, for the time ${index}.`,
    quoteType: 'DIRECT',
    act: 'STATE',
    claim: `claim-${index % 50}`,
    stance: index % 3 === 0 ? 'DENIES' : 'AFFIRMS',
    certainty: 'CERTAIN',
    saidAt: `2023-0${(index % 9) + 1}`,
  })),
})

const reportOf = (id: number): string =>
  JSON.stringify({
    id: `report-${id}`,
    text: Array.from(
      { length: 20 },
      (_, index) => `The mayor of town ${id} said that road ${index} of ${id} was closed. It rained.`,
    ).join('\n'),
  })
