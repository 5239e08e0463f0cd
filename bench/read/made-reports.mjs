const split = (words) => words.split(' ')
const firstNames = split(
  'Ada Bert Carla Dimitri Elena Farid Greta Hugo Irina Jonas Karim Lena Marek Nadia Oleg Petra Rosa Stefan Tomas Vera',
)
const lastNames = split(
  'Almeida Brandt Castell Dvorak Eriksen Fontana Grabow Haddad Ivanek Jansen Kovalik Lindqvist Moreau Novotny Osman Petrov Quist Rahimi Sokol Tanaka Urban Varga Weiss Yilmaz Zeman',
)
const roles = [
  'the mayor',
  'a spokesman for the ministry',
  'the governor',
  'an engineer',
  'the director of the port',
  'a lawyer',
]
const crowds = [
  'Officials',
  'Witnesses',
  'Local police',
  'Two residents',
  'An aid worker',
  'Analysts',
  'The opposition',
]
const verbs = [
  'said',
  'claimed',
  'denied',
  'insisted',
  'told reporters',
  'confirmed',
  'announced',
  'believes',
]
const things = split(
  'bridge dam harbour refinery convoy border market railway school hospital warehouse pipeline ferry tunnel airport reactor granary substation barracks quarry vineyard museum station tower depot',
)
const deeds = split(
  'shelled rebuilt closed inspected flooded evacuated seized repaired searched guarded abandoned mined reopened sold surveyed burned',
)
const whens = ['on Monday', 'on Tuesday evening', 'last week', 'in March', 'overnight', 'on 4 May', '']
const towns = split(
  'Aldenport Brackwater Castria Dunmere Eastholm Farrow Grenholt Harwick Ilmen Jarrow Kestrel Lorne Merewood Norrby Oakhaven',
)

/** Reports of nobody about nothing, for whoever has none of their own. Always the same ones. */
export function madeReports(count) {
  let seed = 11
  const pick = (list) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return list[(seed >>> 8) % list.length]
  }
  const fact = () => `the ${pick(things)} near ${pick(towns)} had been ${pick(deeds)} ${pick(whens)}`.trim()
  const paragraph = () => {
    const [name, family] = [pick(firstNames), pick(lastNames)]
    return [
      `${name} ${family}, ${pick(roles)}, ${pick(verbs)} that ${fact()}.`,
      `“The ${pick(things)} was never ${pick(deeds)},” ${family} said.`,
      `${pick(crowds)} ${pick(verbs)} that ${fact()} and that the ${pick(things)} was safe.`,
      `The ${pick(things)} in ${pick(towns)} stands by the river, and ${fact()}.`,
      `According to ${pick(firstNames)} ${pick(lastNames)}, ${fact()}.`,
    ].join(' ')
  }
  return Array.from({ length: count }, (_, index) => {
    const title = `The ${pick(things)} of ${pick(towns)}`
    const text = [`${title}, ${index + 1}`, ...Array.from({ length: 5 }, paragraph)].join('\n\n')
    const published = `2024-0${1 + (index % 9)}-1${index % 10}`
    return { title, text, publisher: `The ${pick(towns)} Post`, published, language: 'en' }
  })
}
