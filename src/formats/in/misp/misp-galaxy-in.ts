import { type Fields, isFields } from '../../../dossier/fields.ts'
import type { FieldPath } from '../../../values/errors.ts'
import type { FileHead, ImportFormat } from '../import-format.ts'
import { readWholeJson, type WholeJson } from '../json/whole-json.ts'
import { GalaxyReading } from './galaxy-reading.ts'

/** Threat actors of a MISP galaxy. */
export const mispGalaxyIn: ImportFormat = {
  name: 'misp-galaxy',
  title: 'MISP galaxy',
  description:
    'Threat actors of a MISP galaxy, with their other names. The state that one is attributed to is a claim, and a statement of ' +
    'whoever keeps the galaxy. Clusters of anything but actors are refused.',
  recognizes,
  open: async (file, { nodes }) => {
    const json = readWholeJson(file)
    if (Array.isArray(json)) return json
    const whole = json as WholeJson
    const fault = clusterFault(whole.data)
    return fault ? [whole.problem(fault.field, fault.message)] : new GalaxyReading(whole, nodes)
  },
}

/** A cluster has its type, its authors and a list of values, each with its value. */
function recognizes({ text }: FileHead): boolean {
  if (!/^\s*\{/.test(text) || !/"type"\s*:\s*"[\w-]+"/.test(text)) return false
  return (
    /"values"\s*:\s*\[/.test(text) &&
    /"(value|meta)"\s*:/.test(text) &&
    /"(authors|category|source)"\s*:/.test(text)
  )
}

function clusterFault(data: unknown): { field: FieldPath; message: string } | null {
  if (!isFields(data)) return { field: [], message: 'is no cluster of a MISP galaxy: a map is wanted' }
  if (!Array.isArray(data.values))
    return { field: ['values'], message: 'should be a list: the threat actors of a cluster of a MISP galaxy' }
  if (isOfActors(data)) return null
  return {
    field: ['type'],
    message: `is a cluster of something else than actors: only threat actors have a place in the graph`,
  }
}

/** Whether a cluster says that it is of actors, by its type or its category. */
const isOfActors = ({ type, category }: Fields): boolean =>
  category === 'actor' || (typeof type === 'string' && /(^|-)threat-actor$/.test(type))
