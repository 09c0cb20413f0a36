import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { buildCard } from './open';

export default defineUnlistedScript(() => {
  globalThis.__onRecordBuildCard = buildCard;
});
