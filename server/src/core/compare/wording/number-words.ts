/**
 * What 1 to 12 are called in languages of Latin, Cyrillic, Greek, Hebrew, Arabic and Korean letters, "first" to "third"
 * among them, in small letters. A word before `*` goes on in some forms. French, Chinese and Japanese count as a whole:
 * see `numberDifference`.
 */
const NAMES: readonly string[] = [
  "",
  `ein* erst* uno una primer* prim* um uma een één eerst* en et ett först* første* jed* pierwsz* prvn* prv* один одн* перв*
   bir ilk birinci egy első* un unu yksi vien* üks ένα μία אחד אחת ראשו* واحد* أول* 한 하나 một`,
  `zwei* zweit* dos segund* due second* dois duas twee tweed* två andra to anden andre dwa dwie dwóch dwoma drug* dva dvě
   dvou dve druh* два две двух двум* втор* iki ikinci két kettő* második* doi două kaksi dvi divi kaks δύο שני שתי שתיים שניים
   اثن* 두 둘 hai`,
  `drei* dritt* tres tercer* tre terz* três terceir* drie derde tredje trzy trzech trzeci* tři třech třet* tri три трех трёх
   трем* трет* üç üçüncü három harmadik* trei kolme trys trīs kolm τρία τρεις שלוש* שלישי* ثلاث* 세 셋 ba`,
  `vier* cuatro quattro quatro fyra fire cztery czter* čtyř* štiri četiri четыр* dört* négy* patru neljä keturi četri neli
   τέσσερ* ארבע* أربع* 네 넷 bốn`,
  `fünf* cinco cinque vijf* fem pięć pięciu pět pěti pet пять пяти beş öt cinci viisi penki* pieci viis πέντε חמש* خمس* 다섯 năm`,
  `sechs* seis sei zes sex seks sześć sześciu šest* шесть шести altı hat șase kuusi šeši seši kuus έξι שש שישה ست* 여섯 sáu`,
  `sieben* siete sette sete zeven sju syv siedem* sedm* sedem семь семи yedi hét șapte seitsemän septyn* septiņ* επτά שבע* سبع* 일곱 bảy`,
  `acht* ocho otto oito åtta otte åtte osiem ośmiu osm* osem восемь восьми sekiz nyolc* opt kahdeksan aštuon* astoņ* οκτώ שמונה ثمان* 여덟 tám`,
  `neun* nueve nove negen nio ni dziewię* devět* devet девять девяти dokuz kilenc* nouă yhdeksän devyn* deviņ* εννέα תשע* تسع* 아홉 chín`,
  `zehn* diez dieci dez tien tio ti dziesię* deset* десять десяти on tíz* zece kymmenen dešimt* desmit δέκα עשר* عشر* 열 mười`,
  `elf once undici onze elva elleve jedenaście jedenáct* enajst jedanaest одиннадцат* tizenegy* yksitoista`,
  `zwölf* doce dodici doze twaalf tolv dwanaście dvanáct* dvanajst dvanaest двенадцат* tizenkettő* kaksitoista`,
];
/** All that is no letter, as far as it stands between words. */
const BETWEEN = /[\s!-@[-`{-~\u00a0-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff20]+/;
/** Turkish `İ` in small letters is an `i` with this. */
const DOT_ABOVE = "\u0307";

/** Whether a text has one of the words for a number. */
export function isInWords(text: string, number: number): boolean {
  const names = NAMES[number] ?? "";
  if (names === "") return false;
  const words = new Set(text.toLowerCase().replaceAll(DOT_ABOVE, "").split(BETWEEN));
  return names
    .split(/\s+/)
    .some((name) => (name.endsWith("*") ? hasStem(words, name.slice(0, -1)) : words.has(name)));
}

function hasStem(words: ReadonlySet<string>, stem: string): boolean {
  for (const word of words) if (word.startsWith(stem)) return true;
  return false;
}
