#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>

#include "commands/signing.hpp"
#include "commands/options.hpp"
#include "installation/signing_room.hpp"
#include "json/json.hpp"

namespace commands {

namespace {

constexpr std::string_view help =
    R"(用法：zhiheng certificate authority [名称]                  建立本安装的根证书
      zhiheng certificate agency 机关代码                   为机关签发电子印章证书
      zhiheng certificate officer 人员编号 --agency 代码     为执法人员签发签名证书；签名口令从标准输入读取一行
      zhiheng certificate import 文件.pem                   导入其他机构的根证书，或者它为本系统密钥签发的证书
      zhiheng certificate revoke 序列号 --reason 原因        吊销证书，自此刻起不能再用来签章
      zhiheng certificate list | crl                        列出证书；写出吊销列表（PEM）
选项：--data 目录、--database URL；--service 密钥由签名服务生成和保管（--signer 套接字）；--user-id SM2 用户标识（默认 1234567812345678）
)";

using installation::Certificates;
using installation::Installation;

identity::Viewer keeper_of(std::string agency) {
    return {.person = {}, .name = {}, .node = {}, .agency = std::move(agency), .roles = {"SYSTEM"}};
}

Certificates::Holder holder_for(const Options& options, const ports::Agency& agency) {
    Certificates::Holder holder{.region = agency.code, .person = {}, .name = agency.name, .organisation = {}};
    if (const auto id = options.value("--user-id")) holder.user_id = *id;
    holder.in_service = options.has("--service");
    return holder;
}

base::Result<std::string> issue_to_agency(Installation& opened, Certificates& certificates,
                                          const Options& options, const std::string& code) {
    const auto agency = TRY(opened.office().ports.directory.agency(keeper_of(code)));
    return certificates.issue(holder_for(options, agency), {});
}

base::Result<std::string> issue_to_officer(Installation& opened, Certificates& certificates,
                                           const Options& options, const std::string& id) {
    const auto viewer = keeper_of(options.value("--agency").value_or(""));
    const auto agency = TRY(opened.office().ports.directory.agency(viewer));
    const auto staff = TRY(opened.office().ports.directory.staff(viewer, opened.office().today()));
    const auto person = std::ranges::find(staff, id, &casefile::Staff::id);
    if (person == staff.end()) return base::fail("not_found", fmt::format("{}没有人员 {}", agency.name, id));
    std::string passphrase;
    std::getline(std::cin, passphrase);
    constexpr std::size_t passphrase_min = 6;
    if (passphrase.size() < passphrase_min) return base::fail("weak_passphrase", "签名口令至少六位");
    Certificates::Holder holder = holder_for(options, agency);
    holder.person = person->id;
    holder.name = person->name;
    holder.organisation = agency.name;
    return certificates.issue(holder, passphrase);
}

base::Result<std::string> import(Certificates& certificates, const std::string& path) {
    const std::string pem = TRY(read_input(path));
    auto authority = certificates.import_authority(pem);
    if (authority || authority.error().code != "bad_certificate") return authority;
    return certificates.import_certificate(pem);
}

base::Result<std::string> run(const Options& options) {
    installation::Place place = place_of(options);
    place.when_in_use = postgres::Cluster::WhenInUse::join;
    place.must_exist = true;
    const auto opened = TRY(Installation::open(place));
    const auto room = TRY(installation::SigningRoom::open(*opened, place, options.value("--signer")));
    Certificates& certificates = room->certificates();
    const auto& words = options.words();
    const std::string what = words[0], which = words.size() == 2 ? words[1] : "";
    if (what == "authority") return certificates.make_authority(which.empty() ? "执衡安装根证书" : which);
    if (what == "agency") return issue_to_agency(*opened, certificates, options, which);
    if (what == "officer") return issue_to_officer(*opened, certificates, options, which);
    if (what == "import") return import(certificates, which);
    if (what == "crl") return certificates.revocation_list();
    if (what == "list") return json::write_pretty(TRY(certificates.list()));
    TRY(certificates.revoke(which, options.value("--reason").value_or("")));
    return std::string("已吊销");
}

bool fits(const Options& options) {
    const auto& words = options.words();
    if (words.empty()) return false;
    const bool alone = words[0] == "list" || words[0] == "crl";
    const bool perhaps = words[0] == "authority";
    const bool with_one = words[0] == "agency" || words[0] == "import" ||
                          (words[0] == "officer" && options.value("--agency")) ||
                          (words[0] == "revoke" && options.value("--reason"));
    return ((alone || perhaps) && words.size() == 1) || ((with_one || perhaps) && words.size() == 2);
}

}  // namespace

int certificate(Arguments arguments) {
    const auto options = Options::read(
        arguments, {"--data", "--database", "--signer", "--agency", "--reason", "--user-id"}, {"--service"});
    if (!options) return complain(options.error());
    if (options->help() || !fits(*options)) {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto said = run(*options);
    if (!said) return complain(said.error());
    std::cout << *said << "\n";
    return done;
}

}  // namespace commands
