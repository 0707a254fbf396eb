# Parts of a reply
source-digest = Digest of “{ $title }” · { $publisher } · { $date }
source-original = “{ $title }” · { $publisher } · { $date }
also-in = Also in: { $list }
understood-assumed = Understood as: { $what }
understood-carried = Carried over: { $what }
comparison-apart = Not set against each other: { $why }
comparison-missing = Not in the articles: { $what }
arithmetic = Arithmetic: { $formula }
try-instead = You could ask:
asked = Question: { $question }

# Buttons
button-next-quote = Next quote { $page }/{ $pages }
button-context = Show context
button-less = Quote only
button-change = Change this
button-fresh = As a new question
button-chart = 📊 Chart
button-ask-private = Ask in private
button-previous-page = ‹ Back
button-next-page = More ›

# Commands and hints
start =
    Hello, I am Guanwen. Send me a question about what China's customs has achieved; every answer comes with the quote it rests on.

    For example:
help =
    I answer questions about the work of China's customs: figures, comparisons, who said what, how it was done. Every answer shows its quote and source; what the articles do not hold, I say so.

    • Private chat: just send the question, then follow up, such as “and in 2020?”
    • Groups: /ask and the question, mention me, or reply to my message
    • Any chat: type @{ $bot } and a few words, then pick a quote to send
    • /sources lists the articles, /lang sets the language
    • Charts: press 📊 under an answer, or ask for a trend
    • /coverage shows what is known by year, /conflicts where sources differ
help-group =
    Use /ask and your question, or reply to my message to go on. In a private chat there is more room.
ask-usage = Write the question after /ask, for example: /ask { $example }
hint-unsupported = I can only read text. Please type the question.
hint-unknown-command = I do not know that command. Just send a question; /help tells more.
hint-privacy = A hint: this group's privacy setting hides ordinary messages from me, so mentions may not reach me. Use /ask and the question, or reply to my message; once an admin makes me an admin, mentions work too.
joined = Hello, I am Guanwen and answer questions about China's customs. Use /ask and your question, or reply to my message.
sources-title = Articles: { $count }
sources-entry-digest = { $publisher } · { $date } · digest
sources-entry-original = { $publisher } · { $date }
sources-none = The library is still empty.
coverage-title = What is known: { $metrics } measures, { $figures } figures
coverage-intro = By the newest year; ask for any of them.
coverage-year = { $year }
coverage-undated = Without a year
coverage-change = { $what } (change)
conflicts-title = Stated differently: { $count }
conflicts-none = No two articles state the same thing differently. Things that two or more articles state alike: { $agreed }.
page-of = Page { $page } of { $pages }
chart-none = The articles hold no series of figures for this that could be drawn.
chart-failed = The chart could not be drawn. Please try again later.
chart-refused = I am not allowed to send pictures here.
lang-choose = Choose a language. By default I follow the language of the question.
lang-set = All right, English from now on.
lang-auto = Follow the question
lang-auto-set = All right, I answer in the language of the question.
quiet-on = Quiet mode is on: only the person who asks sees the answer; where their app cannot show that, I reply as usual.
quiet-off = Quiet mode is off: everyone sees the answers.
quiet-admins-only = Only the group's admins can change this.
quiet-groups-only = This setting is for groups.
quiet-usage = Use /quiet on or /quiet off.
limit-user = That was quick. Please ask again in a minute.
limit-chat = This group is asking quickly. Please ask again in a minute.
outdated = The articles have changed and this button is outdated. Please ask again.
not-yours = Someone else asked this. Please ask it yourself.
vote-thanks = Thank you, noted.
vote-same = You have already cast this vote.
change-how = Reply to this answer and say what to change: the year, the place, import or export.
failed = Something went wrong and this question was not answered. Please try again later.

# Inline
inline-open = Ask in a private chat
inline-example = Try this question
inline-answer = Send the answer

# Command menu
command-ask = Ask a question
command-sources = The articles
command-coverage = What is known, by measure and year
command-conflicts = Where sources differ
command-help = How it works
command-lang = Choose a language
command-start = Start
command-quiet = Answers only the asker can see (admins)
