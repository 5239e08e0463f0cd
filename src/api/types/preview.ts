import type { Speaker } from '../../extraction/speakers/speaker.ts'
import { NearestClaims } from '../../model/claim/nearest-store.ts'
import type { Graph } from '../../model/graph.ts'
import { type ClaimPlan, planClaims } from '../../reports/claims/claim-plan.ts'
import { ClaimFinder, finderOf } from '../../reports/claims/nearest-claim.ts'
import { Whom } from '../../reports/claims/whom.ts'
import { languageOf } from '../../reports/formats/language.ts'
import { type Proposal, type Proposals, proposedInSteps } from '../../reports/proposing/propose.ts'
import { publisherNamed } from '../../reports/proposing/publisher.ts'
import { AwaitedReads } from '../../sql/awaited-reads.ts'
import { type Answer, inSteps, mapAnswer, type Steps, waitFor } from '../../sql/engine.ts'
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
  readonly plan: () => Answer<ClaimPlan>
}

/** A text as it would be stored, and what is told about it. */
export interface GivenText {
  readonly report: string
  /** EDTF. */
  readonly published: string | undefined
  readonly publisher: string | undefined
}

/** What reading would propose, for whoever only looks at it. */
export const preview = (given: GivenText, graph: Graph): Answer<Previewed[]> =>
  inSteps(() => previewInSteps(given, graph))

function* previewInSteps({ report, published, publisher }: GivenText, graph: Graph): Steps<Previewed[]> {
  const read = yield* proposedInSteps(report, graph.names, {
    published,
    publisher: publisher === undefined ? undefined : yield* waitFor(publisherNamed(graph.names, publisher)),
    language: languageOf(report, undefined),
  })
  const { proposals, ids } = read
  const keyOf = (one: Speaker | undefined) => (one && 'slug' in one ? (ids.get(one.slug) ?? null) : null)
  const all: Previewed[] = []
  const plans = makeOnce(() => plansOf(read, report, graph))
  for (const [index, proposal] of proposals.entries()) {
    all.push({
      ...proposal,
      ...{ index, report, all, plan: () => mapAnswer(plans(), (those) => presentValue(those[index])) },
      speakerId: keyOf(proposal.speaker),
      onBehalfOfId: keyOf(proposal.onBehalfOf),
      addresseeId: keyOf(proposal.addressee),
      aboutIds: proposal.about.flatMap((slug) => ids.get(slug) ?? []),
    })
  }
  return all
}

/** To compare claims asks the graph in many places, none of which can wait: where that takes waiting, it is done again. */
function plansOf(read: Proposals, report: string, graph: Graph): Answer<readonly ClaimPlan[]> {
  const plansBy = (finder: ClaimFinder) => planClaims(read.proposals, new Whom(read, report), finder)
  if (graph.engine.isImmediate) return plansBy(finderOf(graph.nearestClaims))
  const reads = new AwaitedReads(graph.engine)
  const claims = new NearestClaims(reads)
  // What one finder remembers may have been worked out before all was there.
  return reads.run(() => plansBy(new ClaimFinder(claims)))
}

function makeOnce<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
