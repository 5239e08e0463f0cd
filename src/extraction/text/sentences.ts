/** Where the sentences and the paragraphs of a text begin, so that it can be told which of them a place is in. */
export class Sentences {
  private readonly begins: number[] = [0]
  /** The number of its paragraph for each sentence. */
  private readonly paragraphs: number[] = [0]

  constructor(text: string) {
    for (const match of text.matchAll(/[.!?…]["”’»')\]]*\s+(?=["“«„‘'([—–-]*[\p{Lu}\p{N}])|\n\s*\n\s*/gu)) {
      const begin = match.index + match[0].length
      const newLine = match[0].includes('\n')
      if (!newLine && endsAbbreviation(text, match.index)) continue
      if (begin <= (this.begins.at(-1) as number)) continue
      this.begins.push(begin)
      this.paragraphs.push((this.paragraphs.at(-1) as number) + (newLine ? 1 : 0))
    }
  }

  /** The number of the sentence in which a place is. */
  at(place: number): number {
    let [low, high] = [0, this.begins.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.begins[middle] as number) <= place) low = middle
      else high = middle - 1
    }
    return low
  }

  begin(sentence: number): number {
    return this.begins[sentence] as number
  }

  paragraph(sentence: number): number {
    return this.paragraphs[sentence] as number
  }
}

const abbreviation =
  /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Sen|Rep|Gov|Hon|St|Jr|Sr|No|vs|Inc|Ltd|Co|Corp|Jan|Feb|Aug|Sept|Oct|Nov|Dec|U\.S|U\.K|U\.N|E\.U|D\.C)$/u

const endsAbbreviation = (text: string, stop: number): boolean =>
  text.charAt(stop) === '.' && abbreviation.test(text.slice(Math.max(0, stop - 8), stop))
