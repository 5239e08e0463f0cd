import type { TextFile } from '../../dossier/text-file.ts'
import { ftmIn } from './ftm/ftm-in.ts'
import type { FileHead, ImportFormat } from './import-format.ts'
import { mispGalaxyIn } from './misp/misp-galaxy-in.ts'
import { stixIn } from './stix/stix-in.ts'

/** All formats of other tools that an import reads, each tried after those before it. */
export const importFormats: readonly ImportFormat[] = [stixIn, mispGalaxyIn, ftmIn]

/** So many bytes of a file tell its format. */
const HEAD = 65_536

/** The format of a file, by its name and what it begins with; undefined where it may be a dossier. */
export function formatOfFile(file: TextFile): ImportFormat | undefined {
  const bytes = file.read(0, HEAD)
  const head: FileHead = { name: file.name, bytes, text: new TextDecoder().decode(bytes) }
  return importFormats.find((format) => format.recognizes(head))
}
