import { type ASTNode, type DocumentNode, Kind, parse, print, visit } from 'graphql'
import type { Asked } from './documents.ts'

/** Takes away whatever can go while a document still fails, so that what is left shows what is wrong. */
export function shrink(asked: Asked, fails: (asked: Asked) => boolean): Asked {
  let smallest = asked
  for (let smaller = firstOf(smallest, fails); smaller; smaller = firstOf(smallest, fails)) smallest = smaller
  return smallest
}

const firstOf = (asked: Asked, fails: (asked: Asked) => boolean): Asked | undefined => {
  const document = parse(asked.query)
  for (const node of removable(document)) {
    const smaller = { ...asked, query: print(tidied(without(document, node))) }
    if (fails(smaller)) return smaller
  }
  return undefined
}

/** The largest parts come first, as they stand further out. */
function removable(document: DocumentNode): ASTNode[] {
  const nodes: ASTNode[] = []
  visit(document, {
    SelectionSet: ({ selections }) => {
      if (selections.length > 1) nodes.push(...selections)
    },
    Directive: (node) => void nodes.push(node),
    Argument: (node) => void nodes.push(node),
    ObjectField: (node) => void nodes.push(node),
  })
  return nodes
}

const without = (document: DocumentNode, gone: ASTNode): DocumentNode =>
  visit(document, { enter: (node) => (node === gone ? null : undefined) })

/** Without the fragments and variables that nothing asks for any more. */
function tidied(document: DocumentNode): DocumentNode {
  const spread = new Set<string>()
  const used = new Set<string>()
  visit(document, {
    FragmentSpread: ({ name }) => void spread.add(name.value),
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  })
  const kept = document.definitions.filter(
    (definition) => definition.kind !== Kind.FRAGMENT_DEFINITION || spread.has(definition.name.value),
  )
  const tidy: DocumentNode = visit(
    { ...document, definitions: kept },
    { VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null) },
  )
  return kept.length < document.definitions.length ? tidied(tidy) : tidy
}
