import { type RawBuilder, sql } from 'kysely'
import { slot, type Values } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { recordFrom } from '../../values/record.ts'
import type { LinksOfMerge } from './later-links.ts'
import { isLoop, type LinkKind, linkKinds, linkTables, movedLink } from './link-kinds.ts'
import { linksWithoutMerge } from './links-without-merge.ts'
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
    const { gone, back } = linksWithoutMerge(links.kind, rows, later, (link) =>
      links.same({ ...link, id: null }),
    )
    for (const link of gone) links.delete(link)
    for (const link of back) if (hasBothEnds(links.kind, link, survivors)) links.insert(link)
  }
}

function moveLink(links: Links, before: Values, pair: MergedPair): LinkStep {
  const moved = movedLink(links.kind, before, pair)
  if (isLoop(links.kind, moved) || links.same(moved)) {
    links.delete(before)
    return { before, after: null }
  }
  links.change(before, moved)
  return { before, after: moved }
}

/** Whether both nodes are there still. */
const hasBothEnds = ({ ends }: LinkKind, link: Values, survivors: Survivors): boolean =>
  Object.entries(ends).every(([end, type]) => survivors.of(type, Number(link[end])) === link[end])
