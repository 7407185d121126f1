#pragma once
#include <string>

#include "http/request.hpp"
#include "http/response.hpp"

namespace http {

enum class AfterAnswer { keep_alive, close };

// The status line and headers as they go over the wire, with the security headers a response did not set
// itself. Line ends inside a value become spaces.
std::string wire_header(const Request& request, const Response& response, AfterAnswer after);

bool has_body(const Request& request, const Response& response);  // not HEAD, 1xx, 204, 304

// A write that a page of another origin makes the browser send (RFC 6454; Fetch metadata where there is no
// Origin).
bool is_foreign_write(const Request& request);

}  // namespace http
