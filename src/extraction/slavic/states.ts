import { stateNames } from '../lexicon/states.ts'
import { slavicKeyOf, slavicKeysOf } from './keys.ts'

/** States: English name, names in Russian and Ukrainian, adjectives, seats of government. Acronyms have no cases. */
const slavicStateRows = `
Russia|Россия,РФ,Российская Федерация,Росія,Російська Федерація|российский,російський,россияне,росіяни|Москва,Кремль
Ukraine|Украина,Україна|украинский,український,украинцы,українці|Киев,Київ,Банковая,Банкова
United States|США,Соединенные Штаты,Сполучені Штати,Америка|американский,американський|Вашингтон,Белый дом,Білий дім,Пентагон,Госдеп,Держдеп,Госдепартамент,Держдепартамент
China|Китай,КНР|китайский,китайський|Пекин,Пекін
Belarus|Беларусь,Белоруссия,Білорусь|белорусский,беларуский,білоруський|Минск,Мінськ
United Kingdom|Великобритания,Британия,Велика Британія,Британія|британский,британський|Лондон
France|Франция,Франція|французский,французький|Париж
Germany|Германия,ФРГ,Німеччина,ФРН|немецкий,германский,німецький|Берлин,Берлін
Poland|Польша,Польща|польский,польський|Варшава
Turkey|Турция,Туреччина|турецкий,турецький|Анкара
Iran|Иран,Іран|иранский,іранський|Тегеран
Israel|Израиль,Ізраїль|израильский,ізраїльський|Тель-Авив,Тель-Авів
Hungary|Венгрия,Угорщина|венгерский,угорський|Будапешт
Romania|Румыния,Румунія|румынский,румунський|Бухарест
Moldova|Молдова,Молдавия|молдавский,молдовський|Кишинев,Кишинів
Bulgaria|Болгария,Болгарія|болгарский,болгарський|София,Софія
Slovakia|Словакия,Словаччина|словацкий,словацький|Братислава
Czech Republic|Чехия,Чехія|чешский,чеський|Прага
Lithuania|Литва|литовский,литовський|Вильнюс,Вільнюс
Latvia|Латвия,Латвія|латвийский,латвійський|Рига
Estonia|Эстония,Естонія|эстонский,естонський|Таллин,Таллінн
Finland|Финляндия,Фінляндія|финский,фінський|Хельсинки,Гельсінкі
Sweden|Швеция,Швеція|шведский,шведський|Стокгольм
Norway|Норвегия,Норвегія|норвежский,норвезький|Осло
Denmark|Дания,Данія|датский,данський|Копенгаген
Netherlands|Нидерланды,Голландия,Нідерланди|нидерландский,нідерландський|Гаага
Italy|Италия,Італія|итальянский,італійський|Рим
Spain|Испания,Іспанія|испанский,іспанський|Мадрид
Greece|Греция,Греція|греческий,грецький|Афины,Афіни
Serbia|Сербия,Сербія|сербский,сербський|Белград,Белград
Austria|Австрия,Австрія|австрийский,австрійський|Вена,Відень
Switzerland|Швейцария,Швейцарія|швейцарский,швейцарський|Берн
Georgia|Грузия,Грузія|грузинский,грузинський|Тбилиси,Тбілісі
Armenia|Армения,Вірменія|армянский,вірменський|Ереван,Єреван
Azerbaijan|Азербайджан|азербайджанский,азербайджанський|Баку
Kazakhstan|Казахстан|казахстанский,казахстанський|Астана
North Korea|КНДР,Северная Корея,Північна Корея|северокорейский,північнокорейський|Пхеньян,Пхеньян
South Korea|Южная Корея,Південна Корея|южнокорейский,південнокорейський|Сеул
Japan|Япония,Японія|японский,японський|Токио,Токіо
India|Индия,Індія|индийский,індійський|Нью-Дели,Делі
Syria|Сирия,Сирія|сирийский,сирійський|Дамаск
Iraq|Ирак,Ірак|иракский,іракський|Багдад
Egypt|Египет,Єгипет|египетский,єгипетський|Каир,Каїр
Saudi Arabia|Саудовская Аравия,Саудівська Аравія|саудовский,саудівський|Эр-Рияд,Ер-Ріяд
Qatar|Катар|катарский,катарський|Доха
United Arab Emirates|ОАЭ,ОАЕ,Эмираты,Емірати|эмиратский,еміратський|Абу-Даби,Абу-Дабі
Canada|Канада|канадский,канадський|Оттава
Australia|Австралия,Австралія|австралийский,австралійський|Канберра
Brazil|Бразилия,Бразилія|бразильский,бразильський|
South Africa|ЮАР,ПАР|южноафриканский,південноафриканський|Претория
`

interface StateNaming {
  readonly keys: readonly string[]
  /** The state's English name, as the graph's own table has it first. */
  readonly state: string
  readonly kind: 'name' | 'people' | 'seat'
  /** The name in the nominative. */
  readonly name: string
}

const statesByFirstKey = new Map<string, StateNaming[]>()
const namingKinds = ['name', 'people', 'seat'] as const

for (const row of slavicStateRows.trim().split('\n')) {
  const [english = '', ...cells] = row.split('|')
  const state = stateNames.get(english.toLowerCase()) ?? english.toLowerCase()
  for (const [index, kind] of namingKinds.entries())
    for (const name of (cells[index] ?? '').split(',').filter(Boolean)) {
      const keys = slavicKeysOf(name)
      const naming = { keys, state, kind, name }
      const [first = ''] = keys
      statesByFirstKey.set(first, [...(statesByFirstKey.get(first) ?? []), naming])
    }
}

/** The state that words stand for which begin at one of them, the longest first; and how many words. */
export function stateAt(
  words: readonly string[],
  at: number,
): { naming: StateNaming; length: number } | undefined {
  const found = (statesByFirstKey.get(slavicKeyOf(words[at] as string)) ?? [])
    .filter(({ keys }) =>
      keys.every(
        (key, index) => at + index < words.length && slavicKeyOf(words[at + index] as string) === key,
      ),
    )
    .sort(
      (a, b) => b.keys.length - a.keys.length || Number(b.name === words[at]) - Number(a.name === words[at]),
    )[0]
  if (!found) return undefined
  // Names have capitals, and acronyms nothing else: "рим" is no Rome.
  const isCapital = /^\p{Lu}/u.test(words[at] as string)
  return isCapital || found.kind === 'people' ? { naming: found, length: found.keys.length } : undefined
}

/** The state that a whole name is one of. */
export function stateNamed(name: string): string | undefined {
  const words = name.match(/[\p{L}'’-]+/gu) ?? []
  const found = words.length > 0 ? stateAt(words, 0) : undefined
  return found && found.length === words.length && found.naming.kind === 'name'
    ? found.naming.state
    : undefined
}
