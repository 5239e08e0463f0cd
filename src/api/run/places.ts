import type { ASTNode, GraphQLError, Location, Source, SourceLocation } from 'graphql'

/**
 * Where the parts of a document stand. graphql-js counts the lines of the document anew for each place of each error, which
 * takes minutes where there are many of both; here they are counted once, when the first error is told. The parser's own
 * places are let go: with them a document takes twice the memory.
 */
class Lines {
  readonly #body: string
  #starts: number[] | null = null

  constructor({ body }: Source) {
    this.#body = body
  }

  /** The line and the column of an offset, both counted from 1. */
  at(offset: number): SourceLocation {
    this.#starts ??= startsOf(this.#body)
    let [first, last] = [0, this.#starts.length - 1]
    while (first < last) {
      const middle = (first + last + 1) >> 1
      if ((this.#starts[middle] as number) <= offset) first = middle
      else last = middle - 1
    }
    return { line: first + 1, column: offset + 1 - (this.#starts[first] as number) }
  }
}

function startsOf(body: string): number[] {
  const starts = [0]
  for (const { index, 0: end } of body.matchAll(/\r\n|[\n\r]/g)) starts.push(index + end.length)
  return starts
}

const keptPlace = Symbol('place')
type Placed = { loc?: Location | undefined; [keptPlace]?: { readonly lines: Lines; readonly start: number } }

const linesBySource = new WeakMap<Source, Lines>()

/** Takes the parser's place from a part of a document, and keeps where it begins. */
export function keepPlace(node: ASTNode): void {
  const { loc } = node
  if (!loc) return
  const lines = linesBySource.get(loc.source) ?? new Lines(loc.source)
  linesBySource.set(loc.source, lines)
  const placed = node as Placed
  // In this order V8 keeps the node's layout: what was added last is taken away.
  delete placed.loc
  placed[keptPlace] = { lines, start: loc.start }
}

/** Tells of an error where the parts of the document that it is about stand, if that was kept. */
export function located(error: GraphQLError): GraphQLError {
  const locations = (error.nodes ?? []).flatMap((node) => {
    const kept = (node as Placed)[keptPlace]
    return kept ? [kept.lines.at(kept.start)] : []
  })
  if (locations.length > 0) Object.defineProperty(error, 'locations', { value: locations, enumerable: true })
  return error
}
