// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/http/EngineFixture.h"
class T : public QObject
{
    Q_OBJECT
};
QTEST_GUILESS_MAIN(T)
#include "tst_http_engine.moc"
