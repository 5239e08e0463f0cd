import { z } from 'zod'
import { citedSource, citeSource, sourceData, sourceLine } from './cited-source.ts'
import { nameAndSlug, namedClaim, namedNode } from './named.ts'
import { cutText, pageLink } from './quoted-text.ts'

/** So many assessments and relations of a claim are told. */
const MOST = 20

const assessment = z.object({
  id: z.string(),
  verdict: z.string(),
  date: z.string().nullable(),
  method: z.string().nullable(),
  assessor: namedNode,
  evidence: sourceData.nullable(),
})

/** A claim as the API gives it by `ClaimHead`. */
export const claimData = namedClaim.extend({
  kind: z.string(),
  standing: z.string(),
  statementCount: z.int(),
  sourceCount: z.int(),
  assessments: z.array(assessment),
  relations: z.array(z.object({ type: z.string(), from: namedClaim, to: namedClaim })),
})

/** A claim, how it stands, what was concluded of it, and which claims bear on it. */
export const claimHead = claimData.extend({
  standing: z
    .string()
    .describe('ASSERTED, DENIED, CONTESTED or OPEN, by who says what. It does not say what is true.'),
  assessments: z.array(assessment.extend({ evidence: citedSource.nullable() })),
  link: z.string().nullable().describe('Its page here.'),
})
export type ClaimHead = z.output<typeof claimHead>

/** Needs the fragments of `statementFields`, and the variable `$asOf`. */
export const claimFields = `
  fragment ClaimHead on Claim {
    ...NamedClaim
    kind
    standing(asOf: $asOf)
    statementCount(asOf: $asOf)
    sourceCount(asOf: $asOf)
    assessments(asOf: $asOf) { id verdict date method assessor { ...NamedEntity } evidence { ...CitedSource } }
    relations { type from { ...NamedClaim } to { ...NamedClaim } }
  }
`

export const tellClaim = (claim: z.output<typeof claimData>, baseUrl: string | null): ClaimHead => ({
  ...claim,
  text: cutText(claim.text),
  assessments: claim.assessments.slice(0, MOST).map((one) => ({
    ...one,
    method: one.method && cutText(one.method),
    evidence: one.evidence && citeSource(one.evidence, baseUrl),
  })),
  relations: claim.relations.slice(0, MOST),
  link: pageLink(baseUrl, 'claim', claim.slug),
})

export function claimLines(claim: ClaimHead): string {
  const { id, slug, text, kind, standing, statementCount, sourceCount, link } = claim
  const assessments = claim.assessments.map(
    ({ assessor, verdict, date, evidence }) =>
      `  assessed by ${nameAndSlug(assessor)}: ${verdict}${date ? `, ${date}` : ''}` +
      (evidence ? `; ${sourceLine(evidence)}` : ''),
  )
  const relations = claim.relations.map(({ type, from, to }) =>
    from.id === id ? `  ${type} ${to.text} (${to.slug})` : `  ${from.text} (${from.slug}) ${type} this claim`,
  )
  return [
    `CLAIM ${id} (${slug}): ${text}`,
    `  standing: ${standing}; kind: ${kind}; statements: ${statementCount}; sources: ${sourceCount}`,
    ...assessments,
    ...relations,
    ...(link ? [`  ${link}`] : []),
  ].join('\n')
}
