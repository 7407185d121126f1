#pragma once
#include "base/error.hpp"
#include "base/value.hpp"
#include "http/response.hpp"

namespace http {

// RFC 9457 application/problem+json: {type, title, status, detail, code, basis?, field?, …more}. `title` says
// in Chinese what the code, else the status, stands for, `detail` the error's own message.
Response problem(int status, const base::Error& error, const base::Object& more = {});

}  // namespace http
