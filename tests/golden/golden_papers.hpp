#pragma once
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "document/template.hpp"

namespace golden {

// One row of papers.yaml with the facts that fill it.
struct Paper {
    std::string name;
    std::string form;
    base::Value facts;
    document::Sheet sheet = document::Sheet::a4;
};

// The paper filled, on the sheet it is wanted on.
base::Result<document::Document> filled(const Paper& paper);

std::vector<Paper> papers();
const document::Library& library();
std::string file_text(const std::filesystem::path& path);
extern const std::filesystem::path here;

template <class T>
T must(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code + " " + result.error().message);
    return std::move(*result);
}

}  // namespace golden
