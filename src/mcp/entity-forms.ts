import { z } from 'zod'
import { nameAndSlug, namedNode } from './named.ts'
import { type AskNode, factOf, type NodeFact, pagedForm, type ToldNode } from './node-form.ts'
import { cutText } from './quoted-text.ts'

/** So many names, identifiers, offices and participants are told. */
const MOST = 20

const label = z.object({ lang: z.string(), text: z.string() })
const externalId = z.object({ scheme: z.string(), value: z.string() })
const entity = namedNode.extend({
  description: z.string().nullable(),
  review: z.string(),
  labels: z.array(label),
  links: z.array(externalId),
})
const entityFields = 'id slug name description review labels { lang text } links { scheme value }'

const affiliation = z.object({
  role: z.string(),
  title: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  organization: namedNode,
})
const participation = z.object({ role: z.string(), actor: namedNode })

const tellEntity = (
  { id, slug, name, description, review, labels, links }: z.output<typeof entity>,
  more: readonly NodeFact[],
): Omit<ToldNode, 'evidence' | 'end'> => ({
  id,
  slug,
  name,
  facts: [
    ...factOf('description', description && cutText(description)),
    ...factOf('review', review === 'ACCEPTED' ? null : review),
    ...more,
    ...labels.slice(0, MOST).map(({ lang, text }) => ({ name: `label in ${lang}`, value: text })),
    ...links.slice(0, MOST).map(({ scheme, value }) => ({ name: scheme, value })),
  ],
})

const affiliationLine = ({ role, title, from, until, organization }: z.output<typeof affiliation>): string =>
  `${role} of ${nameAndSlug(organization)}${title ? `, ${title}` : ''}` +
  (from || until ? `, ${from ?? ''}/${until ?? ''}` : '')

/** An actor, with what it has said itself. */
export const askActor: AskNode = pagedForm(
  'Actor',
  `type: __typename ${entityFields} affiliations { role title from until organization { ...NamedEntity } }
   evidence: statements(first: $first, after: $after, orderBy: SAID_DESC) { ...EvidencePage }`,
  entity.extend({ type: z.string(), affiliations: z.array(affiliation) }),
  ({ type, affiliations, ...node }) =>
    tellEntity(node, [
      { name: 'type', value: type },
      ...affiliations.slice(0, MOST).map((one) => ({ name: 'affiliation', value: affiliationLine(one) })),
    ]),
)

const about =
  'evidence: statementsAbout(first: $first, after: $after, orderBy: SAID_DESC) { ...EvidencePage }'

/** A place, with what was said about it. */
export const askPlace: AskNode = pagedForm(
  'Place',
  `${entityFields} partOf { ...NamedEntity } ${about}`,
  entity.extend({ partOf: namedNode.nullable() }),
  ({ partOf, ...node }) => tellEntity(node, factOf('part of', partOf && nameAndSlug(partOf))),
)

/** An event, with what was said about it. */
export const askEvent: AskNode = pagedForm(
  'Event',
  `${entityFields} type when place { ...NamedEntity } partOf { ...NamedEntity }
   participants { role actor { ...NamedEntity } } ${about}`,
  entity.extend({
    type: z.string(),
    when: z.string().nullable(),
    place: namedNode.nullable(),
    partOf: namedNode.nullable(),
    participants: z.array(participation),
  }),
  ({ type, when, place, partOf, participants, ...node }) =>
    tellEntity(node, [
      { name: 'type', value: type },
      ...factOf('when', when),
      ...factOf('place', place && nameAndSlug(place)),
      ...factOf('part of', partOf && nameAndSlug(partOf)),
      ...participants
        .slice(0, MOST)
        .map(({ role, actor }) => ({ name: `participant (${role})`, value: nameAndSlug(actor) })),
    ]),
)
