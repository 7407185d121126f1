#include "electronic_service/served_since.hpp"

#include <algorithm>

namespace electronic_service {

namespace {

// A service names the act its paper came from, or, where a case has only one such paper, the paper alone.
bool is_of(const base::Value& data, const ports::ElectronicService& service) {
    if (!data["of"].is_null()) return data.integer("of") == service.act_n;
    const base::Value& document = data["document"];
    return document.as_string() ? data.text("document") == service.form
                                : data.integer("document") == service.document_no;
}

}  // namespace

bool served_since(std::span<const casefile::Act> acts, const ports::ElectronicService& service) {
    return std::ranges::any_of(acts, [&](const casefile::Act& act) {
        return act.type == "serve" && act.data.text("outcome") == "served" &&
               act.recorded_at.value_or(act.at) >= service.sent_at && is_of(act.data, service);
    });
}

}  // namespace electronic_service
