import type { ActorType, Certainty, Stance } from '../../../../values/vocabulary.ts'
import type { GuessedColumn } from './table-head.ts'

type MeaningOf<Word extends string> = ReadonlyMap<string, Word>

/** The words by which tables say whether somebody agrees. */
export const stanceOfWord: MeaningOf<Stance> = meanings({
  AFFIRMS:
    'yes y true 1 pro for agree agrees agreed support supports affirm affirms affirmed + да так за oui ja sí si',
  DENIES:
    'no n false 0 -1 con contra against disagree disagrees oppose opposes deny denies denied - нет ні против проти non nein',
  UNCOMMITTED: 'neutral unclear mixed unknown uncommitted neither n/a нейтрально',
})

/** The words by which tables say how sure somebody is. */
export const certaintyOfWord: MeaningOf<Certainty> = meanings({
  CERTAIN: 'certain sure high sicher hoch уверенно впевнено',
  PROBABLE: 'probable probably likely medium wahrscheinlich mittel вероятно ймовірно',
  POSSIBLE: 'possible possibly perhaps maybe low möglich gering возможно можливо',
})

/** The words by which tables say of what type a speaker is. */
export const actorTypeOfWord: MeaningOf<ActorType> = meanings({
  PERSON: 'person people individual politician human человек людина',
  ORGANIZATION: 'organization organisation org company party ngo institution group организация організація',
  STATE: 'state country government staat land государство держава',
  MEDIA_OUTLET: 'media outlet newspaper media_outlet zeitung сми змі',
  ARMED_GROUP: 'militia armed_group',
})

function meanings<Word extends string>(lists: Readonly<Record<Word, string>>): MeaningOf<Word> {
  const entries = Object.entries<string>(lists) as [Word, string][]
  return new Map(
    entries.flatMap(([meaning, list]) => list.split(' ').map((word) => [word, meaning] as const)),
  )
}

/** A column of words, each with what it means. A word that is not known stays for a person to decide; undefined if none is known. */
export function wordTable(column: GuessedColumn | undefined, known: MeaningOf<string>) {
  if (!column) return undefined
  const texts = column.kind.kind === 'words' ? column.kind.words : column.samples
  const entries = texts.flatMap((text) => {
    const meaning = known.get(text.trim().toLowerCase())
    return meaning ? [[text, meaning] as const] : []
  })
  return entries.length > 0 ? { column: column.name, words: Object.fromEntries(entries) } : undefined
}
