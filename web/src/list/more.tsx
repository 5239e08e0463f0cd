import type { Pages } from './use-pages.ts'

/** Fetches the next page of a list, where there is one. */
export const More = ({ of }: { readonly of: Pages<unknown> }) => (
  <>
    {of.failed && <p role="alert">The next ones could not be fetched.</p>}
    {of.hasMore && (
      <button type="button" class="button more" disabled={of.isBusy} onClick={of.more}>
        Show more of {of.total.toLocaleString('en')}
      </button>
    )}
  </>
)
