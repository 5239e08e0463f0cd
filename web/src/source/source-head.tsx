import { NodeTools } from '../editing/opened/node-tools.tsx'
import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { actorPath, sourcePath } from '../kit/node-path.ts'
import { capital, plain } from '../kit/words.ts'
import { isWeb } from '../page/external-links.tsx'
import type { SourceAnswer } from './source-query.ts'

export const SourceHead = ({ source }: { readonly source: SourceAnswer }) => (
  <header class="head">
    <p class="eyebrow">{capital(plain(source.kind))} · source</p>
    <h1 dir="auto">{source.title}</h1>
    <dl class="facts">
      {source.publisher && (
        <div>
          <dt>Publisher</dt>
          <dd>
            <Link href={actorPath(source.publisher.slug)}>{source.publisher.name}</Link>
            {source.author && (
              <>
                , <bdi>{source.author}</bdi>
              </>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>Published</dt>
        <dd>{dateText(source.publishedAt) ?? 'on a day not known'}</dd>
      </div>
      {source.retrievedAt && (
        <div>
          <dt>Retrieved</dt>
          <dd>{dateText(source.retrievedAt)}</dd>
        </div>
      )}
      {source.reliability && (
        <div>
          <dt>Reliability</dt>
          <dd>{source.reliability} on the Admiralty scale (A is best, F cannot be judged)</dd>
        </div>
      )}
      <OtherForm name="A later version of" source={source.versionOf} />
      <OtherForm name="Has a later version" source={source.laterVersion} />
      <OtherForm name="Takes over" source={source.copyOf} />
      <WebAddress name="At" url={source.url} />
      <WebAddress name="Archived" url={source.archivedUrl} />
    </dl>
    <NodeTools
      id={source.id}
      more={<Link href={`/new/statement?source=${source.slug}`}>Add a statement</Link>}
    />
  </header>
)

const OtherForm = ({
  name,
  source,
}: {
  readonly name: string
  readonly source: { readonly slug: string; readonly title: string } | null
}) =>
  source && (
    <div>
      <dt>{name}</dt>
      <dd>
        <Link href={sourcePath(source.slug)}>{source.title}</Link>
      </dd>
    </div>
  )

const WebAddress = ({ name, url }: { readonly name: string; readonly url: string | null }) =>
  url === null ? null : (
    <div>
      <dt>{name}</dt>
      <dd>
        {isWeb(url) ? (
          <a href={url} rel="noreferrer noopener">
            {url}
          </a>
        ) : (
          url
        )}
      </dd>
    </div>
  )
