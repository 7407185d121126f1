#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "signing/handwriting.hpp"

namespace signing {

// What is put on a paper when it is sealed, each into the spot that was kept for it.
struct SealMark {
    std::string agency;
    std::string under;  // 演示 on papers of a demonstration
};
struct HandMark {
    std::string role;  // as the form calls it: 当事人（签名）
    Handwriting writing;
};
struct Marks {
    std::optional<SealMark> seal;
    std::vector<HandMark> hands;
};

// A place to sign in a line of the foot of a page:
// 被询问人（签名）：＿＿＿＿　询问人（签名）：＿＿＿＿、＿＿＿＿ has two with these names; `begin` and `end`
// are the bytes of the first line to write on.
struct SigningPlace {
    std::string role;
    std::size_t begin = 0, end = 0;
};
std::vector<SigningPlace> places_in(std::string_view line);

}  // namespace signing
