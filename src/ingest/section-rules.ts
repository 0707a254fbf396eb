import type { DropReason } from "./noise-rules.ts";

/** Lines behind which something begins that is no part of the article. */
export interface SectionRule {
  readonly reason: DropReason;
  readonly pattern: RegExp;
  /** `links`: ends where prose begins again; `rest`: reaches to the end of the source. */
  readonly reach: "links" | "rest";
  readonly examples: readonly string[];
}

export const SECTION_RULES: readonly SectionRule[] = [
  {
    reason: "related links",
    pattern:
      /^[■□◆●★>*【[\s]*(?:相关(?:链接|阅读|新闻|报道|文章|推荐|专题|稿件|内容|资讯|信息)|延伸阅读|推荐(?:阅读|新闻|文章)|扩展阅读|更多(?:新闻|阅读|精彩|内容|相关|推荐)\S{0,6}|热(?:门|点)(?:文章|新闻|推荐|资讯|话题|标签)|最新(?:文章|新闻|资讯|消息)|今日(?:热点|要闻|头条)|精彩(?:推荐|图片|专题)|图片(?:新闻|推荐)|编辑推荐|猜你喜欢|为你推荐|为您推荐|大家都在看|您?可能(?:还)?(?:感兴趣|喜欢)\S{0,6}|往期(?:回顾|精彩|推荐)|专题(?:推荐|报道)|友情链接|read more|also read|read also|see also|related(?: (?:stories|articles|news|links|content|topics|coverage|posts))?|more (?:from|on|in|stories|news)\b[^.]*|you (?:may|might) also like|recommended(?: for you)?|trending(?: now)?|latest (?:news|stories)|popular(?: stories)?|editor'?s picks?|further reading|elsewhere on .{1,30}|newsletter|sign up for .{1,60})[】\]\s]*(?:[::].*)?$/,
    reach: "links",
    examples: [
      "相关链接：新开七条航线 | 假期通关指南",
      "相关阅读",
      "【延伸阅读】",
      "Read more",
      "You may also like",
      "热门文章",
    ],
  },
  {
    reason: "ranking",
    pattern:
      /^(?:\d+小?时|今日|本周|一周|24h|周|月)?(?:热门|新闻|点击|阅读|浏览|人气|评论)?(?:排行榜?|热榜|热搜榜?)$|^most (?:read|popular|viewed|shared|commented)(?: .{1,20})?$/,
    reach: "links",
    examples: ["48小时点击排行", "Most read"],
  },
  {
    reason: "comments",
    pattern:
      /^(?:(?:网友|最新|最热|热门|精彩|全部|用户)评论(?:\s*\(?\d*\)?)?|评论区|跟帖(?:区)?|网友留言|comments?(?: \(\d+\))?|reader comments|leave a (?:comment|reply))$/,
    reach: "rest",
    examples: ["网友评论", "最新评论", "Comments (3)"],
  },
];
