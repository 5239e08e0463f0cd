import { openInput } from '../../../dossier/inputs.ts'
import { TextFile } from '../../../dossier/text-file.ts'
import { DossierError } from '../../../values/errors.ts'
import { MIB } from '../../../values/mib.ts'
import type { Mapping } from './mapping-schema.ts'
import { readMapping } from './read-mapping.ts'

/** Reads a mapping from a file, or throws a DossierError that says all that is wrong with it. */
export function readMappingFile(path: string): Mapping {
  const input = openInput(path)
  if (!(input instanceof TextFile)) throw new DossierError([input])
  try {
    const mapping = readMapping(path, new TextDecoder().decode(input.read(0, LARGEST)))
    if ('items' in mapping) return mapping
    throw new DossierError(mapping)
  } finally {
    input.close()
  }
}

/** What is longer is refused by its letters. */
const LARGEST = 8 * MIB
