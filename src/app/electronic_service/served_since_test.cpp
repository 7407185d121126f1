#include "electronic_service/served_since.hpp"

#include <gtest/gtest.h>

namespace electronic_service {
namespace {

using base::Object;

base::Instant hour(int after) {
    return base::Instant::parse("2024-05-21T09:00:00+08:00").value().plus_hours(after);
}

ports::ElectronicService sent() {
    ports::ElectronicService made;
    made.act_n = 8;
    made.document_no = 33;
    made.form = "correction_order";
    made.sent_at = hour(0);
    return made;
}

casefile::Act act(const char* type, int recorded, Object data) {
    return {.n = 9,
            .type = type,
            .at = hour(-50),
            .recorded_at = hour(recorded),
            .by = {},
            .data = std::move(data)};
}

TEST(ServedSince, IsAServiceOfThatPaperRecordedAfterTheLinkWentOut) {
    const Object served{
        {"document", 33      },
        {"of",       8       },
        {"outcome",  "served"}
    };
    const auto with = [&](const char* name, base::Value value) {
        Object data = served;
        if (value.is_null())
            data.erase(name);
        else
            data.set(name, std::move(value));
        return data;
    };
    Object by_name = with("of", {});
    by_name.set("document", "correction_order");
    const struct {
        const char* why;
        casefile::Act act;
        bool counts;
    } table[] = {
        {"handed over, told by its act", act("serve", 30, served), true},
        {"told by the paper alone", act("serve", 30, with("of", {})), true},
        {"told by the form", act("serve", 30, by_name), true},
        {"at the same instant", act("serve", 0, served), true},
        {"before the link", act("serve", -1, served), false},
        {"refused at the door", act("serve", 30, with("outcome", "failed")), false},
        {"another paper of the case", act("serve", 30, with("of", 5)), false},
        {"another kind of paper",
         act("serve", 30,
         [&] {
                 Object data = with("of", {});
                 data.set("document", 45);
                 return data;
             }()),
         false},
        {"no service at all", act("close", 30, served), false},
    };
    for (const auto& row : table) {
        const std::vector acts{row.act};
        EXPECT_EQ(served_since(acts, sent()), row.counts) << row.why;
    }
    EXPECT_FALSE(served_since({}, sent()));
}

}  // namespace
}  // namespace electronic_service
