import './loading.css'
/** Shows only after a moment, so that a quick answer does not flicker. */
export const Loading = () => (
  <div class="loading" role="status">
    <span class="visually-hidden">Loading…</span>
    <div class="bone wide" />
    <div class="bone" />
    <div class="bone" />
    <div class="bone short" />
  </div>
)
