/** The first box of a form in which names are searched for that holds something which was not chosen: it would not be saved. */
export const unchosenBox = (form: Element | null): HTMLInputElement | undefined =>
  [...(form?.querySelectorAll<HTMLInputElement>('input[role="combobox"]') ?? [])].find(
    ({ value }) => value.trim() !== '',
  )

/** Says what is to be done with it; nothing where there is none. */
export const Unchosen = ({ words }: { readonly words: string }) =>
  words === '' ? null : (
    <p class="refused" role="alert">
      Choose one of those that are found for “{words}”, or empty the box.
    </p>
  )
