import { describe, expect, test } from 'vitest'
import { readHtml } from '../../src/reports/formats/html.ts'
import { desk } from './reading.ts'

const sentence =
  'The harbour board met on Tuesday, and the mayor said that repairs would take until spring at least'
const paragraphs = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `<p>${sentence}, at pier ${from + i}.</p>`).join('\n')
const page = (body: string) =>
  `<!doctype html><html><head><title>Pier</title></head><body>${body}</body></html>`

/** An article of six paragraphs with something in its middle. */
const around = (inner: string) =>
  page(`<main><article>${paragraphs(1, 3)}${inner}${paragraphs(4, 6)}</article></main>`)

const said = 'Mayor Ivan Kravets denied that the pier had been closed.'

describe('a paragraph of the article is kept, whatever it is called', () => {
  test.each([
    ['all of it a link', `<p><a href="/x">${said}</a></p>`],
    ['in a part of its own', `<div><p><a href="/x">${said}</a></p></div>`],
    ['class="comment"', `<p class="comment">${said}</p>`],
    ['class="related-quote"', `<div class="related-quote">${said}</div>`],
    ['a pull quote', `<aside class="pullquote">${said}</aside>`],
    [
      'a pull quote in a figure',
      `<figure class="sidebar-quote"><blockquote><p>${said}</p></blockquote></figure>`,
    ],
    ['class="share-text"', `<p class="share-text">${said}</p>`],
    ['class="sponsor"', `<p class="sponsor">${said}</p>`],
    ['an item of a list', `<ul class="related-facts"><li>${said}</li></ul>`],
    [
      'ending in a quotation mark',
      '<p class="comment">“We never closed it at all,” said Ivan Kravets. “Not once.”</p>',
    ],
    ['without a paragraph of its own', said],
  ])('%s', (_, inner) => {
    const { text } = readHtml(around(inner))
    expect(text).toContain(inner.replace(/<[^>]*>/g, ''))
    expect(text.match(/at pier \d/g)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `at pier ${n}`))
  })

  test('and stands where it stood', () => {
    const lines = readHtml(around(`<p class="comment">${said}</p>`)).text.split('\n\n')
    expect(lines[3]).toBe(said)
  })

  test('in a page that has nothing else', () => {
    expect(readHtml(`<div><p><a href="/x">${said}</a></p></div>`).text).toBe(said)
  })
})

describe('what is no part of the article is left out, and told of', () => {
  const reader = '<p>I think all of this is a big lie.</p><p>So do I, as I said here before.</p>'
  const teasers = ['first', 'second', 'third'].map(
    (n) => `<li><a href="/${n}">The ${n} story is about something else.</a></li>`,
  )
  test.each([
    ['a menu', `<nav><a href="/">Home, where all of our stories are.</a></nav>`],
    ['comments of readers', `<section class="comments">${reader}</section>`],
    ['comments by their id', `<div id="comments">${reader}</div>`],
    ['teasers of other stories', `<ul class="related">${teasers.join('')}</ul>`],
    [
      'a side bar',
      `<aside><h3>More</h3><p>The weather will stay as it is this week.</p><p>Rain is expected on Friday in the north.</p></aside>`,
    ],
    [
      'a notice on cookies',
      `<div class="cookie-consent"><p>We use cookies to see who reads this page.</p><p>Read more about it in our notice on privacy.</p></div>`,
    ],
    ['small print', `<footer><p>All rights are reserved by the Harbour Post.</p></footer>`],
    ['what is hidden', '<div aria-hidden="true"><p>Subscribe now to read the rest of this.</p></div>'],
  ])('%s', (_, inner) => {
    const words = inner
      .replace(/<[^>]*>/g, '|')
      .split('|')
      .filter(Boolean)
    const { text, leftOut } = readHtml(around(inner))
    for (const line of words) expect(text).not.toContain(line)
    expect(leftOut).toEqual(words)
  })

  test('a part outside of the article as well', () => {
    const html =
      page(`<header><p>The paper of the harbour since 1950.</p></header><main><article>${paragraphs(1, 6)}</article></main>
      <div class="comments">${reader}</div>`)
    expect(readHtml(html)).toMatchObject({
      leftOut: [
        'The paper of the harbour since 1950.',
        'I think all of this is a big lie.',
        'So do I, as I said here before.',
      ],
    })
  })

  test('by hearsay read, which lists it if asked', async () => {
    const { file, read, rows } = desk()
    const html = around(`<section class="comments">${reader}</section>`)
    expect((await read(file(html, 'html'))).info).toContain(
      '  2 lines of the page left out, as no part of its article; --left-out lists them.',
    )
    const again = (await read(file(html.replace('Tuesday', 'Monday'), 'html'), { leftOut: true })).info
    expect(again).toContain('    I think all of this is a big lie.')
    expect(rows("select count(*) as n from source where text like '%big lie%'")).toEqual([{ n: 0 }])
  })
})

test('lines and blocks stand apart, entities are letters', () => {
  const html =
    '<div>The dam failed,<br>the mayor said.<br><br>The <b>min</b>istry&nbsp;denied it &amp; left.<ul><li>One</li><li>Two</li></ul></div>'
  expect(readHtml(html).text).toBe(
    'The dam failed,\nthe mayor said.\nThe ministry denied it & left.\n\nOne\n\nTwo',
  )
})
