import { nodeTitle } from '../../desk/named-node.ts'
import { chosenOf } from '../../desk/node-field.tsx'
import { Link } from '../../kit/link.tsx'
import { pathOf } from '../../kit/node-path.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { Combobox } from '../../search/combobox.tsx'
import { duplicatesQuery } from './duplicates-query.ts'
import { Likeness } from './likeness.tsx'
import type { MergedType } from './moves-query.ts'

interface OtherChoiceProps {
  readonly type: MergedType
  readonly id: string
  readonly choose: (slug: string) => void
}

const MOST_LIKELY = 5

/** The other of two that are one: first those that are likely, with why, and then any. */
export function OtherChoice({ type, id, choose }: OtherChoiceProps) {
  const { data, problem, isLoading } = useAnswer(duplicatesQuery, { type, of: id, first: MOST_LIKELY })
  const pairs = data?.duplicates ?? []
  return (
    <>
      <h3>Which is the same?</h3>
      <p class="faint" role="status">
        {isLoading && 'Looking for those that are likely…'}
        {problem?.message}
        {data && pairs.length === 0 && 'None seems to be the same. Choose one by its name.'}
      </p>
      <ul class="plain lines">
        {pairs.map((pair) => {
          const other = pair.a.id === id ? pair.b : pair.a
          return (
            <li key={other.id}>
              <button type="button" class="button quiet" onClick={() => choose(other.id)}>
                Compare<span class="visually-hidden"> with {nodeTitle(other)}</span>
              </button>{' '}
              <Link href={pathOf(other)}>{nodeTitle(other)}</Link> <Likeness pair={pair} />
            </li>
          )
        })}
      </ul>
      <div class="search picker">
        <Combobox
          label="Another, by its name"
          placeholder="Another, by its name"
          types={[type]}
          reviews={['ACCEPTED', 'PROPOSED']}
          choose={(hit) => choose(chosenOf(hit).key)}
        />
      </div>
    </>
  )
}
