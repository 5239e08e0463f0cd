import { ask, askOnce } from '../kit/client.ts'
import { dateText } from '../kit/date.ts'
import type { ResultOf } from '../kit/graphql.ts'
import { Link } from '../kit/link.tsx'
import { dateCells, nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import type { Row } from '../list/file.ts'
import { More } from '../list/more.tsx'
import { everyRow, noPage } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import { proposedCountIn } from '../page/proposed-count.tsx'
import { Section } from '../page/section.tsx'
import { tookPartQuery } from './actor-query.ts'
import type { ActorAnswer } from './actor-type.ts'

type Participations = ActorAnswer['participations']
type Participation = Participations['nodes'][number]

const participationRoles: Readonly<Record<string, string>> = {
  INITIATOR: 'initiated it',
  PARTY: 'a party to it',
  TARGET: 'its target',
  AFFECTED: 'affected by it',
}

/** The events in which it undisputedly took part, and how. */
export function TookPart({
  actor: { slug: id, participations, proposedParticipations: proposed },
}: {
  readonly actor: ActorAnswer
}) {
  const pages = usePages(participations, async (after) =>
    partsIn(await ask(tookPartQuery, { id, first: 100, after })),
  )
  if (participations.totalCount + proposed.totalCount === 0) return null
  return (
    <Section
      title="Took part in"
      count={participations.totalCount}
      proposed={[proposedCountIn('/events', { participant: id }, proposed)]}
      tools={
        <ExportLinks
          name={`participations-of-${id}`}
          rows={() =>
            everyRow(
              async (after) => partsIn(await askOnce(tookPartQuery, { id, first: 200, after })),
              participationRow,
            )
          }
        />
      }
    >
      <Windowed items={pages.nodes} class="lines" keyOf={({ role, event }) => `${role} ${event.slug}`}>
        {({ role, event: { slug, name, when } }) => (
          <>
            <Link href={`/event/${slug}`}>{name}</Link>{' '}
            <span class="faint">
              {participationRoles[role] ?? role} · {dateText(when) ?? 'undated'}
            </span>
          </>
        )}
      </Windowed>
      <More of={pages} />
    </Section>
  )
}

const partsIn = ({ actor }: ResultOf<typeof tookPartQuery>): Participations => actor?.participations ?? noPage

const participationRow = ({ role, event }: Participation): Row => ({
  ...nodeCells('event', event),
  role,
  ...dateCells('when', event.when),
})
