import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { pathOf } from '../node-path.ts'
import { CountBar } from '../page/count-bar.tsx'
import { Empty, Section } from '../page/section.tsx'
import { counted } from '../words.ts'
import type { ActorAnswer } from './actor-type.ts'

interface Bar {
  readonly __typename: string
  readonly slug: string
  readonly name: string
  readonly statements: number
  /** The cell of the matrix in which the statements are. */
  readonly cell: string
}

/** Whom it speaks about, and who speaks about it. */
export function Tallies({ actor }: { readonly actor: ActorAnswer }) {
  const out = actor.speaksAbout.map(({ entity, statements }) => ({
    ...entity,
    statements,
    cell: `${actor.slug}~${entity.slug}`,
  }))
  const back = actor.spokenAboutBy.map(({ actor: speaker, statements }) => ({
    ...speaker,
    statements,
    cell: `${speaker.slug}~${actor.slug}`,
  }))
  return (
    <div class="split">
      <BarList
        title="Speaks about"
        name={`${actor.slug}-speaks-about`}
        bars={out}
        empty="Nobody and nothing yet."
      />
      <BarList
        title="Is spoken about by"
        name={`who-speaks-about-${actor.slug}`}
        bars={back}
        empty="Nobody yet."
      />
    </div>
  )
}

interface BarsProps {
  readonly title: string
  readonly name: string
  readonly bars: readonly Bar[]
  readonly empty: string
}

function BarList({ title, name, bars, empty }: BarsProps) {
  const most = Math.max(...bars.map(({ statements }) => statements), 1)
  return (
    <Section
      title={title}
      tools={
        <ExportLinks name={name} rows={() => bars.map(({ slug, statements }) => ({ slug, statements }))} />
      }
    >
      {bars.length === 0 && <Empty>{empty}</Empty>}
      <ul class="plain bars">
        {bars.map((bar) => (
          <li key={bar.slug}>
            <Link href={pathOf(bar)}>{bar.name}</Link>
            <Link
              class="bar"
              href={`/matrix?cell=${bar.cell}`}
              aria-label={`${counted(bar.statements, 'statement')}, open`}
            >
              <CountBar count={bar.statements} most={most} />
              <span class="number">{bar.statements.toLocaleString('en')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
