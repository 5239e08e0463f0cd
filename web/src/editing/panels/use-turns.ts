import { useEffect, useReducer, useRef } from 'preact/hooks'

/**
 * Does something once at a time. Whoever asks for it while it is being done, such as by saving again what they have typed
 * since, has it done once more after it, with what there is then.
 *
 * @param act Answers whether it went well: if not, nothing comes after it.
 * @param isReady Whether what it works on has come.
 */
export function useTurns(act: () => Promise<boolean>, isReady = true): () => void {
  const isBusy = useRef(false)
  const isWanted = useRef(false)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const ask = async () => {
    isWanted.current = isBusy.current || !isReady
    if (isWanted.current) return
    isBusy.current = true
    const isGood = await act()
    isBusy.current = false
    isWanted.current &&= isGood
    redraw(undefined)
  }
  useEffect(() => {
    if (isWanted.current && !isBusy.current && isReady) ask()
  })
  return ask
}
