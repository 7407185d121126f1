#pragma once
#include <span>
#include <string>

namespace commands {

// One command each. The arguments are those behind its name; the result is the exit status: 0 done, 1 refused
// by law or a failed check, 2 bad input.
using Arguments = std::span<const std::string>;
int serve(Arguments arguments);
int decide(Arguments arguments);
int replay(Arguments arguments);
int procedure_page(Arguments arguments);
int render(Arguments arguments);
int proofread(Arguments arguments);
int verify(Arguments arguments);
int volume(Arguments arguments);
int migrate(Arguments arguments);
int user(Arguments arguments);
int digest(Arguments arguments);
int self_check_command(Arguments arguments);
int rebuild_command(Arguments arguments);
int catalogue(Arguments arguments);  // check, import
int check_catalogue(Arguments arguments);
int import_laws(Arguments arguments);

}  // namespace commands
