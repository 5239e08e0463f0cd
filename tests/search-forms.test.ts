import { describe, expect, it } from 'vitest'
import { type Answer, worlds } from './graph-fixture.ts'

const { empty } = worlds()
const world = empty()
let made = 0

/** An actor of this name, which nothing else in the graph has; its slug. */
function named(name: string): string {
  const slug = `name-${++made}`
  world.write(({ actors }) => actors.put({ slug, name, type: 'PERSON', language: 'und' }))
  return slug
}

/** A claim and a source of this text. */
function said(text: string): string {
  const slug = `text-${++made}`
  world.write(({ claims, sources }) => {
    claims.put({ slug, text, kind: 'OTHER' })
    sources.put({
      slug,
      title: `Report ${made}`,
      kind: 'ARTICLE',
      text: `${text}\n\nNo more than this: ${made}.`,
    })
  })
  return slug
}

const found = (text: string): string[] =>
  world
    .ask(
      `query ($text: String!) {
        search(text: $text, types: [ACTOR], first: 50) { searchedFor nodes { node { ... on Entity { slug } } } }
      }`,
      { text },
    )
    .search.nodes.map(({ node }: Answer) => node.slug)
const filtered = (name: string): string[] =>
  world
    .ask('query ($name: String!) { actors(filter: { name: $name }) { nodes { slug } } }', { name })
    .actors.nodes.map(({ slug }: Answer) => slug)

const texts = (text: string): { search: string[]; claims: string[]; sources: string[] } => {
  const { search, claims, sources } = world.ask(
    `query ($text: String!) {
      search(text: $text, types: [CLAIM], first: 50) { searchedFor nodes { node { ... on Claim { slug } } } }
      claims(filter: { text: $text }) { nodes { slug } }
      sources(filter: { text: $text }) { nodes { slug } }
    }`,
    { text },
  )
  return {
    search: search.searchedFor === null ? search.nodes.map(({ node }: Answer) => node.slug) : [],
    claims: claims.nodes.map(({ slug }: Answer) => slug),
    sources: sources.nodes.map(({ slug }: Answer) => slug),
  }
}
const strictly = (text: string): string[] => texts(text).claims

/** Each line: a name as it is written, and what readers type for it. */
const names: Record<string, readonly (readonly string[])[]> = {
  'marks that Unicode puts beside the letter or into it': [
    ['Микола Николайчук', 'Николайчук'.normalize('NFD'), 'николайчук', 'НИКОЛАЙЧУК'],
    ['Їжакевич'.normalize('NFD'), 'Їжакевич', 'їжакевич'],
    ['Караўлаў'.normalize('NFD'), 'караўлаў'],
    ['Ángström'.normalize('NFD'), 'Ángström', 'angstrom', 'ÁNGSTRÖM'],
    ['Nguyễn Thị Định', 'nguyen thi dinh', 'Nguyễn'.normalize('NFD'), 'định'],
    ['Čapek', 'capek', 'Čapek'.normalize('NFD')],
  ],
  'apostrophes, whichever the keyboard has': [
    [
      "Олена Мар'яненко",
      'Мар’яненко',
      'Марʼяненко',
      'Мар‘яненко',
      'Мар＇яненко',
      'Марʹяненко',
      'Маряненко',
      'мар`яненко',
    ],
    ['Лук’янчук', "лук'янчук", 'лукянчук', 'Лукʼянчук'],
    ['Conan O’Brien', "o'brien", 'OBrien', 'brien', 'o brien'],
    ["Sana'a Institute", 'Sanaa', 'Sanaʿa', 'Sana’a'],
    ['Hawaiʻi Guard', "hawai'i", 'hawaii'],
    ["Côte d'Ivoire", 'cote divoire', 'ivoire', 'Côte d’Ivoire'],
    ['Qur’an Society', 'quran', "qur'an", 'Qurʾan'],
    ["Luhans'k News", 'luhansk'],
  ],
  'hyphens and dashes': [
    ['Al-Jazirah', 'al jazirah', 'aljazirah', 'Al‑Jazirah', 'al‐jazirah', 'Al－Jazirah'],
    ['Jean‐Yves Le Drian', 'jean-yves', 'jeanyves', 'yves'],
    ['F-16 Squadron', 'F16', 'f 16', 'F‑16'],
    ['בן־גוריון', 'בן גוריון', 'בן-גוריון', 'בנגוריון'],
    ['Kosovo–Serbia Dialogue', 'kosovo serbia', 'kosovo-serbia'],
    ['Sol\u00addier Ministry', 'soldier'],
    ['U.S. Agency', 'US agency', 'U.S.', 'u s agency'],
  ],
  'letters of Latin alphabets': [
    ['Łukasz Zieliński', 'Lukasz', 'zielinski', 'ŁUKASZ'],
    ['Søren Kierkegård', 'Soren', 'soeren', 'kierkegard', 'kierkegaard'],
    ['Đukić', 'Dukic', 'djukic', 'ĐUKIĆ'],
    ['Jürgen Großmann', 'juergen grossmann', 'jurgen', 'GROSSMANN', 'GROẞMANN'],
    ['Ægir Þórsson', 'aegir thorsson', 'ægir'],
    ['Œuvre', 'oeuvre', 'OEUVRE'],
    ['Kırıkkale İl', 'kirikkale', 'KIRIKKALE', 'il', 'İL', 'ıl'],
    ['Guðrún', 'gudrun', 'GUÐRÚN'],
    ['Ħamrun', 'hamrun'],
    ['Sámi Ŋálla', 'nalla', 'sami'],
    ['Məmmədov', 'memmedov'],
    ['Škoda ǅungla', 'skoda', 'dzungla', 'džungla'],
    ['Iñárritu', 'inarritu'],
    ['ﬁnance', 'finance'],
    ['ＮＡＴＯ', 'nato', 'NATO'],
  ],
  Greek: [
    ['Γεώργιος Παπανδρέου', 'Γεωργιος', 'ΓΕΏΡΓΙΟΣ', 'γεωργιοσ', 'παπανδρεου'],
    ['Ἀθῆναι', 'αθηναι', 'ΑΘΗΝΑΙ'],
    ['Προϊστάμενος', 'προισταμενος', 'ΠΡΟΪΣΤΑΜΕΝΟΣ'],
    ['Ὀδυσσεύς', 'οδυσσευς', 'οδυσσευσ'],
  ],
  Cyrillic: [
    ['Артём Ёлкин', 'артем', 'АРТЕМ', 'елкин', 'ёлкин'.normalize('NFD')],
    ['Ґудзенко', 'гудзенко', 'ҐУДЗЕНКО'],
    ['Шевче́нко Тара́с', 'шевченко', 'тарас'],
    ['Ѐвтимов', 'евтимов'],
  ],
  'Arabic and Persian': [
    ['أحمد الشرع', 'احمد', 'أحمد', 'ٱحمد', 'إحمد', 'آحمد', 'اَحمد'],
    ['مُحَمَّد بن سلمان', 'محمد', 'محـــمد', 'مُحمد'],
    ['مدرسة الهدى', 'مدرسه', 'الهدي', 'الهدى'],
    ['علی خامنه‌ای', 'علي', 'على', 'خامنه ای', 'خامنهای', 'خامنه\u200cاي'],
    ['کرمان', 'كرمان'],
    ['مسؤول', 'مسوول', 'مسؤول'.normalize('NFD')],
    ['ﻣﺼﺮ', 'مصر'],
    ['كتيبة ١٢٣', '123', '۱۲۳', 'كتيبه'],
  ],
  Hebrew: [
    ['אֵלון מוסק', 'אלון', 'אֵלוֹן'],
    ['צה"ל', 'צה״ל', 'צהל', 'צה”ל'.replace('”', '״')],
    ['שָׁלוֹם', 'שלום', 'שלומ'],
    ['ג׳ורג׳', "ג'ורג'", 'גורג'],
    ['חזבאללהﬠ', 'חזבאללהע'],
  ],
  'scripts without spaces, within a longer name': [
    ['中华人民共和国外交部', '外交部', '外交', '部', '中华人民共和国', '人民'],
    ['日本国防衛省', '防衛省', '日本'],
    ['ニュース通信社', '通信社', 'ﾆｭｰｽ', 'にゅーす', 'ュース'],
    ['パキスタン', 'ﾊﾟｷｽﾀﾝ', 'パキスタン'.normalize('NFD'), 'スタン'],
    ['대한민국외교부는', '외교부', '외교부'.normalize('NFD'), '대한민국'],
    ['กระทรวงการต่างประเทศ', 'ต่างประเทศ', 'กระทรวง'],
    ['ກະຊວງການຕ່າງປະເທດ', 'ຕ່າງປະເທດ'],
    ['北约NATO总部', 'NATO', '总部', 'nato总部'],
  ],
  'Indic scripts': [
    ['क़ाबुल समाचार', 'काबुल', 'क़ाबुल'.normalize('NFC')],
    ['हँसराज', 'हंसराज'],
    ['সংবাদ', 'সংবাদ'],
    ['तालुका १२', '12', 'तालुका'],
  ],
}

describe.each(Object.entries(names))('a name is found by what readers type: %s', (_, lines) => {
  it.each(lines.map(([name = '', ...typed]) => [name, typed] as const))('%s', (name, typed) => {
    const slug = named(name)
    for (const text of [name, ...typed]) {
      expect(found(text), text).toContain(slug)
      expect(filtered(text), text).toContain(slug)
      expect(found(`${text}*`), `${text}*`).toContain(slug)
    }
    // And not by everything.
    expect(filtered(`${name} zeppelin`)).toEqual([])
  })
})

describe('letters of their own', () => {
  it.each([
    ['Зайко', 'заико'],
    ['Київець', 'киівець'],
    ['ўзвышша', 'узвышша'],
    ['外交官', '交外'],
    ['한국', '국한'],
    ['กาแฟ', 'แฟกา'],
  ])('%s is not %s', (name, other) => {
    const slug = named(name)
    expect(filtered(name)).toContain(slug)
    expect(filtered(other)).not.toContain(slug)
  })
})

describe('an English word is found by its stem', () => {
  it.each([
    ['Weapons were moved', ['weapon', 'weapons', 'WEAPON']],
    ['Attackers crossed the river', ['attacker', 'attackers', 'attack', 'attacking']],
    ['Kyiv denied it', ['deny', 'denies', 'denied', 'denying']],
    ['The villages were shelled', ['shell', 'shelling', 'village']],
    ['Two ministries responded', ['ministry', 'respond', 'responds']],
    ['Casualties are rising', ['casualty', 'rise', 'rises']],
    ['They were evacuating hospitals', ['evacuate', 'evacuated', 'hospital']],
    ['Grain exports stopped', ['stop', 'stopping', 'export', 'exported']],
    ['Peacekeepers’ convoys', ['peacekeeper', 'convoy']],
    ['The bombers co-operated', ['bomber', 'cooperate', 'co-operated']],
  ])('%s', (text, typed) => {
    const slug = said(text)
    for (const word of typed) {
      const { search, claims, sources } = texts(word)
      expect(search, word).toContain(slug)
      expect(claims, word).toContain(slug)
      expect(sources, word).toContain(slug)
    }
  })

  it.each([
    ['the latest news agency', 'new'],
    ['a general strike', 'generous'],
    ['police on the bridge', 'policy'],
    ['the skis of the team', 'sky'],
  ])('and not by another word: %s, %s', (text, other) => {
    const slug = said(text)
    expect(strictly(other)).not.toContain(slug)
  })

  it('but no other word is: Cyrillic has endings of its own', () => {
    const slug = said('Атакующие ушли')
    expect(strictly('атакующие')).toContain(slug)
    expect(strictly('атакующий')).not.toContain(slug)
  })

  it('with what stands there as it was typed before what only has the stem', () => {
    const [plural, singular] = [said('convicts of the island'), said('convict of the island')]
    expect(texts('convict').search).toEqual([singular, plural])
    expect(texts('convicts').search).toEqual([plural, singular])
  })

  it('leaves out by the stem what is not wanted', () => {
    const slug = said('Drones over the harbour')
    expect(strictly('harbour')).toContain(slug)
    expect(strictly('harbour -drone')).not.toContain(slug)
    expect(strictly('harbour -dron')).toContain(slug)
  })
})

describe('the beginning of a word, and a phrase, are compared with what is written', () => {
  const slug = said('Saboteurs were attacking bridges and universities, and denying it')

  it.each([
    'attack*',
    'attacki*',
    'attacking*',
    'univers*',
    'universiti*',
    'bridg*',
    'bridges*',
    'deny*',
    'denyin*',
    'sabot*',
  ])('%s', (text) => expect(strictly(text)).toContain(slug))
  it.each(['attacked*', 'attacker*', 'university*', 'denie*'])('not %s', (text) =>
    expect(strictly(text)).not.toContain(slug),
  )
  it.each([
    '"attacking bridges"',
    '"were attacking"',
    '"attacking brid"*',
    '"bridges and universities"',
    '“attacking bridges”',
    '«attacking bridges»',
  ])('%s', (text) => expect(strictly(text)).toContain(slug))
  it.each(['"attack bridges"', '"bridges attacking"', '"attack"', '"bridge"'])('not %s', (text) =>
    expect(strictly(text)).not.toContain(slug),
  )
})

describe('a snippet', () => {
  const snippet = (text: string, types = ['CLAIM']): string =>
    world.ask(
      'query ($text: String!, $types: [NodeType!]) { search(text: $text, types: $types, first: 1) { nodes { snippet } } }',
      { text, types },
    ).search.nodes[0].snippet

  it.each([
    ['Smugglers ferried rifles', 'smuggler', '**Smugglers** ferried rifles'],
    ['Ёлки у Łódźи', 'елки', '**Ёлки** у Łódźи'],
    ['Прем’єр-міністр прибув', "прем'єр", '**Прем’єр**-міністр прибув'],
    ['據報外交部發言', '外交部', '據報**外交部**發言'],
    ['قال مُحَمَّد ذلك', 'محمد', 'قال **مُحَمَّد** ذلك'],
    ['The quarry-master left the quarry', 'quarry', 'The **quarry**-master left the **quarry**'],
    ['Ten barges burned; ten more fled', '"barges burned"', 'Ten **barges burned**; ten more fled'],
    ['Ferries ferried goods', 'ferri*', '**Ferries** **ferried** goods'],
    ['Aljazirahs and Al-Jazirahs', 'aljazirahs', '**Aljazirahs** and **Al-Jazirahs**'],
    ['Bold **zinc** here', 'zinc', 'Bold *\u2060***zinc***\u2060* here'],
    ['A <b>cobalt</b> & <script>', 'cobalt', 'A <b>**cobalt**</b> & <script>'],
  ])('marks what is written: %s, %s', (text, typed, expected) => {
    said(text)
    expect(snippet(typed)).toBe(expected)
  })

  it('of a long text is the place with most of the words, between whole words', () => {
    const filler = (words: number) => Array.from({ length: words }, (_, index) => `filler${index}`).join(' ')
    world.write(({ sources }) =>
      sources.put({
        slug: 'long',
        title: 'A long one',
        kind: 'ARTICLE',
        text: `A heron. ${filler(300)} the herons of the lagoon at dusk ${filler(300)}`,
      }),
    )
    const shown = snippet('heron lagoon', ['SOURCE'])
    expect(shown).toMatch(/^…filler\d+ .*the \*\*herons\*\* of the \*\*lagoon\*\* at dusk .*filler\d+…$/)
    expect(shown.length).toBeLessThan(140)
  })

  it('never ends within a character', () => {
    world.write(({ sources }) =>
      sources.put({
        slug: 'emoji',
        title: 'Signs',
        kind: 'POST',
        text: `${'👩🏽‍🚒'.repeat(40)}tern${'é'.normalize('NFD').repeat(300)}`,
      }),
    )
    const shown = snippet('tern*', ['SOURCE'])
    expect(shown).toContain('**tern')
    expect(shown).not.toMatch(/\p{Surrogate}/u)
  })
})

describe('signs of markup and of query languages are text', () => {
  const slug = said('The word NEAR or AND, a <b>bold</b> move, **starred**, and 100% of (x) in a^b: "done"')

  it.each([
    '<b>',
    'near or and',
    'NEAR',
    '**starred**',
    '100%',
    '(x)',
    'a^b',
    'bold</b>',
    'move:',
    'AND OR',
    '{move}',
    '"done"',
    '+move',
    'a^b:',
  ])('%s', (text) => expect(strictly(text)).toContain(slug))
})
