import { itemAt } from '../../values/item-at.ts'
import type { Attribution } from '../attribution.ts'
import type { SlavicActors } from './actors.ts'
import { stateAt } from './states.ts'

interface Mention {
  readonly begin: number
  readonly end: number
  readonly slug: string
}

const slavicWordPattern = /[\p{L}\p{N}]+(?:['’ʼ-][\p{L}\p{N}]+)*/gu
/** "в Москве" is a place; "Москва отвергла" is a state. */
const prepositionOfPlace =
  /^(?:в|во|у|от|від|к|ко|из|з|із|под|під|над|до|через|около|біля|на|вблизи|поблизу|городе|місті)$/i

/** Everybody and everything known that a text names, in any case. */
export function namedInSlavic(text: string, actors: SlavicActors): Mention[] {
  const matches = [...text.matchAll(slavicWordPattern)]
  const words = matches.map(([found]) => found)
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; ) {
    const found = mentionAt(words, at, actors)
    const length = found?.length ?? 1
    const last = itemAt(matches, at + length - 1)
    if (found)
      mentions.push({ begin: itemAt(matches, at).index, end: last.index + last[0].length, slug: found.slug })
    at += length
  }
  return mentions
}

function mentionAt(words: readonly string[], at: number, actors: SlavicActors) {
  const one = words[at] as string
  const isCapital = /^\p{Lu}/u.test(one)
  if (isCapital && at + 1 < words.length) {
    const slug = actors.person([one, words[at + 1] as string])
    if (slug) return { slug, length: 2 }
  }
  const state = stateAt(words, at)
  if (state?.naming.kind === 'people' || (state?.naming.kind === 'name' && !actors.nameAt(words, at))) {
    const slug = actors.stateOf(state.naming.state)
    return slug ? { slug, length: state.length } : undefined
  }
  if (state?.naming.kind === 'seat' && at > 0 && prepositionOfPlace.test(words[at - 1] as string))
    return undefined
  const named = actors.nameAt(words, at)
  if (named) return named
  const slug = isCapital && one.length > 3 ? actors.person([one]) : undefined
  return slug ? { slug, length: 1 } : undefined
}

/** The slugs of all that a statement names, without those of whoever makes it. */
export function aboutOfSlavic(
  { content }: Attribution,
  named: readonly Mention[],
  but: readonly (string | undefined)[],
): string[] {
  const about = new Set<string>()
  for (const [begin, end] of content)
    for (const mention of named) if (mention.begin >= begin && mention.end <= end) about.add(mention.slug)
  for (const slug of but) if (slug) about.delete(slug)
  return [...about]
}
