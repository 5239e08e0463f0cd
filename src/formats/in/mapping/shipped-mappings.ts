import { readFileSync } from 'node:fs'
import { DossierError } from '../../../values/errors.ts'
import { packageRoot } from '../../../values/package-root.ts'
import type { ImportFormat } from '../import-format.ts'
import type { Mapping } from './mapping-schema.ts'
import { openMapped } from './open-mapped.ts'
import { readMapping } from './read-mapping.ts'
import { isOfMapping, tableText } from './recognize-table.ts'

interface ShippedMapping {
  readonly name: string
  readonly title: string
  readonly description: string
  /** A text without which no file is one of its tables: the mapping need not be read to see that. */
  readonly mark: string
}

/** A mapping that comes with Hearsay, in the folder `mappings`. It is read when a file is first compared with it. */
export function shippedMapping({ name, title, description, mark }: ShippedMapping): ImportFormat {
  let known: Mapping | null = null
  const mapping = (): Mapping => {
    known ??= readShipped(`mappings/${name}.yaml`)
    return known
  }
  return {
    name,
    title,
    description,
    recognizes: (head) => tableText(head, 'auto').includes(mark) && isOfMapping(head, mapping()),
    open: async (file, context) => openMapped(file, mapping(), context),
  }
}

function readShipped(path: string): Mapping {
  const mapping = readMapping(path, readFileSync(new URL(path, packageRoot), 'utf8'))
  if ('items' in mapping) return mapping
  throw new DossierError(mapping)
}
