import type { PackView } from '../data/messages';
import { ago } from './ago';
import { Icon } from './Icon';
import { Monogram } from './Monogram';
import { PlainText } from './PlainText';
import { useWords } from './words';

interface Props {
  readonly pack: PackView;
  /** Name and signature only, as in a small card. */
  readonly compact?: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly now?: number;
}

function Currency({ pack, now }: { readonly pack: PackView; readonly now: number }) {
  const { locale, say } = useWords();
  const { stale, updated } = pack;
  const since = updated && ago(updated, now, locale);
  const last = since === null ? undefined : say('pack.stale.text', { ago: since });
  if (stale) {
    return (
      <span class="pack-currency stale" title={last}>
        <Icon name="clock" size={14} />
        {say('pack.stale', { n: stale.days })}
      </span>
    );
  }
  return since === null ? null : (
    <span class="pack-currency" title={updated?.label}>
      {say('pack.updated', { ago: since })}
    </span>
  );
}

/**
 * Who published what is shown above, and how current it is. The pack that comes with the extension says so and is not called
 * signed; "signed" says who published it, not that it is right.
 */
export function PackFooter({ pack, compact = false, now = Date.now() }: Props) {
  const { say } = useWords();
  const origin = pack.signed ? 'pack.signed' : pack.bundled ? 'pack.bundled' : 'pack.unsigned';
  return (
    <p class="pack">
      <Monogram pack={pack} />
      <bdi class="pack-name">
        <PlainText text={pack.name} />
      </bdi>
      <span class="pack-origin" title={compact ? say(origin) : undefined}>
        {pack.signed && <Icon name="shield" size={14} />}
        <span class={compact && pack.signed ? 'unseen' : undefined}>{say(origin)}</span>
      </span>
      {(!compact || pack.stale) && <Currency pack={pack} now={now} />}
    </p>
  );
}
