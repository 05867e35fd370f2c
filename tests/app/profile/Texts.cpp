// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/profile/Texts.h"

namespace stowage::test::texts {

const char* const Documented = R"({
  "schema": "stowage/profile/1",
  "name": "eu-prod", "risk": "production",            // development, staging, production
  "sources": [
    { "id": "registry-1", "kind": "registry", "url": "http://127.0.0.1:5101", "metrics": "http://127.0.0.1:5201/metrics", "namespace": "docker.io",
      "auth": { "basic": { "user": "ops", "password": { "env": "REGISTRY_PASSWORD" } } }, "repositories": ["team/*"], "budget": { "requestsPerSecond": 200, "connections": 4 } },
    { "id": "peers", "kind": "spegel", "namespaces": ["docker.io"],
      "nodes": [ { "name": "n1", "zone": "a", "registry": "http://10.77.0.1:5000", "metrics": "http://10.77.0.1:9090/metrics" } ] },
    { "id": "hub", "kind": "beszel", "url": "http://127.0.0.1:8090", "auth": { "password": { "user": "ops@example.test", "password": { "file": "~/.config/stowage/hub" } } } },
    { "id": "prom", "kind": "prometheus", "url": "http://127.0.0.1:9190" },
    { "id": "am", "kind": "alertmanager", "url": "http://127.0.0.1:9093" },
    { "id": "nix", "kind": "nixery", "url": "http://127.0.0.1:8095" }
  ],
  "nodes": [ { "name": "n1", "aliases": ["10.77.0.1", "lab-1"], "zone": "a" } ],
  "placement": { "copies": 3, "zones": 2 }
})";

const char* const Smallest = R"({ "schema": "stowage/profile/1", "name": "x", "sources": [
        { "id": "r", "kind": "registry", "url": "https://Registry.Example.Test:5000/prefix//" } ],
        "placement": { "zones": 3 } })";

const char* const WithPrometheus = R"JSON({ "schema": "stowage/profile/1", "name": "x", "sources": [
        { "id": "p", "kind": "prometheus", "url": "https://mimir.example.test/prometheus/",
          "labels": ["job=node=2", "cluster=eu"], "rateSeconds": 120, "hostMetrics": [
            { "metric": "gpu.percent", "device": "gpu",
              "query": "avg by (instance, gpu) (DCGM_FI_DEV_GPU_UTIL{gpu!=\"\",$pick,$host})" } ] } ] })JSON";

const char* const WithPolicies = R"({ "schema": "stowage/profile/1", "name": "x", "sources": [
        { "id": "r", "kind": "registry", "url": "https://h" },
        { "id": "p", "kind": "spegel", "namespaces": ["h"], "nodes": [
            { "name": "lab-1", "registry": "http://10.77.0.1:5000" },
            { "name": "n2", "zone": "b", "registry": "http://10.77.0.2:5000" } ] } ],
        "nodes": [ { "name": "n1", "aliases": ["Lab-1"], "zone": "a", "labels": ["edge", "gpu"] } ],
        "placement": { "copies": 3,
            "coverage": [ { "repositories": "team/*", "zones": 4 }, { "repositories": "*", "copies": 1 } ],
            "keyImages": [ { "name": "base", "images": ["team/base:1.*"], "nodes": ["lab-1"], "zones": ["b"],
                             "labels": ["gpu"] } ] } })";

const char* const WithNotify = R"({ "schema": "stowage/profile/1", "name": "x", "sources": [
        { "id": "r", "kind": "registry", "url": "https://h" } ],
        "alerts": {
            "quietHours": [ { "name": "night", "from": "22:00", "to": "06:30" } ],
            "notify": { "desktop": false, "sound": false, "least": "critical", "unownedAfterMinutes": 0,
                "mostPerMinute": 2, "resolved": false, "selfTestHours": 24,
                "webhooks": [
                    { "id": "ops", "url": "https://Hooks.Example.Test/stowage/", "token": { "env": "TOKEN" }, "ca": "ca.pem" },
                    { "id": "chat", "secretUrl": { "file": "~/hook" } } ],
                "commands": [ { "id": "pager", "run": ["~/bin/page-me", "--team", "platform"], "timeoutSeconds": 5 } ],
                "heartbeat": { "url": "https://alive.example.test/x", "everySeconds": 30 } } } })";

const char* const WithAlerts = R"({ "schema": "stowage/profile/1", "name": "x", "sources": [
        { "id": "hub", "kind": "beszel", "url": "http://h" } ], "alerts": {
        "rules": [ { "id": "cpu-high", "about": "host", "title": "{subject} is busy",
                     "when": [ { "fact": "cpu.percent", "above": 95, "clear": 80 } ] },
                   { "id": "node-gone", "enabled": false } ],
        "usual": { "cooldownSeconds": 600, "hysteresisPercent": 5 },
        "policies": [ { "match": { "name": "Disk*", "source": "hub", "kind": "host", "labels": ["team=*=x"] },
                        "forSeconds": 60, "cooldownSeconds": 0 },
                      { "match": { "upTo": "info" }, "flapTurns": 4, "flapSeconds": 600, "calmSeconds": 300 } ],
        "maintenance": [ { "name": "switch", "match": { "zone": "a" }, "from": "2026-12-01T20:00+01:00",
                           "to": "2026-12-01T22:00:00Z", "everyDays": 7 } ],
        "quietHours": [ { "name": "night", "from": "22:00", "to": "06:30", "days": ["sat", "sun"], "upTo": "info",
                          "match": { "source": "stowage" }, "timeZone": "Europe/Berlin" } ] } })";

const char* const WithThresholds = R"({ "schema": "stowage/profile/1", "name": "x", "sources": [
        { "id": "p", "kind": "spegel", "namespaces": ["h"], "metricsSeconds": 30,
          "thresholds": { "hitPercentBelow": 80, "resolveP95SecondsAbove": 0.25, "leastRequests": 50 },
          "nodes": [ { "name": "n1", "registry": "http://h:1", "metrics": "http://h:2/metrics" } ] } ] })";

const char* const WithAccess =
    R"({ "schema": "stowage/profile/1", "name": "x", "risk": "staging", "sources": [
        { "id": "r", "kind": "registry", "url": "https://h/", "ca": "tls/ca.pem", "clientCertificate": "/c.pem",
          "clientKey": "~/key.pem", "pin": "sha256//YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg=",
          "proxy": "socks5://127.0.0.1:1080", "pollSeconds": 15, "cpuLimit": 0.5, "pullThrough": true,
          "auth": { "token": { "keychain": "registry" } } } ] })";

const char* const ManyProblems = R"({
  "name": "",
  "risk": "prod",
  "sources": [
    { "id": "a", "kind": "registry", "url": "ftp://h" },
    { "id": "a", "kind": "registy", "url": "http://h" },
    { "id": "c", "kind": "spegel", "namespace": "docker.io", "nodes": [ { "name": "n1" } ] }
  ],
  "placement": { "copies": 1, "zones": 2 }
})";

QStringList problemsOfMany()
{
    return {
        QString::fromLatin1(R"(p.json:1:1: "schema" is missing. For example "schema": "stowage/profile/1".)"),
        QString::fromLatin1(R"(p.json:2:11: "name" is empty. For example "eu-prod". (/name))"),
        QString::fromLatin1(R"(p.json:3:11: "risk" cannot be "prod". Did you mean "production"? (/risk))"),
        QString::fromLatin1(
            R"(p.json:5:45: "url" must begin with one of: http://, https://. For example "https://registry.example.test". (/sources/0/url))"),
        QString::fromLatin1(
            R"(p.json:6:13: "a" is taken: line 5. Give each source an id of its own. (/sources/1/id))"),
        QString::fromLatin1(
            R"(p.json:6:26: "registy" is not a kind of source that is known. Did you mean "registry"? (/sources/1/kind))"),
        QString::fromLatin1(
            R"(p.json:7:36: the key "namespace" is not known here. Did you mean "namespaces"? (/sources/2/namespace))"),
        QString::fromLatin1(
            R"(p.json:7:73: "registry" is missing in nodes[0]. For example "registry": "http://10.77.0.1:5000". (/sources/2/nodes/0))"),
        QString::fromLatin1(
            R"(p.json:9:40: more zones than copies cannot be reached. Ask for at least as many copies as zones. (/placement/zones))"),
    };
}

} // namespace stowage::test::texts
