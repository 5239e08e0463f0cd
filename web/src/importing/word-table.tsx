import { capital, plain } from '../kit/words.ts'
import { amended, objectOf } from './mapped-uses.ts'
import type { MappedConstant } from './mapping.ts'
import type { FieldOptionsProps } from './mapping-props.ts'
import { textsOf } from './value-for-column.ts'
import { tableOf, type WordMeanings } from './word-meanings.ts'

interface WordTableProps extends FieldOptionsProps {
  readonly values: readonly string[]
  readonly words: ((value: string) => string) | undefined
}

const MOST_WORDS = 40

/** What each text of a column becomes, of the words that its field takes. */
export function WordTable(props: WordTableProps) {
  const { value, column } = props
  const object = objectOf(value)
  const table = tableOf(props)
  const listed = object.words === undefined ? [] : Object.keys(table)
  const texts = [...new Set([...listed, ...textsOf(column.samples)])].slice(0, MOST_WORDS)
  return (
    <fieldset class="word-table">
      <legend>What its words mean</legend>
      {texts.map((text) => (
        <WordLine
          key={text}
          text={text}
          word={table[text]}
          {...props}
          set={(word) => setWord(props, text, word)}
        />
      ))}
      <WordLine
        text="Any other text"
        word={object.otherwise}
        {...props}
        set={(otherwise) => props.set(amended(object, { otherwise }))}
      />
    </fieldset>
  )
}

interface WordLineProps extends Pick<WordTableProps, 'values' | 'words'> {
  readonly text: string
  readonly word: MappedConstant | undefined
  readonly set: (word: string | undefined) => void
}

const WordLine = ({ text, word, values, words = plain, set }: WordLineProps) => (
  <label class="field">
    <bdi>{text}</bdi>
    <select
      value={word === undefined ? '' : String(word)}
      onChange={({ currentTarget }) => set(currentTarget.value || undefined)}
    >
      <option value="">is a problem</option>
      {word !== undefined && !values.includes(String(word)) && (
        <option value={String(word)}>{String(word)}</option>
      )}
      {values.map((each) => (
        <option key={each} value={each}>
          {capital(words(each))}
        </option>
      ))}
    </select>
  </label>
)

/** A table that several values name is changed for all of them. */
function setWord(props: WordTableProps, text: string, word: string | undefined): void {
  const { value, mapping, set, change } = props
  const object = objectOf(value)
  const { [text]: _, ...others } = tableOf(props)
  const table: WordMeanings = word === undefined ? others : { ...tableOf(props), [text]: word }
  if (typeof object.words === 'string')
    change({ ...mapping, words: { ...mapping.words, [object.words]: table } })
  else set(amended(object, { words: table }))
}
