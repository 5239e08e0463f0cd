import { type RawBuilder, sql } from 'kysely'
import { hierarchies, type NodeReference } from '../model/nodes/references.ts'
import { slot } from '../sql/build.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { Problem } from '../values/errors.ts'
import { nodeKinds, type Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import type { Catalog } from './catalog.ts'
import type { DossierItems, Item } from './items.ts'
import { problemAt } from './rules.ts'
import { sectionNames, sections } from './sections.ts'

/** The references by which the items of a section lead up to others of it. */
export const hierarchiesOf: Readonly<Record<Section, readonly NodeReference[]>> = recordFrom(
  sectionNames,
  (section) => hierarchies.filter(({ from }) => from === sections[section].type),
)

/** The graph's own way up from a slug, for what the files do not mention. */
function slugAbove({ from, table, column }: NodeReference): RawBuilder<{ slug: string }> {
  const keys = sql.table(nodeKinds[from].keyTable)
  return sql`select above.slug from ${keys} own join ${sql.table(table)} node on node.id = own.id
    join ${keys} above on above.id = ${sql.ref(`node.${column}`)} where own.slug = ${slot('slug')}`
}

/** A place that is part of itself by way of others, and the like. Each circle is named once, where it closes. */
export const circleProblems = (engine: ImmediateEngine, catalog: Catalog): Problem[] =>
  [...catalog.items.above].flatMap(([reference, above]) => {
    const { items } = catalog
    const noun = nodeKinds[reference.from].many
    const up = engine.prepare(slugAbove(reference))
    const next = (slug: string): string | undefined => {
      const number = items.find(noun, slug)
      return number === undefined || items.nounOf(number) !== noun
        ? up.get({ slug })?.slug
        : catalog.nameOf(noun, above.get(number))
    }
    return circlesIn(reference, catalog, next)
  })

function circlesIn(
  reference: NodeReference,
  { items }: Catalog,
  next: (slug: string) => string | undefined,
): Problem[] {
  const done = new Set<string>()
  return [...(items.above.get(reference)?.keys() ?? [])].flatMap((number) => {
    const { slug } = items.fields(number)
    if (typeof slug !== 'string') return []
    const circle = circleFrom(slug, next, done)
    return circle.length > 1 ? [circleProblem(items.place(number), reference.field, circle)] : []
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

const circleProblem = (
  item: Pick<Item, 'part' | 'path'>,
  field: string,
  circle: readonly string[],
): Problem => problemAt(item, [field], `leads in a circle: ${[...circle, circle[0]].join(' → ')}`)

/** The numbers of a section's items, such that what each leads up to comes before it. */
export function upwardsFirst(items: DossierItems, noun: Section): Iterable<number> {
  const [reference] = hierarchiesOf[noun]
  const above = reference && items.above.get(reference)
  if (!above) return items.numbers(noun)
  const ordered = new Set<number>()
  for (const number of items.numbers(noun)) {
    const way: number[] = []
    let at: number | undefined = number
    while (at !== undefined && !ordered.has(at)) {
      way.push(at)
      const slug = above.get(at)
      const next: number | undefined = slug === undefined ? undefined : items.find(noun, slug)
      at = next !== undefined && items.nounOf(next) === noun ? next : undefined
    }
    for (const one of way.reverse()) ordered.add(one)
  }
  return ordered
}
