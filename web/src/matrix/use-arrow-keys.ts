import { useEffect } from 'preact/hooks'
import { elementOf } from '../kit/event-element.ts'

type Step = (rows: number, columns: number) => readonly [row: number, column: number]

/** By how much each key moves: a number beyond the table's edge means up to it. */
const steps: Readonly<Record<string, Step>> = {
  ArrowUp: () => [-1, 0],
  ArrowDown: () => [1, 0],
  ArrowLeft: () => [0, -1],
  ArrowRight: () => [0, 1],
  Home: (_, columns) => [0, -columns],
  End: (_, columns) => [0, columns],
  PageUp: (rows) => [-rows, 0],
  PageDown: (rows) => [rows, 0],
}

/**
 * Makes a table of links one stop of the Tab key, in which the arrow keys go from link to link: to the next one in that
 * direction, past empty cells. Home and End go along the row, Page Up and Page Down along the column.
 */
export function useArrowKeys(table: { readonly current: HTMLTableElement | null }, rows: number): void {
  useEffect(() => {
    const element = table.current
    if (!element) return
    const links = () => [...element.querySelectorAll<HTMLAnchorElement>('tbody a')]
    if (!links().some((link) => link.tabIndex === 0)) makeStop(element, openOrFirst(element))
    const onFocus = ({ target }: FocusEvent) =>
      target instanceof HTMLAnchorElement && makeStop(element, target)
    const onKey = (event: KeyboardEvent) => {
      const step = steps[event.key]
      if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const next = linkFrom(element, elementOf(event), step)
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    element.addEventListener('focusin', onFocus)
    element.addEventListener('keydown', onKey)
    return () => {
      element.removeEventListener('focusin', onFocus)
      element.removeEventListener('keydown', onKey)
    }
  }, [table, rows])
}

const openOrFirst = (table: HTMLTableElement): HTMLAnchorElement | null =>
  table.querySelector<HTMLAnchorElement>('.cell[aria-current]') ?? table.querySelector('.cell')

function makeStop(table: HTMLTableElement, link: HTMLAnchorElement | null): void {
  for (const stop of table.querySelectorAll<HTMLAnchorElement>('a[tabindex="0"]')) stop.tabIndex = -1
  if (link) link.tabIndex = 0
}

function linkFrom(table: HTMLTableElement, from: Element | null, step: Step): HTMLAnchorElement | null {
  const cell = from?.closest<HTMLTableCellElement>('td, th')
  const row = cell?.closest('tr')
  if (!cell || !row) return null
  const [size, columns] = [table.rows.length, row.cells.length]
  const [down, right] = step(size, columns)
  const direction = [Math.sign(down), Math.sign(right)] as const
  const isFar = Math.abs(down) + Math.abs(right) > 1
  // To an edge, the way is walked from the edge back.
  const start: readonly [number, number] = isFar
    ? [
        down < 0 ? 0 : down > 0 ? size - 1 : row.rowIndex,
        right < 0 ? 0 : right > 0 ? columns - 1 : cell.cellIndex,
      ]
    : [row.rowIndex + direction[0], cell.cellIndex + direction[1]]
  const [by, across] = isFar ? [-direction[0], -direction[1]] : direction
  for (let at = start; ; at = [at[0] + by, at[1] + across]) {
    const found = table.rows[at[0]]?.cells[at[1]]
    if (!found || found === cell) return null
    const link = found.querySelector('a')
    if (link) return link
  }
}
