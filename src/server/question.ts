import { readdirSync, readFileSync } from 'node:fs'
import { packageRoot } from '../values/package-root.ts'

/** A document worth trying, with what it asks in plain words. */
export interface Question {
  readonly title: string
  readonly query: string
}

const folder = new URL('schema/questions/', packageRoot)

/** The fifteen questions that the graph is there to answer, in their order. */
export const readQuestions = (): Question[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const query = readFileSync(new URL(name, folder), 'utf8')
      return { title: titleOf(query), query }
    })

/** The comment at a document's head begins with the question. */
function titleOf(query: string): string {
  const comment = query
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .map((line) => line.slice(1).trim())
    .join(' ')
  return /^.*?\?/.exec(comment)?.[0] ?? /^.*?\./.exec(comment)?.[0] ?? comment
}
