#include "benchmark/cures.hpp"

#include <array>
#include <utility>

namespace benchmark {

std::string_view cure_of(std::string_view code) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 21> cures{
        {{"full_width_digits", "改用半角数字，如“123”"},
         {"thousands_comma", "去掉千分位逗号，如“10000元”或者“1万元”"},
         {"negative_amount", "去掉正负号；区间请写“5万元以上8万元以下”"},
         {"too_many_places", "金额最多保留两位小数，倍数最多四位"},
         {"unread_number", "写明数额和单位，如“5万元以上8万元以下”"},
         {"unread_words",
          "改用“处5万元以上8万元以下罚款”“处货值金额10倍以上13倍以下罚款”“法定幅度30%以上70%"
          "以下”之类的写法，各项之间用分号"},
         {"base_missing", "在倍数前写明货值金额、违法所得、广告费用等基数"},
         {"range_reversed", "把较小的数写在“以上”之前"},
         {"unknown_tier", "改为六个等级之一，情节严重的写作“情节严重·从重”"},
         {"tier_missing", "填写裁量等级"},
         {"standard_missing", "填写裁量标准"},
         {"violation_missing", "填写违法行为，或者与上一行的违法行为合并单元格"},
         {"formula", "把公式改为它的文字或者数值（选择性粘贴—数值）"},
         {"merged_cells", "取消合并，逐行填写；只有违法行为、处罚依据、备注可以上下合并"},
         {"cell_too_long", "缩短到4000字以内"},
         {"unequal_parts", "裁量等级和裁量标准用“/”分成相同的份数，或者分成几行"},
         {"unknown_column", "删去这一列，或者并入备注"},
         {"too_many_rows", "分成几个表导入"},
         {"no_rows", "在标题行之下填写内容"},
         {"amount_too_large", "核对数额"},
         {"cell_fault", "改正单元格里的错误值"}}
    };
    for (const auto& [name, cure] : cures)
        if (name == code) return cure;
    return "";
}

}  // namespace benchmark
