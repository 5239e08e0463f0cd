import type { Meaning } from '../../../meaning/meaning.ts'
import {
  type Column,
  type DateColumn,
  LIST_COLUMNS,
  type ListColumn,
  NODE_COLUMNS,
  type NodeColumn,
} from '../../../values/columns.ts'
import type { Cell } from '../../../values/csv-line.ts'
import { daysOf } from '../../../values/days.ts'
import type { NodeType } from '../../../values/vocabulary.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import type { CellType, ColumnGroup } from './table.ts'

type Missing = null | undefined

/** One column with what is read of the row's subject. */
export const valueColumn = <Subject>(
  name: Column,
  type: CellType,
  meaning: string,
  cellOf: (subject: Subject) => Cell,
): ColumnGroup<Subject> => ({
  columns: [{ name, type, meaning }],
  cells: (subject) => [cellOf(subject)],
})

/** The same of a text, which most are. */
export const textColumn = <Subject>(
  name: Column,
  meaning: string,
  cellOf: (subject: Subject) => string | Missing,
): ColumnGroup<Subject> => valueColumn(name, 'text', meaning, cellOf)

/** A column in which words of a vocabulary stand. */
export const wordColumn = <Subject, Word extends string>(
  name: Column,
  vocabulary: Meaning<Word>,
  wordOf: (subject: Subject) => Word | Missing,
  meaning: string = vocabulary.of,
): ColumnGroup<Subject> => ({
  columns: [{ name, type: 'text', meaning, words: vocabulary.words }],
  cells: (subject) => [wordOf(subject)],
})

/** A node by its slug or id, and what it is called. */
interface CalledNode {
  readonly slug: string
  readonly name: string
}

/** A node by its slug or id; in the column beside it what it is called. */
export const calledColumns = <Subject>(
  name: NodeColumn,
  meaning: string,
  nodeOf: (subject: Subject, graph: ExportedGraph) => CalledNode | Missing,
): ColumnGroup<Subject> => ({
  columns: [
    { name, type: 'text', meaning },
    { name: NODE_COLUMNS[name], type: 'text', meaning: `What ${name} is called.` },
  ],
  cells(subject, graph) {
    const node = nodeOf(subject, graph)
    return [node?.slug, node?.name]
  },
})

/** The same of a node that the subject names by its slug. */
export const nodeColumns = <Subject>(
  name: NodeColumn,
  type: NodeType,
  meaning: string,
  slugOf: (subject: Subject) => string | Missing,
): ColumnGroup<Subject> =>
  calledColumns(name, `${meaning} By its slug.`, (subject, graph) => {
    const slug = slugOf(subject)
    return slug ? graph.named(type, slug) : null
  })

/** A node of a list, and what it is to the row's own. */
export interface ListedNode extends CalledNode {
  readonly as?: string
}

/** Several nodes in one cell, and in the next one what they are called: `russia: TARGET; ukraine: INITIATOR`. */
export const listColumns = <Subject>(
  name: ListColumn,
  meaning: string,
  nodesOf: (subject: Subject, graph: ExportedGraph) => readonly ListedNode[],
): ColumnGroup<Subject> => ({
  columns: [
    { name, type: 'text', meaning: `${meaning} By their slugs, between semicolons.` },
    { name: LIST_COLUMNS[name], type: 'text', meaning: `What those in ${name} are called.` },
  ],
  cells(subject, graph) {
    const nodes = nodesOf(subject, graph)
    return [joined(nodes, ({ slug }) => slug), joined(nodes, (node) => node.name)]
  },
})

const joined = (nodes: readonly ListedNode[], textOf: (node: ListedNode) => string): string =>
  nodes.map((node) => (node.as ? `${textOf(node)}: ${node.as}` : textOf(node))).join('; ')

/** A date as it is known, and the first and the last day that it allows. */
export const dateColumns = <Subject>(
  name: DateColumn,
  meaning: string,
  dateOf: (subject: Subject) => string | Missing,
): ColumnGroup<Subject> => ({
  columns: [
    { name, type: 'edtf', meaning: `${meaning} In EDTF (ISO 8601-2).` },
    { name: `${name}Earliest`, type: 'day', meaning: `The first day (UTC) that ${name} allows.` },
    { name: `${name}Latest`, type: 'day', meaning: `The last day (UTC) that ${name} allows.` },
  ],
  cells(subject) {
    const date = dateOf(subject)
    return [date, ...daysOf(date)]
  },
})

/** Texts by language or scheme in one cell: `en: Kyiv; uk: Київ`. */
export const taggedColumn = <Subject>(
  name: Column,
  meaning: string,
  textsOf: (subject: Subject) => Readonly<Record<string, string | readonly string[]>> | Missing,
): ColumnGroup<Subject> =>
  textColumn(name, meaning, (subject) =>
    Object.entries(textsOf(subject) ?? {})
      .flatMap(([tag, texts]) => [texts].flat().map((text) => `${tag}: ${text}`))
      .join('; '),
  )
