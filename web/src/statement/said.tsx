interface SaidTextProps {
  readonly speaker: { readonly name: string }
  readonly text: string
}

/** Who says what, in a line: each in its own direction, and the one before the other whichever that is. */
export const Said = ({ speaker, text }: SaidTextProps) => (
  <>
    <bdi>{speaker.name}</bdi>: <bdi>{text}</bdi>
  </>
)
