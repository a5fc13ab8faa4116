import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** How many pages; as many, and as large on the whole, as the side-by-side corpus that the figures are known for. */
const PAGES = 500;
const PAIRS_PER_PAGE = 80;
/** Of the one page that is a single table. */
const LARGE_PAIRS = 1_074;

/** Writes made-up localized pages into an empty folder. The same bytes every time. */
export async function generateFolder(folder) {
  await mkdir(join(folder, "docs"));
  await writeFile(join(folder, "docs/large.md"), largePage());
  for (let nth = 0; nth < PAGES; nth++)
    await writeFile(join(folder, `docs/page-${nth}.md`), ordinaryPage(nth));
}

function largePage() {
  const cell = (row, column) => {
    const link = (text) => `[${text}](page-${row}.md?view=1#routers)`;
    const target = `返回路由器 ${row} 的 ${link("设置值")}，前提是该路由器已经打开并且可以访问。`;
    const source = `Returns the ${link("value")} of router ${row}, provided that the router is turned on and can be reached.`;
    return pair("1a2b3", 103 + row * 3 + column, target, source);
  };
  const rows = Array.from(
    { length: LARGE_PAIRS / 3 },
    (_, row) => `|${[0, 1, 2].map((column) => cell(row, column)).join("|")}|`,
  );
  const heading = `# <a name="table"></a>${pair("1a2b3", 102, "大表", "Large table")}`;
  return `${header("大表")}\n${heading}\n\n|A|B|C|\n|:---|:---|:---|\n${rows.join("\n")}\n`;
}

function ordinaryPage(nth) {
  const prefix = (0x10000 + nth).toString(16).slice(-5);
  const paragraphs = Array.from({ length: PAIRS_PER_PAGE }, (_, index) => {
    const source = `Open the **settings** of router ${index} and see [page ${index}](page-${(nth + index) % PAGES}.md#routers) for \`show ip\`.`;
    const target = `打开路由器 ${index} 的**设置**，请参阅[页面 ${index}](page-${(nth + index) % PAGES}.md#routers) 中的 \`show ip\`。`;
    return `${index % 3 === 0 ? "- " : ""}${pair(prefix, 104 + index, target, source)}\n`;
  });
  return `${header(`页面 ${nth}`)}\n# <a name="routers"></a>${pair(prefix, 103, "路由器", "Routers")}\n\n${paragraphs.join("\n")}`;
}

function header(title) {
  const hash = "0123456789abcdef0123456789abcdef01234567";
  return `---
title: ${title}
ms.date: 01/15/2024
ms.openlocfilehash: ${hash}
ms.sourcegitcommit: ${hash}
ms.translationtype: MT
ms.contentlocale: zh-CN
ms.lasthandoff: 01/20/2024
ms.locfileid: "12345678"
---`;
}

function pair(prefix, number, target, source) {
  const id = `${prefix}-${number}`;
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
}
