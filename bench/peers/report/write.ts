import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../../../../bench/RESULTS.md', import.meta.url)
const marks = [
  '<!-- What follows is written by npm run bench:peers -- --write. -->',
  '<!-- Here it ends. -->',
] as const

/** Puts what was measured into bench/RESULTS.md, in place of what was measured before; the rest of the file stays. */
export function writeResults(text: string): void {
  const [begin, end] = marks
  const before = readFileSync(file, 'utf8')
  const [from, until] = [before.indexOf(begin), before.indexOf(end)]
  if (from < 0 || until < from) throw new Error(`bench/RESULTS.md lacks the lines “${begin}” and “${end}”.`)
  writeFileSync(file, `${before.slice(0, from)}${begin}\n\n${text}\n\n${before.slice(until)}`)
}
