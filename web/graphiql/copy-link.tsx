import { ToolbarButton, useGraphiQL } from '@graphiql/react'
import { useState } from 'react'
import { linkTo } from './tabs.ts'

/** Copies an address that opens what is in front, for a colleague. */
export function CopyLink() {
  const query = useGraphiQL((state) => state.queryEditor)
  const variables = useGraphiQL((state) => state.variableEditor)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(
      linkTo({ query: query?.getValue() ?? '', variables: variables?.getValue() ?? '' }),
    )
    setCopied(true)
  }
  return (
    <ToolbarButton label={isCopied ? 'Link copied' : 'Copy a link'} onClick={copy}>
      <svg
        className="graphiql-toolbar-icon"
        viewBox="0 0 14 14"
        fill="none"
        stroke="currentColor"
        aria-hidden="true"
      >
        <path d="M6 8a3 3 0 0 0 4 0l2-2a3 3 0 0 0-4-4l-1 1M8 6a3 3 0 0 0-4 0L2 8a3 3 0 0 0 4 4l1-1" />
      </svg>
    </ToolbarButton>
  )
}
