import { type FormValue, type FormValues, isEqualValue, isSameValue } from './form-value.ts'

/** A field as it was when somebody began to change it, and as they want it. */
interface FieldEdit {
  readonly was: FormValue
  readonly is: FormValue
}

/** What somebody has typed into a form and not saved: only the fields that they changed, and why. */
export interface FormDraft {
  readonly edits: Readonly<Record<string, FieldEdit>>
  readonly note: string
}

export const emptyDraft: FormDraft = { edits: {}, note: '' }

export const isEmptyDraft = ({ edits, note }: FormDraft): boolean =>
  Object.keys(edits).length === 0 && note === ''

/** The node as the form shows it: as it is now, with what was changed. */
export const editedValues = (base: FormValues, { edits }: FormDraft): FormValues => ({
  ...base,
  ...Object.fromEntries(Object.entries(edits).map(([name, { is }]) => [name, is])),
})

/** The draft with another value in a field; what is just as it was is no change, but a blank row is one. */
export function withValue(draft: FormDraft, base: FormValues, name: string, is: FormValue): FormDraft {
  const { [name]: before, ...others } = draft.edits
  const was = before?.was ?? base[name] ?? null
  return { ...draft, edits: isEqualValue(was, is) ? others : { ...others, [name]: { was, is } } }
}

/** A field that was changed by another after somebody here began to change it. */
export interface Clash {
  readonly name: string
  readonly was: FormValue
  readonly theirs: FormValue
  readonly mine: FormValue
}

/** Where another's change and one here meet. Both may have come to the same. */
export const clashesIn = (base: FormValues, { edits }: FormDraft): Clash[] =>
  Object.entries(edits).flatMap(([name, { was, is }]) => {
    const theirs = base[name] ?? null
    const clashes = !isSameValue(was, theirs) && !isSameValue(is, theirs)
    return clashes ? [{ name, was, theirs, mine: is }] : []
  })

/** Settles a clash: mine is then a change of theirs. */
export function settled(
  draft: FormDraft,
  { name, theirs, mine }: Clash,
  choice: 'mine' | 'theirs',
): FormDraft {
  const { [name]: _, ...others } = draft.edits
  return { ...draft, edits: choice === 'mine' ? { ...others, [name]: { was: theirs, is: mine } } : others }
}

/** The names of the fields that differ from what the node is now. */
export const changedNames = (base: FormValues, { edits }: FormDraft): ReadonlySet<string> =>
  new Set(
    Object.entries(edits)
      .filter(([name, { is }]) => !isSameValue(base[name], is))
      .map(([name]) => name),
  )

/** What was typed after a draft was sent, as changes of what it made of the node; null where nothing was. */
export function typedSince(draft: FormDraft, sent: FormDraft): FormDraft | null {
  const names = new Set([...Object.keys(draft.edits), ...Object.keys(sent.edits)])
  const edits = [...names].flatMap((name): [string, FieldEdit][] => {
    const [before, now] = [sent.edits[name], draft.edits[name]]
    const was = before ? before.is : (now?.was ?? null)
    // A field that was set back is none that the draft changes.
    const is = now ? now.is : (before?.was ?? null)
    return isEqualValue(was, is) ? [] : [[name, { was, is }]]
  })
  const later = { edits: Object.fromEntries(edits), note: draft.note === sent.note ? '' : draft.note }
  return isEmptyDraft(later) ? null : later
}
