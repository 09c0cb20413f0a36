import { useEffect, useRef, useState } from 'preact/hooks';

/** So much around what is seen is near: where a turn of the wheel leads. What is near is drawn at once, so less is faster. */
const AROUND = '25%';

/** The box that scrolls; in a low window that is the page itself. */
function scrollerOf(element: Element): Element | null {
  const main = element.closest('main');
  return main && getComputedStyle(main).overflowY !== 'visible' ? main : null;
}

/** Whether an element is on screen or next to it. @returns a ref for it, and the answer: no before it was ever laid out */
export function useNear<E extends Element>() {
  const place = useRef<E>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const root = scrollerOf(place.current);
    const watch = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? false),
      { root, rootMargin: `${AROUND} 0%` },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return { place, near };
}
