import { slavicKeyOf, slavicKeysOf } from './keys.ts'

/** Bodies: what they are called in English, whose they are where they are one state's only, and their names here. */
const slavicBodyRows = `
Ministry of Defence||Минобороны,Министерство обороны,Міноборони,Міністерство оборони
Ministry of Foreign Affairs;Foreign Ministry||МИД,Министерство иностранных дел,МЗС,Міністерство закордонних справ
Ministry of Internal Affairs;Interior Ministry||МВД,Министерство внутренних дел,МВС,Міністерство внутрішніх справ
Ministry of Emergency Situations||МЧС
State Emergency Service|Ukraine|ДСНС,ГСЧС
General Staff||Генштаб,Генеральный штаб,Генеральний штаб
Government||правительство,уряд,кабмин,кабмін
Armed Forces|Ukraine|ВСУ,ЗСУ,Вооруженные силы Украины,Збройні сили України
Armed Forces|Russia|ВС РФ,ВС России,ЗС РФ,Вооруженные силы России
Air Force|Ukraine|Повітряні сили,Воздушные силы
Defence Intelligence;Main Directorate of Intelligence;HUR;GUR|Ukraine|ГУР
Security Service;SBU|Ukraine|СБУ,Служба безопасности Украины,Служба безпеки України
Federal Security Service;FSB|Russia|ФСБ
Investigative Committee|Russia|Следственный комитет,Слідчий комітет
State Duma|Russia|Госдума,Держдума
Verkhovna Rada|Ukraine|Верховная рада,Верховна Рада
United Nations;UN|*|ООН,Организация Объединенных Наций,Організація Об'єднаних Націй
NATO|*|НАТО
European Union;EU|*|ЕС,ЄС,Евросоюз,Євросоюз,Европейский союз,Європейський Союз
European Commission|*|Еврокомиссия,Єврокомісія,Европейская комиссия,Європейська комісія
OSCE|*|ОБСЕ,ОБСЄ
IAEA;International Atomic Energy Agency|*|МАГАТЭ,МАГАТЕ
International Committee of the Red Cross;Red Cross|*|МККК,Красный Крест,Червоний Хрест
Central Intelligence Agency;CIA|United States|ЦРУ
Energoatom|Ukraine|Энергоатом,Енергоатом
Rosatom|Russia|Росатом
Gazprom|Russia|Газпром
Wagner Group;PMC Wagner;Wagner|*|Вагнер,ЧВК Вагнера,ЧВК Вагнер,ПВК Вагнер
Russian Volunteer Corps|*|РДК,Русский добровольческий корпус,Російський добровольчий корпус
Freedom of Russia Legion|*|Легион Свобода России,Легіон Свобода Росії
TASS|*|ТАСС
Reuters|*|Reuters,Рейтер
`

export interface SlavicBody {
  readonly english: readonly string[]
  /** The English name of the one state that has it; undefined for a body of any state, null for one of no state. */
  readonly state: string | null | undefined
  readonly name: string
  readonly keys: readonly string[]
}

const bodiesByFirstKey = new Map<string, SlavicBody[]>()
for (const row of slavicBodyRows.trim().split('\n')) {
  const [english = '', state = '', names = ''] = row.split('|')
  for (const name of names.split(',')) {
    const keys = slavicKeysOf(name)
    const body = { english: english.split(';'), state: state === '*' ? null : state || undefined, name, keys }
    bodiesByFirstKey.set(keys[0] as string, [...(bodiesByFirstKey.get(keys[0] as string) ?? []), body])
  }
}

/** The body that the words name which begin at one of them, the longest first. */
export function bodyAt(words: readonly string[], at: number): SlavicBody | undefined {
  const found = bodiesByFirstKey.get(slavicKeyOf(words[at] as string)) ?? []
  return found
    .filter(
      ({ name, keys }) => isHere(words, at, keys) && (!/^\p{Lu}{2,}$/u.test(name) || words[at] === name),
    )
    .sort(
      (a, b) => b.keys.length - a.keys.length || Number(b.name === words[at]) - Number(a.name === words[at]),
    )[0]
}

const isHere = (words: readonly string[], at: number, keys: readonly string[]): boolean =>
  keys.every((key, index) => at + index < words.length && slavicKeyOf(words[at + index] as string) === key)
