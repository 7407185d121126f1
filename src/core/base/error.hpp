#pragma once
#include <string>

namespace base {

// Why something was not done: `code` for programs, `message` in Chinese for people, `basis` the article it
// rests on, `field` the place in the input (dotted path), both empty when there is none.
struct Error {
    std::string code;
    std::string message;
    std::string basis = {};
    std::string field = {};
    friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace base
