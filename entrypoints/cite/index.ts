import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { cite } from '../../data/cite/cite';
import { sayer } from '../../data/locale';
import './contract';

export default defineUnlistedScript(() => {
  globalThis.__onRecordCite = ({ form, record, pack, strings }) =>
    cite(form, record, pack, sayer(strings.locale, strings.strings));
});
