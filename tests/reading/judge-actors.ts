import type { GoldReport } from './gold.ts'
import { type Mark, right } from './marks.ts'
import type { Pairs } from './pairs.ts'
import type { Came, Prediction } from './prediction.ts'
import type { GoldActor } from './shape.ts'
import { isNameOf } from './whom.ts'

type New = Came & { readonly is: 'new' }

/** Whether the new actors are those that a careful reader would propose, each once and with the right type. */
export function judgeActors(report: GoldReport, predictions: readonly Prediction[], pairs: Pairs): Mark[] {
  const met = new Set<GoldActor>()
  const marks = proposedActors(predictions, pairs).map((came): Mark => {
    const actor = report.actors.find((one) => isNameOf(one, came.name))
    const kind = faultOf(actor, came, met)
    if (actor) met.add(actor)
    if (!kind) return right('actor', came.name)
    const wanted = actor ? `${actor.type} ${actor.name}` : 'none'
    return {
      measure: 'actor',
      outcome: 'wrong',
      kind,
      wanted,
      came: `${came.type} ${came.name}`,
      where: came.name,
    }
  })
  return [...marks, ...report.actors.map((actor) => dueMark(actor, met))]
}

function faultOf(actor: GoldActor | undefined, came: New, met: ReadonlySet<GoldActor>): string | undefined {
  if (!actor) return 'is no actor of gold'
  if (met.has(actor)) return 'the same once more'
  return actor.type === came.type ? undefined : `${came.type} for ${actor.type}`
}

function dueMark(actor: GoldActor, met: ReadonlySet<GoldActor>): Mark {
  if (met.has(actor)) return right('actor due', actor.name)
  const wanted = `${actor.type} ${actor.name}`
  return { measure: 'actor due', outcome: 'wrong', kind: actor.type, wanted, came: 'none', where: actor.name }
}

/** Each new actor once. Who only speaks in what others say is left out, as such statements are. */
function proposedActors(predictions: readonly Prediction[], pairs: Pairs): New[] {
  const paired = new Set(pairs.values())
  const actors = predictions
    .filter((one) => !one.isNested || paired.has(one))
    .flatMap(({ speakers, onBehalfOf, addressee }) => [...speakers, onBehalfOf, addressee])
    .filter((one): one is New => one?.is === 'new')
  return [...new Map(actors.map((one) => [`${one.type} ${one.name}`, one])).values()]
}
