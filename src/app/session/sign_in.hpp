#pragma once
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.hpp"
#include "ports/clock.hpp"
#include "ports/crypto.hpp"
#include "ports/identity_store.hpp"
#include "ports/random.hpp"

namespace session {

struct SignInPolicy {
    int failures_before_lock = 5;
    std::chrono::minutes lock_for{15};
    std::chrono::hours session_for{12};
    std::size_t password_characters_min = 10;
    std::chrono::seconds session_kept_for{1};  // before it is looked up again
};

struct SignedIn {
    std::string token;  // for the cookie; only its SM3 is kept
    ports::Session session;
};

// Opening, reading and ending a session; what ends it elsewhere (an account closed) is felt a second later.
// An unknown account, a wrong password and a locked account cost the same time and get the same words, so
// that nobody learns which accounts exist.
class SignIn {
  public:
    SignIn(ports::IdentityStore& store, ports::PasswordHasher& passwords, const ports::Hasher& hasher,
           ports::Random& random, const ports::Clock& clock, SignInPolicy policy = {})
        : store_(store),
          passwords_(passwords),
          hasher_(hasher),
          random_(random),
          clock_(clock),
          policy_(policy) {}

    base::Result<SignedIn> sign_in(std::string_view account, std::string_view password);
    base::Result<ports::Session> session(std::string_view token);  // `not_signed_in`
    base::Result<void> sign_out(std::string_view token);
    base::Result<void> change_password(std::string_view token, std::string_view old_password,
                                       std::string_view new_password);
    void forget_sessions();  // posts or grants changed: each session is read anew

  private:
    struct Kept {
        ports::Session session;
        base::Instant read_at;
    };
    base::Result<void> refuse(const ports::Account& account, base::Instant now);
    std::string decoy_hash();
    std::optional<ports::Session> kept(const std::string& digest, base::Instant now);
    void keep(const std::string& digest, const ports::Session& session, base::Instant now);

    ports::IdentityStore& store_;
    ports::PasswordHasher& passwords_;
    const ports::Hasher& hasher_;
    ports::Random& random_;
    const ports::Clock& clock_;
    SignInPolicy policy_;
    std::mutex kept_mutex_;
    std::unordered_map<std::string, Kept> kept_;  // by digest; a page asks for several things at once
    std::mutex decoy_mutex_;
    std::string decoy_;  // a hash of nobody's password, made at the first need
};

// A new password must be long enough and not be the account's name.
base::Result<void> check_new_password(std::string_view password, std::string_view account,
                                      std::size_t characters_min);

// The person in the first of his agencies, with all roles he holds there; in none: `no_post`.
base::Result<identity::Viewer> viewer_of(const ports::Session& session);

}  // namespace session
