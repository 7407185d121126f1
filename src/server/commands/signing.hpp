#pragma once
#include "commands/commands.hpp"

namespace commands {

int certificate(Arguments arguments);
int signer(Arguments arguments);

}  // namespace commands
