export function blockFont(): ArrayBuffer {
  return new ArrayBuffer(0);
}
