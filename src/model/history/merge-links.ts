import { type RawBuilder, sql } from 'kysely'
import { slot, type Values } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { recordFrom } from '../../values/record.ts'
import type { LinkStep, LinkTable, MergedPair, MergedType, MergeStep } from './merge-steps.ts'
import type { Survivors } from './merge-survivors.ts'

interface LinkKind {
  /** The columns that name nodes, and of which kinds. */
  readonly ends: Readonly<Record<string, MergedType>>
  /** The other columns that tell one link from another. */
  readonly told: readonly string[]
  /** What else a row has. */
  readonly more: readonly string[]
  /** Whether rows have an id, by which they keep their order. */
  readonly hasId: boolean
}

/** The tables whose rows tie two nodes. A node is tied to another once in each way, and never to itself. */
const linkKinds: Readonly<Record<LinkTable, LinkKind>> = {
  affiliation: {
    ends: { actor_id: 'ACTOR', organization_id: 'ACTOR' },
    told: ['role', 'title', 'from_edtf', 'until_edtf'],
    more: ['title_word', 'from_earliest', 'from_latest', 'until_earliest', 'until_latest'],
    hasId: true,
  },
  participation: { ends: { actor_id: 'ACTOR', event_id: 'EVENT' }, told: ['role'], more: [], hasId: true },
  claim_relation: { ends: { from_id: 'CLAIM', to_id: 'CLAIM' }, told: ['type'], more: [], hasId: false },
}
const linkTables = ['affiliation', 'participation', 'claim_relation'] as const satisfies LinkTable[]

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

  /** What is still there as the merge left it is as it was before; what the merge took away is there again. */
  moveBack(table: LinkTable, rows: readonly LinkStep[], survivors: Survivors): void {
    const links = this.#links[table]
    for (const { before, after } of [...rows].reverse()) {
      const wanted = withSurvivors(links.kind, before, survivors)
      if (!wanted) continue
      const left = after && withSurvivors(links.kind, after, survivors)
      const now = left && links.same({ ...left, id: null })
      if (now) links.change(now, { ...now, ...endsIn(links.kind, wanted) })
      else if (!after && !links.same({ ...wanted, id: null })) links.insert(wanted)
    }
  }
}

function moveLink(links: Links, before: Values, { type, from, into }: MergedPair): LinkStep {
  const moved: Record<string, Values[string]> = { ...before }
  for (const [end, its] of Object.entries(links.kind.ends))
    if (its === type && before[end] === from) moved[end] = into
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
