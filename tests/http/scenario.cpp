#include "scenario.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "json/json.hpp"
#include "looking.hpp"

namespace http_test {

namespace {

using base::List;
using base::Object;
using base::Value;

// The smallest picture there is: one grey pixel.
std::string picture(int number) {
    static constexpr char head[] =
        "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9c"
        "c`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xae"
        "B`\x82";
    return std::string(head, sizeof head - 1) + std::to_string(number);  // each file its own digest
}

// "zhou-min" signs in as zhoumin; the one account that differs is not in any scenario.
std::string account_of(std::string_view person) {
    std::string account(person);
    std::erase(account, '-');
    return account;
}

std::string text_of(const Value& value) {
    return value.as_string() ? *value.as_string() : std::string();
}

std::string author(const Value& row) {
    return account_of(text_of(row.list("by").front()));
}

// Whoever the proposal waits for signs, until it is recorded.
class Signing {
  public:
    explicit Signing(const Value& scenario) : scenario_(scenario) {}

    bool sign(const std::string& proposal, const Value& row) {
        for (int step = 0; step < 8; ++step) {
            const Answer now = World::get().officer(author(row)).get("/api/proposals/" + proposal);
            if (now.body.text("status") == "recorded") return true;
            const Value& waiting = now.body["waiting_for"];
            const std::string who = signer(waiting, row);
            const Answer signed_now = World::get().officer(who).post(
                fmt::format("/api/proposals/{}/{}", proposal, waiting.text("kind")),
                Object{
                    {"opinion", "同意"}
            });
            EXPECT_EQ(signed_now.status, 200) << who << " " << signed_now.words();
            if (signed_now.status != 200) return false;
        }
        ADD_FAILURE() << "still waiting after eight signatures";
        return false;
    }

  private:
    std::string signer(const Value& waiting, const Value& row) const {
        if (waiting["person"].has("id")) return account_of(waiting["person"].text("id"));
        const std::string_view role = waiting.text("role");
        if (role == "LEADER" && row.has("approved_by")) return account_of(row.text("approved_by"));
        for (const Value& person : scenario_.list("staff"))
            for (const Value& held : person.list("roles"))
                if (text_of(held) == role) return account_of(person.text("id"));
        return role == "CHIEF" ? "fangzheng" : "luping";
    }

    const Value& scenario_;
};

}  // namespace

Value read_scenario(std::string_view name) {
    std::ifstream file(fmt::format("{}/tests/scenario/{}.json", ZHIHENG_SOURCE_DIR, name), std::ios::binary);
    Value scenario = json::parse(std::string(std::istreambuf_iterator<char>(file), {})).value();
    // All files of single articles tell of one firm: by its code the cases of this bureau would find each
    // other.
    if (name.contains('/')) scenario.as_object()->find("party")->as_object()->erase("code");
    return scenario;
}

bool Story::step() {
    const Value& row = scenario_.list("acts").at(recorded_);
    SCOPED_TRACE(fmt::format("act {} {}", recorded_ + 1, row.text("act")));
    const bool done = recorded_ == 0 ? open(row) : record(row);
    recorded_ += done ? 1 : 0;
    return done;
}

bool Story::open(const Value& row) {
    Object body{
        {"procedure", scenario_.text("procedure") == "complaint" ? "complaint" : "ordinary"},
        {"act",       row.text("act")                                                      },
        {"party",     scenario_["party"]                                                   },
        {"at",        row.text("at")                                                       },
        {"data",      row["data"]                                                          }
    };
    if (row.has("paper")) body.set("paper", row["paper"]);
    const Answer created = World::get().officer(author(row)).post("/api/cases", body);
    EXPECT_EQ(created.status, 201) << created.words();
    no_ = created.body.text("no");
    return created.status == 201;
}

bool Story::record(const Value& row) {
    const Answer answer = post(row);
    if (answer.status == 202)
        return Signing(scenario_).sign(std::string(answer.body["proposal"].text("id")), row);
    EXPECT_EQ(answer.status, 201) << answer.words();
    return answer.status == 201;
}

Answer Story::post(const Value& row) {
    Object body{
        {"act", row.text("act")},
        {"at", row.text("at")},
        {"by", row["by"]},
        {"data", with_uploads(row["data"], author(row))}
    };
    if (row.has("paper")) body.set("paper", row["paper"]);
    if (row.has("party")) body.set("party", row["party"]);
    Officer& officer = World::get().officer(author(row));
    const std::string acts = "/api/cases/" + no_ + "/acts";
    if (row.text("act") != "publish") return officer.post(acts, body);
    const base::List digests = look_before_publishing(officer, acts, body);
    body.set("looked_at", digests);
    Answer published = officer.post(acts, body);
    if (published.status == 201) expect_published(officer, acts, digests);
    return published;
}

Value Story::with_uploads(const Value& data, const std::string& account) {
    Object result;
    for (const auto& [name, member] : data.object()) {
        if (name != "media") {
            result.set(name, member);
            continue;
        }
        List ids;
        for (std::size_t i = 0; i < member.items().size(); ++i) ids.emplace_back(upload(account));
        result.set(name, std::move(ids));
    }
    return result;
}

std::string Story::upload(const std::string& account) {
    Officer& officer = World::get().officer(account);
    const std::string bytes = picture(++pictures_);
    const Answer started =
        officer.post("/api/cases/" + no_ + "/uploads", Object{
                                                           {"name", "照片.png"  },
                                                           {"size", bytes.size()}
    });
    EXPECT_EQ(started.status, 201) << started.words();
    const std::string target = "/api/uploads/" + std::string(started.body.text("id"));
    const Answer received = officer.send("PUT", target + "/chunks/0",
                                         {
                                             {"Content-Type", "application/octet-stream"}
    },
                                         bytes);
    EXPECT_EQ(received.status, 200) << received.words();
    const Answer done = officer.post(target + "/complete", Object{});
    EXPECT_EQ(done.status, 200) << done.words();
    return std::string(done.body["evidence"].text("id"));
}

std::string walk(const Value& scenario) {
    Story story(scenario);
    while (!story.is_told() && story.step());
    return story.no();
}

}  // namespace http_test
