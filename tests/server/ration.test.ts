import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { Executor } from '../../src/api/run/executor.ts'
import { defaultLimits } from '../../src/api/run/limits.ts'
import { schema } from '../../src/api/schema.ts'
import { upTo, worlds } from '../graph-fixture.ts'

const make = worlds()

/** A claim on which many take sides: every list within its lists has as many again. */
function crowded() {
  const world = make.empty()
  world.write(({ sources, actors, claims, statements }) => {
    const source = sources.put({ slug: 'report', title: 'A report', kind: 'ARTICLE' }).id
    const claim = claims.put({ slug: 'crowded', text: 'It rained.', kind: 'OCCURRENCE' }).id
    for (const n of upTo(100)) {
      const speaker = actors.put({ slug: `speaker-${n}`, name: `Speaker ${n}`, type: 'PERSON' }).id
      const what = { slug: `words-${n}`, text: 'It did.', act: 'STATE', quoteType: 'INDIRECT' } as const
      statements.put({ ...what, source, speaker, claim, stance: 'AFFIRMS', certainty: 'CERTAIN' })
    }
  })
  return world.graph
}

const nested =
  '{ claim(id: "crowded") { positions { claim { positions { claim { positions { stance } } } } } } }'

test.each(['graphql-js', 'compiled'])('lists within lists end before the memory does (%s)', (engine) => {
  const executor = new Executor(schema, crowded(), { limits: defaultLimits, timeLimit: 60_000 })
  const document = parse(nested)
  const run = () => executor.run({ schema, document })
  if (engine === 'compiled') run()
  expect(run()).toMatchObject({ errors: [{ extensions: { code: 'COST_LIMIT', allowed: 250_000 } }] })
})

test('lists without a size count as a page each', () => {
  const executor = new Executor(schema, crowded(), {
    limits: { ...defaultLimits, cost: 1_000 },
    timeLimit: 60_000,
  })
  expect(executor.run({ schema, document: parse(nested) })).toMatchObject({
    errors: [{ extensions: { code: 'COST_LIMIT', allowed: 1_000 } }],
  })
})
