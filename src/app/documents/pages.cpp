#include "documents/pages.hpp"

#include <algorithm>
#include <set>

namespace documents {

base::Result<ports::PageCount> count_pages(const office::Office& office, std::string_view sm3) {
    const auto file = TRY(office.ports.blobs.path(sm3));
    const auto pages = office.ports.binder.pages(file);
    if (!pages && pages.error().code != "encrypted" && pages.error().code != "bad_pdf")
        return base::fail(pages.error());
    const ports::PageCount counted{.pages = pages.value_or(0),
                                   .failure = pages ? std::string() : pages.error().code};
    TRY(office.ports.evidence.note_pages(sm3, counted));
    return counted;
}

// One that fails stays in the list and is not asked for twice in a night.
base::Result<int> count_the_rest(const office::Office& office, const std::function<bool()>& goes_on) {
    constexpr int at_once = 500;
    std::set<std::string, std::less<>> tried;
    int counted = 0;
    for (bool is_more = true; is_more && goes_on();) {
        is_more = false;
        for (const std::string& sm3 : TRY(office.ports.evidence.uncounted(at_once))) {
            if (!goes_on()) break;
            if (!tried.insert(sm3).second) continue;
            if (!count_pages(office, sm3)) continue;
            is_more = true;
            ++counted;
        }
    }
    return counted;
}

std::string_view notice_of(const ports::PageCount& counted) {
    if (counted.failure == "encrypted")
        return "PDF 已加密：原件照存，装订时附后，不编页码；请索取没有口令的文本";
    if (counted.failure == "bad_pdf") return "PDF 已损坏：原件照存，装订时附后，不编页码；请重新制作或者索取";
    return {};
}

}  // namespace documents
