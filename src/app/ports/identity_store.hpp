#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "identity/viewer.hpp"

namespace ports {

struct Account {
    std::string person;
    std::string account;  // the name typed at sign-in
    std::string password_hash;
    bool must_change_password = false;
    int failures = 0;  // since the last success
    std::optional<base::Instant> locked_until = {};
};

struct Post {
    std::string node, node_name;
    std::string agency, agency_name;  // region code and name of the bureau above the node
    std::vector<std::string> roles;
};

struct Session {
    std::string person, name, account;
    std::vector<Post> posts;  // those valid on the day asked for
    bool must_change_password = false;
    base::Instant expires_at;
    std::optional<base::Date> left_on = {};  // the last day of his last post, when he holds none
    std::string left_agency = {};            // and of which agency it was
};

// Accounts and sessions. These calls come before there is a Viewer; a session is known by the SM3 of its
// token, the token itself is never stored.
class IdentityStore {
  public:
    virtual ~IdentityStore() = default;
    virtual base::Result<std::optional<Account>> find_account(std::string_view account) = 0;
    // Counts one failure and returns how many there are now; two attempts at once count as two.
    virtual base::Result<int> note_failure(std::string_view person, base::Instant at) = 0;
    virtual base::Result<void> lock(std::string_view person, base::Instant until) = 0;
    // Clears the failures and opens the session.
    virtual base::Result<void> open_session(std::string_view person, std::string_view token_sm3,
                                            base::Instant at, base::Instant expires_at) = 0;
    // Nothing when there is no such session or it has expired or the account was closed.
    virtual base::Result<std::optional<Session>> find_session(std::string_view token_sm3,
                                                              base::Instant at) = 0;
    virtual base::Result<void> close_session(std::string_view token_sm3) = 0;
    // Sets the new hash, clears must_change_password, ends every other session of the person.
    virtual base::Result<void> change_password(std::string_view person, std::string_view password_hash,
                                               std::string_view keep_token_sm3) = 0;
    // Administration (`zhiheng user`, demonstration): adds the account or sets its password anew.
    virtual base::Result<void> put_account(std::string_view person, std::string_view account,
                                           std::string_view password_hash, bool must_change_password) = 0;
};

}  // namespace ports
