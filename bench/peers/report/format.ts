import { table } from '../../table.ts'

/** A piece of the report: what it is about, what to know, and figures. */
export interface Section {
  readonly title: string
  readonly notes: readonly string[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const onTerminal = (sections: readonly Section[]): string =>
  sections
    .map(({ title, notes, head, rows }) =>
      [title, ...notes, ...(rows.length > 0 ? [table(head, rows)] : [])].join('\n'),
    )
    .join('\n\n')

export const inMarkdown = (sections: readonly Section[]): string =>
  sections
    .map(({ title, notes, head, rows }, nth) =>
      [
        `${nth === 0 ? '##' : '###'} ${title}`,
        ...notes,
        ...(rows.length > 0 ? [markdownTable(head, rows)] : []),
      ].join('\n\n'),
    )
    .join('\n\n')

const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
