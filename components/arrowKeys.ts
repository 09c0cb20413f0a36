/**
 * Moves the focus among the controls of a row of chips: the arrows that point along it, Home and End. Every control is
 * reached by Tab as well.
 * @param event of the element that holds the row
 * @param rtl the row runs from right to left
 */
export function arrowKeys(event: KeyboardEvent, rtl: boolean): void {
  const { currentTarget, target, key } = event;
  if (!(currentTarget instanceof HTMLElement) || !(target instanceof HTMLButtonElement)) return;
  const controls = [...currentTarget.querySelectorAll('button')];
  const at = controls.indexOf(target);
  const last = controls.length - 1;
  const forward = at === last ? 0 : at + 1;
  const back = at === 0 ? last : at - 1;
  const to = {
    ArrowRight: rtl ? back : forward,
    ArrowLeft: rtl ? forward : back,
    Home: 0,
    End: last,
  }[key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  controls[to]?.focus();
}
