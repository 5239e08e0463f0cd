import { dateText } from '../date.ts'
import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { actorPath } from '../node-path.ts'
import { Section } from '../page/section.tsx'
import { plain } from '../words.ts'
import type { ActorAnswer } from './actor-type.ts'

interface Tie {
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
  if (up.length + down.length === 0) return null
  return (
    <div class={up.length > 0 && down.length > 0 ? 'split' : 'alone'}>
      {up.length > 0 && (
        <TieList title="Offices and memberships" name={`affiliations-of-${actor.slug}`} ties={up} />
      )}
      {down.length > 0 && (
        <TieList title="Members and officials" name={`affiliates-of-${actor.slug}`} ties={down} />
      )}
    </div>
  )
}

const TieList = ({ title, name, ties }: { title: string; name: string; ties: readonly Tie[] }) => (
  <Section title={title} count={ties.length} tools={<ExportLinks name={name} rows={() => ties.map(rowOf)} />}>
    <ul class="plain lines">
      {ties.map((tie) => (
        <li key={tie.other.slug + tie.role}>
          <Link href={actorPath(tie.other.slug)}>{tie.other.name}</Link>{' '}
          <span class="faint">
            {tie.title ?? plain(tie.role)}
            {periodOf(tie)}
          </span>
        </li>
      ))}
    </ul>
  </Section>
)

const periodOf = ({ from, until }: Tie): string =>
  from || until ? `, ${dateText(from) ?? '…'} – ${dateText(until) ?? 'now'}` : ''

const rowOf = ({ other, role, title, from, until }: Tie) => ({ actor: other.slug, role, title, from, until })
