import { Document, isMap, isSeq } from 'yaml'
import type { FileHead } from '../../import-format.ts'
import type { Mapping } from '../mapping-schema.ts'
import { checkMapping } from '../read-mapping.ts'
import { actorItems, eventItems, placeItems, unknownItems } from './draft-nodes.ts'
import { type DraftItem, GuessedRoles } from './draft-parts.ts'
import { fileTitle, sourceItem, statementItems } from './draft-statements.ts'
import { ownTableItems } from './own-tables.ts'
import { type GuessedColumn, type TableHead, tableHead } from './table-head.ts'

/** A first draft of a mapping. */
export interface MappingDraft {
  readonly mapping: Mapping
  /** The same as YAML, with comments that say what was guessed and what is left to decide. */
  readonly text: string
  /** What is in the table's columns. */
  readonly columns: readonly GuessedColumn[]
}

/** Drafts a mapping of a table by what it begins with, or says why it cannot be told what is in it. */
export function draftMapping(file: FileHead): MappingDraft | { readonly fault: string } {
  const head = tableHead(file)
  if ('fault' in head) return head
  const parts = draftItems(head)
  const data = {
    hearsay: 'mapping',
    version: 1,
    title: fileTitle(head.file),
    file: {
      delimiter: head.delimiter === '\t' ? 'tab' : head.delimiter,
      ...(head.encoding !== 'auto' && { encoding: head.encoding }),
    },
    items: parts.map(({ item }) => item),
  }
  const checked = checkMapping(data)
  if ('faults' in checked)
    return {
      fault: `has columns of which no mapping could be made: ${checked.faults.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
    }
  return { mapping: checked.mapping, text: commented(data, parts, head), columns: head.columns }
}

function draftItems(head: TableHead): DraftItem[] {
  const own = ownTableItems(head)
  if (own) return own
  const roles = new GuessedRoles(head)
  const isSaid =
    (roles.has('text') || roles.has('claim')) &&
    (roles.has('speaker') || roles.has('organization') || roles.has('publisher'))
  if (isSaid) return statementItems(roles)
  if (
    roles.has('place') &&
    (roles.has('publishedAt') || roles.has('eventDate') || roles.has('event') || roles.has('eventType'))
  )
    return eventItems(roles)
  if (roles.has('url') || roles.has('title')) return [sourceItem(roles)]
  if (roles.has('event') || roles.has('eventType')) return eventItems(roles)
  if (roles.has('place')) return placeItems(roles)
  return roles.has('speaker') || roles.has('organization') ? actorItems(roles) : unknownItems(roles)
}

const LONGEST_SAMPLE = 40

function commented(data: object, parts: readonly DraftItem[], { columns, file }: TableHead): string {
  const document = new Document(data)
  const list = columns.map(
    ({ name, kind, samples }, index) =>
      ` ${index + 1}. ${name || '(no name)'}: ${describedKind(kind)}${samples.length > 0 ? `, such as ${sample(samples[0] ?? '')}` : ''}`,
  )
  document.commentBefore = [
    ` A first draft for ${fileTitle(file)}, made of its first rows: look at it before importing.`,
    ' Try it: hearsay import --dry-run --mapping THIS_FILE TABLE',
    ' Its columns:',
    ...list,
  ].join('\n')
  const items = document.get('items')
  if (isSeq(items))
    for (const [index, item] of items.items.entries())
      if (isMap(item))
        item.commentBefore = (parts[index]?.comment ?? '')
          .split('\n')
          .map((line) => ` ${line}`)
          .join('\n')
  return document.toString({ lineWidth: 120 })
}

const sample = (text: string): string =>
  JSON.stringify(text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text)

function describedKind(kind: GuessedColumn['kind']): string {
  if (kind.kind === 'date') return `dates (${kind.forms.join(' or ')})`
  if (kind.kind === 'words') return `words (${kind.words.map((word) => word.slice(0, 30)).join(', ')})`
  if (kind.kind === 'number' && kind.form) return 'numbers with a decimal comma'
  return { empty: 'nothing', url: 'addresses', language: 'languages', text: 'texts', number: 'numbers' }[
    kind.kind
  ]
}
