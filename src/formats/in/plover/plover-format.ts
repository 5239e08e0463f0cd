import { LARGEST_READ } from '../../../dossier/file-format.ts'
import { MIB } from '../../../values/mib.ts'
import type { ImportFormat } from '../import-format.ts'
import { PloverReading } from './plover-reading.ts'

/** Events that were coded by PLOVER, as records in JSON: `PLOVER_GSR_CAMEO.txt`. */
export const plover: ImportFormat = {
  name: 'plover',
  title: 'PLOVER',
  description:
    'Events that were coded by PLOVER: events, places, actors, and the coded sentences as proposals.',
  recognizes: ({ text }) =>
    /^\ufeff?[\s[]*\{/.test(text) &&
    /"id"\s*:/.test(text) &&
    /"event"\s*:\s*\[?\s*"[A-Z]+"/.test(text) &&
    /"eventText"\s*:|"(source|target)"\s*:\s*\[?\s*(\{\s*"(actorText|code)"|"([A-Z]{3}){1,4}")/.test(text),
  async open(file, { nodes }) {
    if (file.size > LARGEST_READ.json * MIB)
      return [
        {
          file: file.name,
          line: 1,
          message: `is too large: records are read up to ${LARGEST_READ.json} MiB`,
        },
      ]
    const text = decoded(file.read(0, file.size))
    if (typeof text !== 'string')
      return [{ file: file.name, line: text.line, message: 'is not text in UTF-8 here' }]
    return new PloverReading(file.name, text, nodes)
  },
}

/** The text, or the line at which it is none. */
function decoded(bytes: Uint8Array): string | { readonly line: number } {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const lossy = new TextDecoder().decode(bytes)
    return { line: lossy.slice(0, Math.max(0, lossy.indexOf('\ufffd'))).split('\n').length }
  }
}
