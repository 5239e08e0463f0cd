/** How many steps of a loop pass between two looks at the clock. */
const STEPS_PER_LOOK = 512
/** A statement counts as so many rows: how many it reads is the database's own affair, and it costs a way there and back. */
const ROWS_OF_STATEMENT = 10_000

/** About how much was done where a database does not tell how many rows it reads. */
export class WorkCount {
  #passed = 0

  get passed(): number {
    return this.#passed
  }

  /** @returns Whether it is time to look at the clock. */
  countStep(): boolean {
    return ++this.#passed % STEPS_PER_LOOK === 0
  }

  countStatement(): void {
    this.#passed += ROWS_OF_STATEMENT
  }
}
