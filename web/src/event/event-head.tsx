import { NodeTools } from '../editing/opened/node-tools.tsx'
import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { capital, plain } from '../kit/words.ts'
import { ExternalLinks } from '../page/external-links.tsx'
import { NodeLinks } from '../page/node-links.tsx'
import { OtherNames } from '../page/other-names.tsx'
import type { EventAnswer } from './event-type.ts'

const ROLES_IN_ORDER = ['INITIATOR', 'PARTY', 'TARGET', 'AFFECTED'] as const
const roleWords = {
  INITIATOR: 'Initiated by',
  PARTY: 'Parties',
  TARGET: 'Target',
  AFFECTED: 'Affected',
} as const

/** What is beyond dispute. */
export const EventHead = ({ event }: { readonly event: EventAnswer }) => (
  <header class="head">
    <p class="eyebrow">{capital(event.mode ?? plain(event.type))} · event</p>
    <h1 dir="auto">{event.name}</h1>
    {event.description && (
      <p class="lead" dir="auto">
        {event.description}
      </p>
    )}
    <OtherNames of={event} />
    <dl class="facts">
      <div>
        <dt>When</dt>
        <dd>{dateText(event.when) ?? 'The day is not known.'}</dd>
      </div>
      {event.partOf && (
        <div>
          <dt>Part of</dt>
          <dd>
            <Link href={`/event/${event.partOf.slug}`}>{event.partOf.name}</Link>
          </dd>
        </div>
      )}
      {ROLES_IN_ORDER.map((role) => (
        <Role key={role} event={event} role={role} />
      ))}
    </dl>
    <ExternalLinks links={event.links} />
    <p>
      <Link href={`/timeline?about=${event.slug}`}>On the timeline</Link> ·{' '}
      <Link href={`/graph?nodes=${event.slug}`}>In the graph</Link>
    </p>
    <NodeTools id={event.id} />
  </header>
)

function Role({
  event,
  role,
}: {
  readonly event: EventAnswer
  readonly role: (typeof ROLES_IN_ORDER)[number]
}) {
  const actors = event.participants.filter((it) => it.role === role).map(({ actor }) => actor)
  if (actors.length === 0) return null
  return (
    <div>
      <dt>{roleWords[role]}</dt>
      <dd>
        <NodeLinks nodes={actors} />
      </dd>
    </div>
  )
}
