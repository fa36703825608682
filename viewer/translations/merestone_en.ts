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
    <name>FindingsPage</name>
    <message numerus="yes">
        <source>%n policy conflict(s). Look at each in the list of findings: the map goes to its place. Then change the drawing or the figure, or weigh the conflict and waive it with a reason.</source>
        <translation>
            <numerusform>%n policy conflict. Look at it in the list of findings: the map goes to its place. Then change the drawing or the figure, or weigh the conflict and waive it with a reason.</numerusform>
            <numerusform>%n policy conflicts. Look at each in the list of findings: the map goes to its place. Then change the drawing or the figure, or weigh the conflict and waive it with a reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) in which the data cannot tell. Each says what is missing: a value, or the word that a map holds everything of its kind.</source>
        <translation>
            <numerusform>%n finding in which the data cannot tell. It says what is missing: a value, or the word that a map holds everything of its kind.</numerusform>
            <numerusform>%n findings in which the data cannot tell. Each says what is missing: a value, or the word that a map holds everything of its kind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) only people can judge; the figures for it are in the list.</source>
        <translation>
            <numerusform>%n thing only people can judge; the figures for it are in the list.</numerusform>
            <numerusform>%n things only people can judge; the figures for them are in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) looked at that agree.</source>
        <translation>
            <numerusform>%n feature looked at that agrees.</numerusform>
            <numerusform>%n features looked at that agree.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapDescription</name>
    <message numerus="yes">
        <source>%n finding(s) are seen.</source>
        <translation>
            <numerusform>%n finding is seen.</numerusform>
            <numerusform>%n findings are seen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceSight</name>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without a place on the map</source>
        <translation>
            <numerusform>%n row without a place on the map</numerusform>
            <numerusform>%n rows without a place on the map</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shape(s) are not valid as they are drawn; the check repairs them and says so.</source>
        <translation>
            <numerusform>%n shape is not valid as it is drawn; the check repairs it and says so.</numerusform>
            <numerusform>%n shapes are not valid as they are drawn; the check repairs them and says so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueEffect</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) before</source>
        <translation>
            <numerusform>%n conflict before</numerusform>
            <numerusform>%n conflicts before</numerusform>
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
    <name>merestone::viewer::FilterBar</name>
    <message numerus="yes">
        <source>%1 of %n feature(s) match.</source>
        <extracomment>How many features of all of a layer meet a condition.</extracomment>
        <translation>
            <numerusform>%1 of %n feature matches.</numerusform>
            <numerusform>%1 of %n features match.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n it cannot be told: a value is missing.</source>
        <translation>
            <numerusform>For %n it cannot be told: a value is missing.</numerusform>
            <numerusform>For %n it cannot be told: a value is missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>merestone::viewer::GuidePanel</name>
    <message numerus="yes">
        <source>%1 is as it was before; %n file(s) that were copied are gone.</source>
        <translation>
            <numerusform>%1 is as it was before; %n file that was copied is gone.</numerusform>
            <numerusform>%1 is as it was before; %n files that were copied are gone.</numerusform>
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
        <source>The program did not end well when this plan was last open. %n change(s) were not saved, and can be brought back.</source>
        <translation>
            <numerusform>The program did not end well when this plan was last open. %n change was not saved, and can be brought back.</numerusform>
            <numerusform>The program did not end well when this plan was last open. %n changes were not saved, and can be brought back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) match; narrow the condition to at most %1 to choose them.</source>
        <translation>
            <numerusform>%n feature matches; narrow the condition to at most %1 to choose them.</numerusform>
            <numerusform>%n features match; narrow the condition to at most %1 to choose them.</numerusform>
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
<context>
    <name>merestone::viewer::SourcesPage</name>
    <message numerus="yes">
        <source>The layer &apos;%1&apos; stands in %2; %n file(s) were copied beside it.</source>
        <translation>
            <numerusform>The layer &apos;%1&apos; stands in %2; %n file was copied beside it.</numerusform>
            <numerusform>The layer &apos;%1&apos; stands in %2; %n files were copied beside it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n feature(s)</source>
        <translation>
            <numerusform>%1: %n feature</numerusform>
            <numerusform>%1: %n features</numerusform>
        </translation>
    </message>
</context>
</TS>
