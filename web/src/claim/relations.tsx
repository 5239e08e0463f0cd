import { Link } from '../kit/link.tsx'
import { claimPath } from '../kit/node-path.ts'
import { nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import type { Row } from '../list/file.ts'
import { Section } from '../page/section.tsx'
import { PositionLine } from '../statement/position-line.tsx'
import { StandingMark } from '../statement/standing-mark.tsx'
import type { ClaimAnswer } from './claim-type.ts'

type Relation = ClaimAnswer['relations'][number]

/** In the words of the claim that the page shows: a relation reads differently from its other end. */
const relationHeadings: Readonly<Record<string, readonly [forward: string, backward: string]>> = {
  CONTRADICTS: ['Contradicts', 'Contradicts'],
  EQUIVALENT: ['Says the same as', 'Says the same as'],
  SUPPORTS: ['Speaks for', 'Is supported by'],
  REFINES: ['Is a finer form of', 'Has a finer form'],
}

function headingOf(relation: Relation, slug: string): string {
  const [forward, backward] = relationHeadings[relation.type] ?? [relation.type, relation.type]
  return relation.from.slug === slug ? forward : backward
}

/** The claims that bear on this one; those that contradict it come first. */
export function Relations({ claim }: { readonly claim: ClaimAnswer }) {
  const names = [...new Set(claim.relations.map((relation) => headingOf(relation, claim.slug)))].sort(
    (a, b) => Number(b === 'Contradicts') - Number(a === 'Contradicts'),
  )
  if (names.length === 0) return null
  return (
    <Section
      title="Claims beside it"
      count={claim.relations.length}
      tools={
        <ExportLinks name={`claims-beside-${claim.slug}`} rows={() => claim.relations.map(relationRow)} />
      }
    >
      <div class="relation-groups">
        {names.map((name) => (
          <div key={name} class={name === 'Contradicts' ? 'relation contradicts' : 'relation'}>
            <h3>{name}</h3>
            <ul class="plain cards">
              {claim.relations
                .filter((relation) => headingOf(relation, claim.slug) === name)
                .map(({ claim: other }) => (
                  <li key={other.slug} class="card">
                    <p>
                      <Link href={claimPath(other.slug)}>{other.text}</Link>{' '}
                      <StandingMark standing={other.standing} />
                    </p>
                    <PositionLine sides={other} />
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}

const relationRow = ({ type, from, claim }: Relation): Row => ({
  relation: type,
  relationFrom: from.slug,
  ...nodeCells('claim', claim),
  standing: claim.standing,
})
