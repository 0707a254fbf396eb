import type { ChatTopic, UiLang } from "./types.ts";

/** Small talk by the whole of a short message, folded, punctuation away. First match wins. */
const TOPICS: readonly { readonly topic: ChatTopic; readonly pattern: RegExp }[] = [
  {
    topic: "thanks",
    pattern:
      /^(?:(?:好[的嘞哒吧]?|ok|okay|嗯+|哦|明白了?|懂了|收到了?|知道了?|了解了?|got it|great|cool|perfect|nice)[\s,，]*)*(?:谢谢|谢了|多谢|感谢|唔该|感恩|thx|thanks?|thank you|thank u|ty|cheers|much appreciated|appreciate it)(?:晒|你|您|啦|了|哦|啊|呀|哈|a lot|so much|very much|[\s,，!~]|that (?:was|is|'s) (?:very |really )?helpful|for (?:the|your) help|帮忙|帮助|辛苦了?|🙏|👍)*$/u,
  },
  {
    topic: "thanks",
    pattern:
      /^(?:ok|okay|好[的嘞哒吧]?|行|收到(?:了)?|明白了?|懂了|知道了?|了解了?|嗯+|got it|great|cool|perfect|nice|understood|sounds good|不错|太好了|厉害|棒|赞|👍)(?:[\s,，]*(?:ok|好的?|收到|明白|知道|got it|thx|谢谢|thanks|了|啦|呀|哦|👍))*$/u,
  },
  {
    topic: "farewell",
    pattern:
      /^(?:好的?|那|ok|谢谢|多谢|thanks|辛苦了?|[\s,，])*(?:再见|拜拜|bye(?:\s?bye)?|goodbye|see you(?: later)?|回头见|晚安|good night|(?:下次|回头|改天|改日|有空|以后)(?:再)?(?:聊|问|说|见|倾|讲)|回见|88|先这样|掰掰|再会|退出|告辞)(?:了|啦|咯|~|[\s,，!])*$/u,
  },
  {
    topic: "greeting",
    pattern:
      /^(?:你好|您好|妳好|哈喽|哈啰|嗨|嘿|hi|hello|hey|yo|早|早上好|早安|早晨|上午好|中午好|下午好|午安|晚上好|good (?:morning|afternoon|evening|day)|在吗|在不在|在线吗|有人(?:在)?吗|有冇人|(?:有人)?喺度(?:吗|嘛|未)?|在么|喂|大家好|nihao|ni hao|greetings|howdy|在吗|hey there|hi there|hello there|what'?s up|sup)(?:呀|啊|哦|哈|呢|吗|嘛|啦|there|everyone|all|bot|机器人|小助手|[\s,，!~。.👋😊🙂]|\p{Extended_Pictographic})*$/u,
  },
  {
    topic: "identity",
    pattern:
      /(?:你(?:到底)?(?:是|系|係)(?:谁|什么|哪位|边个|机器人|人工智能|ai|真人|人)|你(?:叫|名字)(?:什么|啥|叫|是)?|介绍(?:一下)?(?:你)?自己|自我介绍|^(?:who|what) (?:are|r) (?:you|u)|what'?s your name|are you (?:a |an )?(?:bot|robot|human|ai|real)|introduce yourself|who (?:made|built|created) you|谁(?:做|开发|创造|造)(?:的|了)你)/u,
  },
  {
    topic: "help",
    pattern:
      /^(?:help|帮助|求助|怎么用|如何使用|使用说明|使用方法|功能|菜单|menu|说明|点样用|怎么玩)[?!。\s]*$|(?:你|您|this bot|you)(?:都|还)?(?:能|会|可以|可|有)?(?:帮我|帮忙|为我)?(?:做|干|回答|问|查|提供)?(?:点|些|一些)?(?:什么|啥|哪些|咩|乜)(?:功能|用|事|问题|东西|的)?[?!。呢啊呀吗\s]*$|(?:能|可以|会)(?:问|帮我查|回答)(?:你)?(?:什么|啥|哪些)|what can (?:you|u|i ask|this bot)|how (?:do|can|should) (?:i|you) (?:use|ask)|how does (?:this|it) work|你有什么用|有什么功能|能干(?:点)?(?:啥|什么)|会(?:点)?(?:啥|什么)[?]?$/u,
  },
];

/** Small talk that the whole of a folded message is; undefined where it asks for something. */
export function readChat(folded: string): ChatTopic | undefined {
  const text = folded
    .replace(/[。.!！?？~～…]+/g, " ")
    .replace(/[,，、]+/g, ",")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "" || text.length > 60) return undefined;
  const whole = topicOf(text);
  if (whole !== undefined) return whole;
  // 谢谢啦,回头再聊: small talk piece by piece; the last piece is what is replied to.
  const pieces = text.split(",").map((piece) => topicOf(piece.trim()));
  return pieces.every((topic) => topic !== undefined) ? pieces.at(-1) : undefined;
}

const topicOf = (text: string): ChatTopic | undefined => TOPICS.find((t) => t.pattern.test(text))?.topic;

/** Orders to the bot itself rather than questions: they get a plain refusal, whatever words of the library they hold. */
const INJECTION =
  /(?:ignore|disregard|forget|skip|bypass).{0,40}(?:rules?|instructions?|articles?|prompt|sources?)|(?:忘掉|忘记|忘了|忽略|无视|不要管|跳过|抛开).{0,20}(?:指令|规则|提示|文章|资料|限制|要求)|system prompt|系统提示词|环境变量|environment variables?|bot token|api key|developer mode|开发者模式|jailbreak|(?:扮演|假装|pretend|act as|role-?play).{0,40}|(?:just (?:tell|say)|照我说的|跟着我(?:说|念)|repeat after me|念一遍)/u;

export const isInjection = (folded: string): boolean => INJECTION.test(folded);

const REPLIES: Readonly<Record<ChatTopic, { readonly zh: string; readonly en: string }>> = {
  greeting: {
    zh: "你好！问我中国海关的数字、对比或做法，我用文章原话作答。",
    en: "Hello! Ask me about China's customs: figures, comparisons, who and how. I answer with quotes.",
  },
  thanks: { zh: "不客气，随时再问。", en: "You're welcome. Ask again any time." },
  farewell: { zh: "再见，有问题随时来问。", en: "Goodbye. Come back with questions any time." },
  identity: {
    zh: "我是“关问”，一个查文章的机器人：只说文章里有的，每个答案都附原文引文;文章里没有的，我会直说。",
    en: "I'm Guanwen, a bot that reads a small library of articles on China's customs. Every answer comes with a quote; what the articles don't hold, I say so.",
  },
  help: {
    zh: "可以问：数字(收了多少税)、对比(两年差多少、哪个快)、人和做法(谁说的、怎么做)。也可以接着问“那出口呢”。/sources 看有哪些文章。",
    en: "Ask for figures (how much tax), comparisons (how much more than, which is faster), people and methods (who said, how). Follow-ups such as “and exports?” work. /sources lists the articles.",
  },
};

/** The friendly line for small talk. */
export const chatReply = (topic: ChatTopic, lang: UiLang): string =>
  REPLIES[topic][lang === "en" ? "en" : "zh"];
