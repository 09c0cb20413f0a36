interface Props {
  /** What is switched, for screen readers; the words beside the switch say its state. */
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  /** Called in the click itself, since only there may the browser be asked for a permission. */
  readonly onSwitch: (on: boolean) => void;
}

export function Switch({ label, on, disabled = false, onSwitch }: Props) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on}
      aria-label={label}
      disabled={disabled}
      onClick={() => onSwitch(!on)}
    />
  );
}
