import { slavicKeyOf } from './keys.ts'

/** First names in Russian and in Ukrainian, as far as the two differ; a row is one name. */
const firstNameRows = `
Владимир Володимир
Александр Олександр
Алексей Олексій
Андрей Андрій
Сергей Сергій
Дмитрий Дмитро
Николай Микола
Михаил Михайло
Павел Павло
Петр Петро
Юрий Юрій
Виктор Віктор
Виталий Віталій
Василий Василь
Евгений Євген
Кирилл Кирило
Даниил Данило
Игорь Ігор
Анатолий Анатолій
Валерий Валерій
Вячеслав В'ячеслав
Иван Іван
Илья Ілля
Григорий Григорій
Геннадий Геннадій
Георгий Георгій
Степан Степан
Филипп Пилип
Олег Олег
Антон Антон
Артем Артем
Роман Роман
Максим Максим
Денис Денис
Константин Костянтин
Станислав Станіслав
Ростислав Ростислав
Ярослав Ярослав
Святослав Святослав
Мирослав Мирослав
Богдан Богдан
Тарас Тарас
Остап Остап
Назар Назар
Борис Борис
Вадим Вадим
Леонид Леонід
Эдуард Едуард
Руслан Руслан
Рустам Рустам
Рамзан Рамзан
Ринат Рінат
Тимур Тимур
Тимофей Тимофій
Федор Федір
Семен Семен
Матвей Матвій
Егор Єгор
Никита Микита
Марк Марк
Герман Герман
Глеб Гліб
Аркадий Аркадій
Арсен Арсен
Арсений Арсеній
Захар Захар
Лев Лев
Яков Яків
Иосиф Йосип
Афанасий Опанас
Мыкола Микола
Джо Джо
Дональд Дональд
Реджеп Реджеп
Виктор Віктор
`
const women = `
Елена Олена
Анна Ганна
Ольга Ольга
Екатерина Катерина
Татьяна Тетяна
Ирина Ірина
Наталья Наталія
Наталия Наталя
Мария Марія
Марина Марина
Оксана Оксана
Людмила Людмила
Светлана Світлана
Юлия Юлія
Виктория Вікторія
Валентина Валентина
Вера Віра
Надежда Надія
Любовь Любов
Галина Галина
Дарья Дарія
Анастасия Анастасія
Александра Олександра
Алина Аліна
Алена Альона
Алла Алла
Лариса Лариса
Нина Ніна
Инна Інна
Лилия Лілія
Ксения Ксенія
Яна Яна
Ангела Ангела
Урсула Урсула
Валерия Валерія
Лидия Лідія
Раиса Раїса
Маргарита Маргарита
София Софія
Полина Поліна
Евгения Євгенія
Эльвира Ельвіра
`

export interface FirstName {
  /** One for both languages. */
  readonly key: string
  readonly gender: 'm' | 'f'
  readonly ru: string
  readonly uk: string
}

const byKey = new Map<string, FirstName[]>()
for (const [gender, rows] of [
  ['m', firstNameRows],
  ['f', women],
] as const)
  for (const row of rows.trim().split('\n')) {
    const [ru = '', uk = ru] = row.split(' ')
    const name = { key: `${gender}-${slavicKeyOf(ru)}`, gender, ru, uk }
    for (const key of new Set([slavicKeyOf(ru), slavicKeyOf(uk)]))
      byKey.set(key, [...(byKey.get(key) ?? []), name])
  }

/**
 * The first name that a word is a form of. Александра is a woman, or Александр in the genitive: as it stands, what is
 * spelled alike is meant, and else the man's.
 */
export function firstName(word: string): FirstName | undefined {
  const names = byKey.get(slavicKeyOf(word))
  if (!names || names.length === 1) return names?.[0]
  return names.find(({ ru, uk }) => ru === word || uk === word) ?? names[0]
}

/** One key for all forms of a first name in both languages; of one that is not listed its own. */
export const firstNameKeys = (word: string): readonly string[] => {
  const names = byKey.get(slavicKeyOf(word))
  return names ? names.map(({ key }) => key) : [slavicKeyOf(word)]
}
