#include "postgres/identity/identity_store.hpp"

namespace postgres {
namespace {

const Context& sign_in() {
    static const Context context = Context::for_purpose("sign_in");
    return context;
}

Step note_step(std::string_view person, std::string_view action) {
    return {"identity/note", Params(person, action)};
}

ports::Post read_post(const Row& row) {
    return {.node = row.text("node"),
            .node_name = row.text("node_name"),
            .agency = row.text("agency"),
            .agency_name = row.text("agency_name"),
            .roles = row.texts("roles")};
}

}  // namespace

base::Result<std::optional<ports::Account>> IdentityStore::find_account(std::string_view account) {
    const auto rows = TRY(app_.read(sign_in(), "identity/find_account", Params(account)));
    if (rows.empty()) return std::nullopt;
    const auto row = rows.front();
    return ports::Account{.person = row.text("person"),
                          .account = row.text("account"),
                          .password_hash = row.text("password_hash"),
                          .must_change_password = row.truth("must_change_password"),
                          .failures = row.number("failures"),
                          .locked_until = row.instant_or_none("locked_until")};
}

base::Result<int> IdentityStore::note_failure(std::string_view person, base::Instant) {
    const auto answers = TRY(app_.write(
        sign_in(), std::vector<Step>{
                       {"identity/note_failure", Params(person)},
                       note_step(person, "sign_in_failed")
    }));
    if (answers[0].empty()) return base::fail("not_found", "没有这个账户");
    return answers[0].front().number("failures");
}

base::Result<void> IdentityStore::lock(std::string_view person, base::Instant until) {
    TRY(app_.write(sign_in(),
                   std::vector<Step>{
                       {"identity/lock", Params(person, until)},
                       note_step(person, "account_locked")
    }));
    return {};
}

base::Result<void> IdentityStore::open_session(std::string_view person, std::string_view token_sm3,
                                               base::Instant at, base::Instant expires_at) {
    TRY(app_.write(sign_in(), std::vector<Step>{
                                  {"identity/drop_expired", Params(at)},
                                  {"identity/clear_failures", Params(person)},
                                  {"identity/open_session", Params(token_sm3, person, at, expires_at)},
                                  note_step(person, "signed_in")
    }));
    return {};
}

base::Result<std::optional<ports::Session>> IdentityStore::find_session(std::string_view token_sm3,
                                                                        base::Instant at) {
    const auto rows = TRY(app_.read(sign_in(), "identity/find_session", Params(token_sm3, at, at.date())));
    if (rows.empty()) return std::nullopt;
    const auto first = rows.front();
    ports::Session session{.person = first.text("person"),
                           .name = first.text("name"),
                           .account = first.text("account"),
                           .posts = {},
                           .must_change_password = first.truth("must_change_password"),
                           .expires_at = first.instant("expires_at"),
                           .left_on = first.date_or_none("left_on"),
                           .left_agency = first.text_or_none("left_agency").value_or("")};
    for (const auto row : rows)
        if (!row.is_null("node")) session.posts.push_back(read_post(row));
    return session;
}

base::Result<void> IdentityStore::close_session(std::string_view token_sm3) {
    TRY(app_.write(sign_in(), "identity/close_session", Params(token_sm3)));
    return {};
}

base::Result<void> IdentityStore::change_password(std::string_view person, std::string_view password_hash,
                                                  std::string_view keep_token_sm3) {
    TRY(app_.write(sign_in(), std::vector<Step>{
                                  {"identity/change_password",      Params(person, password_hash) },
                                  {"identity/close_other_sessions", Params(person, keep_token_sm3)},
                                  note_step(person, "password_changed")
    }));
    return {};
}

base::Result<void> IdentityStore::put_account(std::string_view person, std::string_view account,
                                              std::string_view password_hash, bool must_change_password) {
    TRY(app_.write(sign_in(),
                   std::vector<Step>{
                       {"identity/put_account", Params(person, account, password_hash, must_change_password)},
                       note_step(person, "account_set")
    }));
    return {};
}

}  // namespace postgres
