import type { OUTSIDE } from "./blocks.ts";

/** Why a line was left out; shown in the report. */
export type DropReason =
  | "navigation"
  | "share bar"
  | "by-line or date line"
  | "by-line"
  | "editors' line"
  | "picture caption"
  | "hotline or contact of the site"
  | "legal notice of the site"
  | "comments"
  | "related links"
  | "ranking"
  | "advertisement"
  | "end mark or page number"
  | "the title again"
  | "above the title"
  | "left over behind the text"
  | typeof OUTSIDE;

export interface LineRule {
  readonly reason: DropReason;
  /** Tried on the folded line (`foldText`: half width, Simplified, lower case). */
  readonly pattern: RegExp;
  /** Longest line, in characters, that it is tried on; longer lines are prose. */
  readonly longest: number;
  /** Only above or below the running text: between its paragraphs such a line may be the article's own. */
  readonly beside?: true;
  /** Lines that it takes, for the tests. */
  readonly examples: readonly string[];
}

/** Names of places to share on, as buttons carry them. */
const SHARE_TARGETS =
  "微信(?:好友|朋友圈)?|微博|新浪微博|腾讯微博|朋友圈|qq(?:空间|好友)?|人人网?|豆瓣|贴吧|知乎|抖音|钉钉|复制链接|facebook|twitter|x|linkedin|whatsapp|telegram|weibo|wechat|e-?mail|copy link|line";
/** Tools beside an article. */
const PAGE_TOOLS =
  "分享(?:到|至|本文)?|打印(?:本[页文稿])?|收藏(?:本[页文])?|关闭(?:窗口|本页)?|字[号体](?:大小)?|【?[大中小]】?|\\[[大中小]\\]|t\\|t|a[+-]|[+＋-]|返回(?:顶部|首页|列表|上一页)?|复制|举报|纠错|推荐|点赞|赞|评论|转发|听新闻|朗读|语音播报|手机(?:看|阅读|版)|扫码阅读|(?:全文|阅读|约需|需要?|约)+\\d{1,2}分钟|\\d{1,2}[ -]min(?:ute)?s? read|print|share(?: this(?: article| story)?)?|save|listen|font size";
/** First parts of a path to the page. */
const HOME = "首页|主页|网站首页|新闻首页|home|front page|网站地图";

const OPENING = "[(【\\[\\s■□◎●]*";
/** Those who make a page ready; what stands behind the colon is a name, also a pen name or a department. */
const STAFF =
  "版式(?:设计)?|美术?编辑?|美编|制图|责任?编辑?|责编|编辑|编审|编校|网络?编辑|执行编辑|值班编[辑委]|校对|校审|审核|审校|审读|初审|复审|终审|[一二三]审|监制|总监制|签发|签审|主编|总编辑?|副主编|供稿|来稿|editors?|edited by|editing by|reporting by|proofreader|web editor";
/** Those who wrote or drew it: words that begin sentences of interviews and lists too, so only names may follow. */
const MAKERS =
  "作者|记者|通讯员|撰稿|撰文|文字?|图片?|摄影|视频|海报|设计|排版|翻译|译者|策划|统筹|出品|制作|剪辑|实习(?:生|编辑|记者)?|author|writer|written by|compiled by|translated by|video|graphics?";
const NAME =
  "[\\u4e00-\\u9fff]{1,2}·[\\u4e00-\\u9fff]{1,6}|[\\u4e00-\\u9fff]{2,3}|[\\u4e00-\\u9fff]{2,12}(?:社|网|报|刊|处|科|室|部|台|中心|海关|公司|媒体|工作室)|[a-z][a-z.'-]*(?: [a-z][a-z.'-]*){0,3}";

/** What a paper says of itself on its last line. */
const IMPRINT =
  "社址|地址|邮编|邮政编码|邮发代号|刊号|零售|定价|(?:订报|订阅|发行|广告|总编室|编辑部|报社)(?:部|处)?(?:电话|热线)?|电话|传真|印刷";

/** What a whole line shows by itself to be no part of an article. General wording of sites and papers only. */
export const LINE_RULES: readonly LineRule[] = [
  {
    reason: "navigation",
    pattern:
      /^(?:(?:您|你)?(?:的)?(?:当前|现在|所在|目前)(?:的|所在)?(?:位置|栏目)(?:是|在)?|您的位置|位置)\s*[::]/,
    longest: 80,
    examples: ["您当前的位置：首页 > 要闻", "当前位置: 网站 > 动态"],
  },
  {
    reason: "navigation",
    pattern: new RegExp(`^(?:${HOME})\\s*(?:[>/»›|·→-]|>>|$)`),
    longest: 120,
    examples: ["首页 > 动态 > 正文", "首页 /", "Home / News / Story"],
  },
  {
    reason: "navigation",
    pattern: /^[^。!?;]{1,40}(?:>|»|›|\/)\s*(?:正文|详情|内容|story|article)\s*$/,
    longest: 80,
    examples: ["要闻 > 地方 > 正文"],
  },
  {
    reason: "navigation",
    pattern:
      /^(?:正文|设为首页|加入收藏|登录|注册|登录\s*[|/]?\s*注册|搜索|请输入关键[词字].*|菜单|导航|更多|更多>*|查看更多|查看全文|展开(?:全文|全部|阅读)?|收起|返回(?:顶部|首页|列表|上一页)?|关闭(?:窗口)?|上一页|下一页|上一篇|下一篇|无障碍(?:浏览|阅读)?|繁体(?:版|中文)?|简体(?:版|中文)?|english(?: version)?|skip to (?:main )?content|menu|search|sign in|log ?in|register|subscribe|back to top)$/,
    longest: 30,
    examples: ["返回顶部", "Skip to content", "更多>>"],
  },
  {
    reason: "navigation",
    pattern:
      /^(?:阅读)?(?:上一篇|下一篇|上一条|下一条|上一页|下一页|previous(?: article| story)?|next(?: article| story)?)\s*[::]/,
    longest: 120,
    examples: ["阅读下一篇：", "上一篇：口岸新开两条航线", "Next: Ports open early"],
  },
  {
    reason: "navigation",
    pattern: /^(?:设为首页|加入收藏|手机版|客户端)\s*[|/·]/,
    longest: 120,
    examples: ["设为首页 | 加入收藏 | 手机版"],
  },
  {
    // The bar of a site's sections: four names or more, none with a number or the mark of a sentence.
    reason: "navigation",
    beside: true,
    pattern: /^(?:[^\s|,。!?;:\d][^|,。!?;:\d]{0,15}\|\s*){3,}[^|,。!?;:\d]{1,16}$/,
    longest: 160,
    examples: ["要闻 | 口岸 | 财经 | 评论 | 登录", "News | Ports | Opinion | Sign in"],
  },
  {
    reason: "navigation",
    pattern: /^(?:今天|现在)是?\s*[::]?\s*\d{4}年|^(?:今日)?天气\s*[::]|^(?:weather\s*:|today is\b)/,
    longest: 60,
    examples: ["今天是2024年11月22日 星期五", "今日天气：多云"],
  },
  {
    reason: "share bar",
    pattern: /^分享(?:(?:到|至|本文|给.{1,6})?\s*[::]|到?$|到\s*(?:微|朋友|q)|让更多人看到)[^。]*$/,
    longest: 40,
    examples: ["分享到：", "分享到：微信 微博 打印本页"],
  },
  {
    reason: "share bar",
    pattern: new RegExp(`^(?:[【[(]?(?:${SHARE_TARGETS}|${PAGE_TOOLS})[】\\])]?[\\s:|/,、·]*)+$`),
    longest: 80,
    examples: [
      "字号：【大】【中】【小】",
      "【打印】【关闭】",
      "微信 微博 QQ空间",
      "大 中 小 打印",
      "Share this article",
      "Share: Facebook WhatsApp | 3 min read",
    ],
  },
  {
    reason: "share bar",
    pattern:
      /^(?!.*[。!?]$).*扫[一描码]扫?.{0,12}(?:二维码|打开|阅读|手机|分享|关注|查看)|^(?:长按|扫描|识别).{0,10}二维码|^用(?:微信|手机).{0,10}扫/,
    longest: 40,
    examples: ["扫一扫在手机打开当前页", "长按识别二维码关注我们"],
  },
  {
    reason: "share bar",
    pattern:
      /^(?:点击|请|欢迎|立即|马上)?(?:关注|订阅|下载|打开)(?:.{0,10})(?:公众号|微信号|客户端|视频号|官方微博|app)|^点击.{0,10}(?:蓝字|关注|订阅|名片)|^(?:follow|like) us (?:on|at)\b|^download (?:our|the) app\b/,
    longest: 50,
    examples: [
      "欢迎关注本台官方微信公众号",
      "点击上方蓝字关注我们",
      "下载海港新闻客户端",
      "Follow us on Telegram",
    ],
  },
  {
    reason: "picture caption",
    pattern:
      /^(?:[(〔【[])?(?:图\s*(?:[①-⑳\d]{1,2}|[一二三四五六七八九十]{1,2}|片|中|左|右|上|下)?\s*[::]|图\s*(?:为|示)(?!此|何|什么)|(?:[上下左右]|[本]版|题|封面|头|配|资料|以上)\s*图(?:片)?\s*(?:为|[::])|[(]?资料图片?[)]?\s*$)/,
    longest: 200,
    examples: [
      "图①：关员登船检查。",
      "图为货轮靠港。",
      "上图：车辆驶出口岸。",
      "图片：船舶进港",
      "（资料图）",
      "图1：口岸夜景",
    ],
  },
  {
    reason: "picture caption",
    pattern:
      /[\s。,:(](?:[^\s。]{0,14}(?:记者|通讯员|特约))?\s*[\u4e00-\u9fff·]{2,8}\s*(?:摄|摄影|供图|配图)\s*(?:\/\s*[\u4e00-\u9fff]{2,8})?\)?\s*$|图片?由[^。,]{2,16}(?:提供|供图)\)?。?$/,
    longest: 160,
    examples: ["关员在码头核对单证。 王某 摄", "货轮在港口作业。海城日报 供图", "（图片由海城海关提供）"],
  },
  {
    reason: "picture caption",
    pattern:
      /(?:^|[\s。(])(?:新华社|中新社|视觉中国|人民视觉|影像中国|ic photo|cfp)\s*(?:发|供图|图|照片|记者[^。]{2,12}摄)?[)）]?\s*$|^[^。!?]{4,60}记者\s*[\u4e00-\u9fff·]{2,4}\s*摄$/,
    longest: 160,
    examples: ["集装箱码头一角。新华社发", "会议现场海城记者丁一平摄", "港口夜色。视觉中国"],
  },
  {
    reason: "picture caption",
    pattern:
      /^(?:photo|image|picture|caption|file photo|photograph)s?\s*(?:[::]|by\b|courtesy\b|credit\b)|^\(?(?:file )?photo(?:graph)?s? (?:by|courtesy)\b|\((?:photo|image|xinhua|ap photo|getty)[^)]*\)\s*$/,
    longest: 200,
    examples: ["Photo: a crane at dusk", "Trucks wait at the gate. (Photo by J. Doe)"],
  },
  {
    reason: "editors' line",
    pattern: new RegExp(`^${OPENING}(?:${STAFF})\\s*[:|丨/]\\s*[^。!?;]{1,40}[)】\\]]?$`),
    longest: 90,
    examples: [
      "责任编辑：方某",
      "（责编：李某、王某）",
      "编辑:江某 校对:何某",
      "版式设计：乔某",
      "[责任编辑：林某]",
      "Editor: J. Doe",
    ],
  },
  {
    reason: "editors' line",
    pattern: new RegExp(
      `^${OPENING}(?:${MAKERS})\\s*[:|丨/]\\s*(?:${NAME})(?:[\\s、,/;&]+(?:${NAME}))*[)】\\]]?$`,
    ),
    longest: 90,
    examples: ["作者：方某", "（记者 | 李某、王某）", "摄影：海城日报", "Author: Jane Doe"],
  },
  {
    reason: "editors' line",
    pattern:
      /^(?:additional|further) reporting by\b|^(?:•\s*)?this (?:article|story) was (?:amended|updated|corrected)\b|^(?:原标题|原题|标签|关键[词字]|主题词|tags?|topics?|keywords?|filed under|slug)\s*[::]/,
    longest: 120,
    examples: [
      "原标题：口岸的清晨",
      "标签：外贸 口岸",
      "Tags: ports, trade",
      "Additional reporting by Sam Low",
    ],
  },
  {
    reason: "editors' line",
    beside: true,
    pattern:
      /^(?:correction|clarification|editor'?s? note|update)s?\s*[::-].*\b(?:earlier|previous|original|this) (?:version|story|article|report)\b|^(?:更正|勘误)(?:说明|启事)?\s*[::]/,
    longest: 300,
    examples: [
      "Correction: an earlier version of this report gave the wrong harbour.",
      "更正：前文第二段中的码头名称应为北埠。",
    ],
  },
  {
    // What a transcript says of itself.
    reason: "legal notice of the site",
    beside: true,
    pattern:
      /^[(【*※]?(?:注[::])?[^。!?,]{0,12}(?:实录|速记|文字稿|整理稿|纪要)[^。!?]{0,16}(?:为准|仅供参考|未经[^。]{0,12}(?:审[核阅定]|确认))[^。]{0,10}。?[)】]?$/,
    longest: 60,
    examples: ["（文字实录以现场发言为准）", "本实录未经发言人审阅。", "速记内容仅供参考"],
  },
  {
    reason: "hotline or contact of the site",
    beside: true,
    pattern:
      /^(?!.*[。!?]$)[^。!?;,]{0,16}(?:热线|纠错|投稿|爆料|举报|客服|广告(?:服务|合作|刊登|投放)|商务合作|联系我们|报料|订阅热线|发行(?:电话|热线)|newsroom|contact us|tip line)[^。!?]{0,12}(?:[::]|电话|邮箱|e-?mail|\d{3,})/,
    longest: 120,
    examples: ["新闻热线：0000-5550199", "投稿邮箱：desk@paper.example", "违法和不良信息举报电话：0000-123"],
  },
  {
    reason: "hotline or contact of the site",
    pattern:
      /^[^。!?]{0,60}(?:投稿|来稿|供稿|联系|举报|合作)?(?:邮箱|信箱|e-?mail)\s*[::]\s*[\w.+-]+@[\w.-]+\s*$|^[\w.+-]+@[\w.-]+$/,
    longest: 120,
    examples: ["邮箱：desk@paper.example", "desk@paper.example"],
  },
  {
    // Two particulars of the paper: where it is made, what it costs, whom to call.
    reason: "hotline or contact of the site",
    beside: true,
    pattern: new RegExp(
      `^[^。!?;]{0,30}?(?:${IMPRINT})\\s*[:\\s]\\s*\\S[^。!?;]{0,60}\\s(?:${IMPRINT})[^。!?;]{0,60}$`,
    ),
    longest: 160,
    examples: [
      "海城晚报社 地址：海城市中心路1号 订报电话：0000-5550100 零售每份1元",
      "社址：海城市中心路1号 邮编：000000",
    ],
  },
  {
    reason: "legal notice of the site",
    beside: true,
    pattern:
      /版权(?:所有|声明|归[^。]{0,20}所有)|(?:未经|不得)[^。]{0,24}转载|转载请(?:注明|联系)|icp[备证]|公网安备|(?:互联网新闻|信息网络传播|视听节目|增值电信|广播电视)[^。]{0,16}许可证|备案号\s*:|免责声明|^(?:郑重)?声明\s*:|^(?:特别|温馨)?(?:提示|声明|说明)\s*:.{0,60}(?:转载|版权|侵权|删除)|(?:本文|文章|内容)(?:仅|只)?代表作者|如有侵权|all rights reserved|^(?:©|\(c\)|copyright)|terms of (?:use|service)|privacy policy|cookie policy|we use cookies/,
    longest: 240,
    examples: [
      "版权所有 海城在线 未经授权不得转载",
      "备案号：某ICP备00000000号",
      "© 2025 Harbour Weekly. All rights reserved.",
      "声明：转载此文出于传递信息之目的。",
    ],
  },
  {
    reason: "legal notice of the site",
    pattern: /^(?:关于我们|网站(?:地图|声明|简介)|广告服务|联系我们|友情链接|about us)\s*[|/·\s]/,
    longest: 160,
    examples: ["关于我们 | 友情链接 | 网站声明"],
  },
  {
    reason: "comments",
    pattern:
      /^(?:(?:我要|我来|发表|查看|参与|全部|最新|最热|热门|精彩|网友|用户)*评论(?:一下|区|列表)?(?:\s*[((]?\d*[))]?)?|评论\s*\d+\s*人参与.*|已有\s*\d+\s*(?:人(?:参与|评论|点赞|阅读|浏览)|条评论).{0,24}|\d+\s*(?:人参与|条评论|人评论).{0,12}|快来抢.{0,12}|还没有(?:人)?评论.{0,10}|暂无评论.{0,8}|登录后?(?:发表|参与)?(?:评论|发言).{0,8}|文明上网.{0,30}|我有话说.{0,8}|leave a (?:comment|reply)|(?:no|\d+) comments?(?: yet)?|post a comment|join the (?:conversation|discussion))$/,
    longest: 60,
    examples: [
      "评论一下",
      "快来抢沙发~",
      "评论 5人参与，2条评论",
      "已有3人参与，点击看全部",
      "我要发表评论",
      "3 comments",
    ],
  },
  {
    reason: "comments",
    pattern:
      /^(?:网友|用户|游客|来自.{1,6}的网友)\s*[“"'[【].{1,20}[”"'\]】]\s*[::]|^.{0,10}(?:点赞|回复)\s*\(?\d*\)?\s*(?:点赞|回复)\s*\(?\d*\)?$/,
    longest: 400,
    examples: ["网友“海鸟”：写得不错。"],
  },
  {
    reason: "ranking",
    pattern:
      /^(?:\d+小?时|今日|本周|一周|24h|周|月)?(?:热门|新闻|点击|阅读|浏览|人气|评论)?(?:排行榜?|热榜|热搜榜?)$|^(?:阅读|浏览|点击)(?:量|数|次数)?\s*[::]?\s*[\d,.]+\s*万?\+?次?$|^\d+\s*(?:views?|reads?|shares?|likes?)$/,
    longest: 30,
    examples: ["48小时点击排行", "新闻排行榜", "浏览次数：1024", "1024 views"],
  },
  {
    reason: "advertisement",
    pattern:
      /^[([【]?(?:广告|推广|赞助内容|advertisements?|sponsored(?: content)?|promoted|ad)[)\]】]?(?:\s*[::].*)?$|^[^。!?]*(?:订购|订货|抢购|加盟|招商|详询|垂询|咨询热线|购买请?|报名|预约看房)(?:热线|电话|请?拨打?|咨询)?\s*[::]?\s*\d[\d-]{6,}\s*$/,
    longest: 120,
    examples: ["广告", "Advertisement", "年末清仓低至五折，订购电话0000-7654321"],
  },
  {
    reason: "end mark or page number",
    pattern:
      /^[([【]?\s*(?:完|全文完|本文完|end|ends|###|# # #|-30-)\s*[)\]】]?$|^[-—=_*~·.\s#◆■●★☆※]{1,60}$|^[-—–]+\s*\d{1,4}\s*[-—–]+$|^第\s*\d{1,4}\s*页(?:\s*[/,]?\s*共\s*\d{1,4}\s*页)?$|^page \d{1,4}(?: of \d{1,4})?$/,
    longest: 60,
    examples: ["（完）", "———", "* * *", "###", "— 12 —", "第3页 共8页", "Page 3 of 8"],
  },
];
