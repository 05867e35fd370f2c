# SPDX-License-Identifier: GPL-3.0-or-later
# stowage_test(NAME SOURCES a.cpp … [LIBS …] [LABELS …] [TIMEOUT seconds] [PARTS "function function:row" …])
# Each part is a test of its own to ctest, so that a long program runs beside itself. Those with a timeout of their own
# are long, and begin first.
# One Qt Test executable, run off screen, with the sanitizers' options set so that any report fails it.
function(stowage_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBS;LABELS;PARTS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE stowage_options stowage_test_support ${ARG_LIBS} Qt6::Test Qt6::Network Qt6::Widgets)
    target_precompile_headers(${name} REUSE_FROM stowage_test_pch)
    set(cost ${ARG_TIMEOUT})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
        set(cost 1)
    endif()
    set(tests ${name})
    if(ARG_PARTS)
        set(tests)
        foreach(part ${ARG_PARTS})
            string(REGEX REPLACE "[^A-Za-z0-9-]+" "." suffix "${part}")
            separate_arguments(functions UNIX_COMMAND "${part}")
            add_test(NAME ${name}.${suffix} COMMAND ${name} ${functions})
            list(APPEND tests ${name}.${suffix})
        endforeach()
    else()
        add_test(NAME ${name} COMMAND ${name})
    endif()
    set_tests_properties(${tests} PROPERTIES
        TIMEOUT ${ARG_TIMEOUT}
        COST ${cost}
        LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;ASAN_OPTIONS=detect_leaks=1:halt_on_error=1;UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp;STOWAGE_SOURCE_DIR=${PROJECT_SOURCE_DIR};STOWAGE_DOCKER_REGISTRY=${PROJECT_SOURCE_DIR}/build/tools/docker-registry/usr/bin/docker-registry;STOWAGE_PROMETHEUS=${PROJECT_SOURCE_DIR}/build/tools/prometheus/usr/bin/prometheus;STOWAGE_ALERTMANAGER=${PROJECT_SOURCE_DIR}/build/tools/prometheus-alertmanager/usr/bin/prometheus-alertmanager;STOWAGE_NODE_EXPORTER=${PROJECT_SOURCE_DIR}/build/tools/prometheus-node-exporter/usr/bin/prometheus-node-exporter;STOWAGE_BINARY=$<TARGET_FILE:stowage>")
endfunction()
