interface Props<T extends string | number> {
  /** What is chosen, for screen readers. */
  readonly label: string;
  /** Groups the radio buttons; another for each choice on a page. */
  readonly name: string;
  readonly choices: readonly T[];
  /** Null where none of them holds. */
  readonly chosen: T | null;
  readonly textOf: (choice: T) => string;
  /** Called in the click itself, since only there may the browser be asked for a permission. */
  readonly onChoose: (choice: T) => void;
}

/** One of a few: native radio buttons, side by side. */
export function Choice<T extends string | number>(props: Props<T>) {
  const { label, name, choices, chosen, textOf, onChoose } = props;
  return (
    <fieldset class="modes" aria-label={label}>
      {choices.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={name}
            value={each}
            checked={each === chosen}
            onChange={() => onChoose(each)}
          />
          <span>{textOf(each)}</span>
        </label>
      ))}
    </fieldset>
  );
}
