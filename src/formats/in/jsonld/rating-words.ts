import { foldedName } from '../../../text/fold.ts'
import type { Verdict } from '../../../values/vocabulary.ts'

/** The words by which fact-checkers rate claims, in the languages in which most of them write. */
const wordsByVerdict: Readonly<Partial<Record<Verdict, string>>> = {
  REFUTED: `false, fake, fake news, incorrect, inaccurate, wrong, untrue, not true, pants on fire, hoax, fabricated, debunked,
    mostly false, largely false, altered, doctored, manipulated, miscaptioned, three pinocchios, four pinocchios,
    faux, fausse, plutot faux, c'est faux, intox, infox, detourne,
    falso, falsa, bulo, mayormente falso, falso!, e falso, noticia falsa, fals,
    notizia falsa, bufala, falsch, ganz falsch, grosstenteils falsch, uberwiegend falsch, manipuliert, frei erfunden,
    фейк, ложь, неправда, ложно, недостоверно, в основном неправда, брехня, неправдиво, хибно,
    falsz, falszywe, nieprawda, fake news, yanlis, onwaar, grotendeels onwaar, nepravda, falskt, falsk, falskt!, feil,
    lazno, netacno, neistina, vaarin, vaara, ψευδες, ψευδης, كاذب, زائف, خطأ, غير صحيح, שקר, לא נכון,
    झूठ, असत्य, गलत, फर्जी, salah, hoaks, palsu, 誤り, 虚偽, 거짓, 사실 아님, 虛假, 虚假, 錯誤, 错误, 不實, 不实`,
  PARTLY_VERIFIED: `partly true, partially true, partly false, partially false, half true, half-true, mixture, mixed, mostly true,
    largely true, misleading, misleading claim, missing context, needs context, lacks context, out of context, exaggerated, cherry-picked,
    one pinocchio, two pinocchios, true but, partiellement faux, partiellement vrai, plutot vrai, trompeur, a nuancer, exagere,
    enganoso, enganosa, verdad a medias, parcialmente falso, parcialmente verdadero, parcialmente cierto, mayormente verdadero, fuera de contexto,
    parcialmente verdadeiro, distorcido, exagerado, fora de contexto, parzialmente vero, parzialmente falso, fuorviante,
    irrefuhrend, teilweise falsch, teilweise richtig, teilweise wahr, halbwahr, grosstenteils richtig, uberwiegend richtig, fehlender kontext,
    полуправда, частично правда, частично неправда, манипуляция, вводит в заблуждение, искажение, в основном правда,
    напівправда, маніпуляція, частково правда, перекручування, polprawda, czesciowy falsz, czesciowo falsz, manipulacja, wprowadza w blad,
    misleidend, deels waar, grotendeels waar, zavadejici, karma, delvis sant, delvist falsk, مضلل, جزئيا صحيح, भ्रामक, menyesatkan,
    sebagian benar, ミスリード, 절반의 사실, 대체로 사실`,
  UNVERIFIED: `unverified, unproven, unsupported, unsubstantiated, unconfirmed, no evidence, not enough evidence, unfounded, baseless,
    non verifie, non prouve, sans preuve, infonde, sin pruebas, no hay pruebas, no verificado, insostenible, sem provas, sem evidencia, insustentavel,
    non verificato, senza prove, unbelegt, nicht belegt, unbestatigt, не подтверждено, нет доказательств, недоказанно,
    не підтверджено, непідтверджено, безпідставно, niezweryfikowane, nieweryfikowalne, onbewezen, neoveritelne, kanitsiz, tidak terbukti, 근거 없음, 根拠不明`,
  DISPUTED:
    'disputed, contested, in dispute, controversial claim, conteste, en disputa, umstritten, оспаривается, спірно',
  VERIFIED: `true, correct, accurate, verified, confirmed, fact, geppetto checkmark, the geppetto checkmark, vrai, vraie, c'est vrai, exact,
    verdadero, verdadera, verdad, cierto, verdadeiro, verdadeira, fato, vero, wahr, richtig, stimmt, правда, верно, достоверно, істина,
    prawda, dogru, waar, pravda, sant, riktigt, rigtigt, tacno, istina, totta, αληθες, adevarat, صحيح, נכון, सच, benar, fakta, 正確, 正しい, 사실, 真實, 属实`,
}

const verdictByWords = new Map(
  Object.entries(wordsByVerdict).flatMap(([verdict, words]) =>
    words.split(',').map((word) => [plainWords(word), verdict as Verdict] as const),
  ),
)

/** Small letters without marks, and without signs around them. */
function plainWords(words: string): string {
  return foldedName(words.normalize('NFC'))
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“”«»!?.¡¿()[\]]+|[\s"'“”«»!?.()[\]]+$/g, '')
}

/**
 * The verdict that words stand for: the whole of them, or what stands before the first sign that ends a phrase, as in
 * “False: the picture is of 2014”. Null where they are none of the usual ones: whoever reads more into them would guess.
 */
export const verdictOfWords = (words: string): Verdict | null =>
  verdictByWords.get(plainWords(words)) ??
  verdictByWords.get(plainWords(words.split(/[.:;,!–—(]| - /)[0] ?? '')) ??
  null

/** What a rating says in numbers is clear at the two ends of its scale alone. */
export function verdictOfNumbers(value: number, worst: number, best: number): Verdict | null {
  if (!(worst < best)) return null
  if (value === best) return 'VERIFIED'
  return value === worst ? 'REFUTED' : null
}
