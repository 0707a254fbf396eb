import { act, listen } from "./api.js";
import { mountComposer } from "./composer.js";
import { byId } from "./dom.js";
import { drawHead, drawTopics } from "./head.js";
import { drawLog, mountLog } from "./log.js";
import { drawPanel } from "./panel.js";
import { drawSide } from "./side.js";
import { apply, change, fetchWorld, lang, onChange, recallChoices, state } from "./store.js";
import { htmlLang } from "./texts.js";

recallChoices();
mountLog();
mountComposer();
onChange(() => {
  document.documentElement.lang = htmlLang(lang());
  byId("app").dataset["mode"] = state.mode;
  byId("app").classList.toggle("side-open", state.isSideOpen);
  byId("app").classList.toggle("panel-open", state.isPanelOpen);
  byId("veil").hidden = !state.isSideOpen;
});
for (const draw of [drawSide, drawHead, drawTopics, drawLog, drawPanel]) onChange(draw);

byId("veil").addEventListener("click", () => change({ isSideOpen: false }));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (state.replyTo !== null || state.editing !== null) change({ replyTo: null, editing: null });
  else if (state.isSideOpen) change({ isSideOpen: false });
  else if (state.isPanelOpen) change({ isPanelOpen: false });
});

listen(apply, (isConnected) => change({ isConnected }));
await fetchWorld();
// For whoever looks at the page with the browser's own tools.
Object.assign(globalThis, { guanwen: { state, act } });
