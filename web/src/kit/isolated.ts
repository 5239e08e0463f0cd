/** Letters of the scripts that are written from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko, Adlam and older ones. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/u

/**
 * Data within a sentence of ours that is plain text, such as a title or a label: kept apart from the words around it by
 * the isolates of Unicode (UAX #9), so that an Arabic name does not turn the order of what stands beside it. Where text is
 * drawn as elements, `dir="auto"` does the same.
 */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text)
