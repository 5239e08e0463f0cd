import {
  actorValue,
  columnValue,
  type DraftItem,
  dateComment,
  dateValue,
  type GuessedRoles,
  given,
} from './draft-parts.ts'
import { actorTypeOfWord, certaintyOfWord, stanceOfWord, wordTable } from './draft-words.ts'

/** The items of a table whose rows are statements. */
export function statementItems(roles: GuessedRoles): DraftItem[] {
  const claim = roles.column('claim')
  return [
    sourceItem(roles),
    ...(claim
      ? [
          {
            comment: `The claims that statements are about, from ${claim.name}.`,
            item: {
              section: 'claims',
              as: 'claim',
              when: [{ column: claim.name, empty: false }],
              fields: { text: columnValue(claim.name), kind: '=OTHER' },
            },
          },
        ]
      : []),
    statementItem(roles),
  ]
}

/** The source of a row: of one address, or of one title, there is one source. */
export function sourceItem(roles: GuessedRoles): DraftItem {
  const [url, title, publisher] = [roles.column('url'), roles.column('title'), roles.column('publisher')]
  const when = url ?? title ?? publisher
  // Where the file itself is the source, the dates of its rows are not its own.
  const date = when && roles.column('publishedAt')
  const fields = given({
    ...(url && { slug: { slug: columnValue(url.name), prefix: 'source-', hash: true } }),
    title: titleValue(roles),
    kind: '=ARTICLE',
    url: url && columnValue(url.name),
    publisher: publisher && actorValue(publisher.name, 'MEDIA_OUTLET'),
    author: when && roles.value('author'),
    language: when && languageValue(roles),
    publishedAt: date && dateValue(date),
  })
  const comment = `What statements stand in. Decide what kind of sources they are: ARTICLE, POST, TRANSCRIPT…${when ? '' : ' No column says it, so it is the file.'}`
  return {
    comment: [comment, date && dateComment(date)].filter(Boolean).join('\n'),
    item: {
      section: 'sources',
      as: 'source',
      ...(when && { when: [{ column: when.name, empty: false }] }),
      fields,
    },
  }
}

function titleValue(roles: GuessedRoles): unknown {
  const [url, title, publisher, date] = (['url', 'title', 'publisher', 'publishedAt'] as const).map((role) =>
    roles.column(role),
  )
  if (title && url) return { first: [columnValue(title.name), columnValue(url.name)] }
  const only = title ?? url
  if (only) return columnValue(only.name)
  if (!publisher) return `=${fileTitle(roles.head.file)}`
  const name = columnValue(publisher.name)
  return date ? { first: [`{${publisher.name}}, {${date.name}}`, name] } : name
}

function languageValue(roles: GuessedRoles): unknown {
  const column = roles.column('language')
  if (!column) return undefined
  const isTag = column.kind.kind === 'language'
  return isTag
    ? columnValue(column.name)
    : {
        column: column.name,
        words: {
          english: 'en',
          german: 'de',
          french: 'fr',
          spanish: 'es',
          russian: 'ru',
          ukrainian: 'uk',
          ua: 'uk',
        },
        else: 'empty',
      }
}

export const fileTitle = (path: string): string => path.replace(/^.*[\\/]/, '')

function statementItem(roles: GuessedRoles): DraftItem {
  const { text, who, saidAt } = statementColumns(roles)
  const needed = [text, who].filter((column) => column !== undefined)
  return {
    comment: [...statementComments(roles), saidAt ? dateComment(saidAt) : '']
      .filter((line) => line !== '')
      .join('\n'),
    item: {
      section: 'statements',
      // Two rows may say the same: without an id nothing else tells them apart.
      ...(roles.has('id') ? {} : { repeated: 'numbered' }),
      ...(needed.length > 0 && { when: needed.map(({ name }) => ({ column: name, empty: false })) }),
      fields: statementFields(roles),
    },
  }
}

/** The columns without which a row is no statement, and that of its date. */
function statementColumns(roles: GuessedRoles) {
  const hasSource = roles.has('url') || roles.has('title') || roles.has('publisher')
  return {
    text: roles.column('text') ?? roles.column('claim'),
    who: roles.column('speaker') ?? roles.column('organization') ?? roles.column('publisher'),
    // Where the file itself is the source, the date of a row is that of its statement.
    saidAt: roles.column('saidAt') ?? (hasSource ? undefined : roles.column('publishedAt')),
  }
}

const organization = { kind: '=OTHER' }

function statementFields(roles: GuessedRoles): Record<string, unknown> {
  const { text, who, saidAt } = statementColumns(roles)
  const [speaker, id, about, group] = (['speaker', 'id', 'about', 'organization'] as const).map((role) =>
    roles.column(role),
  )
  return given({
    slug: id && { slug: columnValue(id.name), prefix: 'statement-' },
    source: { item: 'source' },
    speaker:
      who &&
      (who === speaker ? speakerValue(roles, who.name) : actorValue(who.name, 'ORGANIZATION', organization)),
    onBehalfOf: speaker && group && actorValue(group.name, 'ORGANIZATION', organization),
    text: text && columnValue(text.name),
    language: languageValue(roles),
    quoteType: roles.has('text') ? '=DIRECT' : '=INDIRECT',
    act: '=STATE',
    ...claimFields(roles),
    about: about && { ...actorValue(about.name, 'ORGANIZATION', organization), split: [';', '|'] },
    saidAt: saidAt && dateValue(saidAt),
  })
}

/** A speaker that is not found is of the type that a column says, where there is one. */
function speakerValue(roles: GuessedRoles, name: string): Record<string, unknown> {
  const type = wordTable(roles.column('actorType'), actorTypeOfWord)
  if (!type) return actorValue(name, 'PERSON')
  const isOrganization = (word: string): boolean => type.words[word] === 'ORGANIZATION'
  const all = Object.keys(type.words)
  const words = Object.fromEntries(all.filter(isOrganization).map((word) => [word, 'OTHER']))
  // Organizations alone need a kind: the words of all others stand for none.
  const kind = { column: type.column, empty: all.filter((word) => !isOrganization(word)), words }
  return { ...actorValue(name, 'PERSON'), create: { type, ...(all.some(isOrganization) && { kind }) } }
}

function statementComments(roles: GuessedRoles): string[] {
  const [speaker, group] = [roles.column('speaker'), roles.column('organization')]
  return [
    'Who said what. Decide what kind of actors the speakers are (PERSON, STATE, ORGANIZATION…), and what they do by saying it (act).',
    ...(roles.has('claim')
      ? [
          'What no column says stands as a constant: look whether every row affirms its claim, and is certain of it.',
        ]
      : []),
    ...(speaker && group
      ? [
          `A speaker is taken to speak for what ${group.name} names: take onBehalfOf away where that is not so.`,
        ]
      : []),
  ]
}

function claimFields(roles: GuessedRoles): Record<string, unknown> {
  if (!roles.has('claim')) return {}
  return {
    claim: { item: 'claim' },
    stance: wordTable(roles.column('stance'), stanceOfWord) ?? '=AFFIRMS',
    certainty: wordTable(roles.column('certainty'), certaintyOfWord) ?? '=CERTAIN',
  }
}
