import './list.css'
import type { ComponentChildren } from 'preact'
import type { ProposedCount } from '../page/proposed-count.tsx'
import { Empty, Section } from '../page/section.tsx'
import { ExportLinks } from './export-links.tsx'
import type { Rows } from './file.ts'
import { More } from './more.tsx'
import type { AskPage, PageOf } from './page-of.ts'
import { usePages } from './use-pages.ts'
import { Windowed } from './windowed.tsx'

interface ListingProps<Node extends object> {
  readonly title: string
  /** Begins the names of its files. */
  readonly name: string
  readonly page: PageOf<Node>
  /** What these filters keep of what is proposed, where the list leaves it out. */
  readonly proposed?: ProposedCount | undefined
  readonly ask: AskPage<Node>
  readonly rows: () => Rows
  /** Where the server has all of it as CSV; as of a day before, the page writes that itself. */
  readonly csvAddress: string | undefined
  readonly class: string
  readonly keyOf: (node: Node) => string
  /** Why there is nothing. */
  readonly empty: string
  readonly children: (node: Node) => ComponentChildren
}

/** The list of a page: a first page of it, that goes on, with how many there are, and as files. */
export function Listing<Node extends object>({
  title,
  name,
  page,
  proposed,
  ask,
  rows,
  csvAddress,
  class: look,
  keyOf,
  empty,
  children,
}: ListingProps<Node>) {
  const pages = usePages(page, ask)
  return (
    <Section
      title={title}
      count={page.totalCount}
      proposed={proposed ? [proposed] : []}
      tools={<ExportLinks name={name} rows={rows} csvAddress={csvAddress} />}
    >
      {pages.nodes.length === 0 && <Empty>{empty}</Empty>}
      <Windowed items={pages.nodes} class={look} keyOf={keyOf}>
        {children}
      </Windowed>
      <More of={pages} />
    </Section>
  )
}
