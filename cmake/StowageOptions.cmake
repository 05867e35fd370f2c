# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target that every target of ours links: language level, warnings, Qt's strictness, sanitizers.
option(STOWAGE_WERROR "Warnings are errors" ON)
option(STOWAGE_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
option(STOWAGE_LTO "Link-time optimisation" OFF)

add_library(stowage_options INTERFACE)
target_compile_features(stowage_options INTERFACE cxx_std_20)
target_include_directories(stowage_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(stowage_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wundef
    $<$<BOOL:${STOWAGE_WERROR}>:-Werror>)
target_compile_definitions(stowage_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(STOWAGE_SANITIZE)
    target_compile_options(stowage_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(stowage_options INTERFACE -fsanitize=address,undefined)
endif()
if(STOWAGE_LTO)
    set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
endif()

option(STOWAGE_CCACHE "Use ccache where it is installed" ON)
find_program(CCACHE_PROGRAM ccache)
if(STOWAGE_CCACHE AND CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers are found again only when ccache may overlook their time stamps and defines.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime;CCACHE_BASEDIR=${PROJECT_SOURCE_DIR};CCACHE_NOHASHDIR=1;${CCACHE_PROGRAM}")
    target_compile_options(stowage_options INTERFACE -fpch-preprocess)
endif()
find_program(LLD_PROGRAM ld.lld)
if(LLD_PROGRAM AND NOT STOWAGE_LTO)
    # bfd needs seconds where lld needs tenths; LTO stays with the compiler's own linker plugin.
    target_link_options(stowage_options INTERFACE -fuse-ld=lld)
endif()
