import type { Draft } from './use-draft.ts'

/** Above a form: what was typed before the page was left or loaded anew stands in it. */
export const DraftNotice = ({ draft }: { readonly draft: Draft<object> }) =>
  draft.isRestored ? (
    <div class="notice quiet" role="status">
      <p>
        What you typed is still here, and is not saved yet.{' '}
        <button type="button" class="text-button" onClick={draft.forget}>
          Discard it
        </button>
      </p>
    </div>
  ) : null
