import { parseArgs } from 'node:util'
import { syntheticGraph } from './generate.ts'
import { type LiveResult, measureLive } from './live/measure.ts'
import { table } from './table.ts'

/** npm run bench:live: readers' latency while a client writes and many are told of it. Exits with 1 where any was told wrongly. */
const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '30' },
    rate: { type: 'string', default: '200' },
    subscribers: { type: 'string', default: '50' },
    db: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const graph =
  values.db ?? syntheticGraph({ statements: Number(values.statements), seed: Number(values.seed) })
const [rate, seconds, subscribers] = [Number(values.rate), Number(values.seconds), Number(values.subscribers)]
const results = await measureLive(graph, { rate, seconds, subscribers, each: [5, 1] })
if (values.json) console.log(JSON.stringify(results))
else report(results)
process.exitCode = results.some(({ faults }) => faults.length > 0) ? 1 : 0

function report(found: readonly LiveResult[]): void {
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`
  const ms = (value: number) => `${value.toFixed(1)} ms`
  const head = [
    'statements a request',
    'reads idle, p50',
    'p99',
    'processor',
    'meanwhile, p50',
    'p99',
    'processor',
    '× idle p99',
  ]
  console.log(
    table(
      head,
      found.map(({ each, idle, meanwhile, processor }) => [
        String(each),
        ...[ms(idle.p50), ms(idle.p99), percent(processor.idle)],
        ...[ms(meanwhile.p50), ms(meanwhile.p99), percent(processor.meanwhile)],
        (meanwhile.p99 / idle.p99).toFixed(1),
      ]),
    ),
  )
  for (const { each, written, revisions, delay, faults } of found) {
    const perSecond = written.statements / written.seconds
    console.log(
      `\n${each} a request: ${perSecond.toFixed(0)} statements a second of ${rate}, each answered in ${ms(written.latency.p50)} (p99 ${ms(written.latency.p99)}).`,
    )
    console.log(
      `${revisions} revisions, of which ${subscribers} were told after ${ms(delay.p50)} (p99 ${ms(delay.p99)}): ${faults.length === 0 ? 'each once and in order, to all.' : 'not as they should be.'}`,
    )
    for (const fault of faults.slice(0, 10)) console.log(`FAULT ${fault}`)
  }
}
