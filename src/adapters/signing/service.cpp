#include "signing/service.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

#include "json/json.hpp"
#include "signing/certificate.hpp"
#include "signing/private_key.hpp"
#include "signing/wire.hpp"

namespace signing_keys {

namespace {

base::Result<std::filesystem::path> file_of(const std::filesystem::path& folder, std::string_view key) {
    const auto fits = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_';
    };
    if (key.empty() || key.size() > 100 || !std::ranges::all_of(key, fits))
        return base::fail("bad_key", "密钥编号不正确", {}, "key");
    return folder / (std::string(key) + ".json");
}

base::Result<base::Value> make_key(const std::filesystem::path& folder, const base::Value& question) {
    const auto file = TRY(file_of(folder, question.text("key")));
    if (std::filesystem::exists(file)) return base::fail("bad_key", "已有这个编号的密钥", {}, "key");
    const PrivateKey key = TRY(PrivateKey::generate());
    const base::Value kept = base::Object{
        {"user_id",    question.text("user_id")             },
        {"public_key", key.public_pem()                     },
        {"sealed",     key.seal(question.text("passphrase"))}
    };
    const mode_t before = umask(0077);
    std::ofstream out(file);
    umask(before);
    out << json::write(kept);
    out.flush();
    if (!out) return base::fail("storage_error", "密钥不能写入");
    return base::Object{
        {"public_key", kept.text("public_key")}
    };
}

base::Result<base::Value> sign(const std::filesystem::path& folder, const base::Value& question) {
    std::ifstream in(TRY(file_of(folder, question.text("key"))));
    if (!in) return base::fail("bad_key", "签名服务没有这个密钥", {}, "key");
    const base::Value kept = TRY(json::parse(std::string(std::istreambuf_iterator<char>(in), {})));
    const PrivateKey key = TRY(PrivateKey::open(kept.text("sealed"), question.text("passphrase")));
    return base::Object{
        {"signature", key.sign(kept.text("user_id"), question.text("text"))}
    };
}

base::Result<base::Value> answer(const std::filesystem::path& folder, const base::Value& question) {
    if (question.text("do") == "make_key") return make_key(folder, question);
    if (question.text("do") == "sign") return sign(folder, question);
    return base::fail("unknown_field", "签名服务不认识这个请求", {}, "do");
}

void serve(const std::filesystem::path& folder, int descriptor) {
    constexpr timeval patience{.tv_sec = 10, .tv_usec = 0};
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    Wire wire(descriptor);
    const auto question = wire.take();
    if (!question) return;
    const auto made = answer(folder, *question);
    const base::Value said = made ? *made
                                  : base::Value(base::Object{
                                        {"error", base::Object{{"code", made.error().code},
                                                               {"message", made.error().message},
                                                               {"field", made.error().field}}}
    });
    static_cast<void>(wire.put(said));
}

}  // namespace

base::Result<Service> Service::open(const std::string& socket, std::filesystem::path keys) {
    std::error_code failure;
    std::filesystem::create_directories(keys, failure);
    if (failure) return base::fail("storage_error", "不能建立目录 " + keys.string());
    return Service(TRY(listen_at(socket)), std::move(keys));
}

void Service::run(const std::atomic<bool>& stop) const {
    while (!stop) {
        pollfd waiting{.fd = listening_, .events = POLLIN, .revents = 0};
        if (poll(&waiting, 1, 200) <= 0) continue;
        const int caller = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (caller >= 0) serve(keys_, caller);
    }
}

}  // namespace signing_keys
