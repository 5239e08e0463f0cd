import type { Tokens } from '../text/token-arrays.ts'

const topics = new Set(
  `note update updated photo photos image picture video watch read related source sources date location byline by via exclusive breaking
   live latest analysis opinion comment editorial correction warning example summary background contact tel phone fax email
   poll headline subject from cc re attn fact facts question answer ps nb war crisis election elections attack attacks conflict
   dam talks explainer profile factbox timeline here published editing reporting writing title abstract text caption credit
   bombshell boom busted spoiler flashback report card result results verdict plus also bonus step part chapter section
   key conclusion introduction address website news daily nerdcast tactic reaction more spotlight review preview recap quiz`.split(
    /\s+/,
  ),
)

/** Whether the words before a colon tell what a text is about, or what follows, rather than who speaks. */
export const isTopic = (t: Tokens, first: number, end: number): boolean =>
  topics.has(t.lowAt(end - 1)) || topics.has(t.lowAt(first)) || t.word[first] === '-'
