<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>Fleet</name>
    <message numerus="yes">
        <source>%1, %n unknown</source>
        <extracomment>%1 is the only node known to hold a layer; of n more nodes it is not known</extracomment>
        <translation>
            <numerusform>%1, %n unknown</numerusform>
            <numerusform>%1, %n unknown</numerusform>
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
    <name>PlacementWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>After a list of names that was cut: &quot;a, b and 3 more&quot;</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
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
    <name>stowage::MatrixPanel</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
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
    <name>stowage::TlsCheck</name>
    <message numerus="yes">
        <source>issued by %1 for %2, expires in %n day(s)</source>
        <translation>
            <numerusform>issued by %1 for %2, expires in %n day</numerusform>
            <numerusform>issued by %1 for %2, expires in %n days</numerusform>
        </translation>
    </message>
</context>
</TS>
