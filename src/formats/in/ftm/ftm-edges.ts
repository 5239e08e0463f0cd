import { parseEdtf } from '../../../values/date.ts'
import { type AffiliationRole, affiliationRoles } from '../../../values/vocabulary.ts'

/** How two entities are tied: which property has the one that belongs, and which the other that is belonged to. */
export interface FtmEdge {
  readonly from: string
  readonly to: string
  readonly role: AffiliationRole
}

const edges: Readonly<Record<string, FtmEdge>> = {
  Membership: { from: 'member', to: 'organization', role: 'MEMBER' },
  Employment: { from: 'employee', to: 'employer', role: 'MEMBER' },
  Directorship: { from: 'director', to: 'organization', role: 'LEADER' },
  Occupancy: { from: 'holder', to: 'post', role: 'OFFICIAL' },
}

/** Edges that only mean an affiliation where they say which, as those of our own export do. */
const ownEdges: Readonly<Record<string, { readonly from: string; readonly to: string }>> = {
  Representation: { from: 'agent', to: 'client' },
  UnknownLink: { from: 'subject', to: 'object' },
}

interface EdgeRecord {
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** The affiliation that an entity is; undefined where it is none. */
export function edgeOf({ schema, properties }: EdgeRecord): FtmEdge | undefined {
  const role = affiliationRoles.find((word) => word === properties.status?.[0])
  const edge = Object.hasOwn(edges, schema) ? edges[schema] : undefined
  if (edge) return role === undefined ? edge : { ...edge, role }
  const own = Object.hasOwn(ownEdges, schema) ? ownEdges[schema] : undefined
  return own && role !== undefined ? { ...own, role } : undefined
}

/** A date as the graph has it: where only the hour or the minute is known, the day; undefined where it is no date. */
export function edtfOfFtm(date: string | undefined): string | undefined {
  const known = date === undefined || parseEdtf(date) ? date : date.replace(/T\d\d(:\d\d)?$/, '')
  return known !== undefined && parseEdtf(known) ? known : undefined
}
