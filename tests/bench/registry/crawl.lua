-- SPDX-License-Identifier: GPL-3.0-or-later
-- Asks a server for a file's targets, round and round, with the headers that a crawl sends.
local requests = {}
local at = 0

function init(args)
    local headers = { ["Accept"] = args[2] }
    for target in io.lines(args[1]) do
        requests[#requests + 1] = wrk.format("GET", target, headers)
    end
end

function request()
    at = at % #requests + 1
    return requests[at]
end
