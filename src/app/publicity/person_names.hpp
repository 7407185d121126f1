#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace publicity {

// 李强, 阿依古丽·买买提, 阿布都热合曼, John Smith; not 某某公司, 某某局, 店员, 白糖厂, a number or a
// sentence.
bool looks_like_a_person(std::string_view name);

// The same of a text that somebody entered as the name of a person: only a body, a mask (某) or a word for
// whoever it is (本人) is none.
bool may_be_a_person(std::string_view name);

// Those in a field that names somebody: 王五、赵六（店员） → 王五, 赵六.
// A field that names people alone (见证人) takes any short name, whatever its surname: 涂志强.
enum class Field { mixed, people };
std::vector<std::string> persons_in(std::string_view field, Field kind);

}  // namespace publicity
