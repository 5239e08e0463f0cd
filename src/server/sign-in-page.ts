import { createHash } from 'node:crypto'
import type { Asker } from '../model/users/asker.ts'
import { escapedHtml } from './html.ts'

/** What the page of /sign-in shows. */
export type SignInView =
  /** Somebody came by a link, and has still to press its button. */
  | { readonly kind: 'link'; readonly token: string; readonly to: string }
  /** A token is asked for. */
  | { readonly kind: 'form'; readonly to: string; readonly problem?: string }
  | { readonly kind: 'signedIn'; readonly user: Asker }

/** The page has no script, asks nothing of anybody else, and sends its forms here alone. */
export const signInPage = (view: SignInView): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Sign in – Hearsay</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<main>
<h1>Hearsay</h1>
${content(view)}
</main>
</html>
`

function content(view: SignInView): string {
  switch (view.kind) {
    case 'link':
      return `<p>This link signs you in on this browser, once.</p>
<form method="post" action="/sign-in">
${hidden('token', view.token)}
${hidden('to', view.to)}
<button autofocus>Sign in</button>
</form>`
    case 'form':
      return `${view.problem ? `<p class="problem" role="alert">${escapedHtml(view.problem)}</p>` : ''}
<form method="post" action="/sign-in">
${hidden('to', view.to)}
<label for="token">Token, or sign-in link</label>
<input id="token" name="token" type="password" autocomplete="off" required autofocus>
<button>Sign in</button>
</form>
<p class="help">Whoever runs the server makes one: <code>hearsay user link NAME</code> prints a link that works once,
<code>hearsay token create NAME</code> a token.</p>`
    case 'signedIn':
      return `<p>You are signed in as <b>${escapedHtml(view.user.name)}</b> (${view.user.role}).</p>
<p><a href="/">To the graph</a></p>
<form method="post" action="/sign-out"><button>Sign out</button></form>`
  }
}

const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escapedHtml(value)}">`

const style = `
:root { font: 17px/1.55 system-ui, sans-serif; color: #1c2024; background: #fcfcf9; }
main { max-width: 26rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; }
h1 { font-size: 2rem; margin: 0 0 1rem; letter-spacing: -0.02em; }
a { color: #0b5cad; }
label { display: block; margin-bottom: 0.3rem; }
input { display: block; box-sizing: border-box; width: 100%; padding: 0.5rem; font: inherit; }
button { margin-top: 0.8rem; padding: 0.5rem 1.2rem; border: 0; border-radius: 0.4rem; font: inherit; background: #0b5cad; color: #fff; cursor: pointer; }
.problem { padding: 0.5rem 0.8rem; border-left: 4px solid #b3261e; }
.help { color: #555c63; font-size: 0.92rem; }
@media (prefers-color-scheme: dark) {
  :root { color: #e4e6e8; background: #15181b; }
  a { color: #7db8f5; }
  button { background: #7db8f5; color: #10202f; }
  .problem { border-color: #f2b8b5; }
  .help { color: #a3aab1; }
}`

/**
 * The headers of the page. The referrer is the origin alone: the address may hold a token; and without any, a browser
 * would not say which page has sent the form.
 */
export const SIGN_IN_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'strict-origin',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    'img-src data:',
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; '),
}
