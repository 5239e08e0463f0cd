import { graphql } from '../../kit/graphql.ts'
import { Link } from '../../kit/link.tsx'
import { useAnswer } from '../../kit/use-answer.ts'
import { nodeCells } from '../../list/cells.ts'
import { ExportLinks } from '../../list/export-links.tsx'
import { Page } from '../../page/page.tsx'
import { Empty, Section } from '../../page/section.tsx'
import { NodePicker } from '../../search/node-picker.tsx'
import { ENTITIES, openAround } from '../drawing/open-around.ts'

const startingPoints = graphql(`
  query StartingPoints {
    actors(orderBy: STATEMENTS_DESC, first: 20) { nodes { slug name } }
    events(orderBy: WHEN_DESC, first: 20) { nodes { slug name } }
  }
`)

/** Never the whole hairball: a graph begins somewhere. */
export function GraphStart() {
  const answer = useAnswer(startingPoints, {})
  return (
    <Page title="Graph" document={startingPoints} variables={{}} answer={answer}>
      {({ actors, events }) => (
        <>
          <NodePicker label="An actor, event or place" types={ENTITIES} choose={openAround} />
          <div class="split">
            <Points title="Begin with who speaks most" column="actor" name="actors" nodes={actors.nodes} />
            <Points title="Begin with an event" column="event" name="events" nodes={events.nodes} />
          </div>
        </>
      )}
    </Page>
  )
}

interface PointsProps {
  readonly title: string
  readonly column: 'actor' | 'event'
  readonly name: string
  readonly nodes: readonly { readonly slug: string; readonly name: string }[]
}

const Points = ({ title, column, name, nodes }: PointsProps) => (
  <Section
    title={title}
    tools={<ExportLinks name={name} rows={() => nodes.map((node) => nodeCells(column, node))} />}
  >
    {nodes.length === 0 && <Empty>None is in this graph.</Empty>}
    <ul class="plain lines">
      {nodes.map((node) => (
        <li key={node.slug}>
          <Link href={`/graph?nodes=${node.slug}`}>{node.name}</Link>
        </li>
      ))}
    </ul>
  </Section>
)
