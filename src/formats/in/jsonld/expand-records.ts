import type { JsonLdDocument, Options } from 'jsonld'
import { isFields } from '../../../dossier/fields.ts'
import { errorMessage, type FieldPath, type Problem } from '../../../values/errors.ts'
import type { WholeJson } from '../json/whole-json.ts'
import type { ExpandedNode } from './expanded-node.ts'
import { knownContext, schemaOrgContext, UnknownContextError } from './known-contexts.ts'
import type { FileRecord } from './linked-records.ts'

/** How many records are expanded together: jsonld takes the contexts anew each time. */
const BATCH = 500

/** By which a record is found again after expansion. */
const MARK = 'urn:hearsay:import:record'

/** A record as it stands in the file, and what it says. */
export interface ExpandedRecord {
  readonly record: FileRecord
  readonly node: ExpandedNode
}

/** Says of each record what its names mean, some hundreds at a time. Nothing is fetched for it. */
export async function* expandedRecords(
  json: WholeJson,
  records: Iterable<FileRecord>,
): AsyncGenerator<readonly ExpandedRecord[] | readonly Problem[]> {
  let batch: FileRecord[] = []
  for (const record of records) {
    const [first] = batch
    if (first && (batch.length === BATCH || !isSameContext(first, record))) {
      yield await expandBatch(json, batch)
      batch = []
    }
    batch.push(record)
  }
  if (batch.length > 0) yield await expandBatch(json, batch)
}

const isSameContext = (one: FileRecord, other: FileRecord): boolean =>
  one.contexts.length === other.contexts.length &&
  one.contexts.every((context, index) => context === other.contexts[index])

async function expandBatch(
  json: WholeJson,
  batch: readonly FileRecord[],
): Promise<readonly ExpandedRecord[] | readonly Problem[]> {
  try {
    return await expand(batch)
  } catch (error) {
    const unknown = unknownContextOf(error)
    if (unknown) return [json.problem(pathOfText(json.data, unknown.address), unknown.message)]
    const [first, ...more] = batch
    if (first && more.length === 0)
      return [json.problem(first.path, `is not JSON-LD: ${plainMessage(error)}`)]
    // One by one, as the error does not say in which.
    for (const record of batch) {
      const outcome = await expandBatch(json, [record])
      if (outcome.some((one) => 'message' in one)) return outcome
    }
    return [json.problem([], `is not JSON-LD: ${plainMessage(error)}`)]
  }
}

/** The way to the first place in data where a text stands. */
function pathOfText(data: unknown, text: string): FieldPath {
  const open: { value: unknown; path: FieldPath }[] = [{ value: data, path: [] }]
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, path } = at
    if (value === text) return path
    if (Array.isArray(value))
      open.push(...value.map((each, index) => ({ value: each, path: [...path, index] })).reverse())
    else if (isFields(value))
      open.push(
        ...Object.entries(value)
          .map(([key, each]) => ({ value: each, path: [...path, key] }))
          .reverse(),
      )
  }
  return []
}

/** jsonld wraps what its loader throws. */
function unknownContextOf(error: unknown): UnknownContextError | null {
  for (let at: unknown = error; isObject(at); at = 'cause' in at && at.cause ? at.cause : detailOf(at))
    if (at instanceof UnknownContextError) return at
  return null
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const detailOf = (error: object): unknown =>
  'details' in error && isObject(error.details) && 'cause' in error.details ? error.details.cause : null

const plainMessage = (error: unknown): string => errorMessage(error).replace(/^Invalid JSON-LD syntax; /, '')

async function expand(batch: readonly FileRecord[]): Promise<readonly ExpandedRecord[]> {
  const { default: jsonld } = await import('jsonld')
  const contexts = batch[0]?.contexts ?? []
  const document = {
    '@context': contexts.length > 0 ? contexts.flat() : schemaOrgContext,
    '@graph': batch.map(({ fields }, index) => ({ ...fields, [MARK]: index })),
  }
  const options = { documentLoader: knownContext, keepFreeFloatingNodes: true, base: '' }
  const nodes = await jsonld.expand(document as JsonLdDocument, options as Options.Expand)
  return nodes.flatMap((node) => {
    const record = batch[markOf(node)]
    return record ? [{ record, node }] : []
  })
}

function markOf(node: ExpandedNode): number {
  const [mark] = Array.isArray(node[MARK]) ? node[MARK] : []
  return isFields(mark) ? Number(mark['@value']) : -1
}
