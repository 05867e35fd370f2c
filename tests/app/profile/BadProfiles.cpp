// SPDX-License-Identifier: GPL-3.0-or-later
// Raw strings stand here, away from moc 6.4, which stumbles over them. "hunter2" is a secret wherever it
// stands: no problem may repeat it.
#include "tests/app/profile/BadProfiles.h"

namespace stowage::test {
namespace {

QByteArray lines(std::initializer_list<QByteArray> parts)
{
    return QByteArrayList(parts).join('\n');
}

/// A right profile with this on line 2, in the profile itself.
QByteArray inProfile(const char* text)
{
    return lines({R"({ "schema": "stowage/profile/1", "name": "t",)", QByteArray(text) + ",",
                  R"("sources": [ { "id": "r", "kind": "registry", "url": "http://h" } ] })"});
}

/// A right profile but for line 2, which is all of it beside the braces.
QByteArray onlyThis(const char* text)
{
    return lines({"{", text, "}"});
}

/// A right registry with this on line 2.
QByteArray inRegistry(const char* text)
{
    return lines(
        {R"({ "schema": "stowage/profile/1", "name": "t", "sources": [ { "id": "r", "kind": "registry", "url": "http://h",)",
         text, "} ] }"});
}

/// One source, on line 2, and nothing else that could be wrong.
QByteArray withSource(const char* text)
{
    return lines({R"({ "schema": "stowage/profile/1", "name": "t", "sources": [)", text, "] }"});
}

/// A right mesh with metrics, and with this on line 2.
QByteArray inMesh(const char* text)
{
    return lines(
        {R"({ "schema": "stowage/profile/1", "name": "t", "sources": [ { "id": "p", "kind": "spegel", "namespaces": ["x"], "nodes": [ { "name": "n", "registry": "http://h", "metrics": "http://h/metrics" } ],)",
         text, "} ] }"});
}

/// A registry with this URL on line 2.
QByteArray withUrl(const char* url)
{
    return withSource(
        (QByteArray(R"({ "id": "r", "kind": "registry", "url": ")") + url + "\" }").constData());
}

/// A right mesh with these nodes on line 2.
QByteArray withPeers(const char* nodes)
{
    return withSource(
        (QByteArray(R"({ "id": "p", "kind": "spegel", "namespaces": ["docker.io"], "nodes": )") + nodes +
         " }")
            .constData());
}

QByteArray withHub(const char* text)
{
    return withSource(
        (QByteArray(R"({ "id": "h", "kind": "beszel", "url": "http://h", )") + text + " }").constData());
}

QByteArray nested(const char* open, const char* close, int depth)
{
    return QByteArray("{ \"schema\": \"stowage/profile/1\", \"name\":\n") + QByteArray(open).repeated(depth) +
           QByteArray(close).repeated(depth) + "}";
}

} // namespace

std::vector<BadProfile> badSyntax()
{
    return {
        {"nothing", "", 1, "", "the profile is empty", "Begin with"},
        {"only spaces", "  \n\n ", 1, "", "the profile is empty", ""},
        {"only a comment", "// nothing\n", 1, "", "ends too early", ""},
        {"unclosed object", R"({ "name": "t")", 1, "", "ends too early", "Close every"},
        {"unclosed list", "{ \"sources\": [\n", 1, "", "ends too early", "Close every"},
        {"key without value", "{\n\"name\" }", 2, "", "this is not JSON", "comma or bracket"},
        {"missing comma", onlyThis(R"("name": "t" "risk": "staging")"), 2, "", "missing before this", ""},
        {"missing comma between lines", "{ \"name\": \"t\"\n \"risk\": \"staging\" }", 2, "",
         "missing before this", ""},
        {"trailing comma in object", onlyThis(R"("name": "t",)"), 3, "", "nothing follows the last comma",
         "Remove the comma"},
        {"trailing comma in list", onlyThis(R"("sources": [1, ])"), 2, "", "nothing follows the last comma",
         "Remove the comma"},
        {"two commas", onlyThis(R"("name": "t",, "risk": "staging")"), 2, "", "this is not JSON", ""},
        {"single quotes", onlyThis("'name': 't'"), 2, "", "neither a text", "double quotes"},
        {"bare key", onlyThis("name: 1"), 2, "", "neither a text", "double quotes"},
        {"bare word", onlyThis(R"("name": eu-prod)"), 2, "", "neither a text", "double quotes"},
        {"Python's words", onlyThis(R"("pullThrough": True)"), 2, "", "neither a text", ""},
        {"hexadecimal", onlyThis(R"("pollSeconds": 0x10)"), 2, "", "neither a text", ""},
        {"leading plus", onlyThis(R"("pollSeconds": +1)"), 2, "", "neither a text", ""},
        {"leading zero", onlyThis(R"("pollSeconds": 010)"), 2, "", "this is not JSON", ""},
        {"minus alone", onlyThis(R"("pollSeconds": -)"), 2, "", "not a number", ""},
        {"point without digits", onlyThis(R"("pollSeconds": 1.x)"), 2, "", "not a number", ""},
        {"not a number", onlyThis(R"("pollSeconds": NaN)"), 2, "", "neither a text", ""},
        {"number of a thousand digits", onlyThis(("\"pollSeconds\": 1" + QByteArray(1000, '0')).constData()),
         2, "", "too large", ""},
        {"exponent beyond all", onlyThis(R"("pollSeconds": 1e999)"), 2, "", "too large", ""},
        {"text over the line's end", "{\n\"name\": \"hunter2\n\" }", 2, "", "runs over the end of its line",
         "double quote"},
        {"text never closed", "{\n\"name\": \"hunter2 }", 2, "", "never closed", "double quote"},
        {"tab in a text", "{\n\"name\": \"a\tb\" }", 2, "", "control character", ""},
        {"bad escape", onlyThis(R"("name": "C:\hunter2")"), 2, "", "cannot escape", "\\\\"},
        {"bad unicode escape", onlyThis(R"("name": "\uZZZZ")"), 2, "", "\\u escape", ""},
        {"half a surrogate", onlyThis(R"("name": "\ud800")"), 2, "", "\\u escape", ""},
        {"comment never closed", "{\n/* hunter2", 2, "", "comment is never closed", "*/"},
        {"slash alone", "{\n/ \"name\": 1 }", 2, "", "a comment begins with", ""},
        {"hash comment", "# profile\n{}", 1, "", "neither a text", ""},
        {"garbage behind", "{}\nhunter2", 2, "", "after the end of the profile", "one profile"},
        {"two profiles", "{}\n{}", 2, "", "after the end of the profile", "one profile"},
        {"bracket behind", "{}\n}", 2, "", "after the end of the profile", "one profile"},
        {"zero byte behind", QByteArray("{}\n\0hunter2", 11), 2, "", "zero byte", "UTF-8"},
        {"zero byte within", QByteArray("{\n\"na\0me\": 1 }", 14), 2, "", "zero byte", "UTF-8"},
        {"Latin-1 in a text",
         "{\n\"name\": \"gr\xf6\xdf"
         "e\" }",
         2, "", "not UTF-8", "UTF-8"},
        {"Latin-1 in a comment",
         "{\n// gr\xf6\xdf"
         "e\n}",
         2, "", "not UTF-8", "UTF-8"},
        {"overlong UTF-8", "{\n\"name\": \"\xc0\xaf\" }", 2, "", "not UTF-8", ""},
        {"surrogate in UTF-8", "{\n\"name\": \"\xed\xa0\x80\" }", 2, "", "not UTF-8", ""},
        {"half a character at the end", "{}\n// \xe4\xb8", 2, "", "not UTF-8", ""},
        {"UTF-16", QByteArray("\xff\xfe{\0}\0", 6), 1, "", "zero byte", "UTF-8"},
        {"YAML", "schema: stowage/profile/1\n", 1, "", "neither a text", ""},
        {"HTML", "<!DOCTYPE html>\n<html></html>", 1, "", "neither a text", ""},
        {"65 lists", nested("[", "]", 65), 2, "", "deeper than 64", "Is this a profile?"},
        {"100,000 lists", nested("[", "]", 100'000), 2, "", "deeper than 64", ""},
        {"100,000 lists never closed", nested("[", "", 100'000), 2, "", "deeper than 64", ""},
        {"100,000 objects", nested("{\"a\":", "1}", 100'000), 2, "", "deeper than 64", ""},
    };
}

std::vector<BadProfile> badByTheSchema()
{
    return {
        // The profile itself.
        {"a list", "[]", 1, "", "the profile must be an object", ""},
        {"a text", "\"hunter2\"", 1, "", "the profile must be an object", ""},
        {"null", "null", 1, "", "not null", ""},
        {"no schema",
         R"({ "name": "t", "sources": [ { "id": "r", "kind": "registry", "url": "http://h" } ] })", 1, "",
         "\"schema\" is missing", "stowage/profile/1"},
        {"no name",
         R"({ "schema": "stowage/profile/1", "sources": [ { "id": "r", "kind": "registry", "url": "http://h" } ] })",
         1, "", "\"name\" is missing", "eu-prod"},
        {"no sources", R"({ "schema": "stowage/profile/1", "name": "t" })", 1, "", "\"sources\" is missing",
         "registry-1"},
        {"unknown key", inProfile(R"("colour": "red")"), 2, "/colour", "the key \"colour\" is not known",
         "Known here: $schema, alerts, nodes, placement"},
        {"unknown key, near", inProfile(R"("placment": {})"), 2, "/placment", "not known",
         "Did you mean \"placement\"?"},
        {"known key in capitals", inProfile(R"("Risk": "staging")"), 2, "/Risk", "not known", "\"risk\""},
        {"known key with a space", inProfile(R"("risk ": "staging")"), 2, "/risk ", "not known", "\"risk\""},
        {"empty key", inProfile(R"("": 1)"), 2, "/", "not known", ""},
        {"key with control characters", inProfile(R"("a\u0007b": 1)"), 2, "/a\\u0007b", "a\\u0007b", ""},
        {"name is a number",
         lines(
             {R"({ "schema": "stowage/profile/1", "sources": [ { "id": "r", "kind": "registry", "url": "http://h" } ],)",
              R"("name": 5 })"}),
         2, "/name", "must be a text", "eu-prod"},
        {"name is empty",
         lines(
             {R"({ "schema": "stowage/profile/1", "sources": [ { "id": "r", "kind": "registry", "url": "http://h" } ],)",
              R"("name": "" })"}),
         2, "/name", "\"name\" is empty", ""},
        {"name with a bell",
         lines(
             {R"({ "schema": "stowage/profile/1", "sources": [ { "id": "r", "kind": "registry", "url": "http://h" } ],)",
              R"("name": "a\u0007" })"}),
         2, "/name", "control character", ""},
        {"name with an escape sequence",
         lines(
             {R"({ "schema": "stowage/profile/1", "sources": [ { "id": "r", "kind": "registry", "url": "http://h" } ],)",
              R"("name": "\u001b[31mred" })"}),
         2, "/name", "control character", ""},
        {"name is long",
         lines(
             {R"({ "schema": "stowage/profile/1", "sources": [ { "id": "r", "kind": "registry", "url": "http://h" } ],)",
              "\"name\": \"" + QByteArray(65, 'x') + "\" }"}),
         2, "/name", "longer than 64", ""},
        {"schema of something else",
         R"({ "schema": "kubernetes/v1", "name": "t", "sources": [ { "id": "r", "kind": "registry", "url": "http://h" } ] })",
         1, "/schema", "must be \"stowage/profile/1\"", ""},
        {"schema is a number",
         R"({ "schema": 1, "name": "t", "sources": [ { "id": "r", "kind": "registry", "url": "http://h" } ] })",
         1, "/schema", "must be \"stowage/profile/1\"", ""},
        {"risk unknown", inProfile(R"("risk": "high")"), 2, "/risk", "cannot be \"high\"",
         "development, staging, production"},
        {"risk misspelt", inProfile(R"("risk": "prodution")"), 2, "/risk", "cannot be",
         "Did you mean \"production\"?"},
        {"risk is null", inProfile(R"("risk": null)"), 2, "/risk", "not null", ""},
        {"sources is an object",
         lines({R"({ "schema": "stowage/profile/1", "name": "t",)", R"("sources": {} })"}), 2, "/sources",
         "must be a list", "registry-1"},
        {"sources is empty",
         lines({R"({ "schema": "stowage/profile/1", "name": "t",)", R"("sources": [] })"}), 2, "/sources",
         "is empty", "registry-1"},
        {"a source is a text", withSource("\"http://ops:hunter2@h\""), 2, "/sources/0",
         "sources[0] must be an object", ""},
        {"a source is a list", withSource("[]"), 2, "/sources/0", "sources[0] must be an object", ""},
        // Kinds.
        {"kind missing", withSource(R"({ "id": "r", "url": "http://h" })"), 2, "/sources/0",
         "\"kind\" is missing in sources[0]", "registry, spegel"},
        {"kind misspelt", withSource(R"({ "id": "r", "knd": "registry", "url": "http://h" })"), 2,
         "/sources/0/knd", "the key \"knd\"", "Did you mean \"kind\"?"},
        {"kind unknown", withSource(R"({ "id": "r", "kind": "harbor", "url": "http://h" })"), 2,
         "/sources/0/kind", "\"harbor\" is not a kind", "Known here"},
        {"kind near", withSource(R"({ "id": "r", "kind": "Promethues", "url": "http://h" })"), 2,
         "/sources/0/kind", "not a kind", "Did you mean \"prometheus\"?"},
        {"kind is a number", withSource(R"({ "id": "r", "kind": 1, "url": "http://h" })"), 2,
         "/sources/0/kind", "must be a text", "registry"},
        {"kind is empty", withSource(R"({ "id": "r", "kind": "", "url": "http://h" })"), 2, "/sources/0/kind",
         "not a kind", "Known here"},
        // What each source has.
        {"id missing", withSource(R"({ "kind": "registry", "url": "http://h" })"), 2, "/sources/0",
         "\"id\" is missing in sources[0]", "registry-1"},
        {"id empty", withSource(R"({ "id": "", "kind": "registry", "url": "http://h" })"), 2, "/sources/0/id",
         "\"id\" cannot be \"\"", ""},
        {"id with a slash", withSource(R"({ "id": "a/b", "kind": "registry", "url": "http://h" })"), 2,
         "/sources/0/id", "cannot be \"a/b\"", "registry-1"},
        {"id climbing", withSource(R"({ "id": "../etc", "kind": "registry", "url": "http://h" })"), 2,
         "/sources/0/id", "cannot be", ""},
        {"id with a space", withSource(R"({ "id": "a b", "kind": "registry", "url": "http://h" })"), 2,
         "/sources/0/id", "cannot be", ""},
        {"id ending in a newline", withSource(R"({ "id": "a\n", "kind": "registry", "url": "http://h" })"), 2,
         "/sources/0/id", "control character", ""},
        {"url missing", withSource(R"({ "id": "r", "kind": "registry" })"), 2, "/sources/0",
         "\"url\" is missing in sources[0]", "https://registry.example.test"},
        {"url misspelt", withSource(R"({ "id": "r", "kind": "registry", "ur": "http://h" })"), 2,
         "/sources/0/ur", "not known", "Did you mean \"url\"?"},
        {"url is a number", withSource(R"({ "id": "r", "kind": "registry", "url": 5000 })"), 2,
         "/sources/0/url", "must be a text", ""},
        {"url is an object",
         withSource(R"({ "id": "r", "kind": "registry", "url": { "password": "hunter2" } })"), 2,
         "/sources/0/url", "must be a text", ""},
        {"key of another kind", inRegistry(R"("namespaces": ["docker.io"])"), 2, "/sources/0/namespaces",
         "not known", "\"namespace\""},
        {"metric of another kind",
         withSource(R"({ "id": "p", "kind": "prometheus", "url": "http://h", "metrics": "http://h/m" })"), 2,
         "/sources/0/metrics", "not known", "Known here"},
        {"host metric without its host",
         withSource(
             R"({ "id": "p", "kind": "prometheus", "url": "http://h", "hostMetrics": [{ "metric": "x", "query": "up" }] })"),
         2, "/sources/0/hostMetrics/0/query", "", ""},
        {"label without a value",
         withSource(R"({ "id": "p", "kind": "prometheus", "url": "http://h", "labels": ["job"] })"), 2,
         "/sources/0/labels/0", "", ""},
        {"unknown key of a source", inRegistry(R"("pasword": "hunter2")"), 2, "/sources/0/pasword",
         "not known", "Known here"},
        {"camel case missed", inRegistry(R"("poll_seconds": 5)"), 2, "/sources/0/poll_seconds", "not known",
         "Did you mean \"pollSeconds\"?"},
        // URLs.
        {"url empty", withUrl(""), 2, "/sources/0/url", "is empty", ""},
        {"url without scheme", withUrl("registry.example.test:5000"), 2, "/sources/0/url", "no scheme",
         "https://"},
        {"url with one slash", withUrl("http:/h"), 2, "/sources/0/url", "no scheme", ""},
        {"url of a file", withUrl("file:///etc/passwd"), 2, "/sources/0/url",
         "must begin with one of: http://, https://", ""},
        {"url of a socket", withUrl("unix:///run/x.sock"), 2, "/sources/0/url", "must begin", ""},
        {"url with user and password", withUrl("https://ops:hunter2@h"), 2, "/sources/0/url",
         "holds credentials", "https://registry"},
        {"url with a user", withUrl("https://hunter2@h"), 2, "/sources/0/url", "holds credentials", ""},
        {"url with a password of signs", withUrl("https://ops:hunter2#%@h"), 2, "/sources/0/url",
         "holds credentials", ""},
        {"url without host", withUrl("http://"), 2, "/sources/0/url", "", ""},
        {"url of a port alone", withUrl("http://:5000"), 2, "/sources/0/url", "", ""},
        {"url with a query", withUrl("http://h/?token=hunter2"), 2, "/sources/0/url", "has a query", ""},
        {"url with an empty query", withUrl("http://h/?"), 2, "/sources/0/url", "has a query", ""},
        {"url with a fragment", withUrl("http://h/#hunter2"), 2, "/sources/0/url", "has a fragment", ""},
        {"url with a space", withUrl("http://h /"), 2, "/sources/0/url", "contains a space", ""},
        {"url with port 0", withUrl("http://h:0"), 2, "/sources/0/url", "port", ""},
        {"url with port 65536", withUrl("http://h:65536"), 2, "/sources/0/url", "not a URL", ""},
        {"url with a port of letters", withUrl("http://h:http"), 2, "/sources/0/url", "not a URL", ""},
        {"url with half an IPv6", withUrl("http://[::1"), 2, "/sources/0/url", "not a URL", ""},
        {"url with a newline", withUrl("http://h\\n"), 2, "/sources/0/url", "control character", ""},
        {"url with a bad escape", withUrl("http://h/%zz"), 2, "/sources/0/url", "not a URL", ""},
        {"url of 3,000 letters", withUrl(("http://" + QByteArray(3000, 'h')).constData()), 2,
         "/sources/0/url", "longer than 2048", ""},
        {"metrics without scheme", inRegistry(R"("metrics": "/metrics")"), 2, "/sources/0/metrics",
         "no scheme", "/metrics"},
        {"metrics with credentials", inRegistry(R"("metrics": "http://a:hunter2@h/metrics")"), 2,
         "/sources/0/metrics", "holds credentials", ""},
        {"proxy of a strange scheme", inRegistry(R"("proxy": "ftp://h")"), 2, "/sources/0/proxy", "socks5://",
         ""},
        {"proxy with credentials", inRegistry(R"("proxy": "http://a:hunter2@h:3128")"), 2, "/sources/0/proxy",
         "holds credentials", ""},
        {"proxy is a flag", inRegistry(R"("proxy": true)"), 2, "/sources/0/proxy", "not true or false", ""},
        // The rest of a registry.
        {"namespace with scheme", inRegistry(R"("namespace": "https://docker.io")"), 2,
         "/sources/0/namespace", "cannot be", "docker.io"},
        {"namespace with path", inRegistry(R"("namespace": "docker.io/library")"), 2, "/sources/0/namespace",
         "cannot be", ""},
        {"namespace with a query", inRegistry(R"("namespace": "docker.io&x=1")"), 2, "/sources/0/namespace",
         "cannot be", ""},
        {"namespace empty", inRegistry(R"("namespace": "")"), 2, "/sources/0/namespace", "cannot be", ""},
        {"repositories is a text", inRegistry(R"("repositories": "team/*")"), 2, "/sources/0/repositories",
         "must be a list", "team/*"},
        {"repositories is empty", inRegistry(R"("repositories": [])"), 2, "/sources/0/repositories",
         "is empty", ""},
        {"a repository is empty", inRegistry(R"("repositories": [""])"), 2, "/sources/0/repositories/0",
         "is empty", ""},
        {"a repository is a number", inRegistry(R"("repositories": ["a", 7])"), 2,
         "/sources/0/repositories/1", "repositories[1] must be a text", ""},
        {"a repository climbs", inRegistry(R"("repositories": ["team/../../etc"])"), 2,
         "/sources/0/repositories/0", "cannot be", ""},
        {"a repository is absolute", inRegistry(R"("repositories": ["/team"])"), 2,
         "/sources/0/repositories/0", "cannot be", ""},
        {"a repository ends in a slash", inRegistry(R"("repositories": ["team/"])"), 2,
         "/sources/0/repositories/0", "cannot be", ""},
        {"a repository in capitals", inRegistry(R"("repositories": ["Team/api"])"), 2,
         "/sources/0/repositories/0", "cannot be", ""},
        {"a repository with a tag", inRegistry(R"("repositories": ["team/api:1"])"), 2,
         "/sources/0/repositories/0", "cannot be", ""},
        {"a repository twice", inRegistry(R"("repositories": ["a", "b", "a"])"), 2,
         "/sources/0/repositories/2", "stands in the list before", "Remove it"},
        {"a repository that takes a regular expression long",
         inRegistry((R"("repositories": [")" + QByteArray(250, '*') + "!\"]").constData()), 2,
         "/sources/0/repositories/0", "cannot be", ""},
        {"pullThrough is a text", inRegistry(R"("pullThrough": "yes")"), 2, "/sources/0/pullThrough",
         "must be true or false", ""},
        {"pullThrough is a number", inRegistry(R"("pullThrough": 1)"), 2, "/sources/0/pullThrough",
         "must be true or false", ""},
        {"cpuLimit is zero", inRegistry(R"("cpuLimit": 0)"), 2, "/sources/0/cpuLimit", "more than 0", ""},
        {"cpuLimit in Kubernetes' words", inRegistry(R"("cpuLimit": "500m")"), 2, "/sources/0/cpuLimit",
         "must be a number", ""},
        {"cpuLimit beyond all", inRegistry(R"("cpuLimit": 1e300)"), 2, "/sources/0/cpuLimit", "at most 4096",
         ""},
        {"pollSeconds is zero", inRegistry(R"("pollSeconds": 0)"), 2, "/sources/0/pollSeconds", "at least 1",
         "30"},
        {"pollSeconds is negative", inRegistry(R"("pollSeconds": -30)"), 2, "/sources/0/pollSeconds",
         "at least 1", ""},
        {"pollSeconds with a fraction", inRegistry(R"("pollSeconds": 1.5)"), 2, "/sources/0/pollSeconds",
         "whole number", ""},
        {"pollSeconds with a unit", inRegistry(R"("pollSeconds": "30s")"), 2, "/sources/0/pollSeconds",
         "whole number", ""},
        {"pollSeconds of a week", inRegistry(R"("pollSeconds": 604800)"), 2, "/sources/0/pollSeconds",
         "at most 86400", ""},
        {"pollSeconds past 2^63", inRegistry(R"("pollSeconds": 9223372036854775808)"), 2,
         "/sources/0/pollSeconds", "at most 86400", ""},
        {"pollSeconds past 2^64", inRegistry(R"("pollSeconds": 99999999999999999999)"), 2,
         "/sources/0/pollSeconds", "whole number", ""},
        {"pollSeconds below -2^63", inRegistry(R"("pollSeconds": -9223372036854775809)"), 2,
         "/sources/0/pollSeconds", "whole number", ""},
        // Budgets.
        {"budget is a number", inRegistry(R"("budget": 200)"), 2, "/sources/0/budget", "must be an object",
         "requestsPerSecond"},
        {"budget with an unknown key", inRegistry(R"("budget": { "requestPerSecond": 1 })"), 2,
         "/sources/0/budget/requestPerSecond", "not known", "\"requestsPerSecond\""},
        {"no requests at all", inRegistry(R"("budget": { "requestsPerSecond": 0 })"), 2,
         "/sources/0/budget/requestsPerSecond", "more than 0", ""},
        {"negative requests", inRegistry(R"("budget": { "requestsPerSecond": -1 })"), 2,
         "/sources/0/budget/requestsPerSecond", "more than 0", ""},
        {"requests as text", inRegistry(R"("budget": { "requestsPerSecond": "200" })"), 2,
         "/sources/0/budget/requestsPerSecond", "must be a number", ""},
        {"no connections", inRegistry(R"("budget": { "connections": 0 })"), 2,
         "/sources/0/budget/connections", "at least 1", ""},
        {"half a connection", inRegistry(R"("budget": { "connections": 0.5 })"), 2,
         "/sources/0/budget/connections", "whole number", ""},
        {"a thousand connections", inRegistry(R"("budget": { "connections": 1000 })"), 2,
         "/sources/0/budget/connections", "at most 256", ""},
        // Trust.
        {"certificate without key", inRegistry(R"("clientCertificate": "c.pem")"), 1, "/sources/0",
         "\"clientKey\" is missing", "client.key"},
        {"key without certificate", inRegistry(R"("clientKey": "c.pem")"), 1, "/sources/0",
         "\"clientCertificate\" is missing", "client.pem"},
        {"ca is empty", inRegistry(R"("ca": "")"), 2, "/sources/0/ca", "is empty", ""},
        {"ca is a list", inRegistry(R"("ca": ["a.pem"])"), 2, "/sources/0/ca", "must be a text", ""},
        {"pin without prefix", inRegistry(R"("pin": "YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg=")"), 2,
         "/sources/0/pin", "must begin with sha256//", ""},
        {"pin of half a hash", inRegistry(R"("pin": "sha256//YLh1dUR9y6Kja30RrAn7JA==")"), 2,
         "/sources/0/pin", "is not the base64", ""},
        {"pin that is hex", inRegistry(R"("pin": "sha256//aa:bb:cc")"), 2, "/sources/0/pin",
         "is not the base64", ""},
        // Signing in, without ever repeating what stands there.
        {"auth is a text", inRegistry(R"("auth": "ops:hunter2")"), 2, "/sources/0/auth",
         "must not be written here in plain text", "\"env\""},
        {"auth is empty", inRegistry(R"("auth": {})"), 2, "/sources/0/auth", "is empty", "basic, token"},
        {"auth of an unknown kind", inRegistry(R"("auth": { "digest": { "password": "hunter2" } })"), 2,
         "/sources/0/auth/digest", "not known", "basic, token"},
        {"auth misspelt", inRegistry(R"("auth": { "basik": { "password": "hunter2" } })"), 2,
         "/sources/0/auth/basik", "not known", "\"basic\""},
        {"auth of two kinds",
         inRegistry(
             R"("auth": { "basic": { "user": "a", "password": { "env": "P" } }, "token": { "env": "T" } })"),
         2, "/sources/0/auth", "only one", "Keep one"},
        {"auth of a hub at a registry",
         inRegistry(R"("auth": { "password": { "user": "a", "password": { "env": "P" } } })"), 2,
         "/sources/0/auth/password", "not known", "basic, token"},
        {"auth of a registry at a hub",
         withHub(R"("auth": { "basic": { "user": "a", "password": { "env": "P" } } })"), 2,
         "/sources/0/auth/basic", "not known", "password, token"},
        {"basic is a text", inRegistry(R"("auth": { "basic": "ops:hunter2" })"), 2, "/sources/0/auth/basic",
         "plain text", "\"env\""},
        {"basic without user", inRegistry(R"("auth": { "basic": { "password": { "env": "P" } } })"), 2,
         "/sources/0/auth/basic", "\"user\" is missing", "ops"},
        {"basic without password", inRegistry(R"("auth": { "basic": { "user": "ops" } })"), 2,
         "/sources/0/auth/basic", "\"password\" is missing", "\"env\""},
        {"user is empty", inRegistry(R"("auth": { "basic": { "user": "", "password": { "env": "P" } } })"), 2,
         "/sources/0/auth/basic/user", "is empty", ""},
        {"password in plain text",
         inRegistry(R"("auth": { "basic": { "user": "ops", "password": "hunter2" } })"), 2,
         "/sources/0/auth/basic/password", "copied, shared and backed up", "\"keychain\""},
        {"password is a number", inRegistry(R"("auth": { "basic": { "user": "ops", "password": 123456 } })"),
         2, "/sources/0/auth/basic/password", "must be an object", "\"env\""},
        {"password is a list",
         inRegistry(R"("auth": { "basic": { "user": "ops", "password": ["hunter2"] } })"), 2,
         "/sources/0/auth/basic/password", "must be an object", ""},
        {"password of a hub in plain text",
         withHub(R"("auth": { "password": { "user": "a", "password": "hunter2" } })"), 2,
         "/sources/0/auth/password/password", "plain text", "\"file\""},
        {"token in plain text", inRegistry(R"("auth": { "token": "hunter2" })"), 2, "/sources/0/auth/token",
         "plain text", "\"file\""},
        {"secret is empty", inRegistry(R"("auth": { "token": {} })"), 2, "/sources/0/auth/token", "is empty",
         "env, file, keychain"},
        {"secret of an unknown place", inRegistry(R"("auth": { "token": { "value": "hunter2" } })"), 2,
         "/sources/0/auth/token/value", "not known", "env, file, keychain"},
        {"secret in two places", inRegistry(R"("auth": { "token": { "env": "T", "file": "t" } })"), 2,
         "/sources/0/auth/token", "only one", ""},
        {"secret and more", inRegistry(R"("auth": { "token": { "env": "T", "default": "hunter2" } })"), 2,
         "/sources/0/auth/token/default", "not known", ""},
        {"variable's name is the secret", inRegistry(R"("auth": { "token": { "env": "hunter2!" } })"), 2,
         "/sources/0/auth/token/env", "cannot be what stands there", "REGISTRY_PASSWORD"},
        {"variable with a dollar", inRegistry(R"("auth": { "token": { "env": "$TOKEN" } })"), 2,
         "/sources/0/auth/token/env", "cannot be what stands there", ""},
        {"variable without a name", inRegistry(R"("auth": { "token": { "env": "" } })"), 2,
         "/sources/0/auth/token/env", "cannot be", ""},
        {"variable with an equals sign", inRegistry(R"("auth": { "token": { "env": "A=hunter2" } })"), 2,
         "/sources/0/auth/token/env", "cannot be", ""},
        {"variable is a number", inRegistry(R"("auth": { "token": { "env": 5 } })"), 2,
         "/sources/0/auth/token/env", "must be a text", ""},
        {"file without a name", inRegistry(R"("auth": { "token": { "file": "" } })"), 2,
         "/sources/0/auth/token/file", "is empty", ""},
        {"file with a zero byte", inRegistry(R"("auth": { "token": { "file": "a\u0000b" } })"), 2,
         "/sources/0/auth/token/file", "control character", ""},
        {"keychain without a name", inRegistry(R"("auth": { "token": { "keychain": "" } })"), 2,
         "/sources/0/auth/token/keychain", "is empty", ""},
        // Metrics of peers.
        {"metricsSeconds is zero", inMesh(R"("metricsSeconds": 0)"), 2, "/sources/0/metricsSeconds",
         "at least 1", ""},
        {"metricsSeconds of a day", inMesh(R"("metricsSeconds": 86400)"), 2, "/sources/0/metricsSeconds",
         "at most 3600", ""},
        {"thresholds is a number", inMesh(R"("thresholds": 80)"), 2, "/sources/0/thresholds",
         "must be an object", ""},
        {"thresholds with an unknown key", inMesh(R"("thresholds": { "hitsPercentBelow": 80 })"), 2,
         "/sources/0/thresholds/hitsPercentBelow", "not known", "\"hitPercentBelow\""},
        {"hitPercentBelow beyond all", inMesh(R"("thresholds": { "hitPercentBelow": 101 })"), 2,
         "/sources/0/thresholds/hitPercentBelow", "at most 100", ""},
        {"hitPercentBelow with a sign", inMesh(R"("thresholds": { "hitPercentBelow": "80 %" })"), 2,
         "/sources/0/thresholds/hitPercentBelow", "must be a number", ""},
        {"resolveP95SecondsAbove is zero", inMesh(R"("thresholds": { "resolveP95SecondsAbove": 0 })"), 2,
         "/sources/0/thresholds/resolveP95SecondsAbove", "more than 0", ""},
        {"leastRequests with a fraction", inMesh(R"("thresholds": { "leastRequests": 1.5 })"), 2,
         "/sources/0/thresholds/leastRequests", "whole number", ""},
        {"thresholds of a registry", inRegistry(R"("thresholds": { "hitPercentBelow": 80 })"), 2,
         "/sources/0/thresholds", "not known", ""},
        // Peers.
        {"peers without nodes", withSource(R"({ "id": "p", "kind": "spegel", "namespaces": ["docker.io"] })"),
         2, "/sources/0", "\"nodes\" is missing", "10.77.0.1"},
        {"peers without namespaces",
         withSource(
             R"({ "id": "p", "kind": "spegel", "nodes": [ { "name": "n", "registry": "http://h" } ] })"),
         2, "/sources/0", "\"namespaces\" is missing", "docker.io"},
        {"peers with a url",
         withSource(
             R"({ "id": "p", "kind": "spegel", "url": "http://h", "namespaces": ["docker.io"], "nodes": [ { "name": "n", "registry": "http://h" } ] })"),
         2, "/sources/0/url", "not known", ""},
        {"no namespaces",
         withSource(
             R"({ "id": "p", "kind": "spegel", "namespaces": [], "nodes": [ { "name": "n", "registry": "http://h" } ] })"),
         2, "/sources/0/namespaces", "is empty", "docker.io"},
        {"a namespace twice",
         withSource(
             R"({ "id": "p", "kind": "spegel", "namespaces": ["docker.io", "docker.io"], "nodes": [ { "name": "n", "registry": "http://h" } ] })"),
         2, "/sources/0/namespaces/1", "stands in the list before", ""},
        {"no peers", withPeers("[]"), 2, "/sources/0/nodes", "is empty", "10.77.0.1"},
        {"peers are an object", withPeers(R"({ "n1": "http://h" })"), 2, "/sources/0/nodes", "must be a list",
         ""},
        {"a peer is a text", withPeers(R"(["http://10.77.0.1:5000"])"), 2, "/sources/0/nodes/0",
         "nodes[0] must be an object", ""},
        {"a peer without name", withPeers(R"([ { "registry": "http://h" } ])"), 2, "/sources/0/nodes/0",
         "\"name\" is missing in nodes[0]", "n1"},
        {"a peer without registry", withPeers(R"([ { "name": "n1" } ])"), 2, "/sources/0/nodes/0",
         "\"registry\" is missing", "http://10.77.0.1:5000"},
        {"a peer's name with a slash", withPeers(R"([ { "name": "a/b", "registry": "http://h" } ])"), 2,
         "/sources/0/nodes/0/name", "cannot be", ""},
        {"a peer's name with a space", withPeers(R"([ { "name": "a b", "registry": "http://h" } ])"), 2,
         "/sources/0/nodes/0/name", "cannot be", ""},
        {"a peer's registry without scheme",
         withPeers(R"([ { "name": "n", "registry": "10.77.0.1:5000" } ])"), 2, "/sources/0/nodes/0/registry",
         "no scheme", ""},
        {"a peer's registry with a password",
         withPeers(R"([ { "name": "n", "registry": "http://a:hunter2@h" } ])"), 2,
         "/sources/0/nodes/0/registry", "holds credentials", ""},
        {"a peer's zone is a number", withPeers(R"([ { "name": "n", "registry": "http://h", "zone": 1 } ])"),
         2, "/sources/0/nodes/0/zone", "must be a text", ""},
        {"a peer's zone is empty", withPeers(R"([ { "name": "n", "registry": "http://h", "zone": "" } ])"), 2,
         "/sources/0/nodes/0/zone", "is empty", ""},
        {"a peer with aliases", withPeers(R"([ { "name": "n", "registry": "http://h", "aliases": ["m"] } ])"),
         2, "/sources/0/nodes/0/aliases", "not known", ""},
        // Alerts.
        {"alerts is a list", inProfile(R"("alerts": [])"), 2, "/alerts", "must be an object", ""},
        {"alerts with an unknown key", inProfile(R"("alerts": { "maintainance": [] })"), 2,
         "/alerts/maintainance", "not known", "\"maintenance\""},
        {"a cooldown with a unit", inProfile(R"("alerts": { "usual": { "cooldownSeconds": "5m" } })"), 2,
         "/alerts/usual/cooldownSeconds", "whole number", ""},
        {"a cooldown below zero", inProfile(R"("alerts": { "usual": { "cooldownSeconds": -1 } })"), 2,
         "/alerts/usual/cooldownSeconds", "at least 0", ""},
        {"a wait past 2^63", inProfile(R"("alerts": { "usual": { "forSeconds": 9223372036854775808 } })"), 2,
         "/alerts/usual/forSeconds", "at most 86400", ""},
        {"a policy of nothing", inProfile(R"("alerts": { "policies": [ { "forSeconds": 1 } ] })"), 2,
         "/alerts/policies/0", "\"match\" is missing", ""},
        {"a label without a value",
         inProfile(R"("alerts": { "policies": [ { "match": { "labels": ["team"] } } ] })"), 2,
         "/alerts/policies/0/match/labels/0", "cannot be", "team=storage"},
        {"maintenance without an end",
         inProfile(R"("alerts": { "maintenance": [ { "name": "m", "from": "2026-12-01T20:00:00Z" } ] })"), 2,
         "/alerts/maintenance/0", "\"to\" is missing", "2026-12-01T22:00"},
        {"maintenance from a day",
         inProfile(
             R"("alerts": { "maintenance": [ { "name": "m", "from": "2026-12-01", "to": "2026-12-01T22:00:00Z" } ] })"),
         2, "/alerts/maintenance/0/from", "cannot be", "2026-12-01T20:00"},
        {"quiet hours at 24:00",
         inProfile(R"("alerts": { "quietHours": [ { "name": "n", "from": "24:00", "to": "06:00" } ] })"), 2,
         "/alerts/quietHours/0/from", "cannot be", "22:00"},
        {"quiet hours on a day that is none",
         inProfile(
             R"("alerts": { "quietHours": [ { "name": "n", "from": "22:00", "to": "06:00", "days": ["saturday"] } ] })"),
         2, "/alerts/quietHours/0/days/0", "cannot be", "sat, sun"},
        // How people are told.
        {"a webhook's secret in plain words",
         inProfile(
             R"("alerts": { "notify": { "webhooks": [ { "id": "chat", "secretUrl": "http://h/hunter2" } ] } })"),
         2, "/alerts/notify/webhooks/0/secretUrl", "", ""},
        {"a command of nothing",
         inProfile(R"("alerts": { "notify": { "commands": [ { "id": "pager", "run": [] } ] } })"), 2,
         "/alerts/notify/commands/0/run", "", ""},
        {"too many words a minute", inProfile(R"("alerts": { "notify": { "mostPerMinute": 1000 } })"), 2,
         "/alerts/notify/mostPerMinute", "at most 60", ""},
        // Nodes and placement.
        {"nodes is an object", inProfile(R"("nodes": {})"), 2, "/nodes", "must be a list", ""},
        {"a node without name", inProfile(R"("nodes": [ {} ])"), 2, "/nodes/0",
         "\"name\" is missing in nodes[0]", ""},
        {"a node's alias is a number", inProfile(R"("nodes": [ { "name": "n", "aliases": [10.77] } ])"), 2,
         "/nodes/0/aliases/0", "aliases[0] must be a text", ""},
        {"a node's alias is empty", inProfile(R"("nodes": [ { "name": "n", "aliases": [""] } ])"), 2,
         "/nodes/0/aliases/0", "cannot be", ""},
        {"a node's alias twice in its list",
         inProfile(R"("nodes": [ { "name": "n", "aliases": ["a", "a"] } ])"), 2, "/nodes/0/aliases/1",
         "stands in the list before", ""},
        {"a node with a registry", inProfile(R"("nodes": [ { "name": "n", "registry": "http://h" } ])"), 2,
         "/nodes/0/registry", "not known", ""},
        {"placement is a number", inProfile(R"("placement": 3)"), 2, "/placement", "must be an object",
         "copies"},
        {"no copies", inProfile(R"("placement": { "copies": 0 })"), 2, "/placement/copies", "at least 1", ""},
        {"copies with a fraction", inProfile(R"("placement": { "copies": 2.0 })"), 2, "/placement/copies",
         "whole number", ""},
        {"copies as text", inProfile(R"("placement": { "copies": "3" })"), 2, "/placement/copies",
         "whole number", ""},
        {"zones is a list", inProfile(R"("placement": { "zones": ["a", "b"] })"), 2, "/placement/zones",
         "whole number", ""},
        {"a label is a number", inProfile(R"("nodes": [ { "name": "n", "labels": [1] } ])"), 2,
         "/nodes/0/labels/0", "labels[0] must be a text", ""},
        {"a label with a space", inProfile(R"("nodes": [ { "name": "n", "labels": ["a b"] } ])"), 2,
         "/nodes/0/labels/0", "cannot be", ""},
        {"coverage is an object", inProfile(R"("placement": { "coverage": { "team/*": 3 } })"), 2,
         "/placement/coverage", "must be a list", ""},
        {"coverage of nothing", inProfile(R"("placement": { "coverage": [ { "copies": 3 } ] })"), 2,
         "/placement/coverage/0", "\"repositories\" is missing", "team/*"},
        {"coverage without copies",
         inProfile(R"("placement": { "coverage": [ { "repositories": "a", "copies": 0 } ] })"), 2,
         "/placement/coverage/0/copies", "at least 1", ""},
        {"coverage of a way up", inProfile(R"("placement": { "coverage": [ { "repositories": "../x" } ] })"),
         2, "/placement/coverage/0/repositories", "cannot be", ""},
        {"key images without images",
         inProfile(
             R"("nodes": [ { "name": "n" } ], "placement": { "keyImages": [ { "name": "k", "nodes": ["n"] } ] })"),
         2, "/placement/keyImages/0", "\"images\" is missing", ""},
        {"key images of none",
         inProfile(
             R"("nodes": [ { "name": "n" } ], "placement": { "keyImages": [ { "name": "k", "images": [], "nodes": ["n"] } ] })"),
         2, "/placement/keyImages/0/images", "is empty", ""},
        {"a key image by digest",
         inProfile(
             R"("nodes": [ { "name": "n" } ], "placement": { "keyImages": [ { "name": "k", "images": ["a@sha256:00"], "nodes": ["n"] } ] })"),
         2, "/placement/keyImages/0/images/0", "cannot be", ""},
        {"a key rule with a node",
         inProfile(
             R"("nodes": [ { "name": "n" } ], "placement": { "keyImages": [ { "name": "k", "images": ["a"], "node": "n", "nodes": ["n"] } ] })"),
         2, "/placement/keyImages/0/node", "not known", "Did you mean"},
        {"copy misspelt", inProfile(R"("placement": { "copys": 3 })"), 2, "/placement/copys", "not known",
         "Did you mean \"copies\"?"},
    };
}

std::vector<BadProfile> badByTheRules()
{
    const QByteArray source = R"({ "id": "a", "kind": "registry", "url": "http://h" },)";
    return {
        {"a webhook without an address",
         inProfile(R"("alerts": { "notify": { "webhooks": [ { "id": "chat" } ] } })"), 2,
         "/alerts/notify/webhooks/0", "has no address", "secretUrl"},
        {"a webhook with two addresses",
         inProfile(
             R"("alerts": { "notify": { "webhooks": [ { "id": "chat", "url": "http://h", "secretUrl": { "env": "E" } } ] } })"),
         2, "/alerts/notify/webhooks/0", "two addresses", ""},
        {"a command that a shell would look for",
         inProfile(R"("alerts": { "notify": { "commands": [ { "id": "pager", "run": ["page-me"] } ] } })"), 2,
         "/alerts/notify/commands/0/run/0", "whole path", ""},
        {"two ways of one name",
         inProfile(
             R"("alerts": { "notify": { "webhooks": [ { "id": "x", "url": "http://h" } ], "commands": [ { "id": "x", "run": ["/x"] } ] } })"),
         2, "/alerts/notify/commands/0/id", "is taken", ""},
        {"a heartbeat to nobody", inProfile(R"("alerts": { "notify": { "heartbeat": {} } })"), 2,
         "/alerts/notify/heartbeat", "has no address", ""},
        {"host metric of a device without a pick",
         withSource(
             R"({ "id": "p", "kind": "prometheus", "url": "http://h", "hostMetrics": [{ "metric": "x", "query": "u{$host}", "device": "d" }] })"),
         2, "/sources/0/hostMetrics/0/query", "no $pick", "hostMetrics"},
        {"host metric twice",
         withSource(
             R"({ "id": "p", "kind": "prometheus", "url": "http://h", "hostMetrics": [{ "metric": "x", "query": "u{$host}" }, { "metric": "x", "query": "v{$host}" }] })"),
         2, "/sources/0/hostMetrics/1/metric", "is taken", "one query a metric"},
        {"newer version", R"({ "schema": "stowage/profile/2", "sauces": [] })", 1, "/schema", "newer Stowage",
         "Update Stowage"},
        {"much newer version", R"({ "schema": "stowage/profile/77" })", 1, "/schema", "newer Stowage",
         "Update Stowage"},
        {"key twice", inProfile("\"risk\": \"staging\",\n\"risk\": \"production\""), 3, "/risk",
         "stands twice in the same object, first on line 2", "Keep one"},
        {"key twice, escaped", inProfile("\"risk\": \"staging\",\n\"\\u0072isk\": \"production\""), 3,
         "/risk", "first on line 2", ""},
        {"key of a source twice", inRegistry("\"ca\": \"a\",\n\"ca\": \"b\""), 3, "/sources/0/ca",
         "first on line 2", ""},
        {"secret twice", inRegistry("\"auth\": { \"token\": { \"env\": \"A\" } },\n\"auth\": \"hunter2\""), 3,
         "/sources/0/auth", "first on line 2", ""},
        {"id twice",
         withSource((source + "\n" + R"({ "id": "a", "kind": "registry", "url": "http://i" })").constData()),
         3, "/sources/1/id", "\"a\" is taken: line 2", "id of its own"},
        {"id twice but for case",
         withSource((source + "\n" + R"({ "id": "A", "kind": "nixery", "url": "http://i" })").constData()), 3,
         "/sources/1/id", "is taken: line 2", ""},
        {"peer's name twice",
         withPeers("[ { \"name\": \"n1\", \"registry\": \"http://a\" },\n{ \"name\": \"N1\", \"registry\": "
                   "\"http://b\" } ]"),
         3, "/sources/0/nodes/1/name", "is taken: line 2", "name it once"},
        {"peer's address twice",
         withPeers("[ { \"name\": \"n1\", \"registry\": \"http://a:5000\" },\n{ \"name\": \"n2\", "
                   "\"registry\": \"http://A:5000/\" } ]"),
         3, "/sources/0/nodes/1/registry", "is taken: line 2", "same address"},
        {"node's name twice", inProfile("\"nodes\": [ { \"name\": \"n1\" },\n{ \"name\": \"n1\" } ]"), 3,
         "/nodes/1/name", "is taken: line 2", "one node"},
        {"node's alias is another's name",
         inProfile("\"nodes\": [ { \"name\": \"n1\" },\n{ \"name\": \"n2\", \"aliases\": [\"N1\"] } ]"), 3,
         "/nodes/1/aliases/0", "is taken: line 2", ""},
        {"node's alias is another's alias",
         inProfile("\"nodes\": [ { \"name\": \"n1\", \"aliases\": [\"10.0.0.1\"] },\n{ \"name\": \"n2\", "
                   "\"aliases\": [\"10.0.0.1\"] } ]"),
         3, "/nodes/1/aliases/0", "is taken: line 2", ""},
        {"node's alias is its own name",
         inProfile("\"nodes\": [ { \"name\": \"n1\",\n\"aliases\": [\"n1\"] } ]"), 3, "/nodes/0/aliases/0",
         "is taken: line 2", ""},
        {"two zones of a node",
         inProfile("\"nodes\": [ { \"name\": \"n1\", \"zone\": \"a\" } ],\n\"sources\": [ { \"id\": \"p\", "
                   "\"kind\": \"spegel\", \"namespaces\": [\"x\"], \"nodes\": [ { \"name\": \"n1\", "
                   "\"zone\": \"b\", \"registry\": \"http://h\" } ] } ],\n\"$schema\": \"x\"")
             .replace(
                 ",\n\"sources\": [ { \"id\": \"r\", \"kind\": \"registry\", \"url\": \"http://h\" } ] }",
                 "}"),
         3, "/sources/0/nodes/0/zone", "in zone \"b\" here, but in \"a\" on line 2", "same in both"},
        {"more zones than copies", inProfile(R"("placement": { "copies": 2, "zones": 3 })"), 2,
         "/placement/zones", "more zones than copies", "as many copies"},
        {"more zones than copies of some",
         inProfile("\"placement\": { \"coverage\": [ { \"repositories\": \"a\",\n\"copies\": 1, \"zones\": 2 "
                   "} ] }"),
         3, "/placement/coverage/0/zones", "more zones than copies", "as many copies"},
        {"the same repositories twice",
         inProfile("\"placement\": { \"coverage\": [ { \"repositories\": \"a\" },\n{ \"repositories\": \"a\" "
                   "} ] }"),
         3, "/placement/coverage/1/repositories", "is taken: line 2", "first rule that matches"},
        {"thresholds without metrics",
         withSource(
             R"({ "id": "p", "kind": "spegel", "namespaces": ["x"], "nodes": [ { "name": "n", "registry": "http://h" } ], "thresholds": { "hitPercentBelow": 80 } })"),
         2, "/sources/0/thresholds", "none of the peers", "\"metrics\""},
        {"key images on no node",
         inProfile(R"("placement": { "keyImages": [ { "name": "k", "images": ["a"] } ] })"), 2,
         "/placement/keyImages/0", "says not on which nodes", "labels"},
        {"key images on a node that is not there",
         inProfile("\"nodes\": [ { \"name\": \"n1\", \"aliases\": [\"lab-1\"] } ], \"placement\": { "
                   "\"keyImages\": [ { "
                   "\"name\": \"k\", \"images\": [\"a\"],\n\"nodes\": [\"N1\", \"lab-1\", \"lab-2\"] } ] }"),
         3, "/placement/keyImages/0/nodes/2", "\"lab-2\" is nowhere else", "Did you mean \"lab-1\"?"},
        {"key images in a zone that is not there",
         inProfile("\"nodes\": [ { \"name\": \"n1\", \"zone\": \"eu-a\" } ], \"placement\": { \"keyImages\": "
                   "[ { \"name\": "
                   "\"k\", \"images\": [\"a\"],\n\"zones\": [\"eu-b\"] } ] }"),
         3, "/placement/keyImages/0/zones/0", "\"eu-b\" is nowhere else", "\"eu-a\""},
        {"key images by a label of nobody",
         inProfile(
             R"("placement": { "keyImages": [ { "name": "k", "images": ["a"], "labels": ["edge"] } ] })"),
         2, "/placement/keyImages/0/labels/0", "\"edge\" is nowhere else", "nodes"},
        {"two key rules of one name",
         inProfile("\"nodes\": [ { \"name\": \"n1\" } ], \"placement\": { \"keyImages\": [ { \"name\": "
                   "\"k\", \"images\": "
                   "[\"a\"], \"nodes\": [\"n1\"] },\n{ \"name\": \"k\", \"images\": [\"b\"], \"nodes\": "
                   "[\"n1\"] } ] }"),
         3, "/placement/keyImages/1/name", "is taken: line 2", "name of its own"},
        {"two peers that are one node",
         inProfile(
             "\"nodes\": [ { \"name\": \"n1\", \"aliases\": [\"lab-1\"] } ],\n\"sources\": [ { \"id\": "
             "\"p\", "
             "\"kind\": \"spegel\", \"namespaces\": [\"x\"], \"nodes\": [ { \"name\": \"n1\", \"registry\": "
             "\"http://h\" },\n{ \"name\": \"lab-1\", \"registry\": \"http://i\" } ] } ],\n\"$schema\": "
             "\"x\"")
             .replace(
                 ",\n\"sources\": [ { \"id\": \"r\", \"kind\": \"registry\", \"url\": \"http://h\" } ] }",
                 "}"),
         4, "/sources/0/nodes/1/name", "is taken: line 3", "name it once"},
        // Alerts.
        {"a rule about a fact that is not",
         inProfile(
             R"("alerts": { "rules": [ { "id": "x", "about": "host", "title": "t", "when": [ { "fact": "cpu.precent", "above": 1 } ] } ] })"),
         2, "/alerts/rules/0/when/0/fact", "cpu.precent", ""},
        {"a policy of all alerts", inProfile(R"("alerts": { "policies": [ { "match": {} } ] })"), 2,
         "/alerts/policies/0/match", "hides those after it", "usual"},
        {"a policy of a source that is not there",
         inProfile(R"("alerts": { "policies": [ { "match": { "source": "rr" } } ] })"), 2,
         "/alerts/policies/0/match/source", "no source of the profile", ""},
        {"maintenance that ends before it begins",
         inProfile(
             R"("alerts": { "maintenance": [ { "name": "m", "from": "2026-12-01T22:00:00Z", "to": "2026-12-01T22:30:00+01:00" } ] })"),
         2, "/alerts/maintenance/0/to", "before it begins", ""},
        {"maintenance in month 13",
         inProfile(
             R"("alerts": { "maintenance": [ { "name": "m", "from": "2026-13-01T20:00:00Z", "to": "2026-12-01T22:00:00Z" } ] })"),
         2, "/alerts/maintenance/0/from", "no such moment", ""},
        {"maintenance that never ends",
         inProfile(
             R"("alerts": { "maintenance": [ { "name": "m", "from": "2026-12-01T20:00:00Z", "to": "2026-12-03T20:00:00Z", "everyDays": 1 } ] })"),
         2, "/alerts/maintenance/0/everyDays", "before it has ended", ""},
        {"two windows of one name",
         inProfile(
             R"("alerts": { "maintenance": [ { "name": "m", "from": "2026-12-01T20:00:00Z", "to": "2026-12-01T22:00:00Z" }, { "name": "m", "from": "2026-12-01T20:00:00Z", "to": "2026-12-01T22:00:00Z" } ] })"),
         2, "/alerts/maintenance/1/name", "taken: line 2", ""},
        {"quiet hours without length",
         inProfile(R"("alerts": { "quietHours": [ { "name": "n", "from": "22:00", "to": "22:00" } ] })"), 2,
         "/alerts/quietHours/0/to", "ends when it begins", ""},
        {"quiet hours on Mars",
         inProfile(
             R"("alerts": { "quietHours": [ { "name": "n", "from": "22:00", "to": "06:00", "timeZone": "Mars/Olympus" } ] })"),
         2, "/alerts/quietHours/0/timeZone", "no time zone", "Europe/Berlin"},
        {"quiet hours in a city alone", // POSIX would take it for a name of UTC
         inProfile(
             R"("alerts": { "quietHours": [ { "name": "n", "from": "22:00", "to": "06:00", "timeZone": "Berlin" } ] })"),
         2, "/alerts/quietHours/0/timeZone", "no time zone", "Europe/Berlin"},
    };
}

} // namespace stowage::test
