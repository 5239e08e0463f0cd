import type { RecordOrigin } from '../record-items.ts'

/** A document of Discourse Network Analyzer, from its own file or its exported table. */
export interface DnaDocument {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly source: string
  readonly section: string
  readonly type: string
  readonly notes: string
  /** The day of its date, or two of which it is one: DNA knows no time zone. */
  readonly day: string | null
  /** Its whole text; null where it is not in the file. */
  readonly text: string | null
  readonly origin: RecordOrigin
}

/** A statement of it: who said in a document that something is so, or that it is not. */
export interface DnaStatement {
  readonly id: string
  readonly person: string
  readonly organization: string
  readonly concept: string
  /** Null where it has no such variable, or no value of it. */
  readonly agreement: boolean | null
  /** The words that were selected. */
  readonly exact: string
  /** Where they begin in the document's text. */
  readonly start: number | null
  readonly origin: RecordOrigin
}

/** What else the file has of a person or an organization. */
export interface DnaAttributes {
  readonly alias?: string | undefined
  readonly notes?: string | undefined
}
