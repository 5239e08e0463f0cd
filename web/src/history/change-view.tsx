import { nodeTitle } from '../desk/named-node.ts'
import { Link } from '../kit/link.tsx'
import { kindName, pathOf } from '../kit/node-path.ts'
import { changeWord } from './action-words.ts'
import type { ShownChange } from './history-query.ts'
import { fieldOf } from './use-names.ts'
import { type KnownNames, ValueView } from './value-view.tsx'

interface ChangeViewProps {
  readonly change: ShownChange
  readonly names: KnownNames
  /** Where the page is about the node, it is not named again. */
  readonly isNamed: boolean
}

/** One node of a revision, with its fields before and after. */
export function ChangeView({ change: { kind, nodeId, node, fields }, names, isNamed }: ChangeViewProps) {
  const isNew = kind === 'CREATED'
  return (
    <div class="change">
      <p>
        {isNamed && (node ? <NamedLink node={node} /> : <bdi>{nodeId}, which is gone</bdi>)}{' '}
        <span class="faint">{changeWord(kind)}</span>
      </p>
      {fields.length > 0 && (
        <dl class="differences-list">
          {fields.map(({ path, before, after }) => {
            const field = fieldOf(nodeId, path)
            return (
              <div key={path}>
                <dt>{field?.label ?? path}</dt>
                <dd>
                  {!isNew && (
                    <>
                      <span class="visually-hidden">before: </span>
                      <del>
                        <ValueView field={field} json={before} names={names} />
                      </del>{' '}
                      <span aria-hidden="true">→</span> <span class="visually-hidden">after: </span>
                    </>
                  )}
                  <ins>
                    <ValueView field={field} json={after} names={names} />
                  </ins>
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </div>
  )
}

/** An assessment stands on its claim’s page, and has none of its own. */
const NamedLink = ({ node }: { readonly node: NonNullable<ShownChange['node']> }) =>
  node.__typename === 'Assessment' ? (
    <b>{nodeTitle(node)}</b>
  ) : (
    <>
      <Link href={pathOf(node)}>{nodeTitle(node)}</Link>{' '}
      <span class="faint">{kindName(node.__typename)}</span>
    </>
  )
