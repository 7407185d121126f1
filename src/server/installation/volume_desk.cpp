#include "installation/volume_desk.hpp"

#include <fmt/format.h>

#include "json/json.hpp"
#include "postgres/cases/chain.hpp"
#include "postgres/signing/signing_store.hpp"
#include "volume/container.hpp"
#include "volume/writer.hpp"

namespace installation {

namespace {

ports::VolumePiece piece(int place, const std::string& title, const char* kind, std::string text) {
    ports::VolumePiece made{.item = {}, .file = {}, .bytes = std::move(text)};
    made.item.path = fmt::format("签名/{:03} {}.json", place, volume::safe_name(title));
    made.item.title = title;
    made.item.kind = kind;
    return made;
}

// Signatures with their certificates, and handwriting. They name their paper by its hash; a checker finds
// both in the list. Who may take the volume was asked before.
base::Result<void> add_signatures(postgres::Pool& app, const volume::Manifest& manifest,
                                  std::vector<ports::VolumePiece>& pieces) {
    const identity::Viewer keeper{
        .person = {}, .name = {}, .node = {}, .agency = manifest.agency, .roles = {"SYSTEM"}};
    postgres::SigningStore store(app);
    int place = 0;
    for (const auto& one : TRY(store.signatures_of_case(keeper, manifest.case_no))) {
        const base::Value said = TRY(json::parse(one.statement));
        const base::Value revoked =
            one.issued.revoked ? base::Value(one.issued.revoked->at.str()) : base::Value();
        const base::Value text = base::Object{
            {"statement",   one.statement           },
            {"signature",   one.signature           },
            {"certificate", one.issued.pem          },
            {"authority",   one.issued.authority_pem},
            {"revoked",     revoked                 }
        };
        const std::string title = fmt::format("{} {}", said.text("title"), signing::label_of(one.kind));
        pieces.push_back(piece(++place, title, "signature", json::write_canonical(text)));
    }
    for (const auto& one : TRY(store.handwritten_of_case(keeper, manifest.case_no)))
        pieces.push_back(piece(++place, one.role + " " + one.name, "handwriting", one.strokes));
    return {};
}

struct WorkFolder {
    explicit WorkFolder(std::filesystem::path made) : path(std::move(made)) {}
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::filesystem::path path;
};

}  // namespace

base::Result<std::vector<ports::ChainAct>> VolumeDesk::chain(const identity::Viewer& viewer,
                                                             std::string_view case_no) {
    return postgres::chain_of(app_, viewer, case_no);
}

// One file a case: a newer one takes the place of the older, under the eyes of whoever is still reading that
// one.
base::Result<std::filesystem::path> VolumeDesk::write(volume::Manifest manifest,
                                                      std::vector<ports::VolumePiece> pieces,
                                                      const std::vector<volume::Link>& chain) {
    std::error_code failure;
    std::filesystem::create_directories(folder_, failure);
    if (failure) return base::fail("storage_error", "不能建立目录 " + folder_.string());
    const auto sign = [&, agency = manifest.agency](std::string_view list) -> base::Result<volumes::Signed> {
        auto made = TRY(keys_.sign(agency, list));
        return volumes::Signed{.signature = std::move(made.signature),
                               .public_pem = std::move(made.public_pem)};
    };
    const auto path = folder_ / (volume::safe_name(manifest.case_no) + ".zip");
    const auto fresh = folder_ / (random_.id() + ".zip");
    TRY(add_signatures(app_, manifest, pieces));
    TRY(volumes::write(fresh, std::move(manifest), std::move(pieces), chain, sign));
    std::filesystem::rename(fresh, path, failure);
    if (failure) return base::fail("storage_error", "不能写入 " + path.string());
    return path;
}

base::Result<VolumeDesk::Room> VolumeDesk::room() {
    std::error_code failure;
    const auto path = folder_ / ("work-" + random_.id());
    std::filesystem::create_directories(path, failure);
    if (failure) return base::fail("storage_error", "不能建立目录 " + path.string());
    const auto held = std::make_shared<WorkFolder>(path);
    return Room(held, &held->path);
}

}  // namespace installation
