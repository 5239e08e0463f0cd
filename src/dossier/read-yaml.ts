import { parseDocument, type Tags } from 'yaml'
import { isTooDeep } from '../text/yaml-depth.ts'
import type { Problem } from '../values/errors.ts'
import type { DossierDraft } from './draft.ts'
import { emptyFile, fileProblemAt } from './file-format.ts'
import { REPEATED_KEY } from './json.ts'
import { jsonFaultIn } from './json-fault.ts'
import { draftOfText, type FileText, problemsInText } from './text-draft.ts'
import { repeatedYamlKeys, YamlPlaces } from './yaml.ts'

/** Reads one document of YAML. */
export function readYaml(given: FileText): DossierDraft | readonly Problem[] {
  const { file, text, line } = given
  if (isTooDeep(text)) return [fileProblemAt(file, deepNesting, line)]
  const document = parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: false,
    customTags: withTimesAsText,
  })
  if (document.errors.length > 0 && isMeantAsJson(given)) return [jsonFaultIn(given)]
  const faults = [
    ...document.errors.map((error) => ({ at: error.pos[0], message: `is not YAML: ${error.message}` })),
    ...repeatedYamlKeys(document).map((at) => ({ at, message: REPEATED_KEY })),
  ]
  if (faults.length > 0) {
    const problemAt = problemsInText(given)
    return faults.map(({ at, message }) => problemAt(at, message))
  }
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 })
    if (data === null || data === undefined) return [fileProblemAt(file, emptyFile, line)]
    return draftOfText(given, data, new YamlPlaces(document))
  } catch (error) {
    // Aliases of aliases of aliases: small in the file, enormous in memory.
    if (!(error instanceof ReferenceError)) throw error
    return [fileProblemAt(file, tooManyAliases, line)]
  }
}

const deepNesting = 'is nested too deeply to be read'
const tooManyAliases =
  'repeats what its anchors (&) stand for too often: write it out, or write the dossier as JSON'

const TIMESTAMP = 'tag:yaml.org,2002:timestamp'

/** YAML 1.1 has times of its own, which would come as instants: a dossier's are read as they are written, all in one place. */
const withTimesAsText = (tags: Tags): Tags => [
  ...tags.filter((tag) => typeof tag === 'string' || tag.tag !== TIMESTAMP),
  { tag: TIMESTAMP, resolve: (text: string) => text },
]

/** JSON is YAML too, and whoever wrote it wants to know what is wrong with it as JSON. */
const isMeantAsJson = ({ file, text }: FileText): boolean =>
  /\.json(\.gz)?$/i.test(file) || /^\s*\{\s*"/.test(text)
