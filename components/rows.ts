/**
 * Moves the focus between the rows (`data-row`) of a list.
 * @param list what holds the rows
 * @param by how many rows down (+1) or up (-1); from outside the list, +1 is the first
 * @returns false when there is no row there; the focus is where it was then
 */
export function focusRow(list: HTMLElement | null, by: 1 | -1): boolean {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const row = rows[at + by];
  row?.focus();
  return row !== undefined;
}
