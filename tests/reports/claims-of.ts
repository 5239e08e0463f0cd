import { NameStore } from '../../src/model/entity/name-store.ts'
import { type NewClaim, newClaim } from '../../src/reports/claims/new-claim.ts'
import { Whom } from '../../src/reports/claims/whom.ts'
import { type Proposal, propose } from '../../src/reports/proposing/propose.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'

/** What a text makes of each statement in it, with the claim that would be made. */
export function claimsOf(
  connection: ImmediateEngine,
  text: string,
  published?: string,
): { proposal: Proposal; claim: NewClaim | undefined }[] {
  const read = propose(text, new NameStore(connection), { published })
  const whom = new Whom(read, text)
  return read.proposals.map((proposal) => ({ proposal, claim: newClaim(proposal, whom) }))
}

/** Two states at odds, the army of one, its mayor. */
export const kharvia = `
hearsay: 1
actors:
  - { slug: kharvia, type: STATE, name: Kharvia }
  - { slug: oskol, type: STATE, name: Oskol }
  - slug: kharvian-army
    type: ORGANIZATION
    kind: MILITARY
    name: Kharvian Army
    affiliations: [{ organization: kharvia, role: PART_OF }]
  - { slug: ivan-kravets, type: PERSON, name: Ivan Kravets }
`
