#include "procedure/refusal.hpp"

namespace procedure {

namespace {
base::Value list_of(const std::vector<std::string>& items) {
    base::List list;
    for (const auto& item : items) list.emplace_back(item);
    return list;
}
}  // namespace

base::Value Refusal::to_value() const {
    base::Object value{
        {"code",    code   },
        {"message", message},
        {"basis",   basis  }
    };
    if (!field.empty()) value.set("field", field);
    value.set("also", list_of(also));
    value.set("cure", list_of(cure));
    if (open_from) value.set("open_from", open_from->str());
    return value;
}

}  // namespace procedure
