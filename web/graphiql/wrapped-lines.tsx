import { useGraphiQL } from '@graphiql/react'
import { useEffect } from 'react'

/** Lines break at the editor's edge, or after 80 characters where it is wider: comments are sentences. */
export function WrappedLines() {
  const editor = useGraphiQL((state) => state.queryEditor)
  useEffect(() => editor?.updateOptions({ wordWrap: 'bounded', wordWrapColumn: 80 }), [editor])
  return null
}
