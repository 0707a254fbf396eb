/** @typedef {"zh-hans" | "zh-hant" | "en"} Lang */

/** Every word of the page: Simplified, Traditional, English. */
const TEXTS = /** @type {const} */ ({
  private: ["私聊", "私聊", "Private"],
  group: ["群组", "群組", "Group"],
  friends: ["任意聊天", "任意聊天", "Any chat"],
  "private-about": ["一对一问答", "一對一問答", "One to one"],
  "group-about": ["话题、提及、回复", "話題、提及、回覆", "Topics, mentions, replies"],
  "friends-about": ["内联：@机器人 + 关键词", "內嵌：@機器人 + 關鍵詞", "Inline: @bot and words"],
  "speak-as": ["以谁的身份说话", "以誰的身份說話", "Speak as"],
  language: ["这位用户的语言", "這位用戶的語言", "This person's language"],
  dark: ["深色", "深色", "Dark"],
  light: ["浅色", "淺色", "Light"],
  reset: ["清空重来", "清空重來", "Start over"],
  "reset-sure": [
    "清空所有对话，从头开始？",
    "清空所有對話，從頭開始？",
    "Clear every conversation and start over?",
  ],
  yes: ["清空", "清空", "Clear"],
  no: ["取消", "取消", "Cancel"],
  knowledge: ["资料总览", "資料總覽", "Knowledge"],
  "knowledge-about": ["文章、数字、年份表", "文章、數字、年份表", "Articles, figures, years"],
  menu: ["打开侧栏", "打開側欄", "Open the side bar"],
  close: ["关闭", "關閉", "Close"],
  panel: ["幕后", "幕後", "Behind the scenes"],
  bot: ["机器人", "機器人", "bot"],
  typing: ["正在输入…", "正在輸入…", "typing…"],
  members: ["位成员", "位成員", "members"],
  "not-member": ["关问不在这个群里", "關問不在這個群裡", "Guanwen is not in this group"],
  offline: ["连接断开，正在重连…", "連線中斷，正在重連…", "Connection lost, trying again…"],
  general: ["综合", "綜合", "General"],
  start: ["开始", "開始", "START"],
  "private-empty": [
    "直接打字提问，或点一个例子。",
    "直接打字提問，或點一個例子。",
    "Type a question, or press one of these.",
  ],
  "group-empty": [
    "群里用 /ask、提到机器人或回复它，它才说话。换个人说话，在侧栏里选。",
    "群裡用 /ask、提到機器人或回覆它，它才說話。換個人說話，在側欄裡選。",
    "In groups the bot speaks when you use /ask, mention it or reply to it. Pick who speaks in the side bar.",
  ],
  "friends-empty": [
    "机器人不在这个群里。输入 @{bot} 加关键词，边打边出结果，选一条发出去；直接发出去也会得到回答。",
    "機器人不在這個群裡。輸入 @{bot} 加關鍵詞，邊打邊出結果，選一條發出去；直接發出去也會得到回答。",
    "The bot is not in this group. Type @{bot} and a few words, results come as you type, pick one; sent as it is, it is answered too.",
  ],
  "try-inline": ["试试内联", "試試內嵌", "Try inline"],
  "try-mention": ["试试提及", "試試提及", "Try a mention"],
  message: ["输入消息", "輸入訊息", "Message"],
  "message-group": ["输入消息，@ 提到机器人", "輸入訊息，@ 提到機器人", "Message, @ mentions the bot"],
  "message-friends": [
    "输入消息，@{bot} 加关键词",
    "輸入訊息，@{bot} 加關鍵詞",
    "Message, or @{bot} and words",
  ],
  send: ["发送", "發送", "Send"],
  save: ["保存修改", "儲存修改", "Save the change"],
  commands: ["命令菜单", "命令選單", "Command menu"],
  people: ["成员", "成員", "Members"],
  results: ["内联结果", "內嵌結果", "Inline results"],
  "no-results": ["没有结果", "沒有結果", "No results"],
  searching: ["查找中…", "查找中…", "Searching…"],
  reply: ["回复", "回覆", "Reply"],
  "reply-part": ["引用这一段回复", "引用這一段回覆", "Reply to this part"],
  edit: ["编辑", "編輯", "Edit"],
  remove: ["删除", "刪除", "Delete"],
  details: ["幕后", "幕後", "Behind it"],
  edited: ["已编辑", "已編輯", "edited"],
  editing: ["编辑消息", "編輯訊息", "Edit message"],
  "only-you": ["只有 {name} 看得到", "只有 {name} 看得到", "Only {name} can see this"],
  via: ["经由 @{bot}", "經由 @{bot}", "via @{bot}"],
  fold: ["收起", "收起", "Fold"],
  unfold: ["展开", "展開", "Unfold"],
  joined: ["{names} 加入了群组", "{names} 加入了群組", "{names} joined the group"],
  left: ["{names} 离开了群组", "{names} 離開了群組", "{names} left the group"],
  topic: ["话题“{name}”已建立", "話題「{name}」已建立", "Topic “{name}” was created"],
  other: ["{name}", "{name}", "{name}"],
  copied: ["已复制", "已複製", "Copied"],
  late: ["机器人没有回应", "機器人沒有回應", "The bot did not respond"],
  ok: ["好", "好", "OK"],
  today: ["今天", "今天", "Today"],
  "to-bottom": ["到最新", "到最新", "To the newest"],
  "photo-alt": ["机器人发来的图片", "機器人傳來的圖片", "Picture sent by the bot"],
  "panel-hint": [
    "点一条机器人消息上的 { }，看它怎样理解问题，以及它与 Bot API 的往来。",
    "點一條機器人訊息上的 { }，看它怎樣理解問題，以及它與 Bot API 的往來。",
    "Press { } on a message of the bot's to see how the question was understood, and the Bot API calls behind it.",
  ],
  trace: ["怎样理解和查找", "怎樣理解和查找", "How it was understood and found"],
  "no-trace": [
    "这条消息不是查出来的回答。",
    "這條訊息不是查出來的回答。",
    "This message is not an answer from the articles.",
  ],
  calls: ["Bot API 往来", "Bot API 往來", "Bot API exchange"],
  "latest-calls": ["最近的调用", "最近的呼叫", "Latest calls"],
  received: ["收到", "收到", "received"],
  called: ["调用", "呼叫", "called"],
  answered: ["返回", "傳回", "answered"],
  "no-calls": ["还没有调用", "還沒有呼叫", "No calls yet"],
});

/** @typedef {keyof typeof TEXTS} TextKey */

/** @type {Record<Lang, 0 | 1 | 2>} */
const COLUMN = { "zh-hans": 0, "zh-hant": 1, en: 2 };

/** The languages, each in its own words. @type {readonly (readonly [Lang, string])[]} */
export const LANGUAGES = [
  ["zh-hans", "简体中文"],
  ["zh-hant", "繁體中文"],
  ["en", "English"],
];

/** @param {string | undefined} code @returns {Lang} */
export const langOf = (code) => (code === "zh-hant" || code === "en" ? code : "zh-hans");

/** What `lang` attributes want. @param {Lang} lang */
export const htmlLang = (lang) => ({ "zh-hans": "zh-Hans", "zh-hant": "zh-Hant", en: "en" })[lang];

/**
 * The words for `key`, with `{name}` filled in from `values`.
 * @param {Lang} lang @param {TextKey} key @param {Record<string, string>} [values] @returns {string}
 */
export function text(lang, key, values = {}) {
  return TEXTS[key][COLUMN[lang]].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
