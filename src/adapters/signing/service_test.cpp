#include "signing/service.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

#include "signing/private_key.hpp"
#include "signing/service_signer.hpp"
#include "signing/wire.hpp"

namespace {

// The service in a process of its own, as a hardware module would stand beside the server.
class Process {
  public:
    Process() : child_(fork()) {
        if (child_ != 0) return;
        const std::atomic<bool> never = false;
        const auto service = signing_keys::Service::open(socket(), folder_ / "keys");
        if (service) service->run(never);
        _exit(1);
    }
    ~Process() {
        stop();
        std::filesystem::remove_all(folder_);
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    std::string socket() const { return folder_ / "socket"; }
    std::filesystem::path folder() const { return folder_; }
    void await() const {
        for (int i = 0; i < 500 && !signing_keys::Wire::to(socket()); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    void stop() {
        if (child_ <= 0) return;
        kill(child_, SIGKILL);
        waitpid(child_, nullptr, 0);
        child_ = 0;
    }

  private:
    static std::filesystem::path fresh() {
        std::string pattern = std::filesystem::temp_directory_path() / "zhiheng-signer-XXXXXX";
        return mkdtemp(pattern.data());
    }
    std::filesystem::path folder_ = fresh();
    pid_t child_;
};

}  // namespace

TEST(SigningService, SignsWithKeysThatNeverLeaveIt) {
    Process process;
    process.await();
    signing_keys::ServiceSigner signer(process.socket());
    const auto key = signer.make_key("agency-990101", signing::standard_user_id, "246810");
    ASSERT_TRUE(key) << key.error().message;
    EXPECT_EQ(key->holder, "service");
    EXPECT_TRUE(key->sealed_pem.empty());
    const auto signature = signer.sign(*key, "246810", "{\"内容\":\"多行\\n文字\"}\n第二行");
    ASSERT_TRUE(signature) << signature.error().message;
    const auto pkey = signing_keys::read_public(key->public_pem);
    EXPECT_TRUE(signing_keys::signature_holds(pkey.get(), key->user_id, "{\"内容\":\"多行\\n文字\"}\n第二行",
                                              *signature));
    const auto mode = std::filesystem::status(process.folder() / "keys" / "agency-990101.json").permissions();
    EXPECT_EQ(mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
              std::filesystem::perms::none);
}

TEST(SigningService, SaysWhyItDoesNotSign) {
    Process process;
    process.await();
    signing_keys::ServiceSigner signer(process.socket());
    const auto key = signer.make_key("k", signing::standard_user_id, "246810");
    ASSERT_TRUE(key);
    EXPECT_EQ(signer.sign(*key, "000000", "x").error().code, "key_unreadable");
    EXPECT_EQ(signer.sign({.id = "other"}, "246810", "x").error().code, "bad_key");
    EXPECT_EQ(signer.sign({.id = "../../k"}, "246810", "x").error().code, "bad_key");
    EXPECT_EQ(signer.make_key("k", signing::standard_user_id, "1").error().code, "bad_key")
        << "never overwritten";
    process.stop();
    EXPECT_EQ(signer.sign(*key, "246810", "x").error().code, "signer_unavailable");
}
