import '../editing.css'
import { nodeKinds } from '../../../../src/values/node-kinds.ts'
import { useMe } from '../../desk/me.ts'
import { type NamedNode, nodeTitle } from '../../desk/named-node.ts'
import { Link } from '../../kit/link.tsx'
import { searchOf, setParams, usePlace, wordsIn } from '../../kit/location.ts'
import { pathOf } from '../../kit/node-path.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { capital } from '../../kit/words.ts'
import { Page } from '../../page/page.tsx'
import { Empty } from '../../page/section.tsx'
import { type DuplicatePair, duplicatesQuery } from './duplicates-query.ts'
import { Likeness } from './likeness.tsx'
import { mergedTypes } from './moves-query.ts'

const MOST_PAIRS = 50

/** Pairs that may be one and the same, of one kind at a time. */
export function DuplicatesPage() {
  const [type = 'ACTOR'] = wordsIn(usePlace().params, 'type', mergedTypes)
  const variables = { type, first: MOST_PAIRS }
  const answer = useAnswer(duplicatesQuery, variables)
  const { mayWrite } = useMe()
  return (
    <Page
      title="Likely the same"
      document={duplicatesQuery}
      variables={variables}
      answer={answer}
      above={
        <header class="head">
          <h1>Likely the same</h1>
          <p class="lead">
            Pairs that may be one, the likeliest first, with why. Whether they are is for somebody to decide.
          </p>
          <fieldset class="chips">
            <legend class="visually-hidden">Kind</legend>
            {mergedTypes.map((each) => (
              <button
                key={each}
                type="button"
                class="chip"
                aria-pressed={each === type}
                onClick={() => setParams({ type: each })}
              >
                {capital(nodeKinds[each].many)}
              </button>
            ))}
          </fieldset>
        </header>
      }
    >
      {({ duplicates }) =>
        duplicates.length === 0 ? (
          <Empty>No two {nodeKinds[type].many} seem to be one.</Empty>
        ) : (
          <ul class="plain lines pairs">
            {duplicates.map((pair) => (
              <PairLine key={pair.a.id + pair.b.id} pair={pair} mayWrite={mayWrite} />
            ))}
          </ul>
        )
      }
    </Page>
  )
}

const NodeLink = ({ node }: { readonly node: NamedNode }) => (
  <Link href={pathOf(node)}>{nodeTitle(node)}</Link>
)

const PairLine = ({ pair, mayWrite }: { readonly pair: DuplicatePair; readonly mayWrite: boolean }) => (
  <li>
    <NodeLink node={pair.a} /> and <NodeLink node={pair.b} />
    <br />
    <Likeness pair={pair} />{' '}
    {mayWrite && (
      <Link href={`${pathOf(pair.a)}${searchOf({ merge: pair.a.id, with: pair.b.id })}`}>
        Compare
        <span class="visually-hidden">
          {' '}
          {nodeTitle(pair.a)} and {nodeTitle(pair.b)}
        </span>
      </Link>
    )}
  </li>
)
