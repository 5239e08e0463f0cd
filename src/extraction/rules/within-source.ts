import type { Range } from '../grammar/phrase.ts'
import type { Draft } from './draft.ts'

/**
 * In "those who named a candidate said …" the naming describes who speaks, and is no attribution of its own. What is
 * reported there ("the institute, which believes that …, said") is one, and ends with the source.
 */
export function endWithinSource(drafts: Draft[]): Draft[] {
  return drafts
    .map((inner) => {
      const outer = drafts.find((d) => d.source && d !== inner && encloses(d.source, inner.cue))?.source
      if (!outer) return inner
      return { ...inner, content: inner.frame === 'that' ? upTo(inner.content, outer[1]) : [] }
    })
    .filter((d) => d.content.length > 0)
}

const encloses = (source: Range, cue: Range) => source[0] <= cue[0] && cue[1] <= source[1]

const upTo = (content: Range[], end: number): Range[] =>
  content.filter(([first]) => first < end).map(([first, last]) => [first, Math.min(last, end)])
