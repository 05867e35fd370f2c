// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/ImageAssembly.h"

#include "connectors/registry/RegistryErrors.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Context
{
    Q_DECLARE_TR_FUNCTIONS(ImageAssembly)
};

bool mayPass(ErrorKind kind)
{
    return kind != ErrorKind::NotFound && kind != ErrorKind::Malformed && kind != ErrorKind::Unsupported &&
           kind != ErrorKind::TooLarge;
}

} // namespace

ImageAssembly::ImageAssembly(ContentFetcher& manifests, ContentFetcher& configs, QString repository,
                             Done done)
    : m_manifests(manifests), m_configs(configs), m_repository(std::move(repository)), m_done(std::move(done))
{
}

void ImageAssembly::start(const Descriptor& target, const Content& content)
{
    ++m_open;
    add(target, {}, content, {});
    finishOne();
}

void ImageAssembly::add(const Descriptor& target, const QString& platform, const Content& content,
                        const Place& place)
{
    if (content.manifest->kind == ContentKind::Manifest) {
        addPlain(target, platform, *content.manifest, place);
    } else if (place.size() < MaxDepth) {
        addChildren(*content.manifest, place);
    } else {
        miss(target.digest.toString(),
             {ErrorKind::Malformed,
              Context::tr("indexes stand in indexes, more than %1 deep").arg(MaxDepth),
              {},
              Context::tr("Push the image anew with one index."),
              {}});
    }
}

void ImageAssembly::addChildren(const Manifest& index, const Place& place)
{
    for (size_t i = 0; i < index.children.size(); ++i) {
        const ManifestChild& child = index.children[i];
        Place childPlace = place;
        childPlace.push_back(i);
        ++m_open;
        m_manifests.fetch(m_repository, child.descriptor,
                          [self = shared_from_this(), child, childPlace](const Result<Content>& content) {
                              if (content) {
                                  self->add(child.descriptor, child.platform, *content, childPlace);
                              } else {
                                  self->miss(child.platform + QLatin1Char(' ') +
                                                 child.descriptor.digest.toString(),
                                             content.error());
                              }
                              self->finishOne();
                          });
    }
}

void ImageAssembly::addPlain(const Descriptor& target, const QString& platform, const Manifest& manifest,
                             const Place& place)
{
    m_found.emplace(place, PlatformImage{platform, target, manifest.config, manifest.layers});
    if (!platform.isEmpty() || !manifest.configTellsPlatform) {
        return;
    }
    ++m_open;
    m_configs.fetch(
        m_repository, manifest.config,
        [self = shared_from_this(), config = manifest.config, place](const Result<Content>& content) {
            if (content) {
                self->m_found.at(place).platform = content->platform;
            } else {
                self->miss(Context::tr("config %1").arg(config.digest.toString()), content.error());
            }
            self->finishOne();
        });
}

void ImageAssembly::miss(const QString& what, const Error& error)
{
    m_outcome.missing.push_back(inOneLine(what.trimmed(), error));
    m_outcome.mayCome = m_outcome.mayCome || mayPass(error.kind);
}

void ImageAssembly::finishOne()
{
    if (--m_open > 0) {
        return;
    }
    for (auto& [place, image] : m_found) {
        m_outcome.platforms.push_back(std::move(image));
    }
    m_done(m_outcome);
}

} // namespace stowage
