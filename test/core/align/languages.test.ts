import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { alignedLines } from "./lines.ts";

const ENGLISH = `# Clean the sensors

Wear gloves. Are the sensors sharp? Yes, and so is \`clean(all)\`.

> [!NOTE]
> Keep the [lid](lid.md) closed. It takes 2.5 minutes.

- [See also](more.md)
- Open the lid, then choose **Start!** Wait.

| Part | Number |
| ---- | ------ |
| Lid  | \`a1\`   |
| Base | 7      |

![A sensor](media/sensor.png)
`;

interface Sample {
  readonly page: string;
  /** Translations of the sentences in the order of the English. */
  readonly targets: readonly string[];
}

const SOURCES = [
  "Clean the sensors",
  "Wear gloves.",
  "Are the sensors sharp?",
  "Yes, and so is `clean(all)`.",
  "Keep the [lid](lid.md) closed.",
  "It takes 2.5 minutes.",
  "See also",
  "Open the lid, then choose **Start!**",
  "Wait.",
  "Part",
  "Number",
  "Lid",
  "Base",
  "7",
];

/** The page of a language: its sentences in the places of the English ones. */
function sampleOf(targets: readonly string[]): Sample {
  const [title, gloves, sharp, yes, lid, minutes, also, open, wait, part, number, cover, base, seven] =
    targets;
  const page = `# <a name="clean-the-sensors"></a>${title}

${gloves} ${sharp} ${yes}

> [!NOTE]
> ${lid} ${minutes}

- [${also}](more.md)
- ${open} ${wait}

| ${part} | ${number} |
| ---- | ------ |
| ${cover} | \`a1\` |
| ${base} | ${seven} |

![${also}](media/sensor.png)
`;
  return { page, targets };
}

const LANGUAGES: Readonly<Record<string, Sample>> = {
  Chinese: sampleOf([
    ...["清洁传感器", "戴上手套。", "传感器锋利吗？", "是的，`clean(all)` 也是。", "盖好[盖子](lid.md)。"],
    ...[
      "需要 2.5 分钟。",
      "另请参阅",
      "打开盖子，然后选择“**开始！**”",
      "等待。",
      "部件",
      "编号",
      "盖子",
      "底座",
      "7",
    ],
  ]),
  Japanese: sampleOf([
    ...[
      "センサーの清掃",
      "手袋を着用してください。",
      "センサーは鋭いですか？",
      "はい。`clean(all)` も同様です。",
    ],
    ...[
      "[ふた](lid.md)は閉めておいてください。",
      "2.5 分かかります。",
      "関連項目",
      "ふたを開けて「**開始！**」を選びます。",
    ],
    ...["待ちます。", "部品", "番号", "ふた", "台", "7"],
  ]),
  Korean: sampleOf([
    ...["센서 청소", "장갑을 착용하세요.", "센서가 날카로운가요?", "예, `clean(all)`도 마찬가지입니다."],
    ...[
      "[덮개](lid.md)를 닫아 두세요.",
      "2.5분 걸립니다.",
      "참고 항목",
      "덮개를 열고 **시작!** 을 선택합니다.",
      "기다립니다.",
    ],
    ...["부품", "번호", "덮개", "받침대", "7"],
  ]),
  "French, with blanks before marks and quotation marks": sampleOf([
    ...["Nettoyer les capteurs", "Portez des gants.", "Les capteurs sont-ils coupants ?"],
    ...["Oui, et `clean(all)` aussi.", "Gardez le [couvercle](lid.md) fermé.", "Cela prend 2,5 minutes."],
    ...["Voir aussi", "Ouvrez le couvercle, puis choisissez « **Démarrer !** »", "Attendez."],
    ...["Pièce", "Numéro", "Couvercle", "Socle", "7"],
  ]),
  German: sampleOf([
    ...["Reinigen der Sensoren", "Tragen Sie Handschuhe.", "Sind die Sensoren scharf?"],
    ...["Ja, und `clean(all)` ist es auch.", "Halten Sie den [Deckel](lid.md) geschlossen."],
    ...[
      "Das dauert z. B. 2,5 Minuten.",
      "Siehe auch",
      "Öffnen Sie den Deckel, und wählen Sie „**Start!**“.",
      "Warten Sie.",
    ],
    ...["Teil", "Nummer", "Deckel", "Sockel", "7"],
  ]),
  Danish: sampleOf([
    ...["Rengør sensorerne", "Brug handsker.", "Er sensorerne skarpe?", "Ja, og det er `clean(all)` også."],
    ...[
      "Hold [låget](lid.md) lukket.",
      "Det tager 2,5 minutter.",
      "Se også",
      "Åbn låget, og vælg derefter **Start!**",
      "Vent.",
    ],
    ...["Del", "Nummer", "Låg", "Bund", "7"],
  ]),
  Spanish: sampleOf([
    ...["Limpiar los sensores", "Use guantes.", "¿Son afilados los sensores?", "Sí, y también `clean(all)`."],
    ...[
      "Mantenga la [tapa](lid.md) cerrada.",
      "Tarda 2,5 minutos.",
      "Consulte también",
      "Abra la tapa y elija **¡Inicio!**",
      "Espere.",
    ],
    ...["Pieza", "Número", "Tapa", "Base", "7"],
  ]),
  Arabic: sampleOf([
    ...["تنظيف المستشعرات", "ارتدِ القفازات.", "هل المستشعرات حادة؟", "نعم، وكذلك `clean(all)`."],
    ...[
      "أبقِ [الغطاء](lid.md) مغلقًا.",
      "يستغرق ذلك ٢٫٥ دقيقة.",
      "راجع أيضًا",
      "افتح الغطاء، ثم اختر **ابدأ!**",
      "انتظر.",
    ],
    ...["الجزء", "الرقم", "الغطاء", "القاعدة", "٧"],
  ]),
  Hebrew: sampleOf([
    ...[
      "ניקוי החיישנים",
      "לבש כפפות.",
      "האם החיישנים חדים?",
      "כן, וגם `clean(all)`.",
      "השאר את [המכסה](lid.md) סגור.",
    ],
    ...[
      "זה נמשך 2.5 דקות.",
      "ראה גם",
      "פתח את המכסה ובחר **התחל!**",
      "המתן.",
      "חלק",
      "מספר",
      "מכסה",
      "בסיס",
      "7",
    ],
  ]),
  Hindi: sampleOf([
    ...["सेंसर साफ़ करें", "दस्ताने पहनें।", "क्या सेंसर नुकीले हैं?", "हाँ, और `clean(all)` भी।", "[ढक्कन](lid.md) बंद रखें।"],
    ...["इसमें 2.5 मिनट लगते हैं।", "यह भी देखें", "ढक्कन खोलें, फिर **प्रारंभ!** चुनें।", "प्रतीक्षा करें।"],
    ...["भाग", "संख्या", "ढक्कन", "आधार", "7"],
  ]),
  "Thai, which has no end marks": sampleOf([
    ...["ทำความสะอาดเซ็นเซอร์", "สวมถุงมือ", "เซ็นเซอร์คมหรือไม่", "ใช่และ `clean(all)` ก็เช่นกัน"],
    ...[
      "ปิด[ฝา](lid.md)ไว้",
      "ใช้เวลา 2.5 นาที",
      "ดูเพิ่มเติม",
      "เปิดฝา แล้วเลือก **เริ่ม!**",
      "รอ",
      "ชิ้นส่วน",
      "หมายเลข",
      "ฝา",
      "ฐาน",
      "7",
    ],
  ]),
};

describe("a page is lined up with its English, sentence by sentence, in", () => {
  for (const [language, { page, targets }] of Object.entries(LANGUAGES)) {
    test(language, () => {
      const expected = SOURCES.map((source, nth) => `${source} => ${targets[nth] ?? ""}`);
      const lines = alignedLines(page, ENGLISH).map((line) => line.replace(/^\? /, ""));
      assert.deepEqual(lines, expected);
    });
  }
});

test("a Thai blank in front of bold text, another script, a word said again or a conjunction ends no sentence", () => {
  const sentences = [
    ["The sensors measure wind, and rain, in all the zones.", "เซ็นเซอร์วัดลม และวัดฝนในทุกเขตต่าง ๆ"],
    ["Choose **All sensors**.", "เลือก **เซ็นเซอร์ทั้งหมด**"],
    [
      "Note that Skylark shows those that were not seen for a day in the list, too.",
      "โปรดทราบว่า Skylark จะแสดงเซ็นเซอร์ที่ไม่พบมาหนึ่งวันในรายการด้วย",
    ],
    ["Close the lid (gently).", "ปิดฝา (เบา ๆ)"],
    ["It has to be dry, which takes a while.", "ต้องแห้งก่อน ซึ่งใช้เวลาสักครู่"],
  ] as const;
  const [english, thai] = [0, 1].map((side) => sentences.map((pair) => pair[side] ?? "").join(" "));
  assert.deepEqual(
    alignedLines(`${thai ?? ""}\n`, `${english ?? ""}\n`).map((line) => line.replace(/^\? /, "")),
    sentences.map(([source, target]) => `${source} => ${target}`),
  );
});
