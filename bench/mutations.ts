import { parseArgs } from 'node:util'
import { syntheticGraph } from './generate.ts'
import { type MutationResult, measureMutations } from './mutations/measure.ts'
import { table } from './table.ts'

/** npm run bench:mutations: what each kind of mutation takes, in process and over HTTP, beside a plain insert. */
const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '200' },
    db: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const graph =
  values.db ?? syntheticGraph({ statements: Number(values.statements), seed: Number(values.seed) })
const results = await measureMutations(graph, Number(values.rounds))
console.log(values.json ? JSON.stringify(results) : report(results))

function report(found: readonly MutationResult[]): string {
  const ms = (value: number) => value.toFixed(2)
  return table(
    ['in milliseconds', 'in process, p50', 'p99', 'processor, p50', 'over HTTP, p50', 'p99'],
    found.map(({ kind, inProcess, processor, http }) => [
      kind,
      ...[inProcess.p50, inProcess.p99, processor].map(ms),
      ...(http ? [ms(http.p50), ms(http.p99)] : ['', '']),
    ]),
  )
}
