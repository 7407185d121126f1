#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "catalogue/yaml.hpp"
#include "system/clock.hpp"
#include "world.hpp"

namespace http_test {

namespace {

struct Route {
    std::string method, path;
    bool is_open = false;  // the law and the explorer: for everybody, signed in or not
};

std::vector<Route> routes_of_the_contract() {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/api/openapi.yaml");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const base::Value contract = catalogue::read_yaml(text, "file").value();
    std::vector<Route> routes;
    for (const auto& [path, item] : contract["paths"].object())
        for (const char* method : {"get", "post", "put", "delete"})
            if (item.has(method)) {
                std::string upper = method;
                for (char& c : upper) c = static_cast<char>(c - 32);
                const base::Value& security = item[method]["security"];
                routes.push_back({upper, path, security.as_list() && security.items().empty()});
            }
    return routes;
}

std::string filled(std::string path, const std::map<std::string, std::string>& values) {
    for (const auto& [name, value] : values)
        if (const auto at = path.find("{" + name + "}"); at != std::string::npos)
            path.replace(at, name.size() + 2, value);
    return path;
}

std::vector<std::string> accounts() {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/catalogue/demo/organisation.yaml");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const base::Value bureau = catalogue::read_yaml(text, "file").value();
    std::vector<std::string> names;
    for (const base::Value& person : bureau.list("people")) names.emplace_back(person.text("account"));
    return names;
}

// A case of the eastern district with something behind every kind of address.
struct Furnished {
    std::string no, upload, proposal, document, evidence;

    std::map<std::string, std::string> values(const std::string& path) const {
        const bool is_upload = path.starts_with("/api/uploads");
        const bool is_proposal = path.starts_with("/api/proposals");
        const bool is_document = path.starts_with("/api/documents");
        return {
            {"no",  no                                       },
            {"act", "note"                                   },
            {"k",   "0"                                      },
            {"id",  is_upload     ? upload
                   : is_proposal ? proposal
                   : is_document ? document
                                 : evidence}
        };
    }
};

std::string upload_of(Officer& officer, const std::string& no, int size = 100) {
    const Answer started =
        officer.post("/api/cases/" + no + "/uploads", base::Object{
                                                          {"name", "现场照片.png"},
                                                          {"size", size          }
    });
    EXPECT_EQ(started.status, 201) << started.words();
    return std::string(started.body.text("id"));
}

std::string evidence_of(Officer& officer, const std::string& no) {
    static constexpr std::string_view picture(
        "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01, one of its kind", 41);
    const std::string target = "/api/uploads/" + upload_of(officer, no, static_cast<int>(picture.size()));
    const Answer received = officer.send("PUT", target + "/chunks/0",
                                         {
                                             {"Content-Type", "application/octet-stream"}
    },
                                         picture);
    EXPECT_EQ(received.status, 200) << received.words();
    const Answer done = officer.post(target + "/complete", base::Object{});
    EXPECT_EQ(done.status, 200) << done.words();
    return std::string(done.body["evidence"].text("id"));
}

Furnished furnish() {
    Officer& officer = World::get().officer("zhoumin");
    Furnished made{
        .no = World::get().open_case(), .upload = {}, .proposal = {}, .document = {}, .evidence = {}};
    made.upload = upload_of(officer, made.no);
    const Answer proposed =
        officer.post("/api/cases/" + made.no + "/acts",
                     base::Object{
                         {"act",  "extend_check"                              },
                         {"data", base::Object{{"reason", "需要等待检验结果"}}}
    });
    EXPECT_EQ(proposed.status, 202) << proposed.words();
    made.proposal = proposed.body["proposal"].text("id");
    const Answer documents = officer.get("/api/cases/" + made.no + "/documents");
    if (!documents.body.items().empty()) made.document = documents.body.items().front().text("id");
    EXPECT_FALSE(made.document.empty()) << documents.words();
    made.evidence = evidence_of(officer, made.no);
    EXPECT_EQ(officer.get("/api/evidence/" + made.evidence + "/custody").status, 200);
    return made;
}

// Two officers of 东湖所 act, the second confirms, and whoever else the proposal waits for approves.
void act_of_two(const std::string& no, base::Object body) {
    Officer& officer = World::get().officer("zhoumin");
    body.set("by", base::List{"zhou-min", "he-feng"});
    const Answer proposed = officer.post("/api/cases/" + no + "/acts", body);
    ASSERT_EQ(proposed.status, 202) << proposed.words();
    const std::string target = "/api/proposals/" + std::string(proposed.body["proposal"].text("id"));
    const base::Value agreed = base::Object{
        {"opinion", "同意"}
    };
    for (int signatures = 0; signatures < 3; ++signatures) {
        const Answer now = officer.get(target);
        if (now.body.text("status") == "recorded") return;
        const base::Value& waiting = now.body["waiting_for"];
        const char* who = waiting.text("kind") == "confirm"     ? "hefeng"
                          : waiting.text("role") == "UNIT_HEAD" ? "qianwei"
                                                                : "luping";
        const Answer done =
            World::get().officer(who).post(fmt::format("{}/{}", target, waiting.text("kind")), agreed);
        ASSERT_EQ(done.status, 200) << done.words();
    }
    EXPECT_EQ(officer.get(target).body.text("status"), "recorded");
}

// Checked and filed by two officers of 东湖所: from then on the case is theirs.
std::string filed_case() {
    const std::string no = World::get().open_case();
    const std::string today = systems::WallClock().now().date().str();
    act_of_two(no, {
                       {"act",  "start_check" },
                       {"data", base::Object{}}
    });
    const base::Object conditions{
        {"initial_evidence", true},
        {"punishable",       true},
        {"ours",             true},
        {"in_time",          true}
    };
    const base::Object data{
        {"conditions",             conditions                    },
        {"cause",                  "涉嫌未按规定明码标价"        },
        {"violations",             base::List{"price.no-marking"}},
        {"act_start",              today                         },
        {"act_end",                today                         },
        {"life_health_or_finance", false                         },
        {"harm",                   false                         },
        {"jurisdiction",           "confirmed"                   }
    };
    const base::Object paper{
        {"checked", "未明码标价"  },
        {"reasons", "符合立案条件"}
    };
    act_of_two(no, {
                       {"act",   "file_case"},
                       {"data",  data       },
                       {"paper", paper      }
    });
    return no;
}

}  // namespace

// Another district and the three administrators learn nothing: the case, its papers, evidence, uploads and
// proposals are not there, by every route.
TEST(Walls, StrangersFindNothingByAnyRoute) {
    const Furnished made = furnish();
    for (const char* account :
         {"machaoqun", "huxin", "leiming", "yufei", "chenggang", "baiyu", "dujuan", "fukai"}) {
        Officer& stranger = World::get().officer(account);
        for (const Route& route : routes_of_the_contract()) {
            if (!route.path.contains('{') || route.is_open) continue;
            const std::string target = filled(route.path, made.values(route.path));
            SCOPED_TRACE(fmt::format("{}: {} {}", account, route.method, target));
            const base::Value body = base::Object{
                {"act",  "note"                     },
                {"data", base::Object{{"text", "x"}}}
            };
            const Answer answer = route.method == "POST"  ? stranger.post(target, body)
                                  : route.method == "PUT" ? stranger.put(target, body)
                                                          : stranger.send(route.method, target);
            EXPECT_EQ(answer.status, 404) << answer.words();
        }
        const Answer list = stranger.get("/api/cases?list=all&limit=200");
        for (const base::Value& row : list.body.list("cases")) EXPECT_NE(row.text("no"), made.no);
    }
}

TEST(Walls, AdministratorsSeeNoCaseInAnyList) {
    (void)furnish();
    for (const char* account : {"baiyu", "dujuan", "fukai"}) {
        SCOPED_TRACE(account);
        Officer& admin = World::get().officer(account);
        for (const char* list : {"mine", "unit", "all"})
            EXPECT_TRUE(admin.get(fmt::format("/api/cases?list={}", list)).body.list("cases").empty())
                << list;
        const Answer inbox = admin.get("/api/inbox");
        for (const char* part : {"proposals", "returned", "clocks"})
            EXPECT_TRUE(inbox.body.list(part).empty()) << part;
        EXPECT_GE(admin.post("/api/cases", new_case_body()).status, 400);
    }
}

// The agency may read the case; only those it belongs to write in it.
TEST(Walls, AnotherStationReadsButDoesNotAct) {
    const std::string no = filed_case();
    const struct {
        const char* account;
        const char* why;
        int status;
    } table[] = {
        {"tangli",  "a handler of another station",       403},
        {"guqing",  "the head of another station",        403},
        {"yaobin",  "whose role a note does not ask for", 403},
        {"hefeng",  "the second handler",                 201},
        {"qianwei", "the head of the case's station",     201},
        {"luping",  "a leader of the agency",             201},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        Officer& officer = World::get().officer(row.account);
        EXPECT_EQ(officer.get("/api/cases/" + no).status, 200);
        const base::Value note = base::Object{
            {"act",  "note"                                  },
            {"data", base::Object{{"text", "电话联系当事人"}}}
        };
        const Answer answer = officer.post("/api/cases/" + no + "/acts", note);
        EXPECT_EQ(answer.status, row.status) << answer.words();
        const Answer draft = officer.put("/api/cases/" + no + "/drafts/note", base::Object());
        EXPECT_EQ(draft.status, row.status == 403 ? 403 : 200) << draft.words();
        if (row.status != 403) continue;
        const Answer upload =
            officer.post("/api/cases/" + no + "/uploads", base::Object{
                                                              {"name", "现场.png"},
                                                              {"size", 70        }
        });
        EXPECT_EQ(upload.status, 403) << upload.words();
        EXPECT_EQ(answer.code(), "not_authorised");
        EXPECT_NE(answer.body.text("detail").find("本案办案人员"), std::string::npos) << answer.words();
        EXPECT_EQ(officer.post("/api/cases/" + no + "/acts/check", note).status, 403);
    }
}

TEST(Walls, NobodyUnsignedPasses) {
    const Furnished made = furnish();
    for (const Route& route : routes_of_the_contract()) {
        if (route.path == "/api/session" || route.is_open) continue;
        const std::string target = filled(route.path, made.values(route.path));
        SCOPED_TRACE(route.method + " " + target);
        http::Client client("127.0.0.1", World::get().port());
        const auto response = client.send(route.method, target,
                                          {
                                              {"Content-Type", "application/json"}
        },
                                          "{}");
        ASSERT_TRUE(response);
        EXPECT_EQ(response->status, 401);
    }
}

// What is open is named here one by one: a new open route is a decision, not an oversight.
TEST(Walls, OnlyTheLawAndTheExplorerAreOpen) {
    std::vector<std::string> open;
    for (const Route& route : routes_of_the_contract()) {
        if (!route.is_open) continue;
        open.push_back(route.method + " " + route.path);
        http::Client client("127.0.0.1", World::get().port());
        const auto response = client.send(route.method,
                                          filled(route.path,
                                                 {
                                                     {"code",    "APL"},
                                                     {"article", "1"  }
        }),
                                          {{"Content-Type", "application/json"}}, "{}");
        ASSERT_TRUE(response) << open.back();
        EXPECT_LT(response->status, 500) << open.back();
        EXPECT_TRUE(response->status != 401 || route.path == "/api/session") << open.back();
        EXPECT_EQ(response->body.find("990101-"), std::string::npos)
            << "no case in the open: " << open.back();
    }
    // GET /api/check: whoever holds a paper asks whether it is ours; nothing personal is in the answer.
    // POST /api/served: the recipient of a paper has no account; his link and his code are his sign-in.
    // POST /api/heads: another installation brings its day heads; its signature is its sign-in.
    EXPECT_EQ(open, (std::vector<std::string>{
                        "POST /api/session", "POST /api/heads", "GET /api/laws", "GET /api/laws/{code}",
                        "GET /api/laws/{code}/articles/{article}", "GET /api/citations", "GET /api/check",
                        "GET /api/explorer", "GET /api/explorer/items", "GET /api/explorer/items/{id}",
                        "POST /api/explorer/decide", "POST /api/served", "POST /api/served/open",
                        "POST /api/served/code", "POST /api/served/paper"}));
}

// Whatever a signed-in person asks for, the answer is an answer: never a failure of the server.
TEST(Walls, NoRouteFailsForAnybody) {
    const Furnished made = furnish();
    for (const std::string& account : accounts()) {
        Officer& officer = World::get().officer(account);
        for (const Route& route : routes_of_the_contract()) {
            if (route.path.starts_with("/api/session")) continue;
            const std::string target = filled(route.path, made.values(route.path));
            SCOPED_TRACE(fmt::format("{}: {} {}", account, route.method, target));
            const Answer answer = route.method == "GET"
                                      ? officer.get(target)
                                      : officer.send(route.method, target,
                                                     {
                                                         {"Content-Type", "application/json"}
            },
                                                     "[]");
            EXPECT_LT(answer.status, 500) << answer.words();
            if (answer.status >= 400) {
                EXPECT_FALSE(answer.body.text("detail").empty()) << answer.words();
            }
        }
    }
}

}  // namespace http_test
