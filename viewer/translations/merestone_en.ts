<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DrawTool</name>
    <message numerus="yes">
        <source>%n place(s), length %1</source>
        <translation>
            <numerusform>%n place, length %1</numerusform>
            <numerusform>%n places, length %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corner(s), area %1, edge %2</source>
        <translation>
            <numerusform>%n corner, area %1, edge %2</numerusform>
            <numerusform>%n corners, area %1, edge %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n policy conflict(s)</source>
        <translation>
            <numerusform>%n policy conflict</numerusform>
            <numerusform>%n policy conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n waived besides)</source>
        <translation>
            <numerusform>%1 (%n waived besides)</numerusform>
            <numerusform>%1 (%n waived besides)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n borderline</source>
        <translation>
            <numerusform>%1, %n borderline</numerusform>
            <numerusform>%1, %n borderline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n cannot tell</source>
        <translation>
            <numerusform>%1, %n cannot tell</numerusform>
            <numerusform>%1, %n cannot tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need(s) judgement</source>
        <translation>
            <numerusform>%1, %n needs judgement</numerusform>
            <numerusform>%1, %n need judgement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n not run</source>
        <translation>
            <numerusform>%1, %n not run</numerusform>
            <numerusform>%1, %n not run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %2 of %n rule(s) pass.</source>
        <translation>
            <numerusform>%1; %2 of %n rule passes.</numerusform>
            <numerusform>%1; %2 of %n rules pass.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>merestone::viewer::AttributeForm</name>
    <message numerus="yes">
        <source>And %n more rule(s).</source>
        <translation>
            <numerusform>And %n more rule.</numerusform>
            <numerusform>And %n more rules.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>merestone::viewer::IdentifyPanel</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>merestone::viewer::LayersModel</name>
    <message numerus="yes">
        <source>%1, %n feature(s)</source>
        <translation>
            <numerusform>%1, %n feature</numerusform>
            <numerusform>%1, %n features</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>merestone::viewer::MainWindow</name>
    <message numerus="yes">
        <source>%n feature(s) chosen, %1 together.</source>
        <translation>
            <numerusform>%n feature chosen, %1 together.</numerusform>
            <numerusform>%n features chosen, %1 together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The program did not end well when this plan was last open. %n change(s) of its drawings were not saved, and can be brought back.</source>
        <translation>
            <numerusform>The program did not end well when this plan was last open. %n change of its drawings was not saved, and can be brought back.</numerusform>
            <numerusform>The program did not end well when this plan was last open. %n changes of its drawings were not saved, and can be brought back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>merestone::viewer::MapCanvas</name>
    <message numerus="yes">
        <source>Scale 1 to %1, centre easting %2, northing %3. %n finding(s) with a place.</source>
        <translation>
            <numerusform>Scale 1 to %1, centre easting %2, northing %3. %n finding with a place.</numerusform>
            <numerusform>Scale 1 to %1, centre easting %2, northing %3. %n findings with a place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>merestone::viewer::MapDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>merestone::viewer::RecoveryCopy</name>
    <message numerus="yes">
        <source>%n changed feature(s) are not in the files any more.</source>
        <translation>
            <numerusform>%n changed feature is not in the files any more.</numerusform>
            <numerusform>%n changed features are not in the files any more.</numerusform>
        </translation>
    </message>
</context>
</TS>
