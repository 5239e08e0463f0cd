import { type RawBuilder, sql } from 'kysely'
import { hierarchies, type NodeReference } from '../model/nodes/references.ts'
import { slot } from '../sql/build.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { Problem } from '../values/errors.ts'
import { nodeKinds, type Section } from '../values/node-kinds.ts'
import type { Catalog, Item } from './catalog.ts'
import { problemAt } from './rules.ts'

/** The graph's own way up from a slug, for what the files do not mention. */
function slugAbove({ from, table, column }: NodeReference): RawBuilder<{ slug: string }> {
  const keys = sql.table(nodeKinds[from].keyTable)
  return sql`select above.slug from ${keys} own join ${sql.table(table)} node on node.id = own.id
    join ${keys} above on above.id = ${sql.ref(`node.${column}`)} where own.slug = ${slot('slug')}`
}

/** A place that is part of itself by way of others, and the like. Each circle is named once, where it closes. */
export const circleProblems = (engine: ImmediateEngine, catalog: Catalog): Problem[] =>
  hierarchies.flatMap((reference) => {
    const { from, field } = reference
    const noun = nodeKinds[from].many
    const up = engine.prepare(slugAbove(reference))
    const next = (slug: string): string | undefined => {
      const item = catalog.item(noun, slug)
      if (item?.noun !== noun) return up.get({ slug })?.slug
      const above = item.fields[field]
      return typeof above === 'string' ? above : undefined
    }
    return circlesIn(noun, field, catalog, next)
  })

function circlesIn(
  noun: Section,
  field: string,
  catalog: Catalog,
  next: (slug: string) => string | undefined,
): Problem[] {
  const done = new Set<string>()
  return catalog.items
    .filter((item) => item.noun === noun && typeof item.fields.slug === 'string')
    .flatMap((item) => {
      const circle = circleFrom(item.fields.slug as string, next, done)
      return circle.length > 1 ? [circleProblem(item, field, circle)] : []
    })
}

/** The slugs of a circle that the way up runs into, if nobody has walked there before. */
function circleFrom(start: string, next: (slug: string) => string | undefined, done: Set<string>): string[] {
  const way: string[] = []
  let slug: string | undefined = start
  while (slug !== undefined && !done.has(slug)) {
    done.add(slug)
    way.push(slug)
    slug = next(slug)
  }
  return slug === undefined ? [] : way.slice(way.indexOf(slug) >= 0 ? way.indexOf(slug) : way.length)
}

const circleProblem = (item: Item, field: string, circle: readonly string[]): Problem =>
  problemAt(item, [field], `leads in a circle: ${[...circle, circle[0]].join(' → ')}`)

/** Items such that what each leads up to comes before it. */
export function upwardsFirst<T extends { readonly slug: string }>(
  items: readonly T[],
  above: (item: T) => string | undefined,
): T[] {
  const bySlug = new Map(items.map((item) => [item.slug, item]))
  const ordered = new Set<T>()
  for (const item of items) {
    const way: T[] = []
    let at: T | undefined = item
    while (at && !ordered.has(at)) {
      way.push(at)
      at = bySlug.get(above(at) ?? '')
    }
    for (const one of way.reverse()) ordered.add(one)
  }
  return [...ordered]
}
