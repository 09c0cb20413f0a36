import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openCard } from './open';

export default defineUnlistedScript(() => {
  globalThis.__onRecordOpenCard = openCard;
});
