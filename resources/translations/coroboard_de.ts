<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>DeviceOutput</name>
    <message>
        <source>No sound device was found.</source>
        <translation>Es wurde kein Tongerät gefunden.</translation>
    </message>
    <message>
        <source>%1 does not take our sound.</source>
        <translation>%1 nimmt unseren Ton nicht an.</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>%1 lässt sich nicht öffnen.</translation>
    </message>
</context>
<context>
    <name>HelpPages</name>
    <message>
        <source>real</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>press</source>
        <translation>drücken</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Every call of MicroPython that this version knows of. What is absent raises an exception by name; nothing answers 0 without a word.</source>
        <translation>Alle Aufrufe von MicroPython, die diese Version kennt. Was fehlt, löst eine Ausnahme mit seinem Namen aus; nichts antwortet stillschweigend mit 0.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>(the module)</source>
        <translation>(das Modul)</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bauteile</translation>
    </message>
    <message>
        <source>Every part that a board can carry, by the name its profile uses.</source>
        <translation>Alle Bauteile, die eine Platine tragen kann, mit dem Namen aus ihrem Profil.</translation>
    </message>
    <message>
        <source>Pins:</source>
        <translation>Anschlüsse:</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Not modelled:</source>
        <translation>Nicht nachgebildet:</translation>
    </message>
    <message>
        <source>The keyboard</source>
        <translation>Die Tastatur</translation>
    </message>
    <message>
        <source>Everything can be done without a mouse: Alt and the underlined letter open a menu, Tab goes from one thing to the next.</source>
        <translation>Alles geht ohne Maus: Alt und der unterstrichene Buchstabe öffnen ein Menü, Tab geht weiter zum Nächsten.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Was sie tun</translation>
    </message>
    <message>
        <source>On the board</source>
        <translation>Auf der Platine</translation>
    </message>
    <message>
        <source>While the board has the focus, the keys printed beside its buttons press them.</source>
        <translation>Hat die Platine den Fokus, drücken die neben ihren Tastern aufgedruckten Tasten diese.</translation>
    </message>
    <message>
        <source>In the console</source>
        <translation>In der Konsole</translation>
    </message>
    <message>
        <source>interrupts the program; copies when text is selected</source>
        <translation>unterbricht das Programm; kopiert, wenn Text ausgewählt ist</translation>
    </message>
    <message>
        <source>end of input</source>
        <translation>Ende der Eingabe</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>kopiert</translation>
    </message>
</context>
<context>
    <name>ProjectTemplate</name>
    <message>
        <source>this board has no LED on a pin</source>
        <translation>diese Platine hat keine LED an einem Pin</translation>
    </message>
    <message>
        <source>this board has no push button</source>
        <translation>diese Platine hat keinen Taster</translation>
    </message>
    <message>
        <source>this board has no analogue sensor</source>
        <translation>diese Platine hat keinen analogen Sensor</translation>
    </message>
    <message>
        <source>a project&apos;s name is a folder&apos;s name: not empty, no &apos;/&apos;, no &apos;.&apos; in front</source>
        <translation>ein Projektname ist ein Ordnername: nicht leer, kein „/“, kein „.“ am Anfang</translation>
    </message>
    <message>
        <source>%1 is there already and not empty</source>
        <translation>%1 gibt es schon, und es ist nicht leer</translation>
    </message>
    <message>
        <source>%1 cannot be made</source>
        <translation>%1 kann nicht angelegt werden</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1: cannot be written: %2</source>
        <translation>%1: kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>SourceFile</name>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>is larger than 4 MiB, more than a program can be</source>
        <translation>ist größer als 4 MiB, mehr als ein Programm sein kann</translation>
    </message>
    <message>
        <source>is not a text file</source>
        <translation>ist keine Textdatei</translation>
    </message>
    <message>
        <source>is not UTF-8 text</source>
        <translation>ist kein UTF-8-Text</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::AboutDialog</name>
    <message>
        <source>It stands on</source>
        <translation>Es baut auf</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>About Coroboard</source>
        <translation>Über Coroboard</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Coroboard %1&lt;/h2&gt;A desktop simulator of a sensor board for MicroPython with &lt;i&gt;async&lt;/i&gt; and &lt;i&gt;await&lt;/i&gt;: see the event loop itself.</source>
        <translation>&lt;h2&gt;Coroboard %1&lt;/h2&gt;Ein Simulator einer Sensorplatine für MicroPython mit &lt;i&gt;async&lt;/i&gt; und &lt;i&gt;await&lt;/i&gt;: die Ereignisschleife selbst wird sichtbar.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>The desktop app is free software under the GNU General Public License, version 3 or later. The engine, the command line, the boards and the examples are under the MIT licence.</source>
        <translation>Die Anwendung ist freie Software unter der GNU General Public License, Version 3 oder später. Der Kern, die Kommandozeile, die Platinen und die Beispiele stehen unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>Qt %1 runs it here. There is no warranty, to the extent the law permits.</source>
        <translation>Hier läuft es mit Qt %1. Es gibt keine Gewährleistung, soweit das Gesetz es zulässt.</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::BoardEditor</name>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 verdoppeln</translation>
    </message>
    <message>
        <source>Remove the wire of %1</source>
        <translation>Leitung von %1 entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Rotate %1</source>
        <translation>%1 drehen</translation>
    </message>
    <message>
        <source>Wire %1 to %2</source>
        <translation>%1 mit %2 verbinden</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>Größe von %1 ändern</translation>
    </message>
    <message>
        <source>Name %1</source>
        <translation>%1 benennen</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>Taste von %1</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>%1 von %2 ändern</translation>
    </message>
    <message>
        <source>%1 parts</source>
        <translation>%1 Bauteile</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::BoardPanel</name>
    <message>
        <source>Show the next problem</source>
        <translation>Das nächste Problem zeigen</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::BoardView</name>
    <message>
        <source>Board</source>
        <translation>Platine</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ButtonItem</name>
    <message>
        <source>Pressed</source>
        <translation>Gedrückt</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Losgelassen</translation>
    </message>
    <message>
        <source>Ctrl-click keeps it down</source>
        <translation>Strg+Klick hält es gedrückt</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::BuzzerItem</name>
    <message>
        <source>sounds at %1, duty %2 %</source>
        <translation>klingt mit %1, Tastgrad %2 %</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>still</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::CodeEditor</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::CompletionPopup</name>
    <message>
        <source>Names that can follow</source>
        <translation>Namen, die folgen können</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ConsolePanel</name>
    <message>
        <source>Plot the numbers that are printed</source>
        <translation>Gedruckte Zahlen als Kurven zeigen</translation>
    </message>
    <message>
        <source>Hold the plot still</source>
        <translation>Die Kurven anhalten</translation>
    </message>
    <message>
        <source>Find in the console</source>
        <translation>In der Konsole suchen</translation>
    </message>
    <message>
        <source>Save what the console shows…</source>
        <translation>Speichern, was die Konsole zeigt …</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriges</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Table (*.csv);;Picture (*.png)</source>
        <translation>Tabelle (*.csv);;Bild (*.png)</translation>
    </message>
    <message>
        <source>Text (*.txt *.log);;All files (*)</source>
        <translation>Text (*.txt *.log);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save what the console shows</source>
        <translation>Speichern, was die Konsole zeigt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ConsoleView</name>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>… %1 bytes were too many to show</source>
        <translation>… %1 Bytes waren zu viel zum Anzeigen</translation>
    </message>
    <message>
        <source>… %1 earlier lines are gone</source>
        <translation>… %1 frühere Zeilen sind weg</translation>
    </message>
    <message>
        <source>The board&apos;s serial port. Click here and type: it goes to the program, and to Python&apos;s prompt when it has ended.</source>
        <translation>Die serielle Schnittstelle der Platine. Hier klicken und tippen: Es geht an das Programm und, wenn es zu Ende ist, an die Eingabe von Python.</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ControlRow</name>
    <message>
        <source>What the program last read</source>
        <translation>Was das Programm zuletzt gelesen hat</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück auf %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Hold to keep pressed</source>
        <translation>Halten, um gedrückt zu lassen</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>gelesen %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>What is true: it follows with its own inertia</source>
        <translation>Was wahr ist: es folgt mit eigener Trägheit</translation>
    </message>
    <message>
        <source>Let it move by itself</source>
        <translation>Von selbst bewegen lassen</translation>
    </message>
    <message>
        <source>Let %1 move by itself</source>
        <translation>%1 von selbst bewegen lassen</translation>
    </message>
    <message>
        <source>It moves by itself: %1</source>
        <translation>Bewegt sich von selbst: %1</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>ist %1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::DecodeForm</name>
    <message>
        <source>Decode</source>
        <translation>Dekodieren</translation>
    </message>
    <message>
        <source>Decode a bus</source>
        <translation>Bus dekodieren</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Choose a pin for each line first</source>
        <translation>Wähle zuerst für jede Leitung einen Pin</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::DockTitle</name>
    <message>
        <source>Hide (View menu shows it again)</source>
        <translation>Ausblenden (das Menü Ansicht zeigt es wieder)</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::EditCanvas</name>
    <message>
        <source>&amp;Rotate the part</source>
        <translation>Bauteil &amp;drehen</translation>
    </message>
    <message>
        <source>D&amp;uplicate the part</source>
        <translation>Bauteil &amp;verdoppeln</translation>
    </message>
    <message>
        <source>Re&amp;move the part or wire</source>
        <translation>Bauteil oder Leitung &amp;entfernen</translation>
    </message>
    <message>
        <source>Board in edit mode</source>
        <translation>Platine im Bearbeitungsmodus</translation>
    </message>
    <message>
        <source>on no wire: drag to a pin</source>
        <translation>an keiner Leitung: zu einem Anschluss ziehen</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>an %1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::EditorPanel</name>
    <message>
        <source>untitled.py</source>
        <translation>unbenannt.py</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Geöffnete Dateien</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>Tab schließen</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::EncoderItem</name>
    <message>
        <source>Pressed</source>
        <translation>Gedrückt</translation>
    </message>
    <message>
        <source>Drag to turn, click the middle to press</source>
        <translation>Zum Drehen ziehen, zum Drücken auf die Mitte klicken</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match capital letters</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriges</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::HelpPanel</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Hilfeseite</translation>
    </message>
    <message>
        <source>Pages found</source>
        <translation>Gefundene Seiten</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::JoystickItem</name>
    <message>
        <source>Pressed</source>
        <translation>Gedrückt</translation>
    </message>
    <message>
        <source>Drag the stick; with Ctrl it stays there. The right button presses it</source>
        <translation>Hebel ziehen; mit Strg bleibt er dort. Die rechte Taste drückt ihn</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::KeypadItem</name>
    <message>
        <source>Ctrl-click keeps a key down</source>
        <translation>Strg-Klick hält eine Taste gedrückt</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::LaneList</name>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>Ocker</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Moss</source>
        <translation>Moos</translation>
    </message>
    <message>
        <source>Clay</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Schiefer</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>&amp;Higher</source>
        <translation>&amp;Höher</translation>
    </message>
    <message>
        <source>&amp;Lower</source>
        <translation>&amp;Niedriger</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach un&amp;ten</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Decoder…</source>
        <translation>&amp;Dekoder…</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::LaneModel</name>
    <message>
        <source>%1: F2 renames, Alt+Up and Alt+Down move, Delete removes</source>
        <translation>%1: F2 benennt um, Alt+Auf und Alt+Ab verschieben, Entf entfernt</translation>
    </message>
    <message>
        <source>Digital lane</source>
        <translation>Digitale Spur</translation>
    </message>
    <message>
        <source>Analog lane</source>
        <translation>Analoge Spur</translation>
    </message>
    <message>
        <source>Decoded lane</source>
        <translation>Dekodierte Spur</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::LedItem</name>
    <message>
        <source>Brightness: %1 %</source>
        <translation>Helligkeit: %1 %</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::LightGridItem</name>
    <message>
        <source>%1 lights</source>
        <translation>%1 Lichter</translation>
    </message>
    <message>
        <source>takes %1 mA</source>
        <translation>nimmt %1 mA auf</translation>
    </message>
    <message>
        <source>bits outside the data sheet&apos;s times: %1</source>
        <translation>Bits außerhalb der Zeiten des Datenblatts: %1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::Locator</name>
    <message>
        <source>Go to a symbol, a file or a line</source>
        <translation>Zu einem Symbol, einer Datei oder einer Zeile gehen</translation>
    </message>
    <message>
        <source>A symbol or a file; “:12” is a line</source>
        <translation>Ein Symbol oder eine Datei; „:12“ ist eine Zeile</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::MainWindow</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensoren</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>Ereignisschleife</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>The simulation is too busy to take commands.</source>
        <translation>Die Simulation ist zu beschäftigt, um Befehle anzunehmen.</translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation>S&amp;tartseite</translation>
    </message>
    <message>
        <source>New pro&amp;ject…</source>
        <translation>Neues Pro&amp;jekt…</translation>
    </message>
    <message>
        <source>&amp;New program</source>
        <translation>&amp;Neues Programm</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;board…</source>
        <translation>&amp;Platine öffnen…</translation>
    </message>
    <message>
        <source>Open the board&apos;s &amp;demo</source>
        <translation>&amp;Demo der Platine öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Find and replace</source>
        <translation>&amp;Suchen und ersetzen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Step to the next resume of a &amp;coroutine</source>
        <translation>Schritt zur nächsten &amp;Fortsetzung einer Koroutine</translation>
    </message>
    <message>
        <source>Step to the next e&amp;vent</source>
        <translation>Schritt zum nächsten &amp;Ereignis</translation>
    </message>
    <message>
        <source>Step by one &amp;millisecond</source>
        <translation>Schritt um eine &amp;Millisekunde</translation>
    </message>
    <message>
        <source>R&amp;eset the board</source>
        <translation>Platine &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Interrupt (Ctrl-C in the console)</source>
        <translation>Unter&amp;brechen (Strg-C in der Konsole)</translation>
    </message>
    <message>
        <source>&amp;Clear the console</source>
        <translation>K&amp;onsole leeren</translation>
    </message>
    <message>
        <source>Show the &amp;board&apos;s own coroutines</source>
        <translation>Koroutinen der &amp;Platine zeigen</translation>
    </message>
    <message>
        <source>Go to si&amp;gnals</source>
        <translation>Zu den S&amp;ignalen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Fit the board</source>
        <translation>Platine &amp;einpassen</translation>
    </message>
    <message>
        <source>Reset the &amp;layout</source>
        <translation>&amp;Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Prefere&amp;nces…</source>
        <translation>Ei&amp;nstellungen…</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>&amp;First steps: a tour</source>
        <translation>&amp;Erste Schritte: ein Rundgang</translation>
    </message>
    <message>
        <source>&amp;Lessons on async and await</source>
        <translation>&amp;Lektionen zu async und await</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>&amp;About Coroboard</source>
        <translation>Ü&amp;ber Coroboard</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Jump to</source>
        <translation>Gehe &amp;zu</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>E&amp;rscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Board</source>
        <translation>&amp;Platine</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>&amp;Geschwindigkeit</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Platine</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>So schnell wie möglich</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>before opening %1</source>
        <translation>vor dem Öffnen von %1</translation>
    </message>
    <message>
        <source>before starting a new one</source>
        <translation>bevor ein neues beginnt</translation>
    </message>
    <message>
        <source>Open a program</source>
        <translation>Programm öffnen</translation>
    </message>
    <message>
        <source>Open a project folder</source>
        <translation>Projektordner öffnen</translation>
    </message>
    <message>
        <source>Open a board</source>
        <translation>Platine öffnen</translation>
    </message>
    <message>
        <source>Board profiles (*.json)</source>
        <translation>Platinenprofile (*.json)</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>Programm speichern</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved. Save them %2?</source>
        <translation>%1 hat Änderungen, die nicht gespeichert sind. Speichern, %2?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>before closing</source>
        <translation>vor dem Schließen</translation>
    </message>
    <message>
        <source>The board</source>
        <translation>Die Platine</translation>
    </message>
    <message>
        <source>It runs now. Press its buttons, turn its knob, hover a pin. It can be used during this tour.</source>
        <translation>Sie läuft gerade. Drücke ihre Taster, dreh am Knopf, zeige auf einen Pin. Während des Rundgangs lässt sie sich bedienen.</translation>
    </message>
    <message>
        <source>The world around it</source>
        <translation>Die Welt darum herum</translation>
    </message>
    <message>
        <source>Drag a slider: the sensor feels it, the program reads it, the LEDs answer.</source>
        <translation>Zieh an einem Regler: Der Sensor spürt es, das Programm liest es, die LEDs antworten.</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Das Programm</translation>
    </message>
    <message>
        <source>MicroPython. A blue mark shows each line where a coroutine is suspended right now.</source>
        <translation>MicroPython. Eine blaue Marke zeigt jede Zeile, in der gerade eine Koroutine ruht.</translation>
    </message>
    <message>
        <source>The event loop</source>
        <translation>Die Ereignisschleife</translation>
    </message>
    <message>
        <source>Every coroutine: what it waits for, and for how long. Open a row to see its await chain and its variables.</source>
        <translation>Jede Koroutine: worauf sie wartet, und wie lange noch. Klapp eine Zeile auf, um ihre Await-Kette und ihre Variablen zu sehen.</translation>
    </message>
    <message>
        <source>The console</source>
        <translation>Die Konsole</translation>
    </message>
    <message>
        <source>What the program prints; and you can type to it.</source>
        <translation>Was das Programm ausgibt; und du kannst ihm etwas eintippen.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Run, pause, step. Slow down to 0.1× and watch coroutines take turns; or let hours pass in seconds.</source>
        <translation>Ausführen, anhalten, Schritt für Schritt. Mit 0.1× siehst du, wie sich Koroutinen abwechseln; oder lass Stunden in Sekunden vergehen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Help has ten lessons on async and await, each a program to watch. The start page has examples and boards.</source>
        <translation>Die Hilfe hat zehn Lektionen zu async und await, jede ein Programm zum Zusehen. Die Startseite hat Beispiele und Platinen.</translation>
    </message>
    <message>
        <source>a program without a name</source>
        <translation>ein Programm ohne Namen</translation>
    </message>
    <message>
        <source>Unsaved text cannot be kept safe: %1</source>
        <translation>Nicht gespeicherter Text lässt sich nicht sichern: %1</translation>
    </message>
    <message>
        <source>The text of %1 was not saved last time. It is kept.</source>
        <translation>Der Text von %1 wurde letztes Mal nicht gespeichert. Er ist noch da.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>before opening the other text</source>
        <translation>vor dem Öffnen des anderen Textes</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Back to the saved file</source>
        <translation>Zurück zur gespeicherten Datei</translation>
    </message>
    <message>
        <source>The unsaved text of %1 is back; it has not been run.</source>
        <translation>Der nicht gespeicherte Text von %1 ist wieder da; er wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The board&apos;s file %1 changed on disk.</source>
        <translation>Die Datei der Platine %1 wurde auf der Platte geändert.</translation>
    </message>
    <message>
        <source>Load it</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>%1 changed on disk, and it has changes here that are not saved.</source>
        <translation>%1 wurde auf der Platte geändert, und hier gibt es nicht gespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Load from disk</source>
        <translation>Von der Platte laden</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>%1 changed on disk and was loaded again.</source>
        <translation>%1 wurde auf der Platte geändert und neu geladen.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>The board&apos;s file %1 was deleted or moved. The board goes on; it cannot be opened again from there.</source>
        <translation>Die Datei der Platine %1 wurde gelöscht oder verschoben. Die Platine läuft weiter; von dort kann sie nicht wieder geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 was deleted or moved on disk. Its text is still here.</source>
        <translation>%1 wurde gelöscht oder verschoben. Der Text ist noch hier.</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>Wieder speichern</translation>
    </message>
    <message>
        <source>Welcome! The demo is running: drag a sensor, press a button, and watch the coroutines below.</source>
        <translation>Willkommen! Die Demo läuft: Zieh an einem Sensor, drücke einen Taster und sieh unten den Koroutinen zu.</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>%1 is an example that comes with Coroboard and stays as it is.</source>
        <translation>%1 ist ein Beispiel, das mit Coroboard kommt, und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Step &amp;over</source>
        <translation>Schri&amp;tt darüber</translation>
    </message>
    <message>
        <source>Step in&amp;to</source>
        <translation>Schritt h&amp;inein</translation>
    </message>
    <message>
        <source>Step o&amp;ut</source>
        <translation>Schritt hi&amp;naus</translation>
    </message>
    <message>
        <source>Run to t&amp;he cursor</source>
        <translation>Bis zur Schreibmar&amp;ke laufen</translation>
    </message>
    <message>
        <source>&amp;Breakpoint in this line</source>
        <translation>&amp;Haltepunkt in dieser Zeile</translation>
    </message>
    <message>
        <source>Remove &amp;all breakpoints</source>
        <translation>&amp;Alle Haltepunkte entfernen</translation>
    </message>
    <message>
        <source>Show the &amp;wires</source>
        <translation>&amp;Leitungen zeigen</translation>
    </message>
    <message>
        <source>&amp;Edit the board</source>
        <translation>Platine &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Apply the changes</source>
        <translation>Änderungen &amp;anwenden</translation>
    </message>
    <message>
        <source>&amp;Save the board</source>
        <translation>Platine &amp;speichern</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bauteile</translation>
    </message>
    <message>
        <source>This board has no file, so it cannot be edited.</source>
        <translation>Diese Platine hat keine Datei und kann deshalb nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>A folder for the board and its program</source>
        <translation>Ein Ordner für die Platine und ihr Programm</translation>
    </message>
    <message>
        <source>The recording stays as it is; your board is %1 in the project.</source>
        <translation>Die Aufzeichnung bleibt, wie sie ist; deine Platine ist %1 im Projekt.</translation>
    </message>
    <message>
        <source>The board that comes with Coroboard stays as it is; yours is %1 in the project.</source>
        <translation>Die Platine, die mit Coroboard kommt, bleibt, wie sie ist; deine ist %1 im Projekt.</translation>
    </message>
    <message>
        <source>The board has changes that are not saved. Save them %1?</source>
        <translation>Die Platine hat Änderungen, die nicht gespeichert sind. %1 speichern?</translation>
    </message>
    <message>
        <source>The changes of the board %1 were not saved last time. They are kept.</source>
        <translation>Die Änderungen an der Platine %1 wurden letztes Mal nicht gespeichert. Sie sind aufbewahrt.</translation>
    </message>
    <message>
        <source>The unsaved changes of the board %1 are back.</source>
        <translation>Die ungespeicherten Änderungen an der Platine %1 sind wieder da.</translation>
    </message>
    <message>
        <source>Back to the saved board</source>
        <translation>Zurück zur gespeicherten Platine</translation>
    </message>
    <message>
        <source>before opening a board</source>
        <translation>vor dem Öffnen einer Platine</translation>
    </message>
    <message>
        <source>The board cannot run like this. Problems marked on it: %1</source>
        <translation>So kann die Platine nicht laufen. Darauf markierte Probleme: %1</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Save recordin&amp;g…</source>
        <translation>Aufzeichnun&amp;g speichern…</translation>
    </message>
    <message>
        <source>Condition of the breakpoi&amp;nt…</source>
        <translation>Bedingung des Ha&amp;ltepunkts…</translation>
    </message>
    <message>
        <source>&amp;Watch what is selected</source>
        <translation>Ausge&amp;wähltes beobachten</translation>
    </message>
    <message>
        <source>Breakpoint in line %1</source>
        <translation>Haltepunkt in Zeile %1</translation>
    </message>
    <message>
        <source>n &gt; 3 and sensor.name == &apos;attic&apos;</source>
        <translation>n &gt; 3 and sensor.name == &apos;attic&apos;</translation>
    </message>
    <message>
        <source>Names, attributes, items, numbers, text, comparisons and len() are worked out without running the program. Calls are not: they would change what it does.</source>
        <translation>Namen, Attribute, Elemente, Zahlen, Text, Vergleiche und len() werden ausgewertet, ohne das Programm auszuführen. Aufrufe nicht: Sie würden ändern, was es tut.</translation>
    </message>
    <message>
        <source>Stop only &amp;when</source>
        <translation>Nur anhalten, &amp;wenn</translation>
    </message>
    <message>
        <source>&amp;Pass it so many times first</source>
        <translation>Vorher so oft über&amp;gehen</translation>
    </message>
    <message>
        <source>&amp;Condition…</source>
        <translation>&amp;Bedingung…</translation>
    </message>
    <message>
        <source>&amp;Remove the breakpoint</source>
        <translation>Haltepunkt &amp;entfernen</translation>
    </message>
    <message>
        <source>C&amp;omment in or out</source>
        <translation>Aus-/eink&amp;ommentieren</translation>
    </message>
    <message>
        <source>&amp;Indent</source>
        <translation>E&amp;inrücken</translation>
    </message>
    <message>
        <source>Ind&amp;ent less</source>
        <translation>A&amp;usrücken</translation>
    </message>
    <message>
        <source>Complete the n&amp;ame</source>
        <translation>Namen er&amp;gänzen</translation>
    </message>
    <message>
        <source>Show the ar&amp;guments</source>
        <translation>Argumen&amp;te zeigen</translation>
    </message>
    <message>
        <source>Go to &amp;line…</source>
        <translation>Zu &amp;Zeile gehen…</translation>
    </message>
    <message>
        <source>Go to s&amp;ymbol or file…</source>
        <translation>Zu S&amp;ymbol oder Datei gehen…</translation>
    </message>
    <message>
        <source>Go to &amp;definition</source>
        <translation>Zur De&amp;finition gehen</translation>
    </message>
    <message>
        <source>Find in all file&amp;s…</source>
        <translation>In allen &amp;Dateien suchen…</translation>
    </message>
    <message>
        <source>%1 is no file of this program.</source>
        <translation>%1 ist keine Datei dieses Programms.</translation>
    </message>
    <message>
        <source>There is no name at the cursor.</source>
        <translation>An der Schreibmarke steht kein Name.</translation>
    </message>
    <message>
        <source>Where %1 is defined is not known here.</source>
        <translation>Wo %1 definiert ist, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Programs and recordings (*.py *.coro);;All files (*)</source>
        <translation>Programme und Aufzeichnungen (*.py *.coro);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have changes that are not saved. Save them %1?</source>
        <translation>
            <numerusform>%n Datei hat Änderungen, die nicht gespeichert sind. Speichern %1?</numerusform>
            <numerusform>%n Dateien haben Änderungen, die nicht gespeichert sind. Speichern %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>New f&amp;ile in the project…</source>
        <translation>Neue &amp;Datei im Projekt…</translation>
    </message>
    <message>
        <source>New &amp;folder in the project…</source>
        <translation>Neuer &amp;Ordner im Projekt…</translation>
    </message>
    <message>
        <source>Re&amp;name the file…</source>
        <translation>Datei um&amp;benennen…</translation>
    </message>
    <message>
        <source>&amp;Delete the file</source>
        <translation>Datei &amp;löschen</translation>
    </message>
    <message>
        <source>Sa&amp;ve all</source>
        <translation>A&amp;lle speichern</translation>
    </message>
    <message>
        <source>&amp;Close the tab</source>
        <translation>Tab schließ&amp;en</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>Nä&amp;chster Tab</translation>
    </message>
    <message>
        <source>Previo&amp;us tab</source>
        <translation>Vo&amp;riger Tab</translation>
    </message>
    <message>
        <source>Run this &amp;file</source>
        <translation>&amp;Diese Datei ausführen</translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation>Datei ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Project files</source>
        <translation>&amp;Projektdateien</translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1 liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurücklegen</translation>
    </message>
    <message>
        <source>%1 cannot be put back; it is in %2.</source>
        <translation>%1 kann nicht zurückgelegt werden; es liegt in %2.</translation>
    </message>
    <message>
        <source>Save the recording</source>
        <translation>Aufzeichnung speichern</translation>
    </message>
    <message>
        <source>Recordings (*.coro)</source>
        <translation>Aufzeichnungen (*.coro)</translation>
    </message>
    <message>
        <source>%1 holds %2 of this run, from power-on.</source>
        <translation>%1 enthält %2 dieses Laufs, vom Einschalten an.</translation>
    </message>
    <message>
        <source>It plays again exactly up to %1: then something was moved while the program stood at a line.</source>
        <translation>Sie spielt bis %1 genau wieder: Dann wurde etwas bewegt, während das Programm an einer Zeile stand.</translation>
    </message>
    <message>
        <source>Play it again</source>
        <translation>Wieder abspielen</translation>
    </message>
    <message>
        <source>Playing %1 (%2): all that was moved and typed comes by itself. What you do takes over.</source>
        <translation>%1 spielt (%2): Alles, was bewegt und getippt wurde, kommt von selbst. Was du tust, übernimmt.</translation>
    </message>
    <message>
        <source>%1 came out exactly as it was recorded.</source>
        <translation>%1 verlief genau wie aufgezeichnet.</translation>
    </message>
    <message>
        <source>You took over from %1: from here on it is a new run.</source>
        <translation>Du hast %1 abgelöst: Ab hier ist es ein neuer Lauf.</translation>
    </message>
    <message>
        <source>Back to the saved files</source>
        <translation>Zurück zu den gespeicherten Dateien</translation>
    </message>
    <message>
        <source>The unsaved texts of %1 are back; they have not been run.</source>
        <translation>Die nicht gespeicherten Texte von %1 sind wieder da; sie wurden nicht ausgeführt.</translation>
    </message>
    <message>
        <source>&amp;Sound of the board</source>
        <translation>&amp;Ton der Platine</translation>
    </message>
    <message>
        <source>%1 did not come out as it was recorded.</source>
        <translation>%1 verlief nicht wie aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::MotionBox</name>
    <message>
        <source>Shake</source>
        <translation>Schütteln</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Kippen</translation>
    </message>
    <message>
        <source>Tap</source>
        <translation>Antippen</translation>
    </message>
    <message>
        <source>Double tap</source>
        <translation>Doppelt tippen</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Fallen lassen</translation>
    </message>
    <message>
        <source>Turn around</source>
        <translation>Umdrehen</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::MotorItem</name>
    <message>
        <source>%1 turns a minute</source>
        <translation>%1 Umdrehungen pro Minute</translation>
    </message>
    <message>
        <source>driven with %1 %</source>
        <translation>angetrieben mit %1 %</translation>
    </message>
    <message>
        <source>braking</source>
        <translation>bremst</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Platine</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>my-project</source>
        <translation>mein-projekt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Where the project goes</source>
        <translation>Wohin das Projekt kommt</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>no board was found</source>
        <translation>es wurde keine Platine gefunden</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PartGroup</name>
    <message>
        <source>%1 cut</source>
        <translation>%1 getrennt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>%1 stuck low</source>
        <translation>%1 fest auf Low</translation>
    </message>
    <message>
        <source>%1 stuck high</source>
        <translation>%1 fest auf High</translation>
    </message>
    <message>
        <source>noise on %1</source>
        <translation>Störung auf %1</translation>
    </message>
    <message>
        <source>brown-out</source>
        <translation>Unterspannung</translation>
    </message>
    <message>
        <source>What can break</source>
        <translation>Was kaputtgehen kann</translation>
    </message>
    <message>
        <source>Faults of %1</source>
        <translation>Fehler von %1</translation>
    </message>
    <message>
        <source>Removed from the board</source>
        <translation>Vom Board entfernt</translation>
    </message>
    <message>
        <source>Sensor frozen</source>
        <translation>Sensor eingefroren</translation>
    </message>
    <message>
        <source>Wire cut</source>
        <translation>Leitung getrennt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Line stuck low</source>
        <translation>Leitung fest auf Low</translation>
    </message>
    <message>
        <source>Line stuck high</source>
        <translation>Leitung fest auf High</translation>
    </message>
    <message>
        <source>Noise on the bus</source>
        <translation>Störung auf dem Bus</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PartInspector</name>
    <message>
        <source>Part</source>
        <translation>Bauteil</translation>
    </message>
    <message>
        <source>Choose a part…</source>
        <translation>Bauteil wählen…</translation>
    </message>
    <message>
        <source>Select a part on the board to see and change what it is made of.

Drag from one of its pads to a pin of the board to wire it.</source>
        <translation>Wähl ein Bauteil auf der Platine, um zu sehen und zu ändern, woraus es besteht.

Zieh von einem seiner Lötpunkte zu einem Anschluss der Platine, um es zu verbinden.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Wires</source>
        <translation>Leitungen</translation>
    </message>
    <message>
        <source>Wire of %1</source>
        <translation>Leitung von %1</translation>
    </message>
    <message>
        <source>as usual (%1)</source>
        <translation>wie üblich (%1)</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>When the board starts</source>
        <translation>Beim Start der Platine</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>The key of the keyboard that presses it</source>
        <translation>Die Taste der Tastatur, die es drückt</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>Von links</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>Von oben</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>%1 parts selected</source>
        <translation>%1 Bauteile ausgewählt</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PartItem</name>
    <message>
        <source>, read %1</source>
        <translation>, gelesen %1</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Taste: %1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PartPalette</name>
    <message>
        <source>Buttons and knobs</source>
        <translation>Tasten und Knöpfe</translation>
    </message>
    <message>
        <source>Lights</source>
        <translation>Lichter</translation>
    </message>
    <message>
        <source>Displays</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Motors and sound</source>
        <translation>Motoren und Ton</translation>
    </message>
    <message>
        <source>Temperature and air</source>
        <translation>Temperatur und Luft</translation>
    </message>
    <message>
        <source>Light and colour</source>
        <translation>Licht und Farbe</translation>
    </message>
    <message>
        <source>Motion and distance</source>
        <translation>Bewegung und Abstand</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Clock, memory, pins</source>
        <translation>Uhr, Speicher, Pins</translation>
    </message>
    <message>
        <source>Other parts</source>
        <translation>Andere Teile</translation>
    </message>
    <message>
        <source>Find a part</source>
        <translation>Bauteil finden</translation>
    </message>
    <message>
        <source>Parts to add</source>
        <translation>Bauteile zum Hinzufügen</translation>
    </message>
    <message>
        <source>%1
Drag it onto the board, or press Enter.</source>
        <translation>%1
Auf die Platine ziehen oder Enter drücken.</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PartsPanel</name>
    <message>
        <source>Add a part</source>
        <translation>Bauteil hinzufügen</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PinBankItem</name>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>schläft</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>low</source>
        <translation>tief</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PinItem</name>
    <message>
        <source>not used by the program</source>
        <translation>vom Programm nicht benutzt</translation>
    </message>
    <message>
        <source>high</source>
        <translation>high</translation>
    </message>
    <message>
        <source>low</source>
        <translation>low</translation>
    </message>
    <message>
        <source>last edge at %1 (%2 ago)</source>
        <translation>letzte Flanke bei %1 (vor %2)</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PlotView</name>
    <message>
        <source>Plot of printed numbers</source>
        <translation>Kurven gedruckter Zahlen</translation>
    </message>
    <message>
        <source>Numbers the program prints appear here as curves:
print(21.5)   print(&apos;t:21.5 rh:40&apos;)   print((1, 2))</source>
        <translation>Zahlen, die das Programm druckt, erscheinen hier als Kurven:
print(21.5)   print(&apos;t:21.5 rh:40&apos;)   print((1, 2))</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PoseView</name>
    <message>
        <source>roll %1°  pitch %2°  yaw %3°</source>
        <translation>Rollen %1°  Nicken %2°  Gieren %3°</translation>
    </message>
    <message>
        <source>The board in space</source>
        <translation>Das Board im Raum</translation>
    </message>
    <message>
        <source>Drag to tilt the board, with Shift or the wheel to turn it; double-click lays it flat.
Keys: arrows, Page Up, Page Down, Home.</source>
        <translation>Ziehen kippt das Board, mit Umschalt oder dem Mausrad dreht es sich; ein Doppelklick legt es flach.
Tasten: Pfeile, Bild auf, Bild ab, Pos1.</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkt</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Verhalten</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Beim Start</translation>
    </message>
    <message>
        <source>Go on with the last program</source>
        <translation>Mit dem letzten Programm weitermachen</translation>
    </message>
    <message>
        <source>Show the start page</source>
        <translation>Startseite zeigen</translation>
    </message>
    <message>
        <source>Run the board&apos;s demo</source>
        <translation>Demo der Platine ausführen</translation>
    </message>
    <message>
        <source>Save files</source>
        <translation>Dateien speichern</translation>
    </message>
    <message>
        <source>When I say so</source>
        <translation>Wenn ich es sage</translation>
    </message>
    <message>
        <source>Before running</source>
        <translation>Vor dem Ausführen</translation>
    </message>
    <message>
        <source>Before running and when leaving the window</source>
        <translation>Vor dem Ausführen und beim Verlassen des Fensters</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>So schnell wie möglich</translation>
    </message>
    <message>
        <source>Speed at the start</source>
        <translation>Geschwindigkeit beim Start</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ProjectSearch</name>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Find in all files of the project</source>
        <translation>In allen Dateien des Projekts suchen</translation>
    </message>
    <message>
        <source>Match capital letters</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Gefundene Stellen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message numerus="yes">
        <source>The first %n place(s)</source>
        <translation>
            <numerusform>Die erste Stelle</numerusform>
            <numerusform>Die ersten %n Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ProjectTree</name>
    <message>
        <source>Files of the project</source>
        <translation>Dateien des Projekts</translation>
    </message>
    <message>
        <source>Name of the new file</source>
        <translation>Name der neuen Datei</translation>
    </message>
    <message>
        <source>This program runs alone: the board&apos;s flash is in memory.

A folder with a main.py is a project; its files are the board&apos;s flash.</source>
        <translation>Dieses Programm läuft allein: Der Flash der Platine liegt im Speicher.

Ein Ordner mit einer main.py ist ein Projekt; seine Dateien sind der Flash der Platine.</translation>
    </message>
    <message>
        <source>This program runs alone. Open a folder with a main.py to have files beside it.</source>
        <translation>Dieses Programm läuft allein. Öffnen Sie einen Ordner mit einer main.py, um Dateien daneben zu haben.</translation>
    </message>
    <message>
        <source>Name of the new folder</source>
        <translation>Name des neuen Ordners</translation>
    </message>
    <message>
        <source>A project needs its main.py.</source>
        <translation>Ein Projekt braucht seine main.py.</translation>
    </message>
    <message>
        <source>New name of %1</source>
        <translation>Neuer Name von %1</translation>
    </message>
    <message>
        <source>“%1” is no name for a file in this project.</source>
        <translation>„%1“ ist kein Name für eine Datei in diesem Projekt.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>%1 cannot be made here.</source>
        <translation>%1 kann hier nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be renamed.</source>
        <translation>%1 kann nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be moved to the trash, so it stays.</source>
        <translation>%1 kann nicht in den Papierkorb gelegt werden und bleibt deshalb.</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::RelayItem</name>
    <message>
        <source>moving</source>
        <translation>schaltet gerade</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ScreenItem</name>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>bytes lost while it was busy: %1</source>
        <translation>verlorene Bytes, während es beschäftigt war: %1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::SensorPanel</name>
    <message>
        <source>Sensors</source>
        <translation>Sensoren</translation>
    </message>
    <message>
        <source>This board has nothing to move.</source>
        <translation>Auf dieser Platine gibt es nichts zu bewegen.</translation>
    </message>
    <message>
        <source>Find a sensor or part</source>
        <translation>Sensor oder Bauteil finden</translation>
    </message>
    <message>
        <source>The whole board</source>
        <translation>Das ganze Board</translation>
    </message>
    <message>
        <source>Play a recorded world…</source>
        <translation>Aufgezeichnete Welt abspielen…</translation>
    </message>
    <message>
        <source>Recorded world: time, quantity, …</source>
        <translation>Aufgezeichnete Welt: time, Größe, …</translation>
    </message>
    <message>
        <source>Recorded values (*.csv)</source>
        <translation>Aufgezeichnete Werte (*.csv)</translation>
    </message>
    <message>
        <source>Stop all movement</source>
        <translation>Alle Bewegung anhalten</translation>
    </message>
    <message>
        <source>Brown-out</source>
        <translation>Unterspannung</translation>
    </message>
    <message>
        <source>Repair everything</source>
        <translation>Alles reparieren</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle einklappen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alle ausklappen</translation>
    </message>
    <message>
        <source>Board in space</source>
        <translation>Board im Raum</translation>
    </message>
    <message>
        <source>Sensed by %1</source>
        <translation>Gemessen von %1</translation>
    </message>
    <message>
        <source>Nothing on this board is called that.</source>
        <translation>Auf diesem Board heißt nichts so.</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ServoItem</name>
    <message>
        <source>At %1°</source>
        <translation>Bei %1°</translation>
    </message>
    <message>
        <source>no pulses</source>
        <translation>keine Pulse</translation>
    </message>
    <message>
        <source>going to %1° (%2 µs)</source>
        <translation>auf dem Weg zu %1° (%2 µs)</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::SignalsCanvas</name>
    <message>
        <source>Signals over time</source>
        <translation>Signale über der Zeit</translation>
    </message>
    <message>
        <source>This board has no signal “%1”.</source>
        <translation>Diese Platine hat kein Signal „%1“.</translation>
    </message>
    <message>
        <source>  high</source>
        <translation>  high</translation>
    </message>
    <message>
        <source>  low</source>
        <translation>  low</translation>
    </message>
    <message>
        <source>width %1</source>
        <translation>Breite %1</translation>
    </message>
    <message>
        <source>%1, duty %2 %</source>
        <translation>%1, Tastgrad %2 %</translation>
    </message>
    <message>
        <source>decoding…</source>
        <translation>dekodiere…</translation>
    </message>
    <message>
        <source>Click: cursor A, Shift+click: cursor B</source>
        <translation>Klick: Cursor A, Umschalt+Klick: Cursor B</translation>
    </message>
    <message>
        <source>%1  %2 %</source>
        <translation>%1  %2 %</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::SignalsView</name>
    <message>
        <source>Cursor read-out</source>
        <translation>Cursor-Anzeige</translation>
    </message>
    <message>
        <source>Follow live</source>
        <translation>Live folgen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Previous edge</source>
        <translation>Vorige Flanke</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Next edge</source>
        <translation>Nächste Flanke</translation>
    </message>
    <message>
        <source>full stop</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>+, wheel</source>
        <translation>+, Mausrad</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>−, wheel</source>
        <translation>−, Mausrad</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation>Spur hinzufügen</translation>
    </message>
    <message>
        <source>Scroll the lanes</source>
        <translation>Spuren rollen</translation>
    </message>
    <message>
        <source>No board yet</source>
        <translation>Noch keine Platine</translation>
    </message>
    <message>
        <source>Decoded bus</source>
        <translation>Dekodierter Bus</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>What is &amp;visible…</source>
        <translation>&amp;Sichtbares…</translation>
    </message>
    <message>
        <source>&amp;Everything recorded…</source>
        <translation>&amp;Alles Aufgezeichnete…</translation>
    </message>
    <message>
        <source>Export what is visible</source>
        <translation>Sichtbares exportieren</translation>
    </message>
    <message>
        <source>Export everything recorded</source>
        <translation>Alles Aufgezeichnete exportieren</translation>
    </message>
    <message>
        <source>Waveforms for PulseView and GTKWave (*.vcd)</source>
        <translation>Signalverläufe für PulseView und GTKWave (*.vcd)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1: kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1: signals are written as .vcd, .csv or .png</source>
        <translation>%1: Signale werden als .vcd, .csv oder .png geschrieben</translation>
    </message>
    <message>
        <source>Another export is still being written.</source>
        <translation>Ein anderer Export wird noch geschrieben.</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>Schreibe %1…</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>%1: %2 ↑, %3, duty %4 %</source>
        <translation>%1: %2 ↑, %3, Tastgrad %4 %</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::SoundButton</name>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::StartPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>A sensor board on your desk, with its event loop laid open.</source>
        <translation>Eine Sensorplatine auf deinem Tisch, mit offengelegter Ereignisschleife.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>What you open will be listed here.</source>
        <translation>Was du öffnest, steht dann hier.</translation>
    </message>
    <message>
        <source>Show this page at the start</source>
        <translation>Diese Seite beim Start zeigen</translation>
    </message>
    <message>
        <source>Back to the board (Esc)</source>
        <translation>Zurück zur Platine (Esc)</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Zurück zur Platine</translation>
    </message>
    <message>
        <source>Pick something and watch it run</source>
        <translation>Such dir etwas aus und sieh ihm zu</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Lessons: async and await, one idea at a time</source>
        <translation>Lektionen: async und await, ein Gedanke nach dem anderen</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Platinen</translation>
    </message>
    <message>
        <source>Parts, one at a time</source>
        <translation>Bauteile, eins nach dem anderen</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::StatePill</name>
    <message>
        <source>Program state</source>
        <translation>Zustand des Programms</translation>
    </message>
    <message>
        <source>Watchdog reset</source>
        <translation>Watchdog-Reset</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::StimulusEditor</name>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>Rampe</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>Sinus</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>Dreieck</translation>
    </message>
    <message>
        <source>Sawtooth</source>
        <translation>Sägezahn</translation>
    </message>
    <message>
        <source>Random walk</source>
        <translation>Irrfahrt</translation>
    </message>
    <message>
        <source>Recorded (CSV)</source>
        <translation>Aufgezeichnet (CSV)</translation>
    </message>
    <message>
        <source>How %1 moves by itself</source>
        <translation>Wie sich %1 von selbst bewegt</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Recorded file for %1</source>
        <translation>Aufgezeichnete Datei für %1</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>%1 from</source>
        <translation>%1 von</translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation>%1 bis</translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation>%1 Zeit</translation>
    </message>
    <message>
        <source>%1 noise</source>
        <translation>%1 Rauschen</translation>
    </message>
    <message>
        <source>%1 over the last seconds</source>
        <translation>%1 in den letzten Sekunden</translation>
    </message>
    <message>
        <source>Line: what is true. Dots: what the program read.</source>
        <translation>Linie: was wahr ist. Punkte: was das Programm gelesen hat.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Recorded values for %1</source>
        <translation>Aufgezeichnete Werte für %1</translation>
    </message>
    <message>
        <source>Recorded values (*.csv)</source>
        <translation>Aufgezeichnete Werte (*.csv)</translation>
    </message>
    <message>
        <source>%1 has no column &quot;%2&quot;</source>
        <translation>%1 hat keine Spalte „%2“</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::StopView</name>
    <message>
        <source>Breakpoint: %1</source>
        <translation>Haltepunkt: %1</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>Schritt: %1</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>Call stack</source>
        <translation>Aufrufliste</translation>
    </message>
    <message>
        <source>The breakpoint&apos;s condition cannot be worked out: %1</source>
        <translation>Die Bedingung des Haltepunkts lässt sich nicht auswerten: %1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::TaskModel</name>
    <message>
        <source> ← %1</source>
        <translation> ← %1</translation>
    </message>
    <message>
        <source>Coroutine</source>
        <translation>Koroutine</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Suspended at</source>
        <translation>Ruht in</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>inert</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>ruht</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::TaskView</name>
    <message>
        <source>Coroutines</source>
        <translation>Koroutinen</translation>
    </message>
    <message>
        <source>No coroutines. Run a program that uses asyncio and watch it here.</source>
        <translation>Keine Koroutinen. Führe ein Programm mit asyncio aus und sieh ihm hier zu.</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::Tour</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::TransportBar</name>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>How fast virtual time passes</source>
        <translation>Wie schnell die virtuelle Zeit vergeht</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>Virtuelle Zeit</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>Virtual seconds that pass in one second of yours</source>
        <translation>Virtuelle Sekunden, die in einer Sekunde vergehen</translation>
    </message>
    <message>
        <source>Chip load</source>
        <translation>Chiplast</translation>
    </message>
    <message>
        <source>Share of virtual time in which the emulated chip was executing</source>
        <translation>Anteil der virtuellen Zeit, in der der nachgebildete Chip rechnete</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Platine</translation>
    </message>
    <message>
        <source>The board under the program</source>
        <translation>Die Platine unter dem Programm</translation>
    </message>
    <message>
        <source>Open board…</source>
        <translation>Platine öffnen…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>No program</source>
        <translation>Kein Programm</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Watchdog reset</source>
        <translation>Watchdog-Reset</translation>
    </message>
    <message>
        <source>Hard fault</source>
        <translation>Absturz</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::TriggerForm</name>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Wait for</source>
        <translation>Warten auf</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Flanke</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>steigend</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>fallend</translation>
    </message>
    <message>
        <source>either</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>while</source>
        <translation>während</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>high</translation>
    </message>
    <message>
        <source>low</source>
        <translation>low</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>every time</source>
        <translation>jedes Mal</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Scharf schalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>irgendetwas</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::WatchList</name>
    <message>
        <source>Watched expressions</source>
        <translation>Beobachtete Ausdrücke</translation>
    </message>
    <message>
        <source>Add an expression…</source>
        <translation>Ausdruck hinzufügen…</translation>
    </message>
</context>
</TS>
