import { Fragment } from 'preact'
import { namedThen } from '../kit/as-of.ts'
import { isolated } from '../kit/isolated.ts'
import { Link } from '../kit/link.tsx'
import { kindName, pathOf } from '../kit/node-path.ts'
import { capital, counted } from '../kit/words.ts'
import { nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import type { Row } from '../list/file.ts'
import { CountBar } from '../page/count-bar.tsx'
import { Empty, Section } from '../page/section.tsx'
import type { ActorAnswer } from './actor-type.ts'
import { possessiveOf } from './voices.ts'

interface TallyBar {
  readonly __typename: string
  readonly slug: string
  readonly name: string
  readonly statements: number
  /** Where the statements are. */
  readonly href: string
}

/** Bars under one heading. */
interface BarGroup {
  readonly voice: string
  readonly bars: readonly TallyBar[]
}

interface TalliesProps {
  readonly actor: ActorAnswer
  readonly asOf: string | null
}

/** Whom it speaks about, itself and through others, and who speaks about it. */
export function Tallies({ actor, asOf }: TalliesProps) {
  const { slug, name, __typename } = actor
  const own = actor.speaksAbout.map(({ entity, statements }) => ({
    ...entity,
    statements,
    href: `/matrix?cell=${slug}~${entity.slug}`,
  }))
  const onBehalf = actor.spokenForAbout.map(({ entity, statements }) => ({
    ...entity,
    statements,
    href: `/timeline?types=STATEMENT&onBehalfOf=${slug}&about=${entity.slug}`,
  }))
  const back = actor.spokenAboutBy.map(({ actor: speaker, statements }) => ({
    ...speaker,
    statements,
    href: `/matrix?cell=${speaker.slug}~${slug}`,
  }))
  const whose = possessiveOf(__typename)
  return (
    <div class="split">
      <BarLists
        title="Speaks about"
        name={namedThen(`${slug}-speaks-about`, asOf)}
        groups={[
          { voice: `in ${whose} own voice`, bars: own },
          { voice: `through others, on ${whose} behalf`, bars: onBehalf },
        ]}
        empty={`${isolated(name)} has spoken about nobody and nothing yet.`}
      />
      <BarLists
        title="Is spoken about by"
        name={namedThen(`who-speaks-about-${slug}`, asOf)}
        groups={[{ voice: 'in their own voice', bars: back }]}
        empty={`Nobody has spoken about ${isolated(name)} yet.`}
      />
    </div>
  )
}

interface ListsProps {
  readonly title: string
  readonly name: string
  readonly groups: readonly BarGroup[]
  readonly empty: string
}

/** All bars are drawn to one scale. */
function BarLists({ title, name, groups, empty }: ListsProps) {
  const shown = groups.filter(({ bars }) => bars.length > 0)
  const most = Math.max(...shown.flatMap(({ bars }) => bars.map(({ statements }) => statements)), 1)
  return (
    <Section title={title} tools={<ExportLinks name={name} rows={() => shown.flatMap(tallyRows)} />}>
      {shown.length === 0 && <Empty>{empty}</Empty>}
      <div class="bar-lists">
        {shown.map(({ voice, bars }) => (
          <Fragment key={voice}>
            <h3>{capital(voice)}</h3>
            <ul class="plain bars">
              {bars.map((bar) => (
                <BarLine key={bar.slug} bar={bar} most={most} />
              ))}
            </ul>
          </Fragment>
        ))}
      </div>
    </Section>
  )
}

const BarLine = ({ bar, most }: { readonly bar: TallyBar; readonly most: number }) => (
  <li>
    <Link href={pathOf(bar)}>{bar.name}</Link>
    <Link class="bar" href={bar.href} aria-label={`${counted(bar.statements, 'statement')}, open`}>
      <CountBar count={bar.statements} most={most} />
      <span class="number">{bar.statements.toLocaleString('en')}</span>
    </Link>
  </li>
)

const tallyRows = ({ voice, bars }: BarGroup): Row[] =>
  bars.map(({ __typename, statements, ...node }) => ({
    ...nodeCells('node', node),
    nodeType: kindName(__typename),
    voice,
    statements,
  }))
