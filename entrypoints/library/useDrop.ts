import { useState } from 'preact/hooks';

type Dropped = { readonly address: string } | { readonly file: File };

const isWanted = (transfer: DataTransfer | null): transfer is DataTransfer =>
  transfer?.types.some((type) => type === 'Files' || type === 'text/uri-list') ?? false;

/** A pack's file, or a link to a pack, dropped onto a part of the page. */
export function useDrop(onDropped: (dropped: Dropped) => void) {
  const [over, setOver] = useState(false);
  const handlers = {
    onDragOver(event: DragEvent) {
      if (!isWanted(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      const { currentTarget, relatedTarget } = event;
      if (!(currentTarget as Element).contains(relatedTarget as Node | null)) setOver(false);
    },
    onDrop(event: DragEvent) {
      setOver(false);
      const { dataTransfer } = event;
      if (!isWanted(dataTransfer)) return;
      // Else the browser would open what was dropped instead of this page.
      event.preventDefault();
      const file = dataTransfer.files[0];
      const [address] = dataTransfer.getData('text/uri-list').split(/\r?\n/);
      if (file) onDropped({ file });
      else if (address) onDropped({ address });
    },
  };
  return { over, handlers };
}
