import { describe, expect, test } from 'vitest'
import { extractSlavic } from '../../src/extraction/slavic/extract.ts'
import { slavicKeyOf } from '../../src/extraction/slavic/keys.ts'
import type { Slavic } from '../../src/extraction/slavic/lexicon.ts'
import { resolveSlavic } from '../../src/extraction/slavic/resolve.ts'
import { writtenFormsOf } from '../../src/extraction/slavic/written-forms.ts'
import type { KnownActor } from '../../src/extraction/speakers/known-actors.ts'

const person = (slug: string, ...names: string[]): KnownActor => ({ slug, type: 'PERSON', names })
const state = (slug: string, ...names: string[]): KnownActor => ({ slug, type: 'STATE', names })
const body = (slug: string, organization: string, ...names: string[]): KnownActor => ({
  slug,
  type: 'ORGANIZATION',
  names,
  affiliations: [{ organization, role: 'PART_OF' }],
})

/** As graphs have them: some under Latin names only, some under Russian or Ukrainian ones. */
const actors: KnownActor[] = [
  state('russia', 'Russia', 'Россия', 'Росія'),
  state('ukraine', 'Ukraine'),
  state('united-states', 'United States'),
  state('china', 'Китай'),
  body('russian-defence', 'russia', 'Russian Ministry of Defence'),
  body('ukrainian-defence', 'ukraine', 'Ministry of Defence of Ukraine'),
  body('sbu', 'ukraine', 'Служба безопасности Украины'),
  body('un', 'un', 'United Nations'),
  person('kravets', 'Иван Кравец'),
  person('lozova', 'Ганна Лозова'),
  person('zelensky', 'Volodymyr Zelenskyy'),
  person('gladkov', 'Vyacheslav Gladkov'),
  person('petrov-pavel', 'Павел Петров'),
  person('petrov-oleg', 'Олег Петров'),
]
const entities = [{ slug: 'bakhmut', names: ['Bakhmut', 'Бахмут'] }]

const resolved = (text: string, language: Slavic) =>
  resolveSlavic({ text, attributions: extractSlavic(text, language), actors, entities }, language)

const speakers = (text: string, language: Slavic): (string | undefined)[] =>
  resolved(text, language).map(
    ({ speaker }) => speaker && ('slug' in speaker ? `= ${speaker.slug}` : speaker.proposed),
  )

describe('one word is one in every case, in both languages and in Latin letters', () => {
  test.each([
    ['Кравец Кравца Кравцу Кравцом Кравце Кравець Кравця Кравцем Kravets'],
    ['Песков Пескова Пескову Песковым Пескове Пєсков Peskov'],
    ['Зеленский Зеленского Зеленскому Зеленским Зеленський Зеленського Zelensky Zelenskyy Zelenskiy'],
    ['Шевченко Шевченка Шевченком Shevchenko'],
    ['Сергей Сергея Сергею Сергій Сергія Serhiy Sergei'],
    ['Дмитрий Дмитрия Дмитро Дмитра Dmytro Dmitry'],
    ['Павел Павла Павло Павлом Pavel Pavlo'],
    ['Мария Марии Марією Maria'],
    ['Київ Києва Києві Киев Киева Киевом'],
    ['Харьков Харькове Харків Харкова Харкові'],
  ])('%s', (words) => {
    const [first = '', ...others] = words.split(' ')
    for (const word of others) expect(`${word}: ${slavicKeyOf(word)}`).toBe(`${word}: ${slavicKeyOf(first)}`)
  })

  test('and the graph is asked for the forms that it may have', () => {
    expect(writtenFormsOf('Кравца')).toEqual(expect.arrayContaining(['кравец', 'кравець', 'kravets']))
    expect(writtenFormsOf('Зеленського')).toEqual(
      expect.arrayContaining(['зеленский', 'зеленський', 'zelenskyy', 'zelensky']),
    )
    expect(writtenFormsOf('Ермака')).toEqual(expect.arrayContaining(['ермак', 'yermak']))
    expect(writtenFormsOf('Києва')).toEqual(expect.arrayContaining(['київ']))
    expect(writtenFormsOf('ФСБ')).toEqual(expect.arrayContaining(['фсб', 'fsb']))
  })
})

describe('who is known', () => {
  test.each<[Slavic, string, string]>([
    ['ru', 'Иван Кравец заявил, что мост цел.', 'kravets'],
    ['ru', 'По словам Ивана Кравца, мост цел.', 'kravets'],
    ['ru', 'По словам мэра Кравца, мост цел.', 'kravets'],
    ['ru', '«Мост цел», — сказал И. Кравец.', 'kravets'],
    ['uk', 'За словами Івана Кравця, міст цілий.', 'kravets'],
    ['ru', 'По словам Анны Лозовой, мост цел.', 'lozova'],
    ['uk', 'Мер Ганна Лозова повідомила, що міст цілий.', 'lozova'],
    ['ru', 'Президент Украины Владимир Зеленский сказал, что мост цел.', 'zelensky'],
    ['uk', 'Володимир Зеленський сказав, що міст цілий.', 'zelensky'],
    ['uk', 'За словами Зеленського, міст цілий.', 'zelensky'],
    ['ru', 'Губернатор Белгородской области Вячеслав Гладков сообщил, что мост цел.', 'gladkov'],
    ['ru', 'Павел Петров сообщил, что мост цел.', 'petrov-pavel'],
    ['ru', 'По словам Олега Петрова, мост цел.', 'petrov-oleg'],
    ['ru', 'Россия заявила, что мост цел.', 'russia'],
    ['ru', 'В Кремле заявили, что мост цел.', 'russia'],
    ['ru', 'Москва отвергла обвинения.', 'russia'],
    ['uk', 'У Києві заявили, що міст цілий.', 'ukraine'],
    ['ru', 'США осудили удар.', 'united-states'],
    ['uk', 'Білий дім засудив удар.', 'united-states'],
    ['ru', 'По данным Китая, мост цел.', 'china'],
    ['ru', 'Минобороны сообщило, что мост цел.', 'russian-defence'],
    ['ru', 'В Министерстве обороны РФ сообщили, что мост цел.', 'russian-defence'],
    ['ru', 'Минобороны Украины сообщило, что мост цел.', 'ukrainian-defence'],
    ['uk', 'У Міноборони повідомили, що міст цілий.', 'ukrainian-defence'],
    ['uk', 'Міністерство оборони Росії заявило, що міст цілий.', 'russian-defence'],
    ['ru', 'По данным Службы безопасности Украины, мост цел.', 'sbu'],
    ['ru', 'В ООН заявили, что мост цел.', 'un'],
  ])('%s: %s', (language, text, slug) => {
    expect(speakers(text, language)).toEqual([`= ${slug}`])
  })

  test('is not guessed where two have the name, or the name is another’s', () => {
    expect(speakers('Петров заявил, что мост цел.', 'ru')).toEqual(['Петров'])
    expect(speakers('Анна Кравец заявила, что мост цел.', 'ru')).toEqual(['Анна Кравец'])
    expect(speakers('Минобороны Китая сообщило, что мост цел.', 'ru')).toEqual(['Минобороны Китая'])
  })
})

describe('who is new', () => {
  test.each<[Slavic, string, string]>([
    ['ru', 'По словам Олега Сидорова, мост цел.', 'Олег Сидоров'],
    ['ru', 'По словам Сергея Лавровского, мост цел.', 'Сергей Лавровский'],
    ['ru', 'По словам Марии Захаровой, мост цел.', 'Мария Захарова'],
    ['ru', 'По словам Дмитрия Коваленко, мост цел.', 'Дмитрий Коваленко'],
    ['ru', 'По словам Петра Гусака, мост цел.', 'Петр Гусак'],
    ['uk', 'За словами Олега Ніколенка, міст цілий.', 'Олег Ніколенко'],
    ['uk', 'За словами Сергія Братчука, міст цілий.', 'Сергій Братчук'],
    ['uk', 'За словами Наталії Гуменюк, міст цілий.', 'Наталія Гуменюк'],
    ['uk', 'За словами Юрія Ковальського, міст цілий.', 'Юрій Ковальський'],
    ['uk', 'За словами Олени Ковальської, міст цілий.', 'Олена Ковальська'],
    ['ru', 'По словам Рашида Эль-Амина, мост цел.', 'Рашида Эль-Амина'],
    ['uk', 'Угорщина заявила, що міст цілий.', 'Угорщина'],
    ['uk', 'Угорці заявили, що міст цілий.', 'Угорці'],
    ['uk', 'У МАГАТЕ заявили, що міст цілий.', 'МАГАТЕ'],
    ['ru', 'В Совфеде заявили, что мост цел.', 'в Совфеде'],
  ])('in the nominative, where it can be told: %s %s', (language, text, name) => {
    expect(speakers(text, language)).toEqual([name])
  })

  test('is one, however called later', () => {
    const text =
      'По словам Олега Сидорова, мост цел. Сидоров добавил, что воды хватит. Он подчеркнул, что паники нет.'
    expect(speakers(text, 'ru')).toEqual(['Олег Сидоров', 'Олег Сидоров', 'Олег Сидоров'])
  })
})

describe('he and she', () => {
  test.each<[Slavic, string, string[]]>([
    ['ru', 'Кравец сказал, что мост цел. Он добавил, что воды хватит.', ['= kravets', '= kravets']],
    ['ru', 'Лозовая рассказала, что мост цел. По её словам, воды хватит.', ['= lozova', '= lozova']],
    [
      'ru',
      'Кравец сказал: «Мост цел». Лозовая ответила: «Нет». Он добавил, что воды хватит.',
      ['= kravets', '= lozova', '= kravets'],
    ],
    ['uk', 'Ганна Лозова розповіла, що міст цілий. За її словами, води вистачить.', ['= lozova', '= lozova']],
    ['uk', 'Іван Кравець сказав, що міст цілий. Додав, що води вистачить.', ['= kravets', '= kravets']],
    ['ru', 'Кравец сказал, что мост цел. Она добавила, что воды хватит.', ['= kravets', 'Она']],
    ['ru', 'Минобороны сообщило, что мост цел. Он добавил, что воды хватит.', ['= russian-defence', 'Он']],
  ])('are who spoke last, by the verb: %s %s', (language, text, expected) => {
    expect(speakers(text, language)).toEqual(expected)
  })
})

describe('on whose behalf', () => {
  test.each<[Slavic, string, string | undefined]>([
    ['ru', 'Пресс-секретарь Кремля Дмитрий Песков заявил, что мост цел.', 'russia'],
    ['ru', 'Официальный представитель МИД РФ Мария Захарова заявила, что мост цел.', 'russia'],
    ['ru', 'Представитель Минобороны Игорь Конашенков сообщил, что мост цел.', 'russia'],
    ['ru', 'Минобороны сообщило, что мост цел.', 'russia'],
    ['uk', 'Речник МЗС Олег Ніколенко заявив, що міст цілий.', 'ukraine'],
    ['uk', 'У Генштабі ЗСУ повідомили, що міст цілий.', 'ukraine'],
    ['uk', 'Посол США Бріджит Брінк заявила, що міст цілий.', 'united-states'],
    ['ru', 'Мэр Харькова Игорь Терехов заявил, что мост цел.', undefined],
    ['ru', 'Российский эксперт Иван Седов заявил, что мост цел.', undefined],
    ['ru', 'Президент Украины Владимир Зеленский заявил, что мост цел.', undefined],
  ])('%s: %s', (language, text, behalf) => {
    expect(resolved(text, language).map(({ onBehalfOf }) => onBehalfOf)).toEqual([behalf && { slug: behalf }])
  })
})

describe('about whom', () => {
  test.each<[Slavic, string, string[]]>([
    ['ru', 'Мэр заявил, что российские войска ударили по Бахмуту.', ['russia', 'bakhmut']],
    ['ru', 'Москва обвинила Киев в обстреле.', ['ukraine']],
    ['uk', 'Мер заявив, що росіяни залишили Бахмут.', ['russia', 'bakhmut']],
    ['uk', 'Мер заявив, що Іван Кравець поїхав до США.', ['kravets', 'united-states']],
    ['ru', 'Мэр заявил, что в Киеве слышны взрывы.', []],
    ['ru', 'Мэр заявил, что бои идут недалеко от Киева.', []],
    ['ru', 'Россия заявила, что Россия не стреляла.', []],
  ])('%s: %s', (language, text, about) => {
    expect(resolved(text, language).flatMap((one) => one.about)).toEqual(about)
  })
})
