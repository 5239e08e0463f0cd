import { constants, gunzipSync } from 'node:zlib'
import { formatOfHead } from '../formats/import-formats.ts'
import type { FileHead } from '../formats/in/import-format.ts'
import { draftMapping, type MappingDraft } from '../formats/in/mapping/draft/draft-mapping.ts'
import type { UploadedFile } from './uploaded-file.ts'

/** What a file is, and of a table a first draft of its mapping. */
export interface ImportDraft {
  /** What the file is called, such as `STIX 2.1`; null where it may be a dossier, or is a table that needs a mapping. */
  readonly format: string | null
  /** The columns of a table that needs a mapping, and what its first cells hold. */
  readonly columns: readonly { readonly name: string; readonly samples: readonly string[] }[] | null
  readonly mapping: MappingDraft['mapping'] | null
}

/** So many bytes of a file are looked at. */
const HEAD = 65_536
/** Of a packed file, what its beginning unpacks to. */
const UNPACKED = 16 * 1024 * 1024

export function draftOf({ name, bytes }: UploadedFile): ImportDraft {
  const head = headOf(name, unpackedBeginning(bytes).subarray(0, HEAD))
  const format = formatOfHead(head)
  if (format) return { format: format.title, columns: null, mapping: null }
  if (!isTable(head)) return { format: null, columns: null, mapping: null }
  const draft = draftMapping(head)
  if ('fault' in draft) return { format: null, columns: null, mapping: null }
  return {
    format: null,
    columns: draft.columns.map((column) => ({ name: column.name, samples: column.samples })),
    mapping: draft.mapping,
  }
}

const headOf = (name: string, bytes: Uint8Array): FileHead => ({
  name,
  bytes,
  text: new TextDecoder().decode(bytes),
})

/** A dossier is no table: it begins with a brace, or with a field. */
const isTable = ({ name, text }: FileHead): boolean =>
  /\.(csv|tsv|tab|txt)(\.gz)?$/i.test(name) && !/^\s*(\{|hearsay:)/.test(text)

/** What comes packed with gzip is cut where the beginning was: whatever is whole of it is read. */
function unpackedBeginning(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: UNPACKED, finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return bytes
  }
}
