import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { actorPath } from '../kit/node-path.ts'
import { plain } from '../kit/words.ts'
import { dateCells, nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import type { Row } from '../list/file.ts'
import { type ProposedCount, proposedCountIn } from '../page/proposed-count.tsx'
import { Section } from '../page/section.tsx'
import type { ActorAnswer } from './actor-type.ts'

interface Affiliation {
  readonly role: string
  readonly title: string | null
  readonly from: string | null
  readonly until: string | null
  readonly other: { readonly slug: string; readonly name: string }
}

/** What it belongs to, and who belongs to it, with what is known of when. */
export function Affiliations({ actor }: { readonly actor: ActorAnswer }) {
  const up = actor.affiliations.map(({ organization, ...tie }) => ({ ...tie, other: organization }))
  const down = actor.affiliates.map(({ actor: other, ...tie }) => ({ ...tie, other }))
  const totalCount = new Set(actor.proposedAffiliates.map((tie) => tie.actor.slug)).size
  const proposed = proposedCountIn('/actors', { affiliatedWith: actor.slug }, { totalCount })
  const hasDown = down.length + totalCount > 0
  if (up.length === 0 && !hasDown) return null
  return (
    <div class={up.length > 0 && hasDown ? 'split' : 'alone'}>
      {up.length > 0 && (
        <TieList title="Offices and memberships" name={`affiliations-of-${actor.slug}`} ties={up} />
      )}
      {hasDown && (
        <TieList
          title="Members and officials"
          name={`affiliates-of-${actor.slug}`}
          ties={down}
          proposed={[proposed]}
        />
      )}
    </div>
  )
}

interface TiesProps {
  readonly title: string
  readonly name: string
  readonly ties: readonly Affiliation[]
  readonly proposed?: readonly ProposedCount[]
}

const TieList = ({ title, name, ties, proposed = [] }: TiesProps) => (
  <Section
    title={title}
    count={ties.length}
    proposed={proposed}
    tools={<ExportLinks name={name} rows={() => ties.map(affiliationRow)} />}
  >
    <ul class="plain lines">
      {ties.map((tie) => (
        <li key={tie.other.slug + tie.role}>
          <Link href={actorPath(tie.other.slug)}>{tie.other.name}</Link>{' '}
          <span class="faint">
            <bdi>{tie.title ?? plain(tie.role)}</bdi>
            {periodOf(tie)}
          </span>
        </li>
      ))}
    </ul>
  </Section>
)

const periodOf = ({ from, until }: Affiliation): string =>
  from || until ? `, ${dateText(from) ?? '…'} – ${dateText(until) ?? 'now'}` : ''

const affiliationRow = ({ other, role, title, from, until }: Affiliation): Row => ({
  ...nodeCells('actor', other),
  role,
  title,
  ...dateCells('since', from),
  ...dateCells('until', until),
})
