import { type Gender, genderOfFirstName } from './first-names.ts'

const womens =
  /^(?:mrs|ms|miss|madam|madame|mme|dame|lady|queen|princess|duchess|baroness|empress|sultana|mother|wife|daughter|sister|aunt|niece|grandmother|widow|woman|girl|actress|nun|heroine|hostess|waitress|seamstress|midwife|grandma|mum|mom|\p{L}+woman)$/u
const mens =
  /^(?:mr|sir|lord|king|prince|duke|baron|emperor|sultan|emir|sheikh|pope|patriarch|imam|ayatollah|rabbi|monsignor|father|husband|son|brother|uncle|nephew|grandfather|widower|man|boy|monk|grandpa|dad|fisherman|(?!wo)\p{L}{2,}(?<!wo)man)$/u

/** Words that end as "spokesman" does, and tell nothing. */
const neither = /^(?:human|german|roman|ottoman|norman|shaman|talisman|woman)$/

/** Whether what somebody is called tells a man or a woman: "Pentagon spokeswoman", "Mr". */
export function genderOfDescription(words: string): Gender | undefined {
  for (const word of words.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (womens.test(word)) return 'FEMALE'
    if (mens.test(word) && !neither.test(word)) return 'MALE'
  }
  return undefined
}

/** The gender that a name tells: by the first name, or else by the ending of a last name or a patronymic. */
export function genderOfName(name: string): Gender | undefined {
  const parts = name.split(/\s+/).filter((part) => !/^\p{Lu}\.$/u.test(part))
  const [first = '', ...others] = parts
  if (others.some((part) => /(?:ovna|evna|ivna|yevna|bint)$/i.test(part))) return 'FEMALE'
  if (others.some((part) => /(?:ovich|evich|ovych|yovych|oglu|oğlu)$/i.test(part))) return 'MALE'
  const last = parts.at(-1) ?? ''
  const byFirst = parts.length > 1 ? genderOfFirstName(first) : undefined
  if (byFirst) return byFirst
  return /(?:skaya|skaia|ska|cka|ská|cká|ová|ova|eva|yeva|dóttir|dottir|ienė|aitė|ytė|utė|iene|aite)$/u.test(
    last,
  )
    ? 'FEMALE'
    : undefined
}
