import { rememberedByWords } from '../lexicon/remembered.ts'
import { type StateForm, stateCalled, stateForms } from '../lexicon/states.ts'
import { isPartOfOther } from './name-context.ts'
import { PhraseIndex, phraseWords, type Words } from './phrase-index.ts'

interface Form {
  /** The state's first name. */
  readonly state: string
  readonly of: StateForm
}

const everywhere = new PhraseIndex<Form>()
for (const { form, state, of } of stateForms) everywhere.add(form, { state, of })

const isEverywhere = rememberedByWords((name) => stateCalled(name) !== undefined)

export interface StateFound {
  readonly state: string
  readonly begin: number
  readonly end: number
}

/** Finds states by every word for them: those that everybody knows, and those that only the graph does. */
export class StateIndex {
  readonly #own = new PhraseIndex<Form>()

  /** `names` are the names of the graph's states. */
  constructor(names: readonly string[]) {
    for (const state of names.filter((name) => !isEverywhere(name))) {
      this.#own.add(state, { state, of: 'name' })
      for (const people of peoplesOf(state)) this.#own.add(people, { state, of: 'people' })
    }
  }

  longestAt(words: Words, at: number): { of: Form; length: number } | undefined {
    const [own, known] = [this.#own.longestAt(words, at), everywhere.longestAt(words, at)]
    return own && own.length >= (known?.length ?? 0) ? own : known
  }

  /** The states that words name. For a few words; `namedIn` reads whole texts. */
  in(text: string): StateFound[] {
    const words = phraseWords(text)
    const found: StateFound[] = []
    for (let at = 0; at < words.begins.length; ) {
      const met = this.longestAt(words, at)
      const last = at + (met?.length ?? 1) - 1
      if (met && !isPartOfOther(words, at, last))
        found.push({
          state: met.of.state,
          begin: words.begins[at] as number,
          end: words.ends[last] as number,
        })
      at = last + 1
    }
    return found
  }
}

/** Names for the people of a state that no table has: Kharvians, of Kharvia. */
export function peoplesOf(state: string): string[] {
  const singular = /a$/i.test(state)
    ? [`${state}n`]
    : /land$/i.test(state)
      ? [`${state}er`, `${state}ic`, `${state}ish`]
      : /[eoy]$/i.test(state)
        ? [`${state.slice(0, -1)}an`, `${state.slice(0, -1)}ian`]
        : [`${state}ian`, `${state}an`, `${state}i`, `${state}ese`, `${state}ish`]
  return singular.flatMap((people) => (/(?:ese|ish|ic)$/.test(people) ? [people] : [people, `${people}s`]))
}
