import type { Upserted } from '../sql/upsert.ts'
import { nodeKinds } from '../values/node-kinds.ts'
import type { NodeType } from '../values/vocabulary.ts'
import type { FormOfType, WrittenForm, WrittenForms } from './history/written.ts'
import { inWriteOrder } from './nodes/write-order.ts'
import type { Writers } from './writers.ts'

/** A node as it shall be: in this form, or not there. */
export interface WantedNode {
  readonly type: NodeType
  readonly id: number
  readonly form: WrittenForm | null
}

/** What is left to say of a node once all nodes that it may refer to are there. */
type Afterwards = () => void

const putters: {
  readonly [Type in NodeType]: (
    writers: Writers,
    form: FormOfType[Type] & { readonly id: number },
  ) => Afterwards | Upserted
} = {
  PLACE: ({ places }, form) => places.put(form),
  ACTOR: ({ actors }, { affiliations, ...form }) => {
    const actor = actors.put(form)
    return () => actors.affiliate(actor, affiliations)
  },
  EVENT: ({ events }, form) => events.put(form),
  SOURCE: ({ sources }, form) => {
    const source = sources.put(form)
    return () => sources.relate(source, form)
  },
  CLAIM: ({ claims }, { relations, ...form }) => {
    const claim = claims.put(form)
    return () => claims.relate(claim, relations)
  },
  STATEMENT: ({ statements }, form) => statements.put(form),
  ASSESSMENT: ({ assessments }, form) => assessments.put(form),
}

/**
 * Puts nodes as they are wanted, each at its key: changed, made anew where it is gone, removed where no form is given.
 * First what others refer to, and what is removed last of all, from the outside inwards.
 */
export function putForms(writers: Writers, forms: WrittenForms, wanted: readonly WantedNode[]): void {
  freeSlugs(writers, forms, wanted)
  const afterwards = inWriteOrder(wanted.filter(hasForm)).map((node) => putForm(writers, node))
  for (const after of afterwards) if (typeof after === 'function') after()
  const gone = wanted
    .filter(({ form }) => form === null)
    .flatMap(({ type, id }) => {
      const form = forms.of(type, id)
      return form ? [{ type, id, form }] : []
    })
  for (const { type, id } of inWriteOrder(gone).reverse()) writers.remove(type, id)
}

const hasForm = (node: WantedNode): node is WantedNode & { readonly form: WrittenForm } => node.form !== null

function putForm<Type extends NodeType>(
  writers: Writers,
  { type, id, form }: { readonly type: Type; readonly id: number; readonly form: WrittenForm },
): Afterwards | Upserted {
  // Which kind a form is of stands beside it, where the compiler cannot see that they belong together.
  return putters[type](writers, { ...(form as FormOfType[Type]), id })
}

/** Two nodes may have exchanged slugs, or one may have got that of another: whoever is in the way steps aside. */
function freeSlugs(writers: Writers, forms: WrittenForms, wanted: readonly WantedNode[]): void {
  const taken = new Map(
    wanted.filter(hasForm).map(({ type, id, form }) => [`${nodeKinds[type].keyTable} ${form.slug}`, id]),
  )
  for (const { type, id } of wanted) {
    const slug = forms.of(type, id)?.slug
    const taker = taken.get(`${nodeKinds[type].keyTable} ${slug}`)
    if (slug !== undefined && taker !== undefined && taker !== id)
      writers.rename(type, id, `moving-${nodeKinds[type].one}-${id}`)
  }
}
