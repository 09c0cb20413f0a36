/// <reference types="vite/client" />

/** The estimate alone; the package's own entry brings the whole of Readability along. */
declare module '@mozilla/readability/Readability-readerable.js' {
  export { isProbablyReaderable as default } from '@mozilla/readability';
}
