/** The matching words in their context; the server marks them with ** on both sides. */
export const Snippet = ({ text }: { readonly text: string }) => (
  <span dir="auto">
    {text.split('**').map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}
  </span>
)
