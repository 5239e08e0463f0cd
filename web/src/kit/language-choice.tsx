import './language-choice.css'
import { chooseNameLanguage, nameLanguage, offeredLanguages } from './name-language.ts'

/** In which language names are shown, where the graph has them in it. */
export const LanguageChoice = () => {
  const current = nameLanguage()
  const base = current ? new Intl.Locale(current) : null
  return (
    <label class="language-choice">
      Names in{' '}
      <select onChange={(event) => chooseNameLanguage(event.currentTarget.value || null)}>
        <option value="" selected={!base}>
          the recorded form
        </option>
        {offeredLanguages().map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag} dir="auto" selected={base !== null && sameAs(tag, base)}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

const sameAs = (tag: string, { language, script }: Intl.Locale): boolean =>
  tag === (script ? `${language}-${script}` : language)
