import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAssistant, type LoadedAssistant } from "../../src/assistant.ts";
import { articleText } from "./library-folder.ts";

/** Three yearly reports of an invented port, which differ in what they say of 2021. */
const REPORTS: Readonly<Record<string, string>> = {
  "2021": "2020年，云岛港货物吞吐量为1000万吨。2020年，云岛港查获走私案件30起。",
  "2022": "2021年，云岛港货物吞吐量为1200万吨，同比增长20%。2021年，云岛港开行班列56列。",
  "2023": "2022年，云岛港货物吞吐量为1350万吨。2021年，云岛港货物吞吐量为1260万吨。",
};

/** The assistant over the reports, with the shipped glossary. */
export function yearlyAssistant(reports: Readonly<Record<string, string>> = REPORTS): LoadedAssistant {
  const dir = mkdtempSync(join(tmpdir(), "guanwen-yearly-"));
  for (const [year, body] of Object.entries(reports)) {
    const fields = { id: `port-${year}`, title: `云岛港年报${year}`, published: `"${year}-01-20"` };
    writeFileSync(join(dir, `port-${year}.zh.md`), articleText(fields, `## 概况\n\n${body}\n`));
  }
  try {
    return createAssistant({ dir });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
