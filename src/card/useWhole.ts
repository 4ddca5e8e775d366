/** What of a card can be seen at once is drawn at once; what lies below its edge follows after it was painted. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A reference for the part of a card that scrolls, and whether all of it may be drawn by now. */
export function useWhole() {
  const body = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(false);
  useLayoutEffect(() => {
    // A card that its first parts do not fill would grow before the reader's eyes.
    if (body.current && body.current.scrollHeight <= body.current.clientHeight) setWhole(true);
  }, []);
  useEffect(() => setWhole(true), []);
  return { body, isWhole };
}
