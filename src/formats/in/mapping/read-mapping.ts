import { emptyFile } from '../../../dossier/file-format.ts'
import { readYaml } from '../../../dossier/read-yaml.ts'
import type { Problem } from '../../../values/errors.ts'
import { mappingFaults } from './mapping-check.ts'
import { faultsOfIssues, type MappingFault } from './mapping-problems.ts'
import { type Mapping, mappingSchema } from './mapping-schema.ts'

/** The letters of the longest mapping. */
const LONGEST = 1 << 20

/** Reads a mapping that is written in YAML or JSON, or says what is wrong with it and where. */
export function readMapping(file: string, text: string): Mapping | readonly Problem[] {
  if (text.length > LONGEST)
    return [{ file, message: 'is too large: a mapping has at most a million letters' }]
  if (text.trim() === '')
    return [{ file, line: 1, column: 1, message: 'is empty: a mapping begins with hearsay: mapping' }]
  const draft = readYaml({ file, line: 1, text: text.replace(/^\ufeff/, '') })
  if (!('data' in draft))
    return draft.map((problem) =>
      problem.message === emptyFile ? { ...problem, message: emptyMapping } : problem,
    )
  const checked = checkMapping(draft.data)
  if ('mapping' in checked) return checked.mapping
  return checked.faults.map(({ path, message }) => draft.problem(path, message))
}

const emptyMapping = 'is empty: a mapping begins with hearsay: mapping'

/** The same of a mapping as plain data, such as one that a request brings. */
export function checkMapping(
  data: unknown,
): { readonly mapping: Mapping } | { readonly faults: readonly MappingFault[] } {
  const { data: read, error } = mappingSchema.safeParse(data)
  if (error) return { faults: faultsOfIssues(error.issues, data) }
  // The fields of each section have the form that their schema, which is made of the dossier's, has checked.
  const mapping = read as Mapping
  const faults = mappingFaults(mapping)
  return faults.length > 0 ? { faults } : { mapping }
}
