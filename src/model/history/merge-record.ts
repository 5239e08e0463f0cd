import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { wholeNumber } from '../../sql/dialect.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { type KeyTable, nodeKinds } from '../../values/node-kinds.ts'
import type { MergedPair, MergedType, MergeStep } from './merge-steps.ts'

/** What one merge did with one node, in the order in which it was done. */
export interface RecordedMerge {
  readonly pair: MergedPair
  readonly slug: string
  readonly steps: readonly MergeStep[]
}

interface MergingRow {
  readonly type: MergedType
  readonly from: number
  readonly into: number
}

/** Keeps, beside its revision, what a merge did, and where the ids and slugs of the merged lead. */
export class MergeRecord {
  readonly #slug: Readonly<Record<'entity' | 'claim', ImmediatePrepared<{ slug: string }>>>
  readonly #merged: ImmediateCommand
  readonly #step: ImmediateCommand
  readonly #change: ImmediateCommand
  readonly #lead: ImmediateCommand
  readonly #leadOn: ImmediateCommand
  readonly #pairs: ImmediatePrepared<MergingRow>
  readonly #redirected: ImmediatePrepared<{ from: number }>
  readonly #steps: ImmediatePrepared<{ from: number; step: string }>
  readonly #standingFor: ImmediatePrepared<{ revision: number; place: number }>
  readonly #next: ImmediatePrepared<MergedPair>
  readonly #noLongerLead: ImmediateCommand
  readonly #leadBack: ImmediateCommand
  readonly #undone: ImmediatePrepared<{ id: number }>

  constructor(engine: ImmediateEngine) {
    const [revision, from, into, space] = [slot('revision'), slot('from'), slot('into'), slot('space')]
    const slugIn = (table: string) =>
      engine.prepare<{ slug: string }>(sql`select slug from ${sql.table(table)} where id = ${from}`)
    this.#slug = { entity: slugIn('entity'), claim: slugIn('claim') }
    this.#merged = engine.command(sql`insert into merging (revision_id, type, from_id, into_id)
      values (${revision}, ${slot('type')}, ${from}, ${into})`)
    this.#step = engine.command(sql`insert into merge_step (revision_id, place, from_id, step)
      values (${revision}, ${slot('place')}, ${from}, ${slot('step')})`)
    this.#change = engine.command(sql`update merge_step set step = ${slot('step')}
      where revision_id = ${revision} and place = ${slot('place')}`)
    this.#lead = engine.command(sql`insert into redirect (space, from_id, type, slug, into_id, revision_id)
      values (${space}, ${from}, ${slot('type')}, ${slot('slug')}, ${into}, ${revision})`)
    this.#leadOn = engine.command(
      sql`update redirect set into_id = ${into} where space = ${space} and into_id = ${from}`,
    )
    this.#pairs = engine.prepare(sql`select type, from_id as "from", into_id as "into" from merging
      where revision_id = ${revision}`)
    this.#redirected = engine.prepare(
      sql`select from_id as "from" from redirect where revision_id = ${revision}`,
    )
    this.#steps = engine.prepare(sql`select from_id as "from", step from merge_step
      where revision_id = ${revision} order by place`)
    this.#standingFor = engine.prepare(sql`select revision_id as revision, (
        select min(place) - 1 from merge_step s where s.revision_id = m.revision_id) as place
      from redirect r join merging m using (revision_id, from_id)
      where r.space = ${space} and r.from_id = ${from} and m.into_id = ${into}`)
    this.#next = engine.prepare(sql`select m.type as type, m.from_id as "from", m.into_id as "into"
      from redirect r join merging m using (revision_id, from_id)
      where r.space = ${space} and r.from_id = ${from}`)
    this.#noLongerLead = engine.command(sql`delete from redirect where revision_id = ${revision}`)
    this.#undone =
      engine.prepare(sql`select m.revision_id as id from revision r join merging m on m.revision_id = r.undoes_id
      where r.id = ${revision} limit 1`)
    this.#leadBack = engine.command(leadingBack)
  }

  slugOf({ type, from }: MergedPair): string {
    return this.#slug[spaceOf(type)].get({ from })?.slug ?? ''
  }

  keep(revision: number, merges: readonly RecordedMerge[]): void {
    let place = 0
    for (const { pair, slug, steps } of merges) {
      const { type, from, into } = pair
      const space = spaceOf(type)
      this.#merged.run({ revision, type, from, into })
      this.#leadOn.run({ space, from, into })
      this.#lead.run({ space, from, into, type, slug, revision })
      for (const step of steps) this.#keepStep(revision, place++, from, step)
    }
  }

  /**
   * Adds to the merge by which these two are one now what an earlier one did with nodes that have come back since: it is
   * undone after all else. Nothing where they are not one.
   */
  add({ type, from, into }: MergedPair, step: MergeStep): void {
    const merge = this.#standingFor.get({ space: spaceOf(type), from, into })
    if (merge) this.#keepStep(merge.revision, merge.place, from, step)
  }

  /** Tells of one of a merge's steps otherwise, as if an earlier merge had never been. */
  change(revision: number, place: number, step: MergeStep): void {
    this.#change.run({ revision, place, step: JSON.stringify(step) })
  }

  /** By which merges a node has become the one that stands for it, the first first; none where it is there, or was removed. */
  *wayFrom(table: KeyTable, key: number): Generator<MergedPair> {
    for (let at = this.#next.get({ space: table, from: key }); at; ) {
      yield at
      at = this.#next.get({ space: table, from: at.into })
    }
  }

  #keepStep(revision: number, place: number, from: number, step: MergeStep): void {
    this.#step.run({ revision, place, from, step: JSON.stringify(step) })
  }

  /** Which nodes a revision merged into which; none where it is no merge. */
  pairs(revision: number): MergedPair[] {
    return this.#pairs.all({ revision })
  }

  /** Whether what a revision merged is merged still. */
  stands(revision: number): boolean {
    return this.#redirected.get({ revision }) !== undefined
  }

  /** The merge that a revision took apart; null where it did not. */
  takenApartIn(revision: number): number | null {
    const merge = this.#undone.get({ revision })?.id
    return merge !== undefined && this.pairs(revision).length === 0 ? merge : null
  }

  /** What is to be undone, each with the node that it was done with. */
  steps(revision: number): { from: number; step: MergeStep }[] {
    return this.#steps.all({ revision }).map(({ from, step }) => ({ from, step: JSON.parse(step) }))
  }

  /** From now on the merged are nodes of their own, to which lead again whatever was merged into them before. */
  leadNoMore(revision: number, pairs: readonly MergedPair[]): void {
    this.#noLongerLead.run({ revision })
    for (const { type, from } of pairs) this.#leadBack.run({ space: spaceOf(type), from })
  }
}

export const spaceOf = (type: MergedType): 'entity' | 'claim' => nodeKinds[type].keyTable

/** By which merges each redirect comes to a node: all of those that lead to it lead to it again. */
const leadingBack = sql`
  with recursive below (id) as (
    select ${wholeNumber('from')}
    union
    select r.from_id from below cross join merging m cross join redirect r
    where m.into_id = below.id and r.space = ${slot('space')} and r.from_id = m.from_id and r.revision_id = m.revision_id
  )
  update redirect set into_id = ${slot('from')}
  where space = ${slot('space')} and from_id in (select id from below) and from_id <> ${slot('from')}`
