/** A node while its place is sought. */
export interface Body {
  x: number
  y: number
  readonly isFixed: boolean
  readonly neighbors: readonly number[]
}

interface Move {
  x: number
  y: number
}

/** The length that a link would like to have, in units of the drawing. */
const LENGTH = 130
const GRAVITY = 0.022
/** Further than this nobody is pushed: what hangs together with nothing else would fly off. */
const REACH = 2.4 * LENGTH
const LONGEST_STEP = 60

/** Frames are wider than high, and so shall be what is in them: down counts for more than across. */
const TALL = 1.4

/** A node with its label: wider than high. */
const WIDTH = 104
const HEIGHT = 50

/**
 * A round after Fruchterman and Reingold: all push each other off, links pull. Only sums, products and roots, which
 * every machine computes alike.
 */
export function pushAndPull(bodies: Body[], warmth: number): void {
  const moves = bodies.map((body, at): Move | null => {
    if (body.isFixed) return null
    const move = { x: -body.x * GRAVITY, y: -body.y * TALL * GRAVITY }
    pushOff(bodies, at, move)
    pullIn(bodies, body, move)
    return move
  })
  bodies.forEach((body, at) => {
    const move = moves[at]
    if (!move) return
    const length = Math.sqrt(move.x * move.x + move.y * move.y) || 1
    const step = Math.min(length, LONGEST_STEP * warmth + 0.5) / length
    body.x += move.x * step
    body.y += (move.y * step) / TALL
  })
}

function pushOff(bodies: Body[], at: number, move: Move): void {
  const body = bodies[at] as Body
  for (let its = 0; its < bodies.length; its++) {
    if (its === at) continue
    const other = bodies[its] as Body
    const dx = body.x - other.x || (at - its) * 0.01
    const dy = (body.y - other.y) * TALL || (its - at) * 0.01
    const distance = dx * dx + dy * dy
    if (distance > REACH * REACH) continue
    const push = (LENGTH * LENGTH) / Math.max(distance, 100)
    move.x += dx * push
    move.y += dy * push
  }
}

/** A link pulls the less, the more links both of its ends have, or whatever is well tied would lie in one heap. */
function pullIn(bodies: Body[], body: Body, move: Move): void {
  for (const its of body.neighbors) {
    const other = bodies[its] as Body
    const [dx, dy] = [other.x - body.x, (other.y - body.y) * TALL]
    const ties = Math.min(body.neighbors.length, other.neighbors.length)
    const pull = Math.sqrt(dx * dx + dy * dy) / LENGTH / Math.sqrt(ties)
    move.x += dx * pull
    move.y += dy * pull
  }
}

/** A round that makes room where two nodes or their labels would cover each other. */
export function pushApart(bodies: Body[]): void {
  for (let at = 0; at < bodies.length; at++)
    for (let its = at + 1; its < bodies.length; its++) {
      const [a, b] = [bodies[at] as Body, bodies[its] as Body]
      if (a.isFixed && b.isFixed) continue
      const [dx, dy] = [b.x - a.x, b.y - a.y]
      const [overX, overY] = [WIDTH - Math.abs(dx), HEIGHT - Math.abs(dy)]
      if (overX <= 0 || overY <= 0) continue
      if (overX / WIDTH < overY / HEIGHT) part(a, b, 'x', dx < 0 ? -overX : overX)
      else part(a, b, 'y', dy < 0 ? -overY : overY)
    }
}

function part(a: Body, b: Body, axis: 'x' | 'y', over: number): void {
  const share = a.isFixed || b.isFixed ? 0.6 : 0.3
  if (!a.isFixed) a[axis] -= over * share
  if (!b.isFixed) b[axis] += over * share
}
