#include "publicity/person_names.hpp"

#include <algorithm>

#include "redact/letters.hpp"

namespace publicity {

namespace {

constexpr std::u32string_view surnames =
    U"赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌"
    U"马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛"
    U"汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏"
    U"蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲封芮靳汲"
    U"邴糜松井段富巫乌焦巴弓牧车侯宓蓬全班仰仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎蓟薄印宿白怀蒲邰从"
    U"鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充"
    U"慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利师巩聂晁勾敖融冷辛阚那简饶空曾沙养鞠"
    U"须丰巢关查后荆红游权盖益桓公付肖闫岳仝佟仉苑昝佘揭初苟覃代候展牟操腾涂丛朴阳谌迟麦门商冼粟户铁普逯尉官"
    U"原"
    U"亓鹿雒郜郄璩蒯晋楚缑亢况海墨哈年佴赏南呼延舌微凉褥赫字区信由税种占战鲜苌卯呙郗阎肇兀玄来";
// The second letter of a name of both parents.
constexpr std::u32string_view frequent_surnames =
    U"李王张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许沈曾彭"
    U"吕苏卢蒋蔡贾丁魏薛叶潘杜戴钟汪姜范姚谭廖邹熊陆郝崔邱秦顾侯邵孟";
constexpr std::u32string_view double_surnames[] = {
    U"欧阳", U"司马", U"上官", U"诸葛", U"夏侯", U"皇甫", U"尉迟", U"公孙", U"慕容", U"令狐",
    U"司徒", U"东方", U"独孤", U"南宫", U"端木", U"百里", U"长孙", U"宇文", U"司空", U"闻人"};
// Letters in which names of other tongues are written: 阿布都热合曼.
constexpr std::u32string_view sounds =
    U"阿巴布不卜宾都丹达德迪多杜尔艾俄恩尼法夫菲弗格古戈嘎嘉加江吉哈合赫海热胡汗罕亥衣伊依以亚雅叶耶英扬曼买"
    U"麦玛"
    U"马木穆姆米美密娜那纳乃努诺帕排佩皮普其奇恰切日荣然茹如萨赛沙山舍什斯苏孙索塔台太泰铁提吐图土托瓦维沃吾"
    U"武乌"
    U"西希肖晓夏谢雪央于玉云扎再则占孜子卓才仁次旦珠措卡克科肯库拉来兰勒里力立丽利林留鲁罗洛贝比边白班拜斑敖"
    U"朝额"
    U"呼和特甫";

constexpr std::u32string_view endings_of_bodies[] = {
    U"公司",   U"商店",   U"超市",   U"便利店", U"饭店", U"酒店",   U"餐厅",   U"药店",   U"药房",
    U"门市部", U"经营部", U"加工厂", U"合作社", U"工厂", U"中心",   U"医院",   U"学校",   U"银行",
    U"协会",   U"委员会", U"管理局", U"监督局", U"政府", U"研究院", U"检测所", U"检验所", U"市场",
    U"平台",   U"部门",   U"机关",   U"店",     U"厂",   U"局"};
// Of short words alone: 东湖所, 冷库, 安保部. Behind two letters 科 and 行 are parts of given names: 李文科.
constexpr std::u32string_view endings_of_short_bodies = U"所站铺院部库室社", endings_of_names = U"科行";
constexpr std::u32string_view words_for_somebody[] = {
    U"本人",   U"当事人", U"经营者", U"负责人", U"投资人", U"法定代表人", U"店员",   U"员工",     U"家属",
    U"邻居",   U"保安",   U"门卫",   U"同上",   U"不详",   U"未知",       U"店长",   U"经理",     U"同事",
    U"司机",   U"承运人", U"保管人", U"证人",   U"委托人", U"代理人",     U"顾客",   U"群众",     U"居民",
    U"他人",   U"投诉人", U"举报人", U"妻子",   U"丈夫",   U"父亲",       U"母亲",   U"儿子",     U"女儿",
    U"老板",   U"会计",   U"出纳",   U"业务员", U"营业员", U"收银员",     U"仓管员", U"工作人员", U"从业人员",
    U"消费者", U"无名氏", U"待查",   U"无"};

bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_mark_of_a_mask(char32_t c) {
    return c == U'某' || c == U'×' || c == U'*' || c == U'＊';
}

bool is_body(const std::u32string& letters) {
    return std::ranges::any_of(endings_of_bodies,
                               [&](std::u32string_view ending) { return letters.ends_with(ending); });
}

bool has_double_surname(const std::u32string& letters) {
    return letters.size() > 2 &&
           std::ranges::find(double_surnames, letters.substr(0, 2)) != std::end(double_surnames);
}

bool is_nobody(const std::u32string& letters) {
    return letters.size() < 2 || std::ranges::any_of(letters, is_mark_of_a_mask) ||
           std::ranges::find(words_for_somebody, letters) != std::end(words_for_somebody);
}

// Two words or more, each with a capital: John Smith.
bool is_foreign(std::string_view name) {
    int words = 0;
    bool within = false;
    for (const redact::Letter& letter : redact::letters_of(name)) {
        const bool begins = !within || letter.skipped > 0;
        if (begins && !redact::is_capital(letter.letter)) return false;
        if (!redact::is_word(letter.letter) && letter.letter != U'.' && letter.letter != U'-') return false;
        if (redact::is_digit(letter.letter)) return false;
        words += begins ? 1 : 0;
        within = true;
    }
    return words >= 2 && words <= 5;
}

}  // namespace

bool looks_like_a_person(std::string_view name) {
    const std::u32string letters = redact::plain(name);
    if (is_nobody(letters) || is_body(letters)) return false;
    if (is_foreign(name)) return true;
    if (!std::ranges::all_of(letters, [](char32_t c) { return is_han(c) || c == U'·'; })) return false;
    constexpr std::size_t longest = 15;
    if (letters.contains(U'·')) return letters.size() >= 3 && letters.size() <= longest;
    if (letters.size() >= 4 && letters.size() <= 9 &&
        std::ranges::all_of(letters, [](char32_t c) { return sounds.contains(c); }))
        return true;
    if (letters.size() > 4 || endings_of_short_bodies.contains(letters.back())) return false;
    const bool may_end_so = letters.size() == 3 || !endings_of_names.contains(letters.back());
    // 李张欣怡: both parents' names.
    const bool has_room = letters.size() < 4 || frequent_surnames.contains(letters[1]);
    return has_double_surname(letters) || (surnames.contains(letters[0]) && may_end_so && has_room);
}

bool may_be_a_person(std::string_view name) {
    const std::u32string letters = redact::plain(name);
    constexpr std::size_t longest = 40;
    return !is_nobody(letters) && letters.size() <= longest && !is_body(letters) &&
           std::ranges::none_of(letters, redact::is_digit);
}

// Where a field names people and nothing else, a name needs no known surname.
static bool is_short_name(std::string_view name) {
    const std::u32string letters = redact::plain(name);
    return letters.size() <= 4 && !is_nobody(letters) && !is_body(letters) &&
           !endings_of_short_bodies.contains(letters.back()) && std::ranges::all_of(letters, is_han);
}

std::vector<std::string> persons_in(std::string_view field, Field kind) {
    const auto is_person = [&](std::string_view words) {
        return looks_like_a_person(words) || (kind == Field::people && is_short_name(words));
    };
    if (is_person(field)) return {std::string(field)};
    std::vector<std::string> found;
    std::string part;
    const auto end_part = [&] {
        if (is_person(part)) found.push_back(part);
        part.clear();
    };
    for (const redact::Letter& letter : redact::letters_of(field)) {
        if (std::u32string_view(U"、，,；;。()（）:：").contains(letter.letter) || letter.skipped > 0)
            end_part();
        if (is_han(letter.letter) || letter.letter == U'·')
            part += field.substr(letter.begin, letter.end - letter.begin);
        else if (!part.empty() && redact::is_word(letter.letter))
            end_part();
    }
    end_part();
    return found;
}

}  // namespace publicity
