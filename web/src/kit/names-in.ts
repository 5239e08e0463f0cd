/** As much of a document's tree as is changed here. */
export interface QueryNode {
  readonly kind: string
  readonly name?: { readonly value: string }
  readonly arguments?: readonly unknown[]
  readonly typeCondition?: { readonly name: { readonly value: string } } | undefined
  readonly definitions?: readonly QueryNode[]
  readonly selectionSet?: { readonly kind: string; readonly selections: readonly QueryNode[] } | undefined
}

const made = new WeakMap<QueryNode, Map<string, QueryNode>>()

/**
 * A query that asks for each `name` in a language: `name` becomes `name(lang: "ru")`, which is the name as recorded where
 * there is none in that language. The query that is sent is the query that GraphiQL opens.
 */
export function namesIn<Document extends QueryNode>(document: Document, language: string | null): Document {
  if (!language) return document
  const known = made.get(document)?.get(language)
  if (known) return known as Document
  const definitions = document.definitions?.map((it) => inLanguage(it, language)) ?? []
  const changed = { kind: document.kind, definitions }
  made.set(document, (made.get(document) ?? new Map()).set(language, changed))
  return changed as QueryNode as Document
}

function inLanguage(node: QueryNode, language: string): QueryNode {
  // A user has one name. Documents ask for it in a fragment, which tells that it is a user's.
  if (node.typeCondition?.name.value === 'User') return node
  if (node.selectionSet) {
    const selections = node.selectionSet.selections.map((it) => inLanguage(it, language))
    return { ...node, selectionSet: { ...node.selectionSet, selections } }
  }
  if (node.kind !== 'Field' || node.name?.value !== 'name' || node.arguments?.length) return node
  return { ...node, arguments: [languageArgument(language)] }
}

const languageArgument = (language: string) => ({
  kind: 'Argument',
  name: { kind: 'Name', value: 'lang' },
  value: { kind: 'StringValue', value: language, block: false },
})
