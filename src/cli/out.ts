/** The output of a command: it says there what it did, and what it could not do. */
export interface Out {
  info(line: string): void
  error(line: string): void
}
