#include "session/sign_in.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace session {

namespace {

std::unexpected<base::Error> wrong_credentials() {
    return base::fail("wrong_credentials", "账号或者密码不正确，或者账号已被暂时锁定，请稍后再试");
}

base::Instant after(base::Instant at, std::chrono::milliseconds span) {
    return base::Instant(at.point() + span);
}

}  // namespace

// A hash nobody's password matches, so that an unknown account takes as long as a known one.
std::string SignIn::decoy_hash() {
    const std::scoped_lock lock(decoy_mutex_);
    if (decoy_.empty()) {
        if (auto made = passwords_.hash(random_.hex(16))) decoy_ = *made;
    }
    return decoy_;
}

base::Result<SignedIn> SignIn::sign_in(std::string_view account, std::string_view password) {
    const base::Instant now = clock_.now();
    const auto found = TRY(store_.find_account(account));
    if (!found) {
        (void)passwords_.matches(password, decoy_hash());
        return wrong_credentials();
    }
    const bool matches = passwords_.matches(password, found->password_hash);
    if (found->locked_until && now < *found->locked_until) return wrong_credentials();
    if (!matches) {
        TRY(refuse(*found, now));
        return wrong_credentials();
    }
    SignedIn result{.token = random_.hex(32), .session = {}};
    const std::string digest = hasher_.sm3(result.token);
    TRY(store_.open_session(found->person, digest, now, after(now, policy_.session_for)));
    auto session = TRY(store_.find_session(digest, now));
    if (!session) return wrong_credentials();
    result.session = std::move(*session);
    return result;
}

base::Result<void> SignIn::refuse(const ports::Account& account, base::Instant now) {
    const int failures = TRY(store_.note_failure(account.person, now));
    if (failures < policy_.failures_before_lock) return {};
    return store_.lock(account.person, after(now, policy_.lock_for));
}

std::optional<ports::Session> SignIn::kept(const std::string& digest, base::Instant now) {
    const std::scoped_lock lock(kept_mutex_);
    const auto found = kept_.find(digest);
    if (found == kept_.end() || now >= found->second.session.expires_at || now < found->second.read_at ||
        now.point() - found->second.read_at.point() >= policy_.session_kept_for)
        return std::nullopt;
    return found->second.session;
}

void SignIn::keep(const std::string& digest, const ports::Session& session, base::Instant now) {
    constexpr std::size_t sessions_max = 4096;
    const std::scoped_lock lock(kept_mutex_);
    if (kept_.size() >= sessions_max) kept_.clear();
    kept_.insert_or_assign(digest, Kept{session, now});
}

void SignIn::forget_sessions() {
    const std::scoped_lock lock(kept_mutex_);
    kept_.clear();
}

base::Result<ports::Session> SignIn::session(std::string_view token) {
    if (token.empty()) return base::fail("not_signed_in", "请先登录");
    const std::string digest = hasher_.sm3(token);
    const base::Instant now = clock_.now();
    if (auto known = kept(digest, now)) return *std::move(known);
    auto session = TRY(store_.find_session(digest, now));
    if (!session) return base::fail("not_signed_in", "登录已失效，请重新登录；已保存的草稿不会丢失");
    keep(digest, *session, now);
    return std::move(*session);
}

base::Result<void> SignIn::sign_out(std::string_view token) {
    auto closed = store_.close_session(hasher_.sm3(token));
    forget_sessions();
    return closed;
}

base::Result<void> SignIn::change_password(std::string_view token, std::string_view old_password,
                                           std::string_view new_password) {
    const ports::Session open = TRY(session(token));
    const auto account = TRY(store_.find_account(open.account));
    if (!account) return base::fail("not_signed_in", "请先登录");
    const base::Instant now = clock_.now();
    if (account->locked_until && now < *account->locked_until)
        return base::fail("wrong_password", "尝试次数过多，请稍后再试", {}, "old");
    if (!passwords_.matches(old_password, account->password_hash)) {
        TRY(refuse(*account, now));
        return base::fail("wrong_password", "原密码不正确", {}, "old");
    }
    TRY(check_new_password(new_password, account->account, policy_.password_characters_min));
    if (old_password == new_password) return base::fail("weak_password", "新密码不能与原密码相同", {}, "new");
    const std::string hash = TRY(passwords_.hash(new_password));
    auto changed = store_.change_password(open.person, hash, hasher_.sm3(token));
    forget_sessions();
    return changed;
}

base::Result<void> check_new_password(std::string_view password, std::string_view account,
                                      std::size_t characters_min) {
    if (base::character_count(password) < characters_min)
        return base::fail("weak_password", fmt::format("新密码不能少于{}个字符", characters_min), {}, "new");
    if (password == account) return base::fail("weak_password", "新密码不能与账号相同", {}, "new");
    return {};
}

base::Result<identity::Viewer> viewer_of(const ports::Session& session) {
    if (session.posts.empty() && session.left_on)
        return base::fail(
            "no_post",
            fmt::format("您在{}的任职已于{}终止，不能再办理事项；您经办的案件由办案机构负责人交接",
                        session.left_agency, session.left_on->chinese()),
            "行政处罚法 第四十二条第一款");
    if (session.posts.empty()) return base::fail("no_post", "该人员目前没有任职，不能办理事项");
    const ports::Post& first = session.posts.front();
    identity::Viewer viewer{.person = session.person,
                            .name = session.name,
                            .node = first.node,
                            .agency = first.agency,
                            .roles = {}};
    for (const ports::Post& post : session.posts) {
        if (post.agency != viewer.agency) continue;
        for (const std::string& role : post.roles)
            if (!viewer.has_role(role)) viewer.roles.push_back(role);
    }
    return viewer;
}

}  // namespace session
