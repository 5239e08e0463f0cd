/** What a statement has answered: rows as PostgreSQL writes them, by their columns. */
export interface RawResult {
  readonly columns: readonly { readonly name: string; readonly type: number }[]
  readonly rows: readonly (readonly (string | null)[])[]
  readonly rowCount: number | null
  readonly command: string
}

/** Runs SQL at once. */
export type RunNow = (text: string, values: readonly unknown[]) => RawResult
