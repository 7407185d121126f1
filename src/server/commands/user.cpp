#include <iostream>

#include "commands/commands.hpp"
#include "commands/options.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng user password 人员编号 账号 [--data 目录] [--database URL]
为一名人员建立账号或者重新设置密码。新密码从标准输入读取一行；本人首次登录时必须修改。
)";

base::Result<void> set_password(const Options& options) {
    installation::Place place = place_of(options);
    place.when_in_use = postgres::Cluster::WhenInUse::join;
    place.must_exist = true;
    const auto opened = TRY(installation::Installation::open(place));
    std::string password;
    std::getline(std::cin, password);
    const std::string& account = options.words()[2];
    TRY(session::check_new_password(password, account, session::SignInPolicy{}.password_characters_min));
    const auto& ports = opened->office().ports;
    const std::string hash = TRY(ports.passwords.hash(password));
    return ports.identities.put_account(options.words()[1], account, hash, true);
}

}  // namespace

int user(Arguments arguments) {
    const auto options = Options::read(arguments, {"--data", "--database"}, {});
    if (!options) return complain(options.error());
    if (options->help() || options->words().size() != 3 || options->words().front() != "password") {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto made = set_password(*options);
    if (!made) return complain(made.error());
    std::cout << "已设置\n";
    return done;
}

}  // namespace commands
