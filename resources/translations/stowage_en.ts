<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlertFields</name>
    <message numerus="yes">
        <source>%n label(s), %2 of annotations</source>
        <extracomment>what is not shown of an alert, because it is too much: %2 is a number of bytes</extracomment>
        <translation>
            <numerusform>%n label, %2 of annotations</numerusform>
            <numerusform>%n labels, %2 of annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartPlan</name>
    <message numerus="yes">
        <source>%n hosts</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrossHair</name>
    <message numerus="yes">
        <source>and %n more, see the table (v)</source>
        <translation>
            <numerusform>and %n more, see the table (v)</numerusform>
            <numerusform>and %n more, see the table (v)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactField</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fleet</name>
    <message numerus="yes">
        <source>%1, %n unknown</source>
        <extracomment>%1 is the only node known to hold a layer; of n more nodes it is not known</extracomment>
        <translation>
            <numerusform>%1, %n unknown</numerusform>
            <numerusform>%1, %n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HostPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HostStanding</name>
    <message numerus="yes">
        <source>Quarantined %n times, last %1, %2: %3.</source>
        <extracomment>%1 is a value, %2 says how long ago, %3 why it cannot be true</extracomment>
        <translation>
            <numerusform>Quarantined once, %1, %2: %3.</numerusform>
            <numerusform>Quarantined %n times, last %1, %2: %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentFacts</name>
    <message numerus="yes">
        <source>%1 · and %n other kinds of alert</source>
        <translation>
            <numerusform>%1 · and %n other kind of alert</numerusform>
            <numerusform>%1 · and %n other kinds of alert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln of its alerts nobody knows whether they stand: their sources are silent.</source>
        <translation>
            <numerusform>Of %Ln of its alerts nobody knows whether it stands: its sources are silent.</numerusform>
            <numerusform>Of %Ln of its alerts nobody knows whether they stand: their sources are silent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages in one incident</source>
        <translation>
            <numerusform>%Ln message in one incident</numerusform>
            <numerusform>%Ln messages in one incident</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message numerus="yes">
        <source>reopened %n time(s)</source>
        <translation>
            <numerusform>reopened %n time</numerusform>
            <numerusform>reopened %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  and %n more alert(s)</source>
        <translation>
            <numerusform>  and %n more alert</numerusform>
            <numerusform>  and %n more alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  and %n more incident(s)</source>
        <translation>
            <numerusform>  and %n more incident</numerusform>
            <numerusform>  and %n more incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopened %n times</source>
        <translation>
            <numerusform>reopened %n time</numerusform>
            <numerusform>reopened %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alerts</source>
        <translation>
            <numerusform>%Ln alert</numerusform>
            <numerusform>%Ln alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Liveness</name>
    <message numerus="yes">
        <source>%n source(s) do not answer in time: what is told by them is older.</source>
        <translation>
            <numerusform>%n source does not answer in time: what it tells is older.</numerusform>
            <numerusform>%n sources do not answer in time: what is told by them is older.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadLines</name>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixLabels</name>
    <message numerus="yes">
        <source>%n nodes whole</source>
        <translation>
            <numerusform>%n node whole</numerusform>
            <numerusform>%n nodes whole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberWords</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fired %Ln times</source>
        <translation>
            <numerusform>fired %Ln time</numerusform>
            <numerusform>fired %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NodePanel</name>
    <message numerus="yes">
        <source>%n times, last %1 ago</source>
        <translation>
            <numerusform>once, %1 ago</numerusform>
            <numerusform>%n times, last %1 ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationLimiter</name>
    <message numerus="yes">
        <source>%n more incident(s) need a look</source>
        <extracomment>in place of that many notices, which were too many for one minute</extracomment>
        <translation>
            <numerusform>%n more incident needs a look</numerusform>
            <numerusform>%n more incidents need a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NowState</name>
    <message numerus="yes">
        <source>%n sources</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hosts</source>
        <translation>
            <numerusform>%Ln host</numerusform>
            <numerusform>%Ln hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeerMetricsWarnings</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacementFindings</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is ready and does not serve; other nodes still look there for %n layer(s)</source>
        <translation>
            <numerusform>%1 is ready and does not serve; other nodes still look there for %n layer</numerusform>
            <numerusform>%1 is ready and does not serve; other nodes still look there for %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is gone; for up to 19 min other nodes still look there for %n layer(s)</source>
        <translation>
            <numerusform>%1 is gone; for up to 19 min other nodes still look there for %n layer</numerusform>
            <numerusform>%1 is gone; for up to 19 min other nodes still look there for %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) offer %1 in another length than the registry&apos;s %2</source>
        <translation>
            <numerusform>%n node offers %1 in another length than the registry&apos;s %2</numerusform>
            <numerusform>%n nodes offer %1 in another length than the registry&apos;s %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; of %n node(s) it is not known</source>
        <translation>
            <numerusform>%1; of %n node it is not known</numerusform>
            <numerusform>%1; of %n nodes it is not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacementWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>After a list of names that was cut: &quot;a, b and 3 more&quot;</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %1 (%n node(s)):</source>
        <translation>
            <numerusform>Without %1 (%n node):</numerusform>
            <numerusform>Without %1 (%n nodes):</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) lost, %1</source>
        <translation>
            <numerusform>%n layer lost, %1</numerusform>
            <numerusform>%n layers lost, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that the other nodes cannot serve any more</source>
        <translation>
            <numerusform>%n image that the other nodes cannot serve any more</numerusform>
            <numerusform>%n images that the other nodes cannot serve any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) may be lost, %1: of their only other copies nothing is known</source>
        <translation>
            <numerusform>%n layer may be lost, %1: of its only other copies nothing is known</numerusform>
            <numerusform>%n layers may be lost, %1: of their only other copies nothing is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) serve manifests of these images and could complete them from upstream only, %1</source>
        <translation>
            <numerusform>%n node serves manifests of these images and could complete them from upstream only, %1</numerusform>
            <numerusform>%n nodes serve manifests of these images and could complete them from upstream only, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) keep one copy</source>
        <translation>
            <numerusform>%n layer keeps one copy</numerusform>
            <numerusform>%n layers keep one copy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) keep a known copy, %1</source>
        <translation>
            <numerusform>%n layer keeps a known copy, %1</numerusform>
            <numerusform>%n layers keep a known copy, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) with one known holder, %1</source>
        <translation>
            <numerusform>%n layer with one known holder, %1</numerusform>
            <numerusform>%n layers with one known holder, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without, %1</source>
        <translation>
            <numerusform>%n without, %1</numerusform>
            <numerusform>%n without, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Prewarm</name>
    <message numerus="yes">
        <source>%1 is read for %2, by at most %n node(s) at once</source>
        <extracomment>%1 is a registry, %2 a size</extracomment>
        <translation>
            <numerusform>%1 is read for %2, by at most %n node at once</numerusform>
            <numerusform>%1 is read for %2, by at most %n nodes at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 serves %2 of which some lies there alone, to at most %n node(s) at once</source>
        <extracomment>%1 is a node, %2 a size</extracomment>
        <translation>
            <numerusform>%1 serves %2 of which some lies there alone, to at most %n node at once</numerusform>
            <numerusform>%1 serves %2 of which some lies there alone, to at most %n nodes at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) take(s) in %1, most of all %2: %3, and again about twice that unpacked</source>
        <extracomment>%1 and %3 are sizes, %2 is a node</extracomment>
        <translation>
            <numerusform>%n node takes in %1, most of all %2: %3, and again about twice that unpacked</numerusform>
            <numerusform>%n nodes take in %1, most of all %2: %3, and again about twice that unpacked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s) is left out, since no node pulls it</source>
        <translation>
            <numerusform>%1 of %n image is left out, since no node pulls it</numerusform>
            <numerusform>%1 of %n images is left out, since no node pulls it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is/are taken for %2: nothing on it/them tells, and no node is known to pull anything else</source>
        <extracomment>%1 are nodes, %2 is a platform such as linux/arm64</extracomment>
        <translation>
            <numerusform>%1 is taken for %2: nothing on it tells, and no node is known to pull anything else</numerusform>
            <numerusform>%1 are taken for %2: nothing on them tells, and no node is known to pull anything else</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>which platform %1 pull(s) is not known (--platform names it)</source>
        <translation>
            <numerusform>which platform %1 pulls is not known (--platform names it)</numerusform>
            <numerusform>which platform %1 pull is not known (--platform names it)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what lies on %1 is not known</source>
        <translation>
            <numerusform>what lies on %1 is not known</numerusform>
            <numerusform>what lies on %1 is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has/have no room on disk</source>
        <translation>
            <numerusform>%1 has no room on disk</numerusform>
            <numerusform>%1 have no room on disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is/are cordoned</source>
        <translation>
            <numerusform>%1 is cordoned</numerusform>
            <numerusform>%1 are cordoned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nobody has told of %1 for too long</source>
        <translation>
            <numerusform>nobody has told of %1 for too long</numerusform>
            <numerusform>nobody has told of %1 for too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cannot serve</source>
        <translation>
            <numerusform>%1 cannot serve</numerusform>
            <numerusform>%1 cannot serve</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is/are gone</source>
        <translation>
            <numerusform>%1 is gone</numerusform>
            <numerusform>%1 are gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was/were never seen</source>
        <translation>
            <numerusform>%1 was never seen</numerusform>
            <numerusform>%1 were never seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 pull(s) another platform than %2</source>
        <extracomment>%1 are nodes, %2 is a platform such as linux/arm64</extracomment>
        <translation>
            <numerusform>%1 pulls another platform than %2</numerusform>
            <numerusform>%1 pull another platform than %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) reach(es) only %1 of %2 copies</source>
        <translation>
            <numerusform>%n part reaches only %1 of %2 copies</numerusform>
            <numerusform>%n parts reach only %1 of %2 copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) in %1</source>
        <extracomment>&quot;12 steps in 3 waves&quot;; %1 is the next text, &quot;3 waves&quot;</extracomment>
        <translation>
            <numerusform>%n step in %1</numerusform>
            <numerusform>%n steps in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wave(s)</source>
        <translation>
            <numerusform>%n wave</numerusform>
            <numerusform>%n waves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>wave %1: %n step(s), %2, %3</source>
        <extracomment>%1 is a number, %2 a size, %3 a time such as &quot;about 4 min&quot;</extracomment>
        <translation>
            <numerusform>wave %1: %n step, %2, %3</numerusform>
            <numerusform>wave %1: %n steps, %2, %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) in fewer than %1 zones</source>
        <translation>
            <numerusform>%n part in fewer than %1 zones</numerusform>
            <numerusform>%n parts in fewer than %1 zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) below %1 copies, the scarcest on no node</source>
        <extracomment>part: a layer, config or manifest of an image</extracomment>
        <translation>
            <numerusform>%n part below %1 copies, on no node</numerusform>
            <numerusform>%n parts below %1 copies, the scarcest on no node</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) below %1 copies, the scarcest with %2</source>
        <translation>
            <numerusform>%n part below %1 copies, with %2</numerusform>
            <numerusform>%n parts below %1 copies, the scarcest with %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>vanished %n time(s)</source>
        <translation>
            <numerusform>vanished %n time</numerusform>
            <numerusform>vanished %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>restarted %n time(s)</source>
        <translation>
            <numerusform>restarted %n time</numerusform>
            <numerusform>restarted %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n more</source>
        <translation>
            <numerusform>%1, %2 and %n more</numerusform>
            <numerusform>%1, %2 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileCheck</name>
    <message numerus="yes">
        <source>%1 is right: %2, %n source(s)</source>
        <translation>
            <numerusform>%1 is right: %2, %n source</numerusform>
            <numerusform>%1 is right: %2, %n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrometheusAnswer</name>
    <message numerus="yes">
        <source>the answer has more than %n point(s)</source>
        <translation>
            <numerusform>the answer has more than %n point</numerusform>
            <numerusform>the answer has more than %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>  and %n more node(s) that are not live</source>
        <translation>
            <numerusform>  and %n more node that is not live</numerusform>
            <numerusform>  and %n more nodes that are not live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  and %n more layer(s)</source>
        <translation>
            <numerusform>  and %n more layer</numerusform>
            <numerusform>  and %n more layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesAssembly</name>
    <message numerus="yes">
        <source>%n pieces on disk are damaged and left out</source>
        <translation>
            <numerusform>%n piece on disk is damaged and left out</numerusform>
            <numerusform>%n pieces on disk are damaged and left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesWords</name>
    <message numerus="yes">
        <source>%n earlier, see --json</source>
        <translation>
            <numerusform>%n earlier, see --json</numerusform>
            <numerusform>%n earlier, see --json</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), a step of %1, from %2</source>
        <translation>
            <numerusform>%n point, a step of %1, from %2</numerusform>
            <numerusform>%n points, a step of %1, from %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpegelStatus</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>none of %n peer(s) answers</source>
        <translation>
            <numerusform>the one peer does not answer</numerusform>
            <numerusform>none of %n peers answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineState</name>
    <message numerus="yes">
        <source>It hides all %Ln entries that are loaded.</source>
        <translation>
            <numerusform>It hides the %Ln entry that is loaded.</numerusform>
            <numerusform>It hides all %Ln entries that are loaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message numerus="yes">
        <source>%Ln alerts</source>
        <translation>
            <numerusform>%Ln alert</numerusform>
            <numerusform>%Ln alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayStanding</name>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>%n critical</numerusform>
            <numerusform>%n critical</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken</source>
        <comment>incidents that somebody sees to</comment>
        <translation>
            <numerusform>%n taken</numerusform>
            <numerusform>%n taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::AlertPhrases</name>
    <message numerus="yes">
        <source>%n nodes are gone</source>
        <translation>
            <numerusform>%n node is gone</numerusform>
            <numerusform>%n nodes are gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hosts are down</source>
        <translation>
            <numerusform>%n host is down</numerusform>
            <numerusform>%n hosts are down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes cannot serve layers</source>
        <translation>
            <numerusform>%n node cannot serve layers</numerusform>
            <numerusform>%n nodes cannot serve layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hosts are short of memory</source>
        <translation>
            <numerusform>%n host is short of memory</numerusform>
            <numerusform>%n hosts are short of memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hosts are out of memory</source>
        <translation>
            <numerusform>%n host is out of memory</numerusform>
            <numerusform>%n hosts are out of memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hosts are out of CPU</source>
        <translation>
            <numerusform>%n host is out of CPU</numerusform>
            <numerusform>%n hosts are out of CPU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>disks of %n hosts fill up</source>
        <translation>
            <numerusform>disks of %n host fill up</numerusform>
            <numerusform>disks of %n hosts fill up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hosts are too hot</source>
        <translation>
            <numerusform>%n host is too hot</numerusform>
            <numerusform>%n hosts are too hot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the network of %n hosts is busy</source>
        <translation>
            <numerusform>the network of %n host is busy</numerusform>
            <numerusform>the network of %n hosts is busy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the GPUs of %n hosts are busy</source>
        <translation>
            <numerusform>the GPUs of %n host are busy</numerusform>
            <numerusform>the GPUs of %n hosts are busy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the load of %n hosts is high</source>
        <translation>
            <numerusform>the load of %n host is high</numerusform>
            <numerusform>the load of %n hosts is high</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the batteries of %n hosts are low</source>
        <translation>
            <numerusform>the battery of %n host is low</numerusform>
            <numerusform>the batteries of %n hosts are low</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sources do not answer</source>
        <translation>
            <numerusform>%n source does not answer</numerusform>
            <numerusform>%n sources do not answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n subjects</source>
        <extracomment>%1: the name of an alert, %n: hosts, services and the like</extracomment>
        <translation>
            <numerusform>%1 on %n subject</numerusform>
            <numerusform>%1 on %n subjects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::AlertmanagerConnector</name>
    <message numerus="yes">
        <source>%n alert(s) cannot be read, or are too many</source>
        <translation>
            <numerusform>%n alert cannot be read, or is one too many</numerusform>
            <numerusform>%n alerts cannot be read, or are too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silence(s) cannot be read, or are too many</source>
        <translation>
            <numerusform>%n silence cannot be read, or is one too many</numerusform>
            <numerusform>%n silences cannot be read, or are too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) ran out because nobody sends them any more: what they were about may not be over</source>
        <translation>
            <numerusform>%n alert ran out because nobody sends it any more: what it was about may not be over</numerusform>
            <numerusform>%n alerts ran out because nobody sends them any more: what they were about may not be over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::AlertmanagerProbe</name>
    <message numerus="yes">
        <source>it tells %n alert(s)</source>
        <translation>
            <numerusform>it tells %n alert</numerusform>
            <numerusform>it tells %n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::BeszelConnector</name>
    <message numerus="yes">
        <source>%n systems are listed a second time under the same name and host: shown, not counted. Delete at the hub those that stay down.</source>
        <translation>
            <numerusform>%n system is listed a second time under the same name and host: shown, not counted. Delete at the hub the one that stays down.</numerusform>
            <numerusform>%n systems are listed a second time under the same name and host: shown, not counted. Delete at the hub those that stay down.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records or fields of another form than expected were left out.</source>
        <translation>
            <numerusform>%n record or field of another form than expected was left out.</numerusform>
            <numerusform>%n records or fields of another form than expected were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events were too large and were left out.</source>
        <translation>
            <numerusform>%n event was too large and was left out.</numerusform>
            <numerusform>%n events were too large and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::Foot</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>sources that have no room in the foot</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::HistoryWorker</name>
    <message numerus="yes">
        <source>%n entries of the last known fleet could not be read and are left out</source>
        <translation>
            <numerusform>%n entry of the last known fleet could not be read and is left out</numerusform>
            <numerusform>%n entries of the last known fleet could not be read and are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::IncidentBook</name>
    <message numerus="yes">
        <source>Name an end within the next %n days.</source>
        <translation>
            <numerusform>Name an end within the next %n day.</numerusform>
            <numerusform>Name an end within the next %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::IncidentExportChip</name>
    <message numerus="yes">
        <source>Saved %Ln incidents: %1</source>
        <translation>
            <numerusform>Saved %Ln incident: %1</numerusform>
            <numerusform>Saved %Ln incidents: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::IncidentTitles</name>
    <message numerus="yes">
        <source>zone %1 is gone: %n hosts do not answer</source>
        <extracomment>%1: the name of a zone</extracomment>
        <translation>
            <numerusform>zone %1 is gone: %n host does not answer</numerusform>
            <numerusform>zone %1 is gone: %n hosts do not answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts in a storm from %1</source>
        <extracomment>%1: the id of a source</extracomment>
        <translation>
            <numerusform>%n alert in a storm from %1</numerusform>
            <numerusform>%n alerts in a storm from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>: %n layers have no copy left</source>
        <translation>
            <numerusform>: %n layer has no copy left</numerusform>
            <numerusform>: %n layers have no copy left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>: %n layers have one copy left</source>
        <translation>
            <numerusform>: %n layer has one copy left</numerusform>
            <numerusform>: %n layers have one copy left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1: some names</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zones</source>
        <translation>
            <numerusform>%n zone</numerusform>
            <numerusform>%n zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n have one copy left</source>
        <extracomment>goes on after &quot;9 layers have no copy left&quot;: layers</extracomment>
        <translation>
            <numerusform>, %n has one copy left</numerusform>
            <numerusform>, %n have one copy left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::NowPage</name>
    <message numerus="yes">
        <source>Split these %Ln alerts off</source>
        <translation>
            <numerusform>Split %Ln alert off</numerusform>
            <numerusform>Split these %Ln alerts off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::NowTiles</name>
    <message numerus="yes">
        <source>%Ln over since yesterday</source>
        <translation>
            <numerusform>%Ln over since yesterday</numerusform>
            <numerusform>%Ln over since yesterday</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::PlacementTiles</name>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never asked for</source>
        <translation>
            <numerusform>%n never asked for</numerusform>
            <numerusform>%n never asked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images need the registry</source>
        <translation>
            <numerusform>%n image needs the registry</numerusform>
            <numerusform>%n images need the registry</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::PlanSide</name>
    <message numerus="yes">
        <source>and %n more image(s)</source>
        <translation>
            <numerusform>and %n more image</numerusform>
            <numerusform>and %n more images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n part(s)</source>
        <translation>
            <numerusform>%1 in %n part</numerusform>
            <numerusform>%1 in %n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::PlanTiles</name>
    <message numerus="yes">
        <source>in %n wave(s)</source>
        <translation>
            <numerusform>in %n wave</numerusform>
            <numerusform>in %n waves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n node(s)</source>
        <translation>
            <numerusform>on %n node</numerusform>
            <numerusform>on %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::PrometheusConnector</name>
    <message numerus="yes">
        <source>%n alert(s) cannot be read, or are too many</source>
        <translation>
            <numerusform>%n alert cannot be read, or is one too many</numerusform>
            <numerusform>%n alerts cannot be read, or are too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::PrometheusPoll</name>
    <message numerus="yes">
        <source>%n series of %1 cannot be read</source>
        <extracomment>%1 is the name of a metric</extracomment>
        <translation>
            <numerusform>%n series of %1 cannot be read</numerusform>
            <numerusform>%n series of %1 cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series of %1 tell the same of the same host once more, and are left out</source>
        <translation>
            <numerusform>%n series of %1 tells the same of the same host once more, and is left out</numerusform>
            <numerusform>%n series of %1 tell the same of the same host once more, and are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::PrometheusProbe</name>
    <message numerus="yes">
        <source>it knows %n host(s)</source>
        <translation>
            <numerusform>it knows %n host</numerusform>
            <numerusform>it knows %n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::ProposalPanel</name>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>≥ %n copies</source>
        <translation>
            <numerusform>≥ %n copy</numerusform>
            <numerusform>≥ %n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pulls</source>
        <translation>
            <numerusform>%n pull</numerusform>
            <numerusform>%n pulls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::RailButton</name>
    <message numerus="yes">
        <source>, %n open</source>
        <translation>
            <numerusform>, %n open</numerusform>
            <numerusform>, %n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::RangeRead</name>
    <message numerus="yes">
        <source>this would be %n point(s)</source>
        <translation>
            <numerusform>this would be %n point</numerusform>
            <numerusform>this would be %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series tell it, of which the longest is shown</source>
        <translation>
            <numerusform>%n series tells it</numerusform>
            <numerusform>%n series tell it, of which the longest is shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::RegistryCrawl</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::RegistryMetricsFeed</name>
    <message numerus="yes">
        <source>%n registries answer in turn at %1: their figures are kept apart</source>
        <extracomment>%1 is an address</extracomment>
        <translation>
            <numerusform>%n registry answers at %1</numerusform>
            <numerusform>%n registries answer in turn at %1: their figures are kept apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::RiskPanel</name>
    <message numerus="yes">
        <source>%n more are told by stowage risk.</source>
        <translation>
            <numerusform>%n more is told by stowage risk.</numerusform>
            <numerusform>%n more are told by stowage risk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::SeriesLookup</name>
    <message numerus="yes">
        <source>%n hosts are called %1</source>
        <translation>
            <numerusform>%n host is called %1</numerusform>
            <numerusform>%n hosts are called %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::SourceModel</name>
    <message numerus="yes">
        <source>%n not seen</source>
        <translation>
            <numerusform>%n not seen</numerusform>
            <numerusform>%n not seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::TimelineExportChip</name>
    <message numerus="yes">
        <source>Saved %Ln entries: %1</source>
        <translation>
            <numerusform>Saved %Ln entry: %1</numerusform>
            <numerusform>Saved %Ln entries: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::TimelinePage</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <extracomment>events of the log</extracomment>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::TimelineView</name>
    <message numerus="yes">
        <source>%Ln events, %1</source>
        <translation>
            <numerusform>%Ln event, %1</numerusform>
            <numerusform>%Ln events, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, %1</source>
        <translation>
            <numerusform>%Ln entry, %1</numerusform>
            <numerusform>%Ln entries, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::TlsCheck</name>
    <message numerus="yes">
        <source>issued by %1 for %2, expires in %n day(s)</source>
        <translation>
            <numerusform>issued by %1 for %2, expires in %n day</numerusform>
            <numerusform>issued by %1 for %2, expires in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stowage::WhatIfPanel</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more ✕</source>
        <extracomment>a chip after some names: so many more nodes; pressing it clears all</extracomment>
        <translation>
            <numerusform>%n more ✕</numerusform>
            <numerusform>%n more ✕</numerusform>
        </translation>
    </message>
</context>
</TS>
