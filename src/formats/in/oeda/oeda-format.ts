import type { ImportFormat } from '../import-format.ts'
import { OedaReading } from './oeda-reading.ts'

const codeLine = /^[^[\]{}",]*\[[A-Z]{3,40}(\s*[<>]?\s*\d[\d-]*)?\s*\]\s*([;#].*)?$/
/** So many lines with a code tell a dictionary. */
const FEWEST_CODES = 2

/** Actor dictionaries of the Open Event Data Alliance: `Phoenix.Countries.actors.txt`. */
export const oeda: ImportFormat = {
  name: 'oeda',
  title: 'an OEDA actor dictionary',
  description:
    'Actor dictionaries of TABARI and PETRARCH: states, organizations, people, their other names and terms of office.',
  recognizes({ text }) {
    if (/^\s*[[{<]/.test(text)) return false
    const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*[#;]/.test(line))
    return (
      lines.filter((line) => codeLine.test(line.trimEnd())).length >=
      Math.max(FEWEST_CODES, lines.length / 20)
    )
  },
  open: async (file, { nodes }) => new OedaReading(file, nodes),
}
