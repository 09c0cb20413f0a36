/** Runs once in a page when the popup asks which packs the page offers; what it returns is the answer. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offeredPacks } from './collect';

export default defineUnlistedScript(() => offeredPacks(document));
