const LANGUAGE_KEY = 'hearsay.names'
/** In the store, for names as the graph has them. */
const AS_RECORDED = ''

/**
 * The language in which names are shown where the graph has them, as a BCP 47 tag: what the reader chose here, or else
 * the browser's own. Null for names as they are recorded, which for most graphs is English.
 */
export function nameLanguage(): string | null {
  const chosen = storedLanguage()
  if (chosen !== null) return chosen === AS_RECORDED ? null : chosen
  return /^en\b/i.test(navigator.language) ? null : navigator.language
}

/** Every answer that was asked for in the other language is out of date then, so the page begins anew. */
export function chooseNameLanguage(tag: string | null): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, tag ?? AS_RECORDED)
  } catch {
    // A browser that stores nothing keeps its own language.
  }
  location.reload()
}

/** Null where nothing was chosen, or what is stored is no language's tag. */
function storedLanguage(): string | null {
  try {
    const chosen = localStorage.getItem(LANGUAGE_KEY)
    return chosen ? (Intl.getCanonicalLocales(chosen)[0] ?? null) : chosen
  } catch {
    return null
  }
}

const offered = ['en', 'uk', 'ru', 'ar', 'he', 'fa', 'zh', 'fr', 'de', 'es', 'pl', 'tr']

/** What may be chosen: the browser's languages first, each called what it calls itself. */
export function offeredLanguages(): { readonly tag: string; readonly name: string }[] {
  const current = nameLanguage()
  const own = [...(current ? [current] : []), ...navigator.languages]
  const tags = [...new Map([...own, ...offered].map((tag) => [baseOf(tag), tag])).keys()]
  return tags.map((tag) => ({ tag, name: new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag }))
}

/** `ru-RU` is offered as `ru`; a script is kept, for `zh-Hant` is another language to read. */
const baseOf = (tag: string): string => {
  const { language, script } = new Intl.Locale(tag)
  return script ? `${language}-${script}` : language
}
