# Parts of a reply
source-digest = 摘編自《{ $title }》· { $publisher } · { $date }
source-original = 《{ $title }》· { $publisher } · { $date }
also-in = 另見：{ $list }
understood-assumed = 按{ $what }理解
understood-carried = 沿用上文：{ $what }
comparison-apart = 沒有直接相比：{ $why }
comparison-missing = 資料裡沒有：{ $what }
arithmetic = 算式：{ $formula }
try-instead = 可以問：
asked = 問：{ $question }

# Buttons
button-next-quote = 下一條引文 { $page }/{ $pages }
button-context = 看上下文
button-less = 只看引文
button-change = 換個理解
button-fresh = 當作新問題
button-chart = 📊 看圖
button-ask-private = 私訊提問
button-previous-page = ‹ 上一頁
button-next-page = 下一頁 ›

# Commands and hints
start =
    你好，我是關問。想知道中國海關做成了哪些事，直接把問題傳給我就行，回答都附原文出處。

    可以這樣問：
help =
    我能回答關於中國海關工作成績的問題：數字、對比、誰說的、怎麼做到的。每個回答都附引文和出處；資料裡沒有的，我會直說。

    • 私訊：直接傳問題，可以接著追問，比如「那2020年呢？」
    • 群組：/ask 加問題、提到我，或回覆我的訊息
    • 任何聊天：輸入 @{ $bot } 加關鍵詞，選一條引文傳出去
    • /sources 看資料來源，/lang 選語言
    • 圖：點回答下面的 📊，或者問「……歷年趨勢」
    • /coverage 看有哪些年份的數，/conflicts 看各來源哪裡說法不同
help-group =
    用 /ask 加問題問我，或者回覆我的訊息接著問。私訊我可以慢慢查。
ask-usage = 請在 /ask 後面寫上問題，例如：/ask { $example }
hint-unsupported = 我只看得懂文字。請把問題打出來傳給我。
hint-unknown-command = 沒有這個指令。直接傳問題就行，/help 有說明。
hint-privacy = 小提示：本群的隱私設定讓我看不到一般訊息，@我可能收不到。請用 /ask 加問題，或回覆我的訊息；管理員把我設為管理員後，@我也行。
joined = 大家好，我是關問，回答關於中國海關的問題。用 /ask 加問題，或回覆我的訊息。
sources-title = 資料共 { $count } 篇：
sources-entry-digest = { $publisher } · { $date } · 摘編
sources-entry-original = { $publisher } · { $date }
sources-none = 資料庫還是空的。
coverage-title = 已知 { $metrics } 項指標、{ $figures } 個數
coverage-intro = 按最新年份排列，想知道哪項就直接問。
coverage-year = { $year }年
coverage-undated = 沒有年份
coverage-change = { $what }（增減）
conflicts-title = 各來源說法不同的有 { $count } 處
conflicts-none = 沒有發現兩篇文章對同一件事說法不同。兩篇以上說法一致的有 { $agreed } 處。
page-of = 第 { $page }/{ $pages } 頁
chart-none = 資料裡沒有可以連成一張圖的數。
chart-failed = 圖沒畫出來，請稍後再試。
chart-refused = 這裡不讓我發圖片。
lang-choose = 請選擇語言。預設跟著提問的語言走。
lang-set = 好的，以後用繁體中文。
lang-auto = 跟隨提問
lang-auto-set = 好的，提問用什麼語言，我就用什麼語言回答。
quiet-on = 安靜模式已打開：回答只有提問的人看得到；對方的客戶端不支援時，照常回覆。
quiet-off = 安靜模式已關閉：回答大家都看得到。
quiet-admins-only = 只有群組管理員能改這項設定。
quiet-groups-only = 這項設定只用在群組裡。
quiet-usage = 用法：/quiet on 打開，/quiet off 關閉。
limit-user = 問得有點快，請過一分鐘再問。
limit-chat = 這個群裡問得有點快，請過一分鐘再問。
outdated = 資料已經更新，這個按鈕過期了，請重新提問。
not-yours = 這是別人的提問，請自己問一次。
vote-thanks = 謝謝，已記下。
vote-same = 你已經投過這一票了。
change-how = 請回覆這條回答，寫明要改的地方，例如年份、地區或進出口方向。
failed = 出了點問題，這個問題沒答成，請稍後再試。

# Inline
inline-open = 私訊問個明白
inline-example = 試試這個問題
inline-answer = 直接傳送答案

# Command menu
command-ask = 提問
command-sources = 資料來源
command-coverage = 已知的指標和年份
command-conflicts = 來源說法不同之處
command-help = 使用說明
command-lang = 選擇語言
command-start = 開始
command-quiet = 回答只給提問的人看（管理員）
