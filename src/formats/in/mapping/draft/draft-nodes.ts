import {
  columnValue,
  type DraftItem,
  dateComment,
  dateValue,
  type GuessedRoles,
  given,
} from './draft-parts.ts'
import { namedColumns } from './table-head.ts'

/** The items of a table whose rows are events: a place, where there is one, and the event. */
export function eventItems(roles: GuessedRoles): DraftItem[] {
  const place = roles.column('place')
  const date = roles.column('eventDate') ?? roles.column('publishedAt')
  const id = roles.column('id')
  const name =
    roles.column('event') ?? roles.column('title') ?? roles.column('eventType') ?? roles.column('description')
  const names = [
    name && columnValue(name.name),
    place && date && `Event in {${place.name}}, {${date.name}}`,
    place && `Event in {${place.name}}`,
  ]
  const fields = given({
    slug: id && { slug: columnValue(id.name), prefix: 'event-' },
    name: { first: [...names.filter((one) => one !== undefined), '=Event'] },
    type: '=OTHER',
    when: date && dateValue(date),
    place: place && placeValue(roles, place.name),
  })
  const comment =
    'What happened, when and where. Decide what type of event each is. Who did it, and how many died, is contested: it is no field of an event.'
  return [
    {
      comment: [comment, date && dateComment(date)].filter(Boolean).join('\n'),
      item: { section: 'events', repeated: 'first', fields },
    },
  ]
}

function placeValue(roles: GuessedRoles, name: string): Record<string, unknown> {
  const create = given({
    latitude: roles.number('latitude'),
    longitude: roles.number('longitude'),
    precision: '=LOCALITY',
  })
  return { column: name, find: 'place', else: 'create', create }
}

/** The item of a table whose rows are places. */
export const placeItems = (roles: GuessedRoles): DraftItem[] => [
  {
    comment: 'A place. Decide how exact its point is: EXACT, VICINITY, LOCALITY, REGION, COUNTRY.',
    item: {
      section: 'places',
      fields: given({
        name: roles.value('place'),
        latitude: roles.number('latitude'),
        longitude: roles.number('longitude'),
        description: roles.value('description'),
        precision: '=LOCALITY',
      }),
    },
  },
]

/** The item of a table whose rows are actors. */
export function actorItems(roles: GuessedRoles): DraftItem[] {
  const person = roles.value('speaker')
  const fields = given({
    name: person ?? roles.value('organization'),
    type: person ? '=PERSON' : '=ORGANIZATION',
    kind: person ? undefined : '=OTHER',
    description: roles.value('description'),
  })
  return [
    {
      comment:
        'An actor. Decide of what type they are: PERSON, ORGANIZATION, STATE, ARMED_GROUP, MEDIA_OUTLET.',
      item: { section: 'actors', fields },
    },
  ]
}

/** What is made of a table of which nothing was recognized: its longest texts are taken for claims. */
export function unknownItems({ head }: GuessedRoles): DraftItem[] {
  const longest = namedColumns(head.columns).sort((a, b) => lengthOf(b.samples) - lengthOf(a.samples))[0]
  const name = longest?.name ?? ''
  return [
    {
      comment: 'Nothing was recognized: decide what a row is. Here its longest text is a claim.',
      item: {
        section: 'claims',
        fields: { text: columnValue(name), kind: '=OTHER' },
        when: [{ column: name, empty: false }],
      },
    },
  ]
}

const lengthOf = (samples: readonly string[]): number => Math.max(0, ...samples.map((text) => text.length))
