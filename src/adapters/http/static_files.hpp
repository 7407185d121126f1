#pragma once
#include <filesystem>

#include "http/request.hpp"
#include "http/response.hpp"

namespace http {

// Answers from the built web folder: a file as it lies there (its .gz beside it when the browser takes gzip),
// index.html for every page path so that a reload lands where one was. Names under /assets carry a hash and
// never change; everything else is asked for again by its tag.
class StaticFiles {
  public:
    explicit StaticFiles(std::filesystem::path root) : root_(std::move(root)) {}
    Response answer(const Request& request) const;

  private:
    std::filesystem::path root_;
};

}  // namespace http
