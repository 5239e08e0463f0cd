import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import { resolveReport } from '../../src/extraction/speakers/resolve.ts'

const actors = [
  { slug: 'bbc', type: 'MEDIA_OUTLET', names: ['BBC'] },
  { slug: 'reuters', type: 'MEDIA_OUTLET', names: ['Reuters'] },
  { slug: 'un', type: 'ORGANIZATION', names: ['United Nations', 'UN'] },
  { slug: 'russia', type: 'STATE', names: ['Russia'] },
  { slug: 'ukraine', type: 'STATE', names: ['Ukraine'] },
  { slug: 'kravets', type: 'PERSON', names: ['Ivan Kravets'] },
]
const publisher = { slug: 'post', names: ['Continental Post'] }

/** To whom each statement of a text is said: slugs as they are, new names as they are proposed, and - for nobody. */
const told = (text: string): string[] =>
  resolveReport({ text, attributions: extract(text), actors, publisher }).map(({ addressee: one }) =>
    one === undefined ? '-' : 'slug' in one ? one.slug : one.proposed,
  )

const each = (title: string, forms: readonly (readonly [string, ...string[]])[]) =>
  describe(title, () => {
    test.each(forms)('%s', (text, ...wanted) => expect(told(text)).toEqual(wanted))
  })

each('whoever is told', [
  ['Adam Noor told Reuters that the bridge had fallen.', 'reuters'],
  ['The ministry told Reuters it had no knowledge of the attack.', 'reuters'],
  ['“The bridge fell,” Adam Noor told the BBC on Tuesday.', 'bbc'],
  ['Adam Noor told the BBC’s Newsnight programme that the bridge had fallen.', 'bbc'],
  ['Adam Noor told the Security Council that the bridge had fallen.', 'Security Council'],
  ['Adam Noor assured the United Nations that the bridge had fallen.', 'un'],
  ['He told Ivan Kravets he would pay.', 'kravets'],
  ['The Security Council was told by Adam Noor that the bridge had fallen.', 'Security Council'],
  ['Ada Vega spoke first. “You knew of it,” Adam Noor told her.', 'Ada Vega'],
  ['Adam Noor told CNN’s Jake Tapper that the bridge had fallen.', 'Jake Tapper'],
])

each('an outlet by what it is called or by a lone name', [
  ['The minister told Wieści that the bridge had fallen.', 'the outlet Wieści'],
  ['Adam Noor told RTX that the bridge had fallen.', 'the outlet RTX'],
  ['“The bridge fell,” Adam Noor told the daily «Ekspres».', 'the daily Ekspres'],
  ['“The bridge fell,” Adam Noor told TV Sol.', 'the outlet TV Sol'],
  ['Adam Noor told The New York Times by phone that the bridge had fallen.', 'The New York Times'],
])

each('whoever brings the report out', [
  ['“The bridge fell,” Adam Noor told us.', 'post'],
  ['“The bridge fell,” Adam Noor told this newspaper yesterday.', 'post'],
  ['A witness told our reporter that the bridge had fallen.', 'post'],
  ['“The bridge fell,” Adam Noor told the Post.', 'post'],
  ['“The bridge fell,” Adam Noor told CP.', 'post'],
  ['Asked by the Post whether it had fallen, Adam Noor said it had.', '-', 'post'],
])

each('whoever is urged, warned, promised or offered something', [
  ['Ukraine urged Moscow to withdraw.', 'russia'],
  ['Russia warned Kyiv that it would answer.', 'ukraine'],
  ['Ukraine called on the United Nations to act.', 'un'],
  ['Adam Noor asked Ada Vega to rebuild the bridge.', 'Ada Vega'],
  ['Russia promised Ukraine that the bridge would be rebuilt.', 'ukraine'],
  ['Russia offered Ukraine a ceasefire.', 'ukraine'],
  ['Russia demanded from Ukraine that the bridge be rebuilt.', 'ukraine'],
])

each('whoever something is said, written or confirmed to', [
  ['Adam Noor said to Ivan Kravets that the bridge had fallen.', 'kravets'],
  ['Adam Noor complained to the United Nations that the bridge had fallen.', 'un'],
  ['Adam Noor confirmed to Reuters that the bridge had fallen.', 'reuters'],
  ['In a letter to Ivan Kravets, Adam Noor said that the bridge had fallen.', 'kravets'],
  ['Adam Noor wrote in a letter to the Security Council that the bridge had fallen.', 'Security Council'],
])

each('interviews, calls and questions', [
  ['Speaking to the BBC, Adam Noor said that the bridge had fallen.', 'bbc'],
  ['In an interview with the Harbour Times, Adam Noor said that the bridge had fallen.', 'Harbour Times'],
  ['“The bridge fell,” Adam Noor said in an interview with Radio Sol on Tuesday.', 'the outlet Radio Sol'],
  ['He warned of “hasty words” in an interview with “Radio Sol”.', 'the outlet Radio Sol'],
  ['In a phone call with Ivan Kravets, Adam Noor said that the bridge had fallen.', 'kravets'],
  ['Asked by Reuters whether the bridge had fallen, Adam Noor said it had.', '-', 'reuters'],
])

each('nobody, where none is named or two are', [
  ['Adam Noor told reporters that the bridge had fallen.', '-'],
  ['Adam Noor told a news conference in Kyiv that the bridge had fallen.', '-'],
  ['Adam Noor told a committee that the bridge had fallen.', '-'],
  ['Adam Noor told parliament that the bridge had fallen.', '-'],
  ['Speaking to reporters in Kyiv, Adam Noor said that the bridge had fallen.', '-'],
  ['Adam Noor told Americans that the bridge had fallen.', '-'],
  ['Adam Noor told Ada Vega and Ivan Kravets that the bridge had fallen.', '-'],
  ['Adam Noor told Ukrainian television that the bridge had fallen.', '-'],
  ['Adam Noor told Hewitt’s lawyer that the bridge had fallen.', '-'],
])

each('nobody, where another is only spoken of', [
  ['Adam Noor accused Russia of shelling the bridge.', '-'],
  ['Ukraine called for the United Nations to act.', '-'],
  ['Russia warned Ukraine could lose the war.', '-'],
  ['Adam Noor said Reuters had been wrong.', '-'],
])

describe('transcripts', () => {
  test('of an interview: who asks and who answers', () => {
    const text =
      'RADIO SOL: Minister, did the bridge fall?\n\nADA VEGA: It fell at noon.\n\nRADIO SOL: Who did it?\n\nADA VEGA: We do not know yet.\n\nRADIO SOL: The opposition says you do.\n\nADA VEGA: It says many things.'
    const [sol, vega] = ['RADIO SOL', 'Ada Vega']
    expect(told(text).map((one) => one.toUpperCase())).toEqual(
      [vega, sol, vega, sol, vega, '-', sol].map((one) => one.toUpperCase()),
    )
  })

  test('of a hearing: only whom a turn calls by name or by you', () => {
    const text =
      'Chair (Tomas Wren): Please, Ms Vega.\n\nAda Vega: The bridge fell at noon.\n\nAdam Noor: You let it fall.\n\nAda Vega: Nobody let it fall.\n\nChair (Tomas Wren): Mr Noor, have you got the letter?\n\nAdam Noor: The letter is old.'
    expect(told(text)).toEqual(['Ada Vega', '-', 'Ada Vega', '-', 'Adam Noor', '-'])
  })
})
