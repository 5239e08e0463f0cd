import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import type { KnownActor } from '../../src/extraction/speakers/known-actors.ts'
import { resolveReport } from '../../src/extraction/speakers/resolve.ts'

const state = (slug: string, ...names: string[]): KnownActor => ({ slug, type: 'STATE', names })
const of = (organization: string, role: string, title?: string) => [{ organization, role, title }]

const actors: KnownActor[] = [
  state('russia', 'Russia'),
  state('ukraine', 'Ukraine'),
  state('norway', 'Norway'),
  state('us', 'United States', 'US'),
  state('uk', 'United Kingdom'),
  state('iran', 'Iran'),
  state('kharvia', 'Kharvia'),
  { slug: 'kremlin', type: 'ORGANIZATION', names: ['Kremlin'], affiliations: of('russia', 'PART_OF') },
  {
    slug: 'norwegian-army',
    type: 'ORGANIZATION',
    names: ['Norwegian Army'],
    affiliations: of('norway', 'PART_OF'),
  },
  {
    slug: 'kharvian-energy-ministry',
    type: 'ORGANIZATION',
    names: ['Kharvian Energy Ministry'],
    affiliations: of('kharvia', 'PART_OF'),
  },
  { slug: 'un', type: 'ORGANIZATION', names: ['United Nations'] },
  { slug: 'union', type: 'ORGANIZATION', names: ['Harbour Union'] },
  { slug: 'civic-bloc', type: 'ORGANIZATION', names: ['Civic Bloc'] },
  { slug: 'front', type: 'ARMED_GROUP', names: ['Fjord Front'] },
  { slug: 'novak', type: 'PERSON', names: ['Piotr Novak'] },
  {
    slug: 'dahl',
    type: 'PERSON',
    names: ['Kari Dahl'],
    affiliations: of('union', 'SPOKESPERSON', 'Spokeswoman'),
  },
  {
    slug: 'holm',
    type: 'PERSON',
    names: ['Nils Holm'],
    affiliations: of('kharvia', 'LEADER', 'Prime Minister'),
  },
  {
    slug: 'vega',
    type: 'PERSON',
    names: ['Ada Vega'],
    affiliations: of('civic-bloc', 'LEADER', 'Chairwoman'),
  },
  { slug: 'marsh', type: 'PERSON', names: ['Ivo Marsh'], affiliations: of('front', 'LEADER', 'Commander') },
  { slug: 'orr', type: 'PERSON', names: ['Lena Orr'], affiliations: of('kremlin', 'SPOKESPERSON') },
]

/** Whom each that speaks in a text speaks for; what is proposed in quotation marks. */
const principals = (text: string) =>
  resolveReport({ text, attributions: extract(text), actors }).map(({ onBehalfOf: one }) =>
    one ? ('slug' in one ? one.slug : `“${one.proposed}”`) : 'itself',
  )
const principal = (words: string) => principals(`${words} said that it rained.`)[0]

describe('a state is spoken for', () => {
  test.each([
    ['by its king', 'Norway’s King Harald', 'norway'],
    ['by its crown prince', 'Crown Prince Haakon of Norway', 'norway'],
    ['by the spokesman of its government', 'Kremlin spokesman Pyotr Orlov', 'russia'],
    ['by a spokesman behind the name', 'Pyotr Orlov, the Kremlin’s spokesman,', 'russia'],
    ['by a spokesman without a name', 'A spokesman for the Kremlin', 'russia'],
    ['by a ministry’s spokeswoman', 'Iranian Foreign Ministry spokeswoman Zahra Amini', 'iran'],
    [
      'by a spokesman of the ministry of',
      'Zahra Amini, a spokeswoman for the Foreign Ministry of Iran,',
      'iran',
    ],
    ['by a body that everybody knows', 'Pentagon spokeswoman Sarah Whitfield', 'us'],
    ['by another such body', 'A State Department spokesman', 'us'],
    ['by an army’s spokesman', 'Ukrainian army spokesman Oleh Bilyk', 'ukraine'],
    ['by a military spokesman', 'A Ukrainian military spokesman', 'ukraine'],
    ['by its ambassador', 'The ambassador of Norway to the UN', 'norway'],
    ['by an ambassador of its people', 'Russian Ambassador Ilya Petrov', 'russia'],
    ['by an ambassador to another', 'The Russian ambassador to Norway', 'russia'],
    ['by an envoy in possession', 'Norway’s envoy Liv Strand', 'norway'],
    ['by an embassy in another', 'The Russian embassy in Norway', 'russia'],
    ['by an embassy of', 'The embassy of Norway in Moscow', 'norway'],
    ['by a minister', 'Ukrainian Defence Minister Oleh Bilyk', 'ukraine'],
    ['by a minister behind the name', 'Oleh Bilyk, Ukraine’s defence minister,', 'ukraine'],
    ['by a minister of another form', 'Interior minister Amina Sidikou of Norway', 'norway'],
    ['by a deputy minister', 'Iran’s deputy foreign minister, Reza Karimi,', 'iran'],
    ['by a ministry', 'Ukraine’s foreign ministry', 'ukraine'],
    ['by a ministry of', 'The Foreign Ministry of Iran', 'iran'],
    ['by a ministry in its capital', 'The Defence Ministry in Moscow', 'russia'],
    ['by an army', 'The Ukrainian army', 'ukraine'],
    ['by an army that is known', 'Norway’s army', 'norway'],
    ['by a coast guard', 'The Norwegian coast guard', 'norway'],
    ['by border guards', 'Norwegian border guards', 'norway'],
    ['by a delegation', 'The Iranian delegation', 'iran'],
    ['by a government', 'The British government', 'uk'],
    ['by officials', 'Senior Iranian officials', 'iran'],
    ['by officials of a kind', 'British maritime officials', 'uk'],
    ['by authorities', 'The authorities of Norway', 'norway'],
    ['by a body of a name that everybody knows', 'The FBI', 'us'],
    ['by a parliament of such a name', 'The Knesset', '“Israel”'],
    ['by a committee of', 'The Investigative Committee of the Russian Federation', 'russia'],
    ['by a state that the graph does not know', 'Tongan Foreign Minister Sione Vea', '“Tonga”'],
    ['by a ministry of such a state', 'Tuvalu’s foreign ministry', '“Tuvalu”'],
    ['by a known spokeswoman of a body of it', 'Lena Orr', 'russia'],
    ['by a known prime minister', 'Nils Holm', 'kharvia'],
    ['by officials of an invented state', 'Kharvian officials', 'kharvia'],
    ['by a general of its army', 'General Salou Garba, of the Ukrainian army,', 'ukraine'],
    ['by a capital’s embassy', 'London’s embassy in Moscow', 'uk'],
    ['by an officer of its army', 'Colonel Amadou Keita of the Ukrainian army', 'ukraine'],
    ['by one who commands', 'General Emil Hock, who commands the Ukrainian border troops,', 'ukraine'],
    ['by a source in its government', 'A Norwegian government source', 'norway'],
    ['by its Foreign Office', 'Norway’s Foreign Office', 'norway'],
    ['by its prosecutor general', 'Ukrainian Prosecutor General Max Hahn', 'ukraine'],
    ['by an envoy for something', 'Rolf Ames, Norway’s special envoy for the strait,', 'norway'],
    ['by a ministry of a state that only the report knows', 'Belmora’s defence ministry', '“Belmora”'],
    ['by an envoy of such a state', 'Belmora’s ambassador, Karel Dusek,', '“Belmora”'],
    ['by a military attaché of an embassy', 'An official at the Norwegian embassy', 'norway'],
  ])('%s: %s', (_, words, slug) => expect(principal(words)).toBe(slug))
})

describe('another is spoken for', () => {
  test.each([
    ['by the spokeswoman of a union', 'A spokeswoman for the Harbour Union', 'union'],
    ['by one with a name', 'Harbour Union spokeswoman Mia Holt', 'union'],
    ['by a known one', 'Kari Dahl', 'union'],
    ['by a director of a kind', 'The Harbour Union’s safety director, Lotte Brandt,', 'union'],
    ['by a head of a kind', 'Stine Moe, the Harbour Union’s head of operations', 'union'],
    ['by a secretary', 'The Harbour Union’s general secretary, Fred Amun,', 'union'],
    ['by a leader of fighters', 'Omar Venn, the leader of the Fjord Front,', 'front'],
    ['by a director', 'Mia Holt, the director of the Harbour Union,', 'union'],
    ['by a body’s somebody', 'The Harbour Union’s Mia Holt', 'union'],
    ['by an envoy of an international body', 'UN envoy Hans Berg', 'un'],
    ['by a commissioner of one', 'U.N. High Commissioner Ana Ruiz', 'un'],
    ['by a commander of an armed group', 'Fjord Front commander Jon Vik', 'front'],
    ['by a known commander', 'Ivo Marsh', 'front'],
    ['by a lawyer', 'A lawyer for Piotr Novak', 'novak'],
    ['by a lawyer of', 'Piotr Novak’s lawyer, Ana Ruiz,', 'novak'],
    ['by the spokesman of somebody new', 'A spokesman for Halden Shipping', '“Halden Shipping”'],
    ['by the chief of somebody new', 'Halden Shipping chief executive Ana Ruiz', '“Halden Shipping”'],
    [
      'by a council that is no state’s',
      'Norwegian Refugee Council spokesman Jon Vik',
      '“Norwegian Refugee Council”',
    ],
    ['by an airline that is no state’s', 'American Airlines spokeswoman Mia Holt', '“American Airlines”'],
    ['by an international body that is new', 'WHO spokeswoman Mia Holt', '“WHO”'],
    ['by a board', 'Two board members of the Harbour Union', 'union'],
    ['by a researcher of its own', 'Harbour Union researcher Mia Holt', 'union'],
    ['by a campaigner', 'Mia Holt, the Harbour Union’s campaigner on pay,', 'union'],
    ['by an officer of police', 'Detective Chief Inspector Mia Holt, of Halden Police,', '“Halden Police”'],
  ])('%s: %s', (_, words, slug) => expect(principal(words)).toBe(slug))
})

describe('nobody else is spoken for', () => {
  test.each([
    'Norway',
    'Moscow',
    'The Harbour Union',
    'Piotr Novak',
    'Ada Vega',
    'Former Ukrainian minister Oleh Bilyk',
    'Oleh Bilyk, a former spokesman for the Kremlin,',
    'The mayor of Bodo, Jon Vik,',
    'The head of the district, Jon Vik,',
    'Police in Bodo',
    'The fire brigade',
    'A Norwegian fisherman',
    'Norwegian fishermen',
    'A Russian soldier',
    'Russian hackers',
    'The American writer Ana Ruiz',
    'A doctor at the hospital',
    'A source in the Harbour Union',
    'A resident of Moscow',
    'Residents of Ukraine',
    'An analyst at the Halden Institute',
    'The Norwegian Refugee Council',
    'American Airlines',
    'The New York Times',
    'Ada Kohl of the University of Halden',
    'The deputy leader of the Civic Bloc, Nina Falk,',
    'A witness',
    'He',
  ])('%s', (words) => expect(principal(words) ?? 'itself').toBe('itself'))
})

describe('within a report', () => {
  test.each([
    [
      'a field behind an office is not whose it is',
      'The Harbour Union met. Its director of enforcement, Mia Holt, said that it rained. Holt said that it poured.',
      'union union',
    ],
    [
      'an office that is called alone is of the body named last',
      'The Harbour Union met. The chairman said that it rained. The finance director said that it poured.',
      'union union',
    ],
    [
      'a cabinet secretary is of the state of the report',
      'OSLO, May 3 — Justice Secretary Mia Holt said that it rained.',
      'norway',
    ],
    [
      'so is a presidential spokeswoman',
      'OSLO, May 3 — Presidential spokeswoman Mia Holt said that it rained.',
      'norway',
    ],
    ['and a prosecutor', 'OSLO, May 3 — A federal prosecutor said that it rained.', 'norway'],
    [
      'a town before it tells whose minister it is',
      'Kharvia protested. In Oslo the consumer minister said that it rained.',
      'norway',
    ],
    ['an American attorney is of the state', 'Assistant U.S. Attorney Mia Holt said that it rained.', 'us'],
    [
      'who was introduced speaks so all through',
      'Kremlin spokesman Pyotr Orlov said that it rained. Orlov said that it poured. He denied that it snowed.',
      'russia russia russia',
    ],
    [
      'who was introduced elsewhere as well',
      'The talks were opened by Kremlin spokesman Pyotr Orlov. Orlov said that it rained.',
      'russia',
    ],
    [
      'who is introduced behind the name as well',
      'Sarah Whitfield, the Pentagon spokeswoman, came. Whitfield said that it rained.',
      'us',
    ],
    [
      'whose spokesman he is may be told by a pronoun',
      'The Harbour Union went on strike. Its spokesman said that it rained.',
      'union',
    ],
    [
      'a ministry is none of the United States, which have departments',
      '“This was piracy,” said Pentagon spokeswoman Sarah Whitfield. Foreign Ministry spokesman Kamran Daneshvar said that it rained.',
      'us “Foreign Ministry”',
    ],
    [
      'of a person as well',
      'Piotr Novak said that it rained. His lawyer said that it poured.',
      'itself novak',
    ],
    [
      'or by the word for the body',
      'Halden Shipping denied that it rained. The company’s spokesman said that it poured.',
      'itself “Halden Shipping”',
    ],
    [
      'a ministry is that of the state whose it was before',
      'The Iranian Foreign Ministry said that it rained. The Foreign Ministry spokesman Reza Karimi said that it poured.',
      'iran iran',
    ],
    [
      'a minister is of the state of the ministry',
      'The Kharvian Energy Ministry said that it rained. Energy Minister Leopold Strand said that it poured.',
      'kharvia kharvia',
    ],
    [
      'a minister is of the state whose capital he speaks in',
      'Norway paid. In Tehran, foreign minister Reza Karimi said that it rained.',
      'iran',
    ],
    [
      'a ministry is of the state where the report was written',
      'KYIV, May 3 — Russia paid.\n\nThe Interior Ministry said that it rained.',
      'ukraine',
    ],
    [
      'a spokesman is of the body that is named before',
      'The Harbour Union went on strike. A spokesman said that it rained.',
      'union',
    ],
    [
      'an adviser is of the state whose body is named before',
      'Ukraine paid.\n\nThe Kremlin said that it rained. Presidential adviser Igor Malkin said that it poured.',
      'russia russia',
    ],
    [
      'an army’s spokesman is that of the army before',
      'The Sudanese army said that it rained. Army spokesman Nabil Osman said that it poured. Osman said that it froze.',
      '“Sudan” “Sudan” “Sudan”',
    ],
    [
      'a state is known by its people where the report names it',
      'In neighbouring Tarsk, nobody slept. Tarskian Prime Minister Milo Ferenc said that it rained.',
      '“Tarsk”',
    ],
    [
      'one who is only called by the office speaks as before',
      'A State Department official said that it rained. The official said that it poured.',
      'us us',
    ],
    [
      'a body that has a director is no person',
      'Clean Rivers Now said that it rained. Tomas Reed, the group’s chief scientist, said that it poured. Anna Noor, director of Clean Rivers Now, said that it froze.',
      'itself “Clean Rivers Now” “Clean Rivers Now”',
    ],
    [
      'a chief is that of the body that spoke before',
      'Blue Sound Lines said that it rained. Chief executive Dag Rolfsen said that it poured.',
      'itself “Blue Sound Lines”',
    ],
    [
      'the word for a body may be in what its spokesman was called',
      'Hugo Faller, chairman of the Miners’ League, said that it rained. A spokeswoman for the league said that it poured.',
      '“Miners’ League” “Miners’ League”',
    ],
    [
      'rebels are the armed group before',
      'The Fjord Front came. A rebel commander said that it rained. The militia’s leader, Omar Venn, said that it poured.',
      'front front',
    ],
    [
      'the time of day is no part of an office',
      '14:20 Kremlin spokesman Pyotr Orlov says that it rained.\n\n15:30 Orlov says that it poured.',
      'russia russia',
    ],
    [
      'the town before counts for more than a ministry elsewhere',
      'Iranian foreign ministry spokeswoman Zahra Amini said that it rained. In Oslo, Foreign Minister Liv Strand said that it poured.',
      'iran norway',
    ],
  ])('%s: %s', (_, text, slugs) => expect(principals(text).join(' ')).toBe(slugs))
})

test('in a transcript the office beside a name tells it, in capitals as well', () => {
  const text =
    'MS. HELGA WIRTH, UKRAINIAN FOREIGN MINISTRY SPOKESWOMAN: We have no such information.\n\n' +
    'Kofi Aran (Harbour Union): We struck on Monday.\n\nADA LUND: I saw it all.'
  expect(principals(text)).toEqual(['ukraine', 'union', 'itself'])
})

test('a ministry that is called without its state is the one that the graph has', () => {
  const text =
    'Kharvia paid. The Energy Ministry said that it rained. The Iranian Energy Ministry said that it poured.'
  const speakers = resolveReport({ text, attributions: extract(text), actors }).map(({ speaker }) => speaker)
  expect(speakers).toEqual([{ slug: 'kharvian-energy-ministry' }, { proposed: 'Iranian Energy Ministry' }])
})
