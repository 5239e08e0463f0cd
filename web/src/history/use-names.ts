import { useEffect, useState } from 'preact/hooks'
import type { NamedNode } from '../desk/named-node.ts'
import { nodeFields, typeOfId } from '../editing/kinds/node-fields.ts'
import { ask } from '../kit/client.ts'
import { namesInValue } from './field-value.ts'
import { namesQuery, type ShownChange } from './history-query.ts'

/** As many as the API looks up at once. */
const MOST_AT_ONCE = 100

/** The field of a node that a line of its history is about. */
export function fieldOf(nodeId: string, path: string) {
  const type = typeOfId(nodeId)
  return type && nodeFields[type].find(({ name }) => name === path)
}

/** What the nodes are called that changes name, as far as they are there; they are asked for all at once. */
export function useNames(changes: readonly ShownChange[]): ReadonlyMap<string, NamedNode> {
  const [names, setNames] = useState<ReadonlyMap<string, NamedNode>>(new Map())
  const wanted = new Set(
    changes.flatMap(({ nodeId, fields }) =>
      fields.flatMap(({ path, before, after }) =>
        [before, after].flatMap((json) => namesInValue(fieldOf(nodeId, path), json)),
      ),
    ),
  )
  const ids = [...wanted].filter((each) => !names.has(each)).slice(0, MOST_AT_ONCE)
  useEffect(() => {
    if (ids.length === 0) return
    ask(namesQuery, { ids }).then(
      ({ nodes }) => setNames((known) => new Map([...known, ...foundOf(ids, nodes)])),
      () => undefined,
    )
  }, [ids.join(' ')])
  return names
}

const foundOf = (ids: readonly string[], nodes: readonly (NamedNode | null)[]) =>
  ids.flatMap((id, index): [string, NamedNode][] => {
    const node = nodes[index]
    return node ? [[id, node]] : []
  })
