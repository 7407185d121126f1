# Warnings, linker and compiler cache for every target of the project.
add_library(zhiheng_warnings INTERFACE)
target_compile_options(zhiheng_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
    # g++ 12 reports these falsely inside std::string and std::variant at -O2 and with sanitizers
    -Wno-restrict -Wno-maybe-uninitialized)

find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()
find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
