import { isUtf8 } from 'node:buffer'
import { fileProblemAt } from '../../../dossier/file-format.ts'
import { unsoundAt } from '../../../dossier/sound.ts'
import { problemsInText } from '../../../dossier/text-draft.ts'
import type { TextFile } from '../../../dossier/text-file.ts'
import { errorMessage, type FieldPath, type Problem } from '../../../values/errors.ts'
import { MIB } from '../../../values/mib.ts'
import type { FileHead, ForeignReading, ImportFormat, ReadingContext } from '../import-format.ts'
import type { JsonFile } from '../json/json-items.ts'
import { type ExpandedNode, idOf } from './expanded-node.ts'
import { LinkedReading } from './linked-reading.ts'
import { nodesOfTriples } from './triple-nodes.ts'

/** In MiB: triples take many times their size. */
const LARGEST_TRIPLES = 64

/** The same linked data as JSON-LD, as triples. */
export const rdfImport: ImportFormat = {
  name: 'rdf',
  title: 'RDF: Turtle, N-Quads',
  description: 'What JSON-LD is read for, written as Turtle, N-Triples or N-Quads.',
  recognizes: ({ name }: FileHead): boolean => /\.(ttl|nq|nt)(\.gz)?$/i.test(name),
  open: openTriples,
}

async function openTriples(
  file: TextFile,
  context: ReadingContext,
): Promise<ForeignReading | readonly Problem[]> {
  if (file.size > LARGEST_TRIPLES * MIB)
    return [
      fileProblemAt(file.name, `is too large: split it (triples are read up to ${LARGEST_TRIPLES} MiB)`),
    ]
  const bytes = file.read(0, file.size)
  if (!isUtf8(bytes)) return [fileProblemAt(file.name, 'is not text in UTF-8')]
  const text = new TextDecoder().decode(bytes)
  try {
    const format = /\.(nq|nt)(\.gz)?$/i.test(file.name) ? 'N-Quads' : 'Turtle'
    return readingOf(new TriplePlaces(file.name, text), await nodesOfTriples(text, format), context)
  } catch (error) {
    return [tripleFault(file.name, errorMessage(error))]
  }
}

function readingOf(
  places: TriplePlaces,
  nodes: readonly ExpandedNode[],
  { nodes: known }: ReadingContext,
): ForeignReading | readonly Problem[] {
  const unsound = nodes.flatMap((node) => {
    const problem = (_: FieldPath, message: string) => places.problem([idOf(node) ?? ''], message)
    return unsoundAt({ file: places.file, whole: 'this file', problem }, [], node)
  })
  if (unsound.length > 0) return unsound
  const reading = new LinkedReading(places, known)
  for (const node of nodes)
    reading.add({ node, record: { path: [idOf(node) ?? ''], fields: node, contexts: [] } })
  return reading
}

/** n3 says in which line it stopped. */
function tripleFault(file: string, message: string): Problem {
  const line = Number(/ on line (\d+)/.exec(message)?.[1] ?? 1)
  return { file, line, message: `is no RDF: ${message.replace(/ on line \d+\.?$/, '')}` }
}

/** Where nodes stand in a text of triples: a path begins with the node's IRI. */
class TriplePlaces implements JsonFile {
  readonly file: string
  readonly #text: string
  readonly #problemAt: (offset: number, message: string) => Problem

  constructor(file: string, text: string) {
    this.file = file
    this.#text = text
    this.#problemAt = problemsInText({ file, line: 1, text })
  }

  placeOf([iri = '']: FieldPath): { line: number; column: number | undefined; path: string } {
    const { line = 1, column } = this.#problemAt(Math.max(0, this.#text.indexOf(`<${iri}>`)), '')
    return { line, column, path: String(iri) }
  }

  problem(path: FieldPath, message: string): Problem {
    return { file: this.file, ...this.placeOf(path), message }
  }
}
