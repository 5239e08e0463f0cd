import { execute, type GraphQLSchema, parse } from 'graphql'
import type { Graph } from '../model/graph.ts'
import { type Answer, mapAnswer } from '../sql/engine.ts'
import { isObjectLike } from '../values/is-object-like.ts'
import { escapedHtml } from './html.ts'
import type { Question } from './question.ts'

const sizesQuery = parse('{ stats { actors places events sources claims statements assessments } }')

/** A number of nodes, such as `['actors', 21]`. */
type Size = readonly [what: string, count: number]

/** The sizes of a graph; none where the schema does not tell. */
export function sizesOf(schema: GraphQLSchema, graph: Graph): Answer<readonly Size[]> {
  if (!schema.getQueryType()?.getFields().stats) return []
  return mapAnswer(execute({ schema, document: sizesQuery, contextValue: { graph } }), ({ data }) =>
    Object.entries(isObjectLike(data?.stats) ? data.stats : {}).flatMap(([what, count]): Size[] =>
      typeof count === 'number' ? [[what, count]] : [],
    ),
  )
}

export const startPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** The page at `/` until there is an explorer: what this is, what it holds, and where to go on. */
export const startPage = (
  sizes: readonly Size[],
  questions: readonly Question[],
  storage: string,
): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Hearsay: who said what about whom</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<main>
<h1>Hearsay</h1>
<p class="lead">Who said what about whom: a knowledge graph of actors, events, claims and statements in ${storage},
served over GraphQL. Every statement keeps its speaker, its source and the words that support it.</p>
${sizeList(sizes)}
<p><a class="go" href="/graphql">Open GraphiQL</a> <a href="/schema.graphql">The schema</a></p>
<h2>Questions to begin with</h2>
<ol>
${questions.map(questionLine).join('\n')}
</ol>
<p>Programs ask by <code>POST /graphql</code> with <code>application/json</code>, and look at <a href="/health">/health</a>
to see whether this answers.</p>
</main>
</html>
`

const sizeList = (sizes: readonly Size[]): string => {
  const items = sizes.map(
    ([name, size]) => `<li><b>${size.toLocaleString('en')}</b> ${escapedHtml(name)}</li>`,
  )
  return items.length > 0 ? `<ul class="sizes">${items.join('')}</ul>` : ''
}

const questionLine = ({ title, query }: Question): string =>
  `<li><a href="/graphql?query=${encodeURIComponent(query)}">${escapedHtml(title)}</a></li>`

const style = `
:root { font: 17px/1.55 system-ui, sans-serif; color: #1c2024; background: #fcfcf9; }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; }
h1 { font-size: 2.4rem; margin: 0; letter-spacing: -0.02em; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 0.4rem; }
a { color: #0b5cad; }
.lead { font-size: 1.15rem; }
.sizes { display: flex; flex-wrap: wrap; gap: 0.3rem 1.6rem; padding: 0; list-style: none; color: #555c63; }
.sizes b { color: #1c2024; }
.go { display: inline-block; margin-right: 1rem; padding: 0.5rem 1rem; border-radius: 0.4rem; background: #0b5cad; color: #fff; text-decoration: none; }
li { margin: 0.25rem 0; }
code { font-size: 0.92em; }
@media (prefers-color-scheme: dark) {
  :root { color: #e4e6e8; background: #15181b; }
  a { color: #7db8f5; }
  .sizes { color: #a3aab1; }
  .sizes b { color: #e4e6e8; }
  .go { background: #7db8f5; color: #10202f; }
}`
