import type { RecordKind } from '../data/model';

/** The shape of each kind of record: a cue beside colour, place and word. */
const SHAPES: Record<RecordKind, { readonly d: string; readonly solid: boolean }> = {
  claim: { d: 'M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z', solid: true },
  denial: { d: 'M6 1.3 10.7 6 6 10.7 1.3 6Z', solid: false },
  statement: { d: 'M1.8 2h8.4v6H6.7L4.5 10.3V8H1.8Z', solid: false },
  event: { d: 'M6 1.8 10.8 10.2H1.2Z', solid: true },
};

interface Props {
  readonly kind: RecordKind;
  readonly size?: number;
  /** A class of its own, where it stands by itself. */
  readonly name?: string;
  readonly style?: Readonly<Record<string, string>>;
  readonly onClick?: () => void;
}

/** The mark of a kind of record. The word for it stands beside or before it, so it is hidden from screen readers. */
export function Marker({ kind, size = 12, name, style, onClick }: Props) {
  const { d, solid } = SHAPES[kind];
  return (
    <svg
      class={`${name ? `${name} ` : ''}marker ${kind} ${solid ? 'solid' : 'open'}`}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      style={style}
      onClick={onClick}
    >
      <path d={d} />
    </svg>
  );
}
