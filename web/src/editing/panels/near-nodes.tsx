import { Link } from '../../kit/link.tsx'
import { kindName, pathOf } from '../../kit/node-path.ts'
import type { NodeType } from '../../search/hit.ts'
import { HitWords } from '../../search/hit-words.tsx'
import { useSuggestions } from '../../search/use-suggestions.ts'
import { type FormValues, textIn } from '../form/form-value.ts'

/** The field by which a node is called, under which near ones are shown. */
export const callingField: Readonly<Record<NodeType, string | null>> = {
  ACTOR: 'name',
  PLACE: 'name',
  EVENT: 'name',
  SOURCE: 'title',
  CLAIM: 'text',
  STATEMENT: null,
  ASSESSMENT: null,
}

interface NearNodesProps {
  readonly type: NodeType
  readonly text: string
  /** The one that is edited. */
  readonly except?: string | undefined
}

const MOST_NEAR = 5

/** What the graph has already that is called nearly so: so that nothing is written down twice. */
export function NearNodes({ type, text, except }: NearNodesProps) {
  const { hits } = useSuggestions(text, [type], ['ACCEPTED', 'PROPOSED'])
  const others = hits.filter(({ node }) => node.id !== except).slice(0, MOST_NEAR)
  return (
    <div class="near" role="status">
      {others.length > 0 && (
        <>
          <p class="faint">Already here, and near:</p>
          <ul class="plain">
            {others.map((hit) => (
              <li key={hit.node.id}>
                <Link href={pathOf(hit.node)}>
                  <HitWords hit={hit} />
                </Link>{' '}
                <span class="faint">{kindName(hit.node.__typename)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** They stand beneath the field by which it is called, where it has one. */
export function nearBeneath(type: NodeType, values: FormValues, except?: string) {
  const name = callingField[type]
  return name ? { [name]: <NearNodes type={type} text={textIn(values[name])} except={except} /> } : {}
}
