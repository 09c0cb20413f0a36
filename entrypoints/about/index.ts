/** Runs once in a page when somebody asks what the page says of itself; what it returns is the answer. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { aboutPage } from './collect';

export default defineUnlistedScript(() => aboutPage(document, location.href, Date.now()));
