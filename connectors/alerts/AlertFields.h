// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/alerts/AlertWords.h"
#include "models/alerts/AlertObservation.h"

#include <simdjson.h>

#include <functional>
#include <string>
#include <unordered_map>

namespace stowage {

/// Reads labels and annotations as Prometheus and Alertmanager write them, the same way for both: so that the
/// same alert has the same identity whoever tells it. For all alerts of one answer, on any thread. Equal
/// short texts are kept once: of ten thousand alerts most labels are.
///
/// What is too much is counted in a label and an annotation of their own, "(left out)", never silently gone.
/// Whatever is cut carries a digest of the whole: alerts that differ have labels that differ.
class AlertFields
{
public:
    static constexpr size_t MostLabels = 64;
    static constexpr size_t LongestName = 256;             ///< bytes, of a label or annotation
    static constexpr size_t LongestLabel = 1'024;          ///< bytes, of a value
    static constexpr size_t MostAnnotations = 16 * 1'024U; ///< bytes, of all together

    /// Sets labels, identity, name, severity, subject, and the fingerprint as key. False where it is no
    /// object of texts: the alert cannot be read then.
    bool takeLabels(simdjson::dom::element labels, AlertObservation& alert);

    /// Sets annotations and summary. What is no object of texts has none. After takeLabels().
    void takeAnnotations(simdjson::dom::element annotations, AlertObservation& alert);

    /// alertLink(); most alerts of a rule have the same one.
    QString link(std::string_view text);

private:
    struct TextHash
    {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Texts = std::unordered_map<std::string, QString, TextHash, std::equal_to<>>;

    void keepLabels(AlertObservation& alert);
    void nameIt(AlertObservation& alert) const;
    QString kept(std::string_view text, size_t most);
    void noteLeftOut(AlertObservation& alert, size_t bytes) const;

    std::vector<RawLabel> m_fields;
    size_t m_labelsLeftOut = 0; ///< of the alert in hand
    Texts m_texts;
    Texts m_links; ///< as told, and as it may be shown
};

} // namespace stowage
