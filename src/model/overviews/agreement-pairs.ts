/** A side that an actor takes on a claim. */
export interface TakenSide {
  readonly claimId: number
  readonly actorId: number
  /** 1 where it affirms the claim, 0 where it denies it. */
  readonly affirms: number
}

export interface AgreementRecord {
  aId: number
  bId: number
  agree: number
  conflict: number
}

/**
 * Counts on how many claims each two actors take the same side and opposite ones, and keeps those with most claims. By one
 * actor after the other, so that the counts of a single actor alone are kept at a time: SQL would sort all pairs of all
 * claims, which takes ten times as long.
 *
 * @param sides Ordered by claim and then by actor.
 * @param step Called for each pair on each claim, and for each two actors.
 */
export function agreementsAmong(
  sides: readonly TakenSide[],
  minimum: number,
  first: number,
  step: () => void,
): AgreementRecord[] {
  const ids = [...new Set(sides.map(({ actorId }) => actorId))].sort((a, b) => a - b)
  const places = new Map(ids.map((id, place) => [id, place]))
  const actors = Int32Array.from(sides, ({ actorId }) => places.get(actorId) ?? 0)
  const affirms = Uint8Array.from(sides, (side) => side.affirms)
  const [agree, conflict] = [new Int32Array(ids.length), new Int32Array(ids.length)]
  const most = new MostClaims(first, minimum)
  for (const [actor, own] of sidesOfActors(actors, ids.length).entries()) {
    const met: number[] = []
    for (const at of own) {
      for (
        let other = at + 1;
        other < sides.length && sides[other]?.claimId === sides[at]?.claimId;
        other++
      ) {
        step()
        const partner = actors[other] ?? 0
        if (agree[partner] === 0 && conflict[partner] === 0) met.push(partner)
        const counts = affirms[at] === affirms[other] ? agree : conflict
        counts[partner] = (counts[partner] ?? 0) + 1
      }
    }
    for (const partner of met) {
      step()
      most.offer(ids[actor] ?? 0, ids[partner] ?? 0, agree[partner] ?? 0, conflict[partner] ?? 0)
      agree[partner] = 0
      conflict[partner] = 0
    }
    most.trim()
  }
  return most.all()
}

/** Of each actor, where its sides stand. */
function sidesOfActors(actors: Int32Array, count: number): number[][] {
  const sides = Array.from({ length: count }, (): number[] => [])
  for (const [at, actor] of actors.entries()) sides[actor]?.push(at)
  return sides
}

/** The pairs with most claims in common, so many of them; of as many claims, those that were written down first. */
class MostClaims {
  readonly #first: number
  #least: number
  #pairs: AgreementRecord[] = []

  constructor(first: number, minimum: number) {
    this.#first = first
    this.#least = minimum
  }

  offer(aId: number, bId: number, agree: number, conflict: number): void {
    if (agree + conflict >= this.#least) this.#pairs.push({ aId, bId, agree, conflict })
  }

  /** To be called where all pairs of an actor have been offered: later ones must have more claims than the last that stays. */
  trim(): void {
    if (this.#pairs.length < 2 * this.#first + 100) return
    this.#pairs = this.all()
    const last = this.#pairs.at(-1)
    if (last) this.#least = last.agree + last.conflict + 1
  }

  all(): AgreementRecord[] {
    return this.#pairs
      .sort((x, y) => y.agree + y.conflict - x.agree - x.conflict || x.aId - y.aId || x.bId - y.bId)
      .slice(0, this.#first)
  }
}
