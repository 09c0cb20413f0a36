/** The mark of On Record: one record line, a claim before it and a denial after it, of equal weight. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <rect class="mark-ground" width="48" height="48" rx="11" />
      <rect class="mark-line" x="22.5" y="7.7" width="3" height="32.6" />
      <circle class="mark-claim" cx="15.2" cy="16.7" r="6.5" />
      <path class="mark-denial" d="m32.7 23.6 6.8 6.8-6.8 6.8-6.8-6.8Z" />
    </svg>
  );
}
