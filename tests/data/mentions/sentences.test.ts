import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceEnds } from '../../../data/mentions/sentences';
import { readWords } from '../../../data/mentions/tokenize';
import { DOTTED } from '../../../data/mentions/words';

/** Shows where the sentences of a text begin, save the first: a ‖ before their first word. */
function show(text: string, begins: (word: number, start: number, before: number) => boolean) {
  const { count, starts } = readWords(text);
  let shown = '';
  let from = 0;
  for (let i = 1; i < count; i++) {
    const start = starts[i] ?? 0;
    if (!begins(i, start, starts[i - 1] ?? 0)) continue;
    shown += `${text.slice(from, start)}‖`;
    from = start;
  }
  return shown + text.slice(from);
}

/** Each ‖ in a case is where a sentence ends; everything else in it may not end one. */
function check(written: string) {
  const text = written.replaceAll('‖', '');
  const ends: number[] = [];
  for (let at = written.indexOf('‖'); at >= 0; at = written.indexOf('‖', at + 1)) {
    ends.push(at - ends.length);
  }
  const { sentences } = readWords(text);
  const numbers = [...sentences];
  const found = show(text, (word) => numbers[word] !== numbers[word - 1]);
  const wanted = show(text, (_, start, before) => ends.some((end) => before < end && end <= start));
  expect(found).toBe(wanted);
}

describe('English', () => {
  test.each([
    'He went.‖ She stayed.‖ Nobody spoke.',
    'Mr. Roe met Gen. Doe in St. Ives.‖ They ate.',
    'Lt. Col. Jan Roe, Brig. Gen. Ann Doe and Adm. Poe met Sens. Coe and Loe.‖ All left.',
    'J. R. Roe and K. Doe spoke.‖ Ann M. Loe did not.',
    'The U.S. sent aid, e.g. tents, to the U.N. mission.‖ It came late.',
    'He lived in the U.S.‖ The rest left for the U.K. in May.',
    'Washington, D.C., was quiet.‖ They flew to D.C.‖ He stayed.',
    'It began at 5 p.m. Monday and ended at 3 a.m.‖ The guests had gone.',
    'It came on Oct. 24 with No. 3 and p. 5.‖ Nobody read it.',
    'It happened on Feb. 18.‖ It was cold.',
    'It cost 3.5 million and 1,234.50 more.‖ Nobody paid.',
    'They went in 2024.‖ Nobody stayed.‖ 12,000 came back in 2025.',
    'He went!‖ 12,000 stayed.‖ Who else?‖ Karovia did.',
    'Doe Inc. sold it to Roe & Co. Ltd. in June.‖ The price is not known.',
    'He worked for Doe Inc.‖ The firm is gone.',
    'Tents, food etc. went north.‖ Tents, food, etc.‖ The rest stayed.',
    'Roe et al. wrote it, cf. vol. 2, pp. 3 and Fig. 4.‖ Others agree.',
    'Gazeta.Ru and example.com reported it, as did v2.1 of the list.‖ Readers knew.',
    '“Why?” he asked, and “No!” she cried.‖ Then they left.',
    'He said “I go.”‖ She stayed.',
    '“We will not go.”‖ Roe left the room.',
    "'They came.'‖ Doe said it twice.",
    'He said … nothing.‖ She said...‖ Nothing.',
    'The one side [. . .], the other said, shall help.‖ It did.',
    'The border region.‖[12] The rest left.',
    '(They had left.)‖ Nobody knew.',
    'N. Karovia and S. Karovia talk.‖ N. Karovian troops stay.',
    'She lives on Main St.‖ The shop on Fifth Ave. is shut.',
    'Was it so?‖ No.‖ It was not.',
    'Dr. No met Mr. An and Ms. He.‖ All smiled.',
    'He left.‖She stayed.',
    'They were told to go.‖The rest had left.',
    'Roe v. Doe is old; Karovia vs. Brasko is not.‖ Both ended.',
    'It is in Sec. 4, Art. 5 and Ch. 6.‖ Read them.',
    'He holds a Ph.D. from Venn.‖ She holds a Ph.D.‖ They work there.',
    '“Why?” Roe asked.‖ “Why?”‖ Nobody knew.',
    'A map (brasko.cc).‖ That is all.',
    'A heading\n\n‖and a text',
  ])('%s', check);
});

describe('Russian', () => {
  test.each([
    'Он уехал.‖ Она осталась.',
    'Около 3 тыс. солдат, т.е. много, пришли в 2024 г. на стр. 5.‖ Их ждали.',
    'Было 3 тыс.‖ В городе осталось двое.',
    'В. В. Роев приехал с А. Доевым.‖ Их встретил Поев А. С. из мэрии.',
    'Танки, пушки и т. д. стояли в ряд.‖ Танки, пушки и т. д.‖ Каровия молчит.',
    'Он назвал его, т. е. город, и др. места, в т. ч. Венн.‖ Список длинный.',
    'Ген. Роев и проф. Доев жили на ул. Мира, д. 5, кв. 3.‖ Дом снесли.',
    'Театр им. Роева стоит на пл. Мира.‖ Рядом парк.',
    'В 2024 г. Каровия отправила войска.‖ В 2023 гг. было тихо.',
    'Он ушёл в 2024 г.‖ В 2025 г. он вернулся.',
    'Это стоило 5 млн руб. и 3 млрд долл. США.‖ Платить некому.',
    'См. рис. 3, табл. 4 и ст. 4 договора, п. 2.‖ Там всё есть.',
    '«Мы пришли».‖ Он ушёл.',
    '«Мы пришли.»‖ Он ушёл.',
    '«Зачем?» — спросил он.‖ «Надо!» — крикнула она.',
    '— Куда вы? — спросил Роев.‖ — Домой.',
    'Он сказал… и ушёл.‖ Он сказал…‖ Ничего.',
    'Сообщает Gazeta.Ru и Lenta.ru.‖ Других нет.',
    'По данным США.‖ Каровия это отрицает.',
    'Цена 3,5 млн и 1.234,50 руб.‖ Никто не платил.',
    'И.о. министра и А.С. Роев уехали.‖ Это было 24 окт. 2024 г. в обл. центре.',
    'Почему?!‖ Никто не знает!‖ 12 тыс. ушли.',
    'Это было на 5.‖ Потом стало 6.',
    'Он жил в г. Венне, пос. Доево, Браской обл.‖ Там тихо.',
  ])('%s', check);
});

describe('Ukrainian', () => {
  test.each([
    'Він поїхав.‖ Вона лишилася.',
    'Близько 3 тис. бійців ім. Роєва, тобто багато.‖ Їх чекали.',
    'Було 3 тис.‖ У місті лишилося двоє.',
    'В. О. Роєв приїхав із Д. Доєвим.‖ Їх зустрів мер.',
    'Танки, гармати та ін. стояли.‖ Танки, гармати і т. д.‖ Каровія мовчить.',
    'Ген. Роєв і проф. Доєв жили на вул. Миру, буд. 5, кв. 3.‖ Дім знесли.',
    'У 2024 р. Каровія відправила війська.‖ У 2022–2023 рр. було тихо.',
    'Він пішов у 2024 р.‖ У 2025 р. повернувся.',
    'Це коштувало 5 млн грн. і 3 млрд дол. США.‖ Платити нікому.',
    'Див. рис. 3, табл. 4 і ст. 4 договору, п. 2.‖ Там усе є.',
    '«Ми прийшли».‖ Він пішов.',
    '«Навіщо?» — спитав він.‖ «Треба!» — крикнула вона.',
    'Він сказав… і пішов.‖ Він сказав…‖ Нічого.',
    'У м. Венн, с. Доєве, Браській обл. тихо.‖ Так каже мер.',
    'За даними США.‖ Каровія це заперечує.',
    'О 9 год. ранку, тобто 24 жовт. 2024 р., усе скінчилося.‖ Тихо.',
    'Чому?!‖ Ніхто не знає!‖ 12 тис. пішли.',
    'П’ять осіб пішли.‖ П’ятеро лишилися.',
    'Т. зв. партнерство, т. б. угода, триває.‖ Довго.',
  ])('%s', check);
});

describe('German', () => {
  test.each([
    'Er ging.‖ Sie blieb.',
    'Er kam am 3. Oktober mit z.B. Nr. 5 und ca. 20 Mann.‖ Sie blieben.',
    'Der 2. Weltkrieg endete bzw. begann.‖ Im 19. Jahrhundert war Ruhe.',
    'Zum 75. Jahrestag kam er zur 2. Runde.‖ Seine 3. Reise war kurz.',
    'Es waren z. B. Panzer, d. h. Fahrzeuge, u. a. Lastwagen.‖ Alle alt.',
    'Rund 12 Tsd. Soldaten kosten 5 Mio. Euro oder 3 Mrd. Dollar.‖ Das ist viel.',
    'Dr. Roe und Prof. Dr. Doe wohnen in der Venner Str. 5 in St. Ives.‖ Beide sind alt.',
    'Nach Abs. 2, Art. 4 und S. 12 gilt es.‖ So steht es da.',
    'Das war 2024.‖ Karowien schwieg.',
    'Es begann am 24. Okt. 2024, ggf. Anfang November.‖ Niemand weiß es.',
    '„Wir kommen.“‖ Er ging.',
    '»Wir kommen.«‖ Er ging.',
    '„Wir kommen“, sagte er.‖ „Warum?“, fragte sie.',
    '„Warum?“ fragte sie.‖ Er schwieg.',
    'Panzer, Kanonen usw.‖ Die Liste ist lang.',
    'Der ehem. Minister und die sog. Volksrepublik, inkl. Venn, schweigen.‖ Wie immer.',
    'Er sagte … nichts.‖ Er sagte …‖ Nichts.',
    'Es kostet 1.234,50 Euro.‖ Am 3.10.2024 war es billiger.',
    'Laut Angaben der EU.‖ Karowien bestreitet das.',
    'Um 300 v. Chr. stand dort Venn.‖ Später nicht mehr.',
    'Der 3. IT-Tag begann.‖ Er war lang.',
    'Der 1. FC Venn gewann.‖ In der 2. Liga war das nie so.',
    'Roe (geb. Doe) lebt seit dem 1. Januar dort.‖ Allein.',
  ])('%s', check);
});

describe('French', () => {
  test.each([
    'Il est parti.‖ Elle est restée.',
    'M. Roe et Mme Doe sont venus, cf. p. 3.‖ MM. Coe et Loe aussi.',
    'Le Dr. Roe vit av. Foch, à St. Ives.‖ Il y est né.',
    'J.-P. Roe et A. Doe parlent.‖ Personne n’écoute.',
    'Il est parti…‖ Elle est restée.',
    'Il a dit… rien.‖ Elle non plus.',
    '« Nous partons. »‖ Il est resté.',
    '« Nous partons », a dit M. Roe.‖ Il est resté.',
    '« Pourquoi ? » a-t-il demandé.‖ « Parce que ! » a-t-elle crié.',
    'Pourquoi ?‖ Personne ne le sait.',
    'Chars, canons, etc.‖ La liste est longue.',
    'Selon l’art. 4, al. 2, et l’art. 5 du traité.‖ Il est clair.',
    'Le 24 oct. 2024, env. 300 hommes, p. ex. Roe, partent.‖ Peu reviennent.',
    'Vers 300 av. J.-C. Venn existait.‖ Plus tard, non.',
    'Cela coûte 3,5 millions ou 1.234,50 euros.‖ Personne ne paie.',
    'C’était en 2024.‖ La Carovie se taisait.',
    'Aux États-Unis et à l’O.N.U. on attend.‖ On attendra.',
    'Le no. 3 et le vol. 2 manquent.‖ Le reste est là.',
    'Roe l’a dit à l’Otan.‖ L’Otan l’a cru.',
    'Quoi !‖ Il part ?‖ Oui.',
  ])('%s', check);
});

describe('Spanish', () => {
  test.each([
    'Se fue.‖ Ella se quedó.',
    'El Sr. Roe y la Sra. Doe viven en EE. UU. desde ayer.‖ Son dos.',
    'Viven en EE. UU.‖ El resto se fue.',
    'Los JJ. OO. y las FF. AA. de Carovia cuestan.‖ Nadie paga.',
    'El Gral. Roe, el Cnel. Doe y D. Juan hablan.‖ Dña. Ana calla.',
    '¿Vino?‖ ¡No vino!‖ Nadie lo sabe.',
    'Según el art. 4, núm. 3, pág. 5 y págs. 7 y 8.‖ Está claro.',
    'Tanques, cañones, etc.‖ La lista es larga.',
    'Aprox. 300 hombres, p. ej. Roe, se van.‖ Pocos vuelven.',
    '«Nos vamos.»‖ Él se quedó.',
    '—¿Vienes? —preguntó Ana.‖ —No.',
    '“Nos vamos”, dijo.‖ “¿Por qué?”, preguntó ella.',
    'Dijo… nada.‖ Dijo…‖ Nada.',
    'Cuesta 3,5 millones o 1.234,50 euros.‖ Nadie paga.',
    'Fue en 2024.‖ Carovia callaba.',
    'Juega en la 1.ª división y en la 12.ª ronda con el n.º 3.‖ Gana.',
    'Sto. Domingo y Sta. Fe están en la Avda. Roe.‖ Eso dice él.',
    'Hacia el 300 a. C. existía Venn.‖ Luego no.',
    'A. Roe y J. L. Doe callan.‖ Nadie pregunta.',
    'Ud. lo sabe y Uds. también.‖ Yo no.',
  ])('%s', check);
});

describe('Arabic', () => {
  test.each([
    'ذهب.‖ بقيت.',
    'قال د. سالم ذلك.‖ ولم يقل أ. د. كريم شيئا.',
    'هل ذهب؟‖ بقيت!‖ نعم.',
    'هل ذهب؟‖بقيت',
    'ذهب.‖بقيت',
    'قال «سنذهب».‖ ثم بقي.',
    'قال "سنذهب".‖ ثم بقي.',
    'بلغ العدد 3.5 مليون و12.000 رجل.‖ لم يدفع أحد.',
    'بلغ العدد ١٢٬٠٠٠.‖ ثم زاد.',
    'كان ذلك في 2024.‖ سكتت كاروفيا.',
    'كان ذلك عام 2024 م.‖ وسكتت كاروفيا.',
    'قالت وكالة (أ.ف.ب) ذلك.‖ ولم تزد.',
    'قال د.سالم ذلك.‖ ولم يزد.',
    'قال الرئيس؛ ثم سكت، وانتهى الأمر.‖ وأضاف آخر.',
    'انظر ص. 5 من الكتاب.‖ هناك كل شيء.',
    'ذهب…‖ ثم عاد.',
    'ذهب.\u200f‖ بقيت.',
  ])('%s', check);
});

describe('Korean', () => {
  test.each([
    '그는 갔다.‖ 그녀는 남았다.',
    '갈 것.‖ 그는 갔다',
    '그는 갔다.‖그녀는 남았다.',
    '“그는 갔다.”고 말했다.‖ 그녀는 남았다.',
    '"그는 갔다."라고 말했다.‖ 그녀는 남았다.',
    '“그는 갔다.” 라고 말했다.‖ 그녀는 남았다.',
    "'왜 갔나?'라며 물었다.‖ 대답은 없었다.",
    '“그는 갔다.”‖ 그녀는 남았다.',
    '2024. 10. 24. 발표했다.‖ 그는 갔다.',
    '2024년 10월 24일.‖ 그는 갔다.',
    '물가가 3.5% 올랐다.‖ 임금은 아니다.',
    '카로비아 파병…의회 확인.‖ 끝났다.',
    'No.1 선수가 갔다.‖ 그는 이겼다.',
    '그가 갔나?‖ 안 갔다!‖ 정말?',
    'U.S. 대사가 갔다.‖ 그는 말했다.',
    '1만2천 명.‖ 그는 세었다.',
  ])('%s', check);
});

describe('Chinese, Japanese and Hindi', () => {
  test.each([
    '我来了。‖他走了。',
    '“我来了。”他说。‖她走了。',
    '他说：“我来了。”‖她走了！‖真的？‖真的。',
    '他……走了。‖她没走。',
    '人口增加３．５％。‖他走了。',
    '彼は行った。‖彼女は残った。',
    '「行く。」と言った。‖彼女は残った。',
    '「行く！」という声。‖そして残った。',
    '「行く。」‖その後、彼女は残った。',
    '行った！‖残った？‖残った。',
    'Yahoo!ニュースは残った。‖brasko は行った。',
    'वह गया।‖ वह रही।',
  ])('%s', check);
});

test('a single new line ends nothing, an empty one does', () => {
  check('He went\nand she\n\n‖stayed');
});

test('only a few words on either side decide', () => {
  const pieces = fc.constantFrom(
    ...`Roe roe I U.S. т.д. Mr No Oct am 3 2024 12 тыс Mio д м Венн Венн. 갔다 라고 走 说 と ذهب said asked`.split(
      ' ',
    ),
    ...['.', '. ', ' ', '…', '! ', '?”', '」', '。', '।', '[', '." ', '\u3000'],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (written) => {
      const text = written.join('');
      const { count, starts, ends, flags } = readWords(text);
      for (let i = 1; i < count; i++) {
        const [start, from, to] = [starts[i - 1] ?? 0, ends[i - 1] ?? 0, starts[i] ?? 0];
        const dotted = ((flags[i - 1] ?? 0) & DOTTED) !== 0;
        const previous = text.slice(start, from);
        const cut = Math.max(0, start - 20);
        const near = text.slice(cut, to + 60);
        expect(sentenceEnds(near, from - cut, to - cut, previous, dotted)).toBe(
          sentenceEnds(text, from, to, previous, dotted),
        );
      }
    }),
    { numRuns: 1000 },
  );
});
