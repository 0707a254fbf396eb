# Parts of a reply
source-digest = 摘编自《{ $title }》· { $publisher } · { $date }
source-original = 《{ $title }》· { $publisher } · { $date }
also-in = 另见：{ $list }
understood-assumed = 按{ $what }理解
understood-carried = 沿用上文：{ $what }
comparison-apart = 没有直接相比：{ $why }
comparison-missing = 资料里没有：{ $what }
arithmetic = 算式：{ $formula }
try-instead = 可以问：
asked = 问：{ $question }

# Buttons
button-next-quote = 下一条引文 { $page }/{ $pages }
button-context = 看上下文
button-less = 只看引文
button-change = 换个理解
button-fresh = 当作新问题
button-chart = 📊 看图
button-ask-private = 私聊提问
button-previous-page = ‹ 上一页
button-next-page = 下一页 ›

# Commands and hints
start =
    你好，我是关问。想知道中国海关做成了哪些事，直接把问题发给我就行，回答都附原文出处。

    可以这样问：
help =
    我能回答关于中国海关工作成绩的问题：数字、对比、谁说的、怎么做到的。每个回答都附引文和出处；资料里没有的，我会直说。

    • 私聊：直接发问题，可以接着追问，比如“那2020年呢？”
    • 群里：/ask 加问题、提到我，或回复我的消息
    • 任何聊天：输入 @{ $bot } 加关键词，选一条引文发出去
    • /sources 看资料来源，/lang 选语言
    • 图：点回答下面的 📊，或者问“……历年趋势”
    • /coverage 看有哪些年份的数，/conflicts 看各来源哪里说法不同
help-group =
    用 /ask 加问题问我，或者回复我的消息接着问。私聊我可以慢慢查。
ask-usage = 请在 /ask 后面写上问题，例如：/ask { $example }
hint-unsupported = 我只看得懂文字。请把问题打出来发给我。
hint-unknown-command = 没有这个命令。直接发问题就行，/help 有说明。
hint-privacy = 小提示：本群的隐私设置让我看不到普通消息，@我可能收不到。请用 /ask 加问题，或回复我的消息；管理员把我设为管理员后，@我也行。
joined = 大家好，我是关问，回答关于中国海关的问题。用 /ask 加问题，或回复我的消息。
sources-title = 资料共 { $count } 篇：
sources-entry-digest = { $publisher } · { $date } · 摘编
sources-entry-original = { $publisher } · { $date }
sources-none = 资料库还是空的。
coverage-title = 已知 { $metrics } 项指标、{ $figures } 个数
coverage-intro = 按最新年份排列，想知道哪项就直接问。
coverage-year = { $year }年
coverage-undated = 没有年份
coverage-change = { $what }（增减）
conflicts-title = 各来源说法不同的有 { $count } 处
conflicts-none = 没有发现两篇文章对同一件事说法不同。两篇以上说法一致的有 { $agreed } 处。
page-of = 第 { $page }/{ $pages } 页
chart-none = 资料里没有可以连成一张图的数。
chart-failed = 图没画出来，请稍后再试。
chart-refused = 这里不让我发图片。
lang-choose = 请选择语言。默认跟着提问的语言走。
lang-set = 好的，以后用简体中文。
lang-auto = 跟随提问
lang-auto-set = 好的，提问用什么语言，我就用什么语言回答。
quiet-on = 安静模式已打开：回答只有提问的人看得到；对方的客户端不支持时，照常回复。
quiet-off = 安静模式已关闭：回答大家都看得到。
quiet-admins-only = 只有群管理员能改这项设置。
quiet-groups-only = 这项设置只用在群里。
quiet-usage = 用法：/quiet on 打开，/quiet off 关闭。
limit-user = 问得有点快，请过一分钟再问。
limit-chat = 这个群里问得有点快，请过一分钟再问。
outdated = 资料已经更新，这个按钮过期了，请重新提问。
not-yours = 这是别人的提问，请自己问一次。
vote-thanks = 谢谢，已记下。
vote-same = 你已经投过这一票了。
change-how = 请回复这条回答，写明要改的地方，例如年份、地区或进出口方向。
failed = 出了点问题，这个问题没答成，请稍后再试。

# Inline
inline-open = 私聊问个明白
inline-example = 试试这个问题
inline-answer = 直接发送答案

# Command menu
command-ask = 提问
command-sources = 资料来源
command-coverage = 已知的指标和年份
command-conflicts = 来源说法不同之处
command-help = 使用说明
command-lang = 选择语言
command-start = 开始
command-quiet = 回答只给提问的人看（管理员）
