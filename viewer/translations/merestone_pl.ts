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
    <name>merestone::viewer::DraftingBar</name>
    <message>
        <source>Drafting</source>
        <translation>Rysowanie</translation>
    </message>
    <message>
        <source>Draw &amp;in: </source>
        <translation>Rysuj &amp;w: </translation>
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
        <translation> Wybieraj &amp;z: </translation>
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
    <name>merestone::viewer::FindingsFilter</name>
    <message>
        <source>Key</source>
        <translation>Klucz</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::FindingsModel</name>
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
        <source>Sto&amp;p</source>
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
        <source>R&amp;ead again</source>
        <translation>Wczytaj po&amp;nownie</translation>
    </message>
    <message>
        <source>Sa&amp;ve the drawings</source>
        <translation>&amp;Zapisz rysunki</translation>
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
        <translation>Zatrz&amp;ymaj</translation>
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
        <source>Unsaved drawings</source>
        <translation>Niezapisane rysunki</translation>
    </message>
    <message numerus="yes">
        <source>The program did not end well when this plan was last open. %n change(s) of its drawings were not saved, and can be brought back.</source>
        <translation>
            <numerusform>Gdy ten plan był ostatnio otwarty, program zakończył się nieprawidłowo. Nie zapisano %n zmiany rysunków; można ją przywrócić.</numerusform>
            <numerusform>Gdy ten plan był ostatnio otwarty, program zakończył się nieprawidłowo. Nie zapisano %n zmian rysunków; można je przywrócić.</numerusform>
            <numerusform>Gdy ten plan był ostatnio otwarty, program zakończył się nieprawidłowo. Nie zapisano %n zmian rysunków; można je przywrócić.</numerusform>
        </translation>
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
        <source>The unsaved drawings are back; they are not saved yet.</source>
        <translation>Niezapisane rysunki wróciły; jeszcze ich nie zapisano.</translation>
    </message>
    <message>
        <source>Take hold of a corner of the hole first.</source>
        <translation>Najpierw chwyć narożnik otworu.</translation>
    </message>
    <message>
        <source>The drawings are saved.</source>
        <translation>Rysunki zapisano.</translation>
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
        <source>The plan&apos;s drawings have been changed and are not saved.</source>
        <translation>Rysunki planu zmieniono i ich nie zapisano.</translation>
    </message>
</context>
<context>
    <name>merestone::viewer::MapCanvas</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>No plan is open.</source>
        <translation>Nie otwarto planu.</translation>
    </message>
    <message numerus="yes">
        <source>Scale 1 to %1, centre easting %2, northing %3. %n finding(s) with a place.</source>
        <translation>
            <numerusform>Skala 1 do %1, środek E %2, N %3. %n ustalenie z miejscem na mapie.</numerusform>
            <numerusform>Skala 1 do %1, środek E %2, N %3. %n ustalenia z miejscem na mapie.</numerusform>
            <numerusform>Skala 1 do %1, środek E %2, N %3. %n ustaleń z miejscem na mapie.</numerusform>
        </translation>
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
        <source>S&amp;cale</source>
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
    <name>merestone::viewer::PlanSession</name>
    <message>
        <source>The plan file has changed on the disk.</source>
        <translation>Plik planu zmienił się na dysku.</translation>
    </message>
    <message>
        <source>The plan has been changed; its findings are being worked out.</source>
        <translation>Plan został zmieniony; trwa wyznaczanie ustaleń.</translation>
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
