import type { MergeRule } from '../values/vocabulary.ts'
import type { Meaning } from './meaning.ts'

export const mergeRuleMeaning: Meaning<MergeRule> = {
  of: 'By which rule a merge resolves what would make no sense after it.',
  words: {
    SPEAKS_FOR_ITSELF: 'Where one speaks on behalf of the other, it then speaks for nobody else.',
    ADDRESSES_ITSELF: 'Where one speaks to the other, the statement then has no addressee.',
    ABOUT_TWICE: 'A statement that is about both is then about one.',
    AFFILIATED_WITH_ITSELF: 'An affiliation of one with the other goes.',
    AFFILIATED_TWICE: 'An affiliation that both have counts once.',
    AFFILIATE_TWICE: 'Whoever is affiliated with both in one way is then so once.',
    TAKES_PART_TWICE: 'Where both take part in an event in one role, that counts once.',
    PARTICIPANT_TWICE: 'Whoever takes part in both events in one role then does so once.',
    RELATED_TO_ITSELF: 'A relation of one claim to the other goes.',
    RELATED_TWICE: 'A relation that both claims have counts once.',
    REFERRED_TO_TWICE: 'A claim that is related to both in one way is then so once.',
    PART_OF_ITSELF: 'The one that stays is a part of the other: the link that leads there goes.',
  },
}

export const mergePreviewText = {
  node: 'The node that would stay; null where there are problems.',
  from: 'The nodes that would go into it, as they are; none where there are problems.',
  moves:
    'What names one of those nodes, and would name the one that stays: by kind and field, the first kinds first.',
  clashes: 'What would make no sense after the merge, and how it would be resolved.',
  problems: 'All that stands in the way. Where there is any, the merge is refused.',
} as const

export const mergeMoveText = {
  type: 'The kind of the nodes that name it.',
  field: 'The field in which they do, by its name in the dossier, such as speaker.',
  count: 'How often they do.',
} as const

export const mergeClashText = {
  rule: 'The rule by which it is resolved.',
  message: 'The same in plain English.',
  count: 'How often it happens.',
} as const

export const mergedFromText =
  'The nodes that brought it as they were merged into this one; empty where it has it of its own.'
export const mergedNodeText = {
  nodeId: 'The id that it had, which leads to the node that stays.',
  slug: 'The slug that it had, which leads there as well.',
  revision: 'The revision in which it was merged.',
} as const
