<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>DraftEdits</name>
    <message>
        <source>That feature is not there any more.</source>
        <translation>Tego obiektu już tu nie ma.</translation>
    </message>
    <message>
        <source>Choose the features to make it of first.</source>
        <translation>Najpierw wybierz obiekty, z których ma powstać.</translation>
    </message>
    <message>
        <source>What is chosen is not what &apos;%1&apos; is made of.</source>
        <translation>Wybrane obiekty są innego rodzaju niż te w „%1”.</translation>
    </message>
    <message>
        <source>Make a feature in %1</source>
        <translation>Utwórz obiekt w %1</translation>
    </message>
    <message>
        <source>Choose at least two features of one layer of the plan first.</source>
        <translation>Najpierw wybierz co najmniej dwa obiekty z jednej warstwy planu.</translation>
    </message>
    <message>
        <source>Merge features into %1</source>
        <translation>Połącz obiekty w %1</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>Podziel %1</translation>
    </message>
    <message>
        <source>Cut a hole in %1</source>
        <translation>Wytnij otwór w %1</translation>
    </message>
</context>
<context>
    <name>DrawTool</name>
    <message numerus="yes">
        <source>%n place(s), length %1</source>
        <translation>
            <numerusform>%n punkt, długość %1</numerusform>
            <numerusform>%n punkty, długość %1</numerusform>
            <numerusform>%n punktów, długość %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corner(s), area %1, edge %2</source>
        <translation>
            <numerusform>%n narożnik, powierzchnia %1, krawędź %2</numerusform>
            <numerusform>%n narożniki, powierzchnia %1, krawędź %2</numerusform>
            <numerusform>%n narożników, powierzchnia %1, krawędź %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>%1 to spare</source>
        <translation>%1 zapasu</translation>
    </message>
    <message>
        <source>%1 on the wrong side</source>
        <translation>brakuje %1</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Zmierzono</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Wymagane</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Różnica</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Niepewność</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Reguła</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Źródło</translation>
    </message>
    <message>
        <source>Why the rule</source>
        <translation>Po co ta reguła</translation>
    </message>
    <message>
        <source>Requires</source>
        <translation>Wymaga</translation>
    </message>
    <message>
        <source>Figures used</source>
        <translation>Użyte wartości</translation>
    </message>
    <message>
        <source>%1 (by %2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>, until %1</source>
        <translation>, do %1</translation>
    </message>
    <message>
        <source>What would make it pass</source>
        <translation>Co pozwoli spełnić regułę</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Dopuszczono</translation>
    </message>
    <message>
        <source>Why not sure</source>
        <translation>Skąd niepewność</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Obiekt</translation>
    </message>
    <message>
        <source>And</source>
        <translation>Oraz</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Miejsce</translation>
    </message>
    <message>
        <source>How it was measured</source>
        <translation>Jak zmierzono</translation>
    </message>
    <message>
        <source>Whose figures</source>
        <translation>Czyje wartości</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Dlaczego</translation>
    </message>
    <message>
        <source>%1 of the conflicts waived</source>
        <translation>w tym dopuszczone konflikty: %1</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Obiekty</translation>
    </message>
</context>
<context>
    <name>FieldValue</name>
    <message>
        <source>&apos;%1&apos; is no number.</source>
        <translation>„%1” nie jest liczbą.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no whole number.</source>
        <translation>„%1” nie jest liczbą całkowitą.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is neither yes nor no.</source>
        <translation>„%1” nie znaczy ani tak, ani nie.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no date; write it as 2031-03-31.</source>
        <translation>„%1” nie jest datą; zapisz ją jako 2031-03-31.</translation>
    </message>
    <message>
        <source>That feature is not there any more.</source>
        <translation>Tego obiektu już tu nie ma.</translation>
    </message>
    <message>
        <source>A feature needs an id, by which findings name it.</source>
        <translation>Obiekt musi mieć identyfikator, którym nazywają go ustalenia.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is the id of another feature.</source>
        <translation>„%1” jest identyfikatorem innego obiektu.</translation>
    </message>
    <message>
        <source>Set %1 of %2</source>
        <translation>Ustaw %1 obiektu %2</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>The plan has no rules yet. Go to &apos;Policy&apos; and choose one.</source>
        <translation>Plan nie ma jeszcze reguł. Przejdź do „Polityka” i wybierz jedną.</translation>
    </message>
    <message numerus="yes">
        <source>%n policy conflict(s). Look at each in the list of findings: the map goes to its place. Then change the drawing or the figure, or weigh the conflict and waive it with a reason.</source>
        <translation>
            <numerusform>%n konflikt z polityką. Obejrzyj go na liście ustaleń: mapa pokaże jego miejsce. Potem zmień rysunek lub wartość albo rozważ konflikt i dopuść go, podając powód.</numerusform>
            <numerusform>%n konflikty z polityką. Obejrzyj każdy na liście ustaleń: mapa pokaże jego miejsce. Potem zmień rysunek lub wartość albo rozważ konflikt i dopuść go, podając powód.</numerusform>
            <numerusform>%n konfliktów z polityką. Obejrzyj każdy na liście ustaleń: mapa pokaże jego miejsce. Potem zmień rysunek lub wartość albo rozważ konflikt i dopuść go, podając powód.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) in which the data cannot tell. Each says what is missing: a value, or the word that a map holds everything of its kind.</source>
        <translation>
            <numerusform>%n ustalenie, w którym dane nie dają odpowiedzi. Mówi ono, czego brakuje: wartości albo zapewnienia, że mapa zawiera wszystko danego rodzaju.</numerusform>
            <numerusform>%n ustalenia, w których dane nie dają odpowiedzi. Każde mówi, czego brakuje: wartości albo zapewnienia, że mapa zawiera wszystko danego rodzaju.</numerusform>
            <numerusform>%n ustaleń, w których dane nie dają odpowiedzi. Każde mówi, czego brakuje: wartości albo zapewnienia, że mapa zawiera wszystko danego rodzaju.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) only people can judge; the figures for it are in the list.</source>
        <translation>
            <numerusform>%n sprawę mogą ocenić tylko ludzie; potrzebne wartości są na liście.</numerusform>
            <numerusform>%n sprawy mogą ocenić tylko ludzie; potrzebne wartości są na liście.</numerusform>
            <numerusform>%n spraw mogą ocenić tylko ludzie; potrzebne wartości są na liście.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule %1 could not run: %2</source>
        <translation>Nie udało się sprawdzić reguły %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) looked at that agree.</source>
        <translation>
            <numerusform>%n sprawdzony obiekt jest zgodny.</numerusform>
            <numerusform>%n sprawdzone obiekty są zgodne.</numerusform>
            <numerusform>%n sprawdzonych obiektów jest zgodnych.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rules had nothing to look at: their layers hold nothing that they apply to. Draw a site or a green space (Map ▸ Draw a new feature), and the findings follow as you draw.</source>
        <translation>Reguły nie miały czego sprawdzać: ich warstwy nie zawierają niczego, czego dotyczą. Narysuj teren lub zieleń (Mapa ▸ Narysuj nowy obiekt), a ustalenia pojawią się podczas rysowania.</translation>
    </message>
    <message>
        <source>Nothing conflicts. Draw on, or add another policy.</source>
        <translation>Nie ma konfliktów. Rysuj dalej albo dodaj kolejną politykę.</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Land</source>
        <translation>Grunt</translation>
    </message>
    <message>
        <source>Houses</source>
        <translation>Domy</translation>
    </message>
    <message>
        <source>Flats and shared houses</source>
        <translation>Mieszkania i domy współdzielone</translation>
    </message>
    <message>
        <source>Gardens</source>
        <translation>Ogrody</translation>
    </message>
    <message>
        <source>Shops and services</source>
        <translation>Sklepy i usługi</translation>
    </message>
    <message>
        <source>Workplaces</source>
        <translation>Miejsca pracy</translation>
    </message>
    <message>
        <source>Schools and colleges</source>
        <translation>Szkoły i uczelnie</translation>
    </message>
    <message>
        <source>Community buildings</source>
        <translation>Budynki społeczne</translation>
    </message>
    <message>
        <source>Open land</source>
        <translation>Tereny otwarte</translation>
    </message>
    <message>
        <source>School fields</source>
        <translation>Boiska szkolne</translation>
    </message>
    <message>
        <source>Parks and open space</source>
        <translation>Parki i tereny otwarte</translation>
    </message>
    <message>
        <source>Open space to come</source>
        <translation>Planowane tereny otwarte</translation>
    </message>
    <message>
        <source>Allotments</source>
        <translation>Ogrody działkowe</translation>
    </message>
    <message>
        <source>Cemeteries</source>
        <translation>Cmentarze</translation>
    </message>
    <message>
        <source>Sport and play</source>
        <translation>Sport i zabawa</translation>
    </message>
    <message>
        <source>Woodland</source>
        <translation>Lasy</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Woda</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>Budynki</translation>
    </message>
    <message>
        <source>Public buildings</source>
        <translation>Budynki publiczne</translation>
    </message>
    <message>
        <source>Railway</source>
        <translation>Kolej</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Ścieżki</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>Ulice</translation>
    </message>
    <message>
        <source>Secondary roads</source>
        <translation>Drogi drugorzędne</translation>
    </message>
    <message>
        <source>Main roads</source>
        <translation>Drogi główne</translation>
    </message>
    <message>
        <source>Flood zone 2</source>
        <translation>Strefa zalewowa 2</translation>
    </message>
    <message>
        <source>Flood zone 3</source>
        <translation>Strefa zalewowa 3</translation>
    </message>
    <message>
        <source>Flood zone 3b</source>
        <translation>Strefa zalewowa 3b</translation>
    </message>
    <message>
        <source>Conservation area</source>
        <translation>Obszar ochrony konserwatorskiej</translation>
    </message>
    <message>
        <source>Green Belt</source>
        <translation>Pas zieleni (Green Belt)</translation>
    </message>
    <message>
        <source>Ancient woodland</source>
        <translation>Starodrzew</translation>
    </message>
    <message>
        <source>Nature conservation site</source>
        <translation>Obszar ochrony przyrody</translation>
    </message>
    <message>
        <source>Policy area</source>
        <translation>Obszar polityki planu</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centrum</translation>
    </message>
    <message>
        <source>Orphan space</source>
        <translation>Teren bez opiekuna</translation>
    </message>
    <message>
        <source>Local Green Space</source>
        <translation>Lokalny teren zielony</translation>
    </message>
    <message>
        <source>Site allocation</source>
        <translation>Teren przeznaczony pod zabudowę</translation>
    </message>
    <message>
        <source>Not developable</source>
        <translation>Nie do zabudowy</translation>
    </message>
    <message>
        <source>Sub-areas</source>
        <translation>Części obszaru</translation>
    </message>
    <message>
        <source>Other neighbourhood areas</source>
        <translation>Obszary innych planów</translation>
    </message>
    <message>
        <source>Area as designated</source>
        <translation>Obszar wyznaczony</translation>
    </message>
    <message>
        <source>Neighbourhood area</source>
        <translation>Obszar planu</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresy</translation>
    </message>
    <message>
        <source>Listed building</source>
        <translation>Budynek zabytkowy</translation>
    </message>
    <message>
        <source>Hot food takeaway</source>
        <translation>Bar z daniami na wynos</translation>
    </message>
    <message>
        <source>Shop or other unit</source>
        <translation>Sklep lub inny lokal</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Szkoła</translation>
    </message>
    <message>
        <source>Surgery or health centre</source>
        <translation>Przychodnia</translation>
    </message>
    <message>
        <source>Hall or meeting room</source>
        <translation>Sala spotkań</translation>
    </message>
    <message>
        <source>Place of worship</source>
        <translation>Miejsce kultu</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteka</translation>
    </message>
    <message>
        <source>Pub</source>
        <translation>Pub</translation>
    </message>
    <message>
        <source>Nursery</source>
        <translation>Przedszkole</translation>
    </message>
    <message>
        <source>Stop or station</source>
        <translation>Przystanek lub stacja</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Drzewo</translation>
    </message>
    <message>
        <source>Community asset</source>
        <translation>Dobro wspólne mieszkańców</translation>
    </message>
    <message>
        <source>Other areas</source>
        <translation>Inne obszary</translation>
    </message>
    <message>
        <source>Other lines</source>
        <translation>Inne linie</translation>
    </message>
    <message>
        <source>Other points</source>
        <translation>Inne punkty</translation>
    </message>
    <message>
        <source>Picked out</source>
        <translation>Wyróżnione</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <extracomment>The name of the language that you translate into, in that language, as a list of languages shows it.</extracomment>
        <translation>Polski</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Język</translation>
    </message>
    <message>
        <source>The language changes when the program starts the next time.</source>
        <translation>Język zmieni się przy następnym uruchomieniu programu.</translation>
    </message>
    <message>
        <source>As the &amp;system says</source>
        <translation>Jak w &amp;systemie</translation>
    </message>
</context>
<context>
    <name>MapDescription</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A layer, and how many of its features.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No plan is open.</source>
        <translation>Nie otwarto planu.</translation>
    </message>
    <message>
        <source>Scale 1 to %1, centre easting %2, northing %3.</source>
        <translation>Skala 1 do %1, środek E %2, N %3.</translation>
    </message>
    <message>
        <source>No feature is seen.</source>
        <translation>Nie widać żadnego obiektu.</translation>
    </message>
    <message>
        <source>What is seen: %1.</source>
        <translation>Widoczne: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) are seen.</source>
        <translation>
            <numerusform>Widać %n ustalenie.</numerusform>
            <numerusform>Widać %n ustalenia.</numerusform>
            <numerusform>Widać %n ustaleń.</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Wybrane: %1</translation>
    </message>
    <message>
        <source>Chosen, and not seen here: %1</source>
        <translation>Wybrane, tu niewidoczne: %1</translation>
    </message>
</context>
<context>
    <name>MeasureLine</name>
    <message>
        <source>Length %1, straight, on the planar grid</source>
        <translation>Długość %1, w linii prostej, na siatce płaskiej</translation>
    </message>
    <message>
        <source>Area %1, on the planar grid</source>
        <translation>Powierzchnia %1, na siatce płaskiej</translation>
    </message>
</context>
<context>
    <name>NewShape</name>
    <message>
        <source>An area needs at least three corners that differ.</source>
        <translation>Obszar musi mieć co najmniej trzy różne narożniki.</translation>
    </message>
    <message>
        <source>A line needs at least two places that differ.</source>
        <translation>Linia musi mieć co najmniej dwa różne punkty.</translation>
    </message>
    <message>
        <source>There is nothing drawn yet.</source>
        <translation>Nic jeszcze nie narysowano.</translation>
    </message>
    <message>
        <source>The outline crosses or touches itself near easting %1, northing %2; move or take back a corner.</source>
        <translation>Obrys przecina się lub styka sam ze sobą w pobliżu współrzędnych E %1, N %2; przesuń albo cofnij narożnik.</translation>
    </message>
    <message>
        <source>The area is empty: its corners lie on one line.</source>
        <translation>Obszar jest pusty: jego narożniki leżą na jednej linii.</translation>
    </message>
</context>
<context>
    <name>RuleShelf</name>
    <message>
        <source>It asks that %1.</source>
        <translation>Wymaga, aby: %1.</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Źródło:</translation>
    </message>
</context>
<context>
    <name>RuleTitles</name>
    <message>
        <source>%1 %2</source>
        <comment>parameter, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>The title of a rule, and what tells it from another with the same title.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
</context>
<context>
    <name>ShapeOperations</name>
    <message>
        <source>There is no shape to make anything of.</source>
        <translation>Nie ma kształtu, z którego można coś zrobić.</translation>
    </message>
    <message>
        <source>Draw a line right across what is to be split.</source>
        <translation>Poprowadź linię w poprzek tego, co ma być podzielone.</translation>
    </message>
    <message>
        <source>The line does not go right across; draw it from beyond one side to beyond the other.</source>
        <translation>Linia nie przechodzi na wylot; poprowadź ją spoza jednego brzegu poza drugi.</translation>
    </message>
    <message>
        <source>A hole must lie inside the area that it is cut from.</source>
        <translation>Otwór musi leżeć wewnątrz obszaru, z którego jest wycinany.</translation>
    </message>
    <message>
        <source>Nothing would be left; delete the feature instead.</source>
        <translation>Nic by nie zostało; zamiast tego usuń obiekt.</translation>
    </message>
</context>
<context>
    <name>SourceSight</name>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n obszar</numerusform>
            <numerusform>%n obszary</numerusform>
            <numerusform>%n obszarów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n linia</numerusform>
            <numerusform>%n linie</numerusform>
            <numerusform>%n linii</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n punkt</numerusform>
            <numerusform>%n punkty</numerusform>
            <numerusform>%n punktów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without a place on the map</source>
        <translation>
            <numerusform>%n wiersz bez miejsca na mapie</numerusform>
            <numerusform>%n wiersze bez miejsca na mapie</numerusform>
            <numerusform>%n wierszy bez miejsca na mapie</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggested because it has the field &apos;%1&apos;.</source>
        <translation>Proponowane, bo jest pole „%1”.</translation>
    </message>
    <message>
        <source>Suggested because no field says otherwise: something that the plan is measured against.</source>
        <translation>Proponowane, bo żadne pole nie mówi inaczej: coś, z czym porównuje się plan.</translation>
    </message>
    <message>
        <source>%1 in %2.</source>
        <translation>%1 w %2.</translation>
    </message>
    <message>
        <source>They are brought to the British National Grid by &apos;%1&apos;, good to %2 m.</source>
        <translation>Przeliczane na British National Grid przez „%1”, z dokładnością do %2 m.</translation>
    </message>
    <message>
        <source>Fields: %1.</source>
        <translation>Pola: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n shape(s) are not valid as they are drawn; the check repairs them and says so.</source>
        <translation>
            <numerusform>%n kształt jest błędnie narysowany; sprawdzenie naprawia go i o tym informuje.</numerusform>
            <numerusform>%n kształty są błędnie narysowane; sprawdzenie naprawia je i o tym informuje.</numerusform>
            <numerusform>%n kształtów jest błędnie narysowanych; sprawdzenie naprawia je i o tym informuje.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of its points lie in the British Isles when they are read as %2.</source>
        <translation>%1 % punktów leży na Wyspach Brytyjskich, gdy odczyta się je jako %2.</translation>
    </message>
    <message>
        <source>%1: there is nothing in it; choose another file.</source>
        <translation>%1: nic w nim nie ma; wybierz inny plik.</translation>
    </message>
</context>
<context>
    <name>ValueEffect</name>
    <message>
        <source>No rule reads it: nothing has changed.</source>
        <translation>Nie czyta jej żadna reguła: nic się nie zmieniło.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n reguła</numerusform>
            <numerusform>%n reguły</numerusform>
            <numerusform>%n reguł</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 now</source>
        <extracomment>%1 is the rule or rules; %2 &quot;4 conflicts before&quot;, %3 the number now</extracomment>
        <translation>%1: %2, teraz %3</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) before</source>
        <translation>
            <numerusform>przedtem %n konflikt</numerusform>
            <numerusform>przedtem %n konflikty</numerusform>
            <numerusform>przedtem %n konfliktów</numerusform>
        </translation>
    </message>
    <message>
        <source>(%1 new, %2 no longer there)</source>
        <translation>(nowe: %1, już nie ma: %2)</translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message>
        <source>default of the rule</source>
        <translation>wartość domyślna reguły</translation>
    </message>
    <message>
        <source>national standard</source>
        <translation>standard krajowy</translation>
    </message>
    <message>
        <source>standard of the sector</source>
        <translation>standard branżowy</translation>
    </message>
    <message>
        <source>local standard</source>
        <translation>standard lokalny</translation>
    </message>
    <message>
        <source>Limit</source>
        <extracomment>A number in the requirement of a rule, counted from 1</extracomment>
        <translation>Granica</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>Granica %1</translation>
    </message>
    <message>
        <source>A number in the requirement %1</source>
        <translation>Liczba w wymaganiu %1</translation>
    </message>
    <message>
        <source>The plan gives it.</source>
        <translation>Podaje ją plan.</translation>
    </message>
    <message>
        <source>The plan leaves it to the rule.</source>
        <translation>Plan pozostawia ją regule.</translation>
    </message>
    <message>
        <source>A fact of the plan.</source>
        <translation>Fakt podany w planie.</translation>
    </message>
    <message>
        <source>The plan&apos;s own rule; it has no default.</source>
        <translation>Własna reguła planu; nie ma wartości domyślnej.</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <extracomment>A value, then what kind of standard it is, then whose</extracomment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>No rule reads it.</source>
        <translation>Nie czyta jej żadna reguła.</translation>
    </message>
    <message>
        <source>Read by %1.</source>
        <translation>Czytają ją: %1.</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>%1, waived</source>
        <translation>%1, dopuszczone</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>wynik</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>waga</translation>
    </message>
    <message>
        <source>waiver</source>
        <translation>dopuszczenie</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>wartość zmierzona</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>granica</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>zmiana nazwy</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nazwa</translation>
    </message>
    <message>
        <source>other feature</source>
        <translation>drugi obiekt</translation>
    </message>
    <message>
        <source>moved or reshaped</source>
        <translation>przesunięcie lub zmiana kształtu</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>powód</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>%1: %2, before: %3</source>
        <extracomment>What has changed, what it is now, what it was</extracomment>
        <translation>%1: %2, przedtem: %3</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Obiekty</translation>
    </message>
    <message>
        <source>before</source>
        <translation>przedtem</translation>
    </message>
    <message>
        <source>now</source>
        <translation>teraz</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Polityka</translation>
    </message>
    <message>
        <source>only in the version now</source>
        <translation>tylko w wersji obecnej</translation>
    </message>
    <message>
        <source>only in the version before</source>
        <translation>tylko w wersji poprzedniej</translation>
    </message>
    <message>
        <source>Rules that differ</source>
        <translation>Reguły, które się różnią</translation>
    </message>
    <message>
        <source>▲ worse</source>
        <translation>▲ gorzej</translation>
    </message>
    <message>
        <source>★ new</source>
        <translation>★ nowe</translation>
    </message>
    <message>
        <source>▼ better</source>
        <translation>▼ lepiej</translation>
    </message>
    <message>
        <source>– no longer there</source>
        <translation>– już nie ma</translation>
    </message>
    <message>
        <source>≈ changed</source>
        <translation>≈ zmienione</translation>
    </message>
    <message>
        <source>○ stayed</source>
        <translation>○ bez zmian</translation>
    </message>
    <message>
        <source>? not checked any more</source>
        <translation>? już nie sprawdzane</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>policy conflict</source>
        <translation>konflikt z polityką</translation>
    </message>
    <message>
        <source>borderline</source>
        <translation>na granicy</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>nie wiadomo</translation>
    </message>
    <message>
        <source>needs judgement</source>
        <translation>wymaga oceny</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nie sprawdzono</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>spełniona</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>nie dotyczy</translation>
    </message>
    <message>
        <source>must</source>
        <translation>konieczne</translation>
    </message>
    <message>
        <source>should</source>
        <translation>zalecane</translation>
    </message>
    <message>
        <source>note</source>
        <translation>uwaga</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>co najmniej %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>najwyżej %1</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>więcej niż %1</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>mniej niż %1</translation>
    </message>
    <message>
        <source>exactly %1</source>
        <translation>dokładnie %1</translation>
    </message>
    <message>
        <source>anything but %1</source>
        <translation>wszystko oprócz %1</translation>
    </message>
    <message>
        <source>the plan</source>
        <translation>plan</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <translation>„%1”</translation>
    </message>
    <message>
        <source>%1 &apos;%2&apos;</source>
        <translation>%1 „%2”</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 w warstwie %2</translation>
    </message>
    <message>
        <source>%1 (to be confirmed)</source>
        <translation>%1 (do potwierdzenia)</translation>
    </message>
    <message>
        <source>No policy conflict</source>
        <translation>Brak konfliktów z polityką</translation>
    </message>
    <message numerus="yes">
        <source>%n policy conflict(s)</source>
        <translation>
            <numerusform>%n konflikt z polityką</numerusform>
            <numerusform>%n konflikty z polityką</numerusform>
            <numerusform>%n konfliktów z polityką</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n waived besides)</source>
        <translation>
            <numerusform>%1 (oprócz tego %n dopuszczony)</numerusform>
            <numerusform>%1 (oprócz tego %n dopuszczone)</numerusform>
            <numerusform>%1 (oprócz tego %n dopuszczonych)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n borderline</source>
        <translation>
            <numerusform>%1, %n na granicy</numerusform>
            <numerusform>%1, %n na granicy</numerusform>
            <numerusform>%1, %n na granicy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n cannot tell</source>
        <translation>
            <numerusform>%1, %n niewiadoma</numerusform>
            <numerusform>%1, %n niewiadome</numerusform>
            <numerusform>%1, %n niewiadomych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need(s) judgement</source>
        <translation>
            <numerusform>%1, %n wymaga oceny</numerusform>
            <numerusform>%1, %n wymagają oceny</numerusform>
            <numerusform>%1, %n wymaga oceny</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n not run</source>
        <translation>
            <numerusform>%1, %n niesprawdzone</numerusform>
            <numerusform>%1, %n niesprawdzone</numerusform>
            <numerusform>%1, %n niesprawdzonych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %2 of %n rule(s) pass.</source>
        <translation>
            <numerusform>%1; spełnione reguły: %2 z %n.</numerusform>
            <numerusform>%1; spełnione reguły: %2 z %n.</numerusform>
            <numerusform>%1; spełnione reguły: %2 z %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>reading layers</source>
        <translation>wczytywanie warstw</translation>
    </message>
    <message>
        <source>looking at the layers</source>
        <translation>przeglądanie warstw</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gotowe</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>wczytywanie: %1</translation>
    </message>
    <message>
        <source>checking %1</source>
        <translation>sprawdzanie: %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 m²</translation>
    </message>
    <message>
        <source>%1 ha</source>
        <translation>%1 ha</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>rysowanie</translation>
    </message>
    <message>
        <source>drawing maps</source>
        <translation>rysowanie map</translation>
    </message>
    <message>
        <source>making the PDF</source>
        <translation>tworzenie PDF</translation>
    </message>
    <message>
        <source>comparing the findings</source>
        <translation>porównywanie ustaleń</translation>
    </message>
    <message>
        <source>looking at %1</source>
        <translation>przeglądanie: %1</translation>
    </message>
    <message>
        <source>writing %1</source>
        <translation>zapisywanie: %1</translation>
    </message>
    <message>
        <source>copying %1</source>
        <translation>kopiowanie: %1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Shows a neighbourhood plan and its findings on a map.</source>
        <translation>Pokazuje na mapie plan sąsiedzki i dotyczące go ustalenia.</translation>
    </message>
    <message>
        <source>plan file to open</source>
        <translation>plik planu do otwarcia</translation>
    </message>
    <message>
        <source>save a picture of the window and quit</source>
        <translation>zapisz obraz okna i zakończ</translation>
    </message>
    <message>
        <source>quit with the exit status of the check</source>
        <translation>zakończ ze stanem wyjścia sprawdzenia</translation>
    </message>
    <message>
        <source>show this finding first</source>
        <translation>pokaż najpierw to ustalenie</translation>
    </message>
    <message>
        <source>size of the window, such as 1600x1000</source>
        <translation>rozmiar okna, na przykład 1600x1000</translation>
    </message>
    <message>
        <source>light, dark or high-contrast</source>
        <translation>light (jasny), dark (ciemny) lub high-contrast (kontrastowy)</translation>
    </message>
    <message>
        <source>language of the window, such as pl</source>
        <translation>język okna, na przykład pl</translation>
    </message>
    <message>
        <source>the day that waivers are judged by</source>
        <translation>dzień, według którego ocenia się dopuszczenia</translation>
    </message>
    <message>
        <source>let the plan&apos;s sources lie outside its folder</source>
        <translation>pozwól, by źródła planu leżały poza jego folderem</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::AreaPage</name>
    <message>
        <source>A neighbourhood plan is about one place: the neighbourhood area that your council has designated. Give the plan a name and a folder, and say where its boundary is. The boundary of a parish or ward will do to begin with.</source>
        <translation>Plan sąsiedzki dotyczy jednego miejsca: obszaru planu wyznaczonego przez radę. Nadaj planowi nazwę, wybierz folder i wskaż jego granicę. Na początek wystarczy granica parafii lub okręgu.</translation>
    </message>
    <message>
        <source>The bo&amp;undary is in a file</source>
        <translation>&amp;Granica jest w pliku</translation>
    </message>
    <message>
        <source>I will &amp;draw it on the map</source>
        <translation>Na&amp;rysuję ją na mapie</translation>
    </message>
    <message>
        <source>Begi&amp;n the plan</source>
        <translation>Rozpocznij p&amp;lan</translation>
    </message>
    <message>
        <source>What is in the file</source>
        <translation>Co jest w pliku</translation>
    </message>
    <message>
        <source>Begin the plan, add a map to draw on in the next step, streets or parcels, and then press &apos;Draw the boundary&apos; there.</source>
        <translation>Rozpocznij plan, w następnym kroku dodaj mapę, na której będziesz rysować (ulice lub działki), i tam naciśnij „Narysuj granicę”.</translation>
    </message>
    <message>
        <source>N&amp;ame of the plan</source>
        <translation>&amp;Nazwa planu</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>F&amp;older</translation>
    </message>
    <message>
        <source>Choose a folder for the plan</source>
        <translation>Wybierz folder planu</translation>
    </message>
    <message>
        <source>Fi&amp;le</source>
        <translation>Pl&amp;ik</translation>
    </message>
    <message>
        <source>Choose the file of the boundary</source>
        <translation>Wybierz plik z granicą</translation>
    </message>
    <message>
        <source>La&amp;yer in it</source>
        <translation>W&amp;arstwa w pliku</translation>
    </message>
    <message>
        <source>&amp;Which area</source>
        <translation>&amp;Który obszar</translation>
    </message>
    <message>
        <source>the only one</source>
        <translation>jedyny</translation>
    </message>
    <message>
        <source>&amp;Read it as %1</source>
        <translation>Odczy&amp;taj jako %1</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>numer %1</translation>
    </message>
    <message>
        <source>There are no areas in it, and a boundary is the outline of an area. Choose another file.</source>
        <translation>Nie ma w nim obszarów, a granica jest obrysem obszaru. Wybierz inny plik.</translation>
    </message>
    <message>
        <source>Give the plan a name first.</source>
        <translation>Najpierw nadaj planowi nazwę.</translation>
    </message>
    <message>
        <source>Choose a folder for the plan, from the root of the disk on.</source>
        <translation>Wybierz folder planu, podając pełną ścieżkę.</translation>
    </message>
    <message>
        <source>Choose a file with the boundary, or draw it later.</source>
        <translation>Wybierz plik z granicą albo narysuj ją później.</translation>
    </message>
    <message>
        <source>%1 is the plan now, and plan.gpkg beside it holds its boundary.</source>
        <translation>%1 jest teraz planem, a plan.gpkg obok zawiera jego granicę.</translation>
    </message>
    <message>
        <source>%1 is the plan now, and plan.gpkg beside it will hold what you draw.</source>
        <translation>%1 jest teraz planem, a plan.gpkg obok będzie zawierać to, co narysujesz.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::AttributeForm</name>
    <message>
        <source>Whole number</source>
        <translation>Liczba całkowita</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Liczba</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Tak lub nie</translation>
    </message>
    <message>
        <source>Date, such as 2031-03-31</source>
        <translation>Data, na przykład 2031-03-31</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>The id by which findings name the feature.</source>
        <translation>Identyfikator, którym ustalenia nazywają obiekt.</translation>
    </message>
    <message>
        <source>The name by which findings tell people of the feature.</source>
        <translation>Nazwa, pod którą ustalenia przedstawiają obiekt.</translation>
    </message>
    <message>
        <source>%1 &apos;%2&apos; (%3)</source>
        <translation>%1 „%2” (%3)</translation>
    </message>
    <message>
        <source>Decides %1.</source>
        <translation>Rozstrzyga: %1.</translation>
    </message>
    <message>
        <source>Named by %1.</source>
        <translation>Wymieniane przez: %1.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more rule(s).</source>
        <translation>
            <numerusform>I jeszcze %n reguła.</numerusform>
            <numerusform>I jeszcze %n reguły.</numerusform>
            <numerusform>I jeszcze %n reguł.</numerusform>
        </translation>
    </message>
    <message>
        <source>Click on one of the plan&apos;s own drawings to see what is said of it.</source>
        <translation>Kliknij jeden z rysunków planu, aby zobaczyć jego atrybuty.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(puste)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>tak</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1, needed by a rule</source>
        <translation>%1, wymagane przez regułę</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>%1 in &apos;%2&apos;</source>
        <translation>%1 w „%2”</translation>
    </message>
    <message>
        <source>%1. A rule cannot be decided without what is marked *.</source>
        <translation>%1. Bez pól oznaczonych * nie da się rozstrzygnąć reguły.</translation>
    </message>
    <message>
        <source>%1 It is not taken over.</source>
        <translation>%1 Wartość nie została przyjęta.</translation>
    </message>
    <message>
        <source>Still empty.</source>
        <translation>Jeszcze puste.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::Automation</name>
    <message>
        <source>--finding: there is no finding &apos;%1&apos;</source>
        <translation>--finding: nie ma ustalenia „%1”</translation>
    </message>
    <message>
        <source>%1: cannot be written; name a .png file in a folder that exists</source>
        <translation>%1: nie można zapisać; podaj plik .png w istniejącym folderze</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::BaseMapDialog</name>
    <message>
        <source>Base map</source>
        <translation>Mapa podkładowa</translation>
    </message>
    <message>
        <source>File of the picture</source>
        <translation>Plik obrazu</translation>
    </message>
    <message>
        <source>Licence of the picture</source>
        <translation>Licencja obrazu</translation>
    </message>
    <message>
        <source>As its publisher asks for it; it is shown on the map</source>
        <translation>Tak, jak wymaga wydawca; jest pokazywana na mapie</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>P&amp;rzeglądaj…</translation>
    </message>
    <message>
        <source>A GeoTIFF, MBTiles, or a description of a WMTS. Only the last asks a server: the one that it names.</source>
        <translation>GeoTIFF, MBTiles albo opis WMTS. Tylko ten ostatni pyta serwer: ten, który sam wymienia.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Plik</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Licencja</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Wybierz obraz</translation>
    </message>
    <message>
        <source>Base maps (*.tif *.tiff *.mbtiles *.xml);;All files (*)</source>
        <translation>Mapy podkładowe (*.tif *.tiff *.mbtiles *.xml);;Wszystkie pliki (*)</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::BaseMapMenu</name>
    <message>
        <source>&amp;Choose a picture…</source>
        <translation>&amp;Wybierz obraz…</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Brak</translation>
    </message>
    <message>
        <source>&amp;Faint</source>
        <translation>B&amp;lada</translation>
    </message>
    <message>
        <source>&amp;Medium</source>
        <translation>Ś&amp;rednia</translation>
    </message>
    <message>
        <source>&amp;Strong</source>
        <translation>&amp;Mocna</translation>
    </message>
    <message>
        <source>Open a plan first; then a picture can lie beneath it.</source>
        <translation>Najpierw otwórz plan; potem można podłożyć pod niego obraz.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::DraftingBar</name>
    <message>
        <source>Drafting</source>
        <translation>Rysowanie</translation>
    </message>
    <message>
        <source>Draw &amp;in: </source>
        <translation>R&amp;ysuj w: </translation>
    </message>
    <message>
        <source>Layer to draw in</source>
        <translation>Warstwa, w której się rysuje</translation>
    </message>
    <message>
        <source>The layer of the plan that new features go into</source>
        <translation>Warstwa planu, do której trafiają nowe obiekty</translation>
    </message>
    <message>
        <source> Choose &amp;from: </source>
        <translation> Wy&amp;bieraj z: </translation>
    </message>
    <message>
        <source>Layer to choose features from</source>
        <translation>Warstwa, z której wybiera się obiekty</translation>
    </message>
    <message>
        <source>The layer whose features are chosen, to make a feature of them or to merge them</source>
        <translation>Warstwa, której obiekty się wybiera, aby utworzyć z nich obiekt lub je połączyć</translation>
    </message>
    <message>
        <source>whatever is on top</source>
        <translation>cokolwiek jest na wierzchu</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::EditDocument</name>
    <message>
        <source>There is no layer &apos;%1&apos;.</source>
        <translation>Nie ma warstwy „%1”.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the plan&apos;s own drawing, so it is not changed here.</source>
        <translation>„%1” nie jest rysunkiem planu, więc nie zmienia się jej tutaj.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not kept in a GeoPackage; save it to one to draw in it.</source>
        <translation>„%1” nie jest zapisana w GeoPackage; zapisz ją tak, aby w niej rysować.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; shows a part of another layer; draw in that one.</source>
        <translation>„%1” pokazuje część innej warstwy; rysuj w tamtej.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is kept in another coordinate system than the plan&apos;s; save it in %2 to draw in it.</source>
        <translation>„%1” jest w innym układzie współrzędnych niż plan; zapisz ją w %2, aby w niej rysować.</translation>
    </message>
    <message>
        <source>There is no layer &apos;%1&apos; any more.</source>
        <translation>Warstwy „%1” już nie ma.</translation>
    </message>
    <message>
        <source>That feature of &apos;%1&apos; is not there any more.</source>
        <translation>Tego obiektu z „%1” już nie ma.</translation>
    </message>
    <message>
        <source>Draw a feature in %1</source>
        <translation>Narysuj obiekt w %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Usuń %1</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::EditTool</name>
    <message>
        <source>Move a corner of %1</source>
        <translation>Przesuń narożnik %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>Przesuń %1</translation>
    </message>
    <message>
        <source>Add a corner to %1</source>
        <translation>Dodaj narożnik do %1</translation>
    </message>
    <message>
        <source>Remove a corner of %1</source>
        <translation>Usuń narożnik %1</translation>
    </message>
    <message>
        <source>Fill a hole of %1</source>
        <translation>Wypełnij otwór w %1</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::ExportDialog</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Eksportuj</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Otwórz folder</translation>
    </message>
    <message>
        <source>Export for QGIS</source>
        <translation>Eksport do QGIS</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Folder</translation>
    </message>
    <message>
        <source>Choose a folder for the export</source>
        <translation>Wybierz folder eksportu</translation>
    </message>
    <message>
        <source>What lies within reach of the check</source>
        <translation>To, co leży w zasięgu sprawdzenia</translation>
    </message>
    <message>
        <source>Everything in their files</source>
        <translation>Wszystko z ich plików</translation>
    </message>
    <message>
        <source>Of other people&apos;s &amp;layers</source>
        <translation>Z c&amp;udzych warstw</translation>
    </message>
    <message>
        <source>&amp;GeoPackage, with the QGIS project and styles</source>
        <translation>&amp;GeoPackage, z projektem i stylami QGIS</translation>
    </message>
    <message>
        <source>Sh&amp;apefiles</source>
        <translation>Pliki &amp;shapefile</translation>
    </message>
    <message>
        <source>Geo&amp;JSON</source>
        <translation>Geo&amp;JSON</translation>
    </message>
    <message>
        <source>CS&amp;V, for spreadsheets</source>
        <translation>CS&amp;V, do arkuszy kalkulacyjnych</translation>
    </message>
    <message>
        <source>&amp;Tables for planning.data.gov.uk</source>
        <translation>&amp;Tabele dla planning.data.gov.uk</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formaty</translation>
    </message>
    <message>
        <source>Choose a format.</source>
        <translation>Wybierz format.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::ExpressionEdit</name>
    <message>
        <source>Fields and values</source>
        <translation>Pola i wartości</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::FilterBar</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Zatrzymaj</translation>
    </message>
    <message>
        <source>Previo&amp;us</source>
        <translation>Poprze&amp;dni</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Następny</translation>
    </message>
    <message>
        <source>Ch&amp;oose them</source>
        <translation>Wybierz &amp;je</translation>
    </message>
    <message>
        <source>Fa&amp;de the others</source>
        <translation>Przygaś &amp;inne</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Zatrzymano.</translation>
    </message>
    <message>
        <source>Layer to filter</source>
        <translation>Filtrowana warstwa</translation>
    </message>
    <message>
        <source>Condition on the layer&apos;s fields</source>
        <translation>Warunek na polach warstwy</translation>
    </message>
    <message>
        <source>A condition as in a plan file: dwellings &gt;= 10 AND land_use = &apos;housing&apos;</source>
        <translation>Warunek jak w pliku planu: dwellings &gt;= 10 AND land_use = &apos;housing&apos;</translation>
    </message>
    <message>
        <source>What the filter has found</source>
        <translation>Co znalazł filtr</translation>
    </message>
    <message>
        <source>Progress of the filter</source>
        <translation>Postęp filtrowania</translation>
    </message>
    <message>
        <source>La&amp;yer:</source>
        <translation>Wars&amp;twa:</translation>
    </message>
    <message>
        <source>Whe&amp;re:</source>
        <translation>W&amp;arunek:</translation>
    </message>
    <message>
        <source>Go to the match before (Shift+F3)</source>
        <translation>Przejdź do poprzedniego (Shift+F3)</translation>
    </message>
    <message>
        <source>Go to the next match (F3, or Enter in the condition)</source>
        <translation>Przejdź do następnego (F3 lub Enter w warunku)</translation>
    </message>
    <message>
        <source>Take all matches into the choice that features are made of</source>
        <translation>Dodaj wszystkie znalezione do wyboru, z którego tworzy się obiekty</translation>
    </message>
    <message>
        <source>Show what matches alone; all else on the map is faded</source>
        <translation>Pokaż tylko pasujące; reszta mapy jest przygaszona</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n feature(s) match.</source>
        <extracomment>How many features of all of a layer meet a condition.</extracomment>
        <translation>
            <numerusform>Pasuje %1 z %n obiektu.</numerusform>
            <numerusform>Pasuje %1 z %n obiektów.</numerusform>
            <numerusform>Pasuje %1 z %n obiektów.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n it cannot be told: a value is missing.</source>
        <translation>
            <numerusform>Dla %n nie wiadomo: brakuje wartości.</numerusform>
            <numerusform>Dla %n nie wiadomo: brakuje wartości.</numerusform>
            <numerusform>Dla %n nie wiadomo: brakuje wartości.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown: %1 of %2.</source>
        <translation>Pokazano: %1 z %2.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::FindingsModel</name>
    <message>
        <source>Key</source>
        <translation>Klucz</translation>
    </message>
    <message>
        <source>no rules</source>
        <translation>brak reguł</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, waived</source>
        <translation>%1, dopuszczone</translation>
    </message>
    <message>
        <source>Policy, rule, finding</source>
        <translation>Polityka, reguła, ustalenie</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Zmierzono</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Wymagane</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Różnica</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Waga</translation>
    </message>
    <message>
        <source>%1, new</source>
        <translation>%1, nowe</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::FindingsPage</name>
    <message>
        <source>What the check says, and what to do next.</source>
        <translation>Co mówi sprawdzenie i co robić dalej.</translation>
    </message>
    <message>
        <source>Show the &amp;list of findings</source>
        <translation>Pokaż &amp;listę ustaleń</translation>
    </message>
    <message>
        <source>What the check says</source>
        <translation>Co mówi sprawdzenie</translation>
    </message>
    <message>
        <source>No plan is open. Begin with &apos;Area&apos;.</source>
        <translation>Nie otwarto planu. Zacznij od „Obszar”.</translation>
    </message>
    <message>
        <source>The plan could not be checked: %1</source>
        <translation>Nie udało się sprawdzić planu: %1</translation>
    </message>
    <message>
        <source>The plan is being checked.</source>
        <translation>Trwa sprawdzanie planu.</translation>
    </message>
    <message>
        <source>The plan has not been checked yet; F5 does it.</source>
        <translation>Planu jeszcze nie sprawdzono; służy do tego F5.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::FindingsPanel</name>
    <message>
        <source>No plan is open</source>
        <translation>Nie otwarto planu</translation>
    </message>
    <message>
        <source>Opening the plan</source>
        <translation>Otwieranie planu</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Jeszcze nie sprawdzono</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Sprawdzanie</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktualne</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Nieaktualne</translation>
    </message>
    <message>
        <source>Could not run</source>
        <translation>Nie udało się sprawdzić</translation>
    </message>
    <message>
        <source>Explanation of the chosen finding</source>
        <translation>Objaśnienie wybranego ustalenia</translation>
    </message>
    <message>
        <source>State of the check</source>
        <translation>Stan sprawdzenia</translation>
    </message>
    <message>
        <source>Sum of the findings</source>
        <translation>Podsumowanie ustaleń</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Postęp sprawdzania</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Sprawdź</translation>
    </message>
    <message>
        <source>Check the whole plan (F5)</source>
        <translation>Sprawdź cały plan (F5)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Zatrzymaj</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>Filtruj według tekstu</translation>
    </message>
    <message>
        <source>Filter findings by text</source>
        <translation>Filtruj ustalenia według tekstu</translation>
    </message>
    <message>
        <source>Filter findings by verdict</source>
        <translation>Filtruj ustalenia według wyniku</translation>
    </message>
    <message>
        <source>All verdicts</source>
        <translation>Wszystkie wyniki</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>Wymagające uwagi</translation>
    </message>
    <message>
        <source>Waived conflicts</source>
        <translation>Dopuszczone konflikty</translation>
    </message>
    <message>
        <source>Waived too</source>
        <translation>Także dopuszczone</translation>
    </message>
    <message>
        <source>No waived</source>
        <translation>Bez dopuszczonych</translation>
    </message>
    <message>
        <source>Waived only</source>
        <translation>Tylko dopuszczone</translation>
    </message>
    <message>
        <source>Rules and findings</source>
        <translation>Reguły i ustalenia</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiuj</translation>
    </message>
    <message>
        <source>The plan could not be checked</source>
        <translation>Nie udało się sprawdzić planu</translation>
    </message>
    <message>
        <source>Choose a finding to see where it is, how it was measured and what would make it pass.</source>
        <translation>Wybierz ustalenie, aby zobaczyć, gdzie się znajduje, jak je zmierzono i co pozwoli spełnić regułę.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::FrameRenderer</name>
    <message>
        <source>There is not enough memory for a picture of this size.</source>
        <translation>Za mało pamięci na obraz tej wielkości.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::GuidePage</name>
    <message>
        <source>Choose…</source>
        <translation>Wybierz…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wybierz: %1</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::GuidePanel</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Zatrzymaj</translation>
    </message>
    <message>
        <source>Take the last step &amp;back</source>
        <translation>Co&amp;fnij ostatni krok</translation>
    </message>
    <message>
        <source>1 Area</source>
        <translation>1 Obszar</translation>
    </message>
    <message>
        <source>2 What is there</source>
        <translation>2 Co tam jest</translation>
    </message>
    <message>
        <source>3 Policy</source>
        <translation>3 Polityka</translation>
    </message>
    <message>
        <source>4 Findings</source>
        <translation>4 Ustalenia</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Zatrzymano; niczego nie zapisano.</translation>
    </message>
    <message>
        <source>Steps of the guide</source>
        <translation>Kroki przewodnika</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Co zrobiono</translation>
    </message>
    <message>
        <source>The guide is at work</source>
        <translation>Przewodnik pracuje</translation>
    </message>
    <message>
        <source>The last step was in %1. Open that plan to take it back.</source>
        <translation>Ostatni krok wykonano w %1. Otwórz ten plan, aby go cofnąć.</translation>
    </message>
    <message>
        <source>%1 is gone again, and so is plan.gpkg.</source>
        <translation>%1 znów nie ma, podobnie jak plan.gpkg.</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1 jest jak przedtem.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is as it was before; %n file(s) that were copied are gone.</source>
        <translation>
            <numerusform>%1 jest jak przedtem; usunięto %n skopiowany plik.</numerusform>
            <numerusform>%1 jest jak przedtem; usunięto %n skopiowane pliki.</numerusform>
            <numerusform>%1 jest jak przedtem; usunięto %n skopiowanych plików.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>merestone::viewer::IdentifyPanel</name>
    <message>
        <source>What is here</source>
        <translation>Co tu jest</translation>
    </message>
    <message>
        <source>Feature, attribute</source>
        <translation>Obiekt, atrybut</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiuj</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… i jeszcze %n</numerusform>
            <numerusform>… i jeszcze %n</numerusform>
            <numerusform>… i jeszcze %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is here.</source>
        <translation>Nic tu nie ma.</translation>
    </message>
    <message>
        <source>Area (planar grid)</source>
        <translation>Powierzchnia (siatka płaska)</translation>
    </message>
    <message>
        <source>Edge (planar grid)</source>
        <translation>Krawędź (siatka płaska)</translation>
    </message>
    <message>
        <source>Length (planar grid)</source>
        <translation>Długość (siatka płaska)</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Geometria</translation>
    </message>
    <message>
        <source>invalid in the source; its repaired shape is used</source>
        <translation>błędna w źródle; używany jest kształt naprawiony</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(puste)</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::LayersModel</name>
    <message>
        <source>Layer</source>
        <translation>Warstwa</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n feature(s)</source>
        <translation>
            <numerusform>%1, %n obiekt</numerusform>
            <numerusform>%1, %n obiekty</numerusform>
            <numerusform>%1, %n obiektów</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>merestone::viewer::LinkedMaps</name>
    <message>
        <source>Map of the version before</source>
        <translation>Mapa wersji poprzedniej</translation>
    </message>
    <message>
        <source>Map of the version now</source>
        <translation>Mapa wersji obecnej</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::MainWindow</name>
    <message>
        <source>Merestone[*]</source>
        <translation>Merestone[*]</translation>
    </message>
    <message>
        <source>Open a plan file, or the sample plan from the Plan menu.</source>
        <translation>Otwórz plik planu albo plan przykładowy z menu Plan.</translation>
    </message>
    <message>
        <source>Layers and legend</source>
        <translation>Warstwy i legenda</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Warstwy</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Ustalenia</translation>
    </message>
    <message>
        <source>What is here</source>
        <translation>Co tu jest</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Komunikat</translation>
    </message>
    <message>
        <source>Coordinates of the mouse</source>
        <translation>Współrzędne wskaźnika</translation>
    </message>
    <message>
        <source>Scale of the map</source>
        <translation>Skala mapy</translation>
    </message>
    <message>
        <source>1:%1</source>
        <translation>1:%1</translation>
    </message>
    <message>
        <source>The waiver stands in the plan file.</source>
        <translation>Dopuszczenie zapisano w pliku planu.</translation>
    </message>
    <message>
        <source>E %1  N %2</source>
        <translation>E %1  N %2</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Otwórz plan</translation>
    </message>
    <message>
        <source>Plan files (*.yaml *.yml);;All files (*)</source>
        <translation>Pliki planów (*.yaml *.yml);;Wszystkie pliki (*)</translation>
    </message>
    <message>
        <source>The sample plan is not here; make it with sample_data/generate, or install it.</source>
        <translation>Planu przykładowego tu nie ma; utwórz go za pomocą sample_data/generate albo zainstaluj.</translation>
    </message>
    <message>
        <source>Open a plan first; then its map can be saved or printed.</source>
        <translation>Najpierw otwórz plan; potem można zapisać lub wydrukować jego mapę.</translation>
    </message>
    <message>
        <source>The map is printed.</source>
        <translation>Mapa została wydrukowana.</translation>
    </message>
    <message>
        <source>The map is in %1.</source>
        <translation>Mapa jest w pliku %1.</translation>
    </message>
    <message>
        <source>This finding is about the plan as a whole, or about something that has no place on the map.</source>
        <translation>To ustalenie dotyczy całego planu albo czegoś, co nie ma miejsca na mapie.</translation>
    </message>
    <message>
        <source>%1[*] — Merestone</source>
        <translation>%1[*] — Merestone</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no scale; write 1:2500 or 2500.</source>
        <translation>„%1” nie jest skalą; wpisz 1:2500 albo 2500.</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edycja</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Widok</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Mapa</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Pomo&amp;c</translation>
    </message>
    <message>
        <source>&amp;About Merestone</source>
        <translation>&amp;O programie Merestone</translation>
    </message>
    <message>
        <source>About Merestone</source>
        <translation>O programie Merestone</translation>
    </message>
    <message>
        <source>Merestone %1 checks neighbourhood plans against their own policies and the land around them. A conflict is to be weighed by people.</source>
        <translation>Merestone %1 sprawdza plany sąsiedzkie pod kątem ich własnej polityki i otaczających je terenów. Każdy konflikt powinni rozważyć ludzie.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Narzędzia</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Otwórz…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Otwórz os&amp;tatnie</translation>
    </message>
    <message>
        <source>Open the &amp;sample plan</source>
        <translation>Otwórz plan &amp;przykładowy</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>Wczytaj po&amp;nownie</translation>
    </message>
    <message>
        <source>&amp;Map on paper…</source>
        <translation>&amp;Mapa na papierze…</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Sprawdź</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Zatrzyma&amp;j</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>N&amp;astępne ustalenie</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>Pop&amp;rzednie ustalenie</translation>
    </message>
    <message>
        <source>&amp;Filter findings</source>
        <translation>&amp;Filtruj ustalenia</translation>
    </message>
    <message>
        <source>&amp;Waive this conflict…</source>
        <translation>&amp;Dopuść ten konflikt…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Za&amp;kończ</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Cofnij</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ponów</translation>
    </message>
    <message>
        <source>&amp;Delete the feature</source>
        <translation>&amp;Usuń obiekt</translation>
    </message>
    <message>
        <source>&amp;Attributes</source>
        <translation>&amp;Atrybuty</translation>
    </message>
    <message>
        <source>&amp;Fill the hole</source>
        <translation>&amp;Wypełnij otwór</translation>
    </message>
    <message>
        <source>&amp;Make a feature of the chosen</source>
        <translation>U&amp;twórz obiekt z wybranych</translation>
    </message>
    <message>
        <source>Mer&amp;ge the chosen</source>
        <translation>Połącz wy&amp;brane</translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>&amp;Warstwy</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>&amp;Ustalenia</translation>
    </message>
    <message>
        <source>&amp;What is here</source>
        <translation>&amp;Co tu jest</translation>
    </message>
    <message>
        <source>The &amp;map</source>
        <translation>&amp;Mapa</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>J&amp;asny</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>C&amp;iemny</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Wysoki &amp;kontrast</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Po&amp;większ</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Po&amp;mniejsz</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>W&amp;szystko</translation>
    </message>
    <message>
        <source>Place of the &amp;finding</source>
        <translation>Miejsce &amp;ustalenia</translation>
    </message>
    <message>
        <source>Fi&amp;nd…</source>
        <translation>&amp;Znajdź…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Browse</source>
        <translation>P&amp;rzeglądanie</translation>
    </message>
    <message>
        <source>&amp;Zoom to a box</source>
        <translation>Powiększ do &amp;prostokąta</translation>
    </message>
    <message>
        <source>Measure &amp;length</source>
        <translation>Zmierz &amp;długość</translation>
    </message>
    <message>
        <source>Measure &amp;area</source>
        <translation>Zmierz powier&amp;zchnię</translation>
    </message>
    <message>
        <source>&amp;Change the plan&apos;s drawings</source>
        <translation>Zmień rysunki pl&amp;anu</translation>
    </message>
    <message>
        <source>&amp;Draw a new feature</source>
        <translation>&amp;Narysuj nowy obiekt</translation>
    </message>
    <message>
        <source>Cut a &amp;hole</source>
        <translation>Wytnij &amp;otwór</translation>
    </message>
    <message>
        <source>S&amp;plit along a line</source>
        <translation>Podziel wzdłuż &amp;linii</translation>
    </message>
    <message>
        <source>Ch&amp;oose features</source>
        <translation>Wy&amp;bierz obiekty</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Jeszcze żadnych</translation>
    </message>
    <message>
        <source>&amp;Snap to corners and edges</source>
        <translation>Przy&amp;ciągaj do narożników i krawędzi</translation>
    </message>
    <message>
        <source>&amp;Trace along edges</source>
        <translation>Prowadź wzdłuż krawę&amp;dzi</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atrybuty</translation>
    </message>
    <message>
        <source>Click on one of the plan&apos;s own drawings first.</source>
        <translation>Najpierw kliknij jeden z rysunków planu.</translation>
    </message>
    <message>
        <source>Click the corners of the hole, inside one of the plan&apos;s areas; double click or Enter ends it.</source>
        <translation>Klikaj narożniki otworu wewnątrz jednego z obszarów planu; kończy dwukrotne kliknięcie lub Enter.</translation>
    </message>
    <message>
        <source>Click along a line right across one of the plan&apos;s drawings; double click or Enter splits it.</source>
        <translation>Klikaj wzdłuż linii w poprzek jednego z rysunków planu; dzieli go dwukrotne kliknięcie lub Enter.</translation>
    </message>
    <message>
        <source>There is no layer to draw in: give one of the plan&apos;s layers a role, such as site_allocation, and keep it in a GeoPackage.</source>
        <translation>Nie ma warstwy, w której można rysować: nadaj jednej z warstw planu rolę, na przykład site_allocation, i zapisz ją w GeoPackage.</translation>
    </message>
    <message>
        <source>Click to put a point into &apos;%1&apos;.</source>
        <translation>Kliknij, aby wstawić punkt do „%1”.</translation>
    </message>
    <message>
        <source>Click along a new line of &apos;%1&apos;; double click or Enter ends it, Backspace takes a place back.</source>
        <translation>Klikaj wzdłuż nowej linii w „%1”; kończy dwukrotne kliknięcie lub Enter, Backspace cofa punkt.</translation>
    </message>
    <message>
        <source>Click the corners of a new area of &apos;%1&apos;; double click or Enter ends it, Backspace takes a corner back.</source>
        <translation>Klikaj narożniki nowego obszaru w „%1”; kończy dwukrotne kliknięcie lub Enter, Backspace cofa narożnik.</translation>
    </message>
    <message>
        <source>There is no layer to draw in.</source>
        <translation>Nie ma warstwy, w której można rysować.</translation>
    </message>
    <message>
        <source>A new feature is in &apos;%1&apos;; it is not saved yet.</source>
        <translation>Nowy obiekt jest w „%1”; jeszcze go nie zapisano.</translation>
    </message>
    <message>
        <source>%1: done; it is not saved yet.</source>
        <translation>%1: gotowe; jeszcze nie zapisano.</translation>
    </message>
    <message>
        <source>None of the plan&apos;s own drawings is here.</source>
        <translation>Nie ma tu żadnego rysunku planu.</translation>
    </message>
    <message>
        <source>Nothing of &apos;%1&apos; is here.</source>
        <translation>Nie ma tu nic z „%1”.</translation>
    </message>
    <message>
        <source>Click on features to choose them, or draw a box round them with Shift. Then make a feature of them, or merge them.</source>
        <translation>Klikaj obiekty, aby je wybrać, albo obrysuj je prostokątem z klawiszem Shift. Potem utwórz z nich obiekt lub je połącz.</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) chosen, %1 together.</source>
        <translation>
            <numerusform>Wybrano %n obiekt, razem %1.</numerusform>
            <numerusform>Wybrano %n obiekty, razem %1.</numerusform>
            <numerusform>Wybrano %n obiektów, razem %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the features to make it of first, and the layer to draw in.</source>
        <translation>Najpierw wybierz obiekty, z których ma powstać, i warstwę, w której się rysuje.</translation>
    </message>
    <message>
        <source>What was chosen is not there any more.</source>
        <translation>Tego, co wybrano, już nie ma.</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Przywróć</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Odrzuć</translation>
    </message>
    <message>
        <source>Take hold of a corner of the hole first.</source>
        <translation>Najpierw chwyć narożnik otworu.</translation>
    </message>
    <message>
        <source>Click on one of the plan&apos;s own drawings to change it: drag a corner or the whole, double click on an edge for a new corner, Backspace takes a corner out.</source>
        <translation>Kliknij jeden z rysunków planu, aby go zmienić: przeciągnij narożnik lub całość, dwukrotne kliknięcie na krawędzi dodaje narożnik, Backspace go usuwa.</translation>
    </message>
    <message>
        <source>%1 cannot be changed here, for its shape is invalid.</source>
        <translation>Tu nie można zmienić %1, bo jego kształt jest błędny.</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Przewodnik</translation>
    </message>
    <message>
        <source>Sa&amp;ve the changes</source>
        <translation>&amp;Zapisz zmiany</translation>
    </message>
    <message>
        <source>P&amp;arameters…</source>
        <translation>Parametr&amp;y…</translation>
    </message>
    <message>
        <source>Compare with another vers&amp;ion…</source>
        <translation>Porównaj z inną &amp;wersją…</translation>
    </message>
    <message>
        <source>Compare with what is save&amp;d</source>
        <translation>Porównaj z zap&amp;isanym</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Niezapisane zmiany</translation>
    </message>
    <message numerus="yes">
        <source>The program did not end well when this plan was last open. %n change(s) were not saved, and can be brought back.</source>
        <translation>
            <numerusform>Gdy ten plan był ostatnio otwarty, program zakończył się nieprawidłowo. Nie zapisano %n zmiany; można ją przywrócić.</numerusform>
            <numerusform>Gdy ten plan był ostatnio otwarty, program zakończył się nieprawidłowo. Nie zapisano %n zmian; można je przywrócić.</numerusform>
            <numerusform>Gdy ten plan był ostatnio otwarty, program zakończył się nieprawidłowo. Nie zapisano %n zmian; można je przywrócić.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recover unsaved values</source>
        <translation>Przywróć niezapisane wartości</translation>
    </message>
    <message>
        <source>The unsaved changes are back; they are not saved yet.</source>
        <translation>Niezapisane zmiany wróciły; jeszcze ich nie zapisano.</translation>
    </message>
    <message>
        <source>The changes are saved.</source>
        <translation>Zmiany zapisano.</translation>
    </message>
    <message>
        <source>The plan has been changed, and the changes are not saved.</source>
        <translation>Plan zmieniono i zmian nie zapisano.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtr</translation>
    </message>
    <message>
        <source>Filte&amp;r…</source>
        <translation>&amp;Filtr…</translation>
    </message>
    <message>
        <source>Ne&amp;xt match</source>
        <translation>Nastę&amp;pny pasujący</translation>
    </message>
    <message>
        <source>Pre&amp;vious match</source>
        <translation>Poprz&amp;edni pasujący</translation>
    </message>
    <message>
        <source>Base &amp;map</source>
        <translation>Mapa po&amp;dkładowa</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) match; narrow the condition to at most %1 to choose them.</source>
        <translation>
            <numerusform>Pasuje %n obiekt; zawęź warunek do najwyżej %1, aby je wybrać.</numerusform>
            <numerusform>Pasują %n obiekty; zawęź warunek do najwyżej %1, aby je wybrać.</numerusform>
            <numerusform>Pasuje %n obiektów; zawęź warunek do najwyżej %1, aby je wybrać.</numerusform>
        </translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Przewodnik</translation>
    </message>
    <message>
        <source>E&amp;xport for QGIS…</source>
        <translation>&amp;Eksport do QGIS…</translation>
    </message>
    <message>
        <source>R&amp;eport…</source>
        <translation>&amp;Utwórz raport…</translation>
    </message>
    <message>
        <source>Open a plan first; then it can be exported.</source>
        <translation>Najpierw otwórz plan; potem można go wyeksportować.</translation>
    </message>
    <message>
        <source>The export is in %1.</source>
        <translation>Eksport jest w %1.</translation>
    </message>
    <message>
        <source>Open a plan first; then its report can be written.</source>
        <translation>Najpierw otwórz plan; potem można napisać raport.</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Raport jest w %1.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametry</translation>
    </message>
    <message>
        <source>Open a plan first; then another version can be set beside it.</source>
        <translation>Najpierw otwórz plan; potem można postawić obok niego inną wersję.</translation>
    </message>
    <message>
        <source>Compare with another version</source>
        <translation>Porównaj z inną wersją</translation>
    </message>
    <message>
        <source>Plans and saved runs (*.yaml *.yml *.json);;All files (*)</source>
        <translation>Plany i zapisane sprawdzenia (*.yaml *.yml *.json);;Wszystkie pliki (*)</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::MapCanvas</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::MapDialog</name>
    <message>
        <source>&amp;Findings</source>
        <translation>&amp;Ustalenia</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Nazwy</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Zapisz jako…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Drukuj…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Za&amp;mknij</translation>
    </message>
    <message>
        <source>Map on paper</source>
        <translation>Mapa na papierze</translation>
    </message>
    <message>
        <source>A4, landscape</source>
        <translation>A4, poziomo</translation>
    </message>
    <message>
        <source>A4, portrait</source>
        <translation>A4, pionowo</translation>
    </message>
    <message>
        <source>A3, landscape</source>
        <translation>A3, poziomo</translation>
    </message>
    <message>
        <source>A3, portrait</source>
        <translation>A3, pionowo</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>To, co pokazuje mapa</translation>
    </message>
    <message>
        <source>The whole plan</source>
        <translation>Cały plan</translation>
    </message>
    <message>
        <source>The largest that fits</source>
        <translation>Największa, jaka się zmieści</translation>
    </message>
    <message>
        <source>1:%1</source>
        <translation>1:%1</translation>
    </message>
    <message>
        <source>Of a PNG; PDF and SVG are sharp at any size</source>
        <translation>Dla PNG; PDF i SVG są ostre w każdym rozmiarze</translation>
    </message>
    <message>
        <source>Preview of the page</source>
        <translation>Podgląd strony</translation>
    </message>
    <message>
        <source>What to know about this page</source>
        <translation>Co trzeba wiedzieć o tej stronie</translation>
    </message>
    <message>
        <source>The map is being written</source>
        <translation>Mapa jest zapisywana</translation>
    </message>
    <message>
        <source>P&amp;age</source>
        <translation>S&amp;trona</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Pokaż</translation>
    </message>
    <message>
        <source>Sca&amp;le</source>
        <translation>S&amp;kala</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>T&amp;ytuł</translation>
    </message>
    <message>
        <source>&amp;Dots per inch</source>
        <translation>Punkty na &amp;cal</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Zatrzymano; niczego nie zapisano.</translation>
    </message>
    <message>
        <source>The map at %1, with title, legend and scale bar</source>
        <translation>Mapa w skali %1, z tytułem, legendą i podziałką</translation>
    </message>
    <message>
        <source>At %1 nothing that the plan draws is smaller than %2 mm.</source>
        <translation>W skali %1 nic z tego, co rysuje plan, nie jest mniejsze niż %2 mm.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
        </translation>
    </message>
    <message>
        <source>At %1 these are smaller than %2 mm: %3. Choose a larger scale or page, or show a smaller part.</source>
        <translation>W skali %1 mniejsze niż %2 mm są: %3. Wybierz większą skalę lub stronę albo pokaż mniejszy fragment.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Zatrzymaj</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Zapisz mapę</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Picture (*.png);;Drawing (*.svg)</source>
        <translation>PDF (*.pdf);;Obraz (*.png);;Rysunek (*.svg)</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::OutputDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>Za&amp;mknij</translation>
    </message>
    <message>
        <source>Save the drawing&amp;s</source>
        <translation>&amp;Zapisz rysunki</translation>
    </message>
    <message>
        <source>The drawings have changes that are not saved, and what is written here is made from the files. Save them first.</source>
        <translation>Rysunki mają niezapisane zmiany, a to, co się tu zapisuje, powstaje z plików. Najpierw je zapisz.</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>Co trzeba wiedzieć</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Co zapisano</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>Jest w %1.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Zatrzymano; niczego nie zapisano.</translation>
    </message>
    <message>
        <source>It could not be written; what was there is as it was.</source>
        <translation>Nie udało się zapisać; to, co było, pozostało bez zmian.</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wybierz…</translation>
    </message>
    <message>
        <source>Say where to write it.</source>
        <translation>Podaj, gdzie zapisać.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Zatrzymaj</translation>
    </message>
    <message>
        <source>No program here opens it; it is in %1.</source>
        <translation>Żaden program tu tego nie otwiera; jest w %1.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::ParameterPanel</name>
    <message>
        <source>Only the chosen &amp;rule</source>
        <translation>Tylko wybrana &amp;reguła</translation>
    </message>
    <message>
        <source>Take the &amp;default</source>
        <translation>Weź wartość &amp;domyślną</translation>
    </message>
    <message>
        <source>Show the values of the rule that is chosen among the findings</source>
        <translation>Pokaż wartości reguły wybranej wśród ustaleń</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>Filtruj według tekstu</translation>
    </message>
    <message>
        <source>Filter values by text</source>
        <translation>Filtruj wartości według tekstu</translation>
    </message>
    <message>
        <source>Rule, value</source>
        <translation>Reguła, wartość</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Teraz</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>W przeciwnym razie</translation>
    </message>
    <message>
        <source>Values of the plan</source>
        <translation>Wartości planu</translation>
    </message>
    <message>
        <source>What the chosen value is</source>
        <translation>Czym jest wybrana wartość</translation>
    </message>
    <message>
        <source>What the last change did</source>
        <translation>Co dała ostatnia zmiana</translation>
    </message>
    <message>
        <source>Leave the value to the standards and to the default of the rule</source>
        <translation>Pozostaw wartość standardom i wartości domyślnej reguły</translation>
    </message>
    <message>
        <source>%1 It is not taken over.</source>
        <translation>%1 Wartość nie została przyjęta.</translation>
    </message>
    <message>
        <source>Facts of the plan</source>
        <translation>Fakty podane w planie</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, not saved yet</source>
        <translation>%1, jeszcze nie zapisano</translation>
    </message>
    <message>
        <source>Choose a value and type another one to see what follows from it. Nothing reaches the plan file before you save.</source>
        <translation>Wybierz wartość i wpisz inną, aby zobaczyć, co z niej wynika. Do zapisania nic nie trafia do pliku planu.</translation>
    </message>
    <message>
        <source>Working out what follows…</source>
        <translation>Wyznaczanie skutków…</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::PlanSession</name>
    <message>
        <source>The plan file has changed on the disk.</source>
        <translation>Plik planu zmienił się na dysku.</translation>
    </message>
    <message>
        <source>The plan has been changed; its findings are being worked out.</source>
        <translation>Plan został zmieniony; trwa wyznaczanie ustaleń.</translation>
    </message>
    <message>
        <source>Stopped; everything is as it was before.</source>
        <translation>Zatrzymano; wszystko jest jak przedtem.</translation>
    </message>
    <message>
        <source>The plan has been read again; these are the findings before.</source>
        <translation>Plan wczytano ponownie; to są ustalenia sprzed wczytania.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::PolicyPage</name>
    <message>
        <source>Our first policy: choose what the plan is to ask. Each rule says whose standard it is; the figures are yours to change. What you write is checked at once.</source>
        <translation>Nasza pierwsza polityka: wybierz, czego plan ma wymagać. Każda reguła mówi, czyj to standard; wartości możesz zmieniać. To, co napiszesz, jest od razu sprawdzane.</translation>
    </message>
    <message>
        <source>&amp;Write the policy</source>
        <translation>&amp;Napisz politykę</translation>
    </message>
    <message>
        <source>What the rule asks</source>
        <translation>Czego wymaga reguła</translation>
    </message>
    <message>
        <source>the words of your plan</source>
        <translation>słowa waszego planu</translation>
    </message>
    <message>
        <source>&amp;Topic</source>
        <translation>&amp;Temat</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Reguła</translation>
    </message>
    <message>
        <source>&amp;Number of the policy</source>
        <translation>N&amp;umer polityki</translation>
    </message>
    <message>
        <source>Hea&amp;ding</source>
        <translation>Na&amp;główek</translation>
    </message>
    <message>
        <source>W&amp;ords</source>
        <translation>&amp;Słowa</translation>
    </message>
    <message>
        <source>The layer whose features are checked</source>
        <translation>Warstwa, której obiekty się sprawdza</translation>
    </message>
    <message>
        <source>choose a layer</source>
        <translation>wybierz warstwę</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>a figure with its unit: 1 %1</source>
        <translation>liczba z jednostką: 1 %1</translation>
    </message>
    <message>
        <source>Still to be filled in: %1.</source>
        <translation>Do uzupełnienia: %1.</translation>
    </message>
    <message>
        <source>number and heading of the policy</source>
        <translation>numer i nagłówek polityki</translation>
    </message>
    <message>
        <source>The policy %1 stands in %2.</source>
        <translation>Polityka %1 jest w %2.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::ProgramRun</name>
    <message>
        <source>%1: cannot be started: %2; install it again</source>
        <translation>%1: nie można uruchomić: %2; zainstaluj ponownie</translation>
    </message>
    <message>
        <source>The program merestone, which writes this, is not beside the viewer; install it again.</source>
        <translation>Programu merestone, który to zapisuje, nie ma obok przeglądarki; zainstaluj go ponownie.</translation>
    </message>
    <message>
        <source>The program merestone ended without a word (status %1).</source>
        <translation>Program merestone zakończył się bez słowa (stan %1).</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::RecoveryCopy</name>
    <message>
        <source>No recovery copy of unsaved drawings can be kept in %1; save often.</source>
        <translation>W %1 nie można trzymać kopii niezapisanych rysunków; zapisuj często.</translation>
    </message>
    <message>
        <source>Recover unsaved drawings</source>
        <translation>Przywróć niezapisane rysunki</translation>
    </message>
    <message>
        <source>Recover &apos;%1&apos;</source>
        <translation>Przywróć „%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n changed feature(s) are not in the files any more.</source>
        <translation>
            <numerusform>W plikach nie ma już %n zmienionego obiektu.</numerusform>
            <numerusform>W plikach nie ma już %n zmienionych obiektów.</numerusform>
            <numerusform>W plikach nie ma już %n zmienionych obiektów.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>merestone::viewer::ReportDialog</name>
    <message>
        <source>&amp;Write</source>
        <translation>&amp;Napisz</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>&amp;Otwórz</translation>
    </message>
    <message>
        <source>Open it &amp;in the end</source>
        <translation>Otwórz na &amp;końcu</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Raport</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Plik</translation>
    </message>
    <message>
        <source>-report.html</source>
        <translation>-report.html</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Zapisz raport</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf)</source>
        <translation>Strona WWW (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (HTML), for screens and mail</source>
        <translation>Strona WWW (HTML), na ekran i do poczty</translation>
    </message>
    <message>
        <source>PDF, for paper</source>
        <translation>PDF, na papier</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Rodzaj</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>all</source>
        <translation>wszystkie</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Rodzaj</translation>
    </message>
    <message>
        <source>&amp;Maps of findings, at most</source>
        <translation>M&amp;apy ustaleń, najwyżej</translation>
    </message>
    <message>
        <source>Findings &amp;told for each rule</source>
        <translation>&amp;Ustalenia podane dla każdej reguły</translation>
    </message>
    <message>
        <source>a saved run (.json), if you like</source>
        <translation>zapisane sprawdzenie (.json), jeśli chcesz</translation>
    </message>
    <message>
        <source>Choos&amp;e…</source>
        <translation>Wy&amp;bierz…</translation>
    </message>
    <message>
        <source>Changes since the &amp;run</source>
        <translation>Zmian&amp;y od sprawdzenia</translation>
    </message>
    <message>
        <source>Changes since the run</source>
        <translation>Zmiany od sprawdzenia</translation>
    </message>
    <message>
        <source>Choose an earlier run</source>
        <translation>Wybierz wcześniejsze sprawdzenie</translation>
    </message>
    <message>
        <source>Run (*.json);;All files (*)</source>
        <translation>Sprawdzenie (*.json);;Wszystkie pliki (*)</translation>
    </message>
    <message>
        <source>The name of the file must end in .html or .pdf.</source>
        <translation>Nazwa pliku musi kończyć się na .html lub .pdf.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::SearchBox</name>
    <message>
        <source>Find an address, name or reference</source>
        <translation>Znajdź adres, nazwę lub oznaczenie</translation>
    </message>
    <message>
        <source>Find an address, name or reference on the map</source>
        <translation>Znajdź na mapie adres, nazwę lub oznaczenie</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Co znaleziono</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nic nie znaleziono</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::SourcesPage</name>
    <message>
        <source>What is there? Add the maps that the plan is measured against: parks, homes, schools, flood zones. Each file is looked at first, and is copied into the plan&apos;s folder; the file itself is never changed.</source>
        <translation>Co tam jest? Dodaj mapy, z którymi porównuje się plan: parki, domy, szkoły, strefy zalewowe. Każdy plik jest najpierw przeglądany i kopiowany do folderu planu; sam plik nigdy nie jest zmieniany.</translation>
    </message>
    <message>
        <source>It holds everythin&amp;g of its kind here</source>
        <translation>Zawiera wszys&amp;tko tego rodzaju w tym miejscu</translation>
    </message>
    <message>
        <source>&amp;Add it to the plan</source>
        <translation>&amp;Dodaj do planu</translation>
    </message>
    <message>
        <source>&amp;Draw the boundary</source>
        <translation>Narysuj &amp;granicę</translation>
    </message>
    <message>
        <source>Fi&amp;le</source>
        <translation>Pl&amp;ik</translation>
    </message>
    <message>
        <source>Choose a map</source>
        <translation>Wybierz mapę</translation>
    </message>
    <message>
        <source>La&amp;yer in it</source>
        <translation>W&amp;arstwa w pliku</translation>
    </message>
    <message>
        <source>&amp;Name in the plan</source>
        <translation>&amp;Nazwa w planie</translation>
    </message>
    <message>
        <source>What it i&amp;s</source>
        <translation>Co to &amp;jest</translation>
    </message>
    <message>
        <source>Field that tells features apar&amp;t</source>
        <translation>Pole odróżniające obie&amp;kty</translation>
    </message>
    <message>
        <source>Field &amp;with their names</source>
        <translation>Pole z ic&amp;h nazwami</translation>
    </message>
    <message>
        <source>What is in the file</source>
        <translation>Co jest w pliku</translation>
    </message>
    <message>
        <source>Leave it off when you are not sure: the answer is then &quot;cannot tell&quot; where something may be missing, and never a false &quot;agrees&quot;.</source>
        <translation>Zostaw wyłączone, gdy nie masz pewności: tam, gdzie czegoś może brakować, odpowiedzią będzie „nie wiadomo”, a nigdy fałszywe „zgodne”.</translation>
    </message>
    <message>
        <source>something to measure against</source>
        <translation>coś do porównania</translation>
    </message>
    <message>
        <source>Layers of the plan</source>
        <translation>Warstwy planu</translation>
    </message>
    <message>
        <source>In the plan so far:</source>
        <translation>Dotąd w planie:</translation>
    </message>
    <message>
        <source>the only one</source>
        <translation>jedyny</translation>
    </message>
    <message>
        <source>&amp;Read it as %1</source>
        <translation>&amp;Odczytaj jako %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>Begin a plan first, or open one.</source>
        <translation>Najpierw rozpocznij plan albo otwórz istniejący.</translation>
    </message>
    <message>
        <source>Names in the plan file are of small letters, digits and &apos;_&apos;; press again to take &apos;%1&apos;.</source>
        <translation>Nazwy w pliku planu składają się z małych liter, cyfr i „_”; naciśnij ponownie, aby przyjąć „%1”.</translation>
    </message>
    <message>
        <source>The layer &apos;%1&apos; stands in %2.</source>
        <translation>Warstwa „%1” jest w %2.</translation>
    </message>
    <message numerus="yes">
        <source>The layer &apos;%1&apos; stands in %2; %n file(s) were copied beside it.</source>
        <translation>
            <numerusform>Warstwa „%1” jest w %2; obok skopiowano %n plik.</numerusform>
            <numerusform>Warstwa „%1” jest w %2; obok skopiowano %n pliki.</numerusform>
            <numerusform>Warstwa „%1” jest w %2; obok skopiowano %n plików.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n feature(s)</source>
        <translation>
            <numerusform>%1: %n obiekt</numerusform>
            <numerusform>%1: %n obiekty</numerusform>
            <numerusform>%1: %n obiektów</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>merestone::viewer::ValueEdits</name>
    <message>
        <source>Change %1</source>
        <translation>Zmień %1</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::VersionsModel</name>
    <message>
        <source>Became</source>
        <translation>Co się stało</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Reguła</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Ustalenie</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Przedtem</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Teraz</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Co się zmieniło</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::VersionsWindow</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <translation>%1, %2 (%3)</translation>
    </message>
    <message>
        <source>Two versions of the plan</source>
        <translation>Dwie wersje planu</translation>
    </message>
    <message>
        <source>The version before</source>
        <translation>Wersja poprzednia</translation>
    </message>
    <message>
        <source>The version now</source>
        <translation>Wersja obecna</translation>
    </message>
    <message>
        <source>State of the comparison</source>
        <translation>Stan porównania</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Postęp porównania</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>&amp;Zatrzymaj</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>Filtruj według tekstu</translation>
    </message>
    <message>
        <source>Filter the comparison by text</source>
        <translation>Filtruj porównanie według tekstu</translation>
    </message>
    <message>
        <source>Filter the comparison by what became of it</source>
        <translation>Filtruj porównanie według tego, co się stało</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Wszystko</translation>
    </message>
    <message>
        <source>What became of the findings</source>
        <translation>Co się stało z ustaleniami</translation>
    </message>
    <message>
        <source>&amp;Copy as a table</source>
        <translation>&amp;Kopiuj jako tabelę</translation>
    </message>
    <message>
        <source>Both versions in figures</source>
        <translation>Obie wersje w liczbach</translation>
    </message>
    <message>
        <source>&amp;Save as a page…</source>
        <translation>&amp;Zapisz jako stronę…</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Przedtem: %1</translation>
    </message>
    <message>
        <source>Opening the version before…</source>
        <translation>Otwieranie wersji poprzedniej…</translation>
    </message>
    <message>
        <source>as it is saved</source>
        <translation>tak, jak zapisano</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Zatrzymano.</translation>
    </message>
    <message>
        <source>A saved run holds findings only: they are drawn on the layers of the plan as it is now.</source>
        <translation>Zapisane sprawdzenie zawiera tylko ustalenia: są rysowane na warstwach planu w obecnym stanie.</translation>
    </message>
    <message>
        <source>The version before could not be checked: %1</source>
        <translation>Nie udało się sprawdzić wersji poprzedniej: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Teraz: %1</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Porównywanie…</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Zapisz porównanie</translation>
    </message>
    <message>
        <source>comparison.html</source>
        <translation>comparison.html</translation>
    </message>
    <message>
        <source>Pages (*.html);;All files (*)</source>
        <translation>Strony (*.html);;Wszystkie pliki (*)</translation>
    </message>
    <message>
        <source>Writing the page…</source>
        <translation>Zapisywanie strony…</translation>
    </message>
    <message>
        <source>The page is in %1.</source>
        <translation>Strona jest w %1.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::WaiveDialog</name>
    <message>
        <source>U&amp;ntil</source>
        <translation>&amp;Do</translation>
    </message>
    <message>
        <source>Waive a policy conflict</source>
        <translation>Dopuść konflikt z polityką</translation>
    </message>
    <message>
        <source>The conflict stays visible and is counted apart. The waiver is written to the plan file; it holds for %1 under rule %2.</source>
        <translation>Konflikt pozostaje widoczny i jest liczony osobno. Dopuszczenie zostanie zapisane w pliku planu; dotyczy %1 w regule %2.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Powód</translation>
    </message>
    <message>
        <source>Last day of the waiver</source>
        <translation>Ostatni dzień dopuszczenia</translation>
    </message>
    <message>
        <source>&amp;Waive</source>
        <translation>&amp;Dopuść</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Powód</translation>
    </message>
    <message>
        <source>Agreed &amp;by</source>
        <translation>&amp;Uzgodnione przez</translation>
    </message>
</context>
</TS>
