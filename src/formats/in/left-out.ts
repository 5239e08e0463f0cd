/** Counts what is in a file and has no place in the model, so that nothing is dropped without a word. */
export class LeftOut extends Map<string, number> {
  /** @param what As a summary names it: `malware`, `relationships (targets)`, `column Notes`. */
  note(what: string, count = 1): void {
    this.set(what, (this.get(what) ?? 0) + count)
  }
}
