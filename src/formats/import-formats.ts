import type { TextFile } from '../dossier/text-file.ts'
import type { FileHead, ImportFormat } from './in/import-format.ts'
import { jsonLdImport } from './in/jsonld/json-ld-import.ts'
import { rdfImport } from './in/jsonld/rdf-import.ts'
import { stixIn } from './in/stix/stix-in.ts'

/** All formats of other tools that an import reads, each tried after those before it. */
export const importFormats: readonly ImportFormat[] = [stixIn, jsonLdImport, rdfImport]

/** So many bytes of a file tell its format. */
const HEAD = 65_536

/** The format of a file, by its name and what it begins with; undefined where it may be a dossier. */
export function formatOfFile(file: TextFile): ImportFormat | undefined {
  const bytes = file.read(0, HEAD)
  const head: FileHead = { name: file.name, bytes, text: new TextDecoder().decode(bytes) }
  return importFormats.find((format) => format.recognizes(head))
}
