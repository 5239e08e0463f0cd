import { countWhile } from '../../text/in-order.ts'
import { itemAt } from '../../values/item-at.ts'
/** The sentences and the paragraphs of a text by their begins, so that it can be told which of them a place is in. */
export class Sentences {
  private readonly begins: number[] = [0]
  /** The number of its paragraph for each sentence. */
  private readonly paragraphs: number[] = [0]

  constructor(text: string) {
    let [last, paragraph] = [0, 0]
    for (const match of text.matchAll(/[.!?…]["”’»')\]]*\s+(?=["“«„‘'([—–-]*[\p{Lu}\p{N}])|\n\s*\n\s*/gu)) {
      const begin = match.index + match[0].length
      const newLine = match[0].includes('\n')
      if (!newLine && endsAbbreviation(text, match.index)) continue
      if (begin <= last) continue
      last = begin
      if (newLine) paragraph++
      this.begins.push(begin)
      this.paragraphs.push(paragraph)
    }
  }

  /** The number of the sentence in which a place is. */
  at(place: number): number {
    return Math.max(0, countWhile(this.begins, (begin) => begin <= place) - 1)
  }

  begin(sentence: number): number {
    return itemAt(this.begins, sentence)
  }

  paragraph(sentence: number): number {
    return itemAt(this.paragraphs, sentence)
  }
}

const endingAbbreviation =
  /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Sen|Rep|Gov|Hon|St|Jr|Sr|No|vs|Inc|Ltd|Co|Corp|Jan|Feb|Aug|Sept|Oct|Nov|Dec|U\.S|U\.K|U\.N|E\.U|D\.C)$/u

const endsAbbreviation = (text: string, stop: number): boolean =>
  text.charAt(stop) === '.' && endingAbbreviation.test(text.slice(Math.max(0, stop - 8), stop))
