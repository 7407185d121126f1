#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "catalogue/yaml.hpp"
#include "world.hpp"

namespace http_test {

namespace {

struct Route {
    std::string method, path;
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
                routes.push_back({upper, path});
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

std::string upload_of(Officer& officer, const std::string& no) {
    const Answer started =
        officer.post("/api/cases/" + no + "/uploads", base::Object{
                                                          {"name", "现场照片.png"},
                                                          {"size", 100           }
    });
    EXPECT_EQ(started.status, 201) << started.words();
    return std::string(started.body.text("id"));
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
    made.evidence = "00000000000000000000000000000000";
    return made;
}

}  // namespace

// Another district learns nothing: the case, its papers, uploads and proposals are not there, by every route.
TEST(Walls, AnotherDistrictFindsNothingByAnyRoute) {
    const Furnished made = furnish();
    for (const char* account : {"machaoqun", "huxin", "leiming", "yufei", "chenggang"}) {
        Officer& stranger = World::get().officer(account);
        for (const Route& route : routes_of_the_contract()) {
            if (!route.path.contains('{')) continue;
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

TEST(Walls, NobodyUnsignedPasses) {
    const Furnished made = furnish();
    for (const Route& route : routes_of_the_contract()) {
        if (route.path == "/api/session") continue;
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
