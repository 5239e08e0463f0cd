import type { Speaker } from '../../extraction/speakers/speaker.ts'
import type { Graph } from '../../model/graph.ts'
import { type ClaimPlan, planClaims } from '../../reports/claims/claim-plan.ts'
import { finderOf } from '../../reports/claims/nearest-claim.ts'
import { Whom } from '../../reports/claims/whom.ts'
import { languageOf } from '../../reports/formats/language.ts'
import { type Proposal, propose } from '../../reports/proposing/propose.ts'
import { publisherNamed } from '../../reports/proposing/publisher.ts'
import { presentValue } from '../kit/batch.ts'

/** A proposal of a text that is only looked at, with the keys of those whom it names. */
export interface Previewed extends Proposal {
  readonly index: number
  readonly report: string
  readonly speakerId: number | null
  readonly onBehalfOfId: number | null
  readonly addresseeId: number | null
  readonly aboutIds: readonly number[]
  readonly all: readonly Previewed[]
  /** To which claim it speaks, worked out for the whole text when the first of its statements is asked. */
  readonly plan: () => ClaimPlan
}

/** A text as it would be stored, and what is told about it. */
export interface GivenText {
  readonly report: string
  /** EDTF. */
  readonly published: string | undefined
  readonly publisher: string | undefined
}

/** What reading would propose, for whoever only looks at it. */
export function preview({ report, published, publisher }: GivenText, graph: Graph): Previewed[] {
  const read = propose(report, graph.names, {
    published,
    publisher: publisher === undefined ? undefined : publisherNamed(graph.names, publisher),
    language: languageOf(report, undefined),
  })
  const { proposals, ids } = read
  const keyOf = (one: Speaker | undefined) => (one && 'slug' in one ? (ids.get(one.slug) ?? null) : null)
  const all: Previewed[] = []
  const plans = makeOnce(() => planClaims(proposals, new Whom(read, report), finderOf(graph.nearestClaims)))
  for (const [index, proposal] of proposals.entries()) {
    all.push({
      ...proposal,
      ...{ index, report, all, plan: () => presentValue(plans()[index]) },
      speakerId: keyOf(proposal.speaker),
      onBehalfOfId: keyOf(proposal.onBehalfOf),
      addresseeId: keyOf(proposal.addressee),
      aboutIds: proposal.about.flatMap((slug) => ids.get(slug) ?? []),
    })
  }
  return all
}

function makeOnce<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
