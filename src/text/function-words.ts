/**
 * Small words that nearly every sentence of a language has, and few sentences of others. They tell the language of a text
 * that is too short for its trigrams, or full of foreign names.
 */
const functionWordRows: readonly [language: string, words: string][] = [
  [
    'en',
    'the of and to that with for said says he she his her it its by from has have had were are been not they their who will would after this which but as at on be',
  ],
  [
    'de',
    'der die das und ist nicht den dem des ein eine einer sich mit auf für dass im von zu sind wurde auch sei',
  ],
  ['fr', 'le la les des et est une du que qui dans pour sur pas au aux par ce cette ont été avec selon'],
  ['es', 'el los las del que en una por con para se ha fue según como pero sus al más y'],
  ['pt', 'os as do da dos das que em um uma não por com para foi segundo mais ao na no são e'],
  ['it', 'il lo gli della dei delle che di un una per con non è ha sono nel alla dal si anche ed'],
  ['nl', 'de het een van en dat niet zijn op voor met te aan er door ook wordt bij heeft die'],
  ['pl', 'w z że się nie na do jest to przez po od za oraz jak ale są został powiedział'],
  ['cs', 'že se na v je s z do po při byl jsou podle které který ale také uvedl a'],
  ['sk', 'že sa na v je s z do po pri bol sú podľa ktoré ktorý ale aj uviedol a'],
  ['sv', 'och att det som är en på av för med den till inte har om ett var från säger'],
  ['da', 'og at det som er en på af for med den til ikke har om et var fra der siger'],
  ['nb', 'og at det som er en på av for med den til ikke har om et var fra sier'],
  ['fi', 'ja on ei että oli hän se ovat mukaan myös kun joka sanoi mutta'],
  ['hu', 'a az és hogy nem egy is volt szerint meg mint aki ezt'],
  ['ro', 'și de la în că nu cu pe din un o a fost care pentru este sunt al'],
  ['tr', 've bir bu için ile da de olarak olduğunu ise daha söyledi göre dedi gibi'],
  ['id', 'yang di dan itu dengan untuk dari tidak ini pada akan dalam mengatakan oleh'],
  ['hr', 'je da i u na se su za od s kako koji što nije rekao a o'],
  ['lt', 'ir kad yra į su buvo iš bet ne jis pasakė apie'],
  ['lv', 'un ka ir ar no par uz bija arī kas teica'],
  ['et', 'ja on et ei ka oli see mis ütles kuid'],
  ['ru', 'и в не на что с по как это из за к от о об для был была были его она они мы но же'],
  ['bg', 'е се че да от за на в и са ще беше според като но който'],
  ['uk', 'і й в у не на що з та до за від про для як це був була були його вона вони ми але із зі'],
]

const languagesByWord = new Map<string, string[]>()
for (const [language, words] of functionWordRows)
  for (const word of words.split(' '))
    languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language])

/** How many of the words are small words of each language. */
export function functionWordsIn(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words)
    for (const language of languagesByWord.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1)
  return counts
}

/** Whether the small words of a language are known here. */
export const hasFunctionWords = (language: string): boolean =>
  functionWordRows.some(([known]) => known === language)
