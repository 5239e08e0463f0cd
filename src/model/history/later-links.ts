import { sql } from 'kysely'
import { slot, type Values } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { grouped } from '../../values/grouped.ts'
import { type LinkKind, linkKey, linkKinds, movedLink } from './link-kinds.ts'
import type { MergeRecord } from './merge-record.ts'
import type { LinkStep, LinkTable, MergedPair, MergedType, MergeStep } from './merge-steps.ts'

interface StepRow {
  readonly revision: number
  readonly type: MergedType
  readonly from: number
  readonly into: number
  readonly place: number | null
  readonly step: string | null
}

/** What one merge did with the links of one table; it can be told otherwise, as if an earlier merge had never been. */
export class LinksOfMerge {
  readonly pair: MergedPair
  readonly #kind: LinkKind
  /** By the links as they were before it. */
  readonly #steps: Map<string, LinkStep>
  /** By the links as they were after it, or would have been: what was moved, and what was taken away for it. */
  #leading: Map<string, LinkStep[]> | null = null
  isChanged = false

  constructor(kind: LinkKind, pair: MergedPair, steps: readonly LinkStep[]) {
    this.pair = pair
    this.#kind = kind
    this.#steps = new Map(steps.map((step) => [linkKey(kind, step.before), step]))
  }

  get steps(): LinkStep[] {
    return [...this.#steps.values()]
  }

  /** What it did with a link. */
  of(before: Values): LinkStep | undefined {
    return this.#steps.get(linkKey(this.#kind, before))
  }

  /** What it did that led to a link. */
  leadingTo(link: Values): readonly LinkStep[] {
    this.#leading ??= grouped(this.steps, ({ before }) => linkKey(this.#kind, this.moved(before)))
    return this.#leading.get(linkKey(this.#kind, link)) ?? []
  }

  /** A link as it is once the two are one. */
  moved(link: Values): Values {
    return movedLink(this.#kind, link, this.pair)
  }

  remove({ before }: LinkStep): void {
    this.#steps.delete(linkKey(this.#kind, before))
    this.#change()
  }

  put(step: LinkStep): void {
    this.#steps.set(linkKey(this.#kind, step.before), step)
    this.#change()
  }

  #change(): void {
    this.isChanged = true
    this.#leading = null
  }
}

interface KeptLinks {
  readonly revision: number
  readonly place: number | null
  readonly links: LinksOfMerge
}

/** The merges that came after another one and still stand, by what they did with the links of a table. */
export class LaterLinks {
  readonly #record: MergeRecord
  readonly #after: ImmediatePrepared<StepRow>
  readonly #add: ImmediateCommand

  constructor(engine: ImmediateEngine, record: MergeRecord) {
    this.#record = record
    const [revision, from, step] = [slot('revision'), slot('from'), slot('step')]
    this.#after = engine.prepare(sql`
      select m.revision_id as revision, m.type as type, m.from_id as "from", m.into_id as "into", s.place as place, s.step as step
      from redirect r join merging m using (revision_id, from_id, type)
      left join merge_step s on s.revision_id = m.revision_id and s.from_id = m.from_id and s.step like ${slot('links')}
      where m.revision_id > ${revision} order by m.revision_id, s.place`)
    this.#add = engine.command(sql`insert into merge_step (revision_id, place, from_id, step)
      select ${revision}, min(place) - 1, ${from}, ${step} from merge_step where revision_id = ${revision}`)
  }

  /** @param work May change what the later merges are said to have done, which is then kept. */
  change(revision: number, table: LinkTable, work: (later: readonly LinksOfMerge[]) => void): void {
    const kind = linkKinds[table]
    const rows = this.#after.all({ revision, links: `{"kind":"LINKS","table":"${table}"%` })
    const later = rows.map(({ revision, place, step, ...pair }): KeptLinks => {
      const { rows }: { rows: readonly LinkStep[] } = step === null ? { rows: [] } : JSON.parse(step)
      return { revision, place, links: new LinksOfMerge(kind, pair, rows) }
    })
    work(later.map(({ links }) => links))
    for (const one of later) if (one.links.isChanged) this.#keep(table, one)
  }

  #keep(table: LinkTable, { revision, place, links: { pair, steps } }: KeptLinks): void {
    const step: MergeStep = { kind: 'LINKS', table, rows: steps }
    if (place === null) this.#add.run({ revision, from: pair.from, step: JSON.stringify(step) })
    else this.#record.change(revision, place, step)
  }
}
