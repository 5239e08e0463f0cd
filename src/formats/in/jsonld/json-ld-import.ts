import { unsoundAt } from '../../../dossier/sound.ts'
import type { TextFile } from '../../../dossier/text-file.ts'
import type { Problem } from '../../../values/errors.ts'
import type { FileHead, ForeignReading, ImportFormat, ReadingContext } from '../import-format.ts'
import { readWholeJson } from '../json/whole-json.ts'
import { type ExpandedRecord, expandedRecords } from './expand-records.ts'
import { LinkedReading } from './linked-reading.ts'
import { fileRecords } from './linked-records.ts'

/** Linked data as JSON: our own export, annotations of the W3C, and fact checks in the words of schema.org. */
export const jsonLdImport: ImportFormat = {
  name: 'jsonld',
  title: 'JSON-LD: W3C annotations, ClaimReview',
  description:
    'Hearsay’s own JSON-LD, whole; annotations of the W3C (Web Annotation); claims and fact checks of schema.org (Claim, ClaimReview).',
  recognizes: ({ name, text }: FileHead): boolean =>
    /\.jsonld(\.gz)?$/i.test(name) ||
    (/^\s*[[{]/.test(text) && /"@context"\s*:|"@type"\s*:\s*\[?\s*"[^"]*ClaimReview"/.test(text)),
  open: openJsonLd,
}

async function openJsonLd(
  file: TextFile,
  context: ReadingContext,
): Promise<ForeignReading | readonly Problem[]> {
  const json = readWholeJson(file)
  if (!('data' in json)) return json
  const whole = { file: file.name, whole: 'this file', problem: json.problem.bind(json) }
  const unsound = unsoundAt(whole, [], json.data)
  if (unsound.length > 0) return unsound
  const reading = new LinkedReading(json, context.nodes)
  const records = fileRecords(json.data, reading)
  for await (const outcomes of expandedRecords(json, records)) {
    const problems = outcomes.filter((outcome): outcome is Problem => 'message' in outcome)
    if (problems.length > 0) return problems
    for (const outcome of outcomes) if ('node' in outcome) reading.add(outcome satisfies ExpandedRecord)
  }
  return reading
}
