/** Words between what is measured and its number. They are taken off one after another. */
export const LINK =
  /(?:[\u0000\s]|达到了?|达成|(?<![通抵到直发表])达|成为|约?为|同比|环比|日均|年均|月均|约?是|(?<![原现所拥享具设没含占])有|共有|共计|共|合计|总计|累计|已经?|约|超过了?|突破了?|首次|了|完成|实现|到|至|近|将|仅|只|只有|仅有|就|才|可以?|(?<![效功性智产动才势节储技职])能够?|每(?:分钟|小时|秒|天|日|月|年|周)|高达|多达|仍|也|又|平均|大约|预计|预期|会|接近|逾|最快|最短|最多|最长|最少|最大|最慢|只要|仅需|只需|不过|需要?|要|(?<![费作利使信运采占专试通适引])用|分别|(?<![人户亩平件])均|各|先后|连续|力争|争取|始终|一直|长期|常年|[却竟]|过去的?|原来的?|现在的?|当时的?|以前的?|的|由|从|(?<!来)自|在|因此|由此|[、,，:])$/;

/** Words that open a clause and measure nothing. */
export const CONNECTIVE =
  /^(?:[\u0000\s]|[”’"、,，;:)]|其中|其余的?|余下的?|剩下的?|剩余的?|据此|作为|促进|推动|实现|我(?=[与和])|此外|同时|另外|另有|另|而且|而|并且|并|也|还有|还|又|再|则|都|均(?![价值线衡匀])|已经|已|将|仍|截至|总体上|比如|例如|比如说|如|即|仅|就有|就|只有|只|以及|共有|共计|共|累计|总计|合计|目前|全年|先后|首次|一共|我们|他们|使得|使|让|令|助力|帮助|年均(?=增)|每年都?|其|该(?![关港口])|这些|这个|由|从(?!业|事|.{1,8}到)|自(?![贸由主动助有身然])|却|是|为|因此|所以|但|不过|以?来(?![自源料访往临])|间(?=年均|\u0000|增|$)|据统计|据了解|数据显示|当天|当日|单日|一年|一天|单月|通过(?=.{0,4}$)|截止)/;

/** A subject that only points back: the one before is meant. */
export const POINTS_BACK =
  /^(?:这个数字|这一数字|该数字|这一数据|数字|这|其|总量|这一比例|该比例|比例|那里|它|同比|环比|年均|平均|体量|规模|后|前|时|等|最[高低多少快慢大小](?:值|的)?)$/;

const TRADE =
  "(?:货物贸易|外贸|对外贸易|贸易)?(?:进出口|出口|进口)(?:总值|总额|贸易额|贸易值|货值|规模|额|值|量|总量)?";
const MEASURES =
  "总值|总额|金额|均价|单价|货值|案值|产值|(?<!案)件数|人数|次数|人次|数量|总数|总量|货运量|吞吐量|增速|增幅|比重|占比|重量|吨数|规模|面积|价值|箱量|数";

/** The measure at the end of a metric; what stands before it is of what. */
export const MEASURE_TAIL = new RegExp(`(?:${TRADE}|${MEASURES})$`);
export const TRADE_TAIL = new RegExp(`${TRADE}$`);
/** A measure alone (出口, 案值, 总数): what it is of was said before. */
export const BARE_TRADE = new RegExp(`^(?:年|月)?${TRADE}$`);
export const BARE_MEASURE = new RegExp(
  `^(?:总|现有|现在|平均|签证|涉案|涉及|年|日均|月均|年均|首|全部|企业)?(?:${MEASURES})$|^总[\\u4e00-\\u9fff]{1,4}$|^(?:发送|运送|开行|通达|涉及|签发|验放|办结|覆盖|注册|互认|吞吐|完成|惠及|减少|增加|新增|入选)$`,
);
/** A verb alone: what is sold or carried stands in the clause before. */
export const BARE_VERB = /^(?:卖出|售出|销售|成交|发运|发出|运出|开行|用掉|办理|办结|处理|接待|通行)$/;
/** Trade that needs no "of what": the whole of it. */
/** Measures of a measure: they keep the whole of what they are of. */
export const SECOND_ORDER = /^(?:增速|增幅|比重|占比|份额|涨幅|降幅|比例)$/;
/** Prepositions and links that are left alone when a subject is taken apart. */
export const EMPTY_SUBJECT =
  /^(?:与|和|对|向|从|在|以|到|赴|由|把|将|至|成|经|已|及|就|被|给|为|用|按|于|有|个|比(?!重)|较|同|分|共分|分为|涵盖|重|长|宽|高|计|全长|是)+$/;
export const WHOLE_TRADE = /^(?:货物贸易|外贸|对外贸易|货物|商品|贸易)$/;
/** Verbs of addition, which do not hold for the total that follows: 新增19个, 总数达到174个. */
export const ADDITION = /(?:新增加?(?:和扩大)?|新建|新设|新开|增设|扩大(?=开放)|新增准入)/;
