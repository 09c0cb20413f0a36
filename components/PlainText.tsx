/**
 * Characters that turn the direction of what follows them (Unicode UAX #9: embeddings, overrides, isolates). Left to
 * work, they let "not" be read where it does not stand; left out, nobody would see that somebody tried.
 */
const TURNING = /([\u202A-\u202E\u2066-\u2069])/;

/** A pack's or page's text; what would turn its direction is shown instead, by its code point. */
export function PlainText({ text }: { readonly text: string }) {
  if (!TURNING.test(text)) return <>{text}</>;
  return (
    <>
      {text.split(TURNING).map((piece, i) =>
        i % 2 ? (
          <span key={i} class="turning" translate={false}>
            U+{piece.charCodeAt(0).toString(16).toUpperCase()}
          </span>
        ) : (
          piece
        ),
      )}
    </>
  );
}
