#pragma once
#include <filesystem>
#include <string_view>

#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/volume_desk.hpp"

namespace documents {

// Main and side file as they would be bound now, with pages, and what the file still lacks:
// {main: [{document, title, number, page}], side: […], missing: [{document, title, basis}], archived}.
base::Result<base::Value> volume_of(const office::Office&, const ports::VolumeDesk&, const identity::Viewer&,
                                    std::string_view no);

// The whole case as one signed file: papers in archive order, evidence, acts and their chain (程序规定
// 第七十八条). Only who works on the case, archives it or leads its agency takes it out: the side file is in
// it.
base::Result<std::filesystem::path> export_volume(const office::Office&, ports::VolumeDesk&,
                                                  const identity::Viewer&, std::string_view no);

}  // namespace documents
