import type { ActorItem } from '../../../dossier/format.ts'
import type { ActorType, AffiliationRole } from '../../../values/vocabulary.ts'
import type { ExportedNode } from '../exported-graph.ts'
import { ftmDate } from './ftm-dates.ts'
import { type FtmWriting, ftmId } from './ftm-writing.ts'

type Affiliation = NonNullable<ActorItem['affiliations']>[number]

/** A schema of FollowTheMoney that ties two entities, and what it calls them. */
interface EdgeSchema {
  readonly schema: string
  readonly from: string
  readonly to: string
}

const membership: EdgeSchema = { schema: 'Membership', from: 'member', to: 'organization' }
const unknownLink: EdgeSchema = { schema: 'UnknownLink', from: 'subject', to: 'object' }

const schemas: Readonly<Record<AffiliationRole, EdgeSchema>> = {
  MEMBER: membership,
  PART_OF: membership,
  OFFICIAL: { schema: 'Employment', from: 'employee', to: 'employer' },
  LEADER: { schema: 'Directorship', from: 'director', to: 'organization' },
  SPOKESPERSON: { schema: 'Representation', from: 'agent', to: 'client' },
  CITIZEN: unknownLink,
}

/** Only persons are employed, and only organizations have members. */
function edgeSchema(role: AffiliationRole, from: ActorType, to: ActorType | undefined): EdgeSchema {
  if (to === 'PERSON') return unknownLink
  return role === 'OFFICIAL' && from !== 'PERSON' ? membership : schemas[role]
}

export function writeAffiliation(
  writing: FtmWriting,
  { item }: ExportedNode<'ACTOR'>,
  affiliation: Affiliation,
  index: number,
): void {
  const { role, title, from, until } = affiliation
  const organization = writing.linked('ACTOR', affiliation.organization)
  if (!organization) return
  const edge = edgeSchema(role, item.type, writing.actorType(organization.key))
  writing.write(edge.schema, `affiliation.${item.slug}.${index}`, {
    [edge.from]: ftmId({ type: 'ACTOR', slug: item.slug }),
    [edge.to]: ftmId(organization),
    role: title ?? role,
    status: role,
    startDate: exactDate(writing, from),
    endDate: exactDate(writing, until),
  })
  writing.tally.wrote('affiliations')
}

/** A date that FollowTheMoney has a form for; any other is counted. */
export function exactDate(writing: FtmWriting, edtf: string | undefined): string | undefined {
  const date = edtf === undefined ? undefined : ftmDate(edtf)
  if (date === null) writing.tally.leave('dates that are not exact')
  return date ?? undefined
}
