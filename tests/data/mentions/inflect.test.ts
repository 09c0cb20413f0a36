import { describe, expect, test } from 'vitest';
import { marks } from './marks';

/** The words of a text that are forms of a term. */
const forms = (text: string, term: string, lang: string) => marks({ text: term, lang }, text);

/** Whole paradigms: a dictionary form, then the forms that texts have. */
const PARADIGMS: Readonly<Record<string, string>> = {
  en: `
    soldier: soldier soldiers soldier's
    army: army armies army's
    crisis: crisis crises
    wife: wife wives
    woman: woman women women's
    child: child children children's
    Russian: Russian Russians Russian's
    pass: pass passes
    church: church churches
    hero: hero heroes
    half: half halves`,
  ru: `
    солдат: солдат солдата солдату солдатом солдате солдаты солдатам солдатами солдатах
    президент: президент президента президенту президентом президенте президенты президентов президентам президентами президентах
    генерал: генерал генерала генералу генералом генерале генералы генералов генералам
    договор: договор договора договору договором договоре договоры договоров договорам договорами
    Киев: Киев Киева Киеву Киевом Киеве
    Донецк: Донецк Донецка Донецку Донецком Донецке
    Курск: Курск Курска Курску Курском Курске
    Путин: Путин Путина Путину Путиным Путине
    Лавров: Лавров Лаврова Лаврову Лавровым Лаврове
    Захарова: Захарова Захаровой Захарову
    Зеленский: Зеленский Зеленского Зеленскому Зеленским Зеленском
    Герасимов: Герасимов Герасимова Герасимову Герасимовым Герасимове
    Трамп: Трамп Трампа Трампу Трампом Трампе
    Кремль: Кремль Кремля Кремлю Кремлем Кремлём Кремле
    корабль: корабль корабля кораблю кораблем корабле корабли кораблей кораблям кораблями кораблях
    январь: январь января январю январем январе
    Израиль: Израиль Израиля Израилю Израилем Израиле
    Китай: Китай Китая Китаю Китаем Китае
    край: край края краю краем крае краев краям
    Сергей: Сергей Сергея Сергею Сергеем Сергее
    Юрий: Юрий Юрия Юрию Юрием Юрии
    сценарий: сценарий сценария сценарию сценарием сценарии сценариев сценариям
    Москва: Москва Москвы Москве Москву Москвой
    Украина: Украина Украины Украине Украину Украиной
    столица: столица столицы столице столицу столицей столиц столицам
    граница: граница границы границе границу границей границ границам границами границах
    границы: границы граница границ границам границей
    ракета: ракета ракеты ракете ракету ракетой ракет ракетам ракетами
    разведка: разведка разведки разведке разведку разведкой
    поставка: поставка поставки поставке поставку поставкой поставок поставкам поставками поставках
    поставки: поставки поставок поставкам поставка поставку
    Чечня: Чечня Чечни Чечне Чечню Чечней
    Корея: Корея Кореи Корее Корею Кореей
    армия: армия армии армию армией армий армиям
    Россия: Россия России Россию Россией
    санкции: санкции санкций санкциям санкциями санкциях санкция санкцию
    область: область области областью областей областям областями
    нефть: нефть нефти нефтью
    Казань: Казань Казани Казанью
    Сибирь: Сибирь Сибири Сибирью
    государство: государство государства государству государством государстве государств государствам
    соглашение: соглашение соглашения соглашению соглашением соглашении соглашений соглашениям
    Приморье: Приморье Приморья Приморью Приморьем
    море: море моря морю морем морей морям
    войска: войска войск войскам войсками войсках войско войском
    военные: военные военных военным военными военный военного
    ядерный: ядерный ядерная ядерное ядерные ядерного ядерной ядерному ядерную ядерным ядерном ядерных ядерными
    северокорейский: северокорейский северокорейская северокорейские северокорейского северокорейских северокорейскими северокорейскую
    дальний: дальний дальнего дальнему дальним дальнем дальняя дальней дальние дальних
    морской: морской морского морскому морским морском морская морские морских
    боец: боец бойца бойцу бойцом бойце бойцы бойцов бойцам бойцами
    украинец: украинец украинца украинцу украинцем украинцы украинцев украинцам украинцами
    корейцы: корейцы корейцев корейцам корейцами кореец корейца корейцем
    россияне: россияне россиян россиянам россиянами россиянах россиянин россиянина
    граждане: граждане граждан гражданам гражданами гражданин гражданина
    россиянин: россиянин россиянина россиянину россиянином россияне россиян россиянам
    силы: силы сил силам силами силах сила силу силой
    снимок: снимок снимка снимку снимком снимке снимки снимков снимкам снимками
    участок: участок участка участку участком участки участков
    Владивосток: Владивосток Владивостока Владивостоку Владивостоком Владивостоке
    Пхеньян: Пхеньян Пхеньяна Пхеньяну Пхеньяном Пхеньяне
    Дума: Дума Думы Думе Думу Думой
    солдаты: солдаты солдат солдатам
    партнёрство: партнёрство партнерства партнерством
    товарищ: товарищ товарища товарищу товарищем товарищи товарищей товарищам
    учителя: учителя учителей учителям учитель учителю
    Сумы: Сумы Сум Сумам Сумами Сумах`,
  uk: `
    солдат: солдат солдата солдату солдатові солдатом солдаті солдати солдатів солдатам солдатами солдатах
    президент: президент президента президентові президентом президенти президентів
    Київ: Київ Києва Києву Києвом Києві
    Харків: Харків Харкова Харкову Харковом Харкові
    Львів: Львів Львова Львову Львовом Львові
    Миколаїв: Миколаїв Миколаєва Миколаєву Миколаєвом Миколаєві
    Тернопіль: Тернопіль Тернополя Тернополю Тернополем Тернополі
    договір: договір договору договором договорі договори договорів договорам
    рік: рік року роком роки років рокам
    бік: бік боку боком
    Путін: Путін Путіна Путіну Путіним Путінові
    Зеленський: Зеленський Зеленського Зеленському Зеленським
    Кремль: Кремль Кремля Кремлю Кремлем Кремлі Кремлеві
    Китай: Китай Китаю Китаєм Китаї
    Росія: Росія Росії Росію Росією
    армія: армія армії армію армією армій арміям
    Корея: Корея Кореї Корею Кореєю
    Москва: Москва Москви Москві Москву Москвою
    Україна: Україна України Україні Україну Україною
    розвідка: розвідка розвідки розвідці розвідку розвідкою розвідок
    поїздка: поїздка поїздки поїздці поїздку поїздкою поїздок поїздкам
    Америка: Америка Америки Америці Америку Америкою
    Прага: Прага Праги Празі Прагу Прагою
    столиця: столиця столиці столицю столицею столиць столицям
    Вінниця: Вінниця Вінниці Вінницю Вінницею
    область: область області областю областей областям областями
    Казань: Казань Казані Казанню
    військо: військо війська війську військом військ військам військами
    війська: війська військ військам військами військах
    військові: військові військових військовим військовими військовий військового
    північнокорейський: північнокорейський північнокорейська північнокорейські північнокорейського північнокорейської північнокорейських північнокорейськими північнокорейському
    угода: угода угоди угоді угоду угодою угод угодам
    боєць: боєць бійця бійцю бійцем бійці бійців бійцям бійцями
    корейці: корейці корейців корейцям корейцями кореєць корейця
    українець: українець українця українцю українцем українці українців
    росіяни: росіяни росіян росіянам росіянами росіянин росіянина
    партнерство: партнерство партнерства партнерству партнерством партнерстві партнерств
    відправлення: відправлення відправленню відправленням відправленні
    Примор'я: Примор'я Примор'ю Примор'ям Примор'ї
    Держдума: Держдума Держдуми Держдумі Держдуму Держдумою
    Пхеньян: Пхеньян Пхеньяна Пхеньяну Пхеньяном Пхеньяні
    Північна: Північна Північної Північній Північну Північною
    Курщина: Курщина Курщини Курщині Курщину Курщиною
    сили: сили сил силам силами силах сила силу силою
    зброя: зброя зброї зброю зброєю
    міністр: міністр міністра міністрові міністром міністри міністрів`,
  de: `
    Soldat: Soldat Soldaten
    Truppe: Truppe Truppen
    Einheit: Einheit Einheiten
    Vertrag: Vertrag Vertrags Vertrages Verträge Verträgen
    Abkommen: Abkommen Abkommens
    Angriff: Angriff Angriffs Angriffe Angriffen
    Offizier: Offizier Offiziers Offiziere Offizieren
    General: General Generals Generäle Generälen
    Verband: Verband Verbands Verbandes Verbände Verbänden
    Krieg: Krieg Krieges Kriegs Kriege Kriegen
    Russland: Russland Russlands
    Botschafter: Botschafter Botschafters Botschaftern
    Rakete: Rakete Raketen
    Schiff: Schiff Schiffs Schiffe Schiffen
    Bericht: Bericht Berichts Berichte Berichten
    Ministerin: Ministerin Ministerinnen
    Kraft: Kraft Kräfte Kräften
    nordkoreanische: nordkoreanische nordkoreanischen nordkoreanischer nordkoreanisches nordkoreanischem
    russisch: russisch russische russischen russischer russisches russischem
    nuklear: nuklear nukleare nuklearen nuklearer nukleares`,
  fr: `
    soldat: soldat soldats
    troupe: troupe troupes
    coréen: coréen coréens coréenne coréennes
    russe: russe russes
    français: français française françaises
    général: général généraux générale générales
    naval: naval navale navals navales navaux
    offensif: offensif offensifs offensive offensives
    étranger: étranger étrangers étrangère étrangères
    allié: allié alliés alliée alliées
    capturé: capturé capturés capturée capturées
    nucléaire: nucléaire nucléaires
    dangereux: dangereux dangereuse dangereuses
    traité: traité traités
    armée: armée armées`,
  es: `
    soldado: soldado soldados soldada soldadas
    tropa: tropa tropas
    militar: militar militares
    sanción: sanción sanciones
    norcoreano: norcoreano norcoreana norcoreanos norcoreanas
    batallón: batallón batallones
    zapador: zapador zapadores zapadora zapadoras
    francés: francés francesa franceses francesas
    embajador: embajador embajadora embajadores
    capaz: capaz capaces
    nuclear: nuclear nucleares
    ejército: ejército ejércitos
    unidad: unidad unidades`,
  ar: `
    قوات: قوات القوات وقوات لقوات بقوات قواتها قواتهم قواتنا وقواتها للقوات
    جندي: جندي الجندي جنديا جنديان جنديين وجندي لجندي
    مسؤول: مسؤول مسؤولون مسؤولين المسؤولين مسؤولا
    شمالي: شمالي شمالية الشمالية الشماليين شماليين شماليون
    كوري: كوري كورية الكورية كوريين الكوريين كوريون
    شركة: شركة شركات الشركات شركتها
    دبابة: دبابة دبابات الدبابات بدبابات
    جيش: جيش الجيش وجيش جيشها جيشهم للجيش
    روسيا: روسيا وروسيا لروسيا بروسيا
    اتفاق: اتفاق الاتفاق اتفاقا باتفاق`,
  ko: `
    북한군: 북한군 북한군이 북한군은 북한군을 북한군의 북한군에 북한군에게 북한군과 북한군도 북한군만 북한군까지 북한군부터 북한군으로 북한군이다 북한군이라고 북한군이라며 북한군들 북한군들이 북한군들에게는 북한군에게서 북한군과의 북한군이었다 북한군이라는 북한군이며 북한군마저 북한군조차 북한군보다 북한군처럼 북한군입니다 북한군이었던 북한군이라서 북한군이라도 북한군에선 북한군에겐 북한군이라면서 북한군이지만
    러시아: 러시아 러시아가 러시아는 러시아를 러시아의 러시아에 러시아에서 러시아로 러시아로부터 러시아와 러시아와의 러시아도 러시아까지 러시아라고 러시아였다 러시아에서는 러시아에선 러시아로의 러시아에서의 러시아다 러시아만의 러시아라는 러시아이다 러시아측 러시아뿐만`,
};

describe.each(Object.entries(PARADIGMS))('%s: the forms of', (lang, words) => {
  test.each(
    words
      .trim()
      .split('\n')
      .map((line) => line.trim().split(': ') as [string, string]),
  )('%s', (term, text) => {
    const missed = text.split(' ').filter((word) => forms(word, term, lang).length === 0);
    expect(missed).toEqual([]);
  });
});

describe('other words that look alike', () => {
  test.each([
    ['en', 'unit', 'unite united unity'],
    ['en', 'US', 'use used'],
    ['en', 'Kim', 'Kims'],
    ['en', 'news', 'new'],
    ['en', 'arms', 'arm'],
    ['en', 'Texas', 'Texa'],
    ['ru', 'Дума', 'дым думать думал думский'],
    ['ru', 'Крым', 'кры крыса крыша'],
    ['ru', 'Сочи', 'сочный сочинить сочинение'],
    ['ru', 'мир', 'миро мирный мирить мировой'],
    ['ru', 'Киев', 'киевский кий'],
    ['ru', 'Корея', 'кора корейский корень'],
    ['ru', 'посол', 'после посольство'],
    ['ru', 'Путин', 'путь путинский'],
    ['ru', 'Турция', 'тур туры турок'],
    ['ru', 'Мали', 'малый маленький'],
    ['ru', 'танк', 'танкер танкист'],
    ['ru', 'рота', 'ротация ротный'],
    ['ru', 'газ', 'газета'],
    ['uk', 'Київ', 'київський кий'],
    ['uk', 'Росія', 'роса росіянин'],
    ['uk', 'Суми', 'сумний сумка'],
    ['uk', 'договір', 'договірний'],
    ['uk', 'Крим', 'кримінал кримський'],
    ['de', 'Macht', 'machte'],
    ['de', 'Russland', 'Russe russisch'],
    ['de', 'Berlin', 'Berliner'],
    ['de', 'Hamburg', 'Hamburger'],
    ['de', 'Rat', 'Rate'],
    ['fr', 'armée', 'arme armes'],
    ['fr', 'Paris', 'pari'],
    ['fr', 'Gaza', 'gaz'],
    ['es', 'mes', 'mesa mesas'],
    ['es', 'sol', 'sola solas'],
    ['es', 'Perú', 'perus'],
    ['ar', 'مدرس', 'مدرسه'],
    ['ar', 'كتاب', 'كتب'],
    ['ar', 'سلاح', 'سلاحف'],
    ['ko', '러시아', '러시아어 러시아인'],
    ['ko', '한국', '한국어 한국인'],
    ['ko', '군', '군인 군대'],
  ])('%s: %s', (lang, term, text) => {
    expect(text.split(' ').filter((word) => forms(word, term, lang).length > 0)).toEqual([]);
  });
});

describe('English: plural and possessive, no more', () => {
  test('the last word may be plural or possessive', () => {
    const text = "soldier soldiers soldier's soldiers’ soldiering soldierly";
    expect(forms(text, 'soldier', 'en')).toEqual(['soldier', 'soldiers', "soldier's", 'soldiers']);
  });
  test('other words may be possessive only', () => {
    expect(forms("Karovia's army, Karovias army", 'Karovia army', 'en')).toEqual([
      "Karovia's army",
    ]);
  });
  test('a plural term does not mark the singular', () => {
    expect(forms('officer officers', 'officers', 'en')).toEqual(['officers']);
  });
  test('names take no plural: Hama is not Hamas, Wales is not wale', () => {
    expect(forms("Hama Hama's Hamas", 'Hama', 'en')).toEqual(['Hama', "Hama's"]);
    expect(forms('wale Wales', 'Wales', 'en')).toEqual(['Wales']);
  });
  test('peoples in -an do', () => {
    expect(forms('Karovian Karovians', 'Karovian', 'en')).toEqual(['Karovian', 'Karovians']);
  });
  test('men, -ies and -es are plurals', () => {
    expect(forms('serviceman servicemen', 'serviceman', 'en')).toHaveLength(2);
    expect(forms('mercenary mercenaries', 'mercenary', 'en')).toHaveLength(2);
    expect(forms('pass passes', 'pass', 'en')).toHaveLength(2);
  });
});

describe('Russian: cases and numbers of names, nouns and adjectives', () => {
  test('all words of a term decline', () => {
    expect(forms('в Северной Корее; Северную Корею', 'Северная Корея', 'ru')).toHaveLength(2);
  });
  test('Курск is not курс, Россия is not росс, КНДР does not decline', () => {
    expect(forms('курс курсы курсов', 'Курск', 'ru')).toEqual([]);
    expect(forms('росс россы', 'Россия', 'ru')).toEqual([]);
    expect(forms('КНДРа', 'КНДР', 'ru')).toEqual([]);
  });
});

describe('German: endings of nouns and adjectives', () => {
  test('nouns take -s, -es, -n, -en', () => {
    const text = 'Russland Russlands, Soldat Soldaten, Truppe Truppen';
    expect(forms(text, 'Russland', 'de')).toEqual(['Russland', 'Russlands']);
    expect(forms(text, 'Soldat', 'de')).toEqual(['Soldat', 'Soldaten']);
    expect(forms(text, 'Truppe', 'de')).toEqual(['Truppe', 'Truppen']);
  });
  test('adjectives take their endings', () => {
    const text = 'karowische karowischen karowischer karowisches karowischem';
    expect(forms(text, 'karowische', 'de')).toEqual(text.split(' '));
    expect(forms('schwer schwere schweren', 'schwer', 'de')).toHaveLength(3);
  });
  test('compounds need a *', () => {
    expect(forms('Truppeneinsatz', 'Truppen', 'de')).toEqual([]);
    expect(forms('Truppeneinsatz', 'Truppen*', 'de')).toEqual(['Truppeneinsatz']);
  });
});

describe('French and Spanish: number and gender', () => {
  test('coréen, coréens, coréenne, coréennes, with capital or hyphen', () => {
    const text = 'coréen coréens coréenne coréennes Coréens';
    expect(forms(text, 'coréen', 'fr')).toEqual(text.split(' '));
    expect(forms('Nord-Coréens, nord‑coréenne', 'nord-coréen', 'fr')).toHaveLength(2);
  });
  test('elision does not hide a name', () => {
    expect(forms('l’Otan, d’Otan, qu’Otan', 'Otan', 'fr')).toEqual(['Otan', 'Otan', 'Otan']);
  });
  test('coreano, coreana, coreanos, coreanas; militares is militar', () => {
    const text = 'coreano coreana coreanos coreanas';
    expect(forms(text, 'coreano', 'es')).toEqual(text.split(' '));
    expect(forms('militar militares', 'militar', 'es')).toHaveLength(2);
  });
  test('names stay as they are', () => {
    expect(forms('Hamas', 'Hama', 'fr')).toEqual([]);
    expect(forms('Hamas', 'Hama', 'es')).toEqual([]);
  });
});

describe('Arabic: what is written together with the next word', () => {
  test('و ف ب ل ك, the article, and their joins', () => {
    const text = 'قوات وقوات فقوات بقوات لقوات كقوات القوات والقوات بالقوات للقوات كالقوات فالقوات';
    expect(forms(text, 'قوات', 'ar')).toEqual(text.split(' '));
  });
  test('a term with the article is found without it', () => {
    expect(forms('دوما والدوما', 'الدوما', 'ar')).toHaveLength(2);
  });
  test('case endings of the sound plural and the accusative', () => {
    expect(forms('كوريون كوريين الكوريين', 'كوريين', 'ar')).toHaveLength(3);
    expect(forms('جنودا', 'جنود', 'ar')).toEqual(['جنودا']);
  });
  test('a first letter of the word itself is no prefix', () => {
    expect(forms('وتين', 'بوتين', 'ar')).toEqual([]);
  });
});

describe('Korean: particles behind, nothing before', () => {
  test('particles follow freely', () => {
    const text = '북한군 북한군이 북한군을 북한군의 북한군에게 북한군들은 북한군으로부터의';
    expect(forms(text, '북한군', 'ko')).toEqual(text.split(' '));
  });
  test('another word that begins alike is another word', () => {
    expect(forms('북한산 북한강 북한군', '북한', 'ko')).toEqual([]);
  });
  test('a word inside another is not found', () => {
    expect(forms('탈북한', '북한', 'ko')).toEqual([]);
  });
});

test('Chinese and Japanese terms are found in running text', () => {
  expect(forms('他说朝鲜军队已抵达', '朝鲜军队', 'zh')).toEqual(['朝鲜军队']);
  expect(forms('ウクライナ軍が', 'ウクライナ軍', 'ja')).toEqual(['ウクライナ軍']);
  expect(forms('キムチ', 'キム', 'ja')).toEqual([]);
});

test('forms: exact turns inflection off, for its term only', () => {
  const text = 'unit units';
  expect(marks({ text: 'unit', forms: 'exact' }, text)).toEqual(['unit']);
  expect(marks([{ text: 'unit', forms: 'exact' }, 'unit'], text)).toEqual(['unit', 'units']);
});

test('a language without rules of its own stands as written', () => {
  expect(forms('stati stato', 'stato', 'it')).toEqual(['stato']);
});
