/** Icons on a 16 px grid, drawn with a round line of 1.5 px in the colour of the text around them. */

const PATHS = {
  arrow: 'M4.5 11.5 11.5 4.5M6 4.5h5.5V10',
  close: 'm4 4 8 8M12 4l-8 8',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.4 10.4l3.1 3.1',
  reply: 'M4 3v4.5A1.5 1.5 0 0 0 5.5 9H12M9.5 6.5 12 9l-2.5 2.5',
  pencil: 'm3 13 .7-2.9L10.8 3l2.2 2.2-7.1 7.1L3 13ZM9.3 4.5l2.2 2.2',
  target: 'M8 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM8 1.5v3.2M8 11.3v3.2M1.5 8h3.2M11.3 8h3.2',
  pin: 'M6 2.5h4l-.5 4 2 2v1.2h-7V8.5l2-2-.5-4ZM8 9.7v4',
  panel:
    'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3ZM9.5 3v10',
  library: 'M3 2.5v11M6.5 2.5v11M9.5 2.8l3.5 10.4',
  power: 'M8 2v5.5M4.6 4.3a5 5 0 1 0 6.8 0',
  page: 'M4.5 2h4.7L12.5 5.3v7.2A1.5 1.5 0 0 1 11 14H4.5A1.5 1.5 0 0 1 3 12.5v-9A1.5 1.5 0 0 1 4.5 2ZM6 8h4M6 11h4',
  globe:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2 8h12M8 2c2 1.7 2.7 3.7 2.7 6S10 12.3 8 14c-2-1.7-2.7-3.7-2.7-6S6 3.7 8 2Z',
  lock: 'M4.5 7.5h7A1.5 1.5 0 0 1 13 9v3a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 12V9a1.5 1.5 0 0 1 1.5-1.5ZM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM8 9.7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z',
  quote:
    'M3.2 10.2a1.9 1.9 0 1 0 1.9-1.9c-.4 0-.7.1-1 .3C4.1 6.9 5 5.4 6.5 4.6M9 10.2a1.9 1.9 0 1 0 1.9-1.9c-.4 0-.7.1-1 .3C9.9 6.9 10.8 5.4 12.3 4.6',
  mute: 'M2.5 13.5 13.5 2.5M6.2 11.7c.6.2 1.2.3 1.8.3 4 0 6.5-4 6.5-4s-.8-1.3-2.2-2.4M9.7 4.2C9.2 4.1 8.6 4 8 4 4 4 1.5 8 1.5 8s.7 1.2 2 2.3',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  plus: 'M8 3v10M3 8h10',
  down: 'm4 6 4 4 4-4',
  shield: 'M8 1.8 13 3.5v4.2c0 3.1-2 5.3-5 6.5-3-1.2-5-3.4-5-6.5V3.5L8 1.8ZM5.7 7.9l1.7 1.7 3-3.2',
  changes: 'M2.5 4h8M2.5 8h11M2.5 12h5',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.5',
  print:
    'M4.5 6V2.5h7V6M4.5 11.5H3A1.5 1.5 0 0 1 1.5 10V7.5A1.5 1.5 0 0 1 3 6h10a1.5 1.5 0 0 1 1.5 1.5V10a1.5 1.5 0 0 1-1.5 1.5h-1.5M4.5 9.5h7v4h-7Z',
  grip: 'M4 5.5h.01M8 5.5h.01M12 5.5h.01M4 10.5h.01M8 10.5h.01M12 10.5h.01',
  back: 'M13 8H3.5M7.5 4 3.5 8l4 4',
  download: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.5h10',
  contrast: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 2v12M10.7 2.7v10.6',
  keyboard:
    'M3 4h10A1.5 1.5 0 0 1 14.5 5.5v5A1.5 1.5 0 0 1 13 12H3a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 3 4ZM4.5 7h.01M7 7h.01M9.5 7h.01M12 7h.01M5.5 9.5h5',
  language:
    'M2.5 4h7M6 2.5V4M8 4c-.6 3-2.7 5.2-5.3 6.5M4 6.5c1 1.8 2.6 3.2 4.5 4M8 13.5l2.8-6.5 2.8 6.5M9 11.5h3.7',
} as const;

export type IconName = keyof typeof PATHS;

/** Icons that point along the reading direction turn round in right-to-left languages. */
const MIRRORED: readonly IconName[] = ['arrow', 'reply', 'panel', 'library', 'back', 'quote'];

/** An icon beside a word, or inside a control that is named otherwise: screen readers skip it. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      class={MIRRORED.includes(name) ? 'icon mirrored' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
