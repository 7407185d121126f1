#pragma once
#include <cstdint>
#include <filesystem>

namespace systems {

// As many open files as the system lets this process have: a connection each.
void raise_descriptor_limit();

// The calling thread works only while nobody else wants the processor: for what nobody waits for.
void give_way();

std::uint64_t peak_memory_kib();  // of this process, since its start
std::uint64_t current_memory_kib();

std::filesystem::path own_executable();

}  // namespace systems
