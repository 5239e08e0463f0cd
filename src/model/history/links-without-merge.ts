import type { Values } from '../../sql/build.ts'
import type { LinksOfMerge } from './later-links.ts'
import { endsOf, isLoop, type LinkKind, linkKey } from './link-kinds.ts'
import type { LinkStep } from './merge-steps.ts'

/**
 * A link at a moment: before the later merge of this number, of which 0 is the first after the merge that is taken apart; the
 * number of all of them is now.
 */
interface LinkAt {
  readonly link: Values
  readonly moment: number
}

/** A link that there is, or that a later merge took away as it would have tied a node to itself: with all that became it. */
interface Traced {
  readonly root: LinkAt
  /** What became it, right after the merge that is taken apart. */
  readonly origins: readonly Values[]
  /** What the later merges are said to have done with these. */
  readonly told: readonly ToldStep[]
}

interface ToldStep {
  readonly merge: LinksOfMerge
  readonly step: LinkStep
}

/** What would be, and what the later merges would have done. */
interface Replayed {
  readonly links: readonly Values[]
  readonly told: readonly ToldStep[]
  /** What would have tied a node to itself after a merge, as it was before that. */
  readonly loops: readonly LinkAt[]
}

export interface LinkChanges {
  readonly gone: readonly Values[]
  readonly back: readonly Values[]
}

/**
 * How the links of a table would be if a merge had never been, and the later merges that stand had come all the same. These
 * are told what they would have done, for when they are taken apart. What was removed since stays removed.
 *
 * For example: `a SUPPORTS c` became `b SUPPORTS c` as a was merged into b, and then `b SUPPORTS d` as c was merged into d.
 * Without the first merge it is `a SUPPORTS d`, and the second has moved `a SUPPORTS c`.
 *
 * @param steps What the merge did with them.
 * @param there Finds the link that ties the same nodes in the same way now.
 */
export function linksWithoutMerge(
  kind: LinkKind,
  steps: readonly LinkStep[],
  later: readonly LinksOfMerge[],
  there: (link: Values) => Values | undefined,
): LinkChanges {
  const traces = new Traces(kind, later, there)
  for (const { after } of steps) if (after) traces.add(traces.rootOf({ link: after, moment: 0 }))
  let replayed = replay(kind, traces.originsWithout(steps), later)
  // Whatever is the same as others by now, or then, is replayed with them.
  while (traces.addMet(replayed)) replayed = replay(kind, traces.originsWithout(steps), later)
  for (const { merge, step } of traces.told) merge.remove(step)
  for (const { merge, step } of replayed.told) merge.put(step)
  const [were, are] = [byRow(kind, traces.links), byRow(kind, replayed.links)]
  return {
    gone: [...were].filter(([row]) => !are.has(row)).map(([, link]) => link),
    back: [...are].filter(([row]) => !were.has(row)).map(([, link]) => link),
  }
}

/** Links as they came to be what they are. */
class Traces {
  readonly #kind: LinkKind
  readonly #later: readonly LinksOfMerge[]
  readonly #there: (link: Values) => Values | undefined
  readonly #traced = new Map<string, Traced>()

  constructor(kind: LinkKind, later: readonly LinksOfMerge[], there: (link: Values) => Values | undefined) {
    this.#kind = kind
    this.#later = later
    this.#there = there
  }

  get links(): Values[] {
    const now = this.#later.length
    return [...this.#traced.values()].flatMap(({ root }) => (root.moment === now ? [root.link] : []))
  }

  get told(): ToldStep[] {
    return [...this.#traced.values()].flatMap(({ told }) => told)
  }

  /** Where a link has come to; undefined where it was removed since. */
  rootOf({ link, moment }: LinkAt): LinkAt | undefined {
    let at = link
    for (const [index, merge] of this.#later.entries()) {
      const step = index < moment ? undefined : merge.of(at)
      if (!step) continue
      const moved = merge.moved(at)
      if (!step.after && isLoop(this.#kind, moved)) return { link: at, moment: index }
      at = moved
    }
    const row = this.#there(at)
    return row && { link: row, moment: this.#later.length }
  }

  /** Whether it was not known yet. */
  add(root: LinkAt | undefined): boolean {
    if (!root) return false
    const key = `${root.moment} ${linkKey(this.#kind, root.link)}`
    if (this.#traced.has(key)) return false
    const merge = this.#later[root.moment]
    const step = merge?.of(root.link)
    const own = merge && step ? [{ merge, step }] : []
    const { origins, told } = this.#back(root)
    this.#traced.set(key, { root, origins, told: [...own, ...told] })
    return true
  }

  /** Adds what is the same as what was replayed, and tells whether there was any. */
  addMet({ links, loops }: Replayed): boolean {
    const now = this.#later.length
    const roots = [
      ...links.map((link) => this.rootOf({ link, moment: now })),
      ...loops.filter(({ link, moment }) => this.#later[moment]?.of(link)),
    ]
    return roots.map((root) => this.add(root)).includes(true)
  }

  /** What there was right after the merge that is taken apart, as it would have been without that. */
  originsWithout(steps: readonly LinkStep[]): Values[] {
    const before = new Map(
      steps.flatMap(({ before, after }) => (after ? [[linkKey(this.#kind, after), before] as const] : [])),
    )
    const origins = [...this.#traced.values()].flatMap((traced) => traced.origins)
    return [
      ...origins.map((link) => {
        const was = before.get(linkKey(this.#kind, link))
        return was ? { ...link, ...endsOf(this.#kind, was) } : link
      }),
      ...steps.flatMap(({ before, after }) => (after ? [] : [before])),
    ]
  }

  /** A link back through the merges: what was moved to be it, or was taken away because it was the same. */
  #back({ link, moment }: LinkAt): Pick<Traced, 'origins' | 'told'> {
    const merge = this.#later[moment - 1]
    if (!merge) return { origins: [link], told: [] }
    const steps = merge.leadingTo(link)
    const moved = steps.find(({ after }) => after)
    const dropped = steps.filter(({ after }) => !after).map(({ before }) => before)
    const itself = moved ? { ...link, ...endsOf(this.#kind, moved.before) } : link
    const earlier = [itself, ...dropped].map((one) => this.#back({ link: one, moment: moment - 1 }))
    return {
      origins: earlier.flatMap(({ origins }) => origins),
      told: [...steps.map((step) => ({ merge, step })), ...earlier.flatMap(({ told }) => told)],
    }
  }
}

/** Lets merges come to links, one after the other. */
function replay(kind: LinkKind, origins: readonly Values[], later: readonly LinksOfMerge[]): Replayed {
  const [told, loops]: [ToldStep[], LinkAt[]] = [[], []]
  let links = byKey(kind, origins)
  for (const [moment, merge] of later.entries()) {
    // A merge comes to links in the order of their ids, and of the same ones leaves the first.
    const inOrder = [...links].sort(([, one], [, other]) => Number(one.id ?? 0) - Number(other.id ?? 0))
    const moves = inOrder.map(([key, link]) => {
      const moved = merge.moved(link)
      return { key, link, moved, movedKey: linkKey(kind, moved) }
    })
    const next = new Map(moves.flatMap(({ key, link, movedKey }) => (key === movedKey ? [[key, link]] : [])))
    for (const { key, link, moved, movedKey } of moves) {
      if (key === movedKey) continue
      const isLeftOut = isLoop(kind, moved) || next.has(movedKey)
      told.push({ merge, step: { before: link, after: isLeftOut ? null : moved } })
      if (isLoop(kind, moved)) loops.push({ link, moment })
      else if (!isLeftOut) next.set(movedKey, moved)
    }
    links = next
  }
  return { links: [...links.values()], told, loops }
}

const byKey = (kind: LinkKind, links: readonly Values[]): Map<string, Values> =>
  new Map(links.map((link) => [linkKey(kind, link), link]))

const byRow = (kind: LinkKind, links: readonly Values[]): Map<string, Values> =>
  new Map(links.map((link) => [`${link.id} ${linkKey(kind, link)}`, link]))
