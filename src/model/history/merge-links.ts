import { type RawBuilder, sql } from 'kysely'
import { slot, type Values } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { recordFrom } from '../../values/record.ts'
import type { LinksOfMerge } from './later-links.ts'
import { type LinkKind, linkKey, linkKinds, linkTables, movedLink } from './link-kinds.ts'
import type { LinkStep, LinkTable, MergedPair, MergeStep } from './merge-steps.ts'
import type { Survivors } from './merge-survivors.ts'

const columnsOf = ({ ends, told, more, hasId }: LinkKind): string[] => [
  ...(hasId ? ['id'] : []),
  ...Object.keys(ends),
  ...told,
  ...more,
]

const refs = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)))
const equal = (columns: readonly string[]) =>
  sql.join(
    columns.map((column) => sql`${sql.ref(column)} is not distinct from ${slot(column)}`),
    sql` and `,
  )

/** The statements by which the links of one table are read and written. */
class Links {
  readonly kind: LinkKind
  readonly #of: ImmediatePrepared<Values>
  readonly #same: ImmediatePrepared<Values>
  readonly #taken: ImmediatePrepared<{ found: number }> | null
  readonly #delete: ImmediateCommand
  readonly #insert: ImmediateCommand
  readonly #insertNew: ImmediateCommand
  readonly #update: ImmediateCommand | null

  constructor(engine: ImmediateEngine, name: LinkTable) {
    const kind = linkKinds[name]
    this.kind = kind
    const [table, all] = [sql.table(name), columnsOf(kind)]
    const [ends, telling] = [Object.keys(kind.ends), [...Object.keys(kind.ends), ...kind.told]]
    const one = kind.hasId ? sql`id = ${slot('id')}` : equal(telling)
    this.#of = engine.prepare(
      sql`select ${refs(all)} from ${table} where ${anyOf(ends)}${kind.hasId ? sql` order by id` : sql``}`,
    )
    this.#same = engine.prepare(sql`select ${refs(all)} from ${table} where ${equal(telling)}`)
    this.#taken = kind.hasId
      ? engine.prepare(sql`select 1 as found from ${table} where id = ${slot('id')}`)
      : null
    this.#delete = engine.command(sql`delete from ${table} where ${one}`)
    this.#insert = engine.command(insertOf(table, all))
    this.#insertNew = engine.command(
      insertOf(
        table,
        all.filter((column) => column !== 'id'),
      ),
    )
    this.#update = kind.hasId
      ? engine.command(
          sql`update ${table} set ${sql.join(ends.map((end) => sql`${sql.ref(end)} = ${slot(end)}`))} where ${one}`,
        )
      : null
  }

  /** All that name a node at one of their ends of its kind. */
  of({ type, from }: MergedPair): Values[] {
    return this.#of
      .all({ from })
      .filter((row) => Object.entries(this.kind.ends).some(([end, its]) => its === type && row[end] === from))
  }

  /** Another that ties the same nodes in the same way. */
  same(row: Values): Values | undefined {
    return this.#same.all(row).find((one) => one.id === undefined || one.id !== row.id)
  }

  delete(row: Values): void {
    this.#delete.run(row)
  }

  insert(row: Values): void {
    const isTaken = this.#taken?.get({ id: row.id ?? null }) !== undefined
    ;(isTaken ? this.#insertNew : this.#insert).run(row)
  }

  /** Ties other nodes, at the same place. */
  change(before: Values, after: Values): void {
    if (this.#update) this.#update.run({ ...after, id: before.id ?? null })
    else {
      this.#delete.run(before)
      this.#insert.run(after)
    }
  }
}

const anyOf = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(
    columns.map((column) => sql`${sql.ref(column)} = ${slot('from')}`),
    sql` or `,
  )

const insertOf = (table: RawBuilder<unknown>, columns: readonly string[]) =>
  sql`insert into ${table} (${refs(columns)}) values (${sql.join(columns.map((column) => slot(column)))})`

/** Moves what ties nodes to each other: affiliations, participations and the relations of claims. */
export class MergedLinks {
  readonly #links: Readonly<Record<LinkTable, Links>>

  constructor(engine: ImmediateEngine) {
    this.#links = recordFrom(linkTables, (table) => new Links(engine, table))
  }

  /** What would tie a node to itself, or two nodes twice in one way, goes. */
  move(pair: MergedPair): MergeStep[] {
    return linkTables.flatMap((table): MergeStep[] => {
      const links = this.#links[table]
      const rows = links.of(pair).map((before) => moveLink(links, before, pair))
      return rows.length > 0 ? [{ kind: 'LINKS', table, rows }] : []
    })
  }

  /**
   * What is still there as the merge left it is as it was before; what the merge took away is there again. Later merges that
   * stand are told of these links as if this one had never been, for when they are taken apart.
   */
  moveBack(
    table: LinkTable,
    rows: readonly LinkStep[],
    survivors: Survivors,
    later: readonly LinksOfMerge[],
  ): void {
    const links = this.#links[table]
    const traced = [...rows].reverse().map((step) => traceLink(links.kind, step, later))
    // What the later merges left comes before what they took away, which is only there where nothing else is the same by now.
    const moved = traced.filter((link) => moveLinkBack(links, link, survivors))
    const standIns = moved.flatMap(({ held }) => standInFor(links.kind, held, later))
    // Of links that are the same by now, the one stays that no later merge changed.
    const inOrder = [...traced, ...standIns].sort((one, other) => one.changes - other.changes)
    for (const link of inOrder) insertLink(links, link, survivors)
  }
}

/** Where a link is by now, and where it would be without a merge. */
interface TracedLink {
  /** Null where it was taken away, because another one was the same. */
  readonly now: Values | null
  readonly wanted: Values
  /** What it was after each of the later merges. */
  readonly held: readonly (Values | null)[]
  /** How many of the later merges changed it. */
  readonly changes: number
  /** To be called where another one is the same already, for which it is taken away. */
  readonly drop: () => void
}

/** Follows a link through all later merges, and tells them how it would have come to them. */
function traceLink(kind: LinkKind, { before, after }: LinkStep, later: readonly LinksOfMerge[]): TracedLink {
  let [now, wanted, changes, drop] = [after, before, 0, () => {}]
  const held = later.map((merge) => {
    const step = now ? merge.of(now) : undefined
    const [was, moved] = [wanted, movedLink(kind, wanted, merge.pair)]
    if (step || (!now && linkKey(kind, moved) !== linkKey(kind, was))) {
      merge.replace(step, { before: was, after: moved })
      drop = () => merge.replace(undefined, { before: was, after: null })
      ;[now, wanted, changes] = [step?.after ?? null, moved, changes + 1]
    }
    return now
  })
  return { now, wanted, held, changes, drop }
}

/** The link that a later merge took away because this one was the same, and that is to be there where this one goes. */
function standInFor(kind: LinkKind, held: TracedLink['held'], later: readonly LinksOfMerge[]): TracedLink[] {
  for (const [index, merge] of later.entries()) {
    const link = held[index]
    const dropped = link ? merge.droppedFor(link) : undefined
    if (!dropped) continue
    const after = movedLink(kind, dropped.before, merge.pair)
    merge.replace(dropped, { before: dropped.before, after })
    return [traceLink(kind, { before: after, after: null }, later.slice(index + 1))]
  }
  return []
}

/** Whether it was there. */
function moveLinkBack(links: Links, { now, wanted }: TracedLink, survivors: Survivors): boolean {
  const [left, back] = [
    now && withSurvivors(links.kind, now, survivors),
    withSurvivors(links.kind, wanted, survivors),
  ]
  const row = left && links.same({ ...left, id: null })
  if (row && back) links.change(row, { ...row, ...endsIn(links.kind, back) })
  return Boolean(row && back)
}

function insertLink(links: Links, { now, wanted, drop }: TracedLink, survivors: Survivors): void {
  const back = now ? null : withSurvivors(links.kind, wanted, survivors)
  if (!back) return
  if (links.same({ ...back, id: null })) drop()
  else links.insert(back)
}

function moveLink(links: Links, before: Values, pair: MergedPair): LinkStep {
  const moved = movedLink(links.kind, before, pair)
  const [one, other] = Object.entries(links.kind.ends).map(([end, its]) => `${its} ${moved[end]}`)
  if (one === other || links.same(moved)) {
    links.delete(before)
    return { before, after: null }
  }
  links.change(before, moved)
  return { before, after: moved }
}

const endsIn = ({ ends }: LinkKind, row: Values): Values =>
  Object.fromEntries(Object.keys(ends).map((end) => [end, row[end] ?? null]))

/** A row as it was, but with nodes that have been merged since by those that stay; null where one is gone, or both are one. */
function withSurvivors({ ends }: LinkKind, row: Values, survivors: Survivors): Values | null {
  const found = Object.entries(ends).map(
    ([end, type]) => [end, survivors.of(type, Number(row[end]))] as const,
  )
  const keys = found.map(([end, key]) => `${ends[end]} ${key}`)
  return found.some(([, key]) => key === null) || new Set(keys).size < keys.length
    ? null
    : { ...row, ...Object.fromEntries(found) }
}
