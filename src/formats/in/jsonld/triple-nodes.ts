import { Parser, type Quad, type Term } from 'n3'
import type { ExpandedNode } from './expanded-node.ts'

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

/** A node as its triples say it, with whatever they have of each property. */
type NodeInMaking = { readonly '@id': string } & Record<string, unknown>

/** The nodes that triples speak of, in the order in which they come first, as JSON-LD has them when it is expanded. */
export async function nodesOfTriples(text: string, format: string): Promise<readonly ExpandedNode[]> {
  const nodes = new Map<string, NodeInMaking>()
  await eachTriple(text, format, ({ subject, predicate, object }) => {
    const id = nameOfTerm(subject)
    const node = nodes.get(id) ?? { '@id': id }
    nodes.set(id, node)
    const isType = predicate.value === `${RDF}type`
    // A name without a scheme is none of a property.
    if (predicate.value.includes(':'))
      addValue(node, isType ? '@type' : predicate.value, isType ? object.value : valueOfTerm(object))
  })
  return [...nodes.values()]
}

function addValue(node: NodeInMaking, name: string, value: unknown): void {
  const values = node[name]
  if (Array.isArray(values)) values.push(value)
  else node[name] = [value]
}

/** Reads triples one after the other; of a text that is none, the parser's error. */
const eachTriple = (text: string, format: string, onTriple: (triple: Quad) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    new Parser({ format }).parse(text, (error, triple) => {
      if (error) reject(error)
      else if (triple) onTriple(triple)
      else resolve()
    })
  })

const nameOfTerm = (term: Term): string => (term.termType === 'BlankNode' ? `_:${term.value}` : term.value)

function valueOfTerm(term: Term): unknown {
  if (term.termType !== 'Literal') return { '@id': nameOfTerm(term) }
  if (term.language) return { '@value': term.value, '@language': term.language }
  const type = term.datatype.value.replace(/^.*#/, '')
  if (type === 'boolean') return { '@value': term.value === 'true' }
  const isWhole = type === 'nonNegativeInteger' || type === 'integer'
  return { '@value': isWhole ? Number(term.value) : term.value, '@type': term.datatype.value }
}
