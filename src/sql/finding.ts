/** One thing that is wrong in a graph's database. */
export interface Finding {
  /** The table, the index or the trigger; `file` where it is the database as such. */
  readonly where: string
  /** The end of a sentence that begins with it, such as `has no slug`. */
  readonly what: string
  /** How many rows it is true of; 0 where it is not a matter of rows. */
  readonly rows: number
  /** The first few of the rows. */
  readonly examples: readonly string[]
}

/** As many rows as somebody who mends them wants to see. */
const MOST_EXAMPLES = 3

/** Counts rows by what is wrong with them, and keeps the first few. */
export class FindingCounts {
  readonly #findings = new Map<string, { where: string; what: string; rows: number; examples: string[] }>()

  note(where: string, what: string, example: string): void {
    const key = `${where} ${what}`
    const finding = this.#findings.get(key) ?? { where, what, rows: 0, examples: [] }
    this.#findings.set(key, finding)
    finding.rows++
    if (finding.examples.length < MOST_EXAMPLES) finding.examples.push(example)
  }

  all(): Finding[] {
    return [...this.#findings.values()]
  }
}

/** `actor_id 4, claim_id 17`: the columns of a row, for people. */
export const rowText = (row: Readonly<Record<string, unknown>>): string =>
  Object.entries(row)
    .map(([column, value]) => `${column} ${JSON.stringify(value)}`)
    .join(', ')
