import type { ComponentChildren } from 'preact';

interface Props {
  /** Media types and endings, as the `accept` of a file field has them. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly children: ComponentChildren;
}

/** A button that has a file chosen: the browser's own field, under what it is called here. */
export function FileButton({ accept, onFile, children }: Props) {
  return (
    <label class="button file-button">
      {children}
      <input
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file chosen again, mended meanwhile, is to be told again.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
