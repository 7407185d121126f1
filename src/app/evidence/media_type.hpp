#pragma once
#include <string>
#include <string_view>

namespace evidence {

// The media type of a file by its first bytes, never by its name; "" for a kind that is not taken as
// evidence: pictures, PDF, DOCX, plain text, audio, video are.
std::string media_type_of(std::string_view head);

// Whether a name like "现场.jpg" claims a kind the content is not.
bool name_contradicts(std::string_view name, std::string_view media_type);

}  // namespace evidence
