#include "installation/certificates.hpp"

#include "signing/authority.hpp"
#include "signing/x509.hpp"

namespace installation {

namespace {

base::Instant years_later(base::Instant now, int years) {
    return now.plus_hours(years * 365 * 24);
}

// Certificates count whole seconds and begin a little before now, for clocks that differ.
base::Instant begin_of(base::Instant now) {
    return base::Instant(std::chrono::floor<std::chrono::seconds>(now.plus_hours(-1).point()));
}

}  // namespace

base::Result<ports::StoredAuthority> Certificates::own() const {
    auto found = TRY(store_.own_authority());
    if (!found) return base::fail("no_authority", "还没有安装根证书，请先运行 zhiheng certificate authority");
    return *std::move(found);
}

base::Result<std::string> Certificates::make_authority(std::string_view name) {
    if (TRY(store_.own_authority())) return base::fail("already_there", "安装根证书已经存在");
    const auto key = TRY(signing_keys::PrivateKey::generate());
    const base::Instant from = begin_of(clock_.now());
    const std::string serial = "0" + random_.hex(8).substr(1);
    const std::string pem =
        signing_keys::Authority::self_certified(key, {.name = std::string(name),
                                                      .organisation = {},
                                                      .serial = serial,
                                                      .from = from,
                                                      .until = years_later(from, authority_years)});
    const auto read = TRY(signing_keys::read_certificate(pem));
    TRY(store_.put_authority({.serial = read.serial,
                              .name = std::string(name),
                              .pem = pem,
                              .is_imported = false,
                              .sealed_pem = key.seal(local_.whole("authority"))},
                             clock_.now()));
    return read.serial;
}

base::Result<std::string> Certificates::issue(const Holder& holder, std::string_view passphrase) {
    const ports::StoredAuthority authority = TRY(own());
    const auto opened =
        TRY(signing_keys::Authority::open(authority.pem, authority.sealed_pem, local_.whole("authority")));
    if (holder.in_service && !service_)
        return base::fail("signer_unavailable", "没有连接签名服务，请用 --signer 指明套接字");
    const std::string id = random_.id();
    ports::KeptKey key;
    if (holder.in_service)
        key = TRY(service_->make_key(id, holder.user_id, passphrase));
    else
        key = TRY(signing_keys::LocalSigner(local_).make_key(id, holder.user_id, passphrase));
    const base::Instant from = begin_of(clock_.now());
    const signing_keys::Subject subject{.name = holder.name,
                                        .organisation = holder.organisation,
                                        .serial = "0" + random_.hex(8).substr(1),
                                        .from = from,
                                        .until = years_later(from, certificate_years)};
    const std::string pem = TRY(opened.certify(key.public_pem, subject));
    const auto read = TRY(signing_keys::read_certificate(pem));
    TRY(store_.put_key({.key = key, .region = holder.region, .person = holder.person}, clock_.now()));
    TRY(store_.put_certificate({.serial = read.serial,
                                .region = holder.region,
                                .person = holder.person,
                                .name = holder.name,
                                .pem = pem,
                                .authority = authority.serial,
                                .from = read.from,
                                .until = read.until},
                               id, clock_.now()));
    return read.serial;
}

base::Result<std::string> Certificates::import_authority(std::string_view pem) {
    const auto read = TRY(signing_keys::read_certificate(pem));
    if (!read.is_authority || !signing_keys::is_issued_by(pem, pem))
        return base::fail("bad_certificate", "这不是自签的根证书", {}, "certificate");
    for (const auto& one : TRY(store_.authorities()))
        if (one.serial == read.serial) return base::fail("already_there", "这张根证书已经导入");
    TRY(store_.put_authority(
        {.serial = read.serial, .name = read.subject, .pem = std::string(pem), .is_imported = true},
        clock_.now()));
    return read.serial;
}

base::Result<std::string> Certificates::import_certificate(std::string_view pem) {
    const auto read = TRY(signing_keys::read_certificate(pem));
    std::string authority;
    for (const auto& one : TRY(store_.authorities()))
        if (signing_keys::is_issued_by(pem, one.pem)) authority = one.serial;
    if (authority.empty())
        return base::fail("bad_certificate", "没有签发这张证书的根证书，请先导入", {}, "certificate");
    const std::string public_pem = TRY(signing_keys::public_pem_of(pem));
    const auto key = TRY(store_.key_of(public_pem));
    if (!key) return base::fail("bad_certificate", "这张证书的公钥不是本系统的密钥", {}, "certificate");
    TRY(store_.put_certificate({.serial = read.serial,
                                .region = key->region,
                                .person = key->person,
                                .name = read.subject,
                                .pem = std::string(pem),
                                .authority = authority,
                                .from = read.from,
                                .until = read.until},
                               key->key.id, clock_.now()));
    return read.serial;
}

base::Result<void> Certificates::revoke(std::string_view serial, std::string_view reason) {
    return store_.revoke(serial, {.at = clock_.now(), .reason = std::string(reason)});
}

base::Result<std::string> Certificates::revocation_list() {
    const ports::StoredAuthority authority = TRY(own());
    const auto opened =
        TRY(signing_keys::Authority::open(authority.pem, authority.sealed_pem, local_.whole("authority")));
    std::vector<signing_keys::Authority::Revoked> revoked;
    for (const auto& one : TRY(store_.certificates()))
        if (one.revoked && one.authority == authority.serial)
            revoked.push_back({.serial = one.serial, .at = one.revoked->at});
    constexpr int hours_until_next = 30 * 24;
    return opened.revocation_list(revoked, clock_.now(), clock_.now().plus_hours(hours_until_next));
}

base::Result<base::Value> Certificates::list() {
    base::List authorities, certificates;
    for (const auto& one : TRY(store_.authorities()))
        authorities.push_back(base::Object{
            {"serial",   one.serial     },
            {"name",     one.name       },
            {"imported", one.is_imported},
            {"pem",      one.pem        }
        });
    for (const auto& one : TRY(store_.certificates()))
        certificates.push_back(base::Object{
            {"serial",  one.serial                                                      },
            {"agency",  one.region                                                      },
            {"person",  one.person                                                      },
            {"name",    one.name                                                        },
            {"from",    one.from.str()                                                  },
            {"until",   one.until.str()                                                 },
            {"revoked", one.revoked ? base::Value(one.revoked->at.str()) : base::Value()}
        });
    return base::Object{
        {"authorities",  std::move(authorities) },
        {"certificates", std::move(certificates)}
    };
}

}  // namespace installation
