import type { TextFile } from '../dossier/text-file.ts'
import { dnaIn } from './in/dna/dna-in.ts'
import { dnaTableIn } from './in/dna/dna-table-in.ts'
import { ftmIn } from './in/ftm/ftm-in.ts'
import type { FileHead, ImportFormat } from './in/import-format.ts'
import { jsonLdImport } from './in/jsonld/json-ld-import.ts'
import { rdfImport } from './in/jsonld/rdf-import.ts'
import { mispGalaxyIn } from './in/misp/misp-galaxy-in.ts'
import { oeda } from './in/oeda/oeda-format.ts'
import { plover } from './in/plover/plover-format.ts'
import { stixIn } from './in/stix/stix-in.ts'
import { viina, viinaEvents, viinaReports } from './in/viina/viina-formats.ts'

/** All formats of other tools that an import reads, each tried after those before it. */
export const importFormats: readonly ImportFormat[] = [
  dnaIn,
  stixIn,
  ftmIn,
  mispGalaxyIn,
  jsonLdImport,
  rdfImport,
  plover,
  oeda,
  dnaTableIn,
  viina,
  viinaReports,
  viinaEvents,
]

/** So many bytes of a file tell its format. */
const HEAD = 65_536

/** The format of a file, by its name and what it begins with; undefined where it may be a dossier. */
export const formatOfFile = (file: TextFile): ImportFormat | undefined => formatOfHead(headOf(file))

/** What a file begins with. */
export function headOf(file: TextFile): FileHead {
  const bytes = file.read(0, HEAD)
  return { name: file.name, bytes, text: new TextDecoder().decode(bytes) }
}

/** The same by what a file begins with. */
export const formatOfHead = (head: FileHead): ImportFormat | undefined =>
  importFormats.find((format) => format.recognizes(head))
