#include "http/documents/check_routes.hpp"

#include "http/desk/gate.hpp"
#include "http/desk/values.hpp"

namespace desk {

namespace {

constexpr std::size_t code_signs = 12;
constexpr std::size_t number_bytes_max = 200;

// The code as a person writes it: hyphens and blanks do not count, nor does small or capital.
base::Result<std::string> code_of(const http::Request& request) {
    std::string code;
    for (const char c : request.query("code").value_or("")) {
        if (c == '-' || c == ' ') continue;
        const bool digit = c >= '0' && c <= '9', small = c >= 'a' && c <= 'f', capital = c >= 'A' && c <= 'F';
        if (!digit && !small && !capital)
            return base::fail("bad_parameter", "核验码由数字和字母 A 至 F 组成", {}, "code");
        code += small ? static_cast<char>(c - 'a' + 'A') : c;
    }
    if (code.size() != code_signs) return base::fail("bad_parameter", "核验码是十二位", {}, "code");
    return code;
}

http::Response check(ports::PaperRegister& papers, const http::Request& request) {
    TRY_OR_REFUSE(check_queries(request, {"code", "number"}));
    const std::string code = TRY_OR_REFUSE(code_of(request));
    const std::string number(request.query("number").value_or(""));
    if (number.size() > number_bytes_max) return refuse({"too_long", "文号过长", {}, "number"});
    const auto paper = TRY_OR_REFUSE(papers.find(code));
    if (!paper || (!number.empty() && number != paper->number))
        return refuse({"not_found", "本机关没有文号与核验码相符的文书", {}, "code"});
    base::Object found{
        {"agency",    paper->agency       },
        {"title",     paper->title        },
        {"number",    paper->number       },
        {"made_on",   paper->made_on.str()},
        {"withdrawn", paper->withdrawn    }
    };
    if (paper->sealed_on) found.set("sealed_on", paper->sealed_on->str());
    return http::json(200, found);
}

}  // namespace

void add_check_routes(http::Router& router, ports::PaperRegister& papers) {
    router.add("GET", "/api/check",
               [&papers](const http::Request& request) { return check(papers, request); });
}

}  // namespace desk
