import type { Mode } from '../../extraction/rules/extract.ts'
import { NearestClaims } from '../../model/claim/nearest-store.ts'
import { NameStore } from '../../model/entity/name-store.ts'
import { slugsOf } from '../../model/nodes/slug.ts'
import { SourceStore } from '../../model/source/store.ts'
import { textHash } from '../../model/source/write.ts'
import { revise } from '../../model/transact.ts'
import type { Writers } from '../../model/writers.ts'
import { atOnce, type ImmediateEngine } from '../../sql/engine.ts'
import { itemAt } from '../../values/item-at.ts'
import { planClaims } from '../claims/claim-plan.ts'
import { ClaimFinder } from '../claims/nearest-claim.ts'
import { Whom } from '../claims/whom.ts'
import { readAs } from '../formats/language.ts'
import { composedReport, type Report } from '../formats/report.ts'
import { type Proposal, propose } from '../proposing/propose.ts'
import { Publishers, publisherWith } from '../proposing/publisher.ts'
import { outermostFirst } from './chain.ts'
import { Claims } from './claims.ts'
import { EarlierSources } from './earlier-source.ts'
import { SlugMaker } from './slug-maker.ts'
import { putSource } from './source.ts'
import { Speakers } from './speakers.ts'
import type { ReadingSummary } from './summary.ts'

export interface WriteOptions {
  readonly mode?: Mode | undefined
  /** Takes everything over at once: somebody has read the report and stands by what is proposed. */
  readonly accept?: boolean | undefined
  /** The key of the user who has it read; null where a command does. */
  readonly by?: number | null | undefined
  readonly note?: string | undefined
}

/** What came of a report, and the revision that it is; null where the graph had it already. */
export interface WrittenReport extends ReadingSummary {
  readonly revision: number | null
}

/** Reads reports into a graph, each of them whole or not at all. */
export class ReportWriter {
  readonly #engine: ImmediateEngine
  readonly #names: NameStore
  readonly #sources: SourceStore
  readonly #slugs: SlugMaker
  readonly #publishers: Publishers
  readonly #finder: ClaimFinder
  readonly #earlier: EarlierSources

  constructor(engine: ImmediateEngine) {
    this.#engine = engine
    this.#names = new NameStore(engine)
    this.#sources = new SourceStore(engine)
    const slugs = slugsOf(engine)
    this.#slugs = new SlugMaker(slugs)
    this.#publishers = new Publishers(slugs, this.#names)
    this.#finder = new ClaimFinder(new NearestClaims(engine))
    this.#earlier = new EarlierSources(engine)
  }

  /**
   * The same text again changes nothing, but that it may be accepted now. Of a corrected report, or one that takes over
   * another, only what is not said there is proposed.
   */
  write(given: Report, options: WriteOptions = {}): WrittenReport {
    const report = composedReport(given)
    const { by = null, note } = options
    const { done, revision } = revise(this.#engine, { by, action: 'READ', note }, (writers) => {
      this.#finder.refresh()
      const known = atOnce(this.#sources.byHash(textHash(report.text)))
      if (!known) return this.#writeNew(writers, report, options)
      const accepted = options.accept ? writers.statements.acceptProposed(known.id) : 0
      return {
        source: known.slug,
        isKnown: true,
        accepted,
        statements: 0,
        speakers: noSpeakers,
        claims: noneCounted,
        unread: undefined,
      }
    })
    this.#finder.wrote()
    return { ...done, revision }
  }

  #writeNew(writers: Writers, report: Report, { mode, accept = false }: WriteOptions): ReadingSummary {
    const earlier = this.#earlier.find(report)
    const source = putSource(writers, { slugs: this.#slugs, publishers: this.#publishers }, report)
    if (earlier) writers.sources.relate({ id: source.id, outcome: 'created' }, earlier.origins)
    const read = propose(report.text, this.#names, {
      mode,
      published: report.published,
      publisher: atOnce(publisherWith(this.#names, source.publisher)),
      language: report.language,
    })
    const { proposals, ids } = read
    const isSame = (index: number): boolean => earlier?.isSaid(itemAt(proposals, index).text) ?? false
    const speakers = new Speakers(writers, this.#slugs, report, source, ids)
    const plans = planClaims(proposals, new Whom(read, report.text), this.#finder)
    const claims = new Claims(writers, this.#slugs, plans)
    const written = new Map<number, number>()
    for (const index of outermostFirst(proposals)) {
      if (isSame(index)) continue
      const proposal = itemAt(proposals, index)
      const speaker = speakers.keyOf(proposal)
      const { id } = writers.statements.put({
        ...statementDraftOf(proposal, report, ids),
        source: source.id,
        speaker,
        onBehalfOf: speakers.principalOf(proposal, speaker),
        addressee: speakers.addresseeOf(proposal, speaker),
        claim: claims.keyOf(index),
        via: proposal.via === undefined ? undefined : written.get(proposal.via),
        review: accept ? 'ACCEPTED' : 'PROPOSED',
      })
      written.set(index, id)
    }
    const counts = { speakers: speakers.counts(), claims: claims.counts() }
    const statements = written.size
    return {
      source: source.slug,
      isKnown: false,
      earlier: earlier && { ...earlier, same: proposals.length - statements },
      accepted: accept ? statements : 0,
      statements,
      unread: readAs(report.language) ? undefined : report.language,
      ...counts,
    }
  }
}

const noneCounted = { known: 0, new: 0 }
const noSpeakers = { ...noneCounted, unnamed: 0 }

const statementDraftOf = (proposal: Proposal, { language }: Report, ids: ReadonlyMap<string, number>) => ({
  speakerText: proposal.source.replace(/(?<![\s,;:–—])[\s,;:–—]+$/, '') || undefined,
  text: proposal.text,
  language,
  quoteType: proposal.quoteType,
  cue: proposal.cue || undefined,
  act: proposal.act,
  stance: proposal.stance,
  certainty: proposal.certainty,
  about: proposal.about.map((slug) => ids.get(slug) as number),
  saidAt: proposal.saidAt,
  span: proposal.span,
})
