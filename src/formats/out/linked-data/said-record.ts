import type { AssessmentItem, ClaimItem, SourceItem, StatementItem } from '../../../dossier/format.ts'
import { sideOf } from '../../../model/positions/side.ts'
import type { ClaimRelationType, SourceKind } from '../../../values/vocabulary.ts'
import { decimalText } from './decimal.ts'
import { exactInstant, exactMoment } from './exact-moment.ts'
import type { LinkedRecord } from './linked-record.ts'
import type { TermName } from './linked-terms.ts'
import { type NodeIris, partIri } from './node-iris.ts'

/** What records of sources, claims and assessments have besides their plain fields. */
type RecordParts = Omit<LinkedRecord, 'id'>

const sourceClasses: Readonly<Record<SourceKind, string>> = {
  ARTICLE: 'schema:Article',
  POST: 'schema:SocialMediaPosting',
  BROADCAST: 'schema:CreativeWork',
  TRANSCRIPT: 'schema:CreativeWork',
  IMAGE: 'schema:ImageObject',
  VIDEO: 'schema:VideoObject',
  REPORT: 'schema:Report',
  OTHER: 'schema:CreativeWork',
}

export function sourceParts(
  { kind, publisher, publishedAt, copyOf }: SourceItem,
  iris: NodeIris,
): RecordParts {
  return {
    type: ['hearsay:Source', 'prov:Entity', sourceClasses[kind]],
    ...{ datePublished: exactMoment(publishedAt), generatedAtTime: exactInstant(publishedAt) },
    wasAttributedTo: publisher === undefined ? undefined : iris.named('ACTOR', publisher),
    wasDerivedFrom: copyOf === undefined ? undefined : iris.named('SOURCE', copyOf),
  }
}

/** Each type of relation between claims is a property of its own. */
export const relationTerms: Readonly<Record<ClaimRelationType, TermName>> = {
  CONTRADICTS: 'contradicts',
  SUPPORTS: 'supports',
  REFINES: 'refines',
  EQUIVALENT: 'equivalentTo',
}

export function claimParts(iri: string, { figure, relations = [] }: ClaimItem, iris: NodeIris): RecordParts {
  const related = Object.entries(relationTerms).map(([type, term]) => [
    term,
    relations.filter((relation) => relation.type === type).map(({ to }) => iris.named('CLAIM', to)),
  ])
  return {
    type: ['hearsay:Claim', 'schema:Claim', 'prov:Entity'],
    ...(figure && {
      figure: {
        ...{ id: partIri(iri, 'figure'), type: 'schema:QuantitativeValue' },
        ...{
          minValue: decimalText(figure.low),
          maxValue: decimalText(figure.high),
          unitText: figure.unit,
        },
      },
    }),
    ...Object.fromEntries(related),
  }
}

/** An assessment is a ClaimReview: its rating is the verdict in words. */
export function assessmentParts(iri: string, item: AssessmentItem, claimReviewed: string): RecordParts {
  return {
    type: ['hearsay:Assessment', 'ClaimReview'],
    ...{ claimReviewed, datePublished: exactMoment(item.date) },
    reviewRating: {
      ...{ id: partIri(iri, 'rating'), type: 'Rating' },
      alternateName: verdictWords(item.verdict),
    },
  }
}

/** `PARTLY_VERIFIED` is “Partly verified”. */
const verdictWords = (verdict: string): string =>
  `${verdict.charAt(0)}${verdict.slice(1).toLowerCase().replaceAll('_', ' ')}`

/** What PROV and schema.org say of a statement: of those alone that count, as neither knows of review. */
export function provenanceOf(iri: string, item: StatementItem, iris: NodeIris): RecordParts {
  const side = item.stance && { side: sideOf(item.stance, item.certainty ?? null) }
  if ((item.review ?? 'ACCEPTED') !== 'ACCEPTED') return { type: ['hearsay:Statement'], ...side }
  const source = iris.named('SOURCE', item.source)
  return {
    type: ['hearsay:Statement', 'prov:Entity', 'schema:Quotation'],
    ...{ ...side, wasQuotedFrom: source, generatedAtTime: exactInstant(item.saidAt) },
    wasAttributedTo: speakerFor(iri, item, iris),
    ...(item.claim !== undefined &&
      item.stance === 'AFFIRMS' && { claim: { id: iris.named('CLAIM', item.claim), appearance: source } }),
  }
}

/** A speaker; who speaks for another does so in this statement alone. */
function speakerFor(
  iri: string,
  { speaker, onBehalfOf }: StatementItem,
  iris: NodeIris,
): string | LinkedRecord {
  const id = iris.named('ACTOR', speaker)
  if (onBehalfOf === undefined) return id
  const principal = iris.named('ACTOR', onBehalfOf)
  const delegation = { id: partIri(iri, 'delegation'), type: 'prov:Delegation', agent: principal }
  const activity = { id: partIri(iri, 'saying'), type: 'prov:Activity', wasAssociatedWith: id }
  return { id, actedOnBehalfOf: principal, qualifiedDelegation: { ...delegation, hadActivity: activity } }
}
