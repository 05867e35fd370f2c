#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plain crawl of a registry, independent of Stowage's code, to hold Stowage against.

    plain_crawl.py http://127.0.0.1:5101

Prints one JSON document: a list of images sorted by repository and tag. Standard library only, one request at a time,
every body hashed. Entries of an index that no node runs (platform unknown/unknown) are left out.
"""
import hashlib
import json
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

ACCEPT = ", ".join([
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
    "application/vnd.docker.distribution.manifest.v2+json",
])
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def get(url):
    request = urllib.request.Request(url, headers={"Accept": ACCEPT})
    with OPENER.open(request) as answer:
        return answer.read(), answer.headers


def pages(url, key):
    while url:
        body, headers = get(url)
        yield from json.loads(body)[key] or []
        link = re.match(r'<([^>]+)>; *rel="next"', headers.get("Link", ""))
        url = urllib.parse.urljoin(url, link.group(1)) if link else None


def tags(base, repository):
    try:
        return sorted(pages(f"{base}/v2/{repository}/tags/list", "tags"))
    except urllib.error.HTTPError as error:
        if error.code == 404:
            return []
        raise


def content(base, repository, kind, reference):
    body, headers = get(f"{base}/v2/{repository}/{kind}/{reference}")
    digest = "sha256:" + hashlib.sha256(body).hexdigest()
    if reference.startswith("sha256:") and reference != digest:
        raise SystemExit(f"{repository} {reference}: the body is {digest}")
    return digest, body, headers.get("Content-Type")


def platform_name(said):
    return "/".join(said[part] for part in ("os", "architecture", "variant") if said.get(part))


def item(descriptor):
    return {"digest": descriptor["digest"], "bytes": descriptor["size"], "mediaType": descriptor["mediaType"]}


def plain(base, repository, target, manifest, platform):
    if not platform:
        platform = platform_name(json.loads(content(base, repository, "blobs", manifest["config"]["digest"])[1]))
    return {"platform": platform, "manifest": target, "config": item(manifest["config"]),
            "layers": [item(layer) for layer in manifest["layers"]]}


def image(base, repository, tag):
    digest, body, media_type = content(base, repository, "manifests", tag)
    manifest = json.loads(body)
    target = {"digest": digest, "bytes": len(body), "mediaType": media_type}
    platforms = []
    if "manifests" in manifest:
        for entry in manifest["manifests"]:
            platform = platform_name(entry.get("platform", {}))
            if platform != "unknown/unknown":
                child = json.loads(content(base, repository, "manifests", entry["digest"])[1])
                platforms.append(plain(base, repository, item(entry), child, platform))
    else:
        platforms.append(plain(base, repository, target, manifest, ""))
    return {"repository": repository, "tag": tag, "target": target, "platforms": platforms}


def main():
    base = sys.argv[1].rstrip("/")
    images = [image(base, repository, tag)
              for repository in sorted(pages(f"{base}/v2/_catalog?n=100", "repositories"))
              for tag in tags(base, repository)]
    json.dump(images, sys.stdout, indent=1, sort_keys=True)


if __name__ == "__main__":
    main()
