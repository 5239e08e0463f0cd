import { Link } from '../kit/link.tsx'
import { actorPath, sourcePath } from '../kit/node-path.ts'
import { dateCells, nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { Section } from '../page/section.tsx'

interface ChainProps {
  readonly chain: readonly {
    id: string
    text: string
    saidAt: string | null
    speaker: { slug: string; name: string }
  }[]
  readonly source: { readonly slug: string; readonly title: string }
}

/** Through whom the words reached us. */
export const Chain = ({ chain, source }: ChainProps) => (
  <Section
    title="Chain of attribution"
    tools={
      <ExportLinks
        name="chain-of-attribution"
        rows={() =>
          chain.map(({ saidAt, speaker, ...statement }) => ({
            ...nodeCells('statement', statement),
            ...nodeCells('speaker', speaker),
            ...dateCells('saidAt', saidAt),
          }))
        }
      />
    }
  >
    <ol class="chain">
      {chain.map(({ id, text, speaker }, index) => (
        <li key={id}>
          <Link class="speaker" href={actorPath(speaker.slug)}>
            {speaker.name}
          </Link>
          : {index === 0 ? text : <Link href={`/statement/${id}`}>{text}</Link>}
        </li>
      ))}
      <li>
        in <Link href={sourcePath(source.slug)}>{source.title}</Link>
      </li>
    </ol>
  </Section>
)
