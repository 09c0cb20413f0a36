/**
 * Caps on what a pack may hold. A pack is hostile until shown otherwise; each cap is several times
 * the largest honest value met while the first pack was written.
 */
export const LIMITS = {
  /** One authored file, in UTF-8 bytes, checked before it is parsed. */
  fileBytes: 8 * 1024 * 1024,
  id: 80,
  name: 200,
  text: 2000,
  url: 2000,
  /** Words in a quoted passage, prefix and suffix included: enough to find it, too few to copy it. */
  quoteWords: 8,
  refs: 64,
  /** A term as written: its {a|b} may stand for many surfaces. */
  term: 1000,
  termsPerList: 2000,
  ruleDepth: 8,
  ruleParts: 64,
} as const;
