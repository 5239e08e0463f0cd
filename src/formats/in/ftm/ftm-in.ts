import type { FileHead, ImportFormat } from '../import-format.ts'
import { FtmFile } from './ftm-file.ts'
import { FtmReading } from './ftm-reading.ts'

/** Entities of FollowTheMoney, as Aleph and OpenSanctions write them. */
export const ftmIn: ImportFormat = {
  name: 'ftm',
  title: 'FollowTheMoney',
  description:
    'Entities of FollowTheMoney, one on a line or in a list: persons, organizations, companies and public bodies with what they ' +
    'belong to, documents and events. All else is counted by its schema.',
  recognizes,
  open: async (file, { nodes }) => new FtmReading(new FtmFile(file), nodes),
}

/** An entity has an id, a schema in capital letters and properties. */
function recognizes({ name, text }: FileHead): boolean {
  if (/\.(ftm\.jsonl?|ftm|ijson)(\.gz)?$/i.test(name)) return true
  return /^\s*[[{]/.test(text) && /"schema"\s*:\s*"[A-Z][A-Za-z]+"/.test(text) && /"id"\s*:/.test(text)
}
