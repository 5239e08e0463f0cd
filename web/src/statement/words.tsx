import { plain } from '../kit/words.ts'

interface StatementWordsProps {
  readonly text: string
  readonly quoteType: string
  readonly exact?: string | null | undefined
  readonly language?: string | null
}

const unquoted = (words: string): string => words.replace(/["“”«»„]/g, '')

/** Words that stand in the text already, but for the “that” before them or the comma behind, need no repeating. */
const isQuotedIn = (exact: string, text: string): boolean =>
  unquoted(text).includes(unquoted(exact).replace(/^that |[.,;:!?…]+$/g, ''))

const isQuoted = (text: string): boolean => /^[“"«„]/.test(text)

/** What was said: in quotation marks only where the source has them. */
export const Words = ({ text, quoteType, exact, language }: StatementWordsProps) => (
  <p class="words" dir="auto" {...(language && { lang: language })}>
    {quoteType === 'DIRECT' && !isQuoted(text) ? <q>{text}</q> : text}
    {exact && !isQuotedIn(exact, text) && (
      <span class="exact" title={`${plain(quoteType)}: the exact words in the source`}>
        {' '}
        <q>{exact}</q>
      </span>
    )}
  </p>
)
