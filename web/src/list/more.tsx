import { countText } from '../kit/count.ts'
import type { Pages } from './use-pages.ts'

/** Fetches the next page of a list, where there is one. */
export const More = ({ of }: { readonly of: Pages<unknown> }) => (
  <>
    {of.failed && <p role="alert">The next ones could not be fetched.</p>}
    {of.hasMore && (
      <p class="rest-on-paper">
        The first {of.nodes.length.toLocaleString('en')} of {countText(of.total)}; the page shows more.
      </p>
    )}
    {of.hasMore && (
      <button type="button" class="button more" disabled={of.isBusy} onClick={of.more}>
        Show more of {countText(of.total)}
      </button>
    )}
  </>
)
