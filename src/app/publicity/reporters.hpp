#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace publicity {

// The words by which a text tells who reported: 举报人王大明, 举报人（电话13812345678）, 王大明（举报人）.
// What is masked (王某) or says only that there was a report tells nobody. 投诉举报处理办法 第三十七条
std::vector<std::string> reporters_told(std::string_view text);

// Of the names under which who reported is recorded those the text tells, whatever stands around them.
std::vector<std::string> recorded_told(std::string_view text, const std::vector<std::string>& names);

}  // namespace publicity
