# SPDX-License-Identifier: GPL-3.0-or-later
# stowage_test(NAME SOURCES a.cpp … [LIBS …] [LABELS …] [TIMEOUT seconds])
# One Qt Test executable, run off screen, with the sanitizers' options set so that any report fails it.
function(stowage_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE stowage_options stowage_test_support ${ARG_LIBS} Qt6::Test Qt6::Network Qt6::Widgets)
    target_precompile_headers(${name} REUSE_FROM stowage_test_pch)
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${ARG_TIMEOUT}
        LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;ASAN_OPTIONS=detect_leaks=1:halt_on_error=1;UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp;STOWAGE_SOURCE_DIR=${PROJECT_SOURCE_DIR};STOWAGE_DOCKER_REGISTRY=${PROJECT_SOURCE_DIR}/build/tools/docker-registry/usr/bin/docker-registry;STOWAGE_PROMETHEUS=${PROJECT_SOURCE_DIR}/build/tools/prometheus/usr/bin/prometheus;STOWAGE_ALERTMANAGER=${PROJECT_SOURCE_DIR}/build/tools/prometheus-alertmanager/usr/bin/prometheus-alertmanager;STOWAGE_NODE_EXPORTER=${PROJECT_SOURCE_DIR}/build/tools/prometheus-node-exporter/usr/bin/prometheus-node-exporter;STOWAGE_BINARY=$<TARGET_FILE:stowage>")
endfunction()
