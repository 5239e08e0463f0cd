import type { NodeFields } from '../model/history/named-forms.ts'
import { isObjectLike } from '../values/is-object-like.ts'
import { nodeKinds, type Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import type { NodeType } from '../values/vocabulary.ts'
import { fieldsOfItem } from './format.ts'
import { sectionNames } from './sections.ts'

/** The language of an exported dossier: a name that stands in no other is in this one. */
export const EXPORTED_LANGUAGE = 'en'

const fieldNames: Readonly<Record<Section, readonly string[]>> = recordFrom(sectionNames, fieldsOfItem)

/** Lists in which the order says nothing. Affiliations and names are in the order in which somebody put them. */
const unordered = ['participants', 'relations', 'about']

/**
 * A node as an item of a dossier, always in the same form: fields in the format's order, lists sorted where their order says
 * nothing, and left out what an import adds by itself.
 *
 * @param mustSayAccepted Whether an import would take the node for proposed, were it not told.
 */
export function exportedItem(type: NodeType, fields: NodeFields, mustSayAccepted: boolean): NodeFields {
  const item: Record<string, unknown> = {}
  for (const name of fieldNames[nodeKinds[type].many]) {
    const value = exportedValue(name, fields, mustSayAccepted)
    if (value !== undefined) item[name] = value
  }
  return item
}

function exportedValue(name: string, fields: NodeFields, mustSayAccepted: boolean): unknown {
  const value = fields[name]
  if (name === 'review') return value === 'ACCEPTED' && !mustSayAccepted ? undefined : value
  if (name === 'labels' || name === 'links')
    return exportedTexts(name === 'labels' ? furtherLabels(fields) : value)
  if (!Array.isArray(value)) return value
  if (value.length === 0) return undefined
  return unordered.includes(name) ? [...value].sort(byText) : value
}

/** The labels without the name, where an import puts it first in the dossier's language by itself. */
function furtherLabels({ name, labels }: NodeFields): unknown {
  if (!isObjectLike(labels)) return labels
  const own = labels[EXPORTED_LANGUAGE]
  const isElsewhere = Object.entries(labels).some(
    ([language, texts]) => language !== EXPORTED_LANGUAGE && Array.isArray(texts) && texts.includes(name),
  )
  if (!Array.isArray(own) || own[0] !== name || isElsewhere) return labels
  return { ...labels, [EXPORTED_LANGUAGE]: own.slice(1) }
}

/** Texts by language or scheme, in alphabetical order of those; a single text is no list. */
function exportedTexts(texts: unknown): NodeFields | undefined {
  if (!isObjectLike(texts)) return undefined
  const filled = Object.entries(texts)
    .filter(([, list]) => Array.isArray(list) && list.length > 0)
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([key, list]) => [key, Array.isArray(list) && list.length === 1 ? list[0] : list])
  return filled.length === 0 ? undefined : Object.fromEntries(filled)
}

const byText = (a: unknown, b: unknown): number => compareTexts(JSON.stringify(a), JSON.stringify(b))

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
