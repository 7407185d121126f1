#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "acts/check_act.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/seed_case.hpp"
#include "electronic_service/service.hpp"
#include "json/json.hpp"
#include "testing/memory_desk.hpp"
#include "testing/memory_services.hpp"

// The milk case up to its order of correction, and what its officers need to send papers electronically.
namespace served_desk {

using base::List;
using base::Object;
using base::Value;
using electronic_service::State;

inline const books::Books& the_books() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

constexpr std::string_view account = "feng@example.cn";
constexpr std::string_view channel = "全国行政复议服务平台";
constexpr int order_of_correction = 33, filing_form = 7;

// The milk case up to the order of correction, with the address form as `electronic` says.
inline Value scenario(Value electronic, const char* phone) {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/tests/scenario/milk_2024.json");
    Value whole = *json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
    List acts = whole.list("acts");
    acts.resize(9);
    Object form = acts[5]["data"].object();
    form.set("electronic", std::move(electronic));
    form.set("phone", phone);
    acts[5].as_object()->set("data", std::move(form));
    whole.as_object()->set("acts", std::move(acts));
    return whole;
}

inline Value consent(bool given, const char* kind = "email", std::string_view to = account) {
    return Object{
        {"consent",  given                                        },
        {"channels", List{Object{{"kind", kind}, {"account", to}}}}
    };
}

struct Told {
    Value whole;
};

inline Object another_party(std::string_view id) {
    Object party{
        {"kind",   "organisation"          },
        {"name",   "临江市柳堤商贸有限公司"},
        {"code",   "91990101MA9E1K3PXB"    },
        {"region", "990101"                }
    };
    if (!id.empty()) party.set("id", id);
    return party;
}

// 程序规定 第四十七条: an act that changes who the parties are.
inline Object change(const char* act, const char* id, const char* reason, const char* at) {
    return {
        {"act",         act                                                                            },
        {"at",          at                                                                             },
        {"by",          List{"zhou-min", "he-feng"}                                                    },
        {"approved_by", "lu-ping"                                                                      },
        {"data",        Object{{"party", another_party(id)}, {"reason", reason}, {"evidence", List{2}}}}
    };
}

// Two parties of one case: who confirmed the address, and for whom the order of correction is.
inline Told of_two(const char* confirms, const char* corrects) {
    Value whole = scenario(consent(true), "13900000001");
    List acts = whole.list("acts");
    acts[5].as_object()->set("party", confirms);
    acts[6].as_object()->set("party", "p1");
    acts[8].as_object()->set("party", corrects);
    acts.insert(acts.begin() + 5, change("add_party", "p2", "joint", "2024-05-17T08:30:00+08:00"));
    whole.as_object()->set("acts", std::move(acts));
    return {std::move(whole)};
}

// The case of one party, and then a change.
inline Told with_change(const char* act, const char* id, const char* reason) {
    Value whole = scenario(consent(true), "13900000001");
    List acts = whole.list("acts");
    acts.push_back(change(act, id, reason, "2024-05-20T18:00:00+08:00"));
    whole.as_object()->set("acts", std::move(acts));
    return {std::move(whole)};
}

struct Desk {
    testing_office::MemoryDesk desk{
        the_books(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};
    testing_office::MemoryServices rows{desk.evidence};
    testing_office::MemoryMessenger messenger;
    electronic_service::Service service{desk.office, rows, messenger, the_books().electronic_service};

    explicit Desk(Value electronic = consent(true), const char* phone = "13900000001")
        : Desk(Told{scenario(std::move(electronic), phone)}) {}

    explicit Desk(const Told& told) {
        const auto made = demo::seed_case(desk.office, desk.clock, desk.directory.organisation, told.whole,
                                          {.bytes = testing_office::tiny_picture, .name_ending = ".png"});
        EXPECT_TRUE(made) << made.error().message;
        service.set_public_address("https://zf.example.cn");
        for (auto& row : desk.documents.rows) {
            row.sm3 = desk.blobs.put("%PDF of " + row.id)->sm3;
            row.status = "made";
        }
        desk.clock.set(base::Instant::parse("2024-05-21T09:00:00+08:00").value());
    }

    const ports::DocumentRow& paper(int no) const {
        return *std::ranges::find(desk.documents.rows, no, &ports::DocumentRow::no);
    }
    base::Result<electronic_service::Sent> send(std::string_view to = account,
                                                std::string_view recon = channel,
                                                int no = order_of_correction) const {
        return service.send(desk.viewer("zhou-min"), paper(no).id, to, recon, request());
    }
    // Each send is a press of the button of its own.
    mutable int requests = 0;
    ports::Idempotency request() const { return {.key = std::to_string(++requests), .digest = "d"}; }
    std::string after(std::size_t message, std::string_view mark, std::size_t length) const {
        const std::string& text = messenger.messages.at(message).text;
        return text.substr(text.find(mark) + mark.size(), length);
    }
    std::string link(std::size_t message = 0) const { return after(message, "/served#", 32); }
    std::string code(std::size_t message = 1) const { return after(message, "验证码：", 6); }
    base::Result<electronic_service::Opened> open(const std::string& with_link,
                                                  const std::string& with_code) const {
        return service.open(with_link, with_code, {.user_agent = "Mobile", .address = "203.0.113.9"});
    }
    void later(int hours) { desk.clock.set(desk.clock.now().plus_hours(hours)); }
};

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "" : result.error().code;
}

}  // namespace served_desk
