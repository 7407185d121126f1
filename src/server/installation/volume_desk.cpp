#include "installation/volume_desk.hpp"

#include "postgres/cases/chain.hpp"
#include "volume/container.hpp"
#include "volume/writer.hpp"

namespace installation {

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
    TRY(volumes::write(fresh, std::move(manifest), std::move(pieces), chain, sign));
    std::filesystem::rename(fresh, path, failure);
    if (failure) return base::fail("storage_error", "不能写入 " + path.string());
    return path;
}

}  // namespace installation
