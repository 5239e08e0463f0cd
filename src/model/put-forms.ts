import { formatId, type NodeId } from '../values/id.ts'
import { nodeKinds } from '../values/node-kinds.ts'
import type { NodeType } from '../values/vocabulary.ts'
import type { NodeBefore } from './history/later-revisions.ts'
import type { FormOfType, WrittenForm, WrittenForms } from './history/written.ts'
import { inWriteOrder } from './nodes/write-order.ts'
import type { Writers } from './writers.ts'

/** A node as it shall be. */
export interface FormedNode extends NodeBefore {
  readonly form: WrittenForm
}

export const hasForm = (node: NodeBefore): node is FormedNode => node.form !== null

/** Writes what may only be said of a node once all nodes that it names are there. */
type Completion = () => unknown

const putters: {
  readonly [Type in NodeType]: (
    writers: Writers,
    form: FormOfType[Type] & { readonly id: number },
  ) => Completion | undefined
} = {
  PLACE: ({ places }, form) => void places.put(form),
  ACTOR: ({ actors }, { affiliations, ...form }) => {
    const actor = actors.put(form)
    return () => actors.affiliate(actor, affiliations)
  },
  EVENT: ({ events }, form) => void events.put(form),
  SOURCE: ({ sources }, form) => {
    const source = sources.put(form)
    return () => sources.relate(source, form)
  },
  CLAIM: ({ claims }, { relations, ...form }) => {
    const claim = claims.put(form)
    return () => claims.relate(claim, relations)
  },
  STATEMENT: ({ statements }, form) => void statements.put(form),
  ASSESSMENT: ({ assessments }, form) => void assessments.put(form),
}

/**
 * Puts nodes as they are wanted, each at its key: changed, or made anew where it is gone. Those that are going to be removed
 * leave their slugs to them.
 */
export function putForms(
  writers: Writers,
  forms: WrittenForms,
  wanted: readonly FormedNode[],
  going: readonly NodeId[] = [],
): void {
  freeSlugs(writers, forms, wanted, going)
  const completions = inWriteOrder(wanted).map((node) => putForm(writers, node))
  for (const complete of completions) complete?.()
}

function putForm<Type extends NodeType>(
  writers: Writers,
  { type, id, form }: { readonly type: Type; readonly id: number; readonly form: WrittenForm },
): Completion | undefined {
  // A form's kind stands beside it, where the compiler cannot see that they belong together.
  return putters[type](writers, { ...(form as FormOfType[Type]), id })
}

/** Two nodes may have exchanged slugs, or one may have got that of another since: whoever is in the way steps aside. */
function freeSlugs(
  writers: Writers,
  forms: WrittenForms,
  wanted: readonly FormedNode[],
  going: readonly NodeId[],
): void {
  if (wanted.length === 0) return
  const takers = new Map(wanted.map(({ type, id, form }) => [`${nodeKinds[type].keyTable} ${form.slug}`, id]))
  const moving = [...wanted.map(({ type, id }) => ({ type, key: id })), ...going]
  const now = forms.ofAll(moving)
  for (const { type, key } of moving) {
    const slug = now.get(formatId(type, key))?.slug
    const taker = takers.get(`${nodeKinds[type].keyTable} ${slug}`)
    if (slug !== undefined && taker !== undefined && taker !== key) stepAside(writers, { type, key })
  }
}

const stepAside = (writers: Writers, { type, key }: NodeId): void =>
  writers.rename(type, key, `moving-${nodeKinds[type].one}-${key}`)

/** Takes nodes away that may refer to each other: whoever refers to another goes first. */
export function removeNodes(writers: Writers, forms: WrittenForms, nodes: readonly NodeId[]): void {
  const now = forms.ofAll(nodes)
  const there = nodes.flatMap(({ type, key }) => {
    const form = now.get(formatId(type, key))
    return form ? [{ type, id: key, form }] : []
  })
  // A relation goes with the node that it leads to: whoever has it is noted before any of them is gone.
  for (const { type, id } of there) writers.journal.touch(type, id)
  for (const { type, id } of inWriteOrder(there).reverse()) writers.remove(type, id)
}
